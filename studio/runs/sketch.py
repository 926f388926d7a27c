"""A number's way through a run in a few points, for a line as small as a word. Knows no file."""

import math
from collections.abc import Iterable, Mapping
from typing import Self

from studio.messages import Json

MOST = 64  # points; at that many, neighbours are joined in pairs
Points = tuple[tuple[float, float], ...]  # (nimg, value), nimg growing


class Sketch:
    """Means of equally many values each, so that all parts of a run are told as finely; at most MOST of them."""

    def __init__(self, points: Iterable[tuple[float, float]] = (), width: int = 1) -> None:
        self._points = list(points)
        self._width = width  # values that a point is the mean of
        self._sum, self._count = 0.0, 0  # of the point that is being made

    @classmethod
    def read(cls, found: Json) -> Self:
        """What `dump` wrote; an empty one where it is anything else."""
        if not isinstance(found, Mapping):
            return cls()
        width = found.get("width")
        return cls(points_of(found.get("points")), width if isinstance(width, int) and width > 0 else 1)

    def dump(self) -> dict[str, Json]:
        """As JSON. The point that is being made is left out."""
        return {"width": self._width, "points": dump_points(self.points)}

    @property
    def points(self) -> Points:
        """Those that are whole."""
        return tuple(self._points)

    def add(self, nimg: int, value: float) -> None:
        """One more value; what is not finite is left out."""
        if not math.isfinite(value):
            return
        self._sum, self._count = self._sum + value, self._count + 1
        if self._count < self._width:
            return
        self._points.append((nimg, self._sum / self._count))
        self._sum, self._count = 0.0, 0
        if len(self._points) >= MOST:
            self._points = [(b[0], (a[1] + b[1]) / 2) for a, b in zip(self._points[::2], self._points[1::2], strict=False)]
            self._width *= 2

    def cut(self, nimg: int) -> None:
        """The run went back: what came after `nimg` is abandoned."""
        self._points = [point for point in self._points if point[0] <= nimg]
        self._sum, self._count = 0.0, 0


def thinned(points: Points) -> Points:
    """At most MOST of them, evenly chosen, the first and the last among them."""
    if len(points) <= MOST:
        return points
    return tuple(points[round(i * (len(points) - 1) / (MOST - 1))] for i in range(MOST))


def points_of(found: Json) -> Points:
    """Pairs of finite numbers from JSON; whatever else is there is left out."""
    if not isinstance(found, list):
        return ()
    pairs = (pair for pair in found if isinstance(pair, list) and len(pair) == 2)
    return tuple((float(x), float(y)) for x, y in pairs if _is_number(x) and _is_number(y))


def dump_points(points: Points) -> list[list[float]]:
    """As JSON, to five figures."""
    return [[nimg, _short(value)] for nimg, value in points]


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _short(value: float) -> float:
    return float(f"{value:.5g}")
