"""What the tests of the doctor share: real digits, and a bank of some of them."""

from typing import NamedTuple

import numpy as np
import pytest
import torch
from torch import Tensor

from studio.doctor.sight import Bank
from tests.doctor.examining import bank_of


class Digits(NamedTuple):
    """A bank of digits, and others [n, 1, 8, 8] in [−1, 1] with their classes, which can play a perfect generator or a failing one."""

    bank: Bank
    x: Tensor
    c: Tensor

    def of(self, *classes: int) -> Tensor:
        return self.x[torch.isin(self.c, torch.tensor(classes))]

    def some(self, n: int, seed: int = 0, x: Tensor | None = None) -> Tensor:
        """n of them, or of x, each at most once where there are enough."""
        x = self.x if x is None else x
        chosen = np.random.default_rng(seed).choice(len(x), n, replace=len(x) < n)
        return x[chosen]


@pytest.fixture(scope="session")
def digits() -> Digits:
    from sklearn.datasets import load_digits

    loaded = load_digits()
    order = np.random.default_rng(0).permutation(len(loaded.target))
    x = torch.from_numpy(loaded.images[order]).float()[:, None] / 8 - 1
    c = torch.from_numpy(loaded.target[order]).long()
    return Digits(bank_of(x[:800], c[:800]), x[800:], c[800:])
