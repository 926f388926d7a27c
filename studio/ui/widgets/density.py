"""How dense points lie in the plane: a histogram, smoothed. Numbers only; no widget."""

import numpy as np
from numpy.typing import NDArray

CELLS = 96  # along a side
BLUR = 1.4  # cells, the standard deviation of the Gaussian that smooths
STRONGEST = 0.75  # opacity where points are densest


def density(points: NDArray[np.float32], extent: tuple[float, float, float, float]) -> NDArray[np.float64]:
    """Share of the densest place, 0 to 1: [CELLS, CELLS], rows from the bottom up. extent: left, right, bottom, top; what lies outside is left out."""
    left, right, bottom, top = extent
    finite = points[np.isfinite(points).all(1)]
    counts, _, _ = np.histogram2d(finite[:, 1], finite[:, 0], bins=CELLS, range=((bottom, top), (left, right)))
    reach = np.arange(-4, 5)
    kernel = np.exp(-0.5 * (reach / BLUR) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        counts = np.apply_along_axis(np.convolve, axis, counts, kernel, mode="same")
    most = counts.max()
    return counts / most if most > 0 else counts


def veil(dense: NDArray[np.float64], colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    """The same as a see-through picture in one colour, uint8 [CELLS, CELLS, 4]. The root of a density: thin places are seen too."""
    made = np.empty((*dense.shape, 4), np.uint8)
    made[..., :3] = colour
    made[..., 3] = np.round(255 * STRONGEST * np.sqrt(dense))
    return made
