"""Classes that make no difference."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, share
from studio.doctor.remedies import Changes, Ward, balance, mend, restart, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity


class LabelIgnored(Detector, kind="label_ignored"):
    """Samples look like the class asked for less than .4 times as often as reals do; over above .5.

    Where neighbours do not tell: another class changes a sample less than .4 times as much as another latent does; over above .5. Both .25 more
    where the reals' own classes look dealt out at random, `label_told` below .06.
    """

    title: ClassVar[str] = "Classes are ignored"
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
        return (
            "The generator makes the same samples whatever class it is asked for. Look first whether the classes of the data are right: "
            "where pictures and classes do not belong together, there is nothing to learn."
        )

    def brief(self, case: Case) -> str:
        if "label_hit" in case:
            return f"samples look like their class {share(case['label_hit'])} times as often as the data do"
        return f"another class changes a sample {share(case['label_use'])} times as much as chance does"

    def why(self, case: Case) -> str:
        if "label_hit" in case:
            return f"Samples look like the class asked for {share(case['label_hit'])} times as often as real ones look like theirs (usual: above 0.5)."
        said = f"Another class changes a sample {share(case['label_use'])} times as much as other random numbers do (usual: above"
        return f"{said} 0.75), and in the data too, alike samples are of any class." if self.dealt(case) else f"{said} 0.5)."

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        unlabelled: Changes = {"dataset.labelled": False} if ward.at("dataset.labelled") else {}
        return these(
            mend(
                "A fresh discriminator",
                "A new D learns anew which pictures belong to which class. Do it once the classes of the data are known to be right.",
                ward,
                fresh=True,
            ),
            mend(
                f"Use {rpgan_words(ward)}",
                "A loss that compares every sample with a real one of the same class, so that the class matters.",
                ward,
                rpgan(ward),
                balance(ward),
            ),
            restart("New run without classes", "Where the classes say nothing of the pictures, the run is better off without them.", unlabelled),
        )
