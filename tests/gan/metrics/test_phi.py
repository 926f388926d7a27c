"""The two figures on the fixed features, against numpy on the same features."""

import numpy as np
import pytest
import scipy.linalg

from studio.gan.discrepancy import discrepancy
from studio.gan.metrics import describe
from studio.gan.slices import whole


def test_the_distance_is_that_of_the_features_means_and_covariances(measure, digits):
    fakes = digits.x[:600] * 0.7 + 0.1
    found = measure("phi_fd", fakes, digits)["phi_fd"]
    features = whole(digits.features())
    a, b = (whole(features.of(x)).double().numpy() for x in (fakes, digits.x))
    c1, c2 = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    expected = ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(c1 + c2 - 2 * scipy.linalg.sqrtm(c1 @ c2).real)
    assert found == pytest.approx(expected, rel=1e-8)


def test_points_are_compared_by_their_coordinates(measure, points, normal):
    x = normal(2000, 2)
    shifted = measure("phi_fd", x + 1, points(x))["phi_fd"]
    assert shifted == pytest.approx(2, rel=1e-5)
    assert measure("phi_fd", x, points(x))["phi_fd"] == pytest.approx(0, abs=1e-6)


def test_worse_fakes_lie_further(measure, digits, normal):
    good, blurred = digits.x[::2], digits.x[::2] + 0.3 * normal(len(digits.x[::2]), 1, 8, 8)
    for kind in ("phi_fd", "phi_mmd"):
        assert measure(kind, good, digits)[kind] < measure(kind, blurred, digits)[kind]


def test_the_kernel_distance_is_that_of_the_features_and_tells_its_error(measure, digits):
    fakes = digits.x[:500] * 0.8
    found = measure("phi_mmd", fakes, digits)
    features = whole(digits.features())
    expected = whole(discrepancy(whole(features.of(fakes)), whole(features.of(digits.x))))
    assert (found["phi_mmd"], found["phi_mmd_error"]) == pytest.approx((expected.value, expected.error), abs=1e-12)
    assert found["phi_mmd"] > 3 * found["phi_mmd_error"] > 0


def test_neither_is_called_what_it_is_not():
    assert "no FID" in describe("phi_fd").text
    assert "no KID" in describe("phi_mmd").text
