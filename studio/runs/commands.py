"""Commands as files: asked by anyone, taken in order by whoever trains the run, answered in the journal."""

import os
import re
import time
from collections.abc import Collection, Iterable
from pathlib import Path

from pydantic import ValidationError

from studio.errors import RunError
from studio.messages import COMMAND, Applied, Command, Refused
from studio.runs.files import replace_file
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader, end_of
from studio.runs.lock import holder
from studio.told import reason_of
from studio.words import say

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_LARGEST = 1 << 20  # bytes; a command with a whole choice's options has some hundred
_LOOK = 0.05  # seconds between looks for an answer


def ask(folder: RunFolder, command: Command) -> None:
    """Put a command where whoever trains the run finds it: whole, or not at all."""
    if not _ID.fullmatch(command.id):
        raise RunError(say("the command's id {id} cannot be a file's name: use letters, digits, - and _", id=repr(command.id)))
    folder.commands.mkdir(exist_ok=True)
    replace_file(folder.commands / f"{command.id}.json", command.line().encode(), durable=False)


def send(folder: RunFolder, command: Command, *, timeout: float = 30.0) -> Applied | Refused:
    """Ask, and wait at most `timeout` seconds for the answer.

    RunError when nobody trains the run, or nobody answers in time; a command that was not taken is then withdrawn.
    """
    if holder(folder.lock) is None:
        raise _nobody(folder)
    journal = JournalReader(folder.journal, end_of(folder.journal))
    ask(folder, command)
    until = time.monotonic() + timeout
    look_for_holder = time.monotonic()
    while True:
        alone = time.monotonic() >= look_for_holder and holder(folder.lock) is None
        if (answer := _answer(journal, command.id)) is not None:
            return answer
        if alone:
            withdraw(folder, command)
            raise _nobody(folder)
        if time.monotonic() > until:
            raise _no_answer(folder, command, timeout)
        if time.monotonic() >= look_for_holder:
            look_for_holder = time.monotonic() + 0.5
        time.sleep(_LOOK)


def withdraw(folder: RunFolder, command: Command) -> bool:
    """Take back a command; False when it was taken already."""
    try:
        (folder.commands / f"{command.id}.json").unlink()
    except FileNotFoundError:
        return False
    return True


def waiting(folder: RunFolder) -> frozenset[str]:
    """Names of the commands that nobody has taken; none where they cannot be looked at, as whoever is to take them will find."""
    try:
        return frozenset(_names(folder.commands))
    except OSError:
        return frozenset()


def _names(commands: Path) -> list[str]:
    """In the order of asking."""
    try:
        names = os.listdir(commands)  # noqa: PTH208 - asked between two steps, and Path.iterdir takes three times as long
    except FileNotFoundError:
        return []
    return sorted(name for name in names if name.endswith(".json") and not name.startswith("."))


def _answer(journal: JournalReader, number: str) -> Applied | Refused | None:
    while events := journal.poll():
        for event in events:
            if isinstance(event, Applied | Refused) and event.id == number:
                return event
    return None


def _nobody(folder: RunFolder) -> RunError:
    return RunError(say("nobody trains {run}, so nothing was asked of it; `gan-studio resume {run}` starts it", run=folder.name))


def _no_answer(folder: RunFolder, command: Command, timeout: float) -> RunError:
    if withdraw(folder, command):
        text = say(
            "{run} did not take the command within {seconds:g} s, so it was withdrawn; it may be busy opening its data: ask again",
            run=folder.name,
            seconds=timeout,
        )
        return RunError(text)
    text = say("{run} took the command but did not answer within {seconds:g} s; its journal will tell what came of it", run=folder.name, seconds=timeout)
    return RunError(text)


class Inbox:
    """The commands for one run, for whoever holds its lock. Each is given once; taken ones stay in `commands/done`."""

    def __init__(self, folder: RunFolder) -> None:
        self._folder = folder.commands
        self._done = folder.commands / "done"
        self._refused: list[Refused] = []
        self._done.mkdir(parents=True, exist_ok=True)

    def leftovers(self, names: Collection[str]) -> list[Command]:
        """Those of these names, which were asked before this start: to be refused, for whoever asked has gone. Call it before the first `take`."""
        return self._taken(name for name in _names(self._folder) if name in names)

    def take(self) -> list[Command]:
        """The new ones, in the order of asking. Files that are no command go to `refusals`."""
        return self._taken(_names(self._folder))

    def refusals(self) -> list[Refused]:
        """Answers to files that were no command, for the journal; each is given once."""
        refused, self._refused = self._refused, []
        return refused

    def _taken(self, names: Iterable[str]) -> list[Command]:
        return [command for name in names if (command := self._take(name)) is not None]

    def _take(self, name: str) -> Command | None:
        path = self._done / name
        try:
            (self._folder / name).replace(path)
        except FileNotFoundError:
            return None  # withdrawn in this instant
        try:
            command = _read(path)
            if command.id != path.stem:
                raise ValueError(say("its id {id} is not its file's name", id=repr(command.id)))
        except (OSError, ValueError) as error:
            reason = say("the file {name} is no command: {fault}", name=name, fault=_fault(error))
            self._refused.append(Refused(id=path.stem, command={}, reason=reason))
            return None
        return command


def _read(path: Path) -> Command:
    if path.stat().st_size > _LARGEST:
        raise ValueError(say("it is larger than {limit:,} bytes", limit=_LARGEST))
    return COMMAND.validate_json(path.read_bytes())


def _fault(error: OSError | ValueError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return ": ".join(part for part in (".".join(str(p) for p in first["loc"]), first["msg"]) if part)
    return reason_of(error)
