"""The first evening with the studio, by mouse and keys: train, steer, keep, export, close, and come back. Run under an X server."""

import sys
from pathlib import Path

from studio.runs.fold import Run
from tests.window.person import Person, live, place_of, row_of


def first_evening(person: Person) -> None:
    person.click("Train handwritten digits")
    person.wait_run("training that shows samples", lambda run: run.state == "running" and run.nimg > 2000 and run.samples)
    person.picture("training")

    person.click("Pause")
    held = person.wait_run("the pause", lambda run: run.state == "paused")
    person.click("Hyperparameters")
    person.write("Find a setting", "learning rate")
    person.write("Learning rate, start", "0.0007")
    person.wait_run("the new learning rate", lambda run: run.options["optimizer"]["lr"]["start"] == 0.0007)
    person.picture("steered")
    assert person.run().nimg == held.nimg, "a paused run went on"

    person.keys("ctrl+k")  # the field still has the keyboard, and would delete what is behind its cursor
    person.write("Search commands", "resume")
    person.wait_run("training again", lambda run: run.state == "running" and run.nimg > held.nimg + 2000)
    person.click("Save checkpoint")
    kept = person.wait_run("the snapshot", asked_for).checkpoints[-1]
    person.picture("snapshot")

    person.wait_run("some training after it", lambda run: run.nimg > kept.nimg + 2000)
    person.press_at(person.wait("the newest checkpoint in the list", lambda: row_of("Checkpoints", 0)))
    kept = next(c for c in person.run().checkpoints if c.id == person.see(lambda: chosen(person)))  # the snapshot, or one on schedule after it
    person.click("Restore")
    run = person.wait_run("the rollback", lambda run: run.segments[-1].why == "rollback")
    assert run.segments[-1].checkpoint == kept.id, run.segments[-1]
    person.wait_run("training after the rollback", lambda run: run.state == "running" and run.nimg > kept.nimg)
    person.picture("restored")

    target = Path(person.session.home) / "first set"
    person.click("Export")
    person.write("How many", "64", end="Tab")
    person.write("Place that the files go to", str(target), end="Tab")
    person.click("Export 64 pictures")
    person.wait("64 exported images", lambda: (target / "manifest.jsonl").is_file() and len((target / "manifest.jsonl").read_text().splitlines()) == 64)
    assert len(list(target.glob("*.png"))) == 64
    person.picture("exported")
    person.click("Close")

    person.click("State of the run")  # no window manager here gives the focus back to the window
    person.keys("ctrl+q")
    person.click("Save and quit")


def asked_for(run: Run) -> bool:
    """Whether a snapshot has been saved: others come on schedule."""
    return any(saved.why == "asked" for saved in run.checkpoints)


def chosen(person: Person) -> int:
    """The number of the checkpoint that is chosen in the list."""
    panel = next(p for p in person.studio.window.workspace.panels if p.title == "Checkpoints")
    return panel.chosen().id


def keep_it_training(person: Person) -> None:
    """The window closes, and the run trains on."""
    person.click("Train handwritten digits")
    person.wait_run("training", lambda run: run.state == "running" and run.nimg > 2000)
    person.click("State of the run")
    person.keys("ctrl+q")
    person.wait("the question", lambda: place_of("Keep training in the background"))
    person.picture("question")
    person.click("Keep training in the background")


def find_it_training(person: Person) -> None:
    """Another window follows it, steers it, and takes it back."""
    person.press_at(person.wait("the run of last evening", lambda: row_of("Recent runs", 0)))
    run = person.wait_run("the run that trains elsewhere", lambda run: run.state == "running")
    assert person.see(lambda: person.session.is_trained() and not person.session.is_training_here())
    person.wait_run("that it goes on", lambda now: now.nimg > run.nimg + 2000)
    person.picture("followed")
    person.click("Pause")
    person.wait_run("the pause, by another process", lambda run: run.state == "paused")
    person.click("Resume")
    held = person.wait_run("training again", lambda run: run.state == "running")
    person.keys("ctrl+k")
    person.write("Search commands", "train here")
    person.wait("that it trains here", person.session.is_training_here)
    person.wait_run("training here", lambda run: run.state == "running" and run.nimg > held.nimg + 2000)
    person.picture("taken back")
    person.click("State of the run")
    person.keys("ctrl+q")
    person.click("Save and quit")


def next_morning(person: Person) -> None:
    person.press_at(person.wait("the run of last evening", lambda: row_of("Recent runs", 0)))
    run = person.wait_run("the run as it was left", lambda run: run.state == "stopped")
    assert run.options["optimizer"]["lr"]["start"] == 0.0007
    assert run.checkpoints[-1].nimg == run.nimg, "closing lost what was learned"
    person.picture("reopened")
    person.click("Resume")
    person.wait_run("training from there", lambda now: now.state == "running" and now.nimg > run.nimg + 1000)
    person.picture("resumed")
    person.keys("ctrl+q")
    person.click("Save and quit")


if __name__ == "__main__":
    script = {"evening": first_evening, "morning": next_morning, "night": keep_it_training, "night watch": find_it_training}[sys.argv[1]]
    sys.exit(live(Path(sys.argv[2]), script, Path(sys.argv[3]) if len(sys.argv) > 3 else None))
