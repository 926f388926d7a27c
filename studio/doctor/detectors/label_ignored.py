"""Classes that make no difference."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Changes, Ward, balance, mend, restart, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class LabelIgnored(Detector, kind="label_ignored"):
    """Samples look like the class asked for less than .4 times as often as reals do; over above .5.

    Where neighbours do not tell: another class changes a sample less than .4 times as much as another latent does; over above .5. Both .25 more
    where the reals' own classes look dealt out at random, `label_told` below .06.
    """

    title: ClassVar[str] = mark("Classes are ignored")
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("label_use",)
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "total_collapse")
    evidence: ClassVar[tuple[str, ...]] = ("classes",)

    below: ClassVar[float] = 0.4
    above: ClassVar[float] = 0.5
    random: ClassVar[float] = 0.06
    more: ClassVar[float] = 0.25

    @classmethod
    def figure(cls, case: Case) -> float:
        """What is compared with the thresholds."""
        if "label_hit" in case:
            return case["label_hit"]
        return case["label_use"] - (cls.more if cls.dealt(case) else 0.0)

    @classmethod
    def dealt(cls, case: Case) -> bool:
        """Whether the data's own classes look dealt out at random."""
        return case.signals.get("label_told", 1.0) < cls.random

    def bad(self, case: Case) -> bool:
        return self.figure(case) < self.below

    def good(self, case: Case) -> bool:
        return self.figure(case) > self.above

    def text(self, case: Case) -> str:
        return say(
            "The generator makes the same samples whatever class it is asked for. Look first whether the classes of the data are right: "
            "where pictures and classes do not belong together, there is nothing to learn."
        )

    def brief(self, case: Case) -> str:
        if "label_hit" in case:
            return say("samples look like their class {times:.2f} times as often as the data do", times=case["label_hit"])
        return say("another class changes a sample {times:.2f} times as much as chance does", times=case["label_use"])

    def why(self, case: Case) -> str:
        if "label_hit" in case:
            hits = case["label_hit"]
            return say("Samples look like the class asked for {times:.2f} times as often as real ones look like theirs (usual: above 0.5).", times=hits)
        if self.dealt(case):
            return say(
                "Another class changes a sample {times:.2f} times as much as other random numbers do (usual: above 0.75), "
                "and in the data too, alike samples are of any class.",
                times=case["label_use"],
            )
        return say("Another class changes a sample {times:.2f} times as much as other random numbers do (usual: above 0.5).", times=case["label_use"])

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        unlabelled: Changes = {"dataset.labelled": False} if ward.at("dataset.labelled") else {}
        return these(
            mend(
                say("A fresh discriminator"),
                say("A new D learns anew which pictures belong to which class. Do it once the classes of the data are known to be right."),
                ward,
                fresh=True,
            ),
            mend(
                say("Use {loss}", loss=rpgan_words(ward)),
                say("A loss that compares every sample with a real one of the same class, so that the class matters."),
                ward,
                rpgan(ward),
                balance(ward),
            ),
            restart(say("New run without classes"), say("Where the classes say nothing of the pictures, the run is better off without them."), unlabelled),
        )
