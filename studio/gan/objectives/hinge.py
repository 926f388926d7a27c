"""The hinge loss."""

from typing import ClassVar

from torch import Tensor
from torch.nn.functional import relu

from studio.gan.objectives import Objective


class Hinge(Objective, kind="hinge"):
    """Hinge: D stops pushing samples that lie beyond its margin.

    L_D = E max(0, 1 − D(x)) + E max(0, 1 + D(G(z))), L_G = −E D(G(z)).
    Source: Lim and Ye, arXiv 1705.02894; Miyato et al., arXiv 1802.05957, eq. 16 and 17.
    """

    signed: ClassVar[bool] = True

    def d_loss(self, d_real: Tensor, d_fake: Tensor) -> Tensor:
        return relu(1 - d_real).mean() + relu(1 + d_fake).mean()

    def g_loss(self, d_real: Tensor | None, d_fake: Tensor) -> Tensor:
        return -d_fake.mean()
