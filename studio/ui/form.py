"""What the setup form shows, as plain data: every kind of every choice with its options, in words, and the faults of what was typed.

Reading the registry imports torch, so `describe_everything` runs on the torch thread, once; all else here is free of torch and of widgets.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from studio.errors import ConfigError, Problem
from studio.gan.schedule import Schedule
from studio.gan.spec import Option
from studio.messages import Json
from studio.words import figure, localised, mark, say

Draft = dict[str, Json]  # a RunConfig as it is dumped, perhaps with faults in it

TITLES = {
    "game": mark("Game"),
    "dataset": mark("Data"),
    "network": mark("Networks"),
    "objective": mark("Loss"),
    "optimizer": mark("Optimiser"),
    "transfer": mark("Begin with another run"),
    "ema": mark("Averaged generator"),
    "precision": mark("Speed and number formats"),
    "training": mark("Training"),
    "saving": mark("Saving"),
    "evaluation": mark("Measuring"),
    "doctor": mark("Doctor"),
    "augment": mark("Augmentation"),
}

_LABELS = {
    "alpha": mark("Gradient memory (α)"),
    "architecture": mark("D's blocks"),
    "attempts": mark("Remedies to try"),
    "batch": mark("Batch size"),
    "blit": mark("Flips, quarter turns, shifts"),
    "adaptive": mark("Follow D's overfitting"),
    "beta1": mark("Momentum (β₁)"),
    "beta2": mark("Gradient memory (β₂)"),
    "budget_gb": mark("Disk budget"),
    "c": mark("Class"),
    "channels_last": mark("Channels-last memory"),
    "checkpoint_kimg": mark("Checkpoint every"),
    "checkpoint_minutes": mark("Checkpoint at least every"),
    "clamp": mark("Largest fp16 value"),
    "cutout": mark("Cut-out"),
    "clip": mark("Clip gradients at"),
    "compile": mark("Compile the networks"),
    "checkpoints": mark("Measure checkpoints"),
    "count": mark("Samples to measure"),
    "d_finest": mark("Shortest wave"),
    "d_steps": mark("D steps per G step"),
    "d_waves": mark("Waves that D sees"),
    "device": mark("Compute on"),
    "dtype": mark("Number format"),
    "eps": mark("Epsilon (ε)"),
    "freeze_d": mark("Stages of D to freeze"),
    "every_kimg": mark("Measure every"),
    "fit": mark("Fit to size"),
    "gamma": mark("Penalty weight (γ)"),
    "geometry": mark("Scaling and turning"),
    "grid": mark("Samples in the live grid"),
    "half_life_kimg": mark("Half-life"),
    "keep": mark("Checkpoints to keep"),
    "kimg": mark("Length of the run"),
    "lr": mark("Learning rate"),
    "lr_ratio": mark("D's rate ÷ G's"),
    "labelled": mark("Use classes"),
    "mapping_depth": mark("Layers of the mapping network"),
    "mapping_rate": mark("Mapping's rate ÷ the rest's"),
    "minibatch_std": mark("Images compared at a time"),
    "micro_batch": mark("Images at once"),
    "metric": mark("Figure of merit"),
    "mirror": mark("Mirror images too"),
    "mixing": mark("Style mixing"),
    "noise": mark("Noise in G"),
    "on": mark("Examine the run"),
    "p": mark("Probability (p)"),
    "p_max": mark("Highest p"),
    "path": mark("Location"),
    "path_length": mark("Path-length penalty"),
    "path_length_decay": mark("Path-length memory"),
    "path_length_every": mark("Path-length penalty every"),
    "path_length_shrink": mark("Path length of every k-th image"),
    "penalty": mark("Gradient penalty"),
    "penalty_by": mark("Penalty by"),
    "penalty_every": mark("Penalty every"),
    "penalty_sigma": mark("Reach of the difference"),
    "ramp": mark("Ramp-up share"),
    "reconstruction": mark("Compare pixels by"),
    "reconstruction_weight": mark("Weight of redrawing"),
    "run": mark("Weights of"),
    "share": mark("Share of time at most"),
    "sigma": mark("Spread (σ)"),
    "slope": mark("Leaky slope"),
    "threads": mark("Processor cores"),
    "speed_kimg": mark("From 0 to 1 in"),
    "target": mark("Wanted mean sign of D"),
    "w_dim": mark("Style numbers (w)"),
    "z_dim": mark("Latent numbers (z)"),
}

_NAMES = {
    "ada": "ADA",
    "adam": "Adam",
    "adamw": "AdamW",
    "bf16": "bf16",
    "cifar10": "CIFAR-10",
    "dcgan": "DCGAN",
    "diffaugment": "DiffAugment",
    "fashion_mnist": "Fashion-MNIST",
    "fastgan": "FastGAN",
    "fid": "FID",
    "kid": "KID",
    "phi_fd": "φ-FD",
    "phi_mmd": "φ-MMD",
    "reverse_kl": mark("Reverse KL"),
    "stacked_mnist": "Stacked MNIST",
    "swd": mark("Sliced Wasserstein distance"),
    "fp16": "fp16",
    "fp64": "fp64",
    "fp32": "fp32",
    "l1": mark("Difference (L1)"),
    "mse": mark("Square (MSE)"),
    "mlp": mark("Plain layers (MLP)"),
    "mnist": "MNIST",
    "r1": "R1",
    "r1_r2": mark("R1 and R2"),
    "r2": "R2",
    "r3gan": "R3GAN",
    "resnet": mark("With shortcuts"),
    "rmsprop": "RMSprop",
    "sgd": "SGD",
    "stylegan2": "StyleGAN2",
    "wgan_gp": "WGAN-GP",
    "zip": mark("Zip file"),
}


SHAPES = {"constant": mark("constant"), "linear": mark("linear"), "cosine": mark("cosine")}


def heading(section: str) -> str:
    """What the form calls a group of a RunConfig."""
    return say(TITLES[section]) if section in TITLES else label(section)


def label(name: str, unit: str = "") -> str:
    """An option's name in words: `label_smoothing` → `Label smoothing`; a unit that stands behind the number is left out."""
    if name in _LABELS:
        return say(_LABELS[name])
    words = name.split("_")
    if len(words) > 1 and unit and words[-1] in (unit.lower(), {"min": "minutes", "s": "seconds"}.get(unit, "")):
        words = words[:-1]
    players = {"g": "G", "d": "D", "lr": "learning rate", "kimg": "length", "ema": "average"}
    text = " ".join(players.get(word, word) for word in words)
    return say(text[:1].upper() + text[1:])


def title(kind: str) -> str:
    """A kind's or a choice's name in words: `non_saturating` → `Non-saturating`."""
    text = kind.replace("_", " ")
    if text.startswith("non "):
        text = "non-" + text[4:]
    return say(_NAMES.get(kind, text[:1].upper() + text[1:]))


def shape_words(shape: Json) -> str:
    """A schedule's shape inside a sentence."""
    return say(SHAPES[shape]) if shape in SHAPES else str(shape)


@dataclass(frozen=True)
class Kind:
    """One kind of a choice, or a plain group of options, whose name is empty. Its texts and its options' are said where they are shown."""

    name: str
    about: str
    options: tuple[Option, ...]

    def option(self, name: str) -> Option | None:
        """The option of this name, if there is one."""
        return next((o for o in self.options if o.name == name), None)


@dataclass(frozen=True)
class Group:
    """One question of a run, such as `objective`, and the kinds that may answer it."""

    name: str
    about: str
    kinds: tuple[Kind, ...]

    @property
    def chooses(self) -> bool:
        """Whether a kind must be chosen."""
        return bool(self.kinds and self.kinds[0].name)

    def kind(self, data: Any) -> Kind:
        """The kind that this group's data names; one without options where the data names none that is known."""
        name = data.get("kind", "") if isinstance(data, Mapping) else data if isinstance(data, str) else ""
        if not self.chooses:
            return self.kinds[0]
        return next((k for k in self.kinds if k.name == name), Kind(str(name), mark("Not a kind that this version knows; choose another."), ()))


@dataclass(frozen=True)
class Catalogue:
    """Every group of a run's settings by name, in the order of a RunConfig."""

    groups: Mapping[str, Group]

    def find(self, draft: Mapping[str, Json], path: str) -> Option | None:
        """The option at a dotted path such as `optimizer.lr` or `optimizer.lr.start`, in what the draft chose."""
        section, _, rest = path.partition(".")
        group = self.groups.get(section)
        return group.kind(draft.get(section, {})).option(rest.partition(".")[0]) if group else None

    def name(self, draft: Mapping[str, Json], path: str) -> str:
        """What the form calls the field at a path."""
        found = self.find(draft, path)
        return label(found.name, found.unit) if found else heading(path.partition(".")[0])


def describe_everything() -> Catalogue:
    """All kinds and options, read from the registry once. Imports torch: for the torch thread."""
    from studio.gan.config import SECTIONS
    from studio.gan.spec import Spec

    groups = {}
    for name, section in SECTIONS.items():
        about = _first_line(section.__doc__)
        if issubclass(section, Spec):
            named = sorted(section.kinds().items(), key=lambda pair: pair[0] != section.default)  # first what is meant where none is named
            kinds = tuple(Kind(kind, cls.about(), _plain(cls.options())) for kind, cls in named)
        else:
            kinds = (Kind("", about, _plain(section.options())),)
        groups[name] = Group(name, about, kinds)
    return Catalogue(groups)


def _first_line(text: str | None) -> str:
    return (text or "").strip().split("\n")[0].rstrip(".")


def _plain(options: tuple[Option, ...]) -> tuple[Option, ...]:
    return tuple(replace(o, default=_json(o.default)) for o in options)


def _json(value: Any) -> Json:
    if isinstance(value, Schedule):
        return value.model_dump()
    if isinstance(value, Path):
        return str(value)
    return value if isinstance(value, bool | int | float | str | None) else None  # pydantic's own mark of a field without a default


def schedule_of(value: Json) -> dict[str, Json]:
    """A schedule's four parts from a number, text or an object; what cannot be read stands as its start."""
    if isinstance(value, Mapping):
        start = value.get("start")
        return {"start": start, "end": value.get("end", start), "shape": value.get("shape", "constant"), "kimg": value.get("kimg")}
    try:
        return Schedule.model_validate(value).model_dump()
    except ValidationError:
        return {"start": value, "end": value, "shape": "constant", "kimg": None}


def same(one: Json, other: Json) -> bool:
    """Whether two values of an option mean the same: 1 and 1.0 do, and so do a number and its constant schedule; True and 1 do not."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Mapping) or isinstance(other, Mapping):
        return schedule_of(one) == schedule_of(other)
    return bool(one == other)


def fault_of(option: Option, value: Json) -> str:
    """Why this value cannot be used, as the form says it beside the field; empty when it can."""
    if option.type in ("int", "float"):
        return _number_fault(option, value)
    if option.type == "schedule":
        return _schedule_fault(option, schedule_of(value))
    if option.type == "path" and (value == "" or (value is None and not option.optional)):
        return say("choose a file or folder")
    if option.type == "enum" and value not in option.choices and not (option.optional and value is None):
        return say("must be one of {choices}", choices=", ".join(option.choices))
    return ""


def _number_fault(option: Option, value: Json) -> str:
    if value is None or value == "":
        limits = option.limits()
        return "" if option.optional else say("needs a number, {limits}", limits=limits) if limits else say("needs a number")
    if isinstance(value, bool) or not isinstance(value, int | float):
        example = number_shown(option.default if isinstance(option.default, int | float) else 1)
        return say("must be a number, such as {example}; got {value}", example=example, value=str(value))
    if not math.isfinite(value):
        return say("must be a finite number")
    if option.type == "int" and value != int(value):
        return say("must be a whole number; got {value}", value=number_shown(value))
    return option.fault(value)


def _schedule_fault(option: Option, parts: Mapping[str, Json]) -> str:
    end = replace(option, type="float", optional=False, default=schedule_of(option.default)["start"])
    moves = parts["shape"] != "constant"
    if fault := _number_fault(end, parts["start"]):
        return say("start: {fault}", fault=fault) if moves else fault
    if moves and (fault := _number_fault(end, parts["end"])):
        return say("end: {fault}", fault=fault)
    length = Option("kimg", "float", 100, "", optional=True, gt=0)
    fault = _number_fault(length, parts["kimg"])
    return say("length: {fault}", fault=fault) if fault else ""


def number_text(value: Json) -> str:
    """The shortest text that C reads back as the same number: 0.0002, 1e-8, 400; anything else as it is. For files and commands."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    if isinstance(value, int) or not math.isfinite(value):
        return str(value)
    mantissa, e, exponent = repr(value).partition("e")
    return mantissa.removesuffix(".0") + (f"e{int(exponent)}" if e else "")


def number_shown(value: Json) -> str:
    """As `number_text`, a number as the language in force writes it: what a person reads."""
    text = number_text(value)
    return localised(text) if isinstance(value, int | float) else text


def number_said(value: float) -> str:
    """As `number_shown`, with marks between thousands: for sentences alone, since in a field a German `1.000` is one."""
    return figure(value, ",.10g") if abs(value) >= 1000 and math.isfinite(value) else number_shown(value)


def switched(group: Group, data: Any, kind: str) -> Draft:
    """The group's data with another kind chosen: what both kinds know and was changed is kept, as on the command line."""
    old, new = group.kind(data), group.kind({"kind": kind})
    held = data if isinstance(data, Mapping) else {}
    made: Draft = {"kind": kind}
    for option in new.options:
        before = old.option(option.name)
        changed = before is not None and option.name in held and not same(held[option.name], before.default)
        made[option.name] = held[option.name] if changed else option.default
    return made


def completed(catalogue: Catalogue, draft: Mapping[str, Json]) -> Draft:
    """The draft with every option written, schedules in parts; groups that it lacks take their first kind."""
    made = dict(draft)
    for name, group in catalogue.groups.items():
        data = draft.get(name, {"kind": group.kinds[0].name} if group.chooses else {})
        kind = group.kind(data)
        held = data if isinstance(data, Mapping) else {}
        values = {**{o.name: o.default for o in kind.options}, **held}
        values |= {o.name: schedule_of(values[o.name]) for o in kind.options if o.type == "schedule"}
        values |= {o.name: ("off", "on")[values[o.name]] for o in kind.options if "on" in o.choices and isinstance(values[o.name], bool)}  # an older run's
        made[name] = {**values, "kind": kind.name} if group.chooses else values
    return made


def problems_of(catalogue: Catalogue, draft: Mapping[str, Json], shape: tuple[int, ...] | None = None) -> tuple[Problem, ...]:
    """Every fault of a draft: first each field's own, then what the whole configuration finds, then networks that do not fit data of a known shape.

    Call it only after torch has loaded.
    """
    from studio.gan.config import RunConfig

    found = list(_field_faults(catalogue, draft))
    known = {p.path for p in found}
    try:
        config = RunConfig.read(dict(draft))
        if shape is not None and (misfit := config.network.misfit(shape)) is not None:
            found.append(misfit)
    except ConfigError as error:
        found += [p for p in error.problems if not _inside(p.path, known)]
    return tuple(found)


def _field_faults(catalogue: Catalogue, draft: Mapping[str, Json]) -> Iterator[Problem]:
    for name, group in catalogue.groups.items():
        data = draft.get(name, {})
        held = data if isinstance(data, Mapping) else {}
        for option in group.kind(data).options:
            if fault := fault_of(option, held.get(option.name, option.default)):
                yield Problem(f"{name}.{option.name}", fault)


def _inside(path: str, known: set[str]) -> bool:
    return any(path == k or path.startswith(k + ".") for k in known)
