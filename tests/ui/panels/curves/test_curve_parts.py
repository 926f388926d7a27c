"""What the curves are made of, each by itself: axes, smoothing, scales, series, points, the clock."""

from itertools import pairwise

import numpy as np
import pytest

from studio.ui.curve_data import Clock, Points, series_of
from studio.ui.widgets.axes import RunAxis
from studio.ui.widgets.smoothing import smoothed


@pytest.mark.parametrize("end", range(10, 400, 7))
@pytest.mark.parametrize("time", [False, True])
def test_the_unit_along_the_run_stands_where_it_can_be_read(end: float, time: bool):
    axis = RunAxis()
    axis.set_time(time)
    low, high = -0.012 * end, 1.012 * end
    [(spacing, places)] = axis.tickValues(low, high, 226)
    labels = axis.tickStrings(places, 1.0, spacing)
    [named] = [place for place, label in zip(places, labels, strict=True) if " " in label]
    assert 20 <= (named - low) / (high - low) * 226 <= 190
    assert len(places) <= 5


def test_smoothing_is_the_mean_weighted_by_half_lives():
    rng = np.random.default_rng(0)
    x, y = np.sort(rng.uniform(0, 4000, 500)), rng.normal(size=500)
    y[[0, 40, 41]] = np.nan
    for half_life in (0.7, 30.0, 1e6):
        for i in (1, 39, 42, 250, 499):
            weights = np.where(np.isnan(y[: i + 1]), 0, 0.5 ** ((x[i] - x[: i + 1]) / half_life))
            assert smoothed(x, y, half_life)[i] == pytest.approx((weights * np.nan_to_num(y[: i + 1])).sum() / weights.sum(), rel=1e-9)
    assert np.isnan(smoothed(x, y, 30.0)[[0, 40, 41]]).all()


def test_the_scales_are_their_own_inverses():
    from studio.ui.widgets.axes import ValueScale

    values = np.array([-1e4, -3.0, -1e-3, 0.0, 1e-3, 2.0, 5e5])
    scale = ValueScale.fitting(values)
    assert scale.kind == "symlog"
    assert scale.inverse(scale.forward(values)) == pytest.approx(values, rel=1e-9, abs=1e-12)
    assert np.all(np.diff(scale.forward(values)) > 0)
    log = ValueScale.fitting(values[4:])
    assert log.kind == "log"
    assert log.inverse(log.forward(values[4:])) == pytest.approx(values[4:])


def test_labels_of_an_axis_never_overlap():
    from studio.ui.widgets.axes import TICK_ROOM, ValueScale

    for scale in (ValueScale(), ValueScale("log"), ValueScale("symlog", 0.1)):
        for low, high in ((-3.0, 3.0), (0.5, 0.6), (-6.0, 1.0)):
            for size in (60.0, 200.0, 700.0):
                labels, _ = scale.ticks(low, high, size)
                assert labels
                assert all(b - a >= 0.99 * TICK_ROOM / size * (high - low) for a, b in pairwise(labels))


def test_series_come_in_a_fixed_order_with_fixed_colours():
    names = ["loss/D", "d/fake", "loss/G", "rate", "d/real", "penalty/r2", "gamma", "memory"]
    assert [(s.label, s.role) for s in series_of("losses", names)] == [("G", "G"), ("D", "D")]
    assert [(s.label, s.role) for s in series_of("outputs", names)] == [("real", "real"), ("fake", "fake")]
    assert [s.name for s in series_of("other", names)] == ["gamma"]


def test_the_nearest_point_is_read():
    points = Points(np.array([0.0, 10.0]), np.array([1.0, 2.0]), np.array([0.0, 0.0]), np.array([3.0, 3.0]))
    assert [points.at(x)[0] for x in (-5, 4, 6, 50)] == [1.0, 1.0, 2.0, 2.0]
    assert Points().at(1.0) is None


def test_the_tick_at_a_stop_which_has_no_new_number_does_not_hide_the_last_one():
    nan = float("nan")
    x = np.array([0.0, 10.0, 20.0])
    assert Points(x, np.array([1.0, 2.0, nan]), np.array([0.0, 0.0, nan]), np.array([3.0, 4.0, nan])).at(20.0) == (2.0, 0.0, 4.0)
    between = Points(x, np.array([1.0, nan, 2.0]), np.zeros(3), np.zeros(3)).at(10.0)
    assert between is not None
    assert np.isnan(between[0])


def test_the_clock_goes_both_ways():
    clock = Clock(np.array([0.0, 1000.0, 2000.0]), np.array([0.0, 10.0, 40.0]), time=True)
    assert clock.to_x(1500.0) == 25.0
    assert clock.to_nimg(25.0) == 1500.0
    assert Clock().to_x(1500.0) == 1.5
    assert Clock().to_nimg(1.5) == 1500.0


# --- the doctor's signals ------------------------------------------------------------------------------------------------


def test_signals_of_one_kind_share_a_plot_and_unknown_ones_have_their_own():
    names = ["doctor/auc", "doctor/rke", "doctor/precision", "doctor/of_tomorrow", "gamma", "loss/G"]
    assert [(s.name, s.label) for s in series_of("doctor_variety", names)] == [("doctor/precision", "precision"), ("doctor/rke", "RKE")]
    assert [s.name for s in series_of("doctor_judge", names)] == ["doctor/auc"]
    assert [s.name for s in series_of("doctor_other", names)] == ["doctor/of_tomorrow"]
    assert [s.name for s in series_of("other", names)] == ["gamma"]
