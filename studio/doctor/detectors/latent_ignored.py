"""One sample a class."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, balance, larger_z, mend, restart, rpgan, rpgan_words, these
from studio.messages import Remedy, Severity
from studio.words import mark, say


class LatentIgnored(Detector, kind="latent_ignored"):
    """Samples of one class lie less than .2 times as far apart as the data's; over above .3."""

    title: ClassVar[str] = mark("One sample a class")
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
        return say(
            "The generator makes nearly one and the same sample for each class: "
            "it listens to the class alone and ignores the random numbers that should vary it."
        )

    def brief(self, case: Case) -> str:
        return say("within a class samples differ {times:.2f} times as much as the data", times=case["latent_use"])

    def why(self, case: Case) -> str:
        return say("Two samples of a class lie {times:.2f} times as far apart as two of the data (usual: above 0.6).", times=case["latent_use"])

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        loss, changes = rpgan_words(ward), (rpgan(ward), balance(ward))
        return these(
            mend(
                say("Use {loss}", loss=loss),
                say("From here on with a loss and a penalty that keep the samples varied, and players of like speed."),
                ward,
                *changes,
            ),
            mend(say("Roll back and use {loss}", loss=loss), say("The same from the newest checkpoint that was well."), ward, *changes, back=True),
            restart(say("New run with a larger latent"), say("With more random numbers to make a sample of there is more to listen to."), larger_z(ward)),
        )
