"""Joins one run folder to one trainer: prepares, trains, obeys; turns a crash into Failed.

A `Worker` is a generator: whoever hosts it, the window's torch thread or the command line, advances it and sleeps when it says so.
"""

import time
from collections.abc import Collection, Iterator
from typing import Any, Literal

import torch

from studio.clock import Clock
from studio.doctoring import Doctoring
from studio.errors import ConfigError, RunError
from studio.evaluations import Evaluations
from studio.faults import failure
from studio.followers import beat, gather, trainer_of
from studio.gan import checkpoint as tensors
from studio.gan.config import RunConfig
from studio.gan.distributed import World, alone
from studio.gan.precision import use_threads
from studio.gan.trainer import NonFinite
from studio.machine import memory
from studio.mending import back_words, changes_words, planned, restored, sound, value_words
from studio.messages import (
    Abort,
    CancelEvaluation,
    Command,
    Ended,
    Failed,
    FreshDiscriminator,
    Logged,
    Mend,
    Pause,
    PauseBegan,
    PauseEnded,
    Resume,
    Rollback,
    SaveCheckpoint,
    SetOption,
    Stop,
    Tick,
)
from studio.pictures import Pictures
from studio.preparing import Options, SegmentWhy, open_data, segment_why, starting_config, starting_point
from studio.record import Record
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.commands import Inbox, waiting
from studio.runs.folder import RunFolder
from studio.runs.home import cache_folder, default_home
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.runs.reconcile import unsaid
from studio.runs.view import RunView
from studio.saving import SaveWhy, Saving
from studio.settling import computed, settle
from studio.transfer import take_over
from studio.words import joined, say

LOOK_S = 0.05  # how often commands are looked for
BEAT_S = 0.5  # how often it shows signs of life before it trains
SIGN_S = 2.0  # a tick renews the lock's sign of life and the summary of the run no oftener: on slow trainings each tick would pay for files that few read
IDLE_S = 0.03  # a host sleeps so long between looks while paused

EndWhy = Literal["done", "stopped", "aborted"]


class _EndOfRun(Exception):
    """Training is over; not a fault."""

    def __init__(self, why: EndWhy) -> None:
        super().__init__(why)
        self.why = why


class Worker:
    """Trains one run.

    why: `start` for a new or branched folder, `resume` for one that was trained before; `checkpoint` resumes from that one,
    with the options `last` in force or those of the checkpoint (`restore`); `changes` are options to set first, by dotted path;
    `stale` names the commands that waited when this training was asked for, and are not meant for it: by default all that wait before it has the lock;
    `world` are the processes that train it together, of which this one leads.
    """

    def __init__(
        self,
        folder: RunFolder,
        *,
        why: Literal["start", "resume"] = "start",
        checkpoint: int | None = None,
        options: Options = "last",
        changes: dict[str, Any] | None = None,
        stale: Collection[str] | None = None,
        world: World | None = None,
    ) -> None:
        self.folder, self.why, self._world = folder, why, world or alone()
        self._from, self._options, self._changes, self._stale = checkpoint, options, changes or {}, stale
        self._asked_to_stop: Literal["", "stop", "abort"] = ""
        self._trained = False  # to the planned length
        self.failure: Failed | None = None
        self.ended: EndWhy | None = None

    def ask_to_stop(self) -> None:
        """What a signal handler may call: the first time stops after saving, the second aborts."""
        self._asked_to_stop = "abort" if self._asked_to_stop else "stop"

    def total_kimg(self) -> float | None:
        """The planned length now in force; None before the settings are read."""
        return self._config.training.kimg if hasattr(self, "_config") else None

    def run(self) -> Iterator[float]:
        """Trains to the end. Yields, after every step, the seconds its host may sleep. RunError when another process trains the run."""
        self._stale = waiting(self.folder) if self._stale is None else self._stale  # before the lock tells that it may be asked
        with RunLock.acquire(self.folder.lock) as self._lock:
            before = RunView(self.folder).run
            self._store = CheckpointStore(self.folder)
            with JournalWriter(self.folder.journal) as journal:
                self._record = Record(self.folder, journal, before)
                yield from self._guarded()

    def _guarded(self) -> Iterator[float]:
        """Every fault becomes a Failed that says what to do."""
        try:
            try:
                yield from self._prepare()
                yield from self._train()
            except _EndOfRun as end:
                self._end(end.why)
        except Exception as fault:
            self._fail(failure(fault, getattr(self, "_config", None), self._store, self._record.nimg))

    def _prepare(self) -> Iterator[float]:
        """Opens the data, builds the networks, and takes up the newest sound checkpoint or makes the first."""
        record = self._record
        self._store.clear_unfinished()
        for event in unsaid(self._store, record.run):  # what a kill left between the disk and the journal
            record.write(event)
        before = record.run
        self._inbox = Inbox(self.folder)
        self._early: list[Command] = []
        self._looked = 0.0
        for command in self._inbox.leftovers(self._stale or ()):
            record.refused(command, say("it was asked before this start"))
        start = starting_point(self._store, before, self._from, record.say)
        self._config = starting_config(self.folder, before, start, self._options, self._changes)
        record.nimg = start.nimg if start else 0
        yield 0.0
        dataset = open_data(self._config, record.say, self._look_while_preparing)
        yield 0.0
        self._chosen = yield from settle(self._config, dataset, before, record.say, self._look_while_preparing, processes=self._world.size)
        config = computed(self._config, self._chosen)
        use_threads(config.network.parallel, config.precision.threads)
        self._trainer = trainer_of(config, dataset, self._world)
        yield from gather(config, self._world)
        for note in tensors.load(self._trainer, start.path) if start else []:
            record.say(Logged(level="warning", text=note))
        if not start:
            take_over(self._trainer, record.say)
        self._begin_segment(segment_why(before, start, asked_for=self._from is not None), start)
        self._pictures = Pictures(self.folder, self._trainer, before)
        self._evaluations = Evaluations(self._store, dataset, record.say, device=self._trainer.device, cache=cache_folder(default_home()))
        self._saving = Saving(self.folder, self._store, self._trainer, self._pictures, record)
        self._doctor = Doctoring(self.folder, self._trainer, self._config, record)
        if not start:
            self._save("start")
        self._pictures.draw_live()
        self._clock = Clock(before.seconds, self._trainer.nimg)
        self._looked = self._signed = 0.0
        self._tick({})
        yield 0.0

    def _look_while_preparing(self) -> None:
        """Stop and Abort end it here, where there is nothing new to save; what else is asked waits until the run trains."""
        if time.monotonic() - self._looked > BEAT_S:
            self._looked = time.monotonic()
            self._lock.beat()
            beat(self._world)
        for command in self._inbox.take():
            if isinstance(command, Stop | Abort):
                self._record.applied(command)
                raise _EndOfRun("stopped" if isinstance(command, Stop) else "aborted")
            self._early.append(command)
        if self._asked_to_stop:
            raise _EndOfRun("stopped" if self._asked_to_stop == "stop" else "aborted")

    def _begin_segment(self, why: SegmentWhy, start: Checkpoint | None) -> None:
        self._record.begin_segment(why, start, options=self._config.dump(), device=self._trainer.device, processes=self._world.size)

    def _train(self) -> Iterator[float]:
        while True:
            self._obey()
            if self._clock.paused:
                beat(self._world)
                yield IDLE_S
                continue
            if self._record.nimg >= 1000 * self._config.training.kimg:
                self._tick(self._trainer.statistics())
                self._save("end")
                yield from self._measure_the_end()
                if self._trained:
                    raise _EndOfRun("done")
                continue
            self._trainer.step()
            self._record.nimg = self._trainer.nimg
            self._evaluations.advance(self._config)
            self._doctor.advance(self._config)
            if self._clock.tick_due():
                self._at_tick()
            yield 0.0

    def _measure_the_end(self) -> Iterator[float]:
        """Nothing is left to train: what is still to be measured takes all of the time."""
        self._trained = True
        while self._trained and self._evaluations.advance(self._config, whole=True):
            self._obey()
            self._lock.beat()
            beat(self._world)
            yield 0.0
            self._trained = self._record.nimg >= 1000 * self._config.training.kimg  # no more after a rollback, or with a longer plan

    def _at_tick(self) -> None:
        """What happens by the clock; never touches the training's numbers."""
        statistics = self._trainer.statistics()
        if self._trainer.compiled is not None and (news := self._trainer.compiled.news()):
            self._record.say(Logged(level="warning", text=news))
        self._pictures.maybe_draw(self._clock.seconds(), self._record.say)
        self._tick(statistics)
        self._evaluations.consider_live(self._config, self._record.nimg, self._averaged)
        if self._saving.due(self._config):
            self._save("interval")

    def _averaged(self) -> dict[str, torch.Tensor]:
        return self._trainer.weights()["generator_ema"]

    def _tick(self, statistics: dict[str, tuple[float, float, float]]) -> None:
        now, rate = time.monotonic(), self._clock.rate(self._record.nimg)
        measuring = {"share/evaluation": share} if (share := self._evaluations.share()) else {}
        tick = Tick(
            segment=self._record.segment,
            nimg=self._record.nimg,
            seconds=self._clock.seconds(),
            rate=rate if statistics else 0.0,
            scalars={name: (_short(mean), _short(low), _short(high)) for name, (mean, low, high) in statistics.items()},
            values={name: _short(value) for name, value in {**self._trainer.values(), **measuring}.items()},
            memory=memory(self._trainer.device),
            samples=self._pictures.newest,
        )
        self._record.say(tick)
        self._doctor.count(tick.seconds)
        if not statistics or now - self._signed > SIGN_S:
            self._signed = now
            self._lock.beat()
            self._record.summarize()

    def _obey(self) -> None:
        if self._asked_to_stop:
            self._leave(save=self._asked_to_stop == "stop")
        now = time.monotonic()
        if now - self._looked < LOOK_S:
            return
        self._looked = now
        early, self._early = self._early, []
        for command in [*early, *self._inbox.take(), *self._doctor.orders()]:
            self._carry_out(command)
        for refusal in self._inbox.refusals():
            self._record.say(refusal)

    def _carry_out(self, command: Command) -> None:
        try:
            match command:
                case Pause():
                    self._pause(command)
                case Resume():
                    self._go_on(command)
                case Stop() | Abort():
                    self._record.applied(command)
                    self._leave(save=isinstance(command, Stop))
                case SaveCheckpoint():
                    saved = self._save("asked", pin=command.pin, note=command.note)
                    self._record.applied(command, say("checkpoint {number} saved", number=saved.id))
                case SetOption():
                    self._set(command)
                case Rollback():
                    self._roll_back(command)
                case CancelEvaluation():
                    self._cancel_evaluation(command)
                case FreshDiscriminator():
                    self._trainer.renew("discriminator")
                    self._doctor.hear(self._record.applied(command, say("the discriminator begins anew")))
                case Mend():
                    self._mend(command)
        except (ConfigError, RunError) as fault:
            self._record.refused(command, str(fault))

    def _pause(self, command: Command) -> None:
        if self._clock.paused:
            raise RunError(say("the run is paused already"))
        self._hold()
        self._record.applied(command)
        self._record.summarize()

    def _hold(self) -> None:
        self._tick(self._trainer.statistics())
        self._clock.hold()
        self._record.say(PauseBegan())

    def _go_on(self, command: Command) -> None:
        if not self._clock.paused:
            raise RunError(say("the run is not paused"))
        self._clock.go_on()
        self._clock.count_from(self._record.nimg)
        self._record.say(PauseEnded())
        self._record.applied(command)

    def _cancel_evaluation(self, command: Command) -> None:
        if not (given_up := self._evaluations.cancel()):
            raise RunError(say("nothing is being measured"))
        self._record.applied(command, say("{what} not measured", what=given_up))

    def _set(self, command: SetOption) -> None:
        config = self._config.with_option(command.path, command.value, live=True)
        changes = changes_words(self._config, config)
        text = joined(changes) or say("{path} is {value} already", path=command.path, value=value_words(command.value))
        self._trainer.apply(computed(config, self._chosen))
        self._config = config
        self._doctor.hear(self._record.applied(command, text, options=config.dump()))

    def _roll_back(self, command: Rollback) -> None:
        target = sound(self._store, command.checkpoint)
        self._go_back(target, restored(target, self._config) if command.options == "restore" else self._config)
        self._record.applied(command, back_words(target), options=self._config.dump())
        self._show_where_it_is()

    def _mend(self, remedy: Mend) -> None:
        plan = planned(remedy, self._config, self._store)
        self._trainer.check(computed(plan.config, self._chosen))
        self._save_before(remedy, spared=plan.target.id if plan.target is not None else None)
        if plan.target is not None:
            self._go_back(plan.target, plan.config)
        else:
            self._trainer.apply(computed(plan.config, self._chosen))
            self._config = plan.config
        if plan.fresh:
            self._trainer.renew("discriminator")
        if plan.pause and not self._clock.paused:
            self._hold()
        self._doctor.hear(self._record.applied(remedy, plan.text, options=self._config.dump()))
        if plan.target is not None:
            self._show_where_it_is()

    def _save_before(self, remedy: Mend, *, spared: int | None) -> None:
        """So that what the remedy does can be undone; but weights that are no numbers are not worth going back to. The target makes no room for it."""
        try:
            self._save("asked", pin=True, note=say("before: {remedy}", remedy=remedy.title), spared=spared)
        except NonFinite:
            text = say("No checkpoint was saved before the remedy '{remedy}': the weights are no finite numbers", remedy=remedy.title)
            self._record.say(Logged(level="warning", text=text))

    def _go_back(self, target: Checkpoint, config: RunConfig) -> None:
        """Settings first: they say what of the checkpoint there is a place for. RunError, with those from before in force, where it does not fit."""
        self._trainer.apply(computed(config, self._chosen))
        try:
            tensors.load(self._trainer, target.path)
        except RunError:
            self._trainer.apply(computed(self._config, self._chosen))
            raise
        self._config, self._record.nimg = config, self._trainer.nimg
        self._clock.count_from(self._record.nimg)
        self._saving.count_from_here()
        self._begin_segment("rollback", target)
        self._doctor.go_back(config)

    def _show_where_it_is(self) -> None:
        self._pictures.draw_live()
        self._tick({})

    def _leave(self, *, save: bool) -> None:
        if save and self._trained:
            raise _EndOfRun("done")  # all is saved: only measuring was left
        if save:
            self._tick(self._trainer.statistics())
            self._save("stop")
        raise _EndOfRun("stopped" if save else "aborted")

    def _save(self, why: SaveWhy, *, pin: bool = False, note: str = "", spared: int | None = None) -> Checkpoint:
        saved = self._saving.save(self._config, why, pin=pin, note=note)
        self._evaluations.consider(self._config, saved, why)
        self._saving.thin(self._config, spared=(spared, self._evaluations.best(self._config)))
        return saved

    def _end(self, why: EndWhy) -> None:
        self.ended = why
        self._record.close_with(Ended(why=why))

    def _fail(self, failed: Failed) -> None:
        self.failure = failed
        self._record.close_with(failed)


def _short(value: float) -> float:
    """Six significant digits: a curve shows no more, and the journal stays a third smaller."""
    return float(f"{value:.6g}")
