"""Whether G repeats its training samples."""

import math
from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.doctor.sight import LEAST, Bank, Sight, between
from studio.doctor.signals import About, Signal
from studio.gan.features import TINY, shrink
from studio.gan.slices import Slices
from studio.gan.spec import option

HELD = 8  # fewer held-out samples say nothing of their typical distance
FAKES = 256
SLICE = 1 << 17  # distances formed at a time


class Memory(Signal, kind="memory"):
    """`memo` = median distance from a fake to its nearest training sample / the same of held-out samples, by pixels at 16 a side or by coordinates.

    Range 0 to ∞: 1 for a perfect generator, 0 for one that copies; above 1 the fakes lie off the data. Only for sets of at most 8,192 training
    samples: a larger one is not learnt by heart. Cost: 256 · N distances in up to 768 dimensions, 10 ms for each 2,000 samples in colour.
    Source: the nearest-neighbour test of Meehan et al., arXiv 2004.05675, reduced to medians.
    """

    values: ClassVar[Mapping[str, About]] = {
        "memo": About("Distance to the nearest training sample, of samples ÷ of held-out reals; low: they are copied.", (0, math.inf), "", (0.9, 3))
    }

    held: int = option(HELD, ge=1, le=1000, help="Held-out samples that it needs.")

    def misfit(self, bank: Bank) -> str:
        if bank.known is None:
            return "training samples are drawn anew, or too many to be learnt by heart"
        return "" if len(bank.held) >= self.held else f"it needs {self.held} held-out samples"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        usual = yield from bank.once(_of_held)
        known = bank.known
        if known is None or usual <= 0 or len(sight.phi) < LEAST:
            return {}
        fakes = shrink(sight.x[:FAKES], TINY).flatten(1)
        return {"memo": (yield from _nearest(fakes, known)) / usual}


def _of_held(bank: Bank) -> Slices[float]:
    assert bank.known is not None
    return (yield from _nearest(bank.held, bank.known))


def _nearest(x: Tensor, known: Tensor) -> Slices[float]:
    """The median distance from a row of x to its nearest of those known."""
    found, centre = [], known.mean(0)  # products lose less to cancellation around the mean
    for part in torch.split(x - centre, max(SLICE // len(known), 1)):
        found.append(between(part, known - centre).amin(1))
        yield
    return float(torch.cat(found).median())
