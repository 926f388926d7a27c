"""The Fréchet distance between two Gaussians, and their moments gathered a batch at a time. Knows no features; everything in float64."""

from collections.abc import Mapping
from typing import Self

import torch
from torch import Tensor


class Moments:
    """Mean and covariance of rows that come in batches.

    Sums are kept of the rows less the first batch's mean: rows far from zero then lose nothing to cancellation.
    """

    def __init__(self, width: int) -> None:
        self.count = 0
        self._origin = torch.zeros(width, dtype=torch.float64)
        self._sum = torch.zeros(width, dtype=torch.float64)
        self._products = torch.zeros(width, width, dtype=torch.float64)

    def add(self, rows: Tensor) -> None:
        """rows [N, width], of any float type, on the CPU."""
        rows = rows.double()
        if not self.count and len(rows):
            self._origin = rows.mean(0)
        rows = rows - self._origin
        self.count += len(rows)
        self._sum += rows.sum(0)
        self._products.addmm_(rows.T, rows)

    def state(self) -> dict[str, Tensor]:
        """All of it, to be kept in a file."""
        return {"count": torch.tensor(self.count), "origin": self._origin, "sum": self._sum, "products": self._products}

    @classmethod
    def restored(cls, state: Mapping[str, Tensor]) -> Self:
        """From what `state` gave. KeyError when something is missing."""
        made = cls(len(state["origin"]))
        made.count, made._origin, made._sum, made._products = int(state["count"]), state["origin"], state["sum"], state["products"]
        return made

    @property
    def mean(self) -> Tensor:
        """[width] float64."""
        return self._origin + self._sum / max(self.count, 1)

    @property
    def covariance(self) -> Tensor:
        """[width, width] float64, ÷ (N − 1); zeros for fewer than two rows."""
        shift = self._sum / max(self.count, 1)
        return (self._products - self.count * torch.outer(shift, shift)) / max(self.count - 1, 1)


def frechet(mean: Tensor, covariance: Tensor, other_mean: Tensor, other_covariance: Tensor) -> float:
    """‖m₁ − m₂‖² + tr(C₁ + C₂ − 2 (C₁C₂)^½): the squared 2-Wasserstein distance of N(m₁, C₁) and N(m₂, C₂). Float64, at least 0.

    tr (C₁C₂)^½ is the sum of the singular values of C₁^½C₂^½, which stays exact where a covariance is singular.
    Source: Dowson and Landau 1982; Heusel et al., arXiv 1706.08500.
    """
    shared = torch.linalg.svdvals(_root(covariance.double()) @ _root(other_covariance.double())).sum()
    apart = (mean.double() - other_mean.double()).square().sum()
    return max(float(apart + covariance.double().trace() + other_covariance.double().trace() - 2 * shared), 0.0)


def _root(covariance: Tensor) -> Tensor:
    """The symmetric square root of a covariance."""
    values, axes = torch.linalg.eigh((covariance + covariance.T) / 2)
    root: Tensor = (axes * values.clamp_min(0).sqrt()) @ axes.T
    return root
