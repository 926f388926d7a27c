"""Each loss against its published formula, written again in numpy and float64."""

import numpy as np
import pytest
import torch

from studio.gan.objectives import Objective

RNG = np.random.default_rng(7)
REAL, FAKE = RNG.normal(0.4, 2.0, 50), RNG.normal(-0.3, 2.0, 50)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def cross_entropy(target, logits):
    return -np.mean(target * np.log(sigmoid(logits)) + (1 - target) * np.log(1 - sigmoid(logits)))


def losses(kind, **options):
    objective = Objective.read({"kind": kind, **options})
    d_real, d_fake = torch.from_numpy(REAL), torch.from_numpy(FAKE)
    return float(objective.d_loss(d_real, d_fake)), float(objective.g_loss(d_real if objective.pairs else None, d_fake))


@pytest.mark.parametrize("smoothing", [0.0, 0.1, 0.3])
def test_minimax_is_the_value_function_of_the_first_gan(smoothing):
    d, g = losses("minimax", label_smoothing=smoothing)
    assert d == pytest.approx(cross_entropy(1 - smoothing, REAL) + cross_entropy(0, FAKE), rel=1e-12)
    assert g == pytest.approx(np.mean(np.log(1 - sigmoid(FAKE))), rel=1e-12)


def test_minimax_is_a_zero_sum_game_in_the_fakes():
    objective = Objective.read("minimax")
    fake = torch.from_numpy(FAKE).requires_grad_()
    (d_slope,) = torch.autograd.grad(objective.d_loss(torch.from_numpy(REAL), fake), fake)
    (g_slope,) = torch.autograd.grad(objective.g_loss(None, fake), fake)
    torch.testing.assert_close(g_slope, -d_slope)


@pytest.mark.parametrize("smoothing", [0.0, 0.1, 0.3])
def test_non_saturating_takes_fakes_for_real(smoothing):
    d, g = losses("non_saturating", label_smoothing=smoothing)
    assert d == pytest.approx(cross_entropy(1 - smoothing, REAL) + cross_entropy(0, FAKE), rel=1e-12)
    assert g == pytest.approx(cross_entropy(1, FAKE), rel=1e-12)


@pytest.mark.parametrize("kind", ["minimax", "non_saturating"])
def test_smoothed_reals_settle_at_the_smoothed_probability(kind):
    objective = Objective.read({"kind": kind, "label_smoothing": 0.2})
    real = torch.full((1,), np.log(0.8 / 0.2), dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(objective.d_loss(real, torch.zeros(1, dtype=torch.float64)), real)
    assert slope.item() == pytest.approx(0, abs=1e-12)


def test_minimax_fades_where_d_is_sure_and_non_saturating_does_not():
    slopes = {}
    for kind in ("minimax", "non_saturating"):
        fake = torch.full((1,), -20.0, dtype=torch.float64, requires_grad=True)
        (slopes[kind],) = torch.autograd.grad(Objective.read(kind).g_loss(None, fake), fake)
    assert abs(slopes["minimax"].item()) < 1e-8
    assert slopes["non_saturating"].item() == pytest.approx(-1, abs=1e-6)


def test_hinge_has_a_margin_of_one():
    d, g = losses("hinge")
    assert d == pytest.approx(np.mean(np.maximum(0, 1 - REAL)) + np.mean(np.maximum(0, 1 + FAKE)), rel=1e-12)
    assert g == pytest.approx(-FAKE.mean(), rel=1e-12)
    beyond = Objective.read("hinge").d_loss(torch.full((3,), 1.5), torch.full((3,), -1.5))
    assert beyond.item() == 0


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_least_squares_regresses_the_labels(smoothing):
    d, g = losses("least_squares", label_smoothing=smoothing)
    assert d == pytest.approx(0.5 * np.mean((REAL - (1 - smoothing)) ** 2) + 0.5 * np.mean(FAKE**2), rel=1e-12)
    assert g == pytest.approx(0.5 * np.mean((FAKE - 1) ** 2), rel=1e-12)


def test_wasserstein_is_a_difference_of_means():
    d, g = losses("wasserstein")
    assert d == pytest.approx(FAKE.mean() - REAL.mean(), rel=1e-12)
    assert g == pytest.approx(-FAKE.mean(), rel=1e-12)


def test_wasserstein_comes_with_its_penalty():
    objective = Objective.read("wasserstein")
    assert (objective.penalty, objective.gamma.start) == ("wgan_gp", 10)


def test_relativistic_compares_pairs():
    d, g = losses("relativistic")
    assert d == pytest.approx(np.mean(np.log1p(np.exp(FAKE - REAL))), rel=1e-12)
    assert g == pytest.approx(np.mean(np.log1p(np.exp(REAL - FAKE))), rel=1e-12)


def test_relativistic_knows_only_differences():
    objective = Objective.read("relativistic")
    real, fake = torch.from_numpy(REAL), torch.from_numpy(FAKE)
    torch.testing.assert_close(objective.d_loss(real + 3, fake + 3), objective.d_loss(real, fake))
    torch.testing.assert_close(objective.g_loss(real, fake), objective.d_loss(fake, real))
