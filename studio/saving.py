"""Writes the checkpoints of a run that is trained, when they are due or asked for, and thins them to what the run keeps. Measures none."""

import time
from collections.abc import Collection
from typing import Literal

from studio.gan import checkpoint as tensors
from studio.gan.config import RunConfig
from studio.gan.trainer import NonFinite, Trainer
from studio.messages import CheckpointDeleted, CheckpointSaved
from studio.pictures import Pictures
from studio.record import Record
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.folder import RunFolder

SaveWhy = Literal["start", "interval", "asked", "stop", "end"]
SOONEST_S = 30.0  # from one scheduled checkpoint to the next at least
WORTH = 50  # times the seconds that the last one took, likewise


def patience(minutes: float, *, age: float, cost: float) -> float:
    """Seconds from a checkpoint to the next one: fewer than `minutes` at the beginning, when most happens, unless saving is dear.

    age: seconds of training before that checkpoint; cost: seconds that it took.
    """
    return min(60 * minutes, max(SOONEST_S, age, WORTH * cost))


class Saving:
    """The checkpoints of one run, as its training makes them."""

    def __init__(self, folder: RunFolder, store: CheckpointStore, trainer: Trainer, pictures: Pictures, record: Record) -> None:
        self._folder, self._store, self._trainer, self._pictures, self._record = folder, store, trainer, pictures, record
        self._began, self._cost = time.monotonic(), 0.0
        self.count_from_here()

    def count_from_here(self) -> None:
        """The next one is due an interval after this moment."""
        self._last = (time.monotonic(), self._record.nimg)

    def due(self, config: RunConfig) -> bool:
        """Whether enough images or minutes have passed since the last one."""
        saving, (when, nimg) = config.saving, self._last
        if saving.checkpoint_kimg and self._record.nimg - nimg >= 1000 * saving.checkpoint_kimg:
            return True
        return time.monotonic() - when >= patience(saving.checkpoint_minutes, age=when - self._began, cost=self._cost)

    def save(self, config: RunConfig, why: SaveWhy, *, pin: bool = False, note: str = "") -> Checkpoint:
        """A checkpoint of the trainer as it is now; complete on disk before the journal names it. NonFinite when its weights are not sound."""
        record, trainer, began = self._record, self._trainer, time.monotonic()
        dataset = trainer.dataset
        number = self._store.next_id(record.run.last_checkpoint + 1)
        about = {"medium": dataset.medium, "shape": list(dataset.shape), "classes": list(dataset.classes), "why": why}
        options, expected = config.dump(), tensors.size(trainer)
        with self._store.writing(
            number, nimg=record.nimg, segment=record.segment, options=options, expected_bytes=expected, pinned=pin, note=note, **about
        ) as draft:
            tensors.save(trainer, draft.path)
            if not tensors.finite(trainer):
                raise NonFinite("generator")
            self._pictures.thumbnail(draft.path)
        saved = draft.checkpoint
        assert saved is not None
        folder = saved.path.relative_to(self._folder.path).as_posix()
        record.say(CheckpointSaved(id=saved.id, segment=record.segment, folder=folder, why=why, bytes=saved.bytes))
        record.sync()
        self.count_from_here()
        self._cost = time.monotonic() - began
        return saved

    def thin(self, config: RunConfig, *, spared: Collection[int | None]) -> None:
        """Gives up what is more than the run keeps; never the `spared` ones, such as the one with the best figure."""
        for gone in self._store.prune(config.saving.keep, int(config.saving.budget_gb * 1e9), spared=spared):
            self._record.say(CheckpointDeleted(id=gone, why="retention"))
