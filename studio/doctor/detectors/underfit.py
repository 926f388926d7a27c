"""Varied samples that are not good yet."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, averaged, longer, mend, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class Underfit(Detector, kind="underfit"):
    """Precision below .5 while recall is above .6: quality is missing, not variety; over above .6."""

    title: ClassVar[str] = mark("Not trained long enough")
    severity: ClassVar[Severity] = "info"
    needs: ClassVar[tuple[str, ...]] = ("precision", "recall")
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "aug_leak", "d_too_weak", "not_learning", "total_collapse")
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    precision: ClassVar[tuple[float, float]] = (0.5, 0.6)
    recall: ClassVar[float] = 0.6

    def bad(self, case: Case) -> bool:
        return case["precision"] < self.precision[0] and case["recall"] > self.recall

    def good(self, case: Case) -> bool:
        return case["precision"] > self.precision[1]

    def text(self, case: Case) -> str:
        return say("The samples are as varied as the data but do not look like it closely yet. That is no collapse: such a run mostly needs more time.")

    def brief(self, case: Case) -> str:
        return say("{share:.2f} of the samples look like data, and all kinds are there", share=case["precision"])

    def why(self, case: Case) -> str:
        return say(
            "Precision is {precision:.2f} (usual: above 0.6) while recall is {recall:.2f} (usual when kinds are lost: low).",
            precision=case["precision"],
            recall=case["recall"],
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        return these(
            mend(say("Train twice as long"), say("Doubles the planned length; rates that fall over the whole run fall more slowly."), ward, longer(ward)),
            mend(say("A longer average"), say("The samples come from an average of more steps, which makes them cleaner."), ward, averaged(ward)),
        )
