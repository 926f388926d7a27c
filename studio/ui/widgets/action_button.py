"""A tool button that shows one action, with an icon in the colour of its own ground."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from studio.ui import theme


class ActionButton(QToolButton):
    """Follows its action's text, tip and enabled state. A primary one is filled with the accent."""

    def __init__(self, action: QAction, icon: str, *, primary: bool = False, text: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action_shown = action
        self.setObjectName(f"button_{action.objectName()}")
        self.setProperty("primary", primary)
        self.setIcon(theme.icon(icon, "on_accent" if primary else "text"))
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self.action_shown
        name = action.text().replace("&", "")
        self.setText(name)
        self.setAccessibleName(name.rstrip("…"))
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
