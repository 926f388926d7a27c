"""What a killed process did to the checkpoints and no longer said: the events that make the journal agree with the disk."""

from typing import get_args

from studio.messages import CheckpointDeleted, CheckpointSaved
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.fold import Run
from studio.words import mark

_WHYS = get_args(CheckpointSaved.model_fields["why"].annotation)


def unsaid(store: CheckpointStore, run: Run) -> list[CheckpointSaved | CheckpointDeleted]:
    """Events for the journal, each with its own nimg: checkpoints that are complete but not in it, and those in it whose folder is gone.

    For who has just taken the run's lock, after `clear_unfinished`. Damaged checkpoints still lie there, and stay in the list.
    """
    known = {c.id for c in run.checkpoints}
    there = store.list()
    present = {c.id for c in there} | {number for number in known if any(s.path.name.startswith(f"{number:06d}-") for s in store.damaged())}
    gone = [CheckpointDeleted(id=number, nimg=run.nimg, why=mark("its folder is gone")) for number in sorted(known - present)]
    return [*(_saved(c) for c in there if c.id not in known), *gone]


def _saved(checkpoint: Checkpoint) -> CheckpointSaved:
    why = checkpoint.about.get("why")
    return CheckpointSaved(
        time=checkpoint.created,
        nimg=checkpoint.nimg,
        id=checkpoint.id,
        segment=checkpoint.segment,
        folder=f"{checkpoint.path.parent.name}/{checkpoint.path.name}",
        why=why if why in _WHYS else "interval",
        bytes=checkpoint.bytes,
    )
