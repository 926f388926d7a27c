"""Reals beside the samples and fewer, larger samples, as a person sees them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from studio.ui import theme as look
from studio.ui.panels.samples import Samples
from tests.ui.panels.digit_runs import COUNT, DigitRun
from tests.ui.panels.made_runs import shown
from tests.ui.panels.test_inspection import pixels


@pytest.fixture
def made(tmp_path: Path) -> Iterator[DigitRun]:
    with DigitRun(tmp_path / "0001-digits") as run:
        run.live()
        yield run


@pytest.fixture
def panel(session, made) -> Iterator[Samples]:
    session.view = made.view()
    yield from shown(Samples(session), 900, 460)


def choose_side(panel: Samples, text: str) -> None:
    index = panel.bar.side.findText(text)
    panel.bar.side.setCurrentIndex(index)
    panel.bar.side.activated.emit(index)


def show_reals(panel: Samples, qtbot) -> None:
    qtbot.mouseClick(panel.bar.reals, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.beside.reals.isVisible, timeout=60_000)


def cells_of(view, count: int) -> list[bytes]:
    return [pixels(view.cell_picture(cell).toImage()).tobytes() for cell in range(count)]


def test_as_many_reals_of_the_training_set_lie_beside_the_samples_at_one_scale(panel, made, qtbot):
    show_reals(panel, qtbot)
    reals, train = panel.beside.reals, {made.data.x[row].tobytes() for row in made.data.train}
    first = cells_of(reals, COUNT)
    assert set(first) <= train
    assert len(set(first)) == COUNT
    assert reals.scale() == panel.grid.scale()
    assert reals.cell_place(7).size() == panel.grid.cell_place(7).size()
    picture = panel.beside.grab().toImage()
    for role, half in (("fake", panel.grid), ("real", reals)):
        left = half.mapTo(panel.beside, QPoint(0, 0))
        colour = QColor(getattr(look.colours(), role)).rgb()
        assert any(picture.pixel(x, y) == colour for x in range(left.x(), left.x() + 90) for y in range(left.y() - 4))
    panel.bar.reals.click()
    assert not reals.isVisible()
    show_reals(panel, qtbot)
    assert cells_of(reals, COUNT) == first  # always the same ones


def test_zoom_and_pan_of_one_half_are_those_of_the_other(panel, made, qtbot):
    show_reals(panel, qtbot)
    reals = panel.beside.reals
    qtbot.keyClick(panel.grid, Qt.Key.Key_Plus)
    assert reals.scale() == panel.grid.scale()
    qtbot.keyClick(reals, Qt.Key.Key_Plus)
    qtbot.keyClick(reals, Qt.Key.Key_Plus)
    assert reals.scale() == panel.grid.scale()
    for view in (panel.grid, reals):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        for x in (80, 40):
            qtbot.mouseMove(view, QPoint(x, 70))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 70))
        assert reals.cell_place(0).topLeft() == panel.grid.cell_place(0).topLeft()
    qtbot.mouseDClick(reals, Qt.MouseButton.LeftButton)
    panel.resize(700, 400)
    qtbot.waitUntil(lambda: reals.scale() == panel.grid.scale() == panel.grid._fit_scale())


def test_the_choice_is_remembered_for_the_next_run(panel, made, qtbot, tmp_path):
    show_reals(panel, qtbot)
    with DigitRun(tmp_path / "0002-digits") as other:
        other.live()
        panel.session.view = other.view()
        panel.show_run(panel.session.view)
        qtbot.waitUntil(panel.beside.reals.isVisible, timeout=60_000)
    for again in shown(Samples(panel.session), 900, 460):
        assert again.bar.reals.isChecked()


def test_data_that_has_moved_is_told_and_the_toggle_goes_off_but_stays_wanted(session, notices, tmp_path, qtbot):
    with DigitRun(tmp_path / "0002-moved", {"kind": "folder", "path": str(tmp_path / "gone")}) as run:
        run.live()
        session.view = run.view()
        for panel in shown(Samples(session), 900, 460):
            panel.bar.reals.click()
            qtbot.waitUntil(lambda: bool(notices), timeout=60_000)
            assert str(tmp_path / "gone") in notices[0].text
            assert not panel.bar.reals.isChecked()
            assert not panel.beside._right.isVisible()
            with DigitRun(tmp_path / "0003-there") as other:
                other.live()
                session.view = other.view()
                panel.show_run(session.view)
                qtbot.waitUntil(panel.beside.reals.isVisible, timeout=60_000)


def test_cancel_gives_the_reals_up(panel, made, qtbot):
    panel.bar.reals.click()
    qtbot.mouseClick(panel.beside.work.button, Qt.MouseButton.LeftButton)
    assert not panel.bar.reals.isChecked()
    assert not panel.beside._right.isVisible()


def test_fewer_samples_are_larger_the_same_and_remembered(panel, made, qtbot):
    assert [panel.bar.side.itemText(k) for k in range(panel.bar.side.count())] == ["2 × 2", "3 × 3", "4 × 4", "5 × 4"]
    before = panel.grid.cell_place(0).width()
    panel.grid.choose(3)
    choose_side(panel, "2 × 2")
    assert panel.grid.cell_place(0).width() > before
    assert panel.grid.cell() == 3  # still the same sample, in another place
    for seed in range(4):
        np.testing.assert_array_equal(pixels(panel.grid.cell_picture(seed).toImage()), made.samples[seed])
    assert panel.grid.picture().width() == 16
    panel.grid.choose(None)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(panel.grid, key)
    assert panel.grid.cell() == 3  # there is no fifth
    for again in shown(Samples(panel.session), 900, 460):
        again.session.view = panel.session.view
        again.show_run(panel.session.view)
        assert again.bar.side.currentText() == "2 × 2"
        assert again.grid.picture().width() == 16
        choose_side(again, "5 × 4")
        assert again.grid.picture().width() == 40


def test_as_many_reals_follow_the_grid_size(panel, made, qtbot):
    choose_side(panel, "2 × 2")
    show_reals(panel, qtbot)
    four = cells_of(panel.beside.reals, 4)
    assert panel.beside.reals.picture().size() == panel.grid.picture().size()
    choose_side(panel, "5 × 4")
    qtbot.waitUntil(lambda: panel.beside.reals.picture().size() == panel.grid.picture().size(), timeout=60_000)
    assert cells_of(panel.beside.reals, COUNT)[:4] == four


def test_copy_takes_the_reals_when_these_have_the_keyboard(panel, made, qtbot):
    from PySide6.QtGui import QGuiApplication

    show_reals(panel, qtbot)
    panel.beside.reals.setFocus()
    qtbot.keyClick(panel.beside.reals, Qt.Key.Key_Right)
    qtbot.keyClick(panel.beside.reals, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert pixels(QGuiApplication.clipboard().image()).tobytes() == cells_of(panel.beside.reals, 1)[0]
