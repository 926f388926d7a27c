"""Reals at full size for the doctor, by random numbers of its own: training's order and generators are never touched."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.gan.datasets import Dataset, Drawn, Stored
from studio.gan.draws import spans
from studio.gan.media import medium

Batch = tuple[Tensor, Tensor | None]


class Mixed(NamedTuple):
    """Training samples and held-out ones in one batch: x [n, *shape], c [n] or None, and which of them are held out [n]."""

    x: Tensor
    c: Tensor | None
    held: Tensor


class Reals:
    """Draws from a data set: x float32 [n, *shape], images in [−1, 1], and c int64 [n] as training gives it, or None; all on the CPU."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._medium = medium(dataset.medium)

    @property
    def values(self) -> int:
        """Numbers in one sample."""
        return math.prod(self.dataset.shape)

    def of(self, rows: NDArray[np.int64]) -> Batch:
        """Those of a finite set by their row numbers; c into `dataset.known`, whether or not training is told."""
        assert isinstance(self.dataset, Stored)
        c = self.dataset.c if self.dataset.known else None
        return self._medium.to_tensor(self.dataset.x[rows]), None if c is None else torch.from_numpy(c[rows])

    def drawn(self, n: int, random: torch.Generator) -> Batch:
        """New ones of a set without end, c likewise."""
        assert isinstance(self.dataset, Drawn)
        x, c = self.dataset.sample(n, random)
        return x.float(), c

    def train(self, n: int, random: torch.Generator) -> Batch:
        """n of those that training shows to D."""
        x, c = self.drawn(n, random) if isinstance(self.dataset, Drawn) else self.of(self._rows(n, random))
        return x, self._told(c)

    def held(self, n: int, random: torch.Generator) -> Batch:
        """At most n different ones that training never shows; of a set without end, new ones."""
        x, c = self.drawn(n, random) if isinstance(self.dataset, Drawn) else self.of(self._held_rows(n, random))
        return x, self._told(c)

    def mixed(self, n: int, size: int, random: torch.Generator) -> Iterator[Mixed]:
        """n training samples and at most as many held-out ones, shuffled, at most `size` at a time. Of a set without end, none are held out."""
        if isinstance(self.dataset, Drawn):
            for start, stop in spans(n, size):
                yield Mixed(*self.train(stop - start, random), torch.zeros(stop - start, dtype=torch.bool))
            return
        rows = np.concatenate([self._rows(n, random), self._held_rows(n, random)])
        order = torch.randperm(len(rows), generator=random)
        for start, stop in spans(len(rows), size):
            part = order[start:stop]
            x, c = self.of(rows[part.numpy()])
            yield Mixed(x, self._told(c), part >= n)

    def labels(self, n: int, random: torch.Generator) -> Tensor | None:
        """c [n] as training asks G for them; None where it asks for none."""
        if not self.dataset.classes:
            return None
        if isinstance(self.dataset, Stored):
            assert self.dataset.c is not None
            return torch.from_numpy(self.dataset.c[self._rows(n, random)])
        return torch.randint(len(self.dataset.classes), (n,), generator=random)

    def _told(self, c: Tensor | None) -> Tensor | None:
        return c if self.dataset.classes else None

    def _rows(self, n: int, random: torch.Generator) -> NDArray[np.int64]:
        assert isinstance(self.dataset, Stored)
        rows: NDArray[np.int64] = self.dataset.train[torch.randint(len(self.dataset.train), (n,), generator=random).numpy()]
        return rows

    def _held_rows(self, n: int, random: torch.Generator) -> NDArray[np.int64]:
        assert isinstance(self.dataset, Stored)
        rows: NDArray[np.int64] = self.dataset.held[torch.randperm(len(self.dataset.held), generator=random)[:n].numpy()]
        return rows
