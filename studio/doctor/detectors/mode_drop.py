"""Parts of the data that are no longer made."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, balance, mend, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity
from studio.words import mark, say, say_n


class ModeDrop(Detector, kind="mode_drop"):
    """At least 3 parts of the data empty or χ² above 8, while precision is at least .6; over when none is empty and χ² is below 5.

    A young run of many-sided data has never made them all: before the deadline it counts only once the parts were even.
    """

    title: ClassVar[str] = mark("Mode dropping")
    severity: ClassVar[Severity] = "high"
    needs: ClassVar[tuple[str, ...]] = ("precision", "empty", "chi2")
    yields_to: ClassVar[tuple[str, ...]] = ("total_collapse", "numeric_blowup")
    evidence: ClassVar[tuple[str, ...]] = ("missing", "shares")

    empty: ClassVar[int] = 3
    uneven: ClassVar[float] = 8.0
    even: ClassVar[float] = 5.0
    precision: ClassVar[float] = 0.6

    @classmethod
    def lost(cls, case: Case) -> bool:
        """Whether parts of the data are missing or rare, however good the samples are."""
        return case["empty"] >= cls.empty or case["chi2"] > cls.uneven

    def bad(self, case: Case) -> bool:
        return self.lost(case) and case["precision"] >= self.precision and (case.was_well or case.nimg >= case.deadline)

    def good(self, case: Case) -> bool:
        return case["empty"] == 0 and case["chi2"] < self.even

    def text(self, case: Case) -> str:
        return say(
            "The generator no longer makes some kinds of samples that are in your data. What it still makes looks right, so a glance at the samples misses it."
        )

    def brief(self, case: Case) -> str:
        parts = int(case["empty"])
        if parts:
            return say_n(parts, "{n} part of the data gets no samples", "{n} parts of the data get no samples")
        return say("some parts of the data get hardly any samples")

    def why(self, case: Case) -> str:
        parts = int(case["empty"])
        return say_n(
            parts,
            "{n} of the parts into which the data was divided has no sample (usual: 0), unevenness χ² is {chi2} (usual: below 5); "
            "at precision {precision:.2f}{recall}.",
            "{n} of the parts into which the data was divided have no sample (usual: 0), unevenness χ² is {chi2} (usual: below 5); "
            "at precision {precision:.2f}{recall}.",
            chi2=number(case["chi2"]),
            precision=case["precision"],
            recall=say(", recall {recall:.2f}", recall=case["recall"]) if "recall" in case else "",
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        loss, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        return these(
            mend(
                say("Use {loss}", loss=loss),
                say("From here on with a loss that compares every sample with a real one, a penalty on a steep discriminator, and players of like speed."),
                ward,
                *changes,
            ),
            mend(say("Roll back and use {loss}", loss=loss), say("The same from the newest checkpoint that was well."), ward, *changes, back=True),
            mend(
                say("Use {loss} and a fresh discriminator", loss=loss),
                say("A new discriminator has no memory of what fooled the old one; the samples get worse for a while."),
                ward,
                *changes,
                fresh=True,
            ),
        )
