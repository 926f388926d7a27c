"""Points in the plane, in data units: previews as .npz, single samples as .csv or .npy."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.errors import DataError
from studio.gan.media import Medium
from studio.told import either
from studio.words import say


class Points(Medium):
    """Points [N, 2]; nothing is rescaled."""

    kind: ClassVar[str] = "points"
    suffix: ClassVar[str] = ".npz"
    formats: ClassVar[tuple[str, ...]] = ("csv", "npy")

    def to_array(self, samples: Tensor) -> NDArray[Any]:
        return samples.detach().to("cpu", torch.float32).numpy()

    def to_tensor(self, array: NDArray[Any]) -> Tensor:
        return torch.from_numpy(np.array(array, dtype=np.float32))

    def save_preview(self, path: Path, samples: NDArray[Any], **extra: NDArray[Any]) -> None:
        """`fake` holds the samples; what else a panel can draw comes as `extra`: real, heat, extent, grad."""
        arrays: dict[str, Any] = {"fake": samples, **extra}
        assert all(array.dtype != object for array in arrays.values()), "only an array of objects would be pickled"
        with path.open("wb") as file:  # a file, because numpy would add a suffix to a name
            np.savez(file, **arrays)

    def save(self, path: Path, sample: NDArray[np.generic]) -> None:
        """One point [2], or several [N, 2]."""
        rows = np.atleast_2d(np.asarray(sample, dtype=np.float32))
        if path.suffix.lower() == ".csv":
            np.savetxt(path, rows, fmt="%.9g", delimiter=",", header="x,y", comments="")
        elif path.suffix.lower() == ".npy":
            np.save(path, rows, allow_pickle=False)
        else:
            known = either(self.formats)
            if path.suffix:
                raise DataError(say("{name}: points cannot be written as {suffix}; choose {known}", name=path.name, suffix=path.suffix, known=known))
            raise DataError(say("{name}: points cannot be written as a file without suffix; choose {known}", name=path.name, known=known))
