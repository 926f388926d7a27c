"""What goes wrong in a run, by name: one file an alarm. A detector judges one check beside those before; it counts none and mends nothing. No torch."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import ClassVar, Literal

from studio.doctor.remedies import Ward, value_at
from studio.gan.spec import Spec
from studio.messages import Json, Remedy, Severity
from studio.words import say

Gate = Literal["always", "armed", "late"]
_LARGE, _SMALL = "{value:,.0f}", "{value:.3g}"


@dataclass(frozen=True)
class Case:
    """One check, and what a detector may know of the run.

    signals: by their names in the journal, all finite. usual: the medians of the signals that the detector compares with, over checks that it found nothing
    wrong with; empty until there were enough. armed: the run has shown that it learns; deadline: the nimg by which it should have. was_well: an earlier check
    spoke for health, as far as this detector sees it.
    """

    nimg: int
    signals: Mapping[str, float]
    options: Mapping[str, Json] = field(default_factory=dict)
    medium: str = "image"
    armed: bool = True
    deadline: int = 0
    usual: Mapping[str, float] = field(default_factory=dict)
    was_well: bool = False

    def __getitem__(self, name: str) -> float:
        return self.signals[name]

    def __contains__(self, name: str) -> bool:
        return name in self.signals

    def at(self, path: str, default: Json = None) -> Json:
        """The option at a dotted path."""
        return value_at(self.options, path, default)

    def is_ripe(self, name: str, times: float) -> bool:
        """Whether a high signal that fades in most young runs counts: past the deadline, or where it grew to so many times what is usual."""
        return self.nimg >= self.deadline or self[name] > times * self.usual.get(name, inf)

    @property
    def loss(self) -> str:
        """The kind of the objective in force."""
        return str(self.at("objective.kind", ""))


class Detector(Spec):
    """What a failure looks like, what a layperson is told of it, and what mends it.

    Between `bad` and `good` lies hysteresis: a check that is neither ends a streak and raises or clears nothing.
    """

    title: ClassVar[str]  # marked: to be said where it is shown
    severity: ClassVar[Severity]
    needs: ClassVar[tuple[str, ...]] = ()  # signals without which a check says nothing here, and changes no streak
    gate: ClassVar[Gate] = "armed"  # judged from when on: always, once armed, or `late`: once armed or past the deadline
    raise_after: ClassVar[int] = 3  # bad checks in a row
    clear_after: ClassVar[int] = 5  # good checks in a row
    compared: ClassVar[tuple[str, ...]] = ()  # signals of which it wants to know what is usual
    yields_to: ClassVar[tuple[str, ...]] = ()  # failures that explain this one: not raised while one of them is active or suspected
    by_usual: ClassVar[bool] = False  # its words take what is usual, which the course alone knows
    evidence: ClassVar[tuple[str, ...]] = ()  # what shows it: missing, pairs, duplicates, shares, hops, logits, samples

    def fits(self, options: Mapping[str, Json], medium: str) -> bool:
        """Whether its signals mean anything under such options."""
        return True

    @abstractmethod
    def bad(self, case: Case) -> bool:
        """Whether this check speaks for the failure."""

    @abstractmethod
    def good(self, case: Case) -> bool:
        """Whether this check speaks for recovery."""

    @abstractmethod
    def text(self, case: Case) -> str:
        """What happens, in one or two plain sentences."""

    @abstractmethod
    def brief(self, case: Case) -> str:
        """The same in a few words and a figure, to follow `Mode dropping since 12 kimg: `."""

    @abstractmethod
    def why(self, case: Case) -> str:
        """The figures that say so, beside what is usual."""

    @abstractmethod
    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        """What may mend it, the best first."""


def number(value: float) -> str:
    """A figure that is no share: `12`, `0.031`, `1,200`."""
    return say(_LARGE if abs(value) >= 100 else _SMALL, value=value)
