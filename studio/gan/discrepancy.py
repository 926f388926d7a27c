"""The maximum mean discrepancy of two sets of rows under the cubic kernel. Knows no features; everything in float64."""

from typing import NamedTuple

import torch
from torch import Tensor

from studio.gan.slices import Slices

BLOCK = 1000  # rows of each set at most: a block's kernels are a few million numbers
BLOCKS = 10  # at least so many, where there are rows enough: their spread gives the standard error


class Discrepancy(NamedTuple):
    """The estimate of MMD², which may fall below 0 by chance, and its standard error (0 for a single block)."""

    value: float
    error: float


def kernel(x: Tensor, y: Tensor) -> Tensor:
    """k(x, y) = (x·y / d + 1)³ of every pair of rows [N, d], [M, d] → [N, M]. Source: Bińkowski et al., arXiv 1801.01401."""
    product: Tensor = x @ y.T
    return (product / x.shape[1] + 1) ** 3


def unbiased(x: Tensor, y: Tensor) -> float:
    """The unbiased estimate of MMD² of rows [N, d] and [M, d], N and M at least 2: no row meets itself."""
    x, y = x.double(), y.double()
    n, m = len(x), len(y)
    own, other = kernel(x, x), kernel(y, y)
    within = (own.sum() - own.trace()) / (n * (n - 1)) + (other.sum() - other.trace()) / (m * (m - 1))
    return float(within - 2 * kernel(x, y).mean())


def discrepancy(x: Tensor, y: Tensor) -> Slices[Discrepancy]:
    """The mean of `unbiased` over blocks that share no row, and the standard error of that mean."""
    least = min(len(x), len(y))
    blocks = max(min(max(BLOCKS, -(-max(len(x), len(y)) // BLOCK)), least // 2), 1)
    found = []
    for a, b in zip(x.tensor_split(blocks), y.tensor_split(blocks), strict=True):
        found.append(unbiased(a, b))
        yield
    values = torch.tensor(found, dtype=torch.float64)
    return Discrepancy(float(values.mean()), float(values.std() / blocks**0.5) if blocks > 1 else 0.0)
