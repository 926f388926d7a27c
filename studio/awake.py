"""Keeps the machine from going to sleep while it is wanted awake. Knows no run; where the system offers no way, it does nothing.

Whatever this process dies of, the machine may sleep again: the helper lives by a pipe from this process, or watches its id. What a person
does to put the machine to sleep, such as closing a laptop's lid, is left to the system's own settings. Seen at work on Linux alone.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE_S = 2.0  # for a helper that is to end

if sys.platform == "win32":
    import ctypes

    _CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001

    class Awake:
        """From `begin` to `end`, both on the same thread, which must live meanwhile: Windows keeps the wish of each thread."""

        def begin(self, why: str) -> None:
            """From now on."""
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED)

        def end(self) -> None:
            """It may sleep again."""
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)

else:

    class Awake:
        """From `begin` to `end`, by a helper of the system's own."""

        def __init__(self) -> None:
            self._helper: subprocess.Popen[bytes] | None = None

        def begin(self, why: str) -> None:
            """From now on. `why` is what the system tells a person who asks what keeps it awake."""
            if self._helper is None and (command := _command(why)) is not None:
                quiet = subprocess.DEVNULL
                try:  # in a session of its own: a Ctrl-C in the terminal is for the training, which goes on to save
                    self._helper = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True)
                except OSError:
                    self._helper = None

        def end(self) -> None:
            """It may sleep again."""
            helper, self._helper = self._helper, None
            if helper is None:
                return
            assert helper.stdin is not None
            helper.stdin.close()
            if sys.platform == "darwin":
                helper.terminate()  # it reads no pipe
            try:
                helper.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                helper.kill()
                helper.wait()


def _command(why: str) -> list[str] | None:
    """What holds the machine awake as long as it runs; None where the system has no such thing."""
    if sys.platform == "darwin":
        return ["caffeinate", "-i", "-w", str(os.getpid())] if shutil.which("caffeinate") else None
    if shutil.which("systemd-inhibit") and shutil.which("cat"):
        return ["systemd-inhibit", "--what=idle:sleep", "--mode=block", "--who=GAN Studio", f"--why={why}", "cat"]  # cat ends with its input, our pipe
    return None


@contextmanager
def awake(why: str, *, wanted: bool = True) -> Iterator[None]:
    """The machine stays awake inside, if that is wanted."""
    holding = Awake()
    if wanted:
        holding.begin(why)
    try:
        yield
    finally:
        if wanted:
            holding.end()
