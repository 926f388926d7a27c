"""What can be done without a mouse, and where the keyboard is afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.ui.main_window import MainWindow
from studio.ui.runs_page import RunsPage
from studio.ui.theme import Theme
from studio.ui.widgets.frames import PointsFrame, read_frame
from studio.ui.widgets.points_view import PointsView
from studio.ui.widgets.run_list import RunList
from tests.ui.made_home import made_run, settings
from tests.ui.panels.made_runs import shown, write_points
from tests.ui.pressing import Until

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, home: Path, until: Until) -> RunsPage:
    for number in (1, 2, 3):
        made_run(home, number, settings(f"run {number}"), state="stopped")
    window.activateWindow()
    window.actions_table["runs"].trigger()
    until(lambda: window.runs_page.watch.is_read and len(window.runs_page.table.shown()) == 3)
    return window.runs_page


@pytest.fixture
def points(tmp_path: Path, theme: Theme) -> Iterator[PointsView]:
    write_points(tmp_path / "points.npz")
    frame = read_frame(tmp_path / "points.npz")
    assert isinstance(frame, PointsFrame)
    for view in shown(PointsView(), 500, 400):
        view.set_frame(frame)
        yield view


@pytest.mark.parametrize("end", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_palette_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot, end: Qt.Key):
    window.activateWindow()
    window.welcome.open.setFocus()
    window.show_palette()
    box = window.palette_box
    qtbot.waitUntil(box.line.hasFocus)
    qtbot.keyClicks(box.line, "theme: as the system")
    qtbot.keyClick(box.line, end)
    assert not box.isVisible()
    assert window.welcome.open.hasFocus()


def test_points_are_zoomed_moved_and_fitted(points: PointsView, qtbot: QtBot):
    def view() -> tuple[float, ...]:
        return tuple(round(end, 6) for side in points._plot.getViewBox().viewRange() for end in side)

    whole = view()
    qtbot.keyClick(points._plot, Qt.Key.Key_Plus)
    nearer = view()
    assert whole[0] < nearer[0] < nearer[1] < whole[1]
    qtbot.keyClick(points._plot, Qt.Key.Key_Right)
    assert nearer[0] < view()[0]
    qtbot.keyClick(points._plot, Qt.Key.Key_0)
    assert view() == whole


def test_the_recent_runs_show_which_one_enter_would_open(window: MainWindow, home: Path, qtbot: QtBot):
    for number in (1, 2):
        made_run(home, number, settings(f"run {number}"), state="stopped")
    window.activateWindow()
    window.go_home()
    recent = window.welcome.runs
    assert isinstance(recent, RunList)
    qtbot.waitUntil(lambda: len(recent.runs.runs) == 2)
    recent.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(recent.hasFocus)
    assert [index.row() for index in recent.selectedIndexes()] == [0]


def test_the_runs_are_sorted_from_the_menu(page: RunsPage):
    def names() -> list[str]:
        return [run.title for run in page.table.shown()]

    page.table.sort_or_turn(0)
    assert names() == ["run 1", "run 2", "run 3"]
    page.table.sort_or_turn(0)
    assert names() == ["run 3", "run 2", "run 1"]


def test_searching_the_runs_anew_takes_the_place_of_the_words_before(page: RunsPage, qtbot: QtBot):
    qtbot.keyClick(page.table, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.search, "run 1")
    page.table.take_keyboard()
    qtbot.keyClick(page.table, Qt.Key.Key_F, CTRL)
    assert page.search.selectedText() == "run 1"


def test_an_emptied_queue_gives_the_keyboard_to_the_table(page: RunsPage, qtbot: QtBot):
    page.table.choose([page.table.shown()[0].path])
    page.deeds["queue"].trigger()
    page.queue_box.list.setFocus()
    assert page.queue_box.list.hasFocus()
    qtbot.keyClick(page.queue_box.list, Qt.Key.Key_Delete)
    assert page.queue_box.list.isHidden()
    assert QApplication.focusWidget() is page.table
