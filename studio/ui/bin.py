"""Runs on their way to the bin: out of sight at once, back with Undo, moved only when the time for that is over or the window closes."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from studio.ui.notices import ACT_MS
from studio.ui.session import Notice, Session

UNDO_MS = ACT_MS  # as long as the notice offers it


class Bin(QObject):
    """`changed` when something goes out of sight or comes back; nothing of a run is touched until it is moved."""

    changed = Signal()
    over = Signal(object)  # Notice: what it offers is not possible any more
    _moved = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lots: list[tuple[list[Path], Notice, QTimer]] = []  # the newest last
        self._moving: set[Path] = set()
        self._threads: list[threading.Thread] = []
        self._moved.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def hidden(self) -> set[Path]:
        """What a list of runs leaves out."""
        return {path for paths, _, _ in self._lots for path in paths} | self._moving

    def throw(self, paths: list[Path]) -> None:
        """Put these away. One that somebody trains stays, and a notice says so."""
        from studio.runs.folder import RunFolder
        from studio.runs.lock import holder

        trained = {path: holder(RunFolder(path).lock) for path in paths}
        for path, who in trained.items():
            if who is not None:
                self._session.warn(f"{path.name} is being trained, by {who}: stop it before it is moved to the bin.")
        free = [path for path, who in trained.items() if who is None]
        if not free:
            return
        view = self._session.view
        if view is not None and Path(view.folder.path) in free:
            self._session.close_run()
        what = free[0].name if len(free) == 1 else f"{len(free)} runs"
        notice = Notice(f"{what} will be moved to the bin.", "info", "Undo", lambda: self._undo(free))
        clock = QTimer(self, singleShot=True, interval=UNDO_MS)
        clock.timeout.connect(lambda: self._move(free))
        self._lots.append((free, notice, clock))
        clock.start()
        self._session.notice.emit(notice)
        self.changed.emit()

    def can_undo(self) -> bool:
        """Whether something can come back."""
        return bool(self._lots)

    @Slot()
    def undo(self) -> None:
        """What was put away last comes back."""
        if self._lots:
            self._undo(self._lots[-1][0])

    def empty(self) -> None:
        """The window closes: move everything now, and wait until it is moved."""
        for paths, _, _ in list(self._lots):
            self._move(paths)
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _undo(self, paths: list[Path]) -> None:
        if self._take(paths):
            self.changed.emit()

    def _take(self, paths: list[Path]) -> bool:
        """Ends the waiting of one lot; whether it still waited."""
        lot = next((lot for lot in self._lots if lot[0] is paths), None)
        if lot is None:
            return False
        self._lots.remove(lot)
        lot[2].stop()
        lot[2].deleteLater()
        self.over.emit(lot[1])
        return True

    def _move(self, paths: list[Path]) -> None:
        """On a thread of its own: another disk's bin may mean to copy gigabytes."""
        if not self._take(paths):
            return
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
            self._session.warn(f"{path.name} was not moved to the bin: {fault}", "error")
        self.changed.emit()


def _to_bin(path: Path) -> str:
    """Moves it; why not, if it could not be."""
    import send2trash  # not before the first paint

    from studio.runs.folder import RunFolder
    from studio.runs.lock import holder

    if not path.exists():
        return ""
    if (who := holder(RunFolder(path).lock)) is not None:
        return f"it is being trained now, by {who}."
    try:
        send2trash.send2trash(str(path))
    except OSError as error:
        return f"{error.strerror or error}. Nothing was deleted; Show folder leads to it."
    return ""
