"""Hands a run to a process of its own, which outlives whoever started it. Trains nothing here; needs neither Qt nor torch.

The process is the command line's: `gan-studio resume RUN`, in a session of its own, without a terminal. What it would have said there is
written to the run's background.log; what matters of the training stands in the journal, as ever.
"""

import os
import subprocess
import sys
import threading
import time

from studio.errors import RunError
from studio.runs.folder import RunFolder
from studio.runs.journal import end_of
from studio.runs.lock import holder
from studio.runs.space import writing_to
from studio.words import say

PATIENCE_S = 90.0  # for the process to take the run: it loads torch first, which takes a minute where the disk is cold
WORDS = 2000  # characters of its log that are shown


if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _FLAGS = 0


class Detached:
    """One such process, as long as its beginning is watched."""

    def __init__(self, folder: RunFolder, *, awake: bool = True) -> None:
        """Start it. RunError when it cannot be started."""
        self.folder = folder
        self._journal_bytes = end_of(folder.journal)
        self._since = time.monotonic()
        self._began = 0.0
        with writing_to(folder.path), folder.background_log.open("wb") as log:
            try:
                self._process = subprocess.Popen(
                    _command(folder, awake=awake),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,  # Windows has flags for that
                    creationflags=_FLAGS,
                )
            except OSError as error:
                reason = error.strerror or str(error)
                text = say("{program} cannot be started for {run}: {reason}", program=sys.executable, run=folder.name, reason=reason)
                raise RunError(text) from error
        # Someone must wait for its end, or it stays in the system's table of processes as long as this one lives.
        threading.Thread(target=self._process.wait, name=f"wait for {self._process.pid}", daemon=True).start()

    @property
    def pid(self) -> int:
        """Its id."""
        return self._process.pid

    def has_begun(self) -> bool:
        """Whether it has taken the run: from then on the journal tells the rest, which may be over in an instant."""
        if not self._began and (self._holds() or end_of(self.folder.journal) > self._journal_bytes):
            self._began = time.monotonic()
        return self._began > 0

    def seconds(self) -> float:
        """Since it has begun; before that since it was started."""
        return time.monotonic() - (self._began or self._since)

    def ended(self) -> bool:
        """Whether it is over."""
        return self._process.poll() is not None

    def why_not(self) -> str:
        """Why it has not begun, in a sentence; empty while there is hope."""
        if self.ended():
            return say("the process that was to train it ended at once, with exit code {code}", code=self._process.returncode)
        if self.seconds() > PATIENCE_S:
            return say("process {pid}, which was to train it, has not begun within {seconds:g} s", pid=self.pid, seconds=PATIENCE_S)
        return ""

    def last_words(self) -> str:
        """The end of what it wrote."""
        try:
            said = self.folder.background_log.read_bytes()[-WORDS:]
        except OSError:
            return ""
        return said.decode(errors="replace").strip()

    def kill(self) -> None:
        """End it; for one that has not begun, and so has nothing to save."""
        self._process.kill()
        self._process.wait()

    def _holds(self) -> bool:
        """Whether the run's lock is its own. On Windows the interpreter of a virtual environment starts another one, which has another id."""
        held = holder(self.folder.lock)
        return held is not None and (held.pid == self.pid or (os.name == "nt" and held.pid != 0 and not self.ended()))


def _command(folder: RunFolder, *, awake: bool) -> list[str]:
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "studio"]
    return [*program, "resume", str(folder.path), "--quiet", "--unattended", *(["--awake"] if awake else [])]
