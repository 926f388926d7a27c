"""Scales and axes of the curves: linear, logarithmic and symlog values; kimg or time along the run.

A curve is drawn in transformed coordinates, and the axis writes the values they stand for: pyqtgraph's own log mode drops what is ≤ 0.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF

from studio.ui.curve_data import Numbers, short
from studio.ui.widgets.quantities import DAYS, duration
from studio.words import figure, say

TICK_ROOM = 26  # pixels between two labels of a vertical axis


@dataclass(frozen=True)
class ValueScale:
    """How a value becomes a height. `log` is for values above 0; `symlog` is sign(y)·log₁₀(1 + |y|/c), almost linear within ±c."""

    kind: Literal["linear", "log", "symlog"] = "linear"
    c: float = 1.0

    @classmethod
    def fitting(cls, values: Numbers) -> "ValueScale":
        """Log where every finite value is above 0, else symlog that bends at the tenth percentile of their sizes, rounded to a power of ten."""
        finite = values[np.isfinite(values)]
        if not len(finite) or finite.min() > 0:
            return cls("log")
        sizes = np.abs(finite[finite != 0])
        return cls("symlog", 10.0 ** np.floor(np.log10(np.percentile(sizes, 10))) if len(sizes) else 1.0)

    def forward(self, values: Any) -> Numbers:
        """Heights of values; NaN where there is none."""
        y = np.asarray(values, np.float64)
        if self.kind == "log":
            return np.log10(np.where(y > 0, y, np.nan))
        if self.kind == "symlog":
            return np.asarray(np.sign(y) * np.log10(1 + np.abs(y) / self.c))
        return y

    def inverse(self, heights: Any) -> Numbers:
        """Values of heights."""
        h = np.asarray(heights, np.float64)
        if self.kind == "log":
            return np.asarray(10.0 ** np.clip(h, -300, 300))
        if self.kind == "symlog":
            return np.asarray(np.sign(h) * self.c * (10.0 ** np.minimum(np.abs(h), 300) - 1))
        return h

    def ticks(self, low: float, high: float, size: float) -> tuple[list[float], list[float]]:
        """Heights to label on an axis of `size` pixels between two heights, TICK_ROOM apart at least, and heights that get a fine stroke."""
        bottom, top = (float(v) for v in self.inverse([low, high]))
        even = _even(bottom, top, max(2, int(size / TICK_ROOM)))
        tens, between = self._decades(bottom, top)
        wanted = even if self.kind == "linear" or len(tens) < 2 else [0.0, *tens, *between, *even]
        labelled: list[float] = []
        for height in self.forward([v for v in wanted if bottom <= v <= top]).tolist():
            if all(abs(height - other) * size >= TICK_ROOM * (high - low) for other in labelled):
                labelled.append(height)
        fine = [] if self.kind == "linear" else self.forward([v for v in tens + between if bottom <= v <= top]).tolist()
        return sorted(labelled), [h for h in fine if h not in labelled]

    def _decades(self, bottom: float, top: float) -> tuple[list[float], list[float]]:
        """Powers of ten between two values, large ones first, and 2 and 5 times them; with both signs on a symlog scale."""
        if self.kind == "linear":
            return [], []
        largest = max(abs(bottom), abs(top))
        least = bottom if self.kind == "log" else min(self.c, largest)
        if not (0 < least <= largest < 1e300):
            return [], []
        tens = [10.0**k for k in range(int(np.floor(np.log10(largest))), int(np.ceil(np.log10(least) - 1e-9)) - 1, -1)]
        between = [ten * m for ten in [*tens, 10.0 ** np.floor(np.log10(least))] for m in (5.0, 2.0)]
        signs = (1, -1) if self.kind == "symlog" else (1,)
        return [s * v for v in tens for s in signs], [s * v for v in between for s in signs]


def _even(low: float, high: float, most: int) -> list[float]:
    """Round values, 1, 2 or 5 times a power of ten apart, at most `most` of them."""
    if not np.isfinite([low, high]).all() or high <= low:
        return []
    rough = (high - low) / max(1, most)
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * 0.999)
    return [round(i * step, 12) if abs(step) > 1e-9 else i * step for i in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]


class ValueAxis(pg.AxisItem):
    """The vertical axis: values in short form at whole places of its scale."""

    def __init__(self) -> None:
        super().__init__("left")
        self.value_scale = ValueScale()
        self.enableAutoSIPrefix(False)
        self.setWidth(58)

    def set_scale(self, scale: ValueScale) -> None:
        """Writes the values of another scale from now on."""
        self.value_scale = scale
        self.picture = None
        self.update()

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        major, minor = self.value_scale.ticks(low, high, size)
        return [(1.0, major), (0.1, minor)]

    def tickStrings(self, heights: list[float], scale: float, spacing: float) -> list[str]:
        return [short(float(v)) for v in self.value_scale.inverse(heights)] if spacing == 1.0 else [""] * len(heights)


class RunAxis(pg.AxisItem):
    """The horizontal axis: kimg, or training time; the last label names the unit, which saves a row."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.time = False
        self._room = float("inf")  # labels left of it have room for the unit
        self.enableAutoSIPrefix(False)

    def boundingRect(self) -> QRectF:
        """A little more on the left, where the 0 stands at the very edge: a label that leaves the rectangle is not drawn."""
        return super().boundingRect().adjusted(-12, 0, 0, 0)  # type: ignore[no-any-return]

    def set_time(self, time: bool) -> None:
        """Time instead of kimg."""
        self.time = time
        self.picture = None
        self.update()

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        least = max(2, int(size / 80))
        self._room = high - 40 / max(size, 1.0) * (high - low)
        edge = low + 20 / max(size, 1.0) * (high - low)  # where a label with its unit would leave the axis on the left
        found = [self._places(low, high, most) for most in range(least, least + 3)]
        return [(1.0, next((places for places in found if any(edge < v <= self._room for v in places)), found[0]))]

    def _places(self, low: float, high: float, most: int) -> list[float]:
        """Round places, about so many."""
        if not self.time:
            return _even(low, high, most)
        steps = [m * unit for unit, ms in ((1, (1, 2, 5, 10, 15, 30)), (60, (1, 2, 5, 10, 15, 30)), (3600, (1, 2, 4, 8, 12, 24, 48, 168, 720))) for m in ms]
        step = next((s for s in steps if (high - low) / s <= most), steps[-1])
        return [float(i * step) for i in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        texts = [duration(v) if self.time else figure(v, ",.10g") for v in values]
        last = max((i for i, v in enumerate(values) if v <= self._room), default=-1)
        if last >= 0:
            texts[last] = self._with_unit(texts[last], values[last])
        return texts

    def _with_unit(self, text: str, value: float) -> str:
        if not self.time:
            return f"{text} kimg"
        if value >= DAYS:  # it says its units itself
            return text
        return say("{time} h", time=text) if value >= 3600 else say("{time} min", time=text)
