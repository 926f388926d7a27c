"""What the table of runs says of one: each column in words and as something to sort by. No widget."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from studio.ui.form import title
from studio.ui.metric_words import metric_words
from studio.ui.widgets import quantities
from studio.ui.widgets.run_list import title as name_of
from studio.ui.widgets.status import STATES, far
from studio.words import figure, mark, say

if TYPE_CHECKING:
    from studio.runs.sketch import Points
    from studio.runs.summary import RunSummary

Column = Literal["name", "state", "length", "figure", "data", "network", "way", "changed"]
RANK = ("running", "preparing", "paused", "crashed", "failed", "stopped", "aborted", "new", "done")  # what asks for attention first
ENDED = {"stopped", "aborted", "failed", "crashed", "new"}  # and can go on


class Heading(NamedTuple):
    """One column: what stands over it, and what it shows; both are said where they are shown."""

    column: Column
    words: str
    about: str
    width: int  # px at first


HEADINGS = (
    Heading("name", mark("Run"), mark("The run's picture, name and number"), 232),
    Heading("state", mark("State"), mark("What it is doing, and who trains it where that is not this window"), 168),
    Heading("length", mark("Trained"), mark("Real images shown to the discriminator, of how many; 1 kimg is a thousand"), 134),
    Heading("figure", mark("Figure"), mark("The figure by which the best checkpoint is chosen: its best value, and the last one"), 150),
    Heading("data", mark("Data"), mark("The data set"), 150),
    Heading("network", mark("Networks"), mark("The family of networks"), 174),
    Heading("way", mark("Course"), mark("The way of the figure; of G's loss where the figure was measured less than three times"), 116),
    Heading("changed", mark("Changed"), mark("When it last wrote something"), 108),
)
PLACED = {"folder": mark("{name} (folder)"), "zip": mark("{name} (zip)")}
BETTER = {"lower": mark("Lower is better."), "higher": mark("Higher is better."), "near 1": mark("Near 1 is best.")}


def state_words(run: "RunSummary") -> tuple[str, str]:
    """The state, and the colour's role."""
    if run.broken:
        return say("Cannot be opened"), "danger"
    words, role = STATES[run.state]
    if run.holder is not None and not is_ours(run):
        return say("{state} elsewhere", state=say(words)), role
    return say(words), role


def is_ours(run: "RunSummary") -> bool:
    """Whether this process trains it."""
    return run.holder is not None and run.holder.pid == os.getpid()


def state_details(run: "RunSummary") -> str:
    """What a person should know of the state, in a sentence or two; empty where the word says it all."""
    if run.broken:
        return run.broken
    if run.state == "crashed":
        n = quantities.kimg(run.nimg)
        return say("This run was interrupted at {n} kimg, without an end of its own. Resume goes on from its newest sound checkpoint.", n=n)
    if run.state == "failed":
        return run.failure or say("This run failed; its log says why. Resume goes on from its newest sound checkpoint.")
    if run.holder is not None and not is_ours(run):
        return say("Trained by {who}. Open it to follow it and to steer it from here.", who=run.holder)
    if run.alarm:
        return say("The doctor says: {alarm}.", alarm=run.alarm)
    return ""


def length_words(run: "RunSummary") -> str:
    """How far, of how much."""
    if run.broken:
        return ""
    return far(run.nimg, 1000 * run.kimg)


def figure_words(run: "RunSummary") -> tuple[str, str]:
    """The best value with its metric's name, and the last one; both empty where nothing was measured."""
    if not run.figure or run.last is None:
        return "", ""
    name = metric_words(run.figure)
    if run.best is None or run.best == run.last:
        return f"{name} {figure(run.last, '.3g')}", ""
    return f"{name} {figure(run.best, '.3g')}", say("last {value:.3g}", value=run.last)


def data_words(run: "RunSummary") -> str:
    """The data set, and a folder's or zip's own name."""
    kind = title(run.data) if run.data else ""
    if not run.place:
        return kind
    name = Path(run.place).name
    return say(PLACED[run.data], name=name) if run.data in PLACED else f"{name} ({kind})"


def network_words(run: "RunSummary") -> str:
    """The family of networks."""
    return title(run.network) if run.network else ""


def way(run: "RunSummary") -> "tuple[str, Points]":
    """What the small line shows, and its points; none where there are too few."""
    if len(run.figures) > 2:
        return metric_words(run.figure), run.figures
    return (say("G's loss"), run.losses) if len(run.losses) > 2 else ("", ())


def words(run: "RunSummary", column: Column) -> str:
    """One cell as text: what is read aloud, copied and searched."""
    match column:
        case "name":
            return name_of(run)
        case "state":
            return state_words(run)[0]
        case "length":
            return length_words(run)
        case "figure":
            best, last = figure_words(run)
            return f"{best}, {last}" if last else best
        case "data":
            return data_words(run)
        case "network":
            return network_words(run)
        case "way":
            name, points = way(run)
            return say("{name}: {first:.3g} to {last:.3g}", name=name, first=points[0][1], last=points[-1][1]) if points else ""
        case "changed":
            return "" if run.broken else quantities.when(run.updated)


def tip_lines(run: "RunSummary", column: Column) -> tuple[str, ...]:
    """What the pointer tells of a cell."""
    if column == "state":
        return (state_words(run)[0], state_details(run))
    if column == "figure" and run.figure:
        return (words(run, column), say(BETTER[run.better]) if run.better in BETTER else "")
    if column == "data" and run.place:
        return (run.place,)
    if column == "name":
        return (run.name, str(run.path), run.broken or "")
    return (words(run, column),)


def sort_key(run: "RunSummary", column: Column) -> float | str | None:
    """What a column is sorted by; None comes last whichever way."""
    match column:
        case "state":
            return RANK.index(run.state) if not run.broken else len(RANK)
        case "length":
            return run.nimg
        case "figure":
            return run.best if run.best is not None else run.last
        case "way":
            points = way(run)[1]
            return points[-1][1] if points else None
        case "changed":
            return run.updated or None
        case _:
            return words(run, column).casefold() or None


def matches(run: "RunSummary", typed: str) -> bool:
    """Whether every word typed is in the run's name, data, networks, state or figure."""
    there = " ".join((run.name, *(words(run, column) for column in ("name", "state", "data", "network", "figure")))).casefold()
    return all(word in there for word in typed.casefold().split())
