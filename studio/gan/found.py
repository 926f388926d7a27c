"""What a look through a folder or zip finds, file by file, in arrays; and which names are pictures' names. Looks through nothing itself."""

import hashlib
import os
from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.gan.broken import Broken, BrokenFiles
from studio.gan.texts import Texts
from studio.words import say

_COMMON = [".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".webp", ".bmp", ".dib", ".gif"]
SUFFIXES = frozenset([*_COMMON, ".tif", ".tiff", ".ppm", ".pgm", ".pbm", ".pnm", ".avif", ".jp2", ".j2k", ".jpx"])
_RAW = [".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".raf", ".rw2"]
UNREADABLE = frozenset([*_RAW, ".heic", ".heif", ".jxl", ".svg", ".eps", ".ps", ".ai", ".psd", ".xcf", ".ico", ".tga", ".exr", ".hdr"])
MAX_BYTES = 512 << 20  # of one file, unpacked
MARK_BYTES = 16
PACKED = np.dtype([("offset", "<i8"), ("packed", "<i8"), ("crc", "<u4"), ("method", "<u2")])  # where a zip's entry lies and how it is packed


@dataclass(frozen=True)
class Files:
    """Pictures by name. A mark is a digest of name, size and stamp: the time of the last change in ns, or in a zip the CRC. Another content, another mark."""

    names: Texts  # relative, with forward slashes, as the bytes that the file system or zip has
    bytes: NDArray[np.int64]
    marks: NDArray[np.bytes_]
    packed: NDArray[np.void]  # dtype PACKED, for a zip; empty for a folder

    def __len__(self) -> int:
        return len(self.names)

    def by_name(self) -> "Files":
        """The same, sorted."""
        order = self.names.order()
        return Files(self.names.take(order), self.bytes[order], self.marks[order], self.packed[order] if len(self.packed) else self.packed)


@dataclass(frozen=True)
class Found:
    """Everything there. others: files that are no images. folders: those walked, each with a stamp that changes when a file comes or goes."""

    files: Files
    broken: BrokenFiles
    others: int
    folders: Texts
    stamps: NDArray[np.bytes_]
    settled: bool = True  # False where a folder changed so lately that a further change might leave its stamp as it is


class Finder:
    """Gathers what is found, a file at a time: some 60 bytes each."""

    def __init__(self) -> None:
        self.broken, self.others = BrokenFiles(), 0
        self._names, self._ends, self._bytes = bytearray(), array("q"), array("q")
        self._marks, self._packed = bytearray(), bytearray()

    def __len__(self) -> int:
        return len(self._ends)

    def wants(self, name: str) -> bool:
        """Whether a file of this name is a picture; counts or names it where it is none."""
        suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a Path per name is too slow for a million of them
        if suffix in SUFFIXES:
            return True
        if suffix in UNREADABLE:
            self.broken.append(Broken(name, say("is a {kind} file, which is not read; convert it to PNG or JPEG", kind=suffix[1:].upper())))
        else:
            self.others += 1
        return False

    def add(self, name: bytes, size: int, stamp: int, packed: bytes = b"") -> None:
        """A picture. packed: one record of PACKED."""
        self._names += name
        self._ends.append(len(self._names))
        self._bytes.append(size)
        self._marks += hashlib.blake2b(b"%b\0%d\0%d" % (name, size, stamp), digest_size=MARK_BYTES).digest()
        self._packed += packed

    def found(self, folders: Texts | None = None, stamps: NDArray[np.bytes_] | None = None, *, settled: bool = True) -> Found:
        """All of it, by name."""
        marks = np.frombuffer(self._marks, f"S{MARK_BYTES}")
        files = Files(Texts.built(self._names, self._ends), np.frombuffer(self._bytes, np.int64), marks, np.frombuffer(self._packed, PACKED))
        nothing = np.empty(0, f"S{MARK_BYTES}")
        return Found(files.by_name(), self.broken.sorted(), self.others, folders or Texts.of(()), nothing if stamps is None else stamps, settled)


def readable(name: bytes) -> str:
    """A name that can be written as UTF-8, whatever bytes the file system holds."""
    return name.decode("utf-8", "replace")
