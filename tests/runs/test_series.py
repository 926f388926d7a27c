import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from studio.runs.series import Grown, Series


def brute(three: NDArray[np.float64], bounds: list[tuple[int, int]]) -> list[tuple[float, float, float]]:
    out = []
    for start, end in bounds:
        rows = three[start:end]
        rows = rows[~np.isnan(rows[:, 0])]
        out.append((np.mean(rows[:, 0]), np.min(rows[:, 1]), np.max(rows[:, 2])) if len(rows) else (np.nan,) * 3)
    return out


def grown(three: NDArray[np.float64], parts: int) -> Series:
    series = Series()
    for part in np.array_split(three, parts):
        series.extend(part)
        series.lift()
    return series


@settings(max_examples=80, deadline=None)
@given(
    rows=st.integers(1, 1300),
    parts=st.integers(1, 9),
    power=st.integers(0, 11),
    ends=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    missing=st.sampled_from([0.0, 0.3, 1.0]),
    seed=st.integers(0, 99),
)
def test_buckets_equal_the_rows_they_stand_for(rows: int, parts: int, power: int, ends: tuple[float, float], missing: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    three = np.sort(random.normal(size=(rows, 3)), axis=1)[:, [1, 0, 2]].astype(np.float32).astype(np.float64)
    three[random.random(rows) < missing] = np.nan
    start, end = sorted(round(e * rows) for e in ends)
    size = 2**power
    found = grown(three, parts).buckets(start, end, size)
    bounds = list(zip(found.first.tolist(), (found.last + 1).tolist(), strict=True))
    assert [i for a, b in bounds for i in range(a, b)] == list(range(start, end))
    assert all(a // size == (b - 1) // size for a, b in bounds)
    expected = np.array(brute(three, bounds)).reshape(-1, 3)
    np.testing.assert_array_equal(found.low, expected[:, 1])
    np.testing.assert_array_equal(found.high, expected[:, 2])
    np.testing.assert_allclose(found.mean, expected[:, 0], rtol=1e-5, atol=1e-6)


def test_what_is_not_finite_is_a_gap() -> None:
    series = Series()
    series.extend(np.array([[np.inf, 0, np.inf], [np.nan, np.nan, np.nan], [1, 0, 2]]))
    found = series.buckets(0, 3, 4)
    assert (found.mean[0], found.low[0], found.high[0]) == (1, 0, 2)


def test_one_spike_in_a_million_is_seen_from_afar() -> None:
    three = np.zeros((1_000_000, 3))
    three[654_321, 2] = 7.25
    three[123_457, 1] = -3.5
    series = Series()
    series.extend(three)
    for power in range(5, 22):
        found = series.buckets(0, len(three), 2**power)
        assert found.high.max() == 7.25
        assert found.low.min() == -3.5
        hit = int(found.high.argmax())
        assert found.first[hit] <= 654_321 <= found.last[hit]


def test_a_single_column_holds_its_values_once() -> None:
    series = Series(single=True)
    series.extend(np.arange(20.0))
    found = series.buckets(0, 20, 16)
    assert found.mean.tolist() == [7.5, 17.5]
    assert found.low.tolist() == [0, 16]
    assert found.high.tolist() == [15, 19]
    assert series.levels[0].low is series.levels[0].mean


@pytest.mark.parametrize("head", [0, 3, 1500])
def test_head_and_tail_are_one_array(head: int) -> None:
    whole = np.arange(4000.0)
    column = Grown(np.float64, whole[:head])
    for part in np.array_split(whole[head:], 7):
        column.extend(part)
    assert len(column) == 4000
    for start, end in [(0, 4000), (0, 3), (2, 5), (1400, 1600), (3999, 4000), (7, 7)]:
        assert column.slice(start, end).tolist() == whole[start:end].tolist()
    for side in ("left", "right"):
        for start, end in [(0, 4000), (0, 2), (1400, 1600), (2000, 2000), (3, 3)]:
            for value in (-1, 1.5, 3, 1500, 1550, 3999, 9999):
                assert column.search(value, start, end, side=side) == start + np.searchsorted(whole[start:end], value, side=side)
    rows = np.array([0, 2, 3, 1499, 1500, 3999])
    assert column.at(rows).tolist() == rows.tolist()
