"""Whether fakes are as far apart as reals."""

import math
from collections.abc import Mapping
from typing import ClassVar, NamedTuple

import torch
from torch import Tensor

from studio.doctor.sight import Bank, Sight
from studio.doctor.signals import About, Signal
from studio.gan.neighbours import distances
from studio.gan.slices import Slices

SCALE = 0.35  # of the median distance between reals: the kernel's width


class Spread(Signal, kind="spread"):
    """Variety, from the distances d between fakes, each divided by what reals give in blocks of the same size n:

    - `pdr` = mean d: sees only near-total collapse;
    - `rke` = 1/(mean over all pairs, a sample with itself included, of exp(−d²/σ²)), σ = .35 · median d of the reals: the number of kinds, Rényi's
      of order 2 of the kernel exp(−d²/2σ²), between 1 and n;
    - `nnr` = median d to the nearest other: sees a latent with too few dimensions, whose samples lie on a thread, and samples that repeat.

    Range 0 to ∞, 1 for a perfect generator; 0 (`rke` 1/n of the data's) for a constant one. `nnr` is left out where most reals have a twin.
    Cost: n² distances and exponentials a block, 3 ms. Sources: Jalali et al., arXiv 2302.12636 (RKE); Friedman and Dieng, arXiv 2210.02410, of which
    it is the order 2; the other two: proposed here.
    """

    values: ClassVar[Mapping[str, About]] = {
        "pdr": About("Mean distance between samples ÷ between reals; near 0 all samples are alike.", (0, math.inf), "", (0.6, 1.4)),
        "rke": About("Number of kinds of samples ÷ of reals; 1 is as varied as the data.", (0, math.inf), "", (0.2, 1.4)),
        "nnr": About("Median distance to the nearest other sample ÷ the same of reals; small where samples repeat.", (0, math.inf), "", (0.3, 1.4)),
    }

    def misfit(self, bank: Bank) -> str:
        return "" if float((bank.phi - bank.phi[:1]).abs().max()) > 0 else "all reals are alike"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        real = yield from bank.once(_of_reals)
        if not sight.blocks:
            return {}
        fake = yield from _spread([block.within for block in sight.blocks], real.width)
        n = len(sight.blocks[0].phi)
        found = {"pdr": fake.mean / real.mean, "rke": fake.kinds(n) / real.kinds(n)}
        return found | ({"nnr": fake.nearest / real.nearest} if real.nearest > 0 else {})


class _Spread(NamedTuple):
    mean: float  # distance between two
    nearest: float  # median distance to the nearest other
    alike: float  # mean of exp(−d²/σ²) over pairs of two
    width: float  # σ

    def kinds(self, n: int) -> float:
        """The kinds that n such samples would count."""
        return 1 / (1 / n + (1 - 1 / n) * self.alike)


def _of_reals(bank: Bank) -> Slices[_Spread]:
    within = []
    for block in bank.blocks():
        within.append(distances(block, block))
        yield
    typical = torch.stack([_pairs(d).median() for d in within]).median()
    return (yield from _spread(within, SCALE * float(typical) or 1.0))


def _spread(within: list[Tensor], width: float) -> Slices[_Spread]:
    mean, alike, nearest = [], [], []
    for d in within:
        pairs = _pairs(d)
        mean.append(pairs.double().mean())
        alike.append((pairs / -width * pairs / width).exp().double().mean())
        nearest.append(pairs.view(len(d), -1).amin(1))
        yield
    return _Spread(float(torch.stack(mean).mean()), float(torch.cat(nearest).median()), float(torch.stack(alike).mean()), width)


def _pairs(d: Tensor) -> Tensor:
    """[n, n] without its diagonal, row by row: [n · (n − 1)]."""
    n = len(d)
    return d.flatten()[:-1].view(n - 1, n + 1)[:, 1:].flatten()
