"""Digits stacked as the colours of one picture, whose 1000 modes are known: what the stacked sources share. It reads no digit.

Source of the test: Metz et al., arXiv 1611.02163; its protocol as in PacGAN, arXiv 1712.04086.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.gan.datasets import Dataset, Drawn, Stored

CHANNELS = 3
MODES = 10**CHANNELS
NAMES = tuple(f"{n:03}" for n in range(MODES))  # 407: a red 4, a green 0, a blue 7


class Digits(NamedTuple):
    """The single digits that a stack is made from."""

    x: NDArray[np.uint8]  # [N, H, W, 1]
    c: NDArray[np.int64]  # [N], 0 to 9
    cache: Path  # where a reader of them may be kept

    @property
    def identity(self) -> str:
        """A name that tells these digits from any others."""
        digest = hashlib.sha256(repr(self.x.shape).encode())
        digest.update(np.ascontiguousarray(self.x).data)
        digest.update(np.ascontiguousarray(self.c).data)
        return digest.hexdigest()[:32]


class Stack(Dataset):
    """Pictures of three digits. `c` is 100 · red + 10 · green + blue."""

    digits: Digits

    def shares(self) -> NDArray[np.float64]:
        """How often the data shows each of the 1000 modes, [1000]; they sum to 1."""
        raise NotImplementedError


class DrawnStack(Stack, Drawn):
    """Three independent digits, drawn anew for every picture."""

    def __init__(self, digits: Digits, *, labelled: bool) -> None:
        self.digits = digits
        height, width = digits.x.shape[1:3]
        sample = _stacking(digits)
        Drawn.__init__(self, "image", (CHANNELS, height, width), NAMES if labelled else (), sample, known=NAMES)

    def shares(self) -> NDArray[np.float64]:
        p = np.bincount(self.digits.c, minlength=10) / len(self.digits.c)
        joint: NDArray[np.float64] = np.einsum("i,j,k->ijk", p, p, p).reshape(-1)
        return joint


class StoredStack(Stack, Stored):
    """A fixed number of pictures."""

    def __init__(self, digits: Digits, x: NDArray[Any], c: NDArray[np.int64], *, labelled: bool, seed: int) -> None:
        self.digits = digits
        Stored.__init__(self, "image", x, c, NAMES if labelled else (), known=NAMES, seed=seed)

    def shares(self) -> NDArray[np.float64]:
        assert self.c is not None
        return np.bincount(self.c, minlength=MODES) / len(self.c)


def mode_of(digits: NDArray[np.int64]) -> NDArray[np.int64]:
    """Digits [N, 3] → modes [N]."""
    found: NDArray[np.int64] = digits @ np.array([100, 10, 1])
    return found


def _stacking(digits: Digits) -> Callable[[int, torch.Generator], tuple[Tensor, Tensor]]:
    pixels = torch.from_numpy(digits.x[..., 0]).float().div(127.5).sub(1)
    c = torch.from_numpy(digits.c)
    weights = torch.tensor([100, 10, 1])
    places: dict[torch.device, tuple[Tensor, Tensor, Tensor]] = {}

    def sample(n: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        device = generator.device
        if device not in places:  # the digits are few: they stay wherever they are asked for
            places[device] = pixels.to(device), c.to(device), weights.to(device)
        x, classes, places_of = places[device]
        row = torch.randint(len(x), (n, CHANNELS), generator=generator, device=device)
        return x[row], (classes[row] * places_of).sum(1)

    return sample
