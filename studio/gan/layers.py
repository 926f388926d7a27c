"""What several network families share: fitting a small base grid into an image, resampling by two, variance-preserving weights.

Holds no network. Everything is plain torch, runs on CPU, CUDA and MPS alike and can be differentiated twice.
"""

import math
from collections.abc import Callable
from itertools import product
from typing import NamedTuple

import torch
from torch import Tensor, nn

_LEAST, _MOST = 3, 7  # pixels of a base grid's shorter side


class Grid(NamedTuple):
    """The smallest grid of an image's pyramid, and how many doublings lead from it to the image."""

    height: int
    width: int
    doublings: int

    @property
    def shorter(self) -> int:
        """Pixels of the shorter side."""
        return min(self.height, self.width)


def base_grid(height: int, width: int) -> Grid | None:
    """Halves both sides while they stay whole and the shorter one at least 3: 32×32 → 4×4, 28×28 → 7×7, 48×32 → 6×4.

    None where the shorter side cannot be brought to 3 … 7.
    """
    doublings = 0
    while height % 2 == 0 and width % 2 == 0 and min(height, width) // 2 >= _LEAST:
        height, width, doublings = height // 2, width // 2, doublings + 1
    return Grid(height, width, doublings) if _LEAST <= min(height, width) <= _MOST else None


def nearest_sizes(height: int, width: int, fits: Callable[[int, int], bool], *, count: int = 2) -> list[tuple[int, int]]:
    """The sizes (height, width) nearest to this one, nearest first, for which `fits` is true; none where the size itself fits.

    Looks at multiples of every power of two around both sides, which is where a base grid can be found.
    """
    found: set[tuple[int, int]] = set()
    for doublings in range(max(height, width).bit_length() + 1):
        unit = 1 << doublings
        around = [{side // unit * unit, -(-side // unit) * unit, _LEAST * unit, _MOST * unit} for side in (height, width)]
        found |= {(h, w) for h, w in product(*around) if h and w and fits(h, w)}
    return sorted(found, key=lambda size: (abs(size[0] - height) + abs(size[1] - width), size))[:count]


def fan_in_normal(weight: Tensor, gain: float = 1.0) -> None:
    """Draws weights [out, in, …] from N(0, gain/√fan_in), so that a sum over the fan-in keeps the inputs' variance times gain²."""
    fan_in = weight[0].numel()
    nn.init.normal_(weight, 0.0, gain / math.sqrt(fan_in))


def leaky_gain(slope: float) -> float:
    """The gain that a leaky ReLU after the product needs to keep the variance: √(2/(1 + slope²)). Source: He et al., arXiv 1502.01852."""
    return math.sqrt(2 / (1 + slope**2))


class Separable(nn.Module):
    """A fixed linear map of every row and every column: [N, C, H, W] → [N, C, len(rows), len(columns)].

    One product with a matrix per axis: on a CPU in bf16 ten times faster than a depthwise convolution, and deterministic on every device.
    Keeps channels_last where the input is.
    """

    rows: Tensor
    columns: Tensor

    def __init__(self, rows: Tensor, columns: Tensor) -> None:
        """rows [H out, H], columns [W out, W]."""
        super().__init__()
        self.register_buffer("rows", rows, persistent=False)
        self.register_buffer("columns", columns, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if x.is_contiguous() or not x.is_contiguous(memory_format=torch.channels_last):
            return self.rows @ (x @ self.columns.T)
        n, c, h, _ = x.shape
        y = self.columns @ x.permute(0, 2, 3, 1)
        y = self.rows @ y.reshape(n, h, -1)
        return y.view(n, len(self.rows), len(self.columns), c).permute(0, 3, 1, 2)


class Resample(Separable):
    """Twice or half the size by the separable filter [1, 3, 3, 1]/8, zeros outside: [N, C, H, W] → [N, C, 2H, 2W] or [N, C, H/2, W/2].

    The same as StyleGAN's upfirdn2d; exact in bf16 (the taps are).
    """

    def __init__(self, height: int, width: int, *, up: bool) -> None:
        """height, width: of the input; even when going down."""
        super().__init__(_filter_matrix(height, up), _filter_matrix(width, up))


class Blur(Separable):
    """The same filter without a change of size, for beside a 3×3 convolution of stride 2: it makes one pixel less or one more a side.

    up: [N, C, H + 1, W + 1] → [N, C, H, W] four times as strong, after a transposed convolution that made H + 1 of H/2 with zeros between.
    Else [N, C, H, W] → [N, C, H + 1, W + 1], before a strided one that makes H/2 of them. Source: Zhang, arXiv 1904.11486.
    """

    def __init__(self, height: int, width: int, *, up: bool) -> None:
        """height, width: H and W, even."""
        rows, columns = _band(height, height + 1, 1), _band(width, width + 1, 1)
        super().__init__(*(2 * m if up else m.T.contiguous() for m in (rows, columns)))


def _filter_matrix(size: int, up: bool) -> Tensor:
    """[2·size, size] or [size/2, size]: the filter along one axis."""
    assert up or size % 2 == 0, f"cannot halve {size} pixels"
    small = size if up else size // 2
    down = _band(small, 2 * small, 2)
    return 2 * down.T.contiguous() if up else down


def _band(n_out: int, n_in: int, stride: int) -> Tensor:
    """[n_out, n_in]: the four taps, `stride` further in every row; what falls outside the image is left out."""
    band = torch.zeros(n_out, n_in + 2)
    for row in range(n_out):
        band[row, stride * row : stride * row + 4] = torch.tensor([1.0, 3.0, 3.0, 1.0]) / 8
    return band[:, 1:-1].contiguous()
