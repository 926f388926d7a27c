"""A wall of small pictures that scrolls smoothly however many there are: it lays out and paints those on show and asks for no others."""

from collections.abc import Callable, Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygon, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QToolTip, QWidget

from studio.ui import theme
from studio.words import say

GAP = 6  # px between pictures
SIDES = (48, 64, 96, 128, 192)  # px of a picture's square
FILLED = 0.8  # of a square's side, by a picture that is enlarged by a whole factor
MARK = 14  # px, the corner of one that is set aside
WHEEL_STEP = 120  # eighths of a degree in one notch of a wheel


class Pictures(Protocol):
    """Where the wall has its pictures from."""

    came: SignalInstance

    def get(self, row: int) -> QImage | None:
        """A picture, if it is there."""

    def reason(self, row: int) -> str:
        """Why there will be none."""

    def want(self, rows: list[int], side: int) -> None:
        """The rows on show, and their size in device pixels."""


class PictureWall(QAbstractScrollArea):
    """Rows of an album side by side; one of them may be chosen. Arrows, Page, Home and End move; Ctrl with the wheel, + and − change the size."""

    chosen = Signal(object)  # row of the album, or None
    resized = Signal(int)  # px of a picture's square

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._rows: NDArray[np.int64] = np.empty(0, np.int64)
        self._marked: NDArray[np.bool_] = np.empty(0, bool)  # by row of the album
        self._words: Callable[[int], str] = str
        self._current: int | None = None  # a place on the wall
        self.side, self._turned = 96, 0
        self._laid, self._left = 1, 0  # columns, and px to the left of them
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Pictures of the data set"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else Qt repaints all of it at every scroll
        self.setMinimumSize(2 * SIDES[-1], SIDES[-1])

    # --- what is shown ------------------------------------------------------------------------------------------------------

    def show_pictures(self, pictures: Pictures, marked: NDArray[np.bool_], words: Callable[[int], str]) -> None:
        """Another album. marked: by row, those with a corner mark. words: what the pointer is told of a row."""
        self._pictures, self._marked, self._words = pictures, marked, words
        pictures.came.connect(self._update_row)
        self.show_rows(np.empty(0, np.int64))

    def show_rows(self, rows: NDArray[np.int64]) -> None:
        """A selection of its rows, in this order; the chosen one stays chosen where it is among them."""
        row = self.row()
        self._rows = rows
        found = np.flatnonzero(rows == row) if row is not None else rows[:0]
        self._current = int(found[0]) if len(found) else None
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        if self._current is not None:
            self._reveal(self._current)
        elif row is not None:
            self.chosen.emit(None)
        self.viewport().update()

    def count(self) -> int:
        """Pictures on the wall."""
        return len(self._rows)

    def row(self) -> int | None:
        """The chosen picture's row of the album."""
        return int(self._rows[self._current]) if self._current is not None else None

    def choose(self, place: int | None) -> None:
        """Chooses the picture at a place of the wall, and brings it into view."""
        if place is not None and not 0 <= place < len(self._rows):
            return
        if place is not None:
            self._reveal(place)
        if place != self._current:
            self._current = place
            row = self.row()
            words = "" if row is None or place is None else say("{picture}, {n:,} of {total:,}", picture=self._words(row), n=place + 1, total=len(self._rows))
            self.setAccessibleDescription(words)
            self.chosen.emit(row)
            self.viewport().update()

    def set_side(self, side: int) -> None:
        """Pictures of this size; what was in the middle stays in view."""
        side = min(max(side, SIDES[0]), SIDES[-1])
        if side == self.side:
            return
        middle = self._first_in_view() + self._in_view() // 2
        self.side = side
        self._lay_out()
        if len(self._rows):
            target = self._current if self._current is not None else min(middle, len(self._rows) - 1)
            self.verticalScrollBar().setValue(self.place(target).center().y() + self.verticalScrollBar().value() - self.viewport().height() // 2)
        self.resized.emit(side)
        self.viewport().update()

    def step_side(self, steps: int) -> None:
        """Some sizes larger or smaller."""
        nearest = min(range(len(SIDES)), key=lambda k: abs(SIDES[k] - self.side))
        self.set_side(SIDES[min(max(nearest + steps, 0), len(SIDES) - 1)])

    # --- where pictures lie -------------------------------------------------------------------------------------------------

    def columns(self) -> int:
        """Pictures side by side."""
        return self._laid

    def place(self, k: int) -> QRect:
        """Where the k-th picture's square lies in the viewport."""
        row, column = divmod(k, self._laid)
        step = self.side + GAP
        return QRect(self._left + column * step, GAP + row * step - self.verticalScrollBar().value(), self.side, self.side)

    def place_at(self, point: QPoint) -> int | None:
        """Which picture lies there."""
        return next((k for k in self._places(QRect(point, QSize(1, 1))) if self.place(k).contains(point)), None)

    def _places(self, area: QRect) -> Iterator[int]:
        """Those that touch an area of the viewport, row by row."""
        step, scrolled = self.side + GAP, self.verticalScrollBar().value()
        first = max(0, (area.top() + scrolled - GAP) // step)
        last = max(0, (area.bottom() + scrolled) // step)
        yield from range(min(first * self.columns(), len(self._rows)), min((last + 1) * self.columns(), len(self._rows)))

    def _first_in_view(self) -> int:
        return next(self._places(self.viewport().rect()), 0)

    def _in_view(self) -> int:
        return self.columns() * max(1, self.viewport().height() // (self.side + GAP))

    def _lay_out(self) -> None:
        width, step = self.viewport().width(), self.side + GAP
        self._laid = max(1, (width - GAP) // step)
        self._left = (width - self._laid * step + GAP) // 2
        lines = -(-len(self._rows) // self._laid)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, lines * step + GAP - self.viewport().height()))
        bar.setPageStep(max(step, self.viewport().height() // step * step))
        bar.setSingleStep(max(1, step // 2))

    def _reveal(self, k: int) -> None:
        place, bar = self.place(k), self.verticalScrollBar()
        if place.top() < GAP:
            bar.setValue(bar.value() + place.top() - GAP)
        elif place.bottom() > self.viewport().height() - GAP:
            bar.setValue(bar.value() + place.bottom() - self.viewport().height() + GAP)

    def _update_row(self, row: int) -> None:
        for k in self._places(self.viewport().rect()):
            if self._rows[k] == row:
                self.viewport().update(self.place(k))

    # --- painting -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ratio = QPainter(self.viewport()), self.devicePixelRatioF()
        painter.fillRect(event.rect(), QColor(theme.colours().panel))
        if self._pictures is None:
            return
        for k in self._places(event.rect()):
            row, place = int(self._rows[k]), self.place(k)
            image = self._pictures.get(row)
            if image is not None:
                self._draw(painter, place, image, ratio)
            else:
                self._draw_none(painter, place, row)
            if self._marked[row]:
                self._draw_mark(painter, place)
        if self._current is not None:
            self._draw_choice(painter, self.place(self._current))
        self._pictures.want([int(row) for row in self._rows[list(self._places(self.viewport().rect()))]], round(self.side * ratio))

    @staticmethod
    def _draw(painter: QPainter, place: QRect, image: QImage, ratio: float) -> None:
        """A whole multiple of the picture where that nearly fills its square, so that its pixels stay what they are; else smooth, as large as it fits."""
        longest = max(image.width(), image.height())
        times = round(place.width() * ratio) // longest
        whole = times * longest >= FILLED * place.width() * ratio
        size = image.size() * times / ratio if whole else image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRect(place.x() + (place.width() - size.width()) // 2, place.y() + (place.height() - size.height()) // 2, size.width(), size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not whole)
        painter.drawImage(spot, image)

    def _draw_none(self, painter: QPainter, place: QRect, row: int) -> None:
        now = theme.colours()
        painter.fillRect(place, QColor(now.raised))
        if self._pictures is not None and self._pictures.reason(row):
            theme.icon("warning", "warning").paint(painter, place.adjusted(place.width() // 3, place.height() // 3, -place.width() // 3, -place.height() // 3))

    @staticmethod
    def _draw_mark(painter: QPainter, place: QRect) -> None:
        """A corner in the accent colour, in one of the ground's: one of the two stands out from any picture."""
        corner, now = place.topRight() + QPoint(1, 0), theme.colours()
        painter.setPen(Qt.PenStyle.NoPen)
        for side, colour in ((MARK + 8, now.panel), (MARK, now.accent)):
            painter.setBrush(QColor(colour))
            painter.drawPolygon(QPolygon([corner - QPoint(side, 0), corner, corner + QPoint(0, side)]))

    def _draw_choice(self, painter: QPainter, place: QRect) -> None:
        now = theme.colours()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.panel), 2))
        painter.drawRect(place.adjusted(1, 1, -2, -2))
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.muted), 3))
        painter.drawRect(place.adjusted(-2, -2, 1, 1))

    # --- events -------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        step, before = self.side + GAP, self._laid
        first = self.verticalScrollBar().value() // step * before
        self._lay_out()
        if self._laid != before:
            self.verticalScrollBar().setValue(first // self._laid * step)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What stays in view is moved, and only what comes into view is painted."""
        self.viewport().scroll(dx, dy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current is None and len(self._rows) and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.choose(self._first_in_view())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(self.place_at(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / WHEEL_STEP)
        self._turned -= steps * WHEEL_STEP
        self.step_side(steps)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            k = self.place_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if k is None else self._words(int(self._rows[k])), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, last, key = self._current or 0, len(self._rows) - 1, event.key()
        line, page = self.columns(), max(self.columns(), self._in_view())
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -line, Qt.Key.Key_Down: line}
        if key in moves:
            self.choose(here + moves[Qt.Key(key)] if self._current is not None else 0)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.choose(min(max(here + (page if key == Qt.Key.Key_PageDown else -page), 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.step_side(-1 if key == Qt.Key.Key_Minus else 1)
        else:
            super().keyPressEvent(event)
