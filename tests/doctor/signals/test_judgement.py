"""What D's logits say, from logits whose answer is known."""

import math

import pytest
import torch

from studio.doctor.sight import Verdicts
from studio.doctor.signals.judgement import auc
from tests.doctor.examining import bank_of, measure, noise


@pytest.fixture(scope="module")
def judged():
    """judged(fake, train, held) → the family's values."""
    bank = bank_of(noise(100, 2))
    return lambda fake, train, held: measure("judgement", bank, noise(64, 2), verdicts=Verdicts(fake, train, held))


def test_auc_is_the_share_of_pairs_in_order_with_ties_by_half():
    above, below = noise(50).mul(2).round(), noise(70, seed=1).mul(2).round()
    pairs = [(a > b) + 0.5 * (a == b) for a in above.tolist() for b in below.tolist()]
    assert auc(above, below) == pytest.approx(sum(pairs) / len(pairs))
    assert auc(torch.ones(9), torch.ones(5)) == 0.5


def test_normal_logits_a_known_distance_apart(judged):
    """Of N(μ, 1) against N(0, 1) the chance is Φ(μ/√2)."""
    n = 20_000
    found = judged(noise(n), noise(n, seed=1) + 2, noise(n, seed=2) + 1.5)
    assert found["auc"] == pytest.approx(0.5 * (1 + math.erf(1)), abs=0.005)
    assert found["auc_tv"] == pytest.approx(0.5 * (1 + math.erf(0.25)), abs=0.005)
    assert found["gap"] == pytest.approx(2, abs=0.03)
    assert found["r_v"] == pytest.approx(0.25, abs=0.01)


def test_a_discriminator_that_overpowers_is_told_from_one_that_overfits(judged):
    overpowers = judged(noise(256) - 20, noise(256, seed=1) + 20, noise(128, seed=2) + 20)
    assert overpowers["auc"] == 1
    assert overpowers["gap"] == pytest.approx(40, abs=0.5)
    assert abs(overpowers["r_v"]) < 0.02
    assert overpowers["auc_tv"] == pytest.approx(0.5, abs=0.1)
    overfits = judged(noise(256), noise(256, seed=1) + 4, noise(128, seed=2) + 0.5)
    assert overfits["auc_tv"] > 0.95
    assert overfits["r_v"] > 0.8


def test_a_guessing_discriminator_leaves_the_share_of_its_lead_open(judged):
    found = judged(noise(256), noise(256, seed=1), noise(128, seed=2))
    assert found["auc"] == pytest.approx(0.5, abs=0.1)
    assert "r_v" not in found


def test_without_held_out_samples_only_the_rest_is_told(judged):
    assert set(judged(noise(256), noise(256, seed=1) + 1, noise(0))) == {"auc", "gap"}


def test_logits_that_are_not_finite_take_no_part(judged):
    broken = torch.cat((noise(256), torch.tensor([math.nan, math.inf])))
    assert judged(broken, noise(256, seed=1), noise(64)) == judged(noise(256), noise(256, seed=1), noise(64))
    assert judged(torch.full((256,), math.nan), noise(256), noise(64)) == {}
