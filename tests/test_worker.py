"""One run folder and one trainer, hosted here step by step."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from studio.errors import RunError
from studio.founding import branch_run, create_run
from studio.gan.config import RunConfig
from studio.messages import Abort, Command, Pause, Resume, Rollback, SaveCheckpoint, SetOption, Stop
from studio.runs.checkpoints import CheckpointStore
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from studio.worker import Worker
from tests.gan.making import config


@pytest.fixture(autouse=True)
def every_step_looks_for_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run this small is over before the next look by the clock."""
    monkeypatch.setattr("studio.worker.LOOK_S", 0.0)


PLAIN = {"dtype": "fp32", "channels_last": "off", "compile": "off", "threads": 1}  # two runs that are compared may not choose for themselves


@pytest.fixture
def folder(home: Path) -> RunFolder:
    return create_run(home / "runs" / "0001-test", small())


def small(**training: Any) -> RunConfig:
    return config(training={"batch": 4, "kimg": 0.2, "device": "cpu", **training})


class Hosted:
    """A worker that is advanced by hand."""

    def __init__(self, folder: RunFolder, **how: Any) -> None:
        self.folder, self.worker = folder, Worker(folder, **how)
        self.steps = self.worker.run()

    def until(self, done: Callable[[Any], bool], limit: int = 4000) -> Any:
        view = RunView(self.folder)
        for _ in range(limit):
            next(self.steps, None)
            view.poll()
            if done(view.run):
                return view.run
        raise AssertionError(f"never came: {view.run.state} at {view.run.nimg}")

    def go(self, steps: int) -> None:
        """So many steps further, once it trains."""
        self.until(lambda run: run.state == "running")
        for _ in range(steps):
            next(self.steps)

    def tell(self, command: Command) -> Any:
        ask(self.folder, command)
        return self.until(lambda run: any(a.id == command.id for a in run.answers))

    def finish(self) -> Any:
        for _ in self.steps:
            pass
        return RunView(self.folder).run


def run_whole(folder: RunFolder, **how: Any) -> Any:
    return Hosted(folder, **how).finish()


def answer(run: Any, command: Command) -> Any:
    return next(a for a in run.answers if a.id == command.id)


def test_a_run_goes_from_nothing_to_done(folder: RunFolder) -> None:
    run = run_whole(folder)
    assert run.state == "done"
    assert run.nimg == 200
    assert [c.nimg for c in run.checkpoints] == [0, 200]
    assert [s.why for s in run.segments] == ["start"]
    assert run.data.train == 1669
    assert {"loss/G", "loss/D", "d/real", "d/fake", "grad/G", "grad/D", "penalty/r1"} <= run.last_tick.scalars.keys()
    assert (folder.path / run.samples).is_file()
    assert run.frames


def test_pause_holds_nimg_and_resume_goes_on(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    run = hosted.tell(Pause())
    assert run.state == "paused"
    held = [next(hosted.steps) for _ in range(20)]
    assert min(held) > 0  # the host may sleep
    assert RunView(folder).run.nimg == run.nimg
    hosted.tell(Resume())
    assert hosted.finish().state == "done"


def test_a_live_option_changes_and_is_told_with_its_nimg(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.nimg > 0 or run.state == "running")
    command = SetOption(path="optimizer.lr", value=0.5e-3)
    run = hosted.tell(command)
    assert answer(run, command).kind == "applied"
    assert run.options["optimizer"]["lr"]["start"] == 0.5e-3
    assert "optimizer.lr" in answer(run, command).text


@pytest.mark.parametrize(
    "command",
    [SetOption(path="network.width", value=9), SetOption(path="optimizer.lr", value=-1), SetOption(path="nothing", value=1), Rollback(checkpoint=77), Resume()],
    ids=lambda c: f"{c.kind}-{getattr(c, 'path', '')}",
)
def test_what_cannot_be_done_is_refused_with_a_reason_and_changes_nothing(folder: RunFolder, command: Command) -> None:
    hosted = Hosted(folder)
    before = hosted.until(lambda run: run.state == "running").options
    run = hosted.tell(command)
    assert answer(run, command).kind == "refused"
    assert len(answer(run, command).reason) > 10
    assert run.options == before
    assert hosted.finish().state == "done"


def test_stop_saves_and_abort_does_not(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    ask(folder, Stop())
    run = hosted.finish()
    assert run.state == "stopped"
    assert run.checkpoints[-1].nimg == run.nimg
    saved = len(run.checkpoints)
    hosted = Hosted(folder, why="resume")
    hosted.until(lambda run: len(run.segments) == 2 and run.state == "running")
    ask(folder, Abort())
    run = hosted.finish()
    assert run.state == "aborted"
    assert len(run.checkpoints) == saved


def test_a_signal_stops_after_saving(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    hosted.worker.ask_to_stop()
    assert hosted.finish().state == "stopped"


def test_a_command_from_before_the_start_is_refused_not_obeyed(folder: RunFolder) -> None:
    old = Stop()
    ask(folder, old)
    run = run_whole(folder)
    assert answer(run, old).kind == "refused"
    assert run.state == "done"


def test_snapshots_are_numbered_pinned_and_noted(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    hosted.tell(SaveCheckpoint(pin=True, note="the good one"))
    hosted.finish()
    store = CheckpointStore(folder)
    assert [c.id for c in store.list()] == [1, 2, 3]
    assert (store.get(2).pinned, store.get(2).note) == (True, "the good one")


@pytest.mark.parametrize("options", ["restore", "keep"])
def test_a_rollback_goes_back_in_place_with_the_options_asked_for(folder: RunFolder, options: str) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    hosted.tell(SaveCheckpoint())
    marked = RunView(folder).run.checkpoints[-1]
    hosted.tell(SetOption(path="optimizer.lr", value=0.0123))
    run = hosted.tell(Rollback(checkpoint=marked.id, options=options))
    assert run.segments[-1].why == "rollback"
    assert run.segments[-1].nimg == marked.nimg
    assert (run.options["optimizer"]["lr"]["start"] == 0.0123) is (options == "keep")
    assert hosted.finish().nimg == 200


def test_a_rollback_replays_the_same_numbers(folder: RunFolder) -> None:
    """Back to checkpoint 1 and on to the end gives the weights of a run that never left."""
    straight = create_run(folder.path.with_name("0002-straight"), small())
    run_whole(straight)
    hosted = Hosted(folder)
    hosted.go(12)
    hosted.tell(Rollback(checkpoint=1))
    hosted.finish()
    assert sums(folder)["generator.safetensors"] == sums(straight)["generator.safetensors"]
    assert sums(folder)["generator_ema.safetensors"] == sums(straight)["generator_ema.safetensors"]


def sums(folder: RunFolder) -> dict[str, str]:
    return CheckpointStore(folder).list()[-1].sums


@pytest.mark.parametrize(
    "network", [{"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}, {"kind": "dcgan", "width": 4, "z_dim": 4}], ids=lambda n: n["kind"]
)
def test_stop_and_resume_equals_the_uninterrupted_run_bit_for_bit(home: Path, network: dict[str, Any]) -> None:
    settings = config(network, training={"batch": 4, "kimg": 0.1, "device": "cpu"}, precision=PLAIN)
    straight, broken = (create_run(home / "runs" / name, settings) for name in ("0001-straight", "0002-broken"))
    run_whole(straight)
    hosted = Hosted(broken)
    hosted.go(8)
    ask(broken, Stop())
    assert 0 < hosted.finish().nimg < 100
    run_whole(broken, why="resume")
    names = ("generator.safetensors", "generator_ema.safetensors", "discriminator.safetensors", "state.safetensors")
    assert [sums(broken)[n] for n in names] == [sums(straight)[n] for n in names]


def test_a_resume_goes_on_with_the_options_last_applied(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    hosted.tell(SetOption(path="objective.gamma", value=0.77))
    ask(folder, Stop())
    hosted.finish()
    run = run_whole(folder, why="resume")
    assert run.options["objective"]["gamma"]["start"] == 0.77
    assert [s.why for s in run.segments] == ["start", "resume"]


def test_two_cannot_train_the_same_run(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    with pytest.raises(RunError, match="train"):
        next(Worker(folder, why="resume").run())
    assert hosted.finish().state == "done"


def test_a_damaged_checkpoint_is_passed_over_and_named_and_nothing_is_overwritten(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    hosted.tell(SaveCheckpoint())
    ask(folder, Stop())
    hosted.finish()
    store = CheckpointStore(folder)
    torn = store.list()[-1].path / "generator.safetensors"
    torn.write_bytes(torn.read_bytes()[:-7])
    damaged = torn.read_bytes()
    run = run_whole(folder, why="resume")
    assert run.segments[-1].checkpoint == store.list()[-3].id
    assert any(torn.parent.name in line.text for line in run.log)
    assert torn.read_bytes() == damaged
    assert run.state == "done"


def test_a_checkpoint_asked_for_by_number_is_refused_when_damaged(folder: RunFolder) -> None:
    run_whole(folder)
    torn = CheckpointStore(folder).get(1).path / "state.safetensors"
    torn.write_bytes(b"")
    before = sorted(p.name for p in folder.checkpoints.iterdir())
    run = run_whole(folder, why="resume", checkpoint=1)
    assert run.state == "failed"
    assert "checkpoint 1" in run.failure.text
    assert sorted(p.name for p in folder.checkpoints.iterdir()) == before


def test_a_non_finite_gradient_fails_with_a_remedy_and_the_run_can_be_rolled_back(home: Path) -> None:
    settings = small(kimg=1).with_option("optimizer", "sgd").with_option("optimizer.lr", 10.0).with_option("objective", "least_squares")
    folder = create_run(home / "runs" / "0001-wild", settings)
    run = run_whole(folder)
    assert (run.state, run.failure.error) == ("failed", "non_finite")
    assert "discriminator" in run.failure.text
    assert "checkpoint 1" in run.failure.remedy
    assert [c.nimg for c in run.checkpoints] == [0]
    again = run_whole(folder, why="resume", checkpoint=1, changes={"optimizer.lr": 1e-4})
    assert again.state == "done"
    assert again.options["optimizer"]["lr"]["start"] == 1e-4


def test_an_unforeseen_fault_is_journalled_with_its_details(home: Path) -> None:
    """Somebody puts a file in the place of the folder that samples are drawn into."""
    folder = create_run(home / "runs" / "0001-long", small(kimg=10_000))
    hosted = Hosted(folder)
    hosted.until(lambda run: run.state == "running")
    shutil.rmtree(folder.samples)
    folder.samples.write_text("mine")
    run = hosted.finish()
    assert run.failure.error == "crash"
    assert "NotADirectoryError" in run.failure.text
    assert "Traceback" in run.failure.details


def test_a_branch_starts_from_the_checkpoint_with_other_settings(folder: RunFolder, home: Path) -> None:
    run_whole(folder)
    settings = small(kimg=0.3).with_option("objective", "hinge")
    branch = branch_run(folder, 2, home / "runs" / "0002-branch", settings)
    run = run_whole(branch)
    assert (run.state, run.nimg) == ("done", 300)
    assert (run.segments[0].why, run.segments[0].nimg) == ("branch", 200)
    assert run.options["objective"]["kind"] == "hinge"
    assert RunView(folder).run.nimg == 200


def test_a_branch_that_needs_other_networks_fails_by_name(folder: RunFolder, home: Path) -> None:
    run_whole(folder)
    settings = RunConfig.read({**small().dump(), "network": {"kind": "mlp", "z_dim": 4, "width": 16, "depth": 1}})
    run = run_whole(branch_run(folder, 2, home / "runs" / "0002-branch", settings))
    assert run.state == "failed"
    assert "does not fit" in run.failure.text


def test_what_happens_by_the_clock_leaves_the_training_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same run with a tick and a picture at every step ends with the same weights."""
    settings = config({"kind": "dcgan", "width": 4, "z_dim": 4}, training={"batch": 4, "kimg": 0.06, "device": "cpu"}, precision=PLAIN)
    quiet, busy = (create_run(home / "runs" / name, settings) for name in ("0001-quiet", "0002-busy"))
    run_whole(quiet)
    monkeypatch.setattr("studio.clock.FIRST_TICK_S", 0.0)
    monkeypatch.setattr("studio.pictures.FASTEST_S", 0.0)
    monkeypatch.setattr("studio.pictures.FIRST_SHARE", 1e9)
    run = run_whole(busy)
    assert len(run.frames) >= 1
    assert sums(busy)["generator.safetensors"] == sums(quiet)["generator.safetensors"]
    assert sums(busy)["state.safetensors"] == sums(quiet)["state.safetensors"]


def test_points_draw_their_plane(home: Path) -> None:
    import numpy as np

    run = run_whole(
        create_run(
            home / "runs" / "0001-ring",
            config(dataset={"kind": "ring"}, network={"kind": "mlp", "z_dim": 2, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1}),
        )
    )
    with np.load(home / "runs" / "0001-ring" / run.samples, allow_pickle=False) as drawn:
        assert drawn["fake"].shape == drawn["grad"].shape == (1024, 2)
        assert drawn["heat"].shape == (64, 64)
        assert 0 <= drawn["heat"].min() <= drawn["heat"].max() <= 1
        assert drawn["extent"][0] < drawn["real"][:, 0].min()


def test_events_hold_no_arrays(folder: RunFolder) -> None:
    run_whole(folder)
    for line in folder.journal.read_text().splitlines():
        event = json.loads(line)
        assert len(line) < 20_000 or event["kind"] == "segment_started"


def lines(folder: RunFolder) -> Iterator[dict[str, Any]]:
    for line in folder.journal.read_text().splitlines():
        yield json.loads(line)


def test_a_file_is_complete_before_the_event_that_names_it(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    seen = 0
    for _ in hosted.steps:
        events = list(lines(folder))
        for event in events[seen:]:
            for name in (event.get("file"), event.get("samples"), event.get("folder") and event["folder"] + "/checkpoint.json"):
                assert not name or (folder.path / name).is_file()
        seen = len(events)
    assert seen
