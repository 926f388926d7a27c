"""Going back to a checkpoint so that it can be undone: the present is kept as a pinned checkpoint first. Training itself is the worker's."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from studio.errors import StudioError
from studio.messages import Applied, CheckpointSaved, Ended, Event, Failed, Refused, Rollback, SaveCheckpoint, SegmentStarted
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.ui.command_words import checkpoint_words
from studio.ui.notice import Notice
from studio.ui.session import Session
from studio.ui.widgets.quantities import kimg
from studio.words import say

Options = Literal["restore", "keep"]


@dataclass
class _Way:
    """One way back, from the press of a button until the run trains on from there."""

    run: Path
    target: Checkpoint
    options: Options
    asked: str = ""  # id of the command whose answer is waited for
    saved: CheckpointSaved | None = None  # the newest one since it began
    kept: CheckpointSaved | None = None  # the present, once it is safe
    is_held: bool = False  # the target was pinned for as long as this takes


class CheckpointRestore(QObject):
    """One way at a time, of the shown run. While it `is_on`, the run has not answered yet."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._way: _Way | None = None
        self._told: Notice | None = None
        session.advanced.connect(self._advance)
        session.run_opened.connect(self._leave)

    @property
    def is_on(self) -> bool:
        """Whether whoever trains the run was asked to go back and has not done so yet."""
        return self._way is not None and bool(self._way.asked)

    def go_back(self, target: Checkpoint, options: Options) -> None:
        """In place when someone trains the run, else by training on from there."""
        session = self._session
        if session.view is None:
            return
        way = _Way(Path(session.view.folder.path), target, options)
        if not session.is_trained():
            self._resume(way)
        elif not self.is_on:
            self._save_first(way)

    def _save_first(self, way: _Way) -> None:
        assert self._session.view is not None
        checkpoint = checkpoint_words(way.target.id, self._session.view.run)
        way.is_held = not way.target.pinned  # or it might have to make room for what is saved now
        if way.is_held and not self._pin(way.target.id):
            return
        self._way = way
        self._ask(SaveCheckpoint(pin=True, note=say("before going back to {checkpoint}", checkpoint=checkpoint), sender="window"))

    def _resume(self, way: _Way) -> None:
        """Nobody has trained since the newest checkpoint: that one is the way back."""
        session, self._way = self._session, None
        assert session.view is not None
        newest = session.view.run.current_checkpoints[-1:]
        if newest and newest[0].id != way.target.id:
            if not self._pin(newest[0].id):
                return
            way.kept, self._way = newest[0], way
        session.resume_run(way.target.id, options="restore" if way.options == "restore" else "last")
        self.changed.emit()

    def _ask(self, command: SaveCheckpoint | Rollback) -> None:
        assert self._way is not None
        self._way.asked = command.id
        self._session.send(command)
        if command.id not in self._session.asked:  # nobody trains it any more, as a notice has told
            self._end()
        self.changed.emit()

    @Slot(object)
    def _advance(self, events: list[Event]) -> None:
        for event in events:
            if (way := self._way) is None:
                return
            match event:
                case CheckpointSaved():
                    way.saved = event
                case Applied(id=way.asked) if way.kept is None:
                    way.kept = way.saved
                    self._ask(Rollback(checkpoint=way.target.id, options=way.options, sender="window"))
                case Refused(id=way.asked):
                    if way.kept is None:
                        self._session.warn(say("The run did not go back, because its present moment could not be kept."), "error")
                    self._end()
                case SegmentStarted(checkpoint=way.target.id) if way.kept is not None:
                    self._tell(way, event.nimg, way.kept)
                    self._end()
                case Ended() | Failed():
                    self._end()

    def _tell(self, way: _Way, nimg: float, kept: CheckpointSaved) -> None:
        text = say("Went back to {there} kimg. What was at {here} kimg is kept as a checkpoint.", there=kimg(nimg), here=kimg(kept.nimg))
        self._told = Notice(text, "ok", say("Undo"), lambda: self._undo(way.run, kept.id))
        self._session.notice.emit(self._told)

    def _undo(self, run: Path, kept: int) -> None:
        """The present of then again, with its settings; what was trained meanwhile is kept in its turn."""
        session = self._session
        if session.view is None or Path(session.view.folder.path) != run:
            return
        session.set_position(None)
        try:
            target = CheckpointStore(session.view.folder).get(kept)
        except StudioError as error:  # it was given up meanwhile
            session.warn(str(error), "error")
        else:
            self.go_back(target, "restore")

    def _pin(self, number: int, *, pinned: bool = True) -> bool:
        """Whether it could be done; a notice tells why not."""
        assert self._session.view is not None
        try:
            CheckpointStore(self._session.view.folder).pin(number, pinned)
        except (OSError, StudioError) as error:
            self._session.warn(say("Checkpoint {id} cannot be kept safe: {why}", id=number, why=error), "error")
            return False
        return True

    def _end(self) -> None:
        way, self._way = self._way, None
        view = self._session.view
        if way is not None and way.is_held and view is not None and view.folder.path == way.run:
            self._pin(way.target.id, pinned=False)
        self.changed.emit()

    @Slot(object)
    def _leave(self, _: object) -> None:
        """Another run is shown: what was told of this one cannot be undone from there."""
        self._end()
        if self._told is not None:
            self._session.notice_over.emit(self._told)
            self._told = None
