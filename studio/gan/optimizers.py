"""Optimisers of both players. The learning rate and β₂ are written into the parameter groups every step, so live edits need no special case."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar

import torch
from torch import nn

from studio.gan.schedule import Schedule
from studio.gan.spec import Spec, option, scheduled


class Optimizer(Spec):
    """How both players follow their gradients."""

    fusible: ClassVar[bool] = True  # has a fused kernel, which skips a step on the device when told of a non-finite gradient

    lr: Schedule = scheduled(2e-4, ge=0, le=10, live=True, help="Learning rate of the generator, and of the discriminator times the ratio below.")
    lr_ratio: float = option(1.0, gt=0, le=1e4, live=True, help="The discriminator's learning rate ÷ the generator's.")
    clip: float = option(
        0.0, ge=0, le=1e6, zero="none", live=True, advanced=True, help="Longer gradients are shortened to this norm, each player's by itself; 0 leaves them."
    )

    @abstractmethod
    def build(self, parameters: Iterable[nn.Parameter], *, fused: bool) -> torch.optim.Optimizer:
        """A new torch optimiser; its rates are set by `tune` before every step."""

    def tune(self, optimizer: torch.optim.Optimizer, lr: float, nimg: int, total_kimg: float) -> None:
        """Writes this step's rates into the parameter groups."""
        for group in optimizer.param_groups:
            group["lr"] = lr


class Adam(Optimizer, kind="adam"):
    """Adam: momentum and a step size per weight. Source: Kingma and Ba, arXiv 1412.6980."""

    beta1: float = option(0.0, ge=0, lt=1, live=True, help="Decay of the gradient's running mean; 0 suits modern GANs, .5 the DCGAN paper.")
    beta2: Schedule = scheduled(0.99, ge=0, lt=1, live=True, help="Decay of the squared gradient's running mean.")
    eps: float = option(1e-8, gt=0, le=1, advanced=True, help="Added to the denominator against division by zero.")

    def build(self, parameters: Iterable[nn.Parameter], *, fused: bool) -> torch.optim.Optimizer:
        return torch.optim.Adam(parameters, lr=self.lr.start, betas=(self.beta1, self.beta2.start), **self._common(fused))

    def _common(self, fused: bool) -> dict[str, Any]:
        return {"eps": self.eps, "fused": fused, "foreach": not fused}

    def tune(self, optimizer: torch.optim.Optimizer, lr: float, nimg: int, total_kimg: float) -> None:
        super().tune(optimizer, lr, nimg, total_kimg)
        betas = (self.beta1, self.beta2.at(nimg, total_kimg))
        for group in optimizer.param_groups:
            group["betas"] = betas


class AdamW(Adam, kind="adamw"):
    """Adam with decoupled weight decay. Source: Loshchilov and Hutter, arXiv 1711.05101."""

    weight_decay: float = option(0.01, ge=0, le=1, live=True, help="Share of each weight taken away per step, times the learning rate.")

    def build(self, parameters: Iterable[nn.Parameter], *, fused: bool) -> torch.optim.Optimizer:
        return torch.optim.AdamW(parameters, lr=self.lr.start, betas=(self.beta1, self.beta2.start), weight_decay=self.weight_decay, **self._common(fused))

    def tune(self, optimizer: torch.optim.Optimizer, lr: float, nimg: int, total_kimg: float) -> None:
        super().tune(optimizer, lr, nimg, total_kimg)
        for group in optimizer.param_groups:
            group["weight_decay"] = self.weight_decay


class RMSprop(Optimizer, kind="rmsprop"):
    """RMSprop: a step size per weight, no momentum; WGAN's choice. Source: Hinton, lecture 6e; arXiv 1701.07875."""

    fusible: ClassVar[bool] = False

    alpha: float = option(0.99, ge=0, lt=1, live=True, help="Decay of the squared gradient's running mean.")

    def build(self, parameters: Iterable[nn.Parameter], *, fused: bool) -> torch.optim.Optimizer:
        return torch.optim.RMSprop(parameters, lr=self.lr.start, alpha=self.alpha, foreach=not fused)

    def tune(self, optimizer: torch.optim.Optimizer, lr: float, nimg: int, total_kimg: float) -> None:
        super().tune(optimizer, lr, nimg, total_kimg)
        for group in optimizer.param_groups:
            group["alpha"] = self.alpha


class SGD(Optimizer, kind="sgd"):
    """Stochastic gradient descent, with momentum if wanted: the plain minimax game's own dynamics."""

    momentum: float = option(0.0, ge=0, lt=1, live=True, help="Share of the last step that is kept.")

    def build(self, parameters: Iterable[nn.Parameter], *, fused: bool) -> torch.optim.Optimizer:
        return torch.optim.SGD(parameters, lr=self.lr.start, momentum=self.momentum, fused=fused, foreach=not fused)

    def tune(self, optimizer: torch.optim.Optimizer, lr: float, nimg: int, total_kimg: float) -> None:
        super().tune(optimizer, lr, nimg, total_kimg)
        for group in optimizer.param_groups:
            group["momentum"] = self.momentum
