"""No augmentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torch import Tensor

from studio.gan.augment import Augment

if TYPE_CHECKING:
    from studio.gan.games import Draws


class NoAugment(Augment, kind="none"):
    """None: D sees the images as they are."""

    @property
    def active(self) -> bool:
        return False

    def apply(self, x: Tensor, p: Tensor, draws: Draws) -> Tensor:
        return x
