"""One detector over many checks: streaks of bad and good ones, what is usual, and when the alarm was active. Pure and without torch."""

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from studio.doctor.detectors import Case, Detector
from studio.messages import Json
from studio.words import say, say_n

KEPT = 16  # sound checks of which the median is what is usual
FEWEST = 4  # fewer say nothing of what is usual


class Active(NamedTuple):
    """An alarm that stands: raised at `since`, for what began at `onset`, both in nimg."""

    since: int
    onset: int


class _Past(NamedTuple):
    active: Active
    ended: int


class Watch:
    """A detector's own memory.

    bad, good: checks in a row that spoke for the failure, or for recovery; begun: the nimg of the first of the bad ones; case: the last one judged.
    """

    def __init__(self, detector: Detector) -> None:
        self.detector = detector
        self.bad = self.good = 0
        self.begun: int | None = None
        self.active: Active | None = None
        self.case: Case | None = None
        self._past: list[_Past] = []
        self._well: int | None = None  # the nimg of the first check that spoke for health
        self._sound: deque[tuple[int, dict[str, float]]] = deque(maxlen=KEPT)

    def take(self, case: Case) -> None:
        """Counts a check, unless it says nothing here: then nothing changes."""
        one = self.detector
        if not one.fits(case.options, case.medium) or any(name not in case for name in one.needs):
            return
        if not self._is_open(case):
            self.bad, self.begun = 0, None
            return
        self.case = case = replace(case, usual=self._usual(), was_well=self._well is not None)
        if one.bad(case):
            self.begun = case.nimg if self.bad == 0 else self.begun
            self.bad, self.good = self.bad + 1, 0
            return
        self.bad, self.begun = 0, None
        self.good = self.good + 1 if one.good(case) else 0
        if self.good and self._well is None:
            self._well = case.nimg
        if self.active is None and (case.armed or one.gate == "always"):
            self._sound.append((case.nimg, {name: abs(case[name]) for name in one.compared if name in case}))

    @property
    def is_due(self) -> bool:
        """Whether enough bad checks in a row call for an alarm that is not raised yet."""
        return self.active is None and self.bad >= self.detector.raise_after

    def over(self, options: Mapping[str, Json], medium: str) -> str:
        """Why an active alarm is over; empty while it is not."""
        if not self.detector.fits(options, medium):
            return say("it means nothing under the options in force now")
        if self.good < self.detector.clear_after:
            return ""
        if self.detector.clear_after == 1:
            return say("the last check found it well again")
        return say_n(self.good, "{n} check in a row found it well again", "{n} checks in a row found it well again")

    def set_off(self, since: int, onset: int) -> None:
        """The alarm is raised."""
        self.active, self.good = Active(since, onset), 0

    def end(self, nimg: int) -> None:
        """The alarm is over."""
        if self.active is not None:
            self._past.append(_Past(self.active, nimg))
            self.active, self.bad, self.begun = None, 0, None

    def held(self, nimg: int) -> bool:
        """Whether the failure was there at `nimg`, as far as is known now; a streak that may become one counts."""
        if any(past.active.onset <= nimg < past.ended for past in self._past):
            return True
        if self.active is not None:
            return nimg >= self.active.onset
        return self.begun is not None and nimg >= self.begun

    def back(self, nimg: int) -> bool:
        """Forgets what was after `nimg`; whether an active alarm went with it. One that was active there is so again."""
        was = self.active
        lived = [*self._past, *([_Past(was, nimg + 1)] if was is not None else [])]
        known = [past for past in lived if past.active.since <= nimg]
        self._past = [past for past in known if past.ended <= nimg]
        self.active = next((past.active for past in known if past.ended > nimg), None)
        self.begin_again()
        self._sound = deque((one for one in self._sound if one[0] <= nimg), maxlen=KEPT)
        if self._well is not None and self._well > nimg:
            self._well = None
        return was is not None and self.active is None

    def begin_again(self, *, forget: bool = False) -> None:
        """No check counts for a streak any more; with `forget` none for what is usual either."""
        self.bad = self.good = 0
        self.begun = None
        if forget:
            self._sound.clear()

    def _is_open(self, case: Case) -> bool:
        gate = self.detector.gate
        return gate == "always" or case.armed or (gate == "late" and case.nimg >= case.deadline)

    def _usual(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for name in self.detector.compared:
            values = [values[name] for _, values in self._sound if name in values]
            if len(values) >= FEWEST:
                found[name] = median(values)
        return found
