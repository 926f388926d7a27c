"""What the doctor has found of a run: the present and the history, for a script or a person. Reads the run's folder alone."""

from typing import Any

from studio.messages import AlarmRaised
from studio.runs.folder import RunFolder
from studio.runs.view import RunView

GRAVE = ("high", "critical")
ILL = 3  # exit code: a grave alarm is active
NONE_YET = "No check has been made yet"


def examined(folder: RunFolder) -> dict[str, Any]:
    """The health of a run, its active and past alarms, and the last check."""
    view = RunView(folder)
    run, check = view.run, view.run.last_check
    return {
        "run": folder.path.name,
        "path": str(folder.path),
        "state": run.state,
        "nimg": run.nimg,
        "health": check.health if check else NONE_YET,
        "armed": bool(check and check.armed),
        "checks": check.check + 1 if check else 0,
        "share": check.share if check else 0.0,
        "signals": dict(check.signals) if check else {},
        "alarms": [_alarm(alarm) for alarm in run.alarms],
        "past": [{**_alarm(past.raised), "cleared": past.cleared.nimg, "why_cleared": past.cleared.why} for past in run.past_alarms],
    }


def exit_code(found: dict[str, Any]) -> int:
    """3 while a high or critical alarm is active, else 0."""
    return ILL if any(alarm["severity"] in GRAVE for alarm in found["alarms"]) else 0


def print_examined(found: dict[str, Any]) -> None:
    """The same in lines for a person."""
    print(found["health"])
    if found["checks"]:
        print(f"{found['checks']:,} checks, at {found['share']:.1%} of the time; {found['run']} is {found['state']} at {found['nimg'] / 1000:g} kimg")
    for alarm in found["alarms"]:
        print(f"\n{alarm['severity'].upper()}  {alarm['title']}, since {alarm['onset'] / 1000:g} kimg\n  {alarm['text']}\n  {alarm['why']}")
        for n, remedy in enumerate(alarm["remedies"], 1):
            print(f"  {n}. {remedy['title']}: {remedy['text']}")
    if found["past"]:
        print("\nPast alarms")
    for alarm in found["past"]:
        print(f"  {alarm['title']}, {alarm['onset'] / 1000:g} to {alarm['cleared'] / 1000:g} kimg: {alarm['why_cleared']}")


def _alarm(event: AlarmRaised) -> dict[str, Any]:
    return event.model_dump(include={"alarm", "title", "severity", "onset", "nimg", "text", "why", "remedies", "evidence"})
