"""The cache beside a journal: columns with their pyramids, and the events that are no ticks. May be lost or wrong at any time: then it is rebuilt."""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.errors import RunError
from studio.locking import lock_file
from studio.messages import EVENT, Event, Json, Probed
from studio.runs.columns import Columns
from studio.runs.files import write_json
from studio.runs.folder import RunFolder
from studio.runs.journal import BadLine
from studio.runs.series import Grown, Level, Series

FORMAT = 2
_SHEET = "cache.json"
_MARK = 256  # bytes of the journal's start and of its end so far that must be what they were


@dataclass(frozen=True)
class Cached:
    """How far the cache has read the journal, and what it found."""

    offset: int
    lines: int
    columns: Columns
    events: list[Event]
    bad_lines: list[BadLine]


def save(folder: RunFolder, cached: Cached) -> bool:
    """Write a new generation of the cache in one step and drop the old ones. False, and no error, where that cannot be."""
    try:
        folder.cache.mkdir(exist_ok=True)
        lock = os.open(folder.cache / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        return False
    try:
        return lock_file(lock) and _save(folder, cached)
    except (OSError, RunError):
        return False
    finally:
        os.close(lock)


def load(folder: RunFolder) -> Cached | None:
    """The newest sound cache of this very journal, its columns memory-mapped; None when there is none."""
    for path in reversed(_generations(folder)):
        try:
            sheet = json.loads((path / _SHEET).read_bytes())
            if sheet["format"] == FORMAT and sheet["journal"] == _fingerprint(folder.journal, int(sheet["journal"]["offset"])):
                return _load(path, sheet)
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            continue
    return None


def _save(folder: RunFolder, cached: Cached) -> bool:
    journal = _fingerprint(folder.journal, cached.offset)
    if journal is None:
        return False
    old = [p for p in folder.cache.iterdir() if p.is_dir()]
    serials = [int(p.name) for p in old if p.name.isdecimal()]
    temporary = folder.cache / f".new-{uuid.uuid4().hex[:8]}"
    try:
        temporary.mkdir()
        sheet = {"format": FORMAT, "journal": journal, "lines": cached.lines, "bad_lines": cached.bad_lines, **_save_columns(temporary, cached.columns)}
        (temporary / "events.jsonl").write_text("".join(e.line() + "\n" for e in cached.events), encoding="utf-8")
        write_json(temporary / _SHEET, sheet)
        temporary.rename(folder.cache / f"{max(serials, default=0) + 1:06d}")
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    for path in old:
        shutil.rmtree(path, ignore_errors=True)  # Windows keeps those that a window has mapped; the next save tries again
    return True


def _generations(folder: RunFolder) -> list[Path]:
    with suppress(OSError):
        return sorted(p for p in folder.cache.iterdir() if p.name.isdecimal())
    return []


def _fingerprint(journal: Path, offset: int) -> dict[str, Json] | None:
    """What tells that a journal has not changed up to `offset`: its start, and the bytes before the offset."""
    with journal.open("rb") as file:
        head = file.read(min(_MARK, offset))
        file.seek(max(0, offset - _MARK))
        tail = file.read(min(_MARK, offset))
    if len(tail) < min(_MARK, offset):
        return None
    return {"offset": offset, "head": hashlib.sha256(head).hexdigest(), "tail": hashlib.sha256(tail).hexdigest()}


def _save_columns(path: Path, columns: Columns) -> dict[str, Json]:
    rows = len(columns)
    np.save(path / "nimg.npy", columns.nimg.slice(0, rows))
    np.save(path / "seconds.npy", columns.seconds.slice(0, rows))
    described = []
    for number, (name, series) in enumerate(columns.series.items()):
        series.lift()
        base, *above = series.levels
        own = [base.mean] if series.single else [base.mean, base.low, base.high]
        np.save(path / f"{number:03d}.npy", np.stack([c.slice(0, rows) for c in own]))
        lengths = [len(level.mean) for level in above]
        np.save(path / f"{number:03d}-levels.npy", np.concatenate([_stacked(level) for level in above] or [np.empty((4, 0), np.float32)], axis=1))
        described.append({"name": name, "single": series.single, "levels": lengths})
    return {"rows": rows, "starts": columns.starts, "series": described, "waiting": [check.line() for check in columns.waiting]}


def _stacked(level: Level) -> NDArray[np.float32]:
    assert level.weight is not None, "only the rows themselves have no weights"
    stacked: NDArray[np.float32] = np.stack([column.slice(0, len(column)) for column in (level.mean, level.low, level.high, level.weight)])
    return stacked


def _load(path: Path, sheet: dict[str, Json]) -> Cached:
    rows = int(sheet["rows"])
    columns = Columns()
    columns.nimg = Grown(np.float64, _mapped(path / "nimg.npy", (rows,), np.float64))
    columns.seconds = Grown(np.float64, _mapped(path / "seconds.npy", (rows,), np.float64))
    columns.starts = [(int(segment), int(first)) for segment, first in sheet["starts"]]
    columns.waiting = [Probed.model_validate_json(line) for line in sheet["waiting"]]
    for number, facts in enumerate(sheet["series"]):
        columns.series[str(facts["name"])] = _load_series(path, number, rows, single=bool(facts["single"]), lengths=[int(n) for n in facts["levels"]])
    return Cached(
        offset=int(sheet["journal"]["offset"]),
        lines=int(sheet["lines"]),
        columns=columns,
        events=[EVENT.validate_json(line) for line in (path / "events.jsonl").read_bytes().split(b"\n") if line],
        bad_lines=[BadLine(int(number), str(start), str(reason)) for number, start, reason in sheet["bad_lines"]],
    )


def _load_series(path: Path, number: int, rows: int, *, single: bool, lengths: Sequence[int]) -> Series:
    base = _mapped(path / f"{number:03d}.npy", (1 if single else 3, rows), np.float32)
    own = [Grown(np.float32, part) for part in base]
    levels = [Level(own[0], own[0] if single else own[1], own[0] if single else own[2], None)]
    above = _mapped(path / f"{number:03d}-levels.npy", (4, sum(lengths)), np.float32)
    start = 0
    for length in lengths:
        mean, low, high, weight = (Grown(np.float32, part[start : start + length]) for part in above)
        levels.append(Level(mean, low, high, weight))
        start += length
    return Series(levels, single=single)


def _mapped(path: Path, shape: tuple[int, ...], dtype: type[np.generic]) -> NDArray[Any]:
    """A file's array, read from the disk only where it is looked at; ValueError when it is not what the sheet says."""
    array = np.load(path, mmap_mode=None if 0 in shape else "r", allow_pickle=False)
    if array.shape != shape or array.dtype != dtype:
        raise ValueError(f"{path} holds {array.dtype} {array.shape}")
    return np.asarray(array)
