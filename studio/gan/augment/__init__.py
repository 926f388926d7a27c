"""What images go through before D sees them: one file a pipeline. Reals and fakes alike, so that G need not learn it."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Protocol

from torch import Tensor

from studio.errors import Problem
from studio.gan.adaptive import Control
from studio.gan.spec import Spec
from studio.words import say


class Numbers(Protocol):
    """Where an augmentation's random numbers come from: a row of them for every sample."""

    def normal(self, n: int, *shape: int) -> Tensor:
        """[n, *shape] standard normal."""

    def uniform(self, n: int, *shape: int) -> Tensor:
        """[n, *shape] uniform in [0, 1)."""


class Augment(Spec):
    """How images are changed before D sees them.

    Every draw is a sample's own and equal in distribution for reals and fakes; the result can be differentiated twice.
    """

    default: ClassVar[str] = "none"

    @property
    def active(self) -> bool:
        """False where nothing will ever be changed."""
        return True

    @property
    def control(self) -> Control | None:
        """What steers p where p follows D; None where it follows `strength`."""
        return None

    def strength(self, nimg: int, total_kimg: float) -> float:
        """The scheduled p in [0, 1] at `nimg`."""
        return 1.0

    def misfit(self, shape: tuple[int, ...]) -> Problem | None:
        """Why data of this shape cannot be augmented so, and what to choose; None when it can."""
        if self.active and len(shape) != 3:
            return Problem("augment.kind", say("{kind} changes pictures, and this data is points; choose none", kind=self.kind))
        return None

    @abstractmethod
    def apply(self, x: Tensor, p: Tensor, draws: Numbers) -> Tensor:
        """x [N, C, H, W] in the networks' range → the same shape. p: a scalar on the device; 0 gives x back exactly."""
