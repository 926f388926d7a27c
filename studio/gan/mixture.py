"""Mixtures of equal round Gaussians in the plane, whose truth is known: what the sources `ring` and `grid` share.

Samples stay in data units. Numbers of the protocol: PacGAN, arXiv 1712.04086.
"""

from abc import abstractmethod
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from studio.gan.datasets import LABELLED_HELP, Progress, Source, Stored, silent
from studio.gan.spec import option


class Mixture(Source):
    """Points drawn evenly from round Gaussians of one width; the class of a point is its mode."""

    sigma: ClassVar[float]

    points: int = option(100_000, ge=100, le=10_000_000, unit="points", help="How many points are drawn, once, before training.")
    labelled: bool = option(False, help=LABELLED_HELP)
    seed: int = option(0, ge=0, lt=2**63, advanced=True, help="Start of the draw: the same seed gives the same points.")

    @classmethod
    @abstractmethod
    def centres(cls) -> NDArray[np.float64]:
        """The true means, [modes, 2]."""

    def open(self, cache: Path, progress: Progress = silent) -> Stored:
        centres = self.centres()
        random = np.random.default_rng(self.seed)
        c = random.integers(len(centres), size=self.points)
        x = centres[c] + self.sigma * random.standard_normal((self.points, 2))
        known = tuple(f"({a:.3g}, {b:.3g})" for a, b in centres.round(6) + 0.0)  # + 0 turns −0 into 0
        return Stored("points", x.astype(np.float32), c.astype(np.int64), known if self.labelled else (), known=known, seed=self.seed)
