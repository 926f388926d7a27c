"""Games through an augmentation: gradients, micro-batches, resumes and the statistics that tell of it."""

import copy
from typing import Any

import pytest
import torch

from studio.errors import ConfigError
from studio.gan.datasets import Drawn
from studio.gan.networks import Network
from studio.gan.trainer import Trainer
from tests.gan.making import config, images

SMALL: dict[str, dict[str, Any]] = {
    "mlp": {"z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1},
    "r3gan": {"width": 8, "blocks": 1, "z_dim": 4, "group_size": 4},
    "dcgan": {"width": 4, "z_dim": 4, "norm": "none"},
    "fastgan": {"width": 4, "z_dim": 4, "norm": "none"},
    "stylegan2": {"width": 4, "z_dim": 4},
}
NETWORKS = [{"kind": kind, **SMALL.get(kind, {"z_dim": 4})} for kind in sorted(Network.kinds())]
PIPES: dict[str, dict[str, Any]] = {
    "ada": {"kind": "ada", "p": "0.2 -> 0.9 linear", "cutout": 0.5},
    "adaptive": {"kind": "ada", "adaptive": True, "p": 0.3, "speed_kimg": 0.1},
    "diffaugment": {"kind": "diffaugment", "p": 0.8},
}


def settings(pipe: str, network: dict[str, Any], **over: Any) -> Any:
    loss = {"kind": "non_saturating", "penalty": "r1_r2", "gamma": 0.1}
    group = {"augment": PIPES[pipe], "objective": loss, "training": {"batch": 6, "kimg": 1, "device": "cpu"}, "precision": {"dtype": "fp32"}}
    return config(network, **{**group, **over})


def steps(trainer: Trainer, n: int) -> Trainer:
    for _ in range(n):
        trainer.step()
    return trainer


def weights(trainer: Trainer) -> dict[str, torch.Tensor]:
    return {f"{name}.{k}": v.clone() for name, tensors in trainer.weights().items() for k, v in tensors.items()}


def picture_data(network: dict[str, Any], classes: int = 0) -> Any:
    fits = Network.read(network).misfit((1, 8, 8)) is None
    return images(60, (8, 8, 1) if fits else (32, 32, 1), classes=classes)


@pytest.mark.parametrize("network", NETWORKS, ids=lambda n: n["kind"])
@pytest.mark.parametrize("pipe", PIPES)
def test_every_family_trains_with_both_penalties_through_it(network: dict[str, Any], pipe: str) -> None:
    trainer = Trainer(settings(pipe, network), picture_data(network))
    before = weights(trainer)
    steps(trainer, 5)
    found = trainer.statistics()
    assert found["penalty/r1"][0] > 0
    assert found["penalty/r2"][0] > 0
    moved = {name.split(".")[0] for name, value in weights(trainer).items() if not torch.equal(value, before[name])}
    assert moved >= {"generator", "discriminator", "generator_ema"}


@pytest.mark.parametrize("pipe", PIPES)
@pytest.mark.parametrize("dtype", ["fp32", "bf16"])
def test_a_resumed_trainer_equals_the_uninterrupted_one_bit_for_bit(pipe: str, dtype: str) -> None:
    chosen = settings(pipe, NETWORKS[0], precision={"dtype": dtype})
    data = picture_data(NETWORKS[0], classes=3)
    for half_way in (3, 6):
        straight = steps(Trainer(chosen, data), 11)
        half = steps(Trainer(chosen, data), half_way)
        half.statistics()
        later = Trainer(chosen, data)
        assert later.load(copy.deepcopy(half.weights()), copy.deepcopy(half.state())) == []
        steps(later, 11 - half_way)
        expected = weights(straight)
        assert all(torch.equal(value, expected[name]) for name, value in weights(later).items())
        assert {k: v.tolist() for k, v in later.state().items() if k.startswith("augment.")} == {
            k: v.tolist() for k, v in straight.state().items() if k.startswith("augment.")
        }


@pytest.mark.parametrize("pipe", PIPES)
@pytest.mark.parametrize("network", NETWORKS, ids=lambda n: n["kind"])
def test_micro_batches_add_up_to_the_whole_batch(pipe: str, network: dict[str, Any]) -> None:
    if Network.read(network).uses_batch_statistics:
        pytest.skip("batch statistics make parts differ")
    trained = []
    for micro in (0, 4):
        chosen = settings(
            pipe,
            network,
            optimizer={"kind": "sgd", "lr": 0.01},
            training={"batch": 6, "kimg": 1, "device": "cpu", "micro_batch": micro},
            precision={"dtype": "fp64"},
        )
        trained.append(weights(steps(Trainer(chosen, picture_data(network)), 5)))
    for name, value in trained[0].items():
        torch.testing.assert_close(trained[1][name], value, rtol=1e-10, atol=1e-12)


def test_an_augmentation_that_never_happens_trains_as_none() -> None:
    plain, off, unused = (
        weights(steps(Trainer(config(NETWORKS[0], augment=augment), picture_data(NETWORKS[0])), 3))
        for augment in ("none", {"kind": "ada", "p": 0}, {"kind": "diffaugment", "p": "0 -> 0 linear"})
    )
    assert all(torch.equal(value, plain[name]) for name, value in off.items())
    assert all(torch.equal(value, plain[name]) for name, value in unused.items())


def test_a_penalty_is_of_the_image_before_it() -> None:
    """At p = 1 with nothing but holes, D's gradient by the image is 0 inside the hole, so the penalty is smaller than without."""
    found = []
    for augment in ("none", {"kind": "diffaugment", "colour": False, "translation": False}):
        trainer = Trainer(settings("ada", {"kind": "dcgan", **SMALL["dcgan"]}, augment=augment, optimizer={"kind": "sgd", "lr": 0}), images(60, (32, 32, 1)))
        found.append(steps(trainer, 8).statistics()["penalty/r1"][0])
    assert 0 < found[1] < found[0]


def test_ticks_tell_p_and_r_t() -> None:
    adaptive = steps(Trainer(settings("adaptive", NETWORKS[0]), picture_data(NETWORKS[0])), 9)
    found = adaptive.statistics()
    assert -1 <= found["augment/r_t"][0] <= 1
    assert 0 <= found["augment/p"][0] <= 0.8
    assert found["augment/p"][1] < found["augment/p"][2]  # it moved
    assert "augment/p" not in adaptive.values()
    scheduled = steps(Trainer(settings("ada", NETWORKS[0]), picture_data(NETWORKS[0])), 5)
    assert scheduled.values()["augment/p"] == pytest.approx(0.2 + 0.7 * 0.03)
    assert not {name for name in scheduled.statistics() if name.startswith("augment")}
    assert "augment/p" not in Trainer(config(NETWORKS[0]), picture_data(NETWORKS[0])).values()


@pytest.mark.parametrize(("verdict", "expected"), [(5.0, 0.8), (0.0, 0.0), (-5.0, 0.0)])
def test_a_d_that_knows_its_reals_is_answered_with_the_largest_p_and_one_that_guesses_with_none(verdict: float, expected: float) -> None:
    trainer = Trainer(settings("adaptive", {"kind": "mlp", **SMALL["mlp"]}, optimizer={"kind": "sgd", "lr": 0}), images(60))
    with torch.no_grad():
        for p in trainer.networks["discriminator"].parameters():
            p.zero_()
        list(trainer.networks["discriminator"].parameters())[-1].fill_(verdict)  # the last bias: D says this of everything
    steps(trainer, 40)
    assert trainer.adaptive is not None
    assert float(trainer.adaptive.p) == pytest.approx(expected)


def test_a_checkpoint_from_before_p_adapted_loads_and_says_what_is_missing() -> None:
    trainer = steps(Trainer(settings("adaptive", NETWORKS[0]), picture_data(NETWORKS[0])), 4)
    old = {k: v for k, v in trainer.state().items() if not k.startswith("augment.")}
    later = Trainer(settings("adaptive", NETWORKS[0]), picture_data(NETWORKS[0]))
    (note,) = later.load(trainer.weights(), old)
    assert "probability" in note
    assert later.adaptive is not None
    assert float(later.adaptive.p) == pytest.approx(0.3)
    plain = steps(Trainer(config(NETWORKS[0]), picture_data(NETWORKS[0])), 2)
    assert not [k for k in plain.state() if k.startswith("augment.")]


def test_a_change_of_p_takes_effect_at_the_next_step() -> None:
    trainer = Trainer(config({"kind": "dcgan", **SMALL["dcgan"]}, augment={"kind": "ada", "p": 0.0}), images(60, (32, 32, 1)))
    seen: list[torch.Tensor] = []
    trainer.networks["discriminator"].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].detach().clone()))
    steps(trainer, 1)
    trainer.apply(trainer.config.with_option("augment.p", 1.0, live=True))
    steps(trainer, 1)
    values = (images(60, (32, 32, 1)).x[:, 0, 0, 0].astype("float32") / 127.5 - 1).tolist()
    corners = [sum(min(abs(v - float(x)) for v in values) < 1e-4 for x in one[:, 0, 0, 0]) for one in (seen[0], seen[len(seen) // 2])]
    assert corners[0] == 4
    assert corners[1] < 4


def test_points_are_refused_before_training() -> None:
    chosen = config(dataset="ring", augment="diffaugment")
    points = Drawn("points", (2,), (), lambda n, generator: (torch.randn(n, 2, generator=generator), None))
    with pytest.raises(ConfigError, match=r"augment\.kind"):
        Trainer(chosen, points)
