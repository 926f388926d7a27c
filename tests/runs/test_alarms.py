"""Checks and alarms in a run as it is read: the fold, the columns, the cache and the summary."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.messages import AlarmCleared, AlarmRaised, Ended, Event, Logged, Probed
from studio.runs.columns import Columns
from studio.runs.fold import PastAlarm, Run, fold
from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock
from studio.runs.summary import read_summary, write_summary
from studio.runs.view import RunView
from tests.runs.making import saved, started, tick, write


def checked(nimg: int, segment: int = 0, *, check: int = 0, **signals: float) -> Probed:
    return Probed(nimg=nimg, segment=segment, check=check, signals=signals or {"pdr": nimg / 100}, time=float(nimg))


def raised(nimg: int, segment: int = 0, *, alarm: str = "mode_drop", severity: Any = "high", onset: int | None = None) -> AlarmRaised:
    onset = nimg - 5 if onset is None else onset
    return AlarmRaised(
        nimg=nimg, segment=segment, alarm=alarm, title=alarm.replace("_", " ").capitalize(), severity=severity, onset=onset, text="", why="", time=float(nimg)
    )


def cleared(nimg: int, segment: int = 0, *, alarm: str = "mode_drop") -> AlarmCleared:
    return AlarmCleared(nimg=nimg, segment=segment, alarm=alarm, why="well again", time=float(nimg))


def folded(*events: Event) -> Run:
    run = Run()
    for event in events:
        run = fold(run, event)
    return run


# --- the fold -----------------------------------------------------------------------------------------------------------


def test_the_last_check_is_kept() -> None:
    run = folded(started(), checked(10), checked(20, check=1))
    assert run.last_check == checked(20, check=1)
    assert run.state == "preparing"


def test_an_alarm_is_active_until_it_is_cleared() -> None:
    run = folded(started(), raised(10), raised(12, alarm="hopping"))
    assert [alarm.alarm for alarm in run.alarms] == ["mode_drop", "hopping"]
    run = fold(run, cleared(20))
    assert [alarm.alarm for alarm in run.alarms] == ["hopping"]
    assert run.past_alarms == (PastAlarm(raised(10), cleared(20)),)


def test_a_graver_finding_takes_the_place_of_the_same_alarm() -> None:
    run = folded(started(), raised(10, severity="medium"), raised(20, severity="critical"))
    assert run.alarms == (raised(20, severity="critical"),)


def test_what_was_never_raised_cannot_be_cleared() -> None:
    assert folded(started(), cleared(10)).past_alarms == ()


def test_the_gravest_alarm_is_told_first() -> None:
    alarms = [raised(1, alarm="a", severity="info"), raised(2, alarm="b", severity="high"), raised(3, alarm="c", severity="high")]
    gravest = folded(started(), *alarms).gravest
    assert gravest is not None
    assert gravest.alarm == "b"
    assert folded(started()).gravest is None


def test_a_rollback_abandons_the_alarms_raised_after_the_checkpoint() -> None:
    run = folded(started(), raised(10, alarm="hopping"), saved(1, 20), raised(30), started(1, 20, parent=0, why="rollback"))
    assert [alarm.alarm for alarm in run.alarms] == ["hopping"]
    (past,) = run.past_alarms
    assert past.raised == raised(30)
    assert (past.cleared.alarm, past.cleared.nimg, past.cleared.segment) == ("mode_drop", 20, 1)
    assert "went back to 0.02 kimg" in past.cleared.why


def test_what_was_active_at_the_checkpoint_is_active_again() -> None:
    run = folded(started(), raised(10), saved(1, 20), cleared(30), started(1, 20, parent=0, why="rollback"))
    assert run.alarms == (raised(10),)
    assert run.past_alarms == ()


def test_what_was_over_at_the_checkpoint_stays_over() -> None:
    run = folded(started(), raised(10), cleared(15), saved(1, 20), raised(30), started(1, 20, parent=0, why="rollback"))
    assert run.alarms == ()
    assert run.past_alarms[0] == PastAlarm(raised(10), cleared(15))


def test_an_abandoned_part_that_is_taken_up_again_has_its_alarms_again() -> None:
    back = started(1, 20, parent=0, why="rollback")
    forward = started(2, 40, parent=0, why="rollback")
    run = folded(started(), saved(1, 20), raised(30), saved(2, 40), back, raised(35, 1, alarm="hopping"), forward)
    assert run.alarms == (raised(30),)
    assert [past.raised.alarm for past in run.past_alarms] == ["hopping"]


def test_a_resume_keeps_its_alarms() -> None:
    run = folded(started(), raised(10), saved(1, 20), Ended(why="stopped"), started(1, 20, parent=0, why="resume"))
    assert run.alarms == (raised(10),)


def test_a_start_in_an_old_journal_has_none() -> None:
    run = folded(started(), tick(10))
    assert (run.alarms, run.past_alarms, run.last_check) == ((), (), None)


# --- columns ------------------------------------------------------------------------------------------------------------


def columns_of(*events: Any) -> Columns:
    columns = Columns()
    columns.append(events)
    return columns


def test_signals_stand_in_the_row_of_the_next_tick() -> None:
    columns = columns_of(tick(10), checked(15, pdr=0.9, auc=0.7), tick(20), tick(30), checked(32, pdr=0.8), tick(40))
    np.testing.assert_array_equal(columns.view("doctor/pdr").mean, np.array([np.nan, 0.9, np.nan, 0.8], np.float32))
    np.testing.assert_array_equal(columns.view("doctor/auc").mean, np.array([np.nan, 0.7, np.nan, np.nan], np.float32))
    assert columns.value("doctor/pdr", 30) == pytest.approx(0.9)
    assert columns.view("loss/G").mean.tolist() == [1, 1, 1, 1]
    assert {len(series) for series in columns.series.values()} == {4}


def test_several_checks_between_two_ticks_show_mean_minimum_and_maximum() -> None:
    view = columns_of(tick(10), checked(11, pdr=1), checked(12, pdr=2), checked(13, pdr=6), tick(20)).view("doctor/pdr")
    assert [float(part[1]) for part in (view.mean, view.low, view.high)] == [3, 1, 6]


def test_a_check_waits_for_its_tick_from_one_batch_to_the_next() -> None:
    whole = columns_of(tick(10), checked(15), checked(16), tick(20), tick(30))
    single = Columns()
    for event in (tick(10), checked(15), checked(16), tick(20), tick(30)):
        single.append([event])
    np.testing.assert_array_equal(whole.view("doctor/pdr").mean, single.view("doctor/pdr").mean)
    assert single.waiting == []


def test_a_check_of_an_abandoned_part_is_not_told_of_the_next() -> None:
    columns = columns_of(tick(10), checked(30, pdr=0.1), tick(20, 1), checked(25, 1, pdr=0.9), tick(30, 1))
    assert columns.names == ["rate", "memory", "loss/G", "lr/G", "doctor/pdr"]
    np.testing.assert_array_equal(columns.view("doctor/pdr").mean, np.array([np.nan, np.nan, 0.9], np.float32))


def test_a_signal_that_is_no_number_is_a_gap() -> None:
    view = columns_of(checked(5, pdr=float("nan"), auc=0.5), tick(10)).view("doctor/pdr")
    assert np.isnan(view.mean).all()


def test_a_tick_may_have_numbers_of_such_a_name_itself() -> None:
    columns = columns_of(
        tick(10, values={"doctor/pdr": 0.5}), checked(15, pdr=0.9), tick(20, values={"doctor/pdr": 0.6}), checked(25, pdr=0.7), tick(30, values={})
    )
    assert {len(series) for series in columns.series.values()} == {3}
    assert columns.view("doctor/pdr").x.tolist() == [10, 20, 30]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.one_of(st.just("tick"), st.dictionaries(st.sampled_from(["pdr", "auc", "rke"]), st.floats(-10, 10, width=32), min_size=1)), max_size=40),
    st.integers(1, 7),
)
def test_columns_hold_each_signal_at_the_tick_after_it(story: list[Any], size: int) -> None:
    events: list[Any] = [tick(n) if what == "tick" else checked(n, **what) for n, what in enumerate(story)]
    expected: dict[str, list[list[float]]] = {}
    since: list[dict[str, float]] = []
    rows = 0
    for what in story:
        if what != "tick":
            since.append(what)
            continue
        for found in since:
            for name, value in found.items():
                expected.setdefault(name, []).append([rows, value])
        since, rows = [], rows + 1
    columns = Columns()
    for start in range(0, len(events), size):
        columns.append(events[start : start + size])
    assert len(columns) == rows
    for name, told in expected.items():
        view = columns.view(f"doctor/{name}", pixels=1000)
        for row in range(rows):
            values = [value for at, value in told if at == row]
            if values:
                assert view.mean[row] == pytest.approx(np.mean(values), abs=1e-5)
                assert (view.low[row], view.high[row]) == pytest.approx((min(values), max(values)))
            else:
                assert np.isnan(view.mean[row])


# --- the view and its cache ---------------------------------------------------------------------------------------------

LIFE: list[Event] = [
    started(),
    tick(10),
    checked(15, check=0),
    tick(20),
    checked(22, check=1),
    checked(25, check=2),
    raised(25),
    tick(30),
    Logged(text="x"),
    checked(35, check=3),
    tick(40, samples="samples/live-1.png"),
    cleared(40),
    checked(45, check=4),
    saved(1, 45),
    raised(48, alarm="hopping"),
    tick(50),
    started(1, 45, parent=0, why="rollback"),
    checked(55, 1, check=5),
    tick(60, 1),
    checked(65, 1, check=6),
]


def test_a_view_tells_of_checks_and_alarms(folder: RunFolder) -> None:
    write(folder, *LIFE)
    view = RunView(folder)
    expected = Run(config=folder.config(), options=folder.config())
    for event in LIFE:
        expected = fold(expected, event)
    with RunLock.acquire(folder.lock):
        assert RunView(folder).run == expected
    assert [past.raised.alarm for past in view.run.past_alarms] == ["mode_drop", "hopping"]
    assert view.columns.view("doctor/pdr").x.tolist() == [10, 20, 30, 40, 60]


def test_polls_bring_every_check(folder: RunFolder) -> None:
    view = RunView(folder)
    write(folder, *LIFE)
    assert view.poll() == LIFE


@pytest.mark.parametrize("cut", range(len(LIFE) + 1))
def test_the_cache_tells_the_same_at_every_place(folder: RunFolder, cut: int) -> None:
    write(folder, *LIFE[:cut])
    assert RunView(folder).save_cache(always=True) or not any(event.kind == "tick" for event in LIFE[:cut])
    write(folder, *LIFE[cut:])
    with RunLock.acquire(folder.lock):
        cached = RunView(folder)
        for path in sorted(folder.cache.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        plain = RunView(folder)
    assert cached.run == plain.run
    assert cached.columns.names == plain.columns.names
    for name in plain.columns.names:
        for mine, theirs in zip(cached.columns.view(name, lineage_only=False), plain.columns.view(name, lineage_only=False), strict=True):
            np.testing.assert_array_equal(mine, theirs)


def test_a_long_run_keeps_but_its_last_check(folder: RunFolder) -> None:
    """A month's journal has a million checks; a cache holds them in columns, and one as an event."""
    write(folder, started(), *(event for n in range(10, 3000, 10) for event in (checked(n, check=n // 10), tick(n + 5))))
    RunView(folder).save_cache(always=True)
    kept = next(folder.cache.rglob("events.jsonl")).read_text().splitlines()
    assert sum('"kind":"probed"' in line for line in kept) == 1
    assert len(RunView(folder).columns.view("doctor/pdr", pixels=10_000).x) == 299


# --- the list of runs ---------------------------------------------------------------------------------------------------


def test_a_list_of_runs_tells_the_gravest_alarm(folder: RunFolder) -> None:
    run = folded(started(), tick(10), raised(20, alarm="hopping", severity="medium"), raised(20))
    write_summary(folder, run)
    summary = read_summary(folder.path)
    assert (summary.alarm, summary.severity) == ("Mode drop", "high")
    write_summary(folder, fold(fold(run, cleared(30)), cleared(30, alarm="hopping")))
    summary = read_summary(folder.path)
    assert (summary.alarm, summary.severity) == ("", None)


def test_a_summary_of_an_older_version_or_a_later_one_still_opens(folder: RunFolder) -> None:
    folder.summary.write_text('{"format": 1, "state": "done", "nimg": 5}')
    assert read_summary(folder.path).severity is None
    folder.summary.write_text('{"format": 1, "state": "done", "nimg": 5, "alarm": "x", "severity": "dreadful"}')
    assert read_summary(folder.path).severity is None
