"""Random walks over the real window: whatever a person presses in whatever order, nothing raises, warns, hangs or is left behind."""

import gc
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QInputDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from studio.messages import Abort
from studio.presets import preset
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
from studio.ui.main_window import MainWindow
from studio.ui.tour import Tour
from studio.ui.widgets.number_line import NumberLine
from tests.ui.panels.made_runs import MadeRun

STEPS = 100
SHORT = (1, 2, 3)
LONG = tuple(range(1000, 1200))
HANG_S = 1.0  # of the interface's thread's own time: what others take of the machine does not count
DRESS_S = 8.0  # for a change of scheme: Qt dresses more than a thousand widgets anew, in one go
LEFT_OUT = {"quit", "open", "show_folder", "send_away", "queue"}  # actions that end the walk, lead out of the window, or start what outlives it
RARE = ("scheme_", "home")  # actions that take long, or begin the walk anew: they have steps of their own, or one in four
AVOIDED = ("quit", "download", "fetch", "restart", "browse", "choose…", "folder…", "zip…", "open a run", "show folder", "background", "queue")
SMALL = ("ring", "grid", "digits")  # templates that train in moments and fetch nothing
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down)
KEYS += (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_5, Qt.Key.Key_E)


class Walker:
    """One walk: draws a step by chance, takes it, and measures how long the interface was away for it."""

    def __init__(self, window: MainWindow, runs: list[Path], small: dict[str, Any], seed: int) -> None:
        self.window, self.runs, self.small = window, runs, small
        self.chance = random.Random(seed)
        self.trace: list[str] = []
        self.slow: list[str] = []
        self._dressed = False  # in this step
        window.session.theme.changed.connect(self._dress)
        self._deeds: list[tuple[int, Callable[[], str]]] = [
            (30, self.act),
            (25, self.press),
            (12, self.type),
            (8, self.raise_panel),
            (6, self.scrub),
            (4, self.edit),
            (4, self.resize),
            (1, self.scheme),
            (4, self.open_run),
            (3, self.draft),
            (2, self.train_small),
            (2, self.dock),
        ]

    def walk(self, steps: int) -> None:
        weights = [weight for weight, _ in self._deeds]
        for _ in range(steps):
            [(_, deed)] = self.chance.choices(self._deeds, weights)
            began, self._dressed = time.thread_time(), False
            self.trace.append(f"{deed.__name__}: {deed()}")
            for _ in range(2):
                QApplication.processEvents()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            took = time.thread_time() - began
            print(f"{took:.2f} s  {self.trace[-1]}", flush=True)
            if took > (DRESS_S if self._dressed else HANG_S):
                self.slow.append(f"{self.trace[-1]} took {took:.2f} s")
            self.tidy()

    def _dress(self) -> None:
        self._dressed = True

    def tidy(self) -> None:
        """Closes what opened over the window, in every second step; drafts that would train long, or fetch their data, give way."""
        draft = self.window.session.draft
        if draft is not None and draft.get("dataset", {}).get("kind") not in SMALL:
            self.window.session.draft_preset(preset(self.chance.choice(SMALL)))
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self.dialogs():
            if self.chance.random() < 0.5:
                dialog.reject()

    def dialogs(self) -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]

    # --- the steps ---

    def act(self) -> str:
        made = {name: a for name, a in self.window.actions_table.made.items() if a.isEnabled() and name not in LEFT_OUT}
        name = self.chance.choice(sorted(made))
        if name.startswith(RARE) and self.chance.random() < 0.75:
            name = "newest" if made.get("newest") else "new"
        made[name].trigger()
        return name

    def press(self) -> str:
        place = self.chance.choice([self.window, *self.dialogs()])
        found = [b for b in place.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled() and b.window() is place and not _avoided(b)]
        found = [b for b in found if not b.visibleRegion().isEmpty()]
        if not found:
            return "nothing"
        button = self.chance.choice(found)
        words = f"{type(button).__name__} {button.accessibleName() or button.text()!r}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.visibleRegion().boundingRect().center())
        return words

    def type(self) -> str:
        here = QApplication.focusWidget() or self.window
        key = self.chance.choice(KEYS)
        words = f"{key.name} in {type(here).__name__}"
        QTest.keyClick(here, key)
        return words

    def raise_panel(self) -> str:
        title = self.chance.choice([panel.title for panel in self.window.workspace.panels])
        self.window.workspace.raise_panel(title)
        return title

    def scrub(self) -> str:
        view = self.window.session.view
        where = None if view is None or self.chance.random() < 0.3 else self.chance.uniform(0, max(view.run.nimg, 1000))
        self.window.session.set_position(where)
        return str(where)

    def edit(self) -> str:
        lines = [line for line in self.window.findChildren(QLineEdit) if line.isVisible() and line.isEnabled() and not line.isReadOnly()]
        if not lines:
            return "nothing"
        line = self.chance.choice(lines)
        text = self.chance.choice(("0", "-1", "1e-3", "96", "nan", "x y")) if isinstance(line, NumberLine) else self.chance.choice(("", "a", "ring", "x; y"))
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        return f"{line.accessibleName()!r} ← {text!r}"

    def resize(self) -> str:
        size = (self.chance.randint(840, 1600), self.chance.randint(540, 1000))
        self.window.resize(*size)
        return str(size)

    def scheme(self) -> str:
        scheme = self.chance.choice(("light", "dark", "system"))
        self.window.set_scheme(scheme)
        return scheme

    def open_run(self) -> str:
        path = self.chance.choice(self.runs)
        self.window.session.open_run(path)
        return path.name

    def draft(self) -> str:
        name = self.chance.choice(SMALL)
        self.window.session.draft_preset(preset(name))
        return name

    def train_small(self) -> str:
        self.window.session.start(self.small)
        return "started"

    def dock(self) -> str:
        title, dock = self.chance.choice(sorted(self.window.workspace.docks.items()))
        dock.setVisible(not dock.isVisible())
        return title


def _avoided(button: QAbstractButton) -> bool:
    words = f"{button.text()} {button.accessibleName()} {button.toolTip()}".lower()
    return any(word in words for word in AVOIDED)


@pytest.fixture
def walker(window: MainWindow, home: Path, small: dict[str, Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], Walker]]:
    """walker(seed): over the whole window with two runs to open, questions refused at once, and nothing that leads out of it."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))
    for name in ("getDouble", "getText", "getMultiLineText"):
        monkeypatch.setattr(QInputDialog, name, staticmethod(lambda *_, **__: ("", False)))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda *_: True))
    monkeypatch.setenv("HOME", str(home))  # and so the bin
    runs = [home / "runs" / name for name in ("0001-pictures", "0002-points")]
    for path, medium in zip(runs, ("image", "points"), strict=True):
        with MadeRun(path, medium=medium) as run:
            for n in range(1, 6):
                run.live(20 * n, 1000 * n)
                run.frame(20 * n, 1000 * n)
            run.checkpoint(1, 3000)
    refuse = QTimer(interval=20)
    refuse.timeout.connect(_refuse)
    refuse.start()
    gc.collect()  # the windows of earlier tests are not this walk's to clear away
    yield lambda seed: Walker(window, runs, small, seed)
    refuse.stop()


def _refuse() -> None:
    """Answers a question that blocks the window with no, and closes a menu that does."""
    if (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    box = QApplication.activeModalWidget()
    if isinstance(box, QDialog) and box.windowModality() == Qt.WindowModality.ApplicationModal:
        box.reject()


def take(walker: Callable[[int], Walker], window: MainWindow, qtbot: QtBot, seed: int) -> None:
    """The walk, and then: everything that opened closes, and no timer runs in what is gone."""
    walk = walker(seed)
    walk.walk(STEPS)
    for tour in window.findChildren(Tour):
        tour.end()
    for dialog in walk.dialogs():
        dialog.reject()
    window.session.cancel_reading()
    qtbot.waitUntil(lambda: not window.session.starting and window.session.reading is None, timeout=60_000)
    end_training(window, qtbot)
    window.go_home()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert walk.slow == []
    others = [w for w in QApplication.topLevelWidgets() if w is not window and w.parent() is None and not isinstance(w, QMenu)]
    assert [place for w in others for place in _running(w)] == []
    assert [place for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and not w.isVisible() for place in _running(w)] == []
    assert window.mapToGlobal(QPoint()) is not None


def end_training(window: MainWindow, qtbot: QtBot) -> None:
    """Aborts what trains."""
    window.session.stay_idle()
    if (training := window.session.torch.training) is not None:
        ask(RunFolder(training), Abort(sender="window"))
        qtbot.waitUntil(lambda: window.session.torch.training is None, timeout=120_000)


def _running(widget: QWidget) -> list[str]:
    return [f"a timer of {type(widget).__name__} runs: {timer.interval()} ms" for timer in widget.findChildren(QTimer) if timer.isActive()]


@pytest.mark.parametrize("seed", SHORT)
def test_a_walk_of_a_hundred_steps_does_no_harm(walker: Callable[[int], Walker], window: MainWindow, qtbot: QtBot, seed: int):
    take(walker, window, qtbot, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", LONG)
def test_many_walks_do_no_harm(walker: Callable[[int], Walker], window: MainWindow, qtbot: QtBot, seed: int):
    take(walker, window, qtbot, seed)
