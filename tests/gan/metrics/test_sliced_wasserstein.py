import numpy as np
import pytest
import torch

from studio.gan.datasets import Stored
from studio.gan.reference import gather
from studio.gan.slices import whole


def test_a_shift_in_the_plane_gives_its_length_over_root_two(points, measure, normal):
    reals = normal(500, 2)
    found = measure("sliced_wasserstein", normal(500, 2, seed=1) + torch.tensor([3.0, 4.0]), points(reals), directions=4096)
    assert found["swd"] == pytest.approx(5 / 2**0.5, rel=0.03)


def test_a_wider_gaussian_gives_the_difference_of_the_widths(points, measure, normal):
    found = measure("sliced_wasserstein", 3 * normal(2000, 2, seed=1), points(normal(2000, 2)))
    assert found["swd"] == pytest.approx(2.0, rel=0.05)  # W₂ of N(0, 1) and N(0, 9) on every line


def test_a_brighter_picture_gives_the_shift_of_one_pixel(measure, normal):
    x = np.random.default_rng(0).integers(60, 160, (400, 12, 12, 1)).astype(np.uint8)
    reference = whole(gather(Stored("image", x, None), None, 400))
    fakes = torch.from_numpy(x).permute(0, 3, 1, 2).float() / 127.5 - 1 + 0.2
    found = measure("sliced_wasserstein", fakes, reference, directions=8192)
    assert found["swd"] == pytest.approx(0.2, abs=0.03)


def test_the_floor_is_what_reals_score(points, measure, normal):
    reals = points(normal(2000, 2))
    fresh = [measure("sliced_wasserstein", normal(2000, 2, seed=s), reals)["swd"] for s in range(1, 6)]
    floor = measure("sliced_wasserstein", normal(2000, 2, seed=9), reals)["swd_floor"]
    assert min(fresh) < 2 * floor
    assert floor < 2 * min(fresh)


def test_it_equals_a_direct_computation(points, measure):
    x = torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0], [3.0, 1.0]])
    reference = points(torch.cat([x, x + 10]))
    fakes = torch.tensor([[5.0, 5.0], [1.0, 7.0], [2.0, 2.0], [0.0, 9.0], [1.0, 1.0], [4.0, 0.0], [8.0, 8.0], [3.0, 3.0]])
    found = measure("sliced_wasserstein", fakes, reference, directions=20_000)["swd"]
    angles = torch.linspace(0, torch.pi, 20_001)[:-1]
    theta = torch.stack([angles.cos(), angles.sin()])
    halves = [(reference.x[0::2], fakes[:4]), (reference.x[1::2], fakes[4:])]
    squared = [((a @ theta).sort(0).values - (b @ theta).sort(0).values).square().mean() for a, b in halves]
    assert found == pytest.approx(float((sum(squared) / 2).sqrt()), rel=0.02)


def test_fewer_fakes_than_reals_are_compared_with_as_few(points, measure, normal):
    found = measure("sliced_wasserstein", normal(100, 2, seed=1), points(normal(2000, 2)))
    assert found["swd"] < 0.5
    assert found["swd_floor"] > 0.02


def test_the_same_samples_give_the_same_figures(points, measure, normal):
    reference = points(normal(500, 2))
    torch.manual_seed(1)
    first = measure("sliced_wasserstein", normal(500, 2, seed=1), reference)
    torch.manual_seed(2)
    assert measure("sliced_wasserstein", normal(500, 2, seed=1), reference) == first
