"""Memory of the window while 1,000,000 ticks and 10,000 grids of samples come in: the growth of what is its own, beside mapped files.

The window follows a run whose journal another hand writes, as it follows one trained elsewhere; nothing is trained and nobody waits for the clock.
The first tenth is for warming up. The longest wait is that of one look at the journal, with whatever was drawn because of it.
"""

import gc
import itertools
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from studio.messages import SegmentStarted, Tick
from studio.runs.folder import RunFolder
from tests.ui.made_home import settings

GRIDS, TICKS = 10_000, 1_000_000
SIDE, PICTURES = 264, 24
SCALARS = ("loss/G", "loss/D", "d/real", "d/fake")


def own_bytes() -> int:
    """Anonymous memory of this process: its own, in no file."""
    gc.collect()
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("RssAnon"))
    return 1024 * int(line.split()[1])


def measure(grids: int = GRIDS, ticks: int = TICKS) -> dict[str, Any]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.opened import open_window  # Qt is told before where to draw

    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        folder = RunFolder.create(home / "runs" / "0001-long", settings("long"))
        draw = np.random.default_rng(0)
        names = [f"samples/live-{n}.png" for n in range(PICTURES)]
        for name in names:
            Image.fromarray(draw.integers(0, 255, (SIDE, SIDE, 3), np.uint8)).save(folder.path / name)
        app, session, window = open_window(home)
        with folder.journal.open("a", encoding="utf-8") as journal:
            journal.write(SegmentStarted(segment=0, why="start", options=settings("long")).line() + "\n")
            journal.flush()
            session.open_run(folder.path)
            while session.view is None:
                app.processEvents()
            began, before, longest, step = time.perf_counter(), 0, 0.0, itertools.count(1)
            for grid in range(grids):
                if grid == grids // 10:
                    before = own_bytes()
                for _ in range(ticks // grids):
                    n = next(step)
                    loss = 1 + 0.3 * float(np.sin(n / 5000))
                    scalars = dict.fromkeys(SCALARS, (loss, loss - 0.1, loss + 0.1))
                    tick = Tick(segment=0, nimg=64 * n, seconds=n / 10, rate=640.0, scalars=scalars, values={"lr/G": 0.002}, samples=names[grid % PICTURES])
                    journal.write(tick.line() + "\n")
                journal.flush()
                looked = time.perf_counter()
                window.live.poll()
                app.processEvents()
                longest = max(longest, time.perf_counter() - looked)
            while session.view.poll():
                app.processEvents()
            after = own_bytes()
        seconds, held = time.perf_counter() - began, len(session.view.columns)
        window.close()
        return {
            "grids": grids,
            "ticks": held,
            "own memory after a tenth, MB": before / 1e6,
            "own memory at the end, MB": after / 1e6,
            "growth, MB": (after - before) / 1e6,
            "longest wait, s": longest,
            "seconds": seconds,
        }


if __name__ == "__main__":
    print(json.dumps(measure(*(int(n) for n in sys.argv[1:]))))
