"""A finite set of pictures to leaf through: every one by name, class and place, as a file and as the networks get it. Needs no torch, shows nothing."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from studio.gan.broken import Broken
from studio.gan.copies import Copies
from studio.gan.datasets import Progress, Stored, silent
from studio.gan.decoding import SEEN_FILE
from studio.gan.images import Header, Policy, decode, header
from studio.gan.listing import FolderListing, Listing, ZipListing
from studio.gan.scan import scan_file
from studio.gan.seen import Seen
from studio.words import say

LONGEST = 2048  # px: a larger file is shown smaller

Rows = NDArray[np.int64]


class Shown(NamedTuple):
    """A file as it is looked at: uint8 [H, W, C] with 3 or 4 channels, and what the file says of itself."""

    pixels: NDArray[np.uint8]
    about: Header


class Album:
    """Pictures by row number. Those that cannot be used have a row too, but are in no selection. Close it after use."""

    def __init__(self, listing: Listing | None, dataset: Stored | None, seen: Seen | None = None) -> None:
        """listing: of the files, where there are any. dataset: the decoded set, where it is open. seen: what is known of the files."""
        assert listing is not None or dataset is not None
        self.listing, self._seen = listing, seen
        self.x = None if dataset is None else np.asarray(dataset.x)  # a plain view of the map: its slices cost a fifth of the map's own
        count = len(listing) if listing is not None else len(dataset.x) if dataset is not None else 0
        self.at = np.arange(count) if listing is None else np.full(count, -1, np.int64)  # of each picture, where it is in x; −1 without
        self.labels: Rows = np.full(count, -1, np.int64)
        self.classes: tuple[str, ...] = ()
        if listing is not None:
            self.labels, self.classes = listing.labels, listing.classes
            if dataset is not None:
                self.at = _places(listing, dataset)
        elif dataset is not None and dataset.c is not None:
            self.labels, self.classes = dataset.c, dataset.known
        self.held = _held(self.at, dataset)  # set aside, never trained on; all False where that is not known
        self.usable = np.ones(count, bool) if seen is None else seen.rows["reason"] < 0

    @classmethod
    def of_place(cls, path: Path, cache: Path, dataset: Stored | None = None, progress: Progress = silent) -> Self:
        """Of a folder or zip. dataset: the same place opened by its source. DataError when it cannot be read."""
        path = path.expanduser()
        kind: type[Listing] = ZipListing if path.is_file() else FolderListing
        listing = kind.recall(path, cache)
        if listing is None:
            listing = kind.of(path, progress)
            listing.remember(cache)
        return cls(listing, dataset, _known(listing, cache, dataset))

    def __len__(self) -> int:
        return len(self.at)

    def close(self) -> None:
        """Lets go of the files."""
        if self.listing is not None:
            self.listing.close()

    # --- selections -------------------------------------------------------------------------------------------------------

    def all(self) -> Rows:
        """Every picture that can be used, by name."""
        return np.flatnonzero(self.usable)

    def of_class(self, number: int) -> Rows:
        """Those of a class; −1: of none."""
        return np.flatnonzero(self.usable & (self.labels == number))

    def set_aside(self) -> Rows:
        """Those that are never trained on."""
        return np.flatnonzero(self.usable & self.held)

    def copies(self) -> Rows:
        """Those whose file equals another's, side by side; none where no scan has looked."""
        if self.listing is None or self._seen is None:
            return np.empty(0, np.int64)
        return Copies(self.listing.files.names, self._seen.rows["digest"], self.usable).rows()

    def broken(self) -> Sequence[Broken]:
        """Files that cannot be used, as far as they were looked at."""
        if self.listing is None:
            return ()
        return self.listing.broken if self._seen is None else self._seen.broken(self.listing).with_others(self.listing.broken)

    def named(self, text: str) -> NDArray[np.bool_]:
        """For each picture whether the text is in its name, whatever the case of plain letters."""
        found = np.zeros(len(self), bool)
        if self.listing is None or not text:
            return ~found
        names = self.listing.files.names
        wanted = text.encode("utf-8", "replace").lower()
        starts = [m.start() for m in re.finditer(re.escape(wanted), names.blob.tobytes().lower())]
        rows = np.searchsorted(names.ends, starts, side="right")
        found[rows[np.array(starts, np.int64) + len(wanted) <= names.ends[rows]]] = True  # not across two names
        return found

    # --- one picture ------------------------------------------------------------------------------------------------------

    def name(self, row: int) -> str:
        """Its file's name below the place, or its number where there is no file."""
        return self.listing.name(row) if self.listing is not None else say("number {row:,}", row=row)

    def class_of(self, row: int) -> str:
        """Its class by name; empty without."""
        label = int(self.labels[row])
        return self.classes[label] if label >= 0 else ""

    def bytes_of(self, row: int) -> int:
        """Of its file; 0 where there is none."""
        return int(self.listing.files.bytes[row]) if self.listing is not None else 0

    def for_networks(self, row: int) -> NDArray[np.uint8] | None:
        """uint8 [H, W, C], as training has it before any augmentation; None where it is not decoded."""
        place = int(self.at[row])
        return None if self.x is None or place < 0 else self.x[place]

    def small(self, row: int, side: int) -> NDArray[np.uint8]:
        """The file within a square, see-through around it: uint8 [side, side, 4]. DataError with the reason."""
        assert self.listing is not None
        return decode(self.listing.read(row), Policy(side, side, 4, "pad"))[0]

    def full(self, row: int) -> Shown:
        """The file at its own size, at most LONGEST. DataError with the reason."""
        assert self.listing is not None
        data = self.listing.read(row)
        about = header(data)
        scale = min(1.0, LONGEST / max(about.width, about.height))
        height, width = (max(1, round(n * scale)) for n in (about.height, about.width))
        return Shown(*decode(data, Policy(height, width, 4 if about.alpha else 3, "stretch")))


def _places(listing: Listing, dataset: Stored) -> Rows:
    """Where each picture of the listing is in x: by its mark, since the files may have changed meanwhile."""
    if (kept := _seen_of(dataset)) is None:
        return np.full(len(listing), -1, np.int64)
    at = np.where(kept.usable, np.cumsum(kept.usable) - 1, -1)
    row = Seen.nothing(listing).known_in(kept)
    return np.where(row >= 0, at[row], -1) if len(at) else row


def _known(listing: Listing, cache: Path, dataset: Stored | None) -> Seen:
    """What is known of the files from decoding them, and more from the last scan, which has looked at every byte."""
    seen = Seen.nothing(listing)
    scanned = Seen.load(scan_file(cache, listing))
    for old in (None if dataset is None else _seen_of(dataset), None if scanned is None else scanned[0]):
        if old is not None:
            known = seen.known_in(old)
            here = np.flatnonzero(known >= 0)
            seen.take_over(old, here, known[here])
    return seen


def _seen_of(dataset: Stored) -> Seen | None:
    """What lies in the cache beside the decoded pictures; None for a set that comes from elsewhere."""
    file: Any = getattr(dataset.x, "filename", None)
    kept = Seen.load(Path(file).parent / SEEN_FILE) if file else None
    return None if kept is None else kept[0]


def _held(at: Rows, dataset: Stored | None) -> NDArray[np.bool_]:
    if dataset is None:
        return np.zeros(len(at), bool)
    held = np.zeros(len(dataset.x) + 1, bool)  # the last for those that are not decoded
    held[dataset.held] = True
    found: NDArray[np.bool_] = held[at]
    return found
