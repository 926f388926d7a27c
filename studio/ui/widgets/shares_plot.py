"""Shares drawn as a histogram: bars of a few distributions side by side, steps along a scale, or many rows as a map over time.

It draws the numbers of one piece of evidence. Importing this imports pyqtgraph.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from studio.messages import Evidence
from studio.ui import theme
from studio.ui.widgets.plots import adopt_menus, number_axes
from studio.words import mark, say

SIDE_BY_SIDE = 3  # distributions that are drawn over one another; more are rows of a map
MOST_TICKS = 10  # names under the bars; of more, every second, third … is written
ROLES = {"real": "real", "reals": "real", "data": "real", "train": "real", "fake": "fake", "fakes": "fake", "samples": "fake", "generated": "fake"}
NAMES = (mark("reals"), mark("samples"), mark("held-out reals"), mark("this check"))  # that the doctor gives, beside `3 before`
_OTHERS = ("accent", "warning", "G", "D")


class SharesPlot(QWidget):
    """A legend and the plot. `interactive` lets the mouse zoom and pan it; else the wheel goes to what lies around."""

    def __init__(self, evidence: Evidence, *, interactive: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence = evidence
        self.names = list(evidence.series)
        self._dark = theme.colours().dark
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.RichText)
        self._head.setFont(theme.font(theme.SMALL))
        self._head.setWordWrap(True)
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plot = pg.PlotWidget(enableMenu=False, axisItems=number_axes())
        adopt_menus(self.plot)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=interactive, y=False)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setAccessibleName(evidence.title)
        if not interactive:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self.plot, 1)
        self.setMinimumHeight(130)
        self._draw()

    def is_map(self) -> bool:
        """Whether the rows are drawn as a map."""
        return len(self.names) > SIDE_BY_SIDE and not self.evidence.edges

    def legend(self) -> str:
        """The names in their colours, as rich text."""
        if self.is_map():
            if self._dark:
                return say("Each row is a check, the newest last; the brighter, the more samples")
            return say("Each row is a check, the newest last; the darker, the more samples")
        return "&nbsp;&nbsp; ".join(f"<span style='color:{colour}'>&#9632;</span>&nbsp;{_said(name)}" for name, colour in self._colours().items())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dark != theme.colours().dark:
            self._dark = theme.colours().dark
            self._draw()

    # --- drawing ------------------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        now = theme.colours()
        self.plot.clear()
        self.plot.setBackground(QColor(now.panel))
        font = QFont(theme.font(theme.SMALL))
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(QColor(now.border))
            axis.setTextPen(QColor(now.muted))
            axis.setStyle(tickFont=font, tickLength=-3)
        self.plot.showGrid(y=not self.is_map(), alpha=0.12)
        if self.is_map():
            self._draw_map()
        elif self.evidence.edges:
            self._draw_steps()
        else:
            self._draw_bars()
        self._head.setText(self.legend())

    def _draw_steps(self) -> None:
        edges = np.asarray(self.evidence.edges, float)
        for name, colour in self._colours().items():
            shares = _sized(self.evidence.series[name], len(edges) - 1)
            veil = QColor(colour)
            veil.setAlphaF(0.28)
            curve = pg.PlotCurveItem(edges, 100 * shares, stepMode="center", fillLevel=0, brush=veil, pen=pg.mkPen(QColor(colour), width=1.5))
            self.plot.addItem(curve)
        self.plot.getAxis("left").setLabel("%")

    def _draw_bars(self) -> None:
        bins = max((len(row) for row in self.evidence.series.values()), default=0)
        width = 0.84 / max(len(self.names), 1)
        for n, (name, colour) in enumerate(self._colours().items()):
            x = np.arange(bins) + (n - (len(self.names) - 1) / 2) * width
            heights = 100 * _sized(self.evidence.series[name], bins)
            self.plot.addItem(pg.BarGraphItem(x=x, height=heights, width=0.92 * width, brush=QColor(colour), pen=pg.mkPen(None)))
        self.plot.getAxis("bottom").setTicks([_ticks(self.evidence.labels or [str(n + 1) for n in range(bins)])])
        self.plot.getAxis("left").setLabel("%")

    def _draw_map(self) -> None:
        """Checks above one another, and the reals set apart below them in their own colour; all to one scale."""
        bins = max(len(row) for row in self.evidence.series.values())
        rows = {name: _sized(row, bins) for name, row in self.evidence.series.items()}
        most = max(*(float(row.max()) for row in rows.values()), 1e-9)
        reals = [name for name in self.names if ROLES.get(name) == "real"]
        checks = [name for name in self.names if name not in reals]
        places: list[tuple[float, str]] = []
        for names, role in ((checks, "fake"), (reals, "real")):
            if not names:
                continue
            top = places[-1][0] + 1.5 if places else 0.0
            item = pg.ImageItem(np.stack([rows[name] for name in names]), axisOrder="row-major")
            item.setLookupTable(_shades(theme.colours().panel, getattr(theme.colours(), role)))
            item.setLevels((0.0, most))
            item.setRect(-0.5, top - 0.5, bins, len(names))
            self.plot.addItem(item)
            places += [(top + n, _said(name)) for n, name in enumerate(names)]
        self.plot.getPlotItem().invertY(True)
        self.plot.getAxis("left").setTicks([places if len(places) <= MOST_TICKS else places[:: -(-len(places) // MOST_TICKS)]])
        self.plot.getAxis("bottom").setTicks([_ticks(self.evidence.labels or [str(n + 1) for n in range(bins)])])

    def _colours(self) -> Mapping[str, str]:
        """A colour for each distribution: reals and fakes have theirs."""
        now, free = theme.colours(), iter(_OTHERS)
        return {name: getattr(now, ROLES.get(name.lower()) or next(free, "muted")) for name in self.names}


def _said(name: str) -> str:
    """What a distribution is called; its name in the journal is the key to its colour."""
    before = re.fullmatch(r"(\d+) before", name)
    return say("{checks} before", checks=int(before[1])) if before else say(name)


def _ticks(names: Sequence[str]) -> list[tuple[float, str]]:
    step = -(-len(names) // MOST_TICKS)
    return [(float(n), name) for n, name in enumerate(names) if n % max(step, 1) == 0]


def _sized(row: Sequence[float], length: int) -> NDArray[np.float64]:
    """Cut or filled with 0; numbers that are none count as 0."""
    out = np.zeros(max(length, 0))
    some = np.nan_to_num(np.asarray(row, float)[:length], nan=0.0, posinf=0.0, neginf=0.0)
    out[: len(some)] = some
    return out


def _shades(low: str, high: str) -> NDArray[np.uint8]:
    """256 colours from one to the other, uint8 [256, 3]."""
    ends = [np.array([QColor(colour).red(), QColor(colour).green(), QColor(colour).blue()], np.float64) for colour in (low, high)]
    share = np.linspace(0, 1, 256)[:, None]
    return np.asarray((1 - share) * ends[0] + share * ends[1], np.uint8)
