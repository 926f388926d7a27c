"""The Fréchet distance against scipy's matrix root, and moments against numpy's, in float64."""

import numpy as np
import pytest
import scipy.linalg
import torch

from studio.gan.frechet import Moments, frechet


def covariance(random, d):
    a = random.standard_normal((d, d))
    return a @ a.T / d + 0.1 * np.eye(d)


@pytest.mark.parametrize("d", [1, 2, 7, 32])
def test_it_is_the_distance_of_two_gaussians_by_scipys_matrix_root(d):
    random = np.random.default_rng(d)
    m1, m2, c1, c2 = random.standard_normal(d), random.standard_normal(d), covariance(random, d), covariance(random, d)
    expected = ((m1 - m2) ** 2).sum() + np.trace(c1 + c2 - 2 * scipy.linalg.sqrtm(c1 @ c2).real)
    assert frechet(*map(torch.from_numpy, (m1, c1, m2, c2))) == pytest.approx(expected, rel=1e-10, abs=1e-10)


def test_along_the_axes_it_is_the_squared_difference_of_means_and_of_deviations():
    m1, m2, s1, s2 = (torch.tensor(v, dtype=torch.float64) for v in ([0.0, 1.0], [2.0, 1.0], [1.0, 3.0], [0.5, 3.5]))
    assert frechet(m1, s1.square().diag(), m2, s2.square().diag()) == pytest.approx(4 + 0.25 + 0.25, abs=1e-12)


def test_a_flat_covariance_is_no_trouble():
    """Rounding must not be rooted: √1e-17 would be an error of 3e-9."""
    random = np.random.default_rng(0)
    flat = torch.from_numpy(random.standard_normal((20, 3)))
    c = flat @ flat.T
    assert frechet(torch.zeros(20), c, torch.zeros(20), c) == pytest.approx(0, abs=1e-10)
    assert frechet(torch.zeros(20), c, torch.zeros(20), torch.zeros(20, 20)) == pytest.approx(float(c.trace()), rel=1e-12)


def test_moments_in_batches_are_those_of_the_whole_also_far_from_zero():
    x = np.random.default_rng(1).standard_normal((1000, 5)) + 1e4
    moments = Moments(5)
    for part in np.array_split(x, 7):
        moments.add(torch.from_numpy(part))
    assert moments.count == 1000
    np.testing.assert_allclose(moments.mean.numpy(), x.mean(0), rtol=1e-13)
    np.testing.assert_allclose(moments.covariance.numpy(), np.cov(x, rowvar=False), rtol=1e-10, atol=1e-10)


def test_moments_go_on_from_what_was_kept_of_them():
    x = torch.randn(100, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    whole, half = Moments(3), Moments(3)
    whole.add(x)
    half.add(x[:40])
    rest = Moments.restored({k: v.clone() for k, v in half.state().items()})
    rest.add(x[40:])
    torch.testing.assert_close(rest.covariance, whole.covariance, rtol=1e-12, atol=1e-12)


def test_a_generator_whose_samples_are_all_one_lies_at_the_trace():
    moments = Moments(2)
    moments.add(torch.ones(50, 2))
    assert frechet(moments.mean, moments.covariance, torch.ones(2), torch.eye(2)) == pytest.approx(2, abs=1e-12)
