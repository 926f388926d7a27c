"""Variety on constructed sets."""

import math

import pytest
import torch

from studio.doctor.signals import Signal
from tests.doctor.examining import bank_of, measure, noise


@pytest.fixture(scope="module")
def square():
    """Points evenly in a square."""
    return bank_of(torch.rand(2500, 2, generator=torch.Generator().manual_seed(0)))


def even(n, seed=1):
    return torch.rand(n, 2, generator=torch.Generator().manual_seed(seed))


def test_a_perfect_generator_scores_one(square):
    found = measure("spread", square, even(1024))
    assert found == {name: pytest.approx(1, abs=0.06) for name in ("pdr", "rke", "nnr")}


def test_values_are_those_of_their_formulas(square):
    """Against plain sums over all pairs."""
    fakes = even(256, seed=3) * torch.tensor([1.0, 0.3])
    blocks = [(block - block[:, None]).norm(dim=2).double() for block in square.blocks()]
    off = ~torch.eye(256, dtype=torch.bool)
    sigma = 0.35 * float(torch.stack([d[off].median() for d in blocks]).median())
    fake = (fakes - fakes[:, None]).norm(dim=2).double()

    def kinds(d):
        return 1 / float((-((d / sigma) ** 2)).exp().mean())

    def nearest(ds):
        return float(torch.cat([(d + 1e9 * ~off).amin(1) for d in ds]).median())

    found = measure("spread", square, fakes)
    assert found["pdr"] == pytest.approx(float(fake[off].mean()) / float(torch.stack([d[off].mean() for d in blocks]).mean()), rel=1e-5)
    mean_kinds = len(blocks) / sum(1 / kinds(d) for d in blocks)
    assert found["rke"] == pytest.approx(kinds(fake) / mean_kinds, rel=1e-4)
    assert found["nnr"] == pytest.approx(nearest([fake]) / nearest(blocks), rel=1e-4)


def test_a_constant_generator_has_no_variety(square):
    found = measure("spread", square, torch.full((256, 2), 0.5))
    assert found["pdr"] == found["nnr"] == 0
    assert 0 < found["rke"] < 0.15


def test_a_thread_of_samples_is_seen_by_neighbours_and_not_by_mean_distance(square):
    """A latent of one dimension whose samples fill the square like a snake: the pilot's blind spot of the mean distance."""
    t = torch.rand(256, generator=torch.Generator().manual_seed(5))
    snake = torch.stack((t, 0.5 + 0.5 * torch.sin(12 * math.pi * t)), 1)
    found = measure("spread", square, snake)
    assert found["pdr"] > 0.85
    assert found["nnr"] < 0.5


def test_ten_prototypes_are_seen_by_kinds_and_neighbours(square):
    found = measure("spread", square, even(10)[torch.arange(256) % 10])
    assert found["pdr"] > 0.6
    assert found["nnr"] == 0
    assert found["rke"] < 0.9


def test_nothing_is_said_of_neighbours_where_most_reals_have_a_twin():
    reals = even(30).repeat(20, 1)
    found = measure("spread", bank_of(reals), even(256))
    assert set(found) == {"pdr", "rke"}
    assert "alike" in Signal.read("spread").misfit(bank_of(torch.ones(100, 2)))


def test_a_small_set_is_compared_in_blocks_of_its_own_size():
    reals = noise(100, 2)  # 80 of them for training
    assert bank_of(reals).block == 80
    found = measure("spread", bank_of(reals), noise(256, 2, seed=1))
    assert found == {name: pytest.approx(1, abs=0.25) for name in ("pdr", "rke", "nnr")}
