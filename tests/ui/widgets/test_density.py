import numpy as np

from studio.ui.widgets.density import CELLS, STRONGEST, density, veil

EXTENT = (-2.0, 2.0, -1.0, 3.0)


def test_a_gaussian_is_densest_in_its_middle_and_falls_as_it_does():
    points = np.random.default_rng(0).normal((1.0, 0.0), 0.3, (200_000, 2)).astype(np.float32)
    dense = density(points, EXTENT)
    row, column = np.unravel_index(dense.argmax(), dense.shape)
    width = 4 / CELLS
    x, y = -2 + (column + 0.5) * width, -1 + (row + 0.5) * width
    assert abs(x - 1) < 0.15
    assert abs(y) < 0.15
    at = lambda u, v: dense[int((v + 1) / width), int((u + 2) / width)]  # noqa: E731
    assert abs(at(1.3, 0.0) / at(1.0, 0.0) - np.exp(-0.5)) < 0.06
    assert dense.max() == 1


def test_points_outside_and_broken_ones_are_left_out():
    points = np.array([[9, 9], [np.nan, 0], [np.inf, 1], [0, 0]], np.float32)
    assert density(points, EXTENT).sum() > 0
    assert density(points[:3], EXTENT).sum() == 0


def test_the_veil_is_clear_where_nothing_lies_and_has_one_colour():
    dense = np.zeros((CELLS, CELLS))
    dense[3, 4] = 1
    made = veil(dense, (10, 20, 30))
    assert made[3, 4].tolist() == [10, 20, 30, round(255 * STRONGEST)]
    assert made[..., 3].sum() == round(255 * STRONGEST)
