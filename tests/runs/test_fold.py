from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.messages import (
    Applied,
    CheckpointDeleted,
    DataOpened,
    Ended,
    Evaluated,
    Event,
    Failed,
    FramesThinned,
    Logged,
    PauseBegan,
    PauseEnded,
    Progressed,
    Refused,
)
from studio.runs.fold import LOG_LINES, Run, Stretch, fold
from tests.runs.making import frame, saved, started, tick


def folded(*events: Event, run: Run | None = None) -> Run:
    run = run or Run()
    for event in events:
        run = fold(run, event)
    return run


def test_the_states_of_a_life() -> None:
    life: list[tuple[Event, str]] = [
        (Progressed(what="data", done=0, total=10), "preparing"),
        (started(), "preparing"),
        (tick(10), "running"),
        (PauseBegan(nimg=10), "paused"),
        (tick(10), "paused"),
        (saved(1, 10), "paused"),
        (PauseEnded(nimg=10), "running"),
        (Ended(why="stopped"), "stopped"),
        (started(1, 10, parent=0, why="resume"), "preparing"),
        (tick(20, 1), "running"),
        (Failed(error="non_finite", text="loss/G is NaN"), "failed"),
        (started(2, 10, parent=0, why="rollback"), "preparing"),
        (tick(15, 2), "running"),
        (Ended(why="done"), "done"),
    ]
    run = Run()
    assert run.state == "new"
    for event, state in life:
        run = fold(run, event)
        assert run.state == state, event
    assert run.failure is None


def test_a_rollback_during_a_pause_stays_paused() -> None:
    run = folded(started(), tick(10), saved(1, 10), tick(20), PauseBegan(nimg=20), started(1, 10, parent=0, why="rollback"))
    assert run.state == "paused"
    assert run.nimg == 10


def test_a_tick_brings_the_numbers() -> None:
    run = folded(started(), tick(10, samples="samples/live-0.png"), tick(20))
    assert (run.nimg, run.seconds, run.rate) == (20, 0.2, 100.0)
    assert run.samples == "samples/live-0.png"
    assert run.last_tick == tick(20, samples="samples/live-0.png")


def test_fold_changes_nothing_that_was() -> None:
    before = folded(started(lr=1), tick(10), saved(1, 10))
    copy = replace(before)
    folded(tick(20), saved(2, 20), CheckpointDeleted(id=1, why="budget"), Ended(why="done"), run=before)
    assert before == copy


def test_options_in_force_follow_the_answers() -> None:
    run = folded(
        started(lr=1),
        Applied(id="a", command={"kind": "set_option"}, text="lr 2", options={"lr": 2}),
        Applied(id="b", command={"kind": "pause"}),
        Refused(id="c", command={}, reason="x"),
    )
    assert run.options == {"lr": 2}
    assert [a.id for a in run.answers] == ["a", "b", "c"]
    assert [m.text for m in run.markers if m.kind == "applied"] == ["lr 2", "pause"]
    assert folded(started(1, 5, parent=0, why="resume", lr=3), run=run).options == {"lr": 3}


def test_a_rollback_abandons_what_came_after_it() -> None:
    run = folded(
        started(), tick(10), saved(1, 10), frame(10), tick(20), frame(20), saved(2, 20), started(1, 10, parent=0, why="rollback"), tick(15, 1), frame(15, 1)
    )
    assert run.lineage == (Stretch(0, 0, 10), Stretch(1, 10, None))
    assert [c.id for c in run.checkpoints] == [1, 2]
    assert [c.id for c in run.current_checkpoints] == [1]
    assert run.current_frames == (frame(10), frame(15, 1))
    assert run.is_current(saved(1, 10))
    assert not run.is_current(saved(2, 20))
    assert not run.on_lineage(7, 0)


def test_going_back_to_an_abandoned_part_takes_it_up_again() -> None:
    run = folded(started(), started(1, 10, parent=0, why="rollback"), started(2, 20, parent=0, why="rollback"), started(3, 25, parent=2, why="resume"))
    assert run.lineage == (Stretch(0, 0, 20), Stretch(2, 20, 25), Stretch(3, 25, None))


def test_a_parent_left_before_it_began_is_no_part_of_the_lineage() -> None:
    """A worker that names the segment it ran in, rather than the checkpoint's, when it rolls back beyond that segment's start."""
    run = folded(started(), started(1, 50, parent=0, why="resume"), started(2, 20, parent=1, why="rollback"))
    assert run.lineage == (Stretch(0, 0, 20), Stretch(2, 20, None))


def test_a_circle_of_parents_ends() -> None:
    assert folded(started(0, 5, parent=1), started(1, 5, parent=0)).lineage[-1] == Stretch(1, 5, None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 300)), max_size=12))
def test_the_lineage_is_one_line_in_time(jumps: list[tuple[int, int]]) -> None:
    """Whatever was rolled back to, the stretches join end to end and the last is the current segment."""
    run = folded(started(0, 0))
    for number, (parent, nimg) in enumerate(jumps, start=1):
        chosen = run.segments[parent % len(run.segments)]
        run = fold(run, started(number, max(nimg, chosen.nimg), parent=chosen.segment, why="rollback"))
    assert run.lineage[0].segment == 0
    assert run.lineage[-1] == Stretch(len(jumps), run.nimg, None)
    for here, after in zip(run.lineage, run.lineage[1:], strict=False):
        assert here.nimg_to == after.nimg_from
        assert here.nimg_from <= after.nimg_from


def test_checkpoints_given_up_leave_list_and_markers() -> None:
    run = folded(started(), saved(1, 10), saved(2, 20), CheckpointDeleted(id=2, why="asked"))
    assert [c.id for c in run.checkpoints] == [1]
    assert run.last_checkpoint == 2
    assert [m.kind for m in run.markers] == ["segment", "checkpoint"]
    assert run.checkpoint(1) == saved(1, 10)
    assert run.checkpoint(2) is None


def test_metrics_of_a_checkpoint_are_the_newest() -> None:
    run = folded(
        Evaluated(checkpoint=1, metrics={"swd": 0.5, "recall": 0.25}),
        Evaluated(checkpoint=1, metrics={"swd": 0.125}),
        Evaluated(checkpoint=2, metrics={"swd": 9}),
        Evaluated(metrics={"swd": 7}),
    )
    assert run.metrics(1) == {"swd": 0.125, "recall": 0.25}
    assert len(run.evaluations) == 4


def test_thinned_frames_go() -> None:
    run = folded(frame(1), frame(2), frame(3), FramesThinned(files=(frame(2).file,)))
    assert run.frames == (frame(1), frame(3))
    assert run.thinnings == 1


def test_progress_goes_when_its_work_is_done() -> None:
    half = Progressed(what="data", done=1, total=2)
    assert folded(half).progress == half
    assert folded(half, Progressed(what="data", done=2, total=2)).progress is None
    assert folded(half, Failed(error="data", text="x")).progress is None
    unknown = Progressed(what="data", done=0, total=0)
    assert folded(unknown).progress == unknown


def test_the_log_keeps_its_last_lines_and_the_data_are_known() -> None:
    data = DataOpened(medium="points", shape=(2,))
    run = folded(data, *(Logged(text=str(i)) for i in range(LOG_LINES + 5)))
    assert run.data == data
    assert [run.log[0].text, run.log[-1].text] == ["5", str(LOG_LINES + 4)]


def test_markers_lie_in_time() -> None:
    run = folded(started(), tick(10), saved(1, 10), Failed(nimg=20, error="non_finite", text="loss/G"))
    assert [(m.kind, m.nimg) for m in run.markers] == [("segment", 0), ("checkpoint", 10), ("failed", 20)]
    assert run.failure is not None
