"""Whether fakes lie where reals lie, and reals where fakes do."""

from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.doctor.sight import Bank, Sight
from studio.doctor.signals import About, Signal
from studio.gan.neighbours import distances, kth_nearest
from studio.gan.slices import Slices
from studio.gan.spec import option

FINEST = 0.03  # of the median distance between points


class Manifold(Signal, kind="manifold"):
    """Fidelity and variety apart, from balls that reach to every sample's k-th nearest neighbour in its own set. With n fakes and R reals:

    - `precision` = share of fakes inside any real's ball; of points a ball reaches at least .03 of the median distance between reals, for clouds as thin
      as the ring's would call a sample bad that no eye tells from a good one;
    - `recall` = share of reals inside any fake's ball;
    - `coverage` = share of reals whose ball holds a fake.

    Range 0 to 1, higher is better. Recall falling while precision holds: modes are lost; coverage and precision falling while recall holds: poor
    quality. Even a perfect generator stays below 1, and for want of fakes far below in coverage: what `Probe.usual` gives is the most.
    Cost: n · R distances a block and three looks at them, 6 ms. The metric of the same names (`studio.gan.metrics`) has more and as many of both.
    Sources: Kynkäänniemi et al., arXiv 1904.06991; Naeem et al., arXiv 2002.09797.
    """

    values: ClassVar[Mapping[str, About]] = {
        "precision": About("Share of the samples that lie among the reals: quality.", (0, 1), "", (0.5, 1)),
        "recall": About("Share of the reals that lie among the samples: variety.", (0, 1), "", (0.2, 1)),
        "coverage": About("Share of the reals with a sample nearby.", (0, 1), "", (0.2, 1)),
    }

    k: int = option(5, ge=1, le=100, help="Neighbours that a ball reaches to.")

    def misfit(self, bank: Bank) -> str:
        return "" if len(bank.phi) > self.k else f"it needs more than {self.k} reals"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        reach = yield from bank.once(self._radii)
        shares = []
        for block in sight.blocks:
            own = block.within.topk(self.k + 1, largest=False).values[:, self.k]  # the first is the sample itself
            inside = block.across <= reach
            yield
            recalled = (block.across <= own[:, None]).any(0)
            shares.append(torch.stack([part.double().mean() for part in (inside.any(1), recalled, inside.any(0))]))
            yield
        return dict(zip(self.values, torch.stack(shares).mean(0).tolist(), strict=True)) if shares else {}

    def _radii(self, bank: Bank) -> Slices[Tensor]:
        radii = yield from kth_nearest(bank.phi, bank.phi, self.k, same=True)
        if bank.image:
            return radii
        some = bank.phi[: bank.block]
        return radii.clamp_min(FINEST * float(distances(some, some).median()))
