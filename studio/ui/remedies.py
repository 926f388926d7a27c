"""A failed or interrupted run, or a refused command, in a notice: what happened, what to do, the button that does it. Decides nothing by itself."""

from collections.abc import Mapping
from typing import Any

from studio.messages import Failed, Refused
from studio.runs.fold import Run
from studio.ui.session import Notice, Session
from studio.ui.widgets.quantities import kimg


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
        label = f"Roll back to checkpoint {last}" + (", a quarter of the learning rate" if changes else "")
        return Notice(text, "error", label, lambda: session.resume_run(last, options="last", changes=changes), failed.details)
    batch = _value(run.options, "training", "batch")
    if failed.error == "out_of_memory" and isinstance(batch, int) and batch > 1:
        changes = {"training.batch": batch // 2}
        return Notice(text, "error", f"Resume with batches of {batch // 2}", lambda: session.resume_run(changes=changes), failed.details)
    return Notice(text, "error", "Resume", session.resume_run, failed.details)


def notice_of_crash(session: Session, run: Run) -> Notice:
    """A run that ended without a word: killed, or the power failed."""
    last = run.current_checkpoints[-1] if run.current_checkpoints else None
    where = f" Resume goes on from checkpoint {last.id}, at {kimg(last.nimg)} kimg." if last else ""
    return Notice(f"This run was interrupted at {kimg(run.nimg)} kimg, without an end of its own.{where}", "warning", "Resume", session.resume_run)


def words_of_refusal(refused: Refused) -> str:
    """What was asked and why nothing came of it, each said once."""
    path = str(refused.command.get("path", ""))
    if refused.command.get("kind") == "mend":
        return f"The remedy “{refused.command.get('title', '')}” was refused, and nothing of it was done: {refused.reason.rstrip('.')}."
    asked = f"Setting {path}" if path else str(refused.command.get("kind", "command")).replace("_", " ").capitalize()
    return f"{asked} was refused: {refused.reason.removeprefix(f'{path}: ').rstrip('.')}."


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
