"""Maximum mean discrepancy on the fixed features."""

from collections.abc import Mapping
from typing import ClassVar

from torch import Tensor

from studio.gan.discrepancy import discrepancy
from studio.gan.metrics import Metric, Value
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.words import say


class PhiDiscrepancy(Metric, kind="phi_mmd"):
    """φ-MMD: kernel distance of fakes and reals on the fixed features φ, as KID is on Inception's. It is no KID.

    `phi_mmd` = the unbiased estimate of MMD² under k(x, y) = (x·y / d + 1)³, averaged over at least ten blocks that share no sample;
    `phi_mmd_error` = the standard error of that average. φ: the up to 32 whitened numbers of `Features`, or the coordinates of points.
    0 for a perfect generator on average, so below 0 half the time; its expectation does not depend on the number of samples.
    Cost: blocks · (N / blocks)² products of 32 numbers. Source: Bińkowski et al., arXiv 1801.01401, with another φ.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "phi_mmd": Value("lower", "φ-MMD: kernel distance of the fixed features to the reals'; 0 on average for a perfect generator; no KID."),
        "phi_mmd_error": Value("neither", "Standard error of the φ-MMD."),
    }

    def misfit(self, reference: Reference) -> str:
        return "" if len(reference.x) >= 2 else say("it needs at least {count} real samples", count=2)

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        features = yield from reference.features()
        fake = yield from features.of(fakes)
        real = yield from features.of(reference.x)
        found = yield from discrepancy(fake, real)
        return {"phi_mmd": found.value, "phi_mmd_error": found.error}
