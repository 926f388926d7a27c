"""The least-squares loss."""

from torch import Tensor

from studio.gan.objectives import SMOOTHING_HELP, Objective
from studio.gan.spec import option


class LeastSquares(Objective, kind="least_squares"):
    """Least squares (LSGAN): D regresses 1 for real and 0 for fake.

    L_D = ½E(D(x) − b)² + ½E(D(G(z)) − a)², L_G = ½E(D(G(z)) − c)², with a = 0, c = 1 and b = 1 − label_smoothing.
    Source: Mao et al., arXiv 1611.04076, eq. 2 and 9; smoothing: Salimans et al., arXiv 1606.03498.
    """

    label_smoothing: float = option(0.0, ge=0, lt=0.5, live=True, advanced=True, help=SMOOTHING_HELP)

    def d_loss(self, d_real: Tensor, d_fake: Tensor) -> Tensor:
        target = 1 - self.label_smoothing
        return ((d_real - target).square().mean() + d_fake.square().mean()) / 2

    def g_loss(self, d_real: Tensor | None, d_fake: Tensor) -> Tensor:
        return (d_fake - 1).square().mean() / 2
