"""Real processes on gloo: what several train together is what one trains alone."""

import functools
import subprocess
from typing import Any

import pytest
import torch
from torch import Tensor

from studio.errors import ConfigError
from studio.gan.distributed import World, alone
from studio.gan.trainer import Trainer
from tests.gan.making import config, images
from tests.gan.ranks import start, train, train_apart

MLP = {"kind": "mlp", "z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1}
R3GAN = {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}
DCGAN = {"kind": "dcgan", "width": 4, "z_dim": 4}
STYLEGAN2 = {"kind": "stylegan2", "z_dim": 4, "w_dim": 4, "width": 2, "max_width": 4, "minibatch_std": 0, "path_length_every": 2}
STEPS, FEW = 200, 12


def case(network: dict[str, Any], steps: int, *, dtype: str = "fp64", classes: int = 0, micro: int = 0, batch: int = 8, **over: Any) -> dict[str, Any]:
    training = {"batch": batch, "kimg": 4, "device": "cpu", "micro_batch": micro}
    settings = {"objective": {"kind": "relativistic", "penalty": "r1_r2", "instance_noise": 0.1}, "precision": {"dtype": dtype}, **over}
    return {"config": config(network, training=training, **settings).dump(), "steps": steps, "classes": classes}


EXACT = {
    "mlp by hand": case(MLP, STEPS),
    "r3gan with classes": case(R3GAN, STEPS, classes=3),
    "mlp with classes in micro-batches": case(MLP, FEW, classes=3, micro=3),
    "mlp hinge, lazy r1": case(MLP, FEW, objective={"kind": "hinge", "penalty": "r1", "penalty_every": 4}),
    "r3gan in micro-batches": case(R3GAN, FEW, micro=1),
    "dcgan, no norm, wgan-gp": case({**DCGAN, "norm": "none"}, FEW, objective={"kind": "wasserstein", "penalty": "wgan_gp"}),
    "stylegan2, mixing, path lengths": case(STYLEGAN2, FEW, objective={"kind": "non_saturating", "penalty": "r1", "penalty_every": 3}),
    "mlp, three turns of d, sgd": case(MLP, FEW, game={"kind": "generation", "d_steps": 3}, optimizer={"kind": "sgd", "lr": 0.01, "momentum": 0.5}),
}
SINGLE = {"mlp fp32": case(MLP, 1, dtype="fp32"), "r3gan fp32": case(R3GAN, 1, dtype="fp32", classes=3)}
BUFFERS = {
    "stylegan2 that compares images": case({**STYLEGAN2, "minibatch_std": 2}, FEW, objective={"kind": "non_saturating", "penalty": "r1"}),
    "dcgan, first step": case(DCGAN, 1),
    "dcgan with batch norm": case(DCGAN, FEW),
    "dcgan, spectral norm": case({**DCGAN, "norm": "spectral"}, FEW),
}
ADAPTIVE = {
    "ada": case(
        R3GAN, 24, objective={"kind": "non_saturating", "penalty": "r1"}, augment={"kind": "ada", "adaptive": True, "p": 0.5, "target": 0.0, "speed_kimg": 1}
    )
}
FP16 = {"mlp fp16": case(MLP, FEW, dtype="fp16")}
CASES = {**EXACT, **SINGLE, **BUFFERS, **ADAPTIVE, **FP16}

Trained = dict[str, list[dict[str, Tensor]]]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Every case trained by two processes."""
    return train_apart(CASES, 2, tmp_path_factory.mktemp("ranks"))


@functools.cache
def by_one(name: str) -> dict[str, Tensor]:
    """The case trained by one process."""
    return train(CASES[name])


def close(a: dict[str, Tensor], b: dict[str, Tensor], kind: str, tolerance: float) -> int:
    """Compares what begins with `kind`; returns how many there were."""
    assert a.keys() == b.keys()
    names = [name for name in a if name.startswith(kind)]
    for name in names:
        torch.testing.assert_close(a[name], b[name], rtol=tolerance, atol=tolerance, msg=lambda said, name=name: f"{name}: {said}")
    return len(names)


@pytest.mark.parametrize("name", EXACT)
def test_two_processes_train_what_one_trains(pairs: Trained, name: str) -> None:
    expected = by_one(name)
    for rank in pairs[name]:
        for kind in ("generator", "discriminator", "generator_ema", "state.optimizer", "first "):
            assert close(rank, expected, kind, 1e-9)
        assert torch.equal(rank["state.position"], expected["state.position"])
        assert all(torch.equal(rank[k], expected[k]) for k in expected if k.startswith("state.generator"))


@pytest.mark.parametrize("name", SINGLE)
def test_in_single_precision_the_first_steps_gradients_agree(pairs: Trained, name: str) -> None:
    expected = by_one(name)
    assert expected["generator.basis" if "r3gan" in name else "generator.layers.0.weight"].dtype == torch.float32
    for rank in pairs[name]:
        assert close(rank, expected, "first ", 1e-5) >= 8


@pytest.mark.parametrize("name", CASES)
def test_all_processes_hold_the_same_bits(pairs: Trained, name: str) -> None:
    first, second = pairs[name]
    assert [key for key in first if not torch.equal(first[key], second[key])] == []


@pytest.mark.parametrize("name", [*EXACT, *ADAPTIVE])
def test_statistics_are_those_of_the_whole_batch(pairs: Trained, name: str) -> None:
    expected = by_one(name)
    uneven = CASES[name]["config"]["training"]["micro_batch"] == 3  # what is noted once a part then weighs parts of different size alike
    names = [key for key in expected if key.startswith("statistic ") and not (uneven and "loss" in key)]
    assert len(names) >= 6
    for key in names:
        kept = slice(None) if key.startswith(("statistic d/", "statistic grad/")) else slice(1)  # others are noted once a part: their mean alone agrees
        torch.testing.assert_close(pairs[name][0][key][kept], expected[key][kept], rtol=1e-5, atol=1e-5, msg=lambda said, key=key: f"{key}: {said}")


def test_the_strength_of_an_adaptive_augmentation_is_that_of_one_process(pairs: Trained) -> None:
    expected = by_one("ada")
    assert expected["state.augment.p"] != 0.5
    for key in ("state.augment.p", "state.augment.signs", "state.augment.heard"):
        assert torch.equal(pairs["ada"][0][key], expected[key])


def test_running_means_are_those_of_the_whole_batch(pairs: Trained) -> None:
    """The mean of a batch is the mean of its halves' means: the first layer, which sees the latents alone, has it exactly."""
    once = "dcgan, first step"
    for rank in pairs[once]:
        torch.testing.assert_close(rank["generator.layers.0.running_mean"], by_one(once)["generator.layers.0.running_mean"], rtol=0, atol=1e-12)
        assert rank["generator.layers.0.running_mean"].abs().sum() > 0
        assert torch.equal(rank["generator.layers.0.running_mean"], rank["generator_ema.layers.0.running_mean"])


@pytest.mark.parametrize(("batch", "size", "near"), [(9, 2, "8 or 10"), (3, 4, "choose 4"), (64, 3, "63 or 66")])
def test_a_batch_that_does_not_divide_is_refused_with_the_nearest_that_do(batch: int, size: int, near: str) -> None:
    [problem] = World(0, size).misfits(batch, batch_statistics=False)
    assert problem.path == "training.batch"
    assert near in problem.message
    with pytest.raises(ConfigError, match=near):
        Trainer(config(MLP, training={"batch": batch, "device": "cpu"}), images(), World(0, size))


def test_batch_statistics_need_two_images_a_process() -> None:
    assert list(World(0, 4).misfits(4, batch_statistics=False)) == []
    [problem] = World(0, 4).misfits(4, batch_statistics=True)
    assert "8 or more" in problem.message
    assert list(alone().misfits(1, batch_statistics=False)) == []


def test_the_rows_of_all_ranks_are_the_batch() -> None:
    rows = [list(range(12))[World(rank, 3).rows(12)] for rank in range(3)]
    assert rows == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]


def test_without_torchrun_the_start_says_how() -> None:
    with pytest.raises(ConfigError, match="torchrun"):
        World.from_environment({})


def test_one_device_is_not_for_several_processes() -> None:
    assert World(1, 2).place("cpu").type == "cpu"
    with pytest.raises(ConfigError):
        World(1, 2).place("cuda:0")


TALK = """
import sys, torch
from studio.gan.distributed import Lost, World
world = World.from_environment()
if world.leads:
    for line in ("", "one", "zwei ×"):
        world.tell(line)
else:
    assert [world.hear() for _ in range(3)] == ["", "one", "zwei ×"]
mine = [torch.full((2, 3), world.rank, dtype=torch.float16), torch.tensor(world.rank), torch.tensor([world.rank == 1]), torch.empty(0)]
world.same(mine)
assert [t.float().sum() for t in mine] == [0, 0, 0, 0]
both = [torch.tensor([1.0, 2.0]) * (world.rank + 1), torch.tensor(3, dtype=torch.int64) * world.rank, torch.full((2, 2), float(world.rank)).t()]
world.sum(both)
assert [t.tolist() for t in both] == [[6.0, 12.0], 9, [[3.0, 3.0], [3.0, 3.0]]], both
largest = [torch.tensor([-float(world.rank), float(world.rank)])]
world.maximum(largest)
assert largest[0].tolist() == [0, 2]
assert world.agree(True) and not world.agree(world.rank != 1)
if world.rank == 2:
    world.leave_word("the disk is full")
    world.drop(3)
try:
    while True:
        world.agree(True)
except Lost as lost:
    if world.leads:
        assert lost.ranks == (2,), lost
        assert "rank 2 of 3" in str(lost) and "the disk is full" in str(lost), lost
    world.drop(0)
"""


def test_processes_talk_add_up_and_notice_who_is_gone() -> None:
    children = start(3, ["-c", TALK], stderr=subprocess.PIPE)
    said = [child.communicate(timeout=60)[1] for child in children]
    assert [child.returncode for child in children] == [0, 0, 3], said
