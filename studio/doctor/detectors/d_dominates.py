"""A discriminator that always wins."""

from collections.abc import Mapping
from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, mend, r1, rpgan, rpgan_words, slower_d, these
from studio.messages import Json, Remedy, Severity
from studio.words import mark, say


class DDominates(Detector, kind="d_dominates"):
    """D puts over 99 % of the pairs in order and its lead is large; over when that share is below .95, or its lead half the limit.

    How large depends on the loss: 6 logits where it compares odds, 4 for the hinge, which is content with 2, .9 for least squares, whose targets lie 1
    apart. The Wasserstein loss wants D to be as far ahead as it can, on a scale of its own: there it means nothing.
    """

    title: ClassVar[str] = mark("The discriminator dominates")
    severity: ClassVar[Severity] = "high"
    needs: ClassVar[tuple[str, ...]] = ("auc", "gap")
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "d_overfit", "grad_vanish")
    evidence: ClassVar[tuple[str, ...]] = ("logits",)

    above: ClassVar[float] = 0.99
    below: ClassVar[float] = 0.95
    lead: ClassVar[float] = 6.0
    leads: ClassVar[dict[str, float]] = {"hinge": 4.0, "least_squares": 0.9}

    def fits(self, options: Mapping[str, Json], medium: str) -> bool:
        return Case(0, {}, options).loss != "wasserstein"

    def bad(self, case: Case) -> bool:
        return case["auc"] > self.above and case["gap"] > self._lead(case)

    def good(self, case: Case) -> bool:
        return case["auc"] < self.below or case["gap"] < self._lead(case) / 2

    def text(self, case: Case) -> str:
        return say(
            "The discriminator tells every sample from the data at once and with great certainty. The generator learns little from a judge that rejects all "
            "it does, and often loses its variety next."
        )

    def brief(self, case: Case) -> str:
        return say("it is right in {right:.1f} % of the cases", right=100 * case["auc"])

    def why(self, case: Case) -> str:
        return say(
            "D prefers the real one in a share of {auc:.3f} of the pairs (AUC; usual: below {below:.2f}), and its lead is {lead} (usual: below {most}).",
            auc=case["auc"],
            below=self.below,
            lead=number(case["gap"]),
            most=number(self._lead(case)),
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        return these(
            mend(
                say("Slow D down and hold it flat"),
                say("D learns at a quarter of its rate, one step for each of G's, with a stronger penalty on a steep D (R1)."),
                ward,
                r1(ward),
                slower_d(ward),
            ),
            mend(
                say("Use {loss}, D at a quarter of its rate", loss=rpgan_words(ward)),
                say("A loss that keeps teaching G however far D is ahead, and a penalty that keeps D from being too sure."),
                ward,
                rpgan(ward),
                slower_d(ward),
            ),
            mend(
                say("Roll back and slow D down"),
                say("Goes back to the newest checkpoint that was well and gives G more time from there on."),
                ward,
                r1(ward),
                slower_d(ward),
                back=True,
            ),
            mend(
                say("A fresh discriminator, slower"),
                say("A new D has to learn again what the old one knew, and G catches up."),
                ward,
                slower_d(ward),
                fresh=True,
            ),
        )

    def _lead(self, case: Case) -> float:
        return self.leads.get(case.loss, self.lead)
