"""Gradient penalties on D as plain functions: the maths alone. The weight γ, and how often one is computed, are the game's business.

All keep a graph, so that their result can be minimised. Squared norms are summed over a sample's pixels or coordinates.
"""

from typing import Protocol

import torch
from torch import Tensor


class Critic(Protocol):
    """D as the penalties call it: x [N, *shape], c [N] or None → logits [N]."""

    def __call__(self, x: Tensor, c: Tensor | None) -> Tensor: ...


def input_gradients(d_logits: Tensor, x: Tensor) -> Tensor:
    """∂D(xᵢ)/∂xᵢ of every sample, [N, *shape] like `x`, which must require gradients. Exact where D mixes no samples."""
    (gradients,) = torch.autograd.grad(d_logits.sum(), x, create_graph=True)
    return gradients


def zero_centred(d_logits: Tensor, x: Tensor) -> Tensor:
    """‖∇ₓD(x)‖² of every sample, [N]. Serves a batch of reals and fakes joined as well: split the result."""
    return input_gradients(d_logits, x).square().flatten(1).sum(1)


def differences(d_here: Tensor, d_near: Tensor, sigma: float) -> Tensor:
    """(D(x + σε) − D(x))²/σ² of every sample, [N], from both logits: `zero_centred` without differentiating twice.

    Its mean over ε ~ N(0, I) is ‖∇ₓD(x)‖² up to O(σ²), and exactly that where D is straight; one draw of ε scatters by about
    1.4 times that. Its slope by the weights is right on average where D is smooth. At the kinks of leaky ReLUs it also sees what an exact
    gradient passes over, and its scatter grows nearly as 1/σ: for a pair of DCGANs it was 8 times the slope itself at σ = .1 and
    a batch of 8, 35 times at .01. Source: Lin et al., arXiv 2501.08316, sec. 3, there without the 1/σ².
    """
    return ((d_near - d_here) / sigma).square()


def wgan_gp(discriminator: Critic, x_real: Tensor, x_fake: Tensor, c: Tensor | None, eps: Tensor) -> Tensor:
    """E(‖∇D(x̃)‖ − 1)² at x̃ = eps·x + (1 − eps)·x̂ with eps [N] uniform in [0, 1); a scalar.

    Source: Gulrajani et al., arXiv 1704.00028, eq. 3, where the weight is λ = 10.
    """
    share = eps.view(-1, *[1] * (x_real.dim() - 1))
    between = (x_fake + share * (x_real - x_fake)).detach().requires_grad_(True)
    gradients = input_gradients(discriminator(between, c), between)
    norms: Tensor = torch.linalg.vector_norm(gradients.flatten(1), dim=1)  # not sqrt of the sum: its derivative at 0 is infinite
    return (norms - 1).square().mean()
