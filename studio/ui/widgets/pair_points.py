"""The points of two checkpoints in one plane, each in a colour and a shape of its own. Importing this imports pyqtgraph."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.plots import plane
from studio.ui.widgets.swatch import swatch
from studio.words import mark, say

ROLES = ("accent", "warning")  # of the first and the second; G, D, real and fake have colours of their own
SHAPES = ("o", "x")
WORDS = (mark("The first"), mark("The second"))


class PairPoints(QWidget):
    """Two clouds of points from the same latents. Wheel: zoom. Drag: pan. Double click: fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plane(say("Points that both checkpoints make of the same latents"))
        self.clouds = [pg.ScatterPlotItem(size=7 if shape == "x" else 6, symbol=shape, pxMode=True) for shape in SHAPES]
        self.toggles = [self._toggle(n) for n in range(2)]
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for cloud, toggle in zip(self.clouds, self.toggles, strict=True):
            self._plot.addItem(cloud)
            row.addWidget(toggle)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._plot, 1)
        self._plot.scene().sigMouseClicked.connect(self._clicked)
        self.retint()

    def _toggle(self, n: int) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setIcon(swatch(ROLES[n]))
        button.setText(say(WORDS[n]))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(say("Show the points of the first checkpoint" if n == 0 else "Show the points of the second checkpoint"))
        button.setToolTip(say("Show or hide these points"))
        button.toggled.connect(self.clouds[n].setVisible)
        return button

    def set_pair(self, first: NDArray[np.float32], second: NDArray[np.float32]) -> None:
        """float32 [N, 2] each; what is not finite is left out."""
        for cloud, points in zip(self.clouds, (first, second), strict=True):
            cloud.setData(pos=points[np.isfinite(points).all(1)])
        self.fit()

    def set_tags(self, first: str, second: str) -> None:
        """What the two are called."""
        for toggle, text in zip(self.toggles, (first, second), strict=True):
            toggle.setText(text)

    def fit(self) -> None:
        """All points in view."""
        self._plot.getViewBox().autoRange(padding=0.05)

    def zoom(self, steps: int) -> None:
        """In (steps above 0) or out."""
        factor = 0.8**steps
        self._plot.getViewBox().scaleBy((factor, factor))

    def retint(self) -> None:
        """Takes the colours of the present scheme."""
        c = theme.colours()
        self._plot.setBackground(QColor(c.panel))
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(QColor(c.border))
            axis.setTextPen(QColor(c.muted))
        for cloud, role, shape in zip(self.clouds, ROLES, SHAPES, strict=True):
            colour = QColor(getattr(c, role))
            colour.setAlphaF(0.65)  # what lies behind shows through
            cloud.setBrush(pg.mkBrush(colour))
            cloud.setPen(pg.mkPen(colour, width=1) if shape == "x" else None)
        for toggle in self.toggles:
            toggle.update()

    def _clicked(self, event: Any) -> None:
        if event.double():
            self.fit()
