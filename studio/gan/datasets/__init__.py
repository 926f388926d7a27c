"""Where real samples come from: one file a source. A source opens a `Dataset`; it knows nothing of training.

torch is imported only where numbers are drawn: to look through a million pictures needs none of its half gigabyte.
"""

import time
from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from studio.gan.spec import Spec

if TYPE_CHECKING:
    import torch
    from torch import Tensor

LABELLED_HELP = "Train with classes: G is told which one to make, D which one it sees."


class Progress(Protocol):
    """Told how far long work has come; raises `Cancelled` to end it. `total` 0 means not known yet."""

    def __call__(self, done: int, total: int, what: str) -> None: ...


def silent(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""


def paced(progress: Progress, seconds: float = 0.1) -> Progress:
    """The same progress, told at most every so many seconds, and always when the work is done."""
    last = -seconds

    def tell(done: int, total: int, what: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= seconds or (total and done >= total):
            last = now
            progress(done, total, what)

    return tell


class Source(Spec):
    """Where the real samples come from."""

    @abstractmethod
    def open(self, cache: Path, progress: Progress = silent) -> "Dataset":
        """The data, decoded; what is slow is kept in the folder `cache` for the next time.

        DataError names the file and the remedy; `Cancelled` when progress asks for it.
        """


class Dataset:
    """Samples of one shape.

    Two things are told apart: `classes`, what the run is conditioned on (empty: no labels reach G and D), and `known`, the classes
    that the data has anyway (empty: none), which metrics use even where the run is unconditional. `classes` is `known` or empty.
    """

    def __init__(
        self, medium: str, shape: tuple[int, ...], classes: tuple[str, ...], *, known: tuple[str, ...] | None = None, notes: tuple[str, ...] = ()
    ) -> None:
        """medium: `points` or `image`. shape: (2,) or (C, H, W). known: `classes` when left out. notes: what a person should be told."""
        self.medium = medium
        self.shape = shape
        self.classes = classes
        self.known = classes if known is None else known
        self.notes = notes
        assert classes in ((), self.known)


class Stored(Dataset):
    """A finite set: `x` float32 [N, 2], or uint8 [N, H, W, C], perhaps memory-mapped; `c` int64 [N], or None when no class is known.

    `c` holds indices into `known`, also where `classes` is empty. Sets aside min(max(5 %, 128), 20 %) of itself by `seed`, never
    trained on: `held` and `train` are sorted row numbers, drawn when they are first asked for. `usual` is the width and height that the
    pictures' files mostly have, where it is known; `x` may hold them at another size.
    """

    def __init__(
        self,
        medium: str,
        x: NDArray[Any],
        c: NDArray[np.int64] | None,
        classes: tuple[str, ...] = (),
        *,
        known: tuple[str, ...] | None = None,
        seed: int = 0,
        mirror: bool = False,
        notes: tuple[str, ...] = (),
        usual: tuple[int, int] | None = None,
    ) -> None:
        shape = tuple(x.shape[1:]) if medium == "points" else (x.shape[3], x.shape[1], x.shape[2])
        super().__init__(medium, shape, classes, known=known, notes=notes)
        self.x, self.c, self.mirror, self.seed, self.usual = x, c, mirror, seed, usual

    @property
    def held(self) -> NDArray[np.int64]:
        return self._split[0]

    @property
    def train(self) -> NDArray[np.int64]:
        return self._split[1]

    @cached_property
    def _split(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        import torch

        held = int(min(max(0.05 * len(self.x), 128), 0.2 * len(self.x)))
        order = torch.randperm(len(self.x), generator=torch.Generator().manual_seed(self.seed)).numpy()
        return np.sort(order[:held]), np.sort(order[held:])


class Drawn(Dataset):
    """A set without end, drawn anew for every batch.

    `sample(n, generator)` → x float32 [n, *shape], images in [−1, 1], and c int64 [n] into `known`, or None when no class is known;
    both on the generator's device.
    """

    def __init__(
        self,
        medium: str,
        shape: tuple[int, ...],
        classes: tuple[str, ...],
        sample: "Callable[[int, torch.Generator], tuple[Tensor, Tensor | None]]",
        *,
        known: tuple[str, ...] | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        super().__init__(medium, shape, classes, known=known, notes=notes)
        self.sample = sample

    def draw(self, n: int, generator: "torch.Generator") -> "tuple[Tensor, Tensor | None]":
        """A batch for training: as `sample` gives it, with c only where the run is conditioned on classes."""
        x, c = self.sample(n, generator)
        return x, c if self.classes else None


def batches(total: int, size: int) -> Iterator[tuple[int, int]]:
    """Slices (start, stop) that cover `total` in steps of `size`."""
    for start in range(0, total, size):
        yield start, min(start + size, total)
