"""How a remedy is carried out: by whoever trains the run, by resuming it, or by a new run. It is shown in full before anything is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from PySide6.QtWidgets import QWidget

from studio.messages import AlarmRaised, Json, Mend, Remedy
from studio.runs.fold import Run
from studio.ui.command_words import checkpoint_words, missing_checkpoint, steps_of, value_at
from studio.ui.remedy_cost import cost_of
from studio.ui.session import Session
from studio.ui.widgets.remedy_button import MendDialog
from studio.words import say


class Start(NamedTuple):
    """What a resume needs to come to the same as a remedy's commands."""

    checkpoint: int | None
    options: Literal["last", "restore"]
    changes: dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """What a click on a remedy would do now."""

    steps: tuple[str, ...]
    note: str
    deed: str  # on the button that does it
    do: Callable[[], None]
    fault: str = ""  # why it cannot be done now


def plan_of(session: Session, alarm: AlarmRaised, remedy: Remedy) -> Plan:
    """As the shown run stands now."""
    view = session.view
    run = view.run if view is not None else Run()
    steps = tuple(steps_of(remedy, run))
    if (gone := missing_checkpoint(remedy, run)) is not None:
        return Plan(steps, "", say("Apply"), _nothing, say("Checkpoint {id} was given up meanwhile; restore another one in Checkpoints.", id=gone))
    if remedy.restart:
        return _new_run(session, remedy, steps)
    if session.is_trained():
        mend = Mend(alarm=alarm.alarm, title=remedy.title, commands=remedy.commands, sender="window")
        fault = say("This was asked; the run answers between two steps.") if "mend" in session.asked.values() else ""
        return Plan(steps, _way_back(remedy, run), say("Apply"), lambda: session.send(mend), fault)
    return _resume(session, remedy, steps, run)


def ask(session: Session, alarm: AlarmRaised, remedy: Remedy, parent: QWidget) -> MendDialog:
    """Shows what will be done; the window's button does it, as things stand when it is pressed."""
    plan = plan_of(session, alarm, remedy)
    cost = cost_of(remedy, session.view.run if session.view is not None else Run())
    dialog = MendDialog(remedy.title, remedy.text, plan.steps, cost, plan.note, plan.deed, parent, ordered=not remedy.restart)

    def carry_out() -> None:
        now = plan_of(session, alarm, remedy)
        if now.fault:
            session.warn(now.fault)
        else:
            now.do()

    dialog.accepted.connect(carry_out)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def as_start(commands: Sequence[dict[str, Json]]) -> Start | None:
    """The resume that comes to the same as these commands; None where there is none, as for a fresh discriminator or a pause."""
    checkpoint: int | None = None
    options: Literal["last", "restore"] = "last"
    changes: dict[str, Any] = {}
    for command in commands:
        match command:
            case {"kind": "rollback", "checkpoint": int(number)} if checkpoint is None and not changes:
                checkpoint, options = number, "last" if command.get("options") == "keep" else "restore"
            case {"kind": "set_option", "path": str(path), "value": value}:
                changes[path] = value
            case {"kind": "pause" | "resume" | "save_checkpoint"}:
                pass
            case _:
                return None
    return Start(checkpoint, options, changes) if checkpoint is not None or changes else None


def _new_run(session: Session, remedy: Remedy, steps: tuple[str, ...]) -> Plan:
    busy = session.torch.training
    note = say("Opens the settings of the new run, filled in. Nothing trains until you press Train, and this run stays as it is.")
    if busy is not None:
        note = f"{note} {say('{name} trains on meanwhile; Train offers to save and stop it.', name=busy.name)}"
    return Plan(steps, note, say("Open the settings"), lambda: session.propose_restart(remedy.restart, remedy.checkpoint))


def _resume(session: Session, remedy: Remedy, steps: tuple[str, ...], run: Run) -> Plan:
    start = as_start(remedy.commands)
    if start is None:
        return Plan(steps, "", say("Apply"), _nothing, say("Nobody trains this run now. Press Resume; then it can be mended while it trains."))
    if session.torch.training is not None:
        return Plan(steps, "", say("Apply"), _nothing, say("{name} is training now; stop it before this run can go on.", name=session.torch.training.name))
    fault = "" if session.torch.is_ready and not session.starting else say("The engine is not ready yet.")
    if _is_over(run, start):
        fault = say("The run has reached its length. Press Resume to train it longer; then it can be mended while it trains.")

    def go_on() -> None:
        session.resume_run(start.checkpoint, options=start.options, changes=start.changes)

    return Plan((*steps, say("Train on")), _way_back(remedy, run), say("Resume with this"), go_on, fault)


def _is_over(run: Run, start: Start) -> bool:
    """Whether a resume like this one would end at once."""
    found = run.checkpoint(start.checkpoint) if start.checkpoint is not None else None
    nimg = found.nimg if found is not None else run.nimg
    planned = start.changes.get("training.kimg", value_at(run.options, "training.kimg"))
    return isinstance(planned, int | float) and nimg >= 1000 * planned


def _way_back(remedy: Remedy, run: Run) -> str:
    """What becomes of the present state, and how to undo the remedy."""
    last = run.current_checkpoints[-1] if run.current_checkpoints else None
    if any(command.get("kind") == "rollback" for command in remedy.commands):
        aside = say("What was trained since is set aside, not deleted: its checkpoints stay in the list and can be restored.")
        written = say("The change is written into the run's history.")
        return f"{aside} {written}"
    effect = say("It takes effect between two steps and is written into the run's history.")
    return f"{effect} {say('To undo it, restore {checkpoint} in Checkpoints.', checkpoint=checkpoint_words(last.id, run))}" if last is not None else effect


def _nothing() -> None:
    """For a plan with a fault."""
