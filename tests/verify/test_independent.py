"""The judge is judged: by samples of which it is known how good they are."""

import numpy as np
import pytest
from sklearn.datasets import load_digits

from tests.verify.independent import GRID, RING, judge, kept, main


def points(centres, sigma, n=2500, seed=0, weights=None):
    random = np.random.default_rng(seed)
    return (centres[random.choice(len(centres), n, p=weights)] + sigma * random.standard_normal((n, 2))).astype(np.float32)


def blended(n=5000, seed=0, digits=range(10)):
    """New digits: each the mean of two real ones of its class."""
    real, c = load_digits(return_X_y=True)
    random = np.random.default_rng(seed)
    pairs = [random.choice(np.flatnonzero(c == digits[i % len(digits)]), 2, replace=False) for i in range(n)]
    return np.rint(np.stack([real[pair].mean(0) for pair in pairs]) * 255 / 16).astype(np.uint8).reshape(-1, 8, 8, 1)


def missed(kind, samples):
    return [figure.name for figure in judge(kind, samples) if not figure.kept]


@pytest.mark.parametrize(("kind", "centres", "sigma"), [("ring", RING, 0.01), ("grid", GRID, 0.05)])
def test_the_data_itself_passes(kind, centres, sigma):
    assert missed(kind, points(centres, sigma)) == []


@pytest.mark.parametrize(("kind", "centres", "sigma"), [("ring", RING, 0.01), ("grid", GRID, 0.05)])
def test_a_lost_mode_is_missed(kind, centres, sigma):
    assert f"modes of {len(centres)}" in missed(kind, points(centres[1:], sigma))


def test_a_ring_too_tight_too_wide_or_uneven_fails():
    assert missed("ring", points(RING, 0.003)) == ["least spread ÷ the data's", "greatest spread ÷ the data's"]
    assert "high quality" in missed("ring", points(RING, 0.02))
    weights = np.array([0.03] + [0.97 / 7] * 7)
    assert missed("ring", points(RING, 0.01, weights=weights)) == ["least share of a mode"]


def test_new_varied_digits_pass():
    assert missed("digits", blended()) == []


def test_copies_of_real_digits_are_not_new():
    real = np.rint(load_digits().images * 255 / 16).astype(np.uint8)[..., None]
    assert "to the nearest training digit ÷ a held-out one's" in missed("digits", np.concatenate([real] * 3))


def test_few_digits_over_and_over_are_not_varied():
    assert "to the nearest other sample ÷ real digits' own" in missed("digits", np.concatenate([blended(500)] * 10))


def test_a_digit_left_out_is_missed():
    found = missed("digits", blended(digits=[0, 1, 2, 3, 4, 5, 6, 7, 9]))
    assert "share of 8" in found


def test_noise_passes_for_no_digits():
    assert missed("digits", np.random.default_rng(0).integers(0, 256, (5000, 8, 8, 1)).astype(np.uint8))


def test_a_file_is_judged_from_the_command_line(tmp_path, capsys):
    np.savez(tmp_path / "x.npz", samples=points(RING, 0.01), seeds=np.arange(2500))
    assert main(["ring", str(tmp_path / "x.npz")]) == 0
    assert "high quality" in capsys.readouterr().out
    np.savez(tmp_path / "x.npz", samples=points(RING[:7], 0.01))
    assert main(["ring", str(tmp_path / "x.npz")]) == 1
    assert kept(judge("ring", points(RING, 0.01)))
