"""The time that a run has trained, and when it speaks. `nimg` alone decides what training does; this decides only what is told when."""

import time

FIRST_TICK_S, SLOWEST_TICK_S = 0.25, 5.0


class Clock:
    """Training time, pauses left out, over all segments of a run; and when a tick is due."""

    def __init__(self, before: float) -> None:
        self._before, self._since = before, time.monotonic()
        self._last = 0.0
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

    def tick_due(self) -> bool:
        """Every .25 s at first, thinning to one in 5 s after some thirty hours."""
        interval = min(SLOWEST_TICK_S, FIRST_TICK_S * max(1.0, self.seconds() / 300) ** 0.5)
        now = time.monotonic()
        if now - self._last < interval:
            return False
        self._last = now
        return True
