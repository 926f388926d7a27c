"""Every picture of a listing to the pixels of one cache entry. What an earlier entry of the same place holds is copied, the rest is decoded.

Work that was ended is gone on with: every so often, and at the end where that can be, the folder gets a file that tells how far it came.
"""

import contextlib
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from studio.errors import DataError
from studio.gan.broken import Broken
from studio.gan.cache import FULL, PARTIAL, Kept, Rows, full, need_room
from studio.gan.datasets import Progress
from studio.gan.images import Policy, decode
from studio.gan.listing import Listing
from studio.gan.seen import Seen
from studio.told import to_keep, told
from studio.words import say

SEEN_FILE = "seen.npz"
NOTE_SECONDS = 20.0  # between two notes of how far the work came
_COPY_BYTES = 8 << 20


@dataclass(frozen=True)
class Started:
    """Work that was ended: what every picture becomes and why, what was seen, and how many pictures of the listing are done."""

    policy: Policy
    notes: list[str]
    seen: Seen
    done: int


def started(folder: Path) -> Started | None:
    """What an earlier attempt at this very entry has left in its folder; None without one."""
    if (found := Seen.load(folder / PARTIAL)) is None:
        return None
    seen, about = found
    try:
        return Started(Policy(*about["policy"]), [told(note) for note in about["notes"]], seen, int(about["done"]))
    except (KeyError, TypeError, ValueError):
        return None


def decode_all(folder: Path, listing: Listing, policy: Policy, notes: list[str], *, before: Started | None, base: Kept | None, progress: Progress) -> Seen:
    """Writes x.npy, c.npy and what was seen, in the listing's order; broken pictures are left out.

    before: an earlier attempt. base: an entry of the same policy with some of the same pictures. DataError when the disk is full.
    """
    work = _Decoding(folder, listing, policy, notes, before, base)
    needed = len(listing) * work.x.row_bytes
    try:
        with closing(work), work.x:
            need_room(folder, needed - work.x.count * work.x.row_bytes)
            work.run(progress)
        with Rows(folder / "c.npy", (), np.int64) as c:
            c.append(listing.labels[work.seen.usable])
        work.seen.save(folder / SEEN_FILE)
    except OSError as fault:
        if fault.errno in FULL:
            raise full(folder.parent, needed) from None
        raise
    return work.seen


class _Decoding:
    def __init__(self, folder: Path, listing: Listing, policy: Policy, notes: list[str], before: Started | None, base: Kept | None) -> None:
        self.folder, self.listing, self.policy, self.notes = folder, listing, policy, notes
        self.seen, self.done = Seen.nothing(listing), 0
        self.x = self._rows(before)
        self.old = _Base(base, self.seen) if base is not None else None
        self._noted = time.monotonic()

    def close(self) -> None:
        """Lets go of the old entry."""
        if self.old is not None:
            self.old.file.close()

    def run(self, progress: Progress) -> None:
        """Every picture from the first that is not done."""
        try:
            for row, result in self._decoded(progress):
                self._copy_until(row, progress)
                self.seen.put(row, result if isinstance(result, Broken) else result[1])
                if not isinstance(result, Broken):
                    self.x.append(result[0][None])
                self.done = row + 1
                self._note_now_and_then()
            self._copy_until(len(self.listing), progress)
        except (OSError, DataError):
            raise
        except BaseException:  # ended from outside
            with contextlib.suppress(OSError):
                self._note()
            raise

    def _decoded(self, progress: Progress) -> Iterator[tuple[int, Any]]:
        rows = np.arange(self.done, len(self.listing))
        if self.old is not None:
            rows = rows[self.old.row[rows] < 0]
        return self.listing.each(lambda data: decode(data, self.policy), progress, say("Decoding pictures"), rows=rows)

    def _rows(self, before: Started | None) -> Rows:
        """The file of pixels, after those that are done."""
        path, shape = self.folder / "x.npy", (self.policy.height, self.policy.width, self.policy.channels)
        if before is not None and len(before.seen.rows) == len(self.listing):
            try:
                rows = Rows(path, shape, count=int(before.seen.usable[: before.done].sum()))
            except (OSError, ValueError):
                return Rows(path, shape)
            self.seen, self.done = before.seen, before.done
            return rows
        return Rows(path, shape)

    def _copy_until(self, stop: int, progress: Progress) -> None:
        """Pictures from the first that is not done up to `stop` are all in the old entry."""
        if self.done == stop:
            return
        assert self.old is not None, "without an old entry every picture is decoded"
        at_once, what = max(1, _COPY_BYTES // self.x.row_bytes), say("Taking over decoded pictures")
        while self.done < stop:
            progress(self.done, len(self.listing), what)
            here = np.arange(self.done, min(stop, self.done + at_once))
            self.seen.take_over(self.old.seen, here, self.old.row[here])
            for pixels in self.old.pixels(here[self.seen.usable[here]], self.x.row_bytes):
                self.x.append(pixels.reshape(-1, *self.x.shape))
            self.done += len(here)
            self._note_now_and_then()

    def _note_now_and_then(self) -> None:
        if time.monotonic() - self._noted > NOTE_SECONDS:
            self._note()
            self._noted = time.monotonic()

    def _note(self) -> None:
        self.x.flush()
        self.seen.save(self.folder / PARTIAL, policy=list(self.policy), notes=[to_keep(note) for note in self.notes], done=self.done)


class _Base:
    """An entry that pictures are taken from, read as a plain file: mapped, all of it would count as this process's memory."""

    def __init__(self, kept: Kept, new: Seen) -> None:
        found = Seen.load(kept.home / SEEN_FILE)
        self.seen = found[0] if found is not None else Seen(new.rows[:0], [])
        self.row = new.known_in(self.seen)  # of each picture of the listing, −1 where it is not there
        self._at = np.cumsum(self.seen.usable) - 1  # of each old picture, where its pixels are
        self.file: BinaryIO = (kept.home / "x.npy").open("rb")
        self._start = kept.x.offset if isinstance(kept.x, np.memmap) else 0

    def pixels(self, rows: NDArray[np.int64], row_bytes: int) -> Iterator[NDArray[np.uint8]]:
        """Of these pictures of the listing, flat, one run of neighbours after the other."""
        at = self._at[self.row[rows]]
        for run in np.split(at, np.flatnonzero(np.diff(at) != 1) + 1):
            if len(run):
                self.file.seek(self._start + int(run[0]) * row_bytes)
                data = self.file.read(len(run) * row_bytes)
                assert len(data) == len(run) * row_bytes, "the entry is sound"
                yield np.frombuffer(data, np.uint8)
