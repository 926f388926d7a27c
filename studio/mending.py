"""What a remedy's commands come to, all checked before any is carried out. It changes nothing."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from studio.errors import RunError
from studio.gan.config import RunConfig
from studio.gan.schedule import Schedule
from studio.messages import COMMAND, Command, FreshDiscriminator, Json, Mend, Pause, Rollback, SetOption
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.words import joined, say

_NUMBER = "{value:g}"


class Plan(NamedTuple):
    """To be carried out in this order: back to `target` where there is one, `config` in force, a fresh D, a pause."""

    target: Checkpoint | None
    config: RunConfig
    fresh: bool
    pause: bool
    text: str


def planned(remedy: Mend, config: RunConfig, store: CheckpointStore) -> Plan:
    """What a remedy does to a run with these settings. RunError or ConfigError says which command cannot be carried out, and why."""
    plan = Plan(None, config, fresh=False, pause=False, text="")
    words: list[str] = []
    for number, document in enumerate(remedy.commands, start=1):
        match _command(number, document):
            case Rollback() as command if number == 1:
                target = sound(store, command.checkpoint)
                plan = plan._replace(target=target, config=restored(target, config) if command.options == "restore" else config)
                words.append(back_words(target))
            case SetOption() as command:
                after = plan.config.with_option(command.path, command.value, live=True)
                words += changes_words(plan.config, after)
                plan = plan._replace(config=after)
            case FreshDiscriminator():
                plan = plan._replace(fresh=True)
                words.append(say("a fresh discriminator"))
            case Pause():
                plan = plan._replace(pause=True)
            case Rollback() as command:
                raise RunError(say("command {number} of the remedy: a remedy can {kind} only as its first command", number=number, kind=command.kind))
            case command:
                raise RunError(say("command {number} of the remedy: a remedy can {kind} not at all", number=number, kind=command.kind))
    if not remedy.commands:
        raise RunError(say("the remedy has no commands"))
    return plan._replace(text=joined((remedy.title, joined(words)), ": ") if words else remedy.title)


def back_words(target: Checkpoint) -> str:
    """Where a rollback went."""
    return say("back to checkpoint {number} at {kimg:g} kimg", number=target.id, kimg=target.nimg / 1000)


def sound(store: CheckpointStore, number: int) -> Checkpoint:
    """The checkpoint of that number; RunError where it is missing or damaged."""
    target = store.get(number)
    store.verify(target)
    return target


def restored(target: Checkpoint, config: RunConfig) -> RunConfig:
    """The settings of a checkpoint; those in force where it has none."""
    return RunConfig.read(target.options) if target.options else config


def changes_words(before: RunConfig, after: RunConfig) -> list[str]:
    """Such as `optimizer.lr from 0.001 to 0.0005`, for each option that differs."""
    differences = before.differences(after).items()
    return [say("{path} from {old} to {new}", path=path, old=value_words(old), new=value_words(new)) for path, (old, new) in differences]


def value_words(value: Any) -> str:
    """A value as a line of the log has it; a schedule's parts as one writes them."""
    if isinstance(value, Mapping) and value.keys() >= {"start", "end", "shape"}:
        return str(Schedule.model_validate(value))
    return say(_NUMBER, value=value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def _command(number: int, document: Mapping[str, Json]) -> Command:
    try:
        return COMMAND.validate_python(dict(document))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RunError(say("command {number} of the remedy: {where}: {reason}", number=number, where=where, reason=first["msg"])) from None
