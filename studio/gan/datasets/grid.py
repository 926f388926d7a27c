"""Twenty-five Gaussians on a square lattice."""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from studio.gan.mixture import Mixture


class Grid(Mixture, kind="grid"):
    """Grid: 25 Gaussians at {−4, −2, 0, 2, 4}², σ .05. Source: PacGAN, arXiv 1712.04086."""

    sigma: ClassVar[float] = 0.05

    @classmethod
    def centres(cls) -> NDArray[np.float64]:
        line = np.arange(-4.0, 5.0, 2.0)
        return np.stack(np.meshgrid(line, line, indexing="ij"), axis=-1).reshape(-1, 2)
