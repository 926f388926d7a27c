"""What a curve plot is made of: the items of one series, the band between extremes, the marks, and the box that takes the mouse.

Importing this imports pyqtgraph.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from studio.ui import theme
from studio.ui.curve_data import Numbers, Points, Series
from studio.ui.widgets.axes import ValueScale
from studio.ui.widgets.marks import FIRST, Mark, mark_colour, mark_shape

MARK_ROOM = 16  # pixels at the top that the marks lie in
NEAR = 6  # pixels within which the cursor is on a mark


class Drawn:
    """The items of one series, made once. The raw curve is one pixel wide without antialiasing: wider ones are 250 times slower."""

    def __init__(self, plot: pg.PlotWidget, series: Series) -> None:
        self._series, self._plot = series, plot
        self.band = Band()
        self.raw, self.smooth = pg.PlotCurveItem(connect="finite", antialias=False), pg.PlotCurveItem(connect="finite", antialias=True)
        self.smooth.setSegmentedLineMode("on")
        for z, item in enumerate((self.band, self.raw, self.smooth)):
            item.setZValue(z)
            plot.addItem(item, ignoreBounds=True)
        self.retint()

    def set_points(self, p: Points, scale: ValueScale) -> None:
        self.raw.setData(p.x, scale.forward(p.mean))
        self.raw.setPen(self._faint if p.smooth is not None else self._full)
        self.smooth.setVisible(p.smooth is not None)
        if p.smooth is not None:
            self.smooth.setData(p.x, scale.forward(p.smooth))
        self.band.setVisible(self._series.band)
        if self._series.band:
            self.band.set_points(p.x, scale.forward(p.low), scale.forward(p.high))

    def retint(self) -> None:
        colour = QColor(getattr(theme.colours(), self._series.role))
        faint, veil = QColor(colour), QColor(colour)
        faint.setAlphaF(0.4)
        veil.setAlphaF(0.16)
        self._faint, self._full = pg.mkPen(faint, width=1), pg.mkPen(colour, width=1)
        self.raw.setPen(self._faint if self.smooth.isVisible() else self._full)
        self.smooth.setPen(pg.mkPen(colour, width=2 * self._plot.devicePixelRatioF()))  # pyqtgraph's pens count pixels of the device
        self.band.set_colour(veil)

    def remove(self, plot: pg.PlotWidget) -> None:
        for item in (self.band, self.raw, self.smooth):
            plot.removeItem(item)


class Band(pg.GraphicsObject):
    """The area between minima and maxima, in pieces where numbers are missing."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[QPolygonF] = []
        self._bounds = QRectF()
        self._colour = QColor()

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    def set_points(self, x: Numbers, low: Numbers, high: Numbers) -> None:
        """x [N] rising, low ≤ high [N], NaN where there is nothing."""
        self.prepareGeometryChange()
        sound = np.isfinite(low) & np.isfinite(high)
        edges = np.flatnonzero(np.diff(np.concatenate([[False], sound, [False]]).astype(np.int8)))
        self._pieces = []
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            xs, ys = np.concatenate([x[a:b], x[a:b][::-1]]), np.concatenate([high[a:b], low[a:b][::-1]])
            self._pieces.append(pg.functions.arrayToQPolygonF(xs, ys))
        self._bounds = QRectF(x[0], low[sound].min(), x[-1] - x[0], high[sound].max() - low[sound].min()) if sound.any() else QRectF()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        for piece in self._pieces:
            painter.drawPolygon(piece)


class MarkLayer(QGraphicsItem):
    """Marks along the top edge of a plot, in pixels; failures, commands and alarms also as a line down to the axis."""

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self._box = box
        self._marks: list[tuple[float, Mark]] = []
        self.setZValue(1000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        box.sigRangeChanged.connect(lambda *_: self.update())
        box.sigResized.connect(lambda *_: self.prepareGeometryChange())

    def set_marks(self, marks: Sequence[tuple[float, Mark]]) -> None:
        """Marks with their x."""
        self._marks = list(marks)
        self.update()

    def at(self, place: QPointF) -> tuple[float, Mark] | None:
        """The mark under a place of the view box, in its pixels, with its x; failures and alarms before others."""
        near = [(abs(self._x(x) - place.x()), x, m) for x, m in self._marks] if place.y() <= MARK_ROOM + 2 else []
        found = min((n for n in near if n[0] <= NEAR), key=lambda n: (n[2].kind not in FIRST, n[0]), default=None)
        return None if found is None else found[1:]

    def _x(self, x: float) -> float:
        (left, right), width = self._box.viewRange()[0], self._box.width()
        return float((x - left) / (right - left) * width) if right > left else 0.0

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._box.width(), self._box.height())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, mark in self._marks:
            place, colour = self._x(x), mark_colour(mark.kind)
            if not -8 <= place <= self._box.width() + 8:
                continue
            if mark.kind in ("failure", "command", "alarm", "caution"):
                painter.setPen(pg.mkPen(colour, width=1, style=Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(place, MARK_ROOM), QPointF(place, self._box.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(mark_shape(mark.kind, QPointF(place, MARK_ROOM / 2), 4.5))


class CurveBox(pg.ViewBox):
    """Wheel: zoom along the run; with Ctrl, the values. Drag: pan. Click: a place. Double click: fit."""

    clicked = Signal(object)  # QPointF in the box's own pixels
    fit_wanted = Signal()
    menu_wanted = Signal(object)

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        if axis is None:
            axis = 1 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0
        super().wheelEvent(event, axis)

    def mouseClickEvent(self, event: Any) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(event.screenPos().toPoint())
        elif event.double():
            self.fit_wanted.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.pos())
