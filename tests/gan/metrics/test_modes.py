"""Counting the modes of stacked digits."""

import math

import numpy as np
import pytest
import torch

from studio.gan.datasets.stacked_digits import StackedDigits
from studio.gan.metrics import choose
from studio.gan.metrics.modes import divergence
from studio.gan.reference import gather
from studio.gan.slices import whole


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    source = StackedDigits()
    return whole(gather(source.open(tmp_path_factory.mktemp("stack")), source, 100))


def drawn(stack, n, seed=1):
    return stack.dataset.sample(n, torch.Generator().manual_seed(seed))


def test_real_data_shows_a_thousand_modes_and_a_divergence_near_the_floor(stack, measure):
    found = measure("modes", drawn(stack, 12_000)[0], stack)
    assert found["modes"] == 1000
    assert found["reverse_kl_floor"] == pytest.approx(999 / 24_000)
    assert found["reverse_kl"] == pytest.approx(found["reverse_kl_floor"], rel=0.15)
    assert found["digit_accuracy"] >= 0.98


def test_missing_modes_are_counted(stack, measure):
    x, c = drawn(stack, 4000)
    without_red_seven = x[c // 100 != 7]
    found = measure("modes", without_red_seven, stack)
    assert 880 <= found["modes"] <= 910  # a hundred are gone, but for digits that are read wrongly
    assert measure("modes", x[:1].expand(500, -1, -1, -1), stack)["modes"] == 1


def test_one_mode_costs_the_logarithm_of_its_share(stack, measure):
    x, c = drawn(stack, 1)
    found = measure("modes", x.expand(50, -1, -1, -1), stack)
    assert found["reverse_kl"] == pytest.approx(-math.log(stack.dataset.shares()[int(c)]), rel=1e-9)


def test_the_divergence_is_the_sum_over_modes():
    random = np.random.default_rng(0)
    counts, shares = random.integers(0, 5, 1000), random.dirichlet(np.ones(1000))
    n = counts.sum()
    expected = sum(k / n * math.log(k / n / p) for k, p in zip(counts, shares, strict=True) if k)
    found = divergence(counts, shares)
    assert found["reverse_kl"] == pytest.approx(expected, abs=1e-10)
    assert found["modes"] == (counts > 0).sum()
    assert found["reverse_kl_floor"] == 999 / (2 * n)


def test_a_mode_that_the_data_lacks_costs_much_but_stays_finite():
    shares = np.full(1000, 1 / 999)
    shares[5] = 0
    counts = np.zeros(1000, np.int64)
    counts[5] = 10
    found = divergence(counts, shares)
    assert found["reverse_kl"] == pytest.approx(math.log(2 * 999))
    assert found["reverse_kl_floor"] == 998 / 20


def test_modes_means_the_metric_that_fits_the_data(stack):
    assert list(choose(["modes", "reverse_kl"], stack)) == ["modes"]
    assert "classifier" not in choose(None, stack)
