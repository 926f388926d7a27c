"""What D's answers give away: how far ahead it is, and what it knows by heart."""

import math
from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.doctor.sight import LEAST, Bank, Sight
from studio.doctor.signals import About, Signal
from studio.gan.slices import Slices

HELD = 8  # fewer held-out reals scatter too much
CLEAR = 3.0  # standard errors that reals and fakes must lie apart before a share of that distance means something


class Judgement(Signal, kind="judgement"):
    """D's logits on 256 fakes, 256 training reals and as many held-out ones, without augmentation or instance noise:

    - `auc` = P(D(x) > D(G(z))), ties by half: .5 D guesses, 1 it is always right, 0 always wrong;
    - `auc_tv` = P(D(training) > D(held-out)): .5 unless D knows its training reals by heart. Scatters by √((1/n + 1/v)/12), .026 for 256 of each;
    - `r_v` = (E D(training) − E D(held-out))/(E D(training) − E D(G(z))): 0 healthy, 1 D takes new reals for fakes; −∞ to ∞, within ±10 here. Near 0
      where D merely overpowers. Left out where reals and fakes lie less than 3 standard errors apart;
    - `gap` = E D(training) − E D(G(z)), in logits: what it means depends on the loss.

    The second and third need 8 held-out samples of a finite set. D of a family with batch statistics judges as in training, training reals and
    held-out ones mixed in one batch. Cost: D on 768 samples. Sources: Karras et al., arXiv 2006.06676, sec. 3 (r_v); AUC: Mann and Whitney, 1947.
    """

    values: ClassVar[Mapping[str, About]] = {
        "auc": About("How often D puts a real before a fake; 0.5 is guessing, 1 is always.", (0, 1), "", (0.5, 0.99)),
        "auc_tv": About("How often D puts a training sample before a held-out one; above 0.5 it knows them by heart.", (0, 1), "", (0.35, 0.68)),
        "r_v": About("How much less D believes held-out reals, on the way from training reals to fakes.", (-10, 10), "", (-0.5, 0.6)),
        "gap": About("D's mean answer to reals − to fakes.", (-math.inf, math.inf), "logits", (-1, 10)),
    }

    def misfit(self, bank: Bank) -> str:
        return ""

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        yield
        if sight.verdicts is None:
            return {}
        fake, train, held = (logits[logits.isfinite()].double() for logits in sight.verdicts)
        if min(len(fake), len(train)) < LEAST:
            return {}
        gap = float(train.mean() - fake.mean())
        found = {"auc": auc(train, fake), "gap": gap}
        if len(held) >= HELD:
            found["auc_tv"] = auc(train, held)
            if abs(gap) > CLEAR * math.sqrt(float(train.var() / len(train) + fake.var() / len(fake))):
                found["r_v"] = min(max(float(train.mean() - held.mean()) / gap, -10.0), 10.0)
        return found


def auc(above: Tensor, below: Tensor) -> float:
    """P(a > b) + ½ P(a = b) over all pairs of the two."""
    ordered = below.sort().values
    counts = torch.searchsorted(ordered, above) + torch.searchsorted(ordered, above, right=True)
    return float(counts.double().mean()) / (2 * len(below))
