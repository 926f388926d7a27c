"""A discriminator that teaches nothing."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, faster_d, mend, more_d_steps, r1, restart, these, wider_d
from studio.messages import Remedy, Severity
from studio.words import mark, say


class DTooWeak(Detector, kind="d_too_weak"):
    """AUC below .55 though precision is below .5: samples are bad and D does not see it; over when either is above .6."""

    title: ClassVar[str] = mark("The discriminator is too weak")
    severity: ClassVar[Severity] = "high"
    needs: ClassVar[tuple[str, ...]] = ("auc", "precision")
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup",)
    evidence: ClassVar[tuple[str, ...]] = ("logits", "samples")

    auc: ClassVar[tuple[float, float]] = (0.55, 0.6)
    precision: ClassVar[tuple[float, float]] = (0.5, 0.6)

    def bad(self, case: Case) -> bool:
        return case["auc"] < self.auc[0] and case["precision"] < self.precision[0]

    def good(self, case: Case) -> bool:
        return case["auc"] > self.auc[1] or case["precision"] > self.precision[1]

    def text(self, case: Case) -> str:
        return say(
            "The samples do not look like the data, and the discriminator cannot tell: it only guesses. "
            "A judge that sees no difference teaches the generator nothing."
        )

    def brief(self, case: Case) -> str:
        right, share = 100 * case["auc"], case["precision"]
        return say("it is right in {right:.0f} % of the cases, and only {share:.2f} of the samples look like data", right=right, share=share)

    def why(self, case: Case) -> str:
        return say(
            "D prefers the real one in a share of {auc:.2f} of the pairs (AUC; 0.5 is guessing, usual while samples are bad: above 0.6), "
            "at precision {precision:.2f} (usual: above 0.6).",
            auc=case["auc"],
            precision=case["precision"],
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        return these(
            mend(say("Let D learn faster"), say("Four times D's learning rate."), ward, faster_d(ward)),
            mend(say("More steps of D"), say("D takes twice as many steps for each one of G's; training is slower for it."), ward, more_d_steps(ward)),
            mend(say("A weaker penalty on D"), say("A quarter of the weight of the penalty that holds D back."), ward, r1(ward, 0.25)),
            restart(
                say("New run with a larger discriminator"),
                say("D may be too small to see what is wrong with the samples. Its size cannot change while a run trains."),
                wider_d(ward),
            ),
        )
