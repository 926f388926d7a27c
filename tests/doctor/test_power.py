"""Which signal sees which failure first, on real digits: other digits play a perfect generator and failing ones. After the pilot's table of detections."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import Tensor

from studio.doctor.sight import see
from studio.doctor.signals import Signal, examine
from studio.gan.slices import whole
from tests.doctor.examining import noise

TRIALS, HEALTHY = 10, 30
SEEN = 4  # standard deviations of a perfect generator's scatter
LOW = ("pdr", "rke", "nnr", "precision", "recall", "coverage", "worst_z")  # the others fail by rising

Draw = Callable[[int], Tensor]
Off = dict[str, float]


@pytest.fixture(scope="module")
def off(digits) -> Callable[[Draw], Off]:
    """How far each signal of 256 samples lies from a perfect generator's mean in the direction of failure, in σ of its scatter; median of the trials."""
    signals = [Signal.read(kind) for kind in ("spread", "manifold", "bins")]

    def values(draw: Draw, trials: int) -> dict[str, np.ndarray]:
        found = [whole(examine(signals, whole(see(digits.bank, draw(trial))), digits.bank)) for trial in range(trials)]
        return {name: np.array([one[name] for one in found]) for name in found[0] if name != "empty"}

    healthy = values(lambda trial: some(digits.x, trial + 1000), HEALTHY)

    def measured(draw: Draw) -> Off:
        found = values(draw, TRIALS)
        return {name: (-1 if name in LOW else 1) * float(np.median(found[name]) - healthy[name].mean()) / healthy[name].std(ddof=1) for name in found}

    return measured


def some(x: Tensor, seed: int, n: int = 256) -> Tensor:
    """n of these, different ones where there are enough."""
    return x[np.random.default_rng(seed).choice(len(x), n, replace=len(x) < n)]


def left(digits, trial: int, classes: int) -> Tensor:
    """Of the ten classes only so many."""
    return digits.of(*np.random.default_rng(trial).permutation(10)[:classes].tolist())


def test_recall_and_the_worst_part_see_one_lost_class_before_chi2_and_variety_does_not(off, digits):
    found = off(lambda trial: some(left(digits, trial, 9), trial))
    assert min(found["recall"], found["worst_z"]) > 3.7
    assert found["chi2"] < min(found["recall"], found["worst_z"])
    assert max(found[name] for name in ("pdr", "rke", "nnr", "precision")) < SEEN / 2


def test_what_looks_for_modes_sees_three_lost_classes_and_mean_distance_does_not(off, digits):
    found = off(lambda trial: some(left(digits, trial, 7), trial))
    assert min(found[name] for name in ("recall", "coverage", "chi2", "worst_z")) > SEEN
    assert max(found["pdr"], found["precision"]) < SEEN / 2


def test_the_number_of_kinds_sees_five_lost_classes_and_mean_distance_does_not(off, digits):
    found = off(lambda trial: some(left(digits, trial, 5), trial))
    assert found["rke"] > SEEN
    assert found["pdr"] < SEEN
    assert found["recall"] > found["chi2"] > found["worst_z"] > SEEN


def test_all_but_quality_see_that_one_class_is_left(off, digits):
    found = off(lambda trial: some(left(digits, trial, 1), trial))
    assert min(found[name] for name in ("pdr", "rke", "nnr", "recall", "coverage", "chi2", "worst_z")) > SEEN
    assert found["precision"] < SEEN


def test_one_class_too_often_is_seen_by_its_share_alone(off, digits):
    found = off(lambda trial: torch.cat((some(digits.of(trial % 10), trial, 77), some(digits.x, trial, 179))))
    assert found["chi2"] > 2 * SEEN
    assert found["rke"] > 1.5 * found["pdr"]
    assert max(found["recall"], found["worst_z"], found["precision"]) < SEEN / 2


def test_ten_frozen_prototypes_are_seen_by_kinds_and_neighbours_before_mean_distance(off, digits):
    found = off(lambda trial: some(some(digits.x, trial, 10), trial))
    assert min(found["nnr"], found["recall"], found["chi2"]) > found["rke"] > found["pdr"] > SEEN


def test_noise_is_seen_by_quality_alone(off, digits):
    found = off(lambda trial: (some(digits.x, trial) + 0.35 * noise(256, 1, 8, 8, seed=trial)).clamp(-1, 1))
    assert min(found["precision"], found["coverage"]) > 2 * SEEN
    assert max(found[name] for name in ("pdr", "rke", "nnr", "worst_z", "chi2")) < SEEN
