"""The time that a run has trained, and when it speaks. `nimg` alone decides what training does; this decides only what is told when."""

import time

FIRST_TICK_S, SLOWEST_TICK_S = 0.25, 5.0


class Clock:
    """Training time, pauses left out, over all segments of a run; the speed; and when a tick is due."""

    def __init__(self, before: float, nimg: int = 0) -> None:
        """before: seconds trained already; nimg: images shown already."""
        self._before, self._since = before, time.monotonic()
        self._last = 0.0
        self.count_from(nimg)
        self.paused = False

    def seconds(self) -> float:
        """Training time so far."""
        return self._before + (0.0 if self.paused else time.monotonic() - self._since)

    def hold(self) -> None:
        """A pause begins."""
        self._before, self.paused = self.seconds(), True

    def go_on(self) -> None:
        """A pause ends."""
        self._since, self.paused = time.monotonic(), False

    def count_from(self, nimg: int) -> None:
        """The next rate is reckoned from here."""
        self._counted = (time.monotonic(), nimg)

    def rate(self, nimg: int) -> float:
        """Images a second since this was last asked, or since `count_from`."""
        then, before = self._counted
        self.count_from(nimg)
        seconds = self._counted[0] - then
        return (nimg - before) / seconds if seconds > 0 else 0.0

    def tick_due(self) -> bool:
        """Every .25 s at first, thinning to one in 5 s after some thirty hours."""
        interval = min(SLOWEST_TICK_S, FIRST_TICK_S * max(1.0, self.seconds() / 300) ** 0.5)
        now = time.monotonic()
        if now - self._last < interval:
            return False
        self._last = now
        return True
