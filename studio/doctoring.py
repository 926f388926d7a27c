"""Has the doctor examine a run while it trains, a slice at a time; writes down what it finds and shows it. It trains nothing and changes no option itself.

What it knows of the past it reads in the journal, so a resumed run's doctor is where the one before it was.
"""

import time
from collections import deque
from collections.abc import Iterator

from torch import Tensor

from studio.doctor.course import Course, Raised
from studio.doctor.evidence import Scene, gather_evidence
from studio.doctor.pace import FIRST
from studio.doctor.probe import Probe
from studio.errors import DataError
from studio.gan.config import RunConfig
from studio.gan.slices import Slices
from studio.gan.trainer import Trainer
from studio.messages import Applied, Event, Evidence, Logged, Mend, Probed, Remedy
from studio.record import Record
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader, end_of
from studio.words import say, say_n

FOLDER = "doctor"  # of a run's folder, for evidence
REMEMBERED = 12  # checks whose bins are shown beside one another
PATIENCE = 12  # checks that a remedy of the autopilot's is given before the next is tried
PART = 0.1  # of a step's time that slices may take after it, where a slice is shorter than that
AUTOPILOT = "autopilot"  # who sends its commands


class Doctoring:
    """The checks, alarms and evidence of one run. `record` is where it writes; a segment has begun in it."""

    def __init__(self, folder: RunFolder, trainer: Trainer, config: RunConfig, record: Record) -> None:
        self._folder, self._trainer, self._record = folder, trainer, record
        self._course = Course(config.dump(), trainer.dataset.medium)
        for event in _events(folder):
            self._course.hear(event)
        self._course.agree(record.run.alarms)
        last = record.run.last_check
        self._probe = Probe(trainer, trainer.dataset, config, check=self._course.checks, cost=last.seconds if last is not None else FIRST)
        self._work: Slices[dict[str, float]] | None = None
        self._began_at = 0
        self._bins: deque[Tensor] = deque(maxlen=REMEMBERED)
        self._step_seconds, self._since = 0.0, (0.0, trainer.nimg)
        self._seconds = 0.0
        self._orders: list[Mend] = []
        self._autopilot = _Autopilot()
        self._unfit = False

    def advance(self, config: RunConfig) -> None:
        """One slice of a check, when one is under way or due; more of them after a slow step, else its first check would come late."""
        if not config.doctor.on or self._unfit:
            self._leave_off()
            return
        if self._work is None:
            if not self._step_seconds or not self._probe.due(self._trainer.nimg // self._trainer.batch, self._step_seconds):
                return
            self._work, self._began_at = self._probe.slices(), self._trainer.nimg
        end = time.perf_counter() + PART * self._step_seconds
        try:
            next(self._work)
            while time.perf_counter() < end:
                next(self._work)
        except StopIteration as end:
            self._work = None
            self._tell(config, end.value)
        except DataError as fault:
            self._work, self._unfit = None, True
            self._record.say(Logged(level="warning", text=say("The doctor does not examine this run: {fault}", fault=fault)))

    def count(self, seconds: float) -> None:
        """Takes the time: seconds of training so far, at every tick."""
        before, nimg = self._since
        steps = (self._trainer.nimg - nimg) / self._trainer.batch
        if steps > 0 and seconds > before:
            self._step_seconds = (seconds - before) / steps
        self._since, self._seconds = (seconds, self._trainer.nimg), seconds

    def hear(self, event: Applied) -> None:
        """A command was carried out: other options may be in force."""
        self._course.hear(event)

    def go_back(self, config: RunConfig) -> None:
        """The run went back to a checkpoint, and a segment has begun there: what was found later is forgotten."""
        self._leave_off()
        self._probe.went_back()
        self._bins.clear()
        self._since = (self._seconds, self._trainer.nimg)
        self._course.back(self._record.nimg)
        self._course.change(config.dump())
        self._course.agree(self._record.run.alarms)

    def orders(self) -> list[Mend]:
        """What the autopilot wants done; asked for once, they are whoever asked's to carry out."""
        orders, self._orders = self._orders, []
        return orders

    def _leave_off(self) -> None:
        if self._work is not None:
            self._work.close()
            self._work = None

    def _tell(self, config: RunConfig, signals: dict[str, float]) -> None:
        record, probe = self._record, self._probe
        if probe.sight is not None and probe.bank is not None and len(probe.sight.of):
            self._bins.append(probe.bank.bins.count(probe.sight.of))
        number = self._course.checks
        news = self._course.look(self._began_at, signals | self._followed(config))
        check = Probed(
            nimg=self._began_at,
            segment=record.segment,
            check=number,
            signals={name: float(f"{value:.5g}") for name, value in signals.items()},
            health=self._course.health(),
            armed=self._course.armed,
            seconds=round(probe.seconds, 4),
            share=round(probe.share(self._seconds), 5),
            every=probe.every(self._step_seconds),
        )
        record.write(check)
        for found in news:
            record.write(self._raised(found, number) if isinstance(found, Raised) else found.message(record.segment))
        if news:
            record.sync()
            record.summarize()
        self._steer_by_autopilot(config, number)

    def _followed(self, config: RunConfig) -> dict[str, float]:
        """p where it follows D: it is a sign of its own."""
        p = self._trainer.values().get("augment/p")
        return {} if p is None or config.augment.control is None else {"augment/p": p}

    def _raised(self, found: Raised, number: int) -> Event:
        evidence: tuple[Evidence, ...] = ()
        if self._probe.sight is not None and self._probe.bank is not None:
            scene = Scene(self._probe.sight, self._probe.bank, list(self._bins))
            evidence = gather_evidence(found.detector.evidence, scene, self._folder.path / FOLDER, f"{number:06d}-{found.alarm}")
        return found.message(self._record.segment, self._remedies(found.alarm), evidence)

    def _remedies(self, alarm: str) -> tuple[Remedy, ...]:
        run = self._record.run
        return self._course.remedies(alarm, [(c.id, c.nimg) for c in run.checkpoints if run.on_lineage(c.segment, c.nimg)])

    def _steer_by_autopilot(self, config: RunConfig, number: int) -> None:
        if not config.doctor.autopilot:
            return
        run = self._record.run
        for alarm in run.alarms:
            tried = sum(answer.command.get("sender") == AUTOPILOT for answer in run.answers)
            if alarm.severity != "critical" or not self._autopilot.is_due(alarm.alarm, number):
                continue
            remedies = [remedy for remedy in self._remedies(alarm.alarm) if remedy.commands]
            if tried + len(self._orders) >= config.doctor.attempts or not remedies:
                self._give_up(alarm.title, tried)
                continue
            remedy = remedies[self._autopilot.next(alarm.alarm, number) % len(remedies)]
            self._orders.append(Mend(sender=AUTOPILOT, alarm=alarm.alarm, title=remedy.title, commands=remedy.commands))

    def _give_up(self, title: str, tried: int) -> None:
        if self._autopilot.gives_up():
            text = say_n(
                tried,
                "{alarm}: the autopilot has tried {n} remedy and leaves the run to you",
                "{alarm}: the autopilot has tried {n} remedies and leaves the run to you",
                alarm=title,
            )
            self._record.say(Logged(level="warning", text=text))


class _Autopilot:
    """What was tried against which alarm, and at which check."""

    def __init__(self) -> None:
        self._tried: dict[str, tuple[int, int]] = {}  # how many remedies, and the check of the last
        self._gave_up = False

    def is_due(self, alarm: str, number: int) -> bool:
        """Whether the last remedy had its time."""
        return alarm not in self._tried or number >= self._tried[alarm][1] + PATIENCE

    def next(self, alarm: str, number: int) -> int:
        """The number of the remedy to try now."""
        count = self._tried.get(alarm, (0, 0))[0]
        self._tried[alarm] = (count + 1, number)
        return count

    def gives_up(self) -> bool:
        """True the first time."""
        first, self._gave_up = not self._gave_up, True
        return first


def _events(folder: RunFolder) -> Iterator[Event]:
    """The journal's events in their order, ticks left out."""
    reader, end, before = JournalReader(folder.journal), end_of(folder.journal), -1
    while before < reader.offset < end:
        before = reader.offset
        yield from (record for record in reader.records() if not isinstance(record, dict))
