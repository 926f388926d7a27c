"""The non-saturating game."""

from typing import ClassVar

from torch import Tensor
from torch.nn.functional import softplus

from studio.gan.objectives import SMOOTHING_HELP, Objective
from studio.gan.spec import option


class NonSaturating(Objective, kind="non_saturating"):
    """Non-saturating: G maximises the odds that D takes its fakes for real.

    With t = 1 − label_smoothing: L_D = −E[t·log σ(D(x)) + (1 − t)·log(1 − σ(D(x)))] − E log(1 − σ(D(G(z)))), L_G = −E log σ(D(G(z))).
    Source: Goodfellow et al., arXiv 1406.2661, sec. 3; smoothing: Salimans et al., arXiv 1606.03498.
    """

    signed: ClassVar[bool] = True

    label_smoothing: float = option(0.0, ge=0, lt=0.5, live=True, advanced=True, help=SMOOTHING_HELP)

    def d_loss(self, d_real: Tensor, d_fake: Tensor) -> Tensor:
        return (softplus(-d_real) + self.label_smoothing * d_real).mean() + softplus(d_fake).mean()

    def g_loss(self, d_real: Tensor | None, d_fake: Tensor) -> Tensor:
        return softplus(-d_fake).mean()
