"""A home with many runs, made by writing the small files that a worker leaves: a description, a summary, a picture. No journal, no torch."""

import json
import math
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from studio.messages import AlarmRaised, CheckpointSaved, Ended, Evaluated, Event, Failed, SegmentStarted, Tick
from studio.runs.fold import Run, fold
from studio.runs.folder import FORMAT, RunFolder
from studio.runs.sketch import Sketch
from studio.runs.summary import write_summary

KINDS = (("digits", "dcgan"), ("ring", "mlp"), ("cifar10", "r3gan"), ("folder", "stylegan2"))
ENDS = ("done", "stopped", "failed", "crashed", "aborted")
FAILURE = Failed(error="no_space", text="The disk is full.", remedy="Delete old runs, then press Resume.")


def settings(name: str = "digits", *, data: str = "digits", network: str = "dcgan", kimg: float = 400.0, lr: float = 0.002) -> dict[str, Any]:
    """What a run.json holds of the settings, in part."""
    dataset = {"kind": data, "path": f"/pictures/{name}"} if data == "folder" else {"kind": data}
    return {
        "name": name,
        "dataset": dataset,
        "network": {"kind": network},
        "optimizer": {"kind": "adam", "lr": lr},
        "training": {"kimg": kimg, "batch": 64},
    }


def made_run(home: Path, number: int, options: dict[str, Any], *, state: str = "done", nimg: int = 400_000, age: float = 0.0, alarm: str = "") -> RunFolder:
    """One run as its last writer left it, `age` seconds ago."""
    name = str(options["name"])
    folder = RunFolder(home / "runs" / f"{number:04d}-{name.replace(' ', '-')}")
    (folder.path / "samples").mkdir(parents=True)
    now = time.time() - age
    about = {"format": FORMAT, "created": now - 60 + number / 1000, "medium": "image", "config": options}
    (folder.path / "run.json").write_text(json.dumps(about))
    _picture(folder.path / "samples" / "live-0.png", number)
    run, losses = Run(config=options), Sketch()
    for event in _events(options, nimg, now, number):
        run = fold(run, event)
        if isinstance(event, Tick):
            losses.add(event.nimg, event.scalars["loss/G"][0])
    if alarm:
        run = fold(run, AlarmRaised(segment=0, alarm="mode_drop", title=alarm, severity="high", onset=nimg, text="", why=""))
    if state in ("done", "stopped", "aborted"):
        run = fold(run, Ended(why=state))
    elif state == "failed":
        run = fold(run, FAILURE)
    if state != "new":
        write_summary(folder, run, losses)
    (folder.path / "lock").touch()
    return folder


def many_runs(home: Path, count: int) -> None:
    """Of every kind, in every state that a run can be left in."""
    for number in range(1, count + 1):
        data, network = KINDS[number % len(KINDS)]
        options = settings(f"{data} {number % 7}", data=data, network=network, lr=0.001 * (1 + number % 3))
        end = ENDS[number % len(ENDS)]
        made_run(home, number, options, state=end, nimg=400_000 if end == "done" else 1000 * (number % 400), age=600.0 * (count - number))


def _events(options: dict[str, Any], nimg: int, now: float, number: int) -> list[Event]:
    events: list[Event] = [SegmentStarted(segment=0, why="start", options=options)]
    steps = 12
    for n in range(1, steps + 1):
        at = nimg * n // steps
        loss = 1 + 0.3 * math.sin(n + number)
        events.append(Tick(time=now, segment=0, nimg=at, seconds=n * 10.0, rate=900.0, scalars={"loss/G": (loss, loss, loss)}, samples="samples/live-0.png"))
        if n % 3 == 0 and number % 4:
            events.append(CheckpointSaved(nimg=at, id=n // 3, segment=0, folder=f"checkpoints/{n // 3:06d}", why="interval"))
            value = 0.4 / n + 0.01 * (number % 5) + (0.03 if n == steps else 0)
            events.append(Evaluated(nimg=at, checkpoint=n // 3, metrics={"swd": value}, figure="swd", better="lower"))
    return events


def _picture(path: Path, number: int) -> None:
    random = np.random.default_rng(number % 16)
    small = random.integers(0, 256, (8, 8, 3), dtype=np.uint8)
    Image.fromarray(np.kron(small, np.ones((8, 8, 1), np.uint8))).save(path, "PNG")
