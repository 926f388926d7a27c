"""Colours that are missing or wrong."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, balance, mend, no_tints, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity


class Colour(Detector, kind="colour"):
    """The volume of the colours is e² times smaller than the data's, or the mean colour is off by 2 standard deviations; over within e and 1."""

    title: ClassVar[str] = "Colours are missing"
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("chroma",)
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "total_collapse", "mode_drop", "aug_leak")
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    chroma: ClassVar[tuple[float, float]] = (-2.0, -1.0)
    tint: ClassVar[tuple[float, float]] = (2.0, 1.0)

    def bad(self, case: Case) -> bool:
        return case["chroma"] < self.chroma[0] or case.signals.get("tint", 0.0) > self.tint[0]

    def good(self, case: Case) -> bool:
        return case["chroma"] > self.chroma[1] and case.signals.get("tint", 0.0) < self.tint[1]

    def text(self, case: Case) -> str:
        return "The samples have fewer colours than the data, or a cast, as if seen through tinted glass. Shapes may be right all the same."

    def brief(self, case: Case) -> str:
        if case["chroma"] < self.chroma[0]:
            return "far fewer colours than in the data"
        return "the samples have a cast"

    def why(self, case: Case) -> str:
        cast = f"; the mean colour is off by {number(case['tint'])} standard deviations (usual: below 1)" if "tint" in case else ""
        return f"The spread of the colours against the data's, as a logarithm, is {number(case['chroma'])} (usual: above -1){cast}."

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        words, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        return these(
            mend("Leave colours alone", "The augmentation changes no colours any more, so that D sees which ones are right.", ward, no_tints(ward)),
            mend(f"Use {words}", "A loss and a penalty that keep the samples as varied as the data, colours included.", ward, *changes),
            mend(f"Roll back and use {words}", "The same from the newest checkpoint that was well.", ward, *changes, back=True),
        )
