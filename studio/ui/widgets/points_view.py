"""2-D samples: real and fake points over D's map, with arrows that show where G is pushed. It loads nothing and knows no run.

Importing this imports pyqtgraph: do it when the first points are shown, not with the window.
"""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.frames import PointsFrame
from studio.ui.widgets.plots import adopt_menus
from studio.ui.widgets.swatch import swatch

ARROW = 0.07  # length of a long arrow, as a share of the view's width
MOST = 4000  # points of each kind that are drawn


class PointsView(QWidget):
    """Real and fake points, D's probability as a map in the colours of real and fake, arrows of −∇ of G's loss. Double click fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: PointsFrame | None = None
        self._fitted = True
        self._plot = pg.PlotWidget(enableMenu=False)
        adopt_menus(self._plot)
        self._plot.setAspectLocked(True)
        self._plot.hideButtons()
        self._plot.setMinimumSize(96, 96)
        self._plot.setAccessibleName("Real and fake points with the discriminator's map")
        for side in ("left", "bottom"):
            self._plot.getAxis(side).enableAutoSIPrefix(False)
        self._heat = pg.ImageItem(axisOrder="row-major")
        self._real = pg.ScatterPlotItem(size=6, pen=None, pxMode=True)
        self._fake = pg.ScatterPlotItem(size=4, pen=None, pxMode=True)
        self._arrows = pg.PlotCurveItem(connect="pairs")
        for item in (self._heat, self._real, self._arrows, self._fake):
            self._plot.addItem(item)
        self._toggles = self._make_toggles()
        self._legend, self._told = Legend(), QLabel()
        self._lay_out()
        self._plot.getViewBox().sigRangeChangedManually.connect(self._by_hand)
        self._plot.scene().sigMouseMoved.connect(self._tell)
        self._plot.scene().sigMouseClicked.connect(self._clicked)
        self.retint()

    def _make_toggles(self) -> dict[str, QToolButton]:
        about = {
            "real": ("Real", "Samples of the data set"),
            "fake": ("Fake", "What G makes of the fixed latents"),
            "heat": ("D's map", "How probable D holds it that a point at each place is real"),
            "arrows": ("Arrows", "Where G is pushed: the direction in which its loss falls at each fake point"),
        }
        toggles = {}
        for key, (text, tip) in about.items():
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setChecked(key != "arrows")
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(f"Show {text}")
            button.setIcon(swatch({"heat": "D", "arrows": "text"}.get(key, key)))
            button.toggled.connect(self._show_parts)
            toggles[key] = button
        return toggles

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE // 2)
        for button in self._toggles.values():
            row.addWidget(button)
        row.addSpacing(theme.SPACE)
        row.addWidget(self._legend)
        row.addStretch(1)
        row.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(row)
        column.addWidget(self._plot, 1)

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

    def shown(self, part: str) -> bool:
        """Whether `real`, `fake`, `heat` or `arrows` is drawn."""
        return bool({"real": self._real, "fake": self._fake, "heat": self._heat, "arrows": self._arrows}[part].isVisible())

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
        ink = QColor(c.text)
        ink.setAlphaF(0.7)
        self._arrows.setPen(pg.mkPen(ink, width=1))
        self._heat.setLookupTable(diverging())
        for button in self._toggles.values():
            button.update()
        self._legend.update()

    def _show_parts(self) -> None:
        f = self._frame
        has = {"real": True, "fake": True, "heat": f is None or f.heat is not None, "arrows": f is None or f.grad is not None}
        items = {"real": self._real, "fake": self._fake, "heat": self._heat, "arrows": self._arrows}
        for key, item in items.items():
            self._toggles[key].setEnabled(has[key])
            item.setVisible(has[key] and self._toggles[key].isChecked())
        self._legend.setVisible(self._heat.isVisible())

    def _by_hand(self) -> None:
        self._fitted = False

    def _tell(self, place: QPointF) -> None:
        """The place under the cursor, and what D says there."""
        if self._frame is None or not self._plot.getPlotItem().sceneBoundingRect().contains(place):
            self._told.clear()
            return
        p = self._plot.getViewBox().mapSceneToView(place)
        text = f"x {p.x():.2f}, y {p.y():.2f}"
        heat, (left, right, bottom, top) = self._frame.heat, self._frame.extent
        if heat is not None and left <= p.x() < right and bottom <= p.y() < top:
            row, column = round((p.y() - bottom) / (top - bottom) * (heat.shape[0] - 1)), round((p.x() - left) / (right - left) * (heat.shape[1] - 1))
            text += f", D: {heat[row, column]:.0%} real"
        self._told.setText(text)

    def _clicked(self, event: Any) -> None:
        if event.double():
            self.fit()


class Legend(QWidget):
    """The colours of D's map: from surely fake over undecided to surely real."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("D's map: from the colour of fake, where D is sure of that, to the colour of real")
        self.setToolTip("Where D holds a point for fake, cannot tell (no colour), or holds it for real; measured from D's own middle")

    def sizeHint(self) -> QSize:
        """Wide enough for both words and the bar."""
        return QSize(sum(self.fontMetrics().horizontalAdvance(t) for t in ("fake", "real")) + 96, self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """The same: a cut legend tells nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().muted))
        left, right = self.fontMetrics().horizontalAdvance("fake") + 6, self.fontMetrics().horizontalAdvance("real") + 6
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "fake")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "real")
        bar = QRectF(left, self.height() / 2 - 5, self.width() - left - right, 10)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for i, rgb in enumerate(diverging()[::15]):
            gradient.setColorAt(i / 17, QColor(*(int(v) for v in rgb)))
        painter.fillRect(bar, gradient)
        painter.setPen(QPen(QColor(theme.colours().border), 1))
        painter.drawRect(bar)


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
