"""Room on the disk: how much there is, and the one error for a disk that is full."""

import errno
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import RunError
from studio.words import say

# A limit on a file's size (EFBIG) and a spent quota (EDQUOT) stop a write just as a full disk does.
_FULL = frozenset(e for e in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", None)) if e is not None)
_FULL_ON_WINDOWS = frozenset({39, 112})  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_SIZE = "{size:.3g} {unit}"  # alike in every language
_RUST = re.compile(r"\bos error (\d+)\b")


class NoSpace(RunError):
    """The disk is full: `folder` wants about `needed` bytes and has `free`."""

    def __init__(self, folder: Path, needed: int, free: int) -> None:
        self.folder, self.needed, self.free = folder, needed, free
        room = in_words(free)
        if needed:
            text = say(
                "no space left in {folder}: about {needed} are needed and {free} are free. Delete files or old runs there, or move the run to a larger disk.",
                folder=folder,
                needed=in_words(needed),
                free=room,
            )
        else:
            text = say(
                "no space left in {folder}: {free} are free. Delete files or old runs there, or move the run to a larger disk.", folder=folder, free=room
            )
        super().__init__(text)


def free_bytes(path: Path) -> int:
    """Bytes that a person may still write where `path` lies, or would lie."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return shutil.disk_usage(path).free


def is_full(error: BaseException) -> bool:
    """Whether an error means that the disk, quota or file-size limit is spent.

    Writers in Rust, such as safetensors, tell the number of the system's error in their text alone.
    """
    if isinstance(error, OSError):
        return error.errno in _FULL or getattr(error, "winerror", None) in _FULL_ON_WINDOWS
    found = _RUST.search(str(error))
    return found is not None and int(found[1]) in _FULL | _FULL_ON_WINDOWS


@contextmanager
def writing_to(folder: Path, needed: int = 0) -> Iterator[None]:
    """Turns a full disk inside the block into NoSpace; every other error passes through."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise NoSpace(folder, needed, free_bytes(folder)) from error
        raise


def in_words(count: int) -> str:
    """Bytes as a person reads them: 512 bytes, 1.2 GB."""
    if count < 1000:
        return say("{count} bytes", count=count)
    size = float(count)
    for unit in ("kB", "MB", "GB"):
        size /= 1000
        if size < 999.5:
            return say(_SIZE, size=size, unit=unit)
    return say(_SIZE, size=size / 1000, unit="TB")
