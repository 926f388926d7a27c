"""Steering a run that trains in another process, by commands and by signals."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from studio.founding import create_run
from studio.messages import SaveCheckpoint, Stop
from studio.runs.checkpoints import CheckpointStore
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from studio.terminal.training import configure
from studio.worker import Worker
from tests.cli.told import SMALL, Run, Told


@pytest.mark.parametrize("command", [["pause"], ["resume"], ["stop"], ["checkpoint"], ["set", "optimizer.lr=1e-3"], ["rollback", "1"]], ids=lambda c: c[0])
def test_send_to_a_run_that_nobody_trains_is_refused_at_once(there: Path, run: Run, command: list[str]) -> None:
    start = time.monotonic()
    run("send", "ring", *command).refused("nobody trains", "gan-studio resume 0001-ring")
    assert time.monotonic() - start < 10
    assert not list((there / "runs" / "0001-ring" / "commands").glob("*.json"))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["dance"], ["dance", "pause"]),
        (["pause", "now"], ["pause", "now"]),
        (["set"], ["path=value"]),
        (["set", "lr"], ["lr"]),
        (["rollback"], ["ID"]),
        (["rollback", "back"], ["ID"]),
    ],
    ids=" ".join,
)
def test_a_command_that_is_none_is_refused(there: Path, run: Run, command: list[str], words: list[str]) -> None:
    run("send", "ring", *command).refused(*words)


class Training:
    """A process of `gan-studio` that trains; killed when the test leaves it running."""

    def __init__(self, path: Path, *arguments: str | Path) -> None:
        self.path = path
        self.process = subprocess.Popen([sys.executable, "-m", "studio", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def __enter__(self) -> "Training":
        self.until(lambda: self.seen().nimg > 0)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def seen(self) -> Any:
        return RunView(RunFolder.open(self.path)).run

    def until(self, done: Callable[[], object]) -> None:
        end = time.monotonic() + 120
        while not ((self.path / "run.json").exists() and done()):
            assert self.process.poll() is None, self.process.communicate()[1]
            assert time.monotonic() < end
            time.sleep(0.05)

    def ended(self) -> Told:
        out, err = self.process.communicate(timeout=60)
        return Told(self.process.returncode, out, err)


@pytest.fixture
def training(home: Path) -> Iterator[Training]:
    path = home / "runs" / "0001-ring"
    with Training(path, "train", "--preset", "ring", "--kimg", "1000000", "--run", path, *SMALL) as begun:
        yield begun


def test_a_run_in_another_process_obeys_every_command(training: Training, run: Run) -> None:
    assert run("send", "ring", "pause").code == 0
    held = run("show", "ring", "--json").json()
    assert held["state"] == "paused"
    run("send", "ring", "pause").refused("paused already")
    told = run("send", "ring", "checkpoint")
    assert (told.code, told.out) == (0, "checkpoint 2 saved\n")
    assert CheckpointStore(RunFolder(training.path)).get(2).nimg == held["nimg"]
    assert run("send", "ring", "resume").code == 0
    assert "0.003" in run("send", "ring", "set", "optimizer.lr=0.003").out
    run("send", "ring", "set", "network.width=9").refused("network.width", "while a run trains")
    run("send", "ring", "set", "optimizer.lr=-1").refused("optimizer.lr")
    training.until(lambda: training.seen().nimg > held["nimg"])
    assert "checkpoint 2" in run("send", "ring", "rollback", 2, "--keep-options").out
    run("send", "ring", "rollback", 99).refused("checkpoint 99")
    about = run("show", "ring", "--json").json()
    assert about["options"]["optimizer"]["lr"]["start"] == 0.003
    assert [(s["why"], s["checkpoint"]) for s in about["segments"]] == [("start", None), ("rollback", 2)]
    run("resume", "ring").refused("being trained already", str(training.process.pid))
    assert run("send", "ring", "stop").code == 0
    told = training.ended()
    assert (told.code, told.out, told.err) == (0, "", "")
    about = run("show", "ring", "--json").json()
    assert about["state"] == "stopped"
    assert about["checkpoints"][-1]["nimg"] == about["nimg"]


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM], ids=lambda s: s.name)
def test_a_signal_stops_after_saving_and_ends_well(training: Training, which: signal.Signals) -> None:
    training.process.send_signal(which)
    told = training.ended()
    assert (told.code, told.out, told.err) == (0, "", "")
    ended = training.seen()
    assert ended.state == "stopped"
    assert ended.checkpoints[-1].nimg == ended.nimg > 0


def test_a_second_signal_aborts_without_saving(training: Training) -> None:
    os.kill(training.process.pid, signal.SIGSTOP)  # so that both are there before it can heed the first
    training.process.send_signal(signal.SIGINT)
    training.process.send_signal(signal.SIGTERM)
    os.kill(training.process.pid, signal.SIGCONT)
    told = training.ended()
    assert (told.code, told.out, told.err) == (130, "", "")
    ended = training.seen()
    assert ended.state == "aborted"
    assert [c.nimg for c in ended.checkpoints] == [0]


def test_a_killed_run_is_told_as_crashed_and_resumes(training: Training, run: Run) -> None:
    training.process.kill()
    training.ended()
    about = run("show", "ring", "--json").json()
    assert about["state"] == "crashed"
    assert run("list", "--json").json()[0]["state"] == "crashed"
    assert run("resume", "ring", "--kimg", 0.5, "--quiet").code == 0
    assert run("show", "ring", "--json").json()["state"] == "done"


@pytest.fixture
def opening(home: Path, pictures: Path) -> tuple[RunFolder, Iterator[float]]:
    """A worker in this process that opens the data at its next step, and looks for commands meanwhile."""
    size = {"dataset.height": 8, "dataset.width": 8, "network.width": 4, "training.batch": 4}
    folder = create_run(home / "runs" / "0001-pictures", configure("pictures", data=pictures, changes=size, kimg=0.02, device="cpu"))
    steps = Worker(folder).run()
    next(steps)
    return folder, steps


def test_a_command_while_the_data_is_read_waits_for_training(opening: tuple[RunFolder, Iterator[float]]) -> None:
    folder, steps = opening
    early = SaveCheckpoint(note="early")
    ask(folder, early)
    assert list(steps)
    assert [a.id for a in RunView(folder).run.answers] == [early.id]
    assert "early" in [c.note for c in CheckpointStore(folder).list()]


def test_a_stop_while_the_data_is_read_is_answered(opening: tuple[RunFolder, Iterator[float]]) -> None:
    folder, steps = opening
    ask(folder, Stop())
    assert not list(steps)
    run = RunView(folder).run
    assert (run.state, [a.kind for a in run.answers]) == ("stopped", ["applied"])
