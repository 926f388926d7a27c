"""Leaving while a run trains: stop it, show that it is saving, and tell when the window may go. The run is never lost."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.words import say

PATIENCE_MS = 15000  # before the way out without saving is offered
AGAIN_MS = 4000  # from one asking to the next: a run that only begins refuses what was asked before its start


class Veil(QWidget):
    """Covers the window while it waits: what for, what comes then, and a way out, which may come late."""

    left = Signal()  # somebody took the way out

    def __init__(self, window: QWidget, title: str, note: str, way_out: str, tip: str, *, after_ms: int = 0) -> None:
        super().__init__(window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(window.rect())
        text = QLabel(title)
        text.setFont(theme.font(theme.TITLE, bold=True))
        about = QLabel(note)
        about.setProperty("role", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(280)
        bar.setAccessibleName(title)
        leave = QPushButton(way_out)
        leave.setToolTip(tip)
        leave.clicked.connect(self.left)
        leave.setVisible(after_ms == 0)
        QTimer.singleShot(after_ms, leave, leave.show)
        body = QVBoxLayout(self)
        body.setSpacing(2 * SPACE)
        body.addStretch(1)
        for widget in (text, about, bar, leave):
            body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


class Closing(QObject):
    """One farewell. `over` comes once nobody trains here any more."""

    over = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._save = True
        self.is_over = False
        self.veil: Veil | None = None
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._ask)

    def begin(self) -> None:
        """Ask the run to stop after saving and cover the window meanwhile."""
        path = self._session.torch.training
        if path is None:
            self._end()
            return
        note = say("The window closes when the checkpoint is complete on the disk.")
        leave, tip = say("Quit without saving"), say("Ends the run at once; the last checkpoint stays")
        self.veil = Veil(self._window, say("Saving {name} …", name=path.name), note, leave, tip, after_ms=PATIENCE_MS)
        self.veil.left.connect(self.give_up)
        self.veil.show()
        self._session.torch.training_changed.connect(self._changed)
        self._again.start()
        self._ask()

    def give_up(self) -> None:
        """End the run at once: the last checkpoint stays."""
        if not self.is_over:
            self._save = False
            self._ask()

    @Slot()
    def _ask(self) -> None:
        from studio.messages import Abort, Stop
        from studio.runs.commands import ask
        from studio.runs.folder import RunFolder

        path = self._session.torch.training
        if path is not None:
            ask(RunFolder(path), Stop(sender="window") if self._save else Abort(sender="window"))

    @Slot(object)
    def _changed(self, training: object) -> None:
        if training is None:
            self._end()

    def _end(self) -> None:
        self.is_over = True
        self._again.stop()
        QTimer.singleShot(0, self, self.over.emit)
