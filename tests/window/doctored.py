"""A person and the doctor: a training that is spoilt while it runs, and one that never had room enough; named, looked at, mended. Run under an X server."""

import sys
from pathlib import Path
from typing import Any

from studio.messages import AlarmCleared, AlarmRaised, Applied, Event, SegmentStarted
from studio.runs.fold import Run
from studio.runs.journal import JournalReader
from studio.ui.widgets.alarm_card import SEVERITIES
from studio.ui.widgets.marks import Mark
from tests.window.person import Person, live, place_of

LONG = 900.0  # s that a training may take to fall ill or to get well, on a slow machine
VARIETY = ("total_collapse", "mode_drop", "low_variety")


def collapse(person: Person) -> None:
    person.click("Template: Handwritten digits")
    person.front("Hyperparameters", "Find a setting")
    person.set("Length of the run, in kimg", "100000")
    person.set("Share of time at most", "0.3", find="checks take")
    assert person.see(lambda: (person.session.draft["training"]["kimg"], person.session.draft["doctor"]["share"])) == (100_000, 0.3)
    person.click("Train")
    person.wait_run("a healthy run", lambda run: run.state == "running" and is_well(run) and run.nimg > 60_000, LONG)
    person.click("Save checkpoint")
    person.wait_run("the snapshot of a healthy moment", lambda run: any(saved.why == "asked" for saved in run.checkpoints))
    person.picture("healthy")

    person.choose("Loss kind", "Non-saturating")
    person.choose("Gradient penalty", "None")
    person.set("D's rate ÷ G's", "0.0001")  # D stands still: G finds the one sample that fools it best
    run = person.wait_run("the alarm", lambda run: variety_alarm(run) is not None, LONG)
    alarm = variety_alarm(run)
    person.wait("a notice of it", lambda: alarm.title in " ".join(card.notice.text for card in person.studio.window.notices.cards()))
    person.wait("the onset on the scrubber", lambda: (alarm.onset, "alarm") in marks_on(panel(person, "Samples").scrubber.track._marks))
    person.wait("the onset on the curves", lambda: (alarm.onset, "alarm") in marks_on(panel(person, "Curves")._marks))
    person.wait("the sign at the panel's name", lambda: "Doctor" in person.studio.window.workspace._signs)
    person.picture("alarm")

    person.click("Look at it")
    unfold(person, alarm)
    look_at_evidence(person, alarm)
    go_to_the_onset(person, alarm)
    mend(person, alarm)
    tell_the_story(person, alarm)
    person.keys("ctrl+q")
    person.click("Save and quit")


def small_latent(person: Person) -> None:
    """One number is too few to make digits of, and no live edit mends that."""
    person.click("Template: Handwritten digits")
    person.front("Hyperparameters", "Find a setting")
    person.set("Length of the run, in kimg", "100000")
    person.set("Share of time at most", "0.3", find="checks take")
    person.set("Latent numbers (z)", "1")
    person.click("Train")
    run = person.wait_run("the alarm", lambda run: alarm_of(run, "low_variety") is not None, LONG)
    remedy = next(one for one in alarm_of(run, "low_variety").remedies if one.restart)
    found = alarm_of(run, "low_variety")
    person.wait_run("a later check, whose line moves what lies below it", lambda run: run.last_check.nimg > found.nimg, LONG)
    unfold(person, found)
    person.roll_to(remedy.title, over=panel(person, "Doctor").scroller)
    person.click(remedy.title)
    person.wait("what it will do", lambda: place_of("Open the settings"))
    person.picture("restart-plan")
    person.click("Open the settings")
    person.wait("the new run's settings", lambda: person.session.view is None and person.session.draft is not None)
    assert person.see(lambda: person.session.draft["network"]["z_dim"]) == remedy.restart["network.z_dim"]
    words = person.see(panel(person, "Hyperparameters").state.text)
    assert "latent numbers (z): 1 → 64" in words, words
    person.picture("restart-form")
    person.click("Train")
    person.click("Stop it and train digits mended")
    person.wait_run("the mended run", lambda run: run.state == "running" and run.nimg > 2000 and run.options["network"]["z_dim"] == 64)
    person.picture("restarted")
    person.keys("ctrl+q")
    person.click("Save and quit")


def is_well(run: Run) -> bool:
    return run.last_check is not None and run.last_check.armed and not run.alarms


def alarm_of(run: Run, kind: str) -> AlarmRaised | None:
    return next((alarm for alarm in run.alarms if alarm.alarm == kind), None)


def variety_alarm(run: Run) -> AlarmRaised | None:
    return next((alarm for kind in VARIETY if (alarm := alarm_of(run, kind)) is not None), None)


def panel(person: Person, title: str) -> Any:
    return next(one for one in person.studio.window.workspace.panels if one.title == title)


def marks_on(marks: list[Mark]) -> list[tuple[float, str]]:
    return [(mark.nimg, "alarm" if mark.kind == "caution" else mark.kind) for mark in marks]


def unfold(person: Person, alarm: AlarmRaised) -> None:
    """Its card, where another one is unfolded: of several alarms the gravest is by itself."""
    if not person.see(lambda: (card := panel(person, "Doctor").cards.get(alarm.alarm)) is not None and card.is_open()):
        head = f"{alarm.title}, {SEVERITIES[alarm.severity].lower()}"
        person.roll_to(head, over=panel(person, "Doctor").scroller)
        person.click(head)


def look_at_evidence(person: Person, alarm: AlarmRaised) -> None:
    """Every piece of it, enlarged."""
    for piece in alarm.evidence:
        person.roll_to(f"Enlarge: {piece.title}", over=panel(person, "Doctor").scroller)
        person.click(f"Enlarge: {piece.title}")
        person.wait("the evidence, large", lambda piece=piece: any(w.isVisible() and w.windowTitle() == piece.title for w in person.windows()))
        person.picture(f"evidence-{piece.kind}")
        person.click("Close")


def go_to_the_onset(person: Person, alarm: AlarmRaised) -> None:
    person.roll_to("Go to the onset", over=panel(person, "Doctor").scroller)
    person.click("Go to the onset")
    person.wait("the onset", lambda: person.session.position == alarm.onset)
    person.picture("onset")
    person.click("Live")


def mend(person: Person, alarm: AlarmRaised) -> None:
    """One click, a look at what it will do, and a yes; then wait until it is well."""
    remedy = alarm.remedies[0]
    person.roll_to(remedy.title, over=panel(person, "Doctor").scroller)
    person.click(remedy.title)
    person.wait("what it will do", lambda: place_of("Apply"))
    person.picture("plan")
    person.click("Apply")
    person.wait_run("the remedy, applied", lambda run: any(answer.command.get("kind") == "mend" for answer in run.answers))
    person.picture("applied")
    person.wait_run("the end of the alarm", lambda run: alarm_of(run, alarm.alarm) is None, LONG)
    checks = person.run().last_check.check
    run = person.wait_run("a run that stays well", lambda run: run.last_check.check >= checks + 6 and is_well(run), LONG)
    assert alarm.alarm in [end.raised.alarm for end in run.past_alarms]
    assert person.see(lambda: panel(person, "Doctor").head.health.headline) == "Healthy"
    person.picture("well")


def tell_the_story(person: Person, alarm: AlarmRaised) -> None:
    """The log, the panel and the journal tell it in its order."""
    person.click("Log")
    person.picture("log")
    person.roll_to("Past alarms", over=panel(person, "Doctor").scroller)
    person.click("Past alarms")
    person.picture("past")
    events = journal(Path(person.see(lambda: person.session.view.folder.journal)))
    raised = next(n for n, event in enumerate(events) if isinstance(event, AlarmRaised) and event.alarm == alarm.alarm)
    mended = next(n for n, event in enumerate(events) if isinstance(event, Applied) and event.command.get("kind") == "mend")
    over = next(n for n, event in enumerate(events) if n > raised and ends(event, alarm))
    assert raised < min(mended, over)  # a rollback begins its segment just before it is answered
    assert events[mended].command["title"] == alarm.remedies[0].title
    told = person.see(lambda: [line.text for line in panel(person, "Log").model.lines])
    for words in (f"Alarm: {alarm.title}", alarm.remedies[0].title):
        assert any(words in line for line in told), told


def ends(event: Event, alarm: AlarmRaised) -> bool:
    """A rollback to before the alarm ends it, and so does what the doctor says."""
    return (isinstance(event, AlarmCleared) and event.alarm == alarm.alarm) or (isinstance(event, SegmentStarted) and event.why == "rollback")


def journal(path: Path) -> list[Event]:
    reader, found = JournalReader(path), []
    while new := reader.poll():
        found += new
    return found


if __name__ == "__main__":
    script = {"collapse": collapse, "latent": small_latent}[sys.argv[1]]
    sys.exit(live(Path(sys.argv[2]), script, Path(sys.argv[3]) if len(sys.argv) > 3 else None))
