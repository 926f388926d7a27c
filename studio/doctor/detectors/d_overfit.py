"""A discriminator that knows its training data by heart."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, augmented, mend, r1, slower_d, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class DOverfit(Detector, kind="d_overfit"):
    """AUC between training and held-out reals above .75, or r_v above .8 while AUC is above .6; over below .65 and .6.

    Both are orders and shares of D's own answers, so they hold for every loss. ADA's r_t is not used: it means nothing where D's sign has no meaning.
    """

    title: ClassVar[str] = mark("The discriminator overfits")
    severity: ClassVar[Severity] = "high"
    needs: ClassVar[tuple[str, ...]] = ("auc_tv",)
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup",)
    evidence: ClassVar[tuple[str, ...]] = ("logits",)

    known: ClassVar[tuple[float, float]] = (0.75, 0.65)
    lag: ClassVar[tuple[float, float]] = (0.8, 0.6)
    auc: ClassVar[float] = 0.6

    def bad(self, case: Case) -> bool:
        lags = case.signals.get("r_v", 0.0) > self.lag[0] and case.signals.get("auc", 0.0) > self.auc
        return case["auc_tv"] > self.known[0] or lags

    def good(self, case: Case) -> bool:
        return case["auc_tv"] < self.known[1] and case.signals.get("r_v", 0.0) < self.lag[1]

    def text(self, case: Case) -> str:
        return say(
            "The discriminator has learnt the training data by heart: it believes those pictures and takes others like them for fakes. "
            "What it teaches gets worse from here on, and the samples with it. The data is too little for this training."
        )

    def brief(self, case: Case) -> str:
        return say("it tells training data from new data in {right:.0f} % of the cases", right=100 * case["auc_tv"])

    def why(self, case: Case) -> str:
        lag = say("; new data lies {lag:.2f} of the way from training data to samples (r_v; usual: below 0.6)", lag=case["r_v"]) if "r_v" in case else ""
        return say(
            "D prefers a training sample to a held-out one in a share of {auc:.2f} of the pairs (usual: 0.5, below 0.65){lag}.", auc=case["auc_tv"], lag=lag
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        held, changed = r1(ward), augmented(ward)
        return these(
            mend(
                say("Augment what D sees"),
                say("Changes every picture a little before D sees it, real or not, so that D cannot learn them by heart, and holds D flatter (R1)."),
                ward,
                held,
                changed,
            )
            if changed
            else None,
            mend(
                say("Roll back and augment"),
                say(
                    "Changes every picture a little before D sees it, real or not, so that D cannot learn them by heart. "
                    "Goes back to the newest checkpoint that was well: what D knows by heart it does not forget."
                ),
                ward,
                held,
                changed,
                back=True,
            )
            if changed
            else None,
            mend(say("Hold D flatter and slower"), say("A stronger penalty on a steep D (R1), and a quarter of its rate."), ward, held, slower_d(ward)),
        )
