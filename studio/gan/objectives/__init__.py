"""The game's payoffs: one file a loss. A file holds the loss of each player and nothing of the loop."""

from abc import abstractmethod
from typing import ClassVar, Literal

import torch
from torch import Tensor

from studio.gan.schedule import Schedule
from studio.gan.spec import Spec, option, scheduled

Penalty = Literal["none", "r1", "r2", "r1_r2", "wgan_gp"]
Method = Literal["gradient", "difference"]
METHOD_HELP = (
    "How R1 and R2 are found. gradient: exactly. difference: from how D answers to a slightly disturbed image, which is faster and right on average, "
    "but noisier; not with an augmentation."
)
PENALTY_HELP = "Gradient penalty on D: R1 on reals, R2 on fakes, both, or WGAN-GP between them."
GAMMA_HELP = "Weight γ of the penalty: γ/2·E‖∇D‖² for R1 and R2, γ·E(‖∇D‖ − 1)² for WGAN-GP."
SMOOTHING_HELP = "One-sided label smoothing: the target of real images is lower by this, so that D does not grow overconfident."


class Objective(Spec):
    """What the generator and the discriminator each minimise, with the gradient penalty and noise that go with it."""

    pairs: ClassVar[bool] = False  # True where G's loss needs D on real images too
    signed: ClassVar[bool] = False  # True where D itself says real above 0 and fake below, so that the sign of one answer has a meaning

    penalty: Penalty = option("none", live=True, help=PENALTY_HELP)
    gamma: Schedule = scheduled(1.0, ge=0, live=True, help=GAMMA_HELP)
    penalty_every: int = option(1, ge=1, le=64, live=True, advanced=True, unit="D steps", help="Compute the penalty every k-th D step, k times as strong.")
    penalty_by: Method = option("gradient", live=True, advanced=True, help=METHOD_HELP)
    penalty_sigma: float = option(
        0.1,
        gt=0,
        le=1,
        live=True,
        advanced=True,
        help="How far the difference looks: standard deviation of the disturbance; images span −1 to 1. Nearer is truer on average and much noisier.",
    )
    instance_noise: Schedule = scheduled(
        0.0, ge=0, le=2, live=True, advanced=True, help="Standard deviation of Gaussian noise added to all that D sees; images span −1 to 1."
    )

    @property
    def differentiates_twice(self) -> bool:
        """Whether the penalty, where one is due, needs a second derivative through D."""
        return self.penalty == "wgan_gp" or (self.penalty != "none" and self.penalty_by == "gradient")

    @abstractmethod
    def d_loss(self, d_real: Tensor, d_fake: Tensor) -> Tensor:
        """Loss of D from logits [N] and [N], a scalar."""

    @abstractmethod
    def g_loss(self, d_real: Tensor | None, d_fake: Tensor) -> Tensor:
        """Loss of G, a scalar. `d_real` [N] is given where `pairs` is True, else None."""

    def d_slopes(self, d_real: Tensor, d_fake: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """D's loss, and its slope by every logit, [N] and [N]; an objective that knows them without autograd says so."""
        with torch.enable_grad():
            real, fake = d_real.detach().requires_grad_(), d_fake.detach().requires_grad_()
            loss = self.d_loss(real, fake)
            e_real, e_fake = torch.autograd.grad(loss, (real, fake))
        return loss.detach(), e_real, e_fake

    def g_slopes(self, d_real: Tensor | None, d_fake: Tensor) -> tuple[Tensor, Tensor]:
        """G's loss, and its slope by every logit of a fake, [N]."""
        with torch.enable_grad():
            fake = d_fake.detach().requires_grad_()
            loss = self.g_loss(d_real, fake)
            (e_fake,) = torch.autograd.grad(loss, fake)
        return loss.detach(), e_fake
