"""The Doctor panel: an alarm's card, what shows it, its onset and its page, and a remedy that is looked at and done."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint

from studio.messages import AlarmRaised, Evidence, Remedy
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from tests.window.keyboard import Keyboard
from tests.window.panels.common import DIGITS, dialog, enter, gone, leave, open_run, panel, press_run
from tests.window.person import Person
from tests.window.pointer import Pointer

ONSET, BACK_TO, RATE = 3000, 2, 0.00025
PICTURES, SHARES = "What it makes now", "How often each part is made"
MEND, ANEW = "Go back and learn more slowly", "Begin anew with more room"
ALARM = AlarmRaised(
    segment=0,
    nimg=6000,
    alarm="low_variety",
    severity="high",
    onset=ONSET,
    title="The samples have little variety",
    text="They look much alike.",
    why="Variety is a third of the data's.",
    remedies=(
        Remedy(
            title=MEND,
            text="Learns more slowly from a healthy moment on.",
            commands=(
                {"kind": "rollback", "checkpoint": BACK_TO, "options": "keep"},
                {"kind": "set_option", "path": "optimizer.lr", "value": RATE},
            ),
        ),
        Remedy(title=ANEW, text="More numbers to make samples of.", restart={"network.z_dim": 96}),
    ),
    evidence=(
        Evidence(kind="pictures", title=PICTURES, file="doctor/now.png"),
        Evidence(kind="histogram", title=SHARES, labels=("0", "1"), series={"reals": (0.5, 0.5), "fakes": (0.9, 0.1)}),
    ),
)


def prepare(home: Path) -> None:
    """The doctor has spoken of a run that was trained."""
    folder = RunFolder.open(home / "runs" / DIGITS)
    (folder.path / "doctor").mkdir(exist_ok=True)
    Image.fromarray(np.full((16, 32), 90, np.uint8)).save(folder.path / "doctor" / "now.png")
    with JournalWriter(folder.journal) as journal:
        journal.write(ALARM)


def mouse(person: Pointer) -> None:
    press_run(person, DIGITS)
    doctor = panel(person, "Doctor")
    card = person.wait("the alarm's card", lambda: doctor.cards.get(ALARM.alarm))
    head = QPoint(60, 20)  # stays where it is when what is below it goes
    person.press_at(person.at(card.head, head))
    person.wait("it folded", lambda: not card.is_open())
    person.press_at(person.at(card.head, head))
    person.wait("it unfolded", card.is_open)
    for title in (PICTURES, SHARES):
        person.reveal(f"Enlarge: {title}", over=doctor.scroller)
        person.click(f"Enlarge: {title}")
        box = dialog(person, title)
        person.click("Close")
        gone(person, box)
    person.reveal("Go to the onset", over=doctor.scroller)
    person.click("Go to the onset")
    person.wait("the onset", lambda: person.session.position == ONSET)
    person.click("Newest")
    person.reveal("About it", over=doctor.scroller)
    person.click("About it")
    box = dialog(person, "Help")
    person.see(box.close)  # as by the cross of a frame, which nobody draws here
    gone(person, box)

    person.reveal(ANEW, over=doctor.scroller)
    person.click(ANEW)
    box = dialog(person, "Mend the run")
    assert any("96" in step for step in box.steps), box.steps
    person.click("Cancel")
    gone(person, box)
    person.reveal(MEND, over=doctor.scroller)
    person.click(MEND)
    person.click("Resume with this")
    mended(person)
    leave(person)


def keys(person: Keyboard) -> None:
    open_run(person, DIGITS)
    doctor = panel(person, "Doctor")
    head = f"{ALARM.title}, high"
    enter(person, 6)
    person.tab(head)
    assert person.see(doctor.cards[ALARM.alarm].is_open), "the gravest alarm is folded"
    person.press("space")
    person.wait("it folded", lambda: not doctor.cards[ALARM.alarm].is_open())
    person.press("Return")
    person.wait("it unfolded", doctor.cards[ALARM.alarm].is_open)

    for title in (PICTURES, SHARES):
        look_at(person, title)
    person.tab("Go to the onset")
    person.press("space")
    person.wait("the onset", lambda: person.session.position == ONSET)
    person.press("ctrl+End")
    person.tab("About it")
    person.press("space")
    box = dialog(person, "Help")
    person.picture("page")
    person.press("Escape")
    gone(person, box)
    person.wait_here("About it")

    see_what_a_new_run_takes(person)
    mend(person)
    leave(person)


def look_at(person: Keyboard, title: str) -> None:
    """Enlarged, and closed again; the keyboard comes back."""
    person.tab(f"Enlarge: {title}")
    person.press("Return")
    box = dialog(person, title)
    person.press("Escape")
    gone(person, box)
    person.wait_here(f"Enlarge: {title}")


def see_what_a_new_run_takes(person: Keyboard) -> None:
    """And do not do it."""
    person.tab(ANEW, back=True)
    person.press("space")
    box = dialog(person, "Mend the run")
    assert any("96" in step for step in box.steps), box.steps
    person.press("Escape")
    gone(person, box)
    assert person.see(lambda: person.session.view is not None)


def mend(person: Keyboard) -> None:
    person.tab(MEND, back=True)
    person.press("space")
    box = dialog(person, "Mend the run")
    person.picture("plan")
    person.wait_here("Resume with this")
    person.press("Return")
    gone(person, box)
    mended(person)


def mended(person: Person) -> None:
    """Gone back, with the other rate, and trained to the end; the alarm is over."""
    run = person.wait_run("training from before it", lambda run: len(run.segments) > 1)
    assert run.segments[-1].checkpoint == BACK_TO, run.segments[-1]
    assert RATE in (value := run.options["optimizer"]["lr"], isinstance(value, dict) and value["start"]), value
    person.wait_run("the end of the run", lambda run: run.state == "done")
    person.wait("that nothing trains", lambda: person.session.torch.training is None)
    assert ALARM.alarm not in [alarm.alarm for alarm in person.run().alarms], "the alarm outlived what it was about"
