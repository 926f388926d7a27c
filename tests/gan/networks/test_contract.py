"""What every network family promises, at the sizes that people bring."""

import copy
import itertools
import json

import pytest
import torch
from torch import nn

from studio.gan.draws import Part
from studio.gan.networks import Network

SHAPES = [(2,), (1, 8, 8), (3, 28, 28), (1, 28, 28), (3, 32, 32), (4, 48, 32)]
SMALL = {
    "mlp": [{"width": 24, "d_width": 20, "z_dim": 5}],
    "dcgan": [{"width": 4, "norm": norm, "z_dim": 6} for norm in ("batch", "spectral", "none")]
    + [{"width": 4, "norm": "none", "z_dim": 6, "upsampling": "nearest"}],
    "fastgan": [{"width": 4, "norm": norm, "z_dim": 6} for norm in ("both", "batch", "spectral", "none")],
    "r3gan": [{"width": 8, "group_size": 4, "blocks": 1, "z_dim": 6}, {"width": 8, "group_size": 8, "blocks": 2, "z_dim": 6, "narrow_above": 8}],
    "stylegan2": [
        {"width": 4, "max_width": 8, "w_dim": 7, "z_dim": 6, "minibatch_std": 4},
        {"width": 4, "max_width": 8, "w_dim": 7, "z_dim": 6, "minibatch_std": 0, "architecture": "plain", "noise": False, "mixing": 0.0},
    ],
}
FAMILIES = [{"kind": kind, **options} for kind in sorted(Network.kinds()) for options in SMALL.get(kind, [{}])]


@pytest.fixture(params=FAMILIES, ids=lambda family: "-".join(str(v) for v in family.values()))
def network(request):
    return Network.read(request.param)


@pytest.fixture(params=[0, 3], ids=["no classes", "3 classes"])
def classes(request):
    return request.param


def fitting(network):
    return [shape for shape in SHAPES if network.misfit(shape) is None]


def pair(network, shape, classes, seed=0):
    torch.manual_seed(seed)
    return network.generator(shape, classes), network.discriminator(shape, classes)


def inputs(network, shape, classes, n=4):
    torch.manual_seed(1)
    return torch.randn(n, network.z_dim), torch.arange(n) % classes if classes else None, torch.randn(n, *shape)


class Rolled:
    """A turn's draws (draws.Whole) without a trainer."""

    def __init__(self, network, shape, classes, n=4):
        self.z, self.c, self.x = inputs(network, shape, classes, n)
        self.generator, self.noted = torch.Generator().manual_seed(3), {}

    def real(self):
        return self.x, self.c

    def latents(self):
        return self.z

    def labels(self):
        return self.c

    def normal(self, *shape):
        return torch.randn(shape, generator=self.generator).to(self.x.dtype)

    def uniform(self, *shape):
        return torch.rand(shape, generator=self.generator).to(self.x.dtype)

    def augment(self, x, part):
        return x

    def note(self, name, value):
        self.noted[name] = value

    def part(self):
        return Part(self, [], len(self.x), (0, len(self.x)))


def stir(module):
    """Away from the start, where some weights are zero and hide what comes before them."""
    torch.manual_seed(2)
    with torch.no_grad():
        for p in module.parameters():
            p += 0.05 * torch.randn_like(p)
    return module


def test_the_first_families_are_there():
    assert set(Network.kinds()) >= {"mlp", "dcgan", "r3gan", "stylegan2"}


def test_a_network_survives_json(network):
    assert Network.read(json.loads(json.dumps(network.dump()))) == network


def test_every_option_has_help(network):
    assert all(o.help for o in network.options())


def test_each_family_fits_something(network):
    assert fitting(network)


def test_shapes_are_as_declared_and_finite(network, classes):
    for shape in fitting(network):
        generator, discriminator = pair(network, shape, classes)
        z, c, real = inputs(network, shape, classes)
        fake = generator(z, c)
        assert fake.shape == (4, *shape)
        assert fake.isfinite().all()
        for x in (real, fake):
            logits = discriminator(x, c)
            assert logits.shape == (4,)
            assert logits.isfinite().all()


def test_ds_own_turn_gives_the_same_logits_and_a_row_of_features_a_sample(network, classes):
    for shape in fitting(network):
        discriminator = stir(pair(network, shape, classes)[1]).eval()
        _, c, real = inputs(network, shape, classes)
        logits, features = network.judge(discriminator, real, c)
        assert torch.equal(logits, discriminator(real, c))
        assert all(len(f) == 4 for f in features)


def test_fakes_in_training_are_drawn_from_the_runs_own_numbers(network, classes):
    shape = fitting(network)[-1]
    generator = stir(pair(network, shape, classes)[0]).eval()
    turns = [Rolled(network, shape, classes) for _ in range(2)]
    torch.manual_seed(8)
    expected = torch.rand(2)
    torch.manual_seed(8)
    one, other = (network.generate(generator, draws.part(), draws.c) for draws in turns)
    assert torch.equal(one, other)
    assert one.shape == (4, *shape)
    assert torch.equal(torch.rand(2), expected)


def test_ds_stages_hold_every_parameter_once_and_the_last_one_judges(network, classes):
    for shape in fitting(network):
        discriminator = pair(network, shape, classes)[1]
        stages = network.d_stages(discriminator)
        ids = [id(p) for stage in stages for p in stage]
        assert all(stages)
        assert len(stages) > 1
        assert sorted(ids) == sorted(id(p) for p in discriminator.parameters())
        _, c, real = inputs(network, shape, classes)
        (slope,) = torch.autograd.grad(discriminator(real, c).sum(), stages[-1][0], allow_unused=True)
        assert slope is not None


def test_ds_stages_come_in_the_order_in_which_an_image_passes_them(network):
    shape = fitting(network)[-1]
    discriminator = pair(network, shape, 0)[1]
    when = {}

    def mark(module, _):
        for p in module.parameters(recurse=False):
            when.setdefault(id(p), len(when))

    for module in discriminator.modules():
        module.register_forward_pre_hook(mark)
    discriminator(inputs(network, shape, 0)[2], None)
    turns = [[when[id(p)] for p in stage if id(p) in when] for stage in network.d_stages(discriminator)]
    assert all(max(before) < min(after) for before, after in itertools.pairwise(turns))


def test_the_same_seed_builds_the_same_networks(network, classes):
    shape = fitting(network)[0]
    for one, other in zip(pair(network, shape, classes, 5), pair(network, shape, classes, 5), strict=True):
        assert one.state_dict().keys() == other.state_dict().keys()
        assert all(torch.equal(a, b) for a, b in zip(one.state_dict().values(), other.state_dict().values(), strict=True))


def test_another_seed_builds_other_networks(network):
    shape = fitting(network)[0]
    z, _, _ = inputs(network, shape, 0)
    assert not torch.equal(pair(network, shape, 0, 5)[0](z, None), pair(network, shape, 0, 6)[0](z, None))


def test_state_is_restored_exactly(network, classes):
    shape = fitting(network)[-1]
    z, c, real = inputs(network, shape, classes)
    for one, other, x in zip(pair(network, shape, classes, 5), pair(network, shape, classes, 6), (z, real), strict=True):
        other.load_state_dict(copy.deepcopy(one.state_dict()))
        assert torch.equal(one.eval()(x, c), other.eval()(x, c))


def test_gradients_reach_all_of_g_through_a_frozen_d_and_nothing_else(network, classes):
    for shape in fitting(network):
        generator, discriminator = (stir(m) for m in pair(network, shape, classes))
        discriminator.requires_grad_(False)
        z, c, _ = inputs(network, shape, classes)
        discriminator(generator(z, c), c).square().sum().backward()
        assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in generator.parameters())
        assert all(p.grad is None for p in discriminator.parameters())


def test_gradients_reach_all_of_d_and_nothing_of_g(network, classes):
    for shape in fitting(network):
        generator, discriminator = (stir(m) for m in pair(network, shape, classes))
        draws = Rolled(network, shape, classes)
        with torch.no_grad():
            fake = network.generate(generator, draws.part(), draws.c)
        logits, features = network.judge(discriminator, fake, draws.c)
        extra = network.d_extra(discriminator, fake, features, draws.part())
        (logits.square().sum() + (0 if extra is None else extra)).backward()
        assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in discriminator.parameters())
        assert all(p.grad is None for p in generator.parameters())


def test_a_sample_does_not_see_its_batch_in_eval_mode(network, classes):
    for shape in fitting(network):
        generator, discriminator = (stir(m).eval() for m in pair(network, shape, classes))
        z, c, real = inputs(network, shape, classes)
        few = None if c is None else c[1:3]
        torch.testing.assert_close(generator(z, c)[1:3], generator(z[1:3], few), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(discriminator(real, c)[1:3], discriminator(real[1:3], few), rtol=1e-4, atol=1e-5)


def test_a_d_that_claims_independence_keeps_it_while_training(network, classes):
    shape = fitting(network)[-1]
    discriminator = stir(pair(network, shape, classes)[1])
    _, c, x = inputs(network, shape, classes)
    x.requires_grad_()
    (gradient,) = torch.autograd.grad(discriminator(x, c)[0], x)
    others = gradient[1:].abs().max().item()
    assert (others > 0) == network.uses_batch_statistics


def test_eval_mode_changes_nothing_in_the_networks(network, classes):
    shape = fitting(network)[-1]
    z, c, real = inputs(network, shape, classes)
    generator, discriminator = pair(network, shape, classes)
    for module, x in ((generator, z), (discriminator, real)):
        module.eval()
        before = copy.deepcopy(module.state_dict())
        first = module(x, c)
        assert torch.equal(module(x, c), first)
        assert all(torch.equal(v, before[k]) for k, v in module.state_dict().items())


def test_the_class_changes_what_is_made_and_judged(network):
    shape = fitting(network)[-1]
    generator, discriminator = (stir(m).eval() for m in pair(network, shape, 3))
    z, _, real = inputs(network, shape, 3, n=1)
    for module, x in ((generator, z), (discriminator, real)):
        assert not torch.allclose(module(x, torch.tensor([0])), module(x, torch.tensor([2])), atol=1e-6)


def test_a_network_with_classes_insists_on_them(network):
    shape = fitting(network)[-1]
    generator, _ = pair(network, shape, 3)
    with pytest.raises(AssertionError, match="3 classes"):
        generator(torch.randn(2, network.z_dim), None)


def test_double_backward_works_through_every_d(network, classes):
    """The weights' gradient of a gradient penalty, against finite differences in float64."""
    shape = fitting(network)[0]
    discriminator = stir(pair(network, shape, classes)[1]).double().eval()
    _, c, real = inputs(network, shape, classes, n=2)
    real = real.double()
    parameters = list(discriminator.parameters())

    def penalty():
        x = real.clone().requires_grad_()
        (gradient,) = torch.autograd.grad(discriminator(x, c).sum(), x, create_graph=True)
        return gradient.square().sum()

    directions = [torch.randn_like(p) for p in parameters]
    slopes = torch.autograd.grad(penalty(), parameters, allow_unused=True)
    expected = sum((s * d).sum() for s, d in zip(slopes, directions, strict=True) if s is not None)
    values, step = [], 1e-7  # so short that no leaky ReLU bends in between
    for sign in (1, -2):
        with torch.no_grad():
            for p, d in zip(parameters, directions, strict=True):
                p += sign * step * d
        values.append(penalty().item())
    assert expected.item() == pytest.approx((values[0] - values[1]) / (2 * step), rel=1e-4)


def test_autocast_leaves_weights_and_answers_in_fp32(network, classes):
    for shape in fitting(network):
        generator, discriminator = pair(network, shape, classes)
        z, c, real = inputs(network, shape, classes)
        with torch.autocast("cpu", torch.bfloat16):
            fake, logits = generator(z, c), discriminator(real, c)
        assert fake.dtype == logits.dtype == torch.float32
        assert all(p.dtype == torch.float32 for m in (generator, discriminator) for p in m.parameters())
        torch.testing.assert_close(fake, generator(z, c), rtol=0.1, atol=0.1)


def test_channels_last_makes_the_same(network):
    for shape in fitting(network):
        if len(shape) == 3:
            generator, discriminator = (m.eval() for m in pair(network, shape, 0))
            z, _, real = inputs(network, shape, 0)
            fake, logits = generator(z, None), discriminator(real, None)
            for module in (generator, discriminator):
                module.to(memory_format=torch.channels_last)
            torch.testing.assert_close(generator(z, None), fake, rtol=1e-4, atol=1e-5)
            torch.testing.assert_close(discriminator(real, None), logits, rtol=1e-4, atol=1e-5)


def test_a_misfit_points_at_the_network_and_says_what_works(network):
    for shape in ((2,), (3, 28, 30), (3, 1000, 750), (4, 2, 2)):
        if problem := network.misfit(shape):
            assert problem.path == "network.kind"
            assert network.kind in problem.message
            assert len(problem.message) > 40


def test_a_family_that_says_nothing_has_a_stage_for_each_part_in_the_order_they_were_made():
    class Plain(nn.Module):
        def __init__(self):
            super().__init__()
            self.scale = nn.Parameter(torch.ones(()))
            self.body = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 3))
            self.head = nn.Linear(3, 1)

    d = Plain()
    stages = Network.d_stages(Network.read("mlp"), d)
    assert [[id(p) for p in stage] for stage in stages] == [
        [id(d.body[0].weight), id(d.body[0].bias)],
        [id(d.body[2].weight), id(d.body[2].bias)],
        [id(d.head.weight), id(d.head.bias), id(d.scale)],
    ]
