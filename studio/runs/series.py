"""One column of numbers with its pyramid: grows at the end, finds mean, minimum and maximum of any stretch fast. Knows no file."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

FACTOR = 8  # rows of a level that one row of the next stands for
_SHIFT = 3
Floats = NDArray[np.floating[Any]]


class Grown:
    """A one-dimensional array that grows: a head that never changes, perhaps memory-mapped, and a tail in memory."""

    def __init__(self, dtype: type[np.generic], head: NDArray[Any] | None = None) -> None:
        self._head: NDArray[Any] = np.empty(0, dtype) if head is None else head
        self._tail: NDArray[Any] = np.empty(0, dtype)
        self._used = 0

    def __len__(self) -> int:
        return len(self._head) + self._used

    def extend(self, more: NDArray[Any]) -> None:
        """Append values, converted to the column's type."""
        need = self._used + len(more)
        if need > len(self._tail):
            larger = np.empty(max(1024, need, 2 * len(self._tail)), self._tail.dtype)
            larger[: self._used] = self._tail[: self._used]
            self._tail = larger
        self._tail[self._used : need] = more
        self._used = need

    def slice(self, start: int, end: int) -> NDArray[Any]:
        """Rows start … end − 1; a view where they lie in one part."""
        split = len(self._head)
        if end <= split:
            return self._head[start:end]
        if start >= split:
            return self._tail[start - split : end - split]
        return np.concatenate((self._head[start:], self._tail[: end - split]))

    def search(self, value: float, start: int, end: int, *, side: Literal["left", "right"]) -> int:
        """The row among start … end − 1, which ascend, before or behind which `value` belongs; nothing is copied."""
        split = min(max(len(self._head), start), end)
        row = start + int(np.searchsorted(self.slice(start, split), value, side=side))
        return row if row < split else split + int(np.searchsorted(self.slice(split, end), value, side=side))

    def at(self, rows: NDArray[np.intp]) -> NDArray[Any]:
        """The values of some rows, in ascending order."""
        split = int(np.searchsorted(rows, len(self._head)))
        return np.concatenate((self._head[rows[:split]], self._tail[rows[split:] - len(self._head)]))


class Level(NamedTuple):
    """Mean, minimum and maximum of groups of rows, and how many rows of each group are finite numbers."""

    mean: Grown
    low: Grown
    high: Grown
    weight: Grown | None  # None at the rows themselves, where what is missing is NaN


class Buckets(NamedTuple):
    """Groups of rows: float32 mean, minimum, maximum (NaN where a group has no number), and the groups' first and last rows."""

    mean: NDArray[np.float32]
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    first: NDArray[np.intp]
    last: NDArray[np.intp]


class Series:
    """A column whose rows are mean, minimum and maximum, float32. Numbers that are not finite count as missing (NaN)."""

    def __init__(self, levels: Sequence[Level] | None = None, *, single: bool = False) -> None:
        if levels is None:
            mean = Grown(np.float32)
            low, high = (mean, mean) if single else (Grown(np.float32), Grown(np.float32))
            levels = [Level(mean, low, high, None)]
        self.levels = list(levels)
        self.single = single  # mean, minimum and maximum are one, as of scheduled values

    def __len__(self) -> int:
        return len(self.levels[0].mean)

    def extend(self, three: Floats) -> None:
        """Append rows: [N, 3] of mean, minimum, maximum, or [N] for a single column."""
        three = np.where(np.isfinite(three), three, np.nan)
        base = self.levels[0]
        if self.single:
            base.mean.extend(three)
            return
        for column, part in zip(base[:3], three.T, strict=True):
            assert column is not None
            column.extend(part)

    def lift(self) -> None:
        """Bring the pyramid up to the rows: every whole group of FACTOR, then groups of those."""
        number = 0
        while len(self.levels[number].mean) >= FACTOR:
            if number + 1 == len(self.levels):
                self.levels.append(Level(Grown(np.float32), Grown(np.float32), Grown(np.float32), Grown(np.float32)))
            below, level = self.levels[number], self.levels[number + 1]
            start, end = len(level.mean) * FACTOR, len(below.mean) // FACTOR * FACTOR
            if end > start:
                mean, low, high, weight = _group(below, start, end, np.arange(0, end - start, FACTOR))
                assert level.weight is not None
                level.mean.extend(mean)
                level.low.extend(low)
                level.high.extend(high)
                level.weight.extend(weight)
            number += 1

    def buckets(self, start: int, end: int, size: int) -> Buckets:
        """Rows start … end − 1 in groups of `size`, a power of two, whose bounds are multiples of `size`; the outer two may be cut.

        Minimum and maximum are exact; the mean weighs every row that is a number alike.
        """
        bounds = np.unique(np.concatenate(([start], np.arange(-(-start // size) * size, end, size), [end])).clip(start, end))
        first, last = bounds[:-1].astype(np.intp), bounds[1:].astype(np.intp) - 1
        if size == 1 or not len(first):
            base = self.levels[0]
            return Buckets(base.mean.slice(start, end), base.low.slice(start, end), base.high.slice(start, end), first, last)
        self.lift()
        number = min((size.bit_length() - 1) // _SHIFT, len(self.levels) - 1)
        whole = (first % size == 0) & ((last + 1) % size == 0)
        parts = [self._raw(int(a), int(b) + 1) for a, b in zip(first[~whole], last[~whole], strict=True)]
        inner: list[NDArray[Any]] = []
        if whole.any():
            group = FACTOR**number
            begin, stop = int(first[whole][0]) // group, (int(last[whole][-1]) + 1) // group
            inner = [*_group(self.levels[number], begin, stop, np.arange(0, stop - begin, size // group))[:3]]
        out = np.empty((3, len(first)), np.float32)
        for i, column in enumerate(out):
            if inner:
                column[whole] = inner[i]
            column[~whole] = [part[i] for part in parts]
        return Buckets(out[0], out[1], out[2], first, last)

    def _raw(self, start: int, end: int) -> tuple[float, float, float]:
        mean, low, high, _ = _group(self.levels[0], start, end, np.zeros(1, np.intp))
        return float(mean[0]), float(low[0]), float(high[0])


def _group(level: Level, start: int, end: int, cuts: NDArray[np.intp]) -> tuple[Floats, Floats, Floats, Floats]:
    """Rows start … end − 1 of a level, grouped at `cuts` (counted from start): mean, minimum, maximum, weight."""
    mean = level.mean.slice(start, end).astype(np.float64)
    known = ~np.isnan(mean)
    weight = known.astype(np.float64) if level.weight is None else level.weight.slice(start, end).astype(np.float64)
    total = np.add.reduceat(weight, cuts)
    summed = np.add.reduceat(np.where(known, mean, 0.0) * weight, cuts)
    average = np.full(len(total), np.nan)
    np.divide(summed, total, out=average, where=total > 0)
    return average, np.fmin.reduceat(level.low.slice(start, end), cuts), np.fmax.reduceat(level.high.slice(start, end), cuts), total
