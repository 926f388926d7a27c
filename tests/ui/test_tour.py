"""The tour: six steps beside the real controls, by mouse and by keys; offered once, found again, and gone without a trace."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.ui import tour
from studio.ui.main_window import MainWindow
from studio.ui.tour import STEPS, Tour
from studio.ui.widgets.action_button import ActionButton
from tests.ui.pressing import Until


def current(window: MainWindow) -> Tour:
    [found] = [t for t in window.findChildren(Tour) if not t.bubble.isHidden()]
    return found


def settle(times: int = 5) -> None:
    for _ in range(times):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def begun(window: MainWindow) -> Tour:
    window.actions_table["tour"].trigger()
    settle()
    return current(window)


def place_of(window: MainWindow, widget: object) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def panel(window: MainWindow, title: str) -> object:
    return next(p for p in window.workspace.panels if p.title == title)


def test_it_is_offered_once_on_the_welcome_page_and_taken_from_there(window: MainWindow, qtbot: QtBot):
    offer = window.welcome.offer
    assert offer.isVisible()
    qtbot.mouseClick(offer.take, Qt.MouseButton.LeftButton)
    settle()
    walk = current(window)
    assert walk.bubble.isVisible()
    assert not window.welcome.isVisible()
    walk.skip()
    assert window.welcome.isVisible()
    assert not offer.isVisible()
    assert window.session.draft is None  # as before
    again = tour.TourOffer(QSettings(window.session.settings.fileName(), QSettings.Format.IniFormat))
    qtbot.addWidget(again)
    assert again.isHidden()


def test_taken_from_home_while_a_run_trains_it_shows_that_run(trained: MainWindow, until: Until):
    training = trained.session.torch.training
    trained.go_home()
    assert trained.session.view is None
    trained.actions_table["tour"].trigger()
    until(lambda: any(not walk.bubble.isHidden() for walk in trained.findChildren(Tour)))
    assert trained.session.view is not None
    assert trained.session.view.folder.path == training
    [pause] = current(trained).holes()
    assert pause == place_of(trained, trained.findChild(ActionButton, "button_pause"))
    current(trained).skip()
    assert trained.welcome.isVisible()
    assert trained.session.torch.training == training


def test_an_offer_that_is_not_wanted_does_not_come_again(qtbot: QtBot, tmp_path: Path):
    store = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    offer = tour.TourOffer(store)
    qtbot.addWidget(offer)
    offer.show()
    qtbot.mouseClick(offer.dismiss, Qt.MouseButton.LeftButton)
    assert offer.isHidden()
    assert tour.TourOffer(store).isHidden()


def test_each_step_points_at_its_control_and_the_bubble_lies_beside_it_inside_the_window(window: MainWindow, qtbot: QtBot):
    walk = begun(window)
    qtbot.waitUntil(panel(window, "Dataset").form.is_built, timeout=90_000)
    for number, step in enumerate(STEPS):
        assert walk.step == number
        assert walk.bubble.title.text() == step.title
        assert walk.bubble.count.text() == f"{number + 1} of 6"
        assert step.title in walk.bubble.accessibleName()
        holes = walk.holes()
        expected = panel(window, step.panel) if step.panel else window.findChild(ActionButton, "button_train")
        if step.part:
            expected = panel(window, "Dataset").other_drop
        assert holes[0] == place_of(window, expected)
        assert window.rect().contains(walk.bubble.geometry())
        assert not expected.visibleRegion().isEmpty()
        if step.title != "Samples":  # that one fills the middle of the window
            assert not walk.bubble.geometry().intersects(holes[0])
        qtbot.mouseClick(walk.bubble.next, Qt.MouseButton.LeftButton)
        settle()
    assert not window.findChildren(Tour)
    assert window.session.draft["name"] == "digits"  # ready to press Train


def test_it_is_walked_by_keys(window: MainWindow, qtbot: QtBot):
    walk = begun(window)
    window.activateWindow()
    qtbot.waitUntil(walk.bubble.next.hasFocus)
    qtbot.keyClick(walk.bubble.next, Qt.Key.Key_Right)
    assert walk.step == 1
    qtbot.keyClick(walk.bubble.next, Qt.Key.Key_Return)
    assert walk.step == 2
    qtbot.keyClick(walk.bubble.next, Qt.Key.Key_Left)
    qtbot.keyClick(walk.bubble.next, Qt.Key.Key_Left)
    qtbot.keyClick(walk.bubble.next, Qt.Key.Key_Left)
    assert walk.step == 0
    assert not walk.bubble.back.isEnabled()
    qtbot.keyClick(walk.bubble.next, Qt.Key.Key_Escape)
    settle()
    assert not window.findChildren(Tour)


def test_a_closed_panel_is_opened_and_one_that_floats_is_raised_without_a_hole(window: MainWindow, until: Until):
    walk = begun(window)
    docks = window.workspace.docks
    docks["Curves"].close()
    docks["Doctor"].setFloating(True)
    walk.go(2)
    settle()
    assert docks["Curves"].isVisible()
    assert walk.holes() == [place_of(window, panel(window, "Curves"))]
    walk.go(1)
    settle()
    assert walk.holes() == []
    assert walk.bubble.geometry().center().x() == pytest.approx(window.rect().center().x(), abs=4)
    docks["Doctor"].setFloating(False)
    walk.end()


def test_it_follows_the_size_of_the_window_and_the_scheme(window: MainWindow, qtbot: QtBot):
    walk = begun(window)
    walk.go(3)
    settle()
    before = walk.holes()[0]
    window.resize(1500, 940)
    qtbot.waitUntil(lambda: walk.holes()[0] == place_of(window, panel(window, "Doctor")) != before)
    qtbot.waitUntil(lambda: walk.veil.geometry() == window.rect())
    qtbot.waitUntil(lambda: not walk.bubble.geometry().intersects(walk.holes()[0]))
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.rect().contains(walk.bubble.geometry()))
    window.set_scheme("dark")
    dark = walk.veil.grab().toImage().pixelColor(4, 300)
    window.set_scheme("light")
    assert walk.veil.grab().toImage().pixelColor(4, 300) != dark
    walk.end()


def test_the_window_stays_usable_beneath_it_and_going_home_ends_it(window: MainWindow, qtbot: QtBot):
    begun(window)
    button = window.findChild(ActionButton, "button_home")
    at = button.mapTo(window, button.rect().center())
    assert window.childAt(at) is button  # the veil lets the mouse through
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert not window.findChildren(Tour)
    assert window.welcome.isVisible()


def test_begun_again_it_begins_anew(window: MainWindow):
    first = begun(window)
    first.go(1)
    second = begun(window)
    assert second.step == 0
    second.end()
    settle()
    assert not window.findChildren(Tour)
