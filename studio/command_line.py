"""What a command line trains, and the command line that trains given settings: two ways over one bridge. Starts nothing."""

import json
import shlex
from pathlib import Path
from typing import Any

from studio.errors import ConfigError, StudioError
from studio.gan.config import SECTIONS, RunConfig
from studio.gan.precision import pick_device
from studio.messages import Json
from studio.presets import own_pictures, papers, presets
from studio.runs.home import default_home
from studio.templates import own_templates, template_named
from studio.words import say

OWN = ("folder", "zip")  # sources of a person's own pictures, which --data names


def configure(
    name: str, *, data: Path | None = None, changes: dict[str, Any] | None = None, kimg: float | None = None, seed: int | None = None, device: str | None = None
) -> RunConfig:
    """What `gan-studio train --preset NAME` trains with these options: a template's settings for this machine, changed. ConfigError for what does not fit."""
    changes = dict(changes or {})
    wanted = device or changes.get("training.device") or "auto"
    settings = template_named(name).settings(gpu=pick_device(str(wanted)).type != "cpu")
    if data is not None:
        settings = {**settings, "dataset": own_pictures(settings["dataset"], data.absolute())}
    if "dataset.path" in changes:  # a template for one's own pictures cannot be read without one
        settings = {**settings, "dataset": {**settings["dataset"], "path": changes.pop("dataset.path")}}
    config = RunConfig.read(settings)
    given = {"training.kimg": kimg, "training.seed": seed, "training.device": device}
    for path, value in {**changes, **{k: v for k, v in given.items() if v is not None}}.items():
        config = config.with_option(path, value)
    return config


def command_line(config: RunConfig, preset: str = "") -> str:
    """The shell's line that trains these settings on this machine, with only what differs from a template: the one named, or the nearest.

    StudioError where no line says the same.
    """
    config = config.with_option("name", config.name.strip() or "run")
    names = [preset] if preset else [p.name for p in (*presets(), *own_templates(default_home())[0], *papers())]
    lines = [words for name in names if (words := _line(config, name)) is not None]
    if not lines:
        raise StudioError(say("No command line says the same as these settings; export them as a file instead."))
    return shlex.join(sorted(lines, key=len)[0])


def _line(config: RunConfig, name: str) -> list[str] | None:
    """The words of the line that begins with this template; None where it comes to something else when it is read back."""
    data = Path(str(config.dataset.dump()["path"])) if config.dataset.kind in OWN else None
    device = {"training.device": config.training.device}
    try:
        base = configure(name, data=data, changes=device)
        changes = {path: text for path, text in (device | _changes(base, config)).items() if path != "training.device" or text != "auto"}
        if configure(name, data=data, changes=changes) != config:
            return None
    except ConfigError:
        return None
    given = [word for path, text in changes.items() for word in ("--set", f"{path}={text}")]
    return ["gan-studio", "train", "--preset", name, *(["--data", str(data)] if data is not None else []), *given]


def _changes(base: RunConfig, wanted: RunConfig) -> dict[str, str]:
    """The texts of --set by path that lead from one to the other; each step must be sound, so what is not yet comes later, or a choice as a whole."""
    steps: dict[str, str] = {}
    here = base
    left = [name for name in ("name", *SECTIONS) if _part(here, name) != _part(wanted, name)]
    while left:
        for name in left:
            for way in (_options, _whole):
                found = way(here, wanted, name)
                if found is not None:
                    steps |= found[0]
                    here = found[1]
                    break
            else:
                continue
            left.remove(name)
            break
        else:
            raise ConfigError([])  # faults of each other that no order resolves
    return steps


def _options(here: RunConfig, wanted: RunConfig, name: str) -> tuple[dict[str, str], RunConfig] | None:
    """A group's differences one by one, its kind first."""
    goal = _part(wanted, name)
    if not isinstance(goal, dict):
        return _tried(here, {name: str(goal)}, wanted, name)
    steps: dict[str, str] = {}
    try:
        if goal.get("kind") != _part(here, name).get("kind"):
            steps[name] = str(goal["kind"])
            here = here.with_option(name, steps[name])
        steps |= {f"{name}.{key}": text_of(value) for key, value in goal.items() if value != _part(here, name).get(key)}
    except ConfigError:
        return None
    return _tried(here, {path: text for path, text in steps.items() if path != name}, wanted, name, before=steps)


def _whole(here: RunConfig, wanted: RunConfig, name: str) -> tuple[dict[str, str], RunConfig] | None:
    """A choice with all of its options as one object."""
    steps = {name: json.dumps(_part(wanted, name), ensure_ascii=False)}
    return _tried(here, steps, wanted, name)


def _tried(
    here: RunConfig, steps: dict[str, str], wanted: RunConfig, name: str, *, before: dict[str, str] | None = None
) -> tuple[dict[str, str], RunConfig] | None:
    """The steps and where they lead, if each can be taken as a command line takes it and the group is then as wanted."""
    try:
        for path, text in steps.items():
            here = here.with_option(path, text.strip())
    except ConfigError:
        return None
    return ({**(before or {}), **steps}, here) if _part(here, name) == _part(wanted, name) else None


def _part(config: RunConfig, name: str) -> Any:
    return config.dump()[name]


def text_of(value: Json) -> str:
    """A value as --set reads it, to the last digit: 0.0002, true, null, words as they are, `0.2 -> 0.002 cosine 50`."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and value.keys() == {"start", "end", "shape", "kimg"}:
        if value["shape"] == "constant" and value["kimg"] is None:
            return json.dumps(value["start"])
        if value["shape"] == "constant" or "-" in repr(value["kimg"]):  # words have no way to say either
            return json.dumps(value)
        return f"{value['start']!r} -> {value['end']!r} {value['shape']}" + (f" {value['kimg']!r}" if value["kimg"] else "")
    return json.dumps(value)
