"""Every tick's numbers, and every check's signals, as columns, with pyramids, ready to be drawn at any zoom. The cache on the disk is cache.py's."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from studio.messages import Json, Probed, Tick
from studio.runs.fold import Stretch
from studio.runs.series import Grown, Series

_from_iterable = chain.from_iterable
SIGNAL = "doctor/"  # what the names of a check's signals begin with


class View(NamedTuple):
    """Points of a curve: x in nimg (float64), mean, minimum and maximum (float32), all [N]; NaN in mean means a gap."""

    x: NDArray[np.float64]
    mean: NDArray[np.float32]
    low: NDArray[np.float32]
    high: NDArray[np.float32]


class Piece(NamedTuple):
    """The rows first … end − 1, all of one segment, in which nimg only grows."""

    segment: int
    first: int
    end: int


class Columns:
    """Rows are ticks in the journal's order. Set `lineage` from the Run; the rest of the rows are the abandoned ones.

    What was checked since the tick before is in a tick's row, as `doctor/pdr` and its like: mean, minimum and maximum where there were several checks.
    """

    def __init__(self) -> None:
        self.nimg = Grown(np.float64)
        self.seconds = Grown(np.float64)
        self.series: dict[str, Series] = {}
        self.starts: list[tuple[int, int]] = []  # (segment, its first row)
        self.lineage: tuple[Stretch, ...] | None = None  # None: not known, all rows count
        self.waiting: list[Probed] = []  # checks that no tick has followed yet

    def __len__(self) -> int:
        return len(self.nimg)

    @property
    def names(self) -> list[str]:
        """The columns: rate, memory, every scalar and value that a tick ever had, and every signal."""
        return list(self.series)

    def extend(self, records: Sequence[Mapping[str, Json] | Probed]) -> None:
        """Append ticks as plain records, and checks, in the journal's order; a number that is none becomes a gap."""
        ticks, checks = self._parted(records)
        if not ticks:
            return
        before = len(self)
        segments = np.array([t["segment"] for t in ticks], np.int64)
        last = self.starts[-1][0] if self.starts else None
        for i in np.flatnonzero(np.diff(segments, prepend=segments[0] - 1)):
            if i or int(segments[0]) != last:
                self.starts.append((int(segments[i]), before + int(i)))
        self.nimg.extend(np.array([t["nimg"] for t in ticks], np.float64))
        self.seconds.extend(np.array([t["seconds"] for t in ticks], np.float64))
        for name in ("rate", "memory"):
            self._column(name, before, single=True).extend(_numbers([t.get(name) for t in ticks]))
        self._spread([t.get("scalars", _NOTHING) for t in ticks], before, width=3)
        self._spread([t.get("values", _NOTHING) for t in ticks], before, width=1)
        self._tell(checks, before, len(ticks))
        self._pad()

    def append(self, events: Iterable[Tick | Probed]) -> None:
        """Append ticks and checks as events."""
        self.extend([e if isinstance(e, Probed) else e.__dict__ for e in events])

    def _parted(self, records: Sequence[Mapping[str, Json] | Probed]) -> tuple[list[Mapping[str, Json]], dict[int, list[Probed]]]:
        """The ticks, and by the number of a tick the checks whose signals belong to it; those of an abandoned segment belong to none."""
        ticks: list[Mapping[str, Json]] = []
        checks: dict[int, list[Probed]] = {}
        for record in records:
            if isinstance(record, Probed):
                self.waiting.append(record)
                continue
            if self.waiting:
                checks[len(ticks)] = [check for check in self.waiting if check.segment == record["segment"]]
                self.waiting = []
            ticks.append(record)
        return ticks, checks

    def _tell(self, checks: Mapping[int, Sequence[Probed]], before: int, rows: int) -> None:
        """Signals into their columns; a check is seldom beside a tick, so each column is mostly gaps."""
        found: dict[str, dict[int, list[float]]] = {}
        for row, together in checks.items():
            for check in together:
                for name, value in check.signals.items():
                    found.setdefault(name, {}).setdefault(row, []).append(value)
        for name, by_row in found.items():
            column = self._column(SIGNAL + name, before, single=False)
            if len(column) > before:
                continue  # a tick has a number of that name itself
            table = np.full((rows, 3), np.nan)
            table[list(by_row)] = [(sum(values) / len(values), min(values), max(values)) for values in by_row.values()]
            column.extend(table[:, 0] if column.single else table)

    def _spread(self, rows: list[dict[str, Json]], before: int, *, width: int) -> None:
        """Rows of name → numbers into their columns; at once for every stretch of rows that have the same names."""
        start = 0
        while start < len(rows):
            names = list(rows[start])
            end = next((i for i in range(start + 1, len(rows)) if list(rows[i]) != names), len(rows))
            block = _table(rows[start:end], names, width)
            for i, name in enumerate(names):
                self._column(name, before + start, single=width == 1).extend(block[:, i] if width == 3 else block[:, i, 0])
            start = end

    def _column(self, name: str, rows: int, *, single: bool) -> Series:
        """The column, filled with gaps up to `rows`."""
        column = self.series.get(name)
        if column is None:
            column = self.series[name] = Series(single=single)
        missing = rows - len(column)
        if missing > 0:
            column.extend(np.full(missing if column.single else (missing, 3), np.nan))
        return column

    def _pad(self) -> None:
        for name, column in self.series.items():
            self._column(name, len(self), single=column.single)

    def pieces(self, *, lineage_only: bool = True) -> list[Piece]:
        """Where every segment's ticks lie, in order; with `lineage_only` those of the current lineage, cut where it left a segment."""
        ends = [first for _, first in self.starts[1:]] + [len(self)]
        every = [Piece(segment, first, end) for (segment, first), end in zip(self.starts, ends, strict=True)]
        if not lineage_only or self.lineage is None:
            return every
        left = {s.segment: s.nimg_to for s in self.lineage}
        out = []
        for piece in every:
            if piece.segment in left:
                nimg_to = left[piece.segment]
                end = piece.end if nimg_to is None else self._row(piece, nimg_to, side="right")
                out.append(Piece(piece.segment, piece.first, end))
        return [p for p in out if p.end > p.first]

    def on_lineage(self) -> NDArray[np.bool_]:
        """For every row whether it belongs to the current lineage, [rows]."""
        out = np.zeros(len(self), np.bool_)
        for piece in self.pieces():
            out[piece.first : piece.end] = True
        return out

    def view(
        self,
        name: str,
        nimg_from: float = -np.inf,
        nimg_to: float = np.inf,
        pixels: int = 1000,
        *,
        lineage_only: bool = True,
    ) -> View:
        """A column between two places in time, in at most about 2·pixels points that miss no minimum nor maximum.

        One more tick on either side is included, so that a line reaches the edges. Without `lineage_only` the abandoned parts come
        too, each part set off by a gap. A name that no tick has gives no points.
        """
        column = self.series.get(name)
        if column is None:
            return View(np.empty(0), *(np.empty(0, np.float32) for _ in range(3)))
        pieces = [self._within(p, nimg_from, nimg_to) for p in self.pieces(lineage_only=lineage_only)]
        pieces = [p for p in pieces if p.end > p.first]
        rows = sum(p.end - p.first for p in pieces)
        size = 1 << max(0, (-(-rows // max(2 * pixels, 1)) - 1).bit_length())
        parts = [self._points(column, piece, size) for piece in pieces]
        if not lineage_only:
            parts = [part for i, own in enumerate(parts) for part in ([_gap_before(own), own] if i else [own])]
        if not parts:
            return View(np.empty(0), *(np.empty(0, np.float32) for _ in range(3)))
        return View(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))

    def value(self, name: str, nimg: float | None = None) -> float | None:
        """The mean in the newest tick of the lineage at or before `nimg` that has one of its kind; None when there is none."""
        column = self.series.get(name)
        if column is None:
            return None
        for piece in reversed(self.pieces()):
            end = piece.end if nimg is None else self._row(piece, nimg, side="right")
            while end > piece.first:
                start = max(piece.first, end - 1024)
                known = np.flatnonzero(~np.isnan(column.levels[0].mean.slice(start, end)))
                if len(known):
                    return float(column.levels[0].mean.slice(start, end)[known[-1]])
                end = start
        return None

    def _within(self, piece: Piece, nimg_from: float, nimg_to: float) -> Piece:
        """The rows between two places and one more on either side; none where all lie on one side."""
        start, end = self._row(piece, nimg_from, side="left"), self._row(piece, nimg_to, side="right")
        if end == piece.first or start == piece.end:
            return Piece(piece.segment, piece.first, piece.first)
        return Piece(piece.segment, max(piece.first, start - 1), min(piece.end, end + 1))

    def _row(self, piece: Piece, nimg: float, *, side: Literal["left", "right"]) -> int:
        return self.nimg.search(nimg, piece.first, piece.end, side=side)

    def _points(self, column: Series, piece: Piece, size: int) -> View:
        mean, low, high, first, last = column.buckets(piece.first, piece.end, size)
        return View((self.nimg.at(first) + self.nimg.at(last)) / 2, mean, low, high)


_NOTHING: dict[str, Json] = {}


def _gap_before(part: View) -> View:
    nan = np.full(1, np.nan, np.float32)
    return View(part.x[:1], nan, nan, nan)


def _table(rows: list[dict[str, Json]], names: list[str], width: int) -> NDArray[np.float64]:
    """Rows that all have `names` as numbers, [rows, names, width]."""
    shape = (len(rows), len(names), width)
    flat = _from_iterable(r.values() for r in rows)
    try:
        if width == 1:
            return np.fromiter(flat, np.float64, count=len(rows) * len(names)).reshape(shape)
        if set(map(len, _from_iterable(r.values() for r in rows))) <= {width}:
            return np.fromiter(_from_iterable(flat), np.float64, count=len(rows) * len(names) * width).reshape(shape)
    except (TypeError, ValueError):
        pass
    return np.array([[_three(r[name], width) for name in names] for r in rows], np.float64).reshape(shape)


def _three(value: Json, width: int) -> list[float]:
    found = list(value) if isinstance(value, (list, tuple)) else [value]
    numbers = [float(x) if isinstance(x, (int, float)) else np.nan for x in found[:width]]
    return numbers + [np.nan] * (width - len(numbers))


def _numbers(values: list[Json]) -> NDArray[np.float64]:
    try:
        return np.fromiter(values, np.float64, count=len(values))
    except (TypeError, ValueError):
        return np.array([_three(v, 1)[0] for v in values], np.float64)
