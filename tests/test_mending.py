"""Remedies carried out by a worker: all of their commands between two steps, or none of them."""

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.messages import FreshDiscriminator, Mend, Pause, Resume, Rollback, SaveCheckpoint, SetOption
from studio.runs.checkpoints import CheckpointStore
from studio.runs.view import RunView
from tests.gan.making import config
from tests.test_worker import Hosted, answer

NONE = {"kind": "dcgan", "width": 4, "z_dim": 4, "norm": "none"}
RPGAN = {"kind": "set_option", "path": "objective", "value": {"kind": "relativistic", "penalty": "r1_r2", "gamma": 0.7}}
SLOWER = {"kind": "set_option", "path": "optimizer.lr_ratio", "value": 0.25}
FRESH = {"kind": "fresh_discriminator"}


@pytest.fixture(autouse=True)
def every_step_looks_for_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run this small is over before the next look by the clock."""
    monkeypatch.setattr("studio.worker.LOOK_S", 0.0)


def small(**over: Any) -> RunConfig:
    return config(NONE, objective="hinge", training={"batch": 4, "kimg": 0.4, "device": "cpu"}, **over)


@pytest.fixture
def hosted(home: Path) -> Hosted:
    """A run that trains, with a checkpoint of its beginning (1) and one from later on (2)."""
    host = Hosted(create_run(home / "runs" / "0001-test", small()))
    host.go(6)
    host.tell(SaveCheckpoint())
    host.go(6)
    return host


def mend(*commands: dict[str, Any]) -> Mend:
    return Mend(alarm="mode_drop", title="Roll back and mend", commands=commands)


def back(checkpoint: int = 2, options: str = "keep") -> dict[str, Any]:
    return {"kind": "rollback", "checkpoint": checkpoint, "options": options}


def saved(hosted: Hosted) -> dict[str, dict[str, torch.Tensor]]:
    """What a checkpoint saved now holds, by file."""
    hosted.tell(SaveCheckpoint())
    newest = CheckpointStore(hosted.folder).list()[-1]
    return held(newest.path)


def held(path: Path) -> dict[str, dict[str, torch.Tensor]]:
    return {file.stem: load_file(file) for file in path.glob("*.safetensors")}


def same(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> bool:
    return a.keys() == b.keys() and all(torch.equal(a[k], b[k]) for k in a)


def test_all_of_it_takes_effect_between_two_steps(hosted: Hosted) -> None:
    hosted.tell(Pause())
    command = mend(back(), RPGAN, SLOWER, FRESH)
    run = hosted.tell(command)
    told = answer(run, command)
    marked = CheckpointStore(hosted.folder).get(2)
    assert told.kind == "applied"
    assert (run.nimg, run.segments[-1].why, run.segments[-1].nimg) == (marked.nimg, "rollback", marked.nimg)
    assert (run.options["objective"]["kind"], run.options["objective"]["gamma"]["start"]) == ("relativistic", 0.7)
    assert run.options["optimizer"]["lr_ratio"] == 0.25
    assert run.segments[-1].options == run.options == told.options
    now = saved(hosted)
    assert same(now["generator"], held(marked.path)["generator"])
    assert same(now["generator_ema"], held(marked.path)["generator_ema"])
    assert not any(torch.equal(v, held(marked.path)["discriminator"][k]) for k, v in now["discriminator"].items() if k.endswith("weight"))
    assert not [k for k in now["state"] if k.startswith("optimizer.discriminator")]
    hosted.tell(Resume())
    assert hosted.finish().state == "done"


def test_it_is_one_answer_that_tells_all_of_it(hosted: Hosted) -> None:
    before = len(RunView(hosted.folder).run.answers)
    command = mend(back(), SLOWER, FRESH)
    run = hosted.tell(command)
    assert len(run.answers) == before + 1
    text = answer(run, command).text
    assert text.startswith("Roll back and mend: back to checkpoint 2 at ")
    assert "optimizer.lr_ratio from 1 to 0.25" in text
    assert "a fresh discriminator" in text


@pytest.mark.parametrize("back_first", [True, False])
def test_what_was_before_it_is_kept_so_that_it_can_be_undone(hosted: Hosted, back_first: bool) -> None:
    hosted.tell(Pause())
    before, kept = hosted.tell(SetOption(path="optimizer.lr", value=0.0123)), saved(hosted)
    run = hosted.tell(mend(*[back()] * back_first, RPGAN, SLOWER, FRESH))
    marked = CheckpointStore(hosted.folder).list()[-1]
    assert (marked.note, marked.pinned, marked.nimg) == ("before: Roll back and mend", True, before.nimg)
    assert run.options["optimizer"]["lr_ratio"] == 0.25
    undone = hosted.tell(Rollback(checkpoint=marked.id, options="restore"))
    assert undone.options == before.options
    now = saved(hosted)
    assert all(same(now[name], kept[name]) for name in kept)
    hosted.tell(Resume())
    assert hosted.finish().state == "done"


def test_where_it_goes_back_to_makes_no_room_for_what_is_kept(hosted: Hosted) -> None:
    hosted.tell(SaveCheckpoint())  # 3, so that 2 is neither the first nor the last
    hosted.tell(SetOption(path="saving.budget_gb", value=1e-6))
    command = mend(back(2), SLOWER)
    run = hosted.tell(command)
    assert answer(run, command).kind == "applied"
    assert run.segments[-1].checkpoint == 2
    hosted.tell(SaveCheckpoint())
    assert 2 not in [c.id for c in CheckpointStore(hosted.folder).list()], "it is spared for the way back alone"


def test_a_refused_one_saves_nothing(hosted: Hosted) -> None:
    before = len(CheckpointStore(hosted.folder).list())
    hosted.tell(mend(back(77), SLOWER))
    assert len(CheckpointStore(hosted.folder).list()) == before


def test_weights_that_are_no_numbers_are_not_kept_and_the_remedy_goes_on(hosted: Hosted) -> None:
    hosted.tell(Pause())
    with torch.no_grad():
        next(hosted.worker._trainer.networks["discriminator"].parameters()).fill_(float("nan"))
    before, command = len(CheckpointStore(hosted.folder).list()), mend(back(), SLOWER)
    run = hosted.tell(command)
    assert answer(run, command).kind == "applied"
    assert len(CheckpointStore(hosted.folder).list()) == before
    hosted.tell(Resume())
    assert hosted.finish().state == "done"


def test_without_going_back_it_goes_on_in_the_same_segment(hosted: Hosted) -> None:
    before = RunView(hosted.folder).run
    run = hosted.tell(mend(RPGAN, SLOWER))
    assert len(run.segments) == len(before.segments)
    assert run.nimg >= before.nimg
    assert run.options["objective"]["kind"] == "relativistic"
    assert hosted.finish().state == "done"


@pytest.mark.parametrize("options", ["keep", "restore"])
def test_settings_go_back_too_only_where_that_is_asked(hosted: Hosted, options: str) -> None:
    hosted.tell(SetOption(path="optimizer.lr", value=0.0123))
    run = hosted.tell(mend(back(options=options), SLOWER))
    assert (run.options["optimizer"]["lr"]["start"] == 0.0123) is (options == "keep")
    assert run.options["optimizer"]["lr_ratio"] == 0.25


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ((back(), RPGAN, {"kind": "set_option", "path": "network.width", "value": 9}), "network.width"),
        ((back(), SLOWER, {"kind": "set_option", "path": "optimizer.lr", "value": -1}), "optimizer.lr"),
        ((RPGAN, {"kind": "set_option", "path": "augment", "value": {"kind": "ada", "adaptive": True}}), "augment.adaptive"),
        ((back(), {"kind": "set_option", "path": "transfer.freeze_d", "value": 60}), "stages"),
        ((back(77), SLOWER), "77"),
        ((SLOWER, back()), "only as its first command"),
        ((SLOWER, {"kind": "stop"}), "command 2"),
        ((SLOWER, {"kind": "mend", "alarm": "x", "title": "y", "commands": []}), "command 2"),
        ((SLOWER, {"kind": "dance"}), "command 2"),
        ((SLOWER, {"kind": "set_option", "value": 3}), "command 2"),
        ((), "no commands"),
    ],
    ids=lambda part: part if isinstance(part, str) else "-".join(c["kind"] for c in part),
)
def test_none_of_it_is_done_when_one_command_is_refused(hosted: Hosted, commands: tuple[dict[str, Any], ...], reason: str) -> None:
    hosted.tell(Pause())
    before, kept = RunView(hosted.folder).run, saved(hosted)
    command = mend(*commands)
    run = hosted.tell(command)
    told = answer(run, command)
    assert told.kind == "refused"
    assert reason in told.reason
    assert run.options == before.options
    assert (run.nimg, len(run.segments), run.state) == (before.nimg, len(before.segments), "paused")
    now = saved(hosted)
    assert all(same(now[name], kept[name]) for name in kept)
    hosted.tell(Resume())
    assert hosted.finish().state == "done"


def test_a_damaged_checkpoint_is_not_gone_back_to(hosted: Hosted) -> None:
    file = CheckpointStore(hosted.folder).get(2).path / "generator.safetensors"
    file.write_bytes(file.read_bytes()[:-8] + b"00000000")
    before = RunView(hosted.folder).run
    command = mend(back(), SLOWER)
    run = hosted.tell(command)
    assert answer(run, command).kind == "refused"
    assert run.options == before.options
    assert len(run.segments) == len(before.segments)


def test_a_remedy_may_hold_the_run(hosted: Hosted) -> None:
    run = hosted.tell(mend({"kind": "pause"}))
    assert run.state == "paused"
    run = hosted.tell(mend({"kind": "pause"}, SLOWER))  # again: it is paused already, and the rest is done
    assert run.state == "paused"
    assert run.options["optimizer"]["lr_ratio"] == 0.25
    hosted.tell(Resume())
    assert hosted.finish().state == "done"


def test_a_fresh_discriminator_is_told_and_the_run_goes_on(hosted: Hosted) -> None:
    hosted.tell(Pause())
    before = saved(hosted)
    command = FreshDiscriminator()
    run = hosted.tell(command)
    assert answer(run, command).kind == "applied"
    assert "discriminator" in answer(run, command).text
    now = saved(hosted)
    assert same(now["generator"], before["generator"])
    assert not same(now["discriminator"], before["discriminator"])
    hosted.tell(Resume())
    assert hosted.finish().state == "done"


def test_a_mended_run_resumes_with_what_the_remedy_set(hosted: Hosted) -> None:
    hosted.tell(mend(RPGAN, SLOWER, FRESH))
    hosted.worker.ask_to_stop()
    assert hosted.finish().state == "stopped"
    again = Hosted(hosted.folder, why="resume")
    run = again.finish()
    assert run.state == "done"
    assert run.options["objective"]["kind"] == "relativistic"
    assert run.options["optimizer"]["lr_ratio"] == 0.25


def test_a_probability_that_follows_d_goes_back_with_the_run(hosted: Hosted) -> None:
    """The checkpoint holds p; the settings in force at the rollback do not follow D any more."""
    hosted.tell(mend({"kind": "set_option", "path": "augment", "value": {"kind": "ada", "adaptive": True, "p": 0.25, "speed_kimg": 0.05}}))
    hosted.go(16)
    hosted.tell(Pause())
    kept = saved(hosted)["state"]["augment.p"]
    number = CheckpointStore(hosted.folder).list()[-1].id
    assert float(kept) != 0.25
    hosted.tell(SetOption(path="augment", value="none"))
    hosted.tell(Rollback(checkpoint=number, options="restore"))
    assert torch.equal(saved(hosted)["state"]["augment.p"], kept)
    hosted.tell(Resume())
    assert hosted.finish().state == "done"
