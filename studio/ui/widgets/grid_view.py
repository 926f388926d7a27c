"""A picture of many samples, pixel for pixel: zoom, pan, one cell at a time. It loads nothing and knows no run."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from studio.ui import theme
from studio.words import say

WHEEL_STEP = 120  # eighths of a degree in one notch of a wheel


@dataclass(frozen=True)
class Cells:
    """How samples lie in a grid picture: row by row, `columns` to a row, each `width` × `height` pixels; `count` places are filled."""

    columns: int
    width: int
    height: int
    count: int
    gap: int = 0  # pixels between neighbours

    @classmethod
    def of(cls, picture: QSize, width: int, height: int, count: int | None = None) -> "Cells":
        """The cells of a picture whose samples have this size; all places are taken for filled when the count is not known."""
        columns, rows = max(1, picture.width() // width), max(1, picture.height() // height)
        return cls(columns, width, height, columns * rows if count is None else min(count, columns * rows))

    def rect(self, cell: int) -> QRect:
        """Where a cell lies in the picture."""
        row, column = divmod(cell, self.columns)
        return QRect(column * (self.width + self.gap), row * (self.height + self.gap), self.width, self.height)

    def size(self) -> QSize:
        """Of a picture that holds the filled cells."""
        corner = self.rect(self.columns * (-(-self.count // self.columns)) - 1).bottomRight()
        return QSize(corner.x() + 1, corner.y() + 1)

    def at(self, x: float, y: float) -> int | None:
        """The filled cell at a place of the picture."""
        column, row = int(x // (self.width + self.gap)), int(y // (self.height + self.gap))
        cell = row * self.columns + column
        return cell if 0 <= column < self.columns and row >= 0 and cell < self.count else None


class Outlook(NamedTuple):
    """How a picture is looked at: device pixels to its pixel, where its corner lies in device pixels, whether it is fitted to the view."""

    scale: float
    origin: QPointF
    fitted: bool


class GridView(QWidget):
    """Shows a grid of samples: whole factors without smoothing when larger than life, smooth when smaller.

    Wheel: zoom about the cursor. Drag: pan. Double click: fit. Arrows choose a cell, Enter looks closer at it, + − 0 zoom and fit.
    """

    hovered = Signal(object)  # cell: int | None
    chosen = Signal(object)  # cell: int | None
    activated = Signal(int)  # a cell that was clicked, or chosen when Enter was pressed
    moved = Signal()  # zoomed, panned or fitted, but not by `adopt`
    resized = Signal()  # the picture has its place in a view of another size
    menu_wanted = Signal(object, object)  # global QPoint, cell: int | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._pixmap, self._small = QPixmap(), QPixmap(), QPixmap()  # as handed in, with gaps, shrunk
        self._source_cells: Cells | None = None
        self._cells: Cells | None = None  # of the picture with gaps
        self._scale, self._origin, self._fitted = 1.0, QPointF(), True  # device pixels per pixel of the picture; its corner in device pixels
        self._hover: int | None = None
        self._cell: int | None = None
        self._press: QPointF | None = None
        self._dragging, self._turned = False, 0
        self.at_top = False  # where a picture lies that is less tall than the view: else in the middle
        self.looks_closer = False  # whether Enter on a chosen cell is ours: else it is the dialog's
        self.names: Sequence[int] = ()  # seeds of the cells, where they are not the cells' own numbers
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 96)
        self.setAccessibleName(say("Samples of the fixed latents"))
        self.setAccessibleDescription(say("Arrow keys choose a sample, Enter looks closer at it, plus and minus zoom, 0 fits the picture to the window."))

    # --- what is shown ------------------------------------------------------------------------------------------------------

    def set_picture(self, pixmap: QPixmap, cells: Cells | None) -> None:
        """Shows another picture; zoom, place and chosen cell stay where the size is the same."""
        same = pixmap.size() == self._source.size() and cells == self._source_cells
        self._source, self._source_cells = pixmap, cells
        self._cells = None if cells is None or cells.count < 1 else replace(cells, gap=1)
        self._pixmap, self._small = pixmap if self._cells is None or cells is None else spaced(pixmap, cells, self._cells), QPixmap()
        if not same:
            self._fitted = True
            self._set_hover(None)
            self.choose(None)
        self._place()

    def picture(self) -> QPixmap:
        """The whole picture, in its own pixels."""
        return self._source

    def cell_picture(self, cell: int) -> QPixmap:
        """One sample, in its own pixels."""
        assert self._source_cells is not None
        return self._source.copy(self._source_cells.rect(cell))

    def words(self, cell: int) -> str:
        """What is written beside a cell."""
        return say("seed {seed}", seed=self.names[cell] if cell < len(self.names) else cell)

    def cell(self) -> int | None:
        """The chosen cell."""
        return self._cell

    def choose(self, cell: int | None) -> None:
        """Chooses a cell, or none."""
        if cell != self._cell:
            self._cell = cell
            self.setAccessibleDescription("" if cell is None else self.words(cell))
            self.chosen.emit(cell)
            self.update()

    def scale(self) -> float:
        """Device pixels on the screen for each pixel of the picture."""
        return self._scale

    def cell_place(self, cell: int) -> QRect:
        """Where a cell lies in the widget, in its logical pixels."""
        assert self._cells is not None
        r, s, d = self._cells.rect(cell), self._scale, self.devicePixelRatioF()
        return QRectF((self._origin.x() + r.x() * s) / d, (self._origin.y() + r.y() * s) / d, r.width() * s / d, r.height() * s / d).toRect()

    # --- zoom and place -----------------------------------------------------------------------------------------------------

    def outlook(self) -> Outlook:
        """How the picture is looked at."""
        return Outlook(self._scale, QPointF(self._origin), self._fitted)

    def adopt(self, outlook: Outlook) -> None:
        """Look at the picture as another view looks at its own, without saying so."""
        self._scale, self._origin, self._fitted = outlook.scale, QPointF(outlook.origin), outlook.fitted
        self._place()

    def fit(self) -> None:
        """The whole picture, as large as whole factors allow."""
        self._fitted = True
        self._place()
        self.moved.emit()

    def zoom(self, steps: int, about: QPointF | None = None) -> None:
        """In (steps above 0) or out; the picture's point under `about` (logical pixels, else the middle) stays where it is."""
        if self._pixmap.isNull() or not steps:
            return
        old, new = self._scale, self._scale
        for _ in range(abs(steps)):
            new = _larger(new) if steps > 0 else _smaller(new)
        new = min(max(new, min(self._fit_scale(), 1.0)), max(self._fit_scale(), 64.0))
        at = (about if about is not None else QPointF(self.rect().center())) * self.devicePixelRatioF()
        self._fitted, self._scale = False, new
        self._origin = at - (at - self._origin) * (new / old)
        self._place()
        self.moved.emit()

    def _view(self) -> tuple[int, int]:
        return round(self.width() * self.devicePixelRatioF()), round(self.height() * self.devicePixelRatioF())

    def _fit_scale(self) -> float:
        width, height = self._view()
        scale = min(width / self._pixmap.width(), height / self._pixmap.height())
        return float(int(scale)) if scale >= 1 else scale

    def _place(self) -> None:
        """Keeps the picture within the view: centred where it is smaller, without empty edges where it is larger."""
        if not self._pixmap.isNull():
            if self._fitted:
                self._scale = self._fit_scale()
            width, height = self._view()
            x = _held(self._origin.x(), self._pixmap.width() * self._scale, width)
            tall = self._pixmap.height() * self._scale
            y = 0.0 if self.at_top and tall <= height else _held(self._origin.y(), tall, height)
            self._origin = QPointF(x, y)
        self.update()

    def _cell_at(self, place: QPointF) -> int | None:
        if self._cells is None or self._pixmap.isNull():
            return None
        p = (place * self.devicePixelRatioF() - self._origin) / self._scale
        return self._cells.at(p.x(), p.y())

    def _set_hover(self, cell: int | None) -> None:
        if cell != self._hover:
            self._hover = cell
            self.hovered.emit(cell)
            self.update()

    # --- events -------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for 8 × 8 samples of 32 × 32 pixels, twice enlarged."""
        return QSize(512, 512)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._place()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        steps = int(self._turned / WHEEL_STEP)
        self._turned -= steps * WHEEL_STEP
        self.zoom(steps, event.position())
        self._set_hover(self._cell_at(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._press, self._dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            self._set_hover(self._cell_at(event.position()))
            return
        moved = event.position() - self._press
        if not self._dragging and moved.manhattanLength() < QApplication.startDragDistance():
            return
        if not self._dragging:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._fitted = False
        self._origin += moved * self.devicePixelRatioF()
        self._press = event.position()
        self._place()
        self.moved.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and not self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self.choose(self._cell_at(event.position()))
            if self._cell is not None:
                self.activated.emit(self._cell)
        self._press, self._dragging = None, False
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.choose(self._cell_at(QPointF(event.pos())))
            self.menu_wanted.emit(event.globalPos(), self._cell)
        else:
            spot = self.cell_place(self._cell).center() if self._cell is not None else self.rect().center()
            self.menu_wanted.emit(self.mapToGlobal(spot), self._cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        columns = self._cells.columns if self._cells is not None else 0
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        if key in moves and self._cells is not None:
            cell = 0 if self._cell is None else self._cell + moves[Qt.Key(key)]
            if 0 <= cell < self._cells.count:
                self.choose(cell)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.looks_closer and self._cell is not None:
            self.activated.emit(self._cell)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape and self._cell is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    # --- painting -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pixmap.isNull():
            return
        painter = QPainter(self)
        self._small = self._paint_picture(painter, self._pixmap, self._small)
        self._paint_marks(painter)
        if self.hasFocus() and self._cell is None:
            painter.setPen(QPen(QColor(theme.colours().accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_picture(self, painter: QPainter, picture: QPixmap, small: QPixmap) -> QPixmap:
        """Draws a picture in its place, from `small` where that is the picture shrunk to it; the shrunk one, to be kept."""
        painter.save()
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)  # from here on device pixels, so that each pixel of the picture is a whole square
        size = QSize(round(picture.width() * self._scale), round(picture.height() * self._scale))
        place = QRect(self._origin.toPoint(), size)
        if self._cells is not None:
            frame = max(1, round(self._scale))
            painter.fillRect(place.adjusted(-frame, -frame, frame, frame), theme.between_samples())
        if self._scale >= 1:
            painter.drawPixmap(place, picture)
        else:
            if small.size() != size:
                small = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
            painter.drawPixmap(place.topLeft(), small)
        painter.restore()
        return small

    def _paint_marks(self, painter: QPainter) -> None:
        """Outlines and words of the cell under the pointer and of the chosen one."""
        painter.save()
        for cell, colour in ((self._hover, theme.colours().text), (self._cell, theme.colours().accent)):
            if cell is not None:
                self._outline(painter, self.cell_place(cell), QColor(colour))
        told = self._hover if self._hover is not None else self._cell
        if told is not None:
            self._label(painter, told)
        painter.restore()

    @staticmethod
    def _outline(painter: QPainter, place: QRect, colour: QColor) -> None:
        """Two nested lines, so that one of them stands out on any picture."""
        painter.setPen(QPen(QColor(theme.colours().window), 1))
        painter.drawRect(place.adjusted(-3, -3, 2, 2))
        painter.setPen(QPen(colour, 2))
        painter.drawRect(place.adjusted(-1, -1, 1, 1))

    def _label(self, painter: QPainter, cell: int) -> None:
        text, place = self.words(cell), self.cell_place(cell)
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        box = QRect(0, 0, metrics.horizontalAdvance(text) + 16, metrics.height() + 6)
        box.moveCenter(QPoint(place.center().x(), place.bottom() + box.height() // 2 + 6))
        if box.bottom() > self.height():
            box.moveBottom(place.top() - 6)
        box.moveTo(min(max(box.x(), 2), max(2, self.width() - box.width() - 2)), max(box.y(), 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours().border), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self.palette().color(QPalette.ColorRole.ToolTipText))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _larger(scale: float) -> float:
    return min(scale * 1.25, 1.0) if scale < 1 else scale + max(1, int(scale * 0.25))


def _smaller(scale: float) -> float:
    return scale / 1.25 if scale <= 1 else max(1.0, scale - max(1, int(scale * 0.2)))


def _held(origin: float, size: float, view: float) -> float:
    low, high = sorted((0.0, view - size))
    return float(round((view - size) / 2)) if size <= view else float(round(min(max(origin, low), high)))


def spaced(picture: QPixmap, cells: Cells, apart: Cells) -> QPixmap:
    """The same samples with see-through gaps between them; samples that are themselves see-through lie on a faint pattern."""
    out = QPixmap(apart.size())
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    for cell in range(cells.count):
        if picture.hasAlphaChannel():
            painter.fillRect(apart.rect(cell), QColor(theme.colours().panel))
            painter.fillRect(apart.rect(cell), QBrush(QColor(theme.colours().border), Qt.BrushStyle.Dense4Pattern))
        painter.drawPixmap(apart.rect(cell), picture, cells.rect(cell))
    painter.end()
    return out
