"""MNIST's handwritten digits."""

from typing import Any, ClassVar

from studio.gan.idx import Idx


class Mnist(Idx, kind="mnist"):
    """MNIST: 60,000 handwritten digits of 28×28 pixels, grey, in 10 classes; 10 MB to download. Source: LeCun et al., 1998."""

    names: ClassVar[tuple[str, ...]] = tuple("0123456789")

    @classmethod
    def shelf(cls) -> Any:
        from torchvision.datasets import MNIST  # here, because it takes a second to import

        return MNIST
