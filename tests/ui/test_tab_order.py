"""Tab leads through the whole window as it lies before the eyes, never to what is hidden, and each panel has keys that lead to it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from studio.presets import preset
from studio.ui.help_page import HelpDialog
from studio.ui.main_window import MainWindow
from studio.ui.panels import Panel
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.run_list import RunList

LIMIT = 300


@pytest.fixture
def built(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.is_built())
    window.activateWindow()
    window.pages.currentWidget().setFocus()
    return window


def way(qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> Iterator[QWidget]:
    """What has the keyboard after each press, until it comes back to the first."""
    first: QWidget | None = None
    for _ in range(LIMIT):
        qtbot.keyClick(QApplication.focusWidget(), key)
        here = QApplication.focusWidget()
        assert here is not None
        if here is first:
            return
        first = first or here
        yield here
    raise AssertionError("Tab never came round")


def panels_of(controls: list[QWidget]) -> list[str]:
    """The panels that they lie in, each once for a stretch."""
    found: list[str] = []
    for control in controls:
        around: QWidget | None = control
        while around is not None and not isinstance(around, Panel):
            around = around.parentWidget()
        if around is not None and found[-1:] != [around.title]:
            found.append(around.title)
    return found


def test_tab_leads_over_the_welcome_page_from_above_to_below(built: MainWindow, qtbot: QtBot):
    controls = list(way(qtbot))
    order = [controls.index(c) for c in (built.welcome.train, built.welcome.open, built.welcome.offer.take, *built.welcome.cards)]
    assert order == sorted(order)
    assert not any(isinstance(c, RunList) for c in controls), "an empty list has nothing to go to"


def test_tab_leads_through_every_panel_that_shows_and_no_other(built: MainWindow, qtbot: QtBot):
    built.session.draft_preset(preset("digits"))
    qtbot.waitUntil(lambda: built.workspace.isVisible() and built.workspace._default is not None)
    built.pages.currentWidget().setFocus()
    controls = list(way(qtbot))
    shows = panels_of(controls)
    assert len(shows) == len(set(shows)), "a panel was left and entered again"
    assert all(not c.visibleRegion().isEmpty() or isinstance(c, QTabBar) for c in controls if not isinstance(c, Panel) and c.width() and c.height())
    back = list(way(qtbot, Qt.Key.Key_Backtab))
    assert {id(c) for c in back} == {id(c) for c in controls}


def test_each_panel_has_keys_that_lead_to_it(built: MainWindow, qtbot: QtBot):
    ways = {a.text(): a for a in built.palette_box.matches("go to")}
    for panel in built.workspace.panels:
        way_there = ways[f"Go to {panel.title}"]
        assert way_there.shortcut().toString().startswith("Ctrl+")
        way_there.trigger()
        QApplication.processEvents()
        assert built.workspace.isVisible()
        assert panel.isAncestorOf(QApplication.focusWidget()) or panel is QApplication.focusWidget()


def test_a_button_that_goes_out_of_sight_leaves_the_keyboard_to_the_one_before(built: MainWindow):
    built.welcome.open.setFocus()
    built.welcome.open.hide()
    assert QApplication.focusWidget() is built.welcome.train
    built.welcome.open.show()
    built.welcome.offer.take.setFocus()
    built.welcome.offer.hide()
    assert QApplication.focusWidget() is built.welcome.open


def test_a_panel_that_was_moved_has_its_turn_where_it_lies_now(built: MainWindow, qtbot: QtBot):
    built.session.draft_preset(preset("digits"))
    qtbot.waitUntil(lambda: built.workspace.isVisible() and built.workspace._default is not None)
    before = [panel.title for panel in built.workspace._as_they_lie()]
    assert before.index("Log") < before.index("Doctor")
    built.workspace.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, built.workspace.docks["Doctor"])
    QApplication.processEvents()
    after = [panel.title for panel in built.workspace._as_they_lie()]
    assert after.index("Doctor") < after.index("Samples") < after.index("Log")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_presses_a_button_as_space_does(built: MainWindow, qtbot: QtBot, key: Qt.Key):
    built.toolbar.findChild(ActionButton, "button_runs").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert built.pages.currentWidget() is built.runs_page
    built.go_home()
    built.welcome.train.setFocus()
    with qtbot.waitSignal(built.welcome.train.clicked, timeout=1000):
        qtbot.keyClick(built.welcome.train, key)


def test_the_table_of_shortcuts_has_the_keys_of_the_panels(built: MainWindow):
    built.show_help("start")
    dialog = built.findChild(HelpDialog)
    assert not dialog.isModal(), "help is read beside the window"
    dialog.pages.setCurrentRow(next(n for n in range(dialog.pages.count()) if dialog.file_of(n) is None))
    assert "Go to Doctor" in dialog.text.toPlainText()
    assert "Ctrl+7" in dialog.text.toPlainText()
    assert "Abort" not in dialog.text.toPlainText(), "it has no keys"
    dialog.close()
