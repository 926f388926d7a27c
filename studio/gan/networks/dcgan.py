"""Strided convolutions, light enough for a laptop."""

from itertools import pairwise
from typing import ClassVar, Literal, cast

import torch
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from studio.gan.networks import Z_DIM_HELP, Conditioned, Pyramid
from studio.gan.spec import option

_STD = 0.02
_SLOPE = 0.2


class Dcgan(Pyramid, kind="dcgan"):
    """DCGAN: strided 4×4 convolutions, the classic light pair for images.

    G: Linear to the base grid, transposed convolutions with ReLU, tanh. D: convolutions with leaky ReLU .2, one valid convolution of the
    base grid's size. Weights N(0, .02). Classes: embedding joined to z in G, projection in D (arXiv 1802.05637).
    Source: Radford et al., arXiv 1511.06434; spectral norm: Miyato et al., arXiv 1802.05957. Upsampling other than the paper's: Odena et al.,
    "Deconvolution and Checkerboard Artifacts", Distill 2016.
    """

    least_doublings: ClassVar[int] = 1

    z_dim: int = option(100, ge=1, le=4096, help=Z_DIM_HELP)
    width: int = option(32, ge=1, le=2048, help="Channels at half the image's size; each halving doubles them. The paper's is 64 for 64×64.")
    max_width: int = option(512, ge=1, le=4096, advanced=True, help="Channels are never more than this.")
    norm: Literal["batch", "spectral", "none"] = option(
        "batch", help="batch: batch normalisation in G and D, as the paper; spectral: spectral norm in D, batch in G; none: neither."
    )
    upsampling: Literal["transposed", "nearest"] = option(
        "transposed",
        help="How G doubles the size. transposed: by a transposed convolution, as the paper; nearest: each pixel is doubled and then convolved, "
        "which leaves no checkerboard and takes G longer.",
    )

    @property
    def uses_batch_statistics(self) -> bool:
        return self.norm == "batch"

    def generator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Generator(self, shape, classes)

    def discriminator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Discriminator(self, shape, classes)

    def d_stages(self, discriminator: nn.Module) -> list[list[nn.Parameter]]:
        d = cast(_Discriminator, discriminator)
        stages: list[list[nn.Parameter]] = []
        for layer in d.layers:
            if isinstance(layer, nn.Conv2d):
                stages.append([])
            stages[-1] += layer.parameters()
        seen = {id(p) for stage in stages for p in stage}
        return [*stages, [p for p in d.parameters() if id(p) not in seen]]

    def widths(self, doublings: int) -> list[int]:
        """Channels from the base grid up to half the image's size."""
        return [min(self.width << k, self.max_width) for k in reversed(range(doublings))]


class _Generator(Conditioned):
    def __init__(self, spec: Dcgan, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes)
        grid, batch = spec.grid(shape), spec.norm != "none"
        widths = spec.widths(grid.doublings)
        self.embedding = nn.Embedding(classes, spec.z_dim) if classes else None
        self.start = nn.Linear(spec.z_dim * (2 if classes else 1), widths[0] * grid.height * grid.width, bias=not batch)
        self.first = (widths[0], grid.height, grid.width)
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layers += [*_normalised(before, batch), nn.ReLU(inplace=True), *_doubled(spec, before, after, bias=not batch)]
        layers += [*_normalised(widths[-1], batch), nn.ReLU(inplace=True), *_doubled(spec, widths[-1], shape[0], bias=True), nn.Tanh()]
        self.layers = nn.Sequential(*layers)
        _draw(self)

    def forward(self, z: Tensor, c: Tensor | None = None) -> Tensor:
        joined = z if self.embedding is None else torch.cat([z, self.embed(self.embedding, c).to(z.dtype)], 1)
        out: Tensor = self.layers(self.start(joined).view(-1, *self.first))
        return out.to(z.dtype)


class _Discriminator(Conditioned):
    def __init__(self, spec: Dcgan, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes)
        grid, batch = spec.grid(shape), spec.norm == "batch"
        widths = spec.widths(grid.doublings)[::-1]
        layers: list[nn.Module] = []
        for before, width in zip([shape[0], *widths], widths, strict=False):
            normalised = _normalised(width, batch) if layers else []  # none after the first layer, as in the paper
            layers += [nn.Conv2d(before, width, 4, stride=2, padding=1, bias=not normalised), *normalised, nn.LeakyReLU(_SLOPE, inplace=True)]
        self.layers = nn.Sequential(*layers)
        self.head = nn.Conv2d(widths[-1], 1, (grid.height, grid.width))
        self.embedding = nn.Embedding(classes, widths[-1]) if classes else None
        _draw(self)
        if self.embedding is not None:
            nn.init.normal_(self.embedding.weight, 0.0, _STD)
        if spec.norm == "spectral":
            for module in [m for m in self.modules() if isinstance(m, nn.Conv2d | nn.Embedding)]:
                spectral_norm(module)  # its power iteration moves in training mode alone

    def forward(self, x: Tensor, c: Tensor | None = None) -> Tensor:
        features: Tensor = self.layers(x)
        logits: Tensor = self.head(features).flatten()
        if self.embedding is not None:
            logits = logits + (self.embed(self.embedding, c) * features.sum((2, 3))).sum(1)
        return logits.to(x.dtype)


def _doubled(spec: Dcgan, before: int, after: int, *, bias: bool) -> list[nn.Module]:
    """Twice as high and wide, with other channels."""
    if spec.upsampling == "transposed":
        return [nn.ConvTranspose2d(before, after, 4, stride=2, padding=1, bias=bias)]
    return [nn.Upsample(scale_factor=2.0, mode="nearest"), nn.Conv2d(before, after, 3, padding=1, bias=bias)]


def _normalised(width: int, batch: bool) -> list[nn.Module]:
    return [nn.BatchNorm2d(width)] if batch else []


def _draw(network: nn.Module) -> None:
    """The paper's initial weights, and batch normalisation's scale N(1, .02)."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
            nn.init.normal_(module.weight, 0.0, _STD)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1.0, _STD)
