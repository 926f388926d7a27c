"""What the networks themselves are asked: slopes, and the use of class and latent, with networks whose answers are known."""

import math
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from studio.doctor.players import Players
from studio.doctor.sight import Asked, Bout, gather, see
from studio.doctor.signals import Signal, examine
from studio.gan.slices import whole
from studio.gan.trainer import Trainer
from tests.doctor.examining import noise, stored
from tests.gan.making import config


class Dot(nn.Module):
    """D(x) = ⟨a, x⟩ of the flat sample: its slope is ‖a‖ everywhere."""

    def __init__(self, a: Tensor) -> None:
        super().__init__()
        self.a = nn.Parameter(a)

    def forward(self, x: Tensor, c: Tensor | None = None) -> Tensor:
        return x.flatten(1) @ self.a


class Picture(nn.Module):
    """G(z, c): a third of the first number of z in all pixels, times `by_latent`, plus a tenth of the class's number times `by_class`."""

    def __init__(self, by_latent: float, by_class: float) -> None:
        super().__init__()
        self.by = nn.Parameter(torch.tensor([float(by_latent), float(by_class)]))

    def forward(self, z: Tensor, c: Tensor) -> Tensor:
        level = self.by[0] * z[:, 0] / 3 + self.by[1] * c / 10
        return level.view(-1, 1, 1, 1).expand(-1, 1, 8, 8)


def trained(*, shown: float = 0.0, **networks: nn.Module) -> Trainer:
    """A trainer of labelled pictures with these networks. shown: how much brighter a picture is a class higher; with 0 it does not show its class."""
    x = (noise(400, 1, 1, 1).div(30 if shown else 3) + shown * (torch.arange(400) % 4).view(-1, 1, 1, 1)).clamp(-1, 1).expand(-1, 1, 8, 8)
    trainer = Trainer(config(), stored(x, torch.arange(400) % 4, told=True))
    trainer.networks.update(networks)
    return trainer


def examined(kind: str, trainer: Trainer, n: int = 256, **objective: Any) -> dict[str, float]:
    bank, players = whole(gather(trainer.dataset)), Players(trainer)
    players.refresh()
    asked = Asked(noise(n, 4), torch.arange(n) % 4)
    fakes = players.make(*asked)
    bout = Bout(players, bank.reals()[:32], bank.c[:32], fakes[:32], Asked(asked.z[:32], asked.c[:32]))
    return whole(examine([Signal.read(kind)], whole(see(bank, fakes, asked=asked, bout=bout)), bank))


def test_slopes_of_a_straight_discriminator_are_its_own():
    a = noise(64)
    found = examined("slopes", trained(generator=Picture(1, 1), discriminator=Dot(a)))
    assert found["grad_real"] == pytest.approx(float(a.norm()), rel=1e-5)
    assert found["grad_fake"] == pytest.approx(float(a.norm()), rel=1e-5)


def test_the_gradient_of_g_is_that_of_its_objective():
    """Relativistic: softplus(D(x) − D(G(z, c))), in parts as in one; the reals and their classes are the bout's."""
    trainer = trained(generator=Picture(1, 1), discriminator=Dot(0.1 * noise(64)))
    g, d = trainer.networks["generator"], trainer.networks["discriminator"]
    bank = whole(gather(trainer.dataset))
    loss = trainer.config.objective.g_loss(d(bank.reals()[:32]), d(g(noise(256, 4)[:32], bank.c[:32])))
    (expected,) = torch.autograd.grad(loss, [g.by])
    found = examined("slopes", trainer)["grad_G"]
    assert found == pytest.approx(float(expected.norm()), rel=1e-5)


def test_an_exploding_discriminator_is_told_by_the_answer_that_is_no_number():
    found = examined("slopes", trained(generator=Picture(1, 1), discriminator=Dot(torch.full((64,), math.inf))))
    assert found["finite"] == 0
    assert not {"grad_real", "grad_fake", "grad_G"} & set(found)


def test_a_used_class_and_latent():
    found = examined("use", trained(generator=Picture(1, 1)))
    assert found["label_use"] > 0.2
    assert found["latent_use"] == pytest.approx(1, abs=0.2)


def test_an_ignored_class_changes_nothing():
    found = examined("use", trained(generator=Picture(1, 0)))
    assert found["label_use"] == 0
    assert found["latent_use"] == pytest.approx(1, abs=0.2)


def test_samples_that_look_like_the_class_asked_for():
    found = examined("use", trained(shown=0.2, generator=Picture(0.1, 2)))
    assert found["label_told"] > 0.9
    assert found["label_hit"] == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("level", [0.0, 0.2], ids=["one class for all", "all classes by chance"])
def test_samples_that_look_like_any_class(level: float):
    found = examined("use", trained(shown=0.2, generator=Picture(level * 15, 0)))
    assert found["label_hit"] == pytest.approx(0, abs=0.15)


def test_where_reals_do_not_show_their_class_samples_cannot_miss_it():
    found = examined("use", trained(generator=Picture(1, 1)))
    assert found["label_told"] == pytest.approx(0, abs=0.15)
    assert "label_hit" not in found


def test_an_ignored_latent_leaves_one_picture_a_class():
    found = examined("use", trained(generator=Picture(0, 1)))
    assert found["latent_use"] == pytest.approx(0, abs=1e-6)
    assert "label_use" not in found  # nothing to divide by


def test_few_fakes_of_one_class_leave_the_latent_open():
    x = noise(400, 2)
    trainer = Trainer(config({"kind": "mlp", "z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1}), stored(x, torch.arange(400) // 2, told=True))
    bank = whole(gather(trainer.dataset))
    asked = Asked(noise(64, 4), torch.arange(64))
    assert whole(examine([Signal.read("use")], whole(see(bank, noise(64, 2), asked=asked)), bank)) == {}
