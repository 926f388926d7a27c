"""FastGAN line by line: excitation, noise, spectral norm, and the discriminator that redraws what it sees."""

import pytest
import torch
from torch import nn
from torch.nn.functional import conv2d, linear
from torch.nn.utils.parametrize import is_parametrized

from studio.gan.networks import Network
from studio.gan.networks.fastgan import quarter
from studio.gan.trainer import Trainer
from tests.gan.making import config, images
from tests.gan.networks.test_contract import Rolled, stir


def family(**options):
    return Network.read({"kind": "fastgan", "width": 2, "z_dim": 5, **options})


def double(x):
    return x.repeat_interleave(2, 2).repeat_interleave(2, 3)


def halve(x, times=1):
    for _ in range(times):
        x = (x[:, :, ::2, ::2] + x[:, :, 1::2, ::2] + x[:, :, ::2, 1::2] + x[:, :, 1::2, 1::2]) / 4
    return x


def leaky(x, slope):
    return torch.where(x > 0, x, slope * x)


def gate(x):
    a, b = x.chunk(2, 1)
    return a / (1 + (-b).exp())


def test_g_is_gated_noisy_doublings_with_the_coarse_weighing_the_fine():
    """At 16×16 two doublings; the base grid weighs the image's own level. Against plain products in float64."""
    g = stir(family(norm="none").generator((3, 16, 16), 0)).double().eval()
    w = dict(g.state_dict())
    z = torch.randn(2, 5, dtype=torch.float64)

    def gated(x, name, noisy):
        y = conv2d(x, w[f"{name}.conv.weight"], w[f"{name}.conv.bias"], padding=1)
        return gate(y + w[f"{name}.strength"] * w[f"{name}.noise"] if noisy else y)

    base = gate(linear(z, w["start.weight"], w["start.bias"]).view(2, -1, 4, 4))
    eight = gated(gated(double(base), "rises.0.0", True), "rises.0.1", True)
    sixteen = gated(double(eight), "rises.1.0", False)
    weighed = leaky(conv2d(base, w["excites.0.gather.weight"]), 0.1)
    assert weighed.shape[2:] == (1, 1)
    sixteen = sixteen / (1 + (-conv2d(weighed, w["excites.0.spread.weight"])).exp())
    expected = conv2d(sixteen, w["to_image.weight"], w["to_image.bias"], padding=1).tanh()
    torch.testing.assert_close(g(z), expected, rtol=1e-10, atol=1e-12)


def test_d_averages_two_ways_down_and_adds_the_projection_of_the_class():
    d = stir(family(norm="none").discriminator((1, 8, 8), 3)).double().eval()
    w = dict(d.state_dict())
    x, c = torch.randn(2, 1, 8, 8, dtype=torch.float64), torch.tensor([2, 0])

    def conv(x, name, **how):
        return conv2d(x, w[f"{name}.weight"], w[f"{name}.bias"], **how)

    eight = leaky(conv(x, "from_image.0", padding=1), 0.2)
    deep = leaky(conv(leaky(conv(eight, "falls.0.strided.0", stride=2, padding=1), 0.2), "falls.0.strided.3", padding=1), 0.2)
    four = (deep + leaky(conv(halve(eight), "falls.0.pooled.1"), 0.2)) / 2
    mixed = leaky(conv(four, "mix.0"), 0.2)
    expected = conv(mixed, "head").flatten() + (w["embedding.weight"][c] * mixed.sum((2, 3))).sum(1)
    logits, (wide, base) = d(x, c, keep=True)
    torch.testing.assert_close(logits, expected, rtol=1e-10, atol=1e-12)
    torch.testing.assert_close(wide, eight, rtol=1e-10, atol=1e-12)
    torch.testing.assert_close(base, four, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize(("side", "pairs"), [(8, []), (16, [(0, 2)]), (32, [(0, 3)]), (64, [(0, 4)]), (256, [(0, 4), (1, 5), (2, 6)])])
def test_excitation_reaches_four_doublings_and_fewer_where_the_pyramid_is_low(side, pairs):
    network = family()
    g = network.generator((3, side, side), 0)
    widths = network.widths(len(g.rises))
    assert g.reach == min(4, len(g.rises))
    found = [(e.pool.bit_length() - 1, e.pool.bit_length() - 1 + g.reach, e.gather.in_channels, e.spread.out_channels) for e in g.excites]
    assert found == [(low, high, widths[low], widths[high]) for low, high in pairs]


def test_widths_fall_from_sixteen_times_and_are_never_none():
    assert family(width=64).widths(8) == [1024, 512, 256, 128, 128, 64, 32, 16, 8]
    assert family(width=64, max_width=200).widths(3) == [200, 200, 200, 128]
    assert family(width=1).widths(7)[-1] == 1


def test_noise_is_fresh_in_training_and_fixed_otherwise():
    network, shape = family(), (3, 16, 16)
    g = stir(network.generator(shape, 0)).eval()
    draws = Rolled(network, shape, 0)
    fixed = network.sample(g, draws.z, None)
    assert torch.equal(network.sample(g, draws.z, None), fixed)
    first, second = (network.generate(g, draws.part(), None) for _ in range(2))
    assert not torch.allclose(first, second, atol=1e-6)
    with torch.no_grad():
        for name, p in g.named_parameters():
            if name.endswith("strength"):
                p.zero_()
    assert torch.equal(network.generate(g, draws.part(), None), network.sample(g, draws.z, None))


def test_noise_has_no_strength_at_first_and_lies_in_the_file():
    g = family().generator((3, 32, 32), 0)
    state = g.state_dict()
    assert (
        [tuple(v.shape) for k, v in state.items() if k.endswith(".noise")]
        == [(1, 1, *size) for size in g.noise_sizes]
        == [(1, 1, s, s) for s in (8, 8, 32, 32)]
    )
    assert all(v == 0 for k, v in state.items() if k.endswith("strength"))


@pytest.mark.parametrize(("norm", "g_batch", "d_batch", "spectral"), [("both", 1, 1, 1), ("batch", 1, 1, 0), ("spectral", 1, 0, 1), ("none", 0, 0, 0)])
def test_norm_says_what_bounds_which_player(norm, g_batch, d_batch, spectral):
    network = family(norm=norm)
    g, d = network.generator((3, 16, 16), 2), network.discriminator((3, 16, 16), 2)
    assert [any(isinstance(m, nn.BatchNorm2d) for m in player.modules()) for player in (g, d)] == [bool(g_batch), bool(d_batch)]
    layers = [m for player in (g, d) for m in player.modules() if isinstance(m, nn.Conv2d | nn.Linear)]
    assert all(is_parametrized(m) == bool(spectral) for m in layers)
    assert network.uses_batch_statistics == bool(d_batch)


def test_spectral_norm_brings_every_layer_to_norm_one():
    d = stir(family(norm="spectral").discriminator((3, 16, 16), 3))
    for _ in range(60):
        d(torch.randn(2, 3, 16, 16), torch.tensor([0, 1]))
    d.eval()
    for m in (d.head, d.embedding, d.mix[0], d.from_image[0], d.falls[0].strided[0]):
        assert torch.linalg.matrix_norm(m.weight.flatten(1), 2).item() == pytest.approx(1, abs=0.02)


def test_a_quarter_is_each_pictures_own_and_the_same_of_features_and_pixels():
    x = torch.arange(4 * 4 * 6).view(4, 1, 4, 6).float()
    at = torch.tensor([[0.1, 0.1], [0.1, 0.9], [0.5, 0.49], [0.99, 0.5]])
    found = quarter(x, at)
    expected = [x[0, :, :2, :3], x[1, :, :2, 3:], x[2, :, 2:, :3], x[3, :, 2:, 3:]]
    assert torch.equal(found, torch.stack(expected))
    assert torch.equal(quarter(halve(double(x)), at), found)


@pytest.mark.parametrize(
    ("shape", "whole", "part"),
    [((1, 8, 8), (8, 8), (4, 4)), ((3, 28, 28), (14, 14), (14, 14)), ((3, 32, 32), (16, 16), (16, 16)), ((2, 48, 32), (24, 16), (24, 16))],
)
def test_the_whole_is_redrawn_smaller_and_a_quarter_at_twice_that_sharpness(shape, whole, part):
    network = family()
    d = network.discriminator(shape, 0)
    _, features = network.judge(d, torch.randn(3, *shape), None)
    drawn = d.redraw(features, torch.rand(3, 2))
    assert [tuple(x.shape) for x in drawn] == [(3, shape[0], *whole), (3, shape[0], *part)]


@pytest.mark.parametrize("by", ["l1", "mse"])
def test_the_reconstruction_compares_average_pooled_pixels_of_what_d_saw(by):
    network, shape = family(norm="none", reconstruction=by, reconstruction_weight=3.0), (3, 32, 32)
    d = stir(network.discriminator(shape, 0)).double()
    draws = Rolled(network, shape, 0)
    seen = draws.x.double()
    _, features = network.judge(d, seen, None)
    loss = network.d_extra(d, seen, features, draws.part())
    at = torch.rand(4, 2, generator=torch.Generator().manual_seed(3))
    whole, part = d.redraw(features, at)
    errors = [whole - halve(seen), part - quarter(seen, at)]
    expected = sum((e.abs() if by == "l1" else e.square()).mean() for e in errors)
    torch.testing.assert_close(loss, 3 * expected, rtol=1e-10, atol=1e-12)
    torch.testing.assert_close(draws.noted["reconstruction/D"], expected.detach(), rtol=1e-10, atol=1e-12)


def test_no_weight_no_reconstruction():
    network, shape = family(reconstruction_weight=0), (1, 8, 8)
    d, draws = network.discriminator(shape, 0), Rolled(network, shape, 0)
    assert network.d_extra(d, draws.x, network.judge(d, draws.x, None)[1], draws.part()) is None
    assert draws.noted == {}


def test_redrawing_teaches_the_features_themselves():
    network, shape = family(width=8), (1, 8, 8)
    d, draws = network.discriminator(shape, 0), Rolled(network, shape, 0)
    optimizer = torch.optim.Adam(d.parameters(), 2e-3)
    seen = draws.x.clamp(-1, 1)
    losses = []
    for _ in range(60):
        loss = network.d_extra(d, seen, network.judge(d, seen, None)[1], draws.part())
        optimizer.zero_grad()
        loss.backward()
        assert d.from_image[0].parametrizations.weight.original.grad.abs().sum() > 0
        assert d.head.parametrizations.weight.original.grad is None
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.6 * losses[0]


class Watching(type(family()), kind=""):
    """Keeps what the game hands it."""

    def d_extra(self, discriminator, seen, features, draws):
        SEEN.append((seen.detach(), features))
        return super().d_extra(discriminator, seen, features, draws)


SEEN: list = []


@pytest.mark.parametrize("penalty", ["none", "r1", "r1_r2"])
def test_ds_turn_hands_over_the_reals_as_d_saw_them_without_another_pass(penalty):
    SEEN.clear()
    trainer = Trainer(config(family().dump(), objective={"kind": "hinge", "instance_noise": 0.5, "penalty": penalty}), images())
    trainer.config = trainer.config.model_copy(update={"network": Watching(width=2, z_dim=5)})
    passed, reals = [], []
    trainer.networks["discriminator"].register_forward_pre_hook(lambda _, given: passed.append(given[0].detach()))
    real = trainer.real
    trainer.real = lambda: reals.append(real()) or reals[-1]
    trainer._turn("discriminator", 0)
    assert len(passed) == 2
    ((seen, features),) = SEEN
    assert torch.equal(seen, passed[0])
    assert 0.2 < (seen - reals[0][0]).std() < 0.8
    assert features[0].shape[0] == trainer.batch
    assert trainer.statistics()["reconstruction/D"][0] > 0


def test_too_small_a_picture_is_refused_with_what_works():
    problem = family().misfit((1, 7, 7))
    assert problem is not None
    assert problem.path == "network.kind"
    assert "6 high and 6 wide" in problem.message or "8 high and 8 wide" in problem.message
