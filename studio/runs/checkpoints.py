"""The checkpoints of a run: written whole or not at all, proven by their sums, thinned to a spaced history. Knows no tensor."""

import hashlib
import json
import math
import os
import re
import shutil
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from studio.errors import RunError
from studio.messages import Json
from studio.runs.files import replace_file, sync_file, sync_folder, write_json
from studio.runs.folder import RunFolder
from studio.runs.retention import Kept, surplus
from studio.runs.space import NoSpace, free_bytes, in_words, is_full
from studio.told import reason_of
from studio.words import joined, say

FORMAT = 1
_PLACE = "{id} ({kimg:g} kimg)"  # alike in every language
_SHEET = "checkpoint.json"
_NAME = re.compile(r"(?:\.writing-|\.deleting-)?(\d{6,})-.*")
_PINNED, _NOTE, _TITLE, _METRICS, _BASIS = "pinned", "note.txt", "name.txt", "metrics.json", "metrics-basis.json"
_BESIDE = (_PINNED, _NOTE, _TITLE, _METRICS, _BASIS)  # not among the sums: anyone may set them at any time
WORTH: Mapping[str, Callable[[float], float]] = {"lower": lambda v: v, "higher": lambda v: -v, "near 1": lambda v: abs(v - 1)}  # the least is the best


@dataclass(frozen=True)
class Checkpoint:
    """A complete checkpoint. `about` is all of checkpoint.json, so also shape, classes and medium; `sums` file name → SHA-256."""

    id: int
    nimg: int
    segment: int
    path: Path
    created: float  # seconds since the epoch
    bytes: int
    pinned: bool
    note: str
    metrics: dict[str, float]
    options: dict[str, Json]  # every option in force; "config" in checkpoint.json
    sums: dict[str, str]
    about: dict[str, Json] = field(default_factory=dict, repr=False)
    basis: dict[str, dict[str, Json]] = field(default_factory=dict, repr=False)  # of each metric: count, reals and reference
    name: str = ""  # that a person gave it

    @property
    def kimg(self) -> float:
        """Where in the run it was saved."""
        return self.nimg / 1000

    def __str__(self) -> str:
        return say(_PLACE, id=str(self.id), kimg=self.kimg)


class Skipped(NamedTuple):
    """A checkpoint passed over, and why."""

    path: Path
    reason: str


class Draft:
    """A checkpoint being written: put its files into `path`, add to `metrics` and `about`; afterwards `checkpoint` is the result."""

    def __init__(self, path: Path, about: dict[str, Json]) -> None:
        self.path = path
        self.metrics: dict[str, float] = {}
        self.about = about
        self.checkpoint: Checkpoint | None = None


class CheckpointStore:
    """The folders `checkpoints/000012-000120kimg` of one run. Only who holds the run's lock writes, deletes or prunes."""

    def __init__(self, folder: RunFolder) -> None:
        self._run = folder
        self._root = folder.checkpoints

    @contextmanager
    def writing(
        self,
        number: int,
        *,
        nimg: int,
        segment: int,
        options: Mapping[str, Json],
        expected_bytes: int = 0,
        pinned: bool = False,
        note: str = "",
        **about: Json,
    ) -> Iterator[Draft]:
        """Write checkpoint `number`: yields a Draft whose temporary folder becomes the checkpoint when the block ends well.

        NoSpace before a byte is written when `expected_bytes` do not fit, or when the disk fills up on the way; then, and at
        any other error, nothing is left. A killed process leaves a temporary name that `clear_unfinished` removes.
        """
        self._root.mkdir(exist_ok=True)
        if (free := free_bytes(self._root)) < expected_bytes:
            raise NoSpace(self._root, expected_bytes, free)
        sheet = {"format": FORMAT, "id": number, "nimg": nimg, "segment": segment, "created": time.time(), **about, "config": dict(options)}
        draft = Draft(self._root / f".writing-{number:06d}-{uuid.uuid4().hex[:8]}", sheet)
        try:
            draft.path.mkdir()
            yield draft
            if pinned:
                (draft.path / _PINNED).touch()
            if note:
                (draft.path / _NOTE).write_text(note, encoding="utf-8")
            path = self._finish(draft, f"{number:06d}-{nimg // 1000:06d}kimg")
        except BaseException as error:
            needed = max(expected_bytes, _size(draft.path))
            shutil.rmtree(draft.path, ignore_errors=True)
            if is_full(error):
                raise NoSpace(self._root, needed, free_bytes(self._root)) from error
            raise
        draft.checkpoint = _read(path)

    def _finish(self, draft: Draft, name: str) -> Path:
        """Sums, fsync, rename. The sheet is written last, so a folder that has one once was whole."""
        files = sorted(p for p in draft.path.iterdir() if p.name not in _BESIDE)
        sums = {p.name: _sum(p) for p in files}
        size = sum(p.stat().st_size for p in files)
        for file in draft.path.iterdir():
            sync_file(file)
        write_json(draft.path / _SHEET, {**draft.about, "metrics": draft.metrics, "bytes": size, "sums": sums})
        path = self._root / name
        if path.exists():
            raise RunError(say("{path} exists already; a checkpoint is never overwritten", path=path))
        draft.path.rename(path)
        sync_folder(self._root)
        return path

    def clear_unfinished(self) -> int:
        """Remove what killed processes left half-written or half-deleted; how many there were. Only for who holds the lock."""
        left = [p for p in self._entries() if p.name.startswith((".writing-", ".deleting-"))]
        for path in left:
            shutil.rmtree(path, ignore_errors=True)
        return len(left)

    def next_id(self, at_least: int = 1) -> int:
        """A serial number that no folder here has; the caller gives one more than the highest in the journal, for deleted ones."""
        used = [int(found[1]) for path in self._entries() if (found := _NAME.fullmatch(path.name))]
        return max([at_least, *(n + 1 for n in used)])

    def list(self) -> tuple[Checkpoint, ...]:
        """Every checkpoint with a sound checkpoint.json, by id. Its other files are not read: see `verify`."""
        return self._scan()[0]

    def damaged(self) -> tuple[Skipped, ...]:
        """Those whose checkpoint.json is missing or torn."""
        return self._scan()[1]

    def get(self, number: int) -> Checkpoint:
        """One checkpoint; RunError when there is none of that id, or its checkpoint.json is damaged."""
        sound, damaged = self._scan()
        for checkpoint in sound:
            if checkpoint.id == number:
                return checkpoint
        for path, reason in damaged:
            if path.name.startswith(f"{number:06d}-"):
                raise self._damaged(number, reason)
        if not sound:
            raise RunError(say("{run} has no checkpoint {number}; the run has none yet", run=self._run.name, number=str(number)))
        there = ", ".join(str(c) for c in sound)
        raise RunError(say("{run} has no checkpoint {number}; there are {checkpoints}", run=self._run.name, number=str(number), checkpoints=there))

    def verify(self, checkpoint: Checkpoint) -> None:
        """Compare every file with its sum; RunError naming the damaged file and the newest sound checkpoint."""
        fault = _fault(checkpoint)
        if fault is not None:
            raise self._damaged(checkpoint.id, fault)

    def newest_sound(self, wanted: Callable[[Checkpoint], bool] | None = None) -> tuple[Checkpoint, tuple[Skipped, ...]]:
        """The newest checkpoint whose files all match their sums, and the newer ones skipped; RunError when there is none.

        `wanted` narrows the choice, for instance to the current lineage.
        """
        sound, damaged = self._scan()
        skipped = [*damaged]
        for checkpoint in reversed(sound):
            if wanted is not None and not wanted(checkpoint):
                continue
            fault = _fault(checkpoint)
            if fault is None:
                return checkpoint, tuple(s for s in skipped if s.path.name > checkpoint.path.name)
            skipped.append(Skipped(checkpoint.path, fault))
        lines = [
            say("{run} has no sound checkpoint to go on from", run=self._run.name),
            *(joined([s.path.name, s.reason], ": ") for s in skipped),
            say("Nothing was changed; start a new run, or put back a copy of a checkpoint's folder"),
        ]
        raise RunError(joined(lines, "\n"))

    def pin(self, number: int, pinned: bool) -> None:
        """A pinned checkpoint is never given up by `prune`."""
        mark = self.get(number).path / _PINNED
        if pinned:
            replace_file(mark, b"")
        else:
            mark.unlink(missing_ok=True)

    def note(self, number: int, text: str) -> None:
        """What a person wants to remember of it; empty text removes the note."""
        self._write(self.get(number).path / _NOTE, text)

    def rename(self, number: int, name: str) -> None:
        """What a person calls it, beside its serial number, which stays; an empty name removes it."""
        self._write(self.get(number).path / _TITLE, name)

    def measured(self, number: int, metrics: Mapping[str, float], basis: Mapping[str, Mapping[str, Json]] | None = None) -> None:
        """Keep what was measured of a checkpoint after it was saved, and what each figure rests on; newer values replace older ones."""
        checkpoint = self.get(number)
        finite = {k: v for k, v in metrics.items() if math.isfinite(v)}
        known = {**checkpoint.basis, **{k: dict((basis or {}).get(k, {})) for k in finite}}
        write_json(checkpoint.path / _BASIS, {k: v for k, v in known.items() if v})
        write_json(checkpoint.path / _METRICS, {**checkpoint.metrics, **finite})

    def best(self, figure: str = "swd", better: str = "lower") -> int | None:
        """The best checkpoint by this metric among those measured, the earliest of equals; None when none was, or no way is better."""
        if better not in WORTH:
            return None
        found = [(WORTH[better](c.metrics[figure]), c.id) for c in self.list() if figure in c.metrics]
        return min(found)[1] if found else None

    def delete(self, number: int) -> None:
        """Give up a checkpoint, damaged or not. It loses its name first, so a kill on the way leaves no torn one."""
        for path in self._entries():
            if path.name.startswith(f"{number:06d}-"):
                away = self._root / f".deleting-{path.name}"
                shutil.rmtree(away, ignore_errors=True)
                path.rename(away)
                sync_folder(self._root)
                shutil.rmtree(away, ignore_errors=True)
                return
        raise RunError(say("{run} has no checkpoint {number}", run=self._run.name, number=str(number)))

    def prune(self, keep: int, budget_bytes: int, *, spared: Collection[int | None] = ()) -> tuple[int, ...]:
        """Delete down to the first, last, spared and pinned ones and `keep` spaced ones beside, fewer where the budget asks; the ids deleted."""
        there = self.list()
        if not there:
            return ()
        safe = {there[0].id, there[-1].id, *(c.id for c in there if c.pinned or c.id in spared)}
        gone = surplus([Kept(c.id, c.nimg, c.bytes) for c in there], safe, keep, budget_bytes)
        for number in gone:
            self.delete(number)
        return tuple(gone)

    @staticmethod
    def _write(file: Path, text: str) -> None:
        if text:
            replace_file(file, text.encode())
        else:
            file.unlink(missing_ok=True)

    def _entries(self) -> tuple[Path, ...]:
        try:
            return tuple(sorted(self._root.iterdir()))
        except FileNotFoundError:
            return ()

    def _scan(self) -> tuple[tuple[Checkpoint, ...], tuple[Skipped, ...]]:
        """The readable ones by id, and the others with the reason."""
        sound, damaged = [], []
        for path in self._entries():
            if path.name.startswith(".") or not path.is_dir():
                continue
            try:
                sound.append(_read(path))
            except (OSError, ValueError, KeyError, TypeError) as error:
                reason = say("it is missing") if isinstance(error, FileNotFoundError) else joined([type(error).__name__, reason_of(error)], ": ")
                damaged.append(Skipped(path, say("{file} is damaged ({reason})", file=_SHEET, reason=reason)))
        return tuple(sorted(sound, key=lambda c: c.id)), tuple(damaged)

    def _damaged(self, number: int, fault: str) -> RunError:
        """What is wrong with a checkpoint, and the newest sound one."""
        values = {"number": str(number), "run": self._run.name, "fault": fault}
        try:
            sound, _ = self.newest_sound(lambda c: c.id != number)
        except RunError:
            return RunError(say("checkpoint {number} of {run}: {fault}; no other checkpoint is sound", **values))
        return RunError(
            say(
                "checkpoint {number} of {run}: {fault}; the newest sound one is {sound}: roll back to it with `gan-studio send {run} rollback {id}`",
                **values,
                sound=str(sound),
                id=str(sound.id),
            )
        )


def checkpoint_at(path: Path) -> Checkpoint:
    """The checkpoint in this folder, wherever it lies, compared with its sums. RunError when it is damaged."""
    try:
        found = _read(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = joined([type(error).__name__, reason_of(error)], ": ")
        raise RunError(say("{file} is damaged ({reason}); choose another checkpoint", file=path / _SHEET, reason=reason)) from None
    if (fault := _fault(found)) is not None:
        raise RunError(say("checkpoint {path}: {fault}; choose another one", path=path, fault=fault))
    return found


def _read(path: Path) -> Checkpoint:
    about = json.loads((path / _SHEET).read_bytes())
    if about["format"] != FORMAT:
        there = repr(about["format"])
        raise ValueError(say("it has format {there}, and this version reads format {here}: update GAN Studio", there=there, here=FORMAT))
    return Checkpoint(
        id=int(about["id"]),
        nimg=int(about["nimg"]),
        segment=int(about["segment"]),
        path=path,
        created=float(about["created"]),
        bytes=int(about["bytes"]),
        pinned=(path / _PINNED).exists(),
        note=_said(path / _NOTE),
        metrics={**about["metrics"], **_measured(path / _METRICS)},
        options=dict(about["config"]),
        sums=dict(about["sums"]),
        about=about,
        basis=_known(path / _BASIS),
        name=_said(path / _TITLE),
    )


def _said(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _measured(path: Path) -> dict[str, float]:
    try:
        found = json.loads(path.read_bytes())
        return {str(k): float(v) for k, v in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # no figures, or torn ones: they can be measured again


def _known(path: Path) -> dict[str, dict[str, Json]]:
    try:
        found = json.loads(path.read_bytes())
        return {str(k): dict(v) for k, v in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _fault(checkpoint: Checkpoint) -> str | None:
    """The first file that is not as it was saved."""
    for name, expected in checkpoint.sums.items():
        try:
            found = _sum(checkpoint.path / name)
        except FileNotFoundError:
            return say("{file} is missing", file=name)
        except OSError as error:
            return say("{file} cannot be read ({fault})", file=name, fault=error.strerror or error)
        if found != expected:
            size = (checkpoint.path / name).stat().st_size
            return say("{file} ({size}) is damaged: its SHA-256 is not the one in {sheet}", file=name, size=in_words(size), sheet=_SHEET)
    return None


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(folder: Path) -> int:
    try:
        with os.scandir(folder) as found:
            return sum(entry.stat().st_size for entry in found)
    except OSError:
        return 0
