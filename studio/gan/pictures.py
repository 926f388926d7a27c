"""People's own pictures: what the sources `folder` and `zip` share. Decodes every picture once into the cache."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import field_validator

from studio.errors import DataError, Problem
from studio.gan.broken import Broken
from studio.gan.cache import Kept, cached, discard, entries_of, key
from studio.gan.datasets import LABELLED_HELP, Progress, Source, Stored, paced, silent
from studio.gan.decoding import SEEN_FILE, decode_all, started
from studio.gan.images import Fit, Policy
from studio.gan.listing import NAMED, Contents, Listing, place
from studio.gan.seen import Seen, Survey, look_at_sizes
from studio.gan.spec import option

VERSION = 2  # of what decoding gives: a new number leaves older caches aside
LONGEST = 64  # side of a picture whose size is chosen automatically


class Pictures(Source):
    """Pictures of any size and format, brought to one size and number of channels."""

    path: Path | None = option(None, help="Where the pictures are.")
    labelled: bool = option(False, help=LABELLED_HELP)
    height: int = option(0, ge=0, le=2048, unit="pixels", zero="automatic", help="Height of what is trained on; 0 chooses by the pictures' own sizes.")
    width: int = option(0, ge=0, le=2048, unit="pixels", zero="automatic", help="Width of what is trained on; 0 chooses by the pictures' own sizes.")
    fit: Fit = option("crop", help="Other shapes: crop to fill the frame, pad with black around, or stretch.")
    channels: Literal["auto", "1", "3", "4"] = option("auto", help="1 grey, 3 colour, 4 colour with transparency; auto takes 3 unless all are grey.")
    mirror: bool = option(False, help="Show each picture's mirror image too, half the time.")

    @field_validator("channels", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value

    def check(self) -> Iterator[Problem]:
        """A place must be chosen; whether it exists is found when it is opened, since a run may be looked at without its data."""
        if self.path in (None, Path()):
            yield Problem("path", f"is missing; choose a {self.kind} of pictures")

    reads: ClassVar[type[Listing]]  # how the place is looked through

    @abstractmethod
    def place(self) -> Path:
        """Where the pictures are. DataError when that is not what this source reads."""

    def open(self, cache: Path, progress: Progress = silent) -> Stored:
        told, path = paced(progress), self.place()
        contents = self.reads.recalled(path, cache)
        listing = None
        try:
            if contents is None:
                listing = self.reads.of(path, told)
                listing.remember(cache)
                contents = listing.contents()
            kept = self._kept(cache, path, contents, listing, told)
        finally:
            if listing is not None:
                listing.close()
        known = contents.classes if len(kept.c) and kept.c.min() >= 0 else ()
        notes = (*kept.about["notes"], *_notes(contents, kept.about))
        return Stored("image", kept.x, kept.c if known else None, known if self.labelled else (), known=known, mirror=self.mirror, notes=notes)

    def _kept(self, cache: Path, path: Path, contents: Contents, listing: Listing | None, progress: Progress) -> Kept:
        """The decoded pictures. listing: of the place, where it had to be made."""
        if not contents.images:
            raise DataError(_nothing_usable(path, contents))
        if self.labelled:
            _must_be_classed(path, contents)
        mine, entries = place(self.reads.remembers, path), cache / "pictures"
        options = (VERSION, self.height, self.width, self.fit, self.channels)
        earlier: list[Kept] = []

        def fill(folder: Path) -> dict[str, Any]:
            earlier.extend(entries_of(entries, mine))
            with listing or self.reads.recall(path, cache) or self.reads.of(path, progress) as found:
                if found.contents().fingerprint != contents.fingerprint:
                    raise DataError(f"{path} changed while it was being opened; open it again")
                return {**self._fill(folder, found, contents, earlier, progress), "options": list(options)}

        kept = cached(entries, key(*options, contents.fingerprint), fill, place=mine, progress=progress)
        for old in earlier:
            old.lease.close()
            if old.home != kept.home and old.about.get("options") == list(options):
                discard(old.home)  # of pictures that are no longer so: all that was of use is in the new entry
        return kept

    def _fill(self, folder: Path, listing: Listing, contents: Contents, earlier: Sequence[Kept], progress: Progress) -> dict[str, Any]:
        before = started(folder)
        if before is not None:
            policy, notes = before.policy, before.notes
        else:
            policy, notes = self._policy(listing, contents, earlier, progress)
        base = next((old for old in earlier if old.about.get("policy") == list(policy)), None)
        seen = decode_all(folder, listing, policy, notes, before=before, base=base, progress=progress)
        found, broken = seen.survey(), seen.broken(listing)
        if not found.images:
            raise DataError(_nothing_usable(listing.path, contents, broken))
        told = [*notes, *_remarks(found, policy, self.fit)]
        return {"notes": told, "broken": len(broken), "broken_named": broken[:NAMED], "policy": list(policy)}

    def _policy(self, listing: Listing, contents: Contents, earlier: Sequence[Kept], progress: Progress) -> tuple[Policy, list[str]]:
        """Size and channels, chosen by the pictures where they are left open, and what to tell of it."""
        if self.height and self.width and self.channels != "auto":
            return Policy(self.height, self.width, int(self.channels), self.fit), []
        known = Seen.load(earlier[0].home / SEEN_FILE) if earlier else None
        seen = look_at_sizes(listing, known[0] if known else None, progress)
        found = seen.survey()
        if not found.images:
            raise DataError(_nothing_usable(listing.path, contents, seen.broken(listing)))
        width, height, why = chosen_size(found.sizes, self.width, self.height)
        channels = int(self.channels) if self.channels != "auto" else 3 if found.coloured else 1
        notes = [] if self.height and self.width else [f"Pictures are brought to {width}×{height} (width × height): {why}."]
        return Policy(height, width, channels, self.fit), notes


def chosen_size(sizes: Counter[tuple[int, int]], width: int = 0, height: int = 0) -> tuple[int, int, str]:
    """Width, height and the reason in words, from counts of (width, height); a side that is given stays.

    The size that at least half of the pictures have, else the median of each side; no side above 64, where a run on a laptop is
    bearable, and each a multiple of 4 (of 8 above 32), which the networks build from a small grid.
    """
    (w, h), count = max(sizes.items(), key=lambda item: (item[1], item[0]))
    why = f"{w}×{h} is the commonest size"
    if 2 * count < sizes.total():
        w, h = (_median([(size[side], n) for size, n in sizes.items()]) for side in (0, 1))
        why = f"the sizes differ, {w}×{h} is the median"
    scale = min(1.0, LONGEST / max(w, h))
    if width and not height:
        scale = width / w
    elif height and not width:
        scale = height / h
    made = width or _rounded(w * scale), height or _rounded(h * scale)
    if made != (w, h):
        why += ", made smaller to train in a bearable time; set height and width for another" if scale < 1 and not (width or height) else ", rounded"
    return made[0], made[1], why


def _median(weighted: Sequence[tuple[int, int]]) -> int:
    half, seen = sum(n for _, n in weighted) / 2, 0
    for value, n in sorted(weighted):
        seen += n
        if seen >= half:
            return value
    raise AssertionError("nothing to take the median of")


def _rounded(side: float) -> int:
    step = 4 if side <= 32 else 8
    return max(step, round(side / step) * step)


def _must_be_classed(path: Path, contents: Contents) -> None:
    where = "put each class into a sub-folder of its own, or switch 'labelled' off"
    if not contents.classes:
        raise DataError(f"{path} has no classes; {where}")
    if contents.unclassed:
        raise DataError(f"{path}: {contents.unclassed} pictures have no class, such as {contents.outsider}; {where}")


def _nothing_usable(path: Path, contents: Contents, broken: Sequence[Broken] = ()) -> str:
    named = [*contents.broken_named[:1], *broken[:1]]
    if named:
        return f"{path}: none of its {contents.broken + len(broken)} pictures can be used; {named[0].file} {named[0].reason}"
    others = f" ({contents.others} files of other kinds)" if contents.others else ""
    return f"{path} holds no pictures{others}; choose one with PNG, JPEG, WebP, GIF, BMP or TIFF files in it, or in folders below it"


def _remarks(found: Survey, policy: Policy, fit: Fit) -> Iterator[str]:
    if found.with_alpha and policy.channels != 4:
        yield f"{found.with_alpha} pictures with transparency are flattened on white; 4 channels keep it."
    if found.animated:
        yield f"{found.animated} animations: the first frame of each is used."
    if found.coloured and policy.channels == 1:
        yield f"{found.coloured} coloured pictures are made grey."
    if cmyk := found.modes["CMYK"]:
        yield f"{cmyk} CMYK pictures are converted without a colour profile."
    if other := sum(n for (w, h), n in found.sizes.items() if w * policy.height != h * policy.width):
        words = {"crop": "cropped to fill it", "pad": "padded with black", "stretch": "stretched to it"}
        yield f"{other} of {found.images} pictures have another shape than {policy.width}×{policy.height} and are {words[fit]}."


def _notes(contents: Contents, about: dict[str, Any]) -> Iterator[str]:
    if contents.manifest:
        yield f"{contents.manifest}."
    if count := contents.broken + about["broken"]:
        first = [*contents.broken_named, *(Broken(*one) for one in about["broken_named"])][:NAMED]
        named = "; ".join(f"{b.file} {b.reason}" for b in first)
        more = f"; and {count - NAMED} more, which a scan lists" if count > NAMED else ""
        yield f"{count} {'file' if count == 1 else 'files'} left out: {named}{more}."
