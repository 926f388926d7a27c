"""2-D samples: real and fake points, how dense both lie, D's map, and arrows that show where G is pushed. It loads nothing and knows no run.

Importing this imports pyqtgraph: do it when the first points are shown, not with the window.
"""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.density import density, veil
from studio.ui.widgets.flow import FlowLayout
from studio.ui.widgets.frames import PointsFrame
from studio.ui.widgets.plots import plane
from studio.ui.widgets.still import Still
from studio.ui.widgets.swatch import swatch
from studio.words import say

ARROW = 0.07  # length of a long arrow, as a share of the view's width
MOST = 4000  # points of each kind that are drawn
ZOOMS = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
MOVES = {Qt.Key.Key_Left: (-0.1, 0.0), Qt.Key.Key_Right: (0.1, 0.0), Qt.Key.Key_Up: (0.0, 0.1), Qt.Key.Key_Down: (0.0, -0.1)}
FIRST = ("real", "fake", "heat", "centres")  # parts that are shown until a person chooses
_SHOWN = "samples/points"


class PointsView(QWidget):
    """Real and fake points, D's probability as a map in the colours of real and fake, arrows of −∇ of G's loss. Double click fits.

    Which of them are shown is remembered.
    """

    def __init__(self, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._frame: PointsFrame | None = None
        self._fitted = True
        self._plot = plane(say("Real and fake points with the discriminator's map"))
        self._heat = pg.ImageItem(axisOrder="row-major")
        self._real = pg.ScatterPlotItem(size=6, pen=None, pxMode=True)
        self._fake = pg.ScatterPlotItem(size=4, pen=None, pxMode=True)
        self._arrows = pg.PlotCurveItem(connect="pairs")
        self._clouds = {name: pg.ImageItem(axisOrder="row-major") for name in ("real", "fake")}
        self._centres = pg.ScatterPlotItem(size=15, symbol="o", pxMode=True)
        for item in (self._heat, *self._clouds.values(), self._real, self._arrows, self._fake, self._centres):
            self._plot.addItem(item)
        self._toggles = self._make_toggles()
        self._legend, self._told = Legend(), QLabel()
        self._lay_out()
        self._plot.installEventFilter(self)
        self._plot.getViewBox().sigRangeChangedManually.connect(self._by_hand)
        self._plot.scene().sigMouseMoved.connect(self._tell)
        self._plot.scene().sigMouseClicked.connect(self._clicked)
        self.retint()

    def _make_toggles(self) -> dict[str, QToolButton]:
        about = {
            "real": (say("Real"), say("Samples of the data set")),
            "fake": (say("Fake"), say("What G makes of the fixed latents")),
            "density": (say("Density"), say("How dense the real and the fake points lie, each in its colour: a smoothed histogram")),
            "heat": (say("D's map"), say("How probable D holds it that a point at each place is real")),
            "arrows": (say("Arrows"), say("Where G is pushed: the direction in which its loss falls at each fake point")),
        }
        about["centres"] = (say("Centres"), say("The true centres of the data's modes"))
        kept = FIRST if self._settings is None else str(self._settings.value(_SHOWN, ",".join(FIRST))).split(",")
        toggles = {}
        for key, (text, tip) in about.items():
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setChecked(key in kept)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(say("Show {what}", what=text))
            button.setIcon(swatch({"heat": "D", "density": "accent", "arrows": "text", "centres": "muted"}.get(key, key)))
            button.toggled.connect(self._show_parts)
            button.clicked.connect(self._remember)
            toggles[key] = button
        return toggles

    def _lay_out(self) -> None:
        row = FlowLayout()
        for part in self._toggles.values():
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(row)
        column.addWidget(self._plot, 1)
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._told.setMinimumHeight(self._told.fontMetrics().height())  # so that nothing moves when the pointer comes
        below = QHBoxLayout()
        below.addWidget(self._legend)
        below.addWidget(Still(self._told), 1)
        column.addLayout(below)

    # --- what is shown ------------------------------------------------------------------------------------------------------

    def set_frame(self, frame: PointsFrame) -> None:
        """Shows other points; the view stays where a person has put it."""
        changed = self._frame is None or frame.extent != self._frame.extent
        self._frame = frame
        left, right, bottom, top = frame.extent
        self._real.setData(pos=_finite(frame.real)[:MOST])
        self._fake.setData(pos=_finite(frame.fake)[:MOST])
        if frame.heat is not None:
            levels = np.clip(np.nan_to_num(frame.heat, nan=0.5) * 255, 0, 255).astype(np.uint8)
            self._heat.setImage(levels, autoLevels=False, levels=None)
            rows, columns = frame.heat.shape
            width, height = (right - left) / max(1, columns - 1), (top - bottom) / max(1, rows - 1)  # values lie on the edges of the extent
            self._heat.setRect(QRectF(left - width / 2, bottom - height / 2, width * columns, height * rows))
        self._arrows.setData(*_arrow_lines(frame, ARROW * (right - left)), connect="pairs")
        self._show_parts()
        if changed and self._fitted:
            self.fit()

    def fit(self) -> None:
        """All of the map in view."""
        self._fitted = True
        if self._frame is not None:
            left, right, bottom, top = self._frame.extent
            self._plot.getViewBox().setRange(xRange=(left, right), yRange=(bottom, top), padding=0.02)

    def set_centres(self, centres: NDArray[np.float64] | None) -> None:
        """The true centres of the data's modes [n, 2], where they are known."""
        self._centres.setData(pos=np.empty((0, 2)) if centres is None else centres)
        self._show_parts()

    def shown(self, part: str) -> bool:
        """Whether a part, such as `real` or `heat`, is drawn."""
        return all(item.isVisible() for item in self._items()[part])

    def toggle(self, part: str) -> QToolButton:
        """The button that shows or hides a part."""
        return self._toggles[part]

    def picture(self) -> QPixmap:
        """The plot as it looks."""
        picture: QPixmap = self._plot.grab()
        return picture

    def retint(self) -> None:
        """Takes the colours of the present scheme."""
        c = theme.colours()
        self._plot.setBackground(QColor(c.panel))
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(QColor(c.border))
            axis.setTextPen(QColor(c.muted))
        for item, colour in ((self._real, c.real), (self._fake, c.fake)):
            item.setBrush(pg.mkBrush(QColor(colour)))
            item.setPen(None)
        self._centres.setBrush(None)
        self._centres.setPen(pg.mkPen(QColor(c.text), width=1.2))
        ink = QColor(c.text)
        ink.setAlphaF(0.7)
        self._arrows.setPen(pg.mkPen(ink, width=1))
        self._heat.setLookupTable(diverging())
        for button in self._toggles.values():
            button.update()
        self._legend.update()
        self._fill_clouds()

    def _items(self) -> dict[str, tuple[pg.GraphicsObject, ...]]:
        clouds = tuple(self._clouds.values())
        named = {"real": self._real, "fake": self._fake, "heat": self._heat, "arrows": self._arrows, "centres": self._centres}
        return {**{name: (item,) for name, item in named.items()}, "density": clouds}

    def _show_parts(self) -> None:
        f = self._frame
        lacking = {"heat": f is not None and f.heat is None, "arrows": f is not None and f.grad is None, "centres": not len(self._centres.points())}
        for key, items in self._items().items():
            on = not lacking.get(key, False)
            self._toggles[key].setEnabled(on)
            for item in items:
                item.setVisible(on and self._toggles[key].isChecked())
        self._toggles["centres"].setVisible(not lacking["centres"])
        self._legend.setVisible(self._heat.isVisible())
        self._fill_clouds()

    def _fill_clouds(self) -> None:
        """Counted only while they are seen."""
        f = self._frame
        if f is None or not self.shown("density"):
            return
        left, right, bottom, top = f.extent
        for name, points in (("real", f.real), ("fake", f.fake)):
            c = QColor(getattr(theme.colours(), name))
            self._clouds[name].setImage(veil(density(points, f.extent), (c.red(), c.green(), c.blue())), autoLevels=False, levels=None)
            self._clouds[name].setRect(QRectF(left, bottom, right - left, top - bottom))

    def _remember(self) -> None:
        if self._settings is not None:
            self._settings.setValue(_SHOWN, ",".join(key for key, button in self._toggles.items() if button.isChecked()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(Qt.Key(event.key()))

    def _key(self, key: Qt.Key) -> bool:
        """Plus and minus zoom, arrows move along, 0 fits."""
        box = self._plot.getViewBox()
        if key in ZOOMS:
            box.scaleBy((ZOOMS[key], ZOOMS[key]))
        elif key in MOVES:
            left, right = box.viewRange()[0]
            box.translateBy(x=MOVES[key][0] * (right - left), y=MOVES[key][1] * (right - left))
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
            return True
        else:
            return False
        self._by_hand()
        return True

    def _by_hand(self) -> None:
        self._fitted = False

    def _tell(self, place: QPointF) -> None:
        """The place under the cursor, and what D says there."""
        if self._frame is None or not self._plot.getPlotItem().sceneBoundingRect().contains(place):
            self._told.clear()
            return
        p = self._plot.getViewBox().mapSceneToView(place)
        x, y = float(p.x()), float(p.y())
        text = say("x {x:.2f}, y {y:.2f}", x=x, y=y)
        heat, (left, right, bottom, top) = self._frame.heat, self._frame.extent
        if heat is not None and left <= x < right and bottom <= y < top:
            row, column = round((y - bottom) / (top - bottom) * (heat.shape[0] - 1)), round((x - left) / (right - left) * (heat.shape[1] - 1))
            text = say("x {x:.2f}, y {y:.2f}, D: {percent:.0f}% real", x=x, y=y, percent=100 * float(heat[row, column]))
        self._told.setText(text)

    def _clicked(self, event: Any) -> None:
        if event.double():
            self.fit()


class Legend(QWidget):
    """The colours of D's map: from surely fake over undecided to surely real."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("D's map: from the colour of fake, where D is sure of that, to the colour of real"))
        self.setToolTip(say("Where D holds a point for fake, cannot tell (no colour), or holds it for real; measured from D's own middle"))

    def sizeHint(self) -> QSize:
        """Wide enough for both words and the bar."""
        return QSize(sum(self.fontMetrics().horizontalAdvance(t) for t in self._ends()) + 96, self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """The same: a cut legend tells nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().muted))
        fake, real = self._ends()
        left, right = self.fontMetrics().horizontalAdvance(fake) + 6, self.fontMetrics().horizontalAdvance(real) + 6
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fake)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, real)
        bar = QRectF(left, self.height() / 2 - 5, self.width() - left - right, 10)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for i, rgb in enumerate(diverging()[::15]):
            gradient.setColorAt(i / 17, QColor(*(int(v) for v in rgb)))
        painter.fillRect(bar, gradient)
        painter.setPen(QPen(QColor(theme.colours().border), 1))
        painter.drawRect(bar)

    @staticmethod
    def _ends() -> tuple[str, str]:
        return say("fake"), say("real")


def diverging() -> NDArray[np.uint8]:
    """256 colours from that of fake over the panel's own to that of real, paled so that points stand out on them: uint8 [256, 3]."""
    c = theme.colours()
    fake, middle, real = (np.array([int(name[i : i + 2], 16) for i in (1, 3, 5)], np.float64) for name in (c.fake, c.panel, c.real))
    t = np.linspace(-1, 1, 256)[:, None]
    strength = 0.4 * np.abs(t)
    table: NDArray[np.uint8] = (np.where(t < 0, fake, real) * strength + middle * (1 - strength)).astype(np.uint8)
    return table


def _finite(points: NDArray[np.float32]) -> NDArray[np.float32]:
    return points[np.isfinite(points).all(1)]


def _arrow_lines(frame: PointsFrame, longest: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Shafts and heads as pairs of ends: x and y of [6·N]. The 95th percentile of the lengths becomes `longest`."""
    if frame.grad is None or len(frame.grad) != len(frame.fake):
        return np.empty(0), np.empty(0)
    sound = np.isfinite(frame.grad).all(1) & np.isfinite(frame.fake).all(1)
    tail, g = frame.fake[sound][:MOST].astype(np.float64), frame.grad[sound][:MOST].astype(np.float64)
    size = np.hypot(g[:, 0], g[:, 1])
    unit = float(np.percentile(size, 95)) if len(size) else 0.0
    if unit <= 0:
        return np.empty(0), np.empty(0)
    step = g * (longest / unit) * np.minimum(1, 1.5 * unit / np.maximum(size, 1e-30))[:, None]
    head, side = tail + step, np.stack([-step[:, 1], step[:, 0]], 1)
    lines = np.stack([tail, head, head, head - 0.3 * step + 0.18 * side, head, head - 0.3 * step - 0.18 * side], 1).reshape(-1, 2)
    return lines[:, 0], lines[:, 1]
