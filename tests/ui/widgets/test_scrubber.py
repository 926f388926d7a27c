"""Play, speed and loop, as a person uses them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from studio.ui.widgets.scrubber import SPEEDS, Scrubber

FRAMES = [1000.0, 2000.0, 3000.0, 4000.0]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def scrubber(qtbot, theme, settings) -> Iterator[Scrubber]:
    made = Scrubber(settings)
    qtbot.addWidget(made)
    made.resize(600, 40)
    made.set_history(FRAMES, [], 5000.0)
    made.show()
    yield made
    made.stop()


def test_space_plays_and_pauses_while_the_line_has_the_keyboard(scrubber, qtbot):
    scrubber.track.setFocus()
    qtbot.keyClick(scrubber.track, Qt.Key.Key_Space)
    assert scrubber.playing()
    assert scrubber.position() == 1000.0
    qtbot.keyClick(scrubber.track, Qt.Key.Key_Space)
    assert not scrubber.playing()


def test_with_loop_the_end_is_shown_and_it_begins_anew(scrubber, qtbot):
    scrubber._speed.setCurrentText("8×")
    qtbot.mouseClick(scrubber._loop, Qt.MouseButton.LeftButton)
    places: list[float | None] = []
    scrubber.moved.connect(places.append)
    scrubber._play.click()
    qtbot.waitUntil(lambda: places.count(1000.0) >= 3, timeout=30_000)
    assert scrubber.playing()
    assert None not in places
    assert 4000.0 in places
    scrubber._loop.click()
    qtbot.waitUntil(lambda: not scrubber.playing(), timeout=30_000)
    assert places[-1] is None


def test_speeds_reach_from_a_quarter_to_eight_times_and_are_so(scrubber):
    assert list(SPEEDS) == ["0.25×", "0.5×", "1×", "2×", "4×", "8×"]
    usual = SPEEDS["1×"]
    assert [SPEEDS[name] / usual for name in SPEEDS] == [float(name[:-1]) for name in SPEEDS]
    scrubber.set_history([float(n) for n in range(1000)], [], 1000.0)
    passed = {}
    for name in ("0.25×", "1×", "8×"):
        scrubber._speed.setCurrentText(name)
        scrubber.set_position(0.0)
        scrubber._due = 0.0
        for _ in range(100):
            scrubber._tick()
        passed[name] = scrubber.position()
    assert passed["0.25×"] == pytest.approx(passed["1×"] / 4, abs=1)
    assert passed["8×"] == pytest.approx(8 * passed["1×"], abs=8)


def test_speed_and_loop_are_remembered(scrubber, settings, qtbot):
    scrubber._speed.setCurrentText("0.5×")
    scrubber._loop.click()
    again = Scrubber(settings)
    qtbot.addWidget(again)
    assert again._speed.currentText() == "0.5×"
    assert again._loop.isChecked()
    settings.setValue("samples/speed", "as fast as it can")
    third = Scrubber(settings)
    qtbot.addWidget(third)
    assert third._speed.currentText() == "1×"
