"""How alike two samples are to the doctor: fixed features, fitted to the reals once and the same for the whole run."""

from dataclasses import dataclass

import torch
from torch import Tensor

from studio.gan.features import DIMS, TINY, Features, shrink
from studio.gan.slices import Slices

EACH = 8  # reals that a dimension needs at least
LEVEL = 1 / 255  # half a grey level of the range −1 to 1: less detail is none
LEAST = 0.05  # of the logarithm of detail: what pictures scatter by at least
MOST = 10.0  # standard deviations of detail that count
WEIGHT = 0.5  # of one of them


@dataclass(frozen=True)
class Likeness:
    """Samples → features in which Euclidean distances compare them: points as they are, pictures by their colours at 16 pixels a side.

    Pictures are rotated to the reals' 32 principal axes, and each axis divided by the square root of its standard deviation: half way between pixels,
    where brightness outweighs all else, and whitened ones, where the noise of the last axis weighs as much as the first. Of the three the half way
    sees a lost class of digits soonest. One number more tells how much detail lies outside these axes, as a logarithm in the reals' standard
    deviations by half: without it noise would look like a dull picture. Never D's own features: they drift, and values of different times would not
    compare.
    """

    features: Features
    weights: Tensor | None = None  # [d]; None for points
    detail: tuple[float, float] = (0.0, 1.0)  # mean and standard deviation of the reals'

    @classmethod
    def fit(cls, small: Tensor) -> "Slices[Likeness]":
        """To reals float32 [N, *shape], pictures shrunk to 16 a side. Few reals are given few axes."""
        features = yield from Features.fit(small, max(min(DIMS, len(small) // EACH), 2))
        if features.mean is None:
            return cls(features)
        weights = torch.linalg.vector_norm(features.axes, dim=0).rsqrt()
        detail = _detail(features, small, (yield from features.of(small)))
        return cls(features, weights / weights.square().mean().sqrt(), (float(detail.mean()), max(float(detail.std()), LEAST)))

    def of(self, x: Tensor) -> Slices[Tensor]:
        """float32 [n, *shape] → float32 [n, d], d ≤ 33 (2 for points)."""
        small = shrink(x, TINY)
        phi = yield from self.features.of(small)
        if self.weights is None:
            return phi
        mean, deviation = self.detail
        detail = (_detail(self.features, small, phi) - mean).div(deviation).clamp(-MOST, MOST)
        return torch.cat((phi * self.weights, WEIGHT * detail[:, None]), 1)


def _detail(features: Features, small: Tensor, phi: Tensor) -> Tensor:
    """The logarithm of what lies outside the principal axes [n], root mean square over a picture's values."""
    assert features.mean is not None
    inside = (phi / torch.linalg.vector_norm(features.axes, dim=0)).square().sum(1)
    rest = (small.flatten(1) - features.mean).square().sum(1) - inside
    return torch.log((rest.clamp_min(0) / len(features.mean)).sqrt() + LEVEL)
