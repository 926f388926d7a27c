"""A person at the real window: sees only what is visible, moves the real pointer and presses real keys, through xdotool.

The script of a person runs on a thread of its own; what it looks at is read on the interface's thread, between two events.
"""

import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QTabBar, QWidget

from studio.ui.app import Studio, make_application

T = TypeVar("T")
PATIENCE_S = 90.0


class Eyes(QObject):
    """Runs a look on the interface's thread and brings the answer back."""

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def see(self, look: Callable[[], T]) -> T:
        answer: list[Any] = []
        done = threading.Event()
        self._asked.emit((look, answer, done))
        if not done.wait(PATIENCE_S):
            raise AssertionError("the window hangs")
        if isinstance(answer[0], BaseException):
            raise answer[0]
        found: T = answer[0]
        return found

    @Slot(object)
    def _look(self, question: Any) -> None:
        look, answer, done = question
        try:
            answer.append(look())
        except Exception as error:
            answer.append(error)
        done.set()


class Person:
    """Hands and eyes on one window."""

    def __init__(self, studio: Studio, pictures: Path | None = None) -> None:
        self.studio, self.session = studio, studio.session
        self._eyes, self._pictures, self._count = Eyes(), pictures, 0

    # Eyes.

    def see(self, look: Callable[[], T]) -> T:
        """What `look` finds, on the interface's thread."""
        return self._eyes.see(look)

    def wait(self, what: str, look: Callable[[], Any], patience: float = PATIENCE_S) -> Any:
        """Looks again and again until there is something to see."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if found := self.see(look):
                return found
            time.sleep(0.05)
        self.picture("missing")
        raise AssertionError(f"never saw: {what}; there were {self.see(visible_names)}")

    def run(self) -> Any:
        """The run on show, as folded."""
        return self.see(lambda: self.session.view.run if self.session.view else None)

    def wait_run(self, what: str, look: Callable[[Any], Any], patience: float = PATIENCE_S) -> Any:
        """Until the run on show is so."""
        return self.wait(what, lambda: self.session.view is not None and look(self.session.view.run) and self.session.view.run, patience)

    def picture(self, name: str) -> None:
        """Keeps a picture of the whole screen, when a folder for them was given."""
        if self._pictures is not None:
            self._count += 1
            time.sleep(0.6)  # a dialog that was asked for is painted by then
            path = self._pictures / f"{self._count:02d}-{name}.png"
            self.see(lambda: QApplication.primaryScreen().grabWindow(0).save(str(path)))

    # Hands.

    def click(self, name: str) -> None:
        """Presses the visible, enabled control of that name in the middle."""
        self.press_at(self.wait(f"the control {name!r}, enabled", lambda: place_of(name)))

    def front(self, tab: str, seen: str) -> None:
        """Presses a tab until a control behind it can be pressed: while the docks take their places, another one may come back to the front."""
        end = time.monotonic() + PATIENCE_S
        while self.see(lambda: place_of(seen)) is None:
            assert time.monotonic() < end, f"{tab} never came to the front"
            self.click(tab)
            time.sleep(0.3)

    def set(self, name: str, text: str, *, find: str = "") -> None:
        """Finds a setting by its name, or by other words of it, and types a value."""
        self.write("Find a setting", find or name.partition(",")[0], end="Tab")
        self.write(name, text)

    def choose(self, name: str, item: str) -> None:
        """Finds a setting by its name and takes one of its choices with the keyboard."""
        self.write("Find a setting", name.removesuffix(" kind"), end="Tab")
        box = self.wait(f"the choice {name!r}", lambda: control(name))
        self.click(name)  # opens the list
        names = self.see(lambda: [box.itemText(n) for n in range(box.count())])
        self.keys("Home", *["Down"] * names.index(item), "Return")
        self.wait(f"{item!r} chosen", lambda: box.currentText() == item)

    def roll_to(self, name: str, *, over: QWidget) -> None:
        """Turns the wheel over a widget until the control of that name can be pressed, from the top on."""
        point = self.see(lambda: over.mapToGlobal(over.rect().center()))
        xdotool("mousemove", str(point.x()), str(point.y()))
        xdotool("click", "--repeat", "30", "--delay", "5", "4")
        for _ in range(40):
            time.sleep(0.1)
            if self.see(lambda: place_of(name)) is not None:
                return
            xdotool("click", "5")
        self.picture("missing")
        raise AssertionError(f"never rolled to {name!r}; there were {self.see(visible_names)}")

    def windows(self) -> list[QWidget]:
        """Every window that there is, shown or not; for a look."""
        return QApplication.topLevelWidgets()

    def press_at(self, point: QPoint) -> None:
        """A click of the left button there on the screen."""
        xdotool("mousemove", str(point.x()), str(point.y()))
        time.sleep(0.05)
        xdotool("click", "1")
        time.sleep(0.15)

    def keys(self, *names: str) -> None:
        """Presses these keys, such as ctrl+q."""
        xdotool("key", "--clearmodifiers", *names)
        time.sleep(0.15)

    def write(self, name: str, text: str, *, end: str = "Return") -> None:
        """Replaces the text of a field and leaves it with that key."""
        self._give_keyboard(name)
        self.keys("ctrl+a")
        xdotool("type", "--delay", "8", "--", text)
        self.keys(end)

    def _give_keyboard(self, name: str) -> None:
        """Presses a field until it has the keyboard: it may have moved under the pointer."""
        for _ in range(10):
            self.click(name)
            end = time.monotonic() + 3.0
            while time.monotonic() < end:
                if self.see(lambda: _has_keyboard(name)):
                    return
                time.sleep(0.05)
        raise AssertionError(f"{name!r} never had the keyboard")


def xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=20)


def visible_names() -> list[str]:
    """What can be pressed or read now, by name."""
    return sorted({name_of(w) for w in QApplication.allWidgets() if w.isVisible() and name_of(w)})


def place_of(name: str) -> QPoint | None:
    """The middle, on the screen, of the control that a person would call so; None while it is hidden, disabled or covered."""
    for bar in (w for w in QApplication.allWidgets() if isinstance(w, QTabBar) and w.isVisible()):
        for i in range(bar.count()):
            if bar.tabText(i).replace("&", "") == name:
                return bar.mapToGlobal(bar.tabRect(i).center())
    for widget in QApplication.allWidgets():
        if widget.isVisible() and widget.isEnabled() and name_of(widget) == name and (point := _reachable(widget)) is not None:
            return point
    return None


def control(name: str) -> QWidget | None:
    """The visible, enabled control of that name."""
    return next((w for w in QApplication.allWidgets() if w.isVisible() and w.isEnabled() and name_of(w) == name), None)


def _has_keyboard(name: str) -> bool:
    here = QApplication.focusWidget()
    while here is not None and name_of(here) != name:
        here = here.parentWidget()
    return here is not None


def row_of(name: str, row: int) -> QPoint | None:
    """The middle of a row of the list of that name."""
    for view in QApplication.allWidgets():
        if isinstance(view, QListView) and view.isVisible() and name_of(view) == name and view.model().rowCount() > row:
            rect: QRect = view.visualRect(view.model().index(row, 0))
            return view.viewport().mapToGlobal(rect.center())
    return None


def name_of(widget: QWidget) -> str:
    text = widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _reachable(widget: QWidget) -> QPoint | None:
    """A point where a press reaches the widget: inside what its ancestors let see, and not under another one."""
    shown = widget.visibleRegion().boundingRect()
    if shown.isEmpty():
        return None
    point = widget.mapToGlobal(shown.center())
    there = QApplication.widgetAt(point)
    return point if there is not None and (there is widget or widget.isAncestorOf(there)) else None


P = TypeVar("P", bound=Person)


def live(home: Path, script: Callable[[P], None], pictures: Path | None = None, person_kind: type[P] = Person) -> int:  # type: ignore[assignment]
    """Opens the application, lets the person act, and ends when the window closes; 0 when all was as expected."""
    app = make_application()
    studio = Studio(app, home)
    person = person_kind(studio, pictures)
    faults: list[str] = []

    def act() -> None:
        try:
            script(person)
        except BaseException:
            faults.append(traceback.format_exc())
            person.see(lambda: app.exit(1))  # quit would ask whether to save

    before = studio.show_fault

    def fault(error: BaseException) -> None:
        faults.append(f"the window reported {error!r}")
        before(error)

    studio.show_fault = fault  # type: ignore[method-assign]
    hand = threading.Thread(target=act, name="person", daemon=True)
    studio.window.welcome.painted.connect(lambda: hand.is_alive() or hand.ident or hand.start())
    studio.show()
    app.exec()
    studio.close()
    hand.join(timeout=10)
    for text in faults:
        print(text, file=sys.stderr)
    return 1 if faults else 0
