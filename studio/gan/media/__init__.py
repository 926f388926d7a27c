"""Kinds of thing that are made: one file each. A medium loads, saves and previews; it trains nothing."""

import importlib
import pkgutil
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from torch import Tensor


class Medium(ABC):
    """How samples of one kind become files and come back.

    Samples in the engine are float32 tensors [N, *shape]; outside it they are arrays as a person keeps them:
    points float32 [N, 2], images uint8 [N, H, W, C].
    """

    kind: ClassVar[str]
    suffix: ClassVar[str]  # of a preview file, with the dot
    formats: ClassVar[tuple[str, ...]]  # of an exported sample, without the dot

    @abstractmethod
    def to_array(self, samples: Tensor) -> NDArray[Any]:
        """From the engine to arrays on the CPU."""

    @abstractmethod
    def to_tensor(self, array: NDArray[Any]) -> Tensor:
        """From arrays to the engine: float32, images in [−1, 1]."""

    @abstractmethod
    def save_preview(self, path: Path, samples: NDArray[Any], **extra: NDArray[Any]) -> None:
        """Many samples in one file that a panel can show: a grid of images, or points with what `extra` adds."""

    @abstractmethod
    def save(self, path: Path, sample: NDArray[np.generic]) -> None:
        """One sample in one file; the format is the path's suffix."""


def medium(kind: str) -> Medium:
    """The medium of this kind, such as `points` or `image`; walks this folder, so that a new file is a new kind."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return {known.kind: known for known in Medium.__subclasses__()}[kind]()
