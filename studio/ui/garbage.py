"""Collects reference cycles on the interface's thread alone.

Python's collector runs on whichever thread happens to allocate; on the torch thread it would destroy widgets there, which Qt forbids
(seen: timers of a closed panel, stopped from the wrong thread).
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 500
OLD = 2  # the generation of what has lived longest
GROWN = 1.25  # times as many old objects as the last full look left: before that another one is not worth its time


class Collector(QObject):
    """Takes the automatic collector's place from the first `start` to the last `stop`, with the same thresholds and the same rule for full looks.

    A full look at all that a training has loaded holds the window up for a quarter of a second or more.
    """

    _at_work = 0  # how many are started: the automatic collector is the process's, and comes back with the last one's end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = 0  # old objects after the last full look
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Collect here from now on."""
        Collector._at_work += 1
        gc.disable()
        self._timer.start()

    def spare(self) -> None:
        """What is loaded by now stays for good: looking through all of torch again and again would take two tenths of a second each time.

        No other thread may run meanwhile: what it drops between the two calls would stay for good too.
        """
        gc.collect()
        gc.freeze()
        self._left = 0

    def stop(self) -> None:
        """Give the work back."""
        self._timer.stop()
        Collector._at_work -= 1
        gc.unfreeze()
        if not Collector._at_work:
            gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect, if as much was made as the automatic collector would take for enough."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        oldest = max((n for n in range(3) if counts[n] > thresholds[n] > 0), default=-1)
        if oldest == OLD and len(gc.get_objects(OLD)) < GROWN * self._left:
            oldest -= 1
        if oldest >= 0:
            gc.collect(oldest)
        if oldest == OLD:
            self._left = len(gc.get_objects(OLD))
