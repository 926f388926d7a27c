"""Checkpoints on their way to the bin: gone from sight at once, moved when there was time to think better of it. Shows nothing itself."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import send2trash
from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from studio.errors import StudioError
from studio.messages import CheckpointDeleted
from studio.runs.checkpoints import Checkpoint
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.ui.notices import ACT_MS
from studio.ui.session import Notice, Session
from studio.ui.widgets import quantities

WAIT_MS = ACT_MS + 200  # as long as the notice offers to undo it


@dataclass(frozen=True, eq=False)
class Parting:
    """Checkpoints that are to go together, and how far the run was then."""

    folder: RunFolder
    checkpoints: tuple[Checkpoint, ...]
    nimg: int


class Binning(QObject):
    """What waits to be moved. It is moved early when the run is left, when it begins to train here, and when the application ends."""

    changed = Signal()  # what is hidden is another now

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: list[Parting] = []
        session.run_opened.connect(self.finish)
        session.training_changed.connect(self._training_changed)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.finish)

    def hidden(self, folder: RunFolder) -> set[int]:
        """Ids of a run's checkpoints that are on their way."""
        return {c.id for parting in self._waiting if parting.folder.path == folder.path for c in parting.checkpoints}

    def put(self, folder: RunFolder, checkpoints: Sequence[Checkpoint], nimg: int) -> None:
        """Hide these and move them soon, unless it is undone; refused at once where someone trains the run, who may be thinning."""
        try:
            RunLock.acquire(folder.lock).release()
        except StudioError as error:
            self._session.warn(str(error), "error")
            return
        parting = Parting(folder, tuple(checkpoints), nimg)
        self._waiting.append(parting)
        QTimer.singleShot(WAIT_MS, self, lambda: self._move(parting))
        self.changed.emit()
        text = f"{words(checkpoints)} {'goes' if len(checkpoints) == 1 else 'go'} to the bin."
        self._session.notice.emit(Notice(text, "info", "Undo", lambda: self.undo(parting)))

    def undo(self, parting: Parting) -> None:
        """Keep them after all."""
        if parting in self._waiting:
            self._waiting.remove(parting)
            self.changed.emit()
        else:
            self._session.warn(f"{words(parting.checkpoints)} cannot be brought back from here any more; the system's bin has what was moved there.")

    @Slot()
    def finish(self, *_: object) -> None:
        """Move now whatever waits."""
        for parting in list(self._waiting):
            self._move(parting)

    def _training_changed(self) -> None:
        """Before the worker takes the lock: what was given up is gone when the run goes on."""
        for parting in list(self._waiting):
            if parting.folder.path == self._session.torch.training:
                self._move(parting)

    def _move(self, parting: Parting) -> None:
        if parting not in self._waiting:
            return
        self._waiting.remove(parting)
        try:
            lock = RunLock.acquire(parting.folder.lock)
        except StudioError as error:
            self._session.warn(f"{words(parting.checkpoints)} stayed: {error}", "error")
        else:
            try:
                self._move_all(parting)
            except OSError as error:
                self._session.warn(f"{words(parting.checkpoints)} stayed: {parting.folder.journal} cannot be written ({error.strerror or error}).", "error")
            finally:
                lock.release()
        self.changed.emit()

    def _move_all(self, parting: Parting) -> None:
        """Each that can be moved, and the journal says so."""
        with JournalWriter(parting.folder.journal) as journal:
            for checkpoint in parting.checkpoints:
                try:
                    send2trash.send2trash(str(checkpoint.path))
                except OSError as error:
                    text = f"{words([checkpoint])} cannot be moved to the bin: {error.strerror or error}. It was not deleted."
                    self._session.notice.emit(Notice(text, "error", "Show its folder", functools.partial(_show, str(checkpoint.path))))
                else:
                    journal.write(CheckpointDeleted(id=checkpoint.id, why="moved to the bin", nimg=parting.nimg))


def words(checkpoints: Sequence[Checkpoint]) -> str:
    """`Checkpoint #3 at 120 kimg`, `Checkpoint “sharp” at 120 kimg`, `3 checkpoints`."""
    if len(checkpoints) > 1:
        return f"{len(checkpoints)} checkpoints"
    (one,) = checkpoints
    return f"Checkpoint {f'“{one.name}”' if one.name else f'#{one.id}'} at {quantities.kimg(one.nimg)} kimg"


def _show(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
