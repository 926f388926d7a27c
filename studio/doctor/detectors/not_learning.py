"""A run that never began to learn."""

from typing import ClassVar

from studio.doctor.detectors import Case, Detector, share
from studio.doctor.remedies import Ward, balance, mend, restart, rpgan, rpgan_words, these, usual_rate, wider_d
from studio.messages import Remedy, Severity


class NotLearning(Detector, kind="not_learning"):
    """Not armed at the deadline, precision does not rise any more, and no failure is known that explains it; over once it is armed.

    It rises while it is above .3 and 1.3 times its median over the checks before.
    """

    title: ClassVar[str] = "Not learning"
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
        return (
            "The samples still do not look like the data, though a run like this one usually gets there by now. "
            "These settings will probably not get there at all."
        )

    def brief(self, case: Case) -> str:
        return f"only {share(case['precision'])} of the samples look like data"

    def why(self, case: Case) -> str:
        spread = f", spread (PDR) is {share(case['pdr'])} (usual: above 0.6)" if "pdr" in case else ""
        by = f"Such runs usually learn by {case.deadline / 1000:g} kimg; this one is at {case.nimg / 1000:g}."
        return f"Precision is {share(case['precision'])} (usual: above 0.5){spread}. {by}"

    def remedies(self, ward: Ward) -> tuple[Remedy, ...]:
        changes = (rpgan(ward), balance(ward), usual_rate(ward))
        return these(
            mend(
                f"Begin again with {rpgan_words(ward)}",
                "Goes back to the beginning and trains with a loss and a penalty that nearly always learn, and with rates that suit both players.",
                ward,
                *changes,
                again=True,
            ),
            mend(f"Go on with {rpgan_words(ward)}", "The same from here on, without going back.", ward, *changes),
            restart(
                "New run with a larger discriminator",
                "Sometimes the discriminator is too small to see what is wrong with the samples. Its size cannot change while a run trains.",
                wider_d(ward),
            ),
        )
