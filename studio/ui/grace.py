"""What is about to be done and can still be called off: it waits for as long as its notice offers Undo. Knows nothing of what it is."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from studio.ui.notice import Notice
from studio.ui.notices import ACT_MS
from studio.ui.session import Session
from studio.words import say

GRACE_MS = ACT_MS + 200  # the notice goes first

T = TypeVar("T")


class Grace(Generic[T]):
    """Lots that wait, the oldest first. Each is told apart by what it is, not by what it equals."""

    def __init__(self, session: Session, owner: QObject, do: Callable[[T], None], changed: Callable[[], None]) -> None:
        """do: carries a lot out when its time is over. changed: a lot waits, or waits no more. The clocks go with their owner."""
        self._session, self._owner, self._do, self._changed = session, owner, do, changed
        self._lots: list[tuple[T, Notice, QTimer]] = []

    def waiting(self) -> list[T]:
        """What can still be called off."""
        return [lot for lot, _, _ in self._lots]

    def put(self, lot: T, text: str) -> None:
        """Let it wait, and offer in a notice to call it off."""
        notice = Notice(text, "info", say("Undo"), lambda: self.undo(lot))
        clock = QTimer(self._owner, singleShot=True, interval=GRACE_MS)
        clock.timeout.connect(lambda: self.finish(lot))
        self._lots.append((lot, notice, clock))
        clock.start()
        self._changed()
        self._session.notice.emit(notice)

    def undo(self, lot: T) -> None:
        """It is not done after all; nothing happens where its time is over."""
        if self._take(lot):
            self._changed()

    def finish(self, lot: T) -> None:
        """Do it now, if it still waits."""
        if self._take(lot):
            self._do(lot)
            self._changed()

    def _take(self, lot: T) -> bool:
        for entry in self._lots:
            if entry[0] is lot:
                self._lots.remove(entry)
                entry[2].stop()
                entry[2].deleteLater()
                self._session.notice_over.emit(entry[1])
                return True
        return False
