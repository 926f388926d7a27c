"""Every Event and Command: frozen models, one line of JSON each.

An event says what has happened (`journal.jsonl`); a command says what is wanted (`commands/<id>.json`). Times are seconds
since the epoch; `nimg` is the number of real images shown. Fields are only ever added: a reader skips kinds it does not know.
"""

import time
import uuid
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from studio.telling import Telling, Words
from studio.words import joined, say, say_n

Json = Any  # a value that json can write


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", ser_json_inf_nan="strings")  # null would not be read back as a number

    def line(self) -> str:
        """One line of JSON, without the line's end."""
        return self.model_dump_json()


# --- events -------------------------------------------------------------------------------------------------------------


class _Event(_Message):
    time: float = Field(default_factory=time.time)
    nimg: int = 0


class _TellingEvent(_Event, Telling):
    pass


class SegmentStarted(_Event):
    """Training begins, from the start, a resume or a rollback. The parent is the segment it continues, from `nimg` on."""

    kind: Literal["segment_started"] = "segment_started"
    segment: int
    parent: int | None = None
    why: Literal["start", "resume", "rollback", "branch"]
    checkpoint: int | None = None  # the checkpoint it was loaded from
    options: dict[str, Json]  # every option in force, as RunConfig.dump gives them
    device: str = "cpu"
    threads: int = 0
    processes: int = 1  # that share each batch
    host: str = ""
    pid: int = 0
    studio: str = ""
    torch: str = ""


class AutoChose(_TellingEvent):
    """How fast, and in what arithmetic, the next segments run: what was set, and what `auto` came to on this machine."""

    kind: Literal["auto_chose"] = "auto_chose"
    device: str  # the machine's, in words: on another one it is measured anew
    asked: dict[str, Json]  # the options that it answers
    dtype: str
    channels_last: bool = False
    compile: bool = False
    threads: int = 0
    micro_batch: int = 0  # images that pass at once; 0 the whole batch
    need: int = 0  # bytes that the whole batch takes, about
    why: Words = ""
    table: tuple[tuple[Words, float, Words], ...] = ()  # setting, seconds a round (0: not timed), remark

    def words(self) -> str:
        """Such as `bf16 · channels last`; cores only where they were chosen."""
        threads = say_n(self.threads, "{n} thread", "{n} threads")
        parts = say("parts of {n}", n=self.micro_batch)
        found = ((say("channels last"), self.channels_last), (say("compiled"), self.compile), (threads, self.threads), (parts, self.micro_batch))
        return joined([self.dtype, *(word for word, there in found if there)], " · ")


class Tick(_Event):
    """What happened since the last tick: mean, minimum and maximum of every scalar."""

    kind: Literal["tick"] = "tick"
    segment: int
    seconds: float  # training time of the run so far, pauses left out
    rate: float = 0.0  # real images a second since the last tick
    scalars: dict[str, tuple[float, float, float]] = {}
    values: dict[str, float] = {}  # scheduled numbers in force: lr/G, lr/D, gamma …
    memory: int = 0  # bytes: of the device, or of the process on a CPU
    samples: str = ""  # newest live grid, relative to the run's folder


class Progressed(_TellingEvent):
    """Long work on the way: opening the data, a save, an evaluation. `total` 0 means not known."""

    kind: Literal["progressed"] = "progressed"
    what: Words
    done: int
    total: int
    measuring: bool = False  # beside training, which goes on


class DataOpened(_TellingEvent):
    """The data set is ready."""

    kind: Literal["data_opened"] = "data_opened"
    medium: str
    shape: tuple[int, ...]
    classes: tuple[str, ...] = ()
    train: int | None = None  # None: drawn without end
    held: int = 0
    notes: tuple[Words, ...] = ()


class FrameKept(_Event):
    """A frame of the timeline: the fixed latents as they look now."""

    kind: Literal["frame_kept"] = "frame_kept"
    segment: int
    file: str


class FramesThinned(_Event):
    """Frames given up so that the timeline stays within its number and disk budget."""

    kind: Literal["frames_thinned"] = "frames_thinned"
    files: tuple[str, ...]


class CheckpointSaved(_Event):
    """A checkpoint is complete in `checkpoints/<folder>`."""

    kind: Literal["checkpoint_saved"] = "checkpoint_saved"
    id: int
    segment: int
    folder: str  # relative to the run's folder
    why: Literal["start", "interval", "asked", "stop", "end"]
    bytes: int = 0


class CheckpointDeleted(_Event):
    """A checkpoint was given up."""

    kind: Literal["checkpoint_deleted"] = "checkpoint_deleted"
    id: int
    why: str


class Evaluated(_Event):
    """Metrics of a checkpoint, or of the live generator when `checkpoint` is None."""

    kind: Literal["evaluated"] = "evaluated"
    checkpoint: int | None = None
    metrics: dict[str, float]
    count: int = 0
    reference: str = ""
    seconds: float = 0.0  # from its beginning to its end; training went on meanwhile
    figure: str = ""  # the value by which the best checkpoint is chosen
    better: Literal["", "higher", "lower", "near 1", "neither"] = ""
    basis: dict[str, dict[str, Json]] = {}  # of every value: count, reals and reference


Severity = Literal["info", "medium", "high", "critical"]


class Probed(_TellingEvent):
    """One check of the doctor's: every signal that it measured, and the run's health in a sentence."""

    kind: Literal["probed"] = "probed"
    segment: int
    check: int  # counted from 0 over the whole run
    signals: dict[str, float]
    health: Words = ""  # such as `Healthy: variety 0.93 of the data's, discriminator ahead by a little`
    armed: bool = False  # the run has shown that it learns: from then on a loss of variety is an alarm
    seconds: float = 0.0  # that the check took of training's time
    share: float = 0.0  # of training's time that all checks took since the last one
    every: int = 0  # steps to the next check, by its measured cost


class Remedy(_Message, Telling):
    """What may mend it: commands for the running trainer, or changes that need a new run from a checkpoint."""

    title: Words  # what the button says, such as `Roll back and use RpGAN + R1 + R2`
    text: Words  # what it does and why, for a layperson
    commands: tuple[dict[str, Json], ...] = ()  # COMMAND documents, carried out together by `Mend`
    restart: dict[str, Json] = {}  # option paths and values of a new run, where the running one cannot change them
    checkpoint: int | None = None  # where the new run branches from


class Evidence(_Message, Telling):
    """Something to look at: a file of the run's folder with pictures, or numbers to draw."""

    kind: Literal["pictures", "pairs", "histogram"]
    title: Words
    text: Words = ""
    file: str = ""  # PNG relative to the run's folder; pairs lie side by side
    labels: tuple[Words, ...] = ()  # of the pictures' columns, or of the bars
    series: dict[str, tuple[float, ...]] = {}  # of a histogram: a row of shares each, such as `reals` and `fakes`
    names: tuple[Words, ...] = ()  # of the series in their order, for a person; empty: their keys
    edges: tuple[float, ...] = ()  # of a histogram's bins, one more than the shares, where they have a scale


class AlarmRaised(_TellingEvent):
    """The doctor names a failure. Until it is cleared it is active; a graver finding of the same alarm raises it anew."""

    kind: Literal["alarm_raised"] = "alarm_raised"
    segment: int
    alarm: str  # the detector's kind, such as `mode_drop`
    title: Words
    severity: Severity
    onset: int  # nimg of the first of the checks that led to it
    text: Words  # what happens, in a layperson's words
    why: Words  # the figures that say so, with what is usual
    remedies: tuple[Remedy, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class AlarmCleared(_TellingEvent):
    """A failure is over: by itself, by a remedy, or because a rollback went back before it."""

    kind: Literal["alarm_cleared"] = "alarm_cleared"
    segment: int
    alarm: str
    why: Words = ""


class Applied(_TellingEvent):
    """A command took effect, between two steps."""

    kind: Literal["applied"] = "applied"
    id: str
    command: dict[str, Json]
    text: Words = ""
    options: dict[str, Json] | None = None  # every option in force after it, where it changed any


class Refused(_TellingEvent):
    """A command did nothing, and why."""

    kind: Literal["refused"] = "refused"
    id: str
    command: dict[str, Json]
    reason: Words


class PauseBegan(_Event):
    """Training holds; the networks stay in memory."""

    kind: Literal["pause_began"] = "pause_began"


class PauseEnded(_Event):
    """Training goes on."""

    kind: Literal["pause_ended"] = "pause_ended"


class Ended(_Event):
    """Nobody trains the run any more, and all is well."""

    kind: Literal["ended"] = "ended"
    why: Literal["done", "stopped", "aborted"]


class Failed(_TellingEvent):
    """Training ended with a fault that a person can act on."""

    kind: Literal["failed"] = "failed"
    error: str  # a short name: non_finite, out_of_memory, no_space, lost, data, crash
    text: Words
    remedy: Words = ""
    details: str = ""  # a traceback, to unfold


class Logged(_TellingEvent):
    """A line for the log."""

    kind: Literal["logged"] = "logged"
    level: Literal["info", "warning", "error"] = "info"
    text: Words


Event = (
    SegmentStarted
    | AutoChose
    | Tick
    | Progressed
    | DataOpened
    | FrameKept
    | FramesThinned
    | CheckpointSaved
    | CheckpointDeleted
    | Evaluated
    | Probed
    | AlarmRaised
    | AlarmCleared
    | Applied
    | Refused
    | PauseBegan
    | PauseEnded
    | Ended
    | Failed
    | Logged
)


# --- commands -----------------------------------------------------------------------------------------------------------


class _Command(_Message):
    id: str = Field(default_factory=lambda: f"{time.time_ns():020d}-{uuid.uuid4().hex[:8]}")  # sorts by time
    time: float = Field(default_factory=time.time)
    sender: str = ""


class Pause(_Command):
    """Hold after the present step."""

    kind: Literal["pause"] = "pause"


class Resume(_Command):
    """Go on after a pause."""

    kind: Literal["resume"] = "resume"


class Stop(_Command):
    """Save a checkpoint and end."""

    kind: Literal["stop"] = "stop"


class Abort(_Command):
    """End at once, without saving."""

    kind: Literal["abort"] = "abort"


class SaveCheckpoint(_Command):
    """Save a checkpoint now."""

    kind: Literal["save_checkpoint"] = "save_checkpoint"
    pin: bool = False
    note: str = ""


class SetOption(_Command):
    """Change a live option, such as `optimizer.lr`, or a whole live choice, such as `objective`."""

    kind: Literal["set_option"] = "set_option"
    path: str
    value: Json


class Rollback(_Command):
    """Go back to a checkpoint in place; what came after it is abandoned, not deleted."""

    kind: Literal["rollback"] = "rollback"
    checkpoint: int
    options: Literal["restore", "keep"] = "restore"  # the checkpoint's options, or those in force now


class CancelEvaluation(_Command):
    """Give up measuring a checkpoint; training goes on."""

    kind: Literal["cancel_evaluation"] = "cancel_evaluation"


class FreshDiscriminator(_Command):
    """Start the discriminator and its optimiser anew; the generator stays."""

    kind: Literal["fresh_discriminator"] = "fresh_discriminator"


class Mend(_Command, Telling):
    """Carry out a remedy: its commands in order, between two steps, or none of them when one is refused."""

    kind: Literal["mend"] = "mend"
    alarm: str
    title: Words
    commands: tuple[dict[str, Json], ...]


Command = Pause | Resume | Stop | Abort | SaveCheckpoint | SetOption | Rollback | CancelEvaluation | FreshDiscriminator | Mend

EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])
COMMAND: TypeAdapter[Command] = TypeAdapter(Annotated[Command, Field(discriminator="kind")])
