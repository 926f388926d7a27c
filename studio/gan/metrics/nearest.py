"""Whether samples are varied, and new rather than copied."""

from collections.abc import Mapping
from typing import ClassVar

from torch import Tensor

from studio.gan.datasets import Stored
from studio.gan.features import shrink
from studio.gan.metrics import Metric, Value
from studio.gan.neighbours import kth_nearest
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.words import say

SIDE = 16  # images are averaged down to this
MOST = 2000  # samples that are looked up
TRAIN = 50_000  # training samples that they are looked up among
HELD = 20  # fewer held-out samples say nothing of their typical distance


class Nearest(Metric, kind="nearest"):
    """Distances to nearest neighbours: variety, and whether training samples were copied.

    Euclidean distance of pixels averaged down to at most 16 a side, or of coordinates; NN is the nearest neighbour, med the median:

    - `variety` = med NN(fake → other fakes) / med NN(real → other reals), as many of each: 1 for a perfect generator, 0 for one that
      repeats itself;
    - `memo` = med NN(fake → training) / med NN(held-out → training): 1 for a perfect generator, 0 for one that copies; above 1
      the fakes lie off the data. Only for finite sets; against at most 50,000 training samples.

    Range 0 to ∞; left out where most reals have an exact twin. Cost: 2,000 · 50,000 distances.
    Source: the nearest-neighbour test of Meehan et al., arXiv 2004.05675, reduced to medians.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "variety": Value("near 1", "Median distance to the nearest other sample ÷ the reals' own; low: samples repeat."),
        "memo": Value("near 1", "Median distance to the nearest training sample ÷ that of held-out reals; low: training samples are copied."),
    }

    def misfit(self, reference: Reference) -> str:
        return "" if len(reference.x) >= 2 else say("it needs at least {count} real samples", count=2)

    def taken(self, fakes: int, reals: int) -> tuple[int, int]:
        n = min(fakes, reals, MOST)
        return n, n

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        n, _ = self.taken(len(fakes), len(reference.x))
        fake, real = shrink(fakes[:n], SIDE).flatten(1), shrink(reference.x[:n], SIDE).flatten(1)
        own = yield from kth_nearest(fake, fake, same=True)
        usual = yield from kth_nearest(real, real, same=True)
        result = _ratio("variety", own, usual)
        if isinstance(reference.dataset, Stored) and reference.held >= HELD:
            train, _ = yield from reference.train(TRAIN, SIDE)
            copied = yield from kth_nearest(fake, train.flatten(1))
            held = yield from kth_nearest(shrink(reference.x[: min(reference.held, MOST)], SIDE).flatten(1), train.flatten(1))
            result |= _ratio("memo", copied, held)
        return result


def _ratio(name: str, above: Tensor, below: Tensor) -> dict[str, float]:
    """The ratio of the medians; nothing where most reals have a twin, for then there is no distance to compare with."""
    a, b = float(above.quantile(0.5)), float(below.quantile(0.5))
    return {name: a / b} if b > 0 else {}
