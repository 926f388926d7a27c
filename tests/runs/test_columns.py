import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.messages import Tick
from studio.runs.columns import Columns
from studio.runs.fold import Stretch
from tests.runs.making import tick


def columns_of(*ticks: Tick) -> Columns:
    columns = Columns()
    columns.append(ticks)
    return columns


def with_a_rollback() -> Columns:
    """Segment 0 to 100, back to 40, segment 1 from there to 80; a tick every 10 images; the loss is nimg + 1000·segment."""
    columns = columns_of(*(tick(n, 0, loss=n) for n in range(10, 101, 10)), *(tick(n, 1, loss=1000 + n) for n in range(50, 81, 10)))
    columns.lineage = (Stretch(0, 0, 40), Stretch(1, 40, None))
    return columns


def test_the_lineage_leaves_out_what_was_abandoned() -> None:
    view = with_a_rollback().view("loss/G")
    assert view.x.tolist() == [10, 20, 30, 40, 50, 60, 70, 80]
    assert view.mean.tolist() == [10, 20, 30, 40, 1050, 1060, 1070, 1080]
    assert (view.high - view.low == 2).all()
    assert with_a_rollback().on_lineage().tolist() == [True] * 4 + [False] * 6 + [True] * 4


def test_everything_comes_with_a_gap_between_the_parts() -> None:
    view = with_a_rollback().view("loss/G", lineage_only=False)
    gap = np.flatnonzero(np.isnan(view.mean))
    assert gap.tolist() == [10]
    assert view.x[:10].tolist() == list(range(10, 101, 10))
    assert view.x[11:].tolist() == [50, 60, 70, 80]


def test_a_piece_of_time_reaches_one_tick_beyond_its_edges() -> None:
    view = with_a_rollback().view("loss/G", 25, 55)
    assert view.x.tolist() == [20, 30, 40, 50, 60]
    assert with_a_rollback().view("loss/G", 62, 68).x.tolist() == [60, 70]
    assert with_a_rollback().view("loss/G", 1000, 2000).x.tolist() == []


def test_a_rollback_may_be_followed_by_ticks_that_arrive_one_by_one() -> None:
    whole, single = with_a_rollback(), Columns()
    for n in range(10, 101, 10):
        single.append([tick(n, 0, loss=n)])
    for n in range(50, 81, 10):
        single.append([tick(n, 1, loss=1000 + n)])
    single.lineage = whole.lineage
    assert single.starts == whole.starts == [(0, 0), (1, 10)]
    for got, wanted in zip(single.view("loss/G"), whole.view("loss/G"), strict=True):
        assert got.tolist() == wanted.tolist()


def test_a_scalar_that_appears_late_or_is_missing_now_and_then_has_gaps() -> None:
    columns = columns_of(tick(1), tick(2, scalars={"new": (1, 0, 2)}, values={}), tick(3, scalars={"new": (2, 1, 3), "loss/G": (5, 4, 6)}))
    assert columns.names == ["rate", "memory", "loss/G", "new", "lr/G"]
    np.testing.assert_array_equal(columns.view("new").mean, [np.nan, 1, 2])
    np.testing.assert_array_equal(columns.view("loss/G").high, [2, np.nan, 6])
    np.testing.assert_array_equal(columns.view("lr/G").mean, [0.5, np.nan, 0.5])
    assert columns.view("rate").mean.tolist() == [100, 100, 100]
    assert all(len(series) == 3 for series in columns.series.values())


def test_names_in_another_order_stay_with_their_numbers() -> None:
    columns = columns_of(tick(1, scalars={"a": (1, 1, 1), "b": (2, 2, 2)}), tick(2, scalars={"b": (20, 20, 20), "a": (10, 10, 10)}))
    assert columns.view("a").mean.tolist() == [1, 10]
    assert columns.view("b").mean.tolist() == [2, 20]


def test_numbers_that_are_none_become_gaps() -> None:
    record = {"nimg": 1, "segment": 0, "seconds": 1.0, "rate": None, "memory": "much"}
    columns = Columns()
    columns.extend(
        [
            {**record, "scalars": {"a": [1, 0, 2], "b": [None, None, None]}},
            {**record, "scalars": {"a": [1, 0], "b": "x"}, "values": {"v": {}}},
            {**record, "scalars": {"a": ["NaN", 1, 2, 3], "b": 5}},
        ]
    )
    np.testing.assert_array_equal(columns.view("a").mean, [1, 1, np.nan])
    np.testing.assert_array_equal(columns.view("a").high, [2, np.nan, 2])
    np.testing.assert_array_equal(columns.view("b").mean, [np.nan, np.nan, 5])
    np.testing.assert_array_equal(columns.view("v").mean, [np.nan] * 3)
    np.testing.assert_array_equal(columns.view("memory").mean, [np.nan] * 3)


def test_no_name_and_no_ticks_give_no_points() -> None:
    assert columns_of(tick(1)).view("nothing").x.tolist() == []
    assert Columns().view("loss/G").x.tolist() == []
    assert columns_of(tick(1)).value("nothing") is None


def test_the_value_at_a_place_is_the_newest_of_the_lineage_before_it() -> None:
    columns = with_a_rollback()
    assert columns.value("loss/G") == 1080
    assert columns.value("loss/G", 44) == 40
    assert columns.value("loss/G", 50) == 1050
    assert columns.value("loss/G", 9) is None


@pytest.mark.parametrize("pixels", [1, 7, 100, 1000])
@pytest.mark.parametrize("rows", [1, 13, 200, 5000])
def test_a_view_has_at_most_two_points_a_pixel_and_misses_no_spike(pixels: int, rows: int) -> None:
    random = np.random.default_rng(rows)
    loss = random.normal(size=rows)
    columns = columns_of(*(tick(64 * i, loss=float(loss[i])) for i in range(rows)))
    view = columns.view("loss/G", pixels=pixels)
    assert min(rows, pixels) <= len(view.x) <= 2 * pixels + 1
    assert view.high.max() == np.float32(loss.max() + 1)
    assert view.low.min() == np.float32(loss.min() - 1)
    assert (np.diff(view.x) > 0).all()


@settings(max_examples=40, deadline=None)
@given(
    lengths=st.lists(st.tuples(st.integers(1, 120), st.floats(0, 1)), min_size=1, max_size=6),
    window=st.tuples(st.integers(0, 3000), st.integers(0, 3000)),
    pixels=st.integers(1, 60),
)
def test_views_of_any_history_equal_a_plain_search(lengths: list[tuple[int, float]], window: tuple[int, int], pixels: int) -> None:
    """Segments that each roll back to somewhere in the one before; against a list of all ticks and a filter."""
    ticks: list[Tick] = []
    stretches: list[Stretch] = []
    nimg = 0
    for segment, (length, back) in enumerate(lengths):
        if stretches:
            first = stretches[-1].nimg_from
            nimg = first + round(back * (nimg - first))
            stretches[-1] = stretches[-1]._replace(nimg_to=nimg)
        stretches.append(Stretch(segment, nimg, None))
        for _ in range(length):
            nimg += 5
            ticks.append(tick(nimg, segment, loss=float((nimg * 7919 + segment) % 1000)))
    columns = columns_of(*ticks)
    columns.lineage = tuple(stretches)
    left = {s.segment: np.inf if s.nimg_to is None else s.nimg_to for s in stretches}
    start, end = sorted(window)
    inside = [t for t in ticks if t.nimg <= left[t.segment] and start <= t.nimg <= end]
    view = columns.view("loss/G", start, end, pixels)
    own = columns.on_lineage()
    assert [t for t, current in zip(ticks, own, strict=True) if current] == [t for t in ticks if t.nimg <= left[t.segment]]
    assert (np.diff(view.x) >= 0).all()
    assert len(view.x) <= 2 * pixels + 2 * len(lengths)
    if inside:
        assert view.high.max() >= max(t.scalars["loss/G"][2] for t in inside)
        assert view.low.min() <= min(t.scalars["loss/G"][1] for t in inside)
