"""Derivatives by hand against autograd's: the maths in double precision, whole turns of the game as they train."""

import pytest
import torch
from torch import Tensor, nn

from studio.gan import analytic
from studio.gan.analytic import Known, Plain
from studio.gan.games import Values
from studio.gan.networks.mlp import Mlp
from studio.gan.objectives import Objective
from studio.gan.penalties import zero_centred
from studio.gan.trainer import Trainer
from tests.gan.making import config, images, whole

PLAIN_MLP = {"kind": "mlp", "z_dim": 3, "width": 12, "depth": 3, "d_width": 10, "d_depth": 2, "slope": 0.1}


def mlps(seed: int, **options: object) -> tuple[nn.Module, nn.Module]:
    """A G and a D in double precision whose biases matter."""
    torch.manual_seed(seed)
    spec = Mlp.read({"kind": "mlp", **options})
    made = spec.generator((2,), 0).double(), spec.discriminator((2,), 0).double()
    for network in made:
        for p in network.parameters():
            p.data += 0.3 * torch.randn_like(p)
    return made


SHAPES = [
    {"z_dim": depth, "width": 5 + depth, "depth": depth, "d_width": 16 - depth, "d_depth": depth, "slope": slope}
    for depth, slope in ((1, 0.2), (2, 0.0), (4, 0.02), (6, 1.0))
]
SHAPES += [{**SHAPES[2], "d_waves": 5, "d_finest": 0.7}]


def plain(network: nn.Module) -> Plain:
    found: Plain | None = network.plain()  # type: ignore[operator]
    assert found is not None
    return found


def by_name(network: nn.Module, known: Known) -> dict[str, Tensor]:
    known.backward()
    found = {name: p.grad for name, p in network.named_parameters() if p.grad is not None}
    assert found.keys() == dict(network.named_parameters()).keys()
    return found


def largest_difference(found: dict[str, Tensor], network: nn.Module, loss: Tensor) -> float:
    expected = torch.autograd.grad(loss, list(network.parameters()))
    return max(float((found[name] - g).abs().max()) for (name, _), g in zip(network.named_parameters(), expected, strict=True))


@pytest.mark.parametrize("options", SHAPES, ids=str)
def test_ds_gradients_with_r1_and_r2_equal_double_backwards(options: dict[str, object]) -> None:
    _, discriminator = mlps(1, **options)
    x, e, strength = torch.randn(9, 2).double(), torch.randn(9).double(), 0.7
    judged = analytic.judge(plain(discriminator), x)
    found = by_name(discriminator, analytic.judge_gradients(plain(discriminator), judged, e, strength))
    leaf = x.clone().requires_grad_()
    d = discriminator(leaf)
    squared = zero_centred(d, leaf)
    assert torch.equal(judged.d, d)
    torch.testing.assert_close(judged.gradients.square().sum(1), squared.detach(), rtol=1e-12, atol=1e-12)
    assert largest_difference(found, discriminator, (e * d).sum() + strength * squared.sum()) < 1e-10


@pytest.mark.parametrize("options", SHAPES, ids=str)
def test_gs_gradients_through_d_equal_autograds(options: dict[str, object]) -> None:
    generator, discriminator = mlps(2, **options)
    z, e = torch.randn(9, int(str(options["z_dim"]))).double(), torch.randn(9).double()
    entered, x = analytic.forward(plain(generator), z)
    seen, d = analytic.forward(plain(discriminator), x)
    pulled = analytic.pull(plain(discriminator), seen, e.unsqueeze(1))
    found = by_name(generator, analytic.gradients(plain(generator), entered, pulled))
    judged = discriminator(generator(z))
    assert torch.equal(d.squeeze(1), judged)
    assert largest_difference(found, generator, (e * judged).sum()) < 1e-10


@pytest.mark.parametrize("kind", sorted(Objective.kinds()))
@pytest.mark.parametrize("penalty", ["none", "r1_r2"])
@pytest.mark.parametrize("noise", [0.0, 0.3])
@pytest.mark.parametrize("waves", [0, 6])
def test_a_turn_by_hand_gives_autograds_gradients_and_statistics(kind: str, penalty: str, noise: float, waves: int, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = config({**PLAIN_MLP, "d_waves": waves, "d_finest": 2.0}, objective={"kind": kind, "penalty": penalty, "gamma": 1.5, "instance_noise": noise})
    for player in ("discriminator", "generator"):
        hand, auto = (Trainer(settings, images()) for _ in range(2))
        known = turn(hand, player)
        assert isinstance(known, Known)
        known.backward()
        with monkeypatch.context() as patch:
            patch.setattr("studio.gan.networks.mlp._Player.plain", lambda _: None)
            loss = turn(auto, player)
        assert isinstance(loss, Tensor)
        loss.backward()  # type: ignore[no-untyped-call]
        for found, expected in zip(hand.players[player].parameters, auto.players[player].parameters, strict=True):
            assert found.grad is not None
            torch.testing.assert_close(found.grad, expected.grad, rtol=2e-6, atol=2e-6)
        ours, theirs = hand.statistics(), auto.statistics()
        assert ours.keys() == theirs.keys()
        for name in ours:
            assert ours[name] == pytest.approx(theirs[name], rel=1e-5, abs=1e-6)


def turn(trainer: Trainer, player: str) -> Tensor | Known:
    for name, one in trainer.players.items():
        one.freeze(name != player)
    found: Tensor | Known = trainer.config.game.loss(player, trainer.networks, trainer.config, whole(trainer), trainer._values())
    return found


@pytest.mark.parametrize(
    "over",
    [{"precision": {"dtype": "bf16"}}, {"objective": {"kind": "wasserstein", "penalty": "wgan_gp"}}, {"objective": {"kind": "hinge", "penalty": "r1"}}],
    ids=str,
)
def test_what_cannot_be_done_by_hand_is_left_to_autograd(over: dict[str, object]) -> None:
    assert isinstance(turn(Trainer(config(PLAIN_MLP, **over), images()), "discriminator"), Tensor)


def test_networks_with_classes_are_left_to_autograd() -> None:
    for player in ("discriminator", "generator"):
        assert isinstance(turn(Trainer(config(PLAIN_MLP), images(classes=3)), player), Tensor)


def test_a_lazy_penalty_is_left_out_by_hand_too() -> None:
    trainer = Trainer(config(PLAIN_MLP), images())
    trainer.config.game.loss(
        "discriminator", trainer.networks, trainer.config, whole(trainer), Values(gamma=1.0, instance_noise=0.0, penalty_due=False, step=0)
    )
    assert "penalty/r1" not in trainer.statistics()


@pytest.mark.parametrize("kind", sorted(Objective.kinds()))
def test_slopes_are_the_losses_derivatives(kind: str) -> None:
    objective = Objective.read(kind)
    torch.manual_seed(3)
    real, fake = (3 * torch.randn(50, dtype=torch.float64) for _ in range(2))
    loss, e_real, e_fake = objective.d_slopes(real, fake)
    leaves = real.clone().requires_grad_(), fake.clone().requires_grad_()
    expected = objective.d_loss(*leaves)
    torch.testing.assert_close((loss, e_real, e_fake), (expected.detach(), *torch.autograd.grad(expected, leaves)), rtol=1e-12, atol=1e-14)
    paired = real if objective.pairs else None
    loss, e_fake = objective.g_slopes(paired, fake)
    expected = objective.g_loss(paired, leaves[1])
    torch.testing.assert_close((loss, e_fake), (expected.detach(), *torch.autograd.grad(expected, leaves[1])), rtol=1e-12, atol=1e-14)
