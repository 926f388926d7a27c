"""A run leaves the window for a process of its own and comes back: real processes, and what a person sees meanwhile."""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.messages import SegmentStarted
from studio.runs.view import RunView
from studio.ui import background
from studio.ui.background import Background
from studio.ui.main_window import MainWindow
from studio.ui.session import Notice, Session
from tests.ui.handing import PATIENCE_MS, Wait, broken_interpreter, end_processes, pid_of
from tests.ui.panels.made_runs import MadeRun

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes and signals of POSIX")


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return lambda so: qtbot.waitUntil(lambda: bool(so()), timeout=PATIENCE_MS)


@pytest.fixture(autouse=True)
def _no_process_left(home: Path) -> Iterator[None]:
    yield
    end_processes(home)


def test_a_run_trains_on_in_a_process_of_its_own_is_followed_and_comes_back(trained: MainWindow, notices: list[Notice], wait: Wait):
    session, path = trained.session, trained.session.view.folder.path
    trained.actions_table["send_away"].trigger()
    assert trained.status._state.text() == "● Handing over 0001-small …"
    assert not trained.actions_table["resume"].isEnabled()
    assert not trained.actions_table["send_away"].isEnabled()
    wait(lambda: not trained.background.is_busy())
    other = pid_of(path)
    assert other not in (0, os.getpid())
    assert notices[-1].text == f"0001-small trains in the background now, as process {other}. It goes on when this window closes."
    assert session.torch.training is None
    assert session.state() in ("preparing", "running")
    seen = session.view.run.nimg
    wait(lambda: session.state() == "running" and session.view.run.nimg > seen)  # followed as it goes on
    first, second = session.view.run.segments
    assert (first.pid, second.pid, second.why) == (os.getpid(), other, "resume")
    assert next(c for c in session.view.run.checkpoints if c.id == second.checkpoint).why == "stop"  # nothing was trained twice

    wait(trained.actions_table["bring_here"].isEnabled)
    trained.actions_table["bring_here"].trigger()
    wait(lambda: session.is_training_here() and len(session.view.run.segments) == 3 and session.state() == "running")
    third = session.view.run.segments[-1]
    assert (third.pid, third.why, third.nimg) == (os.getpid(), "resume", session.view.run.checkpoints[-1].nimg)
    assert pid_of(path) == os.getpid()


def test_a_draft_begins_in_the_background_and_its_death_is_told(window: MainWindow, small: dict[str, Any], notices: list[Notice], wait: Wait):
    session = window.session
    session.set_draft(small)
    window.refresh()
    window.actions_table["send_away"].trigger()
    wait(lambda: session.view is not None and session.state() == "running" and not window.background.is_busy())
    path = session.view.folder.path
    assert session.torch.training is None
    assert [segment.why for segment in session.view.run.segments] == ["start"]
    window.go_home()  # as the next start of the window finds it
    wait(lambda: [(run.path, run.state) for run in window.welcome.runs.runs.runs] == [(path, "running")])
    session.open_run(path)
    wait(lambda: session.view is not None)
    seen = session.view.run.nimg
    wait(lambda: session.view.run.nimg > seen)
    os.kill(pid_of(path), signal.SIGKILL)
    wait(lambda: any("was interrupted" in notice.text and notice.action_label == "Resume" for notice in notices))
    assert session.state() == "crashed"


def test_a_process_that_dies_at_once_is_told_with_its_words_and_the_run_resumes_here(
    trained: MainWindow, notices: list[Notice], wait: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "executable", broken_interpreter(tmp_path))
    trained.actions_table["send_away"].trigger()
    wait(lambda: not trained.background.is_busy())
    told = notices[-1]
    assert told.level == "error"
    assert "0001-small does not train in the background" in told.text
    assert "exit code 1" in told.text
    assert "No module named studio" in told.text
    wait(lambda: trained.session.state() == "stopped")
    assert told.action_label == "Resume here"
    told.action()
    wait(lambda: trained.session.state() == "running" and trained.session.is_training_here())


def test_a_process_that_cannot_be_started_is_told(trained: MainWindow, notices: list[Notice], wait: Wait, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    trained.actions_table["send_away"].trigger()
    wait(lambda: not trained.background.is_busy())
    assert "/nowhere/python cannot be started" in notices[-1].text
    wait(lambda: trained.session.state() == "stopped")


# --- refusals: a run that someone else trains, without a process ---------------------------------------------------------


@pytest.fixture
def followed(session: Session, tmp_path: Path) -> Iterator[tuple[Background, MadeRun]]:
    with MadeRun(tmp_path / "0007-made") as run:
        run.tick(2000, loss_G=1.0)
        session._set_view(run.view())
        made = Background(session)
        yield made, run
        made.call_off()
        made.deleteLater()


def test_a_run_of_another_machine_stays_there(session: Session, tmp_path: Path, notices: list[Notice], monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as there:
        there.setattr(socket, "gethostname", lambda: "cluster-7")
        run = MadeRun(tmp_path / "0007-made")
    session._set_view(run.view())
    Background(session).bring_here()
    assert notices[-1].text.startswith(f"0007-made cannot be trained here: process {os.getpid()} on cluster-7 trains it.")
    run.close()


def test_a_run_of_several_processes_stays_with_them(followed: tuple[Background, MadeRun], session: Session, notices: list[Notice]):
    asked, run = followed
    run.write(SegmentStarted(segment=1, parent=0, why="resume", options={}, processes=4))
    session.view.poll()
    asked.bring_here()
    assert "4 processes of torchrun" in notices[-1].text
    assert not asked.is_busy()
    assert not list(run.folder.commands.glob("*.json"))


def test_a_process_that_does_not_hear_keeps_its_run(
    followed: tuple[Background, MadeRun], session: Session, notices: list[Notice], wait: Wait, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(background, "PATIENCE_S", 0.3)
    asked, run = followed
    ends: list[bool] = []
    asked.settled.connect(ends.append)
    asked.bring_here()
    assert session.handing == run.folder.path
    assert len(list(run.folder.commands.glob("*.json"))) == 1
    wait(lambda: ends == [False])
    assert "did not hear that 0007-made is wanted here" in notices[-1].text
    assert session.handing is None
    assert not list(run.folder.commands.glob("*.json"))  # taken back: it must not stop the run later


def test_one_hand_over_at_a_time(followed: tuple[Background, MadeRun], notices: list[Notice]):
    asked, run = followed
    asked.bring_here()
    asked.hand_over(run.folder)
    assert "already" in notices[-1].text
    assert len(list(run.folder.commands.glob("*.json"))) == 1


def test_a_run_that_trains_elsewhere_is_not_sent_away_again(followed: tuple[Background, MadeRun], notices: list[Notice]):
    asked, run = followed
    asked.send_away()
    assert notices[-1].text == "0007-made trains in a process of its own already."
    QApplication.processEvents()
    assert not run.folder.background_log.exists()
    assert RunView(run.folder).run.state == "running"
