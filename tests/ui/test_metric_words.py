import pytest

from studio import words
from studio.gan.metrics import Metric
from studio.ui.metric_words import FLOOR, metric_about, metric_words, reference_words

GERMAN = {
    "{n:,} held-out and {more:,} training images": "{n:,} zurückgehaltene und {more:,} Trainingsbilder",
    "{reals} of {source}": "{reals} von {source}",
}


@pytest.fixture
def german():
    def speak() -> None:
        words.speak(lambda text, _sense, _n: GERMAN.get(text, text), point=",", group=".")

    yield speak
    words.speak()


@pytest.mark.parametrize(("name", "shown"), [("phi_fd", "φ-FD"), ("swd_floor", "SWD of a perfect generator"), ("high_quality", "high quality")])
def test_a_figure_is_called_as_the_field_writes_it(name, shown):
    assert metric_words(name) == shown


WAYS = {"higher": ("Higher is better",), "lower": ("Lower is better",), "near 1": ("Near 1 is best",), "neither": ("",)}


@pytest.mark.parametrize(
    ("name", "better"), [(name, value.better) for kind in Metric.kinds().values() for name, value in kind.values.items() if not name.endswith(FLOOR)]
)
def test_every_figure_says_in_words_what_it_measures_and_which_way_is_better(name, better):
    about = metric_about(name)
    assert about.endswith((".", "perfect."))
    assert all(way in about for way in WAYS[better])
    assert better != "neither" or "is better" not in about


@pytest.mark.parametrize(
    "text",
    [
        "128 held-out and 1,669 training images of digits",
        "128 held-out images",
        "60,000 training images of mnist",
        "2,000 freshly drawn images of shapes",
        "1,000 held-out and 3,000 training points of ring",
        "what another version said",
    ],
)
def test_reals_are_the_same_in_english(text):
    assert reference_words(text) == text


def test_reals_of_an_old_run_are_said_in_the_language_of_here(german):
    german()
    assert reference_words("128 held-out and 1,669 training images of digits") == "128 zurückgehaltene und 1.669 Trainingsbilder von digits"
