"""Who plays whom: one file a game. A game names its networks and gives each player's loss; the trainer runs them in turn."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from torch import Tensor, nn

from studio.errors import Problem
from studio.gan.analytic import Known
from studio.gan.spec import Spec

if TYPE_CHECKING:
    from studio.gan.config import RunConfig
    from studio.gan.datasets import Dataset


class Draws(Protocol):
    """What a player's step may draw; every draw comes from the run's own generators. A step may be one part of a larger batch."""

    @property
    def batch(self) -> int:
        """Samples of each kind in this step."""

    @property
    def share(self) -> float:
        """This step's samples as a share of the whole batch."""

    def real(self) -> tuple[Tensor, Tensor | None]:
        """A fresh batch: x [N, *shape] in the networks' range, c [N] or None."""

    def latents(self) -> Tensor:
        """z [N, z_dim] ~ N(0, I)."""

    def labels(self) -> Tensor | None:
        """c [N], drawn as the data's are; None without classes."""

    def noise(self, like: Tensor) -> Tensor:
        """Standard normal of the same shape."""

    def normal(self, n: int, *shape: int) -> Tensor:
        """[n, *shape] standard normal; n a multiple of `batch`."""

    def uniform(self, n: int, *shape: int) -> Tensor:
        """[n, *shape] uniform in [0, 1); n a multiple of `batch`."""

    def augment(self, x: Tensor) -> Tensor:
        """x [n, *shape] after the run's augmentation; n a multiple of `batch`."""

    def judged(self, d_real: Tensor) -> None:
        """Tells an adaptive augmentation D's logits [n] on this step's reals, in D's own turn."""

    def note(self, name: str, value: Tensor) -> None:
        """Adds a statistic, kept on the device until the next tick."""


@dataclass(frozen=True)
class Values:
    """The scheduled numbers of one step, in force at its `nimg`."""

    gamma: float
    instance_noise: float
    penalty_due: bool
    step: int  # D turns so far: what is done only now and then counts by it
    turns: int = 1  # D turns for every turn of G


class Game(Spec):
    """Who plays whom: the networks, and the loss of each player's step."""

    @abstractmethod
    def build(self, config: RunConfig, dataset: Dataset) -> dict[str, nn.Module]:
        """The networks by name, on the CPU, drawn from torch's global generator."""

    @abstractmethod
    def turns(self, config: RunConfig) -> tuple[str, ...]:
        """The player of each turn in one round, such as discriminator, generator. Every discriminator turn shows one batch of reals."""

    @abstractmethod
    def loss(self, player: str, networks: Mapping[str, nn.Module], config: RunConfig, draws: Draws, values: Values) -> Tensor | Known:
        """The scalar that this player minimises this turn, or its gradients where they are found without autograd.

        The other players are frozen by the trainer.
        """

    @abstractmethod
    def misfits(self, config: RunConfig) -> Iterator[Problem]:
        """Faults between the choices of a run that plays this game, found before any data is opened."""

    @abstractmethod
    def fits(self, config: RunConfig, dataset: Dataset) -> Iterator[Problem]:
        """Faults between the settings and the opened data."""
