"""RunConfig: everything that decides a run, one choice a question, validated together."""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field

from studio.errors import ConfigError, Problem
from studio.gan.augment import Augment
from studio.gan.datasets import Source
from studio.gan.games import Game
from studio.gan.networks import Network
from studio.gan.objectives import Objective
from studio.gan.optimizers import Optimizer
from studio.gan.schedule import Schedule
from studio.gan.spec import Section, Spec, join, option, scheduled
from studio.words import say

FORMAT = 1


def _switch(value: Any) -> Any:
    """`true` and `false`, as older runs have it, are on and off."""
    return {True: "on", False: "off", "true": "on", "false": "off"}.get(value, value) if isinstance(value, bool | str) else value


class Training(Section):
    """How long, how much at a time, and where."""

    kimg: float = option(400.0, gt=0, le=1e9, live=True, unit="kimg", help="Length of the run in thousand real images shown to D.")
    batch: int = option(64, ge=1, le=65536, unit="images", help="Images in one step; larger is steadier and slower.")
    micro_batch: int = option(
        0,
        ge=0,
        le=65536,
        unit="images",
        zero="as many as fit",
        advanced=True,
        help="Images that pass at once; 0 passes the batch whole, or in as few parts as the memory asks for. Without batch statistics the result is the same.",
    )
    seed: int = option(0, ge=0, lt=2**63, help="Start of every random draw: the same seed gives the same run on the same machine.")
    device: str = option("auto", help="auto, cpu, cuda, cuda:1, mps …: where the networks run.")


class Ema(Section):
    """The averaged copy of G that makes the samples."""

    half_life_kimg: Schedule = scheduled(10.0, ge=0, live=True, unit="kimg", help="Images after which an old weight counts half; 0 keeps no average.")
    ramp: float = option(0.05, ge=0, le=1, live=True, advanced=True, help="The half-life is at most this share of the images so far; 0 means no ramp.")


Switch = Literal["auto", "on", "off"]


class Transfer(Section):
    """Begin with what another run has learnt."""

    run: str = option(
        "",
        zero="no other run",
        help="A run's folder, name or number, RUN:ID for one of its checkpoints, or a checkpoint's folder. Weights that fit are taken over.",
    )
    freeze_d: int = option(
        0,
        ge=0,
        le=64,
        zero="none",
        live=True,
        help="So many stages of the discriminator, from the picture on, stay as they are. Helps where pictures are few.",
    )


class Precision(Section):
    """Number formats and what else decides the speed; `auto` is what a few steps at the start show to be fastest here."""

    dtype: Literal["auto", "fp32", "bf16", "fp16", "fp64"] = option(
        "auto", help="Arithmetic of the convolutions and products. Weights stay fp32; fp64 is for checks. auto takes bf16 only where it is faster and agrees."
    )
    channels_last: Annotated[Switch, BeforeValidator(_switch)] = option(
        "auto", advanced=True, help="Memory layout that many processors prefer for convolutions."
    )
    compile: Switch = option(
        "auto", advanced=True, help="Let torch compile the networks where no penalty differentiates twice; it takes a minute at the start and needs a compiler."
    )
    threads: int = option(0, ge=0, le=1024, zero="auto", advanced=True, help="Processor cores that share the work; 0 takes as many as are fastest.")

    @property
    def is_lower(self) -> bool:
        """Whether products are rounded to sixteen bits."""
        return self.dtype in ("bf16", "fp16")


class Saving(Section):
    """What is kept on disk while training."""

    checkpoint_kimg: float = option(
        0.0, ge=0, live=True, unit="kimg", zero="by the clock", help="A checkpoint every so many kimg; 0 lets the clock below decide."
    )
    checkpoint_minutes: float = option(5.0, gt=0, le=10080, live=True, unit="min", help="A checkpoint at least this often.")
    keep: int = option(12, ge=3, le=10000, live=True, help="Spaced checkpoints kept beside the first, last, best and pinned ones.")
    budget_gb: float = option(10.0, gt=0, le=1e6, live=True, unit="GB", help="Disk space that checkpoints and the timeline may take.")
    grid: int = option(64, ge=1, le=1024, advanced=True, help="Samples in the live grid, always of the same latents.")


Figure = Literal["auto", "none", "swd", "phi_fd", "phi_mmd", "precision", "recall", "coverage", "modes", "reverse_kl", "high_quality", "fid", "kid"]


class Evaluation(Section):
    """Measuring while training: which figure, how often, and how much time it may take."""

    metric: Figure = option(
        "auto",
        live=True,
        help="The figure that says which checkpoint is best. auto: high quality for the ring and the grid, evenness of the modes for stacked digits, "
        "sliced Wasserstein distance for all else. FID and KID need the extra gan-studio[metrics] and its weights.",
    )
    checkpoints: bool = option(True, live=True, help="Measure each checkpoint after it was saved, beside training, so that the best one is known.")
    every_kimg: float = option(
        0.0, ge=0, le=1e9, live=True, unit="kimg", zero="never", help="Measure the averaged G every so many kimg too; 0 measures checkpoints alone."
    )
    count: int = option(
        0, ge=0, le=1_000_000, live=True, unit="samples", zero="usual", advanced=True, help="Samples of one measurement; 0 takes the figure's usual number."
    )
    share: float = option(0.05, gt=0, le=1, live=True, advanced=True, help="Measuring takes at most this share of the time while the run trains.")

    def check(self) -> Iterator[Problem]:
        if self.count == 1:
            yield Problem("count", say("one sample tells nothing; give at least 2, or 0 for the usual number"))


class Doctor(Section):
    """Checks while training: what goes wrong is named the moment it begins, with what mends it. They never change the training."""

    on: bool = option(True, live=True, help="Examine the run while it trains, and raise an alarm when it begins to fail.")
    share: float = option(0.02, gt=0, le=0.5, live=True, advanced=True, help="Checks take at most this share of the time while the run trains.")
    autopilot: bool = option(False, live=True, help="Carry out the first remedy of a critical alarm without being asked; everything it does is told.")
    attempts: int = option(3, ge=1, le=100, live=True, advanced=True, help="How many remedies the autopilot tries in this run before it leaves it alone.")


LIVE_CHOICES = ("objective", "augment")  # whole choices that a running trainer can take up


class RunConfig(Section):
    """The run as started. `read` gathers every problem of every choice; `with_option` makes the changed copy that a live edit asks for."""

    format: int = Field(FORMAT, description="Version of this description.")
    name: str = Field("run", min_length=1, max_length=80, description="What the run is called.")
    game: Game
    dataset: Source
    network: Network
    objective: Objective
    optimizer: Optimizer
    augment: Augment = Field(default_factory=lambda: Augment.read(Augment.default))
    transfer: Transfer = Transfer()
    ema: Ema = Ema()
    precision: Precision = Precision()
    training: Training = Training()
    saving: Saving = Saving()
    evaluation: Evaluation = Evaluation()
    doctor: Doctor = Doctor()

    @classmethod
    def read(cls, data: Any, path: str = "") -> Self:
        """From JSON-like data; ConfigError lists the problems of all parts at once."""
        if not isinstance(data, Mapping):
            raise ConfigError([Problem(path, say("a run's settings must be a JSON object"))])
        if (data.get("format", FORMAT)) != FORMAT:
            there = data["format"]
            text = say("written by another version (format {there}); this one reads format {here}: update GAN Studio", there=there, here=FORMAT)
            raise ConfigError([Problem("format", text)])
        problems: list[Problem] = []
        parts: dict[str, Any] = {k: v for k, v in data.items() if k not in SECTIONS}
        for name, section in SECTIONS.items():
            try:
                parts[name] = section.read(_given(data, name), name)
            except ConfigError as error:
                problems += error.problems
                parts[name] = None
        try:
            made = super().read(parts, path)
        except ConfigError as error:
            raise ConfigError([*problems, *(p for p in error.problems if p.path not in SECTIONS)]) from None
        return made

    def with_option(self, path: str, value: Any, *, live: bool = False) -> Self:
        """A copy with one option, or one whole choice, replaced.

        Text is read as JSON where it is JSON. With `live`, ConfigError unless the option may change while training.
        """
        data = self.dump()
        section, _, name = path.partition(".")
        if section not in data:
            raise ConfigError([Problem(path, say("unknown option; the groups are {groups}", groups=", ".join(SECTIONS)))])
        if isinstance(value, str):
            value = self._parsed(path, value)
        if section in SECTIONS and name in ("", "kind"):
            data[section] = self._switched(section, value)
        elif name:
            data[section] = _replaced(data[section], name.split("."), value)
        else:
            data[section] = value
        changed = type(self).read(data)
        if live:
            self._must_be_live(changed)
        return changed

    def _parsed(self, path: str, text: str) -> Any:
        """Text as JSON where it is JSON, but for options that hold text: a data set's folder may be called 2024."""
        section, _, name = path.partition(".")
        if name == "kind":
            return text
        options = getattr(self, section).options() if section in SECTIONS else self.options()
        opt = next((o for o in options if o.name == (name or section)), None)
        if opt is not None and opt.type in ("text", "path", "enum") and not (opt.optional and text == "null"):
            return text
        try:
            return json.loads(text)
        except ValueError:
            return text

    def _switched(self, section: str, value: Any) -> Any:
        """Another kind keeps the options that both kinds know and that differ from this kind's own defaults."""
        if not isinstance(value, str):
            return value
        known = SECTIONS[section]
        old = getattr(self, section)
        new = known.kinds().get(value) if issubclass(known, Spec) else None
        if new is None:
            return {"kind": value}
        if type(old) is new:
            return old.dump()
        defaults = {o.name: o.default for o in type(old).options()}
        kept = {k: v for k, v in old.dump().items() if k in new.model_fields and k in defaults and getattr(old, k) != defaults[k]}
        return {**kept, "kind": value}

    def _must_be_live(self, changed: Self) -> None:
        """ConfigError where anything differs that a running trainer cannot take up; another loss or augmentation it can."""
        problems = []
        for path in self.differences(changed):
            section, _, name = path.partition(".")
            options = getattr(self, section).options() if section in SECTIONS else ()
            if section not in LIVE_CHOICES and not any(o.live for o in options if o.name == name.partition(".")[0]):
                problems.append(Problem(path, say("cannot change while a run trains; branch a checkpoint into a new run to use another value")))
        if problems:
            raise ConfigError(problems)

    def check(self) -> Iterator[Problem]:
        """Faults between the choices."""
        yield from self.game.misfits(self)
        if self.augment.control is not None and not self.objective.signed:
            known = ", ".join(kind for kind, objective in Objective.kinds().items() if objective.signed)
            text = say("p can follow D only where its sign means real or fake; switch adaptive off, or choose one of these losses: {known}", known=known)
            yield Problem("augment.adaptive", text)

    def differences(self, other: "RunConfig") -> dict[str, tuple[Any, Any]]:
        """Dotted paths whose values differ: path → (here, there)."""
        mine, theirs = flat(self.dump()), flat(other.dump())
        return {k: (mine.get(k), theirs.get(k)) for k in sorted(mine.keys() | theirs.keys()) if mine.get(k) != theirs.get(k)}


SECTIONS: dict[str, type[Section]] = {
    "game": Game,
    "dataset": Source,
    "network": Network,
    "objective": Objective,
    "optimizer": Optimizer,
    "augment": Augment,
    "transfer": Transfer,
    "ema": Ema,
    "precision": Precision,
    "training": Training,
    "saving": Saving,
    "evaluation": Evaluation,
    "doctor": Doctor,
}


def flat(data: Mapping[str, Any], path: str = "") -> dict[str, Any]:
    """Nested options as dotted path → value; a schedule stays one value in words."""
    out: dict[str, Any] = {}
    for key, value in data.items():
        where = join(path, key)
        if isinstance(value, Mapping) and value.keys() == {"start", "end", "shape", "kimg"}:
            out[where] = str(Schedule.model_validate(dict(value)))
        elif isinstance(value, Mapping):
            out |= flat(value, where)
        else:
            out[where] = value
    return out


def _given(data: Mapping[str, Any], name: str) -> Any:
    """What was written of a group: its defaults where nothing was, and a ConfigError where there are none."""
    section = SECTIONS[name]
    if name not in data and issubclass(section, Spec):
        if section.default:
            return section.default
        raise ConfigError([Problem(name, say("is missing; choose one of {known}", known=", ".join(section.kinds())))])
    return data.get(name, {})


def _replaced(data: Any, parts: list[str], value: Any) -> Any:
    if not parts:
        return value
    inner = dict(data) if isinstance(data, Mapping) else {}
    return {**inner, parts[0]: _replaced(inner.get(parts[0]), parts[1:], value)}
