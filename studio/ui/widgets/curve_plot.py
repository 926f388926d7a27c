"""One plot of curves along the run: raw thin, smoothed over it, a band from minimum to maximum, marks, a line at the shared position.

It draws what it is handed and says where it was touched; it fetches no data. Importing this imports pyqtgraph.
x is in the plot's own unit, kimg or seconds; the panel converts.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.curve_data import Numbers, Overlaid, Points, Series, short
from studio.ui.widgets.axes import RunAxis, ValueAxis, ValueScale
from studio.ui.widgets.curve_items import MARK_ROOM, CurveBox, Drawn, MarkLayer
from studio.ui.widgets.marks import Mark
from studio.ui.widgets.overlay_layer import OverlayLayer
from studio.ui.widgets.plots import adopt_menus
from studio.ui.widgets.still import Still
from studio.words import say

BEGINNING, FEWEST = 1 / 3, 20  # of the part in view, which sets no scale where so many values follow


class CurvePlot(QWidget):
    """A plot with its title, its legend that tells the values under the cursor, and its axes."""

    placed = Signal(float)  # x: clicked there, or the line was dragged there
    hovered = Signal(object)  # x: float | None
    turned = Signal()  # a person zoomed or panned
    fit_wanted = Signal()
    menu_wanted = Signal(object)  # global QPoint

    def __init__(self, title: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.unit = title, unit
        self._series: dict[str, Series] = {}
        self._drawn: dict[str, Drawn] = {}
        self._points: dict[str, Points] = {}
        self._log, self._scale = False, ValueScale()
        self._where = ""
        self._told_x: float | None = None
        self._measure = QTextDocument(self)
        self._measure.setDocumentMargin(0)
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.RichText)
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box = CurveBox()
        self.y_axis, self.x_axis = ValueAxis(), RunAxis()
        self.plot = pg.PlotWidget(viewBox=self.box, axisItems={"left": self.y_axis, "bottom": self.x_axis}, enableMenu=False)
        self._set_up_plot()
        self.others = OverlayLayer(self.plot)
        self._lay_out()
        self._connect()
        self.retint()

    def _set_up_plot(self) -> None:
        adopt_menus(self.plot)
        self.plot.hideButtons()
        self.plot.setMinimumHeight(80)
        self.plot.setAccessibleName(say("Curves of {what}", what=self.title))
        self.plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot.showGrid(x=True, y=True, alpha=0.12)
        self.plot.getPlotItem().setContentsMargins(0, 0, 4, 0)
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        self.line = pg.InfiniteLine(angle=90, movable=True)
        self.cross_x, self.cross_y = pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=0)
        for item in (self.cross_x, self.cross_y, self.line):
            item.setZValue(20)
            self.plot.addItem(item, ignoreBounds=True)
        self.cross_x.hide()
        self.cross_y.hide()
        self.marks = MarkLayer(self.box)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Still(self._head))
        column.addWidget(self.others.legend)
        column.addWidget(self.plot, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        self.plot.scene().sigMouseMoved.connect(self._moved)
        self.plot.installEventFilter(self)
        self.line.sigDragged.connect(lambda line: self.placed.emit(float(line.value())))
        self.box.clicked.connect(self._clicked)
        self.box.fit_wanted.connect(self.fit_wanted)
        self.box.menu_wanted.connect(self.menu_wanted)
        self.box.sigRangeChangedManually.connect(lambda *_: self.turned.emit())

    # --- what is drawn ------------------------------------------------------------------------------------------------------

    def set_series(self, series: Sequence[Series]) -> None:
        """The curves that there are; a curve is made once and kept. The legend follows with `tell`, as after the other two below."""
        for one in series:
            if self._series.get(one.name) != one:
                self._forget(one.name)
                self._series[one.name] = one
                self._drawn[one.name] = Drawn(self.plot, one)
                self._points[one.name] = Points()
        for name in set(self._series) - {s.name for s in series}:
            self._forget(name)

    def _forget(self, name: str) -> None:
        if name in self._series:
            self._drawn.pop(name).remove(self.plot)
            del self._series[name], self._points[name]

    def series(self) -> list[Series]:
        """The curves that there are."""
        return list(self._series.values())

    def set_points(self, points: dict[str, Points]) -> None:
        """New numbers for the curves; those not named stay."""
        self._points |= {name: p for name, p in points.items() if name in self._series}
        self._redraw()

    def set_others(self, runs: Sequence[Overlaid]) -> None:
        """What other runs have of the same."""
        if runs or self.others.runs():
            self.others.set_runs(runs)
            self._redraw()

    def points(self, name: str) -> Points:
        """What is drawn of a series."""
        return self._points[name]

    def settle(self) -> None:
        """After all changes: pyqtgraph else moves its items within the next paint, which then takes place twice."""
        self.plot.scene().prepareForPaint()

    def set_log(self, on: bool) -> None:
        """A logarithmic axis, or a symlog one where there are values ≤ 0."""
        self._log = on
        self._redraw()

    def scale(self) -> ValueScale:
        """The scale of the values in force."""
        return self._scale

    def _redraw(self) -> None:
        scale = self._wanted_scale()
        if scale != self._scale:
            self._scale = scale
            self.y_axis.set_scale(scale)
        for name, drawn in self._drawn.items():
            drawn.set_points(self._points[name], self._scale)
        self.others.draw(self._scale)

    def _wanted_scale(self) -> ValueScale:
        """Where the symlog bends moves only by more than a decade: an axis that jumps at every tick cannot be read."""
        if not self._log:
            return ValueScale()
        wanted = ValueScale.fitting(self._all_seen())
        held = self._scale.kind == wanted.kind == "symlog" and 0.09 < wanted.c / self._scale.c < 11
        return self._scale if held else wanted

    def _seen(self, name: str, after: float) -> Numbers:
        p = self._points[name]
        late = p.x >= after
        return np.concatenate([p.low[late], p.high[late]]) if self._series[name].band else p.mean[late]

    def _all_seen(self, after: float = -np.inf) -> Numbers:
        """Those at this x and later, and all of other runs."""
        return np.concatenate([np.empty(0), *(self._seen(name, after) for name in self._series), *self.others.seen()])

    def _heights(self, after: float = -np.inf) -> Numbers:
        heights = self._scale.forward(self._all_seen(after))
        return heights[np.isfinite(heights)]

    def fit_values(self) -> None:
        """Puts all drawn values in view; where rare spikes are far out or the run began far off, what is usual since and a part of the way to them."""
        heights = self._heights()
        if not len(heights):
            return
        left, right = self.view_range()
        late = self._heights(left + BEGINNING * (right - left))
        low, high = float(heights.min()), float(heights.max())
        inner, outer = (float(v) for v in np.percentile(late if len(late) >= FEWEST else heights, [1, 99]))
        span = max(outer - inner, 1e-9 * max(1.0, abs(outer)))
        low, high = max(low, inner - 1.5 * span), min(high, outer + 1.5 * span)
        pad = 0.06 * (high - low) or 0.1 * abs(high) or 1.0
        room = MARK_ROOM / max(60.0, self.box.height()) * (high - low + 2 * pad)
        self.box.setYRange(low - pad, high + pad + room, padding=0)

    def view_range(self) -> tuple[float, float]:
        """The x in view."""
        left, right = self.box.viewRange()[0]
        return float(left), float(right)

    def set_view(self, left: float, right: float) -> None:
        """Puts this part of the run in view."""
        self.box.setXRange(left, right, padding=0)

    def set_time(self, on: bool) -> None:
        """Training time along the bottom instead of kimg."""
        self.x_axis.set_time(on)

    def set_marks(self, marks: Sequence[Mark], to_x: Callable[[float], float]) -> None:
        """Marks along the top; `to_x` turns their nimg into x."""
        self.marks.set_marks([(to_x(m.nimg), m) for m in marks])

    def set_line(self, x: float, *, live: bool) -> None:
        """The shared position: a whole line, or a dashed one at the newest when it follows."""
        colour, width = QColor(theme.colours().ok if live else theme.colours().accent), 2 * self.devicePixelRatioF()
        self.line.setPen(pg.mkPen(colour, width=width, style=_DASH if live else _WHOLE))
        if self.line.value() != x and not self.line.moving:
            self.line.setValue(x)

    # --- the legend and the cursor ------------------------------------------------------------------------------------------

    def tell(self, x: float | None, where: str = "") -> None:
        """Writes the values at x into the legend, and where that is; None: names alone. In a narrow plot it says less."""
        self._told_x, self._where = x, where
        for bands, place, figures in ((True, where, 4), (False, where, 4), (False, "", 4), (False, "", 2)):
            text = self._legend(x, place, bands=bands, figures=figures)
            if self._fits(text):
                self._head.setToolTip("")
                break
        else:  # the title goes, which the axis nearly says, if then all curves are named; else one curve after the other
            self._head.setToolTip(self._legend(x, where, bands=False, figures=4))
            counts = range(len(self._series) - 1, -1, -1)
            fewer = (self._legend(x, "", bands=False, figures=2, most=n) for n in counts)
            text = next(filter(self._fits, (self._legend(x, "", bands=False, figures=2, title=False), *fewer)), text)
        self._head.setText(text)
        if self.others.runs():
            self.others.tell(x, self.width())

    def _fits(self, text: str) -> bool:
        self._measure.setHtml(text)
        return self._measure.idealWidth() <= self.width()

    def _legend(self, x: float | None, where: str, *, bands: bool, figures: int, title: bool = True, most: int = 99) -> str:
        """most: so many series, and how many there are beside them."""
        c = theme.colours()
        parts = [f"<b>{self.title}</b>"] if title else []
        for name, one in list(self._series.items())[:most]:
            at = self._points[name].at(x) if x is not None else None
            value = "" if at is None else f"&nbsp;<b>{short(at[0], figures)}</b>"
            if at is not None and one.band and bands and where:
                reach = say("({low} to {high})", low=short(at[1]), high=short(at[2]))
                value += f"&nbsp;<span style='color:{c.muted}'>{reach}</span>"
            parts.append(f"<span style='color:{getattr(c, one.role)}'>&#9632;</span>&nbsp;{one.label}{value}")
        if (more := len(self._series) - most) > 0:
            parts.append(f"<span style='color:{c.muted}'>+{more}</span>")
        if where:
            parts.append(f"<span style='color:{c.muted}'>{where}</span>")
        return "&nbsp;&nbsp; ".join(parts)

    def told(self) -> str:
        """The legend as it reads."""
        return QTextDocumentFragment.fromHtml(self._head.text()).toPlainText().replace("\xa0", " ")

    def cross(self, x: float | None) -> None:
        """The cursor's vertical line, also when it is over another plot."""
        self.cross_x.setVisible(x is not None)
        if x is None:
            self.cross_y.hide()
        else:
            self.cross_x.setValue(x)

    def _moved(self, place: QPointF) -> None:
        if not self.box.sceneBoundingRect().contains(place):
            self._left()
            return
        at = self.box.mapSceneToView(place)
        self.cross_y.setValue(at.y())
        self.cross_y.show()
        mark = self.marks.at(self.box.mapFromScene(place))
        if mark is not None:
            QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(place)), mark[1].text, self.plot)
        self.hovered.emit(at.x())

    def _left(self) -> None:
        if self.cross_x.isVisible():
            self.hovered.emit(None)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._left()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(Qt.Key(event.key())):
            return True
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        left, right = self.view_range()
        moves = {Qt.Key.Key_Left: -0.01, Qt.Key.Key_Right: 0.01, Qt.Key.Key_PageDown: -0.1, Qt.Key.Key_PageUp: 0.1}
        zooms = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
        if key in moves:
            self.placed.emit(float(self.line.value()) + moves[key] * (right - left))
        elif key in zooms:
            middle, half = float(self.line.value()), (right - left) / 2 * zooms[key]
            self.set_view(middle - half, middle + half)
            self.turned.emit()
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit_wanted.emit()
        else:
            return False
        return True

    def _clicked(self, place: QPointF) -> None:
        mark = self.marks.at(place)
        self.placed.emit(float(self.box.mapToView(place).x()) if mark is None else mark[0])

    def retint(self) -> None:
        """Takes the colours of the present scheme."""
        c = theme.colours()
        self.plot.setBackground(QColor(c.panel))
        for axis in (self.x_axis, self.y_axis):
            axis.setPen(QColor(c.border))
            axis.setTextPen(QColor(c.muted))
        self.y_axis.setLabel(self.unit)
        for cross in (self.cross_x, self.cross_y):
            cross.setPen(pg.mkPen(QColor(c.muted), width=1, style=Qt.PenStyle.DotLine))
        self.line.setHoverPen(pg.mkPen(QColor(c.accent), width=4 * self.devicePixelRatioF()))
        for drawn in self._drawn.values():
            drawn.retint()
        self.others.retint()
        self.marks.update()
        self.tell(self._told_x, self._where)


_DASH, _WHOLE = Qt.PenStyle.DashLine, Qt.PenStyle.SolidLine
