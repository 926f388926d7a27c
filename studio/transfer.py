"""Finds the checkpoint whose weights a new run begins with, and tells what was taken over. The taking is studio.gan.transfer's."""

from collections.abc import Callable
from pathlib import Path

from studio.errors import ConfigError, Problem, RunError
from studio.gan.config import RunConfig
from studio.gan.trainer import Trainer
from studio.gan.transfer import Report, transfer
from studio.messages import Event, Logged
from studio.runs.checkpoints import Checkpoint, CheckpointStore, checkpoint_at
from studio.runs.home import default_home, find_run
from studio.words import joined, say


def named_checkpoint(config: RunConfig) -> Checkpoint | None:
    """The checkpoint that `transfer.run` names, compared with its sums: the newest sound one of a run, RUN:ID, or a checkpoint's own folder.

    None where nothing is named. ConfigError when it cannot be had.
    """
    text = config.transfer.run.strip()
    if not text:
        return None
    try:
        return _named(text)
    except RunError as error:
        raise ConfigError([Problem("transfer.run", str(error))]) from None


def _named(text: str) -> Checkpoint:
    path = Path(text).expanduser()
    if (path / "checkpoint.json").exists():
        return checkpoint_at(path)
    name, colon, number = text.rpartition(":")
    if not (colon and number.isdigit()) or path.exists():
        return CheckpointStore(find_run(text, default_home())).newest_sound()[0]
    store = CheckpointStore(find_run(name, default_home()))
    found = store.get(int(number))
    store.verify(found)
    return found


def take_over(trainer: Trainer, tell: Callable[[Event], None]) -> Report | None:
    """Gives the networks of a new run what they can use of the checkpoint that its settings name, and tells what that was.

    None where none is named. ConfigError naming the field when the checkpoint cannot be had or fits nowhere.
    """
    found = named_checkpoint(trainer.config)
    if found is None:
        return None
    try:
        report = transfer(trainer, found.path)
    except RunError as error:
        raise ConfigError([Problem("transfer.run", str(error))]) from None
    taken = say("Weights taken over from checkpoint {found}, {path}", found=found, path=found.path)
    text = joined((taken, str(report)), "\n")
    tell(Logged(level="info" if report.is_whole else "warning", text=text))
    return report
