"""What is known of each picture of a listing: size, colours, faults. Kept beside what was made from it, so that the next look is only at what changed."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from studio.gan.arrays import FAULTS, KeptArrays, keep_arrays
from studio.gan.broken import Broken, BrokenFiles
from studio.gan.datasets import Progress
from studio.gan.found import MARK_BYTES
from studio.gan.images import Header, header
from studio.gan.listing import Listing
from studio.gan.texts import find
from studio.told import to_keep, told
from studio.words import say

GREY, ALPHA, ANIMATED, KNOWN, VERIFIED = 1, 2, 4, 8, 16
DIGEST_BYTES = 12
_SIDES = [("width", "<i4"), ("height", "<i4"), ("mode", "S8"), ("flags", "u1")]
SEEN = np.dtype([("mark", f"S{MARK_BYTES}"), *_SIDES, ("reason", "<i4"), ("digest", f"S{DIGEST_BYTES}")])  # reason: into `reasons`, −1 for none


@dataclass
class Survey:
    """Counts over the pictures of a listing that can be read, and those that cannot."""

    images: int = 0
    sizes: Counter[tuple[int, int]] = field(default_factory=Counter)  # (width, height)
    modes: Counter[str] = field(default_factory=Counter)
    coloured: int = 0
    with_alpha: int = 0
    animated: int = 0


class Seen:
    """A record of dtype SEEN for each picture of a listing, 50 bytes, and the reasons that occur."""

    def __init__(self, rows: NDArray[np.void], reasons: list[str]) -> None:
        self.rows, self.reasons = rows, reasons
        self._codes = {reason: i for i, reason in enumerate(reasons)}

    @classmethod
    def nothing(cls, listing: Listing) -> Self:
        """Of none of its pictures is anything known."""
        rows = np.zeros(len(listing), SEEN)
        rows["mark"], rows["reason"] = listing.files.marks, -1
        return cls(rows, [])

    @classmethod
    def load(cls, path: Path) -> tuple[Self, dict[str, Any]] | None:
        """What `save` wrote, and what it was told to write along; None when there is nothing sound."""
        try:
            with KeptArrays(path) as kept:
                rows, reasons = kept["seen"], [told(reason) for reason in kept.about["reasons"]]
                if rows.dtype != SEEN or rows["reason"].max(initial=-1) >= len(reasons):
                    return None
                return cls(rows, reasons), kept.about
        except FAULTS:
            return None

    def save(self, path: Path, **about: Any) -> None:
        """OSError when that fails, and then the file is as it was."""
        keep_arrays(path, {**about, "reasons": [to_keep(reason) for reason in self.reasons]}, {"seen": self.rows})

    @property
    def usable(self) -> NDArray[np.bool_]:
        """Which pictures were looked at and can be used."""
        return (self.rows["flags"] & KNOWN > 0) & (self.rows["reason"] < 0)

    def put(self, row: int, about: Header | Broken, *, digest: bytes = b"", verified: bool = False) -> None:
        """One picture was looked at. verified: to its last byte."""
        flags = KNOWN | (VERIFIED if verified else 0)
        mark = self.rows[row]["mark"]
        if isinstance(about, Broken):
            self.rows[row] = (mark, 0, 0, b"", flags | VERIFIED, self._code(about.reason), b"")
            return
        flags |= (GREY if about.grey else 0) | (ALPHA if about.alpha else 0) | (ANIMATED if about.animated else 0)
        self.rows[row] = (mark, about.width, about.height, about.mode.encode(), flags, -1, digest)

    def take_over(self, old: "Seen", here: NDArray[np.int64], there: NDArray[np.int64]) -> None:
        """Rows `there` of `old` are of the same files as rows `here`."""
        if len(here):
            codes = np.array([*(self._code(reason) for reason in old.reasons), -1], np.int32)  # the last, −1, stays what it is
            rows = old.rows[there]
            rows["reason"] = codes[rows["reason"]]
            self.rows[here] = rows

    def known_in(self, old: "Seen | None", *, verified: bool = False) -> NDArray[np.int64]:
        """For each picture the row in `old` that is of the same file and was looked at (to the last byte, with `verified`), or −1."""
        if old is None:
            return np.full(len(self.rows), -1, np.int64)
        row = find(self.rows["mark"], old.rows["mark"])
        wanted = VERIFIED if verified else KNOWN
        return np.where((row >= 0) & (old.rows["flags"][row] & wanted > 0), row, -1)

    def survey(self) -> Survey:
        """Counts over those that can be used."""
        rows = self.rows[self.usable]
        sides, counts = np.unique(rows["width"].astype(np.int64) << 32 | rows["height"], return_counts=True)
        sizes = {(s >> 32, s & 0xFFFFFFFF): n for s, n in zip(sides.tolist(), counts.tolist(), strict=True)}
        modes, of_mode = np.unique(rows["mode"], return_counts=True)
        named = {mode.decode(): n for mode, n in zip(modes.tolist(), of_mode.tolist(), strict=True)}
        flags = rows["flags"]
        grey, alpha, animated = (int(np.count_nonzero(flags & flag)) for flag in (GREY, ALPHA, ANIMATED))
        return Survey(len(rows), Counter(sizes), Counter(named), len(rows) - grey, alpha, animated)

    def broken(self, listing: Listing) -> BrokenFiles:
        """Those that cannot be used, by name."""
        return BrokenFiles(Broken(listing.name(i), self.reasons[self.rows[i]["reason"]]) for i in np.flatnonzero(self.rows["reason"] >= 0).tolist())

    def _code(self, reason: str) -> int:
        code = self._codes.setdefault(reason, len(self.reasons))
        if code == len(self.reasons):
            self.reasons.append(reason)
        return code


def look_at_sizes(listing: Listing, old: Seen | None, progress: Progress) -> Seen:
    """From the headers alone: faster than a scan, blind to files that are cut short. old: what is known already."""
    seen = Seen.nothing(listing)
    known = seen.known_in(old)
    if old is not None:
        here = np.flatnonzero(known >= 0)
        seen.take_over(old, here, known[here])
    for row, about in listing.each(header, progress, say("Looking at sizes"), rows=np.flatnonzero(known < 0)):
        seen.put(row, about)
    return seen
