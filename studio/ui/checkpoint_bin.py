"""Checkpoints on their way to the bin: gone from sight at once, moved when there was time to think better of it. Shows nothing itself."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import send2trash
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from studio.errors import StudioError
from studio.messages import CheckpointDeleted
from studio.runs.checkpoints import Checkpoint
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.ui.grace import Grace
from studio.ui.opening import open_place
from studio.ui.session import Notice, Session
from studio.ui.widgets import quantities
from studio.words import say, say_n


@dataclass(frozen=True, eq=False)
class Parting:
    """Checkpoints that are to go together, and how far the run was then."""

    folder: RunFolder
    checkpoints: tuple[Checkpoint, ...]
    nimg: int


class CheckpointBin(QObject):
    """What waits to be moved. It is moved early when the run is left, when it begins to train here, and when the application ends."""

    changed = Signal()  # what is hidden is another now

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grace: Grace[Parting] = Grace(session, self, self._move, self.changed.emit)
        session.run_opened.connect(self.finish)
        session.training_changed.connect(self._training_changed)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.finish)

    def hidden(self, folder: RunFolder) -> set[int]:
        """Ids of a run's checkpoints that are on their way."""
        return {c.id for parting in self._grace.waiting() if parting.folder.path == folder.path for c in parting.checkpoints}

    def put(self, folder: RunFolder, checkpoints: Sequence[Checkpoint], nimg: int) -> None:
        """Hide these and move them soon, unless it is undone; refused at once where someone trains the run, who may be thinning."""
        try:
            RunLock.acquire(folder.lock).release()
        except StudioError as error:
            self._session.warn(str(error), "error")
            return
        text = say_n(len(checkpoints), "{what} goes to the bin.", "{what} go to the bin.", what=words(checkpoints))
        self._grace.put(Parting(folder, tuple(checkpoints), nimg), text)

    @Slot()
    def finish(self, *_: object) -> None:
        """Move now whatever waits."""
        for parting in self._grace.waiting():
            self._grace.finish(parting)

    def _training_changed(self) -> None:
        """Before the worker takes the lock: what was given up is gone when the run goes on."""
        for parting in self._grace.waiting():
            if parting.folder.path == self._session.torch.training:
                self._grace.finish(parting)

    def _move(self, parting: Parting) -> None:
        try:
            lock = RunLock.acquire(parting.folder.lock)
        except StudioError as error:
            self._session.warn(_stayed(parting, error), "error")
        else:
            try:
                self._move_all(parting)
            except OSError as error:
                why = say("{file} cannot be written ({why}).", file=parting.folder.journal, why=error.strerror or error)
                self._session.warn(_stayed(parting, why), "error")
            finally:
                lock.release()

    def _move_all(self, parting: Parting) -> None:
        """Each that can be moved, and the journal says so."""
        with JournalWriter(parting.folder.journal) as journal:
            for checkpoint in parting.checkpoints:
                try:
                    send2trash.send2trash(str(checkpoint.path))
                except OSError as error:
                    why = error.strerror or str(error)
                    text = say("{what} cannot be moved to the bin: {why}. It was not deleted.", what=words([checkpoint]), why=why)
                    self._session.notice.emit(
                        Notice(text, "error", say("Show its folder"), functools.partial(open_place, checkpoint.path, self._session.notice.emit))
                    )
                else:
                    journal.write(CheckpointDeleted(id=checkpoint.id, why="moved to the bin", nimg=parting.nimg))


def words(checkpoints: Sequence[Checkpoint]) -> str:
    """`Checkpoint #3 at 120 kimg`, `Checkpoint “sharp” at 120 kimg`, `3 checkpoints`."""
    if len(checkpoints) > 1:
        return say("{n} checkpoints", n=len(checkpoints))
    (one,) = checkpoints
    far = quantities.kimg(one.nimg)
    if one.name:
        return say("Checkpoint “{name}” at {n} kimg", name=one.name, n=far)
    return say("Checkpoint #{id} at {n} kimg", id=one.id, n=far)


def _stayed(parting: Parting, why: object) -> str:
    return say_n(len(parting.checkpoints), "{what} stayed: {why}", "{what} stayed: {why}", what=words(parting.checkpoints), why=why)
