"""What the doctor's signals are called where a person reads them, and which of them belong together. Words only, to be said."""

from dataclasses import dataclass
from typing import NamedTuple

from studio.words import mark


class Signal(NamedTuple):
    """How one signal is written on a curve and in a list, and what it tells."""

    short: str
    words: str
    about: str


@dataclass(frozen=True)
class Family:
    """Signals of one kind, that share an axis."""

    key: str
    title: str
    unit: str
    about: str
    signals: dict[str, Signal]  # by their names in the journal


FAMILIES = (
    Family(
        "variety",
        mark("Variety and quality"),
        mark("share"),
        mark("How much of the data's variety the samples have, and how many of them look like data"),
        {
            "precision": Signal(mark("precision"), mark("Precision"), mark("Share of the samples that look like data")),
            "recall": Signal(mark("recall"), mark("Recall"), mark("Share of the data that the samples come near to")),
            "coverage": Signal(mark("coverage"), mark("Coverage"), mark("Share of the data that has a sample close by")),
            "rke": Signal("RKE", mark("Variety (RKE)"), mark("Number of kinds of samples ÷ number of kinds in the data; 1 is as varied as the data")),
            "pdr": Signal("PDR", mark("Spread (PDR)"), mark("Mean distance between samples ÷ between data; near 0 all samples are alike")),
            "nnr": Signal(
                "NNr",
                mark("Nearest neighbours (NNr)"),
                mark("Distance from a sample to the nearest other one ÷ the same in the data; small when samples repeat"),
            ),
        },
    ),
    Family(
        "modes",
        mark("Parts of the data"),
        mark("value"),
        mark("How evenly the samples lie over the parts of the data"),
        {
            "chi2": Signal("χ²", mark("Unevenness (χ²)"), mark("How far the samples' shares of the parts are from the data's; 1 is chance")),
            "empty": Signal(mark("empty"), mark("Empty parts"), mark("Parts of the data where samples should lie and none does")),
            "worst_z": Signal(mark("worst z"), mark("Worst part (z)"), mark("The part with the fewest samples for its size, in standard deviations")),
        },
    ),
    Family(
        "hopping",
        mark("Hopping"),
        mark("share"),
        mark("How much the samples moved from part to part since the last check"),
        {
            "hop": Signal(mark("moved"), mark("Moved since the last check"), mark("Share of the samples that moved to other parts of the data")),
            "hop_floor": Signal(mark("by chance"), mark("Moved by chance"), mark("What chance alone would move")),
        },
    ),
    Family(
        "judge",
        mark("D's judgement"),
        mark("share"),
        mark("How well the discriminator tells reals from fakes, and what it knows by heart"),
        {
            "auc": Signal("AUC", mark("D tells reals from fakes"), mark("Share of pairs that D puts in the right order; 0.5 is guessing, 1 is always")),
            "auc_tv": Signal(
                mark("AUC, known against unknown"),
                mark("D tells known from unknown reals"),
                mark("Share of pairs of a training and a held-out picture that D puts in that order; above 0.5 it knows them by heart"),
            ),
            "r_v": Signal("r_v", mark("D's overfitting (r_v)"), mark("How much less D believes held-out reals, on the way from training reals to fakes")),
        },
    ),
    Family(
        "strength",
        mark("Strength of D and slopes"),
        mark("norm"),
        mark("How far apart D puts reals and fakes, and how strongly each network is driven"),
        {
            "gap": Signal(mark("D's lead"), mark("D's lead"), mark("D's mean output on reals − on fakes")),
            "grad_real": Signal(mark("slope at reals"), mark("Slope of D at reals"), mark("Mean norm of D's gradient at reals")),
            "grad_fake": Signal(mark("slope at fakes"), mark("Slope of D at fakes"), mark("Mean norm of D's gradient at fakes")),
            "grad_G": Signal(mark("slope of G"), mark("Slope of G"), mark("Norm of G's gradient")),
        },
    ),
    Family(
        "originality",
        mark("Originality and inputs"),
        mark("ratio"),
        mark("Whether samples are copies, and whether label and latent matter"),
        {
            "memo": Signal(
                mark("originality"), mark("Originality"), mark("Distance from samples to the training data ÷ from held-out data; below 1 samples are copies")
            ),
            "label_use": Signal(mark("label"), mark("Use of the label"), mark("How much a sample changes with its label, beside with its latent")),
            "label_told": Signal(
                mark("label in data"), mark("Label told by the data"), mark("How often the most similar other picture of the data has the same label")
            ),
            "label_hit": Signal(
                mark("class"), mark("Fit to the label"), mark("How often a sample looks like the class asked for, beside how often real ones do")
            ),
            "latent_use": Signal(mark("latent"), mark("Use of the latent"), mark("How much samples of one class differ ÷ how much the data do")),
        },
    ),
    Family(
        "faults",
        mark("Faults of pictures"),
        mark("value"),
        mark("Clipped, chequered and off-colour pictures"),
        {
            "saturation": Signal(
                mark("saturated"),
                mark("Saturated pixels"),
                mark("Share of the values at the ends of their range − of the data's; far above 0 pictures are burnt out"),
            ),
            "checker": Signal(mark("chequers"), mark("Chequers"), mark("Strength of the pattern that strides leave ÷ the same in the data")),
            "chroma": Signal(
                mark("colours"), mark("Colours"), mark("Spread of the colours against the data's, as a logarithm; far below 0 colours are missing")
            ),
            "tint": Signal(mark("tint"), mark("Tint"), mark("How far the mean colour is off, in standard deviations between pictures")),
            "finite": Signal(mark("finite"), mark("Finite numbers"), mark("Share of the samples and of D's answers that are numbers; 1 is right")),
        },
    ),
)
SIGNALS: dict[str, Signal] = {name: signal for family in FAMILIES for name, signal in family.signals.items()}


def signal_of(name: str) -> Signal:
    """The words for a signal; of one that this version does not know, its name."""
    return SIGNALS.get(name, Signal(name, name, ""))
