"""StyleGAN2's pair: a mapping network steers every layer of G through its weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, ClassVar, Literal, cast

import torch
from torch import Tensor, nn

from studio.gan.layers import Blur, Resample
from studio.gan.modulation import Conv, Dense, MinibatchStd, RunningMean, StyledConv, ToImage, full_precision, normalised, wide_range
from studio.gan.networks import Z_DIM_HELP, Conditioned, Pyramid
from studio.gan.spec import option
from studio.words import mark

if TYPE_CHECKING:
    from studio.gan.games import Draws

_W_RATE = 0.002  # how fast w̄ follows in the end


class Stylegan2(Pyramid, kind="stylegan2"):
    """StyleGAN2: styles that can be mixed and truncated, for smooth latents.

    G: z normalised, mapping network z → w, a learned constant at the base grid, modulated convolutions with noise, one image a resolution
    added up (skip). D: residual blocks or plain ones, minibatch standard deviation. Equalised learning rates. Base stages stay in fp32 under
    fp16, whose range is narrow. Classes: normalised embedding joined to z in G, projection on a mapped embedding in D. Path lengths are compared with their
    mean from before the step, so that parts of a batch agree; it starts from the first lengths seen, not from 0. The paper plays it with
    the non-saturating loss, R1 every 16th step and Adam (0, .99) at 2.5e-3; its CIFAR-10 setting has a plain D, groups of 32, neither
    mixing nor path lengths, width 512.
    Source: Karras et al., arXiv 1812.04948, 1912.04958 and 2006.06676.
    """

    batch_remedy: ClassVar[str] = mark("set network.minibatch_std to 0")

    z_dim: int = option(512, ge=1, le=4096, help=Z_DIM_HELP)
    w_dim: int = option(512, ge=1, le=4096, advanced=True, help="Numbers in a style w, which the mapping network makes of z.")
    mapping_depth: int = option(2, ge=1, le=32, help="Layers of the mapping network from z to the style; 2 for small images, 8 in the paper.")
    mapping_rate: float = option(0.01, gt=0, le=1, advanced=True, help="The mapping network learns this many times as fast as the rest.")
    width: int = option(32, ge=1, le=2048, help="Channels at the image's full size; each halving doubles them. The paper's is 64 for 256×256.")
    max_width: int = option(512, ge=1, le=4096, advanced=True, help="Channels are never more than this.")
    noise: bool = option(True, advanced=True, help="Noise in every layer of G, as strong as it learns to want it: chance for hair and grain.")
    mixing: float = option(0.9, ge=0, le=1, live=True, help="Share of fakes in training whose finer layers take their style from another z.")
    path_length: float = option(
        2.0, ge=0, le=1000, live=True, zero="off", help="Weight of the path-length penalty, which makes equal steps in style change images equally."
    )
    path_length_every: int = option(
        4, ge=1, le=64, live=True, advanced=True, unit="steps", help="Compute that penalty every k-th step, k times as strong: it is costly."
    )
    path_length_decay: float = option(0.99, ge=0, lt=1, live=True, advanced=True, help="How much of the mean path length each penalty keeps.")
    path_length_shrink: int = option(
        2, ge=1, le=64, live=True, advanced=True, help="That penalty looks at every k-th image of the batch: less memory and time."
    )
    architecture: Literal["resnet", "plain"] = option("resnet", help="resnet: D's blocks have shortcuts, as the paper; plain: none, for 32×32 and less.")
    minibatch_std: int = option(
        4, ge=0, le=1024, zero="off", help="D is told how much so many images differ, which keeps G varied. With 0 each image is judged alone."
    )
    clamp: float = option(256.0, ge=0, le=60000, zero="off", advanced=True, help="Largest value in a layer where numbers are fp16, which has little range.")

    @property
    def uses_batch_statistics(self) -> bool:
        return self.minibatch_std > 1

    def generator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Generator(self, shape, classes)

    def discriminator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Discriminator(self, shape, classes)

    def generate(self, generator: nn.Module, draws: Draws, c: Tensor | None) -> Tensor:
        """Fresh noise, and styles that are mixed in a share of the images."""
        g = cast(_Generator, generator)  # or its compiled form
        made: Tensor = generator(draws.latents(), c, self._mixed(g, draws), _grain(g, draws))
        return made

    def sample(self, generator: nn.Module, z: Tensor, c: Tensor | None, psi: float = 1.0) -> Tensor:
        """x [N, *shape] with the fixed noise. ψ draws the styles towards their mean w̄. Source: arXiv 1812.04948, app. B."""
        g = cast(_Generator, generator)
        w: Tensor = g.mapping(z, c)
        return g.synthesise(g.broadcast(w if psi == 1 else g.w_mean.value.lerp(w, psi)))

    def g_extra(self, generator: nn.Module, draws: Draws, c: Tensor | None, step: int) -> Tensor | None:
        """Lets w̄ follow; every k-th step the path-length penalty, times k."""
        g = cast(_Generator, generator)
        with torch.no_grad():
            w = g.mapping(draws.latents(), c)
        g.w_mean.follow(w.mean(0), turn=step, share=draws.share, rate=_pace(_W_RATE, step))
        if not self.path_length or step % self.path_length_every:
            return None
        lengths = self._path_lengths(g, draws, c)
        usual = g.length.before(step)
        penalty = (lengths - usual).square().mean() * (usual > 0)  # the first time there is nothing to compare with, and 0 would flatten all styles
        pace = _pace(1 - self.path_length_decay, step // self.path_length_every)
        g.length.follow(lengths.detach().mean(), turn=step, share=draws.share, rate=pace)
        draws.note("penalty/path_length", penalty.detach())
        return penalty * (self.path_length * self.path_length_every)

    def d_stages(self, discriminator: nn.Module) -> list[list[nn.Parameter]]:
        d = cast(_Discriminator, discriminator)
        stages = [list(part.parameters()) for part in (d.from_image, *d.falls)]
        seen = {id(p) for stage in stages for p in stage}
        return [*stages, [p for p in d.parameters() if id(p) not in seen]]

    def widths(self, doublings: int) -> list[int]:
        """Channels from the base grid up to the image's size."""
        return [min(self.width << k, self.max_width) for k in reversed(range(doublings + 1))]

    def _mixed(self, g: _Generator, draws: Draws) -> tuple[Tensor, Tensor] | None:
        """Other latents [N, z_dim], and the layers [N, layers] that take their style from them: in a share of the images all from a random one on.

        Source: Karras et al., arXiv 1812.04948, sec. 3.1.
        """
        if not self.mixing:
            return None
        other, u = draws.latents(), draws.uniform(draws.batch, 2)
        crossover = torch.where(u[:, 0] < self.mixing, 1 + (u[:, 1] * (g.layers - 1)).floor(), g.layers)
        return other, torch.arange(g.layers, device=u.device) >= crossover[:, None]

    def _path_lengths(self, g: _Generator, draws: Draws, c: Tensor | None) -> Tensor:
        """‖Jᵀy‖ [N/k] of images over styles for random images y of a mean square 1/HW. Source: arXiv 1912.04958, eq. 4 and app. B."""
        some = slice(None, None, self.path_length_shrink)
        ws = g.styles(draws.latents(), c, self._mixed(g, draws))[some]
        x = g.synthesise(ws, [noise[some] for noise in _grain(g, draws)])
        y = draws.normal(draws.batch, *x.shape[1:])[some] / math.sqrt(x.shape[2] * x.shape[3])
        (slopes,) = torch.autograd.grad((x * y).sum(), ws, create_graph=True)
        lengths: Tensor = torch.linalg.vector_norm(slopes.flatten(1), dim=1)  # not sqrt of the sum: its derivative at 0 is infinite
        return lengths / math.sqrt(g.layers)


def _pace(least: float, count: int) -> float:
    """How fast a mean follows after so many observations: it looks back over a tenth of them until it is as slow as it may get."""
    return max(least, min(1.0, 10 / max(count, 1)))


def _grain(g: _Generator, draws: Draws) -> list[Tensor]:
    """Fresh noise for every layer that takes some, [N, 1, H, W]."""
    return [draws.normal(draws.batch, 1, *size) for size in g.noise_sizes]


class _Mapping(Conditioned):
    """z [N, z_dim] and c → w [N, w_dim]; of the class alone where z_dim is 0."""

    def __init__(self, spec: Stylegan2, z_dim: int, w_dim: int, classes: int) -> None:
        super().__init__(classes)
        self.embedding = nn.Embedding(classes, w_dim) if classes else None
        n_in = z_dim + (w_dim if classes else 0)
        sizes = pairwise([n_in] + [w_dim] * spec.mapping_depth)
        self.layers = nn.Sequential(*(Dense(before, after, rate=spec.mapping_rate) for before, after in sizes))

    def forward(self, z: Tensor | None, c: Tensor | None) -> Tensor:
        parts = [] if z is None else [normalised(z)]
        if self.embedding is not None:
            embedded = self.embed(self.embedding, c)
            parts.append(normalised(embedded))
        x = torch.cat(parts, 1)
        with full_precision(x):
            w: Tensor = self.layers(x)
        return w


class _Rise(nn.Module):
    """One doubling of G: two convolutions, the second's image added to the smaller ones'."""

    def __init__(self, spec: Stylegan2, before: int, after: int, size: tuple[int, int], channels: int) -> None:
        """size: of the output."""
        super().__init__()
        self.grow = StyledConv(before, after, spec.w_dim, size, up=True, noisy=spec.noise, clamp=spec.clamp)
        self.mix = StyledConv(after, after, spec.w_dim, size, up=False, noisy=spec.noise, clamp=spec.clamp)
        self.to_image = ToImage(after, channels, spec.w_dim)
        self.enlarge = Resample(size[0] // 2, size[1] // 2, up=True)

    def forward(self, x: Tensor, image: Tensor, styles: Sequence[Tensor], noise: Iterator[Tensor | None]) -> tuple[Tensor, Tensor]:
        x = self.grow(x, styles[0], next(noise))
        x = self.mix(x, styles[1], next(noise))
        added = self.to_image(x, styles[2])
        with full_precision(added):
            return x, self.enlarge(image) + added


class _Generator(Conditioned):
    """Convolution k takes style k; a resolution's image takes the one after its last convolution's, which the next resolution starts with."""

    def __init__(self, spec: Stylegan2, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes)
        grid = spec.grid(shape)
        sizes = [(grid.height << k, grid.width << k) for k in range(grid.doublings + 1)]
        widths = spec.widths(grid.doublings)
        self.layers = 2 * grid.doublings + 2
        self.noise_sizes = [sizes[0], *(size for size in sizes[1:] for _ in range(2))] if spec.noise else []
        self.mapping = _Mapping(spec, spec.z_dim, spec.w_dim, classes)
        self.basis = nn.Parameter(torch.randn(1, widths[0], *sizes[0]))
        self.start = StyledConv(widths[0], widths[0], spec.w_dim, sizes[0], up=False, noisy=spec.noise, clamp=spec.clamp)
        self.to_image = ToImage(widths[0], shape[0], spec.w_dim)
        self.rises = nn.ModuleList(_Rise(spec, *pair, size, shape[0]) for pair, size in zip(pairwise(widths), sizes[1:], strict=True))
        self.w_mean = RunningMean(spec.w_dim)  # w̄
        self.length = RunningMean()  # the mean path length

    def broadcast(self, w: Tensor) -> Tensor:
        """w [N, w_dim] for every layer, [N, layers, w_dim]."""
        return w[:, None].expand(-1, self.layers, -1)

    def styles(self, z: Tensor, c: Tensor | None, mixed: tuple[Tensor, Tensor] | None) -> Tensor:
        """[N, layers, w_dim]: each image's own style, or where `mixed` says so another's."""
        ws = self.broadcast(self.mapping(z, c))
        if mixed is None:
            return ws
        other, where = mixed
        return torch.where(where[:, :, None], self.broadcast(self.mapping(other, c)), ws)

    def synthesise(self, ws: Tensor, noise: Sequence[Tensor] = ()) -> Tensor:
        """ws [N, layers, w_dim] → x in the same precision. noise: a layer's fresh one, [N, 1, H, W] each; none takes the fixed one."""
        styles = ws.unbind(1)
        grain: Iterator[Tensor | None] = iter(noise) if noise else repeat(None)
        with wide_range(ws):
            x = self.start(self.basis.expand(len(ws), -1, -1, -1), styles[0], next(grain))
            image: Tensor = self.to_image(x, styles[1])
        for k, rise in enumerate(self.rises):
            x, image = rise(x, image, styles[2 * k + 1 : 2 * k + 4], grain)
        return image

    def forward(self, z: Tensor, c: Tensor | None = None, mixed: tuple[Tensor, Tensor] | None = None, noise: Sequence[Tensor] = ()) -> Tensor:
        return self.synthesise(self.styles(z, c, mixed), noise)


class _Fall(nn.Module):
    """One halving of D: a convolution, a blurred one with stride 2, and a shortcut where there is one."""

    def __init__(self, spec: Stylegan2, before: int, after: int, size: tuple[int, int]) -> None:
        """size: of the input."""
        super().__init__()
        shortcut = spec.architecture == "resnet"
        gain = math.sqrt(0.5) if shortcut else 1.0  # so that the sum of both ways keeps the variance
        self.mix = Conv(before, before, 3, clamp=spec.clamp)
        self.shrink = nn.Sequential(Blur(*size, up=False), Conv(before, after, 3, stride=2, gain=gain, clamp=spec.clamp))
        self.skip = nn.Sequential(Resample(*size, up=False), Conv(before, after, 1, active=False, gain=gain)) if shortcut else None

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.shrink(self.mix(x))
        return y if self.skip is None else y + self.skip(x)


class _Discriminator(Conditioned):
    def __init__(self, spec: Stylegan2, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes)
        grid = spec.grid(shape)
        sizes = [(grid.height << k, grid.width << k) for k in reversed(range(1, grid.doublings + 1))]
        widths = spec.widths(grid.doublings)[::-1]
        last = widths[-1]
        self.from_image = Conv(shape[0], widths[0], 1, clamp=spec.clamp)
        self.falls = nn.ModuleList(_Fall(spec, *pair, size) for pair, size in zip(pairwise(widths), sizes, strict=True))
        self.spread = MinibatchStd(spec.minibatch_std) if spec.uses_batch_statistics else None
        self.mix = Conv(last + (self.spread is not None), last, 3)
        self.gather = Dense(last * grid.height * grid.width, last)
        self.head = Dense(last, last if classes else 1, active=False)
        self.mapping = _Mapping(spec, 0, last, classes) if classes else None

    def forward(self, x: Tensor, c: Tensor | None = None) -> Tensor:
        y = self.from_image(x)
        for fall in self.falls:
            y = fall(y)
        with full_precision(x):
            y = y.to(x.dtype)
            if self.spread is not None:
                y = self.spread(y)
        with wide_range(x):
            y = self.mix(y)
        with full_precision(x):
            features: Tensor = self.head(self.gather(y.to(x.dtype).flatten(1)))
            if self.mapping is None:
                return features.squeeze(1)
            features = features * self.mapping(None, c) / math.sqrt(features.shape[1])
            return features.sum(1)
