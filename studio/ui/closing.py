"""Leaving while a run trains: stop it, show that it is saving, and tell when the window may go. The run is never lost."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.session import Session
from studio.ui.theme import SPACE

PATIENCE_MS = 15000  # before the way out without saving is offered


class Closing(QObject):
    """One farewell. `over` comes once nobody trains here any more."""

    over = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.is_over = False
        self.veil: QWidget | None = None

    def begin(self) -> None:
        """Ask the run to stop after saving and cover the window meanwhile."""
        path = self._session.torch.training
        if path is None:
            self._end()
            return
        self.veil = self._make_veil(path.name)
        self.veil.show()
        self._session.torch.training_changed.connect(self._changed)
        self._ask(save=True)

    def give_up(self) -> None:
        """End the run at once: the last checkpoint stays."""
        if not self.is_over:
            self._ask(save=False)

    def _ask(self, *, save: bool) -> None:
        from studio.messages import Abort, Stop
        from studio.runs.commands import ask
        from studio.runs.folder import RunFolder

        path = self._session.torch.training
        if path is not None:
            ask(RunFolder(path), Stop(sender="window") if save else Abort(sender="window"))

    @Slot(object)
    def _changed(self, training: object) -> None:
        if training is None:
            self._end()

    def _end(self) -> None:
        self.is_over = True
        QTimer.singleShot(0, self, self.over.emit)

    def _make_veil(self, name: str) -> QWidget:
        veil = QWidget(self._window)
        veil.setObjectName("page")
        veil.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        veil.setGeometry(self._window.rect())
        text = QLabel(f"Saving {name} …")
        text.setFont(theme.font(theme.TITLE, bold=True))
        note = QLabel("The window closes when the checkpoint is complete on the disk.")
        note.setProperty("role", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(280)
        bar.setAccessibleName("Saving")
        leave = QPushButton("Quit without saving")
        leave.setToolTip("Ends the run at once; the last checkpoint stays")
        leave.setVisible(False)
        leave.clicked.connect(self.give_up)
        QTimer.singleShot(PATIENCE_MS, leave, leave.show)
        body = QVBoxLayout(veil)
        body.setSpacing(2 * SPACE)
        body.addStretch(1)
        for widget in (text, note, bar, leave):
            body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)
        return veil
