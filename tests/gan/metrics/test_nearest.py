import numpy as np
import pytest
import torch

from studio.gan.datasets import Drawn, Stored
from studio.gan.reference import gather
from studio.gan.slices import whole


@pytest.fixture
def gaussian(points, normal):
    """2,000 normal points, of which 128 are held out."""
    return points(normal(2000, 2))


def test_fresh_samples_are_as_varied_and_as_new_as_held_out_ones(measure, normal):
    x = normal(20_000, 2).numpy()
    reference = whole(gather(Stored("points", x, None), None, 2000))
    found = measure("nearest", normal(2000, 2, seed=1), reference)
    assert found["variety"] == pytest.approx(1, abs=0.08)
    assert found["memo"] == pytest.approx(1, abs=0.12)


def test_copies_of_training_samples_are_memory(measure, gaussian):
    train, _ = whole(gaussian.train(2000))
    assert measure("nearest", train, gaussian)["memo"] == 0.0


def test_slightly_changed_copies_are_found_too(measure, gaussian, normal):
    train, _ = whole(gaussian.train(2000))
    assert measure("nearest", train + 0.001 * normal(len(train), 2, seed=2), gaussian)["memo"] < 0.15


def test_samples_that_repeat_have_no_variety(measure, gaussian, normal):
    assert measure("nearest", normal(100, 2, seed=1).repeat(20, 1), gaussian)["variety"] == 0.0


def test_a_curve_has_little_variety(measure, gaussian, normal):
    line = torch.cat([normal(2000, 1, seed=1), torch.zeros(2000, 1)], 1)
    assert measure("nearest", line, gaussian)["variety"] < 0.15


def test_it_equals_a_direct_computation(measure, digits, digit_images):
    fakes = digits.x[:200] * 0.8 + 0.01
    found = measure("nearest", fakes, digits)
    x, fake = digits.x.flatten(1).numpy().astype(np.float64), fakes.flatten(1).numpy().astype(np.float64)

    def nearest(a, b, *, own=False):
        d = np.linalg.norm(a[:, None] - b[None], axis=2)
        return np.median(np.where(d == 0, np.inf, d).min(1) if own else d.min(1))

    train, held = x[digits.held :], x[: digits.held]
    assert found["variety"] == pytest.approx(nearest(fake, fake, own=True) / nearest(x[:200], x[:200], own=True), rel=1e-4)
    assert found["memo"] == pytest.approx(nearest(fake, train) / nearest(held, train), rel=1e-4)


def test_a_set_without_end_cannot_be_memorised(measure, normal):
    endless = Drawn("points", (2,), (), lambda n, generator: (torch.randn(n, 2, generator=generator), None))
    found = measure("nearest", normal(500, 2), whole(gather(endless, None, 500)))
    assert set(found) == {"variety"}


def test_reals_that_all_have_twins_give_no_ratio(measure, points, normal):
    assert measure("nearest", normal(100, 2), points(normal(5, 2).repeat(100, 1))) == {}
