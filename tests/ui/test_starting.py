"""Training begins with a question while another process of this machine trains a run of the home: a real process that holds a real lock."""

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock
from studio.runs.view import RunView
from studio.ui.main_window import MainWindow
from studio.ui.session import Notice
from studio.ui.starting import trained_beside

Until = Callable[[Callable[[], bool]], None]

HOLD = """
import sys
from pathlib import Path
from studio.runs.lock import RunLock
from studio.runs.view import RunView
with RunLock.acquire(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextlib.contextmanager
def held(folder: RunFolder) -> Iterator[None]:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(folder.lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield
        process.stdin.close()


@pytest.fixture
def beside(home: Path) -> Iterator[RunFolder]:
    """A run that a process of its own holds, as one does that trains it."""
    folder = RunFolder.create(home / "runs" / "0001-long", {"name": "long"})
    with held(folder):
        yield folder


def test_a_run_beside_another_process_begins_only_when_a_person_says_so(
    window: MainWindow, beside: RunFolder, small: dict[str, Any], notices: list[Notice], until: Until
):
    session = window.session
    session.start(small)
    asked = notices[-1]
    assert asked.text == "0001-long is training in the background on this machine; both would be slower."
    assert asked.action_label == "Train small all the same"
    assert not session.starting
    assert session.torch.training is None
    asked.action()
    until(lambda: session.state() == "running")
    heard = len(notices)
    asked.action()  # pressed once more: one run trains here at a time
    assert notices[heard].action_label == "Stop it and train small"


def test_a_resume_is_asked_about_alike(trained: MainWindow, home: Path, notices: list[Notice], until: Until):
    session = trained.session
    trained.stop()
    until(lambda: session.torch.training is None and session.state() == "stopped")
    with held(RunFolder.create(home / "runs" / "0009-long", {"name": "long"})):
        session.resume_run()
        assert notices[-1].text.startswith("0009-long is training")
        assert session.torch.training is None
    session.resume_run()  # it has ended
    until(lambda: session.state() == "running")


def test_a_run_that_has_only_begun_gives_way_to_another_one(window: MainWindow, small: dict[str, Any], notices: list[Notice], until: Until):
    """It is asked to stop before the torch thread has come to it."""
    session, asked = window.session, threading.Event()

    def keep_busy(_: object) -> None:
        session.torch.training_changed.disconnect(keep_busy)
        session.torch.submit(lambda: asked.wait(20))

    session.torch.training_changed.connect(keep_busy)
    session.start(small)
    until(lambda: session.torch.training is not None)
    first = session.torch.training
    session.start({**small, "name": "other"})
    assert notices[-1].action_label == "Stop it and train other"
    notices[-1].action()
    asked.set()
    until(lambda: session.state() == "running" and session.torch.training != first)
    assert RunView(RunFolder(first)).run.state == "stopped"


def test_what_this_process_holds_is_not_beside_it(home: Path):
    folder = RunFolder.create(home / "runs" / "0001-mine", {"name": "mine"})
    with RunLock.acquire(folder.lock):
        assert trained_beside(home) == ""
    assert trained_beside(home / "nowhere") == ""
    (home / "odd").mkdir()
    (home / "odd" / "runs").write_text("a file where the folder should be")
    assert trained_beside(home / "odd") == ""
