"""The course of a run: arming, streaks, onsets, rollbacks and replays."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.doctor.course import Cleared, Course, Raised
from studio.doctor.detectors import Detector
from studio.messages import AlarmCleared, AlarmRaised, Applied, Event, Probed, SegmentStarted
from tests.doctor.courses import BETWEEN, CHECKS, COLLAPSED, DROPPED, HEALTHY, OPTIONS, STEP, UNTRAINED, course, healthy, options, told, walk

# --- arming -------------------------------------------------------------------------------------------------------------


def test_a_healthy_run_raises_nothing():
    run = course()
    assert told(walk(run, [HEALTHY] * 60)) == []
    assert run.armed


def test_the_warm_up_raises_nothing_however_bad_it_looks():
    run = course()
    assert told(walk(run, [UNTRAINED] * 30)) == []
    assert not run.armed


@pytest.mark.parametrize("short", [{"precision": 0.49}, {"pdr": 0.59}])
def test_a_run_is_armed_by_quality_and_spread_together(short: dict[str, float]):
    run = course()
    run.look(STEP, {**HEALTHY, **short})
    assert not run.armed
    run.look(2 * STEP, {**HEALTHY, "precision": 0.5, "pdr": 0.61})
    assert run.armed


def test_once_armed_it_stays_so_when_the_samples_get_worse():
    run = healthy(1)
    walk(run, [UNTRAINED] * 3, STEP)
    assert run.armed


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({name: st.floats(0, 2 * abs(value) + 1) for name, value in HEALTHY.items() if name not in ("precision", "finite")}), max_size=12
    )
)
def test_before_it_is_armed_and_before_the_deadline_only_numbers_that_explode_are_an_alarm(checks: list[dict[str, float]]):
    found = told(walk(course(), [{**check, "precision": 0.3} for check in checks]))
    assert {alarm for _, _, alarm in found} <= {"numeric_blowup"}


# --- streaks ------------------------------------------------------------------------------------------------------------


def test_three_bad_checks_in_a_row_raise_it_and_five_good_ones_clear_it():
    found = walk(healthy(4), [DROPPED] * 6 + [HEALTHY] * 7, 4 * STEP)
    assert told(found) == [(3, "raised", "mode_drop"), (11, "cleared", "mode_drop")]


def test_the_onset_is_the_first_of_the_bad_checks():
    found = walk(healthy(4), [DROPPED, HEALTHY, DROPPED, DROPPED, DROPPED], 4 * STEP)
    (raised,) = found[-1]
    assert isinstance(raised, Raised)
    assert (raised.onset, raised.nimg) == (7 * STEP, 9 * STEP)


@pytest.mark.parametrize("between", [HEALTHY, BETWEEN])
def test_a_check_that_is_not_bad_ends_a_streak(between: dict[str, float]):
    assert told(walk(healthy(4), [DROPPED, DROPPED, between, DROPPED, DROPPED])) == []


def test_between_the_thresholds_an_alarm_stays():
    run = healthy(4)
    found = walk(run, [DROPPED] * 3 + [HEALTHY] * 4 + [BETWEEN] + [HEALTHY] * 4 + [BETWEEN] * 20, 4 * STEP)
    assert told(found) == [(3, "raised", "mode_drop")]
    assert "mode_drop" in run.active


def test_a_check_without_its_signals_changes_no_streak():
    blind = {name: value for name, value in HEALTHY.items() if name != "chi2"}
    found = walk(healthy(4), [DROPPED, blind, DROPPED, blind, DROPPED] + [HEALTHY, blind] * 5, 4 * STEP)
    assert told(found) == [(5, "raised", "mode_drop"), (14, "cleared", "mode_drop")]


def test_a_signal_that_is_no_finite_number_was_not_measured_and_is_told_as_such():
    found = walk(healthy(4), [{**HEALTHY, "chi2": math.nan}], 4 * STEP)
    assert told(found) == [(1, "raised", "numeric_blowup")]


def test_an_alarm_may_come_back():
    found = walk(healthy(4), ([DROPPED] * 3 + [HEALTHY] * 5) * 2, 4 * STEP)
    assert [what for _, what, _ in told(found)] == ["raised", "cleared"] * 2


@settings(max_examples=150, deadline=None)
@given(CHECKS)
def test_every_alarm_is_raised_and_cleared_in_turn_and_never_too_soon(sequence: list[dict[str, float]]):
    run = course()
    last: dict[str, int] = {}
    active: set[str] = set()
    for n, what, alarm in told(walk(run, sequence)):
        detector = Detector.kinds()[alarm]
        assert (alarm in active) == (what == "cleared")
        assert n - last.get(alarm, 0) >= (detector.raise_after if what == "raised" else detector.clear_after)
        active ^= {alarm}
        last[alarm] = n
    assert active == set(run.active)


# --- names --------------------------------------------------------------------------------------------------------------


def test_a_failure_that_another_one_explains_is_not_raised():
    assert told(walk(healthy(4), [COLLAPSED] * 3, 4 * STEP)) == [(3, "raised", "total_collapse")]


def test_it_is_raised_once_nothing_explains_it_any_more():
    spread = {**COLLAPSED, "pdr": 0.7, "precision": 0.9, "chi2": 20.0}
    found = told(walk(healthy(4), [COLLAPSED] * 3 + [spread] * 8, 4 * STEP))
    assert found[:2] == [(3, "raised", "total_collapse"), (8, "cleared", "total_collapse")]
    assert {alarm for _, what, alarm in found[2:] if what == "raised"} == {"mode_drop", "low_variety"}


# --- the deadline -------------------------------------------------------------------------------------------------------


def test_a_run_that_is_not_armed_at_the_deadline_does_not_learn():
    run = course()
    quiet = {**HEALTHY, "precision": 0.2}
    found = told(walk(run, [quiet] * (run.deadline // STEP + 3)))
    assert found == [(run.deadline // STEP + 2, "raised", "not_learning")]
    assert told(walk(run, [HEALTHY], 100 * STEP)) == [(1, "cleared", "not_learning")]


@pytest.mark.parametrize(
    ("network", "kimg", "batch", "expected"),
    [("mlp", 400, 64, 64_000), ("mlp", 3200, 128, 320_000), ("mlp", 20, 64, 10_000), ("dcgan", 500, 64, 128_000), ("r3gan", 20_000, 512, 2_000_000)],
)
def test_the_deadline_is_steps_or_a_share_of_the_plan(network: str, kimg: float, batch: int, expected: int):
    assert course(network={"kind": network}, training={"kimg": kimg, "batch": batch}).deadline == expected


@pytest.mark.parametrize(
    ("alarm", "signals"),
    [
        ("total_collapse", {"pdr": 0.05, "precision": 1.0}),
        ("d_too_weak", {"auc": 0.4, "precision": 0.1}),
        ("d_dominates", {"auc": 1.0, "gap": 30.0, "precision": 0.0}),
    ],
)
def test_past_the_deadline_what_explains_it_is_named_instead(alarm: str, signals: dict[str, float]):
    run = course()
    found = told(walk(run, [{**HEALTHY, **signals}] * (run.deadline // STEP + 8)))
    assert found == [(run.deadline // STEP + 2, "raised", alarm)]


# --- options in force ---------------------------------------------------------------------------------------------------


def test_what_means_nothing_under_another_loss_is_over():
    run = healthy(4)
    walk(run, [{**HEALTHY, "auc": 0.999, "gap": 20.0}] * 3, 4 * STEP)
    assert set(run.active) == {"d_dominates"}
    run.change(options(objective={"kind": "wasserstein", "penalty": "wgan_gp"}))
    (over,) = run.look(20 * STEP, {**HEALTHY, "auc": 0.999, "gap": 20.0})
    assert isinstance(over, Cleared)
    assert "options" in over.why


def test_bad_checks_under_other_settings_do_not_count():
    run = healthy(4)
    walk(run, [DROPPED] * 2, 4 * STEP)
    run.change(options(optimizer={"lr_ratio": 0.25}))
    assert told(walk(run, [DROPPED] * 3, 6 * STEP)) == [(3, "raised", "mode_drop")]


def test_settings_that_steer_nothing_end_no_streak():
    run = healthy(4)
    walk(run, [DROPPED] * 2, 4 * STEP)
    run.change({**OPTIONS, "evaluation": {"metric": "swd"}})
    assert told(walk(run, [DROPPED], 6 * STEP)) == [(1, "raised", "mode_drop")]


def test_a_fresh_discriminator_begins_the_streaks_anew():
    run = healthy(4)
    walk(run, [DROPPED] * 2, 4 * STEP)
    run.hear(Applied(id="a", command={"kind": "mend", "commands": [{"kind": "fresh_discriminator"}]}))
    assert told(walk(run, [DROPPED] * 3, 6 * STEP)) == [(3, "raised", "mode_drop")]


# --- going back ---------------------------------------------------------------------------------------------------------


def test_a_rollback_forgets_alarms_that_were_raised_later():
    run = healthy(4)
    walk(run, [DROPPED] * 3, 4 * STEP)
    (over,) = run.back(4 * STEP)
    assert (over.alarm, over.nimg) == ("mode_drop", 4 * STEP)
    assert "went back to 4 kimg" in over.why
    assert run.active == {}
    assert run.armed


def test_a_rollback_before_arming_warms_up_again():
    run = course()
    walk(run, [UNTRAINED] * 2 + [HEALTHY] * 3)
    run.back(2 * STEP)
    assert not run.armed
    assert "Warming up" in run.health() or "Waiting" in run.health()
    assert told(walk(run, [UNTRAINED] * 5, 2 * STEP)) == []


def test_what_was_active_at_the_checkpoint_is_active_again():
    run = healthy(4)
    walk(run, [DROPPED] * 3 + [HEALTHY] * 5, 4 * STEP)
    assert run.active == {}
    assert run.back(8 * STEP) == []
    assert run.active["mode_drop"].onset == 5 * STEP


def test_to_go_on_where_it_stopped_changes_nothing():
    run = healthy(4)
    walk(run, [DROPPED] * 2, 4 * STEP)
    assert run.back(6 * STEP) == []
    assert told(walk(run, [DROPPED], 6 * STEP)) == [(1, "raised", "mode_drop")]


@settings(max_examples=100, deadline=None)
@given(CHECKS.filter(lambda c: len(c) < 8), CHECKS.filter(lambda c: len(c) < 8), CHECKS)
def test_after_a_rollback_it_goes_on_as_if_the_abandoned_part_had_never_been(kept, abandoned, after):
    fresh = Applied(id="a", command={"kind": "fresh_discriminator"})  # begins the streaks anew, as a rollback does
    one, other = course(), course()
    here = len(kept) * STEP
    walk(one, [*kept, *abandoned])
    one.back(here)
    walk(other, kept)
    for each in (one, other):
        each.hear(fresh)
    assert one.armed == other.armed
    assert one.active == other.active
    assert told(walk(one, after, here)) == told(walk(other, after, here))


# --- replay -------------------------------------------------------------------------------------------------------------


def journalled(run: Course, sequence: list[dict[str, float]], start: int = 0) -> list[Event]:
    """The events that whoever trains writes for these checks."""
    out: list[Event] = []
    for n, signals in enumerate(sequence):
        nimg, check = start + (n + 1) * STEP, run.checks
        found = run.look(nimg, signals)
        probed = Probed(nimg=nimg, segment=0, check=check, signals=signals, health=run.health(), armed=run.armed)
        out += [Probed.model_validate_json(probed.line()), *(one.message(0) for one in found)]
    return out


@settings(max_examples=100, deadline=None)
@given(CHECKS, st.integers(0, 40), CHECKS, CHECKS)
def test_a_course_that_heard_the_journal_is_where_the_one_that_wrote_it_was(before, back, between, after):
    lived, heard = course(), course()
    events = journalled(lived, before)
    to = min(back, len(before)) * STEP
    begun = SegmentStarted(nimg=to, segment=1, parent=0, why="rollback", options=options(game={"d_steps": 2}))
    lived.hear(begun)
    events += [begun, *journalled(lived, between, to)]
    for event in events:
        heard.hear(event)
    assert (heard.armed, heard.active, heard.checks) == (lived.armed, lived.active, lived.checks)
    assert heard.health().partition(":")[0] == lived.health().partition(":")[0]
    here = to + len(between) * STEP
    assert told(walk(heard, after, here)) == told(walk(lived, after, here))


def test_what_a_kill_kept_from_the_journal_is_raised_at_the_next_check():
    lived, heard = healthy(4), healthy(4)
    events = journalled(lived, [DROPPED] * 3, 4 * STEP)
    for event in [e for e in events if isinstance(e, Probed)]:
        heard.hear(event.model_copy(update={"armed": True}))
    assert heard.active == {}
    assert told(walk(heard, [DROPPED], 7 * STEP)) == [(1, "raised", "mode_drop")]


def test_an_alarm_of_a_later_version_is_passed_over():
    run = healthy(1)
    raised = AlarmRaised(segment=0, alarm="boredom", title="Bored", severity="info", onset=0, text="", why="")
    run.hear(raised)
    run.hear(AlarmCleared(segment=0, alarm="boredom"))
    run.agree([raised])
    assert run.active == {}


def test_it_agrees_with_the_folded_run():
    run = healthy(4)
    (raised,) = walk(run, [DROPPED] * 3, 4 * STEP)[-1]
    assert isinstance(raised, Raised)
    other = healthy(4)
    walk(other, [{**HEALTHY, "auc": 0.999, "gap": 20.0}] * 3, 4 * STEP)
    other.agree([raised.message(0)])
    assert other.active == run.active


# --- checkpoints --------------------------------------------------------------------------------------------------------


def test_the_newest_checkpoint_before_the_onset_is_healthy():
    run = healthy(6)
    walk(run, [DROPPED] * 3, 6 * STEP)
    kept = [(1, 0), (2, 2 * STEP), (3, 5 * STEP), (4, 7 * STEP), (5, 9 * STEP)]
    assert run.newest_healthy(kept, "mode_drop") == 3


def test_a_checkpoint_of_another_failures_time_is_not():
    run = healthy(4)
    walk(run, [DROPPED] * 3 + [HEALTHY] * 6 + [COLLAPSED] * 3, 4 * STEP)
    kept = [(1, 3 * STEP), (2, 6 * STEP), (3, 9 * STEP)]
    assert run.newest_healthy(kept, "total_collapse") == 1
    assert run.newest_healthy([*kept, (4, 13 * STEP)], "total_collapse") == 4


def test_none_from_the_warm_up_is():
    run = course()
    walk(run, [UNTRAINED] * 3 + [HEALTHY] * 2 + [DROPPED] * 3)
    assert run.newest_healthy([(1, 0), (2, 2 * STEP)], "mode_drop") is None
    assert run.newest_healthy([(1, 0), (2, 4 * STEP)], "mode_drop") == 2


def test_its_remedies_go_back_to_it():
    run = healthy(6)
    walk(run, [DROPPED] * 3, 6 * STEP)
    remedies = run.remedies("mode_drop", [(9, 5 * STEP), (4, 0), (12, 8 * STEP)])
    back = [command["checkpoint"] for remedy in remedies for command in remedy.commands if command["kind"] == "rollback"]
    assert back == [9]
