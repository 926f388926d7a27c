"""The speed that a run tells: images since the last look, none of a pause or of what was abandoned."""

import time

import pytest

from studio.clock import Clock


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time of day, to be moved on by hand."""
    at = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: at[0])
    return at


def test_the_rate_is_of_what_came_since_it_was_last_asked(now: list[float]) -> None:
    clock = Clock(before=50.0, nimg=1000)
    now[0] += 2
    assert clock.rate(1500) == 250
    now[0] += 4
    assert clock.rate(1900) == 100
    assert clock.rate(1900) == 0, "no time has passed"


def test_a_pause_or_a_way_back_does_not_count(now: list[float]) -> None:
    clock = Clock(before=0.0, nimg=1000)
    now[0] += 60
    clock.count_from(200)
    now[0] += 1
    assert clock.rate(232) == 32
