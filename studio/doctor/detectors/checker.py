"""A pattern of little squares in the pictures."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import Ward, averaged, mend, r1, restart, these
from studio.messages import Remedy, Severity
from studio.words import mark, say

SMOOTH = ("r3gan", "stylegan2", "fastgan")  # kinds whose generators interpolate


class Checker(Detector, kind="checker"):
    """The frequencies of the networks' strides stand out over 1.9 times as much as in the data; over below 1.5.

    Where hardly any sample is like the data, precision below .05, what stands out is no pattern of the strides but all that is wrong. Every young
    generator of transposed convolutions has the pattern and most lose it: before the deadline it counts only when it grew to three times its median.
    """

    title: ClassVar[str] = mark("Checkerboard pattern")
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("checker",)
    gate = "late"
    compared: ClassVar[tuple[str, ...]] = ("checker",)
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "total_collapse")
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    above: ClassVar[float] = 1.9
    below: ClassVar[float] = 1.5
    alike: ClassVar[float] = 0.05
    grew: ClassVar[float] = 3.0

    def bad(self, case: Case) -> bool:
        return case["checker"] > self.above and case.signals.get("precision", 1.0) >= self.alike and case.is_ripe("checker", self.grew)

    def good(self, case: Case) -> bool:
        return case["checker"] < self.below

    def text(self, case: Case) -> str:
        return say(
            "The pictures have a pattern of little squares, which comes from the way in which the generator enlarges them. More training seldom removes it."
        )

    def brief(self, case: Case) -> str:
        return say("a pattern {times} times as strong as in the data", times=number(case["checker"]))

    def why(self, case: Case) -> str:
        return say("Details that repeat every 2 or 4 pixels stand out {times} times as much as in the data (usual: about 1).", times=number(case["checker"]))

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        return these(
            _smooth(ward),
            mend(say("Hold D flatter"), say("A stronger penalty on a steep D (R1): it then rewards fine patterns less."), ward, r1(ward)),
            mend(say("A longer average"), say("The samples come from an average of more steps, which weakens the pattern."), ward, averaged(ward)),
        )


def _smooth(ward: Ward) -> Remedy | None:
    """A generator that leaves no pattern, as near to the present one as there is."""
    if ward.at("network.kind") == "dcgan":
        about = say("Each pixel is doubled before it is convolved, which leaves no pattern and takes G longer. The networks cannot change while a run trains.")
        changes = {} if ward.at("network.upsampling") == "nearest" else {"network.upsampling": "nearest"}
        return restart(say("New run whose generator enlarges smoothly"), about, changes)
    about = say("R3GAN's generator interpolates before it convolves, which leaves no pattern. The networks cannot change while a run trains.")
    return restart(say("New run with networks that enlarge smoothly"), about, {} if ward.at("network.kind") in SMOOTH else {"network.kind": "r3gan"})
