"""The Checkpoints panel: in which order, as a gallery, pinned, named, noted, given up and back, compared, restored, branched, exported."""

from pathlib import Path

from PySide6.QtCore import QPoint

from studio.runs.checkpoints import Checkpoint, CheckpointStore
from tests.window.keyboard import Keyboard
from tests.window.panels.common import DIGITS, dialog, enter, gone, leave, open_run, panel, press_run
from tests.window.person import Person, row_of, xdotool
from tests.window.pointer import Pointer


def mouse(person: Pointer) -> None:
    press_run(person, DIGITS)
    checkpoints = panel(person, "Checkpoints")
    newest = person.wait("the checkpoints", lambda: listed(person))
    person.pick("Order of the checkpoints", "Largest first")
    sizes = [row.checkpoint.bytes for row in person.see(lambda: list(checkpoints.model.rows))]
    assert sizes == sorted(sizes, reverse=True), sizes
    person.pick("Order of the checkpoints", "Newest first")
    person.click("Gallery")
    person.wait("the gallery", checkpoints.list.is_gallery)
    person.click("Gallery")
    person.wait("lines", lambda: not checkpoints.list.is_gallery())

    number = press_row(person, 1)
    for entry, words in (("Rename…", "the second"), ("Note…", "rough edges")):
        person.click("More to do with this checkpoint")
        person.entry(entry)
        box = dialog(person, f"Checkpoint {number}")
        person.keys("ctrl+a")
        xdotool("type", "--delay", "8", "--", words)
        person.click("OK")
        gone(person, box)
    person.click("Pin")
    person.wait("name, note and pin", lambda: (c := kept_here(person, number)).name == "the second" and c.note == "rough edges" and c.pinned)

    gone_one = press_row(person, 2)
    person.click("More to do with this checkpoint")
    person.entry("Move to bin")
    person.wait("one less", lambda: gone_one not in listed(person))
    person.click("Undo")
    person.wait("it again", lambda: listed(person) == newest)

    compare_by_mouse(person)
    number = press_row(person, 1)
    person.click("Branch")
    person.wait("the settings of a branch", lambda: person.session.draft_source is not None and person.session.draft_source[1] == number)
    person.click("Home")
    press_run(person, DIGITS)
    export_by_mouse(person)
    number = press_row(person, 1)
    person.click("Restore")
    restored(person, number)
    leave(person)


def press_row(person: Pointer, row: int) -> int:
    """A row of the list; the number of its checkpoint."""
    checkpoints = panel(person, "Checkpoints")
    person.wait("its row", lambda: len(listed(person)) > row)
    person.see(lambda: checkpoints.list.scrollTo(checkpoints.model.index(row)))
    person.press_at(person.wait("its row in sight", lambda: row_of("Checkpoints", row)))
    number = person.see(lambda: listed(person)[row])
    person.wait(f"checkpoint {number} chosen", lambda: [c.id for c in checkpoints.selected()] == [number])
    return int(number)


def compare_by_mouse(person: Pointer) -> None:
    press_row(person, 0)
    person.click("Compare")
    box = dialog(person, "Compare checkpoints")
    person.wait("both drawn", lambda: box.pictures.isVisible() and not box.pictures.picture().isNull())
    middle = person.at(box.pictures)
    person.drag(middle, middle - QPoint(120, 0))
    person.wait("the line further left", lambda: box.pictures.wipe() < 0.45)
    person.click("Side by side")
    person.wait("one beside the other", box.pictures.is_beside)
    first = person.see(box.pair)
    person.click("Swap the two")
    person.wait("the other way round", lambda: box.pair() == (first[1], first[0]))
    person.picture("compared")
    person.click("Close")
    gone(person, box)


def export_by_mouse(person: Pointer) -> None:
    target = Path(person.session.home) / "by mouse"
    press_row(person, 0)
    person.click("More to do with this checkpoint")
    person.entry("Export images…")
    box = dialog(person, "Export")
    person.write("How many", "16", end="Tab")
    person.write("Place that the files go to", str(target), end="Tab")
    person.click("Export 16 pictures")
    exported(person, target)
    person.click("Close")
    gone(person, box)


def keys(person: Keyboard) -> None:
    open_run(person, DIGITS)
    order_and_gallery(person)
    name_note_and_pin(person)
    give_up(person)
    compare(person)
    export(person)
    branch(person)
    restore(person)
    leave(person)


def store(person: Person) -> CheckpointStore:
    return CheckpointStore(person.see(lambda: person.session.view.folder))


def kept(person: Person, number: int) -> Checkpoint:
    return store(person).get(number)


def listed(person: Person) -> list[int]:
    return [row.checkpoint.id for row in panel(person, "Checkpoints").model.rows]


def go_to(person: Keyboard, row: int) -> int:
    """To a row of the list; the number of its checkpoint."""
    enter(person, 7)
    person.tab("Checkpoints")
    person.press("Home", *["Down"] * row)
    number = person.see(lambda: listed(person)[row])
    checkpoints = panel(person, "Checkpoints")
    person.wait(f"checkpoint {number} chosen", lambda: [c.id for c in checkpoints.selected()] == [number])
    return int(number)


def more(person: Keyboard, entry: str) -> None:
    person.tab("More to do with this checkpoint")
    person.press("space")
    person.entry(entry)


def order_and_gallery(person: Keyboard) -> None:
    checkpoints = panel(person, "Checkpoints")
    newest = person.see(lambda: listed(person))
    assert newest == sorted(newest, reverse=True), newest
    enter(person, 7)
    person.tab("Order of the checkpoints")
    person.pick("Largest first")
    sizes = [row.checkpoint.bytes for row in person.see(lambda: list(checkpoints.model.rows))]
    assert sizes == sorted(sizes, reverse=True), sizes
    person.pick("Newest first")
    person.tab("Gallery")
    person.press("space")
    person.wait("the gallery", checkpoints.list.is_gallery)
    person.tab("Checkpoints")
    person.press("Home", "Right")
    person.wait("the picture beside the first", lambda: [c.id for c in checkpoints.selected()] == newest[1:2])
    person.picture("gallery")
    person.press("Return")
    person.wait("the samples of then", lambda: person.session.position == checkpoints.chosen().nimg)
    person.press("ctrl+End")
    person.tab("Gallery", back=True)
    person.press("space")
    person.wait("lines", lambda: not checkpoints.list.is_gallery())


def name_note_and_pin(person: Keyboard) -> None:
    number = go_to(person, 1)
    person.press("F2")
    box = dialog(person, f"Checkpoint {number}")
    person.over("the second")
    gone(person, box)
    person.wait("its name", lambda: kept_here(person, number).name == "the second")
    person.wait_here("Checkpoints")
    more(person, "Note…")
    box = dialog(person, f"Checkpoint {number}")
    person.over("rough edges")
    gone(person, box)
    person.wait("its note", lambda: kept_here(person, number).note == "rough edges")
    go_to(person, 1)
    person.tab("Pin")
    person.press("space")
    person.wait("that it is pinned", lambda: kept_here(person, number).pinned)


def kept_here(person: Person, number: int) -> Checkpoint:
    """As the files say; for a look."""
    return CheckpointStore(person.session.view.folder).get(number)


def give_up(person: Keyboard) -> None:
    """Gone from the list at once, back by Undo."""
    number = go_to(person, 2)
    person.press("Delete")
    person.wait("one less", lambda: number not in listed(person))
    person.press("F6")
    person.wait_here("Undo")
    person.press("space")
    person.wait("it again", lambda: number in listed(person))
    assert person.see(kept_here(person, number).path.is_dir)


def compare(person: Keyboard) -> None:
    go_to(person, 0)
    person.tab("Compare", back=True)
    person.press("space")
    box = dialog(person, "Compare checkpoints")
    person.wait_here("The same latents, by both checkpoints")
    half = person.see(box.pictures.wipe)
    person.press("Left", times=3)
    person.wait("the line further left", lambda: box.pictures.wipe() < half)
    person.tab("Wipe")  # one of two: Tab leads to the one in force, the arrows to the other
    person.press("Right")
    person.wait("one beside the other", box.pictures.is_beside)
    first = person.see(box.pair)
    person.tab("Swap the two", back=True)
    person.press("space")
    person.wait("the other way round", lambda: box.pair() == (first[1], first[0]))
    person.tab("First seed")
    person.over("40", end="Tab")
    person.wait("other latents", lambda: list(box.pictures.names)[:1] == [40])
    person.picture("compared")
    person.press("Escape")
    gone(person, box)


def export(person: Keyboard) -> None:
    go_to(person, 0)
    target = Path(person.session.home) / "by keys"
    more(person, "Export images…")
    box = dialog(person, "Export")
    person.tab("How many")
    person.over("16", end="Tab")
    person.tab("Place that the files go to")
    person.over(str(target), end="Tab")
    person.tab("Export 16 pictures")
    person.press("space")
    exported(person, target)
    person.wait_here("Close")
    person.press("Escape")
    gone(person, box)


def exported(person: Person, target: Path) -> None:
    person.wait("16 exported images", lambda: (target / "manifest.jsonl").is_file() and len((target / "manifest.jsonl").read_text().splitlines()) == 16)
    assert len(list(target.glob("*.png"))) == 16


def branch(person: Keyboard) -> None:
    number = go_to(person, 1)
    person.tab("Branch")
    person.press("space")
    person.wait("the settings of a branch", lambda: person.session.draft_source is not None and person.session.view is None)
    assert person.see(lambda: person.session.draft_source[1]) == number
    person.picture("branch")
    open_run(person, DIGITS)


def restore(person: Keyboard) -> None:
    number = go_to(person, 1)
    person.tab("Restore")
    person.press("space")
    restored(person, number)


def restored(person: Person, number: int) -> None:
    """Trained on from there to its end."""
    run = person.wait_run("training from there", lambda run: len(run.segments) > 1)
    assert run.segments[-1].checkpoint == number, run.segments[-1]
    person.wait_run("its end", lambda run: run.state == "done")
    person.wait("that nothing trains", lambda: person.session.torch.training is None)
