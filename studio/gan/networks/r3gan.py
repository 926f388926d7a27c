"""R3GAN's residual pair: grouped convolutions without normalisation, the default for images."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.functional import leaky_relu

from studio.errors import Problem
from studio.gan.layers import Grid, Resample, fan_in_normal, leaky_gain
from studio.gan.networks import Conditioned, Pyramid
from studio.gan.spec import option
from studio.told import either
from studio.words import say

_SLOPE = 0.2


class R3gan(Pyramid, kind="r3gan"):
    """R3GAN: modern residual blocks, the best for images where there is a GPU.

    Stages from a small base grid up, one per doubling; D mirrors G. No normalisation and no tanh. The base stage stays in fp32 under
    autocast. Classes: embedding joined to z in G; in D the features' dot product with an embedding.
    Source: Huang et al., arXiv 2501.05441.
    """

    width: int = option(64, ge=2, le=4096, help="Channels of every stage; the paper's is 768, which needs a GPU.")
    blocks: int = option(2, ge=1, le=32, help="Residual blocks of every stage.")
    group_size: int = option(16, ge=1, le=4096, advanced=True, help="Channels that one group of the 3×3 convolutions shares; must divide twice the width.")
    narrow_above: int = option(
        32, ge=4, le=8192, advanced=True, unit="pixels", help="A stage whose shorter side is larger than this has half the width per doubling."
    )

    def check(self) -> Iterator[Problem]:
        if 2 * self.width % self.group_size:
            unit = self._unit()
            near = sorted({max(unit, self.width // unit * unit), -(-self.width // unit) * unit})
            text = say("twice the width must be a multiple of group_size {size}; choose {near}", size=self.group_size, near=either(map(str, near)))
            yield Problem("width", text)

    def generator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Generator(self, shape, classes)

    def discriminator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Discriminator(self, shape, classes)

    def d_stages(self, discriminator: nn.Module) -> list[list[nn.Parameter]]:
        d = cast(_Discriminator, discriminator)
        steps = zip(reversed(d.stages[1:]), reversed(d.falls), strict=True)
        parts = [d.from_image, *(nn.ModuleList(step) for step in steps)]
        seen = {id(p) for part in parts for p in part.parameters()}
        return [*(list(part.parameters()) for part in parts), [p for p in d.parameters() if id(p) not in seen]]

    def widths(self, grid: Grid) -> list[int]:
        """Channels of every stage, from the base grid up."""
        unit, widths = self._unit(), []
        for stage in range(grid.doublings + 1):
            side, width = grid.shorter << stage, self.width
            while side > self.narrow_above and width > unit:
                side, width = side // 2, max(width // 2 // unit * unit, unit)
            widths.append(width)
        return widths

    def _unit(self) -> int:
        """Widths are multiples of this, so that groups come out whole."""
        return self.group_size if self.group_size % 2 else self.group_size // 2


class _Block(nn.Module):
    """x + C3(lrelu(C2(lrelu(C1 x + b1)) + b2)): 1×1 to twice the width, 3×3 in groups, 1×1 back, which starts at zero."""

    def __init__(self, width: int, group_size: int, gain: float) -> None:
        super().__init__()
        self.expand = nn.Conv2d(width, 2 * width, 1)  # its bias, and the next one's, is the activation's: one kernel for both
        self.mix = nn.Conv2d(2 * width, 2 * width, 3, padding=1, groups=2 * width // group_size)
        self.reduce = nn.Conv2d(2 * width, width, 1, bias=False)
        for layer in (self.expand, self.mix):
            assert layer.bias is not None
            fan_in_normal(layer.weight, gain)
            nn.init.zeros_(layer.bias)
        nn.init.zeros_(self.reduce.weight)

    def forward(self, x: Tensor) -> Tensor:
        y = leaky_relu(self.expand(x), _SLOPE, inplace=True)
        y = leaky_relu(self.mix(y), _SLOPE, inplace=True)
        out: Tensor = x + self.reduce(y)
        return out


class _Pair(Conditioned):
    """What G and D are both made of."""

    def __init__(self, spec: R3gan, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes)
        self.grid = spec.grid(shape)
        self.widths = spec.widths(self.grid)
        total = spec.blocks * len(self.widths)
        gain = leaky_gain(_SLOPE) * total**-0.25
        self.stages = nn.ModuleList(nn.Sequential(*(_Block(w, spec.group_size, gain) for _ in range(spec.blocks))) for w in self.widths)

    def full_precision(self, x: Tensor) -> torch.autocast:
        """The base stage's arithmetic: never lower than the weights' own."""
        return torch.autocast(x.device.type, enabled=False)


class _Generator(_Pair):
    def __init__(self, spec: R3gan, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(spec, shape, classes)
        grid, widths = self.grid, self.widths
        self.embedding = nn.Embedding(classes, spec.z_dim) if classes else None  # as many numbers as z, so that both weigh the same
        self.scale = _linear(spec.z_dim * (2 if classes else 1), widths[0])
        self.basis = nn.Parameter(torch.randn(1, widths[0], grid.height, grid.width))
        self.rises = nn.ModuleList(
            nn.Sequential(*_width_change(before, after), Resample(grid.height << k, grid.width << k, up=True))
            for k, (before, after) in enumerate(pairwise(widths))
        )
        self.to_image = _pointwise(widths[-1], shape[0])

    def forward(self, z: Tensor, c: Tensor | None = None) -> Tensor:
        with self.full_precision(z):
            joined = z if self.embedding is None else torch.cat([z, self.embed(self.embedding, c)], 1)
            x = self.stages[0](self.basis * self.scale(joined)[:, :, None, None])
        for k, rise in enumerate(self.rises, start=1):
            x = self.stages[k](rise(x))
        out: Tensor = self.to_image(x)
        return out.to(z.dtype)


class _Discriminator(_Pair):
    def __init__(self, spec: R3gan, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(spec, shape, classes)
        grid, widths = self.grid, self.widths
        self.from_image = _pointwise(shape[0], widths[-1])
        self.falls = nn.ModuleList(
            nn.Sequential(Resample(grid.height << k + 1, grid.width << k + 1, up=False), *_width_change(after, before))
            for k, (before, after) in enumerate(pairwise(widths))
        )
        self.gather = nn.Conv2d(widths[0], widths[0], (grid.height, grid.width), groups=widths[0], bias=False)
        fan_in_normal(self.gather.weight)
        self.head = _linear(widths[0], widths[0] if classes else 1)
        self.embedding = nn.Embedding(classes, widths[0]) if classes else None
        if self.embedding is not None:
            fan_in_normal(self.embedding.weight)  # each class's row is the weight of a product over the features

    def forward(self, x: Tensor, c: Tensor | None = None) -> Tensor:
        y = self.from_image(x)
        for stage, fall in zip(reversed(self.stages[1:]), reversed(self.falls), strict=True):
            y = fall(stage(y))
        with self.full_precision(x):
            features: Tensor = self.head(self.gather(self.stages[0](y.to(x.dtype))).flatten(1))
            if self.embedding is None:
                return features.squeeze(1)
            return (features * self.embed(self.embedding, c)).sum(1)


def _linear(n_in: int, n_out: int) -> nn.Linear:
    layer = nn.Linear(n_in, n_out, bias=False)
    fan_in_normal(layer.weight)
    return layer


def _pointwise(before: int, after: int) -> nn.Conv2d:
    layer = nn.Conv2d(before, after, 1, bias=False)
    fan_in_normal(layer.weight)
    return layer


def _width_change(before: int, after: int) -> list[nn.Module]:
    return [_pointwise(before, after)] if before != after else []
