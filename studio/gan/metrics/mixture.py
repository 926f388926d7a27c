"""Mode coverage and quality on a known mixture of Gaussians in the plane."""

import math
from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.gan.metrics import Metric, Value
from studio.gan.neighbours import distances, rows
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.words import say


class MixtureModes(Metric, kind="mixture"):
    """Modes of a known mixture: which are found, how well, how evenly.

    A sample belongs to its nearest centre and is of high quality when it lies within 3σ of it. With h_k the number of
    high-quality samples at centre k, H their sum, K the number of centres and q_k = h_k / H:

    - `modes` = #{k : h_k ≥ 1}, 0 to K;
    - `high_quality` = H / N, 0 to 1; a perfect generator gives 1 − exp(−9/2) = .9889;
    - `reverse_kl` = Σ q_k ln(K q_k), 0 to ln K nats; ln K too when H = 0. Even a perfect generator gives about
      `reverse_kl_floor` = (K − 1) / 2H, by chance;
    - `share_min`, `share_max` = the least and greatest q_k, 1/K at best;
    - `spread_min`, `spread_max` = over modes with ≥ 2 such samples, √((var x + var y) / 2) of the high-quality samples about their own
      mean, ÷ σ; a perfect generator gives .974, for what lies beyond 3σ is left out. 0 when no mode has 2.

    Cost: N·K distances, milliseconds. Source: Srivastava et al. (VEEGAN), arXiv 1705.07761; Lin et al. (PacGAN), arXiv 1712.04086, 4.1.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "modes": Value("higher", "Modes with at least one high-quality sample."),
        "high_quality": Value("higher", "Share of samples within 3σ of the nearest centre; .989 for a perfect generator."),
        "reverse_kl": Value("lower", "How unevenly the modes are filled, in nats."),
        "reverse_kl_floor": Value("neither", "What a perfect generator's chance unevenness would be."),
        "share_min": Value("higher", "Share of the emptiest mode among high-quality samples."),
        "share_max": Value("lower", "Share of the fullest mode among high-quality samples."),
        "spread_min": Value("near 1", "Spread of the tightest mode ÷ the data's."),
        "spread_max": Value("near 1", "Spread of the widest mode ÷ the data's."),
    }

    def misfit(self, reference: Reference) -> str:
        return "" if reference.mixture is not None else say("it needs a data set whose modes are known, such as ring or grid")

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        mixture = reference.mixture
        assert mixture is not None
        centres, sigma = torch.from_numpy(mixture.centres()), mixture.sigma
        near, mode = [], []
        for start, stop in rows(len(fakes), len(centres)):
            least = distances(fakes[start:stop].double(), centres).min(1)
            near.append(least.values)
            mode.append(least.indices)
            yield
        good = torch.cat(near) <= 3 * sigma
        return {"high_quality": float(good.double().mean()), **_per_mode(fakes[good].double(), torch.cat(mode)[good], len(centres), sigma)}


def _per_mode(x: Tensor, mode: Tensor, k: int, sigma: float) -> dict[str, float]:
    """x [H, 2]: the high-quality samples; mode [H]: the centre of each."""
    filled = torch.bincount(mode, minlength=k)
    share = filled.double() / max(len(x), 1)
    some = share[share > 0]
    spreads = [float((x[mode == i].var(0, correction=0).mean().sqrt()) / sigma) for i in range(k) if filled[i] >= 2] or [0.0]
    return {
        "modes": float((filled > 0).sum()),
        "reverse_kl": float((some * (some * k).log()).sum()) if len(x) else math.log(k),
        "reverse_kl_floor": (k - 1) / (2 * max(len(x), 1)),
        "share_min": float(share.min()),
        "share_max": float(share.max()),
        "spread_min": min(spreads),
        "spread_max": max(spreads),
    }
