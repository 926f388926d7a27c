"""What a person does to the window: presses a button, answers a question."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from studio.ui.main_window import MainWindow
from studio.ui.widgets.action_button import ActionButton

Until = Callable[[Callable[[], bool]], None]


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Click a button of the toolbar, as a person can: it must be shown and enabled."""
    button = window.findChild(ActionButton, f"button_{name}")
    assert button.isVisible(), f"{name} is not on the toolbar"
    assert button.isEnabled(), f"{name} cannot be pressed"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(text: str) -> None:
    """Press this button of the next question."""

    def choose() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if b.text().replace("&", "") == text).click()

    QTimer.singleShot(100, choose)
