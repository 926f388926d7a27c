"""Faults in the window: what is said, what to do about it, and a report of our own."""

import itertools
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.messages import Failed
from studio.ui.main_window import MainWindow
from studio.ui.notices import ErrorDialog
from studio.ui.session import Notice
from tests.ui.failing import failed_run
from tests.ui.pressing import Until


def test_a_failed_run_says_what_happened_what_to_do_and_does_it(window: MainWindow, home: Path, until: Until, notices: list[Notice]):
    path = failed_run(home, Failed(error="out_of_memory", text="The memory did not suffice.", remedy="Lower the batch.", nimg=640))
    window.session.open_run(path)
    until(lambda: bool(window.notices.cards()))
    card = window.notices.cards()[0]
    assert card.notice.text == "The memory did not suffice.\nLower the batch."
    assert card.notice.action_label == "Resume with batches of 32"


def test_a_notice_that_goes_gives_the_keyboard_to_the_window_and_not_to_the_next_control(window: MainWindow, qtbot: QtBot):
    window.session.notice.emit(Notice("Look here.", "info", "Look", lambda: None))
    card = window.notices.cards()[-1]
    card.take_keyboard()
    qtbot.keyClick(card._first, Qt.Key.Key_Space)
    assert not window.notices.cards()
    assert window.focusWidget() in (None, window)


def test_a_broken_run_is_told_and_nothing_is_shown(window: MainWindow, tmp_path: Path, notices: list[Notice], until: Until):
    window.session.open_run(tmp_path / "nothing")
    until(lambda: bool(notices))
    assert "there is no run folder" in notices[0].text
    assert window.session.view is None
    assert window.pages.currentWidget() is window.welcome


def test_notices_stack_inside_the_window_and_one_text_shows_once(window: MainWindow, qtbot: QtBot):
    for text in ("one", "two", "two", "three"):
        window.session.warn(text, "error")
    QApplication.processEvents()
    cards = window.notices.cards()
    assert [c.notice.text for c in cards] == ["one", "two", "three"]
    for card in cards:
        assert window.rect().contains(card.geometry())
    assert not any(a.geometry().intersects(b.geometry()) for a, b in itertools.pairwise(cards))
    qtbot.mouseClick(cards[0]._close, Qt.MouseButton.LeftButton)
    assert len(window.notices.cards()) == 2


def test_a_fault_of_our_own_shows_a_dialog_with_a_report_to_copy(window: MainWindow, qtbot: QtBot):
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError as error:
        dialog = ErrorDialog(error, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._details.isVisible()
    dialog._unfold(True)
    assert dialog._details.isVisible()
    assert "ZeroDivisionError: by nothing" in dialog.report
