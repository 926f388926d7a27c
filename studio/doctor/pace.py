"""How often the doctor may look, by what its looks have cost. Measures no time itself and imports no torch."""

import math
from collections import deque
from typing import NamedTuple

AIM = 0.75  # of the share of time, which the interval aims at
CYCLE = 4  # checks, of which one is larger
DEARER = 4.0  # times that the larger one is taken to cost, until one was made
FIRST = 0.03  # seconds that a run's first check is taken to cost: by the usual share it comes after two seconds
SOONEST = 20  # steps between two checks at least: neighbours in time tell the same


class _Check(NamedTuple):
    step: int  # at which it began
    seconds: float
    large: bool


class Pace:
    """When a check is due, so that checks take at most `share` of training's time. Steps are rounds of the game, counted by whoever asks."""

    def __init__(self, share: float, cost: float = FIRST) -> None:
        """cost: seconds that a check is taken to cost, until one was made."""
        self.share, self._cost = share, cost
        self.spent = 0.0  # seconds that all checks took
        self._recent: deque[_Check] = deque(maxlen=CYCLE)
        self._begun: int | None = None

    def every(self, step_seconds: float) -> int:
        """Steps from one check to the next: ⌈mean cost of a check / (.75 · share · a step's time)⌉, at least 20."""
        if step_seconds <= 0:
            return SOONEST
        return max(SOONEST, math.ceil(self._mean() / (AIM * self.share * step_seconds)))

    def due(self, step: int, step_seconds: float) -> bool:
        """Whether the next check begins at this step; the last four never take more than the share of the time since the first of them began."""
        if self._begun is None or step < self._begun:  # the first time, and after a rollback
            self._begun = step
            self._recent.clear()
        if step - self._begun < self.every(step_seconds):
            return False
        taken = sum(check.seconds for check in self._recent)
        if self._recent and taken > self.share * step_seconds * (step - self._recent[0].step):
            return False
        self._begun = step
        return True

    def took(self, seconds: float, *, large: bool) -> None:
        """The check that was due last took so long."""
        self.spent += seconds
        self._recent.append(_Check(self._begun or 0, seconds, large))

    def _mean(self) -> float:
        """Seconds of a check, over a cycle of them."""
        if not self._recent:
            return self._cost
        small = [check.seconds for check in self._recent if not check.large]
        large = [check.seconds for check in self._recent if check.large]
        usual = sum(small) / len(small) if small else large[-1] / DEARER
        return ((CYCLE - 1) * usual + (large[-1] if large else DEARER * usual)) / CYCLE
