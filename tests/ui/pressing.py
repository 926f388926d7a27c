"""What a person does to the window: presses a button, answers a question, writes into a line."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from studio.ui.actions import Standing
from studio.ui.main_window import MainWindow
from studio.ui.widgets.action_button import ActionButton

Until = Callable[[Callable[[], bool]], None]


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Click a button of the toolbar, as a person can: it must be shown and enabled.

    Qt lays a toolbar out anew only once the event loop comes round: what was allowed a moment ago may not lie there yet.
    """
    button = window.findChild(ActionButton, f"button_{name}")
    assert button is not None, f"{name} is no button"
    try:
        qtbot.waitUntil(button.isVisible, timeout=900)  # less than the window's own clock takes to look again
    except qtbot.TimeoutError:
        raise AssertionError(f"{name} is not on the toolbar: {Standing.of(window.session)}") from None
    assert button.isEnabled(), f"{name} cannot be pressed"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(text: str) -> None:
    """Press this button of the next question."""

    def choose() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if b.text().replace("&", "") == text).click()

    QTimer.singleShot(100, choose)


def typed(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Write over what stands in a line."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
