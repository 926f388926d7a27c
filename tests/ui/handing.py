"""Processes of their own that a window's runs are handed to: watched, ended after the test, or broken on purpose."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.runs.folder import RunFolder
from studio.runs.lock import holder

PATIENCE_MS = 150_000  # a process loads torch before it takes its run

Wait = Callable[[Callable[[], object]], None]


def pid_of(path: Path) -> int:
    """Who trains the run; 0 when nobody does."""
    held = holder(RunFolder(path).lock)
    return held.pid if held is not None else 0


@contextmanager
def held_beside(path: Path) -> Iterator[None]:
    """Another process of this machine holds the run's lock, as one that trains it does, until it is killed at the end."""
    hold = "import sys, time; from pathlib import Path; from studio.runs.lock import RunLock\n"
    hold += "with RunLock.acquire(Path(sys.argv[1])):\n    print('held', flush=True); time.sleep(600)"
    with subprocess.Popen([sys.executable, "-c", hold, str(RunFolder(path).lock)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield
        finally:
            process.kill()


def end_processes(home: Path) -> None:
    """Whatever else than this process trains a run of that home ends now."""
    for path in (home / "runs").glob("[0-9]*"):
        if (pid := pid_of(path)) and pid != os.getpid():
            os.kill(pid, signal.SIGKILL)
            end = time.monotonic() + 20
            while pid_of(path) == pid:
                assert time.monotonic() < end
                time.sleep(0.01)


def broken_interpreter(folder: Path) -> str:
    """Stands where Python was, as after an update that took it away."""
    script = folder / "python"
    script.write_text("#!/bin/sh\necho 'Could not find platform libraries'\necho 'No module named studio'\nexit 1\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)
