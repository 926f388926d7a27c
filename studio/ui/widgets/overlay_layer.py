"""The curves of other runs in one plot, thin, each run in its colour and each series with its dashes, and a legend that tells their values.

Importing this imports pyqtgraph.
"""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QSizePolicy

from studio.ui import theme
from studio.ui.curve_data import Numbers, Overlaid, Points, short
from studio.ui.widgets.axes import ValueScale
from studio.ui.widgets.tones import tone

DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
WIDTH = 1.5  # px: thinner than the smoothed curves of the shown run
TRAVEL = 1.0  # times a plot's width: a line that goes up and down for longer is drawn plainly, for smooth edges cost by the length
GLYPHS = ("—", "--", "··", "-·")  # of these dashes, in the legend


class OverlayLayer:
    """The items of other runs, made once and kept as long as their run lies over the plot."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._runs: list[Overlaid] = []
        self._items: dict[tuple[str, str], pg.PlotCurveItem] = {}
        self._drawn: dict[tuple[str, str], tuple[Numbers, Numbers]] = {}
        self._pens: dict[tuple[str, str], tuple[object, ...]] = {}
        self._room, self._fitted = (0, 0), (0, 2)  # the plot's width and how many runs there were; so many of them fitted, in so many figures
        self._measure = QTextDocument()
        self._measure.setDocumentMargin(0)
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.legend.hide()

    def set_runs(self, runs: Sequence[Overlaid]) -> None:
        """Other runs, or new numbers of the same."""
        self._runs = list(runs)
        wanted = {(run.run, s.name) for run in runs for s in run.series}
        for key in set(self._items) - wanted:
            self._plot.removeItem(self._items.pop(key))
            self._drawn.pop(key, None)
            self._pens.pop(key, None)
        for key in sorted(wanted - set(self._items)):
            item = pg.PlotCurveItem(connect="finite", antialias=True)
            item.setSegmentedLineMode("off")  # dashes would begin anew at each point
            item.setZValue(-1)  # under the shown run's own
            self._plot.addItem(item, ignoreBounds=True)
            self._items[key] = item
        self.retint()
        self.legend.setVisible(any(run.series for run in runs))

    def runs(self) -> list[Overlaid]:
        """Those that lie over the plot."""
        return self._runs

    def item(self, run: str, name: str) -> pg.PlotCurveItem:
        """What is drawn of a run's series."""
        return self._items[run, name]

    def draw(self, scale: ValueScale) -> None:
        """The smoothed numbers where there are such: raw ones of several runs would hide everything."""
        for run in self._runs:
            for one in run.series:
                p, key = run.points[one.name], (run.run, one.name)
                x, y = p.x, scale.forward(_line(p))
                before = self._drawn.get(key)
                if before is None or not (np.array_equal(before[0], x) and np.array_equal(before[1], y, equal_nan=True)):
                    self._drawn[key] = (x, y)
                    self._items[key].setData(x, y, antialias=self._is_smooth(y))
        self.retint()

    def seen(self) -> list[Numbers]:
        """All values that are drawn."""
        return [_line(run.points[one.name]) for run in self._runs for one in run.series]

    def retint(self) -> None:
        """Takes the colours of the present scheme."""
        ratio = self._plot.devicePixelRatioF()
        for run in self._runs:
            for n, one in enumerate(run.series):
                key = (run.run, one.name)
                width = WIDTH * ratio if self._items[key].opts["antialias"] else round(ratio)
                wanted = (tone(run.tone).name(), width, DASHES[n % len(DASHES)])
                if self._pens.get(key) != wanted:
                    self._pens[key] = wanted
                    self._items[key].setPen(pg.mkPen(wanted[0], width=width, style=wanted[2]))

    def tell(self, x: float | None, width: int) -> None:
        """Writes the runs and their values at a place, as far as there is room; the tip has all."""
        whole, room = self._words(x, figures=4), (width, len(self._runs))
        text = self._words(x, figures=self._fitted[1], most=self._fitted[0])
        if self._room != room or not self._fits(text, width):  # all is tried only where there may be more room than before, or less
            ways = [(n, f) for n in range(len(self._runs), -1, -1) for f in (4, 2)]
            self._fitted = next((way for way in ways if self._fits(self._words(x, figures=way[1], most=way[0]), width)), (0, 2))
            self._room, text = room, self._words(x, figures=self._fitted[1], most=self._fitted[0])
        self.legend.setText(text)
        self.legend.setToolTip("" if text == whole else self._words(x, figures=4, between="<br>"))

    def told(self) -> str:
        """The legend as it reads."""
        return QTextDocumentFragment.fromHtml(self.legend.text()).toPlainText().replace("\xa0", " ")

    def _is_smooth(self, y: Numbers) -> bool:
        """Whether its way up and down is short, as far as the present scale tells."""
        _, height = self._plot.getViewBox().viewPixelSize()
        return bool(np.nansum(np.abs(np.diff(y))) / max(height, 1e-300) <= TRAVEL * self._plot.width())

    def _fits(self, text: str, width: int) -> bool:
        self._measure.setHtml(text)
        return self._measure.idealWidth() <= width

    def _words(self, x: float | None, *, figures: int, most: int = 99, between: str = "&nbsp;&nbsp; ") -> str:
        muted, parts = theme.colours().muted, []
        there = [run for run in self._runs if run.series]
        for run in there[:most]:
            colour, words = tone(run.tone).name(), []
            for n, one in enumerate(run.series):
                value = run.at(one.name, x) if x is not None else None
                number = "–" if value is None else f"<b>{short(value, figures)}</b>"
                words.append(f"<span style='color:{colour}'>{GLYPHS[n % len(GLYPHS)]}</span>&nbsp;{one.label}&nbsp;{number}")
            parts.append(f"<span style='color:{colour}'>{run.run}</span>&nbsp; " + "&nbsp; ".join(words))
        if (more := len(there) - most) > 0:
            parts.append(f"<span style='color:{muted}'>+{more}</span>")
        return between.join(parts)


def _line(points: Points) -> Numbers:
    return points.mean if points.smooth is None else points.smooth
