"""The sentence on a run's health, as its course tells it."""

import pytest
from hypothesis import given, settings

from tests.doctor.courses import CHECKS, DROPPED, HEALTHY, STEP, UNTRAINED, course, healthy, walk


def test_the_sentence_of_a_healthy_run():
    assert healthy(3).health() == "Healthy: variety 0.93 of the data's, discriminator ahead by a little"


@pytest.mark.parametrize(("auc", "words"), [(0.3, "behind"), (0.5, "level with the generator"), (0.9, "well ahead"), (1.0, "far ahead")])
def test_how_far_the_discriminator_is_ahead(auc: float, words: str):
    run = healthy(1)
    run.look(2 * STEP, {**HEALTHY, "auc": auc})
    assert run.health().endswith(f"discriminator {words}")


def test_what_was_just_mended_is_not_called_healthy_while_the_signs_are_still_there():
    run = healthy(4)
    run.look(5 * STEP, {**HEALTHY, "auc": 0.98, "gap": 4.0})
    assert run.health() == "No alarm: variety 0.93 of the data's, discriminator far ahead"
    run.look(6 * STEP, {**HEALTHY, "empty": 4.0, "hop": 0.8})
    assert run.health() == "Under watch: a sign of “Mode dropping”, variety 0.93 of the data's, discriminator ahead by a little"
    run.look(7 * STEP, HEALTHY)
    assert run.health().startswith("Healthy: ")


def test_the_sentence_while_it_warms_up():
    run = course()
    assert run.health().startswith("Waiting: ")
    run.look(STEP, UNTRAINED)
    assert run.health() == "Warming up: the samples do not look like the data yet (precision 0.00); this is judged from 64 kimg on"
    run.look(2 * STEP, {**UNTRAINED, "precision": 1.0, "pdr": 0.2})
    assert run.health() == "Warming up: the samples do not look like the data yet (spread 0.20 of the data's); this is judged from 64 kimg on"


def test_the_sentence_of_a_failing_run_tells_what_since_when_and_how_much():
    run = healthy(11)
    walk(run, [DROPPED] * 3, 11 * STEP)
    assert run.health() == "Mode dropping since 12 kimg: 4 parts of the data get no samples"
    run.look(15 * STEP, {**DROPPED, "empty": 6.0})
    assert "6 parts" in run.health()


def test_the_gravest_alarm_is_told_first():
    run = healthy(4)
    both = {**HEALTHY, "hop": 0.95, "memo": 0.3}
    walk(run, [both] * 3, 4 * STEP)
    assert set(run.active) == {"hopping", "memorised"}
    assert run.health().startswith("Samples are copies since 5 kimg: ")
    assert run.health().endswith("; and 1 more")


@settings(max_examples=100, deadline=None)
@given(CHECKS)
def test_there_is_a_sentence_at_all_times(sequence: list[dict[str, float]]):
    run = course()
    for n, signals in enumerate(sequence):
        run.look((n + 1) * STEP, signals)
        headline, _, rest = run.health().partition(": ")
        assert headline
        assert rest
        assert "nan" not in run.health()
