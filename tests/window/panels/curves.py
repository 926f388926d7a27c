"""The Curves panel: which groups, how smooth, on which axes, how near, along the run; other runs over it; written to files."""

from pathlib import Path

from PySide6.QtCore import QPoint

from tests.window.keyboard import Keyboard
from tests.window.panels.common import DIGITS, RING, answer_file, choose_file, enter, leave, open_run, panel, press_run
from tests.window.pointer import Pointer

LOSSES = "Curves of Losses"


def mouse(person: Pointer) -> None:
    press_run(person, DIGITS)
    curves = panel(person, "Curves")
    person.click("Show Gradients")
    person.wait("a third plot", lambda: "gradients" in curves.shown() and curves.plot("gradients").isVisible())
    person.click("Show D's outputs")
    person.click("Show curves: More")
    person.entry("Learning rates")
    person.wait("other plots", lambda: len(curves.shown()) == 3 and "outputs" not in curves.shown())
    smoothing = curves.bar.smoothing
    before = person.see(curves.half_life)
    person.press_at(person.at(smoothing, QPoint(smoothing.width() - 4, smoothing.height() // 2)))
    person.wait("smoother curves", lambda: curves.half_life() > before)
    person.click("Log axis")
    person.wait("a logarithmic axis", lambda: curves.plot("losses").scale().kind != "linear")
    person.pick("Unit of the horizontal axis", "by time")
    person.wait("time along the bottom", lambda: curves._clock.time)
    person.pick("Unit of the horizontal axis", "by kimg")

    plot = curves.plot("losses")
    newest = person.see(plot.told)
    person.go(person.at(plot.plot))
    person.wait("the values there", lambda: plot.told() != newest)
    assert person.see(lambda: plot.cross_x.isVisible() and curves.plot("gradients").cross_x.isVisible()), "no crosshair in every plot"
    whole = person.see(plot.view_range)
    person.wheel(person.at(plot.plot), times=3)
    person.wait("a part of the run", lambda: plot.view_range()[1] - plot.view_range()[0] < whole[1] - whole[0] and not curves.following())
    person.picture("near")
    person.click("Follow")
    person.wait("the whole run", lambda: curves.following() and plot.view_range() == whole)
    person.press_at(person.at(plot.plot))
    person.wait("the place that was pressed", lambda: person.session.position is not None)
    person.click("Newest")

    person.click("Overlay a run")
    entries = person.wait("the runs", lambda: [a.text() for a in curves.bar.overlay.menu().actions() if a.isCheckable()])
    person.entry(entries[0])
    person.wait("the other run's curves", lambda: [over.run for over in plot.others.runs()] == [RING])
    person.click(f"Take {RING} away from the curves")
    person.wait("that it is gone", lambda: not curves.overlays.list())
    file = Path(person.session.home) / "curves.csv"
    person.click("Save the curves")
    person.entry("Table of numbers (CSV)…")
    choose_file(person, file)
    person.wait("the file", lambda: file.is_file() and "loss/G" in file.read_text())
    leave(person)


def keys(person: Keyboard) -> None:
    open_run(person, DIGITS)
    enter(person, 4)
    choose_groups(person)
    draw_otherwise(person)
    look_nearer(person)
    lay_over(person)
    write(person)
    leave(person)


def choose_groups(person: Keyboard) -> None:
    curves = panel(person, "Curves")
    assert person.see(curves.shown) == ["losses", "outputs"]
    person.tab("Show Gradients")
    person.press("space")
    person.wait("a third plot", lambda: "gradients" in curves.shown() and curves.plot("gradients").isVisible())
    person.tab("Show D's outputs", back=True)
    person.press("space")
    person.wait("one less", lambda: curves.shown() == ["losses", "gradients"] and not curves.plot("outputs").isVisible())
    person.tab("Show curves: More")
    person.press("space")
    person.entry("Learning rates")
    person.wait("learning rates, too", lambda: len(curves.shown()) == 3)
    person.picture("groups")


def draw_otherwise(person: Keyboard) -> None:
    curves = panel(person, "Curves")
    person.tab("Smoothing")
    person.press("Home")
    person.wait("no smoothing", lambda: curves.half_life() == 0)
    person.press("Right", times=6)
    person.wait("smoothed curves", lambda: curves.half_life() > 0 and curves.bar.smoothing.value() == 6)
    person.tab("Log axis")
    person.press("space")
    person.wait("a logarithmic axis", lambda: curves.plot("losses").scale().kind != "linear")
    person.tab("Unit of the horizontal axis")
    person.pick("by time")
    person.wait("time along the bottom", lambda: curves._clock.time)
    person.pick("by kimg")


def look_nearer(person: Keyboard) -> None:
    """Zoom with plus, the line with the arrows, which tells the values there; 0 follows the run again."""
    curves = panel(person, "Curves")
    plot = curves.plot("losses")
    person.tab(LOSSES)
    whole = person.see(plot.view_range)
    newest = person.see(plot.told)
    person.press("Left", times=20)
    place = person.wait("an earlier moment", lambda: person.session.position)
    assert place < person.run().nimg
    person.wait("the values there", lambda: plot.told() != newest)
    person.press("plus", times=3)
    person.wait("a part of the run", lambda: plot.view_range()[1] - plot.view_range()[0] < 0.7 * (whole[1] - whole[0]) and not curves.following())
    assert person.see(lambda: curves.plot("gradients").view_range() == plot.view_range()), "the plots show other parts"
    person.picture("near")
    person.press("0")
    person.wait("the whole run", lambda: curves.following() and plot.view_range() == whole)
    person.press("minus")
    person.wait("less of it", lambda: not curves.following())
    person.tab("Follow", back=True)
    person.press("space")
    person.wait("the whole run again", curves.following)
    person.press("ctrl+End")
    person.wait("the newest", lambda: person.session.position is None)


def lay_over(person: Keyboard) -> None:
    curves = panel(person, "Curves")
    person.tab("Overlay a run")
    person.press("space")
    menu = person.wait("the runs", lambda: (m := curves.bar.overlay.menu()).isVisible() and m)
    person.entry(person.see(lambda: next(a.text() for a in menu.actions() if a.isCheckable())))
    person.wait("the other run's curves", lambda: [o.name for o in curves.overlays.list() if o.is_read()] == [RING])
    person.wait("its numbers in the plot", lambda: [over.run for over in curves.plot("losses").others.runs()] == [RING])
    person.picture("overlay")
    person.tab(f"Take {RING} away from the curves")
    person.press("space")
    person.wait("that it is gone", lambda: not curves.overlays.list())


def write(person: Keyboard) -> None:
    for entry, name in (("Picture (PNG)…", "curves.png"), ("Table of numbers (CSV)…", "curves.csv")):
        enter(person, 4)
        person.tab("Save the curves")
        person.press("space")
        person.entry(entry)
        file = Path(person.session.home) / name
        answer_file(person, file)
        person.wait("the file", lambda file=file: file.is_file() and file.stat().st_size > 100)
    assert "loss/G" in (Path(person.session.home) / "curves.csv").read_text().partition("\n")[0]
