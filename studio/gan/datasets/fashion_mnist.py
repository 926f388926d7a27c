"""Zalando's pictures of clothes."""

from typing import Any, ClassVar

from studio.gan.idx import Idx


class FashionMnist(Idx, kind="fashion_mnist"):
    """Fashion-MNIST: 60,000 articles of clothing of 28×28 pixels, grey, in 10 classes; 31 MB to download. Source: arXiv 1708.07747."""

    names: ClassVar[tuple[str, ...]] = ("T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")

    @classmethod
    def shelf(cls) -> Any:
        from torchvision.datasets import FashionMNIST  # here, because it takes a second to import

        return FashionMNIST
