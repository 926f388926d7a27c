"""Samples that repeat each other."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, balance, larger_z, mend, restart, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class LowVariety(Detector, kind="low_variety"):
    """RKE below .13 or NNr below .25; over above .2 and .35.

    A low RKE says nothing of its own where parts of the data are missing, nor in a young run, where it rises for long: before the deadline it counts
    only when it fell below .6 times its median. Late: a latent with one dimension may keep a run from ever arming.
    """

    title: ClassVar[str] = mark("Low variety")
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("rke",)
    gate = "late"
    compared: ClassVar[tuple[str, ...]] = ("rke",)
    yields_to: ClassVar[tuple[str, ...]] = ("total_collapse", "numeric_blowup", "latent_ignored")
    evidence: ClassVar[tuple[str, ...]] = ("duplicates",)

    variety: ClassVar[tuple[float, float]] = (0.13, 0.2)
    nearest: ClassVar[tuple[float, float]] = (0.25, 0.35)
    fell: ClassVar[float] = 0.6
    empty: ClassVar[int] = 3  # with so many parts missing, or so uneven, fewer kinds are no wonder
    uneven: ClassVar[float] = 8.0

    def bad(self, case: Case) -> bool:
        explained = case.signals.get("empty", 0) >= self.empty or case.signals.get("chi2", 0) > self.uneven
        counts = case.nimg >= case.deadline or case["rke"] < self.fell * case.usual.get("rke", 0.0)
        return (case["rke"] < self.variety[0] and counts and not explained) or case.signals.get("nnr", 1.0) < self.nearest[0]

    def good(self, case: Case) -> bool:
        return case["rke"] > self.variety[1] and case.signals.get("nnr", 1.0) > self.nearest[1]

    def text(self, case: Case) -> str:
        return say("The samples repeat each other: there are far fewer different ones than in the data, though all kinds may be there.")

    def brief(self, case: Case) -> str:
        return say("variety {variety:.2f} of the data's", variety=case["rke"])

    def why(self, case: Case) -> str:
        near = ""
        if "nnr" in case:
            near = say(
                ", the distance to the most similar other sample (NNr) {near:.2f} of the data's (usual: above {usual:.2f})",
                near=case["nnr"],
                usual=self.nearest[1],
            )
        return say(
            "Kinds of samples (RKE) are {variety:.2f} of the data's (usual: above {usual:.2f}){near}.", variety=case["rke"], usual=self.variety[1], near=near
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        loss, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        now = ward.at("network.z_dim")
        text = (
            say("Each sample is made from few random numbers. With more of them there is room for more different samples.")
            if now is None
            else say("Each sample is made from {z} random numbers. With more of them there is room for more different samples.", z=now)
        )
        wider = restart(say("New run with a larger latent"), text, larger_z(ward))
        spread = (
            mend(
                say("Use {loss}", loss=loss),
                say("From here on with a loss and a penalty that keep the samples varied, and players of like speed."),
                ward,
                *changes,
            ),
            mend(say("Roll back and use {loss}", loss=loss), say("The same from the newest checkpoint that was well."), ward, *changes, back=True),
        )
        return these(wider, *spread) if wider else these(*spread)
