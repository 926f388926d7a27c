"""Classes that make no difference."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, share
from studio.doctor.remedies import Changes, Ward, balance, mend, restart, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity


class LabelIgnored(Detector, kind="label_ignored"):
    """Another class changes a sample less than .4 times as much as another latent does; over above .5."""

    title: ClassVar[str] = "Classes are ignored"
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("label_use",)
    gate = "late"
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "total_collapse")
    evidence: ClassVar[tuple[str, ...]] = ("classes",)

    below: ClassVar[float] = 0.4
    above: ClassVar[float] = 0.5

    def bad(self, case: Case) -> bool:
        return case["label_use"] < self.below

    def good(self, case: Case) -> bool:
        return case["label_use"] > self.above

    def text(self, case: Case) -> str:
        return (
            "The generator makes the same samples whatever class it is asked for. Look first whether the classes of the data are right: "
            "where pictures and classes do not belong together, there is nothing to learn."
        )

    def brief(self, case: Case) -> str:
        return f"another class changes a sample {share(case['label_use'])} times as much as chance does"

    def why(self, case: Case) -> str:
        return f"Another class changes a sample {share(case['label_use'])} times as much as other random numbers do (usual: above 0.5)."

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
