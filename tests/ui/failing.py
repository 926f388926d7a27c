"""A run that failed, made by writing what a worker writes."""

from pathlib import Path

from studio.messages import Failed, SegmentStarted, Tick
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter


def failed_run(home: Path, failure: Failed) -> Path:
    folder = RunFolder.create(
        home / "runs" / "0001-broken", {"name": "broken", "training": {"kimg": 10, "batch": 64}, "optimizer": {"kind": "adam", "lr": 0.002}}
    )
    with JournalWriter(folder.journal) as journal:
        journal.write(SegmentStarted(segment=0, why="start", options=folder.config()))
        journal.write(Tick(segment=0, nimg=640, seconds=1.0))
        journal.write(failure)
    return folder.path
