"""What the stories of several panels do: runs that were trained before, ways to them, dialogs that ask for a file."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from studio.ui import tab_order
from tests.window.keyboard import Keyboard
from tests.window.person import Person, row_of, xdotool
from tests.window.pointer import Pointer

DIGITS, RING = "0001-digits", "0002-ring"
LENGTHS = {"digits": (6, 2), "ring": (12, 6)}  # kimg of a run, and between two checkpoints


def train(home: Path) -> None:
    """Two short runs, as the command line leaves them when they are done."""
    for preset, (length, every) in LENGTHS.items():
        options = {"training.kimg": length, "saving.checkpoint_kimg": every, "evaluation.checkpoints": "false", "doctor.on": "false"}
        settings = [word for path, value in options.items() for word in ("--set", f"{path}={value}")]
        command = [sys.executable, "-m", "studio", "--home", str(home), "train", "--preset", preset, *settings, "--quiet"]
        subprocess.run(command, check=True, timeout=240, env={**os.environ, "OMP_NUM_THREADS": "1"})


def take(trained: Path, home: Path) -> None:
    """Those runs, in another home."""
    shutil.copytree(trained / "runs", home / "runs")


def panel(person: Person, title: str) -> Any:
    return next(one for one in person.studio.window.workspace.panels if one.title == title)


def ready(person: Person) -> None:
    """Until the engine is loaded and every panel is there."""
    person.wait("the panels", lambda: (place := person.studio.window.workspace) is not None and place.is_built())
    person.wait("the engine", lambda: person.session.torch.is_ready and person.session.catalogue is not None)


def open_run(person: Keyboard, name: str) -> None:
    """From the page of runs, by its name."""
    ready(person)
    person.press("ctrl+shift+r")
    person.wait_here("Runs")
    page = person.see(lambda: person.studio.window.runs_page)
    person.wait("the runs", page.table.shown)
    person.press("ctrl+f")
    person.wait_here("Search the runs")
    person.type(name)
    person.wait("that run alone", lambda: [run.name for run in page.table.shown()] == [name])
    person.press("Down")
    person.wait_here("Runs")
    person.press("Return")
    person.wait_run(f"{name} on show", lambda _: person.session.view.folder.name == name)
    person.wait("its panels", person.studio.window.workspace.isVisible)


def enter(person: Keyboard, number: int) -> None:
    """To a panel with Ctrl and its number, until its first control has the keyboard: what is pressed next is meant for it."""
    place = person.see(lambda: person.studio.window.workspace._as_they_lie()[number - 1])

    def first() -> QWidget:
        return next((w for w in tab_order.inside(place) if tab_order.takes_keyboard(w)), place)  # an empty panel has none

    person.press(f"ctrl+{number}")
    person.wait(f"the keyboard in {place.title}", lambda: QApplication.focusWidget() is first())


def dialog(person: Person, title: str) -> QWidget:
    """The window of that title, once it is open and has the keyboard."""

    def look() -> QWidget | None:
        return next((w for w in person.windows() if w.isVisible() and w.windowTitle().startswith(title) and w.isActiveWindow()), None)

    found: QWidget = person.wait(f"the window {title!r}", look)
    return found


def gone(person: Person, window: QWidget) -> None:
    """Until it is closed."""
    person.wait("that it closed", lambda: not shiboken6.isValid(window) or not window.isVisible())


def file_dialog() -> QFileDialog | None:
    """The one that is open and has the keyboard; for a look."""
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible() and w.isActiveWindow()), None)


def answer_file(person: Keyboard, path: Path) -> None:
    """Types a path into the dialog that asks for one."""
    box = person.wait("a dialog for a file", file_dialog)
    line = person.see(lambda: box.findChild(QLineEdit, "fileNameEdit"))
    person.wait("the keyboard in its line", line.hasFocus)
    person.over(str(path), end="")
    person.wait("the whole path", lambda: line.text() == str(path))
    person.press("Return")
    gone(person, box)


def choose_file(person: Pointer, path: Path) -> None:
    """Types a path into the dialog that asks for one, and presses its button."""
    box = person.wait("a dialog for a file", file_dialog)
    line = person.see(lambda: box.findChild(QLineEdit, "fileNameEdit"))
    person.press_at(person.at(line))
    person.wait("the keyboard in its line", line.hasFocus)
    person.keys("ctrl+a")
    xdotool("type", "--delay", "8", "--", str(path))
    person.wait("the whole path", lambda: line.text() == str(path))
    popup = person.see(lambda: line.completer().popup())
    if person.see(popup.isVisible):
        person.keys("Escape")  # it lies over the button
        person.wait("no proposals", lambda: not popup.isVisible())
    person.press_at(person.see(lambda: next(b.mapToGlobal(b.rect().center()) for b in box.findChildren(QPushButton) if b.isVisible() and b.isDefault())))
    gone(person, box)


def press_run(person: Pointer, name: str) -> None:
    """On the Home page, in the recent runs."""
    ready(person)
    recent = person.wait("the recent runs", lambda: person.studio.window.welcome.runs)
    row = person.wait(f"{name} there", lambda: [n + 1 for n, run in enumerate(recent.runs.runs) if run.name == name])[0] - 1
    person.press_at(person.wait("its row", lambda: row_of("Recent runs", row)))
    person.wait_run(f"{name} on show", lambda _: person.session.view.folder.name == name)
    person.wait("its panels", person.studio.window.workspace.isVisible)


def leave(person: Keyboard | Pointer) -> None:
    """Closes the window while nothing trains."""
    if isinstance(person, Pointer):
        person.menu("File", "Quit")
    else:
        person.press("ctrl+q")
