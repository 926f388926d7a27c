"""No augmentation."""

from __future__ import annotations

from torch import Tensor

from studio.gan.augment import Augment, Numbers


class NoAugment(Augment, kind="none"):
    """None: D sees the images as they are."""

    @property
    def active(self) -> bool:
        return False

    def apply(self, x: Tensor, p: Tensor, draws: Numbers) -> Tensor:
        return x
