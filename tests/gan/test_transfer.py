"""Weights from another run's checkpoint, counted; and stages of D that stay as they are."""

import copy
from pathlib import Path
from typing import Any

import pytest
import torch

from studio.errors import ConfigError, RunError
from studio.gan import checkpoint
from studio.gan.networks import Network
from studio.gan.trainer import Trainer
from studio.gan.transfer import Matched, Other, Report, transfer
from tests.gan.making import config, images
from tests.gan.test_trainer import DCGAN, FASTGAN, R3GAN, same, steps, weights

MLP = {"kind": "mlp", "z_dim": 4, "width": 8, "depth": 2, "d_width": 8, "d_depth": 2}
STYLEGAN2 = {"kind": "stylegan2", "z_dim": 4, "w_dim": 4, "width": 4, "max_width": 8}
FAMILIES = {"mlp": MLP, "dcgan": {**DCGAN, "norm": "none"}, "r3gan": R3GAN, "fastgan": FASTGAN, "stylegan2": STYLEGAN2}


def saved(trainer: Trainer, folder: Path) -> Path:
    folder.mkdir()
    checkpoint.save(trainer, folder)
    return folder


def trained(folder: Path, network: dict[str, Any], **data: Any) -> tuple[Trainer, Path]:
    trainer = steps(Trainer(config(network, training={"batch": 4, "seed": 7, "device": "cpu"}), images(**data)), 2)
    return trainer, saved(trainer, folder)


def of(report: Report, name: str) -> Matched:
    return next(m for m in report.networks if m.network == name)


def test_every_family_has_a_small_one_here() -> None:
    assert set(FAMILIES) == set(Network.kinds())


@pytest.mark.parametrize("kind", FAMILIES)
def test_the_same_networks_take_over_everything_and_begin_anew_with_it(kind: str, tmp_path: Path) -> None:
    old, folder = trained(tmp_path / "old", FAMILIES[kind])
    new = Trainer(config(FAMILIES[kind]), images())
    fresh = Trainer(config(FAMILIES[kind]), images())
    report = transfer(new, folder)
    assert same(weights(new), weights(old))
    assert report.is_whole
    for name, network in old.networks.items():
        assert of(report, name).parameters == of(report, name).all_parameters == sum(p.numel() for p in network.parameters())
        assert set(of(report, name).taken) == set(network.state_dict())
    assert report.parameters == sum(p.numel() for n in (*old.networks.values(), old.averaged.network) for p in n.parameters())
    assert same(new.state(), fresh.state())
    assert new.nimg == 0


def test_other_classes_and_channels_are_told_tensor_by_tensor(tmp_path: Path) -> None:
    _, folder = trained(tmp_path / "old", R3GAN, classes=3)
    new = Trainer(config(R3GAN), images(size=(8, 8, 2)))
    before = weights(new)
    report = transfer(new, folder)
    g, d = of(report, "generator"), of(report, "discriminator")
    assert g.missing_here == ("embedding.weight",)
    assert g.missing_there == ()
    assert set(g.other_shape) == {Other("scale.weight", (8, 4), (8, 8)), Other("to_image.weight", (2, 8, 1, 1), (1, 8, 1, 1))}
    assert {o.name for o in d.other_shape} == {"from_image.weight", "head.weight"}
    assert g.all_parameters - g.parameters == 8 * 4 + 2 * 8
    after = weights(new)
    assert all(torch.equal(after[f"generator.{o.name}"], before[f"generator.{o.name}"]) for o in g.other_shape)
    assert not report.is_whole
    assert "scale.weight (8×4 here, 8×8 there)" in str(report)
    assert f"generator: {len(g.taken)} of {len(g.taken) + 2} tensors" in str(report)


@pytest.mark.parametrize("kind", ["r3gan", "fastgan", "dcgan"])
def test_another_resolution_takes_over_what_it_can(kind: str, tmp_path: Path) -> None:
    old, folder = trained(tmp_path / "old", FAMILIES[kind], n=40, size=(16, 16, 1))
    new = Trainer(config(FAMILIES[kind]), images(n=40, size=(32, 32, 1)))
    report = transfer(new, folder)
    for name, network in new.networks.items():
        there = old.networks[name].state_dict()
        expected = {k for k, v in network.state_dict().items() if k in there and there[k].shape == v.shape}
        assert set(of(report, name).taken) == expected
        assert all(torch.equal(network.state_dict()[k], there[k]) for k in expected)
    shares = {m.network: m.parameters / m.all_parameters for m in report.networks}
    assert shares["discriminator"] > 0.2
    assert kind == "dcgan" or shares["generator"] > 0.4


def test_a_checkpoint_that_fits_nowhere_is_refused_by_the_field(tmp_path: Path) -> None:
    _, folder = trained(tmp_path / "old", MLP)
    with pytest.raises(ConfigError) as fault:
        transfer(Trainer(config(R3GAN), images()), folder)
    assert [p.path for p in fault.value.problems] == ["transfer.run"]
    assert "network" in str(fault.value)


def test_a_torn_file_is_named(tmp_path: Path) -> None:
    _, folder = trained(tmp_path / "old", MLP)
    (folder / "generator.safetensors").write_bytes(b"torn")
    with pytest.raises(RunError, match=r"generator\.safetensors"):
        transfer(Trainer(config(MLP), images()), folder)


def test_long_lists_are_counted(tmp_path: Path) -> None:
    _, folder = trained(tmp_path / "old", {**R3GAN, "blocks": 3})
    report = transfer(Trainer(config(R3GAN), images()), folder)
    assert of(report, "generator").missing_here
    assert "and " in str(report)
    assert " more" in str(report)


# --- freeze-D -----------------------------------------------------------------------------------------------------------


def frozen(network: dict[str, Any], stages: int, **over: Any) -> Trainer:
    return Trainer(config(network, transfer={"freeze_d": stages}, **over), images())


def stages_of(trainer: Trainer) -> list[list[torch.Tensor]]:
    stages = trainer.config.network.d_stages(trainer.networks["discriminator"])
    return [[p.detach().clone() for p in stage] for stage in stages]


@pytest.mark.parametrize("kind", FAMILIES)
@pytest.mark.parametrize("optimizer", ["adam", "adamw", "rmsprop", "sgd"])
def test_frozen_stages_stay_as_they_are_and_all_others_move(kind: str, optimizer: str) -> None:
    trainer = frozen(FAMILIES[kind], 1, optimizer={"kind": optimizer, "lr": 1e-2}, objective="non_saturating")  # D's last bias drops out of others
    before = stages_of(trainer)
    steps(trainer, 3)
    after = stages_of(trainer)
    assert all(torch.equal(a, b) for a, b in zip(before[0], after[0], strict=True))
    moved = [not torch.equal(a, b) for x, y in zip(before[1:], after[1:], strict=True) for a, b in zip(x, y, strict=True)]
    assert all(moved)
    g = trainer.networks["generator"]
    assert any(not torch.equal(p, q) for p, q in zip(g.parameters(), frozen(FAMILIES[kind], 1).networks["generator"].parameters(), strict=True))


@pytest.mark.parametrize("penalty", ["none", "r1_r2"])
def test_gradients_reach_what_learns_as_if_nothing_were_frozen(penalty: str) -> None:
    """Plain layers are differentiated by hand and all others by autograd; both must leave the frozen alone and nothing else."""
    for network in (MLP, R3GAN):
        over: dict[str, Any] = {"objective": {"kind": "relativistic", "penalty": penalty}, "training": {"batch": 4, "micro_batch": 3, "device": "cpu"}}
        held, free = frozen(network, 1, **over), frozen(network, 0, **over)
        found = []
        for trainer in (held, free):
            trainer.differentiate("discriminator")
            found.append([p.grad for stage in trainer.config.network.d_stages(trainer.networks["discriminator"]) for p in stage])
        count = len(held.config.network.d_stages(held.networks["discriminator"])[0])
        assert all(g is None for g in found[0][:count])
        for g, expected in zip(found[0][count:], found[1][count:], strict=True):
            assert g is not None
            torch.testing.assert_close(g, expected)


@pytest.mark.parametrize("kind", FAMILIES)
def test_a_frozen_run_resumes_bit_for_bit_also_after_a_live_change(kind: str) -> None:
    def change(trainer: Trainer, stages: int) -> Trainer:
        trainer.apply(trainer.config.with_option("transfer.freeze_d", stages, live=True))
        return trainer

    whole = steps(change(steps(frozen(FAMILIES[kind], 1), 3), 0), 3)
    half = steps(change(steps(frozen(FAMILIES[kind], 1), 3), 0), 1)
    later = change(frozen(FAMILIES[kind], 1), 0)
    assert later.load(copy.deepcopy(half.weights()), copy.deepcopy(half.state())) == []
    assert same(weights(whole), weights(steps(later, 2)))

    whole = steps(frozen(FAMILIES[kind], 1), 5)
    half = steps(frozen(FAMILIES[kind], 1), 2)
    later = frozen(FAMILIES[kind], 1)
    assert later.load(copy.deepcopy(half.weights()), copy.deepcopy(half.state())) == []
    assert same(weights(whole), weights(steps(later, 3)))


def test_the_last_stage_must_learn_and_a_refused_change_changes_nothing() -> None:
    with pytest.raises(ConfigError, match=r"transfer\.freeze_d: this discriminator has 2 stages.*at most 1"):
        frozen(DCGAN, 2)
    trainer = frozen(DCGAN, 1)
    before = trainer.config
    with pytest.raises(ConfigError, match="at most 1"):
        trainer.apply(before.with_option("transfer.freeze_d", 5, live=True))
    assert trainer.config is before
    held = stages_of(trainer)[0]
    assert all(torch.equal(a, b) for a, b in zip(held, stages_of(steps(trainer, 1))[0], strict=True))


def test_stages_that_the_checkpoint_lacks_are_not_frozen_at_random(tmp_path: Path) -> None:
    _, folder = trained(tmp_path / "old", R3GAN, n=40, size=(16, 16, 1))
    new = Trainer(config(R3GAN, transfer={"freeze_d": 2}), images(n=40, size=(32, 32, 1)))
    with pytest.raises(ConfigError, match=r"transfer\.freeze_d: stage 2 .*freeze at most 1"):
        transfer(new, folder)
