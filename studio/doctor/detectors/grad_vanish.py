"""A generator that is taught nothing any more."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, balance, mend, non_saturating, r1, rpgan, rpgan_words, slower_d, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class GradVanish(Detector, kind="grad_vanish"):
    """G's gradient is below a hundredth of its median since the run was armed; over above a twentieth.

    Under the saturating loss also where D is sure of itself, AUC above .99 and a lead above 8: there G's gradient fades as e^−lead; under other losses it
    does not, and a far lead is another failure.
    """

    title: ClassVar[str] = mark("The generator's gradient vanishes")
    severity: ClassVar[Severity] = "high"
    needs: ClassVar[tuple[str, ...]] = ("grad_G",)
    gate = "late"
    compared: ClassVar[tuple[str, ...]] = ("grad_G",)
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup",)
    evidence: ClassVar[tuple[str, ...]] = ("logits",)

    below: ClassVar[float] = 1e-2
    above: ClassVar[float] = 5e-2
    auc: ClassVar[tuple[float, float]] = (0.99, 0.97)
    lead: ClassVar[tuple[float, float]] = (8.0, 4.0)
    cause: ClassVar[str] = mark("Its outputs may be stuck at the ends of their range, or the discriminator may have become flat")
    causes: ClassVar[dict[str, str]] = {
        "minimax": mark("With this loss that happens as soon as the discriminator is sure of itself"),
        "hinge": mark("Its outputs may be stuck at the ends of their range"),
        "wasserstein": mark("The penalty on the discriminator may be too strong, so that it is flat everywhere"),
    }

    def bad(self, case: Case) -> bool:
        return case["grad_G"] < self.below * case.usual.get("grad_G", 0.0) or self._is_saturated(case, 0)

    def good(self, case: Case) -> bool:
        return case["grad_G"] >= self.above * case.usual.get("grad_G", 0.0) and not self._is_saturated(case, 1)

    def text(self, case: Case) -> str:
        cause = say(self.causes.get(case.loss, self.cause))
        return say("The discriminator no longer tells the generator in which direction to improve, so it stands still. {cause}.", cause=cause)

    def brief(self, case: Case) -> str:
        return say("{norm}, and it stands still", norm=number(case["grad_G"]))

    def why(self, case: Case) -> str:
        usual, sure = say("a run that learns: above 0.01, mostly"), ""
        if "grad_G" in case.usual:
            usual = say("usual in this run: {usual}", usual=number(case.usual["grad_G"]))
        if {"gap", "auc"} <= case.signals.keys():
            sure = say(", while D's lead is {lead} at AUC {auc:.3f} (usual: below 0.95)", lead=number(case["gap"]), auc=case["auc"])
        return say("The norm of G's gradient is {norm} ({usual}){sure}.", norm=number(case["grad_G"]), usual=usual, sure=sure)

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        loss, gentle = rpgan_words(ward), non_saturating(ward)
        return these(
            mend(
                say("Use the non-saturating loss, D slower"),
                say("The same game with a loss whose pull on G grows when D is ahead, and D at a quarter of its rate."),
                ward,
                gentle,
                slower_d(ward),
            )
            if gentle
            else None,
            mend(
                say("Use {loss}", loss=loss),
                say("A loss that compares every sample with a real one: it teaches G however far D is ahead."),
                ward,
                rpgan(ward),
                balance(ward),
            ),
            mend(
                say("Roll back and use {loss}", loss=loss),
                say("The same from the newest checkpoint that was well."),
                ward,
                rpgan(ward),
                balance(ward),
                back=True,
            ),
            mend(say("A weaker penalty on D"), say("A quarter of the weight of the penalty that may hold D too flat."), ward, r1(ward, 0.25)),
            mend(say("A fresh discriminator, slower"), say("A new D is not sure of itself yet, and G learns again."), ward, slower_d(ward), fresh=True),
        )

    def _is_saturated(self, case: Case, which: int) -> bool:
        return case.loss == "minimax" and case.signals.get("auc", 0.5) > self.auc[which] and case.signals.get("gap", 0.0) > self.lead[which]
