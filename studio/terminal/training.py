"""Hosts a worker on the terminal: a live progress line, and signals that stop after saving."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from studio.awake import awake
from studio.command_line import configure
from studio.errors import ConfigError, Problem, RunError
from studio.followers import beat
from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.gan.datasets import paced
from studio.gan.distributed import World, alone
from studio.messages import Event, Failed, Logged, Progressed, Tick
from studio.runs.folder import RunFolder
from studio.runs.home import cache_folder, default_home, new_run_path
from studio.runs.journal import JournalReader, end_of
from studio.runs.view import RunView
from studio.terminal.line import line, progress_words
from studio.terminal.making import checkpoint_of
from studio.transfer import named_checkpoint
from studio.worker import Worker

LINE_EVERY_S = 0.25
SAME_SIGNAL_S = 5.0  # a cluster and torchrun both pass on one and the same wish to end
ABORTED = 130  # as after a Ctrl-C that nobody heeds


def train_preset(
    name: str,
    *,
    data: Path | None = None,
    changes: dict[str, Any] | None = None,
    kimg: float | None = None,
    seed: int | None = None,
    device: str | None = None,
    path: Path | None = None,
    quiet: bool = False,
    tell_samples: bool = False,
    keep_awake: bool = False,
    world: World | None = None,
) -> int:
    """Starts a run from a template; returns the exit code. ConfigError and DataError before anything is written.

    keep_awake: the machine does not go to sleep meanwhile. world: the processes that train it; this one leads them.
    """
    world = world or alone()
    if path is not None and path.exists():
        raise RunError(f"{path} exists already; name a folder that does not, or go on with that run: `gan-studio resume {path}`")
    config = configure(name, data=data, changes=changes, kimg=kimg, seed=seed, device=device)
    _open_once(config, world, quiet=quiet)
    named_checkpoint(config)
    folder = create_run(path or new_run_path(default_home(), config.name), config)
    with awake(f"Training {folder.name}", wanted=keep_awake):
        code = _host(Worker(folder, world=world), folder, world, quiet=quiet)
    if tell_samples and code == 0:
        view = RunView(folder)
        view.poll()
        print(f"sample grid: {folder.path / view.run.samples}")
    if not quiet:
        print(f"run: {folder.path}")
    return code


def _open_once(config: RunConfig, world: World, *, quiet: bool) -> None:
    """Reads the data before a folder is made, so that a wrong path leaves nothing behind; the worker finds it in the cache."""
    if problems := list(world.misfits(config.training.batch, batch_statistics=config.network.uses_batch_statistics)):
        raise ConfigError(problems)
    with line(quiet) as show:

        def progress(done: int, total: int, what: str) -> None:
            show(progress_words(done, total, what))
            beat(world)

        dataset = config.dataset.open(cache_folder(default_home()), paced(progress))
    if problems := list(config.game.fits(config, dataset)):
        raise ConfigError(problems)


def resume(
    folder: RunFolder,
    *,
    checkpoint: int | None,
    changes: dict[str, Any],
    quiet: bool,
    keep_awake: bool = False,
    unattended: bool = False,
    world: World | None = None,
) -> int:
    """Goes on with a run; returns the exit code. ConfigError, DataError and RunError before the run is touched. keep_awake, world: as for `train_preset`.

    unattended: nobody reads what is said here, so the run is taken at once, and its journal tells of data that are opened or that cannot be.
    """
    world = world or alone()
    view = RunView(folder)
    view.poll()
    before = RunConfig.read(view.run.options or folder.config())
    options = before
    for path, value in changes.items():
        options = options.with_option(path, value)
    if fixed := [path for path in options.differences(before) if path.startswith("network.")]:
        raise ConfigError(Problem(path, "cannot change in a run that has begun, for its weights would not fit; start a new run instead") for path in fixed)
    if checkpoint is not None:
        checkpoint_of(folder, checkpoint)
    if view.run.state == "done" and checkpoint is None and view.run.nimg >= 1000 * options.training.kimg:
        raise ConfigError([Problem("--kimg", f"{folder.name} has reached its {options.training.kimg:g} kimg; give a larger --kimg to go on")])
    if not unattended:
        _open_once(options, world, quiet=quiet)
    with awake(f"Training {folder.name}", wanted=keep_awake):
        code = _host(Worker(folder, why="resume", checkpoint=checkpoint, changes=changes, world=world), folder, world, quiet=quiet)
    if not quiet:
        print(f"run: {folder.path}")
    return code


def _host(worker: Worker, folder: RunFolder, world: World, *, quiet: bool) -> int:
    """Advances the worker to its end; 0 when it is done or stopped, 1 for a failed run, 2 for settings that do not fit, 130 for an aborted one."""
    with _heeding_signals(worker, same_s=SAME_SIGNAL_S if world.size > 1 else 0.0), line(quiet) as show:
        reader = JournalReader(folder.journal, end_of(folder.journal))
        shown = 0.0
        for wait in worker.run():
            now = time.monotonic()
            if now - shown >= LINE_EVERY_S:
                shown = now
                _tell(reader.poll(), show, worker.total_kimg())
            if wait:
                time.sleep(wait)
        _tell(reader.poll(), show, worker.total_kimg())
    if worker.failure is not None:
        _explain(worker.failure, folder)
        return 2 if worker.failure.error == "config" else 1
    return ABORTED if worker.ended == "aborted" else 0


@contextmanager
def _heeding_signals(worker: Worker, *, same_s: float = 0.0) -> Iterator[None]:
    """Ctrl-C and SIGTERM ask the worker to stop, and then to abort; a third one ends the process as it always does.

    Those within `same_s` seconds of the one before count once.
    """
    before = {which: signal.getsignal(which) for which in (signal.SIGINT, signal.SIGTERM)}
    asked, last = 0, -same_s

    def heed(*_: object) -> None:
        nonlocal asked, last
        again, last = time.monotonic() - last < same_s, time.monotonic()
        if again:
            return
        asked += 1
        worker.ask_to_stop()
        if asked == 2:
            restore()

    def restore() -> None:
        for which, handler in before.items():
            signal.signal(which, handler)

    for which in before:
        signal.signal(which, heed)
    try:
        yield
    finally:
        restore()


def _tell(events: list[Event], show: Callable[[str], None], total: float | None) -> None:
    for event in events:
        match event:
            case Tick() if total is not None:
                show(_tick_words(event, total))
            case Progressed() if not event.measuring or (total is not None and event.nimg >= 1000 * total):  # beside training its own line matters more
                show(progress_words(event.done, event.total, event.what))
            case Logged(level="warning" | "error"):
                print(event.text, file=sys.stderr)
            case _:
                pass


def _explain(failure: Failed, folder: RunFolder) -> None:
    print(f"gan-studio: {failure.text}\n{failure.remedy}", file=sys.stderr)
    if failure.details:
        print(f"The details stand in {folder.journal}", file=sys.stderr)


def _tick_words(tick: Tick, total: float) -> str:
    losses = "  ".join(f"{name} {tick.scalars[name][0]:.3f}" for name in ("loss/G", "loss/D") if name in tick.scalars)
    left = (1000 * total / tick.nimg - 1) * tick.seconds if tick.nimg else 0
    return f"{tick.nimg / 1000:8.1f} of {total:g} kimg  {tick.rate:7.0f} images/s  {losses}  {_clock(tick.seconds)} gone, {_clock(left)} to go"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(max(seconds, 0)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
