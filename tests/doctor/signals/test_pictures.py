"""What is wrong with the pictures themselves: their ends of range, patterns and colours."""

import math

import pytest
import torch

from studio.doctor.sight import middle
from studio.doctor.signals import Signal
from tests.doctor.examining import bank_of, measure, noise


def scenes(n, size=32, channels=3, seed=0):
    """Smooth pictures of independent colours with some grain."""
    smooth = noise(n, channels, size, size, seed=seed).cumsum(2).cumsum(3) / size
    return (smooth + 0.1 * noise(n, channels, size, size, seed=seed + 100)).tanh() * 0.9


@pytest.fixture(scope="module")
def bank():
    return bank_of(scenes(600))


@pytest.mark.parametrize("kind", ["saturation", "stride", "chroma"])
def test_fresh_pictures_are_as_the_reals(bank, kind):
    found = measure(kind, bank, scenes(256, seed=1))
    right = {"saturation": 0, "checker": 1, "chroma": 0, "tint": 0}
    for name, value in found.items():
        assert value == pytest.approx(right[name], abs=0.3), name


# saturation


def test_saturation_is_the_share_of_values_at_the_ends(bank):
    fakes = scenes(256, seed=1)
    fakes[:, :, :8] = 1.0
    assert measure("saturation", bank, fakes)["saturation"] == pytest.approx(0.25, abs=0.01)
    assert measure("saturation", bank, 50 * fakes)["saturation"] > 0.9  # a network without tanh


def test_white_paper_is_no_saturation():
    paper = torch.ones(300, 1, 8, 8)
    paper[:, :, 2:6, 2:6] = noise(300, 1, 4, 4).tanh() * 0.9
    found = measure("saturation", bank_of(paper), paper[:128].roll(1, 2))
    assert found["saturation"] == pytest.approx(0, abs=0.01)


# stride


@pytest.mark.parametrize("size", [8, 28, 32, 100])
@pytest.mark.parametrize("pattern", [2, 4])
def test_a_pattern_of_a_stride_stands_out_at_every_size(size, pattern):
    reals, fakes = scenes(300, size), scenes(128, size, seed=1)
    spot = torch.zeros(pattern, pattern)
    spot[0, 0] = 1
    grid = spot.repeat(size // pattern, size // pattern)
    bank = bank_of(reals)
    assert measure("stride", bank, fakes, sharp=middle(fakes))["checker"] < 2
    marked = fakes + (1.0 if size == 8 else 0.3) * (grid - grid.mean())
    assert measure("stride", bank, marked, sharp=middle(marked))["checker"] > 3


def test_a_checkerboard_stands_out(bank):
    board = torch.tensor([[1.0, -1.0], [-1.0, 1.0]]).repeat(16, 16)
    assert measure("stride", bank, scenes(256, seed=1) + 0.1 * board)["checker"] > 10


@pytest.mark.parametrize("spoil", [lambda x: x + 0.5 * noise(*x.shape), lambda x: torch.nn.functional.avg_pool2d(x, 3, 1, 1), torch.zeros_like])
def test_noise_blur_and_emptiness_are_no_pattern(bank, spoil):
    assert measure("stride", bank, spoil(scenes(256, seed=1)))["checker"] < 3


def test_pictures_with_odd_sides_show_no_strides():
    assert "even" in Signal.read("stride").misfit(bank_of(scenes(50, 15, 1)))


# chroma


def test_chroma_is_the_difference_of_the_log_determinants(bank):
    """Halving colours around grey quarters the covariance, whose determinant in two dimensions falls by 16."""
    fakes = scenes(256, seed=1)
    grey = fakes.mean(1, keepdim=True)
    paler = grey + 0.5 * (fakes - grey)
    change = measure("chroma", bank, paler)["chroma"] - measure("chroma", bank, fakes)["chroma"]
    assert change == pytest.approx(-math.log(16), abs=0.02)


def test_grey_pictures_and_one_hue_lack_colours(bank):
    fakes = scenes(256, seed=1)
    assert measure("chroma", bank, fakes.mean(1, keepdim=True).repeat(1, 3, 1, 1))["chroma"] < -10
    red = fakes.clone()
    red[:, 1:] = -0.5
    assert measure("chroma", bank, red)["chroma"] < -3


def test_a_cast_is_told_from_a_lack_of_colours(bank):
    tinted = scenes(256, seed=1) + torch.tensor([0.5, 0.0, -0.3])[:, None, None]
    found = measure("chroma", bank, tinted)
    assert found["tint"] > 1
    assert abs(found["chroma"]) < 1


def test_grey_data_stored_in_colour_is_no_lack():
    grey = scenes(300, channels=1).repeat(1, 3, 1, 1)
    found = measure("chroma", bank_of(grey), grey[:128].flip(3))
    assert found["chroma"] == pytest.approx(0, abs=0.01)


def test_a_constant_generator_is_measured_all_the_same(bank):
    for kind in ("saturation", "stride", "chroma"):
        assert all(math.isfinite(value) for value in measure(kind, bank, torch.full((256, 3, 32, 32), -1.0)).values())
