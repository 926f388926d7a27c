"""Memory over 10,000 steps: whether a run that goes on for days keeps what it needs, or grows.

    python -m tests.verify.verify_memory [--steps 10000] [--preset digits]

Trains the template from the command line, with its live grids, checkpoints, measurements and journal, and reads the process's memory
from every tick. Judged from the second tenth on, when everything has happened once: the slope of a straight line, in MB a 10,000 steps.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

MOST_MB = 12.0  # growth in 10,000 steps that may pass for the allocator's noise


def ticks(run: Path) -> tuple[np.ndarray, np.ndarray]:
    """Images shown and bytes, tick by tick."""
    events = [json.loads(line) for line in (run / "journal.jsonl").read_bytes().splitlines()]
    seen = [(e["nimg"], e["memory"]) for e in events if e["kind"] == "tick"]
    nimg, memory = np.array(seen, dtype=float).T
    return nimg, memory


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verify.verify_memory", description="Whether memory grows over 10,000 steps.")
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--preset", default="digits")
    parser.add_argument("--set", action="append", default=[], help="Options, as `gan-studio train` takes them.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / "run"
        settings = ["training.batch=32", f"training.kimg={given.steps * 32 / 1000}", *given.set]
        command = [sys.executable, "-m", "studio", "train", "--preset", given.preset, "--run", str(run), "--device", "cpu", "--quiet"]
        subprocess.run([*command, *(part for setting in settings for part in ("--set", setting))], check=True)
        nimg, memory = ticks(run)
    steps, mb = nimg / 32, memory / 1e6
    late = steps > 0.1 * given.steps
    slope = float(np.polyfit(steps[late], mb[late], 1)[0] * 10_000)
    kept = slope <= MOST_MB
    print(f"{given.preset}: {steps[-1]:,.0f} steps, {len(steps)} ticks, {mb[late][0]:.0f} MB past a tenth, {mb[-1]:.0f} MB at the end, most {mb.max():.0f}")
    print(f"slope from the second tenth on: {slope:+.2f} MB in 10,000 steps, wanted at most {MOST_MB:g}   {'ok' if kept else 'MISSED'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
