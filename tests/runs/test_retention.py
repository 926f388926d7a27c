from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.runs.retention import Kept, surplus

MUCH = 10**15
checkpoints = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 50)), max_size=25).map(
    lambda found: [Kept(i + 1, nimg, size) for i, (nimg, size) in enumerate(found)]
)


@settings(max_examples=200, deadline=None)
@given(kept=checkpoints, safe=st.sets(st.integers(1, 25)), keep=st.integers(0, 8), budget=st.integers(0, 800))
def test_the_rule_deletes_enough_and_never_what_is_safe(kept: list[Kept], safe: set[int], keep: int, budget: int) -> None:
    gone = surplus(kept, safe, keep, budget)
    assert len(set(gone)) == len(gone)
    assert not safe & set(gone)
    left = [c for c in kept if c.id not in gone]
    others = [c for c in left if c.id not in safe]
    assert len(others) <= keep
    assert not others or sum(c.bytes for c in left) <= budget


@given(kept=checkpoints, safe=st.sets(st.integers(1, 25)))
def test_nothing_goes_while_there_is_room(kept: list[Kept], safe: set[int]) -> None:
    assert surplus(kept, safe, len(kept), MUCH) == []


def test_a_growing_run_stays_evenly_spaced() -> None:
    """After every one of 600 saves the widest gap is at most four times the mean one, whatever the number so far."""
    kept: list[Kept] = []
    for number in range(1, 601):
        kept.append(Kept(number, number * 1000, 1))
        gone = surplus(kept, {kept[0].id, kept[-1].id}, 12, MUCH)
        kept = [c for c in kept if c.id not in gone]
        gaps = [b.nimg - a.nimg for a, b in pairwise(kept)]
        assert len(kept) <= 14
        if len(kept) == 14:
            assert max(gaps) <= 4 * sum(gaps) / len(gaps)


def test_the_budget_takes_those_that_are_missed_least() -> None:
    kept = [Kept(1, 0, 10), Kept(2, 100, 10), Kept(3, 101, 10), Kept(4, 200, 10), Kept(5, 300, 10)]
    assert surplus(kept, {1, 5}, 12, 40) == [3]
    assert surplus(kept, {1, 5}, 12, 20) == [3, 2, 4]
    assert surplus(kept, {1, 5}, 12, 0) == [3, 2, 4]
