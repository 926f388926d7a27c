"""The Samples panel over points in the plane: which parts of the picture show, zoom, and the bar through time."""

from pathlib import Path

from PySide6.QtCore import QPoint

from tests.window.keyboard import Keyboard
from tests.window.panels.common import RING, answer_file, enter, leave, open_run, panel, press_run
from tests.window.panels.samples import MOMENTS, keep_frames
from tests.window.pointer import Pointer

PARTS = {"real": "Real", "fake": "Fake", "density": "Density", "heat": "D's map", "centres": "Centres"}


def prepare(home: Path) -> None:
    """More of the past than a run of some seconds keeps."""
    keep_frames(home, RING, ".npz")


def mouse(person: Pointer) -> None:
    press_run(person, RING)
    person.wait("points", lambda: panel(person, "Samples")._points is not None)
    view = panel(person, "Samples")._points
    for part, words in PARTS.items():
        for _ in range(2):
            before = person.see(lambda part=part: (view.shown(part), view._plot.grab().toImage()))
            person.click(f"Show {words}")
            person.wait(f"{words} turned", lambda part=part, before=before: view.shown(part) != before[0] and view._plot.grab().toImage() != before[1])
    whole = person.see(lambda: view._plot.getViewBox().viewRange())
    person.wheel(person.at(view._plot), times=3)
    person.wait("a part of it", lambda: view._plot.getViewBox().viewRange()[0][0] > whole[0][0])
    person.twice(person.at(view._plot))
    person.wait("all of it", lambda: view._plot.getViewBox().viewRange() == whole)
    track = panel(person, "Samples").scrubber.track
    person.press_at(person.at(track, QPoint(round(person.see(lambda: track.place(MOMENTS[1]))), round(track.height() * 0.8))))
    person.wait("a moment of the past", lambda: person.session.position == MOMENTS[1])
    person.picture("past")
    person.click("Newest")
    person.wait("the newest", lambda: person.session.position is None)
    leave(person)


def keys(person: Keyboard) -> None:
    open_run(person, RING)
    enter(person, 3)
    person.wait("points", lambda: panel(person, "Samples")._points is not None)
    for part, words in PARTS.items():
        person.tab(f"Show {words}")
        turn(person, part)
    zoom(person)
    through_time(person)
    leave(person)


def turn(person: Keyboard, part: str) -> None:
    """There and back: the picture follows."""
    view = panel(person, "Samples")._points
    for _ in range(2):
        before = person.see(lambda: (view.shown(part), view._plot.grab().toImage()))
        person.press("space")
        person.wait(f"{part} turned", lambda before=before: view.shown(part) != before[0] and view._plot.grab().toImage() != before[1])


def zoom(person: Keyboard) -> None:
    view = panel(person, "Samples")._points

    def width() -> float:
        left, right = view._plot.getViewBox().viewRange()[0]
        return float(right - left)

    person.tab("Real and fake points with the discriminator's map")
    whole = person.see(width)
    person.press("plus")
    person.wait("a part of it", lambda: width() < whole)
    person.press("0")
    person.wait("all of it", lambda: width() == whole)


def through_time(person: Keyboard) -> None:
    scrubber = panel(person, "Samples").scrubber
    person.tab("Position in the run")
    person.press("Home", "Right")
    person.wait("a moment of the past", lambda: person.session.position == scrubber.track.frames()[1])
    person.picture("past")
    file = Path(person.session.home) / "points.png"
    person.press("ctrl+shift+s")
    answer_file(person, file)
    person.wait("the file", file.is_file)
    person.press("End")
    person.wait("the newest", lambda: person.session.position is None)
