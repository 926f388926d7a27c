"""Plain multilayer perceptrons, for points and tiny images."""

import math
from typing import ClassVar, cast

import torch
from torch import Tensor, nn

from studio.errors import Problem
from studio.gan.analytic import Plain, wave_features
from studio.gan.layers import fan_in_normal, leaky_gain
from studio.gan.networks import Conditioned, Network
from studio.gan.spec import option
from studio.words import say_n

_MOST_VALUES = 32 * 32 * 3
_MOST_EMBEDDED = 32  # numbers that a class is told in, at most


class Mlp(Network, kind="mlp"):
    """Fully connected layers: fastest for points and tiny images.

    Leaky ReLU between the layers, the last one linear; images are flattened and have no tanh, as in R3GAN. Classes are embedded and
    joined to the input. Weights keep the variance: He et al., arXiv 1502.01852.
    """

    joint_pass: ClassVar[bool] = True
    parallel: ClassVar[bool] = False

    width: int = option(256, ge=1, le=8192, help="Width of the generator's hidden layers.")
    depth: int = option(3, ge=1, le=64, help="Hidden layers of the generator.")
    d_width: int = option(256, ge=1, le=8192, help="Width of the discriminator's hidden layers.")
    d_depth: int = option(3, ge=1, le=64, help="Hidden layers of the discriminator.")
    slope: float = option(0.2, ge=0, le=1, advanced=True, help="Slope of the leaky ReLU below zero; small ones make sharper edges between modes.")
    d_waves: int = option(
        0, ge=0, le=4096, advanced=True, help="Sine waves over the input that the discriminator sees too: it then tells finer shapes apart. 0: none."
    )
    d_finest: float = option(
        0.1, gt=0, le=1000, advanced=True, help="Length of the shortest of these waves, in units of the data; the longest are a hundred times as long."
    )

    def generator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Generator(self, shape, classes)

    def discriminator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        return _Discriminator(self, shape, classes)

    def d_stages(self, discriminator: nn.Module) -> list[list[nn.Parameter]]:
        d = cast(_Discriminator, discriminator)
        *stages, last = [list(layer.parameters()) for layer in d.layers if isinstance(layer, nn.Linear)]
        return [*stages, last + ([] if d.embedding is None else list(d.embedding.parameters()))]  # what a class means is learnt anew

    def misfit(self, shape: tuple[int, ...]) -> Problem | None:
        values = math.prod(shape)
        if values <= _MOST_VALUES:
            return None
        channels, height, width = shape
        share = math.sqrt(_MOST_VALUES / values)
        text = say_n(
            channels,
            "mlp is for at most {most} values, such as 32×32 in colour, and these images have {values}; choose dcgan or r3gan, "
            "or images at most {height} high and {width} wide with {n} channel",
            "mlp is for at most {most} values, such as 32×32 in colour, and these images have {values}; choose dcgan or r3gan, "
            "or images at most {height} high and {width} wide with {n} channels",
            most=_MOST_VALUES,
            values=values,
            height=int(height * share),
            width=int(width * share),
        )
        return Problem("network.kind", text)


class _Player(Conditioned):
    def __init__(self, classes: int, n_in: int, width: int, depth: int, n_out: int, slope: float, waves: Tensor | None = None) -> None:
        super().__init__(classes)
        self.waves: Tensor | None
        self.register_buffer("waves", waves)
        n_in += 0 if waves is None else 2 * len(waves)
        embedded = min(classes, _MOST_EMBEDDED)
        self.embedding = nn.Embedding(classes, embedded) if classes else None
        layers: list[nn.Module] = []
        for fan_in in [n_in + embedded] + [width] * (depth - 1):
            layers += [_linear(fan_in, width, leaky_gain(slope)), nn.LeakyReLU(slope)]
        self.layers = nn.Sequential(*layers, _linear(width, n_out, 1.0))
        self.slope = slope

    def run(self, x: Tensor, c: Tensor | None) -> Tensor:
        """[N, n_in] → [N, n_out] in the precision of x."""
        told = wave_features(x, self.waves)
        joined = told if self.embedding is None else torch.cat([told, self.embed(self.embedding, c).to(x.dtype)], 1)
        out: Tensor = self.layers(joined)
        return out.to(x.dtype)

    def plain(self) -> Plain | None:
        if self.embedding is not None:
            return None
        linear = [layer for layer in self.layers if isinstance(layer, nn.Linear)]
        return Plain([layer.weight for layer in linear], [layer.bias for layer in linear], self.slope, self.waves)


class _Generator(_Player):
    def __init__(self, spec: Mlp, shape: tuple[int, ...], classes: int) -> None:
        super().__init__(classes, spec.z_dim, spec.width, spec.depth, math.prod(shape), spec.slope)
        self.shape = shape

    def forward(self, z: Tensor, c: Tensor | None = None) -> Tensor:
        return self.run(z, c).view(-1, *self.shape)


class _Discriminator(_Player):
    def __init__(self, spec: Mlp, shape: tuple[int, ...], classes: int) -> None:
        n_in = math.prod(shape)
        waves = _waves(spec.d_waves, n_in, spec.d_finest) if spec.d_waves else None
        super().__init__(classes, n_in, spec.d_width, spec.d_depth, 1, spec.slope, waves)

    def forward(self, x: Tensor, c: Tensor | None = None) -> Tensor:
        return self.run(x.flatten(1), c).squeeze(1)


def _waves(count: int, n_in: int, finest: float) -> Tensor:
    """Angular frequencies [count, n_in]: directions at random, wavelengths from `finest` to a hundred times that, evenly on a logarithmic scale."""
    directions = torch.nn.functional.normalize(torch.randn(count, n_in), dim=1)
    return directions * (2 * math.pi / finest) * torch.logspace(-2, 0, count).unsqueeze(1)


def _linear(n_in: int, n_out: int, gain: float) -> nn.Linear:
    layer = nn.Linear(n_in, n_out)  # torch's own spread of biases stays: with a narrow z it is what bends the generator
    fan_in_normal(layer.weight, gain)
    return layer
