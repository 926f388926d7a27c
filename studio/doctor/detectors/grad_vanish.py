"""A generator that is taught nothing any more."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, balance, mend, non_saturating, r1, rpgan, rpgan_words, slower_d, these
from studio.messages import Remedy, Severity


class GradVanish(Detector, kind="grad_vanish"):
    """G's gradient is below a hundredth of its median since the run was armed; over above a twentieth.

    Under the saturating loss also where D is sure of itself, AUC above .99 and a lead above 8: there G's gradient fades as e^−lead; under other losses it
    does not, and a far lead is another failure.
    """

    title: ClassVar[str] = "The generator's gradient vanishes"
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

    def bad(self, case: Case) -> bool:
        return case["grad_G"] < self.below * case.usual.get("grad_G", 0.0) or self._is_saturated(case, 0)

    def good(self, case: Case) -> bool:
        return case["grad_G"] >= self.above * case.usual.get("grad_G", 0.0) and not self._is_saturated(case, 1)

    def text(self, case: Case) -> str:
        cause = {
            "minimax": "With this loss that happens as soon as the discriminator is sure of itself",
            "hinge": "Its outputs may be stuck at the ends of their range",
            "wasserstein": "The penalty on the discriminator may be too strong, so that it is flat everywhere",
        }.get(case.loss, "Its outputs may be stuck at the ends of their range, or the discriminator may have become flat")
        return f"The discriminator no longer tells the generator in which direction to improve, so it stands still. {cause}."

    def brief(self, case: Case) -> str:
        return f"{number(case['grad_G'])}, and it stands still"

    def why(self, case: Case) -> str:
        usual = f"usual in this run: {number(case.usual['grad_G'])}" if "grad_G" in case.usual else "a run that learns: above 0.01, mostly"
        sure = f", while D's lead is {number(case['gap'])} at AUC {case['auc']:.3f} (usual: below 0.95)" if {"gap", "auc"} <= case.signals.keys() else ""
        return f"The norm of G's gradient is {number(case['grad_G'])} ({usual}){sure}."

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        words, gentle = rpgan_words(ward), non_saturating(ward)
        return these(
            mend(
                "Use the non-saturating loss, D slower",
                "The same game with a loss whose pull on G grows when D is ahead, and D at a quarter of its rate.",
                ward,
                gentle,
                slower_d(ward),
            )
            if gentle
            else None,
            mend(f"Use {words}", "A loss that compares every sample with a real one: it teaches G however far D is ahead.", ward, rpgan(ward), balance(ward)),
            mend(f"Roll back and use {words}", "The same from the newest checkpoint that was well.", ward, rpgan(ward), balance(ward), back=True),
            mend("A weaker penalty on D", "A quarter of the weight of the penalty that may hold D too flat.", ward, r1(ward, 0.25)),
            mend("A fresh discriminator, slower", "A new D is not sure of itself yet, and G learns again.", ward, slower_d(ward), fresh=True),
        )

    def _is_saturated(self, case: Case, which: int) -> bool:
        return case.loss == "minimax" and case.signals.get("auc", 0.5) > self.auc[which] and case.signals.get("gap", 0.0) > self.lead[which]
