"""Where another language is in force: numbers are written its way, and what is kept or chosen by a key stays under that key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from studio import words
from studio.messages import Evidence
from studio.ui import theme as look
from studio.ui.curve_data import Series, series_of, short
from studio.ui.widgets.axes import RunAxis, ValueAxis
from studio.ui.widgets.curve_bar import CurveBar
from studio.ui.widgets.quantities import duration, kimg, rate, size
from studio.ui.widgets.scrubber import Scrubber
from studio.ui.widgets.shares_plot import SharesPlot


@pytest.fixture(autouse=True)
def another() -> Iterator[None]:
    """Every text in capitals, numbers as in German."""
    words.speak(lambda text, *_: text if "{" in text else text.upper(), point=",", group=".")
    yield
    words.speak()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_quantities_and_axes_have_its_marks():
    assert [kimg(n) for n in (500, 1500, 1240000)] == ["0,50", "1,5", "1.240"]
    assert [size(1.2e9), rate(2035.4), rate(12.34), duration(725)] == ["1,2 GB", "2.035", "12,3", "12:05"]
    assert [short(v) for v in (0.0123, -1234.5, 1.5e6, float("nan"))] == ["0,0123", "−1234", "1,50e+6", "NOT A NUMBER"]
    assert RunAxis().tickStrings([0.0, 1500.0], 1.0, 1.0) == ["0", "1.500 kimg"]
    assert ValueAxis().tickStrings([0.5], 1.0, 1.0) == ["0,5"]


def test_the_speed_is_kept_by_its_key(qtbot, theme, settings):
    scrubber = Scrubber(settings)
    qtbot.addWidget(scrubber)
    scrubber._speed.setCurrentText("0,25×")
    assert settings.value("samples/speed") == "0.25×"
    again = Scrubber(settings)
    qtbot.addWidget(again)
    assert again._speed.currentText() == "0,25×"


def test_groups_are_kept_by_their_keys_and_said_where_they_are_shown(qtbot, theme, settings):
    bar = CurveBar(settings)
    qtbot.addWidget(bar)
    bar.groups["gradients"].setChecked(True)
    assert settings.value("curves/groups") == "losses,outputs,gradients"
    assert bar.groups["gradients"].text() == "GRADIENTS"
    assert bar.menus["Doctor"].text() == "DOCTOR"
    assert series_of("outputs", ["d/fake", "d/real"]) == [Series("d/real", "REAL", "real", band=True), Series("d/fake", "FAKE", "fake", band=True)]


def test_distributions_keep_their_colours_under_other_names(qtbot, theme):
    plot = SharesPlot(Evidence(kind="histogram", title="Shares", series={"reals": (0.5, 0.5), "samples": (0.3, 0.7)}))
    qtbot.addWidget(plot)
    assert plot.legend().count("REALS") == plot.legend().count("SAMPLES") == 1
    assert list(plot._colours().values()) == [look.colours().real, look.colours().fake]
