"""A run that several processes train together, opened and steered in the window by its folder."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from studio.messages import SetOption
from studio.runs.folder import RunFolder
from studio.ui.main_window import MainWindow
from studio.ui.remedies import notice_of_failure
from tests.gan.ranks import start

SETTINGS = (
    "network.width=16",
    "network.d_width=16",
    "network.depth=1",
    "network.d_depth=1",
    "training.batch=16",
    "precision.dtype=fp32",
    "precision.threads=1",
    "evaluation.metric=none",
)


@pytest.fixture
def processes(home: Path) -> Iterator[list["subprocess.Popen[str]"]]:
    """Two that train home/runs/0001-two for as long as they may."""
    path = home / "runs" / "0001-two"
    changes = [text for setting in SETTINGS for text in ("--set", setting)]
    arguments = [
        "-m",
        "studio",
        "train",
        "--preset",
        "ring",
        "--device",
        "cpu",
        "--kimg",
        "100000",
        "--folder",
        str(path),
        *changes,
        "--distributed",
        "--quiet",
    ]
    children = start(2, arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    yield children
    for child in children:
        child.kill()
        child.communicate()


def wait(qtbot: QtBot, so: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(so()), timeout=60000)


def test_the_window_opens_follows_and_steers_a_run_of_two_processes(window: MainWindow, home: Path, qtbot: QtBot, processes: list[Any]) -> None:
    path = home / "runs" / "0001-two"
    wait(qtbot, (path / "journal.jsonl").exists)
    session = window.session
    session.open_run(RunFolder.open(path).path)
    wait(qtbot, lambda: session.view is not None and session.state() == "running")
    assert not session.is_training_here()
    assert session.view is not None
    assert session.view.run.segments[-1].processes == 2
    seen = session.view.run.nimg
    wait(qtbot, lambda: session.view.run.nimg > seen)  # it follows live

    def press(name: str, state: str) -> None:
        wait(qtbot, window.actions_table[name].isEnabled)
        window.actions_table[name].trigger()
        wait(qtbot, lambda: session.state() == state)

    press("pause", "paused")
    held = session.view.run.nimg
    session.send(SetOption(path="optimizer.lr", value=0.0005))
    wait(qtbot, lambda: session.view.run.options["optimizer"]["lr"]["start"] == 0.0005)
    time.sleep(0.2)
    assert session.view.run.nimg == held
    press("resume", "running")
    wait(qtbot, lambda: session.view.run.nimg > held)
    press("stop", "stopped")
    said = [child.communicate(timeout=30)[1] for child in processes]
    assert [child.returncode for child in processes] == [0, 0], said
    assert session.view.run.checkpoints[-1].nimg == session.view.run.nimg
    wait(qtbot, lambda: not session.is_trained())


def test_the_window_tells_of_a_lost_process_and_offers_to_resume(window: MainWindow, home: Path, qtbot: QtBot, processes: list[Any]) -> None:
    path = home / "runs" / "0001-two"
    wait(qtbot, (path / "journal.jsonl").exists)
    session = window.session
    session.open_run(RunFolder.open(path).path)
    wait(qtbot, lambda: session.state() == "running")
    processes[1].kill()
    wait(qtbot, lambda: session.state() == "failed")
    assert session.view is not None
    failure = session.view.run.failure
    assert failure is not None
    notice = notice_of_failure(session, session.view.run, failure)
    assert "rank 1 of 2" in notice.text
    assert notice.action_label == "Resume"
    wait(qtbot, lambda: processes[0].poll() is not None)
    assert processes[0].returncode == 1
