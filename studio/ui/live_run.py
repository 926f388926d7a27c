"""Follows the shown run: polls its journal at a pace that leaves the cores to training, and tells the panels through the session."""

import os
import time

from PySide6.QtCore import QObject, QTimer, Slot

from studio.ui.session import Session

FAST_MS = 33  # paused, finished, or trained on a GPU or by another machine
SLOW_MS = 220  # trained here on few cores: each redraw costs training time (measured in the reference notes)
SLOWEST_MS = 600  # however dear a redraw is
SHARE, CROWDED_SHARE = 0.25, 0.03  # of one core that showing news may take
MOST_S = 0.1  # of processor time that one lot of news is reckoned at: what is beyond is a person's doing
IDLE_MS = 400  # nobody trains: someone may yet start
FEW_CORES = 4


class LiveRun(QObject):
    """Polls `session.view`; emits `session.advanced` when there is news."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.poll)
        self._spent = 0.0  # s of processor time that the interface's thread has needed lately for each lot of news, redraws included
        self._counted = 0.0  # its processor time when the last news came
        session.run_opened.connect(self._opened)
        session.training_changed.connect(self._pace)
        session.asked_changed.connect(self._pace)

    @Slot(object)
    def _opened(self, view: object) -> None:
        if view is None:
            self._timer.stop()
        else:
            self._counted = time.thread_time()
            self._pace()
            self._timer.start()

    @Slot()
    def poll(self) -> None:
        """Take what is new, now."""
        view = self._session.view
        if view is None:
            return
        if events := view.poll():
            now = time.thread_time()
            self._spent = 0.8 * self._spent + 0.2 * min(now - self._counted, MOST_S)
            self._counted = now
            self._session.took(events)
            view.shed()
        self._pace()

    def interval_ms(self) -> int:
        """How long until the next look."""
        view = self._session.view
        if view is None or not self._session.is_trained():
            return IDLE_MS
        if self._session.asked:
            return FAST_MS  # someone waits for the answer
        on_cpu = "cpu" in _device(view) or not _device(view)
        crowded = self._session.is_training_here() and on_cpu and (os.cpu_count() or 1) < FEW_CORES and view.run.state != "paused"
        least, share = (SLOW_MS, CROWDED_SHARE) if crowded else (FAST_MS, SHARE)
        return max(least, min(SLOWEST_MS, int(1000 * self._spent / share)))

    def _pace(self) -> None:
        wanted = self.interval_ms()
        if abs(wanted - self._timer.interval()) > 0.2 * wanted:
            self._timer.setInterval(wanted)


def _device(view: object) -> str:
    segments = getattr(getattr(view, "run", None), "segments", ())
    last = segments[-1] if segments else None
    return str(getattr(last, "device", ""))
