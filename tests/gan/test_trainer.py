import copy
import math

import pytest
import torch
from torch import nn

from studio.errors import ConfigError
from studio.gan.games import Game
from studio.gan.optimizers import Optimizer
from studio.gan.trainer import NonFinite, Trainer
from tests.gan.making import config, images, whole

R3GAN = {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}
DCGAN = {"kind": "dcgan", "width": 4, "z_dim": 4}
FASTGAN = {"kind": "fastgan", "width": 2, "z_dim": 4}
STYLEGAN2 = {"kind": "stylegan2", "width": 4, "max_width": 8, "w_dim": 8, "z_dim": 4}


def weights(trainer: Trainer) -> dict[str, torch.Tensor]:
    return {f"{name}.{k}": v.clone() for name, tensors in trainer.weights().items() for k, v in tensors.items()}


def steps(trainer: Trainer, n: int) -> Trainer:
    for _ in range(n):
        trainer.step()
    return trainer


def same(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> bool:
    return a.keys() == b.keys() and all(torch.equal(a[k], b[k]) for k in a)


@pytest.mark.parametrize(
    "network", [R3GAN, DCGAN, {**DCGAN, "norm": "spectral"}, {**DCGAN, "norm": "none"}, FASTGAN, STYLEGAN2], ids=lambda n: f"{n['kind']}-{n.get('norm', '')}"
)
@pytest.mark.parametrize("classes", [0, 3])
def test_a_resumed_trainer_equals_the_uninterrupted_one_bit_for_bit(network: dict[str, object], classes: int) -> None:
    data = images(classes=classes)
    settings = config(network)
    whole = steps(Trainer(settings, data), 7)
    half = steps(Trainer(settings, data), 3)
    half.sample(torch.zeros(2, 4), torch.zeros(2, dtype=torch.int64) if classes else None)  # a live grid in between changes nothing
    half.statistics()
    kept = copy.deepcopy((half.weights(), half.state()))
    later = Trainer(settings, data)
    assert later.load(*kept) == []
    steps(later, 4)
    assert same(weights(whole), weights(later))
    assert later.nimg == whole.nimg == 28


@pytest.mark.parametrize("kind", sorted(Optimizer.kinds()))
@pytest.mark.parametrize("dtype", ["fp32", "bf16", "fp16"])
def test_every_optimizer_resumes_exactly_in_every_precision(kind: str, dtype: str) -> None:
    settings = config(optimizer={"kind": kind, "lr": 1e-3}, precision={"dtype": dtype})
    whole = steps(Trainer(settings, images()), 6)
    half = steps(Trainer(settings, images()), 3)
    later = Trainer(settings, images())
    assert later.load(copy.deepcopy(half.weights()), copy.deepcopy(half.state())) == []
    assert same(weights(whole), weights(steps(later, 3)))


def test_memory_layout_survives_a_resume() -> None:
    settings = config(R3GAN, precision={"dtype": "fp32", "channels_last": True})
    whole = steps(Trainer(settings, images()), 5)
    half = steps(Trainer(settings, images()), 2)
    stored = {name: {k: v.contiguous() for k, v in t.items()} for name, t in copy.deepcopy(half.weights()).items()}
    later = Trainer(settings, images())
    later.load(stored, {k: v.contiguous() for k, v in copy.deepcopy(half.state()).items()})
    assert same(weights(whole), weights(steps(later, 3)))


def test_the_seed_decides_the_run() -> None:
    first, second = (steps(Trainer(config(), images()), 3) for _ in range(2))
    other = steps(Trainer(config(training={"batch": 4, "seed": 1, "device": "cpu"}), images()), 3)
    assert same(weights(first), weights(second))
    assert not same(weights(first), weights(other))


def test_torchs_global_generator_is_left_alone() -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    steps(Trainer(config(), images()), 2)
    assert torch.equal(torch.rand(3), expected)


@pytest.mark.parametrize("kind", sorted(Optimizer.kinds()))
def test_a_non_finite_gradient_never_reaches_the_weights(kind: str) -> None:
    trainer = steps(Trainer(config(optimizer={"kind": kind, "lr": 1e-3}), images()), 3)
    trainer.statistics()
    before = weights(trainer)
    real = trainer.real
    trainer.real = lambda: (real()[0] * math.nan, None)  # type: ignore[method-assign]
    steps(trainer, 3)
    moved = [k for k, v in weights(trainer).items() if not k.startswith("generator_ema") and not torch.equal(v, before[k])]
    assert moved == []
    assert all(torch.isfinite(v).all() for v in weights(trainer).values())
    with pytest.raises(NonFinite) as fault:
        trainer.statistics()
    assert fault.value.player == "discriminator"


def test_fp16_forgives_a_skip_and_not_twenty() -> None:
    trainer = steps(Trainer(config(precision={"dtype": "fp16"}), images()), 3)
    before = weights(trainer)
    scale = float(trainer.players["discriminator"].guard.scale)
    real = trainer.real
    trainer.real = lambda: (real()[0] * math.nan, None)  # type: ignore[method-assign]
    trainer.step()
    assert all(torch.equal(v, before[k]) for k, v in weights(trainer).items() if k.startswith("discriminator"))
    assert float(trainer.players["discriminator"].guard.scale) < scale
    trainer.statistics()
    steps(trainer, 20)
    with pytest.raises(NonFinite):
        trainer.statistics()


def test_the_fakes_of_ds_turn_are_frozen_and_d_is_frozen_in_gs() -> None:
    trainer = Trainer(config(), images())
    seen: dict[str, tuple[bool, bool]] = {}
    loss = type(trainer.config.game).loss

    class Watching(type(trainer.config.game), kind=""):  # type: ignore[misc]
        def loss(self, player, networks, *rest):  # type: ignore[no-untyped-def]
            seen[player] = tuple(any(p.requires_grad for p in networks[n].parameters()) for n in ("generator", "discriminator"))
            return loss(self, player, networks, *rest)

    trainer.config = trainer.config.model_copy(update={"game": Watching()})
    trainer.step()
    assert seen == {"discriminator": (False, True), "generator": (True, False)}


def test_each_turn_moves_its_own_player_alone() -> None:
    trainer = Trainer(config(), images())
    for player in trainer.config.game.turns(trainer.config):
        before = weights(trainer)
        trainer._turn(player, 0)
        changed = {k.split(".")[0] for k, v in weights(trainer).items() if not torch.equal(v, before[k])}
        assert changed == {player}


def test_d_steps_are_taken_and_counted_as_images() -> None:
    trainer = Trainer(config(game={"kind": "generation", "d_steps": 3}), images())
    trainer.step()
    assert trainer.nimg == 12
    assert trainer.config.game.turns(trainer.config) == ("discriminator",) * 3 + ("generator",)


def test_statistics_are_means_and_extremes_since_the_last_call() -> None:
    trainer = Trainer(config(), images())
    for value in (1.0, 5.0, 3.0):
        trainer.note("probe", torch.tensor(value))
    for _ in range(200):
        trainer.note("many", torch.tensor([0.0, 2.0]))
    found = trainer.statistics()
    assert found["probe"] == (3.0, 1.0, 5.0)
    assert found["many"] == (1.0, 0.0, 2.0)
    assert trainer.statistics() == {}


def test_a_lazy_penalty_is_taken_every_kth_step_and_k_times_as_strong() -> None:
    trainer = Trainer(config(objective={"kind": "relativistic", "gamma": 2.0, "penalty_every": 4}), images())
    due = []
    for _ in range(8):
        values = trainer._values()
        due.append(values.penalty_due)
        assert values.gamma == 8.0
        trainer.step()
    assert due == [True, False, False, False] * 2


@pytest.mark.parametrize("penalty", ["r1", "r2", "r1_r2"])
def test_ds_loss_holds_gamma_over_two_times_the_squared_gradient(penalty: str) -> None:
    gamma = 3.0

    class Linear(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.w = nn.Parameter(torch.linspace(-1, 1, 64))

        def forward(self, x: torch.Tensor, c: torch.Tensor | None) -> torch.Tensor:
            return x.flatten(1) @ self.w

    for network in (None, R3GAN):  # an mlp takes both passes in one, r3gan apart
        with_it = Trainer(config(network, objective={"kind": "hinge", "penalty": penalty, "gamma": gamma}), images())
        without = Trainer(config(network, objective={"kind": "hinge", "penalty": "none"}), images())
        losses = []
        for trainer in (with_it, without):
            trainer.networks["discriminator"] = Linear()
            losses.append(trainer.config.game.loss("discriminator", trainer.networks, trainer.config, whole(trainer), trainer._values()))
        squared = float(torch.linspace(-1, 1, 64).square().sum())
        times = 2 if penalty == "r1_r2" else 1
        assert (losses[0] - losses[1]).item() == pytest.approx(times * gamma / 2 * squared, rel=1e-4)


def test_instance_noise_reaches_d_and_only_when_asked() -> None:
    largest = []
    for sigma in (0.0, 1.0):
        trainer = Trainer(config(R3GAN, objective={"kind": "hinge", "instance_noise": sigma}), images())
        seen: list[torch.Tensor] = []
        trainer.networks["discriminator"].register_forward_pre_hook(lambda _, inputs, seen=seen: seen.append(inputs[0].detach()))
        trainer.step()
        largest.append(float(seen[0][: trainer.batch].abs().max()))  # the reals come first
    assert largest[0] <= 1.0 < largest[1]


def test_a_schedule_drives_the_learning_rate_by_nimg_alone() -> None:
    settings = config(optimizer={"kind": "adam", "lr": "0.01 -> 0.001 linear", "lr_ratio": 2.0}, training={"batch": 4, "kimg": 0.04, "device": "cpu"})
    trainer = Trainer(settings, images())
    rates = []
    for _ in range(10):
        trainer.step()
        rates.append((trainer.players["discriminator"].optimizer.param_groups[0]["lr"], trainer.players["generator"].optimizer.param_groups[0]["lr"]))
    assert rates[0] == (pytest.approx(0.02), pytest.approx(0.01 - 0.009 * 0.1))
    assert rates[-1][0] == pytest.approx(2 * (0.01 - 0.009 * 0.9))


def test_a_live_change_takes_effect_at_the_next_step() -> None:
    trainer = steps(Trainer(config(), images()), 1)
    trainer.apply(trainer.config.with_option("optimizer.lr", 0.0123, live=True))
    trainer.step()
    assert trainer.players["generator"].optimizer.param_groups[0]["lr"] == 0.0123
    trainer.apply(trainer.config.with_option("objective", "hinge", live=True))
    trainer.step()
    assert "loss/D" in trainer.statistics()


def test_data_that_the_network_cannot_make_is_refused_with_the_field() -> None:
    with pytest.raises(ConfigError, match=r"network\."):
        Trainer(config({"kind": "dcgan", "width": 4}), images(size=(9, 7, 1)))


@pytest.mark.parametrize("kind", sorted(Game.kinds()))
def test_every_game_names_its_players(kind: str) -> None:
    trainer = Trainer(config(game=kind), images())
    assert set(trainer.config.game.turns(trainer.config)) == set(trainer.networks)
    assert Game.read(trainer.config.game.dump()) == trainer.config.game
