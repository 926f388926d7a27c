"""Files and what is to be said of each, to read and to copy: the first thousand on show, all of them in the copy."""

from collections.abc import Callable, Iterable
from itertools import islice

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.words import Words
from studio.words import say

SHOWN = 1000  # lines; the copied list has all of them


class FileList(QWidget):
    """A heading, lines of text, and a button that copies the lines. Without a line it is the heading alone."""

    def __init__(self, name: str, *, tall: bool = False, parent: QWidget | None = None) -> None:
        """name: what the lines are, for who cannot see them. tall: takes all the height there is."""
        super().__init__(parent)
        self.heading = Words("", bold=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(name)
        if not tall:
            self.text.setFixedHeight(120)
        self.text.setFont(theme.font(theme.SMALL))
        self.copy = QPushButton(theme.icon("copy"), say("Copy list"))
        self.copy.setAccessibleName(say("Copy the list: {name}", name=name))
        self.copy.setToolTip(say("Puts every line of this list on the clipboard"))
        self._lines: Callable[[], Iterable[str]] = tuple
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self._lines())))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row.addWidget(self.heading, 1)
        row.addWidget(self.copy)
        column.addLayout(row)
        column.addWidget(self.text)

    def show_lines(self, heading: str, role: str, count: int, lines: Callable[[], Iterable[str]]) -> None:
        """lines: gives all of them anew, `count` in number: a list of a million is made only when it is copied."""
        self._lines = lines
        self.heading.say(heading, role)
        more = [say("… and {n:,} more: Copy list takes all of them.", n=count - SHOWN)] if count > SHOWN else []
        self.text.setPlainText("\n".join([*islice(lines(), SHOWN), *more]))
        self.text.setVisible(count > 0)
        self.copy.setVisible(count > 0)
