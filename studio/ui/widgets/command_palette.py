"""Ctrl+K: find and do anything in the table of actions by typing part of its name."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.theme import SPACE
from studio.words import say

ROWS = 11  # shown at once


class CommandPalette(QFrame):
    """A line to type in and the actions that match, those that make sense now first."""

    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._actions, self._window = actions, parent
        self._before: QWidget | None = None  # what had the keyboard when it was opened
        self.line = QLineEdit()
        self.line.setPlaceholderText(say("Type what you want to do"))
        self.line.setAccessibleName(say("Search commands"))
        self.line.setAccessibleDescription(say("The arrow keys choose, Enter does it"))
        self.line.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.found = QTreeWidget()
        self.found.setAccessibleName(say("Commands"))
        self.found.setAccessibleDescription(say("What can be done now comes first"))
        self.found.setColumnCount(2)
        self.found.setHeaderHidden(True)
        self.found.setRootIsDecorated(False)
        self.found.setUniformRowHeights(True)
        self.found.header().setStretchLastSection(False)
        self.found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.found.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.found.setIconSize(QSize(theme.ICON, theme.ICON))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = QLabel(say("Nothing is called that."))
        self._none.setProperty("role", "muted")
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        body.setSpacing(SPACE)
        body.addWidget(self.line)
        body.addWidget(self.found)
        body.addWidget(self._none)
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.found.itemClicked.connect(self._choose)
        self.hide()

    def open(self) -> None:
        """Show it in the window's upper middle."""
        window = self._window
        self._before = window.focusWidget()
        width = min(560, window.width() - 4 * SPACE)
        self.setGeometry((window.width() - width) // 2, 9 * SPACE, width, 9 * SPACE)
        self.line.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, actions: list[QAction]) -> None:
        """More that can be done."""
        self._actions += actions

    def matches(self, text: str) -> list[QAction]:
        """Actions whose name or tip holds every word, names first, or whose name holds their letters in order; of each kind the enabled ones first."""
        words = text.lower().split()
        ranked = [(rank, n, a) for n, a in enumerate(self._actions) if (rank := _rank(a, words)) is not None]
        return [a for *_, a in sorted(ranked, key=lambda r: (r[0][0], not r[2].isEnabled(), r[0][1], r[1]))]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        count = self.found.topLevelItemCount()
        if event.key() in steps and count:
            self._go_to((self.found.currentIndex().row() + steps[Qt.Key(event.key())]) % count)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.found.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _filter(self, text: str) -> None:
        self.found.clear()
        for action in self.matches(text):
            item = QTreeWidgetItem([_name(action), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)])
            item.setIcon(0, action.icon())
            item.setToolTip(0, _tip(action))
            item.setForeground(1, QColor(theme.colours().muted))
            item.setData(0, Qt.ItemDataRole.UserRole, action)
            item.setDisabled(not action.isEnabled())
            self.found.addTopLevelItem(item)
        count = self.found.topLevelItemCount()
        self._go_to(0)
        self.found.setVisible(count > 0)
        self._none.setVisible(count == 0)
        rows = min(count, ROWS) * (self.found.sizeHintForRow(0) if count else 0)
        self.resize(self.width(), self.line.sizeHint().height() + (rows or self._none.sizeHint().height()) + 3 * SPACE)

    def _go_to(self, row: int) -> None:
        item = self.found.topLevelItem(row)
        if item is not None:
            self.found.setCurrentItem(item)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        action = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(action, QAction) and action.isEnabled():
            self._leave()
            action.trigger()

    def _leave(self) -> None:
        """The keyboard goes back to where it was."""
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self.hide()


def _name(action: QAction) -> str:
    return action.text().replace("&", "")


def _tip(action: QAction) -> str:
    return action.statusTip() or action.toolTip()


def _rank(action: QAction, words: list[str]) -> tuple[int, int] | None:
    """How it matches, 0 the closest, and within that how early; None where it does not."""
    name = _name(action).lower()
    if all(word in name for word in words):
        return 0, sum(name.find(word) for word in words)
    told = f"{name} {_tip(action).lower()}"
    if all(word in told for word in words):
        return 1, sum(told.find(word) for word in words)
    return (2, len(name)) if all(_has_letters(name, word) for word in words) else None


def _has_letters(name: str, word: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in word)
