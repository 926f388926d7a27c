"""Samples that wander from one kind to the next."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, averaged, balance, mend, no_momentum, r1, rpgan, rpgan_words, slower, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class Hopping(Detector, kind="hopping"):
    """From check to check over 3.7 times as many samples change their part of the data as chance would move; over below 2.5 times.

    Any generator that still learns moves some: the calibration's runs that were well reached 2.2. A young one moves most: before the deadline it counts
    only when three times as many move as usual. Late: a run that hops from its beginning may never arm.
    """

    title: ClassVar[str] = mark("Mode hopping")
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("hop", "hop_floor")
    gate = "late"
    compared: ClassVar[tuple[str, ...]] = ("hop",)
    yields_to: ClassVar[tuple[str, ...]] = ("total_collapse", "numeric_blowup")
    evidence: ClassVar[tuple[str, ...]] = ("hops",)

    times: ClassVar[float] = 3.7
    times_good: ClassVar[float] = 2.5
    grew: ClassVar[float] = 3.0

    def bad(self, case: Case) -> bool:
        return case["hop"] > self.times * case["hop_floor"] and case.is_ripe("hop", self.grew)

    def good(self, case: Case) -> bool:
        return case["hop"] < self.times_good * case["hop_floor"]

    def text(self, case: Case) -> str:
        return say(
            "The generator moves from one kind of sample to the next instead of making all of them at once. "
            "Which kinds a checkpoint can make is a matter of luck."
        )

    def brief(self, case: Case) -> str:
        return say("{moved:.0f} % of the samples moved since the last check", moved=100 * case["hop"])

    def why(self, case: Case) -> str:
        return say(
            "{moved:.0f} % of the samples moved to other parts of the data since the check before (by chance alone: {chance:.0f} %).",
            moved=100 * case["hop"],
            chance=100 * case["hop_floor"],
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        calm = (slower(ward, 2.0), no_momentum(ward))
        return these(
            mend(
                say("Calm both players down"),
                say("Half the rate, no momentum and a penalty on a steep discriminator: the players stop chasing each other."),
                ward,
                *calm,
                r1(ward),
            ),
            mend(
                say("Use {loss}", loss=rpgan_words(ward)),
                say("A loss that compares every sample with a real one, and a penalty on a steep discriminator."),
                ward,
                rpgan(ward),
                balance(ward),
            ),
            mend(
                say("A longer average"),
                say("The samples come from an average of more steps. That hides the hopping; it brings no lost kind back."),
                ward,
                averaged(ward),
            ),
        )
