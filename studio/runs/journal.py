"""The journal: events appended by one writer, followed by any number of readers. It does not interpret them."""

import os
import time
from pathlib import Path
from typing import Any, NamedTuple, Self, get_args

from pydantic import ValidationError
from pydantic_core import from_json

from studio.errors import RunError
from studio.messages import EVENT, Event, Json, Tick
from studio.runs.space import NoSpace, free_bytes, is_full
from studio.words import say

_BINARY: int = getattr(os, "O_BINARY", 0)
_KINDS = frozenset(model.model_fields["kind"].default for model in get_args(Event))


class JournalWriter:
    """The one appender of a journal: a single write of the system for a line.

    A line that a killed writer left torn is ended when the journal is opened, so that it damages nothing after it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, 0o644)
        except OSError as error:
            raise RunError(say("{path} cannot be written: {fault}", path=path, fault=error.strerror or error)) from error
        self._torn = self._ends_torn()

    def write(self, event: Event) -> None:
        """Append one event; NoSpace when the disk is full, and then nothing of it is left."""
        line = event.line().encode() + b"\n"
        data = b"\n" + line if self._torn else line
        try:
            written = os.write(self._file, data)
        except OSError as error:
            if is_full(error):
                raise NoSpace(self._path.parent, len(data), free_bytes(self._path.parent)) from error
            raise RunError(say("{path} cannot be written: {fault}", path=self._path, fault=error.strerror or error)) from error
        if written < len(data):
            self._take_back(written)
            raise NoSpace(self._path.parent, len(data), free_bytes(self._path.parent))
        self._torn = False

    def sync(self) -> None:
        """Everything written is on the disk when this returns."""
        try:
            os.fsync(self._file)
        except OSError as error:
            if is_full(error):
                raise NoSpace(self._path.parent, 0, free_bytes(self._path.parent)) from error
            raise RunError(say("{path} cannot be written: {fault}", path=self._path, fault=error.strerror or error)) from error

    def close(self) -> None:
        """No more events from this writer."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ends_torn(self) -> bool:
        size = os.fstat(self._file).st_size
        if size == 0:
            return False
        os.lseek(self._file, size - 1, os.SEEK_SET)
        return os.read(self._file, 1) != b"\n"

    def _take_back(self, count: int) -> None:
        """A full disk took the first bytes of a line. No reader has used them, for they end in no newline."""
        os.ftruncate(self._file, os.fstat(self._file).st_size - count)


class BadLine(NamedTuple):
    """A line that is no event: its number from 1 (0: the journal itself), how it starts, and what is wrong."""

    number: int
    start: str
    reason: str


class JournalReader:
    """Follows a journal from `offset`, the beginning of line `lines` + 1; never blocks and holds nothing open.

    `offset` and `lines` say how far it has read, `torn` that an unfinished last line waits there. Damaged lines go to
    `bad_lines`. When the journal has become shorter or another file, that is one more bad line, `restarts` counts it, and
    reading begins at 0.
    """

    def __init__(self, path: Path, offset: int = 0, *, lines: int = 0) -> None:
        self._path = path
        self.offset, self.lines = offset, lines
        self.torn = False
        self.restarts = 0
        self.bad_lines: list[BadLine] = []
        self._seen = -1  # the size at the last look: nothing is new while it stays
        self._identity: tuple[int, int] | None = None

    def poll(self, limit_bytes: int = 1 << 20) -> list[Event]:
        """New events in order, at most about `limit_bytes` of them at a time (one line at least)."""
        return [tick_of(record) if isinstance(record, dict) else record for record in self.records(limit_bytes)]

    def records(self, limit_bytes: int = 1 << 20) -> list[Event | dict[str, Json]]:
        """As `poll`, but ticks stay plain dicts, which is ten times as fast: a long journal is nearly all ticks."""
        size = self._look()
        if size is None:
            return []
        block = self._read(min(limit_bytes, size - self.offset), size)
        self.torn = not block
        if block and self.offset < size:
            self._seen = -1  # the limit cut, or a line is unfinished: the next look tells
        out: list[Event | dict[str, Json]] = []
        for line in block[:-1].split(b"\n") if block else ():
            self.lines += 1
            record = self._parse(line)
            if record is not None:
                out.append(record)
        return out

    def _look(self) -> int | None:
        """The journal's size, or None when there is nothing new."""
        try:
            status = self._path.stat()
        except FileNotFoundError:
            if self._identity is not None:
                self._restart("the journal has gone")
            return None
        identity = (status.st_dev, status.st_ino)
        if self._identity is not None and identity != self._identity:
            self._restart("the journal was replaced by another file; reading it from its beginning")
        elif status.st_size < self.offset:
            self._restart(f"the journal has shrunk from {self.offset:,} to {status.st_size:,} bytes; reading it from its beginning")
        self._identity = identity
        if status.st_size == self.offset:
            self.torn = False
            return None
        if status.st_size == self._seen:
            return None
        self._seen = status.st_size
        return status.st_size

    def _restart(self, reason: str) -> None:
        self.bad_lines.append(BadLine(0, "", reason))
        self.offset, self.lines, self._seen, self.torn, self._identity = 0, 0, -1, False, None
        self.restarts += 1

    def _read(self, want: int, size: int) -> bytes:
        """Whole lines from the offset on, which moves behind them; a line longer than `want` is read whole."""
        with self._path.open("rb", buffering=0) as file:
            file.seek(self.offset)
            block = b""
            while want > len(block):
                block += file.read(want - len(block))
                end = block.rfind(b"\n") + 1
                if end:
                    self.offset += end
                    return block[:end]
                if want >= size - self.offset:
                    break
                want = min(2 * want, size - self.offset)
        return b""

    def _parse(self, line: bytes) -> Event | dict[str, Json] | None:
        """None where a line is damaged, which is then told, or of a later version's kind."""
        try:
            found = from_json(line)
            if not isinstance(found, dict):
                raise ValueError("it is no JSON object")
            kind = found.get("kind")
            if kind == "tick" and _is_tick(found):
                return found
            if kind in _KINDS:
                return EVENT.validate_python(found)
            if not isinstance(kind, str):
                raise ValueError("it names no kind of event")
        except (ValueError, RecursionError) as error:
            if line.strip():
                self.bad_lines.append(BadLine(self.lines, line[:80].decode(errors="replace"), _reason(error)))
        return None


def end_of(path: Path) -> int:
    """The journal's size now, from where only later events are read; 0 when there is none yet."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def tick_of(record: dict[str, Json]) -> Tick:
    """A Tick from a record of `JournalReader.records`; numbers that JSON cannot write, null there, are NaN here."""
    scalars = {name: tuple(_number(x) for x in three) for name, three in record.get("scalars", {}).items()}
    values = {name: _number(x) for name, x in record.get("values", {}).items()}
    fields: dict[str, Any] = {"time": time.time(), **record, "scalars": scalars, "values": values}
    return Tick.model_construct(**{name: fields[name] for name in Tick.model_fields if name in fields})


def _is_tick(found: dict[str, Json]) -> bool:
    """The few checks that a million lines can afford; columns put up with odd numbers."""
    return (
        type(found.get("nimg")) is int
        and type(found.get("segment")) is int
        and type(found.get("seconds")) in (float, int)
        and type(found.get("scalars", _NONE)) is dict
        and type(found.get("values", _NONE)) is dict
    )


_NONE: dict[str, Json] = {}


def _number(value: Json) -> float:
    return float("nan") if value is None else float(value)


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error)
