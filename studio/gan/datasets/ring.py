"""Eight Gaussians on the unit circle."""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from studio.gan.mixture import Mixture


class Ring(Mixture, kind="ring"):
    """Ring: 8 Gaussians at (cos πk/4, sin πk/4), σ .01. Source: PacGAN, arXiv 1712.04086."""

    sigma: ClassVar[float] = 0.01

    @classmethod
    def centres(cls) -> NDArray[np.float64]:
        angle = np.pi * np.arange(8) / 4
        return np.stack([np.cos(angle), np.sin(angle)], axis=1)
