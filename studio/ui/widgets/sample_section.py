"""A part of the inspector that is found out by and by: a heading, how far it has come or why it cannot be, and rows of pictures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.picture_row import PictureRow, Small
from studio.ui.widgets.quiet_button import QuietButton
from studio.ui.widgets.words import Words
from studio.ui.widgets.work_line import WorkLine


class Section(QWidget):
    """Busy, told, or faulty; each state in a sentence."""

    again = Signal()  # it is to be found out anew
    cancelled = Signal()

    def __init__(self, title: str, rows: tuple[PictureRow, ...], *, again: str = "", parent: QWidget | None = None) -> None:
        """again: what the button beside the heading does; none without it."""
        super().__init__(parent)
        self.title = Words(title, bold=True)
        self.words, self.work, self.rows = Words("", "muted", scale=theme.SMALL), WorkLine(), rows
        self.names = tuple(Words(row.name, "muted", scale=theme.SMALL) for row in rows)
        self.button = QuietButton("reset")
        self.button.setToolTip(again)
        self.button.setAccessibleName(again)
        self.button.clicked.connect(self.again)
        self.work.cancelled.connect(self.cancelled)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.title, 1)
        if again:
            head.addWidget(self.button)
        else:
            self.button.setParent(self)
        self.button.setVisible(bool(again))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.work)
        for name, row in zip(self.names, rows, strict=True):
            column.addWidget(name)
            column.addWidget(row)
        column.addWidget(self.words)
        self.clear()

    def clear(self) -> None:
        """Nothing is known."""
        self.work.hide()
        self.words.say("")
        for part in (*self.names, *self.rows):
            part.hide()

    def wait(self, done: int, total: int, what: str) -> None:
        """It is on its way; what was found before stays until then."""
        self.words.say("")
        self.work.show_progress(done, total, what)

    def tell(self, *rows: tuple[list[Small], int | None], words: str = "", role: str = "muted") -> None:
        """Pictures for each row, and which of them is marked; a sentence below."""
        self.work.hide()
        for name, row, (pictures, marked) in zip(self.names, self.rows, rows, strict=True):
            row.show_pictures(pictures, marked)
            row.setVisible(bool(pictures))
            name.setVisible(bool(pictures) and len(self.rows) > 1)
        self.words.say(words, role)

    def fail(self, why: str, role: str = "danger") -> None:
        """It cannot be; what was found before is no longer so."""
        self.clear()
        self.words.say(why[:1].upper() + why[1:] + ("" if why.endswith((".", "!", "?")) else "."), role)
