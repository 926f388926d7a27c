"""The lines of a list of checkpoints: what one says, and how it is drawn. Reads only the pictures; what can be done is the panel's."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.messages import Json
from studio.runs.checkpoints import Checkpoint
from studio.ui import theme
from studio.ui.metric_words import FLOOR, metric_about, metric_words, reference_words
from studio.ui.theme import SPACE
from studio.ui.widgets import quantities
from studio.ui.widgets.thumbnails import Thumbnails
from studio.ui.widgets.words import tip
from studio.words import figure, say

PICTURE = 56
SMALL, LARGE = 76, 104  # px of a picture in the gallery: three or two of them side by side in a narrow dock
LINES = 2  # of a name or figure under a picture
TALL = 320  # px of height from which the pictures are large
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """A checkpoint as the list shows it."""

    checkpoint: Checkpoint
    current: bool  # on the lineage of the run as it is now
    metrics: dict[str, float]
    basis: Mapping[str, Mapping[str, Json]]  # of each metric: count, reals and reference
    best: str = ""  # the metric by which it is the best of all

    def headline(self) -> str:
        """Where in the run."""
        return f"{quantities.kimg(self.checkpoint.nimg)} kimg"

    def details(self) -> str:
        """Name or number, moment, size, and the branch it was left with."""
        c = self.checkpoint
        left = [] if self.current else [say("abandoned, segment {segment}", segment=c.segment)]
        return "  ·  ".join([called(c), *left, quantities.when(c.created), quantities.size(c.bytes)])

    def remarks(self) -> str:
        """The note, or the metrics, first the one by which it is the best."""
        return self.checkpoint.note or "  ·  ".join(self.short(name) for name in self.in_order())

    def short(self, name: str) -> str:
        """A metric's value, and what a perfect generator would reach."""
        words, floor = figure_words(name, self.metrics[name]), self.metrics.get(name + FLOOR)
        return words if floor is None else say("{figure}, reachable {floor}", figure=words, floor=figure(floor, ".3g"))

    def caption(self) -> str:
        """Under its picture: the name, else the metric that matters most, the note or the number."""
        c, order = self.checkpoint, self.in_order()
        return c.name or (figure_words(order[0], self.metrics[order[0]]) if order else c.note or f"#{c.id}")

    def figures(self) -> list[str]:
        """Of each metric its value, on how many samples and against which reals; what it says; and what a perfect generator would reach."""
        out = []
        for name in self.in_order():
            words, basis, floor = figure_words(name, self.metrics[name]), self.basis.get(name), self.metrics.get(name + FLOOR)
            parts = [say("{figure} (best)", figure=words) if name == self.best else words]
            if basis:
                reference = reference_words(str(basis["reference"]))
                parts.append(say("{count:,} samples against {reals:,} of {reference}", count=basis["count"], reals=basis["reals"], reference=reference))
            out += [", ".join(parts), metric_about(name)]
            if floor is not None:
                out.append(say("A perfect generator would reach {floor}.", floor=figure(floor, ".3g")))
        return out

    def in_order(self) -> list[str]:
        """The metrics, first the one by which it is the best; what a perfect generator would reach stands with each."""
        alone = [name for name in self.metrics if not (name.endswith(FLOOR) and name.removesuffix(FLOOR) in self.metrics)]
        return sorted(alone, key=lambda name: name != self.best)


def called(checkpoint: Checkpoint) -> str:
    """The name that a person gave it, else its number."""
    return checkpoint.name or f"#{checkpoint.id}"


def figure_words(name: str, value: float) -> str:
    """A metric's value beside its name."""
    return f"{metric_words(name)} {figure(value, '.3g')}"


def caption_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """A text in two lines at most, broken between words; what is too long for one loses its middle, so that a number at the end stays."""
    words, first = text.split(), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideMiddle, width)
    return [line for line in (first, rest) if line]


class CheckpointModel(QAbstractListModel):
    """Rows in the order in which they are handed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def set_rows(self, rows: list[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            pinned = [say("pinned")] if row.checkpoint.pinned else []
            best = [say("best by {metric}", metric=metric_words(row.best))] if row.best else []
            return ", ".join([say("Checkpoint {at}", at=row.headline()), *pinned, *best, row.details(), row.remarks()])
        if role == Qt.ItemDataRole.ToolTipRole:
            about = say("Checkpoint {id} at {images:,} images", id=row.checkpoint.id, images=row.checkpoint.nimg)
            return tip(row.checkpoint.name, about, row.details(), row.checkpoint.note, *row.figures())
        return None


class CheckpointDelegate(QStyledItemDelegate):
    """Draws one checkpoint; an abandoned one is faded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = Thumbnails()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, PICTURE + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        now = theme.colours()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if option.state & QStyle.StateFlag.State_Selected else now.raised))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), theme.RADIUS, theme.RADIUS)
        painter.setOpacity(1.0 if row.current else 0.55)
        self._draw(painter, row, rect)
        painter.restore()

    def _draw(self, painter: QPainter, row: Row, rect: QRect) -> None:
        self._draw_picture(painter, row, QRect(rect.topLeft() + QPoint(SPACE, SPACE), QSize(PICTURE, PICTURE)))
        self._draw_words(painter, row, rect.adjusted(PICTURE + 2 * SPACE + 2, SPACE, -SPACE, -SPACE))

    def _draw_words(self, painter: QPainter, row: Row, words: QRect) -> None:
        now = theme.colours()
        line = words.height() // 3
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(now.text))
        at = [QRect(words.x(), words.y() + n * line, words.width(), line) for n in range(3)]
        painter.drawText(at[0], int(Qt.AlignmentFlag.AlignVCenter), row.headline())
        if row.best:
            self._draw_best(painter, row.best, at[0].adjusted(painter.fontMetrics().horizontalAdvance(row.headline()) + SPACE, 0, -2 * SPACE, 0))
            painter.setFont(theme.font(bold=True))
        self._draw_pin(painter, row, at[0])
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(now.muted))
        for rect, text in ((at[1], row.details()), (at[2], row.remarks())):
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))

    def _draw_pin(self, painter: QPainter, row: Row, line: QRect) -> None:
        if row.checkpoint.pinned:
            side = min(16, line.height())
            theme.icon("pin", "accent").paint(painter, line.right() - side, line.y() + (line.height() - side) // 2, side, side)

    def _draw_best(self, painter: QPainter, metric: str, rect: QRect) -> None:
        """A small mark behind the headline: by what it leads."""
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().accent))
        words = painter.fontMetrics().elidedText(say("best {metric}", metric=metric_words(metric)), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _draw_picture(self, painter: QPainter, row: Row, rect: QRect) -> None:
        found = next(iter(sorted(row.checkpoint.path.glob("thumbnail.*"))), None)
        picture = self._pictures.get(found, rect.width()) if found is not None else None
        if picture is not None:
            painter.drawPixmap(rect, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().raised))
        painter.drawRoundedRect(rect, 5, 5)
        theme.icon("checkpoint", "muted").paint(painter, rect.adjusted(*(m * rect.width() // 7 for m in (2, 2, -2, -2))))


class GalleryDelegate(CheckpointDelegate):
    """Draws one checkpoint as a large picture with its moment under it, and its name or figure in up to two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        side = self._side()
        small = QFontMetrics(theme.font(theme.SMALL)).lineSpacing()
        return QSize(side + SPACE + SPACE // 2, side + 2 * SPACE + option.fontMetrics.lineSpacing() + LINES * small)

    def _side(self) -> int:
        view = self.parent()
        return LARGE if isinstance(view, QWidget) and view.height() >= TALL else SMALL

    def _draw(self, painter: QPainter, row: Row, rect: QRect) -> None:
        side = self._side()
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + SPACE // 2 + 2)
        self._draw_picture(painter, row, QRect(corner, QSize(side, side)))
        words = QRect(corner.x(), corner.y() + side + SPACE // 2, rect.right() - corner.x(), painter.fontMetrics().lineSpacing())
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(theme.colours().text))
        headline = painter.fontMetrics().elidedText(row.headline(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), headline)
        if row.checkpoint.pinned:
            mark = QRect(corner.x() + side - 22, corner.y() + 2, 20, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours().panel))
            painter.drawRoundedRect(mark, 4, 4)
            theme.icon("pin", "accent").paint(painter, mark.adjusted(2, 2, -2, -2))
            painter.setPen(QColor(theme.colours().text))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().accent if row.best else theme.colours().muted))
        for line in caption_lines(row.caption(), painter.fontMetrics(), words.width()):
            words.moveTop(words.bottom() + 1)
            words.setHeight(painter.fontMetrics().lineSpacing())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), line)


class CheckpointView(QListView):
    """The checkpoints as lines, or as a gallery of large pictures that flow; several can be chosen."""

    walked = Signal()  # a key led to another one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._tiles = CheckpointDelegate(self), GalleryDelegate(self)
        self.setAccessibleName(say("Checkpoints"))
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.set_gallery(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self.walked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With Tab it comes to a row that is seen to be chosen: Qt by itself only makes it the present one."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def set_gallery(self, on: bool) -> None:
        """Large pictures that flow, or lines."""
        self.setItemDelegate(self._tiles if on else self._lines)
        self.setFlow(QListView.Flow.LeftToRight if on else QListView.Flow.TopToBottom)
        self.setWrapping(on)
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    def is_gallery(self) -> bool:
        """Whether large pictures are shown."""
        return self.isWrapping()
