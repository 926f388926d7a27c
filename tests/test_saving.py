"""When a checkpoint is due by the clock."""

from itertools import accumulate

import pytest

from studio.saving import patience


def test_the_first_checkpoints_come_sooner_than_the_later_ones():
    moments = list(accumulate(range(6), lambda age, _: age + patience(5, age=age, cost=0.1), initial=0.0))[1:]
    assert moments == [30, 60, 120, 240, 480, 780]


@pytest.mark.parametrize(("minutes", "cost", "seconds"), [(5, 2.0, 100), (5, 60.0, 300), (0.1, 0.0, 6)])
def test_a_dear_one_waits_and_none_longer_than_was_asked_for(minutes: float, cost: float, seconds: float):
    assert patience(minutes, age=0.0, cost=cost) == seconds
