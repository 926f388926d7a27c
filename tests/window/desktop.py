"""The part of a desktop that a window cannot do without, where no window manager runs."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

NO_WINDOWS = Qt.WindowType.ToolTip, Qt.WindowType.Popup  # of which Qt itself takes the keyboard there and back


class Desktop(QObject):
    """A window that opens has the keyboard, and one that closes gives it back to the one below. For an application's event filter."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show
        if (shown or event.type() == QEvent.Type.Hide) and isinstance(watched, QWidget) and watched.isWindow() and watched.windowType() not in NO_WINDOWS:
            top = watched if shown else watched.parentWidget()
            if top is not None:
                top.window().activateWindow()
        return False
