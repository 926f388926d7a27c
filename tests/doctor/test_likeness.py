"""The features that the doctor compares in."""

import torch

from studio.doctor.likeness import Likeness
from studio.gan.slices import whole
from tests.doctor.examining import noise


def smooth(n, seed=0):
    return (noise(n, 3, 16, 16, seed=seed).cumsum(2).cumsum(3) / 16).tanh()


def test_points_stay_as_they_are():
    x = noise(100, 2)
    assert torch.equal(whole(whole(Likeness.fit(x)).of(x)), x)


def test_axes_weigh_by_the_root_of_their_standard_deviation():
    x = noise(4000, 1, 1, 3) * torch.tensor([0.01, 0.04, 0.16])
    phi = whole(whole(Likeness.fit(x)).of(x))
    deviations = phi.std(0)[:3].sort().values
    assert torch.allclose(deviations / deviations[0], torch.tensor([1.0, 2.0, 4.0]), rtol=0.1)


def test_noise_is_unlike_smooth_pictures_and_so_is_blur():
    """On the principal axes alone, noise that pixels share no more would lie in the middle of the data."""
    likeness = whole(Likeness.fit(smooth(600)))
    detail = {name: whole(likeness.of(x))[:, -1] for name, x in (("fresh", smooth(200, 1)), ("noise", noise(200, 3, 16, 16).clamp(-1, 1)))}
    blurred = torch.nn.functional.avg_pool2d(smooth(200, 1), 5, 1, 2)
    assert abs(float(detail["fresh"].mean())) < 1
    assert float(detail["noise"].min()) > 3
    assert float(whole(likeness.of(blurred))[:, -1].mean()) < -1


def test_large_pictures_are_compared_small_and_few_reals_give_few_axes():
    few = whole(Likeness.fit(smooth(40)))
    assert whole(few.of(noise(3, 3, 64, 64))).shape == (3, 6)
    assert whole(whole(Likeness.fit(smooth(600))).of(smooth(3))).shape == (3, 33)


def test_equal_pictures_and_huge_numbers_give_finite_features():
    likeness = whole(Likeness.fit(torch.ones(50, 1, 8, 8) + 0.1 * noise(50, 1, 1, 1)))
    assert whole(likeness.of(noise(9, 1, 8, 8).sign())).isfinite().all()
