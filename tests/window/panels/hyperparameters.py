"""The Hyperparameters panel: found, changed, faulty, taken back, seen apart, kept as a template, as a file and as a command line."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from studio.ui.template_dialog import TemplateDialog
from tests.window.keyboard import Keyboard
from tests.window.panels.common import answer_file, choose_file, enter, gone, leave, panel, ready
from tests.window.person import Person, control
from tests.window.pointer import Pointer

RATE = "Learning rate, start"


def mouse(person: Pointer) -> None:
    ready(person)
    person.click("Template: Handwritten digits")
    person.front("Hyperparameters", "Find a setting")
    first = rate(person)
    person.set(RATE, "-3")
    person.wait("a fault of the draft", lambda: len(person.session.draft_problems) == 1)
    person.type("Find a setting", "")
    person.click("1 thing to mend before this can train")
    person.wait("the keyboard in the field", lambda: control(RATE).hasFocus())
    person.write(RATE, "0.0007")
    person.wait("the new rate", lambda: rate_of(person.session.draft) == 0.0007 and not person.session.draft_problems)
    person.click("Show only the settings that differ")
    person.wait("only what differs", lambda: shown(person) == ["optimizer.lr"])
    person.click("Reset Learning rate")
    person.wait("the first rate again", lambda: rate_of(person.session.draft) == first)
    person.wait("all settings again", lambda: len(shown(person)) > 1)

    person.type("Find a setting", "loss")
    person.pick("Loss kind", "Hinge")
    person.wait("the other loss", lambda: person.session.draft["objective"]["kind"] == "hinge")
    person.click("Reset all")
    person.wait("nothing changed", lambda: not panel(person, "Hyperparameters").form.changes())
    person.click("Undo")
    person.wait("the other loss again", lambda: person.session.draft["objective"]["kind"] == "hinge")

    person.click("More to do with these settings")
    person.entry("Save as template…")
    person.type("Title of the template", "Hinged digits")
    person.click("Save")
    file = Path(person.session.home) / "hinge.json"
    person.wait("the template", lambda: list(Path(person.session.home).rglob("hinged-digits.json")))
    person.click("More to do with these settings")
    person.entry("Export settings…")
    choose_file(person, file)
    person.wait("the file", file.is_file)
    person.pick("Loss kind", "Non-saturating")
    person.click("More to do with these settings")
    person.entry("Import settings…")
    choose_file(person, file)
    person.wait("the settings of the file", lambda: person.session.draft["objective"]["kind"] == "hinge")
    person.click("More to do with these settings")
    person.entry("Copy as command line")
    person.wait("the command on the clipboard", lambda: QApplication.clipboard().text().startswith("gan-studio train"))
    leave(person)


def shown(person: Person) -> list[str]:
    """The settings in sight; for a look."""
    return [row.path for group in panel(person, "Hyperparameters").form.groups.values() for row in group.rows.values() if row.isVisible()]


def keys(person: Keyboard) -> None:
    ready(person)
    person.command("new run")
    person.wait("a draft", lambda: person.session.draft is not None and panel(person, "Hyperparameters").form.isVisible())
    first = rate(person)
    find(person, "learning rate")
    person.tab(RATE)
    person.over("0.0007")
    person.wait("the new rate", lambda: rate_of(person.session.draft) == 0.0007)

    see_a_fault(person)
    see_what_differs(person)
    person.tab("Reset Learning rate")
    person.press("space")
    person.wait("the first rate again", lambda: rate_of(person.session.draft) == first)

    change_kind(person)
    keep_as_template(person)
    through_a_file(person)
    copy_command(person)
    leave(person)


def rate(person: Person) -> float:
    return person.see(lambda: rate_of(person.session.draft))


def rate_of(draft: dict[str, Any]) -> float:
    value = draft["optimizer"]["lr"]
    start = value["start"] if isinstance(value, dict) else value
    return float("nan") if start is None else float(start)  # a line that is being typed may be empty


def find(person: Keyboard, words: str) -> None:
    """In the panel, by some of its words."""
    enter(person, 2)
    person.press("ctrl+f")
    person.wait_here("Find a setting")
    person.over(words, end="")
    person.wait("the search", lambda: panel(person, "Hyperparameters").search_line.text() == words)


def see_a_fault(person: Keyboard) -> None:
    """What cannot be is told at the field and above, is not trained, and the words above lead to the field."""
    person.over("-3")
    person.wait("a fault of the draft", lambda: len(person.session.draft_problems) == 1)
    person.press("ctrl+Return")
    person.wait("why it cannot train", lambda: [card.notice.level for card in person.studio.window.notices.cards()] == ["error"])
    assert person.see(lambda: person.session.view is None and person.session.torch.training is None), "a faulty draft trains"
    person.press("F6", "space")
    person.wait("that it is dismissed", lambda: not person.studio.window.notices.cards())
    person.picture("fault")
    find(person, "")
    person.tab("1 thing to mend before this can train", back=True)
    person.press("space")
    person.wait_here(RATE)
    person.over("0.0007")
    person.wait("no fault", lambda: not person.session.draft_problems)


def see_what_differs(person: Keyboard) -> None:
    """That alone: of all rows the one that was changed."""
    form = panel(person, "Hyperparameters").form
    person.tab("Show only the settings that differ", back=True)
    person.press("space")
    person.wait("only what differs", lambda: shown(person) == ["optimizer.lr"] == form.changes())
    person.picture("differs")


def change_kind(person: Keyboard) -> None:
    """Another loss, and everything taken back; and Undo."""
    find(person, "loss")
    person.tab("Loss kind")
    person.pick("Hinge")
    person.wait("the other loss", lambda: person.session.draft["objective"]["kind"] == "hinge")
    person.tab("Reset all", back=True)
    person.press("space")
    person.wait("nothing changed", lambda: not panel(person, "Hyperparameters").form.changes())
    person.press("F6")
    person.wait_here("Undo")
    person.press("space")
    person.wait("the other loss again", lambda: person.session.draft["objective"]["kind"] == "hinge")


def more(person: Keyboard, entry: str) -> None:
    find(person, "")
    person.tab("More to do with these settings")
    person.press("space")
    person.entry(entry)


def keep_as_template(person: Keyboard) -> None:
    more(person, "Save as template…")
    box = person.wait("the dialog", lambda: next((w for w in person.windows() if isinstance(w, TemplateDialog) and w.isActiveWindow()), None))
    person.wait_here("Title of the template")
    person.over("Hinged digits", end="Tab")
    person.wait_here("A sentence about the template")
    person.type("Digits with a hinge", end="Return")
    gone(person, box)
    kept = [json.loads(file.read_text()) for file in Path(person.session.home).rglob("hinged-digits.json")]
    assert [one["title"] for one in kept] == ["Hinged digits"], kept
    assert kept[0]["config"]["objective"]["kind"] == "hinge"


def through_a_file(person: Keyboard) -> None:
    """Written, changed, and read again."""
    file = Path(person.session.home) / "hinge.json"
    more(person, "Export settings…")
    answer_file(person, file)
    person.wait("the file", file.is_file)
    find(person, "loss")
    person.tab("Loss kind")
    person.pick("Non-saturating")
    more(person, "Import settings…")
    answer_file(person, file)
    person.wait("the settings of the file", lambda: person.session.draft["objective"]["kind"] == "hinge")
    assert person.see(lambda: person.session.draft_note) == "From hinge.json."


def copy_command(person: Keyboard) -> None:
    person.wait("sound settings", lambda: not person.session.draft_problems)
    more(person, "Copy as command line")
    person.wait("the command on the clipboard", lambda: QApplication.clipboard().text().startswith("gan-studio train"))
    line = person.see(lambda: QApplication.clipboard().text())
    assert "hinge" in line, line
