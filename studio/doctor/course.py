"""The course of a run as the doctor's checks tell it: when it has begun to learn, what fails since when, and how it is in one sentence.

Pure and without torch. What it knows comes from the journal's events alone, so a course that heard them is where the one that wrote them was.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, value_at
from studio.doctor.sentence import LEARNS, deadline_of, health
from studio.doctor.watch import Active, Watch
from studio.messages import AlarmCleared, AlarmRaised, Applied, Event, Evidence, Json, Probed, Remedy, SegmentStarted, Severity
from studio.words import say

STEERING = ("game", "objective", "optimizer", "augment", "transfer", "network")  # sections whose options decide how a run goes on
GRAVE: tuple[Severity, ...] = ("high", "critical")  # a checkpoint from such a time is not healthy


@dataclass(frozen=True)
class Raised:
    """A failure is named: by which detector, from which case of its, and since when. nimg: of the check at which it is."""

    detector: Detector
    case: Case
    nimg: int
    onset: int

    @property
    def alarm(self) -> str:
        """The detector's kind."""
        return self.detector.kind

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.detector.severity

    def message(self, segment: int, remedies: Sequence[Remedy] = (), evidence: Sequence[Evidence] = ()) -> AlarmRaised:
        """The event to journal."""
        one, case = self.detector, self.case
        return AlarmRaised(
            nimg=self.nimg,
            segment=segment,
            alarm=self.alarm,
            title=say(one.title),
            severity=one.severity,
            onset=self.onset,
            text=one.text(case),
            why=one.why(case),
            remedies=tuple(remedies),
            evidence=tuple(evidence),
        )


@dataclass(frozen=True)
class Cleared:
    """A failure is over, and why."""

    alarm: str
    nimg: int
    why: str

    def message(self, segment: int) -> AlarmCleared:
        """The event to journal."""
        return AlarmCleared(nimg=self.nimg, segment=segment, alarm=self.alarm, why=self.why)


class Course:
    """What the checks of one run come to, under the options in force.

    armed: the run has shown that it learns, and from then on a loss of variety is an alarm; checks: how many there were.
    """

    def __init__(self, options: Mapping[str, Json], medium: str) -> None:
        self._options, self.medium = options, medium
        self.checks = 0
        self._armed_at: int | None = None
        self._last: Probed | None = None
        self._watches = {kind: Watch(detector()) for kind, detector in Detector.kinds().items()}

    @property
    def armed(self) -> bool:
        """Whether the run has shown that it learns."""
        return self._armed_at is not None

    @property
    def deadline(self) -> int:
        """The nimg by which a run like this one should be armed."""
        return deadline_of(self._options)

    @property
    def active(self) -> dict[str, Active]:
        """What is active, by alarm."""
        return {kind: watch.active for kind, watch in self._watches.items() if watch.active is not None}

    def look(self, nimg: int, signals: Mapping[str, float]) -> list[Raised | Cleared]:
        """What a check changes. Signals by their names in the journal; `augment/p` beside them where p follows D."""
        self._take(Probed(nimg=nimg, segment=0, check=self.checks, signals=dict(signals)))
        return [*self._over(), *self._found()]

    def hear(self, event: Event) -> None:
        """One event of the journal, in its order. Checks are counted, and only what was raised and cleared then is so now.

        While a run is trained, of all events but those that come of `look`.
        """
        match event:
            case Probed():
                self._take(event)
            case AlarmRaised() if event.alarm in self._watches:
                self._watches[event.alarm].set_off(event.nimg, event.onset)
            case AlarmCleared() if event.alarm in self._watches:
                self._watches[event.alarm].end(event.nimg)
            case SegmentStarted():
                self.back(event.nimg)
                self.change(event.options)
            case Applied():
                self.change(event.options if event.options is not None else self._options)
                if {"fresh_discriminator"} & {event.command.get("kind"), *(c.get("kind") for c in event.command.get("commands", ()))}:
                    self._begin_again()

    def back(self, nimg: int) -> list[Cleared]:
        """After a rollback or a resume from `nimg`: what was found later is forgotten. The alarms that are no longer active."""
        if self._armed_at is not None and self._armed_at > nimg:
            self._armed_at = None
        if self._last is None or self._last.nimg <= nimg:
            return []
        self._last = None
        gone = [kind for kind, watch in self._watches.items() if watch.back(nimg)]
        return [Cleared(kind, nimg, say("the run went back to {kimg:g} kimg, before it was raised", kimg=nimg / 1000)) for kind in gone]

    def agree(self, alarms: Iterable[AlarmRaised]) -> None:
        """Exactly these are active, as the folded run has them."""
        told = {alarm.alarm: alarm for alarm in alarms}
        for kind, watch in self._watches.items():
            if kind in told and watch.active is None:
                watch.set_off(told[kind].nimg, told[kind].onset)
            elif kind not in told:
                watch.active = None

    def change(self, options: Mapping[str, Json]) -> None:
        """Other options are in force: a streak of checks under the old ones counts no more, and another loss has other figures."""
        before, self._options = self._options, options
        if any(options.get(section) != before.get(section) for section in STEERING):
            self._begin_again(forget=value_at(options, "objective.kind") != value_at(before, "objective.kind"))

    def remedies(self, alarm: str, checkpoints: Iterable[tuple[int, int]] = ()) -> tuple[Remedy, ...]:
        """What may mend an alarm under the options in force. checkpoints: (id, nimg) of those on the lineage."""
        kept = sorted(checkpoints, key=lambda one: one[1])
        watch = self._watches[alarm]
        beginning = next((number for number, nimg in kept if nimg == 0), None)
        return watch.detector.remedies(Ward(self._options, self.medium, self.newest_healthy(kept, alarm), beginning))

    def newest_healthy(self, checkpoints: Iterable[tuple[int, int]], alarm: str) -> int | None:
        """Of (id, nimg) the newest from before the alarm's onset, when the run was armed and nothing grave was active; None where there is none."""
        active = self._watches[alarm].active
        ends = [active.onset] if active is not None else []
        fit = [(nimg, number) for number, nimg in checkpoints if self._was_healthy(nimg) and all(nimg < end for end in ends)]
        return max(fit)[1] if fit else None

    def health(self) -> str:
        """How the run is, in one sentence, such as `Healthy: variety 0.93 of the data's, discriminator ahead by a little`."""
        standing = [(watch.detector, active, watch.case) for watch in self._watches.values() if (active := watch.active) is not None]
        doubted = [watch.detector for watch in self._watches.values() if watch.bad > 0]
        return health(standing, self._last.signals if self._last else None, armed=self.armed, deadline=self.deadline, doubted=doubted)

    # --- inside -------------------------------------------------------------------------------------------------------------

    def _begin_again(self, *, forget: bool = False) -> None:
        for watch in self._watches.values():
            watch.begin_again(forget=forget)

    def _was_healthy(self, nimg: int) -> bool:
        if self._armed_at is None or nimg < self._armed_at:
            return False
        return not any(watch.held(nimg) for watch in self._watches.values() if watch.detector.severity in GRAVE)

    def _take(self, check: Probed) -> None:
        """Counts a check in every watch."""
        sound = {name: value for name, value in check.signals.items() if isfinite(value)}
        if len(sound) < len(check.signals):
            sound["finite"] = 0.0
        if not self.armed and (check.armed or all(sound.get(name, 0.0) >= least for name, least in LEARNS.items())):
            self._armed_at = check.nimg
        self.checks, self._last = check.check + 1, check
        case = Case(check.nimg, sound, self._options, self.medium, armed=self.armed, deadline=self.deadline)
        for watch in self._watches.values():
            watch.take(case)

    def _over(self) -> list[Cleared]:
        found = []
        for kind, watch in self._watches.items():
            if watch.active is not None and (why := watch.over(self._options, self.medium)):
                assert self._last is not None
                watch.end(self._last.nimg)
                found.append(Cleared(kind, self._last.nimg, why))
        return found

    def _found(self) -> list[Raised]:
        """What is bad often enough and not explained by another failure, which is active or may be one."""
        suspected = {kind for kind, watch in self._watches.items() if watch.active is not None or watch.bad > 0}
        found = []
        for watch in self._watches.values():
            if watch.is_due and not suspected & set(watch.detector.yields_to):
                assert self._last is not None
                assert watch.case is not None
                assert watch.begun is not None
                found.append(Raised(watch.detector, watch.case, self._last.nimg, watch.begun))
                watch.set_off(self._last.nimg, watch.begun)
        return found
