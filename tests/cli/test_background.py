"""A run trained by a process of its own, which outlives the terminal that started it. Real processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.command_line import configure
from studio.founding import create_run
from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock, holder
from studio.runs.view import RunView
from tests.cli.told import SMALL, Run


def wait(so: Callable[[], object], patience: float = 60) -> None:
    end = time.monotonic() + patience
    while not so():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def new(home: Path) -> RunFolder:
    """A run that nobody has trained yet, and that has far to go."""
    small = {"network.width": 16, "network.depth": 1, "network.d_width": 16, "network.d_depth": 1, "training.batch": 32}
    return create_run(home / "runs" / "0001-ring", configure("ring", kimg=100000, device="cpu", changes=small))


def test_a_run_trains_on_when_the_terminal_that_started_it_is_gone(new: RunFolder):
    command = [sys.executable, "-m", "studio", "resume", str(new.path), "--background"]
    terminal = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    out, err = terminal.communicate(timeout=100)
    assert (terminal.returncode, err) == (0, "")
    held = holder(new.lock)
    assert held is not None
    try:
        assert f"process {held.pid}" in out
        assert held.pid != terminal.pid
        assert os.getsid(held.pid) == held.pid  # no Ctrl-C and no hang-up of the terminal reaches it
        wait(lambda: RunView(new).run.nimg > 2000)
        os.kill(held.pid, signal.SIGTERM)  # the system goes down
        wait(lambda: holder(new.lock) is None)
    finally:
        if holder(new.lock) is not None:
            os.kill(held.pid, signal.SIGKILL)
    run = RunView(new).run
    assert run.state == "stopped"
    assert run.checkpoints[-1].nimg == run.nimg
    assert new.background_log.read_text() == ""


def test_a_run_that_someone_trains_is_refused(home: Path, run: Run, new: RunFolder):
    with RunLock.acquire(new.lock):
        run("resume", 1, "--background").refused("0001-ring", f"process {os.getpid()}")


def test_a_run_is_not_changed_on_its_way_to_the_background(home: Path, run: Run, new: RunFolder):
    run("resume", 1, "--kimg", 1, "--background").refused("--background")
    run("resume", "1:1", "--background").refused("--background")


def test_a_process_that_cannot_train_is_told_with_its_words(home: Path, run: Run):
    assert run("train", "--preset", "ring", "--kimg", 0.2, *SMALL).code == 0
    run("resume", 1, "--background").refused("does not train", "exit code 2", "has reached its 0.2 kimg", code=1)
