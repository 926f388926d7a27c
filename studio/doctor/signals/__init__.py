"""What reveals how a run is doing: one file a family of signals. A signal compares one check's fakes with the bank; it judges and draws nothing."""

import math
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal, NamedTuple

from studio.doctor.sight import Bank, Sight
from studio.gan.slices import Slices
from studio.gan.spec import Spec

FINITE = "finite"


class About(NamedTuple):
    """What one value says: its possible range, its unit (empty for a ratio or a share), and where it usually is in a healthy run."""

    text: str
    range: tuple[float, float]
    unit: str
    healthy: tuple[float, float]


class Signal(Spec):
    """What is measured of a run.

    Every signal is deterministic. Samples are compared in the bank's features, which never change in a run, so that values at different times compare.
    What depends on the number of samples is measured in blocks of 256 and averaged, so that a check of 256 and one of 1024 compare too.
    """

    values: ClassVar[Mapping[str, About]]
    cost: ClassVar[Literal["each", "fourth"]] = "each"  # measured at each check, or only at every fourth, which has more fakes

    @abstractmethod
    def misfit(self, bank: Bank) -> str:
        """Why this signal says nothing about such data; empty when it does."""

    @abstractmethod
    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        """The values. One that the sight is not enough for is left out: with too few finite fakes, without the networks, or for want of scatter."""


def describe(name: str) -> About | None:
    """What a value says; None for a name that no signal gives."""
    return next((kind.values[name] for kind in Signal.kinds().values() if name in kind.values), None)


def fitting(bank: Bank) -> list[Signal]:
    """All signals that say something about such data."""
    return [signal for signal in (kind() for kind in Signal.kinds().values()) if not signal.misfit(bank)]


def examine(signals: Iterable[Signal], sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
    """The values of these signals. A value that is no finite number is left out, and then `finite` is 0."""
    found: dict[str, float] = {}
    for signal in signals:
        found |= yield from signal.measure(sight, bank)
        yield
    kept = {name: value for name, value in found.items() if math.isfinite(value)}
    return kept if len(kept) == len(found) else {**kept, FINITE: 0.0}
