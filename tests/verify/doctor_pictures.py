"""The doctor on MNIST and CIFAR-10: a healthy run, a planted collapse and 100 pictures, as the command line trains them.

    python -m tests.verify.doctor_pictures mnist|cifar10 FILE.zip [--kimg 300] [--width 16] [--folder DIR] [--only healthy|collapse|few] [--for SECONDS]

FILE.zip has a folder of pictures for each class. Runs are kept in the folder and taken up again where they were cut off; `--for` stops after so many
seconds of each. The exit code is 1 when the healthy run has a high or critical alarm or one of the other two has none, 3 while a run is not over.
"""

import argparse
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.messages import AlarmRaised, Probed
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader
from studio.runs.view import RunView
from studio.worker import Worker

GRAVE = ("high", "critical")
FEW = 125  # pictures, a fifth of which are held out
SIDES = {"mnist": 28, "cifar10": 32}
PLAIN = {"dtype": "fp32", "channels_last": "on", "compile": "off", "threads": 1}
LEFT = 3
PREPARED = 20  # slices after which it surely trains


def settings(kind: str, name: str, data: Path, kimg: float, width: int) -> RunConfig:
    """The template's kind of run, smaller; the collapse is that of a D that learns far too fast with nothing to hold it."""
    config: dict[str, Any] = {
        "game": "generation",
        "dataset": {"kind": "zip", "path": str(data), "height": SIDES[kind], "width": SIDES[kind], "channels": "1" if kind == "mnist" else "3"},
        "network": {"kind": "dcgan", "z_dim": 64, "width": width, "norm": "none"},
        "objective": {"kind": "relativistic", "penalty": "r1_r2", "gamma": 1.0 if kind == "mnist" else 0.5, "penalty_every": 4},
        "optimizer": {"kind": "adam", "lr": 5e-4 if kind == "mnist" else 3e-4, "beta1": 0.0, "beta2": 0.99},
        "training": {"batch": 64, "kimg": kimg, "device": "cpu"},
        "precision": PLAIN,
        "evaluation": {"metric": "none"},
    }
    if name == "collapse":
        config["objective"] = {"kind": "non_saturating", "penalty": "none"}
        config["optimizer"] = {"kind": "adam", "lr": 5e-5, "lr_ratio": 60, "beta1": 0.0, "beta2": 0.99}
        config["game"] = {"kind": "generation", "d_steps": 3}
    if name == "few":
        config["objective"]["gamma"] = 0.05
    return RunConfig.read(config)


def few(data: Path, folder: Path) -> Path:
    """A zip of some of the pictures, the same every time."""
    out = folder / f"{data.stem}-{FEW}.zip"
    if out.exists():
        return out
    with zipfile.ZipFile(data) as archive:
        names = sorted(name for name in archive.namelist() if name.lower().endswith((".png", ".jpg")))
        chosen = np.random.default_rng(0).permutation(len(names))[:FEW]
        part = out.with_suffix(".part")
        with zipfile.ZipFile(part, "w") as small:
            for k in chosen:
                small.writestr(f"all/{k}{Path(names[k]).suffix}", archive.read(names[k]))
    part.rename(out)
    return out


def trained(path: Path, config: RunConfig, seconds: float) -> bool:
    """Trains it, or goes on with it; whether it is over."""
    fresh = not (path / "run.json").exists()
    folder = create_run(path, config) if fresh else RunFolder(path)
    if not fresh and RunView(folder).run.state in ("done", "failed"):
        return True
    worker, until = Worker(folder, why="start" if fresh else "resume"), float("inf")
    for n, _ in enumerate(worker.run()):
        if n == PREPARED:
            until = time.monotonic() + seconds
        elif time.monotonic() > until:
            worker.ask_to_stop()
            until = float("inf")
    return worker.ended == "done" or worker.failure is not None


def events(path: Path) -> list[Any]:
    reader, found = JournalReader(RunFolder(path).journal), list[Any]()
    while new := reader.poll():
        found += new
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verify.doctor_pictures", description="The doctor on MNIST and CIFAR-10.")
    parser.add_argument("kind", choices=tuple(SIDES))
    parser.add_argument("data", type=Path)
    parser.add_argument("--kimg", type=float, default=300.0, help="Of each run.")
    parser.add_argument("--width", type=int, default=16)
    parser.add_argument("--folder", type=Path, default=Path("verification") / "doctor-pictures")
    parser.add_argument("--only", default="", choices=("", "healthy", "collapse", "few"))
    parser.add_argument("--for", dest="seconds", type=float, default=float("inf"), help="Stop each run after so many seconds; call again to go on.")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    wrong, left = 0, False
    for name in (given.only,) if given.only else ("healthy", "collapse", "few"):
        data = few(given.data, given.folder) if name == "few" else given.data
        path = given.folder / f"{given.kind} {name}"
        over = trained(path, settings(given.kind, name, data, given.kimg, given.width), given.seconds)
        found = events(path)
        alarms = [event for event in found if isinstance(event, AlarmRaised)]
        checks = [event for event in found if isinstance(event, Probed)]
        grave = [alarm for alarm in alarms if alarm.severity in GRAVE]
        left |= not over
        wrong += over and bool(grave) == (name == "healthy")
        said = ", ".join(f"{a.alarm} ({a.severity}) at {a.nimg / 1000:.1f} kimg" for a in alarms) or "no alarm"
        print(f"{given.kind} {name}: {checks[-1].nimg / 1000 if checks else 0:.0f} kimg, {len(checks)} checks: {said}")
        print(f"    {checks[-1].health if checks else 'not examined'}", flush=True)
    return LEFT if left else 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
