import numpy as np
import pytest

from studio.gan.datasets import Source

RING = [(np.cos(np.pi * k / 4), np.sin(np.pi * k / 4)) for k in range(8)]
GRID = [(a, b) for a in (-4, -2, 0, 2, 4) for b in (-4, -2, 0, 2, 4)]


@pytest.mark.parametrize(("kind", "centres", "sigma"), [("ring", RING, 0.01), ("grid", GRID, 0.05)])
def test_a_mixture_is_what_the_protocol_says(kind, centres, sigma, tmp_path):
    source = Source.read({"kind": kind, "labelled": True})
    np.testing.assert_allclose(source.centres(), centres, atol=1e-15)
    assert source.sigma == sigma
    data = source.open(tmp_path)
    assert data.x.shape == (100_000, 2)
    assert data.shape == (2,)
    assert len(data.classes) == len(centres)
    counts = np.bincount(data.c, minlength=len(centres))
    assert np.abs(counts / 100_000 * len(centres) - 1).max() < 0.08  # five standard errors
    around = (data.x - np.array(centres)[data.c]) / sigma
    np.testing.assert_allclose(around.mean(0), 0, atol=0.016)
    np.testing.assert_allclose(np.cov(around.T), np.eye(2), atol=0.025)
    within = (np.linalg.norm(around, axis=1) < 3).mean()
    assert within == pytest.approx(1 - np.exp(-4.5), abs=0.002)  # the known ceiling of 98.9 %


def test_the_seed_decides_the_points(tmp_path):
    one, two, three = (Source.read({"kind": "ring", "points": 1000, "seed": seed}).open(tmp_path) for seed in (0, 0, 1))
    np.testing.assert_array_equal(one.x, two.x)
    assert not np.array_equal(one.x, three.x)


def test_class_names_say_where_the_mode_is(tmp_path):
    assert Source.read({"kind": "ring", "points": 100}).open(tmp_path).known[:3] == ("(1, 0)", "(0.707, 0.707)", "(0, 1)")
