"""Distances to nearest neighbours, a slice of rows at a time. Plain search: exact, and quick enough for the sizes that metrics use."""

from collections.abc import Iterator

import torch
from torch import Tensor

from studio.gan.slices import Slices

PAIRS = 1 << 18  # distances held at once: a slice of some milliseconds, and 1 MB
NARROW = 64  # up to so many numbers a row, differences are formed one by one: exact even for near twins


def kth_nearest(x: Tensor, y: Tensor, k: int = 1, *, same: bool = False) -> Slices[Tensor]:
    """Euclidean distance from each row of x [N, d] to its k-th nearest row of y [M, d] → [N] float32.

    same: x and y are one set, and a row is no neighbour of itself. Needs M ≥ k, or k + 1 with `same`.
    """
    assert len(y) >= k + same, f"{len(y)} rows have no {k}-th neighbour"
    x, y = x.float(), y.float()
    out = torch.empty(len(x))
    for start, stop in rows(len(x), len(y)):
        near = _nearest(x[start:stop], y, min(k + same, len(y)))
        if same:  # twins lie at distance 0 too: which of them the row itself is makes no difference
            near = near[:, 1:]
        out[start:stop] = near[:, k - 1]
        yield
    return out


def rows(n: int, m: int) -> Iterator[tuple[int, int]]:
    """Slices of n rows such that each has at most `PAIRS` distances to m others."""
    size = max(PAIRS // max(m, 1), 1)
    for start in range(0, n, size):
        yield start, min(start + size, n)


def distances(x: Tensor, y: Tensor) -> Tensor:
    """Every Euclidean distance [N, M], formed from differences."""
    return torch.cdist(x, y, compute_mode="donot_use_mm_for_euclid_dist")


def _nearest(x: Tensor, y: Tensor, k: int) -> Tensor:
    """The k smallest distances of each row, ascending [N, k]. Wide rows are found by products, then measured exactly."""
    if x.shape[1] <= NARROW:
        return distances(x, y).topk(k, largest=False).values
    centre = y.mean(0)  # products lose less to cancellation around the mean
    xc, yc = x - centre, y - centre
    squared = (yc * yc).sum(1) - 2 * xc @ yc.T
    index = squared.topk(k, largest=False).indices
    exact = torch.stack([(x - y[index[:, i]]).norm(dim=1) for i in range(k)], 1)
    return exact.sort(1).values
