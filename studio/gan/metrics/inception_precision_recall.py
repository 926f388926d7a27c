"""Precision and recall in Inception's features, by torch-fidelity."""

from collections.abc import Mapping
from typing import ClassVar

from studio.gan.inception import KEPT, Seen
from studio.gan.metrics import PretrainedMetric, Value

K = 3


class InceptionPrecisionRecall(PretrainedMetric, kind="inception_precision_recall"):
    """Improved precision and recall in Inception-v3's 2048 features, by torch-fidelity.

    Every sample has a ball reaching to its third nearest neighbour in its own set. `inception_precision` = share of fakes inside any
    real's ball, `inception_recall` = share of reals inside any fake's; of the first 10,000 of either set. Range 0 to 1. Other figures
    of this name look through VGG-16 and are not comparable. Needs the extra `gan-studio[metrics]` and its weights.
    Cost: a pass through Inception for every image, and 4 · 10,000² distances. Source: Kynkäänniemi et al., arXiv 1904.06991.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "inception_precision": Value("higher", "Share of fakes that lie among the reals, to Inception's eyes: quality."),
        "inception_recall": Value("higher", "Share of reals that lie among the fakes, to Inception's eyes: variety."),
    }

    def taken(self, fakes: int, reals: int) -> tuple[int, int]:
        return min(fakes, KEPT), min(reals, KEPT)

    def compare(self, fake: Seen, real: Seen) -> dict[str, float]:
        from torch_fidelity.metric_prc import KEY_METRIC_PRECISION, KEY_METRIC_RECALL, prc_features_to_metric

        k = min(K, len(fake.rows) - 1, len(real.rows) - 1)
        found = prc_features_to_metric(fake.rows, real.rows, prc_neighborhood=k, prc_batch_size=2000, save_cpu_ram=True, verbose=False)
        return {"inception_precision": float(found[KEY_METRIC_PRECISION]), "inception_recall": float(found[KEY_METRIC_RECALL])}
