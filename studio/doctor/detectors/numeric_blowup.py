"""Numbers that explode: the last moment before a run is lost."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, averaged, balance, clipped, mend, no_momentum, pause, r1, rpgan, slower, these, usual_rate
from studio.messages import Remedy, Severity

UNBOUNDED = ("wasserstein",)  # losses whose D has a scale of its own


class NumericBlowup(Detector, kind="numeric_blowup"):
    """Something is not finite, or D's lead or a gradient is over 20 times its rolling median; back within 5 times it is over.

    What is small has no weight, however fast it grew: an untrained D begins near 0, and one that merely dominates leads by 25 to 60 logits. A lead above
    200 is an explosion in itself, but for the Wasserstein loss, whose D has a scale of its own.
    """

    title: ClassVar[str] = "Numbers explode"
    severity: ClassVar[Severity] = "critical"
    gate = "always"
    raise_after: ClassVar[int] = 1
    compared: ClassVar[tuple[str, ...]] = ("gap", "grad_real", "grad_fake", "grad_G")
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    times: ClassVar[float] = 20.0
    times_good: ClassVar[float] = 5.0
    floors: ClassVar[dict[str, float]] = {"gap": 100.0, "grad_real": 100.0, "grad_fake": 100.0, "grad_G": 1000.0}
    limit: ClassVar[float] = 200.0

    def bad(self, case: Case) -> bool:
        return bool(self._faults(case))

    def good(self, case: Case) -> bool:
        calm = all(
            size <= max(self.times_good * case.usual.get(name, 0.0), self.floors[name]) for name, size in self._sizes(case).items() if name in case.usual
        )
        return calm and case.signals.get("finite", 1.0) == 1 and (self._is_unbounded(case) or abs(case.signals.get("gap", 0.0)) < self.limit / 4)

    def text(self, case: Case) -> str:
        return (
            "The numbers inside the networks grow without bound. If nothing is done, they soon are no numbers any more and the run ends. "
            "Most often the learning rate is too high."
        )

    def brief(self, case: Case) -> str:
        return self._faults(case)[0] if self._faults(case) else "they settle again"

    def why(self, case: Case) -> str:
        said = "; ".join(self._faults(case))
        return f"{said[:1].upper()}{said[1:]}."

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        gentle = (usual_rate(ward) or slower(ward), no_momentum(ward), clipped(ward))
        return these(
            mend(
                "Roll back, a quarter of the rate, clip",
                "Goes back to where all was well, and trains on in smaller steps of which none can be too long.",
                ward,
                *gentle,
                back=True,
            ),
            mend(
                "Begin again, gently",
                "Trains from the beginning in smaller steps of which none can be too long, with a penalty on a steep discriminator.",
                ward,
                *gentle,
                balance(ward),
                rpgan(ward) if ward.at("objective.penalty") == "none" else {},
                again=True,
            ),
            mend("A quarter of the rate, and clip", "Smaller steps from here on; what is broken already may not recover.", ward, *gentle, r1(ward, 1.0)),
            pause(),
            mend("A longer average", "The samples come from an average of more steps, which a single bad one spoils less.", ward, averaged(ward)),
        )

    def _sizes(self, case: Case) -> dict[str, float]:
        return {name: abs(case[name]) for name in self.compared if name in case}

    def _is_unbounded(self, case: Case) -> bool:
        return case.loss in UNBOUNDED

    def _faults(self, case: Case) -> list[str]:
        """What is wrong, the gravest first."""
        words = {"gap": "D's lead", "grad_real": "D's slope at real samples", "grad_fake": "D's slope at generated samples", "grad_G": "G's gradient"}
        out = ["some results are no finite numbers (usual: none)"] if case.signals.get("finite", 1.0) < 1 else []
        sizes = self._sizes(case)
        for name, size in sizes.items():
            usual = case.usual.get(name)
            if usual is not None and size > max(self.times * usual, self.floors[name]):
                out.append(f"{words[name]} is {number(size)} (usual in this run: {number(usual)})")
        if not self._is_unbounded(case) and sizes.get("gap", 0.0) > self.limit and not any(fault.startswith("D's lead") for fault in out):
            out.append(f"{words['gap']} is {number(sizes['gap'])} (usual: below 10)")
        return out
