"""Layers of style-based networks: equalised learning rates, modulated convolution, a batch's own spread, and means that follow training.

Holds no network. Everything is plain torch, runs on CPU, CUDA and MPS alike, and can be differentiated twice.
"""

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, conv_transpose2d, leaky_relu_, linear

from studio.gan.layers import Blur

SLOPE = 0.2
GAIN = math.sqrt(2)  # of the leaky ReLU
_EPS = 1e-8


def full_precision(x: Tensor) -> torch.autocast:
    """Arithmetic that is never lower than the tensors' own, whatever autocast says around it."""
    return torch.autocast(x.device.type, enabled=False)


def wide_range(x: Tensor) -> torch.autocast:
    """Arithmetic whose range is fp32's: fp32 where autocast says fp16; bf16, which has that range, is let be."""
    kind = x.device.type
    return torch.autocast(kind, torch.bfloat16, enabled=torch.is_autocast_enabled(kind) and torch.get_autocast_dtype(kind) is torch.bfloat16)


def normalised(x: Tensor) -> Tensor:
    """Every row of x [N, n] brought to a mean square of one."""
    return x * (x.square().mean(1, keepdim=True) + _EPS).rsqrt()


class Dense(nn.Module):
    """A linear layer with an equalised learning rate, [N, n_in] → [N, n_out]; `active` adds a leaky ReLU with slope .2 and gain √2.

    Weights are drawn from N(0, 1/rate²) and multiplied by rate/√n_in when they are used, so that an optimiser such as Adam moves
    every layer at the same pace, or `rate` times as fast. Source: Karras et al., arXiv 1710.10196, sec. 4.1; the rate: arXiv 1812.04948, app. C.
    """

    def __init__(self, n_in: int, n_out: int, *, active: bool = True, rate: float = 1.0, bias: float = 0.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_out, n_in) / rate)
        self.bias = nn.Parameter(torch.full((n_out,), bias / rate))
        self.active, self.rate = active, rate * (GAIN if active else 1.0)  # the gain may go in first: the leaky ReLU lets factors through

    def forward(self, x: Tensor) -> Tensor:
        y = linear(x, self.weight * (self.rate / math.sqrt(self.weight.shape[1])), self.bias * self.rate)
        return leaky_relu_(y, SLOPE) if self.active else y


class Conv(nn.Module):
    """A convolution with an equalised learning rate, times `gain`, active as `Dense` is; keeps the size, or with stride 2 takes 2k + 1 pixels to k."""

    def __init__(self, n_in: int, n_out: int, size: int, *, active: bool = True, stride: int = 1, gain: float = 1.0, clamp: float = 0.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_out, n_in, size, size))
        self.bias = nn.Parameter(torch.zeros(n_out)) if active else None
        self.gain, self.stride, self.clamp = gain * (GAIN if active else 1.0), stride, clamp

    def forward(self, x: Tensor) -> Tensor:
        padding = self.weight.shape[2] // 2 if self.stride == 1 else 0
        bias = None if self.bias is None else self.bias * self.gain
        y = conv2d(x, self.weight * (self.gain / math.sqrt(self.weight[0].numel())), bias, self.stride, padding)
        return y if self.bias is None else _active(y, self.clamp)


def modulation(style: Tensor, weight: Tensor, *, demodulate: bool = True) -> tuple[Tensor, Tensor | None]:
    """What to multiply the input and the output of a convolution with, [N, n_in, 1, 1] and [N, n_out, 1, 1], so that it is each sample's own.

    style s [N, n_in], weight w [n_out, n_in, k, k]: sample n is convolved with w·c·s_n, c = 1/√fan_in, divided where `demodulate` by its norm
    over inputs and pixels: outputs of inputs with variance one have variance one. The channels of s scale the input and the norm
    divides the output, so that one convolution serves the whole batch. The input's factors are at most c, so that fp16 does not overflow.
    Source: Karras et al., arXiv 1912.04958, eq. 1 and 3.
    """
    scale = 1 / math.sqrt(weight[0].numel())
    if not demodulate:
        return (style * scale)[:, :, None, None], None
    power = (style * scale).square() @ weight.square().sum((2, 3)).T
    peak = style.detach().abs().amax(1, keepdim=True) + _EPS  # cancels below: a constant to the gradient
    return (style * (scale / peak))[:, :, None, None], (peak * (power + _EPS).rsqrt())[:, :, None, None]


class StyledConv(nn.Module):
    """A modulated 3×3 convolution, noise of a learned strength, bias and leaky ReLU: [N, n_in, H, W] → [N, n_out, H, W], w [N, w_dim].

    With `up` the input is half as large: a transposed convolution and a blur. Source: Karras et al., arXiv 1912.04958, fig. 2d.
    """

    noise: Tensor

    def __init__(self, n_in: int, n_out: int, w_dim: int, size: tuple[int, int], *, up: bool, noisy: bool = True, clamp: float = 0.0) -> None:
        """size: of the output."""
        super().__init__()
        self.style = Dense(w_dim, n_in, active=False, bias=1.0)
        self.weight = nn.Parameter(torch.randn(n_out, n_in, 3, 3))
        self.bias = nn.Parameter(torch.zeros(n_out))
        self.blur = Blur(*size, up=True) if up else None
        self.strength = nn.Parameter(torch.zeros(())) if noisy else None
        if noisy:
            self.register_buffer("noise", torch.randn(size))  # what stands in outside training, so that the same z makes the same picture
        self.clamp = clamp

    def forward(self, x: Tensor, w: Tensor, noise: Tensor | None = None) -> Tensor:
        """noise: [N, 1, H, W], fresh in training; None takes the fixed one."""
        with full_precision(w):
            before, after = modulation(self.style(w), self.weight)
            assert after is not None
            after, bias = after * GAIN, self.bias[:, None, None] * GAIN
            grain = None if self.strength is None else (self.noise if noise is None else noise) * (self.strength * GAIN)
        x = x * before.to(x.dtype)
        y = conv2d(x, self.weight, padding=1) if self.blur is None else self.blur(conv_transpose2d(x, self.weight.transpose(0, 1), stride=2))
        y = torch.addcmul(bias.to(y.dtype), y, after.to(y.dtype))
        if grain is not None:
            y += grain.to(y.dtype)
        return _active(y, self.clamp)


class ToImage(nn.Module):
    """A modulated 1×1 convolution to the image's channels, without demodulation: [N, n_in, H, W] → [N, channels, H, W] in w's precision."""

    def __init__(self, n_in: int, channels: int, w_dim: int) -> None:
        super().__init__()
        self.style = Dense(w_dim, n_in, active=False, bias=1.0)
        self.weight = nn.Parameter(torch.randn(channels, n_in, 1, 1))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        with full_precision(w):
            before, _ = modulation(self.style(w), self.weight, demodulate=False)
        return conv2d(x * before.to(x.dtype), self.weight).to(w.dtype) + self.bias[:, None, None]


def _active(y: Tensor, clamp: float) -> Tensor:
    """Leaky ReLU in place; in fp16, whose range is narrow, held within ±clamp where that is not 0."""
    y = leaky_relu_(y, SLOPE)
    return y.clamp(-clamp, clamp) if clamp and y.dtype is torch.float16 else y


class MinibatchStd(nn.Module):
    """Adds one channel that tells D how much the samples of a group differ: [N, C, H, W] → [N, C + 1, H, W].

    Groups hold at least `group` samples, all of them where the batch has fewer; those of a batch that does not divide differ in size by one.
    The channel is the standard deviation over the group, averaged over channels and pixels. Outside training it is what it was
    on average, so that a sample does not see its batch. Source: Karras et al., arXiv 1710.10196, sec. 3.
    """

    usual: Tensor

    def __init__(self, group: int) -> None:
        super().__init__()
        self.group = group
        self.register_buffer("usual", torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        n, _, height, width = x.shape
        spread = self._spread(x) if self.training else self.usual.to(x.dtype).expand(n)
        return torch.cat((x, spread.view(n, 1, 1, 1).expand(n, 1, height, width)), 1)

    def _spread(self, x: Tensor) -> Tensor:
        """[N]: the spread of every sample's group. Sample i is in group i modulo their number."""
        n, groups = len(x), max(len(x) // self.group, 1)
        member = (torch.arange(n, device=x.device) % groups == torch.arange(groups, device=x.device)[:, None]).to(x.dtype)
        mean = member / member.sum(1, keepdim=True)
        flat = x.flatten(1)
        centred = flat - member.T @ (mean @ flat)
        spread = (mean @ centred.square() + _EPS).sqrt().mean(1)
        with torch.no_grad():
            self.usual += _finite(0.01 * (spread.mean() - self.usual))
        return spread @ member


class RunningMean(nn.Module):
    """A mean that follows training, the same whether a batch passes whole or in parts.

    `mean` stays as it is during a turn, whose parts add up in `due`; the next turn's first part takes that over. Both are saved with
    the network. Processes that share a batch add up their `due` after the turn.
    """

    mean: Tensor
    due: Tensor

    def __init__(self, *shape: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(shape))
        self.register_buffer("due", torch.zeros(shape))
        self._turn, self._fresh = -1, False
        self.register_load_state_dict_post_hook(_between_turns)  # type: ignore[no-untyped-call]

    @property
    def value(self) -> Tensor:
        """The mean, this turn included."""
        return self.mean + self.due

    @torch.no_grad()
    def before(self, turn: int) -> Tensor:
        """The mean before the turn of this number, the same for all its parts."""
        if turn != self._turn:
            self._turn = turn
            self.mean += self.due
            self.due.zero_()
        return self.mean

    @torch.no_grad()
    def follow(self, value: Tensor, *, turn: int, share: float, rate: float) -> None:
        """Moves by `rate` towards `value`, the mean over a part that is `share` of the batch."""
        self.due += _finite(rate * share * (value - self.before(turn)))
        self._fresh = True

    def take_fresh(self) -> bool:
        """Whether `due` has changed since this was last asked."""
        fresh, self._fresh = self._fresh, False
        return fresh


def _between_turns(module: nn.Module, _: Any) -> None:
    """After loading: what is due there is of a turn that ended, even if its number comes again."""
    assert isinstance(module, RunningMean)
    module._turn, module._fresh = -1, False


def _finite(change: Tensor) -> Tensor:
    """Zero where it is not finite: such a step leaves the weights alone too, and a mean must not keep what they did not."""
    return torch.where(change.isfinite(), change, 0.0)
