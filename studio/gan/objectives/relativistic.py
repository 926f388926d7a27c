"""The relativistic pairing loss."""

from typing import ClassVar

from torch import Tensor
from torch.nn.functional import softplus

from studio.gan.objectives import GAMMA_HELP, PENALTY_HELP, Objective, Penalty
from studio.gan.schedule import Schedule
from studio.gan.spec import option, scheduled


class Relativistic(Objective, kind="relativistic"):
    """Relativistic pairing (RpGAN): a fake is judged against a real one.

    L_D = E f(−[D(x) − D(G(z))]), L_G = E f(−[D(G(z)) − D(x)]), f = softplus. With R1 and R2 it converges locally.
    Source: R3GAN, arXiv 2501.05441, eq. 2; Jolicoeur-Martineau, arXiv 1807.00734.
    """

    pairs: ClassVar[bool] = True

    penalty: Penalty = option("r1_r2", live=True, help=PENALTY_HELP)
    gamma: Schedule = scheduled(0.05, ge=0, live=True, help=GAMMA_HELP)

    def d_loss(self, d_real: Tensor, d_fake: Tensor) -> Tensor:
        return softplus(d_fake - d_real).mean()

    def g_loss(self, d_real: Tensor | None, d_fake: Tensor) -> Tensor:
        assert d_real is not None, "relativistic pairs need D on reals"
        return softplus(d_real - d_fake).mean()

    def d_slopes(self, d_real: Tensor, d_fake: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        ahead = d_fake - d_real
        e_fake = ahead.sigmoid().div_(len(ahead))
        return softplus(ahead).mean(), -e_fake, e_fake

    def g_slopes(self, d_real: Tensor | None, d_fake: Tensor) -> tuple[Tensor, Tensor]:
        assert d_real is not None, "relativistic pairs need D on reals"
        behind = d_real - d_fake
        return softplus(behind).mean(), behind.sigmoid().div_(-len(behind))
