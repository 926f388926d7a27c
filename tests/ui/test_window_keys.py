"""The window's shortcuts work while a line of text has the keyboard, and the line keeps the keys that are its own."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from studio.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


class Grasping(QLineEdit):
    """Claims every key before any shortcut, as Qt's own line does with Ctrl+K and Ctrl+E where the desktop gives them a meaning in texts."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def line(window: MainWindow, qtbot: QtBot) -> QLineEdit:
    """A line of the window, with the keyboard and a word in it."""
    made = Grasping("rate", window)
    made.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_the_palette_opens_from_within_a_line(window: MainWindow, line: QLineEdit, qtbot: QtBot):
    qtbot.keyClick(line, Qt.Key.Key_K, CTRL)
    assert window.palette_box.isVisible()
    assert line.text() == "rate"


def test_the_line_keeps_what_the_window_has_no_use_for(window: MainWindow, line: QLineEdit, qtbot: QtBot):
    qtbot.keyClick(line, Qt.Key.Key_A, CTRL)
    assert line.selectedText() == "rate"
    window.session.position = 1000.0
    qtbot.keyClick(line, Qt.Key.Key_End, CTRL)  # the window's way to the newest samples: but in a line it goes to the end
    assert window.session.position == 1000.0
