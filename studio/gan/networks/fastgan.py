"""FastGAN: a light pair for a few dozen to a few thousand pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d, glu, interpolate, l1_loss, leaky_relu, mse_loss
from torch.nn.utils.parametrizations import spectral_norm

from studio.gan.layers import Grid, fan_in_normal, leaky_gain
from studio.gan.networks import Z_DIM_HELP, Conditioned, Features, Pyramid
from studio.gan.spec import option

if TYPE_CHECKING:
    from studio.gan.games import Draws

_STD = 0.02
_SLOPE = 0.2
_MULTIPLES = (16.0, 8.0, 4.0, 2.0, 2.0, 1.0, 0.5, 0.25, 0.125)  # of the width, from the base grid up
_REACH = 4  # doublings between the two ends of a skip-layer excitation
_MOST_RISES = 5  # doublings in a decoder: from 4 to 128 pixels, as in the paper


class Fastgan(Pyramid, kind="fastgan"):
    """FastGAN: learns from a few dozen pictures, because D must also redraw what it sees.

    G: Linear to the base grid; every doubling is nearest neighbours and one gated convolution, or two with noise of a learned strength; tanh.
    Skip-layer excitation: a coarse level weighs the channels of the one four doublings up (fewer in small images, none below two). The
    noise is fresh in training and fixed otherwise. D: residual halvings to the base grid and one logit, where the paper has a map of 5×5.
    Self-supervision: two decoders redraw the reals from D's features, the whole picture smaller and a random quarter of it, compared pixel by
    pixel after average pooling; the paper compares through a network trained on ImageNet, and nothing is downloaded here.
    Classes: embedding joined to z in G, projection in D. The paper plays it with hinge and DiffAugment. Source: Liu et al., arXiv 2101.04775.
    """

    least_doublings: ClassVar[int] = 1

    z_dim: int = option(256, ge=1, le=4096, help=Z_DIM_HELP)
    width: int = option(
        32, ge=1, le=1024, help="Channels five doublings above the base grid, at 128 pixels; coarser levels have up to 16 times as many. The paper's is 64."
    )
    max_width: int = option(1024, ge=1, le=8192, advanced=True, help="Channels are never more than this.")
    norm: Literal["both", "batch", "spectral", "none"] = option(
        "both",
        help="both: batch normalisation and spectral norm in G and D, as published; batch: only that; spectral: spectral norm, batch in G; none: neither.",
    )
    reconstruction_weight: float = option(1.0, ge=0, le=1000, help="How much redrawing the reals counts in D's loss; 0 leaves it out.")
    reconstruction: Literal["l1", "mse"] = option("l1", advanced=True, help="How redrawn pixels are compared: l1 by the difference, mse by its square.")

    @property
    def uses_batch_statistics(self) -> bool:
        return self.norm in ("both", "batch")

    def generator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Generator(self, shape, classes)

    def discriminator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Discriminator(self, shape, classes)

    def generate(self, generator: nn.Module, draws: Draws, c: Tensor | None) -> Tensor:
        z = draws.latents()
        noise = [draws.normal(len(z), 1, *size) for size in cast(_Generator, generator).noise_sizes]
        made: Tensor = generator(z, c, noise)
        return made

    def judge(self, discriminator: nn.Module, x: Tensor, c: Tensor | None) -> tuple[Tensor, Features]:
        d, features = discriminator(x, c, keep=True)
        return d, features

    def d_extra(self, discriminator: nn.Module, seen: Tensor, features: Features, draws: Draws) -> Tensor | None:
        if not self.reconstruction_weight:
            return None
        at, target = draws.uniform(len(seen), 2), seen.detach()
        whole, part = cast(_Discriminator, discriminator).redraw(features, at)
        loss = self._difference(whole, target) + self._difference(part, quarter(target, at))
        draws.note("reconstruction/D", loss.detach())
        return loss * self.reconstruction_weight

    def _difference(self, made: Tensor, target: Tensor) -> Tensor:
        pooled = avg_pool2d(target, target.shape[-1] // made.shape[-1])
        return (l1_loss if self.reconstruction == "l1" else mse_loss)(made.to(pooled.dtype), pooled)

    def d_stages(self, discriminator: nn.Module) -> list[list[nn.Parameter]]:
        d = cast(_Discriminator, discriminator)
        parts = [d.from_image, *reversed(d.falls)]
        seen = {id(p) for part in parts for p in part.parameters()}
        return [*(list(part.parameters()) for part in parts), [p for p in d.parameters() if id(p) not in seen]]

    def widths(self, doublings: int) -> list[int]:
        """Channels of every level, from the base grid to the image's size."""
        multiples = [_MULTIPLES[min(k, len(_MULTIPLES) - 1)] for k in range(doublings + 1)]
        return [max(1, min(int(self.width * m), self.max_width)) for m in multiples]


def quarter(x: Tensor, at: Tensor) -> Tensor:
    """One quarter of each x [N, C, H, W], H and W even: the upper one where at[:, 0] < ½, the left one where at[:, 1] < ½. at: [N, 2]."""
    upper, left = (at[:, i].view(-1, 1, 1, 1) < 0.5 for i in (0, 1))
    top, bottom = x.chunk(2, 2)
    west, east = torch.where(upper, top, bottom).chunk(2, 3)
    return torch.where(left, west, east)


class _Norm(NamedTuple):
    """How one player's layers are kept in bounds."""

    batch: bool
    spectral: bool

    def conv(self, before: int, after: int, size: int = 3, stride: int = 1) -> nn.Module:
        """A convolution that something normalises afterwards."""
        return self.bound(nn.Conv2d(before, after, size, stride, padding=(size - stride + 1) // 2, bias=not self.batch))

    def bound(self, layer: nn.Conv2d | nn.Linear | nn.Embedding) -> nn.Module:
        """The layer with fresh weights, the paper's or, where nothing normalises them, such that keep the variance; under spectral norm if wanted."""
        if self.batch or self.spectral:
            nn.init.normal_(layer.weight, 0.0, _STD)
        else:
            fan_in_normal(layer.weight, leaky_gain(_SLOPE))
        if not isinstance(layer, nn.Embedding) and layer.bias is not None:
            nn.init.zeros_(layer.bias)
        return spectral_norm(layer) if self.spectral else layer

    def after(self, width: int) -> nn.Module:
        """What follows such a convolution."""
        if not self.batch:
            return nn.Identity()
        layer = nn.BatchNorm2d(width)
        nn.init.normal_(layer.weight, 1.0, _STD)
        return layer


class _Gated(nn.Module):
    """A 3×3 convolution, noise of a learned strength where it has a size, normalisation, a gated linear unit."""

    noise: Tensor

    def __init__(self, before: int, after: int, norm: _Norm, size: tuple[int, int] | None = None) -> None:
        super().__init__()
        self.conv, self.norm, self.size = norm.conv(before, 2 * after), norm.after(2 * after), size
        if size is not None:
            self.strength = nn.Parameter(torch.zeros(()))
            self.register_buffer("noise", torch.randn(1, 1, *size))

    def forward(self, x: Tensor, noise: Tensor | None = None) -> Tensor:
        y = self.conv(x)
        if self.size is not None:
            y = y + (self.strength * (self.noise if noise is None else noise)).to(y.dtype)
        return glu(self.norm(y), 1)


class _Excite(nn.Module):
    """Weights in (0, 1) for the channels of a fine level, from a coarse one [N, C, h·2ᵏ, w·2ᵏ] pooled to the base grid [h, w]."""

    def __init__(self, before: int, after: int, grid: Grid, level: int, norm: _Norm) -> None:
        super().__init__()
        self.pool = 1 << level
        self.gather = norm.bound(nn.Conv2d(before, after, (grid.height, grid.width), bias=False))
        self.spread = norm.bound(nn.Conv2d(after, after, 1, bias=False))

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.spread(leaky_relu(self.gather(avg_pool2d(x, self.pool)), 0.1))
        return out.sigmoid()


class _Generator(Conditioned):
    def __init__(self, spec: Fastgan, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes)
        grid, norm = spec.grid(shape), _Norm(batch=spec.norm != "none", spectral=spec.norm in ("both", "spectral"))
        widths = spec.widths(grid.doublings)
        self.embedding = nn.Embedding(classes, spec.z_dim) if classes else None
        self.first = (2 * widths[0], grid.height, grid.width)
        self.start = norm.bound(nn.Linear(spec.z_dim * (2 if classes else 1), 2 * widths[0] * grid.height * grid.width, bias=not norm.batch))
        self.norm = norm.after(2 * widths[0])
        self.rises = nn.ModuleList()
        self.noise_sizes: list[tuple[int, int]] = []
        for k in range(grid.doublings):
            before, after, size = widths[k], widths[k + 1], (grid.height << k + 1, grid.width << k + 1)
            noisy = [_Gated(before, after, norm, size), _Gated(after, after, norm, size)]
            self.rises.append(nn.ModuleList(noisy if k % 2 == 0 else [_Gated(before, after, norm)]))
            self.noise_sizes += [size, size] if k % 2 == 0 else []
        self.reach = min(_REACH, grid.doublings)
        pairs = range(grid.doublings - self.reach + 1) if self.reach > 1 else range(0)
        self.excites = nn.ModuleList(_Excite(widths[k], widths[k + self.reach], grid, k, norm) for k in pairs)
        self.to_image = norm.bound(nn.Conv2d(widths[-1], shape[0], 3, padding=1))

    def forward(self, z: Tensor, c: Tensor | None = None, noise: Sequence[Tensor] = ()) -> Tensor:
        """noise: [N, 1, H, W] of every one of `noise_sizes`; none takes the fixed ones."""
        joined = z if self.embedding is None else torch.cat([z, self.embed(self.embedding, c).to(z.dtype)], 1)
        levels = [glu(self.norm(self.start(joined).view(-1, *self.first)), 1)]
        fresh = iter(noise)
        for level, rise in enumerate(self.rises, start=1):
            x = interpolate(levels[-1], scale_factor=2.0, mode="nearest")
            for gated in cast(nn.ModuleList, rise):
                x = gated(x, next(fresh, None) if gated.size else None)
            if 0 <= level - self.reach < len(self.excites):
                x = x * self.excites[level - self.reach](levels[level - self.reach])
            levels.append(x)
        out: Tensor = self.to_image(levels[-1]).tanh()
        return out.to(z.dtype)


class _Fall(nn.Module):
    """Half the size in two ways, averaged: two convolutions, and one after pooling."""

    def __init__(self, before: int, after: int, norm: _Norm) -> None:
        super().__init__()
        self.strided = nn.Sequential(
            *(norm.conv(before, after, 4, 2), norm.after(after), nn.LeakyReLU(_SLOPE, inplace=True)),
            *(norm.conv(after, after), norm.after(after), nn.LeakyReLU(_SLOPE, inplace=True)),
        )
        self.pooled = nn.Sequential(nn.AvgPool2d(2), norm.conv(before, after, 1), norm.after(after), nn.LeakyReLU(_SLOPE, inplace=True))

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = (self.strided(x) + self.pooled(x)) / 2
        return out


class _Discriminator(Conditioned):
    def __init__(self, spec: Fastgan, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes)
        grid, norm = spec.grid(shape), _Norm(batch=spec.uses_batch_statistics, spectral=spec.norm in ("both", "spectral"))
        widths = spec.widths(grid.doublings)
        self.from_image = nn.Sequential(norm.bound(nn.Conv2d(shape[0], widths[-1], 3, padding=1)), nn.LeakyReLU(_SLOPE, inplace=True))
        self.falls = nn.ModuleList(_Fall(widths[k + 1], widths[k], norm) for k in range(grid.doublings))
        self.mix = nn.Sequential(norm.conv(widths[0], widths[0], 1), norm.after(widths[0]), nn.LeakyReLU(_SLOPE, inplace=True))
        self.head = norm.bound(nn.Conv2d(widths[0], 1, (grid.height, grid.width)))
        self.embedding = cast(nn.Embedding, norm.bound(nn.Embedding(classes, widths[0]))) if classes else None
        rises = min(grid.doublings - 1, _MOST_RISES)
        drawn = [max(1, w // 2) for w in widths[1:]]
        self.whole = _decoder(widths[0], drawn[: max(1, rises)], shape[0], norm)
        self.part = _decoder(widths[1], drawn[:rises], shape[0], norm)

    def forward(self, x: Tensor, c: Tensor | None = None, *, keep: bool = False) -> Tensor | tuple[Tensor, Features]:
        """Logits [N]; with `keep` also the features that `redraw` takes: at twice the base grid's size, and at the base grid's."""
        y = self.from_image(x)
        for fall in reversed(self.falls[1:]):
            y = fall(y)
        base = self.falls[0](y)
        mixed = self.mix(base)
        logits: Tensor = self.head(mixed).flatten()
        if self.embedding is not None:
            logits = logits + (self.embed(self.embedding, c) * mixed.sum((2, 3))).sum(1)
        logits = logits.to(x.dtype)
        return (logits, (y, base)) if keep else logits

    def redraw(self, features: Features, at: Tensor) -> tuple[Tensor, Tensor]:
        """The whole picture, and the quarter `at` [N, 2], as the decoders draw them; smaller than they were seen."""
        y, base = features
        return self.whole(base), self.part(quarter(y, at))


def _decoder(before: int, widths: list[int], channels: int, norm: _Norm) -> nn.Sequential:
    """A doubling for each width, and the picture: without tanh, for what D sees may be augmented past [−1, 1]."""
    layers: list[nn.Module] = []
    for width in widths:
        layers += [nn.Upsample(scale_factor=2.0, mode="nearest"), _Gated(before, width, norm)]
        before = width
    return nn.Sequential(*layers, norm.bound(nn.Conv2d(before, channels, 3, padding=1)))
