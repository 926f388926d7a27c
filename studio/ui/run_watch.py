"""Looks at the runs of the home on a plain thread while somebody wants to see them. Shows nothing, changes nothing."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from studio.errors import Cancelled, StudioError
from studio.ui.session import LIVE, Session

if TYPE_CHECKING:
    from studio.runs.shelf import Shelf

EVERY_MS = 1500
THOROUGH = 5  # every so many looks, those that have ended too: one may have been resumed elsewhere


class RunWatch(QObject):
    """`found` comes after every look, on the interface's thread, and on the way of a first one; none after `stop`."""

    found = Signal(object)  # list[RunSummary]: all that is known so far
    live = Signal(object)  # list[RunSummary]: those of them that somebody trains
    failed = Signal(object)  # StudioError: the folder of the runs cannot be read
    _heard = Signal(int, object, bool)  # of which look, what, whether that was its end

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shelf: Shelf | None = None
        self._thread: threading.Thread | None = None
        self._number, self._again = 0, False
        self._cancelled = threading.Event()
        self.is_read = False  # every run was read once
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(lambda: self._look(thorough=self._number % THOROUGH == 0))
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start(self) -> None:
        """Look now, and on and on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more; waits for the thread, which reads at most one run more."""
        self._timer.stop()
        self._again = False
        if self._thread is not None:
            self._cancelled.set()
            self._thread.join(5.0)
            self._thread = None

    @Slot()
    def look(self) -> None:
        """A thorough look now, or as soon as the one under way is over."""
        self._again = self._thread is not None
        self._look(thorough=True)

    def _look(self, *, thorough: bool) -> None:
        if self._thread is not None:
            return
        from studio.runs.shelf import Shelf

        if self._shelf is None or self._shelf.home != self._session.home:
            self._shelf, self.is_read = Shelf(Path(self._session.home)), False
        self._number += 1
        self._cancelled = threading.Event()
        work = (self._shelf, self._number, self._cancelled, thorough)
        self._thread = threading.Thread(target=self._read, args=work, name="open the list of runs", daemon=True)
        self._thread.start()

    def _read(self, shelf: "Shelf", number: int, cancelled: threading.Event, thorough: bool) -> None:
        def check() -> None:
            if cancelled.is_set():
                raise Cancelled("cancelled")

        try:
            found = shelf.look(thorough=thorough, seen=lambda found: self._heard.emit(number, found, False), check=check)
        except Cancelled:
            return
        except Exception as error:  # outermost of this thread: the interface's thread shows or raises it
            self._heard.emit(number, error, True)
        else:
            self._heard.emit(number, found, True)

    @Slot(int, object, bool)
    def _hear(self, number: int, what: object, is_end: bool) -> None:
        if number != self._number or self._cancelled.is_set():
            return
        if is_end and self._thread is not None:
            self._thread.join()
            self._thread = None
        if isinstance(what, StudioError):
            self.failed.emit(what)
        elif isinstance(what, Exception):
            raise what
        else:
            self.is_read = self.is_read or is_end
            self.found.emit(what)
            self.live.emit([run for run in what if run.state in LIVE])  # type: ignore[attr-defined]
        if is_end and self._again:
            self.look()
