"""The training pictures nearest to a given picture, as the metric `nearest` compares them: by their pixels at 16 a side. Draws no samples."""

import math
from collections.abc import Generator
from typing import Any, NamedTuple, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.errors import DataError
from studio.gan.datasets import Dataset, Stored, batches
from studio.gan.features import TINY, shrink
from studio.gan.media import medium
from studio.gan.neighbours import distances
from studio.words import say

T = TypeVar("T")
Progress = tuple[int, int, str]  # done, of how many, at what
Paced = Generator[Progress, None, T]

MOST = 50_000  # training pictures that are looked through
HELD, LEAST = 256, 20  # set-aside ones that tell the usual distance; fewer tell nothing
READ = 1 << 19  # numbers decoded at a time
ROWS = 4096  # small pictures compared at a time
SPARE = 8  # more of them than wanted are measured exactly: products round
SEED = 20_250_108


class Found(NamedTuple):
    """The nearest training pictures, the nearest first: uint8 [k, H, W, C], and their distances [k].

    `ratio`: the first distance ÷ that which is usual for a picture set aside; None where too few are. `looked` of `of` pictures were compared.
    """

    pictures: NDArray[Any]
    distances: tuple[float, ...]
    ratio: float | None
    looked: int
    of: int


class Originals:
    """A finite set's training pictures, kept small (a byte a number), so that each look after the first is quick."""

    def __init__(self, dataset: Stored, rows: NDArray[np.int64], small: Tensor, usual: float | None) -> None:
        self._dataset, self._rows, self._small, self._usual = dataset, rows, small, usual

    @classmethod
    def gather(cls, dataset: Dataset) -> "Paced[Originals]":
        """Reads the set once. DataError where it has no pictures that anything could be a copy of."""
        if not isinstance(dataset, Stored) or dataset.medium != "image":
            raise DataError(say("these data are drawn anew for every step, without end: there is no training picture to compare with"))
        order = torch.randperm(len(dataset.train), generator=torch.Generator().manual_seed(SEED)).numpy()
        rows = np.sort(dataset.train[order[:MOST]])
        small = yield from _read(dataset, rows, say("Reading the training pictures"))
        known = cls(dataset, rows, small, None)
        if len(dataset.held) < LEAST:
            return known
        held = yield from _read(dataset, dataset.held[:HELD], say("Reading the pictures set aside"))
        near, _ = yield from known._compare(_floats(held), 1)
        return cls(dataset, rows, small, float(near[:, 0].median()) or None)

    def nearest(self, picture: NDArray[Any], k: int) -> "Paced[Found]":
        """Those nearest to uint8 [H, W, C], or to its mirror image where training shows mirrored pictures too."""
        x = shrink(medium("image").to_tensor(picture[None]), TINY)
        asked = torch.cat((x, x.flip(3))) if self._dataset.mirror else x
        k = min(k, len(self._rows))
        near, index = yield from self._compare(asked.flatten(1), k)
        best: dict[int, float] = {}
        for d, i in sorted(zip(near.flatten().tolist(), index.flatten().tolist(), strict=True)):
            best.setdefault(i, d)
        chosen = list(best.items())[:k]
        pictures = np.stack([np.asarray(self._dataset.x[self._rows[i]]) for i, _ in chosen])
        ratio = chosen[0][1] / self._usual if self._usual else None
        return Found(pictures, tuple(d for _, d in chosen), ratio, len(self._rows), len(self._dataset.train))

    def _compare(self, x: Tensor, k: int) -> "Paced[tuple[Tensor, Tensor]]":
        """Distances and places of the k nearest to each row of x [n, d], ascending [n, k]; found by products, then measured exactly."""
        values, places = torch.empty(len(x), 0), torch.empty(len(x), 0, dtype=torch.int64)
        what = say("Comparing with the training pictures")
        for start, stop in batches(len(self._small), ROWS):
            part = torch.cdist(x, _floats(self._small[start:stop]), compute_mode="use_mm_for_euclid_dist")
            values, places = torch.cat((values, part), 1), torch.cat((places, torch.arange(start, stop).expand(len(x), -1)), 1)
            values, at = values.topk(min(k + SPARE, values.shape[1]), largest=False)
            places = places.gather(1, at)
            yield stop, len(self._small), what
        exact = torch.cat([distances(x[i : i + 1], _floats(self._small[places[i]])) for i in range(len(x))])
        exact, order = exact.sort(1)
        return exact[:, :k], places.gather(1, order)[:, :k]


def _read(dataset: Stored, rows: NDArray[np.int64], what: str) -> "Paced[Tensor]":
    """Pictures at most 16 a side, flat: uint8 [n, d]."""
    kind, parts = medium(dataset.medium), []
    for start, stop in batches(len(rows), max(READ // math.prod(dataset.shape), 1)):
        yield start, len(rows), what
        small = shrink(kind.to_tensor(dataset.x[rows[start:stop]]), TINY).flatten(1)
        parts.append(((small + 1) * 127.5).round().to(torch.uint8))
    return torch.cat(parts)


def _floats(small: Tensor) -> Tensor:
    return small.float() / 127.5 - 1
