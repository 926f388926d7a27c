"""What is shown while a long journal is read: which, how far, and a way out."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.reading import Reading
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.words import say

UNSEEN_MS = 250  # a run that opens faster shows no bar


class ReadingPage(QWidget):
    """Progress and Cancel."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel()
        self._text.setFont(theme.font(theme.TITLE, bold=True))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(280)
        self.bar.setAccessibleName(say("Reading the run"))
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.clicked.connect(session.cancel_reading)
        self._inside = QWidget()
        body = QVBoxLayout(self._inside)
        body.setSpacing(2 * SPACE)
        for widget in (self._text, self.bar, self.cancel):
            body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.addWidget(self._inside, 0, Qt.AlignmentFlag.AlignCenter)

    def watch(self, reading: Reading) -> None:
        """Follow this one."""
        self._text.setText(say("Opening {run} …", run=reading.path.name))
        self.bar.setRange(0, 0)
        self._inside.hide()
        QTimer.singleShot(UNSEEN_MS, self._inside, self._inside.show)
        reading.progressed.connect(self._progress)

    @Slot(int, int)
    def _progress(self, percent: int, known: int) -> None:
        self.bar.setRange(0, 100 if known else 0)
        self.bar.setValue(percent)
