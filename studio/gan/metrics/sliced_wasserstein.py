"""Sliced Wasserstein distance between fakes and reals."""

from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.gan.features import shrink
from studio.gan.metrics import Metric, Value
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.gan.spec import option
from studio.words import say

SIDE = 32  # images are averaged down to this
SEED = 20_250_103
SLICE = 16  # directions at once


class SlicedWasserstein(Metric, kind="sliced_wasserstein"):
    """Sliced Wasserstein-2 distance: how far the fakes' pixels must move.

    SW₂² = E_θ W₂²(θ·x, θ·y) over directions θ, uniform on the unit sphere and fixed by a seed; in one dimension W₂² is the mean
    squared difference of the sorted values. Range 0 to ∞, in the data's units; a shift of all data by m in d dimensions gives
    |m| / √d. Images: pixels in [−1, 1], averaged down to at most 32 a side.

    The reals are cut in halves A and B of n samples. `swd` is the root of the mean of SW₂² between A and the first n fakes and
    between B and the next n (or the last n, where there are fewer); `swd_floor` is SW₂ between A and B: what a perfect generator scores.
    Fewer fakes than n make n smaller. Cost: directions · n · (d + log n). Source: Rabin et al. 2011; Karras et al., arXiv 1710.10196.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "swd": Value("lower", "Sliced Wasserstein-2 distance to the reals."),
        "swd_floor": Value("neither", "The same between two halves of the reals: the best that can be expected."),
    }

    directions: int = option(512, ge=1, le=65536, help="Random directions that the samples are projected on.")

    def misfit(self, reference: Reference) -> str:
        return "" if len(reference.x) >= 4 else say("it needs at least {count} real samples", count=4)

    def taken(self, fakes: int, reals: int) -> tuple[int, int]:
        n = min(reals // 2, fakes)
        return min(2 * n, fakes), 2 * n

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        n = min(len(reference.x) // 2, len(fakes))
        real = shrink(reference.x[: 2 * n], SIDE).flatten(1)
        fake = shrink(torch.cat([fakes[:n], fakes[n : 2 * n] if len(fakes) >= 2 * n else fakes[-n:]]), SIDE).flatten(1)
        even = torch.arange(2 * n) % 2 == 0  # both halves hold their share of the held-out reals
        generator = torch.Generator().manual_seed(SEED)
        distance = floor = 0.0
        for start in range(0, self.directions, SLICE):
            theta = torch.randn(min(SLICE, self.directions - start), real.shape[1], generator=generator)
            theta = (theta / theta.norm(dim=1, keepdim=True)).T
            a, b = _sorted(real[even], theta), _sorted(real[~even], theta)
            first, second = _sorted(fake[:n], theta), _sorted(fake[n:], theta)
            distance += 0.5 * (_squared(a, first) + _squared(b, second))
            floor += _squared(a, b)
            yield
        return {"swd": (distance / self.directions) ** 0.5, "swd_floor": (floor / self.directions) ** 0.5}


def _sorted(x: Tensor, theta: Tensor) -> Tensor:
    return (x @ theta).sort(dim=0).values


def _squared(x: Tensor, y: Tensor) -> float:
    """W₂² of sorted columns [n, directions], summed over the directions."""
    return float((x - y).double().square().mean(0).sum())
