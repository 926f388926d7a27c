"""A run that never began to learn."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector
from studio.doctor.remedies import Ward, balance, mend, restart, rpgan, rpgan_words, these, usual_rate, wider_d
from studio.messages import Remedy, Severity
from studio.words import mark, say


class NotLearning(Detector, kind="not_learning"):
    """Not armed at the deadline, precision does not rise any more, and no failure is known that explains it; over once it is armed.

    It rises while it is above .3 and 1.3 times its median over the checks before.
    """

    title: ClassVar[str] = mark("Not learning")
    severity: ClassVar[Severity] = "high"
    needs: ClassVar[tuple[str, ...]] = ("precision",)
    gate = "always"
    clear_after: ClassVar[int] = 1
    compared: ClassVar[tuple[str, ...]] = ("precision",)
    yields_to: ClassVar[tuple[str, ...]] = (
        "numeric_blowup",
        "total_collapse",
        "d_dominates",
        "d_too_weak",
        "grad_vanish",
        "aug_leak",
        "hopping",
        "low_variety",
        "label_ignored",
        "checker",
    )
    evidence: ClassVar[tuple[str, ...]] = ("samples",)

    rising: ClassVar[tuple[float, float]] = (0.3, 1.3)

    def bad(self, case: Case) -> bool:
        least, times = self.rising
        rises = case["precision"] > max(least, times * case.usual.get("precision", 1.0))
        return not case.armed and case.nimg >= case.deadline and not rises

    def good(self, case: Case) -> bool:
        return case.armed

    def text(self, case: Case) -> str:
        return say(
            "The samples still do not look like the data, and they have stopped getting closer to it. These settings will probably not get there at all."
        )

    def brief(self, case: Case) -> str:
        return say("only {share:.2f} of the samples look like data", share=case["precision"])

    def why(self, case: Case) -> str:
        return say(
            "Precision is {precision:.2f} (usual: above 0.5){spread}. This is judged from {deadline:g} kimg on; the run is at {kimg:g}.",
            precision=case["precision"],
            spread=say(", spread (PDR) is {spread:.2f} (usual: above 0.6)", spread=case["pdr"]) if "pdr" in case else "",
            deadline=case.deadline / 1000,
            kimg=case.nimg / 1000,
        )

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        loss, changes = rpgan_words(ward), (rpgan(ward), balance(ward), usual_rate(ward))
        return these(
            mend(
                say("Begin again with {loss}", loss=loss),
                say("Goes back to the beginning and trains with a loss and a penalty that nearly always learn, and with rates that suit both players."),
                ward,
                *changes,
                again=True,
            ),
            mend(say("Go on with {loss}", loss=loss), say("The same from here on, without going back."), ward, *changes),
            restart(
                say("New run with a larger discriminator"),
                say("Sometimes the discriminator is too small to see what is wrong with the samples. Its size cannot change while a run trains."),
                wider_d(ward),
            ),
        )
