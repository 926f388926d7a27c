"""What the doctor looks at: a bank of reals, which never changes in a run, and the fakes of one check beside it. Measures nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.doctor.bins import Bins, cluster
from studio.doctor.likeness import Likeness
from studio.doctor.players import Players
from studio.doctor.reals import Batch, Reals
from studio.errors import DataError
from studio.gan.datasets import Dataset, Stored, batches
from studio.gan.features import TINY, shrink
from studio.gan.media import medium
from studio.gan.neighbours import distances
from studio.gan.slices import Slices
from studio.words import say

T = TypeVar("T")

REALS = 2048  # that fakes are compared with
KNOWN = 8192  # training samples among which copies are looked for
BLOCK = 256  # fakes that are compared at a time: so a check of 256 and one of 1024 say the same
LEAST = 16  # fewer tell nothing
SIDE = 64  # pixels a side of the pictures that are kept, and of the parts looked at closely
SHARP = 256  # pictures looked at closely
VALUES = 1 << 30  # numbers read from the data at most
SLICE = 1 << 18  # numbers read at a time
EXACT = 4  # numbers a row up to which distances are formed from differences
FAR = 1e6  # points farther out are brought this near, so that squares stay finite
SEED = 20_250_104


@dataclass(frozen=True)
class Bank:
    """Reals and what is known of them: the same every time for the same data.

    pictures: as the medium keeps them, uint8 [R, h, w, C] of at most 64 a side, or points float32 [R, 2]; rows [R]: where they are in a finite set's
    arrays; c: int64 [R] into `dataset.known`, or None; sharp: the middles of some at full size, float32 [S, C, ≤ 64, ≤ 64] (the points themselves);
    phi: their features [R, d]; known: all training samples [N, p], pictures at most 16 a side and flat, or None where these are too many or new every
    time; held: held-out samples likewise [V, p], which of a set without end are further draws.
    """

    dataset: Dataset
    pictures: NDArray[Any]
    rows: NDArray[np.int64] | None
    c: Tensor | None
    sharp: Tensor
    likeness: Likeness
    phi: Tensor
    known: Tensor | None
    held: Tensor
    bins: Bins
    _found: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def image(self) -> bool:
        """Whether the data is pictures."""
        return self.dataset.medium == "image"

    @property
    def block(self) -> int:
        """How many fakes are compared at a time."""
        return min(BLOCK, len(self.phi))

    def reals(self, n: int = REALS) -> Tensor:
        """The first n as the engine has them, float32 [n, *shape], pictures at most 64 a side."""
        return medium(self.dataset.medium).to_tensor(self.pictures[:n])

    def blocks(self) -> list[Tensor]:
        """The reals' features in as many rows as fakes are compared at a time; what is left over is left out."""
        return list(torch.split(self.phi[: len(self.phi) // self.block * self.block], self.block))

    def once(self, find: "Callable[[Bank], Slices[T]]") -> Slices[T]:
        """What `find` says of this bank: found when it is asked for first, and kept."""
        if find not in self._found:
            self._found[find] = yield from find(self)
        return cast(T, self._found[find])


def gather(dataset: Dataset) -> Slices[Bank]:
    """A bank for a data set. DataError where it has too few samples to compare with."""
    reals, random = Reals(dataset), torch.Generator().manual_seed(SEED)
    most = max(VALUES // reals.values, BLOCK)
    rows = train = held = None
    if isinstance(dataset, Stored):
        train, held = (_shuffled(part, random) for part in (dataset.train, dataset.held))
        rows, held = train[: min(REALS, most)], held[: min(REALS, most)]
        if len(rows) < LEAST:
            text = say("the doctor needs at least {least} training samples to compare with, and the data set has {n}; add more", least=LEAST, n=len(rows))
            raise DataError(text)
    kept = yield from _read(reals, rows, min(REALS, most), random, keep=True)
    other = yield from _read(reals, held, min(REALS, most), random)
    likeness = yield from Likeness.fit(kept.small)  # not to held-out ones, which are to look as new as fakes
    phi = yield from likeness.of(kept.small)
    known = None
    if train is not None and rows is not None and len(train) <= min(KNOWN, most):
        rest = yield from _read(reals, train[len(rows) :], 0, random)
        known = torch.cat([kept.small, rest.small]).flatten(1)
    return Bank(dataset, kept.pictures, rows, kept.c, kept.sharp, likeness, phi, known, other.small.flatten(1), (yield from cluster(phi)))


class _Read(NamedTuple):
    """Samples at most 16 a side; and, where they are kept, as the bank has them, and the middles of the first at full size."""

    pictures: NDArray[Any]
    sharp: Tensor
    small: Tensor
    c: Tensor | None


def _read(reals: Reals, rows: NDArray[np.int64] | None, n: int, random: torch.Generator, *, keep: bool = False) -> Slices[_Read]:
    """Those in these rows, or n new ones of a set without end."""
    n = n if rows is None else len(rows)
    kind = medium(reals.dataset.medium)
    pictures: list[NDArray[Any]] = []
    sharp: list[Tensor] = []
    small: list[Tensor] = []
    labels: list[Tensor] = []
    for start, stop in batches(n, max(SLICE // reals.values, 1)):
        x, c = _some(reals, rows, start, stop, random)
        seen = shrink(x, SIDE)  # as fakes come: one step more or less may round to another size
        small.append(shrink(seen, TINY))
        if keep:
            pictures.append(kind.to_array(seen))
            sharp += [middle(x[: SHARP - start])] if start < SHARP else []
            labels += [] if c is None else [c]
        yield
    none = shrink(shrink(torch.empty(0, *reals.dataset.shape), SIDE), TINY)
    kept = np.concatenate(pictures) if pictures else np.empty(0)
    return _Read(kept, torch.cat(sharp or [none]), torch.cat(small or [none]), torch.cat(labels) if labels else None)


def _some(reals: Reals, rows: NDArray[np.int64] | None, start: int, stop: int, random: torch.Generator) -> Batch:
    return reals.drawn(stop - start, random) if rows is None else reals.of(rows[start:stop])


def _shuffled(rows: NDArray[np.int64], random: torch.Generator) -> NDArray[np.int64]:
    shuffled: NDArray[np.int64] = rows[torch.randperm(len(rows), generator=random).numpy()]
    return shuffled


def middle(x: Tensor) -> Tensor:
    """The middle of images at full size, at most 64 pixels a side; it begins at a multiple of 8, so that what repeats every few pixels keeps its phase."""
    if x.ndim != 4:
        return x
    top, left = ((max(side - SIDE, 0) // 2) // 8 * 8 for side in x.shape[2:])
    return x[:, :, top : top + SIDE, left : left + SIDE]


class Block(NamedTuple):
    """Some fakes: features [n, d], distances to one another [n, n] and to the bank's reals [n, R]."""

    phi: Tensor
    within: Tensor
    across: Tensor


class Verdicts(NamedTuple):
    """D's logits on fakes, on training reals and on held-out ones; these are none where there are none. Float32 on the CPU."""

    fake: Tensor
    train: Tensor
    held: Tensor


class Asked(NamedTuple):
    """What G was asked for: z [n, z_dim] and c [n] or None."""

    z: Tensor
    c: Tensor | None


class Bout(NamedTuple):
    """The networks, and a few samples at full size on their device: reals and fakes [n, *shape], the reals' c [n], what the fakes were asked with."""

    players: Players
    real: Tensor
    c: Tensor | None
    fake: Tensor
    asked: Asked


@dataclass(frozen=True)
class Sight:
    """One check's fakes, those that are finite, and what is seen of them.

    x: float32 [n, *shape] on the CPU, pictures in [−1, 1] and at most 64 a side; sharp: the middles of the first at full size; phi: features [n, d];
    blocks: the fakes in equal parts, none where there are too few; of: their bins [n]; before: how many the check before had in every bin, or None;
    finite: the share of the fakes that are. What the networks say is None where only fakes are at hand.
    """

    x: Tensor
    sharp: Tensor
    phi: Tensor
    blocks: tuple[Block, ...]
    of: Tensor
    finite: float
    before: Tensor | None = None
    asked: Asked | None = None
    verdicts: Verdicts | None = None
    bout: Bout | None = None


def see(bank: Bank, made: Tensor, sharp: Tensor | None = None, *, asked: Asked | None = None, **more: Any) -> Slices[Sight]:
    """Fakes as G made them, float32 [n, *shape] on the CPU, perhaps shrunk to 64 a side; sharp: the `middle` of the first, where that is more.

    asked: what for, row by row. more: what else a `Sight` holds.
    """
    sharp = made[:SHARP] if sharp is None else sharp
    fine = made.flatten(1).isfinite().all(1)
    x, sharp = shown(bank, made[fine]), shown(bank, sharp[fine[: len(sharp)]])
    if asked is not None:
        asked = Asked(asked.z[fine], None if asked.c is None else asked.c[fine])
    phi = yield from bank.likeness.of(x)
    blocks = []
    for part in _parts(phi, bank.block):
        within = distances(part, part)
        yield
        blocks.append(Block(part, within, between(part, bank.phi)))
        yield
    return Sight(x, sharp, phi, tuple(blocks), bank.bins.of(phi), float(fine.double().mean()), asked=asked, **more)


def shown(bank: Bank, made: Tensor) -> Tensor:
    """Fakes as a person sees them: pictures in [−1, 1], whatever G gave, and at most 64 a side."""
    limit = 1.0 if bank.image else FAR
    return shrink(made, SIDE).clamp(-limit, limit)


def between(x: Tensor, y: Tensor) -> Tensor:
    """Every distance [n, m]. Of wide rows by products, to about 1e-2 where features have unit variance: ten times as fast, and enough but for twins."""
    return distances(x, y) if x.shape[1] <= EXACT else torch.cdist(x, y, compute_mode="use_mm_for_euclid_dist")


def _parts(phi: Tensor, block: int) -> list[Tensor]:
    if len(phi) < LEAST:
        return []
    return list(torch.split(phi[: len(phi) // block * block], block)) if len(phi) >= block else [phi]
