"""summary.json: the few numbers of a run that a list of runs shows, so that the list reads no journal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from studio.errors import RunError
from studio.messages import Json, Severity
from studio.runs.files import write_json
from studio.runs.fold import LIVE, Run, State
from studio.runs.folder import RunFolder
from studio.runs.lock import Holder, holder
from studio.runs.sketch import Points, Sketch, dump_points, points_of, thinned
from studio.words import Said, in_english, joined, say_again

FORMAT = 1
_SAID = ("alarm", "failure")  # texts: English on disk, with how they were said beside


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
    data: str = ""  # kind of the data set
    place: str = ""  # where it lies, for a folder or zip
    network: str = ""  # kind of the networks
    figure: str = ""  # the metric by which the best checkpoint is chosen, once it was measured
    better: str = ""  # which way: higher, lower, near 1, neither
    best: float | None = None  # its best value on the current lineage
    last: float | None = None  # and its newest
    figures: Points = ()  # its way
    losses: Points = ()  # that of G's loss
    failure: str = ""  # of a failed run: what happened and what to do
    holder: Holder | None = None  # who trains it now


def write_summary(folder: RunFolder, run: Run, losses: Sketch | None = None) -> None:
    """Put the run's numbers into summary.json in one step. Not flushed to the disk: it can be made again."""
    name, better, measured = _measured(run)
    values = [value for _, value in measured]
    facts: dict[str, Json] = {
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
        "options": dict(run.options or run.config),
        "figure": name,
        "better": better,
        "best": _best(values, better),
        "last": values[-1] if values else None,
        "figures": dump_points(thinned(measured)),
        "losses": (losses or Sketch()).dump(),
        "failure": joined([text for text in (run.failure.text, run.failure.remedy) if text], "\n") if run.failure else "",
    }
    said = {name: text for name in _SAID if isinstance(text := facts[name], Said)}
    facts |= {name: in_english(text) for name, text in said.items()}
    write_json(folder.summary, {**facts, "said": {name: text.record for name, text in said.items()}} if said else facts, durable=False)


def read_summary(path: Path) -> RunSummary:
    """A run's line in the list; never an error, for a broken run must not hide the sound ones."""
    folder = RunFolder(path)
    try:
        info = folder.info()
    except RunError as error:
        return RunSummary(path, path.name, broken=str(error))
    facts = _facts(folder)
    state = cast(State, facts["state"]) if facts.get("state") in get_args(State) else "new"
    held = holder(folder.lock)
    if state in LIVE and held is None:
        state = "crashed"
    elif state not in LIVE and held is not None:
        state = "preparing"  # resumed, and its summary not written anew yet
    created = _number(info.get("created"))
    options = facts["options"] if isinstance(facts.get("options"), dict) else info["config"]
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
        alarm=_words(facts, "alarm"),
        severity=cast(Severity, facts["severity"]) if facts.get("severity") in get_args(Severity) else None,
        medium=str(facts.get("medium") or info.get("medium") or ""),
        created=created,
        updated=_number(facts.get("updated")) or created,
        data=_chosen(options, "dataset", "kind"),
        place=_chosen(options, "dataset", "path"),
        network=_chosen(options, "network", "kind"),
        figure=str(facts.get("figure") or ""),
        better=str(facts.get("better") or ""),
        best=_maybe(facts.get("best")),
        last=_maybe(facts.get("last")),
        figures=points_of(facts.get("figures")),
        losses=Sketch.read(facts.get("losses")).points,
        failure=_words(facts, "failure") if state == "failed" else "",
        holder=held,
    )


def read_options(path: Path) -> dict[str, Json]:
    """The options last in force, as the summary tells; of a run whose summary does not, those it was started with. RunError where there is no run."""
    folder = RunFolder(path)
    started = folder.config()
    found = _facts(folder).get("options")
    return found if isinstance(found, dict) and found else started


def read_losses(folder: RunFolder) -> Sketch:
    """The way of the loss that the summary has, to be gone on with."""
    return Sketch.read(_facts(folder).get("losses"))


def _measured(run: Run) -> tuple[str, str, Points]:
    """The figure of merit, which way is better, and its values on the current lineage by nimg; no name while there is none."""
    name, better = run.figure
    saved = {event.id: event for event in run.checkpoints}
    values: dict[float, float] = {}
    for event in run.evaluations:
        there = saved.get(event.checkpoint) if event.checkpoint is not None else None
        if name in event.metrics and (there is None or run.is_current(there)) and event.nimg <= run.nimg:
            values[event.nimg] = event.metrics[name]
    return name if values else "", better, tuple(sorted(values.items()))


def _best(values: list[float], better: str) -> float | None:
    if not values or better not in ("higher", "lower", "near 1"):
        return None
    if better == "near 1":
        return min(values, key=lambda value: abs(value - 1))
    return max(values) if better == "higher" else min(values)


def _words(facts: Mapping[str, Json], name: str) -> str:
    """A text in the language of here."""
    said = facts.get("said")
    return say_again(said.get(name) if isinstance(said, dict) else None, str(facts.get(name) or ""))


def _chosen(options: Json, section: str, name: str) -> str:
    """A choice's kind or path; a choice may be written as its kind alone."""
    said = options.get(section)
    if isinstance(said, str):
        return said if name == "kind" else ""
    value = said.get(name) if isinstance(said, Mapping) else None
    return str(value) if value else ""


def _maybe(value: Json) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


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
