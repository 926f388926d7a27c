"""What D sees of a data set: reals drawn as a batch is, mirrored and augmented. Trains nothing and draws from no run's generators."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.gan.augment import Augment
from studio.gan.datasets import Dataset, Drawn, Stored
from studio.gan.media import medium


@dataclass(frozen=True, eq=False)
class Sight:
    """A few samples. samples: uint8 [n, H, W, C] or float32 [n, 2]. labels: the class of each by name, empty where none is known."""

    samples: NDArray[Any]
    labels: tuple[str, ...]


def see(dataset: Dataset, augment: Augment | None, *, n: int, seed: int, p: float = 0.0) -> Sight:
    """n samples of the part that is trained on. augment: what D sees, with its changes at probability p; None: the data as it is kept.

    The same seed shows the same samples, augmented or not.
    """
    generator = torch.Generator().manual_seed(seed)
    if isinstance(dataset, Stored):
        rows = np.random.default_rng(seed).permutation(dataset.train)[:n]
        samples, c = np.array(dataset.x[rows]), None if dataset.c is None else dataset.c[rows]
    else:
        assert isinstance(dataset, Drawn)
        drawn, labels = dataset.sample(n, generator)
        samples, c = medium(dataset.medium).to_array(drawn), None if labels is None else labels.numpy()
    if augment is not None and dataset.medium == "image":
        samples = _augmented(samples, augment, p, generator, mirror=isinstance(dataset, Stored) and dataset.mirror)
    return Sight(samples, tuple(dataset.known[i] for i in c) if c is not None and dataset.known else ())


def strongest(augment: Augment, total_kimg: float) -> float:
    """The largest p that a run of so many kimg comes to; of an adaptive one the largest that it may."""
    if (control := augment.control) is not None:
        return control.p_max
    return max(augment.strength(0, total_kimg), augment.strength(round(total_kimg * 1000), total_kimg))


class _Numbers:
    """Random numbers for an augmentation, from one generator."""

    def __init__(self, generator: torch.Generator) -> None:
        self._generator = generator

    def normal(self, n: int, *shape: int) -> Tensor:
        return torch.randn(n, *shape, generator=self._generator)

    def uniform(self, n: int, *shape: int) -> Tensor:
        return torch.rand(n, *shape, generator=self._generator)


def _augmented(samples: NDArray[Any], augment: Augment, p: float, generator: torch.Generator, *, mirror: bool) -> NDArray[Any]:
    pictures = medium("image")
    x = pictures.to_tensor(samples)
    if mirror:
        x = torch.where(torch.rand(len(x), 1, 1, 1, generator=generator) < 0.5, x.flip(3), x)
    if augment.active and p > 0:
        x = augment.apply(x, torch.tensor(p), _Numbers(generator))
    return pictures.to_array(x)
