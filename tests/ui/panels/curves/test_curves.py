"""The curves as a person sees them: colours on the plot, the legend's words, the line at the shared position."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from studio.presets import preset
from studio.ui import theme as look
from studio.ui.curve_data import short
from studio.ui.panels.curves import Curves
from tests.ui.panels.curves.curving import go_on, near, place_of
from tests.ui.panels.made_runs import MadeRun, shown


def test_without_a_run_it_says_what_will_appear(qtbot, session):
    panel = Curves(session)
    qtbot.addWidget(panel)
    panel.show()
    texts = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "No curves yet" in texts
    assert "Train" in texts


def test_once_a_draft_is_there_only_train_is_asked_for(qtbot, session):
    panel = Curves(session)
    qtbot.addWidget(panel)
    panel.show()

    def words() -> str:
        return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())

    assert "Choose a template" in words()
    session.set_draft(preset("ring").config)
    assert words().endswith("Press Train: the losses and other numbers of the run appear here while it trains.")
    session.set_draft(None)
    assert "Choose a template" in words()


def test_each_curve_is_drawn_where_its_numbers_are_in_its_own_colour(panel):
    panel.bar.smoothing.setValue(0)
    c = look.colours()
    image = panel.plot("losses").plot.grab().toImage()
    for i in (5, 20, 35):
        assert near(image, place_of(panel, "losses", i, 2 - i / 39), c.G)
        assert near(image, place_of(panel, "losses", i, 1 + i / 39), c.D) or i == 20
    image = panel.plot("outputs").plot.grab().toImage()
    assert near(image, place_of(panel, "outputs", 5, 1 - 5 / 39), c.real)
    assert near(image, place_of(panel, "outputs", 5, 5 / 39 - 1), c.fake)


def test_the_band_reaches_from_minimum_to_maximum(panel):
    image = panel.plot("outputs").plot.grab().toImage()
    ground = QColor(look.colours().panel)
    inside, outside = (image.pixelColor(place_of(panel, "outputs", 10.5, y).toPoint()) for y in (1.7, 2.05))
    assert inside != ground
    assert outside == ground


def test_the_legend_names_the_newest_values(panel):
    assert "G 1" in panel.plot("losses").told()
    assert "D 2" in panel.plot("losses").told()
    assert "real 0" in panel.plot("outputs").told()


def test_the_cursor_reads_all_values_at_its_place(panel, qtbot):
    at = place_of(panel, "losses", 13.0)
    qtbot.mouseMove(panel.plot("losses").plot.viewport(), at.toPoint())
    QApplication.processEvents()
    told = panel.plot("losses").told()
    assert f"G {short(2 - 13 / 39)}" in told
    assert f"D {short(1 + 13 / 39)}" in told
    assert "at 13" in told
    assert f"real {short(1 - 13 / 39)}" in panel.plot("outputs").told()  # the other plot tells its values of the same place
    assert panel.plot("outputs").cross_x.isVisible()
    panel._hover(None)
    assert "at" not in panel.plot("losses").told().split()


def test_the_position_moves_the_line_and_back(panel, qtbot):
    assert panel.plot("losses").line.value() == pytest.approx(39.0)
    panel.session.set_position(10_000.0)
    assert panel.plot("losses").line.value() == pytest.approx(10.0)
    assert panel.plot("outputs").line.value() == pytest.approx(10.0)
    assert "at 10 kimg" in panel.plot("losses").told()
    panel.plot("losses").placed.emit(20.0)  # what a drag of the line says
    assert panel.session.position == pytest.approx(20_000.0)
    qtbot.mouseClick(panel.plot("losses").plot.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, "losses", 30.0).toPoint())
    assert panel.session.position == pytest.approx(30_000.0, abs=200)
    panel.plot("losses").placed.emit(45.0)  # beyond the newest is live
    assert panel.session.position is None


def test_dragging_the_line_moves_the_position(panel, qtbot):
    panel.session.set_position(10_000.0)
    view = panel.plot("losses").plot.viewport()
    start, end = place_of(panel, "losses", 10.0).toPoint(), place_of(panel, "losses", 25.0).toPoint()
    qtbot.mouseMove(view, start)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for k in range(1, 6):
        qtbot.mouseMove(view, start + (end - start) * k / 5)
        qtbot.wait(30)  # pyqtgraph leaves out moves that come faster than a hundred a second
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert panel.session.position == pytest.approx(25_000.0, abs=700)
    assert panel.following()  # the view was not panned


def test_ticks_that_come_later_appear(panel, made):
    made.tick(60_000, loss_G=5.0, loss_D=1.0)
    go_on(panel)
    plot = panel.plot("losses")
    assert plot.points("loss/G").x[-1] == 60.0
    assert plot.view_range()[1] > 60.0
    assert "G 5" in plot.told()
    panel.bar.smoothing.setValue(0)
    assert near(plot.plot.grab().toImage(), place_of(panel, "losses", 60.0, 5.0), look.colours().G)


def test_a_zoom_stays_put_until_follow(panel, made):
    plot = panel.plot("losses")
    plot.box.setXRange(5, 10, padding=0)
    plot.box.sigRangeChangedManually.emit([True, True])
    assert not panel.following()
    assert not panel.bar.follow.isChecked()
    assert panel.plot("outputs").view_range() == pytest.approx((5, 10))  # all plots show the same part
    heights = plot.box.viewRange()[1]
    made.tick(60_000, loss_G=5.0, loss_D=1.0)
    go_on(panel)
    assert plot.view_range() == pytest.approx((5, 10))
    assert plot.box.viewRange()[1] == heights
    assert plot.points("loss/G").x[-1] <= 40  # only what is in view is fetched
    panel.bar.follow.click()
    assert panel.following()
    assert plot.view_range()[1] > 60


def test_the_wheel_zooms_the_run_and_not_the_values(panel):
    plot = panel.plot("losses")
    before = plot.box.viewRange()
    at = place_of(panel, "losses", 20.0)
    none, plain, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, plot.plot.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), none, plain, phase, False)
    QApplication.sendEvent(plot.plot.viewport(), turn)
    after = plot.box.viewRange()
    assert after[0][1] - after[0][0] < before[0][1] - before[0][0]
    assert after[1] == before[1]
    assert not panel.following()


def test_the_first_run_is_forgotten_when_another_is_shown(panel, tmp_path):
    with MadeRun(tmp_path / "0002-other") as other:
        other.tick(1000, loss_G=7.0, loss_D=8.0)
        other.tick(2000, loss_G=7.0, loss_D=8.0)
        panel.session.view = other.view()
        panel.show_run(panel.session.view)
        assert list(panel.plot("losses").points("loss/G").mean) == [7.0, 7.0]
        assert not panel.bar.groups["outputs"].isEnabled()  # it has no such numbers
        assert panel.shown() == ["losses"]


def test_groups_are_shown_and_hidden_and_remembered(panel, qtbot, made):
    qtbot.mouseClick(panel.bar.groups["gradients"], Qt.MouseButton.LeftButton)
    assert panel.shown() == ["losses", "outputs", "gradients"]
    assert panel.plot("gradients").isVisible()
    qtbot.mouseClick(panel.bar.groups["losses"], Qt.MouseButton.LeftButton)
    assert not panel.plot("losses").isVisible()
    again = Curves(panel.session)
    qtbot.addWidget(again)
    again.show()
    assert again.shown() == ["outputs", "gradients"]


def test_a_legend_without_room_says_numbers_in_fewer_figures_and_none_cut_short(panel, qtbot):
    plot = panel.plot("outputs")
    for width, told in ((400, "0.6667"), (265, "0.67")):
        plot.resize(width, 150)
        plot.tell(13.0)
        assert told in plot.told()
        assert plot._measure.idealWidth() <= width


def test_a_legend_without_room_leaves_its_title_to_the_hint_and_then_says_how_many_curves_are_left_out(panel):
    plot = panel.plot("outputs")
    assert plot._head.toolTip() == ""
    assert plot.told().startswith(plot.title)
    plot.resize(215, 150)
    plot.tell(13.0)
    assert plot.told().startswith("■")
    assert plot.title in plot._head.toolTip()
    plot.resize(120, 150)
    plot.tell(13.0)
    assert plot.told().startswith(plot.title)
    assert plot.told().endswith("+2")
    assert plot._measure.idealWidth() <= 120
    assert "real" in plot._head.toolTip()
    assert "fake" in plot._head.toolTip()


def test_a_branch_is_drawn_from_where_it_began(session, tmp_path):
    with MadeRun(tmp_path / "0002-branch", begin=250_000) as run:
        for i in range(250, 270):
            run.tick(1000 * i, loss_G=1.0)
        session.view = run.view()
        for panel in shown(Curves(session), 800, 500):
            left, right = panel.plot("losses").view_range()
            assert 249 < left <= 250
            assert 269 <= right < 270


def test_plots_in_columns_are_of_one_width_whatever_was_shown_before(panel, qtbot):
    panel.resize(600, 200)

    def widths() -> list[int]:
        panel.refresh()
        QApplication.processEvents()
        return [panel.plot(key).width() for key in panel.shown()]

    assert len(widths()) == 2
    panel.session.theme.choose("dark")  # plots that a style sheet met ask for less room than those that come later
    for key in ("gradients", "speed"):
        panel.bar.groups[key].setChecked(True)
        assert max(widths()) - min(widths()) <= 1
    for key in ("losses", "outputs", "gradients"):
        panel.bar.groups[key].setChecked(False)
    assert widths()[0] > 500  # alone, it has the room to itself


def test_time_along_the_bottom_keeps_the_position(panel):
    panel.session.set_position(10_000.0)
    panel.bar.axis.setCurrentIndex(1)
    assert panel.plot("losses").line.value() == pytest.approx(20.0)  # two seconds a kimg
    panel.plot("losses").placed.emit(40.0)
    assert panel.session.position == pytest.approx(20_000.0)
    assert "0:40, 20 kimg" in panel.plot("losses").told()


def test_keys_move_the_position_and_the_view(panel, qtbot):
    panel.session.set_position(10_000.0)
    plot = panel.plot("losses")
    qtbot.keyClick(plot.plot, Qt.Key.Key_Right)
    assert panel.session.position is not None
    assert panel.session.position > 10_000
    qtbot.keyClick(plot.plot, Qt.Key.Key_Plus)
    assert not panel.following()
    assert plot.view_range()[1] < 39
    qtbot.keyClick(plot.plot, Qt.Key.Key_0)
    assert panel.following()


def test_a_run_that_began_far_off_is_scaled_by_what_came_since(session, tmp_path):
    with MadeRun(tmp_path / "0002-peak") as run:
        for i in range(1, 200):
            run.tick(1000 * i, loss_G=0.5 + 0.01 * (i % 7) + 5 * math.exp(-i / 8), loss_D=0.6)
        session.view = run.view()
        for panel in shown(Curves(session), 800, 500):
            low, high = panel.plot("losses").box.viewRange()[1]
            assert low < 0.5
            assert 0.65 < high < 1.5
