"""The averaged generator: what every sample is made with."""

import copy

import torch
from torch import Tensor, nn


class Averaged:
    """A copy of a network that follows it with a half-life in images.

    β = 0.5^(batch / half-life), the half-life at most `ramp` of the images so far, as StyleGAN2 does.
    Buffers (running statistics) are copied, not averaged.
    """

    def __init__(self, network: nn.Module) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self._mine: list[Tensor] = list(self.network.parameters())
        self._theirs: list[Tensor] = list(network.parameters())
        self._buffers = [(a, b) for a, b in zip(self.network.buffers(), network.buffers(), strict=True)]

    @torch.no_grad()
    def follow(self, batch: int, nimg: int, *, half_life: float, ramp: float) -> None:
        """One step after `batch` more images; `half_life` in images, 0 keeps no average."""
        if ramp > 0:
            half_life = min(half_life, nimg * ramp)
        weight = 1 - 0.5 ** (batch / half_life) if half_life > 0 else 1.0
        torch._foreach_lerp_(self._mine, self._theirs, weight)
        for mine, theirs in self._buffers:
            mine.copy_(theirs)
