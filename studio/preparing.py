"""Where a start of training begins: the checkpoint and the settings to go on from, and the data. Tells what it does through `tell`; trains nothing."""

import time
from collections.abc import Callable
from typing import Any, Literal

from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset, Stored
from studio.messages import DataOpened, Event, Logged, Progressed
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.fold import Run
from studio.runs.folder import RunFolder
from studio.runs.home import cache_folder, default_home
from studio.words import Said, say

TELL_S = 0.5  # how often the progress of long work is told

Tell = Callable[[Event], None]
SegmentWhy = Literal["start", "resume", "rollback", "branch"]
Options = Literal["last", "restore"]  # those in force at the end, or those of the checkpoint


def starting_point(store: CheckpointStore, before: Run, wanted: int | None, tell: Tell) -> Checkpoint | None:
    """The checkpoint to go on from: the one asked for, or the newest sound one of the present lineage. None for a new run."""
    if wanted is not None:
        found = store.get(wanted)
        store.verify(found)
        return found
    nothing_yet = not before.last_checkpoint and not store.list() and not store.damaged()
    if nothing_yet:  # new, or killed before its first checkpoint
        return None
    newest, skipped = store.newest_sound(lambda c: not before.segments or before.on_lineage(c.segment, c.nimg))
    for path, reason in skipped:
        text = say("{name}: {reason}; going on from checkpoint {newest} instead", name=path.name, reason=reason, newest=newest)
        tell(Logged(level="warning", text=text))
    return newest


def starting_config(folder: RunFolder, before: Run, start: Checkpoint | None, options: Options, changes: dict[str, Any]) -> RunConfig:
    """The settings to go on with, `changes` made to them."""
    data = start.options if start and options == "restore" else before.options if before.segments else folder.config()
    config = RunConfig.read(data)
    for path, value in changes.items():
        config = config.with_option(path, value)
    return config


def segment_why(before: Run, start: Checkpoint | None, *, asked_for: bool) -> SegmentWhy:
    """What kind of segment begins; `asked_for` when the checkpoint was named."""
    if not start:
        return "start"
    if not before.segments:
        return "branch"
    return "rollback" if asked_for else "resume"


def open_data(config: RunConfig, tell: Tell, look: Callable[[], None]) -> Dataset:
    """The data set. `look` is called often: it shows that the run lives, and may raise to end it."""
    last = 0.0

    def progress(done: int, total: int, what: str) -> None:
        nonlocal last
        if time.monotonic() - last > TELL_S:
            last = time.monotonic()
            tell(Progressed(what=what if isinstance(what, Said) else say(what), done=done, total=total))
        look()

    dataset = config.dataset.open(cache_folder(default_home()), progress)
    tell(Progressed(what=say("Opening the data"), done=1, total=1))
    stored = dataset if isinstance(dataset, Stored) else None
    tell(
        DataOpened(
            medium=dataset.medium,
            shape=dataset.shape,
            classes=dataset.classes,
            train=len(stored.train) if stored else None,
            held=len(stored.held) if stored else 0,
            notes=dataset.notes,
        )
    )
    return dataset
