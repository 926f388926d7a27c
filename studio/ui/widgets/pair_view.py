"""Two pictures of the same samples in one view: laid over each other with a line to wipe between them, or side by side. Loads nothing."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from studio.ui import theme
from studio.ui.widgets.grid_view import Cells, GridView, spaced
from studio.words import say

NEAR = 8  # px within which the pointer takes the line
STEP, STRIDE = 0.02, 0.1  # of the width, of an arrow key, and with Shift
GRIP = 9.0  # px, half the handle's height


class PairView(GridView):
    """What is left of the line is the first, what is right of it the second; zoom and place are one for both.

    Beside what a grid does: drag the line, or move it with the left and right arrows, Home and End. Side by side there is no line.
    """

    wiped = Signal(float)  # share of the width at which the line is now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second, self._second_small = QPixmap(), QPixmap()
        self._wipe, self._wiping, self._beside = 0.5, False, False
        self._tags = ("", "")
        self.setAccessibleName(say("The same latents, by both checkpoints"))
        self.setAccessibleDescription(say("Left and right move the line between the two checkpoints, plus and minus zoom, 0 fits."))

    def set_pair(self, first: QPixmap, second: QPixmap, cells: Cells) -> None:
        """Two pictures of one size, whose samples lie alike."""
        self._second, self._second_small = spaced(second, cells, replace(cells, gap=1)), QPixmap()
        self.set_picture(first, cells)

    def set_tags(self, first: str, second: str) -> None:
        """What is written in the corners."""
        self._tags = (first, second)
        self.update()

    def wipe(self) -> float:
        """Where the line is, from 0 (all is the second's) to 1."""
        return self._wipe

    def set_wipe(self, share: float) -> None:
        """Moves the line."""
        share = min(max(share, 0.0), 1.0)
        if share != self._wipe:
            self._wipe = share
            self.wiped.emit(share)
            self.update()

    def is_beside(self) -> bool:
        """Whether they lie side by side."""
        return self._beside

    def set_beside(self, on: bool) -> None:
        """Side by side, or over each other."""
        if on != self._beside:
            self._beside = on
            self.fit()

    # --- place --------------------------------------------------------------------------------------------------------------

    def _view(self) -> tuple[int, int]:
        width, height = super()._view()
        return (width // 2 if self._beside else width), height

    def _half(self) -> float:
        """Where the second begins when they lie side by side, in logical pixels."""
        return self._view()[0] / self.devicePixelRatioF()

    def _here(self, place: QPointF) -> QPointF:
        """A place of either half as one of the first."""
        return place - QPointF(self._half(), 0) if self._beside and place.x() >= self._half() else place

    def _cell_at(self, place: QPointF) -> int | None:
        return super()._cell_at(self._here(place))

    def zoom(self, steps: int, about: QPointF | None = None) -> None:
        """In or out, about the same point of both."""
        super().zoom(steps, self._here(about) if about is not None else QPointF(self._half() / 2, self.height() / 2) if self._beside else None)

    # --- events -------------------------------------------------------------------------------------------------------------

    def _on_line(self, place: QPointF) -> bool:
        return not self._beside and not self._second.isNull() and abs(place.x() - self._wipe * self.width()) <= NEAR

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._wiping = event.button() == Qt.MouseButton.LeftButton and self._on_line(event.position())
        if not self._wiping:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._wiping:
            self.set_wipe(event.position().x() / max(1, self.width()))
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.setCursor(Qt.CursorShape.SplitHCursor if self._on_line(event.position()) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._wiping:
            self._wiping = False
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._on_line(event.position()):
            self.set_wipe(0.5)
        else:
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        places = {
            Qt.Key.Key_Left: self._wipe - step,
            Qt.Key.Key_Right: self._wipe + step,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: 1.0,
        }
        if not self._beside and event.key() in places:
            self.set_wipe(round(places[Qt.Key(event.key())], 6))
        else:
            super().keyPressEvent(event)

    # --- painting -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pixmap.isNull() or self._second.isNull():
            return
        painter = QPainter(self)
        line = self._half() if self._beside else self._wipe * self.width()
        painter.save()
        painter.setClipRect(QRectF(0, 0, line, self.height()))
        self._small = self._paint_picture(painter, self._pixmap, self._small)
        if self._beside:
            self._paint_marks(painter)
        painter.setClipRect(QRectF(line, 0, self.width() - line, self.height()))
        if self._beside:
            painter.translate(line, 0)
        self._second_small = self._paint_picture(painter, self._second, self._second_small)
        if self._beside:
            self._paint_marks(painter)
        painter.restore()
        if not self._beside:
            self._paint_marks(painter)
        self._paint_line(painter, line)
        self._paint_tags(painter, line)

    def _paint_line(self, painter: QPainter, x: float) -> None:
        now = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._beside:
            painter.fillRect(QRectF(x - 3, 0, 6, self.height()), QColor(now.window))
            return
        for colour, width in ((now.panel, 4), (now.accent, 2)):  # stands out on any picture
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        middle = QPointF(min(max(x, GRIP), self.width() - GRIP), self.height() / 2)
        painter.setPen(QPen(QColor(now.on_accent if self.hasFocus() else now.panel), 1.5))
        painter.setBrush(QColor(now.accent))
        painter.drawEllipse(middle, GRIP, GRIP)
        painter.setPen(QPen(QColor(now.on_accent), 1.5))
        for side in (-1, 1):
            tip = middle + QPointF(side * 5.5, 0)
            painter.drawPolyline([tip + QPointF(-side * 3, -3), tip, tip + QPointF(-side * 3, 3)])

    def _paint_tags(self, painter: QPainter, line: float) -> None:
        """The names, each at the edge of its own side as long as there is room."""
        now = theme.colours()
        painter.setFont(theme.font(theme.SMALL, bold=True))
        metrics = painter.fontMetrics()
        for text, left, right, at_left in ((self._tags[0], 0.0, line, True), (self._tags[1], line, float(self.width()), False)):
            if not text or right - left < 40:
                continue
            words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(right - left) - 28)
            width = metrics.horizontalAdvance(words) + 12
            box = QRect(int(left) + 6 if at_left or self._beside else int(right) - width - 6, 6, width, metrics.height() + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.panel))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(now.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
