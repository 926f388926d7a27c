"""Network families: one file builds a matching generator and discriminator."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from torch import Tensor, nn

from studio.errors import Problem
from studio.gan.analytic import Plain
from studio.gan.layers import Grid, base_grid, nearest_sizes
from studio.gan.spec import Spec, option
from studio.told import either
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.gan.games import Draws

Features = tuple[Tensor, ...]  # what a family keeps of D's insides, one row a sample
Z_DIM_HELP = "Numbers in the latent z that the generator starts from."


class Network(Spec):
    """A generator and a discriminator that fit each other.

    Shapes: `shape` is (2,) for points and (C, H, W) for images. G: z [N, z_dim], c [N] int64 or None → x [N, *shape].
    D: x [N, *shape], c [N] or None → logits [N]. `classes` 0 means that no labels are given and c is None. Both answer in the
    precision of z and x, under autocast too.
    """

    joint_pass: ClassVar[bool] = False  # True where one pass over reals and fakes together is faster and exact
    batch_remedy: ClassVar[str] = mark("set network.norm to none or spectral")  # what keeps the family from looking at its whole batch
    parallel: ClassVar[bool] = True  # False where the work is too small to share between cores

    z_dim: int = option(64, ge=1, le=4096, help=Z_DIM_HELP)

    @property
    def uses_batch_statistics(self) -> bool:
        """Whether D's answer to a sample depends on the rest of its batch while it trains."""
        return False

    @abstractmethod
    def generator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        """A new G on the CPU, drawn from torch's global generator."""

    @abstractmethod
    def discriminator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        """A new D on the CPU, drawn from torch's global generator."""

    def generate(self, generator: nn.Module, draws: Draws, c: Tensor | None) -> Tensor:
        """A batch of fakes in training; a family that mixes styles or injects noise draws that here."""
        made: Tensor = generator(draws.latents(), c)
        return made

    def sample(self, generator: nn.Module, z: Tensor, c: Tensor | None, psi: float = 1.0) -> Tensor:
        """x [N, *shape] outside training, the same for the same z. ψ below 1 is more typical and less varied; here it scales z."""
        made: Tensor = generator(z if psi == 1 else z * psi, c)
        return made

    def g_extra(self, generator: nn.Module, draws: Draws, c: Tensor | None, step: int) -> Tensor | None:
        """A term of G's own in its loss at this step, a scalar; None where there is none."""
        return None

    def judge(self, discriminator: nn.Module, x: Tensor, c: Tensor | None) -> tuple[Tensor, Features]:
        """D's logits [N] in its own turn, and what `d_extra` needs of the same pass; nothing here."""
        return discriminator(x, c), ()

    def d_extra(self, discriminator: nn.Module, seen: Tensor, features: Features, draws: Draws) -> Tensor | None:
        """A term of D's own in its loss, a scalar; None where there is none. seen: reals as D saw them; features: what `judge` kept of these."""
        return None

    def d_stages(self, discriminator: nn.Module) -> list[list[nn.Parameter]]:
        """All of D's parameters, stage by stage from the image side; the last stage judges.

        Here its parts in the order they were made: a family that makes them in another order, or several parts a stage, says its own.
        """
        parts = [part for child in discriminator.children() for part in (child if isinstance(child, nn.Sequential | nn.ModuleList) else [child])]
        stages = [stage for part in parts if (stage := list(part.parameters()))]
        return [*stages[:-1], [*stages[-1], *discriminator.parameters(recurse=False)]]

    @abstractmethod
    def misfit(self, shape: tuple[int, ...]) -> Problem | None:
        """Why this family cannot make data of this shape, and what to choose; None when it can."""


class Pyramid(Network):
    """A family for images whose levels lead from a small base grid up, the size doubling at each."""

    least_doublings: ClassVar[int] = 0
    most_channels: ClassVar[int] = 8

    @classmethod
    def grid(cls, shape: tuple[int, ...]) -> Grid:
        """The base grid of a shape for which `misfit` finds no fault."""
        grid = base_grid(shape[1], shape[2])
        assert grid is not None, f"{shape} does not fit; ask misfit first"
        return grid

    def misfit(self, shape: tuple[int, ...]) -> Problem | None:
        kind, path = self.kind, "network.kind"
        if len(shape) != 3:
            return Problem(path, say("{kind} makes images, and this data is points; choose mlp", kind=kind))
        channels, height, width = shape
        if channels > self.most_channels:
            most = self.most_channels
            return Problem(path, say("{kind} makes images of 1 to {most} channels, and these have {channels}", kind=kind, most=most, channels=channels))
        if self._fits(height, width):
            return None
        text = say(
            "{kind} cannot halve images {height} high and {width} wide to a small grid; the nearest sizes that work are {near}",
            kind=kind,
            height=height,
            width=width,
            near=either(say("{height} high and {width} wide", height=h, width=w) for h, w in nearest_sizes(height, width, self._fits)),
        )
        return Problem(path, text)

    @classmethod
    def _fits(cls, height: int, width: int) -> bool:
        grid = base_grid(height, width)
        return grid is not None and grid.doublings >= cls.least_doublings


class Conditioned(nn.Module):
    """What both players share: a class that is given exactly when the data has classes."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.classes = classes

    def embed(self, embedding: nn.Embedding, c: Tensor | None) -> Tensor:
        """The embedding of c [N] → [N, width]."""
        assert c is not None, f"this network was built for {self.classes} classes and needs c"
        out: Tensor = embedding(c)
        return out

    def plain(self) -> Plain | None:
        """This network as a plain multilayer perceptron of its flattened input and output, to be differentiated by hand; None for others."""
        return None
