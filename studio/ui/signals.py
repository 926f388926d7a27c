"""What the doctor's signals are called where a person reads them, and which of them belong together. Words only."""

from dataclasses import dataclass
from typing import NamedTuple


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
        "Variety and quality",
        "share",
        "How much of the data's variety the samples have, and how many of them look like data",
        {
            "precision": Signal("precision", "Precision", "Share of the samples that look like data"),
            "recall": Signal("recall", "Recall", "Share of the data that the samples come near to"),
            "coverage": Signal("coverage", "Coverage", "Share of the data that has a sample close by"),
            "rke": Signal("RKE", "Variety (RKE)", "Number of kinds of samples ÷ number of kinds in the data; 1 is as varied as the data"),
            "pdr": Signal("PDR", "Spread (PDR)", "Mean distance between samples ÷ between data; near 0 all samples are alike"),
            "nnr": Signal(
                "NNr", "Nearest neighbours (NNr)", "Distance from a sample to the nearest other one ÷ the same in the data; small when samples repeat"
            ),
        },
    ),
    Family(
        "modes",
        "Parts of the data",
        "value",
        "How evenly the samples lie over the parts of the data",
        {
            "chi2": Signal("χ²", "Unevenness (χ²)", "How far the samples' shares of the parts are from the data's; 1 is chance"),
            "empty": Signal("empty", "Empty parts", "Parts of the data where samples should lie and none does"),
            "worst_z": Signal("worst z", "Worst part (z)", "The part with the fewest samples for its size, in standard deviations"),
        },
    ),
    Family(
        "hopping",
        "Hopping",
        "share",
        "How much the samples moved from part to part since the last check",
        {
            "hop": Signal("moved", "Moved since the last check", "Share of the samples that moved to other parts of the data"),
            "hop_floor": Signal("by chance", "Moved by chance", "What chance alone would move"),
        },
    ),
    Family(
        "judge",
        "D's judgement",
        "share",
        "How well the discriminator tells reals from fakes, and what it knows by heart",
        {
            "auc": Signal("AUC", "D tells reals from fakes", "Share of pairs that D puts in the right order; 0.5 is guessing, 1 is always"),
            "auc_tv": Signal(
                "AUC, known against unknown",
                "D tells known from unknown reals",
                "Share of pairs of a training and a held-out picture that D puts in that order; above 0.5 it knows them by heart",
            ),
            "r_v": Signal("r_v", "D's overfitting (r_v)", "How much less D believes held-out reals, on the way from training reals to fakes"),
        },
    ),
    Family(
        "strength",
        "Strength of D and slopes",
        "norm",
        "How far apart D puts reals and fakes, and how strongly each network is driven",
        {
            "gap": Signal("D's lead", "D's lead", "D's mean output on reals − on fakes"),
            "grad_real": Signal("slope at reals", "Slope of D at reals", "Mean norm of D's gradient at reals"),
            "grad_fake": Signal("slope at fakes", "Slope of D at fakes", "Mean norm of D's gradient at fakes"),
            "grad_G": Signal("slope of G", "Slope of G", "Norm of G's gradient"),
        },
    ),
    Family(
        "originality",
        "Originality and inputs",
        "ratio",
        "Whether samples are copies, and whether label and latent matter",
        {
            "memo": Signal("originality", "Originality", "Distance from samples to the training data ÷ from held-out data; below 1 samples are copies"),
            "label_use": Signal("label", "Use of the label", "How much a sample changes with its label, beside with its latent"),
            "label_told": Signal("label in data", "Label told by the data", "How often the most similar other picture of the data has the same label"),
            "label_hit": Signal("class", "Fit to the label", "How often a sample looks like the class asked for, beside how often real ones do"),
            "latent_use": Signal("latent", "Use of the latent", "How much samples of one class differ ÷ how much the data do"),
        },
    ),
    Family(
        "faults",
        "Faults of pictures",
        "value",
        "Clipped, chequered and off-colour pictures",
        {
            "saturation": Signal(
                "saturated", "Saturated pixels", "Share of the values at the ends of their range − of the data's; far above 0 pictures are burnt out"
            ),
            "checker": Signal("chequers", "Chequers", "Strength of the pattern that strides leave ÷ the same in the data"),
            "chroma": Signal("colours", "Colours", "Spread of the colours against the data's, as a logarithm; far below 0 colours are missing"),
            "tint": Signal("tint", "Tint", "How far the mean colour is off, in standard deviations between pictures"),
            "finite": Signal("finite", "Finite numbers", "Share of the samples and of D's answers that are numbers; 1 is right"),
        },
    ),
)
SIGNALS: dict[str, Signal] = {name: signal for family in FAMILIES for name, signal in family.signals.items()}


def signal_of(name: str) -> Signal:
    """The words for a signal; of one that this version does not know, its name."""
    return SIGNALS.get(name, Signal(name, name, ""))
