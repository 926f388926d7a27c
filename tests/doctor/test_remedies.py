"""Every remedy of every alarm is one that the run's trainer or a new run's form can take, whatever the run's settings are."""

from collections.abc import Iterator
from typing import Any

import pytest

from studio.doctor.detectors import Detector
from studio.doctor.remedies import (
    SIGNED,
    Ward,
    augmented,
    balance,
    clipped,
    larger_z,
    less_augmented,
    mend,
    no_momentum,
    r1,
    rpgan,
    scaled,
    usual_rate,
    value_at,
)
from studio.gan.config import RunConfig
from studio.gan.networks import Network
from studio.gan.objectives import Objective
from studio.gan.optimizers import Optimizer
from studio.gan.schedule import Schedule
from studio.messages import COMMAND, FreshDiscriminator, Mend, Pause, Remedy, Rollback, SetOption

KINDS = Detector.kinds()
AUGMENTS: dict[str, Any] = {
    "none": {"kind": "none"},
    "ada": {"kind": "ada", "p": "0 -> 0.9 cosine"},
    "adaptive": {"kind": "ada", "adaptive": True},
    "diffaugment": {"kind": "diffaugment", "p": 0.5},
}


def config(**parts: Any) -> RunConfig:
    return RunConfig.read({"game": "generation", "dataset": "digits", "network": "mlp", "objective": "non_saturating", "optimizer": "adam", **parts})


def every_config() -> Iterator[RunConfig]:
    """Each objective, network, optimiser, augmentation and penalty, alone and with what it is most at odds with."""
    for name, objective in Objective.kinds().items():
        for augment, given in AUGMENTS.items():
            if augment != "adaptive" or objective.signed:
                yield config(objective=name, augment=given, network="r3gan")
        for penalty in ("none", "r1", "r1_r2"):
            yield config(objective={"kind": name, "penalty": penalty, "penalty_by": "difference", "gamma": "1 -> 0.1 cosine 50"})
    for network in Network.kinds():
        yield config(network=network, dataset="shapes")
        yield config(network={"kind": network, "z_dim": 1}, dataset="shapes")
    for optimizer in Optimizer.kinds():
        yield config(optimizer={"kind": optimizer, "lr": "0.05 -> 0.001 linear", "lr_ratio": 60}, game={"kind": "generation", "d_steps": 3})
        yield config(optimizer={"kind": optimizer, "lr_ratio": 0.01, "clip": 0.5}, objective="wasserstein")
    yield config(optimizer={"kind": "adam", "beta1": 0.9, "lr_ratio": 9000}, ema={"half_life_kimg": 0}, training={"kimg": 1e8})
    yield config(dataset={"kind": "digits", "labelled": True}, objective={"kind": "minimax", "gamma": 0, "penalty": "r1"})
    yield config(dataset="ring", network={"kind": "mlp", "z_dim": 1, "d_width": 8192})


CONFIGS = list(every_config())


def ward(of: RunConfig, **about: Any) -> Ward:
    medium = "points" if of.dataset.kind in ("ring", "grid") else "image"
    return Ward(of.dump(), medium, **{"healthy": 7, "beginning": 1, **about})


def settings_of(remedy: Remedy) -> list[SetOption]:
    return [command for command in map(COMMAND.validate_python, remedy.commands) if isinstance(command, SetOption)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_command_is_one_that_a_running_trainer_takes(kind: str):
    detector = KINDS[kind]()
    for before in CONFIGS:
        if not detector.fits(before.dump(), "image"):
            continue
        for remedy in detector.remedies(ward(before)):
            now = before
            for command in settings_of(remedy):
                now = now.with_option(command.path, command.value, live=True)
            if settings_of(remedy):
                assert before.differences(now), f"{remedy.title} changes nothing"


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_run_can_be_made_of_every_restart(kind: str):
    detector = KINDS[kind]()
    for before in CONFIGS:
        if detector.fits(before.dump(), "image"):
            for remedy in detector.remedies(ward(before)):
                now = before
                for path, value in remedy.restart.items():
                    now = now.with_option(path, value)
                assert not remedy.restart or before.differences(now)


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_always_one_and_it_is_told_in_plain_words(kind: str):
    detector = KINDS[kind]()
    for before in CONFIGS:
        if not detector.fits(before.dump(), "image"):
            continue
        for kept in ({}, {"healthy": None, "beginning": None}):
            remedies = detector.remedies(ward(before, **kept))
            assert remedies
            assert len({remedy.title for remedy in remedies}) == len(remedies)
            for remedy in remedies:
                assert bool(remedy.commands) != bool(remedy.restart)
                assert len(remedy.title) <= 60
                assert remedy.text.endswith(".")


@pytest.mark.parametrize("kind", KINDS)
def test_a_remedy_goes_back_first_and_only_to_what_is_there(kind: str):
    detector = KINDS[kind]()
    for before in CONFIGS[:40]:
        if not detector.fits(before.dump(), "image"):
            continue
        for remedy in detector.remedies(ward(before)):
            commands = [COMMAND.validate_python(command) for command in remedy.commands]
            assert not any(isinstance(command, Rollback) for command in commands[1:])
            assert all(command.checkpoint in (7, 1) and command.options == "keep" for command in commands if isinstance(command, Rollback))
            assert all(isinstance(command, Rollback | SetOption | FreshDiscriminator | Pause) for command in commands)
        without = [c["kind"] for remedy in detector.remedies(ward(before, healthy=None, beginning=None)) for c in remedy.commands]
        assert "rollback" not in without


@pytest.mark.parametrize("kind", [kind for kind, detector in KINDS.items() if detector.severity == "critical"])
def test_the_first_remedy_of_a_critical_alarm_needs_nobody(kind: str):
    for before in CONFIGS:
        first = KINDS[kind]().remedies(ward(before))[0]
        assert [command["kind"] for command in first.commands][:1] == ["rollback"]
        assert settings_of(first), "going back alone replays the cause"


def test_a_remedy_makes_a_command():
    remedy = KINDS["mode_drop"]().remedies(ward(config()))[0]
    command = Mend(alarm="mode_drop", title=remedy.title, commands=remedy.commands)
    assert COMMAND.validate_json(command.line()) == command


# --- single changes -----------------------------------------------------------------------------------------------------


def test_what_is_said_of_signs_is_what_the_losses_say():
    assert {name for name, objective in Objective.kinds().items() if objective.signed} == SIGNED


def test_rpgan_keeps_the_weight_of_the_penalty_and_the_noise():
    before = config(objective={"kind": "hinge", "penalty": "r1", "gamma": "2 -> 0.2 cosine", "instance_noise": 0.1})
    after = before.with_option("objective", rpgan(ward(before))["objective"], live=True)
    assert (after.objective.kind, after.objective.penalty) == ("relativistic", "r1_r2")
    assert after.objective.gamma == before.objective.gamma
    assert after.objective.instance_noise == before.objective.instance_noise


def test_rpgan_takes_no_weight_over_from_another_penalty():
    assert rpgan(ward(config(objective="wasserstein")))["objective"]["gamma"] == 1.0
    assert rpgan(ward(config(objective="wasserstein", dataset="ring")))["objective"]["gamma"] == 0.1


def test_where_it_is_in_force_already_the_penalty_grows():
    before = config(objective={"kind": "relativistic", "gamma": "0.5 -> 0.1 cosine"})
    changed = before.with_option("objective.gamma", rpgan(ward(before))["objective.gamma"], live=True)
    assert changed.objective.gamma == Schedule(start=2.0, end=0.4, shape="cosine")
    assert KINDS["mode_drop"]().remedies(ward(before))[0].title == "Use a stronger penalty"


def test_an_augmentation_that_follows_ds_sign_stops_before_the_sign_loses_its_meaning():
    assert next(iter(rpgan(ward(config(augment=AUGMENTS["adaptive"]))))) == "augment.adaptive"


@pytest.mark.parametrize(
    ("ratio", "steps", "lr", "after"),
    [(60, 3, 5e-5, (5e-5 * 60**0.5, 1.0, 1)), (1 / 50, 1, 5e-2, (1e-3, 1.0, 1)), (1e-4, 1, 1e-3, (1e-3, 1.0, 1)), (4, 1, 1e-3, (1e-3, 4, 1))],
)
def test_players_are_balanced_about_the_geometric_mean_of_their_rates_or_the_one_that_is_usual(
    ratio: float, steps: int, lr: float, after: tuple[float, float, int]
):
    before = config(optimizer={"kind": "adam", "lr": lr, "lr_ratio": ratio}, game={"kind": "generation", "d_steps": steps})
    now = before
    for path, value in balance(ward(before)).items():
        now = now.with_option(path, value, live=True)
    assert (now.optimizer.lr.start, now.optimizer.lr_ratio, now.game.d_steps) == pytest.approx(after, rel=1e-5)


def test_a_schedule_keeps_its_shape():
    assert scaled({"start": 1.0, "end": 0.5, "shape": "cosine", "kimg": 9.0}, 0.25) == {"start": 0.25, "end": 0.125, "shape": "cosine", "kimg": 9.0}
    assert scaled(3.0, 0.5) == 1.5


def test_r1_comes_where_there_is_none_and_not_in_wgan_gps_place():
    assert r1(ward(config(objective={"kind": "hinge", "penalty": "none"})))["objective.penalty"] == "r1"
    assert r1(ward(config(objective={"kind": "hinge", "penalty": "none"})), 0.25) == {}
    assert r1(ward(config(objective="wasserstein"))) == {}


def test_augmentation_follows_d_where_its_sign_has_a_meaning():
    assert augmented(ward(config(objective="hinge")))["augment"]["adaptive"]
    assert "adaptive" not in augmented(ward(config(objective="relativistic")))["augment"]
    assert augmented(ward(config(dataset="ring"))) == {}


def test_less_augmentation_stays_below_what_leaks():
    assert less_augmented(ward(config(augment=AUGMENTS["adaptive"]))) == {"augment.p_max": 0.5}
    assert less_augmented(ward(config(augment=AUGMENTS["ada"]))) == {"augment.p": 0.3}
    assert less_augmented(ward(config(augment={"kind": "ada", "p": 0.2}))) == {}


def test_momentum_clipping_and_rates_are_left_alone_where_they_are_right():
    fine = ward(config(optimizer={"kind": "adam", "lr": 2e-4, "beta1": 0.0, "clip": 0.5}))
    assert (no_momentum(fine), clipped(fine), usual_rate(fine)) == ({}, {}, {})
    wild = ward(config(optimizer={"kind": "adam", "lr": 0.05, "beta1": 0.9}))
    assert usual_rate(wild) == {"optimizer.lr": 2e-4}
    assert no_momentum(wild) == {"optimizer.beta1": 0.0}
    assert no_momentum(ward(config(optimizer={"kind": "sgd", "momentum": 0.9}))) == {"optimizer.momentum": 0.0}


def test_two_numbers_are_enough_for_points_and_not_for_pictures():
    assert larger_z(ward(config(network={"kind": "mlp", "z_dim": 2}))) == {"network.z_dim": 64}
    assert larger_z(ward(config(dataset="ring", network={"kind": "mlp", "z_dim": 2}))) == {}
    assert larger_z(ward(config(dataset="ring", network={"kind": "mlp", "z_dim": 1}))) == {"network.z_dim": 2}


def test_a_latent_of_one_number_is_the_first_thing_to_mend():
    first = KINDS["low_variety"]().remedies(ward(config(network={"kind": "mlp", "z_dim": 1})))[0]
    assert first.restart == {"network.z_dim": 64}


def test_nothing_to_change_is_no_remedy():
    assert mend("x", "y", ward(config()), {}) is None
    assert mend("x", "y", ward(config(), healthy=None), {"optimizer.clip": 1.0}, back=True) is None
    assert mend("x", "y", ward(config()), {}, again=True) is None


def test_a_path_that_is_not_there_has_no_value():
    assert value_at({"a": {"b": 3}}, "a.b") == 3
    assert value_at({"a": {"b": 3}}, "a.c", 4) == 4
    assert value_at({"a": 3}, "a.b") is None
