"""What is particular to the multilayer perceptrons."""

import math

import pytest
import torch
from torch import nn

from studio.gan.networks import Network
from studio.gan.networks.mlp import Mlp


def linears(module):
    return [m for m in module.modules() if isinstance(m, nn.Linear)]


def test_depth_and_width_count_hidden_layers():
    network = Network.read({"kind": "mlp", "z_dim": 1, "width": 48, "depth": 6, "d_width": 40, "d_depth": 4})
    assert [(m.in_features, m.out_features) for m in linears(network.generator((2,), 0))] == [(1, 48)] + [(48, 48)] * 5 + [(48, 2)]
    assert [(m.in_features, m.out_features) for m in linears(network.discriminator((2,), 0))] == [(2, 40)] + [(40, 40)] * 3 + [(40, 1)]


def test_signals_keep_their_size_through_many_layers():
    torch.manual_seed(0)
    network = Network.read({"kind": "mlp", "depth": 20, "width": 256, "d_depth": 20, "slope": 0.02})
    x = network.generator((1, 8, 8), 0)(torch.randn(256, 64))
    assert 0.3 < x.std().item() < 3


def test_images_have_no_tanh():
    torch.manual_seed(0)
    x = Network.read("mlp").generator((1, 8, 8), 0)(10 * torch.randn(64, 64))
    assert x.abs().max() > 2


def test_reals_and_fakes_may_be_judged_in_one_pass():
    assert Network.read("mlp").joint_pass


def test_large_images_are_refused_with_a_size_that_works():
    network = Network.read("mlp")
    assert network.misfit((3, 32, 32)) is None
    assert network.misfit((1, 48, 48)) is None
    problem = network.misfit((3, 64, 128))
    assert problem.path == "network.kind"
    assert "22 high and 45 wide" in problem.message
    assert network.misfit((3, 22, 45)) is None


def test_any_slope_can_be_differentiated_twice():
    for slope in (0.0, 0.02, 1.0):
        torch.manual_seed(0)
        d = Network.read({"kind": "mlp", "d_width": 6, "d_depth": 2, "slope": slope}).discriminator((2,), 0).double()
        x = torch.randn(3, 2, dtype=torch.float64, requires_grad=True)
        assert torch.autograd.gradcheck(d, x)
        assert torch.autograd.gradgradcheck(lambda a, d=d: d(a).square(), x)


def test_waves_tell_d_every_scale_down_to_the_finest():
    d = Mlp(d_waves=24, d_finest=0.05).discriminator((2,), 0)
    lengths = 2 * math.pi / d.waves.norm(dim=1)
    assert lengths.min().item() == pytest.approx(0.05, rel=1e-4)
    assert lengths.max().item() == pytest.approx(5.0, rel=1e-4)
    x = torch.randn(3, 2)
    phase = x @ d.waves.T
    torch.testing.assert_close(d(x), d.layers(torch.cat((x, phase.sin(), phase.cos()), 1)).squeeze(1))
    assert "waves" in d.state_dict(), "they are drawn by chance: a checkpoint must keep them"


def test_without_waves_nothing_is_added():
    assert Mlp().discriminator((2,), 0).state_dict().keys() == {f"layers.{i}.{what}" for i in (0, 2, 4, 6) for what in ("weight", "bias")}
