"""What lies in a folder or a zip of pictures: counts, sizes, and every file that cannot be used. Trains nothing, keeps no pixels."""

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from studio.gan.broken import Broken
from studio.gan.copies import Copies
from studio.gan.datasets import Progress, paced, silent
from studio.gan.images import Header, header
from studio.gan.listing import Listing, open_listing, place
from studio.gan.seen import DIGEST_BYTES, Seen
from studio.words import say


@dataclass(frozen=True)
class ScanReport:
    """What a scan found. `images` counts the pictures that can be used, and so do classes, sizes and modes."""

    path: Path
    images: int
    classes: dict[str, int]
    sizes: dict[str, int]  # width x height as a person sees them, commonest first
    modes: dict[str, int]  # Pillow's names, commonest first
    broken: Sequence[Broken]
    unclassed: int  # pictures outside every class
    copies: Copies  # groups of pictures whose files are equal, byte for byte
    animated: int
    others: int  # files that are no images
    notes: tuple[str, ...] = ()

    @property
    def duplicates(self) -> int:
        """Pictures whose file equals that of another picture: so many could go."""
        return self.copies.extra

    def to_json(self) -> dict[str, Any]:
        """As `gan-studio scan --json` prints it."""
        return {
            "path": str(self.path),
            "images": self.images,
            "classes": self.classes,
            "sizes": self.sizes,
            "modes": self.modes,
            "broken": [{"file": b.file, "reason": b.reason} for b in self.broken],
            "unclassed": self.unclassed,
            "duplicates": self.duplicates,
            "copies": [list(group) for group in self.copies],
            "animated": self.animated,
            "others": self.others,
            "notes": list(self.notes),
        }


def scan(path: Path, progress: Progress = silent, cache: Path | None = None) -> ScanReport:
    """Looks at every file of a folder or zip, and decodes each picture that is new or has changed since the last scan.

    cache: where what was found is kept for the next time; without it every picture is decoded. With it, the next opening of a large set sees
    what the scan has seen. DataError when there is neither folder nor zip; Cancelled when progress asks for it: what was decoded is kept.
    """
    told = paced(progress)
    with open_listing(path, told) as listing:
        if cache is not None:
            listing.remember(cache)
        with _remembered(listing, cache) as (seen, todo):
            for row, result in listing.each(_look, told, say("Scanning pictures"), rows=todo):
                if isinstance(result, Broken):
                    seen.put(row, result)
                else:
                    seen.put(row, result[0], digest=result[1], verified=True)
        return _report(path, listing, seen)


def scan_file(cache: Path, listing: Listing) -> Path:
    """Where the cache keeps what the last scan of this place found."""
    return cache / "scans" / f"{place(listing.remembers, listing.path)}.npz"


@contextmanager
def _remembered(listing: Listing, cache: Path | None) -> Iterator[tuple[Seen, "np.ndarray[Any, np.dtype[np.int64]]"]]:
    """What is known of the pictures, and the rows of those that must be looked at; written down at the end, however that comes."""
    seen = Seen.nothing(listing)
    if cache is None:
        yield seen, np.arange(len(listing))
        return
    file = scan_file(cache, listing)
    old = kept[0] if (kept := Seen.load(file)) else None
    known = seen.known_in(old, verified=True)
    if old is not None:
        here = np.flatnonzero(known >= 0)
        seen.take_over(old, here, known[here])
    todo = np.flatnonzero(known < 0)
    try:
        yield seen, todo
    finally:
        if len(todo) or old is None or len(old.rows) != len(seen.rows):
            with contextlib.suppress(OSError):  # a disk that takes nothing more makes the next scan slower, no more
                seen.save(file)


def _report(path: Path, listing: Listing, seen: Seen) -> ScanReport:
    found, usable = seen.survey(), seen.usable
    per_class = np.bincount(listing.labels[usable] + 1, minlength=len(listing.classes) + 1).tolist()
    return ScanReport(
        path=path,
        images=found.images,
        classes=dict(zip(listing.classes, per_class[1:], strict=True)),
        sizes={f"{w}x{h}": n for (w, h), n in found.sizes.most_common()},
        modes=dict(found.modes.most_common()),
        broken=seen.broken(listing).with_others(listing.broken),
        unclassed=per_class[0],
        copies=Copies(listing.files.names, seen.rows["digest"], usable),
        animated=found.animated,
        others=listing.others,
        notes=(listing.manifest,) if listing.manifest else (),
    )


def _look(data: bytes) -> tuple[Header, bytes]:
    return header(data, verify=True), hashlib.blake2b(data, digest_size=DIGEST_BYTES).digest()
