import math

import numpy as np
import pytest
import torch

from studio.gan.datasets.grid import Grid
from studio.gan.datasets.ring import Ring
from studio.gan.metrics import Metric
from studio.gan.reference import gather
from studio.gan.slices import whole


@pytest.fixture(params=[Ring, Grid], ids=["ring", "grid"])
def source(request):
    return request.param(points=2000)


@pytest.fixture
def reference(source, tmp_path):
    return whole(gather(source.open(tmp_path), source, 2000))


def drawn(source, n, *, modes=None, width=1.0, seed=0):
    """Points of a generator that makes these modes evenly, `width` times as wide as the data's."""
    random = np.random.default_rng(seed)
    centres = source.centres()[modes if modes is not None else slice(None)]
    x = centres[random.integers(len(centres), size=n)] + width * source.sigma * random.standard_normal((n, 2))
    return torch.from_numpy(x.astype(np.float32))


def test_a_perfect_generator_has_every_mode_and_989_of_1000_in_high_quality(source, reference, measure):
    found = measure("mixture", drawn(source, 100_000), reference)
    k = len(source.centres())
    assert found["modes"] == k
    assert found["high_quality"] == pytest.approx(1 - math.exp(-4.5), abs=0.002)
    assert found["reverse_kl"] == pytest.approx(found["reverse_kl_floor"], rel=1)
    assert found["reverse_kl_floor"] == pytest.approx((k - 1) / 200_000, rel=0.02)
    assert found["share_min"] == pytest.approx(1 / k, rel=0.08)
    assert found["share_max"] == pytest.approx(1 / k, rel=0.08)
    truncated = math.sqrt(1 - 4.5 * math.exp(-4.5) / (1 - math.exp(-4.5)))
    assert found["spread_min"] == pytest.approx(truncated, rel=0.05)
    assert found["spread_max"] == pytest.approx(truncated, rel=0.05)


def test_dropped_modes_are_missed_and_cost_the_logarithm(source, reference, measure):
    k = len(source.centres())
    found = measure("mixture", drawn(source, 50_000, modes=range(1, k - 2)), reference)
    assert found["modes"] == k - 3
    assert found["share_min"] == 0
    assert found["reverse_kl"] == pytest.approx(math.log(k / (k - 3)), abs=2e-3)


def test_reverse_kl_and_shares_are_those_of_the_histogram(reference, source, measure):
    centres = torch.from_numpy(source.centres()).float()
    counts = torch.tensor([6, 3, 1])
    found = measure("mixture", centres[:3].repeat_interleave(counts, 0), reference)
    q = counts.double() / 10
    assert found["reverse_kl"] == pytest.approx(float((q * (q * len(centres)).log()).sum()), rel=1e-6)
    assert (found["share_min"], found["share_max"]) == (0.0, pytest.approx(0.6))
    assert (found["spread_min"], found["spread_max"]) == (0.0, 0.0)


def test_clusters_too_tight_or_too_wide_show_in_the_spread(reference, source, measure):
    tight = measure("mixture", drawn(source, 20_000, width=0.4), reference)
    assert tight["spread_max"] == pytest.approx(0.4, rel=0.1)
    assert tight["high_quality"] == 1.0
    wide = measure("mixture", drawn(source, 20_000, width=2.0), reference)
    assert wide["spread_min"] > 1.15
    assert wide["high_quality"] == pytest.approx(1 - math.exp(-9 / 8), abs=0.01)


def test_one_tight_cluster_among_good_ones_is_the_least_spread(reference, source, measure):
    k = len(source.centres())
    x = torch.cat([drawn(source, 20_000, modes=range(1, k)), drawn(source, 1000, modes=[0], width=0.1)])
    found = measure("mixture", x, reference)
    assert found["spread_min"] == pytest.approx(0.1, rel=0.1)
    assert found["spread_max"] > 0.9


def test_rubbish_has_no_modes_and_the_worst_divergence(reference, source, measure):
    found = measure("mixture", torch.full((100, 2), 1e3), reference)
    assert (found["modes"], found["high_quality"]) == (0.0, 0.0)
    assert found["reverse_kl"] == pytest.approx(math.log(len(source.centres())))


def test_three_sigma_is_the_edge_of_high_quality(source, reference, measure):
    centre = torch.from_numpy(source.centres()[0])
    at = [centre + torch.tensor([r * source.sigma, 0.0]) for r in (2.99, 3.01)]
    assert measure("mixture", torch.stack(at), reference)["high_quality"] == 0.5


def test_other_points_have_no_known_modes(points, normal):
    assert "ring" in Metric.read("mixture").misfit(points(normal(200, 2)))
