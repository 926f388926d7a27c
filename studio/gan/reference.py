"""The reals that fakes are measured against: which, and how many. Draws nothing from training's generators."""

from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.errors import DataError
from studio.gan.datasets import Dataset, Drawn, Source, Stored, batches
from studio.gan.features import Features, shrink
from studio.gan.media import medium
from studio.gan.mixture import Mixture
from studio.gan.slices import Slices
from studio.words import say

SIDE = 64  # every metric sees images averaged down to at most this
SEED = 20_250_102
SLICE = 256  # samples decoded at once
LEAST, MOST = 2000, 10_000  # reals in a reference, where there are so many


@dataclass(frozen=True)
class Reference:
    """Reals in a fixed order: those held out first, then, where they are too few, training ones.

    x: float32 [R, *shape], images in [−1, 1] and at most 64 a side; c: int64 [R] into `dataset.known`, or None when no class is known;
    held: how many of them were held out.
    """

    source: Source | None  # where the data set came from, for what only the source can know
    dataset: Dataset
    x: Tensor
    c: Tensor | None
    held: int
    _fitted: list[Features] = field(default_factory=list, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The set in English words, as files have it; the window says them anew."""
        noun = "points" if self.dataset.medium == "points" else "images"
        if self.source is not None:
            noun += f" of {self.source.kind}"
        if isinstance(self.dataset, Drawn):
            return f"{len(self.x):,} freshly drawn {noun}"
        rest = len(self.x) - self.held
        return f"{self.held:,} held-out{f' and {rest:,} training' if rest else ''} {noun}"

    @property
    def mixture(self) -> Mixture | None:
        """The Gaussians that the data set is made of; None for any other."""
        return self.source if isinstance(self.source, Mixture) else None

    def features(self) -> Slices[Features]:
        """`Features` fitted to these reals: once, for every metric that asks."""
        if not self._fitted:
            self._fitted.append((yield from Features.fit(self.x)))
        return self._fitted[0]

    def train(self, limit: int, side: int = SIDE) -> Slices[tuple[Tensor, Tensor | None]]:
        """Up to `limit` training samples, images at most `side` a side; of a set without end, new draws that are not in `x`."""
        if isinstance(self.dataset, Drawn):
            return (yield from _drawn(self.dataset, limit, SEED + 1, side))
        assert isinstance(self.dataset, Stored)
        return (yield from _stored(self.dataset, _some(self.dataset.train, limit), side))


def gather(dataset: Dataset, source: Source | None, count: int) -> Slices[Reference]:
    """A reference fit to judge `count` samples; the same every time. DataError when the set is too small to judge by."""
    wanted = min(max(count, LEAST), MOST)
    if isinstance(dataset, Drawn):
        x, c = yield from _drawn(dataset, wanted, SEED, SIDE)
        return Reference(source, dataset, x, c, len(x))
    assert isinstance(dataset, Stored)
    held = _some(dataset.held, wanted)
    index = np.concatenate([held, _some(dataset.train, wanted - len(held))])
    if len(index) < 2:
        raise DataError(say("the data set has fewer than 2 samples: nothing can be measured against it; add more"))
    x, c = yield from _stored(dataset, index, SIDE)
    return Reference(source, dataset, x, c, len(held))


def _some(index: NDArray[np.int64], limit: int) -> NDArray[np.int64]:
    """All of them in a fixed random order, or the first `limit` of that."""
    order = torch.randperm(len(index), generator=torch.Generator().manual_seed(SEED)).numpy()
    chosen: NDArray[np.int64] = index[order[: max(limit, 0)]]
    return chosen


def _stored(dataset: Stored, index: NDArray[np.int64], side: int) -> Slices[tuple[Tensor, Tensor | None]]:
    kind = medium(dataset.medium)
    parts = []
    for start, stop in batches(len(index), SLICE):
        parts.append(shrink(kind.to_tensor(dataset.x[index[start:stop]]), side))
        yield
    c = None if dataset.c is None or not dataset.known else torch.from_numpy(np.ascontiguousarray(dataset.c[index]))
    return torch.cat(parts), c


def _drawn(dataset: Drawn, n: int, seed: int, side: int) -> Slices[tuple[Tensor, Tensor | None]]:
    generator = torch.Generator().manual_seed(seed)
    parts, labels = [], []
    for start, stop in batches(n, SLICE):
        x, c = dataset.sample(stop - start, generator)
        parts.append(shrink(x.float(), side))
        labels.append(c)
        yield
    given = [c for c in labels if c is not None]
    return torch.cat(parts), torch.cat(given) if given else None
