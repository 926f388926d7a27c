"""From a data set to batches on the device, in an order that a checkpoint can hold in two numbers."""

from typing import NamedTuple, Protocol

import numpy as np
import torch
from torch import Tensor

from studio.gan.datasets import Dataset, Drawn, Stored

RESIDENT_SHARE = 0.25  # of a device's free memory that the data may take
RESIDENT_CPU_BYTES = 1 << 30
ALL = slice(None)


class Feed(Protocol):
    """An endless row of batches of reals."""

    position: int  # reals given so far

    def next(self, n: int, generator: torch.Generator, rows: slice = ALL) -> tuple[Tensor, Tensor | None]:
        """x float32 [n, *shape] in the networks' range, c int64 [n] or None, on the device; of these n only the `rows` that are wanted here."""

    def labels(self, n: int, generator: torch.Generator) -> Tensor | None:
        """c [n] drawn as the data's labels are."""


def feed(dataset: Dataset, device: torch.device, seed: int) -> Feed:
    """The right feed: drawn on the device, resident there when it fits, else streamed from the memory-mapped cache."""
    if isinstance(dataset, Drawn):
        return DrawnFeed(dataset, device)
    assert isinstance(dataset, Stored)
    return StoredFeed(dataset, device, seed, resident=_fits(dataset, device), ahead=device.type == "cuda")


def _fits(dataset: Stored, device: torch.device) -> bool:
    size = dataset.x.nbytes * len(dataset.train) // max(len(dataset.x), 1)
    if device.type == "cuda":
        return bool(size <= RESIDENT_SHARE * torch.cuda.mem_get_info(device)[0])
    return size <= RESIDENT_CPU_BYTES


class DrawnFeed:
    """Batches of a set without end."""

    def __init__(self, dataset: Drawn, device: torch.device) -> None:
        self.dataset, self.device, self.position = dataset, device, 0

    def next(self, n: int, generator: torch.Generator, rows: slice = ALL) -> tuple[Tensor, Tensor | None]:
        self.position += n
        x, c = self.dataset.draw(n, generator)
        return x[rows], None if c is None else c[rows]

    def labels(self, n: int, generator: torch.Generator) -> Tensor | None:
        if not self.dataset.classes:
            return None
        return torch.randint(len(self.dataset.classes), (n,), generator=generator, device=self.device)


class _Staged(NamedTuple):
    """A batch on its way to the device: which reals, and the mark on its stream that says when they are there."""

    places: Tensor
    rows: Tensor
    there: torch.cuda.Event | None


class StoredFeed:
    """Every real once an epoch, in an order drawn from the seed and the epoch alone.

    A streamed feed may look `ahead`: while the device computes, the next batch is read and copied, on a stream of its own where it has one.
    """

    def __init__(self, dataset: Stored, device: torch.device, seed: int, *, resident: bool, ahead: bool = False) -> None:
        self.dataset, self.device, self.seed, self.position = dataset, device, seed, 0
        self._points = dataset.medium == "points"
        self._train = torch.from_numpy(dataset.train)
        self._c = None
        if dataset.classes and dataset.c is not None:
            self._c = torch.from_numpy(np.ascontiguousarray(dataset.c[dataset.train])).to(device)
        self._x: Tensor | None = None
        if resident:
            x = torch.from_numpy(np.ascontiguousarray(dataset.x[dataset.train]))
            self._x = (x if self._points else x.permute(0, 3, 1, 2).contiguous()).to(device)
        self._epoch, self._order = -1, torch.empty(0, dtype=torch.int64)
        self._ahead = ahead and not resident
        self._staged: _Staged | None = None
        self._stream = torch.cuda.Stream(device) if self._ahead and device.type == "cuda" else None  # type: ignore[no-untyped-call]

    def next(self, n: int, generator: torch.Generator, rows: slice = ALL) -> tuple[Tensor, Tensor | None]:
        index = self._indices(n)[rows]
        x = self._gather(index)
        if self._ahead:
            self._stage(n, rows)
        if not self._points:
            x = x.float().div_(127.5).sub_(1)
            if self.dataset.mirror:
                turned = torch.rand(n, 1, 1, 1, generator=generator, device=self.device)[rows] < 0.5
                x = torch.where(turned, x.flip(3), x)
        return x, None if self._c is None else self._c[index.to(self.device)]

    def labels(self, n: int, generator: torch.Generator) -> Tensor | None:
        if self._c is None:
            return None
        return self._c[torch.randint(len(self._c), (n,), generator=generator, device=self.device)]

    def _gather(self, index: Tensor) -> Tensor:
        if self._x is not None:
            return self._x.index_select(0, index)
        staged, self._staged = self._staged, None
        if staged is None or not torch.equal(staged.places, index):  # the first, or the first after a checkpoint was loaded
            return self._read(index)
        if staged.there is not None:
            here = torch.cuda.current_stream(self.device)
            here.wait_event(staged.there)
            staged.rows.record_stream(here)
        return staged.rows

    def _stage(self, n: int, rows: slice) -> None:
        """Sends the reals that the next call will ask for, most likely."""
        position = self.position
        index = self._indices(n)[rows]
        self.position = position
        if self._stream is None:
            self._staged = _Staged(index, self._read(index), None)
            return
        with torch.cuda.stream(self._stream):
            self._staged = _Staged(index, self._read(index), self._stream.record_event())

    def _read(self, index: Tensor) -> Tensor:
        rows = torch.from_numpy(self.dataset.x[self._train[index].numpy()])
        if self.device.type == "cuda":
            rows = rows.pin_memory()
        rows = rows.to(self.device, non_blocking=True)
        return rows if self._points else rows.permute(0, 3, 1, 2)

    def _indices(self, n: int) -> Tensor:
        """Positions within the training part of the next n reals; they may span epochs."""
        size = len(self._train)
        parts = []
        while n > 0:
            epoch, start = divmod(self.position, size)
            if epoch != self._epoch:
                self._epoch, self._order = epoch, self._shuffled(epoch)
            part = self._order[start : start + n]
            parts.append(part)
            n -= len(part)
            self.position += len(part)
        return parts[0] if len(parts) == 1 else torch.cat(parts)

    def _shuffled(self, epoch: int) -> Tensor:
        generator = torch.Generator().manual_seed((self.seed * 1_000_003 + epoch * 7919 + 17) % (1 << 62))
        order = torch.randperm(len(self._train), generator=generator)
        return order.to(self.device) if self._x is not None else order
