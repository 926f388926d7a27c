"""Cold start: seconds from starting the process to the welcome page on the screen, median of five."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

RUNS = 5


def start_once(home: Path) -> float:
    """Seconds from `python -m studio` to the first paint. torch must not have been imported by then: the child checks."""
    trace = home / "painted"
    platform = os.environ.get("QT_QPA_PLATFORM") or ("xcb" if os.environ.get("DISPLAY") else "offscreen")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "GAN_STUDIO_HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "GAN_STUDIO_TRACE_START": str(trace),
        "GAN_STUDIO_QUIT_AFTER_PAINT": "1",
    }
    began = time.time()
    subprocess.run([sys.executable, "-m", "studio"], env=environment, check=True, timeout=60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return float(trace.read_text(encoding="ascii")) - began


def measure() -> dict[str, Any]:
    """Median and worst of five fresh processes, after one that warms the disk's cache."""
    with tempfile.TemporaryDirectory() as folder:
        times = [start_once(Path(folder)) for _ in range(RUNS + 1)][1:]
    return {"welcome painted, median, s": statistics.median(times), "welcome painted, worst, s": max(times)}


if __name__ == "__main__":
    print(json.dumps(measure()))
