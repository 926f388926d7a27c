"""The queue at the foot of the page of runs: what trains, what waits, in which order. What it does is run_queue.py's."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QToolButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.run_queue import RunQueue
from studio.ui.theme import SPACE
from studio.ui.widgets.words import Words
from studio.words import say

MOST = 4  # rows in sight; further ones are scrolled to
PATH = Qt.ItemDataRole.UserRole


class QueueBox(QFrame):
    """Small while nothing waits: then it says how a run gets in."""

    def __init__(self, queue: RunQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self.setObjectName("card")
        heading = QLabel(say("Queue", sense="heading"))
        heading.setFont(theme.font(bold=True))
        self.words = Words(role="muted", scale=theme.SMALL)
        self.toggle = QPushButton()
        self.toggle.clicked.connect(self._toggle)
        self.now = QPushButton(say("Begin now"))
        self.now.setToolTip(say("Train the first of the queue beside the run that trains in the background; both would be slower"))
        self.now.clicked.connect(queue.begin_now)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Runs in the queue"))
        self.list.setAccessibleDescription(say("In the order in which they train: Alt+Up and Alt+Down move one, Delete takes it out"))
        self.list.currentRowChanged.connect(self._enable)
        self.up = self._button(say("Earlier"), "chevron-up", say("Train this run earlier (Alt+Up)"), "Alt+Up", lambda: self._move(-1))
        self.down = self._button(say("Later"), "chevron-down", say("Train this run later (Alt+Down)"), "Alt+Down", lambda: self._move(1))
        self.out = self._button(say("Take out"), "close", say("Take this run out of the queue (Delete); the run itself stays"), "Del", self._remove)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(heading)
        top.addWidget(self.words, 1)
        for widget in (self.up, self.down, self.out, self.now, self.toggle):
            top.addWidget(widget)
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        body.setSpacing(SPACE // 2)
        body.addLayout(top)
        body.addWidget(self.list)
        queue.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """What the queue is now; the chosen one stays chosen."""
        paths, before = self._queue.paths, self._chosen()
        self.list.clear()
        for number, path in enumerate(paths, 1):
            now = self._queue.is_training(path)
            text = say("{name}  ·  trains now", name=path.name) if now else path.name
            item = QListWidgetItem(theme.icon(*(("play", "ok") if now else ("clock", "muted"))), f"{number}.  {text}")
            item.setData(PATH, path)
            item.setToolTip(str(path))
            self.list.addItem(item)
        self.list.setVisible(bool(paths))
        self.list.setFixedHeight(min(MOST, len(paths)) * (self.list.sizeHintForRow(0) if paths else 0) + 4)
        if paths:
            self.list.setCurrentRow(paths.index(before) if before in paths else 0)
        self.words.setText(self._said())
        going = self._queue.is_going
        self.toggle.setText(say("Pause queue" if going else "Start queue"))
        self.toggle.setIcon(theme.icon("pause" if going else "play", "text"))
        self.toggle.setToolTip(say("Begin no other run; what trains goes on" if going else "Train these runs one after another"))
        self.toggle.setVisible(bool(paths) or going)
        self.now.setVisible(self._queue.may_begin_now())
        for button in (self.up, self.down, self.out):
            button.setVisible(bool(paths))
        self._enable()

    def _said(self) -> str:
        queue = self._queue
        if not queue.paths:
            return say("Runs put here train one after another. Choose some above and press Queue; Ctrl+Shift+Return adds the settings of a new run.")
        busy = queue.busy_with()
        if not queue.is_going:
            return say("Paused: nothing begins by itself.")
        if busy:
            return say("Waits until {name} has ended.", name=busy)
        return say("The next begins when the present one has ended. One that fails is told, and the queue goes on.")

    def _chosen(self) -> Path | None:
        item = self.list.currentItem()
        said = item.data(PATH) if item is not None else None
        return Path(said) if said is not None else None

    def _enable(self) -> None:
        path, paths = self._chosen(), self._queue.paths
        free = path is not None and not self._queue.is_training(path)
        first = 1 if paths and self._queue.is_training(paths[0]) else 0
        at = paths.index(path) if path in paths else -1
        self.up.setEnabled(free and at > first)
        self.down.setEnabled(free and at < len(paths) - 1)
        self.out.setEnabled(path is not None)

    def _move(self, by: int) -> None:
        if (path := self._chosen()) is not None:
            self._queue.move(path, by)

    def _remove(self) -> None:
        if (path := self._chosen()) is not None:
            self._queue.remove(path)

    def _toggle(self) -> None:
        if self._queue.is_going:
            self._queue.pause()
        else:
            self._queue.start()

    def _button(self, text: str, icon: str, tip: str, keys: str, do: object) -> QToolButton:
        action = QAction(theme.icon(icon), text, self)
        action.setToolTip(tip)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.list.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
