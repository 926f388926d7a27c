"""References made from arrays, as an evaluation makes them from a data set."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import Tensor

from studio.gan.datasets import Stored
from studio.gan.metrics import Metric
from studio.gan.reference import Reference, gather
from studio.gan.slices import whole

Measure = Callable[..., dict[str, float]]


@pytest.fixture
def measure() -> Measure:
    """measure(kind, fakes, reference, labels=None, **options) → the metric's values, each of them declared by it."""

    def run(kind: str, fakes: Tensor, reference: Reference, labels: Tensor | None = None, **options) -> dict[str, float]:
        metric = Metric.read({"kind": kind, **options})
        assert metric.misfit(reference) == ""
        values = whole(metric.measure(fakes, labels, reference))
        assert all(type(metric).about_value(name) for name in values)
        assert all(type(value) is float for value in values.values())
        return values

    return run


@pytest.fixture
def points() -> Callable[[Tensor], Reference]:
    """A reference of these points [N, 2], N ≤ 2000."""
    return lambda x: whole(gather(Stored("points", x.numpy(), None), None, len(x)))


@pytest.fixture(scope="session")
def digit_images() -> tuple[np.ndarray, np.ndarray]:
    """scikit-learn's digits as uint8 [1797, 8, 8, 1], and their classes."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    return np.rint(digits.images * (255 / 16)).astype(np.uint8)[..., None], digits.target.astype(np.int64)


@pytest.fixture(scope="session")
def digits(digit_images) -> Reference:
    """All of the digits as a reference; the run knows no classes, the data does."""
    x, c = digit_images
    return whole(gather(Stored("image", x, c, (), known=tuple("0123456789")), None, 2000))


@pytest.fixture
def normal() -> Callable[..., Tensor]:
    """normal(n, *shape, seed=…): standard normal numbers from a generator of their own."""
    return lambda *shape, seed=0: torch.randn(*shape, generator=torch.Generator().manual_seed(seed))
