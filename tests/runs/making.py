"""Runs made by hand for these tests: events with few words, and processes of their own."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from studio.messages import CheckpointSaved, Event, FrameKept, SegmentStarted, Tick
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter


def started(segment: int = 0, nimg: int = 0, *, parent: int | None = None, why: Any = "start", time: float = 0.0, **options: Any) -> SegmentStarted:
    return SegmentStarted(segment=segment, nimg=nimg, parent=parent, why=why, options=options, time=time)


def tick(nimg: int, segment: int = 0, *, loss: float = 1.0, **more: Any) -> Tick:
    facts = {"seconds": nimg / 100, "rate": 100.0, "scalars": {"loss/G": (loss, loss - 1, loss + 1)}, "values": {"lr/G": 0.5}, "time": float(nimg)}
    return Tick(nimg=nimg, segment=segment, **{**facts, **more})


def saved(number: int, nimg: int, segment: int = 0) -> CheckpointSaved:
    return CheckpointSaved(id=number, nimg=nimg, segment=segment, folder=f"checkpoints/{number:06d}", why="interval", time=float(nimg))


def frame(nimg: int, segment: int = 0) -> FrameKept:
    return FrameKept(nimg=nimg, segment=segment, file=f"samples/frames/{nimg}-{segment}.png", time=float(nimg))


def write(folder: RunFolder, *events: Event) -> None:
    with JournalWriter(folder.journal) as journal:
        for event in events:
            journal.write(event)


def python(code: str, *arguments: Any, **how: Any) -> "subprocess.Popen[str]":
    """Another Python process that runs `code` with sys.argv[1:] = arguments; its output is read as text."""
    how = {"stdout": subprocess.PIPE, "stdin": subprocess.PIPE, "text": True, **how}
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], **how)


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.iterdir())
