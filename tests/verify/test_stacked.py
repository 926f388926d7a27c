"""The judge of stacked digits is judged: by stacks of real digits."""

import numpy as np
import pytest
from sklearn.datasets import load_digits

from tests.verify.stacked import digits_reader, judge_stacked

SAMPLES = 13_000


@pytest.fixture(scope="module")
def reader():
    return digits_reader()


def stacks(digits, n=SAMPLES, border=0):
    real, c = load_digits(return_X_y=True)
    among = np.flatnonzero(np.isin(c, digits))
    rows = np.random.default_rng(0).choice(among, (n, 3))
    images = np.rint(real[rows] * 255 / 16).astype(np.uint8).reshape(n, 3, 8, 8).transpose(0, 2, 3, 1)
    return np.pad(images, ((0, 0), (border, border), (border, border), (0, 0)))


def figures(samples, reader):
    return {f.name: f.value for f in judge_stacked(samples, *reader, side=8)}


def test_real_stacks_show_all_modes_at_the_floor(reader):
    found = figures(stacks(range(10), border=4), reader)
    assert found["the classifier on real digits: accuracy"] > 0.97
    assert found["modes of 1000"] == 1000
    assert found["the floor of the KL at so many samples"] == pytest.approx(999 / 26_000)
    assert abs(found["KL above the floor"]) < 0.01


def test_half_of_the_digits_are_an_eighth_of_the_modes(reader):
    found = figures(stacks(range(5)), reader)
    assert found["modes of 1000"] < 400  # 125, and what the classifier mistakes
    assert found["KL to even modes"] == pytest.approx(np.log(8), abs=0.1)
