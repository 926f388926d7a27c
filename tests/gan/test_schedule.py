"""Schedules: how they are read, what they give, how they are written."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from studio.gan.schedule import Schedule

read = Schedule.model_validate


@pytest.mark.parametrize("written", [0.2, "0.2", "  0.2 ", {"start": 0.2}, {"start": 0.2, "end": 0.2}])
def test_a_number_is_a_constant(written):
    schedule = read(written)
    assert (schedule.start, schedule.end, schedule.shape) == (0.2, 0.2, "constant")
    assert schedule.at(0, 100) == schedule.at(1e9, 100) == 0.2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.2 -> 0.002 cosine 50", (0.2, 0.002, "cosine", 50)),
        ("0.2->0.002", (0.2, 0.002, "cosine", None)),
        ("2e-4 → 5e-5 linear", (2e-4, 5e-5, "linear", None)),
        ("1e-3->1e-4 linear 2.5 kimg", (1e-3, 1e-4, "linear", 2.5)),
        ("0 -> 5 100", (0, 5, "cosine", 100)),
    ],
)
def test_text_is_read(text, expected):
    schedule = read(text)
    assert (schedule.start, schedule.end, schedule.shape, schedule.kimg) == expected


@pytest.mark.parametrize("written", ["much", "", "1 ->", "1 -> much", "1 -> 2 square", "1 -> 2 linear 1e", True, None, [1], {}, {"start": "x"}])
def test_what_is_no_schedule_is_refused(written):
    with pytest.raises(ValidationError):
        read(written)


@pytest.mark.parametrize("written", [math.nan, math.inf, "nan", "inf -> 1", {"start": 1, "end": 2, "shape": "linear", "kimg": 0}, "1 -> 2 linear 0"])
def test_numbers_that_lead_nowhere_are_refused(written):
    with pytest.raises(ValidationError):
        read(written)


def test_a_constant_with_two_ends_is_refused():
    with pytest.raises(ValidationError, match="linear or cosine"):
        read({"start": 1, "end": 2})


def test_a_fault_in_text_is_told_once_and_shows_the_form():
    with pytest.raises(ValidationError) as caught:
        read("quick")
    assert caught.value.error_count() == 1
    assert "0.2 -> 0.002 cosine 50" in str(caught.value)


def test_linear_goes_straight_and_then_holds():
    schedule = read("1 -> 3 linear 10")
    assert [schedule.at(n, 500) for n in (0, 2500, 5000, 10_000, 1e6)] == [1, 1.5, 2, 3, 3]


def test_cosine_is_r3gans_schedule():
    schedule = read("0.05 -> 0.005 cosine 20")
    for n in (0, 3000, 10_000, 17_000, 20_000):
        assert schedule.at(n, 500) == pytest.approx(0.005 + 0.5 * (0.05 - 0.005) * (1 + math.cos(math.pi * n / 20_000)))
    assert schedule.at(30_000, 500) == 0.005


def test_without_a_length_it_lasts_the_whole_run():
    schedule = read("1 -> 0 linear")
    assert schedule.at(200_000, 400) == 0.5
    assert schedule.at(400_000, 400) == 0


ends = st.floats(-1e6, 1e6).map(lambda x: float(f"{x:.4g}"))


@given(ends, ends, st.sampled_from(["linear", "cosine"]), st.none() | st.integers(1, 10_000), st.floats(0, 1e7))
def test_values_stay_between_the_ends_and_words_are_read_back(start, end, shape, kimg, nimg):
    schedule = Schedule(start=start, end=end, shape=shape, kimg=kimg)
    slack = 1e-9 * (abs(start) + abs(end))
    assert min(start, end) - slack <= schedule.at(nimg, 400) <= max(start, end) + slack
    assert read(str(schedule)) == schedule
    assert Schedule.model_validate_json(schedule.model_dump_json()) == schedule


@given(ends)
def test_constants_are_read_back(value):
    assert read(str(read(value))) == read(value)
