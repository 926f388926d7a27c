"""Coloured shapes, drawn where they are used: a set without end whose exact distribution is known."""

import math
from pathlib import Path
from typing import ClassVar, NamedTuple

import torch
from torch import Tensor

from studio.gan.datasets import LABELLED_HELP, Drawn, Progress, Source, silent
from studio.gan.spec import option


class Factors(NamedTuple):
    """What a picture is made from; each a tensor [n]."""

    shape: Tensor  # int64, index into `Shapes.names`
    hue: Tensor  # 0 red, ⅓ green, ⅔ blue
    size: Tensor  # radius of the circle around the shape ÷ the picture's side
    x: Tensor  # centre from the left ÷ the picture's side
    y: Tensor  # centre from the top ÷ the picture's side


class Shapes(Source, kind="shapes"):
    """Shapes: one coloured shape on black, drawn anew for every batch, in 6 classes.

    Exact distribution: shape, hue, size, x and y are independent and uniform over the ranges of `truth()`; colours have full
    saturation and value; nothing is rotated; every shape lies wholly inside the picture.
    """

    names: ClassVar[tuple[str, ...]] = ("circle", "ring", "triangle", "square", "star", "cross")

    resolution: int = option(32, ge=8, le=512, unit="pixels", help="Height and width of the pictures.")
    labelled: bool = option(False, help=LABELLED_HELP)

    @classmethod
    def truth(cls) -> dict[str, tuple[float, float]]:
        """Range of each factor, uniform from the first up to the second number; `shape` counts whole numbers."""
        return {"shape": (0, len(cls.names)), "hue": (0.0, 1.0), "size": (0.15, 0.3), "x": (0.3, 0.7), "y": (0.3, 0.7)}

    def factors(self, n: int, generator: torch.Generator) -> Factors:
        """n draws from the exact distribution, on the generator's device."""
        shape = torch.randint(len(self.names), (n,), generator=generator, device=generator.device)
        uniform = torch.rand(4, n, generator=generator, device=generator.device)
        low, high = zip(*list(self.truth().values())[1:], strict=True)
        hue, size, x, y = torch.lerp(uniform.new_tensor(low)[:, None], uniform.new_tensor(high)[:, None], uniform)
        return Factors(shape, hue, size, x, y)

    def render(self, factors: Factors) -> Tensor:
        """Pictures [n, 3, resolution, resolution] float32 in [−1, 1]; edges are smooth over one pixel."""
        side = (torch.arange(self.resolution, device=factors.hue.device) + 0.5) / self.resolution
        x = (side[None, None, :] - factors.x[:, None, None]) / factors.size[:, None, None]
        y = (factors.y[:, None, None] - side[None, :, None]) / factors.size[:, None, None]
        pixels = _distance(factors.shape, x, y) * factors.size[:, None, None] * self.resolution
        cover = (0.5 - pixels).clamp_(0, 1)[:, None]
        return cover.mul(2 * _colour(factors.hue)[:, :, None, None]).sub_(1)

    def open(self, cache: Path, progress: Progress = silent) -> Drawn:
        def sample(n: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
            factors = self.factors(n, generator)
            return self.render(factors), factors.shape

        side = self.resolution
        return Drawn("image", (3, side, side), self.names if self.labelled else (), sample, known=self.names)


# Per shape, as in `Shapes.names`. Radial: radius of the middle of a band, and its half width. Star: tips, radius of the notch
# between two tips (cos π/n makes a regular polygon), and the angle of one tip in turns, counted from the right against the clock.
_RADIAL = ((0.0, 1.0), (0.75, 0.25))
_STARS = ((3, math.cos(math.pi / 3), 0.25), (4, math.cos(math.pi / 4), 0.125), (5, 0.45, 0.25))
_CROSS_ARM, _CROSS_HALF_WIDTH = 0.95, 0.3


def _distance(shape: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Signed distance [n, R, R] to the edge of each shape of radius 1, below 0 inside; y points up. Exact near the edges, where it matters."""
    radius = torch.hypot(x, y)
    middle, half = x.new_tensor(_RADIAL)[shape.clamp(max=1)].T[:, :, None, None]
    band = (radius - middle).abs() - half
    tips, notch, turn = x.new_tensor(_STARS)[(shape - 2).clamp(0, 2)].T[:, :, None, None]
    a, b = x.abs(), y.abs()
    cross = torch.maximum(torch.maximum(a, b) - _CROSS_ARM, torch.minimum(a, b) - _CROSS_HALF_WIDTH)
    kind = shape[:, None, None]
    return torch.where(kind < 2, band, torch.where(kind < 5, _star(radius, torch.atan2(y, x), tips, notch, turn), cross))


def _star(radius: Tensor, angle: Tensor, tips: Tensor, notch: Tensor, turn: Tensor) -> Tensor:
    """Signed distance to a star's edge: folded by its symmetry into half a sector, where the edge is one line from tip to notch."""
    sector = 2 * math.pi / tips
    folded = (torch.remainder(angle - 2 * math.pi * turn + sector / 2, sector) - sector / 2).abs()
    px, py = radius * folded.cos(), radius * folded.sin()
    dx, dy = notch * (sector / 2).cos() - 1, notch * (sector / 2).sin()  # from the tip at (1, 0) to the notch
    return ((px - 1) * dy - py * dx) / torch.hypot(dx, dy)


def _colour(hue: Tensor) -> Tensor:
    """RGB [n, 3] in 0…1 of a hue [n] at full saturation and value."""
    k = torch.remainder(hue[:, None] * 6 + hue.new_tensor([5.0, 3.0, 1.0]), 6)
    return 1 - torch.minimum(k, 4 - k).clamp(0, 1)
