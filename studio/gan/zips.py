"""A zip's directory and its entries, read a piece at a time: the standard library's reader makes an object of about a kilobyte for each entry.

Stored, deflate, bzip2 and LZMA are unpacked; whatever is dangerous is named and never unpacked. Format: PKWARE's APPNOTE.TXT.
"""

import bz2
import hashlib
import lzma
import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np

from studio.errors import DataError
from studio.gan.broken import Broken
from studio.gan.datasets import Progress, silent
from studio.gan.found import MAX_BYTES, PACKED, Finder, Found
from studio.told import reason_of, system_reason
from studio.words import say

BOMB_BYTES, BOMB_RATIO = 16 << 20, 100  # an entry that unpacks to more than both is no picture
_FAULTS = (OSError, EOFError, ValueError, struct.error, zlib.error, lzma.LZMAError)
_TAIL = 22 + 65_535 + 76  # the end record, its comment, and the two records of a large zip before it
_PART = 1 << 20  # bytes of the directory at once
_RECORD = struct.Struct("<4s6H3I5H2I")
_TELL = 2048


class Entry(NamedTuple):
    """One line of the directory."""

    name: str  # with forward slashes
    offset: int
    packed: int  # bytes
    size: int  # bytes unpacked
    crc: int
    method: int
    flags: int


class Archive:
    """An open zip. DataError naming the file when it is none."""

    def __init__(self, path: Path) -> None:
        self.path, self._lock = path, threading.Lock()
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as fault:
            raise self._unreadable(system_reason(fault)) from None
        try:
            self._start, self._stop, self._shift = _directory(self._file)
        except _FAULTS as fault:
            self._file.close()
            raise self._unreadable(reason_of(fault)) from None

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def entries(self) -> Iterator[Entry]:
        """The directory's lines. DataError where it is damaged."""
        try:
            at, part, begin = self._start, b"", 0
            while at < self._stop:
                if len(part) - begin < 3 * 65_536 + _RECORD.size and at + len(part) - begin < self._stop:
                    self._file.seek(at)
                    part, begin = self._file.read(min(_PART, self._stop - at)), 0
                entry, length = _entry(part, begin)
                begin += length
                at += length
                yield entry
        except _FAULTS as fault:
            raise self._unreadable(say("its directory is damaged: {fault}", fault=reason_of(fault))) from None

    def read(self, packed: np.void, size: int) -> bytes:
        """An entry unpacked. packed: its record of PACKED. DataError with the reason alone."""
        try:
            data = self._raw(int(packed["offset"]) + self._shift, int(packed["packed"]))
            out = _unpacked(int(packed["method"]), data, size)
        except (*_FAULTS, MemoryError) as fault:
            raise DataError(say("cannot be unpacked ({fault})", fault=reason_of(fault))) from None
        if len(out) != size or zlib.crc32(out) != int(packed["crc"]):
            raise DataError(say("cannot be unpacked (its checksum is wrong)"))
        return out

    def read_entry(self, entry: Entry) -> bytes | str:
        """An entry of the directory, unpacked; the reason where it cannot be."""
        try:
            return self.read(np.array([(entry.offset, entry.packed, entry.crc, entry.method)], PACKED)[0], entry.size)
        except DataError as fault:
            return str(fault)

    def _raw(self, offset: int, packed: int) -> bytes:
        with self._lock:
            self._file.seek(offset)
            head = self._file.read(30)
            if head[:4] != b"PK\3\4":
                raise ValueError(say("it is not where the directory says"))
            name, extra = struct.unpack_from("<2H", head, 26)
            self._file.seek(offset + 30 + name + extra)
            data = self._file.read(packed)
        if len(data) < packed:
            raise EOFError(say("the file ends before it does"))
        return data

    def _unreadable(self, why: str) -> DataError:
        return DataError(say("{path} cannot be read as a zip ({why}); make or download it again", path=self.path, why=why))


def look_through(archive: Archive, progress: Progress = silent) -> tuple[Found, Entry | None]:
    """Every picture of a zip; and the entry dataset.json at its top, where there is one."""
    finder, manifest, what = Finder(), None, say("Looking for pictures")
    record = struct.Struct("<qqIH")
    assert record.size == PACKED.itemsize
    for count, entry in enumerate(archive.entries()):
        if count % _TELL == 0:
            progress(len(finder), 0, what)
        parts = entry.name.split("/")
        if entry.name == "dataset.json":
            manifest = entry
        if not parts[-1] or parts[0] == "__MACOSX" or (parts[-1].startswith(".") and parts[-1] != ".."):
            continue
        if not finder.wants(entry.name):
            continue
        if reason := refusal(entry):
            finder.broken.append(Broken(entry.name, reason))
        else:
            finder.add(entry.name.encode("utf-8", "replace"), entry.size, entry.crc, record.pack(entry.offset, entry.packed, entry.crc, entry.method))
    return finder.found(), manifest


def refusal(entry: Entry) -> str:
    """Why an entry is not even unpacked; empty when it may be."""
    if entry.name.startswith("/") or entry.name[1:2] == ":" or ".." in entry.name.split("/"):
        return say("climbs out of its folder; such an entry is never unpacked")
    if entry.flags & 1:
        return say("is encrypted; make the zip without a password")
    if entry.size > MAX_BYTES or entry.packed > MAX_BYTES:
        return say("is too large: {size} MB unpacked, at most {most} are read", size=max(entry.size, entry.packed) >> 20, most=MAX_BYTES >> 20)
    if entry.size > max(BOMB_BYTES, BOMB_RATIO * entry.packed):
        return say("is a decompression bomb: {packed} kB would unpack to {size} MB", packed=entry.packed >> 10, size=entry.size >> 20)
    return ""


def stamp(path: Path) -> str:
    """Changes with the zip: its size, its time, and a digest of its last megabyte, where most of the directory lies. OSError when it cannot be read."""
    about = path.stat()
    with path.open("rb") as file:
        file.seek(max(0, about.st_size - (1 << 20)))
        tail = hashlib.blake2b(file.read(), digest_size=16).hexdigest()
    return f"{about.st_size} {about.st_mtime_ns} {tail}"


def _directory(file: BinaryIO) -> tuple[int, int, int]:
    """Where the directory begins and ends, and by how much all offsets are off because something was put before the zip. ValueError."""
    length = file.seek(0, 2)
    file.seek(max(0, length - _TAIL))
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < 22:
        raise ValueError(say("File is not a zip file"))
    size, offset = struct.unpack_from("<2I", tail, at + 12)
    end = length - len(tail) + at
    if at >= 76 and tail[at - 20 : at - 16] == b"PK\6\7":  # a large one
        if tail[at - 76 : at - 72] != b"PK\6\6":
            raise ValueError(say("the record of a large zip is not where it should be"))
        size, offset = struct.unpack_from("<2Q", tail, at - 76 + 40)
        end -= 76
    start = end - size
    shift = start - offset
    if start < 0 or shift < 0:
        raise ValueError(say("its directory would begin before the file does"))
    return start, end, shift


def _entry(part: bytes, at: int) -> tuple[Entry, int]:
    """The record at a place in part of the directory, and its length. ValueError or struct.error."""
    fields = _RECORD.unpack_from(part, at)
    if fields[0] != b"PK\1\2":
        raise ValueError(say("a line does not begin as it should"))
    flags, method = fields[3], fields[4]
    crc, packed, size, name_length, extra_length, comment_length, offset = *fields[7:13], fields[16]
    begin = at + _RECORD.size
    raw, extra = part[begin : begin + name_length], part[begin + name_length : begin + name_length + extra_length]
    if len(extra) < extra_length:
        raise ValueError(say("it ends in the middle of a line"))
    size, packed, offset = _large(extra, size, packed, offset)
    name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace").partition("\0")[0].replace("\\", "/")
    return Entry(name, offset, packed, size, crc, method, flags), _RECORD.size + name_length + extra_length + comment_length


def _large(extra: bytes, *numbers: int) -> list[int]:
    """Size, packed size and offset with those that do not fit into 32 bits taken from the extra field."""
    wanted = [i for i, number in enumerate(numbers) if number == 0xFFFFFFFF]
    made, at = list(numbers), 0
    while wanted and at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            for k, i in enumerate(wanted):
                (made[i],) = struct.unpack_from("<Q", extra, at + 4 + 8 * k)
            break
        at += 4 + length
    return made


def _unpacked(method: int, data: bytes, size: int) -> bytes:
    """At most one byte more than `size`, whatever the data would unpack to."""
    if method == 0:
        return data
    if method == 8:
        return zlib.decompressobj(-15).decompress(data, size + 1)
    if method == 12:
        return bz2.BZ2Decompressor().decompress(data, size + 1)
    if method == 14:
        return _lzma(data, size)
    raise ValueError(say("packed by method {method}, which is not read", method=method))


def _lzma(data: bytes, size: int) -> bytes:
    (length,) = struct.unpack_from("<H", data, 2)
    first, window = struct.unpack_from("<BI", data, 4)
    about: dict[str, Any] = {"id": lzma.FILTER_LZMA1, "dict_size": min(max(window, 4096), 1 << 26), "lc": first % 9, "lp": first // 9 % 5, "pb": first // 45}
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[about]).decompress(data[4 + length :], size + 1)
