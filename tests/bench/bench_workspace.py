"""A workspace of 500 runs: seconds from asking for the page of all runs to every row shown, in fresh processes, median of three.

Runs have summaries, pictures and ways of their figures as a worker leaves them. The window is there before and torch is not asked for; files
come from the disk's cache. The longest wait is how long the interface's thread once did not answer meanwhile. Where other programs have the
processors, the seconds of a processor tell more than those of the clock.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

RUNS = 500
TIMES = 3


def open_here(home: Path) -> dict[str, float]:
    """Opens the window and then the page, in this process; what that took."""
    from PySide6.QtCore import QTimer

    from tests.bench.opened import open_window

    app, _, window = open_window(home)
    beats = [time.perf_counter()]
    clock = QTimer()
    clock.timeout.connect(lambda: beats.append(time.perf_counter()))
    clock.start(0)
    began, worked = time.perf_counter(), time.process_time()
    window.show_runs()
    page = window.runs_page
    assert page is not None
    first = 0.0
    while not page.watch.is_read:
        app.processEvents()
        first = first or (time.perf_counter() - began if page.table.shown() else 0.0)
    page.table.viewport().repaint()
    whole, worked = time.perf_counter() - began, time.process_time() - worked
    assert len(page.table.shown()) == RUNS
    clock.stop()
    waits = max(b - a for a, b in zip(beats, [*beats[1:], time.perf_counter()], strict=True))
    began = time.perf_counter()
    page.search.setText("cifar10 interrupted")
    page.table.viewport().repaint()
    searched = time.perf_counter() - began
    page.search.clear()
    began = time.perf_counter()
    page.table.sortByColumn(3, page.table.horizontalHeader().sortIndicatorOrder())
    page.table.viewport().repaint()
    sorted_in = time.perf_counter() - began
    window.close()
    return {
        "first rows, s": first or whole,
        "all rows, s": whole,
        "of a processor for all rows, s": worked,
        "longest wait, s": waits,
        "search, s": searched,
        "sort, s": sorted_in,
    }


def measure() -> dict[str, Any]:
    """Medians, and the worst opening."""
    from tests.ui.made_home import many_runs

    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        many_runs(home, RUNS)
        environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen"}
        command = [sys.executable, "-m", "tests.bench.bench_workspace", str(home)]
        found = [
            json.loads(subprocess.run(command, env=environment, check=True, timeout=120, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])
            for _ in range(TIMES)
        ]
    medians = {f"{name.removesuffix(', s')}, median, s": statistics.median(one[name] for one in found) for name in found[0]}
    return {"runs": RUNS, **medians, "all rows, worst, s": max(one["all rows, s"] for one in found), "load, 1 min": os.getloadavg()[0]}


if __name__ == "__main__":
    print(json.dumps(open_here(Path(sys.argv[1])) if sys.argv[1:] else measure()))
