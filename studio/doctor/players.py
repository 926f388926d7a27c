"""Copies of G and D as they are at one moment. Training goes on meanwhile and never notices: nothing here reaches back to its networks."""

import copy
from collections.abc import Iterator
from typing import NamedTuple

import torch
from torch import Tensor, nn

from studio.gan.precision import autocast
from studio.gan.trainer import Trainer

MOST = 256  # samples at once
VALUES, VALUES_CPU = 1 << 20, 1 << 14  # numbers in the samples that pass at once, where training itself passes fewer


class _Copy(NamedTuple):
    of: nn.Module
    mine: nn.Module
    tensors: list[tuple[Tensor, Tensor]]  # mine and theirs


class Players:
    """G and D, frozen in time; their running statistics and spectral norms are copies too.

    G makes what it makes outside training. D judges as it does in training: one that looks at its whole batch goes by the batch it is given, for
    its running statistics mix reals and fakes, and by these it would call fakes real. The copies take as much memory as the networks' weights.
    """

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._copies: dict[str, _Copy] = {}

    @torch.no_grad()
    def refresh(self) -> None:
        """Takes over the weights as they are now; of a network that was replaced, the new one."""
        for name, network in self._trainer.networks.items():
            known = self._copies.get(name)
            if known is None or known.of is not network:
                mine = copy.deepcopy(network).requires_grad_(False)
                mine.train(name == "discriminator" and self._trainer.config.network.uses_batch_statistics)
                self._copies[name] = _Copy(network, mine, list(zip(_tensors(mine), _tensors(network), strict=True)))
                continue
            for old, new in known.tensors:
                old.copy_(new)

    @property
    def z_dim(self) -> int:
        """Numbers in a latent."""
        return self._trainer.config.network.z_dim

    @property
    def device(self) -> torch.device:
        """Where they are."""
        return self._trainer.device

    @property
    def at_once(self) -> int:
        """Samples that may pass at once: as many as in training, for which the memory suffices, or more where they are small."""
        training = self._trainer.config.training
        part = training.micro_batch or training.batch // self._trainer.world.size
        room = (VALUES_CPU if self.device.type == "cpu" else VALUES) // torch.Size(self._trainer.dataset.shape).numel()
        return min(MOST, max(part, room))

    @torch.no_grad()
    def make(self, z: Tensor, c: Tensor | None) -> Tensor:
        """G(z, c) float32 [n, *shape] on the device, in training's arithmetic; n at most `at_once`."""
        with autocast(self.device, self._trainer.config.precision.dtype):
            return self._make(z, c).float()

    @torch.no_grad()
    def judge(self, x: Tensor, c: Tensor | None) -> Tensor:
        """D(x, c) float32 [n] on the CPU, in training's arithmetic; n at most `at_once`."""
        with autocast(self.device, self._trainer.config.precision.dtype):
            return self._judge(self._placed(x), c).float().cpu()

    def slopes(self, x: Tensor, c: Tensor | None) -> Tensor:
        """‖∇ₓD(x, c)‖ float32 [n] on the CPU, in full precision; n at most `at_once`."""
        x = self._placed(x).requires_grad_()
        with torch.enable_grad():
            (gradients,) = torch.autograd.grad(self._judge(x, c).sum(), x)
        norms: Tensor = torch.linalg.vector_norm(gradients.flatten(1), dim=1)
        return norms.float().cpu()

    def pull(self, z: Tensor, c: Tensor | None, real: Tensor) -> list[Tensor]:
        """The gradients of G's loss by G's parameters, in full precision, without augmentation, noise and terms of the family's own.

        real: [n, *shape] of the same classes, for a loss that compares; n at most `at_once`.
        """
        objective, g = self._trainer.config.objective, self._copies["generator"].mine
        with torch.no_grad():
            d_real = self._judge(self._placed(real), c) if objective.pairs else None
        try:
            g.requires_grad_()
            with torch.enable_grad():
                loss = objective.g_loss(d_real, self._judge(self._make(z, c), c))
                found = torch.autograd.grad(loss, list(g.parameters()), allow_unused=True)
        finally:
            g.requires_grad_(False)
        return [gradient for gradient in found if gradient is not None]

    def _make(self, z: Tensor, c: Tensor | None) -> Tensor:
        g = self._copies["generator"].mine
        return self._trainer.config.network.sample(g, z.to(self.device, _dtype(g)), None if c is None else c.to(self.device))

    def _judge(self, x: Tensor, c: Tensor | None) -> Tensor:
        out: Tensor = self._copies["discriminator"].mine(x, None if c is None else c.to(self.device))
        return out

    def _placed(self, x: Tensor) -> Tensor:
        """Samples as training hands them to D."""
        x = x.detach().to(self.device, _dtype(self._copies["discriminator"].mine))
        last = self._trainer.config.precision.channels_last == "on" and x.ndim == 4
        return x.contiguous(memory_format=torch.channels_last if last else torch.contiguous_format)


def _tensors(network: nn.Module) -> Iterator[Tensor]:
    yield from network.parameters()
    yield from network.buffers()


def _dtype(network: nn.Module) -> torch.dtype:
    return next(network.parameters()).dtype
