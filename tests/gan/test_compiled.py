"""Where torch.compile is used and what happens when it cannot. The backend is one that needs no compiler; which passes it gets is ours."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from studio.gan.auto import choose
from studio.gan.compiled import Compiled
from studio.gan.config import RunConfig
from studio.gan.games import Values
from studio.gan.slices import whole
from studio.gan.trainer import Trainer
from tests.gan.making import config, images

R3GAN = {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}
compile_for_real = torch.compile

# torch's own: it looks at the gradient of what the networks pass on
pytestmark = pytest.mark.filterwarnings("ignore:The .grad attribute of a Tensor that is not a leaf")


def settings(switch: str = "on", **objective: Any) -> RunConfig:
    return config(
        R3GAN,
        training={"batch": 4, "device": "cpu"},
        precision={"dtype": "fp32", "channels_last": "off", "compile": switch, "threads": 1},
        objective={"kind": "relativistic", **objective},
    )


def by(backend: Any) -> Callable[..., Any]:
    return lambda network: compile_for_real(network, backend=backend)


def broken(graph: object, examples: object) -> None:
    raise RuntimeError("no compiler here")


@pytest.fixture(autouse=True)
def no_compiler_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    torch._dynamo.reset()
    monkeypatch.setattr(torch, "compile", by("eager"))


def names(trainer: Trainer, player: str, *, due: bool) -> set[str]:
    """The networks that are compiled in this turn."""
    assert trainer.compiled is not None
    chosen = trainer.compiled.networks(player, trainer.config, Values(gamma=1, instance_noise=0, penalty_due=due, step=1))
    return {name for name, network in chosen.items() if network is not trainer.networks[name]}


def test_what_is_differentiated_twice_is_not_compiled() -> None:
    exact = Trainer(settings(), images())
    assert names(exact, "generator", due=True) == {"generator", "discriminator"}
    assert names(exact, "discriminator", due=True) == {"generator"}
    assert names(exact, "discriminator", due=False) == {"generator", "discriminator"}
    by_difference = Trainer(settings(penalty_by="difference"), images())
    assert names(by_difference, "discriminator", due=True) == {"generator", "discriminator"}


def test_a_family_with_a_term_of_its_own_keeps_that_network_as_it_is() -> None:
    network = {"kind": "stylegan2", "width": 4, "max_width": 8, "z_dim": 4, "w_dim": 4, "mapping_depth": 1}
    chosen = RunConfig.read({**settings().dump(), "network": network})
    assert "generator" not in names(Trainer(chosen, images()), "generator", due=False)


def played(switch: str, rounds: int = 3) -> tuple[Trainer, dict[str, torch.Tensor]]:
    trainer = Trainer(settings(switch, penalty_every=2), images())
    for _ in range(rounds):
        trainer.step()
    return trainer, {f"{file}/{k}": v for file, named in trainer.weights().items() for k, v in named.items()}


def test_compiled_networks_train_as_the_others_do() -> None:
    fast, weights = played("on")
    assert fast.compiled is not None
    assert fast.compiled.fault == ""
    for name, value in played("off")[1].items():
        torch.testing.assert_close(weights[name], value)


def test_where_nothing_can_be_compiled_training_goes_on_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch, "compile", by(broken))
    trainer, weights = played("on")
    assert trainer.compiled is not None
    assert "no compiler here" in trainer.compiled.fault
    assert all(torch.equal(weights[name], value) for name, value in played("off")[1].items())
    assert "no compiler here" in trainer.compiled.news()
    assert trainer.compiled.news() == ""  # said once


def test_a_fault_of_the_networks_own_is_not_hidden() -> None:
    trainer = Trainer(settings(), images())
    trainer.networks["generator"].forward = lambda *_: torch.zeros(2, 3) @ torch.zeros(2, 3)
    with pytest.raises(RuntimeError, match="shapes cannot be multiplied"):
        trainer.step()


def test_asked_for_where_it_cannot_be_had_it_is_left_off_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch, "compile", by(broken))
    found = whole(choose(settings(), images(), 8 << 30))
    assert not found.setting.compile
    assert any("no compiler here" in m.remark for m in found.table)


def test_asked_for_it_is_taken_where_it_works_and_off_elsewhere() -> None:
    assert isinstance(Trainer(settings(), images()).compiled, Compiled)
    assert Trainer(settings("auto"), images()).compiled is None
    assert not whole(choose(settings("auto"), images(), 8 << 30)).setting.compile  # on a processor
