"""Banks and sights made from arrays, as a check makes them from a data set and a generator."""

from typing import Any

import numpy as np
import torch
from torch import Tensor

from studio.doctor.sight import Asked, Bank, Verdicts, gather, see
from studio.doctor.signals import Signal, examine
from studio.gan.datasets import Stored
from studio.gan.slices import whole


def noise(*shape: int, seed: int = 0) -> Tensor:
    """Standard normal numbers from a generator of their own."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def stored(x: Tensor, c: Tensor | None = None, *, told: bool = False) -> Stored:
    """A finite set of these points [N, 2], or of pictures [N, C, H, W] in [−1, 1]; with `told` the run is conditioned on their classes."""
    names = () if c is None else tuple(str(i) for i in range(int(c.max()) + 1))
    labels = None if c is None else c.numpy().astype(np.int64)
    if x.ndim == 2:
        return Stored("points", x.numpy(), labels, names if told else (), known=names)
    pixels = x.add(1).mul(127.5).round().clamp(0, 255).byte().permute(0, 2, 3, 1).contiguous().numpy()
    return Stored("image", pixels, labels, names if told else (), known=names)


def bank_of(x: Tensor, c: Tensor | None = None, *, told: bool = False) -> Bank:
    return whole(gather(stored(x, c, told=told)))


def measure(kind: str, bank: Bank, fakes: Tensor, *, c: Tensor | None = None, verdicts: Verdicts | None = None, **more: Any) -> dict[str, float]:
    """What the family gives for these fakes, whose classes were c; each value declared by it and within its range."""
    signal = Signal.read(kind)
    assert signal.misfit(bank) == ""
    asked = None if c is None else Asked(torch.zeros(len(fakes), 1), c)
    found = whole(examine([signal], whole(see(bank, fakes, asked=asked, verdicts=verdicts, **more)), bank))
    for name, value in found.items():
        if name in signal.values:
            low, high = signal.values[name].range
            assert low <= value <= high, (name, value)
    assert set(found) <= {*signal.values, "finite"}
    return found


def half(x: Tensor) -> tuple[Tensor, Tensor]:
    """The rows with even and with odd numbers."""
    return x[::2], x[1::2]
