"""The kernel distance against a double loop over pairs."""

import numpy as np
import pytest
import torch

from studio.gan.discrepancy import BLOCKS, discrepancy, unbiased
from studio.gan.slices import whole


def looped(x, y):
    """From the definition, a pair at a time."""

    def k(a, b):
        return (sum(float(p) * float(q) for p, q in zip(a, b, strict=True)) / len(a) + 1) ** 3

    n, m = len(x), len(y)
    xx = sum(k(x[i], x[j]) for i in range(n) for j in range(n) if i != j) / (n * (n - 1))
    yy = sum(k(y[i], y[j]) for i in range(m) for j in range(m) if i != j) / (m * (m - 1))
    return xx + yy - 2 * sum(k(a, b) for a in x for b in y) / (n * m)


@pytest.mark.parametrize(("n", "m", "d"), [(2, 2, 1), (9, 14, 3), (20, 11, 32)])
def test_it_is_the_double_loop(n, m, d):
    random = np.random.default_rng(d)
    x, y = random.standard_normal((n, d)), 0.5 + random.standard_normal((m, d))
    assert unbiased(torch.from_numpy(x), torch.from_numpy(y)) == pytest.approx(looped(x, y), abs=1e-10, rel=1e-10)


def test_blocks_are_averaged_and_their_spread_gives_the_error():
    random = torch.Generator().manual_seed(0)
    x, y = torch.randn(100, 4, generator=random), torch.randn(140, 4, generator=random)
    found = whole(discrepancy(x, y))
    each = [unbiased(a, b) for a, b in zip(x.tensor_split(BLOCKS), y.tensor_split(BLOCKS), strict=True)]
    assert found.value == pytest.approx(np.mean(each), abs=1e-12)
    assert found.error == pytest.approx(np.std(each, ddof=1) / BLOCKS**0.5, abs=1e-12)


def test_two_samples_of_one_distribution_differ_by_no_more_than_the_error_says():
    """Over many pairs the average is 0 and lies within its own error: it is unbiased."""
    random = torch.Generator().manual_seed(1)
    found = [whole(discrepancy(torch.randn(200, 8, generator=random), torch.randn(200, 8, generator=random))) for _ in range(60)]
    values = np.array([f.value for f in found])
    assert abs(values.mean()) < 4 * values.std() / 60**0.5
    assert np.mean([f.error for f in found]) == pytest.approx(values.std(), rel=0.3)


def test_another_mean_is_seen():
    random = torch.Generator().manual_seed(2)
    found = whole(discrepancy(torch.randn(500, 8, generator=random), torch.randn(500, 8, generator=random) + 0.5))
    assert found.value > 5 * found.error
