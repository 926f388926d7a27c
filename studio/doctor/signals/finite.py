"""Whether the networks still give numbers."""

from collections.abc import Mapping
from typing import ClassVar

import torch

from studio.doctor.sight import Bank, Sight
from studio.doctor.signals import FINITE, About, Signal
from studio.gan.slices import Slices


class Finite(Signal, kind="finite"):
    """`finite` = the share of the fakes whose every number is finite, times the share of D's logits that are.

    0 also where any other signal came out as no finite number. Range 0 to 1; anything but 1 is a failure. Fakes that are not finite take no part in
    the other signals. Cost: nothing. Source: what a guard on the gradients sees one step later.
    """

    values: ClassVar[Mapping[str, About]] = {FINITE: About("Share of the samples and of D's answers that are finite numbers.", (0, 1), "", (1, 1))}

    def misfit(self, bank: Bank) -> str:
        return ""

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        yield
        judged = torch.cat(sight.verdicts) if sight.verdicts else torch.empty(0)
        return {FINITE: sight.finite * (float(judged.isfinite().double().mean()) if len(judged) else 1.0)}
