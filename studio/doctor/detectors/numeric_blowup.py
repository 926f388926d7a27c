"""Numbers that explode: the last moment before a run is lost."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, averaged, balance, clipped, mend, no_momentum, pause, r1, rpgan, slower, these, usual_rate
from studio.messages import Remedy, Severity
from studio.words import joined, mark, say

UNBOUNDED = ("wasserstein",)  # losses whose D has a scale of its own


class NumericBlowup(Detector, kind="numeric_blowup"):
    """Something is not finite, or D's lead or a gradient is over 20 times its rolling median; back within 5 times it is over.

    What is small has no weight, however fast it grew: an untrained D begins near 0, and one that merely dominates leads by 25 to 60 logits. A lead above
    200 is an explosion in itself, but for the Wasserstein loss, whose D has a scale of its own.
    """

    title: ClassVar[str] = mark("Numbers explode")
    severity: ClassVar[Severity] = "critical"
    gate = "always"
    raise_after: ClassVar[int] = 1
    compared: ClassVar[tuple[str, ...]] = ("gap", "grad_real", "grad_fake", "grad_G")
    by_usual: ClassVar[bool] = True
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    times: ClassVar[float] = 20.0
    times_good: ClassVar[float] = 5.0
    floors: ClassVar[dict[str, float]] = {"gap": 100.0, "grad_real": 100.0, "grad_fake": 100.0, "grad_G": 1000.0}
    limit: ClassVar[float] = 200.0
    grown: ClassVar[dict[str, str]] = {
        "gap": mark("D's lead is {size} (usual in this run: {usual})"),
        "grad_real": mark("D's slope at real samples is {size} (usual in this run: {usual})"),
        "grad_fake": mark("D's slope at generated samples is {size} (usual in this run: {usual})"),
        "grad_G": mark("G's gradient is {size} (usual in this run: {usual})"),
    }

    def bad(self, case: Case) -> bool:
        return bool(self._faults(case))

    def good(self, case: Case) -> bool:
        calm = all(
            size <= max(self.times_good * case.usual.get(name, 0.0), self.floors[name]) for name, size in self._sizes(case).items() if name in case.usual
        )
        return calm and case.signals.get("finite", 1.0) == 1 and (self._is_unbounded(case) or abs(case.signals.get("gap", 0.0)) < self.limit / 4)

    def text(self, case: Case) -> str:
        return say(
            "The numbers inside the networks grow without bound. If nothing is done, they soon are no numbers any more and the run ends. "
            "Most often the learning rate is too high."
        )

    def brief(self, case: Case) -> str:
        return next(iter(self._faults(case)), say("they settle again"))

    def why(self, case: Case) -> str:
        return say("{faults}.", faults=joined(self._faults(case, begins=True), "; "))

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        gentle = (usual_rate(ward) or slower(ward), no_momentum(ward), clipped(ward))
        return these(
            mend(
                say("Roll back, a quarter of the rate, clip"),
                say("Goes back to where all was well, and trains on in smaller steps of which none can be too long."),
                ward,
                *gentle,
                back=True,
            ),
            mend(
                say("Begin again, gently"),
                say("Trains from the beginning in smaller steps of which none can be too long, with a penalty on a steep discriminator."),
                ward,
                *gentle,
                balance(ward),
                rpgan(ward) if ward.at("objective.penalty") == "none" else {},
                again=True,
            ),
            mend(
                say("A quarter of the rate, and clip"),
                say("Smaller steps from here on; what is broken already may not recover."),
                ward,
                *gentle,
                r1(ward, 1.0),
            ),
            pause(),
            mend(say("A longer average"), say("The samples come from an average of more steps, which a single bad one spoils less."), ward, averaged(ward)),
        )

    def _sizes(self, case: Case) -> dict[str, float]:
        return {name: abs(case[name]) for name in self.compared if name in case}

    def _is_unbounded(self, case: Case) -> bool:
        return case.loss in UNBOUNDED

    def _faults(self, case: Case, *, begins: bool = False) -> list[str]:
        """What is wrong, the gravest first. begins: the first of them begins a sentence."""
        out = []
        if case.signals.get("finite", 1.0) < 1:
            out.append(say("Some results are no finite numbers (usual: none)" if begins else "some results are no finite numbers (usual: none)"))
        sizes = self._sizes(case)
        grown = {n: usual for n, size in sizes.items() if (usual := case.usual.get(n)) is not None and size > max(self.times * usual, self.floors[n])}
        for name, usual in grown.items():
            out.append(say(self.grown[name], size=number(sizes[name]), usual=number(usual)))
        if not self._is_unbounded(case) and sizes.get("gap", 0.0) > self.limit and "gap" not in grown:
            out.append(say("D's lead is {size} (usual: below 10)", size=number(sizes["gap"])))
        return out
