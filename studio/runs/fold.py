"""What the events of a journal come to: the run's state, its tree of segments and all that lies in its folder. Pure; reads no file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, get_args

from studio.messages import (
    AlarmCleared,
    AlarmRaised,
    Applied,
    AutoChose,
    CheckpointDeleted,
    CheckpointSaved,
    DataOpened,
    Ended,
    Evaluated,
    Event,
    Failed,
    FrameKept,
    FramesThinned,
    Json,
    Logged,
    PauseBegan,
    PauseEnded,
    Probed,
    Progressed,
    Refused,
    SegmentStarted,
    Severity,
    Tick,
)
from studio.words import say

State = Literal["new", "preparing", "running", "paused", "done", "stopped", "aborted", "failed", "crashed"]
LIVE: frozenset[State] = frozenset({"preparing", "running", "paused"})  # someone trains, or did until it died
LOG_LINES = 2000
GRAVITY: tuple[Severity, ...] = get_args(Severity)  # the gravest last


class Stretch(NamedTuple):
    """A segment's part of the lineage: images from `nimg_from` to `nimg_to`, where it was left; the current one is open (None)."""

    segment: int
    nimg_from: int
    nimg_to: int | None


class Marker(NamedTuple):
    """Something to show at its place in time."""

    nimg: int
    time: float
    kind: Literal["segment", "checkpoint", "applied", "failed"]
    text: str
    event: SegmentStarted | CheckpointSaved | Applied | Failed


class PastAlarm(NamedTuple):
    """An alarm that is over, and what ended it."""

    raised: AlarmRaised
    cleared: AlarmCleared


@dataclass(frozen=True)
class Run:
    """A run as its events tell it. `crashed` is set by RunView alone: a process that is killed writes no event."""

    config: Mapping[str, Json] = field(default_factory=dict)  # as started
    options: Mapping[str, Json] = field(default_factory=dict)  # now in force
    state: State = "new"
    nimg: int = 0
    seconds: float = 0.0  # of training, pauses left out
    rate: float = 0.0  # real images a second
    segments: tuple[SegmentStarted, ...] = ()
    lineage: tuple[Stretch, ...] = ()  # from the root to the current segment
    checkpoints: tuple[CheckpointSaved, ...] = ()  # those still there, by id
    last_checkpoint: int = 0  # the highest id ever given, 0 before the first
    frames: tuple[FrameKept, ...] = ()  # those still there, of every segment
    thinnings: int = 0  # how often the timeline was thinned
    markers: tuple[Marker, ...] = ()
    evaluations: tuple[Evaluated, ...] = ()
    answers: tuple[Applied | Refused, ...] = ()  # to commands
    log: tuple[Logged, ...] = ()  # the last LOG_LINES lines
    last_tick: Tick | None = None  # where it names no grid, with the newest one
    samples: str = ""  # the newest live grid, relative to the folder
    data: DataOpened | None = None
    chosen: AutoChose | None = None  # how the run is computed, where that was told
    failure: Failed | None = None
    progress: Progressed | None = None  # long work on the way
    last_check: Probed | None = None  # the doctor's; perhaps of a part that was abandoned since
    alarms: tuple[AlarmRaised, ...] = ()  # those active, one of a kind, in the order they were raised
    past_alarms: tuple[PastAlarm, ...] = ()  # in the order they ended

    def on_lineage(self, segment: int, nimg: int) -> bool:
        """Whether what happened in `segment` at `nimg` belongs to the run as it is now, not to an abandoned part."""
        return any(s.segment == segment and (s.nimg_to is None or nimg <= s.nimg_to) for s in self.lineage)

    def is_current(self, event: CheckpointSaved | FrameKept | Tick) -> bool:
        """Whether a checkpoint, frame or tick lies on the current lineage."""
        return self.on_lineage(event.segment, event.nimg)

    @property
    def current_checkpoints(self) -> tuple[CheckpointSaved, ...]:
        """The checkpoints on the current lineage, by id."""
        return tuple(c for c in self.checkpoints if self.is_current(c))

    @property
    def current_frames(self) -> tuple[FrameKept, ...]:
        """The timeline of the current lineage, by nimg."""
        return tuple(f for f in self.frames if self.is_current(f))

    def checkpoint(self, number: int) -> CheckpointSaved | None:
        """The checkpoint of that id, when it is still there."""
        return next((c for c in self.checkpoints if c.id == number), None)

    def metrics(self, checkpoint: int) -> dict[str, float]:
        """The newest value of every metric of a checkpoint."""
        return {k: v for e in self.evaluations if e.checkpoint == checkpoint for k, v in e.metrics.items()}

    @property
    def is_measuring(self) -> bool:
        """Whether a checkpoint is being measured."""
        return self.progress is not None and self.progress.measuring

    def basis(self, checkpoint: int) -> dict[str, dict[str, Json]]:
        """What the newest value of every metric of a checkpoint rests on: count, reals and reference."""
        return {k: v for e in self.evaluations if e.checkpoint == checkpoint for k, v in e.basis.items()}

    @property
    def gravest(self) -> AlarmRaised | None:
        """The gravest active alarm, of equally grave ones the first; None where all is well."""
        return max(self.alarms, key=lambda alarm: GRAVITY.index(alarm.severity), default=None)

    @property
    def figure(self) -> tuple[str, str]:
        """The metric by which the best checkpoint is chosen, as it was measured last, and which way is better."""
        return next(((e.figure, e.better) for e in reversed(self.evaluations) if e.figure), ("swd", "lower"))


def fold(run: Run, event: Event) -> Run:
    """The run after one more event."""
    match event:
        case Tick():
            state: State = "paused" if run.state == "paused" else "running"
            if run.samples and not event.samples:
                event = event.model_copy(update={"samples": run.samples})
            return replace(
                run,
                state=state,
                nimg=event.nimg,
                seconds=event.seconds,
                rate=event.rate,
                samples=event.samples,
                last_tick=event,
            )
        case Progressed():
            ready = 0 < event.total <= event.done
            return replace(run, progress=None if ready else event, state="preparing" if run.state == "new" else run.state)
        case FrameKept():
            return replace(run, frames=(*run.frames, event))
        case FramesThinned():
            gone = frozenset(event.files)
            return replace(run, frames=tuple(f for f in run.frames if f.file not in gone), thinnings=run.thinnings + 1)
        case Logged():
            return replace(run, log=(*run.log, event)[-LOG_LINES:])
        case Evaluated():
            return replace(run, evaluations=(*run.evaluations, event))
        case DataOpened():
            return replace(run, data=event)
        case AutoChose():
            return replace(run, chosen=event)
        case Probed():
            return replace(run, last_check=event)
        case AlarmRaised() | AlarmCleared():
            return _alarm(run, event)
        case SegmentStarted() | PauseBegan() | PauseEnded() | Ended() | Failed():
            return _turn(run, event)
        case CheckpointSaved() | CheckpointDeleted():
            return _keep(run, event)
        case Applied() | Refused():
            return _answer(run, event)


def _turn(run: Run, event: SegmentStarted | PauseBegan | PauseEnded | Ended | Failed) -> Run:
    """The events that change what the run is doing."""
    match event:
        case SegmentStarted():
            segments = (*run.segments, event)
            state: State = run.state if event.why == "rollback" and run.state == "paused" else "preparing"
            run = replace(run, segments=segments, lineage=lineage(segments), options=event.options, state=state, nimg=event.nimg, failure=None, progress=None)
            return _mark(_with_alarms_of_the_lineage(run, event), event, "segment", event.why)
        case PauseBegan():
            return replace(run, state="paused")
        case PauseEnded():
            return replace(run, state="running")
        case Ended():
            return replace(run, state=event.why, progress=None)
        case Failed():
            return _mark(replace(run, state="failed", failure=event, progress=None), event, "failed", event.text)


def _keep(run: Run, event: CheckpointSaved | CheckpointDeleted) -> Run:
    if isinstance(event, CheckpointDeleted):
        markers = tuple(m for m in run.markers if not (isinstance(m.event, CheckpointSaved) and m.event.id == event.id))
        return replace(run, checkpoints=tuple(c for c in run.checkpoints if c.id != event.id), markers=markers)
    kept = sorted((*(c for c in run.checkpoints if c.id != event.id), event), key=lambda c: c.id)
    run = replace(run, checkpoints=tuple(kept), last_checkpoint=max(run.last_checkpoint, event.id))
    return _mark(run, event, "checkpoint", f"checkpoint {event.id}")


def _answer(run: Run, event: Applied | Refused) -> Run:
    run = replace(run, answers=(*run.answers, event))
    if isinstance(event, Refused):
        return run
    if event.options is not None:
        run = replace(run, options=event.options)
    return _mark(run, event, "applied", event.text or str(event.command.get("kind", "")))


def _alarm(run: Run, event: AlarmRaised | AlarmCleared) -> Run:
    """One of a kind is active at a time: a graver finding takes its place."""
    others = tuple(a for a in run.alarms if a.alarm != event.alarm)
    if isinstance(event, AlarmRaised):
        return replace(run, alarms=(*others, event))
    ended = tuple(PastAlarm(a, event) for a in run.alarms if a.alarm == event.alarm)
    return replace(run, alarms=others, past_alarms=(*run.past_alarms, *ended))


def _with_alarms_of_the_lineage(run: Run, begun: SegmentStarted) -> Run:
    """What was raised on the way to where a segment begins, and not cleared on it, is active there; all other alarms are past."""
    active = [a for a in run.alarms if run.on_lineage(a.segment, a.nimg)]
    past: list[PastAlarm] = []
    for end in run.past_alarms:
        is_back = run.on_lineage(end.raised.segment, end.raised.nimg) and not run.on_lineage(end.cleared.segment, end.cleared.nimg)
        if is_back:
            active.append(end.raised)
        else:
            past.append(end)
    why = say("the run went back to {kimg:g} kimg, before it was raised", kimg=begun.nimg / 1000)
    over = AlarmCleared(time=begun.time, nimg=begun.nimg, segment=begun.segment, alarm="", why=why)
    past += [PastAlarm(a, over.model_copy(update={"alarm": a.alarm})) for a in run.alarms if a not in active]
    return replace(run, alarms=tuple(sorted(active, key=lambda a: a.time)), past_alarms=tuple(past))


def _mark(
    run: Run,
    event: SegmentStarted | CheckpointSaved | Applied | Failed,
    kind: Literal["segment", "checkpoint", "applied", "failed"],
    text: str,
) -> Run:
    return replace(run, markers=(*run.markers, Marker(event.nimg, event.time, kind, text, event)))


def lineage(segments: tuple[SegmentStarted, ...]) -> tuple[Stretch, ...]:
    """The way from the root to the last segment, each cut where the next one begins."""
    by_number = {s.segment: s for s in segments}
    out: list[Stretch] = []
    here: SegmentStarted | None = segments[-1] if segments else None
    left: int | None = None
    while here is not None and here.segment in by_number:
        del by_number[here.segment]  # a damaged journal must not send us in a circle
        if left is None or here.nimg <= left:
            out.append(Stretch(here.segment, here.nimg, left))
            left = here.nimg
        here = by_number.get(here.parent) if here.parent is not None else None
    return tuple(reversed(out))
