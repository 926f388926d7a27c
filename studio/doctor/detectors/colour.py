"""Colours that are missing or wrong."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, balance, mend, no_tints, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class Colour(Detector, kind="colour"):
    """The volume of the colours is e² times smaller than the data's, or the mean colour is off by 2 standard deviations; over within e and 1.

    A young generator finds shades before it finds colours: before the deadline it counts only once the colours were right.
    """

    title: ClassVar[str] = mark("Colours are missing")
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("chroma",)
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "total_collapse", "mode_drop", "aug_leak")
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    chroma: ClassVar[tuple[float, float]] = (-2.0, -1.0)
    tint: ClassVar[tuple[float, float]] = (2.0, 1.0)

    def bad(self, case: Case) -> bool:
        off = case["chroma"] < self.chroma[0] or case.signals.get("tint", 0.0) > self.tint[0]
        return off and (case.was_well or case.nimg >= case.deadline)

    def good(self, case: Case) -> bool:
        return case["chroma"] > self.chroma[1] and case.signals.get("tint", 0.0) < self.tint[1]

    def text(self, case: Case) -> str:
        return say("The samples have fewer colours than the data, or a cast, as if seen through tinted glass. Shapes may be right all the same.")

    def brief(self, case: Case) -> str:
        if case["chroma"] < self.chroma[0]:
            return say("far fewer colours than in the data")
        return say("the samples have a cast")

    def why(self, case: Case) -> str:
        cast = say("; the mean colour is off by {tint} standard deviations (usual: below 1)", tint=number(case["tint"])) if "tint" in case else ""
        spread = number(case["chroma"])
        return say("The spread of the colours against the data's, as a logarithm, is {spread} (usual: above -1){cast}.", spread=spread, cast=cast)

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        loss, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        return these(
            mend(say("Leave colours alone"), say("The augmentation changes no colours any more, so that D sees which ones are right."), ward, no_tints(ward)),
            mend(say("Use {loss}", loss=loss), say("A loss and a penalty that keep the samples as varied as the data, colours included."), ward, *changes),
            mend(say("Roll back and use {loss}", loss=loss), say("The same from the newest checkpoint that was well."), ward, *changes, back=True),
        )
