"""The command palette, the settings and the help."""

from pathlib import Path
from typing import Any

from studio.runs.home import runs_folder
from tests.window.keyboard import Keyboard
from tests.window.panels.common import dialog, enter, gone, ready
from tests.window.person import xdotool
from tests.window.pointer import Pointer


def mouse(person: Pointer) -> None:
    ready(person)
    box = person.studio.window.palette_box
    person.click("Commands")
    person.wait("the palette", box.isVisible)
    xdotool("type", "theme")
    person.wait("three themes before all else", lambda: len(found := first(box, 3)) == 3 and all("Theme" in text for text in found))
    person.press_item(box.found, "Theme: dark")
    person.wait("the dark theme", lambda: person.session.theme.scheme == "dark" and not box.isVisible())
    person.picture("dark")

    person.menu("File", "Settings…")
    window = dialog(person, "Settings")
    elsewhere = Path(person.session.home).parent / "elsewhere"
    person.write("Folder of the runs", str(elsewhere), end="Tab")
    person.pick("Theme", "Light")
    person.pick("When the window closes", "Save the run and quit")
    awake = person.see(window.awake.isChecked)
    person.click("Keep the machine awake while training")
    person.wait("it turned", lambda: window.awake.isChecked() != awake)
    person.click("Save")
    gone(person, window)
    person.wait("the other home and scheme", lambda: person.session.home == elsewhere and person.session.theme.scheme == "light")

    person.menu("Help", "Help")
    window = dialog(person, "Help")
    page = person.see(window.text.toPlainText)
    person.press_item(window.pages, "Shortcuts")
    person.wait("the shortcuts", lambda: "Ctrl+K" in window.text.toPlainText() and window.text.toPlainText() != page)
    person.see(window.close)  # as by the cross of a frame, which nobody draws here
    gone(person, window)
    person.menu("File", "Quit")


def keys(person: Keyboard) -> None:
    ready(person)
    palette(person)
    settings(person)
    help_pages(person)
    person.command("quit")


def palette(person: Keyboard) -> None:
    """Finds by letters, chooses by arrows, does it; Escape leaves it, and the keyboard is where it was."""
    box = person.studio.window.palette_box
    person.tab("Templates")
    person.press("ctrl+k")
    person.wait_here("Search commands")
    person.type("theme")
    texts = person.wait("three themes before all else", lambda: len(found := first(box, 3)) == 3 and all("Theme" in text for text in found) and found)
    person.press(*["Down"] * texts.index("Theme: dark"), "Return")
    person.wait("the dark theme", lambda: person.session.theme.scheme == "dark" and not box.isVisible())
    person.picture("dark")
    person.wait_here("Templates")
    person.press("ctrl+k")
    person.wait_here("Search commands")
    person.type("no such command")
    person.wait("nothing found", lambda: box.found.topLevelItemCount() == 0)
    person.press("Escape")
    person.wait("the palette closed", lambda: not box.isVisible())
    person.wait_here("Templates")


def first(box: Any, count: int) -> list[str]:
    return [box.found.topLevelItem(n).text(0) for n in range(min(count, box.found.topLevelItemCount()))]


def settings(person: Keyboard) -> None:
    """Another home for the runs, another scheme; kept by Save, forgotten by Escape."""
    person.press("ctrl+comma")
    box = dialog(person, "Settings")
    person.tab("Theme")
    person.pick("Light")
    person.press("Escape")
    gone(person, box)
    assert person.see(lambda: person.session.theme.scheme) == "dark", "Escape kept what was chosen"

    person.press("ctrl+comma")
    box = dialog(person, "Settings")
    elsewhere = Path(person.session.home).parent / "elsewhere"
    person.tab("Folder of the runs")
    person.over(str(elsewhere), end="")
    person.tab("When the window closes")
    person.pick("Save the run and quit")
    person.tab("Keep the machine awake while training")
    awake = person.see(box.awake.isChecked)
    person.press("space")
    person.wait("it turned", lambda: box.awake.isChecked() != awake)
    person.tab("Save")
    person.press("space")
    gone(person, box)
    person.wait("the other home", lambda: person.session.home == elsewhere)
    assert runs_folder(elsewhere).parent == elsewhere
    assert person.see(lambda: person.session.settings.value("window/closing")) == "save"


def help_pages(person: Keyboard) -> None:
    """Page by page with the arrows; that of the panel which has the keyboard."""
    person.press("F1")
    box = dialog(person, "Help")
    person.wait_here("Help pages")
    first = person.see(box.text.toPlainText)
    person.press("Down")
    person.wait("another page", lambda: box.text.toPlainText() not in ("", first))
    person.press("Tab")
    person.wait_here("Help text")
    person.press("Next")
    person.picture("help")
    person.press("Escape")
    gone(person, box)
    enter(person, 4)
    person.wait("the Curves panel", person.studio.window.workspace.isVisible)
    person.press("F1")
    box = dialog(person, "Help")
    person.wait("the page of the curves", lambda: box.text.source().fileName() == "curves.md")
    person.press("Escape")
    gone(person, box)
