"""StyleGAN2: styles that are mixed, truncated and measured, against what the papers say of them."""

import copy
import math

import pytest
import torch
from torch import nn
from torch.nn.functional import conv2d

from studio.gan.draws import Part, parts, spans
from studio.gan.layers import Blur, Resample
from studio.gan.modulation import MinibatchStd, StyledConv
from studio.gan.networks import Network
from studio.gan.trainer import Trainer
from tests.gan.making import config, images, whole

SMALL = {"kind": "stylegan2", "z_dim": 5, "w_dim": 6, "width": 3, "max_width": 6, "minibatch_std": 0}


def build(shape=(3, 16, 16), classes=0, **options):
    torch.manual_seed(0)
    network = Network.read({**SMALL, **options})
    return network, network.generator(shape, classes), network.discriminator(shape, classes)


def stirred(module):
    torch.manual_seed(2)
    with torch.no_grad():
        for p in module.parameters():
            p += 0.3 * torch.randn_like(p)
    return module


def trainer(size=(8, 8, 1), classes=0, batch=4, micro=0, **options):
    """In float64, with weights away from the start, where noise has no strength."""
    made = Trainer(
        config(
            {**SMALL, **options},
            objective={"kind": "non_saturating", "penalty": "r1", "penalty_every": 4},
            precision={"dtype": "fp64", "channels_last": "off", "compile": "off"},
            training={"batch": batch, "micro_batch": micro, "kimg": 1, "device": "cpu"},
        ),
        images(size=size, classes=classes),
    )
    for network in made.networks.values():
        stirred(network)
    return made


def kept(trainer):
    """Draws of a whole batch, and the list in which they are kept in order."""
    drawn = []
    return Part(trainer, drawn, trainer.batch, (0, trainer.batch)), drawn


def test_d_mirrors_g_and_every_doubling_has_two_convolutions_and_an_image():
    network, generator, discriminator = build((3, 32, 32), width=4, max_width=16)
    assert network.widths(3) == [16, 16, 8, 4]
    styled = [m for m in generator.modules() if isinstance(m, StyledConv)]
    assert [m.weight.shape[:2] for m in styled] == [(16, 16), (16, 16), (16, 16), (8, 16), (8, 8), (4, 8), (4, 4)]
    assert [m.blur is not None for m in styled] == [False, True, False, True, False, True, False]
    assert [tuple(m.noise.shape) for m in styled] == [(4, 4), (8, 8), (8, 8), (16, 16), (16, 16), (32, 32), (32, 32)]
    assert generator.layers == 8
    assert [fall.mix.weight.shape[0] for fall in discriminator.falls] == [4, 8, 16]
    assert sum(isinstance(m, Blur) for m in discriminator.modules()) == 3


def test_plain_ds_have_no_shortcuts():
    _, _, resnet = build()
    _, _, plain = build(architecture="plain")
    assert any(isinstance(m, Resample) for m in resnet.modules())
    assert not any(isinstance(m, Resample) for m in plain.modules())


@pytest.mark.parametrize("architecture", ["resnet", "plain"])
def test_a_halving_is_the_papers_formula(architecture):
    _, _, discriminator = build(architecture=architecture)
    fall = stirred(discriminator.falls[0]).double()
    x = torch.randn(2, 3, 16, 16, dtype=torch.float64)
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0], dtype=torch.float64) / 8
    blur = (taps[:, None] * taps).expand(3, 1, 4, 4)

    def active(y):
        return math.sqrt(2) * torch.where(y > 0, y, 0.2 * y)

    first, second = fall.mix, fall.shrink[1]
    y = active(conv2d(x, first.weight / math.sqrt(27), first.bias, padding=1))
    y = active(conv2d(conv2d(y, blur, padding=2, groups=3), second.weight / math.sqrt(27), second.bias, stride=2))
    if architecture == "resnet":
        skip = conv2d(conv2d(x, blur, padding=1, stride=2, groups=3), fall.skip[1].weight / math.sqrt(3))
        y = (y + skip) / math.sqrt(2)
    torch.testing.assert_close(fall(x), y, rtol=1e-10, atol=1e-10)


def test_only_the_minibatch_standard_deviation_lets_d_see_the_batch():
    for group, sees in ((0, False), (1, False), (2, True), (4, True)):
        network, _, discriminator = build(minibatch_std=group)
        assert network.uses_batch_statistics == sees
        assert any(isinstance(m, MinibatchStd) for m in discriminator.modules()) == sees


def test_signals_keep_their_size_through_both_networks():
    _, generator, discriminator = build((3, 64, 64), width=16, max_width=64)
    x = generator(torch.randn(16, 5))
    assert 0.3 < x.std().item() < 3
    flat = torch.randn(64, 3, 1, 1).expand(-1, -1, 64, 64)  # noise would not pass the blurs
    assert 0.3 < discriminator(flat).square().mean().sqrt().item() < 3


def test_the_mapping_learns_a_hundred_times_slower_and_sees_z_normalised():
    _, generator, _ = build(mapping_depth=3)
    assert len(generator.mapping.layers) == 3
    assert generator.mapping.layers[1].weight.std().item() == pytest.approx(100, rel=0.3)
    z = torch.randn(3, 5)
    torch.testing.assert_close(generator(z), generator(7 * z), rtol=1e-4, atol=1e-5)


def test_noise_has_no_strength_at_first_and_is_fresh_in_training_alone():
    t = trainer()
    g = t.networks["generator"]
    z = torch.randn(1, 5, dtype=torch.float64).expand(4, 5)
    t.latents = lambda: z
    network = t.config.network.model_copy(update={"mixing": 0.0})
    made = network.generate(g, whole(t), None)
    assert not torch.allclose(made[0], made[1])
    fixed = network.sample(g, z, None)
    torch.testing.assert_close(fixed[0], fixed[1])
    with torch.no_grad():
        for m in g.modules():
            if isinstance(m, StyledConv):
                m.strength.zero_()
    torch.testing.assert_close(network.generate(g, whole(t), None), network.sample(g, z, None))
    assert all(m.strength.item() == 0 for m in build()[1].modules() if isinstance(m, StyledConv))


def test_without_noise_none_is_drawn():
    t = trainer(noise=False, mixing=0.0)
    draws, drawn = kept(t)
    t.config.network.generate(t.networks["generator"], draws, None)
    assert len(drawn) == 1  # z alone


@pytest.mark.parametrize("classes", [0, 3])
def test_mixing_gives_another_style_to_the_layers_beyond_a_crossover_alone(classes):
    t = trainer(size=(16, 16, 3), batch=64, mixing=0.5, noise=False, classes=classes)
    g, c = t.networks["generator"], torch.arange(64) % classes if classes else None
    draws, drawn = kept(t)
    made = t.config.network.generate(g, draws, c)
    one, other = (g.mapping(z, c) for z in drawn[:2])
    crossovers = []
    for n in range(64):
        styles = [torch.stack([one[n]] * k + [other[n]] * (g.layers - k)) for k in range(1, g.layers + 1)]
        off = (g.synthesise(torch.stack(styles)) - made[n]).abs().amax((1, 2, 3))
        crossovers.append(1 + int(off.argmin()))
        assert off.min() < 1e-12
    mixed = [k for k in crossovers if k < g.layers]
    assert 20 <= len(mixed) <= 44
    assert set(mixed) == set(range(1, g.layers))


def test_truncation_goes_from_every_picture_to_one():
    t = trainer(classes=3)
    for _ in range(3):
        t.step()
    network, g = t.config.network, t.averaged.network
    z, c = torch.randn(6, 5, dtype=torch.float64), torch.arange(6) % 3
    plain = g(z, c)
    assert torch.equal(network.sample(g, z, c, 1.0), plain)
    typical = network.sample(g, z, c, 0.0)
    torch.testing.assert_close(typical, typical[:1].expand_as(typical))
    torch.testing.assert_close(typical, g.synthesise(g.broadcast(g.w_mean.value.expand(6, -1))))
    half = network.sample(g, z, c, 0.5)
    w = (g.mapping(z, c) + g.w_mean.value) / 2
    torch.testing.assert_close(half, g.synthesise(g.broadcast(w)))
    assert (half - typical).square().mean() < (plain - typical).square().mean()


def test_the_mean_style_follows_the_mapping_and_reaches_the_average():
    t = trainer(batch=256)
    g = t.networks["generator"]
    t.config = t.config.with_option("optimizer.lr", 0.0)
    for _ in range(12):
        t.step()
    truth = g.mapping(torch.randn(20_000, 5, dtype=torch.float64), None)
    error = (g.w_mean.value - truth.mean(0)) / truth.std(0)
    assert error.abs().max() < 0.3
    assert torch.equal(t.averaged.network.w_mean.value, g.w_mean.value)


def test_ds_turn_leaves_the_mean_style_alone():
    t = trainer()
    before = t.networks["generator"].w_mean.value.clone()
    t._turn("discriminator", 0)
    assert torch.equal(t.networks["generator"].w_mean.value, before)


@pytest.mark.parametrize("classes", [0, 3])
@pytest.mark.parametrize("shrink", [1, 2])
def test_path_lengths_equal_those_from_the_whole_jacobian(classes, shrink):
    t = trainer(size=(8, 8, 2), classes=classes, path_length=3.0, path_length_every=2, path_length_shrink=shrink, mixing=0.7)
    g, c = t.networks["generator"], torch.arange(4) % classes if classes else None
    for step in (2, 4, 2000):  # the first has no mean to compare with
        usual = g.length.value.clone()
        draws, drawn = kept(t)
        penalty = t.config.network.g_extra(g, draws, c, step)
        _, z, other, u, *noise, y = drawn
        lengths = []
        for n in range(0, 4, shrink):
            mine = None if c is None else c[n : n + 1]
            one, two = g.mapping(z[n : n + 1], mine), g.mapping(other[n : n + 1], mine)
            crossover = 1 + math.floor(u[n, 1].item() * (g.layers - 1)) if u[n, 0] < 0.7 else g.layers
            ws = torch.cat([one] * crossover + [two] * (g.layers - crossover)).detach()
            grain = [layer[n : n + 1] for layer in noise]
            jacobian = torch.autograd.functional.jacobian(lambda w, grain=grain: g.synthesise(w[None], grain)[0], ws)
            pulled = torch.einsum("chw,chwld->ld", y[n] / 8, jacobian)
            lengths.append(pulled.square().sum(1).mean().sqrt())
        expected = (torch.stack(lengths) - usual).square().mean() * (step > 2)
        torch.testing.assert_close(penalty, 3.0 * 2 * expected, rtol=1e-10, atol=0)
        rate = 0.01 if step == 2000 else 1.0
        torch.testing.assert_close(g.length.value, usual + rate * (torch.stack(lengths).mean() - usual), rtol=1e-10, atol=0)
        (slope,) = torch.autograd.grad(penalty, g.basis)
        assert (slope.abs().max() > 0) == (step > 2)


def test_the_path_penaltys_gradient_agrees_with_finite_differences():
    t = trainer()
    g = t.networks["generator"]
    network = t.config.network.model_copy(update={"path_length_every": 1})
    g.length.mean.fill_(0.7)
    drawn, parameters = [], list(g.parameters())

    def penalty():
        return network.g_extra(g, Part(t, drawn, 4, (0, 4)), None, 1)

    torch.manual_seed(3)
    directions = [torch.randn_like(p) for p in parameters]
    slopes = torch.autograd.grad(penalty(), parameters, allow_unused=True)
    expected = sum((s * d).sum() for s, d in zip(slopes, directions, strict=True) if s is not None)
    values, step = [], 1e-6
    for sign in (1, -2):
        with torch.no_grad():
            for p, d in zip(parameters, directions, strict=True):
                p += sign * step * d
        values.append(penalty().item())
    assert expected.item() == pytest.approx((values[0] - values[1]) / (2 * step), rel=1e-5)


def test_the_path_penalty_comes_every_kth_step_and_is_told():
    t = trainer(path_length_every=3)
    due = []
    for _ in range(6):
        t.step()
        due.append("penalty/path_length" in t.statistics())
    assert due == [False, False, True] * 2
    off = trainer(path_length=0.0, path_length_every=1)
    off.step()
    assert "penalty/path_length" not in off.statistics()


@pytest.mark.parametrize("micro", [2, 4])
@pytest.mark.parametrize("classes", [0, 3])
def test_micro_batches_train_like_the_whole_batch(micro, classes):
    """Weights and means after the penalties, path lengths and mixing of several steps."""
    one, other = (trainer(batch=8, micro=m, classes=classes, path_length_every=2) for m in (0, micro))
    for _ in range(5):
        one.step()
        other.step()
    for name, tensors in one.weights().items():
        for key, value in tensors.items():
            torch.testing.assert_close(other.weights()[name][key], value, rtol=1e-9, atol=1e-9, msg=lambda text, key=key: f"{key}: {text}")


def test_parts_agree_on_the_mean_path_length():
    """Also when the turn before has left something due."""
    t = trainer(batch=8, path_length_shrink=1)
    g, network = t.networks["generator"], t.config.network
    network.g_extra(g, whole(t), None, 4)
    drawn = []
    together = network.g_extra(g, Part(t, drawn, 8, (0, 8)), None, 8).item()
    moved = g.length.value.clone()
    g.length.due.zero_()
    apart = sum(network.g_extra(g, part, None, 8).item() * part.share for part in parts(t, 8, spans(8, 3), drawn))
    assert apart == pytest.approx(together, rel=1e-12)
    torch.testing.assert_close(g.length.value, moved, rtol=1e-12, atol=0)


@pytest.mark.parametrize("options", [{}, {"architecture": "plain"}, {"minibatch_std": 2}], ids=str)
@pytest.mark.parametrize("classes", [0, 2])
def test_d_can_be_differentiated_twice(options, classes):
    _, _, discriminator = build((1, 8, 8), classes, width=2, max_width=2, **options)
    discriminator = stirred(discriminator).double()
    x = torch.randn(2, 1, 8, 8, dtype=torch.float64, requires_grad=True)
    c = torch.arange(2) % classes if classes else None
    assert torch.autograd.gradcheck(lambda x: discriminator(x, c), x)
    assert torch.autograd.gradgradcheck(lambda x: discriminator(x, c), x)


def test_a_class_is_judged_by_a_product_with_its_mapped_embedding():
    _, _, discriminator = build(classes=3)
    x, c = torch.randn(3, 3, 16, 16), torch.tensor([0, 1, 2])
    features = []
    discriminator.head.register_forward_hook(lambda _, __, out: features.append(out))
    logits = discriminator(x, c)
    mapped = discriminator.mapping(None, c)
    torch.testing.assert_close(logits, (features[0] * mapped).sum(1) / math.sqrt(6))


@pytest.mark.parametrize(("dtype", "low"), [(torch.float16, ["first", "fall"]), (torch.bfloat16, ["start", "first", "fall", "end"])], ids=str)
def test_base_stages_need_fp32s_range_and_the_image_is_summed_in_fp32(dtype, low):
    _, generator, discriminator = build()
    seen = {}
    watched = {"start": generator.start, "first": generator.rises[0].mix, "image": generator.rises[0], "fall": discriminator.falls[0], "end": discriminator.mix}
    for name, module in watched.items():
        module.register_forward_hook(lambda _, __, out, name=name: seen.__setitem__(name, out[1] if isinstance(out, tuple) else out))
    with torch.autocast("cpu", dtype):
        judged = discriminator(generator(torch.randn(2, 5)))
    assert [name for name, out in seen.items() if out.dtype is dtype] == low
    assert judged.dtype is torch.float32
    assert seen["image"].dtype is torch.float32


def test_the_weights_of_both_networks_are_standard_normal():
    _, generator, discriminator = build((3, 32, 32), width=32, max_width=64, w_dim=64)
    for module in (generator, discriminator):
        weights = [m.weight for m in module.modules() if hasattr(m, "weight") and m.weight.ndim == 4]
        assert len(weights) > 6
        assert torch.cat([w.flatten() for w in weights]).std().item() == pytest.approx(1, rel=0.02)
    assert all(isinstance(m.bias, nn.Parameter) for m in generator.modules() if isinstance(m, StyledConv))


def test_points_and_odd_sizes_are_refused_with_what_works():
    network = Network.read("stylegan2")
    assert "mlp" in network.misfit((2,)).message
    assert "28 high and 28 wide" in network.misfit((3, 28, 30)).message
    assert network.misfit((9, 32, 32)) is not None
    assert network.misfit((3, 2, 2)) is not None
    assert network.misfit((8, 48, 32)) is None
    assert network.misfit((1, 5, 5)) is None


def test_an_image_of_the_base_grids_size_needs_no_doubling():
    network, generator, discriminator = build((1, 5, 5))
    x = network.sample(generator, torch.randn(2, 5), None, 0.5)
    assert x.shape == (2, 1, 5, 5)
    assert discriminator(x).shape == (2,)


@pytest.mark.parametrize("dtype", ["fp32", "bf16", "fp16"])
@pytest.mark.parametrize("micro", [0, 2])
def test_the_papers_recipe_resumes_bit_for_bit(dtype, micro):
    """Non-saturating, R1 every 16th step, path lengths every fourth; stopped in the middle of both."""
    recipe = {
        "objective": {"kind": "non_saturating", "penalty": "r1", "penalty_every": 16},
        "optimizer": {"kind": "adam", "lr": 2.5e-3},
        "precision": {"dtype": dtype, "channels_last": "on", "compile": "off"},
        "training": {"batch": 4, "micro_batch": micro, "kimg": 1, "device": "cpu"},
    }
    settings, data = config({**SMALL, "minibatch_std": 0 if micro else 4}, **recipe), images()
    whole, half, later = (Trainer(settings, data) for _ in range(3))
    for _ in range(19):
        whole.step()
    for _ in range(9):
        half.step()
    half.sample(torch.randn(3, 5), None)
    later.load(copy.deepcopy(half.weights()), copy.deepcopy(half.state()))
    for _ in range(10):
        later.step()
    for name, tensors in whole.weights().items():
        assert all(torch.equal(later.weights()[name][k], v) for k, v in tensors.items())
        assert all(v.isfinite().all() for v in tensors.values())
    told = later.statistics()
    assert {"penalty/r1", "penalty/path_length", "loss/G", "loss/D"} <= told.keys()
