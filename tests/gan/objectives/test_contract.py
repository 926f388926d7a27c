"""What every objective promises."""

import json

import pytest
import torch

from studio.errors import ConfigError
from studio.gan.objectives import Objective

KINDS = sorted(Objective.kinds())


@pytest.fixture(params=KINDS)
def objective(request):
    return Objective.read(request.param)


def real_for_g(objective, d_real):
    return d_real if objective.pairs else None


def test_every_loss_of_the_first_form_is_there():
    assert set(KINDS) >= {"minimax", "non_saturating", "hinge", "least_squares", "wasserstein", "relativistic"}


def test_an_objective_survives_json(objective):
    assert Objective.read(json.loads(json.dumps(objective.dump()))) == objective


def test_the_docstring_names_formula_and_source(objective):
    assert "L_D" in objective.__doc__
    assert "arXiv" in objective.__doc__


def test_every_option_may_change_while_a_run_trains(objective):
    assert all(o.live and o.help for o in objective.options())


@pytest.mark.parametrize("value", [0.0, 1e4, -1e4])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_losses_and_gradients_are_finite_at_extreme_logits(objective, value, dtype):
    for real in (value, -value):
        d_real = torch.full((5,), real, dtype=dtype, requires_grad=True)
        d_fake = torch.full((5,), value, dtype=dtype, requires_grad=True)
        d_loss = objective.d_loss(d_real, d_fake)
        g_loss = objective.g_loss(real_for_g(objective, d_real), d_fake)
        for loss in (d_loss, g_loss):
            assert loss.shape == ()
            assert loss.dtype == dtype
            assert loss.isfinite()
        (d_loss + g_loss).backward()
        assert d_real.grad.isfinite().all()
        assert d_fake.grad.isfinite().all()


def test_d_gains_where_reals_score_higher_and_fakes_lower(objective):
    d_real, d_fake = torch.zeros(6, dtype=torch.float64, requires_grad=True), torch.zeros(6, dtype=torch.float64, requires_grad=True)
    real_slope, fake_slope = torch.autograd.grad(objective.d_loss(d_real, d_fake), (d_real, d_fake), allow_unused=True)
    assert (real_slope < 0).all()
    if objective.kind == "least_squares":  # zero is its target for fakes
        (fake_slope,) = torch.autograd.grad(objective.d_loss(d_real, d_fake + 0.1), d_fake)
    assert (fake_slope > 0).all()


def test_g_gains_where_fakes_score_higher(objective):
    d_real, d_fake = torch.zeros(6, dtype=torch.float64), torch.zeros(6, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(objective.g_loss(real_for_g(objective, d_real), d_fake), d_fake)
    assert (slope < 0).all()


def test_every_sample_weighs_the_same(objective):
    torch.manual_seed(0)
    d_real, d_fake = torch.randn(2, 7, dtype=torch.float64)
    pairs = [objective.d_loss(d_real[i : i + 1], d_fake[i : i + 1]) for i in range(7)]
    torch.testing.assert_close(objective.d_loss(d_real, d_fake), torch.stack(pairs).mean())


@pytest.mark.parametrize("value", [-0.1, 0.5, "much"])
def test_label_smoothing_is_kept_below_a_half(objective, value):
    if "label_smoothing" in type(objective).model_fields:
        with pytest.raises(ConfigError) as caught:
            Objective.read({"kind": objective.kind, "label_smoothing": value}, "objective")
        assert [p.path for p in caught.value.problems] == ["objective.label_smoothing"]


def test_smoothing_is_offered_where_labels_have_meaning():
    smooth = {k for k, kind in Objective.kinds().items() if "label_smoothing" in kind.model_fields}
    assert smooth == {"minimax", "non_saturating", "least_squares"}
