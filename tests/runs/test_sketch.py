"""A way in few points: as fine at its beginning as at its end, cut where the run went back, and read again from whatever a file holds."""

import itertools
import math

from studio.runs.sketch import MOST, Sketch, points_of, thinned


def test_a_sketch_stays_small_and_tells_every_part_as_finely() -> None:
    sketch = Sketch()
    for n in range(10_000):
        sketch.add(n, n / 10)
    x = [nimg for nimg, _ in sketch.points]
    assert MOST // 2 <= len(x) <= MOST
    assert len({b - a for a, b in itertools.pairwise(x)}) == 1
    width = x[1] - x[0]
    for nimg, value in sketch.points:
        assert math.isclose(value, (nimg - (width - 1) / 2) / 10, rel_tol=1e-9)


def test_what_is_not_finite_is_left_out_and_a_way_back_cuts() -> None:
    sketch = Sketch()
    for n, value in enumerate((1.0, math.nan, 2.0, math.inf, 3.0)):
        sketch.add(n, value)
    assert sketch.points == ((0, 1.0), (2, 2.0), (4, 3.0))
    sketch.cut(2)
    assert sketch.points == ((0, 1.0), (2, 2.0))


def test_a_sketch_is_gone_on_with_from_its_file() -> None:
    first, whole = Sketch(), Sketch()
    for n in range(640):
        whole.add(n, float(n))
    for n in range(320):
        first.add(n, float(n))
    again = Sketch.read(first.dump())
    for n in range(320, 640):
        again.add(n, float(n))
    assert again.points == whole.points


def test_a_file_that_holds_anything_else_gives_no_points() -> None:
    for found in (None, 3, [], {"points": 3}, {"width": "x", "points": [[1], "ab", [1, None], [True, 2], [1, math.nan]]}):
        assert Sketch.read(found).points == ()
    assert points_of([[1, 2], [3]]) == ((1.0, 2.0),)


def test_thinning_keeps_both_ends() -> None:
    points = tuple((float(n), 0.0) for n in range(1000))
    few = thinned(points)
    assert (len(few), few[0][0], few[-1][0]) == (MOST, 0, 999)
    assert thinned(points[:5]) == points[:5]
