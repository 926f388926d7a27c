"""Optimisers: what they build, and that rates follow every step."""

import json

import pytest
import torch

from studio.errors import ConfigError
from studio.gan.optimizers import Optimizer

KINDS = sorted(Optimizer.kinds())


@pytest.fixture(params=KINDS)
def chosen(request):
    return Optimizer.read({"kind": request.param, "lr": "0.1 -> 0.01 linear"})


def minimised(chosen, fused, steps=60):
    weight = torch.nn.Parameter(torch.tensor([3.0, -2.0]))
    optimizer = chosen.build([weight], fused=fused)
    for step in range(steps):
        chosen.tune(optimizer, chosen.lr.at(step, steps / 1000), step, steps / 1000)
        optimizer.zero_grad()
        weight.square().sum().backward()
        optimizer.step()
    return weight.detach()


def test_the_four_are_there():
    assert set(KINDS) == {"adam", "adamw", "rmsprop", "sgd"}


def test_an_optimiser_survives_json(chosen):
    assert Optimizer.read(json.loads(json.dumps(chosen.dump()))) == chosen


def test_it_goes_downhill(chosen):
    for fused in {False, chosen.fusible}:
        assert minimised(chosen, fused).norm() < 0.5 * torch.tensor([3.0, -2.0]).norm()


def test_fused_and_plain_take_the_same_steps(chosen):
    if chosen.fusible:
        torch.testing.assert_close(minimised(chosen, True), minimised(chosen, False), rtol=1e-4, atol=1e-5)


def test_the_rate_of_this_step_is_in_every_group(chosen):
    weights = [torch.nn.Parameter(torch.zeros(1)) for _ in range(2)]
    optimizer = chosen.build(weights[:1], fused=False)
    optimizer.add_param_group({"params": weights[1:]})
    chosen.tune(optimizer, 0.025, 0, 1)
    assert [g["lr"] for g in optimizer.param_groups] == [0.025, 0.025]


@pytest.mark.parametrize("kind", ["adam", "adamw"])
def test_beta2_follows_its_schedule_and_beta1_the_option(kind):
    chosen = Optimizer.read({"kind": kind, "beta1": 0, "beta2": "0.9 -> 0.99 linear 1"})
    optimizer = chosen.build([torch.nn.Parameter(torch.zeros(1))], fused=True)
    seen = []
    for nimg in (0, 500, 1000, 2000):
        chosen.tune(optimizer, 1e-3, nimg, 10)
        seen.append(optimizer.param_groups[0]["betas"])
    assert [b for _, b in seen] == pytest.approx([0.9, 0.945, 0.99, 0.99])
    assert {b for b, _ in seen} == {0.0}


def test_an_edit_while_training_needs_no_new_optimiser():
    weight = torch.nn.Parameter(torch.zeros(1))
    optimizer = Optimizer.read("adamw").build([weight], fused=True)
    Optimizer.read({"kind": "adamw", "beta1": 0.5, "weight_decay": 0.3}).tune(optimizer, 1e-3, 0, 1)
    assert optimizer.param_groups[0]["betas"][0] == 0.5
    assert optimizer.param_groups[0]["weight_decay"] == 0.3


def test_adam_takes_kingmas_first_step():
    weight = torch.nn.Parameter(torch.tensor([5.0], dtype=torch.float64))
    optimizer = Optimizer.read({"kind": "adam", "lr": 0.1}).build([weight], fused=True)
    weight.square().sum().backward()
    optimizer.step()
    assert weight.item() == pytest.approx(4.9)  # the bias corrections make it lr·sign of the gradient


@pytest.mark.parametrize("lr", ["-1", "11", "0.1 -> -0.1 linear", "fast"])
def test_rates_that_cannot_be_meant_are_refused(lr):
    with pytest.raises(ConfigError) as caught:
        Optimizer.read({"kind": "adam", "lr": lr}, "optimizer")
    assert [p.path for p in caught.value.problems] == ["optimizer.lr"]


def test_a_rate_may_fall_to_nothing():
    assert Optimizer.read({"kind": "adam", "lr": "0.001 -> 0 linear"}).lr.end == 0
