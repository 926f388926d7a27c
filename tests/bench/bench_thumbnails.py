"""100,000 pictures in the browser's wall: frames a second that are painted on the way from the first to the last, and how soon files fill a page.

The window itself, drawn in memory alone: no screen waits here. A `page` is a frame of pictures none of which was in the frame before, the most
that a scroll bar can ask for; a `notch` is what a wheel's notch moves. The decoded set is mapped from disk as a run's is, 32×32 in
colour. The files are JPEGs of 256×256 that threads decode: their frames come at once, 60 a second at most as on a screen, and their pictures as
soon as they can. A busy machine gives fewer frames by the clock; what a frame costs the interface's thread is told beside them.
"""

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

PICTURES, FILES, PAGES, NOTCHES = 100_000, 1500, 300, 600
NOTCH = 96  # px
SIZE = (1280, 800)
PATIENCE_S = 60.0


def decoded(place: Path) -> Any:
    """A set of PICTURES as the cache keeps one."""
    from studio.gan.cache import Rows
    from studio.gan.datasets import Stored

    random = np.random.default_rng(0)
    with Rows(place / "x.npy", (32, 32, 3)) as rows:
        for _ in range(0, PICTURES, 5000):
            rows.append(random.integers(0, 256, (5000, 32, 32, 3), dtype=np.uint8))
    return Stored("image", np.load(place / "x.npy", mmap_mode="r"), np.arange(PICTURES) % 10, known=tuple(f"class {n}" for n in range(10)))


def write_files(folder: Path) -> Path:
    folder.mkdir()
    random = np.random.default_rng(0)
    for n in range(FILES):
        coarse = Image.fromarray(random.integers(0, 256, (8, 8, 3), dtype=np.uint8))
        coarse.resize((256, 256), Image.Resampling.BICUBIC).save(folder / f"{n:05d}.jpg", quality=90)
    return folder


def wait(app: Any, so: Callable[[], bool]) -> float:
    """Seconds until it is so, while the window lives."""
    began = time.perf_counter()
    while not so():
        app.processEvents()
        if time.perf_counter() - began > PATIENCE_S:
            raise TimeoutError
    return time.perf_counter() - began


def frames(app: Any, wall: Any, places: Iterator[int], *, pause: float = 0.0) -> dict[str, float]:
    """Scrolls to each place and waits until that is painted: frames a second, median and the slowest hundredth, and how many pictures were there."""
    seconds, costs, shown, there = [], [], 0, 0
    for place in places:
        began, worked = time.perf_counter(), time.thread_time()
        wall.verticalScrollBar().setValue(place)
        app.processEvents()
        seconds.append(time.perf_counter() - began)
        costs.append(1000 * (time.thread_time() - worked))
        time.sleep(max(0.0, pause - seconds[-1]))
        rows = [int(wall._rows[k]) for k in wall._places(wall.viewport().rect())]
        shown += len(rows)
        there += sum(wall._pictures.get(row) is not None for row in rows)
    rates = 1 / np.array(seconds)
    return {
        "frames/s, median": float(np.median(rates)),
        "frames/s, p1": float(np.percentile(rates, 1)),
        "processor's ms a frame, median": float(np.median(costs)),
        "processor's ms a frame, p99": float(np.percentile(costs, 99)),
        "pictures there": there / shown,
    }


def opened(app: Any, browser: Any, *what: Any) -> float:
    browser.show_set(*what)
    browser.show()
    return wait(app, lambda: browser.album is not None and browser.wall.count() > 0)


def measure() -> dict[str, Any]:
    """Both sets, one after the other."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from studio.ui.picture_browser import PictureBrowser
    from studio.ui.theme import Theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, "light")
    out: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        browser = PictureBrowser(QSettings(str(place / "window.ini"), QSettings.Format.IniFormat))
        browser.resize(*SIZE)
        wall, bar = browser.wall, browser.wall.verticalScrollBar()
        dataset = decoded(place)
        _ = dataset.held  # drawn by torch, on its own thread in the window
        out["decoded: opened, s"] = opened(app, browser, None, place, dataset)
        out["decoded: pictures on a page"] = len(list(wall._places(wall.viewport().rect())))
        for name, places in (("page", np.linspace(0, bar.maximum(), PAGES)), ("notch", bar.maximum() // 2 + NOTCH * np.arange(NOTCHES))):
            out |= {f"decoded, a {name} at a time: {k}": v for k, v in frames(app, wall, iter(places.astype(int).tolist())).items()}
        began = time.thread_time()
        browser.resize(SIZE[0] - 120, SIZE[1])
        app.processEvents()
        out["decoded: another width, processor's ms"] = 1000 * (time.thread_time() - began)
        out["files: opened, s"] = opened(app, browser, write_files(place / "files"), place, None)
        fills = []
        for at in np.linspace(0, bar.maximum(), 8).astype(int).tolist():
            bar.setValue(at)
            app.processEvents()
            fills.append(wait(app, lambda: browser._pictures is not None and browser._pictures.pending() == 0))
        out["files: a page filled in, s, median"] = float(np.median(fills))
        wall.set_side(wall.side + 1)  # forgets what was decoded
        moving = frames(app, wall, iter((NOTCH * np.arange(bar.maximum() // NOTCH)).tolist()), pause=1 / 60)
        out |= {f"files, a notch at a time: {k}": v for k, v in moving.items()}
        browser.reject()
    theme.deleteLater()
    return out


if __name__ == "__main__":
    print(json.dumps(measure()))
