"""Marks on the line of time: what they look like, and which of them a run has. The scrubber and the curves draw the same ones."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPolygonF

from studio.messages import AlarmCleared, AlarmRaised, Applied, CheckpointSaved, Failed, SegmentStarted
from studio.runs.fold import Marker, Run
from studio.told import title_of
from studio.ui import theme
from studio.ui.health import alarm_title
from studio.ui.widgets.quantities import kimg
from studio.words import mark, say

Kind = Literal["checkpoint", "command", "failure", "segment", "alarm", "caution"]
_WHY_SAVED = {
    "start": mark("Checkpoint {checkpoint} at {place} kimg, made at the start"),
    "interval": mark("Checkpoint {checkpoint} at {place} kimg, saved by the clock"),
    "asked": mark("Checkpoint {checkpoint} at {place} kimg, saved on request"),
    "stop": mark("Checkpoint {checkpoint} at {place} kimg, saved when the run stopped"),
    "end": mark("Checkpoint {checkpoint} at {place} kimg, saved at the end"),
}
_BEGUN = {"resume": mark("Resumed at {place} kimg"), "rollback": mark("Went back at {place} kimg"), "branch": mark("Branched at {place} kimg")}
_BEGUN_FROM = {
    "resume": mark("Resumed at {place} kimg from checkpoint {checkpoint}"),
    "rollback": mark("Went back at {place} kimg from checkpoint {checkpoint}"),
    "branch": mark("Branched at {place} kimg from checkpoint {checkpoint}"),
}
_DONE = {
    "pause": mark("paused"),
    "resume": mark("resumed"),
    "stop": mark("stopped after saving"),
    "abort": mark("aborted"),
    "fresh_discriminator": mark("a fresh discriminator"),
}
FIRST = ("failure", "alarm", "caution")  # kinds that are told before others at the same place
GRAVE = ("high", "critical")  # severities whose mark is red
_TOLD_BY_OTHERS = {"save_checkpoint", "rollback"}  # commands whose effect has a mark of its own


@dataclass(frozen=True)
class Mark:
    """Something that happened at a place in the run."""

    nimg: float
    kind: Kind
    text: str


def marks_of(run: Run) -> list[Mark]:
    """The marks of the run as it is now, without those of abandoned parts; alarms at their onset."""
    return [*_current(run), *_alarms(run)]


def _alarms(run: Run) -> Iterator[Mark]:
    ends: list[tuple[AlarmRaised, AlarmCleared | None]] = [(end.raised, end.cleared) for end in run.past_alarms]
    for alarm, end in [*ends, *((alarm, None) for alarm in run.alarms)]:
        if run.on_lineage(alarm.segment, alarm.nimg):
            onset = kimg(alarm.onset)
            if end is not None and end.nimg >= alarm.onset:
                text = say("From {onset} kimg until {end} kimg: {what}", onset=onset, end=kimg(end.nimg), what=alarm_title(alarm))
            else:
                text = say("From {onset} kimg: {what}", onset=onset, what=alarm_title(alarm))
            yield Mark(alarm.onset, "alarm" if alarm.severity in GRAVE else "caution", text)


def _current(run: Run) -> Iterator[Mark]:
    segment = -1
    for marker in run.markers:
        if isinstance(marker.event, SegmentStarted):
            segment = marker.event.segment
        if run.on_lineage(segment, marker.nimg) and (mark := _mark(marker)) is not None:
            yield mark


def _mark(marker: Marker) -> Mark | None:
    place = kimg(marker.nimg)
    match marker.event:
        case CheckpointSaved() as saved:
            return Mark(marker.nimg, "checkpoint", say(_WHY_SAVED[saved.why], checkpoint=saved.id, place=place))
        case Failed() as failed:
            return Mark(marker.nimg, "failure", say("Failed at {place} kimg: {why}", place=place, why=failed.text))
        case Applied() as applied:
            told = applied.command.get("kind") in _TOLD_BY_OTHERS
            return None if told else Mark(marker.nimg, "command", say("At {place} kimg: {what}", place=place, what=_words(applied)))
        case SegmentStarted(why="start"):
            return None
        case SegmentStarted() as begun:
            if begun.checkpoint is None:
                return Mark(marker.nimg, "segment", say(_BEGUN[begun.why], place=place))
            return Mark(marker.nimg, "segment", say(_BEGUN_FROM[begun.why], place=place, checkpoint=begun.checkpoint))


def _words(applied: Applied) -> str:
    command = applied.command
    kind = str(command.get("kind", ""))
    if kind == "mend":
        return say("mended, {what}", what=title_of(command))
    if applied.text:
        return applied.text
    if kind == "set_option":
        return say("{path} set to {value}", path=command.get("path"), value=command.get("value"))
    return say(_DONE[kind]) if kind in _DONE else kind or say("a command")


def mark_colour(kind: str) -> QColor:
    """One colour for each kind of mark."""
    c = theme.colours()
    return QColor({"checkpoint": c.accent, "failure": c.danger, "command": c.warning, "alarm": c.danger, "caution": c.warning}.get(kind, c.muted))


def mark_shape(kind: str, at: QPointF, r: float) -> QPolygonF:
    """Diamonds for checkpoints, crosses for failures, triangles for commands, discs for alarms, bars for segments: told apart without colour."""
    disc = [(0.95 * math.cos(t * math.pi / 8), 0.95 * math.sin(t * math.pi / 8)) for t in range(16)]
    corners = {
        "alarm": disc,
        "caution": disc,
        "checkpoint": [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        "command": [(-0.9, -0.8), (0.9, -0.8), (0.0, 0.9)],
        "failure": [(-1, -0.6), (-0.6, -1), (0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0), (1, 0.6), (0.6, 1), (0, 0.4), (-0.6, 1), (-1, 0.6), (-0.4, 0)],
    }.get(kind, [(-0.25, -1.0), (0.25, -1.0), (0.25, 1.0), (-0.25, 1.0)])
    return QPolygonF([QPointF(at.x() + x * r, at.y() + y * r) for x, y in corners])
