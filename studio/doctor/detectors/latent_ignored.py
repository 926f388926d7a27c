"""One sample a class."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, share
from studio.doctor.remedies import Ward, balance, larger_z, mend, restart, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity


class LatentIgnored(Detector, kind="latent_ignored"):
    """Samples of one class lie less than .2 times as far apart as the data's; over above .3."""

    title: ClassVar[str] = "One sample a class"
    severity: ClassVar[Severity] = "medium"
    needs: ClassVar[tuple[str, ...]] = ("latent_use",)
    yields_to: ClassVar[tuple[str, ...]] = ("numeric_blowup", "total_collapse")
    evidence: ClassVar[tuple[str, ...]] = ("classes", "duplicates")

    below: ClassVar[float] = 0.2
    above: ClassVar[float] = 0.3

    def bad(self, case: Case) -> bool:
        return case["latent_use"] < self.below

    def good(self, case: Case) -> bool:
        return case["latent_use"] > self.above

    def text(self, case: Case) -> str:
        return (
            "The generator makes nearly one and the same sample for each class: "
            "it listens to the class alone and ignores the random numbers that should vary it."
        )

    def brief(self, case: Case) -> str:
        return f"within a class samples differ {share(case['latent_use'])} times as much as the data"

    def why(self, case: Case) -> str:
        return f"Two samples of a class lie {share(case['latent_use'])} times as far apart as two of the data (usual: above 0.6)."

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        words, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        return these(
            mend(f"Use {words}", "From here on with a loss and a penalty that keep the samples varied, and players of like speed.", ward, *changes),
            mend(f"Roll back and use {words}", "The same from the newest checkpoint that was well.", ward, *changes, back=True),
            restart("New run with a larger latent", "With more random numbers to make a sample of there is more to listen to.", larger_z(ward)),
        )
