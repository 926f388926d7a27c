"""One training in several processes of torchrun: the first does the command's work, the others follow it until it is over."""

import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from studio.errors import ConfigError, Problem, StudioError
from studio.followers import dismiss, follow
from studio.gan.distributed import HOW, Lost, World, alone

ORDERLY = (0, 130)  # exit codes of a leader that ended between two steps: done, stopped or aborted


def together(work: Callable[[World], int], *, distributed: bool) -> int:
    """Does `work` on rank 0 and follows on every other rank; of several processes each ends here, with the exit code, 1 when one was lost.

    Without `distributed` there is one process alone; ConfigError when torchrun started several all the same, for each would train a run of its own.
    """
    if not distributed:
        if "TORCHELASTIC_RUN_ID" in os.environ and int(os.environ.get("WORLD_SIZE", "1")) > 1:
            raise ConfigError([Problem("--distributed", f"torchrun started several processes; say that they are to train one run: {HOW}")])
        return work(alone())
    world = World.from_environment()
    code = _lead(work, world) if world.leads else _follow(world)
    world.close()
    return _end(world, code)


def _lead(work: Callable[[World], int], world: World) -> int:
    """A signal is heeded while it trains; one that is passed on again comes after the end, and must not spoil it."""
    _ignore_signals()
    try:
        code = work(world)
        if code in ORDERLY:
            dismiss(world)
    except Lost as lost:
        print(f"gan-studio: {lost}", file=sys.stderr)
        code = 1
    except StudioError:  # before anything was trained: the others wait for the beginning
        dismiss(world)
        raise
    if code not in ORDERLY:
        _end(world, code)
    return code


def _follow(world: World) -> int:
    """Signals are for rank 0 to heed: it saves, and then ends the others. When it is killed, its connections tell."""
    _ignore_signals()
    try:
        follow(world)
    except Lost as lost:
        print(f"gan-studio: rank {world.rank} ends, {lost}", file=sys.stderr)
        _end(world, 1)
    return 0


def _end(world: World, code: int) -> NoReturn:
    """Not by way of the interpreter's own end, where the threads of torch's store now and then abort the process (seen: `terminate called`)."""
    sys.stdout.flush()
    sys.stderr.flush()
    world.drop(code)


def _ignore_signals() -> None:
    for which in (signal.SIGINT, signal.SIGTERM):
        signal.signal(which, signal.SIG_IGN)
