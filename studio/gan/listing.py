"""Which image files lie in a folder or a zip, and the class of each. Opens no picture: `studio.gan.images` decodes what `read` gives.

A listing holds some 60 bytes a file, in arrays. One of many files is remembered in the cache, and opening the same place again asks only:

    a zip      its size, its time and its last megabyte
    a folder   the time of every folder below it, and of dataset.json

A folder's time tells of files that came, went or were replaced by another (as most programs save), not of one written over in place. Up
to THOROUGH files, every file's size and time are looked at each time; beyond that, when a scan is asked for.
"""

import hashlib
import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from studio.errors import DataError
from studio.gan.arrays import FAULTS, KeptArrays, keep_arrays
from studio.gan.broken import Broken, BrokenFiles
from studio.gan.classes import MANIFEST, Classes, by_folder, by_manifest
from studio.gan.datasets import Progress, batches, silent
from studio.gan.found import Files, Found, readable
from studio.gan.texts import Texts
from studio.gan.walk import unchanged, walk
from studio.gan.zips import Archive, look_through, refusal, stamp
from studio.told import system_reason, to_keep, told
from studio.words import say

VERSION = 1  # of what is remembered
THOROUGH = 50_000  # up to so many files, looking at each takes a quarter of a second
NAMED = 10  # broken files that are named one by one
WORKERS = 2
WORTH_A_THREAD = 32 << 10  # bytes of a file on average: small ones decode in less time than threads need to hand them over
AT_ONCE = 16

T = TypeVar("T")


@dataclass(frozen=True)
class Contents:
    """A listing in short: what opening a place that is known needs to know."""

    fingerprint: str  # equal for equal content, wherever it lies
    images: int
    classes: tuple[str, ...]
    unclassed: int
    outsider: str  # the first picture without a class
    broken: int
    broken_named: tuple[Broken, ...]  # the first few
    others: int  # files that are no images
    manifest: str  # why dataset.json was not used


class Listing(ABC):
    """The image files of one place, sorted by name, with the class of each. Close it after use."""

    remembers: ClassVar[str]  # the kind of place, for the name of what is remembered

    def __init__(self, path: Path, found: Found, classes: Classes) -> None:
        self.path, self.files, self.broken, self.others = path, found.files, found.broken, found.others
        self.classes, self.labels, self.manifest = classes
        self._found = found
        self._asked: str | None = None  # what `_stamp` said before the look; None when it could not be told

    def __len__(self) -> int:
        return len(self.files)

    def name(self, row: int) -> str:
        """A picture's name below the place, with forward slashes."""
        return readable(self.files.names[row])

    @classmethod
    @abstractmethod
    def of(cls, path: Path, progress: Progress = silent) -> Self:
        """Every file there looked at. DataError when the place cannot be read."""

    @abstractmethod
    def read(self, row: int) -> bytes:
        """The file's bytes. DataError with the reason alone."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of what is held open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def contents(self) -> Contents:
        """In short."""
        digest = hashlib.sha256(self.files.marks.tobytes())
        digest.update(self.labels.tobytes())
        outside = np.flatnonzero(self.labels < 0)
        outsider = self.name(int(outside[0])) if len(outside) else ""
        named = tuple(self.broken[:NAMED])
        return Contents(digest.hexdigest(), len(self), self.classes, len(outside), outsider, len(self.broken), named, self.others, self.manifest)

    def each(self, work: Callable[[bytes], T], progress: Progress, what: str, *, rows: NDArray[np.int64] | None = None) -> Iterator[tuple[int, T | Broken]]:
        """`work` on the bytes of every file, or of these rows, a few at a time, as (row, result) in order; what fails with a DataError is Broken."""
        chosen = np.arange(len(self)) if rows is None else rows

        def one(row: int) -> T | Broken:
            try:
                return work(self.read(row))
            except DataError as fault:
                return Broken(self.name(row), str(fault))

        total = len(chosen)
        threaded = int(self.files.bytes[chosen].sum()) >= WORTH_A_THREAD * total
        with ThreadPoolExecutor(WORKERS) as pool:
            for start, stop in batches(total, AT_ONCE):
                progress(start, total, what)
                some = chosen[start:stop].tolist()
                yield from zip(some, (pool.map if threaded else map)(one, some), strict=True)
        progress(total, total, what)

    def remember(self, cache: Path) -> None:
        """Keeps the listing in the cache where that saves time; a disk that does not take it is no fault."""
        file = _memory(cache, self.remembers, self.path)
        try:
            if len(self) <= THOROUGH or not self._found.settled or self._asked is None:
                file.unlink(missing_ok=True)
                return
            contents = self.contents()
            named = [(b.file, to_keep(b.reason)) for b in contents.broken_named]
            about = {**asdict(contents), "broken_named": named, "manifest": to_keep(contents.manifest)}
            keep_arrays(file, {"version": VERSION, "stamp": self._asked, "contents": about}, self._arrays())
        except OSError:
            return

    @classmethod
    def recalled(cls, path: Path, cache: Path) -> Contents | None:
        """What is remembered of a place where that still holds, by the quick look that the module's head tells of."""
        if (kept := cls._kept(path, cache)) is None:
            return None
        with kept:
            try:
                return _contents(kept.about["contents"]) if cls._holds(path, kept) else None
            except FAULTS:
                return None

    @classmethod
    def recall(cls, path: Path, cache: Path) -> Self | None:
        """The whole listing as it is remembered; None when it no longer holds."""
        if (kept := cls._kept(path, cache)) is None:
            return None
        with kept:
            try:
                if not cls._holds(path, kept):
                    return None
                about = _contents(kept.about["contents"])
                files = Files(Texts(kept["names"], kept["ends"]), kept["bytes"], kept["marks"], kept["packed"])
                found = Found(files, BrokenFiles.of_arrays(kept), about.others, Texts(kept["folders"], kept["folder_ends"]), kept["stamps"])
                return cls._opened(path, found, Classes(about.classes, kept["labels"], about.manifest))
            except FAULTS:
                return None

    @classmethod
    def _kept(cls, path: Path, cache: Path) -> KeptArrays | None:
        try:
            kept = KeptArrays(_memory(cache, cls.remembers, path))
        except FAULTS:
            return None
        if kept.about.get("version") == VERSION and "contents" in kept.about:
            return kept
        with kept:
            return None

    @classmethod
    def _opened(cls, path: Path, found: Found, classes: Classes) -> Self:
        """A listing of what is known already."""
        made = cls.__new__(cls)
        Listing.__init__(made, path, found, classes)
        return made

    def _arrays(self) -> dict[str, NDArray[Any]]:
        files, found = self.files, self._found
        one: dict[str, NDArray[Any]] = {
            "names": files.names.blob,
            "ends": files.names.ends,
            "bytes": files.bytes,
            "marks": files.marks,
            "packed": files.packed,
            "labels": self.labels,
        }
        return {**one, "folders": found.folders.blob, "folder_ends": found.folders.ends, "stamps": found.stamps, **self.broken.arrays()}

    @classmethod
    @abstractmethod
    def _stamp(cls, path: Path) -> str:
        """Changes with the zip, or with dataset.json in a folder. OSError."""

    @classmethod
    def _holds(cls, path: Path, kept: KeptArrays) -> bool:
        """Whether the place is as it was."""
        return bool(cls._stamp(path) == kept.about["stamp"])

    @classmethod
    def _stamp_or_none(cls, path: Path) -> str | None:
        try:
            return cls._stamp(path)
        except OSError:
            return None


class FolderListing(Listing):
    """Images anywhere below a folder; links are followed, once each."""

    remembers: ClassVar[str] = "folder"

    def __init__(self, path: Path, progress: Progress = silent) -> None:
        asked = self._stamp_or_none(path)
        found = walk(path, progress)
        super().__init__(path, found, _classes(self._read_manifest(path), found.files.names))
        self._asked = asked

    @classmethod
    def of(cls, path: Path, progress: Progress = silent) -> Self:
        return cls(path, progress)

    def read(self, row: int) -> bytes:
        try:
            with open(os.path.join(os.fsencode(self.path), self.files.names[row]), "rb") as file:  # noqa: PTH118, PTH123 - a name may be any bytes
                return file.read()
        except OSError as fault:
            raise DataError(say("cannot be read ({fault})", fault=system_reason(fault))) from None

    def close(self) -> None:
        """Nothing is held open."""

    @staticmethod
    def _read_manifest(path: Path) -> bytes | str | None:
        try:
            return (path / MANIFEST).read_bytes() if (path / MANIFEST).is_file() else None
        except OSError as fault:
            return system_reason(fault)

    @classmethod
    def _stamp(cls, path: Path) -> str:
        try:
            about = (path / MANIFEST).stat()
        except FileNotFoundError:
            return ""
        return f"{about.st_size} {about.st_mtime_ns}"

    @classmethod
    def _holds(cls, path: Path, kept: KeptArrays) -> bool:
        return super()._holds(path, kept) and unchanged(path, Texts(kept["folders"], kept["folder_ends"]), kept["stamps"])


class ZipListing(Listing):
    """Images in a zip, read where they are: nothing is unpacked to disk. Holds the zip open until `close`."""

    remembers: ClassVar[str] = "zip"

    def __init__(self, path: Path, progress: Progress = silent) -> None:
        asked = self._stamp_or_none(path)
        self._zip = Archive(path)
        try:
            found, manifest = look_through(self._zip, progress)
            raw: bytes | str | None = None
            if manifest is not None:
                raw = refusal(manifest) or self._zip.read_entry(manifest)
            super().__init__(path, found, _classes(raw, found.files.names))
            self._asked = asked
        except BaseException:
            self._zip.close()
            raise

    @classmethod
    def of(cls, path: Path, progress: Progress = silent) -> Self:
        return cls(path, progress)

    def read(self, row: int) -> bytes:
        return self._zip.read(self.files.packed[row], int(self.files.bytes[row]))

    def close(self) -> None:
        self._zip.close()

    @classmethod
    def _opened(cls, path: Path, found: Found, classes: Classes) -> Self:
        made = super()._opened(path, found, classes)
        made._zip = Archive(path)
        return made

    @classmethod
    def _stamp(cls, path: Path) -> str:
        return stamp(path)


def open_listing(path: Path, progress: Progress = silent) -> Listing:
    """Of a folder or a zip, every file looked at. DataError when there is neither."""
    path = path.expanduser()
    if path.is_dir():
        return FolderListing(path, progress)
    if path.is_file():
        return ZipListing(path, progress)
    raise DataError(say("{path} is not there; check the path, or choose the folder or zip again if it has moved", path=path))


def place(kind: str, path: Path) -> str:
    """A short name for a place, for what is kept of it."""
    return hashlib.sha256(os.fsencode(f"{kind}\0{path.expanduser().absolute()}")).hexdigest()[:24]


def _memory(cache: Path, kind: str, path: Path) -> Path:
    return cache / "listings" / f"{place(kind, path)}.npz"


def _classes(manifest: bytes | str | None, names: Texts) -> Classes:
    """manifest: dataset.json's content, or why it cannot be read, None where there is none."""
    if manifest is None:
        return by_folder(names)
    if isinstance(manifest, str):
        text = say("{file} cannot be read ({fault}): the sub-folders are taken as classes", file=MANIFEST, fault=manifest)
        return by_folder(names)._replace(fault=text)
    return by_manifest(manifest, names)


def _contents(kept: dict[str, Any]) -> Contents:
    named = tuple(Broken(file, told(reason)) for file, reason in kept["broken_named"])
    return Contents(**{**kept, "classes": tuple(kept["classes"]), "broken_named": named, "manifest": told(kept["manifest"])})
