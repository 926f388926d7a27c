"""What `auto` comes to: the choice among what is safe, its reasons, and that trying leaves no trace."""

import math
from typing import Any

import pytest
import torch

from studio.gan import auto
from studio.gan.auto import Choice, Setting, choose, plain, settled
from studio.gan.config import RunConfig
from studio.gan.precision import bf16_units
from studio.gan.slices import whole
from studio.gan.trainer import Trainer
from tests.gan.making import config, images

R3GAN = {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}
DCGAN = {"kind": "dcgan", "width": 4, "z_dim": 4}
PLENTY = 8 << 30


def settings(network: dict[str, Any] = R3GAN, **over: Any) -> RunConfig:
    return config(network, **{"training": {"batch": 8, "device": "cpu", "kimg": 1}, **over})


def chosen(config: RunConfig, limit: int = PLENTY, budget_s: float = 60.0) -> Choice:
    return whole(choose(config, images(), limit, budget_s=budget_s))


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.gan.precision._CORES", 2)


@pytest.mark.parametrize(("run_s", "budget_s"), [(60, 5.0), (3600, 10.8), (1e6, 30.0)])
def test_a_long_run_is_worth_more_trying(run_s: float, budget_s: float) -> None:
    assert auto.worth(5.0, run_s) == pytest.approx(budget_s)
    assert auto.worth(0.0, run_s) == 0.0


def test_the_fastest_of_those_measured_is_taken_and_the_reason_told() -> None:
    found = chosen(settings())
    timed = {m.setting: m.seconds for m in found.table}
    assert found.setting in timed
    assert timed[found.setting] <= min(timed.values()) * auto.GAIN**3  # one must beat the other by more than chance
    assert "ms a round" in found.why
    assert found.table[0].setting == plain(settings())
    assert found.part == 0


def test_number_formats_that_are_not_safe_are_never_tried() -> None:
    tried = {m.setting.dtype for m in chosen(settings()).table}
    assert tried <= {"fp32", "bf16"}
    assert ("bf16" in tried) is bf16_units(torch.device("cpu"))


def test_without_units_for_it_bf16_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"amx_bf16": False})
    assert {m.setting.dtype for m in chosen(settings()).table} == {"fp32"}


def test_a_format_whose_gradients_differ_is_refused_with_the_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"amx_bf16": True})
    monkeypatch.setattr("studio.gan.auto.AGREEMENT", {"fp32": 1e-3, "bf16": 1e-6})
    found = chosen(settings())
    refused = [m for m in found.table if m.setting.dtype == "bf16"]
    assert refused
    assert all(math.isinf(m.seconds) and "% off" in m.remark for m in refused)
    assert found.setting.dtype == "fp32"


def test_the_layout_does_not_change_the_gradients_and_bf16_little() -> None:
    for measured in chosen(settings()).table:
        off = float(measured.remark.removesuffix(" % off"))
        assert off < (0.1 if measured.setting.dtype == "fp32" else 10)


@pytest.mark.usefixtures("two_cores")
def test_fewer_cores_are_tried_too() -> None:
    search, tried = choose(settings(), images(), PLENTY), set()
    for _ in search:
        tried.add(torch.get_num_threads())
    assert tried == {1, 2}


def test_what_a_person_set_is_not_tried_otherwise() -> None:
    found = chosen(settings(precision={"dtype": "bf16", "channels_last": "on", "threads": 1}))
    assert found.setting == Setting("bf16", True, False, 1)
    assert found.table == ()
    half = chosen(settings(precision={"dtype": "fp32", "threads": 1}))
    assert {m.setting.dtype for m in half.table} == {"fp32"}
    assert {m.setting.channels_last for m in half.table} == {True, False}


def test_networks_too_small_to_share_are_not_measured() -> None:
    found = chosen(config())
    assert (found.setting, found.table) == (Setting("fp32", False, False, 1), ())
    assert "one core" in found.why


def test_no_time_leaves_the_plain_setting() -> None:
    found = chosen(settings(), budget_s=0.0)
    assert found.setting == plain(settings())
    assert [m.is_timed for m in found.table] == [True, *[False] * (len(found.table) - 1)]
    assert all("no time" in m.remark for m in found.table[1:])


@pytest.mark.parametrize("network", [R3GAN, DCGAN], ids=lambda n: n["kind"])
def test_trying_leaves_the_runs_numbers_bit_for_bit(network: dict[str, Any]) -> None:
    ends = []
    for trying in (False, True):
        torch.manual_seed(7)
        trainer = Trainer(settings(network), images())
        for _ in range(2):
            trainer.step()
        if trying:
            chosen(settings(network))
        trainer.step()
        ends.append(({f"{file}/{k}": v for file, named in trainer.weights().items() for k, v in named.items()} | trainer.state(), torch.rand(3)))
    (one, drawn), (other, drawn_too) = ends
    assert torch.equal(drawn, drawn_too)
    assert one.keys() == other.keys()
    assert all(torch.equal(one[k], other[k]) for k in one)


@pytest.mark.usefixtures("two_cores")
def test_the_number_of_threads_comes_back_when_trying_ends_early() -> None:
    before = torch.get_num_threads()
    search = choose(settings(), images(), PLENTY)
    for _ in range(6):
        next(search)
    torch.set_num_threads(2)
    search.close()
    assert torch.get_num_threads() == before


def test_trying_stops_often_and_says_how_far_it_is() -> None:
    steps = list(choose(settings(), images(), PLENTY))
    assert len(steps) > 10
    assert all(0 <= s.done <= s.total for s in steps)


@pytest.mark.parametrize(("norm", "differs"), [("none", False), ("spectral", True), ("batch", True)])
def test_a_batch_that_does_not_fit_passes_in_parts_and_a_person_is_told(norm: str, differs: bool) -> None:
    wanted = settings({**DCGAN, "norm": norm}, training={"batch": 512, "device": "cpu"})
    need = chosen(wanted, budget_s=0.0).need
    found = chosen(wanted, limit=need * 2 // 3, budget_s=0.0)
    assert 0 < found.part < 512
    assert f"parts of {found.part}" in found.why
    assert ("differs" in found.why) is differs


def test_parts_that_a_person_set_stay() -> None:
    found = chosen(settings(training={"batch": 8, "micro_batch": 3, "device": "cpu"}), limit=0)
    assert found.part == 3


def test_a_choice_replaces_every_auto() -> None:
    wanted = settings()
    made = settled(wanted, Setting("bf16", True, False, 2), 4)
    assert made.precision.dump() == {"dtype": "bf16", "channels_last": "on", "compile": "off", "threads": 2}
    assert made.training.micro_batch == 4
    assert set(made.differences(wanted)) == {"precision.dtype", "precision.channels_last", "precision.compile", "precision.threads", "training.micro_batch"}


def test_left_alone_auto_is_plain_fp32() -> None:
    """A trainer that nobody chose for gives the numbers of fp32."""
    ends = []
    for precision in ({}, {"dtype": "fp32", "channels_last": "off", "compile": "off"}):
        trainer = Trainer(settings(precision=precision), images())
        trainer.step()
        ends.append(trainer.weights()["generator"])
    assert all(torch.equal(ends[0][k], ends[1][k]) for k in ends[0])
