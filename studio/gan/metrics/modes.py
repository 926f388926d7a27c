"""Mode coverage of stacked digits."""

from collections.abc import Mapping
from typing import ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.gan.digit_reader import train_reader
from studio.gan.metrics import Metric, Value
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.gan.stacked import CHANNELS, MODES, Stack, mode_of
from studio.words import say


class StackedModes(Metric, kind="modes"):
    """Modes of stacked digits: which of the 1000 combinations are shown, and how evenly.

    Each colour is read by a classifier trained on the data's own single digits: a support vector machine for 8 × 8, a small convolution
    net, kept in the cache, for MNIST. With q_k the share of samples read as mode k and p_k the data's own share of it:

    - `modes` = #{k : q_k > 0}, 0 to 1000;
    - `reverse_kl` = Σ q_k ln(q_k / p_k), 0 to ln(1/min p) nats; even a perfect generator gives about
    - `reverse_kl_floor` = (K − 1) / 2N, by chance, with K modes in the data and N samples: .0192 for 26,000;
    - `digit_accuracy` = how often the classifier is right on single digits that it was not trained on: how far all this can be trusted.

    Cost: 3·N digits read, and a minute to train the net the first time. Source: Metz et al., arXiv 1611.02163; Lin et al. (PacGAN),
    arXiv 1712.04086.
    """

    usual: ClassVar[int] = 26_000
    values: ClassVar[Mapping[str, Value]] = {
        "modes": Value("higher", "Modes that at least one sample shows."),
        "reverse_kl": Value("lower", "How unevenly the modes are filled, in nats: KL divergence of the samples' modes from the data's."),
        "reverse_kl_floor": Value("neither", "What a perfect generator's chance unevenness would be."),
        "digit_accuracy": Value("neither", "How often the reader of the digits is right on real ones."),
    }

    def misfit(self, reference: Reference) -> str:
        return "" if isinstance(reference.dataset, Stack) else say("it needs stacked digits or Stacked MNIST")

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        stack = reference.dataset
        assert isinstance(stack, Stack)
        reader = yield from train_reader(stack.digits)
        digits = yield from reader.read(fakes.reshape(-1, 1, *fakes.shape[2:]))
        counts = np.bincount(mode_of(digits.reshape(-1, CHANNELS)), minlength=MODES)
        return {**divergence(counts, stack.shares()), "digit_accuracy": reader.accuracy}


def divergence(counts: NDArray[np.int64], shares: NDArray[np.float64]) -> dict[str, float]:
    """Modes found, KL divergence of their histogram from the data's shares, and its floor. A mode that the data lacks counts as half the rarest."""
    n = int(counts.sum())
    p = torch.from_numpy(np.where(shares > 0, shares, shares[shares > 0].min() / 2)).double()
    q = torch.from_numpy(counts).double() / max(n, 1)
    found = q > 0
    return {
        "modes": float(found.sum()),
        "reverse_kl": float((q[found] * (q[found] / p[found]).log()).sum()),
        "reverse_kl_floor": (int((shares > 0).sum()) - 1) / (2 * max(n, 1)),
    }
