"""Small pictures in even rows, enlarged by whole factors where there is room, each with a word below; one of them may be marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.ui import theme

LEAST, MOST = 40, 72  # px: no picture is shrunk below, or to more than this
GAP = 4


@dataclass(frozen=True, eq=False)
class Small:
    """A picture, the word below it, and what the pointer and a screen reader are told."""

    picture: QImage
    word: str = ""
    tip: str = ""


class PictureRow(QWidget):
    """Arrows go from one to the next, Enter or a click chooses, Ctrl+C copies."""

    chosen = Signal(int)

    def __init__(self, name: str, columns: int, *, choosable: bool = False, parent: QWidget | None = None) -> None:
        """columns: pictures in a row where there is room for them; else half as many. choosable: whether a click leads anywhere."""
        super().__init__(parent)
        self.name, self._wanted, self._choosable = name, columns, choosable
        self._small: tuple[Small, ...] = ()
        self._marked: int | None = None
        self._current = 0
        self.setFont(theme.font(theme.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        if choosable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pictures(self, pictures: Sequence[Small], marked: int | None = None) -> None:
        """Others; `marked` has a frame in the accent colour."""
        self._small, self._marked = tuple(pictures), marked
        self._current = min(self._current, max(0, len(pictures) - 1))
        self._fit()
        self._tell()
        self.update()

    def mark(self, index: int | None) -> None:
        """Marks another one, or none."""
        if index != self._marked:
            self._marked = index
            self.update()

    def pictures(self) -> tuple[Small, ...]:
        """What is shown."""
        return self._small

    def marked(self) -> int | None:
        """Which one has the frame."""
        return self._marked

    def place(self, index: int) -> QRect:
        """Where a picture lies."""
        cell, row, column = self._cell(), *divmod(index, self._columns())
        return QRect(QPoint(1 + column * (cell.width() + GAP), 1 + row * (cell.height() + self._word_height() + GAP)), cell)

    # --- events -------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._small[index].tip if index is not None else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(index)
            if self._choosable:
                self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns, last = self._columns(), len(self._small) - 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last}
        if event.matches(QKeySequence.StandardKey.Copy) and self._small:
            QGuiApplication.clipboard().setImage(self._small[self._current].picture)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._choosable and self._small:
            self.chosen.emit(self._current)
        elif event.key() in steps and self._small:
            to = self._current + steps[Qt.Key(event.key())]
            if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) or 0 <= to <= last:
                self._go(min(max(to, 0), last))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme.colours()
        for index, small in enumerate(self._small):
            place = self.place(index)
            painter.fillRect(place, theme.between_samples())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, small.picture.width() > place.width())
            painter.drawImage(place, small.picture)
            if index == self._marked or (index == self._current and self.hasFocus()):
                painter.setPen(QPen(QColor(now.accent if index == self._marked else now.text), 2))
                painter.drawRect(place)
            painter.setPen(QColor(now.muted))
            box = QRect(place.left() - GAP // 2, place.bottom() + 2, place.width() + GAP, self._word_height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), small.word)
        painter.end()

    # --- sizes --------------------------------------------------------------------------------------------------------------

    def _go(self, index: int) -> None:
        self._current = index
        self._tell()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(self._small[self._current].tip if self._small else "")

    def _at(self, place: QPoint) -> int | None:
        return next((k for k in range(len(self._small)) if self.place(k).contains(place)), None)

    def _fit(self) -> None:
        rows = -(-len(self._small) // self._columns())
        self.setFixedHeight(max(1, rows * (self._cell().height() + self._word_height() + GAP) - GAP + 2))

    def _word_height(self) -> int:
        return self.fontMetrics().height() + 2 if any(small.word for small in self._small) else 0

    def _cell(self) -> QSize:
        return self._arrangement()[1]

    def _columns(self) -> int:
        return self._arrangement()[0]

    def _arrangement(self) -> tuple[int, QSize]:
        """Columns, and a picture as it is shown: a whole multiple of its size, smaller only where it is large by itself."""
        if not self._small:
            return 1, QSize(LEAST, LEAST)
        size = self._small[0].picture.size()
        longest, columns = max(size.width(), size.height(), 1), self._wanted
        while columns > 1 and (room := self._room(columns)) < min(longest, LEAST if longest > MOST else longest):
            columns = -(-columns // 2)
        room = self._room(columns)
        if room >= longest:
            return columns, size * (room // longest)
        side = max(1, min(room, MOST))
        return columns, size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)

    def _room(self, columns: int) -> int:
        return (self.width() - 2 + GAP) // columns - GAP
