"""Augmentations that show in the samples."""

from collections.abc import Mapping
from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, less_augmented, mend, no_tints, restart, these
from studio.gan.schedule import Schedule
from studio.messages import Json, Remedy, Severity
from studio.words import mark, say


class AugLeak(Detector, kind="aug_leak"):
    """ADA's probability is .79 or more, and samples are not like the data, precision below .6, or have a cast; over when p is below .7, or both are well.

    p is `augment/p` where it follows D, which the check then tells, else what the schedule says. DiffAugment's changes do not leak at p = 1 (arXiv 2006.10738).
    """

    title: ClassVar[str] = mark("The augmentation leaks")
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("precision",)
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "total_collapse")
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    p: ClassVar[tuple[float, float]] = (0.79, 0.7)
    precision: ClassVar[tuple[float, float]] = (0.6, 0.7)
    tint: ClassVar[tuple[float, float]] = (1.0, 0.7)

    def fits(self, options: Mapping[str, Json], medium: str) -> bool:
        return bool(Case(0, {}, options).at("augment.kind") == "ada")

    def bad(self, case: Case) -> bool:
        unlike = case["precision"] < self.precision[0] or case.signals.get("tint", 0.0) > self.tint[0]
        return strength(case) >= self.p[0] and unlike

    def good(self, case: Case) -> bool:
        alike = case["precision"] > self.precision[1] and case.signals.get("tint", 0.0) < self.tint[1]
        return strength(case) < self.p[1] or alike

    def text(self, case: Case) -> str:
        return say(
            "Pictures are changed so often before the discriminator sees them that the generator takes the changes for part of the data: "
            "samples come out turned, mirrored or tinted."
        )

    def brief(self, case: Case) -> str:
        return say("pictures are changed with probability {p:.2f}", p=strength(case))

    def why(self, case: Case) -> str:
        cast = say(", and the mean colour is off by {tint:.2f} standard deviations (usual: below 1)", tint=case["tint"]) if "tint" in case else ""
        return say(
            "The augmentation's probability is {p:.2f} (safe: below 0.8) at precision {precision:.2f} (usual: above 0.6){cast}.",
            p=strength(case),
            precision=case["precision"],
            cast=cast,
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        return these(
            mend(say("Augment less"), say("Caps the probability of every change where it cannot leak."), ward, less_augmented(ward)),
            mend(say("Roll back and augment less"), say("The same from the newest checkpoint that was well."), ward, less_augmented(ward), back=True),
            mend(say("Leave colours alone"), say("No change of brightness, contrast, hue or saturation."), ward, no_tints(ward)),
            restart(say("New run without augmentation"), say("Where there is data enough, none is needed."), {"augment.kind": "none"}),
        )


def strength(case: Case) -> float:
    """The probability of the likeliest change."""
    shares = [float(case.at(f"augment.{name}", 0.0)) for name in ("blit", "geometry", "colour", "cutout")]
    return max(shares) * (case["augment/p"] if "augment/p" in case else _scheduled(case))


def _scheduled(case: Case) -> float:
    if case.at("augment.adaptive"):
        return 0.0  # not known
    return Schedule.model_validate(case.at("augment.p", 0.0)).at(case.nimg, float(case.at("training.kimg", 400.0)))
