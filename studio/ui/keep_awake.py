"""Keeps the machine awake while a run trains in this window, where the settings say so. A process of its own keeps it awake itself."""

from PySide6.QtCore import QObject, Slot

from studio.awake import Awake
from studio.ui import settings
from studio.ui.session import Session
from studio.words import say


class KeepAwake(QObject):
    """Follows the session."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._awake = session, Awake()
        self._holds = False
        session.training_changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """As things stand now."""
        training = self._session.torch.training
        wanted = training is not None and settings.keeps_awake(self._session.settings)
        if wanted == self._holds:
            return
        self._holds = wanted
        if training is not None and wanted:
            self._awake.begin(say("Training {name}", name=training.name))
        else:
            self._awake.end()
