"""The session: drafts and their source, runs opened without a freeze, remedies that fit the failure."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from studio.messages import Failed, Pause, SegmentStarted, Tick
from studio.presets import preset
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.ui.main_window import MainWindow
from studio.ui.remedies import notice_of_crash, notice_of_failure
from studio.ui.session import Notice, Session

Until = Callable[[Callable[[], bool]], None]
OPTIONS = {
    "name": "long",
    "optimizer": {"kind": "adam", "lr": {"start": 0.002, "end": 0.001, "shape": "cosine", "kimg": None}},
    "training": {"kimg": 9, "batch": 64},
}


def long_run(home: Path, ticks: int) -> RunFolder:
    folder = RunFolder.create(home / "runs" / "0001-long", OPTIONS)
    with JournalWriter(folder.journal) as journal:
        journal.write(SegmentStarted(segment=0, why="start", options=OPTIONS))
    scalars = dict.fromkeys(("loss/G", "loss/D", "d/real", "d/fake", "penalty/r1", "penalty/r2"), (1.0, 0.5, 1.5))
    lines = (Tick(nimg=64 * n, segment=0, seconds=n / 4, scalars=scalars).line() for n in range(ticks))
    with folder.journal.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    return folder


@pytest.mark.parametrize("seen", [True, False])
def test_a_long_journal_opens_with_progress_while_the_window_answers(session: Session, home: Path, qtbot: QtBot, until: Until, seen: bool):
    folder = long_run(home, 40000 if seen else 1)
    progress: list[int] = []
    beats: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start(10)
    session.open_run(folder.path)
    session.reading.progressed.connect(lambda percent, _: progress.append(percent))
    until(lambda: session.view is not None)
    assert session.reading is None
    assert session.view.run.nimg == (64 * 39999 if seen else 0)
    if seen:
        assert len(progress) >= 2
        assert progress == sorted(progress)
        assert len(beats) >= 5


def test_a_reading_can_be_cancelled_and_nothing_opens(window: MainWindow, home: Path, until: Until):
    folder = long_run(home, 60000)
    session = window.session
    session.open_run(folder.path)
    begun: list[int] = []
    session.reading.progressed.connect(lambda percent, _: begun.append(percent))
    assert window.pages.currentWidget() is window.reading_page
    until(lambda: bool(begun))
    window.reading_page.cancel.click()
    assert session.reading is None
    assert session.view is None
    assert window.pages.currentWidget() is window.welcome


def test_the_last_of_two_opened_runs_is_shown(session: Session, home: Path, until: Until):
    first = long_run(home, 20000)
    second = RunFolder.create(home / "runs" / "0002-short", {"name": "short"})
    session.open_run(first.path)
    session.open_run(second.path)
    until(lambda: session.view is not None)
    assert session.view.folder.path == second.path


def test_a_template_suits_the_machine_and_leaves_the_shown_run(session: Session, home: Path, until: Until):
    session.open_run(long_run(home, 1).path)
    until(lambda: session.view is not None)
    session.draft_preset(preset("digits"))
    assert session.view is None
    until(lambda: session.torch.is_ready)
    assert session.draft["dataset"]["kind"] == "digits"


def test_a_draft_that_cannot_be_used_is_told_and_makes_no_folder(session: Session, home: Path, notices: list[Notice], until: Until):
    until(lambda: session.torch.is_ready)
    config = dict(preset("ring").config)
    session.start({**config, "training": {"kimg": -1, "batch": 0}})
    until(lambda: bool(notices))
    assert "training.kimg" in notices[0].text
    assert "training.batch" in notices[0].text
    assert not (home / "runs").exists()
    assert not session.starting


def test_a_command_to_a_run_that_nobody_trains_is_told(session: Session, home: Path, notices: list[Notice], until: Until):
    session.open_run(long_run(home, 1).path)
    until(lambda: session.view is not None)
    session.send(Pause())
    assert "Nobody trains 0001-long" in notices[0].text
    assert not list(session.view.folder.commands.glob("*.json"))


def test_a_run_without_an_end_is_shown_as_interrupted(session: Session, home: Path, until: Until):
    session.open_run(long_run(home, 3).path)
    until(lambda: session.view is not None)
    assert session.state() == "crashed"
    notice = notice_of_crash(session, session.view.run)
    assert notice.action_label == "Resume"


SLOWING = {"start": 0.002, "end": 0.001, "shape": "cosine", "kimg": None}
QUARTER = {**SLOWING, "start": 0.0005, "end": 0.00025}


@pytest.mark.parametrize(
    ("error", "label", "why", "batch", "lr"),
    [
        ("non_finite", "Roll back to checkpoint 2, a quarter of the learning rate", "rollback", 32, QUARTER),
        ("out_of_memory", "Resume with batches of 16", "resume", 16, SLOWING),
        ("crash", "Resume", "resume", 32, SLOWING),
    ],
)
def test_the_remedy_fits_the_failure(window: MainWindow, small: dict[str, Any], until: Until, error: str, label: str, why: str, batch: int, lr: Any):
    session = window.session
    session.start({**small, "optimizer": {"kind": "adam", "lr": SLOWING}})
    until(lambda: session.state() == "running")
    window.stop()
    until(lambda: session.torch.training is None and session.state() == "stopped")
    notice = notice_of_failure(session, session.view.run, Failed(error=error, text="It stopped.", remedy="Do this."))
    assert (notice.text, notice.action_label) == ("It stopped.\nDo this.", label)
    notice.action()
    until(lambda: session.state() == "running" and len(session.view.run.segments) == 2)
    run = session.view.run
    assert (run.segments[1].why, run.segments[1].checkpoint) == (why, 2)
    assert (run.options["training"]["batch"], run.options["optimizer"]["lr"]) == (batch, lr)
