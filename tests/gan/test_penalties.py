"""Gradient penalties against closed forms, and their second derivatives against finite differences."""

import pytest
import torch
from torch import nn

from studio.gan.penalties import differences, input_gradients, wgan_gp, zero_centred

F64 = torch.float64


class Linear:
    """D(x) = ⟨w, x⟩ + b, whose gradient is w everywhere."""

    def __init__(self, w):
        self.w = w

    def __call__(self, x, c=None):
        return (x * self.w).flatten(1).sum(1) + 0.7


class Quadratic:
    """D(x) = ½·a·‖x‖², whose gradient is a·x."""

    def __init__(self, a):
        self.a = a

    def __call__(self, x, c=None):
        return 0.5 * self.a * x.square().flatten(1).sum(1)


@pytest.fixture
def x():
    torch.manual_seed(1)
    return torch.randn(6, 3, 4, 4, dtype=F64)


def asking(x):
    return x.clone().requires_grad_()


def test_a_linear_discriminator_pays_its_weights_norm(x):
    w = torch.randn(3, 4, 4, dtype=F64, requires_grad=True)
    batch = asking(x)
    value = zero_centred(Linear(w)(batch), batch).mean()
    torch.testing.assert_close(value, w.square().sum())
    (slope,) = torch.autograd.grad(value, w)
    torch.testing.assert_close(slope, 2 * w.detach())


def test_a_quadratic_discriminator_pays_the_samples_norm(x):
    a = torch.tensor(1.5, dtype=F64, requires_grad=True)
    batch = asking(x)
    value = zero_centred(Quadratic(a)(batch), batch).mean()
    expected = x.square().flatten(1).sum(1).mean()
    torch.testing.assert_close(value, a**2 * expected)
    (slope,) = torch.autograd.grad(value, a)
    torch.testing.assert_close(slope, 2 * a.detach() * expected)


def test_the_norm_is_of_each_sample(x):
    batch = asking(x)
    norms = zero_centred(Quadratic(2.0)(batch), batch)
    torch.testing.assert_close(norms, 4 * x.square().flatten(1).sum(1))


def test_the_gradient_of_points_is_theirs_too():
    batch = torch.randn(5, 2, dtype=F64, requires_grad=True)
    torch.testing.assert_close(input_gradients(Quadratic(3.0)(batch), batch), 3 * batch)


def test_a_difference_of_a_linear_discriminator_is_its_slope_along_the_disturbance(x):
    w, eps = torch.randn(3, 4, 4, dtype=F64), torch.randn_like(x)
    for sigma in (1e-3, 0.5):
        got = differences(Linear(w)(x), Linear(w)(x + sigma * eps), sigma)
        torch.testing.assert_close(got, (eps * w).flatten(1).sum(1).square())


def test_differences_are_the_squared_gradient_on_average():
    """Value and slope by the weights, on a curved network: 40,000 disturbances of the same two images."""
    network, n = small_network(), 40_000
    x = torch.randn(2, 1, 4, 4, dtype=F64)
    batch = asking(x)
    exact = zero_centred(network(batch).squeeze(1), batch)
    slopes = torch.autograd.grad(exact.mean(), list(network.parameters()), allow_unused=True)
    many = x.repeat_interleave(n, 0)
    eps = torch.randn(many.shape, dtype=F64, generator=torch.Generator().manual_seed(5))
    near = differences(network(many).squeeze(1), network(many + 1e-3 * eps).squeeze(1), 1e-3)
    torch.testing.assert_close(near.view(2, n).mean(1), exact, rtol=0.04, atol=0)  # √(2/n) is .007
    found = torch.autograd.grad(near.mean(), list(network.parameters()), allow_unused=True)
    for got, want in zip(found[:3], slopes[:3], strict=True):
        assert (got - want).norm() < 0.05 * want.norm()


def test_wgan_gp_of_a_linear_discriminator(x):
    w = torch.randn(3, 4, 4, dtype=F64)
    value = wgan_gp(Linear(w), x, -x, None, torch.rand(6, dtype=F64))
    torch.testing.assert_close(value, (w.norm() - 1) ** 2)


def test_wgan_gp_looks_between_each_real_and_its_fake(x):
    fake, eps = torch.randn_like(x), torch.linspace(0, 1, 6, dtype=F64)
    value = wgan_gp(Quadratic(2.0), x, fake, None, eps)
    between = eps.view(6, 1, 1, 1) * x + (1 - eps.view(6, 1, 1, 1)) * fake
    torch.testing.assert_close(value, ((2 * between.flatten(1).norm(dim=1) - 1) ** 2).mean())


def test_wgan_gp_hands_the_classes_on(x):
    seen = []

    def d(batch, c):
        seen.append(c)
        return batch.flatten(1).sum(1)

    c = torch.arange(6)
    wgan_gp(d, x, x, c, torch.rand(6, dtype=F64))
    assert seen == [c]


def test_wgan_gp_of_a_flat_discriminator_has_a_finite_gradient(x):
    w = torch.zeros(3, 4, 4, dtype=F64, requires_grad=True)
    value = wgan_gp(Linear(w), x, -x, None, torch.rand(6, dtype=F64))
    assert value.item() == 1
    (slope,) = torch.autograd.grad(value, w)
    assert slope.isfinite().all()


def test_nothing_flows_back_to_the_generator(x):
    fake = asking(x)
    value = wgan_gp(Quadratic(torch.ones((), dtype=F64, requires_grad=True)), x, fake, None, torch.rand(6, dtype=F64))
    value.backward()
    assert fake.grad is None


def small_network():
    torch.manual_seed(3)
    return nn.Sequential(nn.Conv2d(1, 2, 3), nn.Softplus(), nn.Flatten(), nn.Linear(8, 1)).double()


@pytest.mark.parametrize("penalty", ["zero_centred", "wgan_gp"])
def test_the_second_derivative_is_right(penalty):
    network = small_network()
    names, weights = zip(*network.named_parameters(), strict=True)
    x, other, eps = torch.randn(2, 1, 4, 4, dtype=F64), torch.randn(2, 1, 4, 4, dtype=F64), torch.rand(2, dtype=F64)

    def value(*given):
        def d(batch, c=None):
            return torch.func.functional_call(network, dict(zip(names, given, strict=True)), (batch,)).squeeze(1)

        if penalty == "wgan_gp":
            return wgan_gp(d, x, other, None, eps)
        batch = asking(x)
        return zero_centred(d(batch), batch).mean()

    assert torch.autograd.gradcheck(value, tuple(w.detach().requires_grad_() for w in weights))
