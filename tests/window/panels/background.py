"""A run that is sent away to train in a process of its own, is followed and steered there, and is brought back."""

from tests.window.keyboard import Keyboard
from tests.window.panels.common import leave, panel, ready
from tests.window.person import Person
from tests.window.pointer import Pointer


def mouse(person: Pointer) -> None:
    ready(person)
    person.click("Train handwritten digits")
    person.wait_run("training here", lambda run: run.state == "running" and run.nimg > 500 and person.session.is_training_here())
    person.menu("Run", "Train in the background")
    away(person)
    person.click("Pause")
    person.wait_run("the pause, by the other process", lambda run: run.state == "paused")
    person.click("Resume")
    person.wait_run("training again", lambda run: run.state == "running")
    person.menu("Run", "Train here")
    back(person)
    person.click("Stop")
    person.wait_run("the end", lambda run: run.state == "stopped")
    person.wait("that nothing trains", lambda: person.session.torch.training is None)
    leave(person)


def keys(person: Keyboard) -> None:
    ready(person)
    person.command("new run")
    person.wait("a draft", lambda: person.session.draft is not None and panel(person, "Hyperparameters").form.isVisible())
    person.press("ctrl+Return")
    person.wait_run("training here", lambda run: run.state == "running" and run.nimg > 500 and person.session.is_training_here())
    person.press("ctrl+b")
    away(person)
    person.press("ctrl+p")
    person.wait_run("the pause, by the other process", lambda run: run.state == "paused")
    person.press("ctrl+r")
    held = person.wait_run("training again", lambda run: run.state == "running")
    person.wait_run("that it goes on", lambda run: run.nimg > held.nimg)
    person.command("train here")
    back(person)
    person.press("ctrl+period")
    person.wait_run("the end", lambda run: run.state == "stopped")
    person.wait("that nothing trains", lambda: person.session.torch.training is None)
    leave(person)


def away(person: Person) -> None:
    person.wait("that another process trains it", lambda: person.session.is_trained() and not person.session.is_training_here())
    person.wait("that the hand-over is done", lambda: not person.studio.window.background.is_busy())
    run = person.wait_run("it running there", lambda run: run.state == "running")
    person.wait_run("that it goes on there", lambda now: now.nimg > run.nimg)
    person.picture("away")


def back(person: Person) -> None:
    person.wait("that it trains here", person.session.is_training_here)
    run = person.wait_run("it running here", lambda run: run.state == "running")
    person.wait_run("that it goes on here", lambda now: now.nimg > run.nimg)
    person.picture("back")
