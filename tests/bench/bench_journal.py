"""A journal of 1,000,000 ticks: building its columns, saving the cache, opening with it, and drawing a curve from it."""

import json
import random
import statistics
import tempfile
import time
from pathlib import Path

from studio.messages import Ended, SegmentStarted, Tick
from studio.runs.folder import RunFolder
from studio.runs.view import RunView

TICKS = 1_000_000
SCALARS = ("loss/G", "loss/D", "d/real", "d/fake", "penalty/r1", "penalty/r2", "grad/G", "grad/D")
VALUES = ("lr/G", "lr/D", "gamma", "beta2", "ema_half_life_kimg")


def write_journal(path: Path, ticks: int) -> None:
    """As a worker writes it: every scalar with mean, minimum and maximum, every number in full."""
    draw = random.Random(0).random
    models = [
        Tick(
            segment=0,
            seconds=0,
            rate=1000 * draw(),
            scalars={name: (draw(), draw() - 1, draw() + 1) for name in SCALARS},
            values={name: draw() for name in VALUES},
            memory=1 << 30,
            samples="samples/live-1.png",
        ).line()
        for _ in range(997)
    ]
    with path.open("w", encoding="utf-8") as out:
        out.write(SegmentStarted(segment=0, why="start", options={}).line() + "\n")
        for i in range(ticks):
            line = models[i % len(models)].replace('"nimg":0', f'"nimg":{64 * i}', 1).replace('"seconds":0.0', f'"seconds":{i / 4}', 1)
            out.write(line + "\n")
        out.write(Ended(nimg=64 * ticks, why="done").line() + "\n")


def measure(ticks: int = TICKS) -> dict[str, float]:
    """Seconds and sizes; the opening and the curve are medians of five."""
    with tempfile.TemporaryDirectory() as place:
        folder = RunFolder.create(Path(place) / "0001-long", {})
        write_journal(folder.journal, ticks)
        reports = 0

        def progress(_done: int, _total: int) -> None:
            nonlocal reports
            reports += 1

        began = time.perf_counter()
        view = RunView(folder, progress)
        built = time.perf_counter() - began
        began = time.perf_counter()
        assert view.save_cache(), "a cache that is due must be written"
        saved = time.perf_counter() - began
        opened, drawn = [], []
        for _ in range(5):
            began = time.perf_counter()
            view = RunView(folder)
            opened.append(time.perf_counter() - began)
            began = time.perf_counter()
            curve = view.columns.view("loss/G", pixels=1000)
            drawn.append(time.perf_counter() - began)
            assert len(view.columns) == ticks
            assert 1000 <= len(curve.x) <= 2001
        return {
            "ticks": ticks,
            "journal_MB": folder.journal.stat().st_size / 1e6,
            "cache_MB": sum(f.stat().st_size for f in folder.cache.rglob("*") if f.is_file()) / 1e6,
            "build_s": built,
            "build_lines_per_s": ticks / built,
            "build_progress_reports": reports,
            "save_cache_s": saved,
            "open_with_cache_s": statistics.median(opened),
            "first_curve_ms": 1000 * statistics.median(drawn),
        }


if __name__ == "__main__":
    print(json.dumps(measure()))
