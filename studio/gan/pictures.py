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
from studio.told import to_keep, told
from studio.words import joined, mark, say, say_n

VERSION = 2  # of what decoding gives: a new number leaves older caches aside
_SENTENCE = "{text}."  # alike in every language
_FITTED: dict[Fit, str] = {
    "crop": mark("{count} of {images} pictures have another shape than {width}×{height} and are cropped to fill it."),
    "pad": mark("{count} of {images} pictures have another shape than {width}×{height} and are padded with black."),
    "stretch": mark("{count} of {images} pictures have another shape than {width}×{height} and are stretched to it."),
}
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
            yield Problem(
                "path", say("no zip is named yet; choose one with pictures" if self.kind == "zip" else "no folder is named yet; choose one with pictures")
            )

    reads: ClassVar[type[Listing]]  # how the place is looked through

    @abstractmethod
    def place(self) -> Path:
        """Where the pictures are. DataError when that is not what this source reads."""

    def open(self, cache: Path, progress: Progress = silent) -> Stored:
        pace, path = paced(progress), self.place()
        contents = self.reads.recalled(path, cache)
        listing = None
        try:
            if contents is None:
                listing = self.reads.of(path, pace)
                listing.remember(cache)
                contents = listing.contents()
            kept = self._kept(cache, path, contents, listing, pace)
        finally:
            if listing is not None:
                listing.close()
        known = contents.classes if len(kept.c) and kept.c.min() >= 0 else ()
        notes = (*map(told, kept.about["notes"]), *_notes(contents, kept.about))
        usual = tuple(kept.about["usual"]) if "usual" in kept.about else None  # what was decoded by an earlier version does not tell
        labels, classes = kept.c if known else None, known if self.labelled else ()
        return Stored("image", kept.x, labels, classes, known=known, mirror=self.mirror, notes=notes, usual=usual)

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
                    raise DataError(say("{path} changed while it was being opened; open it again", path=path))
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
        remarks = [to_keep(note) for note in (*notes, *_remarks(found, policy, self.fit))]
        named = [(b.file, to_keep(b.reason)) for b in broken[:NAMED]]
        usual = list(usual_size(found.sizes)[:2])
        return {"notes": remarks, "broken": len(broken), "broken_named": named, "policy": list(policy), "usual": usual}

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
        policy = Policy(height, width, channels, self.fit)
        if self.height and self.width:
            return policy, []
        return policy, [say("Pictures are brought to {width}×{height} (width × height): {why}.", width=width, height=height, why=why)]


def chosen_size(sizes: Counter[tuple[int, int]], width: int = 0, height: int = 0) -> tuple[int, int, str]:
    """Width, height and the reason in words, from counts of (width, height); a side that is given stays.

    The usual size, with no side above 64, where a run on a laptop is bearable, and each a multiple of 4 (of 8 above 32), which the
    networks build from a small grid.
    """
    w, h, why = usual_size(sizes)
    scale = min(1.0, LONGEST / max(w, h))
    if width and not height:
        scale = width / w
    elif height and not width:
        scale = height / h
    made = width or _rounded(w * scale), height or _rounded(h * scale)
    if made != (w, h):
        smaller = scale < 1 and not (width or height)
        why = say("{why}, made smaller to train in a bearable time; set height and width for another" if smaller else "{why}, rounded", why=why)
    return made[0], made[1], why


def usual_size(sizes: Counter[tuple[int, int]]) -> tuple[int, int, str]:
    """Width and height that at least half of the pictures have, else the median of each side; and which of the two it is, in words."""
    (w, h), count = max(sizes.items(), key=lambda item: (item[1], item[0]))
    if 2 * count >= sizes.total():
        return w, h, say("{width}×{height} is the commonest size", width=w, height=h)
    w, h = (_median([(size[side], n) for size, n in sizes.items()]) for side in (0, 1))
    return w, h, say("the sizes differ, {width}×{height} is the median", width=w, height=h)


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
    if not contents.classes:
        raise DataError(say("{path} has no classes; put each class into a sub-folder of its own, or switch 'labelled' off", path=path))
    if contents.unclassed:
        text = say(
            "{path}: {count} pictures have no class, such as {outsider}; put each class into a sub-folder of its own, or switch 'labelled' off",
            path=path,
            count=contents.unclassed,
            outsider=contents.outsider,
        )
        raise DataError(text)


def _nothing_usable(path: Path, contents: Contents, broken: Sequence[Broken] = ()) -> str:
    named = [*contents.broken_named[:1], *broken[:1]]
    if named:
        count, first = contents.broken + len(broken), joined(named[0], " ")
        return say("{path}: none of its {count} pictures can be used; {first}", path=path, count=count, first=first)
    if contents.others:
        return say(
            "{path} holds no pictures ({others} files of other kinds); choose one with PNG, JPEG, WebP, GIF, BMP or TIFF files in it, or in folders below it",
            path=path,
            others=contents.others,
        )
    return say("{path} holds no pictures; choose one with PNG, JPEG, WebP, GIF, BMP or TIFF files in it, or in folders below it", path=path)


def _remarks(found: Survey, policy: Policy, fit: Fit) -> Iterator[str]:
    if found.with_alpha and policy.channels != 4:
        yield say("{count} pictures with transparency are flattened on white; 4 channels keep it.", count=found.with_alpha)
    if found.animated:
        yield say("{count} animations: the first frame of each is used.", count=found.animated)
    if found.coloured and policy.channels == 1:
        yield say("{count} coloured pictures are made grey.", count=found.coloured)
    if cmyk := found.modes["CMYK"]:
        yield say("{count} CMYK pictures are converted without a colour profile.", count=cmyk)
    if other := sum(n for (w, h), n in found.sizes.items() if w * policy.height != h * policy.width):
        yield say(_FITTED[fit], count=other, images=found.images, width=policy.width, height=policy.height)


def _notes(contents: Contents, about: dict[str, Any]) -> Iterator[str]:
    if contents.manifest:
        yield say(_SENTENCE, text=contents.manifest)
    if count := contents.broken + about["broken"]:
        first = [*contents.broken_named, *(Broken(file, told(reason)) for file, reason in about["broken_named"])][:NAMED]
        named = joined([joined(b, " ") for b in first], "; ")
        if count > NAMED:
            yield say("{count} files left out: {named}; and {more} more, which a scan lists.", count=count, named=named, more=count - NAMED)
        else:
            yield say_n(count, "{n} file left out: {named}.", "{n} files left out: {named}.", named=named)
