"""What the curves show, without a widget: the groups, a series' numbers for a part of the run, kimg or time along it, and a table of them."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from studio.runs.columns import Columns
from studio.ui.signals import FAMILIES, SIGNALS
from studio.ui.widgets.smoothing import smoothed
from studio.words import localised, mark, say

Numbers = NDArray[np.float64]
LOOK_BACK = 6  # half-lives before the view that smoothing takes in: what is older weighs under 2 %
CLOCK_POINTS = 2000
DOCTOR, MORE = mark("Doctor"), mark("More")  # the menus of its signals, and of what is looked at seldom
PAST = 0.01  # of a run's length: so far beyond its end another run still has a value
TABLE_PIXELS = 25_000  # a table has at most about twice as many rows; longer runs are written in groups of ticks


def _none() -> Numbers:
    return np.empty(0)


@dataclass(frozen=True)
class Series:
    """A curve to draw: the statistic's name, what the legend calls it, its colour's role in the palette."""

    name: str
    label: str
    role: str
    band: bool = False  # from minimum to maximum


@dataclass(frozen=True, eq=False)
class Points:
    """What is known of a series in view: x rising; means, minima, maxima and the smoothed means, NaN where there is none."""

    x: Numbers = field(default_factory=_none)
    mean: Numbers = field(default_factory=_none)
    low: Numbers = field(default_factory=_none)
    high: Numbers = field(default_factory=_none)
    smooth: Numbers | None = None

    def at(self, x: float) -> tuple[float, float, float] | None:
        """Mean, minimum and maximum at the place nearest x; None when there is nothing."""
        if not len(self.x):
            return None
        i = int(np.searchsorted(self.x, x))
        if i == len(self.x) or (i > 0 and x - self.x[i - 1] < self.x[i] - x):
            i -= 1
        if 0 < i == len(self.x) - 1 and np.isnan(self.mean[i]):
            i -= 1  # the tick at a stop brings no new number
        return float(self.mean[i]), float(self.low[i]), float(self.high[i])


@dataclass(frozen=True, eq=False)
class Overlaid:
    """What one other run has of a plot's group."""

    run: str
    tone: int
    series: tuple[Series, ...]
    points: dict[str, Points]

    def at(self, name: str, x: float) -> float | None:
        """The mean of a series at a place; None where the run has not been."""
        points = self.points[name]
        if not len(points.x):
            return None
        past = PAST * (points.x[-1] - points.x[0])
        found = points.at(x) if points.x[0] - past <= x <= points.x[-1] + past else None
        return None if found is None or np.isnan(found[0]) else found[0]


@dataclass(frozen=True)
class Group:
    """Statistics that share a plot: those that are named, else those whose names begin with `prefix`."""

    key: str
    title: str
    prefix: str
    unit: str
    about: str
    names: tuple[str, ...] = ()
    menu: str = ""  # groups of one menu share a button


GROUPS = (
    Group("losses", mark("Losses"), "loss/", mark("loss"), mark("What G and D each try to make small")),
    Group(
        "outputs", mark("D's outputs"), "d/", mark("output"), mark("How real D finds real samples and fakes; the band goes from the smallest to the largest")
    ),
    Group("gradients", mark("Gradients"), "grad/", mark("norm"), mark("How strongly each network is being changed")),
    Group("penalties", mark("Penalties"), "penalty/", "|∇D|²", mark("How steep D is, at real samples (R1), at fakes (R2) or between them (GP)")),
    Group(
        "augmentation",
        mark("Augmentation"),
        "augment/",
        mark("value"),
        mark("How often images are changed before D sees them, and how surely D knows the real ones"),
        menu=MORE,
    ),
    Group("rates", mark("Learning rates"), "lr/", mark("per step"), mark("Those in force, which schedules change"), menu=MORE),
    Group("speed", mark("Speed"), "rate", mark("images/s"), mark("Real images shown a second"), menu=MORE),
    *(Group(f"doctor_{f.key}", f.title, "doctor/", f.unit, f.about, tuple(f"doctor/{name}" for name in f.signals), DOCTOR) for f in FAMILIES),
    Group("doctor_other", mark("Other signals"), "doctor/", mark("value"), mark("Signals of a later version"), menu=DOCTOR),
    Group("other", mark("Other settings"), "", mark("value"), mark("Other settings that follow a schedule"), menu=MORE),
)
_HIDDEN = {"memory"}
_LABELS = {
    "rate": mark("images/s"),
    "d/real": mark("real"),
    "d/fake": mark("fake"),
    "gamma": "γ",
    "share/evaluation": mark("time spent measuring"),
    "beta2": "β₂",
    "ema_half_life_kimg": mark("EMA half-life, kimg"),
    "instance_noise": mark("instance noise"),
    "penalty/r1": mark("R1, real"),
    "penalty/r2": mark("R2, fake"),
    "penalty/gp": "GP",
    "reconstruction/D": mark("D's redrawing of reals"),
    "augment/p": mark("probability p"),
    "augment/r_t": mark("mean sign of D, real"),
    **{f"doctor/{name}": signal.short for name, signal in SIGNALS.items()},
}
_ROLES = {"G": "G", "D": "D", "real": "real", "fake": "fake", "r1": "real", "r2": "fake", "gp": "D", "rate": "accent"}
_OTHER_ROLES = ("accent", "warning", "ok", "danger", "muted", "text")


def series_of(key: str, names: Iterable[str]) -> list[Series]:
    """The series of a group among the statistics that a run has: G before D, real before fake, others by name."""
    own = [n for n in names if n not in _HIDDEN and _group_of(n) == key]
    order = [*_ROLES, *SIGNALS]
    own.sort(key=lambda n: (order.index(_last(n)) if _last(n) in order else len(order), n))
    roles = [_ROLES.get(_last(n), _OTHER_ROLES[i % len(_OTHER_ROLES)]) for i, n in enumerate(own)]
    return [Series(n, say(_LABELS.get(n, _last(n))), role, band=key == "outputs") for n, role in zip(own, roles, strict=True)]


def _group_of(name: str) -> str:
    """The key of the group that a statistic belongs to: one that names it before one that knows its prefix; the last takes the rest."""
    named = next((g.key for g in GROUPS if name in g.names), "")
    return named or next(g.key for g in GROUPS if not g.names and name.startswith(g.prefix))


def _last(name: str) -> str:
    return name.rpartition("/")[2]


@dataclass(frozen=True, eq=False)
class Clock:
    """Places along the run as x of a plot: kimg, or seconds of training time with pauses left out."""

    nimg: Numbers = field(default_factory=_none)  # rising; the same places in both
    seconds: Numbers = field(default_factory=_none)
    time: bool = False

    @classmethod
    def of(cls, columns: Columns, *, time: bool) -> Self:
        """From the ticks of the current lineage, thinned to so many that interpolation does not show."""
        if not time:
            return cls(time=False)
        pieces = columns.pieces()
        step = max(1, sum(p.end - p.first for p in pieces) // CLOCK_POINTS)
        rows = [np.unique(np.append(np.arange(p.first, p.end, step), p.end - 1)) for p in pieces]
        if not rows:
            return cls(time=True)
        nimg, seconds = (np.concatenate([column.at(r) for r in rows]).astype(np.float64) for column in (columns.nimg, columns.seconds))
        return cls(nimg, seconds, time=True)

    def many(self, nimg: Numbers) -> Numbers:
        """x of many places."""
        if not self.time:
            return np.asarray(nimg / 1000)
        return np.interp(nimg, self.nimg, self.seconds) if len(self.nimg) else np.zeros(len(nimg))

    def to_x(self, nimg: float) -> float:
        """x of a place."""
        return float(self.many(np.array([nimg]))[0])

    def to_nimg(self, x: float) -> float:
        """The place of an x."""
        if not self.time:
            return 1000 * x
        return float(np.interp(x, self.seconds, self.nimg)) if len(self.nimg) else 0.0


def points_of(columns: Columns, name: str, clock: Clock, nimg_from: float, nimg_to: float, pixels: int, *, half_life: float) -> Points:
    """A series between two places in time, smoothed with a half-life in images (0: not)."""
    found = columns.view(name, nimg_from - LOOK_BACK * half_life, nimg_to, max(pixels, 64))
    nimg = found.x
    mean, low, high = (np.asarray(a, np.float64) for a in (found.mean, found.low, found.high))
    sound = np.isfinite(mean)
    if 2 * int(sound.sum()) < len(mean):  # a statistic of every few ticks: what lies between is no gap
        nimg, mean, low, high = nimg[sound], mean[sound], low[sound], high[sound]
    reaches = len(mean) > 1 and 8 * half_life > (nimg[-1] - nimg[0]) / len(mean)  # beyond eight half-lives the point before counts for nothing
    smooth = smoothed(nimg, mean, half_life) if reaches else None
    return Points(clock.many(nimg), mean, low, high, smooth)


def write_table(path: Path, columns: Columns, names: Sequence[str], *, run: str = "", others: Mapping[str, Columns] | None = None) -> None:
    """The ticks of the current lineage as CSV: kimg, and mean, minimum and maximum of every series, empty where there is none.

    With others, whose names are the keys, their ticks follow, and a first column says whose each row is.
    """
    every = {run: columns, **(others or {})}
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        whose = ["run"] if others else []
        rows.writerow([*whose, "kimg", *(f"{name} {what}" for name in names for what in ("mean", "min", "max"))])
        for one, held in every.items():
            for row in _rows(held, names):
                rows.writerow([one, *row] if others else row)


def _rows(columns: Columns, names: Sequence[str]) -> Iterator[list[str]]:
    views = {name: columns.view(name, pixels=TABLE_PIXELS) for name in names if name in columns.names}
    if not views:
        return
    x = next(iter(views.values())).x
    none = np.full(len(x), np.nan)
    table = np.stack([a for name in names for a in (views[name][1:] if name in views else (none, none, none))], 1)
    for at, values in zip(x, table.tolist(), strict=True):
        yield [f"{at / 1000:.6g}", *("" if v != v else f"{v:.7g}" for v in values)]


def short(value: float, figures: int = 4) -> str:
    """A number in at most so many figures, where they hold what is before its point, as the language writes it: 0.0123, 12.3, 1.2e+05."""
    if value == 0 or not np.isfinite(value):
        return "0" if value == 0 else say("not a number") if np.isnan(value) else "∞" if value > 0 else "−∞"
    digits = figures if abs(value) < 10**figures else 4
    text = f"{value:.{digits}g}" if 1e-3 <= abs(value) < 1e5 else f"{value:.2e}".replace("e-0", "e-").replace("e+0", "e+").replace(".00e", "e")
    return localised(text).replace("-", "−")
