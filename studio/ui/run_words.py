"""What the table of runs says of one: each column in words and as something to sort by. No widget."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from studio.ui.form import title
from studio.ui.metric_words import metric_words
from studio.ui.widgets import quantities
from studio.ui.widgets.run_list import title as name_of
from studio.ui.widgets.status import STATES

if TYPE_CHECKING:
    from studio.runs.sketch import Points
    from studio.runs.summary import RunSummary

Column = Literal["name", "state", "length", "figure", "data", "network", "way", "changed"]
RANK = ("running", "preparing", "paused", "crashed", "failed", "stopped", "aborted", "new", "done")  # what asks for attention first
ENDED = {"stopped", "aborted", "failed", "crashed", "new"}  # and can go on


class Heading(NamedTuple):
    """One column: what stands over it, and what it shows."""

    column: Column
    words: str
    about: str
    width: int  # px at first


HEADINGS = (
    Heading("name", "Run", "The run's picture, name and number", 232),
    Heading("state", "State", "What it is doing, and who trains it where that is not this window", 128),
    Heading("length", "Trained", "Real images shown to the discriminator, of how many; 1 kimg is a thousand", 134),
    Heading("figure", "Figure", "The figure by which the best checkpoint is chosen: its best value, and the last one", 150),
    Heading("data", "Data", "The data set", 130),
    Heading("network", "Networks", "The family of networks", 110),
    Heading("way", "Course", "The way of the figure; of G's loss where the figure was measured less than three times", 116),
    Heading("changed", "Changed", "When it last wrote something", 108),
)


def state_words(run: "RunSummary") -> tuple[str, str]:
    """The state, and the colour's role."""
    if run.broken:
        return "Cannot be opened", "danger"
    words, role = STATES[run.state]
    if run.holder is not None and not is_ours(run):
        return f"{words} elsewhere", role
    return words, role


def is_ours(run: "RunSummary") -> bool:
    """Whether this process trains it."""
    return run.holder is not None and run.holder.pid == os.getpid()


def state_details(run: "RunSummary") -> str:
    """What a person should know of the state, in a sentence or two; empty where the word says it all."""
    if run.broken:
        return run.broken
    if run.state == "crashed":
        return f"This run was interrupted at {quantities.kimg(run.nimg)} kimg, without an end of its own. Resume goes on from its newest sound checkpoint."
    if run.state == "failed":
        return run.failure or "This run failed; its log says why. Resume goes on from its newest sound checkpoint."
    if run.holder is not None and not is_ours(run):
        return f"Trained by {run.holder}. Open it to follow it and to steer it from here."
    if run.alarm:
        return f"The doctor says: {run.alarm}."
    return ""


def length_words(run: "RunSummary") -> str:
    """How far, of how much."""
    if run.broken:
        return ""
    return f"{quantities.kimg(run.nimg)} of {quantities.kimg(1000 * run.kimg)} kimg" if run.kimg else f"{quantities.kimg(run.nimg)} kimg"


def figure_words(run: "RunSummary") -> tuple[str, str]:
    """The best value with its metric's name, and the last one; both empty where nothing was measured."""
    if not run.figure or run.last is None:
        return "", ""
    name = metric_words(run.figure)
    if run.best is None or run.best == run.last:
        return f"{name} {run.last:.3g}", ""
    return f"{name} {run.best:.3g}", f"last {run.last:.3g}"


def data_words(run: "RunSummary") -> str:
    """The data set, and a folder's or zip's own name."""
    kind = title(run.data) if run.data else ""
    return f"{Path(run.place).name} ({kind.casefold()})" if run.place else kind


def network_words(run: "RunSummary") -> str:
    """The family of networks."""
    return title(run.network) if run.network else ""


def way(run: "RunSummary") -> "tuple[str, Points]":
    """What the small line shows, and its points; none where there are too few."""
    if len(run.figures) > 2:
        return metric_words(run.figure), run.figures
    return ("G's loss", run.losses) if len(run.losses) > 2 else ("", ())


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
            return f"{name}: {points[0][1]:.3g} to {points[-1][1]:.3g}" if points else ""
        case "changed":
            return "" if run.broken else quantities.when(run.updated)


def tip_lines(run: "RunSummary", column: Column) -> tuple[str, ...]:
    """What the pointer tells of a cell."""
    if column == "state":
        return (state_words(run)[0], state_details(run))
    if column == "figure" and run.figure:
        better = {"lower": "Lower is better.", "higher": "Higher is better.", "near 1": "Near 1 is best."}.get(run.better, "")
        return (words(run, column), better)
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
