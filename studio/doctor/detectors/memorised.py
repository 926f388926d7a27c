"""Samples that are copies of the training data."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, augmented, mend, r1, slower_d, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class Memorised(Detector, kind="memorised"):
    """Samples lie nearer than .7 times as near to the training data as new data does; over above .9."""

    title: ClassVar[str] = mark("Samples are copies")
    severity: ClassVar[Severity] = "high"
    needs: ClassVar[tuple[str, ...]] = ("memo",)
    yields_to: ClassVar[tuple[str, ...]] = ("total_collapse", "numeric_blowup")
    evidence: ClassVar[tuple[str, ...]] = ("pairs",)

    below: ClassVar[float] = 0.7
    above: ClassVar[float] = 0.9

    def bad(self, case: Case) -> bool:
        return case["memo"] < self.below

    def good(self, case: Case) -> bool:
        return case["memo"] > self.above

    def text(self, case: Case) -> str:
        return say("The generator repeats pictures of your training data instead of making new ones. It has too few of them, or has seen them too often.")

    def brief(self, case: Case) -> str:
        return say("samples lie {times:.2f} times as far from the training data as new data does", times=case["memo"])

    def why(self, case: Case) -> str:
        return say(
            "From a sample to the most similar training sample it is {times:.2f} times as far as from held-out data (usual: 1 or more, copies: below 0.7).",
            times=case["memo"],
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        more = augmented(ward)
        return these(
            mend(
                say("Roll back and augment"),
                say(
                    "Changes every picture a little before D sees it, so that no copy is worth more than something new. "
                    "Goes back to the newest checkpoint that made new pictures."
                ),
                ward,
                more,
                r1(ward),
                back=True,
            )
            if more
            else None,
            mend(
                say("Augment what D sees"),
                say("Changes every picture a little before D sees it, so that no copy is worth more than something new. More data would help more."),
                ward,
                more,
                r1(ward),
            )
            if more
            else None,
            mend(
                say("Go back to an earlier checkpoint"),
                say("Goes back to the newest checkpoint that made new samples, with a slower D."),
                ward,
                slower_d(ward),
                back=True,
            ),
            mend(
                say("Hold D flatter"),
                say("A stronger penalty on a steep D (R1) makes it harder to point at single samples. More data helps most."),
                ward,
                r1(ward),
            ),
            mend(say("Slow D down"), say("D learns at a quarter of its rate. More data helps most."), ward, slower_d(ward)),
        )
