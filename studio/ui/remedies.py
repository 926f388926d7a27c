"""A failed or interrupted run, or a refused command, in a notice: what happened, what to do, the button that does it. Decides nothing by itself."""

from collections.abc import Mapping
from typing import Any

from studio.messages import Failed, Refused
from studio.runs.fold import Run
from studio.told import title_of
from studio.ui.session import Notice, Session
from studio.ui.widgets.quantities import kimg
from studio.words import mark, say

_ASKED = {
    "pause": mark("Pause"),
    "resume": mark("Resume"),
    "stop": mark("Stop"),
    "abort": mark("Abort"),
    "save_checkpoint": mark("Save checkpoint"),
    "rollback": mark("Rollback"),
    "cancel_evaluation": mark("Cancel evaluation"),
    "fresh_discriminator": mark("Fresh discriminator"),
}


def notice_of_end(session: Session, run: Run) -> Notice | None:
    """What to say of the shown run where it ended against its will."""
    if session.state() == "crashed":
        return notice_of_crash(session, run)
    return notice_of_failure(session, run, run.failure) if session.state() == "failed" and run.failure is not None else None


def notice_of_failure(session: Session, run: Run, failed: Failed) -> Notice:
    """The failure in its own words, with the one remedy that fits its kind."""
    text = f"{failed.text}\n{failed.remedy}".strip()
    last = run.current_checkpoints[-1].id if run.current_checkpoints else None
    if failed.error == "non_finite" and last is not None:
        changes = _slower(run.options)
        label = say("Roll back to checkpoint {id}, a quarter of the learning rate", id=last) if changes else say("Roll back to checkpoint {id}", id=last)
        return Notice(text, "error", label, lambda: session.resume_run(last, options="last", changes=changes), failed.details)
    batch = _value(run.options, "training", "batch")
    if failed.error == "out_of_memory" and isinstance(batch, int) and batch > 1:
        changes = {"training.batch": batch // 2}
        return Notice(text, "error", say("Resume with batches of {batch}", batch=batch // 2), lambda: session.resume_run(changes=changes), failed.details)
    return Notice(text, "error", say("Resume"), session.resume_run, failed.details)


def notice_of_crash(session: Session, run: Run) -> Notice:
    """A run that ended without a word: killed, or the power failed."""
    last = run.current_checkpoints[-1] if run.current_checkpoints else None
    text = say("This run was interrupted at {at} kimg, without an end of its own.", at=kimg(run.nimg))
    if last is not None:
        text = f"{text} {say('Resume goes on from checkpoint {id}, at {at} kimg.', id=last.id, at=kimg(last.nimg))}"
    return Notice(text, "warning", say("Resume"), session.resume_run)


def words_of_refusal(refused: Refused) -> str:
    """What was asked and why nothing came of it, each said once."""
    path = str(refused.command.get("path", ""))
    kind, reason = str(refused.command.get("kind", "command")), refused.reason.removeprefix(f"{path}: ").rstrip(".")
    if kind == "mend":
        title = title_of(refused.command)
        return say("The remedy “{title}” was refused, and nothing of it was done: {reason}.", title=title, reason=reason)
    if path:
        return say("Setting {path} was refused: {reason}.", path=path, reason=reason)
    asked = say(_ASKED[kind]) if kind in _ASKED else kind.replace("_", " ").capitalize()
    return say("{command} was refused: {reason}.", command=asked, reason=reason)


def _slower(options: Mapping[str, Any]) -> dict[str, Any]:
    """A quarter of the learning rate now in force, whatever its schedule."""
    lr = _value(options, "optimizer", "lr")
    if isinstance(lr, int | float):
        return {"optimizer.lr": lr / 4}
    if isinstance(lr, Mapping) and {"start", "end"} <= lr.keys():
        return {"optimizer.lr": {**lr, "start": lr["start"] / 4, "end": lr["end"] / 4}}
    return {}


def _value(options: Mapping[str, Any], group: str, name: str) -> Any:
    inside = options.get(group)
    return inside.get(name) if isinstance(inside, Mapping) else None
