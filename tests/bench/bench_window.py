"""r3gan at 32×32: images/s with the window open and drawing ÷ the same headless, and how late the interface's tick fires meanwhile.

Two processes train the same run: one shows it in the real window, one has no window. They take turns by SIGSTOP and SIGCONT, some
rounds each, so that neither is in the other's way and the machine's moods fall on both alike; a pair of turns gives one ratio. The
first rounds after a halt do not count. A timer of 16 ms on the interface's thread tells how late it fires. Over the curves lie those of
four other runs with 1,000,000 ticks each.
"""

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from tests.bench.bench_journal import write_journal
from tests.bench.r3gan32 import BATCH, make_pictures, settings

PAIRS, ROUNDS, SETTLING = 11, 6, 2
TICK_MS = 16
PATIENCE_S = 300.0
SIZE = (1440, 900)
OTHERS, TICKS = 4, 1_000_000


# --- the two that train -----------------------------------------------------------------------------------------------------


def count_rounds(file: Path) -> None:
    """From now on every round that a trainer has played leaves its time of day in the file; and pictures cost what they cost later."""
    from studio import pictures
    from studio.gan.trainer import Trainer

    pictures.FIRST_MINUTE_S = 0.0
    step, out = Trainer.step, file.open("w", buffering=1)

    def counted(self: Trainer) -> None:
        step(self)
        out.write(f"{time.monotonic()}\n")

    Trainer.step = counted  # type: ignore[method-assign]


def train_headless(place: Path, pictures: Path) -> None:
    """As the command line hosts it."""
    from studio.founding import create_run
    from studio.gan.config import RunConfig
    from studio.worker import Worker

    count_rounds(place / "rounds")
    for _ in Worker(create_run(place / "run", RunConfig.read(settings(pictures)))).run():
        pass


def make_others(place: Path) -> None:
    """Runs that were trained long, each with its cache; the journal's bytes are the same."""
    first = RunFolder.create(place / "0001-long", {"name": "long"})
    write_journal(first.journal, TICKS)
    RunView(first).save_cache(always=True)
    for n in range(2, OTHERS + 1):
        other = RunFolder.create(place / f"{n:04d}-long", {"name": "long"})
        other.journal.unlink(missing_ok=True)
        os.link(first.journal, other.journal)
        shutil.copytree(first.cache, other.cache, dirs_exist_ok=True)


def train_in_window(place: Path, pictures: Path) -> None:
    """As a person sees it who pressed Train: the samples and the curves on show, following the newest, others laid over them."""
    from PySide6.QtCore import Qt, QTimer

    from studio.ui.app import Studio, make_application

    app = make_application()
    studio = Studio(app, place)
    late = (place / "late").open("w", buffering=1)
    last = time.monotonic()

    def tick() -> None:
        nonlocal last
        now = time.monotonic()
        late.write(f"{now} {max(0.0, 1000 * (now - last) - TICK_MS)}\n")
        last = now

    def start() -> None:
        studio.torch.submit(lambda: count_rounds(place / "rounds"))
        studio.session.start(settings(pictures))
        QTimer.singleShot(5_000, lambda: studio.session.overlay_requested.emit(sorted((place.parent / "others").iterdir())))
        QTimer.singleShot(20_000, lambda: studio.window.grab().save(str(place / "window.png")))

    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
    timer.timeout.connect(tick)
    timer.start()
    studio.later(start)
    studio.window.resize(*SIZE)
    studio.show()
    app.exec()


# --- who lets them take turns -----------------------------------------------------------------------------------------------


class Trained:
    """One of the two, as a process."""

    def __init__(self, who: str, place: Path, pictures: Path, environment: dict[str, str]) -> None:
        self.place = place
        place.mkdir()
        self._log: TextIO = (place / "log").open("w")
        self._process = subprocess.Popen([sys.executable, "-m", "tests.bench.bench_window", who, str(place), str(pictures)], env=environment, stderr=self._log)

    def rounds(self) -> list[float]:
        """When each was over."""
        file = self.place / "rounds"
        return [float(line) for line in file.read_text().split("\n")[:-1]] if file.exists() else []

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """RuntimeError with what it said when it dies or never comes."""
        end = time.monotonic() + PATIENCE_S
        while not ready():
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{self.place.name} did not train: {(self.place / 'log').read_text()[-2000:]}")
            time.sleep(0.1)

    def turn(self) -> list[float]:
        """Goes on for some rounds, then halts; when the rounds that count were over, that from which they count first."""
        began = time.monotonic()
        self._process.send_signal(signal.SIGCONT)
        self.wait_until(lambda: len(self._since(began)) > SETTLING + ROUNDS)
        self._process.send_signal(signal.SIGSTOP)
        return self._since(began)[SETTLING : SETTLING + ROUNDS + 1]

    def _since(self, began: float) -> list[float]:
        return [t for t in self.rounds() if t > began]

    def end(self) -> None:
        """Without farewell: the folder is thrown away."""
        self._process.kill()
        self._process.wait()
        self._log.close()


def screen() -> tuple[dict[str, str], subprocess.Popen[bytes] | None]:
    """Where the window is drawn: the display there is, a virtual one, or in memory alone; and the virtual one to end."""
    if os.environ.get("DISPLAY") or not shutil.which("Xvfb"):
        return {"QT_QPA_PLATFORM": "xcb" if os.environ.get("DISPLAY") else "offscreen"}, None
    told, tells = os.pipe()
    virtual = subprocess.Popen(["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"], pass_fds=(tells,), stderr=subprocess.DEVNULL)
    os.close(tells)
    with os.fdopen(told) as reader:
        return {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{reader.readline().strip()}"}, virtual


def rate(turn: list[float]) -> float:
    """Images/s."""
    return BATCH * (len(turn) - 1) / (turn[-1] - turn[0])


def lateness(file: Path, turns: list[list[float]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Milliseconds of every tick that fell in a turn."""
    ticks = np.array([line.split() for line in file.read_text().split("\n")[:-1]], np.float64)
    inside = np.zeros(len(ticks), bool)
    for turn in turns:
        inside |= (ticks[:, 0] >= turn[0]) & (ticks[:, 0] <= turn[-1])
    found: np.ndarray[Any, np.dtype[np.float64]] = ticks[inside, 1]
    return found


def take_turns(window: Trained, headless: Trained) -> dict[str, Any]:
    for one in (window, headless):
        one.turn()
    shown, hidden = [], []
    for _ in range(PAIRS):
        shown.append(window.turn())
        hidden.append(headless.turn())
    with_window, without = [rate(t) for t in shown], [rate(t) for t in hidden]
    low, middle, high = statistics.quantiles([a / b for a, b in zip(with_window, without, strict=True)], n=4)
    late = lateness(window.place / "late", shown)
    return {
        "window ÷ headless, median": middle,
        "its quartiles": f"{low:.3f} to {high:.3f}",
        "with the window, images/s": statistics.median(with_window),
        "headless, images/s": statistics.median(without),
        "lateness of the interface's tick, median, ms": float(np.median(late)),
        "lateness of the interface's tick, p99, ms": float(np.percentile(late, 99)),
        "lateness of the interface's tick, worst, ms": float(late.max()),
        "ticks": len(late),
    }


def measure() -> dict[str, Any]:
    """The median of the pairs' ratios, their quartiles, images/s, and lateness over all turns of the window."""
    where, virtual = screen()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        pictures = make_pictures(place / "pictures")
        (place / "others").mkdir()
        make_others(place / "others")
        environment = {**os.environ, **where, "GAN_STUDIO_HOME": str(place / "home"), "XDG_CONFIG_HOME": str(place / "config")}
        started: list[Trained] = []
        try:
            for who in ("window", "headless"):
                started.append(Trained(who, place / who, pictures, environment))
            return {"drawn on": where["QT_QPA_PLATFORM"], **take_turns(*started)}
        finally:
            for one in started:
                one.end()
            if keep := os.environ.get("GAN_STUDIO_BENCH_PICTURE"):
                shutil.copy(place / "window" / "window.png", keep)
            if virtual is not None:
                virtual.terminate()
                virtual.wait()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        (train_in_window if sys.argv[1] == "window" else train_headless)(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(json.dumps(measure()))
