"""The Samples panel over pictures: zoom, the bar through time, a closer look at one of them, fewer of them, reals beside them."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from studio.messages import FrameKept
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from tests.window.keyboard import Keyboard
from tests.window.panels.common import DIGITS, answer_file, choose_file, enter, leave, open_run, panel, press_run
from tests.window.pointer import Pointer

MOMENTS = (1000, 2000, 3000, 4000, 5000)


def prepare(home: Path) -> None:
    """More of the past than a run of some seconds keeps."""
    keep_frames(home, DIGITS, ".png")


def keep_frames(home: Path, name: str, suffix: str) -> None:
    folder = RunFolder.open(home / "runs" / name)
    first = next((folder.path / "samples" / "frames").glob(f"*{suffix}"))
    with JournalWriter(folder.journal) as journal:
        for nimg in MOMENTS:
            file = first.with_name(f"{nimg:012d}-0{suffix}")
            shutil.copy(first, file)
            journal.write(FrameKept(nimg=nimg, segment=0, file=str(file.relative_to(folder.path))))


def mouse(person: Pointer) -> None:
    press_run(person, DIGITS)
    samples = panel(person, "Samples")
    grid = samples.grid
    person.wait("samples", lambda: grid.isVisible() and not grid.picture().isNull())
    fitted = person.see(grid.scale)
    person.wheel(person.at(grid), times=2)
    person.wait("larger samples", lambda: grid.scale() > fitted)
    person.click("Fit to the panel")
    person.wait("all of them", lambda: grid.scale() == fitted)

    person.press_at(person.at(grid, person.see(lambda: grid.cell_place(9))))
    person.wait("the closer look", lambda: samples.inspector.isVisible() and samples.inspection.seed() == 9)
    person.picture("closer")
    person.click("Close the closer look")
    person.wait("its end", lambda: not samples.inspector.isVisible())
    person.pick("Grid size", "4 × 4")
    person.wait("sixteen samples", lambda: grid._source_cells.count == 16)
    person.click("Show reals beside the samples")
    person.wait("reals", lambda: samples.beside.reals.isVisible() and not samples.beside.reals.picture().isNull())
    person.click("Show reals beside the samples")
    person.wait("no reals", lambda: not samples.beside.reals.isVisible())

    track = samples.scrubber.track
    start, end = (person.at(track, QPoint(round(person.see(lambda at=at: track.place(at))), track.height() // 2)) for at in (None, MOMENTS[2]))
    person.drag(start, end)
    person.wait("a moment of the past", lambda: person.session.position == MOMENTS[2])
    person.click("Play")
    person.wait("that it moves", lambda: person.session.position != MOMENTS[2])
    person.wait("its end, live", lambda: person.session.position is None and not samples.scrubber.playing())
    person.drag(start, end)
    person.wait("the past again", lambda: person.session.position == MOMENTS[2])
    person.click("Newest")
    person.wait("the newest", lambda: person.session.position is None)
    person.right(person.at(grid, person.see(lambda: grid.cell_place(5))))
    person.entry("Copy the seed's number")
    person.wait("the seed on the clipboard", lambda: QApplication.clipboard().text() == "5")
    file = Path(person.session.home) / "one.png"
    person.click("Save the chosen sample, or the whole picture")
    choose_file(person, file)
    person.wait("the file", file.is_file)
    leave(person)


def keys(person: Keyboard) -> None:
    open_run(person, DIGITS)
    enter(person, 3)
    zoom(person)
    look_closer(person)
    fewer_and_reals(person)
    through_time(person)
    save_one(person)
    leave(person)


def zoom(person: Keyboard) -> None:
    grid = panel(person, "Samples").grid
    person.tab("Larger")
    fitted = person.see(grid.scale)
    person.press("space")
    person.wait("larger samples", lambda: grid.scale() > fitted)
    person.tab("Samples of the fixed latents")
    larger = person.see(grid.scale)
    person.press("plus")
    person.wait("larger ones still", lambda: grid.scale() > larger)
    person.press("0")
    person.wait("all of them", lambda: grid.scale() == fitted)


def look_closer(person: Keyboard) -> None:
    """At a seed and its neighbour; out of the closer look with Escape, and back to the samples."""
    samples = panel(person, "Samples")
    person.press("Right", "Right", "Down")
    chosen = person.wait("a chosen sample", samples.grid.cell)
    person.press("Return")
    person.wait("the closer look", lambda: samples.inspector.isVisible() and samples.inspection.seed() == chosen)
    person.press("Right")
    person.wait("at the next one", lambda: samples.inspection.seed() == chosen + 1)
    person.picture("closer")
    person.tab("Close the closer look")
    person.press("space")
    person.wait("its end", lambda: not samples.inspector.isVisible())
    person.wait_here("Samples of the fixed latents")
    person.press("Return")
    person.wait("the closer look again", samples.inspector.isVisible)
    person.tab("Copy its picture")
    person.press("Escape")
    person.wait("its end again", lambda: not samples.inspector.isVisible())
    person.wait_here("Samples of the fixed latents")


def fewer_and_reals(person: Keyboard) -> None:
    samples = panel(person, "Samples")
    person.tab("Grid size", back=True)
    person.pick("4 × 4")
    person.wait("sixteen samples", lambda: samples.grid._source_cells.count == 16)
    person.tab("Show reals beside the samples")
    person.press("space")
    person.wait("reals", lambda: samples.beside.reals.isVisible() and not samples.beside.reals.picture().isNull())
    person.picture("reals")
    person.press("space")
    person.wait("no reals", lambda: not samples.beside.reals.isVisible())


def through_time(person: Keyboard) -> None:
    scrubber = panel(person, "Samples").scrubber
    person.tab("Position in the run")
    person.press("Home")
    person.wait("the first moment", lambda: person.session.position == scrubber.track.frames()[0])
    person.press("Right", "Right")
    person.wait("a later one", lambda: person.session.position == scrubber.track.frames()[2])
    assert "at" in person.see(panel(person, "Samples").bar.told.text).lower()
    person.press("space")
    person.wait("that it plays", scrubber.playing)
    person.wait("that it moves", lambda: person.session.position != scrubber.track.frames()[2])
    person.wait("its end, live", lambda: person.session.position is None and not scrubber.playing())
    person.press("Left")
    person.wait("the last moment", lambda: person.session.position == scrubber.track.frames()[-1])
    person.tab("Loop", back=True)
    person.press("space")
    person.tab("Play", back=True)
    person.press("space")
    person.wait("that it begins anew", lambda: scrubber.playing() and person.session.position == scrubber.track.frames()[0])
    person.press("space")
    person.wait("that it stops", lambda: not scrubber.playing())
    person.tab("Newest")
    person.press("space")
    person.wait("the newest", lambda: person.session.position is None)


def save_one(person: Keyboard) -> None:
    """Copied, and written to a file."""
    person.see(QApplication.clipboard().clear)
    person.tab("Samples of the fixed latents", back=True)
    person.press("ctrl+c")
    person.wait("a picture on the clipboard", lambda: not QApplication.clipboard().pixmap().isNull())
    file = Path(person.session.home) / "one.png"
    person.press("ctrl+shift+s")
    answer_file(person, file)
    person.wait("the file", file.is_file)
    person.wait_here("Samples of the fixed latents")
