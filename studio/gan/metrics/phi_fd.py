"""Fréchet distance on the fixed features."""

from collections.abc import Mapping
from typing import ClassVar

from torch import Tensor

from studio.gan.frechet import Moments, frechet
from studio.gan.metrics import Metric, Value
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.words import say

SLICE = 4096  # rows added at once


class PhiFrechet(Metric, kind="phi_fd"):
    """φ-FD: Fréchet distance of fakes and reals on the fixed features φ, which need no download. It is no FID, and not comparable with one.

    `phi_fd` = ‖m₁ − m₂‖² + tr(C₁ + C₂ − 2 (C₁C₂)^½) of the means and covariances of φ over the fakes and over the reference, with φ the
    up to 32 whitened numbers of `Features`, or the coordinates of points. Range 0 to ∞; falls as more samples are judged, so compare
    only figures of equal counts. Cost: two passes through φ. Source: Heusel et al., arXiv 1706.08500, with another φ.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "phi_fd": Value("lower", "φ-FD: how far the fixed features' mean and spread lie from the reals'; no FID."),
    }

    def misfit(self, reference: Reference) -> str:
        return "" if len(reference.x) >= 2 else say("it needs at least {count} real samples", count=2)

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        features = yield from reference.features()
        both = []
        for x in (fakes, reference.x):
            rows = yield from features.of(x)
            moments = Moments(rows.shape[1])
            for part in rows.split(SLICE):  # type: ignore[no-untyped-call]
                moments.add(part)
                yield
            both.append(moments)
        fake, real = both
        return {"phi_fd": frechet(fake.mean, fake.covariance, real.mean, real.covariance)}
