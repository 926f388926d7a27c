"""What a remedy does to a running trainer: shorter gradients, a player begun anew, another augmentation."""

import copy
from typing import Any

import pytest
import torch
from torch import nn

from studio.errors import ConfigError
from studio.gan.datasets import Drawn
from studio.gan.trainer import NonFinite, Trainer
from tests.gan.making import config, images
from tests.gan.test_trainer import DCGAN, R3GAN, same, steps, weights

MLP = {"kind": "mlp", "z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1}
NONE = {**DCGAN, "norm": "none"}


def trainer(network: dict[str, Any] = MLP, **over: Any) -> Trainer:
    return Trainer(config(network, **over), images())


# --- clipping -----------------------------------------------------------------------------------------------------------


def moved(one: Trainer, before: dict[str, torch.Tensor], name: str) -> float:
    """The distance that a network's parameters went."""
    now = dict(one.networks[name].named_parameters())
    return float(torch.stack([(now[k] - before[f"{name}.{k}"]).detach().square().sum() for k in now]).sum().sqrt())


@pytest.mark.parametrize("network", [MLP, NONE], ids=lambda n: n["kind"])
@pytest.mark.parametrize("clip", [1e-2, 1e-4])
def test_no_step_is_longer_than_the_clip_allows(network: dict[str, Any], clip: float) -> None:
    """Plain descent at rate 1 goes as far as its gradient is long."""
    one = trainer(network, optimizer={"kind": "sgd", "lr": 1.0, "clip": clip})
    before = weights(one)
    one.step()
    found = one.statistics()
    for name, norm in (("discriminator", "grad/D"), ("generator", "grad/G")):
        assert moved(one, before, name) == pytest.approx(min(clip, found[norm][0]), rel=2e-3)
    assert found["grad/D"][0] > clip


def test_ticks_tell_the_norm_before_it_was_clipped() -> None:
    free, held = (trainer(optimizer={"kind": "sgd", "lr": 0, "clip": clip}) for clip in (0.0, 1e-3))
    assert steps(free, 3).statistics()["grad/G"] == steps(held, 3).statistics()["grad/G"]


@pytest.mark.parametrize("kind", ["adam", "adamw", "rmsprop", "sgd"])
@pytest.mark.parametrize("dtype", ["fp32", "fp16"])
def test_a_clip_above_every_gradient_changes_not_one_bit(kind: str, dtype: str) -> None:
    free, held = (trainer(optimizer={"kind": kind, "lr": 1e-3, "clip": clip}, precision={"dtype": dtype}) for clip in (0.0, 1e6))
    assert same(weights(steps(free, 4)), weights(steps(held, 4)))


def test_the_clip_is_of_the_gradient_and_not_of_fp16s_scale() -> None:
    one = trainer(optimizer={"kind": "sgd", "lr": 1.0, "clip": 1e-2}, precision={"dtype": "fp16"})
    before = weights(one)
    one.step()
    assert moved(one, before, "discriminator") == pytest.approx(1e-2, rel=1e-2)


@pytest.mark.parametrize("kind", ["adam", "rmsprop"])
def test_a_gradient_that_is_no_number_is_not_made_one_by_clipping(kind: str) -> None:
    one = trainer(optimizer={"kind": kind, "lr": 1e-3, "clip": 1.0})
    with torch.no_grad():
        next(one.networks["generator"].parameters()).fill_(float("inf"))
    before = weights(one)
    one.step()
    with pytest.raises(NonFinite):
        one.statistics()
    after = weights(one)
    assert all(torch.equal(after[k], before[k]) for k in before if k.startswith("discriminator"))


def test_clipping_may_begin_while_it_trains() -> None:
    one = steps(trainer(optimizer={"kind": "sgd", "lr": 1.0}), 1)
    one.apply(one.config.with_option("optimizer.clip", 1e-3, live=True))
    before = weights(one)
    one.step()
    assert moved(one, before, "generator") == pytest.approx(1e-3, rel=1e-2)


# --- a player begun anew ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("network", [MLP, R3GAN, {**DCGAN, "norm": "spectral"}], ids=lambda n: n["kind"])
def test_a_fresh_discriminator_has_other_weights_and_remembers_nothing(network: dict[str, Any]) -> None:
    one = steps(trainer(network), 3)
    before = weights(one)
    one.renew("discriminator")
    after = weights(one)
    assert all(torch.equal(after[k], before[k]) for k in before if not k.startswith("discriminator"))
    drawn = [k for k in before if k.startswith("discriminator") and before[k].numel() > 8 and before[k].is_floating_point()]
    assert not any(torch.equal(after[k], before[k]) for k in drawn)
    untrained = weights(Trainer(one.config, images()))
    assert not any(torch.equal(after[k], untrained[k]) for k in drawn if untrained[k].std() > 0)  # nor those that it began with
    assert not [k for k in one.state() if k.startswith("optimizer.discriminator")]
    assert [k for k in one.state() if k.startswith("optimizer.generator")]
    assert one.nimg == 12


def test_it_learns_and_all_go_on() -> None:
    one = steps(trainer(), 3)
    one.renew("discriminator")
    before = weights(one)
    steps(one, 3)
    one.statistics()
    after = weights(one)
    assert {k.split(".")[0] for k in before if not torch.equal(after[k], before[k])} >= {"generator", "discriminator", "generator_ema"}


def test_the_same_run_begins_it_anew_the_same_way_and_another_place_or_seed_otherwise() -> None:
    def renewed(after: int, seed: int = 0) -> dict[str, torch.Tensor]:
        one = steps(trainer(training={"batch": 4, "kimg": 1, "seed": seed, "device": "cpu"}), after)
        one.renew("discriminator")
        return {k: v for k, v in weights(one).items() if k.startswith("discriminator") and k.endswith("weight")}

    assert same(renewed(3), renewed(3))
    assert not any(torch.equal(value, renewed(4)[k]) for k, value in renewed(3).items())
    assert not any(torch.equal(value, renewed(3, seed=1)[k]) for k, value in renewed(3).items())


def test_it_draws_nothing_from_anybody_elses_random_numbers() -> None:
    one = steps(trainer(), 2)
    before = torch.get_rng_state(), {k: v.clone() for k, v in one.state().items() if k.startswith("generator.")}
    one.renew("discriminator")
    assert torch.equal(torch.get_rng_state(), before[0])
    assert all(torch.equal(one.state()[k], v) for k, v in before[1].items())


@pytest.mark.parametrize("kind", ["adam", "rmsprop", "sgd"])
@pytest.mark.parametrize("between", [0, 2])
def test_a_resume_after_it_equals_the_uninterrupted_run_bit_for_bit(kind: str, between: int) -> None:
    settings = config(MLP, optimizer={"kind": kind, "lr": 1e-3})
    straight = steps(Trainer(settings, images()), 3)
    straight.renew("discriminator")
    steps(straight, between)
    kept = copy.deepcopy((straight.weights(), straight.state()))
    later = Trainer(settings, images())
    assert later.load(*kept) == []
    assert same(weights(steps(straight, 4)), weights(steps(later, 4)))


def test_stages_that_are_frozen_keep_what_they_were_given() -> None:
    one = steps(trainer(NONE, transfer={"freeze_d": 1}), 2)
    held = {id(p): p.detach().clone() for p in one.players["discriminator"].held}
    assert held
    one.renew("discriminator")
    for p in one.networks["discriminator"].parameters():
        if p.numel() > 8:
            assert (id(p) in held and torch.equal(p, held[id(p)])) or id(p) not in held
    before = weights(one)
    steps(one, 1)
    changed = [k for k, v in weights(one).items() if k.startswith("discriminator") and not torch.equal(v, before[k])]
    assert 0 < len(changed) < len([k for k in before if k.startswith("discriminator")])


def test_it_stays_the_same_module_for_all_who_hold_it() -> None:
    one = steps(trainer(), 1)
    network = one.networks["discriminator"]
    parameters = list(network.parameters())
    one.renew("discriminator")
    assert one.networks["discriminator"] is network
    assert all(a is b for a, b in zip(one.players["discriminator"].parameters, parameters, strict=True))


# --- another augmentation -----------------------------------------------------------------------------------------------


def judged(one: Trainer) -> torch.Tensor:
    """The reals and fakes that D sees in one step."""
    seen: list[torch.Tensor] = []
    hook = one.networks["discriminator"].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].detach().clone()))
    one.step()
    hook.remove()
    return torch.cat([x.flatten() for x in seen])


@pytest.mark.parametrize("augment", [{"kind": "ada", "p": 1.0}, {"kind": "diffaugment"}])
def test_an_augmentation_may_begin_and_end_while_it_trains(augment: dict[str, Any]) -> None:
    plain, one = trainer(NONE, optimizer={"kind": "sgd", "lr": 0}), trainer(NONE, optimizer={"kind": "sgd", "lr": 0})
    assert torch.equal(judged(plain), judged(one))
    one.apply(one.config.with_option("augment", augment, live=True))
    assert not torch.equal(judged(plain), judged(one))
    one.apply(one.config.with_option("augment", "none", live=True))
    assert one.adaptive is None
    one.step()


def test_p_may_begin_to_follow_d_and_stop() -> None:
    one = steps(trainer(NONE, objective="hinge"), 2)
    one.apply(one.config.with_option("augment", {"kind": "ada", "adaptive": True, "p": 0.25}, live=True))
    assert one.adaptive is not None
    assert float(one.adaptive.p) == 0.25
    assert "augment/r_t" in steps(one, 4).statistics()
    p = one.adaptive.p
    one.apply(one.config.with_option("augment.target", 0.5, live=True))
    assert one.adaptive.p is p  # it goes on where it was
    one.apply(one.config.with_option("augment.adaptive", False, live=True))
    assert one.adaptive is None
    assert one.values()["augment/p"] == 0.25


def test_a_checkpoint_from_before_p_followed_d_sets_it_to_its_beginning() -> None:
    one = steps(trainer(NONE, objective="hinge"), 2)
    kept = copy.deepcopy((one.weights(), one.state()))
    one.apply(one.config.with_option("augment", {"kind": "ada", "adaptive": True, "p": 0.25}, live=True))
    assert one.adaptive is not None
    one.adaptive.p.fill_(0.7)
    (note,) = one.load(*kept)
    assert "probability" in note
    assert float(one.adaptive.p) == 0.25


def test_one_that_does_not_fit_the_data_is_refused_and_changes_nothing() -> None:
    points = Drawn("points", (2,), (), lambda n, generator: (torch.randn(n, 2, generator=generator), None))
    one = Trainer(config(dataset="ring"), points)
    before = one.config
    with pytest.raises(ConfigError, match=r"augment\.kind"):
        one.apply(before.with_option("augment", "diffaugment", live=True))
    assert one.config is before
    one.step()


def test_too_many_frozen_stages_are_refused_before_anything_changes() -> None:
    one = trainer(NONE)
    wanted = one.config.with_option("transfer.freeze_d", 60, live=True).with_option("augment", {"kind": "diffaugment"}, live=True)
    for refuse in (one.check, one.apply):
        with pytest.raises(ConfigError, match="stages"):
            refuse(wanted)
    assert not one.config.augment.active
    assert one.players["discriminator"].held == set()
    assert isinstance(one.networks["discriminator"], nn.Module)
