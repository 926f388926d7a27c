"""Commands and changed settings in words, as a person reads them before they are carried out. Text only; no widget, no torch."""

from collections.abc import Iterable, Mapping

from studio.messages import Json, Remedy
from studio.runs.fold import Run
from studio.ui.form import heading, label, number_shown, same, schedule_of, shape_words, title
from studio.ui.widgets.quantities import kimg
from studio.words import mark, say

_PLAIN = {
    "pause": mark("Hold training"),
    "resume": mark("Train on"),
    "stop": mark("Save a checkpoint and stop"),
    "abort": mark("Stop without saving"),
    "save_checkpoint": mark("Save a checkpoint"),
    "fresh_discriminator": mark("Begin the discriminator anew; the generator stays as it is"),
    "cancel_evaluation": mark("Stop measuring"),
}


def steps_of(remedy: Remedy, run: Run) -> list[str]:
    """What a remedy does, a line for each step in order. Settings are told with what they are now, where that is known."""
    if remedy.restart:
        return [_beginning(remedy, run), *changes_words(remedy.restart, run.options)]
    steps: list[str] = []
    now: Mapping[str, Json] | None = run.options
    for command in remedy.commands:
        steps.append(command_words(command, run, now))
        if command.get("kind") == "rollback" and command.get("options", "restore") == "restore":
            now = None  # those of the checkpoint, which the fold does not hold
    return steps


def command_words(command: Mapping[str, Json], run: Run, now: Mapping[str, Json] | None) -> str:
    """One command in words. now: the settings that it finds in force; None where they are not known."""
    kind = str(command.get("kind", ""))
    if kind == "set_option":
        return change_words(str(command.get("path", "")), command.get("value"), now)
    if kind == "rollback":
        checkpoint = checkpoint_words(command.get("checkpoint"), run)
        if command.get("options") == "keep":
            return say("Go back to {checkpoint}, keeping the settings of now", checkpoint=checkpoint)
        return say("Go back to {checkpoint}, with the settings it was saved with", checkpoint=checkpoint)
    return say(_PLAIN[kind]) if kind in _PLAIN else kind.replace("_", " ").capitalize()


def changes_words(changes: Mapping[str, Json], now: Mapping[str, Json] | None) -> list[str]:
    """A line for each changed setting."""
    return [change_words(path, value, now) for path, value in changes.items()]


def change_words(path: str, value: Json, now: Mapping[str, Json] | None) -> str:
    """Such as `Optimiser, learning rate: 0.001 → 0.00025`."""
    section, _, name = path.partition(".")
    place = heading(section)
    words = f"{place}, {_inside(label(name.partition('.')[0]))}" if name else place
    before = value_at(now, path) if now is not None else None
    if not name and isinstance(before, Mapping) and _kind(before):
        if _kind(before) == _kind(value):
            return f"{place} ({title(_kind(value))}), {_differences(before, value)}"
        return f"{place}: {title(_kind(before))} → {value_words(value)}"
    return f"{words}: {value_words(value)}" if before is None or _same(before, value) else f"{words}: {value_words(before)} → {value_words(value)}"


def value_words(value: Json) -> str:
    """A setting's value: a number, a schedule, a choice with what it is told to be."""
    if isinstance(value, bool):
        return say("on" if value else "off", sense="setting")
    if isinstance(value, Mapping):
        return _choice_words(value) if "kind" in value else _schedule_words(value)
    if isinstance(value, str):
        return title(value)
    return say("none", sense="setting") if value is None else number_shown(value)


def checkpoint_words(number: Json, run: Run) -> str:
    """Such as `checkpoint 12 (84 kimg)`."""
    found = run.checkpoint(number) if isinstance(number, int) else None
    if found is None:
        return say("checkpoint {number}", number=number)
    return say("checkpoint {number} ({kimg} kimg)", number=number, kimg=kimg(found.nimg))


def value_at(options: Mapping[str, Json], path: str) -> Json:
    """What the options hold at a dotted path; None where there is nothing."""
    here: Json = options
    for name in path.split("."):
        if not isinstance(here, Mapping):
            return None
        here = here.get(name)
    return here


def with_changes(options: Mapping[str, Json], changes: Mapping[str, Json]) -> dict[str, Json]:
    """The options with these values at dotted paths. Another kind takes the place of the whole choice, whose options it may not know."""
    made = dict(options)
    for path, value in changes.items():
        section, _, rest = path.partition(".")
        if not rest:
            made[section] = value
        elif rest == "kind":
            same_kind = isinstance(made.get(section), Mapping) and made[section].get("kind") == value
            made[section] = made[section] if same_kind else {"kind": value}
        else:
            inside = made.get(section)
            made[section] = with_changes(inside if isinstance(inside, Mapping) else {}, {rest: value})
    return made


def missing_checkpoint(remedy: Remedy, run: Run) -> int | None:
    """A checkpoint that the remedy goes back to or branches from, and that is not there any more."""
    numbers: Iterable[Json] = [remedy.checkpoint, *(c.get("checkpoint") for c in remedy.commands if c.get("kind") == "rollback")]
    return next((n for n in numbers if isinstance(n, int) and run.checkpoint(n) is None), None)


def _beginning(remedy: Remedy, run: Run) -> str:
    if remedy.checkpoint is None:
        return say("Set up a new run from the start, with these settings changed:")
    checkpoint = checkpoint_words(remedy.checkpoint, run)
    return say("Set up a new run that continues from {checkpoint}, with these settings changed:", checkpoint=checkpoint)


def _choice_words(value: Mapping[str, Json]) -> str:
    told = [f"{_inside(label(name))} {value_words(v)}" for name, v in value.items() if name != "kind" and not isinstance(v, bool)]
    told += [f"{_inside(label(name))} {value_words(v)}" for name, v in value.items() if isinstance(v, bool)]
    return title(str(value["kind"])) + (f" ({', '.join(told)})" if told else "")


def _kind(value: Json) -> str:
    return str(value.get("kind", "")) if isinstance(value, Mapping) else ""


def _differences(before: Mapping[str, Json], value: Mapping[str, Json]) -> str:
    """The options of a choice that change; those that are not told go back to their defaults."""
    changed = [
        f"{_inside(label(name))}: {value_words(before[name])} → {value_words(new)}" if name in before else f"{_inside(label(name))}: {value_words(new)}"
        for name, new in value.items()
        if name not in before or not _same(before[name], new)
    ]
    return ", ".join(changed) or say("as it is")


def _schedule_words(value: Mapping[str, Json]) -> str:
    parts = schedule_of(value)
    if parts["shape"] == "constant" or same(parts["start"], parts["end"]):
        return value_words(parts["start"])
    start, end = value_words(parts["start"]), value_words(parts["end"])
    return say("{start} to {end} ({shape})", start=start, end=end, shape=shape_words(parts["shape"]))


def _same(one: Json, other: Json) -> bool:
    choices = isinstance(one, Mapping) and isinstance(other, Mapping) and ("kind" in one or "kind" in other)
    return bool(one == other) if choices else same(one, other)


def _inside(words: str) -> str:
    """A label inside a sentence: `Learning rate` → `learning rate`, but `D's rate` stays, and so does a language that writes nouns large."""
    small = say("small first letter", sense="setting in a sentence") == "small first letter"
    return words if not small or len(words) < 2 or not words[1].islower() else words[:1].lower() + words[1:]
