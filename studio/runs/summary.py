"""summary.json: the few numbers of a run that a list of runs shows, so that the list reads no journal."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from studio.errors import RunError
from studio.messages import Json, Severity
from studio.runs.files import write_json
from studio.runs.fold import LIVE, Run, State
from studio.runs.folder import RunFolder
from studio.runs.lock import holder

FORMAT = 1


@dataclass(frozen=True)
class RunSummary:
    """One line of the list of runs. `broken` says why a run cannot be opened, and then the rest is empty."""

    path: Path
    name: str  # the folder's
    title: str = ""  # the run's own name
    state: State = "new"
    nimg: int = 0
    kimg: float = 0.0  # the length it is meant to have
    seconds: float = 0.0
    rate: float = 0.0
    checkpoints: int = 0
    samples: str = ""  # the newest live grid, relative to the folder
    alarm: str = ""  # the title of the gravest active alarm
    severity: Severity | None = None  # of that alarm
    medium: str = ""
    created: float = 0.0  # seconds since the epoch
    updated: float = 0.0
    broken: str | None = None


def write_summary(folder: RunFolder, run: Run) -> None:
    """Put the run's numbers into summary.json in one step. Not flushed to the disk: it can be made again."""
    facts = {
        "format": FORMAT,
        "state": run.state,
        "nimg": run.nimg,
        "seconds": run.seconds,
        "rate": run.rate,
        "kimg": _kimg(run.options or run.config),
        "checkpoints": len(run.checkpoints),
        "samples": run.samples,
        "alarm": run.gravest.title if run.gravest else "",
        "severity": run.gravest.severity if run.gravest else None,
        "medium": run.data.medium if run.data else "",
        "updated": run.last_tick.time if run.last_tick else 0.0,
    }
    write_json(folder.summary, facts, durable=False)


def read_summary(path: Path) -> RunSummary:
    """A run's line in the list; never an error, for a broken run must not hide the sound ones."""
    folder = RunFolder(path)
    try:
        info = folder.info()
    except RunError as error:
        return RunSummary(path, path.name, broken=str(error))
    facts = _facts(folder)
    state = cast(State, facts["state"]) if facts.get("state") in get_args(State) else "new"
    if state in LIVE and holder(folder.lock) is None:
        state = "crashed"
    created = _number(info.get("created"))
    return RunSummary(
        path=path,
        name=path.name,
        title=str(info["config"].get("name", "")) or path.name,
        state=state,
        nimg=int(_number(facts.get("nimg"))),
        kimg=_number(facts.get("kimg")) or _kimg(info["config"]),
        seconds=_number(facts.get("seconds")),
        rate=_number(facts.get("rate")),
        checkpoints=int(_number(facts.get("checkpoints"))),
        samples=str(facts.get("samples", "")),
        alarm=str(facts.get("alarm", "")),
        severity=cast(Severity, facts["severity"]) if facts.get("severity") in get_args(Severity) else None,
        medium=str(facts.get("medium") or info.get("medium") or ""),
        created=created,
        updated=_number(facts.get("updated")) or created,
    )


def _facts(folder: RunFolder) -> dict[str, Json]:
    """What summary.json says; nothing where it is missing or torn, as after a crash before the first tick."""
    try:
        found = json.loads(folder.summary.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _kimg(config: Json) -> float:
    training = config.get("training")
    return _number(training.get("kimg")) if isinstance(training, dict) else 0.0


def _number(value: Json) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0
