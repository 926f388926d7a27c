"""Decoded data on disk, shared by all runs: one folder an entry, memory-mapped. Knows nothing of pictures or where they come from.

    <cache>/<key>/x.npy        uint8 [N, H, W, C]
    <cache>/<key>/c.npy        int64 [N]
    <cache>/<key>/about.json   what whoever filled it wants to find again, with the sizes of all files but the empty ones
    <cache>/<key>/used         locked by everyone who has the entry open; used.<place> tells for which place, and when, it was opened last
    <cache>/.<key>.<host>.part an entry on its way;  <cache>/.<key>.lock is locked by who fills it

An entry is filled under another name and renamed when it is whole, so that a kill, a full disk or a second process at the same work never
leaves half of one. One process fills, others wait for it; where the disk knows no locks each fills its own and the first one counts. The key
stands for the content and every option that shaped it; the code that fills puts its own version into it.
"""

import contextlib
import errno
import hashlib
import json
import os
import shutil
import socket
import time
import uuid
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from studio.errors import DataError
from studio.gan.datasets import Progress, silent
from studio.locking import BINARY, lock_file
from studio.words import mark, say

ABANDONED_SECONDS = 3600  # a temporary folder that nobody has written to for so long belongs to a process that died
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
PARTIAL = "partial.npz"  # in a temporary folder: with it, what is there is worth going on with
WAITING = mark("Waiting for another process that decodes the same data")
SHARE = 4  # entries that nobody uses give way, the longest unused first, when all take more than a quarter of the disk
_SLACK = 16 << 20
_HOST = hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]  # some disks lock files against processes of the same machine alone


class Lease:
    """Keeps an entry from being cleared away until it is closed, or the process ends."""

    def __init__(self, home: Path) -> None:
        """BlockingIOError when it is just being cleared away; other OSErrors when there is no such entry."""
        try:
            self._file = os.open(home / "used", os.O_RDWR | os.O_CREAT | BINARY, 0o644)
        except OSError:  # a cache that may only be read
            self._file = os.open(home / "about.json", os.O_RDONLY | BINARY)
        try:
            free = lock_file(self._file, shared=True)
        except OSError:
            free = True  # a disk that knows no locks: there nothing is cleared away
        if not free and os.name != "nt":  # Windows knows no shared locks, but does not let go of a mapped file either
            self.close()
            raise BlockingIOError(errno.EWOULDBLOCK, "is being cleared away")

    def close(self) -> None:
        """Once is enough."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


class Kept(NamedTuple):
    """One entry of the cache: x is memory-mapped and read-only. The lease ends with x."""

    x: NDArray[np.uint8]
    c: NDArray[np.int64]
    about: dict[str, Any]
    home: Path
    lease: Lease


def key(*parts: object) -> str:
    """A short name for everything that decides an entry's content."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()[:32]


class Rows:
    """An .npy file that grows: rows are appended, the number of them is written into the header at the end.

    Plain writes, because a memory-mapped file on a full disk ends the process with a signal that nobody can catch.
    """

    def __init__(self, path: Path, shape: Sequence[int], dtype: type[np.generic] = np.uint8, *, count: int = 0) -> None:
        """shape: of one row. count: rows that are there already and stay; ValueError when they are not."""
        self.shape, self.dtype, self.count = tuple(shape), np.dtype(dtype), 0
        self._file: BinaryIO = path.open("r+b" if count else "wb")
        self._start = self._write_header()
        if count:
            end = self._start + count * self.row_bytes
            if self._file.seek(0, 2) < end:
                self._file.close()
                raise ValueError(f"{path} is shorter than it was")
            self._file.truncate(end)
            self._file.seek(end)
            self.count = count

    @property
    def row_bytes(self) -> int:
        """Of one row."""
        return int(np.prod(self.shape)) * self.dtype.itemsize

    def append(self, rows: NDArray[Any]) -> None:
        """rows [n, *shape]."""
        assert rows.shape[1:] == self.shape
        assert rows.dtype == self.dtype
        self._file.write(np.ascontiguousarray(rows).data)
        self.count += len(rows)

    def flush(self) -> None:
        """What was appended is on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def finish(self) -> None:
        """The file is complete and on the disk."""
        self._file.seek(0)
        assert self._write_header() == self._start, "numpy leaves room in the header for the first axis to grow"
        self.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self.finish()
        finally:
            with contextlib.suppress(OSError) if kind else contextlib.nullcontext():  # a full disk is told once
                self._file.close()

    def _write_header(self) -> int:
        about = {"descr": np.lib.format.dtype_to_descr(self.dtype), "fortran_order": False, "shape": (self.count, *self.shape)}
        np.lib.format.write_array_header_1_0(self._file, about)
        return self._file.tell()


def cached(cache: Path, key: str, fill: Callable[[Path], dict[str, Any]], *, place: str = "", progress: Progress = silent) -> Kept:
    """The entry of this key; `fill(folder)` writes x.npy and c.npy, or more, and returns what to remember, when there is none or it is damaged.

    place: whose entry it is, for `entries_of`. While another process fills the same entry this one waits, and tells progress, which may raise.
    DataError when the disk is full or may not be written. What `fill` raises passes and leaves nothing behind, unless the work was ended from
    outside and `fill` has left PARTIAL in its folder: then the next call finds the folder as it was.
    """
    home = cache / key
    if kept := load(home, place):
        return kept
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with _alone(_lock_of(cache, key), progress) as alone:
            if kept := load(home, place):
                return kept
            _sweep(cache, key)
            shutil.rmtree(home, ignore_errors=True)  # damaged
            _build(home, cache / f".{key}.{_HOST if alone else uuid.uuid4().hex[:8]}.part", fill)
    except OSError as fault:
        raise unwritable(cache, fault) from None
    if kept := load(home, place):
        clear(cache, shutil.disk_usage(cache).total // SHARE)
        return kept
    raise DataError(say("{path} was written but cannot be read back; check the disk, then delete that folder and try again", path=home))


def entries_of(cache: Path, place: str) -> Iterator[Kept]:
    """The sound entries that were opened for a place, the latest first. Close the leases of those that are not wanted."""
    marks = [(_time(mark), mark.parent) for mark in cache.glob(f"[!.]*/used.{place}")] if place else []
    for _, home in sorted(marks, reverse=True):
        if kept := load(home, ""):
            yield kept


def clear(cache: Path, budget: int = 0) -> int:
    """Removes entries that nobody uses, the longest unused first, until all together take at most `budget` bytes. Gives the bytes freed."""
    entries = [(max((_time(mark) for mark in home.glob("used*")), default=0.0), home) for home in _entries(cache)]
    sizes = {home: _size(home) for _, home in entries}
    total = before = sum(sizes.values())
    for _, home in sorted(entries):
        if total <= budget:
            break
        if discard(home):
            total -= sizes[home]
    return before - total


def sizes(cache: Path) -> list[int]:
    """Bytes of each entry."""
    return [_size(home) for home in _entries(cache)]


def discard(home: Path) -> bool:
    """Removes an entry unless somebody uses it, this process included."""
    try:
        file = os.open(home / "used", os.O_RDWR | os.O_CREAT | BINARY, 0o644)
    except OSError:
        return False
    gone = home.with_name(f".{home.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        if not lock_file(file):
            return False
        home.rename(gone)  # at once, so that nobody ever sees a part of it; refused by Windows while a file of it is open
    except OSError:
        return False
    finally:
        os.close(file)
    shutil.rmtree(gone, ignore_errors=True)
    return True


def need_room(folder: Path, size: int) -> None:
    """DataError when the disk that holds `folder` has less than `size` bytes and a little more free."""
    if shutil.disk_usage(folder).free < size + _SLACK:
        raise full(folder.parent, size)


def full(folder: Path, needed: int = 0) -> DataError:
    """The DataError for a disk that has not, or not any more, the bytes needed."""
    try:
        state = say("{folder} has {free:,.0f} MB free", folder=folder, free=shutil.disk_usage(folder).free / 1e6)
    except OSError:
        state = say("{folder} has too few bytes free", folder=folder)
    if needed:
        state = say("the decoded data needs {needed:,.0f} MB and {state}", needed=needed / 1e6, state=state)
    text = say(
        "the disk that holds {folder} is full: {state}; free some space, clear what is not in use with `gan-studio cache --clear`, "
        "choose smaller pictures, or move the studio's home to another disk",
        folder=folder,
        state=state,
    )
    return DataError(text)


def unwritable(folder: Path, fault: OSError) -> DataError:
    """The DataError for a fault met while filling `folder`."""
    if fault.errno in FULL:
        return full(folder)
    place, why = fault.filename or folder, fault.strerror or fault
    return DataError(say("{path} cannot be used ({fault}); check its permissions, or choose another home for the studio", path=place, fault=why))


def load(home: Path, place: str = "") -> Kept | None:
    """An entry that is sound, marked as used by the place; None when there is none."""
    try:
        lease = Lease(home)
    except OSError:
        return None
    try:
        about = json.loads((home / "about.json").read_text(encoding="utf-8"))
        if any((home / name).stat().st_size != size for name, size in about["sizes"].items()):
            raise ValueError("a file has another length")
        x = np.load(home / "x.npy", mmap_mode="r", allow_pickle=False)
        c = np.load(home / "c.npy", allow_pickle=False)
        if len(x) != len(c):
            raise ValueError("the files do not fit together")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        lease.close()
        return None
    weakref.finalize(x, lease.close)
    if place:
        with contextlib.suppress(OSError):  # a cache that may only be read
            (home / f"used.{place}").touch()
    return Kept(x, c, about["about"], home, lease)


def _build(home: Path, part: Path, fill: Callable[[Path], dict[str, Any]]) -> None:
    if not (part / PARTIAL).exists():
        shutil.rmtree(part, ignore_errors=True)
    part.mkdir(exist_ok=True)
    try:
        about = fill(part)
        (part / PARTIAL).unlink(missing_ok=True)
        sizes = {p.name: p.stat().st_size for p in part.iterdir()}
        with (part / "about.json").open("w", encoding="utf-8") as file:
            json.dump({"about": about, "sizes": sizes}, file)
            file.flush()
            os.fsync(file.fileno())
        part.rename(home)
    except (OSError, DataError) as fault:
        shutil.rmtree(part, ignore_errors=True)
        if isinstance(fault, DataError) or not (home / "about.json").exists():  # else another process without a lock was faster: ours is not needed
            raise
    except BaseException:  # ended from outside: what is done may be gone on with
        if not (part / PARTIAL).exists():
            shutil.rmtree(part, ignore_errors=True)
        raise


@contextmanager
def _alone(lock: Path, progress: Progress) -> Iterator[bool]:
    """Waits until nobody else holds the lock, and holds it; gives False where the disk knows no locks."""
    while (file := _taken(lock)) is None:
        progress(0, 0, say(WAITING))
        time.sleep(0.05)
    try:
        yield file >= 0
    finally:
        with contextlib.suppress(OSError):  # Windows: somebody waits for it
            lock.unlink(missing_ok=True)
        if file >= 0:
            os.close(file)


def _taken(lock: Path) -> int | None:
    """The locked file; None when somebody else has it, −1 where the disk knows no locks."""
    file = os.open(lock, os.O_RDWR | os.O_CREAT | BINARY, 0o644)
    try:
        if lock_file(file) and os.path.samestat(os.fstat(file), lock.stat()):  # else its last holder has deleted what we have locked
            return file
    except FileNotFoundError:
        pass
    except OSError:
        os.close(file)
        return -1
    os.close(file)
    return None


def _lock_of(cache: Path, key: str) -> Path:
    return cache / f".{key}.lock"


def _entries(cache: Path) -> list[Path]:
    try:
        return [home for home in cache.iterdir() if home.is_dir() and not home.name.startswith(".")]
    except FileNotFoundError:
        return []


def _size(home: Path) -> int:
    with contextlib.suppress(OSError):  # it is going just now
        return sum(file.stat().st_size for file in home.iterdir())
    return 0


def _time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _sweep(cache: Path, mine: str) -> None:
    """Takes away what processes that died have left and nobody went on with."""
    for part in cache.glob(".*.part"):
        key = part.name.split(".")[1]
        with contextlib.suppress(OSError):
            written = max(p.stat().st_mtime for p in (part, *part.iterdir()))
            if key != mine and time.time() - written > ABANDONED_SECONDS and (file := _taken(_lock_of(cache, key))) is not None:
                shutil.rmtree(part, ignore_errors=True)
                _lock_of(cache, key).unlink(missing_ok=True)
                if file >= 0:
                    os.close(file)
