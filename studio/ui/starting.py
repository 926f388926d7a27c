"""Runs that begin to train here: one at a time, made on the torch thread, after the one that trains was saved if a person says so."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from studio.errors import RunError, StudioError
from studio.ui.notice import Notice
from studio.ui.thread import TorchThread
from studio.words import say

if TYPE_CHECKING:
    from studio.runs.folder import RunFolder

    Begin = Callable[[RunFolder], None]  # what is to be done with a new run

Settings = Callable[[], dict[str, Any]]


class Starter(QObject):
    """While it `is_on`, a run is being made or waits until another one is saved, and no other may begin."""

    changed = Signal()
    notice = Signal(object)  # Notice
    refused = Signal(object)  # StudioError: nothing came of it

    def __init__(self, torch: TorchThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._torch = torch
        self.is_on = False
        self._next: Callable[[], None] | None = None  # what to do once nobody trains here
        torch.training_changed.connect(self._training_changed)

    def when_free(self, home: Path, name: str, begin: Callable[[], None]) -> None:
        """Begin to train a run; while another one trains here, offer to save that one first. StudioError while one is being made.

        While another process of this machine trains one of the home's, a person is asked whether both are to train.
        """
        if self.is_on or self._torch.training is not None:
            self._begin(name, begin)
        elif beside := trained_beside(home):
            text = say("{name} is training in the background on this machine; both would be slower.", name=beside)
            self.notice.emit(Notice(text, "warning", say("Train {name} all the same", name=name), lambda: self._begin_anyway(name, begin)))
        else:
            begin()

    def _begin_anyway(self, name: str, begin: Callable[[], None]) -> None:
        try:
            self._begin(name, begin)
        except StudioError as error:
            self.refused.emit(error)

    def _begin(self, name: str, begin: Callable[[], None]) -> None:
        if self.is_on:
            raise StudioError(say("A run is being made already."))
        busy = self._torch.training
        if busy is None:
            begin()
            return
        text = say("{name} is training, and one run trains here at a time. It can be saved and stopped now, and resumed any day.", name=busy.name)
        self.notice.emit(Notice(text, "warning", say("Stop it and train {name}", name=name), lambda: self._stop_first(begin)))

    def make(self, home: Path, name: str, settings: Settings, source: tuple[Path, int] | None, begin: "Begin") -> None:
        """Make a run's folder from settings, or as a branch of a run's checkpoint, both on the torch thread; then begin."""

        def create() -> Any:
            from studio.founding import found

            return found(home, name, settings(), source)

        def made(folder: "RunFolder") -> None:
            self._set(on=False)
            begin(folder)

        self._set(on=True)
        self._torch.submit(create, done=made, failed=self.refuse)

    def refuse(self, error: StudioError) -> None:
        """It was not to be."""
        self._set(on=False)
        self.refused.emit(error)

    def stay_idle(self) -> None:
        """Begin nothing when the run that is being saved has ended."""
        if self._next is not None:
            self._next = None
            self._set(on=False)

    @Slot(object)
    def _training_changed(self, training: object) -> None:
        if training is None and self._next is not None:
            begin, self._next = self._next, None
            self._set(on=False)
            self._try(begin)

    def _stop_first(self, begin: Callable[[], None]) -> None:
        from studio.messages import Stop
        from studio.runs.commands import ask
        from studio.runs.folder import RunFolder

        busy = self._torch.training
        if busy is None:
            self._try(begin)
        elif not self.is_on:
            self._next = begin
            self._set(on=True)
            self._try(lambda: ask(RunFolder(busy), Stop(sender="window")))

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except StudioError as error:
            self._next = None
            self.refuse(error)

    def _set(self, *, on: bool) -> None:
        self.is_on = on
        self.changed.emit()


def trained_beside(home: Path) -> str:
    """The name of a run of the home that another process of this machine trains; empty where there is none, or none can be seen.

    It asks the locks alone, so that it is quick.
    """
    from studio.runs.folder import RunFolder
    from studio.runs.home import run_folders
    from studio.runs.lock import holder

    try:
        paths = run_folders(home)
    except RunError:  # whoever makes or opens a run there says so
        return ""
    for path in paths:
        held = holder(RunFolder(path).lock)
        if held is not None and held.pid != os.getpid() and held.is_here:
            return path.name
    return ""
