"""Evidence to look at: pictures of the run's folder or a histogram, small in its place and large in a window of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImageReader, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from studio.messages import Evidence
from studio.ui import theme
from studio.ui.theme import SPACE
from studio.ui.widgets.grid_view import GridView
from studio.ui.widgets.words import Words
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.ui.widgets.shares_plot import SharesPlot

TALLEST = 236  # px of a picture in its place; what lies below fades out until it is enlarged
PLOT = 168  # px, height of a histogram in its place
GONE = mark("Its file is not in the run's folder any more.")
_LABELS = (mark("vanished"), mark("nearest sample"), mark("sample"), mark("training picture"), mark("its double"))


def picture_of(folder: Path, evidence: Evidence) -> QPixmap:
    """The evidence's picture, null where its file is missing, torn or outside the run's folder."""
    path = (folder / evidence.file).resolve()
    if not evidence.file or not path.is_relative_to(folder.resolve()):
        return QPixmap()
    return QPixmap.fromImage(QImageReader(str(path)).read())


class EvidenceView(QWidget):
    """One piece: its title, the thing itself, and what it means. A click or Enter enlarges it."""

    def __init__(self, folder: Path, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence, self._folder = evidence, folder
        self._dialog: EvidenceDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(evidence.title, scale=theme.SMALL, bold=True))
        self.frame = self._make_frame()
        column.addWidget(self.frame)
        if evidence.text:
            column.addWidget(Words(evidence.text, "muted", scale=theme.SMALL))

    def _make_frame(self) -> "Words | _PictureFrame | _PlotFrame":
        if self.evidence.kind == "histogram":
            if not any(self.evidence.series.values()):
                return Words(say(GONE), "muted", scale=theme.SMALL)
            plot = _PlotFrame(self.evidence)
            plot.clicked.connect(self.enlarge)
            return plot
        picture = picture_of(self._folder, self.evidence)
        if picture.isNull():
            return Words(say(GONE), "muted", scale=theme.SMALL)
        frame = _PictureFrame(picture, self.evidence)
        frame.clicked.connect(self.enlarge)
        return frame

    def enlarge(self) -> "EvidenceDialog":
        """Show it large; the window stays usable behind it."""
        if self._dialog is None:
            self._dialog = EvidenceDialog(self._folder, self.evidence, self.window())
            self._dialog.destroyed.connect(self._forget)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _forget(self) -> None:
        self._dialog = None


class _Enlargeable(QAbstractButton):
    """A frame around something that a click enlarges."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(say("Enlarge"))
        self.setAccessibleName(say("Enlarge: {title}", title=evidence.title))
        self.setAccessibleDescription(evidence.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_frame(self, painter: QPainter) -> None:
        """The focus ring, and a lens under the pointer."""
        now = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(now.accent if lit else now.border), 1.4 if self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
        if lit:
            lens = QRect(self.width() - 26, 4, 22, 22)
            painter.setPen(QPen(QColor(now.border), 1))
            painter.setBrush(self.palette().color(QPalette.ColorRole.ToolTipBase))
            painter.drawRoundedRect(lens, 4, 4)
            theme.icon("zoom-in").paint(painter, lens.adjusted(3, 3, -3, -3))


class _PlotFrame(_Enlargeable):
    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self.plot = _shares_plot(evidence, interactive=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.addWidget(self.plot)
        self.setFixedHeight(PLOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colours().panel))
        self._paint_frame(painter)
        painter.end()


class _PictureFrame(_Enlargeable):
    """The picture as wide as there is room, its pixels in whole factors where it is enlarged, its columns named above."""

    def __init__(self, picture: QPixmap, evidence: Evidence) -> None:
        super().__init__(evidence)
        self.picture, self.labels = picture, tuple(say(label) for label in evidence.labels)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)  # a fixed height would be that of the hint, whatever the width
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def scale(self) -> float:
        """Pixels of the screen for each of the picture."""
        return self._scale_at(self.width())

    def place(self) -> QRect:
        """Where the whole picture would lie."""
        return self._place_at(self.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._place_at(width).bottom() + 1 + SPACE, TALLEST)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    def _scale_at(self, width: int) -> float:
        room = max(1, width - 2 * SPACE) / self.picture.width()
        return float(int(room)) if room >= 1 else room

    def _place_at(self, width: int) -> QRect:
        scale = self._scale_at(width)
        size = QSize(round(self.picture.width() * scale), round(self.picture.height() * scale))
        return QRect(QPoint((width - size.width()) // 2, SPACE + self._labels_height()), size)

    def _labels_height(self) -> int:
        return self.fontMetrics().height() + 2 if self.labels else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, place = theme.colours(), self.place()
        painter.fillRect(self.rect(), QColor(now.panel))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale() < 1)
        painter.drawPixmap(place, self.picture)
        self._paint_labels(painter, place)
        if place.bottom() + SPACE > self.height():
            fade = QLinearGradient(QPointF(0, self.height() - 44), QPointF(0, self.height()))
            clear, full = QColor(now.panel), QColor(now.panel)
            clear.setAlpha(0)
            fade.setColorAt(0, clear)
            fade.setColorAt(1, full)
            painter.fillRect(QRect(0, self.height() - 44, self.width(), 44), fade)
        self._paint_frame(painter)
        painter.end()

    def _paint_labels(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(QColor(theme.colours().muted))
        painter.setFont(theme.font(theme.SMALL))
        metrics, labels = painter.fontMetrics(), list(self.labels)
        repeated = period(labels)
        if labels and len(repeated) < len(labels) and any(metrics.horizontalAdvance(words) > place.width() / len(labels) - 4 for words in labels):
            joined = ", ".join(repeated)
            labels = [say("in pairs: {labels}", labels=joined) if len(repeated) == 2 else joined]  # once over all, where it does not fit a column
        for n, words in enumerate(labels):
            left, right = place.left() + n * place.width() / len(labels), place.left() + (n + 1) * place.width() / len(labels)
            box = QRect(int(left), SPACE // 2, int(right - left) - 2, self._labels_height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width()))


class EvidenceDialog(QDialog):
    """The same, large: a picture with the wheel to zoom, or the histogram. It can be copied and saved."""

    def __init__(self, folder: Path, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(evidence.title)
        self.resize(760, 620)
        self.view = _shares_plot(evidence, interactive=True) if evidence.kind == "histogram" else _grid(folder, evidence)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for words, icon, do in ((say("Copy"), "copy", self.copy), (say("Save…"), "download", self.save)):
            button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setIcon(theme.icon(icon))
            button.clicked.connect(do)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(SPACE)
        body.addWidget(Words(evidence.title, scale=theme.TITLE, bold=True))
        for words in (evidence.text, _columns(evidence)):
            if words:
                body.addWidget(Words(words, "muted"))
        self.fault = Words("", "danger")
        self.fault.hide()
        body.addWidget(self.view, 1)
        body.addWidget(self.fault)
        body.addWidget(buttons)
        self.view.setFocus()

    def picture(self) -> QPixmap:
        """What is copied and saved."""
        return self.view.picture() if isinstance(self.view, GridView) else self.view.grab()

    def copy(self) -> None:
        """To the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.picture())

    def save(self) -> None:
        """Into a file that the person names."""
        path, _ = QFileDialog.getSaveFileName(self, say("Save the picture"), "evidence.png", say("PNG pictures (*.png)"))
        if path and not self.picture().save(path if Path(path).suffix else f"{path}.png"):
            self.fault.say(say("{path} could not be written; choose a folder that you may write to, on a disk with room.", path=path))


def period(labels: Sequence[str]) -> list[str]:
    """The labels up to where they begin anew: `a b a b` gives `a b`."""
    lengths = (n for n in range(1, len(labels) + 1) if len(labels) % n == 0 and list(labels[:n]) * (len(labels) // n) == list(labels))
    return list(labels[: next(lengths, 0)])


def _columns(evidence: Evidence) -> str:
    if not evidence.labels or evidence.kind == "histogram":
        return ""
    repeated = period(evidence.labels)
    labels = ", ".join(say(label) for label in repeated)
    if len(repeated) == len(evidence.labels):
        return say("From left to right: {labels}.", labels=labels)
    return say("In each pair, from left to right: {labels}." if len(repeated) == 2 else "Again and again, from left to right: {labels}.", labels=labels)


def _grid(folder: Path, evidence: Evidence) -> GridView:
    view = GridView()
    view.setAccessibleName(evidence.title)
    view.setAccessibleDescription(say("Plus and minus zoom, 0 fits the picture to the window."))
    view.set_picture(picture_of(folder, evidence), None)
    return view


def _shares_plot(evidence: Evidence, *, interactive: bool) -> "SharesPlot":
    from studio.ui.widgets.shares_plot import SharesPlot

    return SharesPlot(evidence, interactive=interactive)
