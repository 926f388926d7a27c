"""Measuring a generator: draws samples from fixed seeds and asks the metrics. Knows neither run folders nor training."""

import time
from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar

import torch
from torch import Tensor

from studio.errors import ConfigError, Problem, RunError
from studio.gan.datasets import Dataset, Source, batches
from studio.gan.features import shrink
from studio.gan.inception import Inception, Look, Seen
from studio.gan.metrics import Metric, PretrainedMetric, choose
from studio.gan.reference import SIDE, Reference, gather
from studio.words import say

T = TypeVar("T")

BATCH = 32  # seeds between two chances to pause
COUNTS = {"points": 10_000, "image": 2_000}


class Draws(Protocol):
    """What can be evaluated: `Sampler`, or anything that turns seeds into samples."""

    def draw(self, seeds: Sequence[int], *, psi: float = 1.0, c: int | None = None) -> tuple[Tensor, Tensor | None]:
        """x float32 [N, *shape] and c [N] or None, on the CPU."""


class Step(NamedTuple):
    """How far an evaluation has come."""

    done: int
    total: int
    text: str


@dataclass(frozen=True)
class Basis:
    """What a figure rests on: how many samples, compared with how many reals, and of which set."""

    count: int
    reals: int
    reference: str

    def __str__(self) -> str:
        return f"{self.count:,} samples against {self.reals:,} of {self.reference}"

    def dump(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


@dataclass(frozen=True)
class Evaluation:
    """What was measured, on how many samples, against which reals, and in what time."""

    metrics: dict[str, float]
    count: int
    reference: str
    seconds: float
    basis: dict[str, Basis] = field(default_factory=dict)  # of every figure


@dataclass(frozen=True)
class Pretrained:
    """The network that FID and its like look through, and whether they compare with the held-out images instead of the training ones."""

    inception: Inception
    held: bool = False


def evaluate(
    sampler: Draws,
    dataset: Dataset,
    metrics: list[str] | None = None,
    *,
    source: Source | None = None,
    count: int | None = None,
    first_seed: int = 0,
    psi: float = 1.0,
    reference: Reference | None = None,
    pretrained: Pretrained | None = None,
) -> Generator[Step, None, Evaluation]:
    """Measures samples of the seeds `first_seed` … in slices: yields its progress, returns the `Evaluation`; `whole` runs it to its end.

    source: what the data set was opened from; `mixture` needs it.
    metrics: names of kinds or of single values; None for all that fit the data. A value asked for by name comes alone.
    count: what the metrics usually take when None: 10,000 points, 2,000 images, 26,000 stacked digits, 50,000 for FID.
    The same sampler, data and seeds give the same figures.
    reference: reals that `gather` gave for the same data before, to save gathering them again.
    pretrained: FID and its like need it.
    ConfigError for a metric that is unknown or does not fit; RunError when the samples are not finite numbers.
    """
    started = time.monotonic()
    if count is not None and count < 2:
        raise ConfigError([Problem("count", say("at least 2 samples are needed to measure anything; got {count}", count=count))])
    at_least = count or COUNTS.get(dataset.medium, 2_000)
    reading = Step(0, at_least, say("Reading the reference"))
    yield reading
    if reference is None:
        reference = yield from _paused(gather(dataset, source, at_least), reading)
    chosen = choose(metrics, reference)
    count = count or max(at_least, *(metric.usual for metric in chosen.values()), 0)
    looking = {name: metric for name, metric in chosen.items() if isinstance(metric, PretrainedMetric)}
    real = None
    if looking:
        if pretrained is None:
            raise ConfigError([Problem("metric", say("{metrics} need the weights of Inception-v3", metrics=", ".join(looking)))])
        real = yield from _reals(pretrained, dataset, source)
    total = count + len(chosen) * _share(count)
    look = Look(pretrained.inception) if pretrained is not None and looking else None
    fakes, labels = yield from _sample(sampler, count, first_seed, psi, total, look)
    found: dict[str, float] = {}
    basis: dict[str, Basis] = {}
    for i, (name, metric) in enumerate(chosen.items()):
        step = Step(count + i * _share(count), total, say("Measuring {metric}", metric=name.replace("_", " ")))
        yield step
        if isinstance(metric, PretrainedMetric):
            assert look is not None
            assert real is not None
            values, reals, text = metric.compare(look.seen(), real), real.moments.count, real.text
        else:
            values = yield from _paused(metric.measure(fakes, labels, reference), step)
            reals, text = len(reference.x), reference.text
        found |= values
        basis |= dict.fromkeys(values, Basis(*metric.taken(count, reals), text))
    kept = _wanted(found, metrics, chosen)
    text = real.text if real is not None and len(looking) == len(chosen) else reference.text
    return Evaluation(kept, count, text, time.monotonic() - started, {name: basis[name] for name in kept})


def _share(count: int) -> int:
    """What one metric's work counts in samples."""
    return max(count // 5, 1)


def _paused(slices: Generator[None, None, T], step: Step) -> Generator[Step, None, T]:
    """The slices of a part, each shown as the same step."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            result: T = end.value
            return result
        yield step


def _reals(pretrained: Pretrained, dataset: Dataset, source: Source | None) -> Generator[Step, None, Seen]:
    work = pretrained.inception.reals(dataset, source, held=pretrained.held)
    while True:
        try:
            done, of = next(work)
        except StopIteration as end:
            seen: Seen = end.value
            return seen
        yield Step(done, of, say("Showing the reals to Inception, {done:,} of {total:,}", done=done, total=of))


def _sample(sampler: Draws, count: int, first: int, psi: float, total: int, look: Look | None = None) -> Generator[Step, None, tuple[Tensor, Tensor | None]]:
    parts, labels = [], []
    for start, stop in batches(count, BATCH):
        x, c = sampler.draw(range(first + start, first + stop), psi=psi)
        if not torch.isfinite(x).all():
            raise RunError(say("the generator makes numbers that are not finite, so there is nothing to measure; choose an earlier checkpoint"))
        if look is not None:
            look.add(x)
        parts.append(shrink(x, SIDE))
        labels.append(c)
        yield Step(stop, total, say("Sampling {done:,} of {total:,}", done=stop, total=count))
    given = [c for c in labels if c is not None]
    return torch.cat(parts), torch.cat(given) if given else None


def _wanted(found: dict[str, float], names: list[str] | None, chosen: dict[str, Metric]) -> dict[str, float]:
    """Of a metric that was not named itself, only the values that were."""
    if names is None:
        return found
    whole = [chosen[name] for name in names if name in chosen]
    return {k: v for k, v in found.items() if k in names or any(metric.about_value(k) for metric in whole)}
