"""Reads one run's journal on a plain thread, with progress, cancellable: the torch thread may be training meanwhile."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.errors import Cancelled, StudioError


class Reading(QObject):
    """One run on its way to being shown. Its signals arrive on the interface's thread, and none after `cancel`."""

    progressed = Signal(int, int)  # percent done, whether that is known (0 or 1)
    opened = Signal(object)  # RunView
    failed = Signal(object)  # StudioError
    _heard = Signal(str, object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.is_over = False
        self._cancelled = threading.Event()
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._read, name=f"open {path.name}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Give up; waits for the thread's next look at it, some milliseconds."""
        self._cancelled.set()
        self._thread.join(5.0)
        self.is_over = True

    def _read(self) -> None:
        from studio.runs.folder import RunFolder
        from studio.runs.view import RunView

        try:
            view = RunView(RunFolder.open(self.path), progress=self._progress)
            view.poll()
        except Cancelled:
            return
        except Exception as error:  # outermost of this thread: the interface's thread shows or raises it
            self._heard.emit("failed", error)
        else:
            self._heard.emit("opened", view)

    def _progress(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled("cancelled")
        self._heard.emit("progressed", (100 * done // max(1, total), int(total > 0)))

    @Slot(str, object)
    def _hear(self, what: str, value: object) -> None:
        if self._cancelled.is_set():
            return
        if what == "progressed":
            assert isinstance(value, tuple)
            self.progressed.emit(*value)
            return
        self._thread.join()
        self.is_over = True
        if what == "opened":
            self.opened.emit(value)
        elif isinstance(value, StudioError):
            self.failed.emit(value)
        else:
            assert isinstance(value, Exception)
            raise value
