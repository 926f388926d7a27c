"""Which parts of the data get no fakes, or too few, and whether fakes move from part to part."""

import math
from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.doctor.sight import Bank, Sight
from studio.doctor.signals import About, Signal
from studio.gan.slices import Slices

EXPECTED = 8  # fakes that a bin should hold before its emptiness counts: by chance that happens once in 3,000


class Shares(Signal, kind="bins"):
    """Fakes counted in the reals' K ≤ 32 k-means bins. With shares p of the m reals and q of n fakes, c = n·q:

    - `chi2` = Σ(c − n·p)²/(n·p·(1 + n/m))/(K − 1): 1 by chance, 0 to ∞; the factor 1 + n/m is for the chance in p itself;
    - `empty` = #{bins with n·p ≥ 8 and no fake}, 0 to K;
    - `worst_z` = min (q − p)/√(p̄(1 − p̄)(1/n + 1/m)), p̄ pooled: about −2 by chance, below −4 where a part of the data is lost;
    - `hop` = ½ Σ|q − q of the check before|, 0 to 1: what share of the fakes moved to other bins; left out in the first check;
    - `hop_floor` = ½ Σ√(2/π · p̄(1 − p̄)(1/n + 1/n before)): what chance alone makes of it.

    chi2 and worst_z in blocks of 256. Cost: n · K distances, 1 ms. Source: Richardson and Weiss, arXiv 1805.12462 (NDB); hop: the total variation distance.
    """

    values: ClassVar[Mapping[str, About]] = {
        "chi2": About("How unevenly the samples lie over the parts of the data; 1 is chance.", (0, math.inf), "", (0, 5)),
        "empty": About("Parts of the data where samples should lie and none does.", (0, 32), "parts", (0, 1)),
        "worst_z": About("The part with the fewest samples for its size.", (-math.inf, 0), "standard deviations", (-4, 0)),
        "hop": About("Share of the samples that moved to other parts of the data since the last check.", (0, 1), "", (0, 0.3)),
        "hop_floor": About("The share that chance alone would move.", (0, 1), "", (0, 1)),
    }

    def misfit(self, bank: Bank) -> str:
        return "" if len(bank.bins.centres) > 1 else "there are too few reals to tell parts of them apart"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        yield
        if not sight.blocks:
            return {}
        bins, n = bank.bins, len(sight.of)
        counts = bins.count(sight.of)
        parts = sight.of[: len(sight.blocks) * len(sight.blocks[0].phi)].chunk(len(sight.blocks))
        blocks = torch.stack([bins.count(part) for part in parts])
        p, m = bins.shares, len(bins.of_reals)
        found = {
            "chi2": float(_chi2(blocks, p, m).mean()),
            "empty": float(((counts == 0) & (n * p >= EXPECTED)).sum()),
            "worst_z": float(_z(blocks, p, m).amin(1).mean()),
        }
        return found if sight.before is None else found | _hop(counts, sight.before)


def _chi2(counts: Tensor, p: Tensor, m: int) -> Tensor:
    """Of counts [B, K] → [B]."""
    n = counts.sum(1, keepdim=True)
    return ((counts - n * p).square() / (n * p * (1 + n / m))).sum(1) / (len(p) - 1)


def _z(counts: Tensor, p: Tensor, m: int) -> Tensor:
    """The two-proportion test of every bin, of counts [B, K]."""
    n = counts.sum(1, keepdim=True)
    pooled = (counts + m * p) / (n + m)
    return (counts / n - p) / (pooled * (1 - pooled) * (1 / n + 1 / m)).sqrt()


def _hop(now: Tensor, before: Tensor) -> dict[str, float]:
    n, m = now.sum(), before.sum()
    pooled = (now + before) / (n + m)
    chance = (2 / math.pi * pooled * (1 - pooled) * (1 / n + 1 / m)).sqrt().sum() / 2
    return {"hop": float((now / n - before / m).abs().sum() / 2), "hop_floor": float(chance)}
