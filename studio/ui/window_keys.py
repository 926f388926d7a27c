"""Keys: a panel's own, and the window's where a line of text would take them for itself, for Ctrl+K and Ctrl+E mean something there too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton, QToolButton, QWidget


def key_within(widget: QWidget, keys: QKeySequence | QKeySequence.StandardKey, do: Callable[[], object], *, alone: bool = False) -> QShortcut:
    """Keys that mean something while the keyboard is in a widget, or with `alone` not in what lies inside of it.

    The context is set afterwards: beside a function, PySide's constructor passes over it, and the keys are then the whole window's.
    """
    made = QShortcut(keys, widget)
    made.setContext(Qt.ShortcutContext.WidgetShortcut if alone else Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(do)
    return made


def pressed_by_return(button: QWidget | None, event: QKeyEvent) -> bool:
    """Whether the key was a Return that has pressed a button, or opened its menu."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if isinstance(button, QToolButton) and button.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup:
        button.showMenu()
    elif isinstance(button, QPushButton | QToolButton):
        button.click()
    return True


class WindowKeys(QObject):
    """Watches only the line that has the keyboard. Keys without a letter, such as Ctrl+End, stay with the line."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @Slot("QWidget*", "QWidget*")
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QLineEdit):
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit) and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not self._is_ours(event):
            return False
        event.ignore()
        return True

    def _is_ours(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        return event.key() < Qt.Key.Key_Escape and any(pressed == action.shortcut() for action in self._window.actions() if action.isEnabled())
