"""What the window calls a figure that was measured: short, and as the field writes it. The help's page on metrics says what each means."""

import re

from studio.words import mark, say

_NAMES = {"swd": "SWD", "phi_fd": "φ-FD", "phi_mmd": "φ-MMD", "fid": "FID", "kid": "KID", "reverse_kl": "reverse KL", "inception": "Inception"}
_TRANSLATED = (
    mark("reverse KL"),
    mark("φ-MMD error"),
    mark("KID std"),
    mark("Inception precision"),
    mark("Inception recall"),
    mark("precision"),
    mark("recall"),
    mark("density"),
    mark("coverage"),
    mark("modes"),
    mark("high quality"),
    mark("share min"),
    mark("share max"),
    mark("spread min"),
    mark("spread max"),
    mark("variety"),
    mark("memo"),
    mark("digit accuracy"),
    mark("classes found"),
    mark("class share"),
    mark("class share min"),
    mark("class share max"),
    mark("class confidence"),
    mark("class confidence real"),
    mark("class accuracy real"),
    mark("class agreement"),
)
_REFERENCE = re.compile(r"(?:([0-9,]+) held-out and )?([0-9,]+) (held-out|training|freshly drawn) (points|images)(?: of (\w+))?")
_REALS = {
    ("held-out", "points"): mark("{n:,} held-out points"),
    ("held-out", "images"): mark("{n:,} held-out images"),
    ("training", "points"): mark("{n:,} training points"),
    ("training", "images"): mark("{n:,} training images"),
    ("freshly drawn", "points"): mark("{n:,} freshly drawn points"),
    ("freshly drawn", "images"): mark("{n:,} freshly drawn images"),
}
_MIXED = {"points": mark("{n:,} held-out and {more:,} training points"), "images": mark("{n:,} held-out and {more:,} training images")}


def metric_words(name: str) -> str:
    """`phi_fd` → φ-FD, `swd_floor` → SWD at best, `high_quality` → high quality."""
    if name.endswith("_floor"):
        return say("{metric} at best", metric=metric_words(name.removesuffix("_floor")))
    name, slash, of = name.partition("/")
    known = next((key for key in _NAMES if name == key or name.startswith(f"{key}_")), "")
    return say(_NAMES.get(known, "") + name.removeprefix(known).replace("_", " ")) + slash + of


def reference_words(reference: str) -> str:
    """The reals that were measured against, which the journal keeps in English: `128 held-out and 1,872 training images of zip`."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return say(reference)
    held, count, way, noun, source = found.groups()
    number = int(count.replace(",", ""))
    reals = say(_MIXED[noun], n=int(held.replace(",", "")), more=number) if held else say(_REALS[way, noun], n=number)
    return say("{reals} of {source}", reals=reals, source=source) if source else reals
