"""Runs that someone seems to train, for tests of the panels that set a run up and steer it."""

from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from studio.gan.config import RunConfig
from studio.messages import Event, SegmentStarted
from studio.presets import preset
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.runs.view import RunView
from studio.ui.panels.dataset import DatasetPanel
from studio.ui.panels.hyperparameters import Hyperparameters
from studio.ui.session import Session

FormPanel = TypeVar("FormPanel", DatasetPanel, Hyperparameters)


def know_kinds(qtbot: QtBot, session: Session) -> None:
    """Waits until the session knows every kind."""
    qtbot.waitUntil(lambda: session.catalogue is not None, timeout=60000)


def form_panel(qtbot: QtBot, session: Session, kind: type[FormPanel]) -> FormPanel:
    """The panel as the window has it, its form built."""
    know_kinds(qtbot, session)
    made = kind(session)
    session.run_opened.connect(made.show_run)
    session.advanced.connect(made.advance)
    qtbot.addWidget(made)
    made.resize(300, 900)
    made.show()
    qtbot.waitUntil(made.form.is_built)
    return made


class TrainedRun:
    """A run's folder whose lock and journal this test holds, as a worker would."""

    def __init__(self, path: Path, name: str = "ring") -> None:
        self.options = RunConfig.read(preset(name).config).dump()
        self.folder = RunFolder.create(path, self.options)
        self.lock: RunLock | None = RunLock.acquire(self.folder.lock)
        self.journal = JournalWriter(self.folder.journal)
        self.write(SegmentStarted(segment=0, why="start", options=self.options))

    def write(self, *events: Event) -> None:
        for event in events:
            self.journal.write(event)

    def show(self, session: Session) -> RunView:
        """Shows it in the session, as opening it would."""
        view = RunView(self.folder)
        session._show(view)
        return view

    def news(self, session: Session, *events: Event) -> None:
        """Writes events and has the session take them, as a poll would."""
        self.write(*events)
        assert session.view is not None
        session.took(session.view.poll())

    def let_go(self) -> None:
        """Nobody trains it any more."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None

    def close(self) -> None:
        self.let_go()
        self.journal.close()
