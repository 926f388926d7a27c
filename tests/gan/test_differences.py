"""The gradient penalty by differences as a run plays it: right on average, the same in parts, and refused where it cannot be right."""

from typing import Any

import pytest
import torch

from studio.errors import ConfigError
from studio.gan.config import RunConfig
from studio.gan.draws import Part
from studio.gan.games import Values
from studio.gan.trainer import Trainer
from tests.gan.making import config, images

DUE = Values(gamma=1.0, instance_noise=0.0, penalty_due=True, step=0)
NETWORKS = {
    "dcgan": {"kind": "dcgan", "width": 4, "z_dim": 4, "norm": "none"},
    "mlp": {"kind": "mlp", "z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1},
}


def settings(network: str, penalty: str = "r1_r2", **more: Any) -> RunConfig:
    objective = {"kind": "relativistic", "penalty": penalty, **more}
    return config(NETWORKS[network], objective=objective, precision={"dtype": "fp64"}, training={"batch": 8, "device": "cpu"})


def play(trainer: Trainer, settings: RunConfig, drawn: list[object]) -> None:
    """D's loss with what was drawn before, and fresh disturbances; its terms are noted."""
    part = Part(trainer, drawn, trainer.batch, (0, trainer.batch))
    settings.game.loss("discriminator", trainer.networks, settings, part, DUE)


@pytest.mark.parametrize("network", sorted(NETWORKS))
@pytest.mark.parametrize("penalty", ["r1", "r2", "r1_r2"])
def test_the_penalty_is_the_exact_one_on_average(network: str, penalty: str) -> None:
    """For the same reals and fakes; leaky ReLUs have kinks, so that near means near."""
    exact, near = settings(network, penalty), settings(network, penalty, penalty_by="difference", penalty_sigma=0.01)
    trainer = Trainer(exact, images())
    with torch.no_grad():
        for p in trainer.networks["discriminator"].parameters():
            p.mul_(4)  # so that there is something to punish from the start
    drawn: list[object] = []
    play(trainer, exact, drawn)
    wanted = {name: mean for name, (mean, _, _) in trainer.statistics().items() if name.startswith("penalty")}
    assert wanted.keys() == {f"penalty/{name}" for name in penalty.split("_")}
    for _ in range(400):
        play(trainer, near, drawn[:2])  # the reals and the latents
    found = trainer.statistics()
    for name, value in wanted.items():
        assert found[name][0] == pytest.approx(value, rel=0.08)  # √(2/400·8) is .025
        assert found[name][1] < 0.5 * value  # one alone scatters


@pytest.mark.parametrize("network", sorted(NETWORKS))
def test_it_is_noted_and_adds_up_over_parts(network: str) -> None:
    ends = []
    for micro in (0, 3):
        chosen = settings(network, penalty_by="difference", instance_noise=0.1)
        trainer = Trainer(chosen.with_option("training.micro_batch", micro), images())
        for _ in range(3):
            trainer.step()
        assert {"penalty/r1", "penalty/r2"} <= trainer.statistics().keys()
        ends.append(trainer.weights()["discriminator"])
    for name, value in ends[0].items():
        torch.testing.assert_close(
            ends[1][name],
            value,
            rtol=1e-9,
            atol=1e-11,  # what is divided by σ² is rounded differently
        )


def test_behind_an_augmentation_it_is_refused() -> None:
    data = settings("dcgan", penalty_by="difference").dump()
    with pytest.raises(ConfigError, match=r"objective\.penalty_by"):
        RunConfig.read({**data, "augment": "diffaugment"})
    assert RunConfig.read({**data, "augment": "none"})
