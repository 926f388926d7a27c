"""One file from the network: with progress, cancel, resume after a cut connection, and a checksum. Knows no data set.

The file appears under its name only when it is whole and its sum is right; until then it is `<name>.<random>.part`, or
`<name>.part` once a download was given up that can go on later.
"""

import contextlib
import hashlib
import http.client
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from studio.errors import Cancelled, DataError
from studio.gan.cache import ABANDONED_SECONDS, unwritable
from studio.gan.datasets import Progress, paced, silent
from studio.told import reason_of
from studio.words import joined, mark, say

CHUNK = 1 << 16
TRIES = 3  # of every address, each going on where the last was cut
LIMIT = 2 << 30  # bytes: more than any data set that is fetched here

_CUT = (OSError, http.client.HTTPException)  # urllib's errors are OSErrors


def download(
    urls: Sequence[str],
    path: Path,
    *,
    digest: str,
    progress: Progress = silent,
    timeout: float = 30.0,
    remedy: str = mark("set 'folder' to where the file lies already"),
) -> Path:
    """`path`, fetched from the first address that gives a file with this digest, an MD5 or a SHA-256; at once when it is there already.

    DataError naming the file, what happened at each address and the remedy, which is a marked text. Cancelled when progress asks for it: nothing stays.
    """
    if path.is_file() and checksum(path, digest) == digest:
        return path
    told = paced(progress)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _claim(path)
    except OSError as fault:
        raise unwritable(path.parent, fault) from None
    failures = []
    try:
        if part.exists() and checksum(part, digest) == digest:  # whole, but its process died before it could say so
            part.replace(path)
            return path
        for url in urls:
            try:
                _fetch(url, part, told, path.name, timeout)
            except _CUT as fault:
                failures.append(joined([url, _words(fault)], ": "))
                continue
            if checksum(part, digest) == digest:
                part.replace(path)
                return path
            failures.append(say("{url}: another file than expected (its checksum is wrong)", url=url))
            part.unlink()
    except Cancelled:
        part.unlink(missing_ok=True)
        raise
    except _WriteError as fault:
        part.unlink(missing_ok=True)
        raise unwritable(path.parent, fault.fault) from None
    finally:
        with contextlib.suppress(OSError):
            part.rename(_resting(path))
    text = say(
        "{name} cannot be downloaded. Tried {tried}. Check the connection and try again, or {remedy}",
        name=path.name,
        tried=joined(failures, "; "),
        remedy=say(remedy),
    )
    raise DataError(text)


def checksum(path: Path, like: str = "") -> str:
    """The file's digest in hexadecimal: SHA-256 where `like` is as long as one, else MD5, which the publishers of data sets list."""
    with path.open("rb") as file:
        if len(like) == 64:
            return hashlib.file_digest(file, "sha256").hexdigest()
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


class _WriteError(Exception):
    """A fault of the disk, told apart from one of the network: both are OSErrors."""

    def __init__(self, fault: OSError) -> None:
        self.fault = fault


def _resting(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _claim(path: Path) -> Path:
    """A name of our own for what is being fetched, so that two processes never write one file; it takes over what was fetched before."""
    mine = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}.part")
    dead = [p for p in path.parent.glob(f"{path.name}.*.part") if time.time() - p.stat().st_mtime > ABANDONED_SECONDS]
    for old in (_resting(path), *dead):
        with contextlib.suppress(OSError):
            old.rename(mine)
            return mine
    return mine


def _fetch(url: str, part: Path, progress: Progress, what: str, timeout: float) -> None:
    for left in reversed(range(TRIES)):
        try:
            _fetch_rest(url, part, progress, what, timeout)
            return
        except urllib.error.HTTPError as fault:
            fault.close()
            if not left or fault.code not in (408, 416, 429, *range(500, 600)):
                raise
            if fault.code == 416:  # what is there is not the beginning of this file
                part.unlink(missing_ok=True)
        except _CUT:
            if not left:
                raise


def _fetch_rest(url: str, part: Path, progress: Progress, what: str, timeout: float) -> None:
    """Goes on behind what `part` holds where the server can, else starts over. Raises when the connection ends early."""
    assert url.startswith(("http://", "https://")), url
    have = part.stat().st_size if part.exists() else 0
    headers = {"User-Agent": "gan-studio", "Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    doing = say("Downloading {name}", name=what)
    progress(have, 0, doing)
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=timeout) as answer:
        done = have if answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {have}-") else 0
        length = answer.headers.get("Content-Length")
        total = done + int(length) if length else 0
        with _written(part, "ab" if done else "wb") as write:
            while chunk := answer.read(CHUNK):
                write(chunk)
                done += len(chunk)
                if done > LIMIT:
                    raise http.client.HTTPException(say("the file is larger than {limit} GB", limit=LIMIT >> 30))
                progress(done, total, doing)
    if done < total:
        raise http.client.IncompleteRead(b"", total - done)


@contextlib.contextmanager
def _written(part: Path, mode: str) -> Iterator[Callable[[bytes], None]]:
    """A function that appends to `part`; its faults are told apart from the network's."""

    def write(chunk: bytes) -> None:
        view = memoryview(chunk)
        try:
            while view:
                view = view[file.write(view) :]
        except OSError as fault:
            raise _WriteError(fault) from None

    try:
        file = part.open(mode, buffering=0)
    except OSError as fault:
        raise _WriteError(fault) from None
    with file:
        yield write


def _words(fault: BaseException) -> str:
    if isinstance(fault, urllib.error.HTTPError):
        return say("the server says {code} {reason}", code=str(fault.code), reason=fault.reason)
    if isinstance(fault, http.client.IncompleteRead):
        return say("the connection was cut")
    reason = getattr(fault, "reason", fault)
    if isinstance(reason, TimeoutError):
        return say("no answer in time")
    return (reason_of(reason) if isinstance(reason, BaseException) else str(reason)) or type(fault).__name__
