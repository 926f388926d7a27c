"""A turn's random numbers and reals, drawn once for the whole batch and handed out in parts.

So a batch that passes in micro-batches, or is shared between processes, sees exactly the numbers of one that passes whole.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Protocol, TypeVar

import torch
from torch import Tensor

T = TypeVar("T")


class Whole(Protocol):
    """Where whole batches come from."""

    def real(self) -> tuple[Tensor, Tensor | None]:
        """The reals of a fresh batch with their classes: the rows that this process passes."""

    def latents(self) -> Tensor:
        """z [batch, z_dim]."""

    def labels(self) -> Tensor | None:
        """c [batch]."""

    def normal(self, *shape: int) -> Tensor:
        """Standard normal of that shape."""

    def uniform(self, *shape: int) -> Tensor:
        """Uniform in [0, 1) of that shape."""

    def augment(self, x: Tensor, part: "Part") -> Tensor:
        """x as D is to see it."""

    def judged(self, d_real: Tensor) -> None:
        """Hears D's logits on reals."""

    def note(self, name: str, value: Tensor) -> None:
        """Keeps a statistic."""


def spans(batch: int, micro: int = 0, rank: int = 0, world: int = 1) -> list[tuple[int, int]]:
    """The rows (start, stop) that this rank passes one after the other, at most `micro` at a time; 0 passes its whole share at once.

    The ranks' shares are equal, so `batch` must be a multiple of `world`.
    """
    assert batch % world == 0, f"a batch of {batch} cannot be shared evenly by {world}"
    share = batch // world
    count = -(-share // micro) if micro else 1
    cuts = [rank * share + share * i // count for i in range(count + 1)]
    return list(pairwise(cuts))


class Part:
    """What one part of a batch may draw (games.Draws). Every part must ask for the same things in the same order."""

    def __init__(self, whole: Whole, drawn: list[object], batch: int, span: tuple[int, int], first: int = 0) -> None:
        """span: its rows in the whole batch. first: the first row that this process passes."""
        self._whole, self._drawn, self._asked = whole, drawn, 0
        self._batch, self._rows, self._here = batch, slice(*span), slice(span[0] - first, span[1] - first)
        self._all = span == (0, batch)
        self.share = (span[1] - span[0]) / batch

    @property
    def batch(self) -> int:
        """Samples of each kind in this part."""
        return self._rows.stop - self._rows.start

    def real(self) -> tuple[Tensor, Tensor | None]:
        """This part's reals [n, *shape] and their classes [n]."""
        x, c = self._once(self._whole.real)
        return (x, c) if self._all else (x[self._here], None if c is None else c[self._here])

    def latents(self) -> Tensor:
        """z [n, z_dim]."""
        return self._cut(self._once(self._whole.latents))

    def labels(self) -> Tensor | None:
        """c [n]."""
        c = self._once(self._whole.labels)
        return None if c is None else self._cut(c)

    def noise(self, like: Tensor) -> Tensor:
        """Standard normal of the same shape."""
        return self.normal(len(like), *like.shape[1:])

    def normal(self, n: int, *shape: int) -> Tensor:
        """[n, *shape] standard normal; n a multiple of this part's samples, so that reals and fakes joined are served too."""
        return self._rowwise(n, lambda rows: self._whole.normal(rows, *shape))

    def uniform(self, n: int, *shape: int) -> Tensor:
        """[n, *shape] uniform in [0, 1); n as for `normal`."""
        return self._rowwise(n, lambda rows: self._whole.uniform(rows, *shape))

    def augment(self, x: Tensor) -> Tensor:
        """x [n, *shape] as D is to see it."""
        return self._whole.augment(x, self)

    def judged(self, d_real: Tensor) -> None:
        """Tells an adaptive augmentation D's logits on this part's reals."""
        self._whole.judged(d_real)

    def note(self, name: str, value: Tensor) -> None:
        """Adds a statistic."""
        self._whole.note(name, value)

    def _rowwise(self, n: int, draw: Callable[[int], Tensor]) -> Tensor:
        times, rest = divmod(n, self.batch)
        assert rest == 0, f"{n} rows for a part of {self.batch}"
        whole = self._once(lambda: draw(times * self._batch))
        if self._all:
            return whole
        return torch.cat([block[self._rows] for block in whole.split(self._batch)])  # type: ignore[no-untyped-call]

    def _cut(self, whole: Tensor) -> Tensor:
        return whole if self._all else whole[self._rows]

    def _once(self, draw: Callable[[], T]) -> T:
        """The first part that asks has it drawn; the others find it."""
        if self._asked == len(self._drawn):
            self._drawn.append(draw())
        self._asked += 1
        return self._drawn[self._asked - 1]  # type: ignore[return-value]


def parts(whole: Whole, batch: int, rows: list[tuple[int, int]], drawn: list[object] | None = None) -> Iterator[Part]:
    """One part for each span of rows, over the same draws; those `drawn` before, where a turn has to be played again."""
    drawn = [] if drawn is None else drawn
    for span in rows:
        yield Part(whole, drawn, batch, span, rows[0][0])
