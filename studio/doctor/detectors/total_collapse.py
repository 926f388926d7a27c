"""Every sample looks the same."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, balance, mend, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class TotalCollapse(Detector, kind="total_collapse"):
    """PDR below .3, or, in a run that once did well, χ² above 60; over above .6 and below 30. Late: a run that began so has collapsed too.

    χ² sees what distances do not: samples of a tenth of the kinds, or of none, that lie far apart all the same. Before a run is armed it is as large for
    want of training.
    """

    title: ClassVar[str] = mark("Total collapse")
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
            return say(
                "Nearly all kinds of samples that are in your data are gone: the generator found a few that fool the discriminator and forgot the rest. "
                "By itself a run hardly ever comes back from this."
            )
        return say(
            "The generator makes nearly the same sample whatever it is given: it found one that fools the discriminator and forgot all else. "
            "By itself a run hardly ever comes back from this."
        )

    def brief(self, case: Case) -> str:
        if case["pdr"] >= self.below:
            return say("nearly all parts of the data get no samples")
        return say("samples differ only {times:.2f} times as much as the data", times=case["pdr"])

    def why(self, case: Case) -> str:
        return say(
            "The spread of the samples (PDR) is {spread:.2f} of the data's (usual: above 0.6){kinds}{uneven}.",
            spread=case["pdr"],
            kinds=say(", kinds of samples (RKE) are {kinds:.2f} of the data's (usual: above 0.2)", kinds=case["rke"]) if "rke" in case else "",
            uneven=say(", unevenness χ² is {chi2} (usual: below 5)", chi2=number(case["chi2"])) if "chi2" in case else "",
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        loss, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        return these(
            mend(
                say("Roll back and use {loss}", loss=loss),
                say(
                    "Goes back to the newest checkpoint that was well, and trains on with a loss and a penalty that keep the samples varied. "
                    "Going back alone would only repeat what happened."
                ),
                ward,
                *changes,
                back=True,
            ),
            mend(
                say("Begin again with {loss}", loss=loss),
                say("Trains from the beginning with a loss and a penalty that keep the samples varied."),
                ward,
                *changes,
                again=True,
            ),
            mend(
                say("Use {loss} and a fresh discriminator", loss=loss),
                say("Keeps the generator as it is. A new discriminator has no memory of what fooled the old one."),
                ward,
                *changes,
                fresh=True,
            ),
        )
