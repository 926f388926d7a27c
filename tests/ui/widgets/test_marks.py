"""Alarms have their marks at their onset, as long as they belong to the run as it is now."""

from PySide6.QtCore import QPointF

from studio.messages import AlarmCleared, AlarmRaised, Applied, Event, SegmentStarted, Tick
from studio.runs.fold import Run, fold
from studio.ui.theme import Theme, colours
from studio.ui.widgets.marks import mark_colour, mark_shape, marks_of


def folded(*events: Event) -> Run:
    run = Run()
    for event in (SegmentStarted(segment=0, why="start", options={}), Tick(nimg=96000, segment=0, seconds=1.0), *events):
        run = fold(run, event)
    return run


def alarm(severity: str = "high", onset: int = 84000) -> AlarmRaised:
    return AlarmRaised.model_validate(
        {"segment": 0, "nimg": 92000, "alarm": "mode_drop", "severity": severity, "onset": onset, "title": "Modes are dropped", "text": "", "why": ""}
    )


def test_an_alarm_is_marked_where_it_began():
    (mark,) = marks_of(folded(alarm()))
    assert (mark.nimg, mark.kind, mark.text) == (84000, "alarm", "From 84 kimg: Modes are dropped")


def test_a_lesser_one_has_another_colour_and_what_is_over_says_until_when(theme: Theme):
    (mark,) = marks_of(folded(alarm("medium"), AlarmCleared(nimg=99000, segment=0, alarm="mode_drop")))
    assert (mark.kind, mark.text) == ("caution", "From 84 kimg until 99 kimg: Modes are dropped")
    assert mark_colour("caution").name() == colours().warning
    assert mark_colour("alarm").name() == colours().danger


def test_a_rollback_before_the_alarm_takes_its_mark_away():
    back = SegmentStarted(nimg=80000, segment=1, parent=0, why="rollback", checkpoint=1, options={})
    assert [mark.kind for mark in marks_of(folded(alarm(), back))] == ["segment"]


def test_a_remedy_is_marked_with_its_name():
    command = {"kind": "mend", "alarm": "mode_drop", "title": "Slow D down", "commands": []}
    (mark,) = marks_of(folded(Applied(nimg=93000, id="a", command=command)))
    assert (mark.kind, mark.text) == ("command", "At 93 kimg: mended, Slow D down")


def test_the_shape_of_an_alarm_is_like_no_other():
    middle = QPointF(0, 0)
    shapes = {kind: mark_shape(kind, middle, 1.0) for kind in ("alarm", "checkpoint", "command", "failure", "segment")}
    assert shapes["alarm"] == mark_shape("caution", middle, 1.0)
    assert len({tuple((p.x(), p.y()) for p in shape) for shape in shapes.values()}) == 5
    assert shapes["alarm"].count() > max(shape.count() for kind, shape in shapes.items() if kind != "alarm")
