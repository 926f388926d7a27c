"""The Home page: the one button, templates, recent runs, a run's folder, the tour."""

from pathlib import Path

from studio.ui.tour import STEPS, Tour
from tests.window.keyboard import Keyboard
from tests.window.panels.common import DIGITS, RING, answer_file, choose_file, press_run, ready
from tests.window.person import Person
from tests.window.pointer import Pointer


def mouse(person: Pointer) -> None:
    ready(person)
    person.click("Take the tour")
    for step in STEPS:
        person.wait(f"the step {step.title!r}", lambda step=step: (tour := tour_of(person)) is not None and tour.bubble.title.text() == step.title)
        person.click("Done" if step is STEPS[-1] else "Next")
    person.wait("the end of the tour", lambda: tour_of(person) is None)

    person.click("Home")
    person.click("Template: Ring of points")
    person.wait("its settings", lambda: person.session.draft is not None and person.session.draft["dataset"]["kind"] == "ring")
    person.picture("ring")
    person.click("Home")
    press_run(person, RING)
    person.click("Home")
    person.click("Open a run…")
    choose_file(person, Path(person.session.home) / "runs" / DIGITS)
    person.wait_run("the run of that folder", lambda _: person.session.view.folder.name == DIGITS)

    person.click("Home")
    person.click("All runs")
    person.wait("the page of runs", lambda: person.studio.window.runs_page is not None and person.studio.window.runs_page.isVisible())
    person.click("Home")
    person.click("Train handwritten digits")
    person.wait_run("training", lambda run: run.state == "running" and run.nimg > 500)
    person.menu("File", "Quit")
    person.click("Save and quit")


def keys(person: Keyboard) -> None:
    ready(person)
    first = [person.here(), person.step(), person.step()]
    assert first == ["Train handwritten digits", "Open a run…", "Take the tour"], first
    person.press("space")
    take_tour(person)

    person.press("ctrl+h")
    person.wait("the Home page", person.studio.window.welcome.isVisible)
    person.tab("Template: Ring of points")
    person.press("Return")
    person.wait("its settings", lambda: person.session.draft is not None and person.session.draft["dataset"]["kind"] == "ring")
    person.picture("ring")

    person.press("ctrl+h")
    person.tab("Recent runs")
    names = person.wait("the recent runs", lambda: [run.name for run in person.studio.window.welcome.runs.runs.runs])
    assert sorted(names) == [DIGITS, RING], names
    person.press("Home", "Down", "Return")
    person.wait_run("the second of them", lambda _: person.session.view.folder.name == names[1])

    person.press("ctrl+h")
    person.tab("Open a run…")
    person.press("space")
    answer_file(person, Path(person.session.home) / "runs" / names[0])
    person.wait_run("the run of that folder", lambda _: person.session.view.folder.name == names[0])

    person.press("ctrl+h")
    person.tab("All runs")
    person.press("space")
    person.wait_here("Runs")
    person.press("ctrl+h")
    person.tab("Train handwritten digits", back=True)
    person.press("space")
    person.wait_run("training", lambda run: run.state == "running" and run.nimg > 500)
    person.press("ctrl+q")
    person.wait_here("Save and quit")
    person.press("Return")


def take_tour(person: Keyboard) -> None:
    """To its end by Enter and arrows, back a step meanwhile; and once more, left by Escape."""
    for number, step in enumerate(STEPS):
        person.wait(f"the step {step.title!r}", lambda step=step: (tour := tour_of(person)) is not None and tour.bubble.title.text() == step.title)
        assert person.here() in ("Next", "Done"), person.here()
        if number == 2:
            person.press("Left")
            person.wait("the step before", lambda: tour_of(person).bubble.title.text() == STEPS[1].title)
            person.press("Right")
            person.wait("this step again", lambda step=step: tour_of(person).bubble.title.text() == step.title)
        person.press("Return")
    person.wait("the end of the tour", lambda: tour_of(person) is None)
    assert person.see(lambda: person.session.draft is not None), "the tour left nothing to train"
    person.command("tour")
    person.wait("another tour", lambda: tour_of(person) is not None)
    person.press("Escape")
    person.wait("its end", lambda: tour_of(person) is None)


def tour_of(person: Person) -> Tour | None:
    return next((tour for tour in person.studio.window.findChildren(Tour) if not tour._is_over), None)
