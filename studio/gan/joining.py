"""A turn that several processes shared comes together: gradients add up, and what the networks count on the way is the same everywhere again.

Knows neither the game nor the optimiser.
"""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from studio.gan.distributed import World
from studio.gan.modulation import RunningMean


class Joining:
    """Brings together what the processes of a world did in one turn, each with its part of the batch; one message for all of it.

    Buffers that a turn moves, such as batch normalisation's running statistics, move by the mean of what every process did to its own; a
    `RunningMean` by the sum, for its parts are shares of the batch already. In a world of one there is nothing to do.
    """

    def __init__(self, world: World, networks: Mapping[str, nn.Module]) -> None:
        self._world, self._networks = world, networks
        self._before: dict[str, Tensor] = {}

    @torch.no_grad()
    def begin(self) -> None:
        """Before the turn."""
        if self._world.size > 1:
            self._before = {name: b.clone() for name, b in self._buffers().items()}

    @torch.no_grad()
    def end(self, gradients: Sequence[Tensor], also: Sequence[Tensor] = ()) -> None:
        """After the turn: each gradient, and each of `also`, becomes its sum over all processes."""
        if self._world.size == 1:
            return
        now, due = self._buffers(), self._due()
        moved = [(b - self._before[name]) / self._world.size for name, b in now.items()]
        self._world.sum([*gradients, *also, *due, *moved])
        for (name, b), change in zip(now.items(), moved, strict=True):
            b.copy_(self._before[name] + change)
        self._before = {}

    def _buffers(self) -> dict[str, Tensor]:
        """What is saved with the networks, is no parameter and may move."""
        out: dict[str, Tensor] = {}
        for key, network in self._networks.items():
            own = {f"{prefix}.{name}".lstrip(".") for prefix, m in network.named_modules() if isinstance(m, RunningMean) for name in ("mean", "due")}
            kept = network.state_dict().keys() - own
            out |= {f"{key}.{name}": b for name, b in network.named_buffers() if name in kept and b.is_floating_point()}
        return out

    def _due(self) -> list[Tensor]:
        return [m.due for network in self._networks.values() for m in network.modules() if isinstance(m, RunningMean) and m.take_fresh()]
