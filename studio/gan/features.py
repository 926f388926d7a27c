"""Fixed features in which sets of samples are compared. They never change with training, and nothing is downloaded for them."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import adaptive_avg_pool2d, avg_pool2d, conv2d, leaky_relu

from studio.gan.slices import Slices

TINY = 16  # images up to 16 × 16 are compared by their pixels
DIMS = 32
WIDTHS = (16, 32, 48)
SEED = 20_250_101
SLICE = 64  # images at once
ROWS = 256  # rows of features at once
WHOLE = 256  # numbers up to which all principal axes are found at once
SPARE, ROUNDS = 16, 12  # of the subspace iteration beyond it


def shrink(x: Tensor, side: int) -> Tensor:
    """Images [N, C, H, W] averaged down so that neither side is above `side`; points and small images as they are."""
    if x.ndim != 4 or max(x.shape[2:]) <= side:
        return x
    scale = side / max(x.shape[2:])
    return adaptive_avg_pool2d(x, (max(round(x.shape[2] * scale), 1), max(round(x.shape[3] * scale), 1)))


@dataclass(frozen=True)
class Features:
    """Maps samples to short rows of numbers, fitted to a set of reals.

    Points stay raw coordinates. Images up to 16 × 16 give their pixels, larger ones the responses of a seeded random
    convolution net (three stages of 3 × 3 filters, each pooled to 4 × 4); either is then rotated to the reals' principal
    axes and whitened, so that each has unit variance on the reals. Deterministic; on the CPU.
    """

    net: "RandomNet | None"
    mean: Tensor | None  # None for points
    axes: Tensor

    @classmethod
    def fit(cls, reals: Tensor, dims: int = DIMS) -> "Slices[Features]":
        """reals: float32 [N, *shape], N ≥ 2. Flat directions are left out, so that there may be fewer than `dims`."""
        if reals.ndim == 2:
            return cls(None, None, torch.empty(0))
        net = None if tiny(reals) else RandomNet(reals.shape[1])
        raw = yield from _raw(net, reals)
        mean = raw.double().mean(0).float()
        covariance = torch.zeros(raw.shape[1], raw.shape[1])
        for part in torch.split(raw, ROWS):
            covariance.addmm_((part - mean).T, part - mean)
            yield
        values, axes = yield from _principal(covariance / (len(raw) - 1), dims)
        kept = values > 1e-6 * values[0].clamp_min(1e-12)  # below lies rounding, not images
        return cls(net, mean, axes[:, kept] / values[kept].sqrt())

    def of(self, x: Tensor) -> Slices[Tensor]:
        """float32 [N, *shape] → float32 [N, d], d ≤ dims (2 for points)."""
        if self.mean is None:
            return x.float()
        raw = yield from _raw(self.net, x)
        return (raw - self.mean) @ self.axes


def tiny(x: Tensor) -> bool:
    """Whether images are so small that their pixels are the best features."""
    return x.ndim == 2 or max(x.shape[2:]) <= TINY


def _principal(covariance: Tensor, dims: int) -> Slices[tuple[Tensor, Tensor]]:
    """The greatest eigenvalues, falling, and their axes in columns.

    Of a large matrix by subspace iteration from a fixed start, then a small eigenproblem: exact whitening in what is all but the
    principal subspace, a few milliseconds a slice where the whole problem takes seconds.
    """
    width = len(covariance)
    basis = None
    if width > WHOLE:
        basis = torch.randn(width, dims + SPARE, generator=torch.Generator().manual_seed(SEED))
        for _ in range(ROUNDS):
            basis = torch.linalg.qr(covariance @ basis).Q
            yield
    values, axes = torch.linalg.eigh(covariance if basis is None else basis.T @ covariance @ basis)
    yield
    values, axes = values.flip(0)[:dims], axes.flip(1)[:, :dims]
    return values, axes if basis is None else basis @ axes


def _raw(net: "RandomNet | None", x: Tensor) -> Slices[Tensor]:
    parts = []
    for part in torch.split(x, SLICE):
        parts.append(part.flatten(1) if net is None else net(part))
        yield
    return torch.cat(parts)


class RandomNet:
    """A convolution net with weights drawn once from a fixed seed: three stages, He initialisation, never trained.

    Random filters keep colour, layout and texture apart well enough to compare sets; see Ustyuzhaninov et al., arXiv 1606.00021.
    """

    def __init__(self, channels: int) -> None:
        generator = torch.Generator().manual_seed(SEED)
        self._weights = []
        for width in WIDTHS:
            self._weights.append(torch.randn(width, channels, 3, 3, generator=generator) * math.sqrt(2 / (9 * channels)))
            channels = width

    def __call__(self, x: Tensor) -> Tensor:
        """Images [N, C, H, W] → [N, 16 · (16 + 32 + 48)]."""
        out = []
        for stage, weight in enumerate(self._weights):
            if stage > 0 and min(x.shape[2:]) >= 2:
                x = avg_pool2d(x, 2)
            x = leaky_relu(conv2d(x, weight, padding=1), 0.2)
            out.append(adaptive_avg_pool2d(x, 4).flatten(1))
        return torch.cat(out, 1)
