"""The recent runs as a list: picture, name, state, how far, when. Reads summaries and pictures, no journal."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.ui import theme
from studio.ui.theme import SPACE
from studio.ui.widgets import quantities
from studio.ui.widgets.status import STATES, far
from studio.ui.widgets.thumbnails import Thumbnails, of_run
from studio.words import say

if TYPE_CHECKING:
    from studio.runs.summary import RunSummary

PICTURE = 48
Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


class RunModel(QAbstractListModel):
    """Run summaries, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: list[RunSummary] = []

    def set_runs(self, runs: "list[RunSummary]") -> None:
        """Show these. While they stay the same ones in the same order, what is chosen stays so."""
        if [run.path for run in runs] == [run.path for run in self.runs]:
            before, self.runs = self.runs, runs
            for row, (was, run) in enumerate(zip(before, runs, strict=True)):
                if run != was:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self.runs = runs
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run = self.runs[index.row()]
        if role == ITEM:
            return run
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{title(run)}: {about(run)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return run.broken or str(run.path)
        return None


def title(run: "RunSummary") -> str:
    """The name and the serial: `digits · 0007`."""
    serial = run.name.partition("-")[0]
    return f"{run.title}  ·  {serial}" if serial.isdigit() and run.title not in ("", run.name) else run.name


def about(run: "RunSummary") -> str:
    """State, how far, when, in one line."""
    if run.broken:
        return say("cannot be opened")
    return f"{say(STATES[run.state][0])}  ·  {far(run.nimg, 1000 * run.kimg)}  ·  {quantities.when(run.updated)}"


class RunDelegate(QStyledItemDelegate):
    """Draws one run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = Thumbnails()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, PICTURE + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        run, now = index.data(ITEM), theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        hot = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if option.state & QStyle.StateFlag.State_Selected else now.raised))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), theme.RADIUS, theme.RADIUS)
        corner = rect.topLeft() + QPoint(SPACE, SPACE)
        self._draw_picture(painter, run, QRect(corner, QSize(PICTURE, PICTURE)))
        words = rect.adjusted(PICTURE + 2 * SPACE + 4, 2 * SPACE - 2, -SPACE, -2 * SPACE + 2)
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(now.text))
        self._line(painter, words, title(run), Qt.AlignmentFlag.AlignTop)
        painter.setFont(theme.font(theme.SMALL))
        role = "danger" if run.broken else STATES[run.state][1]
        painter.setPen(QColor(getattr(now, role)))
        self._line(painter, words, about(run), Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, text: str, where: Qt.AlignmentFlag) -> None:
        painter.drawText(rect, int(where | Qt.AlignmentFlag.AlignLeft), painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))

    def _draw_picture(self, painter: QPainter, run: "RunSummary", rect: QRect) -> None:
        file = of_run(Path(run.path), run.samples)
        picture = self._pictures.get(file, PICTURE) if file is not None else None
        if picture is not None:
            painter.drawPixmap(rect, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().raised))
        painter.drawRoundedRect(rect, 5, 5)
        theme.icon("warning" if run.broken else "grid", "muted").paint(painter, rect.adjusted(12, 12, -12, -12))


class RunList(QListView):
    """The list; `chosen` gives the path of a run that was double-clicked or opened with Enter."""

    chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Recent runs"))
        self.setAccessibleDescription(say("The newest first; a press or Enter opens one"))
        self.runs = RunModel(self)
        self.setModel(self.runs)
        self.setItemDelegate(RunDelegate(self))
        self.setObjectName("card")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With Tab it comes to a row that is seen to be chosen: Qt by itself only makes it the present one."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        run = index.data(ITEM)
        if not run.broken:
            self.chosen.emit(Path(run.path))
