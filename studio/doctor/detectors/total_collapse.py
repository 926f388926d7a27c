"""Every sample looks the same."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number, share
from studio.doctor.remedies import Ward, balance, mend, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity


class TotalCollapse(Detector, kind="total_collapse"):
    """PDR below .3, or, in a run that once did well, χ² above 60; over above .6 and below 30. Late: a run that began so has collapsed too.

    χ² sees what distances do not: samples of a tenth of the kinds, or of none, that lie far apart all the same. Before a run is armed it is as large for
    want of training.
    """

    title: ClassVar[str] = "Total collapse"
    severity: ClassVar[Severity] = "critical"
    needs: ClassVar[tuple[str, ...]] = ("pdr",)
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup",)
    evidence: ClassVar[tuple[str, ...]] = ("duplicates", "shares", "logits")

    below: ClassVar[float] = 0.3
    above: ClassVar[float] = 0.6
    uneven: ClassVar[tuple[float, float]] = (60.0, 30.0)

    def bad(self, case: Case) -> bool:
        return case["pdr"] < self.below or (case.armed and case.signals.get("chi2", 0.0) > self.uneven[0])

    def good(self, case: Case) -> bool:
        return case["pdr"] > self.above and case.signals.get("chi2", 0.0) < self.uneven[1]

    def text(self, case: Case) -> str:
        if case["pdr"] >= self.below:
            return (
                "Nearly all kinds of samples that are in your data are gone: the generator found a few that fool the discriminator and forgot the rest. "
                "By itself a run hardly ever comes back from this."
            )
        return (
            "The generator makes nearly the same sample whatever it is given: it found one that fools the discriminator and forgot all else. "
            "By itself a run hardly ever comes back from this."
        )

    def brief(self, case: Case) -> str:
        if case["pdr"] >= self.below:
            return "nearly all parts of the data get no samples"
        return f"samples differ only {share(case['pdr'])} times as much as the data"

    def why(self, case: Case) -> str:
        kinds = f", kinds of samples (RKE) are {share(case['rke'])} of the data's (usual: above 0.2)" if "rke" in case else ""
        uneven = f", unevenness χ² is {number(case['chi2'])} (usual: below 5)" if "chi2" in case else ""
        return f"The spread of the samples (PDR) is {share(case['pdr'])} of the data's (usual: above 0.6){kinds}{uneven}."

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
