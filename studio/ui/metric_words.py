"""What the window calls a figure that was measured, short and as the field writes it, and what it says in a sentence. The help's page on metrics says more."""

import re

from studio.words import mark, say

FLOOR = "_floor"  # ends the name of what a perfect generator would reach
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
_ABOUT = {
    "swd": mark(
        "Sliced Wasserstein distance: how far the samples' pixels would have to move to become the data. Lower is better. "
        "It sees colours and coarse shapes, no details: look for yourself, too."
    ),
    "phi_fd": mark("How far the average and the spread of simple features lie from the data's. Lower is better. It is not FID."),
    "phi_mmd": mark("How far the samples' simple features lie from the data's, fair to few samples. Lower is better, about 0 is perfect. It is not KID."),
    "phi_mmd_error": mark("How sure the φ-MMD is: about so much it would differ with other samples."),
    "precision": mark("The share of samples that lie among the reals: quality. Higher is better."),
    "recall": mark("The share of reals that lie among the samples: variety. Higher is better."),
    "density": mark("How thickly reals surround the samples: quality. Higher is better, about 1 is perfect."),
    "coverage": mark("The share of reals with a sample nearby: variety. Higher is better."),
    "variety": mark("How far the samples lie from each other, by the data's own measure. Near 1 is best; low means that they repeat."),
    "memo": mark("How far the samples lie from the training data, by the held-out reals' measure. Near 1 is best; low means that they are copied."),
    "modes": mark("How many of the data's groups the samples show. Higher is better."),
    "high_quality": mark("The share of samples close to the centre of a group. Higher is better."),
    "reverse_kl": mark("How unevenly the samples fill the data's groups. Lower is better."),
    "share_min": mark("The share of samples in the emptiest group. Higher is better."),
    "share_max": mark("The share of samples in the fullest group. Lower is better."),
    "spread_min": mark("How wide the narrowest group is, by the data's own measure. Near 1 is best."),
    "spread_max": mark("How wide the widest group is, by the data's own measure. Near 1 is best."),
    "digit_accuracy": mark("How often real digits are read rightly: how far the number of modes can be trusted."),
    "classes_found": mark("How many of the data's classes the samples show. Higher is better."),
    "class_share": mark("The share of samples that look like this class."),
    "class_share_min": mark("The share of the class that the samples show least. Higher is better."),
    "class_share_max": mark("The share of the class that the samples show most. Lower is better."),
    "class_confidence": mark("How clearly the samples look like one class. Higher is better."),
    "class_confidence_real": mark("How clearly real pictures look like one class: what the samples' value is compared with."),
    "class_accuracy_real": mark("How often real pictures are classed rightly: how far these figures can be trusted."),
    "class_agreement": mark("How often a sample shows the class that it was asked for. Higher is better."),
    "fid": mark("Fréchet Inception Distance: how far a large network's view of the samples lies from its view of the data. Lower is better."),
    "kid": mark("Kernel Inception Distance: as FID, fair to few samples. Lower is better, about 0 is perfect."),
    "kid_std": mark("How much KID differs between parts of the samples."),
    "inception_precision": mark("The share of samples that lie among the reals as a large network sees them: quality. Higher is better."),
    "inception_recall": mark("The share of reals that lie among the samples as a large network sees them: variety. Higher is better."),
}
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
    """`phi_fd` → φ-FD, `swd_floor` → SWD of a perfect generator, `high_quality` → high quality."""
    if name.endswith(FLOOR):
        return say("{metric} of a perfect generator", metric=metric_words(name.removesuffix(FLOOR)))
    name, slash, of = name.partition("/")
    known = next((key for key in _NAMES if name == key or name.startswith(f"{key}_")), "")
    return say(_NAMES.get(known, "") + name.removeprefix(known).replace("_", " ")) + slash + of


def metric_about(name: str) -> str:
    """What it measures, and which way is better; empty for a name that nobody explains."""
    return say(_ABOUT.get(name.partition("/")[0], ""))


def reference_words(reference: str) -> str:
    """The reals that were measured against, which the journal keeps in English: `128 held-out and 1,872 training images of zip`."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return say(reference)
    held, count, way, noun, source = found.groups()
    number = int(count.replace(",", ""))
    reals = say(_MIXED[noun], n=int(held.replace(",", "")), more=number) if held else say(_REALS[way, noun], n=number)
    return say("{reals} of {source}", reals=reals, source=source) if source else reals
