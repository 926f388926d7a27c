"""Fidelity and variety apart: precision, recall, density, coverage."""

from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.gan.metrics import Metric, Value
from studio.gan.neighbours import distances, kth_nearest, rows
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.gan.spec import option
from studio.words import say

MOST = 5000  # of each set


class PrecisionRecall(Metric, kind="precision_recall"):
    """Precision and recall, density and coverage, in fixed features.

    Every sample has a ball reaching to its k-th nearest neighbour in its own set. With n reals x and as many fakes y (at most 5,000):

    - `precision` = share of fakes inside any real's ball; `recall` = share of reals inside any fake's ball;
    - `density` = 1/(k·n) · Σ_y #{x : y in x's ball}: like precision, but an outlier's huge ball counts little; may exceed 1;
    - `coverage` = share of reals whose ball holds a fake.

    Range 0 to 1 but for density, higher is better; two samples of one distribution give about .9 to 1 for coverage at k = 5 and less than 1 for all.
    In 32 dimensions of `Features`, fitted to the reference. Not comparable with figures from a pretrained network.
    Cost: 3·n² distances in 32 dimensions. Sources: Kynkäänniemi et al., arXiv 1904.06991; Naeem et al., arXiv 2002.09797.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "precision": Value("higher", "Share of fakes that lie among the reals: quality."),
        "recall": Value("higher", "Share of reals that lie among the fakes: variety."),
        "density": Value("higher", "How thickly reals surround the fakes; about 1 for a perfect generator."),
        "coverage": Value("higher", "Share of reals with a fake nearby."),
    }

    k: int = option(5, ge=1, le=100, help="Neighbours that a ball reaches to.")

    def misfit(self, reference: Reference) -> str:
        return "" if len(reference.x) > self.k else say("it needs more than {count} real samples", count=self.k)

    def taken(self, fakes: int, reals: int) -> tuple[int, int]:
        n = min(fakes, reals, MOST)
        return n, n

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        n, _ = self.taken(len(fakes), len(reference.x))
        features = yield from reference.features()
        real = yield from features.of(reference.x[:n])
        fake = yield from features.of(fakes[:n])
        k = min(self.k, n - 1)
        real_radius = yield from kth_nearest(real, real, k, same=True)
        fake_radius = yield from kth_nearest(fake, fake, k, same=True)
        in_real, recalled = torch.zeros(n, dtype=torch.float64), torch.zeros(n, dtype=torch.bool)
        covered = torch.zeros(n, dtype=torch.bool)
        for start, stop in rows(n, n):
            d = distances(fake[start:stop], real)
            inside = d <= real_radius
            in_real[start:stop] = inside.sum(1).double()
            covered |= inside.any(0)
            recalled |= (d <= fake_radius[start:stop, None]).any(0)
            yield
        return {
            "precision": float((in_real > 0).double().mean()),
            "recall": float(recalled.double().mean()),
            "density": float(in_real.mean()) / k,
            "coverage": float(covered.double().mean()),
        }
