"""Starts a run's process of its own from the terminal, and ends when that one trains."""

import sys
import time

from studio.background import Detached
from studio.errors import RunError
from studio.runs.folder import RunFolder
from studio.runs.lock import holder

LOOK_S = 0.1


def detach(folder: RunFolder, *, keep_awake: bool, quiet: bool) -> int:
    """Returns the exit code. RunError when someone trains the run already."""
    if (held := holder(folder.lock)) is not None:
        raise RunError(f"{folder.name} is being trained already, by {held}")
    process = Detached(folder, awake=keep_awake)
    while not process.has_begun():
        if why := process.why_not():
            print(f"gan-studio: {folder.name} does not train: {why}\n{process.last_words()}".rstrip(), file=sys.stderr)
            return 1
        time.sleep(LOOK_S)
    if not quiet:
        print(f"{folder.name} trains as process {process.pid}; `gan-studio send {folder.name} stop` saves and ends it, `gan-studio show` tells how far it is")
    return 0
