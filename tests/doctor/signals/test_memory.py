"""Copies of training samples."""

import pytest
import torch

from studio.doctor.sight import gather
from studio.doctor.signals import Signal
from studio.gan.datasets import Drawn
from studio.gan.slices import whole
from tests.doctor.examining import bank_of, measure, noise, stored


@pytest.fixture(scope="module")
def few():
    """A hundred pictures, of which 80 are for training."""
    x = (noise(100, 1, 16, 16).cumsum(2).cumsum(3) / 8).tanh()
    return bank_of(x), stored(x)


def fresh(n, seed=1):
    return (noise(n, 1, 16, 16, seed=seed).cumsum(2).cumsum(3) / 8).tanh()


def test_memorised_training_pictures_are_found_even_slightly_changed(few):
    bank, _ = few
    copies = bank.reals()[torch.arange(256) % 80]
    assert measure("memory", bank, copies)["memo"] < 0.02
    assert measure("memory", bank, (copies + 0.05 * noise(256, 1, 16, 16)).clamp(-1, 1))["memo"] < 0.5


def test_a_perfect_generator_is_as_far_from_them_as_held_out_pictures(few):
    bank, _ = few
    assert measure("memory", bank, fresh(256))["memo"] == pytest.approx(1, abs=0.2)


def test_fakes_off_the_data_are_farther(few):
    bank, _ = few
    assert measure("memory", bank, noise(256, 1, 16, 16).sign())["memo"] > 1.3


def test_copies_are_found_among_more_training_samples_than_the_bank_compares_with():
    points = noise(6000, 2)
    bank, set_ = bank_of(points), stored(points)
    train = torch.from_numpy(set_.x[set_.train])
    assert len(bank.phi) == 2048
    assert len(bank.known) == len(train)
    assert measure("memory", bank, train[-256:])["memo"] < 1e-3


def test_sets_that_cannot_be_learnt_by_heart_are_left_out():
    endless = whole(gather(Drawn("points", (2,), (), lambda n, random: (torch.randn(n, 2, generator=random), None))))
    assert "anew" in Signal.read("memory").misfit(endless)
    assert "too many" in Signal.read("memory").misfit(bank_of(noise(20_000, 2)))
    assert "held-out" in Signal.read("memory").misfit(bank_of(noise(30, 2)))
