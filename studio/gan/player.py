"""One of the game's players: a network with what moves it. Knows neither the game nor the data."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from studio.gan.analytic import Known
from studio.gan.config import RunConfig
from studio.gan.precision import Guard
from studio.words import say


class Player:
    """A network with its optimiser and guard."""

    def __init__(self, network: nn.Module, config: RunConfig, device: torch.device) -> None:
        self.network = network
        self.parameters = list(network.parameters())
        self.held: set[nn.Parameter] = set()  # those that stay as they are: no gradient, hence no step and no decay
        self.fused = config.optimizer.fusible and device.type in ("cpu", "cuda")
        self.begin(config)
        self.guard = Guard(device, scaling=config.precision.dtype == "fp16")

    def begin(self, config: RunConfig) -> None:
        """A new optimiser, which remembers nothing."""
        self.optimizer = config.optimizer.build(self.parameters, fused=self.fused)

    def freeze(self, frozen: bool) -> None:
        """Freezes the parameters while others learn."""
        for p in self.parameters:
            p.requires_grad_(not frozen and p not in self.held)

    def add(self, loss: Tensor | Known, share: float) -> None:
        """Adds the gradient of this part of a batch; the parts' shares sum to one."""
        if isinstance(loss, Known):
            loss.backward(share)
            for p in self.held:
                p.grad = None
            return
        loss = loss if share == 1 else loss * share
        loss = loss * self.guard.scale if self.guard.scaling else loss
        mine = [p for p in self.parameters if p.requires_grad]  # and not the images, which a penalty lets require gradients too
        loss.backward(inputs=mine)  # type: ignore[no-untyped-call]

    def gradients(self) -> list[Tensor]:
        """What was added."""
        return [p.grad for p in self.parameters if p.grad is not None]

    def descend(self, clip: float = 0.0) -> Tensor:
        """One step down what was added, skipped on the device when a gradient is not finite; returns the gradient's norm.

        A norm above `clip` is brought down to it; 0 clips nothing.
        """
        gradients = self.gradients()
        skip, norm = self.guard.judge(gradients)
        if clip > 0:
            torch._foreach_mul_(gradients, (clip / norm).clamp(max=1.0))
        if self.fused:
            self.optimizer.grad_scale = self.guard.scale if self.guard.scaling else None  # type: ignore[attr-defined]
            self.optimizer.found_inf = skip  # type: ignore[attr-defined]
            self.optimizer.step()
        else:
            self._step_unfused(gradients, skip)
        self.guard.settle()
        self.forget()
        return norm

    def forget(self) -> None:
        """Drops the gradients."""
        for p in self.parameters:
            p.grad = None

    @torch.no_grad()
    def _step_unfused(self, gradients: list[Tensor], skip: Tensor) -> None:
        """For optimisers whose kernels cannot skip: the old weights are put back where `skip` is 1."""
        for g in gradients:
            g.copy_(torch.where(skip > 0, torch.zeros_like(g), g / self.guard.scale))
        before = [p.detach().clone() for p in self.parameters]
        self.optimizer.step()
        for p, old in zip(self.parameters, before, strict=True):
            p.copy_(torch.where(skip > 0, old, p))

    def take_up(self, flat: Mapping[str, Tensor], name: str) -> list[str]:
        """The optimiser goes on from a checkpoint's tensors, `index.field` → value; returns what could not be taken over, in words.

        The moments keep the parameters' memory layout, which fused kernels take for granted.
        """
        entries: dict[int, dict[str, Tensor]] = {}
        for key, value in flat.items():
            index, field = key.split(".", 1)
            p = self.parameters[int(index)]
            entries.setdefault(int(index), {})[field] = torch.empty_like(p).copy_(value) if value.shape == p.shape and value.ndim else value
        expected = self._state_fields()
        if any(set(e) != expected for e in entries.values()):
            return [say("the {network}'s optimiser starts afresh: the checkpoint's was of another kind", network=name)]
        groups = self.optimizer.state_dict()["param_groups"]
        self.optimizer.load_state_dict({"state": entries, "param_groups": groups})
        return []

    def _state_fields(self) -> set[str]:
        kind = type(self.optimizer)
        if kind is torch.optim.RMSprop:
            return {"step", "square_avg"}
        if kind is torch.optim.SGD:
            return {"momentum_buffer"}
        return {"step", "exp_avg", "exp_avg_sq"}
