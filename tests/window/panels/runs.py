"""The page of all runs: searched, sorted, compared, queued, duplicated, put away and back, resumed."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint

from studio.runs.fold import Run
from studio.ui.run_words import sort_key
from tests.ui.made_home import many_runs
from tests.window.keyboard import Keyboard
from tests.window.panels.common import DIGITS, dialog, gone, leave, ready
from tests.window.person import Person, xdotool
from tests.window.pointer import Pointer

MADE, FIRST = 12, 101  # runs beside the trained ones, and the number of the first of them


def prepare(home: Path) -> None:
    """More runs than the two that were trained, some of them failed or stopped."""
    many_runs(home / "others", MADE)
    for path in sorted((home / "others" / "runs").iterdir()):
        path.rename(home / "runs" / f"{FIRST + int(path.name[:4]):04d}{path.name[4:]}")


def mouse(person: Pointer) -> None:
    ready(person)
    person.click("Runs")
    person.wait("all runs", lambda: person.studio.window.runs_page is not None and len(names(person)) == MADE + 2)
    table = page(person).table
    person.type("Search the runs", "cifar failed")
    person.wait("fewer runs", lambda: 0 < len(names(person)) < MADE and all("cifar10" in name for name in names(person)))
    person.type("Search the runs", "")
    person.wait("all of them", lambda: len(names(person)) == MADE + 2)
    head = table.horizontalHeader()
    left = person.see(lambda: head.sectionViewportPosition(0))
    for turned in (False, True):
        spot = QPoint(left + (60 if turned else 30), head.height() // 2)  # elsewhere the second time, else both would be one double click
        person.press_at(person.at(head.viewport(), spot))
        person.wait("runs by name", lambda turned=turned: names_of(person) == sorted(names_of(person), reverse=turned))

    person.type("Search the runs", "stopped")
    person.wait("those that are stopped", lambda: {run.state for run in table.shown()} == {"stopped"})
    person.press_at(place(person, 0))
    person.also(place(person, 1))
    two = person.wait("two runs chosen", lambda: len(chosen(person)) == 2 and chosen(person))
    person.click("Compare settings")
    box = dialog(person, "Compare")
    person.wait("what differs", lambda: box.table.model().rowCount() > 0)
    person.click("Close")
    gone(person, box)
    person.click("Queue")
    person.wait("them in the queue", lambda: waiting(person) == two)
    person.click("Later")
    person.wait("the other order", lambda: waiting(person) == two[::-1])
    person.click("Take out")
    person.click("Take out")
    person.wait("none of them", lambda: not waiting(person))
    put_away_and_take_up(person)


def put_away_and_take_up(person: Pointer) -> None:
    """One is binned and brought back, another duplicated, opened and trained on."""
    person.press_at(place(person, 0))
    name = person.wait("one chosen", lambda: len(chosen(person)) == 1 and chosen(person))[0]
    person.click("Move to bin")
    person.wait("that it is out of sight", lambda: name not in names(person))
    person.click("Undo")
    person.wait("it again", lambda: name in names(person))

    person.type("Search the runs", DIGITS)
    person.wait("it alone", lambda: names(person) == [DIGITS])
    person.press_at(place(person, 0))
    person.click("Duplicate settings")
    person.wait("its settings in a draft", lambda: person.session.draft is not None and person.session.draft["name"] == "digits copy")
    person.click("Runs")
    person.click("Back")
    person.wait("the draft again", person.studio.window.workspace.isVisible)
    person.click("Runs")
    person.wait("the page", lambda: page(person).isVisible())
    person.twice(place(person, 0))
    before = person.wait_run("it on show", lambda _: person.session.view.folder.name == DIGITS)
    person.click("Resume")
    box = dialog(person, "Train longer")
    person.keys("ctrl+a")
    xdotool("type", "7")
    person.click("OK")
    gone(person, box)
    trained_on(person, before)
    leave(person)


def place(person: Pointer, row: int) -> QPoint:
    """Of a row, by its picture."""
    table = page(person).table
    return person.at(table.viewport(), person.see(lambda: table.visualRect(table.model().index(row, 0))))


def names_of(person: Person) -> list[Any]:
    """What the runs are sorted by; for a look."""
    return [sort_key(run, "name") for run in page(person).table.shown()]


def waiting(person: Person) -> list[str]:
    """The queue, as its file says."""
    file = Path(person.session.home) / "queue.json"
    return [Path(path).name for path in json.loads(file.read_text())["runs"]] if file.is_file() else []


def keys(person: Keyboard) -> None:
    ready(person)
    person.press("ctrl+shift+r")
    person.wait_here("Runs")
    person.wait("all runs", lambda: len(page(person).table.shown()) == MADE + 2)
    search(person)
    sort(person)
    compare(person)
    queue(person)
    put_away(person)
    duplicate(person)
    resume(person)
    leave(person)


def page(person: Person) -> Any:
    return person.studio.window.runs_page


def names(person: Person) -> list[str]:
    """The runs in sight, in order; for a look."""
    return [run.name for run in person.studio.window.runs_page.table.shown()]


def chosen(person: Person) -> list[str]:
    return [run.name for run in person.studio.window.runs_page.table.chosen()]


def search(person: Keyboard) -> None:
    person.press("ctrl+f")
    person.wait_here("Search the runs")
    person.type("cifar failed")
    person.wait("fewer runs", lambda: 0 < len(names(person)) < MADE and all("cifar10" in name for name in names(person)))
    person.over("no such run", end="")
    person.wait("none", lambda: not names(person))
    person.press("Escape")
    person.wait("all of them", lambda: len(names(person)) == MADE + 2)
    person.wait_here("Runs")


def narrow(person: Keyboard, state: str) -> None:
    """To the runs that were left in a state, and on to the first of them."""
    person.press("ctrl+f")
    person.wait_here("Search the runs")
    person.over(state, end="")
    person.wait(f"those that are {state}", lambda: {run.state for run in page(person).table.shown()} == {state})
    person.press("Down")
    person.wait_here("Runs")


def sort(person: Keyboard) -> None:
    """By the menu of the table, once and the other way round."""
    for turned in (False, True):
        person.press("Menu")
        person.entry("Sort by")
        person.entry("Run")
        person.wait("runs by name", lambda turned=turned: names_of(person) == sorted(names_of(person), reverse=turned))


def compare(person: Keyboard) -> None:
    person.press("Home", "shift+Down")
    person.wait("two runs chosen", lambda: len(chosen(person)) == 2)
    person.tab("Compare settings", back=True)
    person.press("space")
    box = dialog(person, "Compare")
    person.wait("what differs", lambda: box.table.model().rowCount() > 0)
    person.picture("compared")
    person.press("Escape")
    gone(person, box)


def queue(person: Keyboard) -> None:
    """Two in, the second before the first, one out."""
    narrow(person, "stopped")
    person.press("Home", "shift+Down")
    two = person.wait("two runs chosen", lambda: len(chosen(person)) == 2 and chosen(person))
    person.tab("Queue", back=True)
    person.press("space")
    person.wait("them in the queue", lambda: waiting(person) == two)
    person.tab("Runs in the queue")
    person.press("Home", "alt+Down")
    person.wait("the other order", lambda: waiting(person) == two[::-1])
    person.press("Delete")
    person.wait("one of them", lambda: len(waiting(person)) == 1)
    person.press("Delete")
    person.wait("none of them", lambda: not waiting(person))


def put_away(person: Keyboard) -> None:
    narrow(person, "aborted")
    name = person.wait("one chosen", lambda: len(chosen(person)) == 1 and chosen(person))[0]
    person.press("Delete")
    person.wait("that it is out of sight", lambda: name not in names(person))
    person.press("ctrl+z")
    person.wait("it again", lambda: name in names(person))
    assert (Path(person.session.home) / "runs" / name).is_dir()


def duplicate(person: Keyboard) -> None:
    choose(person, DIGITS)
    person.tab("Duplicate settings", back=True)
    person.press("space")
    person.wait("its settings in a draft", lambda: person.session.draft is not None and person.session.draft["name"] == "digits copy")
    person.press("ctrl+shift+r")
    person.wait_here("Runs")
    person.press("Escape")
    person.wait("all runs", lambda: len(names(person)) > 1)
    person.press("Escape")
    person.wait("the draft again", person.studio.window.workspace.isVisible)


def choose(person: Keyboard, name: str) -> None:
    person.press("ctrl+shift+r")
    person.wait("the page", lambda: page(person).isVisible())
    person.press("ctrl+f")
    person.wait_here("Search the runs")
    person.over(name, end="")
    person.wait("it alone", lambda: names(person) == [name])
    person.press("Down")
    person.wait("it chosen", lambda: chosen(person) == [name])
    person.wait_here("Runs")


def resume(person: Keyboard) -> None:
    """A run that reached its length goes on from its end only when it is told until when."""
    choose(person, DIGITS)
    person.press("Return")
    before = person.wait_run("it on show", lambda _: person.session.view.folder.name == DIGITS)
    person.press("ctrl+r")
    box = dialog(person, "Train longer")
    person.over("7")
    gone(person, box)
    trained_on(person, before)


def trained_on(person: Person, before: Run) -> None:
    run = person.wait_run("its new end", lambda run: run.state == "done" and run.nimg > before.nimg)
    assert run.nimg >= 7000, run.nimg
    person.wait("that nothing trains", lambda: person.session.torch.training is None)
