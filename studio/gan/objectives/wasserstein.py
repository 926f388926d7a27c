"""The Wasserstein loss."""

from torch import Tensor

from studio.gan.objectives import GAMMA_HELP, PENALTY_HELP, Objective, Penalty
from studio.gan.schedule import Schedule
from studio.gan.spec import option, scheduled


class Wasserstein(Objective, kind="wasserstein"):
    """Wasserstein: D estimates how far the fakes lie from the reals.

    L_D = E D(G(z)) − E D(x), L_G = −E D(G(z)). D must be held near Lipschitz 1, so a gradient penalty comes with it.
    Source: Arjovsky et al., arXiv 1701.07875; Gulrajani et al., arXiv 1704.00028, eq. 3, with λ = γ = 10.
    """

    penalty: Penalty = option("wgan_gp", live=True, help=PENALTY_HELP)
    gamma: Schedule = scheduled(10.0, ge=0, live=True, help=GAMMA_HELP)

    def d_loss(self, d_real: Tensor, d_fake: Tensor) -> Tensor:
        return d_fake.mean() - d_real.mean()

    def g_loss(self, d_real: Tensor | None, d_fake: Tensor) -> Tensor:
        return -d_fake.mean()
