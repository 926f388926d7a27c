"""The Dataset panel: own pictures taken in, looked at, every file checked, browsed by class and name."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.window.keyboard import Keyboard
from tests.window.panels.common import answer_file, choose_file, dialog, enter, gone, leave, panel, ready
from tests.window.pointer import Pointer

PICTURES, EACH = "my pictures", 12
CLASSES = {"bars": (0, 1), "fields": (4, 4)}  # of each a pattern's wave along x and y


def prepare(home: Path) -> None:
    """Two classes of small pictures, and a file that calls itself a picture."""
    numbers = np.random.default_rng(0)
    for name, (across, down) in CLASSES.items():
        folder = home / PICTURES / name
        folder.mkdir(parents=True)
        y, x = np.mgrid[:32, :32]
        for n in range(EACH):
            wave = np.sin((across * x + down * y) * 2 * np.pi / 32 + numbers.uniform(0, 6))
            Image.fromarray((127 + 100 * wave + numbers.uniform(-20, 20, wave.shape)).astype(np.uint8)).save(folder / f"{name}-{n:02d}.png")
    (home / PICTURES / "bars" / "torn.png").write_bytes(b"no picture")


def mouse(person: Pointer) -> None:
    ready(person)
    person.click("Template: Your own pictures")
    dataset = panel(person, "Dataset")
    person.click("Browse for a folder of pictures")
    choose_file(person, Path(person.session.home) / PICTURES)
    person.wait("the folder in the settings", lambda: str(person.session.draft["dataset"].get("path", "")).endswith(PICTURES))
    person.wait("its pictures", lambda: dataset.sight.isVisible() and dataset.facts.isVisible())
    scroller = dataset.stack.currentWidget()
    person.reveal("Draw anew", over=scroller)
    before = person.see(lambda: dataset.pictures.grab().toImage())
    person.click("Draw anew")
    person.wait("other samples", lambda: dataset.pictures.grab().toImage() != before)
    person.reveal("Check every file", over=scroller)
    person.click("Check every file")
    person.wait("the report", dataset.report.isVisible)
    assert "torn.png" in person.see(dataset.report.broken.text.toPlainText), "the broken file is not told"
    person.reveal("Browse pictures…", over=scroller)
    person.click("Browse pictures…")
    browse_by_mouse(person)
    leave(person)


def browse_by_mouse(person: Pointer) -> None:
    window = dialog(person, "Pictures of")
    person.wait("every picture", lambda: window.wall.count() == 2 * EACH)
    person.press_at(person.at(window.wall.viewport(), person.see(lambda: window.wall.place(2))))
    person.wait("the third picture chosen", lambda: window.wall.row() == 2)
    person.pick("Which pictures are shown", f"fields ({EACH})")
    person.wait("that class alone", lambda: window.wall.count() == EACH)
    person.type("Search file names", "-07")
    person.wait("one picture", lambda: window.wall.count() == 1)
    person.press_at(person.at(window.wall.viewport(), person.see(lambda: window.wall.place(0))))
    person.click("Copy name")
    person.wait("its name on the clipboard", lambda: QApplication.clipboard().text().endswith("fields-07.png"))
    person.picture("browsed")
    person.see(window.close)  # as by the cross of a frame, which nobody draws here
    gone(person, window)


def keys(person: Keyboard) -> None:
    ready(person)
    enter(person, 1)
    person.wait_here("Browse for a folder of pictures")
    person.press("space")
    answer_file(person, Path(person.session.home) / PICTURES)
    dataset = panel(person, "Dataset")
    person.wait("the folder in the settings", lambda: str((person.session.draft or {}).get("dataset", {}).get("path", "")).endswith(PICTURES))
    person.wait("its pictures", lambda: dataset.sight.isVisible() and dataset.facts.isVisible())
    person.picture("taken")

    enter(person, 1)
    person.tab("Draw anew")
    before = person.see(lambda: dataset.pictures.grab().toImage())
    person.press("space")
    person.wait("other samples", lambda: dataset.pictures.grab().toImage() != before)

    person.tab("Check every file")
    person.press("space")
    person.wait("the report", dataset.report.isVisible)
    assert "torn.png" in person.see(dataset.report.broken.text.toPlainText), "the broken file is not told"
    person.picture("checked")

    person.wait_here("Browse pictures…")  # the button that was pressed was out of sight meanwhile
    person.press("space")
    browse(person)
    person.wait_here("Browse pictures…")
    leave(person)


def browse(person: Keyboard) -> None:
    window = dialog(person, "Pictures of")
    person.wait_here("Pictures of the data set")
    assert person.see(window.wall.count) == 2 * EACH
    person.press("Home", "Right", "Right")
    person.wait("the third picture chosen", lambda: window.wall.row() == 2)
    side = person.see(lambda: window.wall.side)
    person.press("plus")
    person.wait("larger pictures", lambda: window.wall.side > side)
    person.press("minus")

    person.tab("Which pictures are shown")
    person.pick(f"fields ({EACH})")
    person.wait("that class alone", lambda: window.wall.count() == EACH)
    person.press("ctrl+f")
    person.wait_here("Search file names")
    person.type("-07")
    person.wait("one picture", lambda: window.wall.count() == 1)
    person.press("Return")
    person.wait_here("Pictures of the data set")
    person.press("Home")
    person.tab("Copy name")
    person.press("space")
    person.wait("its name on the clipboard", lambda: QApplication.clipboard().text().endswith("fields-07.png"))
    person.picture("browsed")
    person.press("Escape")
    gone(person, window)
