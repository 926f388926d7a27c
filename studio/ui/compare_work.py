"""Draws the same latents with two checkpoints, a batch at a time on the torch thread. Shows nothing."""

from collections import OrderedDict
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from studio.errors import Cancelled, RunError, StudioError
from studio.runs.checkpoints import Checkpoint
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.sampling import Sampler

BATCH = 32
KEPT = 4  # drawn sets, and half as many generators: changing one side draws that side alone


class Pair(NamedTuple):
    """What two checkpoints make of the same seeds: uint8 [N, H, W, C], or float32 [N, 2], alike in shape."""

    seeds: tuple[int, ...]
    first: NDArray[Any]
    second: NDArray[Any]


class PairDrawer:
    """Every call but the making runs on the torch thread."""

    def __init__(self) -> None:
        self._samplers: OrderedDict[Path, Sampler] = OrderedDict()
        self._drawn: OrderedDict[tuple[Path, tuple[int, ...]], NDArray[Any]] = OrderedDict()

    def draw(self, first: Checkpoint, second: Checkpoint, seeds: Sequence[int]) -> Generator[tuple[int, int], None, Pair]:
        """Both sides, with how many of how many samples are drawn. RunError that names the checkpoint that cannot be read."""
        seeds = tuple(seeds)
        total = 2 * len(seeds)
        yield 0, total
        sides = []
        for n, checkpoint in enumerate((first, second)):
            sides.append((yield from self._side(checkpoint, seeds, n * len(seeds), total)))
        if sides[0].shape != sides[1].shape:
            raise RunError(say("The two checkpoints make samples of different shapes, which cannot lie over each other; choose two of one shape."))
        return Pair(seeds, sides[0], sides[1])

    def forget(self) -> None:
        """Gives the memory back."""
        self._samplers.clear()
        self._drawn.clear()

    def _side(self, checkpoint: Checkpoint, seeds: tuple[int, ...], done: int, total: int) -> Generator[tuple[int, int], None, NDArray[Any]]:
        from studio.gan.media import medium

        key = (checkpoint.path, seeds)
        if key not in self._drawn:
            sampler = self._sampler(checkpoint)
            kind = medium("image" if len(sampler.shape) == 3 else "points")
            parts = []
            for start in range(0, len(seeds), BATCH):
                parts.append(kind.to_array(sampler.draw(seeds[start : start + BATCH])[0]))
                yield done + min(start + BATCH, len(seeds)), total
            _keep(self._drawn, key, np.concatenate(parts), KEPT)
        return self._drawn[key]

    def _sampler(self, checkpoint: Checkpoint) -> "Sampler":
        from studio.gan.sampling import Sampler

        if checkpoint.path not in self._samplers:
            try:
                made = Sampler.from_checkpoint(checkpoint.path)
            except Cancelled:
                raise
            except StudioError as error:
                raise RunError(say("Checkpoint {id} at {kimg:g} kimg cannot be drawn: {error}", id=checkpoint.id, kimg=checkpoint.kimg, error=error)) from error
            _keep(self._samplers, checkpoint.path, made, KEPT // 2)
        return self._samplers[checkpoint.path]


def _keep(kept: "OrderedDict[Any, Any]", key: object, value: object, most: int) -> None:
    kept[key] = value
    while len(kept) > most:
        kept.popitem(last=False)
