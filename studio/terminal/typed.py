"""What is typed after a command, read: runs, checkpoints, options, commands, seeds. ConfigError or RunError names what cannot be.

Runs and messages are imported when they are needed: help and a slip of the finger are answered at once.
"""

from pathlib import Path
from typing import Any

from studio.errors import ConfigError, Problem


def run_named(text: str) -> Any:
    """The folder of the run: by its path, name or number. RunError naming those that are there."""
    from studio.runs.home import default_home, find_run

    return find_run(text, default_home())


def point_named(text: str) -> tuple[Any, int | None]:
    """RUN or RUN:CHECKPOINT: the run's folder, and the checkpoint's number where one is given."""
    name, colon, tail = text.rpartition(":")
    if colon and tail.isdigit() and not Path(text).exists():
        return run_named(name), int(tail)
    return run_named(text), None


def options_named(pairs: list[str] | None) -> dict[str, Any]:
    """PATH=VALUE, several times: the values by dotted path, as they were typed."""
    out = {}
    for pair in pairs or []:
        path, equals, value = pair.partition("=")
        if not equals or not path:
            raise ConfigError([Problem("--set", f"{pair!r} is not of the form path=value, such as objective.gamma=0.5")])
        out[path.strip()] = value.strip()
    return out


def command_named(name: str, value: str | None, *, keep_options: bool) -> Any:
    """The command of `send`."""
    from studio.messages import Abort, CancelEvaluation, Pause, Resume, Rollback, SaveCheckpoint, SetOption, Stop

    plain = {"pause": Pause, "resume": Resume, "stop": Stop, "abort": Abort, "checkpoint": SaveCheckpoint, "cancel-evaluation": CancelEvaluation}
    if name in plain:
        if value is not None:
            raise ConfigError([Problem("send", f"{name} takes no value, got {value!r}")])
        return plain[name](sender="command line")
    if name == "set":
        [(path, new)] = options_named([value or ""]).items()
        return SetOption(path=path, value=new, sender="command line")
    if name == "rollback":
        if value is None or not value.isdigit():
            raise ConfigError([Problem("send", "rollback needs a checkpoint's ID, a number; `gan-studio show RUN` lists them")])
        return Rollback(checkpoint=int(value), options="keep" if keep_options else "restore", sender="command line")
    raise ConfigError([Problem("send", f"unknown command {name!r}; choose one of {', '.join(plain)}, set path=value, rollback ID")])


def seeds_named(count: int | None, seed: int | None, span: str | None) -> tuple[int, int]:
    """The first seed and how many."""
    if span is None:
        if count is None:
            raise ConfigError([Problem("--count", "say how many samples, such as --count 64, or which seeds: --seeds 0-63")])
        return seed or 0, count
    if seed is not None:
        raise ConfigError([Problem("--seeds", "give --seed or --seeds, not both")])
    first, dash, last = span.partition("-")
    if not (dash and first.isdigit() and last.isdigit() and int(first) <= int(last)):
        raise ConfigError([Problem("--seeds", f"must be A-B with A ≤ B, such as 0-63; got {span!r}")])
    found = int(last) - int(first) + 1
    if count not in (None, found):
        raise ConfigError([Problem("--seeds", f"{span} are {found} seeds, but --count says {count}; leave one of them out")])
    return int(first), found
