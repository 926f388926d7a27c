"""Multilayer perceptrons with leaky ReLUs differentiated by hand, R1 and R2 included. The maths alone; who plays it is the game's business.

On networks this small autograd spends most of its time on bookkeeping, above all in R1's second backward pass; by hand a round of the
mixtures' presets takes half the time.

Of one sample: aₗ = Wₗhₗ₋₁ + bₗ, hₗ = φ(aₗ), mₗ = φ′(aₗ), uₗ = ∂D/∂aₗ. The gradient ∇ₓD = W₁ᵀu₁ is a product of weights and masks, and the
masks are constant almost everywhere. So a loss with slopes e = ∂L/∂D and s = ∂L/∂‖∇ₓD‖² has ∂L/∂Wₗ = uₗqₗ₋₁ᵀ and ∂L/∂bₗ = e·uₗ, where
q₀ = e·x + 2s·∇ₓD runs forward through the same layers with every bias times e: qₗ = mₗ ⊙ (Wₗqₗ₋₁ + e·bₗ). Where features ψ(x) enter
instead of x, with J = ∂ψ/∂x, ∇ₓD is JᵀW₁ᵀu₁ and q₀ = e·ψ + 2s·J∇ₓD.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import leaky_relu_, linear


class Plain(NamedTuple):
    """A multilayer perceptron as it stands: W [out, in] and b [out] of every layer, and the slope of the leaky ReLU between them.

    waves: angular frequencies Ω [waves, n_in] of an input that is told as (x, sin Ωx, cos Ωx), or None.
    """

    weights: list[Tensor]
    biases: list[Tensor]
    slope: float
    waves: Tensor | None = None


def wave_features(x: Tensor, waves: Tensor | None) -> Tensor:
    """(x, sin Ωx, cos Ωx) [N, n_in + 2·waves] of x [N, n_in]: Fourier features, Tancik et al., arXiv 2006.10739."""
    if waves is None:
        return x
    phase = linear(x, waves.to(x.dtype))
    return torch.cat((x, phase.sin(), phase.cos()), 1)


def _felt(net: Plain, features: Tensor, u: Tensor) -> Tensor:
    """Jᵀu [N, n_in] of u [N, features], where J = ∂features/∂x."""
    if net.waves is None:
        return u
    n_in, (sine, cosine) = net.waves.shape[1], _waving(net, features)
    by_sine, by_cosine = u[:, n_in:].chunk(2, 1)
    return torch.addmm(u[:, :n_in], by_sine * cosine - by_cosine * sine, net.waves)


def _told(net: Plain, features: Tensor, v: Tensor) -> Tensor:
    """Jv [N, features] of v [N, n_in]."""
    if net.waves is None:
        return v
    moved, (sine, cosine) = v @ net.waves.t(), _waving(net, features)
    return torch.cat((v, moved * cosine, -moved * sine), 1)


def _waving(net: Plain, features: Tensor) -> tuple[Tensor, ...]:
    assert net.waves is not None
    return features[:, net.waves.shape[1] :].chunk(2, 1)


class Known(NamedTuple):
    """Gradients that are known already; takes the place of a loss that has yet to be differentiated."""

    parameters: Iterable[Tensor]
    gradients: Iterable[Tensor]

    def backward(self, share: float = 1.0) -> None:
        """Adds `share` of it to every parameter's gradient."""
        for p, g in zip(self.parameters, self.gradients, strict=True):
            g = g if share == 1 else share * g
            p.grad = g if p.grad is None else p.grad + g


class Judged(NamedTuple):
    """What D said of x [N, n_in], kept to find the gradients of a loss of it."""

    d: Tensor  # logits [N]
    gradients: Tensor  # ∇ₓD [N, n_in]
    entered: list[Tensor]  # what entered every layer [N, width]: x or its features, h₁, …
    slopes: list[Tensor]  # u of every hidden layer [N, width]: u₁, …


@torch.no_grad()
def forward(net: Plain, x: Tensor) -> tuple[list[Tensor], Tensor]:
    """What enters every layer, x [N, n_in] or its features first, and what leaves the last, [N, n_out]."""
    entered = [wave_features(x, net.waves)]
    for weight, bias in zip(net.weights[:-1], net.biases[:-1], strict=True):
        entered.append(leaky_relu_(linear(entered[-1], weight, bias), net.slope))
    return entered, linear(entered[-1], net.weights[-1], net.biases[-1])


@torch.no_grad()
def pull(net: Plain, entered: Sequence[Tensor], u: Tensor) -> Tensor:
    """∂L/∂x [N, n_in] from u = ∂L/∂out [N, n_out]."""
    for weight, h in zip(net.weights[:0:-1], entered[:0:-1], strict=True):
        u = _masked(u @ weight, h, net.slope)
    return _felt(net, entered[0], u @ net.weights[0])


@torch.no_grad()
def gradients(net: Plain, entered: Sequence[Tensor], u: Tensor) -> Known:
    """∂L/∂W and ∂L/∂b of every layer from u = ∂L/∂out [N, n_out]."""
    weights, biases = [u.t() @ entered[-1]], [u.sum(0)]
    for weight, h, before in zip(net.weights[:0:-1], entered[:0:-1], entered[-2::-1], strict=True):
        u = _masked(u @ weight, h, net.slope)
        weights.append(u.t() @ before)
        biases.append(u.sum(0))
    return Known([*net.weights, *net.biases], [*reversed(weights), *reversed(biases)])


@torch.no_grad()
def judge(net: Plain, x: Tensor) -> Judged:
    """D's logits of x [N, n_in] and their gradients."""
    entered, d = forward(net, x)
    u = net.weights[-1].expand(len(x), -1)  # the last layer has one row: ∂D/∂h of every sample
    slopes: list[Tensor] = []
    for h, weight in zip(entered[:0:-1], net.weights[-2::-1], strict=True):
        slopes.append(_masked(u, h, net.slope))
        u = slopes[-1] @ weight
    return Judged(d.squeeze(1), _felt(net, entered[0], u), entered, slopes[::-1])


@torch.no_grad()
def judge_gradients(net: Plain, judged: Judged, e: Tensor, strength: float) -> Known:
    """∂L/∂W and ∂L/∂b of every layer of D for slopes e = ∂L/∂D [N] and s = ∂L/∂‖∇ₓD‖², the same for every sample."""
    column = e.unsqueeze(1)
    q = torch.add(column * judged.entered[0], _told(net, judged.entered[0], judged.gradients), alpha=2 * strength)
    weights, biases = [], []
    for weight, bias, h, u in zip(net.weights[:-1], net.biases[:-1], judged.entered[1:], judged.slopes, strict=True):
        back = u.t()
        weights.append(back @ q)
        biases.append(back @ e)
        q = _masked(torch.addmm(column * bias, q, weight.t()), h, net.slope)
    return Known([*net.weights, *net.biases], [*weights, q.sum(0, keepdim=True), *biases, e.sum().view(1)])


def _masked(u: Tensor, h: Tensor, slope: float) -> Tensor:
    """m ⊙ u, the mask m read off the activation's own result h: 1 where it is positive, else the slope."""
    return torch.ops.aten.leaky_relu_backward.default(u, h, slope, True)  # type: ignore[no-any-return]
