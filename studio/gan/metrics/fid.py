"""Fréchet Inception Distance, by torch-fidelity."""

from collections.abc import Mapping
from typing import ClassVar

from studio.gan.inception import Seen
from studio.gan.metrics import PretrainedMetric, Value


class Fid(PretrainedMetric, kind="fid"):
    """FID: Fréchet distance of fakes and reals in Inception-v3's 2048 features, by torch-fidelity.

    Images of their full size, brought to 299 × 299 as the published figures' were. Range 0 to ∞. It falls as more samples are judged:
    only figures of equal counts against the same reals compare, and published ones mostly take 50,000 fakes. Needs the extra
    `gan-studio[metrics]` and its weights. Cost: a pass through Inception for every image, and seconds for the matrices' product.
    Source: Heusel et al., arXiv 1706.08500.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "fid": Value("lower", "Fréchet Inception Distance: how far Inception's features lie from the reals'; the field's usual figure."),
    }

    def compare(self, fake: Seen, real: Seen) -> dict[str, float]:
        from torch_fidelity.metric_fid import KEY_METRIC_FID, fid_statistics_to_metric

        one, other = ({"mu": seen.moments.mean.numpy(), "sigma": seen.moments.covariance.numpy()} for seen in (fake, real))
        return {"fid": float(fid_statistics_to_metric(one, other, verbose=False)[KEY_METRIC_FID])}
