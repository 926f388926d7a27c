"""How far long work has come, and a way to end it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.words import Words
from studio.words import say


class WorkLine(QWidget):
    """A sentence, a bar and Cancel. Hidden when nothing is on the way."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words("", "muted", scale=theme.SMALL)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = QPushButton(say("Cancel"))
        self.button.setToolTip(say("End this work"))
        self.button.clicked.connect(self.cancelled)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """total 0 means not known."""
        what = what[:1].upper() + what[1:]
        self.words.say(say("{what}: {done:,} of {total:,}", what=what, done=done, total=total) if total else f"{what}…")
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(what)
        self.show()
