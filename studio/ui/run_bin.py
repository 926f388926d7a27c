"""Runs on their way to the bin: out of sight at once, back with Undo, moved only when the time for that is over or the window closes."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.ui.grace import Grace
from studio.ui.session import Session
from studio.words import say


class RunBin(QObject):
    """`changed` when something goes out of sight or comes back; nothing of a run is touched until it is moved."""

    changed = Signal()
    _moved = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grace: Grace[list[Path]] = Grace(session, self, self._move, self.changed.emit)
        self._moving: set[Path] = set()
        self._threads: list[threading.Thread] = []
        self._moved.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def hidden(self) -> set[Path]:
        """What a list of runs leaves out."""
        return {path for paths in self._grace.waiting() for path in paths} | self._moving

    def throw(self, paths: list[Path]) -> None:
        """Put these away. One that somebody trains stays, and a notice says so."""
        from studio.runs.folder import RunFolder
        from studio.runs.lock import holder

        trained = {path: holder(RunFolder(path).lock) for path in paths}
        for path, who in trained.items():
            if who is not None:
                self._session.warn(say("{name} is being trained, by {who}: stop it before it is moved to the bin.", name=path.name, who=who))
        free = [path for path, who in trained.items() if who is None]
        if not free:
            return
        view = self._session.view
        if view is not None and Path(view.folder.path) in free:
            self._session.close_run()
        one = len(free) == 1
        text = say("{name} will be moved to the bin.", name=free[0].name) if one else say("{n} runs will be moved to the bin.", n=len(free))
        self._grace.put(free, text)

    def can_undo(self) -> bool:
        """Whether something can come back."""
        return bool(self._grace.waiting())

    @Slot()
    def undo(self) -> None:
        """What was put away last comes back."""
        for paths in self._grace.waiting()[-1:]:
            self._grace.undo(paths)

    def empty(self) -> None:
        """The window closes: move everything now, and wait until it is moved."""
        for paths in self._grace.waiting():
            self._grace.finish(paths)
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _move(self, paths: list[Path]) -> None:
        """On a thread of its own: another disk's bin may mean to copy gigabytes."""
        self._moving |= set(paths)
        thread = threading.Thread(target=self._work, args=(paths,), name=f"open the bin for {paths[0].name}")
        self._threads = [t for t in self._threads if t.is_alive()] + [thread]
        thread.start()

    def _work(self, paths: list[Path]) -> None:
        for path in paths:
            self._moved.emit((path, _to_bin(path)))

    @Slot(object)
    def _tell(self, what: tuple[Path, str]) -> None:
        path, fault = what
        self._moving.discard(path)
        if fault:
            self._session.warn(say("{name} was not moved to the bin: {why}", name=path.name, why=fault), "error")
        self.changed.emit()


def _to_bin(path: Path) -> str:
    """Moves it; why not, if it could not be."""
    import send2trash  # not before the first paint

    from studio.runs.folder import RunFolder
    from studio.runs.lock import holder

    if not path.exists():
        return ""
    if (who := holder(RunFolder(path).lock)) is not None:
        return say("it is being trained now, by {who}.", who=who)
    try:
        send2trash.send2trash(str(path))
    except OSError as error:
        return say("{why}. Nothing was deleted; Show folder leads to it.", why=error.strerror or error)
    return ""
