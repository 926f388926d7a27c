"""Copies of the networks."""

import copy

import pytest
import torch

from studio.doctor.players import MOST, Players
from tests.doctor.examining import noise
from tests.doctor.probing import FAMILIES, trainer_of
from tests.gan.making import images


def played(family, **over):
    trainer = trainer_of(family, images(200, (16, 16, 3)), **over)
    for _ in range(3):
        trainer.step()
    players = Players(trainer)
    players.refresh()
    return trainer, players


@pytest.mark.parametrize("family", FAMILIES)
def test_fakes_are_those_of_g_outside_training(family):
    trainer, players = played(family)
    g, z = copy.deepcopy(trainer.networks["generator"]).eval(), noise(5, 4)
    with torch.no_grad():
        assert torch.equal(players.make(z, None), trainer.config.network.sample(g, z, None))


@pytest.mark.parametrize("family", FAMILIES)
def test_d_judges_as_it_does_in_training(family):
    """By the batch that it is given where its family does so: its running statistics would take fakes for reals."""
    trainer, players = played(family)
    d, x = copy.deepcopy(trainer.networks["discriminator"]), noise(8, 3, 16, 16)
    with torch.no_grad():
        expected = d.train(trainer.config.network.uses_batch_statistics)(x, None)
    assert torch.equal(players.judge(x, None), expected)


def test_copies_follow_training_only_when_they_are_asked_to():
    trainer, players = played("dcgan batch")
    z = noise(5, 4)
    before = players.make(z, None)
    trainer.step()
    assert torch.equal(players.make(z, None), before)
    players.refresh()
    assert not torch.equal(players.make(z, None), before)


def test_slopes_are_those_of_the_logits_by_the_samples():
    trainer, players = played("mlp")
    x = noise(6, 3, 16, 16)
    d = trainer.networks["discriminator"]
    for k, slope in enumerate(players.slopes(x, None).tolist()):
        one = x[k : k + 1].clone().requires_grad_()
        (gradient,) = torch.autograd.grad(d(one, None).sum(), one)
        assert slope == pytest.approx(float(gradient.norm()), rel=1e-4)


def test_as_many_pass_at_once_as_in_training_or_more_where_they_are_small():
    batch = {"batch": 32, "kimg": 1, "device": "cpu"}
    assert played("mlp", training=batch)[1].at_once == 32
    assert played("mlp", training={**batch, "micro_batch": 4})[1].at_once == (1 << 14) // (3 * 16 * 16)
    small = trainer_of("mlp", images(200, (4, 4, 1)), training=batch)
    assert Players(small).at_once == MOST
