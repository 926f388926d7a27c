"""Looks through a folder and all below it, a file at a time. Opens none of them."""

import hashlib
import os
import stat
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.errors import DataError
from studio.gan.broken import Broken
from studio.gan.datasets import Progress
from studio.gan.found import MARK_BYTES, MAX_BYTES, Finder, Found, readable
from studio.gan.texts import Texts
from studio.told import system_reason
from studio.words import say

_TELL = 2048  # files between two words of progress
_COARSE, _FINE = 2_000_000_000, 50_000_000  # ns: how far a file system's clock may be off; coarse where it counts whole seconds


def walk(root: Path, progress: Progress) -> Found:
    """Every file below root; links are followed, each folder once. DataError when the root cannot be read."""
    finder, folders, stamps = Finder(), [], bytearray()
    seen: set[tuple[int, int]] = set()
    todo, began, settled = [(str(root), "")], time.time_ns(), True
    what = say("Looking for pictures")
    while todo:
        folder, prefix = todo.pop()
        progress(len(finder), 0, what)
        try:
            about = os.stat(folder)  # noqa: PTH116 - as quick as may be: there may be as many folders as pictures
            if (about.st_dev, about.st_ino) in seen and about.st_ino:
                continue  # a link back to a folder already walked
            seen.add((about.st_dev, about.st_ino))
            found = os.scandir(folder)
        except OSError as fault:
            if not prefix:
                raise DataError(say("{path} cannot be read ({fault}); check who may read it", path=root, fault=system_reason(fault))) from None
            finder.broken.append(Broken(readable(os.fsencode(prefix)), say("the folder cannot be read ({fault})", fault=system_reason(fault))))
            continue
        folders.append(os.fsencode(prefix))
        stamps += _stamp(about)
        settled &= about.st_mtime_ns + (_FINE if about.st_mtime_ns % 1_000_000_000 else _COARSE) < began
        with found:
            for item in found:
                if item.name.startswith("."):
                    continue
                if _is_folder(item):
                    todo.append((item.path, f"{prefix}{item.name}/"))
                    continue
                _take(item, prefix, finder)
                if len(finder) % _TELL == 0:
                    progress(len(finder), 0, what)
    return finder.found(Texts.of(folders), np.frombuffer(bytes(stamps), f"S{MARK_BYTES}"), settled=settled)


def unchanged(root: Path, folders: Texts, stamps: NDArray[np.bytes_]) -> bool:
    """Whether no file came, went or was put in the place of another since the walk that gave these: asks each folder, no file."""
    base = os.fsencode(root)
    try:
        return len(folders) > 0 and all(_stamp(os.stat(os.path.join(base, folder))) == stamp for folder, stamp in zip(folders, _each(stamps), strict=True))  # noqa: PTH116, PTH118
    except OSError:
        return False


def _each(stamps: NDArray[np.bytes_]) -> list[bytes]:
    """As they were made: numpy leaves out zeros at the end."""
    raw = stamps.tobytes()
    return [raw[i : i + MARK_BYTES] for i in range(0, len(raw), MARK_BYTES)]


def _stamp(about: os.stat_result) -> bytes:
    return hashlib.blake2b(b"%d\0%d\0%d" % (about.st_dev, about.st_ino, about.st_mtime_ns), digest_size=MARK_BYTES).digest()


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:  # a link to itself
        return False


def _take(item: os.DirEntry[str], prefix: str, finder: Finder) -> None:
    raw = os.fsencode(prefix + item.name)
    name = readable(raw)
    if not finder.wants(name):
        return
    try:
        about = item.stat()
    except OSError as fault:
        reason = say("is a link that leads nowhere") if item.is_symlink() else say("cannot be read ({fault})", fault=system_reason(fault))
        finder.broken.append(Broken(name, reason))
        return
    if not stat.S_ISREG(about.st_mode):
        finder.broken.append(Broken(name, say("is no ordinary file")))
    elif about.st_size > MAX_BYTES:
        reason = say("is too large: {size} MB, at most {most} are read", size=about.st_size >> 20, most=MAX_BYTES >> 20)
        finder.broken.append(Broken(name, reason))
    else:
        finder.add(raw, about.st_size, about.st_mtime_ns)
