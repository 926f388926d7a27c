"""What says how good samples are: one file a metric. A metric compares fakes with a reference; it samples and trains nothing."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Literal, NamedTuple

from torch import Tensor

from studio.errors import ConfigError, Problem
from studio.gan.inception import Seen, misfit
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.gan.spec import Spec
from studio.words import say


class Value(NamedTuple):
    """One number that a metric gives: which way is better, and what it says. `near` 1 means that 1 is best."""

    better: Literal["higher", "lower", "near 1", "neither"]
    text: str


class Metric(Spec):
    """How good samples are.

    Every metric is deterministic: it draws from generators of its own, seeded by constants. Work longer than a blink yields.
    """

    values: ClassVar[Mapping[str, Value]]  # a name that ends in `/` stands for one value a class
    usual: ClassVar[int] = 0  # samples that its protocol asks for; 0 leaves that to the medium

    @classmethod
    def about_value(cls, name: str) -> Value | None:
        """What the value `name`, such as `recall` or `class_share/3`, says; None when this metric does not give it."""
        return next((value for key, value in cls.values.items() if name == key or (key.endswith("/") and name.startswith(key))), None)

    def taken(self, fakes: int, reals: int) -> tuple[int, int]:
        """How many of so many fakes and reals its figures rest on."""
        return fakes, reals

    @abstractmethod
    def misfit(self, reference: Reference) -> str:
        """Why this metric says nothing about such data; empty when it does."""

    @abstractmethod
    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        """The values of fakes float32 [N, *shape], images in [−1, 1] and at most 64 a side; labels [N] are the classes asked of G, or None."""


class PretrainedMetric(Metric):
    """How good images are to a network trained on a million photographs. It sees the moments and rows of that network's features.

    Never measured unless it is asked for by name: the network is a download, and a pass through it takes long.
    """

    usual: ClassVar[int] = 50_000

    def misfit(self, reference: Reference) -> str:
        return misfit(reference.dataset)

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        raise AssertionError("it compares features: see `compare`")

    @abstractmethod
    def compare(self, fake: Seen, real: Seen) -> dict[str, float]:
        """The values from what the network saw of either set."""


def describe(name: str) -> Value | None:
    """What a value says; None for a name that no metric gives."""
    return next((value for kind in Metric.kinds().values() if (value := kind.about_value(name))), None)


def choose(names: list[str] | None, reference: Reference) -> dict[str, Metric]:
    """Metrics by kind: those named, by kind or by one of their values, or all that fit. ConfigError for one unknown or unfit."""
    kinds = {name: kind() for name, kind in Metric.kinds().items()}
    if names is None:
        return {name: metric for name, metric in kinds.items() if not isinstance(metric, PretrainedMetric) and not metric.misfit(reference)}
    chosen: dict[str, Metric] = {}
    problems = []
    for name in names:
        giving = [kind for kind, metric in kinds.items() if name == kind or metric.about_value(name)]
        found = next((kind for kind in giving if not kinds[kind].misfit(reference)), giving[0] if giving else None)
        if found is None:
            problems.append(Problem("metric", say("there is none called {name}; choose from {known}", name=repr(name), known=", ".join(kinds))))
        elif why := kinds[found].misfit(reference):
            problems.append(Problem("metric", say("{name} does not fit this data: {why}", name=name, why=why)))
        else:
            chosen[found] = kinds[found]
    if problems:
        raise ConfigError(problems)
    return chosen
