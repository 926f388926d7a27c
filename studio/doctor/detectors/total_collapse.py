"""Every sample looks the same."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, share
from studio.doctor.remedies import Ward, balance, mend, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity


class TotalCollapse(Detector, kind="total_collapse"):
    """PDR below .3; over above .6. Late: a run that began so has collapsed too."""

    title: ClassVar[str] = "Total collapse"
    severity: ClassVar[Severity] = "critical"
    needs: ClassVar[tuple[str, ...]] = ("pdr",)
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup",)
    evidence: ClassVar[tuple[str, ...]] = ("duplicates", "shares", "logits")

    below: ClassVar[float] = 0.3
    above: ClassVar[float] = 0.6

    def bad(self, case: Case) -> bool:
        return case["pdr"] < self.below

    def good(self, case: Case) -> bool:
        return case["pdr"] > self.above

    def text(self, case: Case) -> str:
        return (
            "The generator makes nearly the same sample whatever it is given: it found one that fools the discriminator and forgot all else. "
            "By itself a run hardly ever comes back from this."
        )

    def brief(self, case: Case) -> str:
        return f"samples differ only {share(case['pdr'])} times as much as the data"

    def why(self, case: Case) -> str:
        kinds = f", kinds of samples (RKE) are {share(case['rke'])} of the data's (usual: above 0.2)" if "rke" in case else ""
        return f"The spread of the samples (PDR) is {share(case['pdr'])} of the data's (usual: above 0.6){kinds}."

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        words, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        return these(
            mend(
                f"Roll back and use {words}",
                "Goes back to the newest checkpoint that was well, and trains on with a loss and a penalty that keep the samples varied. "
                "Going back alone would only repeat what happened.",
                ward,
                *changes,
                back=True,
            ),
            mend(f"Begin again with {words}", "Trains from the beginning with a loss and a penalty that keep the samples varied.", ward, *changes, again=True),
            mend(
                f"Use {words} and a fresh discriminator",
                "Keeps the generator as it is. A new discriminator has no memory of what fooled the old one.",
                ward,
                *changes,
                fresh=True,
            ),
        )
