"""When a check is due, in numbers that can be worked out by hand."""

import pytest

from studio.doctor.pace import FIRST, SOONEST, Pace

STEP_S = 0.001


def run(pace: Pace, steps: int, *, small: float, large: float, step_s: float = STEP_S, first: int = 0) -> list[int]:
    """The steps at which checks began while training so many steps."""
    begun: list[int] = []
    for step in range(first, first + steps):
        if pace.due(step, step_s):
            is_large = len(begun) % 4 == 3
            pace.took(large if is_large else small, large=is_large)
            begun.append(step)
    return begun


def test_the_interval_is_the_cost_of_a_check_over_three_quarters_of_the_share():
    pace = Pace(0.02)
    run(pace, 20_000, small=0.025, large=0.1)
    mean = (3 * 0.025 + 0.1) / 4
    assert pace.every(STEP_S) == pytest.approx(mean / (0.015 * STEP_S), abs=1.0001)


def test_a_larger_check_is_taken_to_cost_four_times_as_much_until_one_was_made():
    pace = Pace(0.02)
    run(pace, 2001, small=0.025, large=0.1)
    assert pace.every(STEP_S) == -(-0.025 * 7 // (4 * 0.015 * STEP_S))


@pytest.mark.parametrize(("small", "large"), [(0.025, 0.1), (0.025, 0.5), (0.2, 0.2), (0.001, 0.002)])
def test_checks_take_at_most_their_share_whatever_they_cost(small, large):
    pace = Pace(0.02)
    steps = 60_000
    assert run(pace, steps, small=small, large=large)
    last_may_just_have_ended = max(small, large)
    assert pace.spent - last_may_just_have_ended <= 0.02 * steps * STEP_S


def test_the_first_check_waits_for_training_to_have_taken_some_time():
    assert run(Pace(0.02), 3000, small=0.025, large=0.1)[0] == round(FIRST / (0.015 * STEP_S))
    assert run(Pace(0.02), 100, small=0.025, large=0.1, step_s=1.0)[0] == SOONEST


def test_what_a_check_cost_before_a_resume_is_what_the_next_one_is_taken_to_cost():
    assert run(Pace(0.02, cost=0.15), 20_000, small=0.025, large=0.1)[0] == round(0.15 / (0.015 * STEP_S))


def test_cheap_checks_keep_a_distance_all_the_same():
    assert run(Pace(0.02), 101, small=1e-6, large=1e-6, step_s=1.0)[:4] == [20, 40, 60, 80]


def test_slower_steps_bring_checks_sooner_and_a_larger_share_too():
    pace = Pace(0.02)
    run(pace, 20_000, small=0.025, large=0.1)
    usual = pace.every(STEP_S)
    assert pace.every(2 * STEP_S) == pytest.approx(usual / 2, abs=1)
    pace.share = 0.04
    assert pace.every(STEP_S) == pytest.approx(usual / 2, abs=1)


def test_a_rollback_starts_the_count_again():
    pace = Pace(0.02)
    run(pace, 20_000, small=0.001, large=0.004)
    assert not pace.due(5_000, STEP_S)
    assert run(pace, 3000, small=0.001, large=0.004, first=5_001)[0] == pytest.approx(5_000 + FIRST / (0.015 * STEP_S), abs=1)
