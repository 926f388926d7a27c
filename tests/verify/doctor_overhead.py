"""What the doctor's checks cost of training's time, in real runs as the command line trains them.

    python -m tests.verify.doctor_overhead [--seconds N] [--folder DIR]

Told from the journal: the seconds that all checks took, over the seconds of training. Gathering the reals happens once and is told apart.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.messages import Probed, Tick
from studio.runs.journal import JournalReader
from studio.runs.view import RunView
from studio.worker import Worker
from tests.verify.doctor_keeper import Keeper, Result

PLAIN = {"dtype": "fp32", "channels_last": "off", "compile": "off", "threads": 1}
LENGTH = {"batch": 64, "kimg": 100_000, "device": "cpu"}
FEWEST = 3  # checks that a share must rest on
MOST = {"r3gan, 32×32 in colour": 0.02, "MLP, digits of 8×8": 0.03}


def runs() -> dict[str, RunConfig]:
    """The one that most pictures are trained with, and the cheapest there is."""
    rest: dict[str, Any] = {"game": "generation", "objective": "relativistic", "optimizer": {"kind": "adam", "lr": 2e-4}, "precision": PLAIN}
    rest["evaluation"] = {"metric": "none"}
    large = {"dataset": {"kind": "shapes", "resolution": 32}, "network": {"kind": "r3gan", "width": 32}, "training": {**LENGTH, "batch": 32}}
    small = {"dataset": "digits", "network": {"kind": "mlp", "z_dim": 32, "width": 128, "depth": 2, "d_width": 128, "d_depth": 2}, "training": LENGTH}
    return dict(zip(MOST, (RunConfig.read({**rest, **large}), RunConfig.read({**rest, **small})), strict=True))


def measured(name: str, seconds: float) -> Result:
    """Trains so long, and until there were enough checks, but at most five times as long."""
    with tempfile.TemporaryDirectory() as place:
        folder = create_run(Path(place) / "run", runs()[name])
        worker, view, began = Worker(folder), RunView(folder), time.monotonic()
        for step, _ in enumerate(worker.run()):
            trained = time.monotonic() - began
            if trained > seconds and step % 10 == 0:
                view.poll()
                check = view.run.last_check
                if (check is not None and check.check >= FEWEST) or trained > 5 * seconds:
                    worker.ask_to_stop()
        reader = JournalReader(folder.journal)
        events: list[Any] = []
        while new := reader.poll():
            events += new
    checks = [event for event in events if isinstance(event, Probed)]
    trained = max(event.seconds for event in events if isinstance(event, Tick))
    spent = sum(check.seconds for check in checks)
    last = checks[-1].every if checks else 0
    return {"name": name, "share": spent / trained, "checks": len(checks), "trained": trained, "every": last, "seconds": seconds}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verify.doctor_overhead", description="What the doctor's checks cost of training's time.")
    parser.add_argument("--seconds", type=float, default=90.0)
    parser.add_argument("--folder", type=Path, default=Path("verification") / "doctor")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    keeper, missed = Keeper(given.folder / "overhead.jsonl"), 0
    for name, most in MOST.items():
        if given.only not in name:
            continue
        found = measured(name, given.seconds)
        keeper.keep(found)
        kept = found["checks"] >= FEWEST and found["share"] <= most
        missed += not kept
        print(f"{name}: {100 * found['share']:.2f} % of {found['trained']:.0f} s in {found['checks']} checks, wanted {most:.0%}   {'ok' if kept else 'MISSED'}")
        print(json.dumps(found), flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
