"""Kernel Inception Distance, by torch-fidelity."""

from collections.abc import Mapping
from typing import ClassVar

from studio.gan.inception import KEPT, Seen
from studio.gan.metrics import PretrainedMetric, Value

SUBSET = 1000
SEED = 20_250_105


class Kid(PretrainedMetric, kind="kid"):
    """KID: kernel distance of fakes and reals in Inception-v3's 2048 features, by torch-fidelity.

    The unbiased estimate of MMD² under k(x, y) = (x·y / 2048 + 1)³, mean and spread over 100 random subsets of 1,000 (fewer where there
    are fewer) of the first 10,000 of either set. 0 on average for a perfect generator, whatever the count, so it may fall below 0.
    Needs the extra `gan-studio[metrics]` and its weights. Cost: a pass through Inception for every image.
    Source: Bińkowski et al., arXiv 1801.01401.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "kid": Value("lower", "Kernel Inception Distance: like FID, but fair to small counts; 0 on average for a perfect generator."),
        "kid_std": Value("neither", "Spread of KID over its subsets."),
    }

    def taken(self, fakes: int, reals: int) -> tuple[int, int]:
        return min(fakes, KEPT), min(reals, KEPT)

    def compare(self, fake: Seen, real: Seen) -> dict[str, float]:
        from torch_fidelity.metric_kid import KEY_METRIC_KID_MEAN, KEY_METRIC_KID_STD, kid_features_to_metric

        size = min(SUBSET, len(fake.rows), len(real.rows))
        found = kid_features_to_metric(fake.rows, real.rows, kid_subset_size=size, rng_seed=SEED, verbose=False)
        return {"kid": float(found[KEY_METRIC_KID_MEAN]), "kid_std": float(found[KEY_METRIC_KID_STD])}
