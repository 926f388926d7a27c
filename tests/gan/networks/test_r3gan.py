"""R3GAN's blocks and initial weights, line by line as the recipe has them."""

import math

import pytest
import torch
from torch import nn

from studio.errors import ConfigError
from studio.gan.layers import Resample, base_grid
from studio.gan.networks import Network


def build(shape=(3, 32, 32), classes=0, **options):
    torch.manual_seed(0)
    network = Network.read({"kind": "r3gan", **options})
    return network, network.generator(shape, classes), network.discriminator(shape, classes)


def convolutions(stage):
    return [m for m in stage.modules() if isinstance(m, nn.Conv2d)]


def test_there_is_a_stage_for_every_doubling_and_d_mirrors_g():
    _, generator, discriminator = build()
    for module in (generator, discriminator):
        assert len(module.stages) == 4
        assert all(len(convolutions(stage)) == 2 * 3 for stage in module.stages)
        assert sum(isinstance(m, Resample) for m in module.modules()) == 3


def test_a_block_is_wide_in_the_middle_and_mixes_in_groups():
    _, generator, _ = build(width=768, blocks=1, shape=(3, 4, 4))
    expand, mix, reduce = convolutions(generator.stages[0])
    assert (expand.in_channels, expand.out_channels, expand.kernel_size, expand.groups) == (768, 1536, (1, 1), 1)
    assert (mix.in_channels, mix.out_channels, mix.kernel_size, mix.groups) == (1536, 1536, (3, 3), 96)
    assert (reduce.in_channels, reduce.out_channels, reduce.kernel_size, reduce.groups) == (1536, 768, (1, 1), 1)


def test_nothing_normalises():
    for module in build()[1:]:
        assert not any("Norm" in type(m).__name__ for m in module.modules())


def test_blocks_start_as_the_identity():
    _, generator, _ = build(width=16, blocks=1, shape=(3, 4, 4))
    x = torch.randn(2, 16, 4, 4)
    assert torch.equal(generator.stages[0](x), x)


def test_a_block_is_the_recipes_formula():
    _, generator, _ = build(width=16, blocks=1, shape=(3, 4, 4))
    block = generator.stages[0].double()
    for p in block.parameters():
        nn.init.normal_(p)
    c1, c2, c3 = convolutions(block)

    def lrelu(x):
        return torch.where(x > 0, x, 0.2 * x)

    x = torch.randn(2, 16, 4, 4, dtype=torch.float64)
    y = lrelu(torch.nn.functional.conv2d(x, c1.weight) + c1.bias.view(-1, 1, 1))
    y = lrelu(torch.nn.functional.conv2d(y, c2.weight, padding=1, groups=2) + c2.bias.view(-1, 1, 1))
    torch.testing.assert_close(block(x), x + torch.nn.functional.conv2d(y, c3.weight))


def test_initial_weights_follow_the_recipe():
    _, generator, discriminator = build(width=96)
    gain = math.sqrt(2 / (1 + 0.2**2)) * 8**-0.25  # 4 stages of 2 blocks
    for module in (generator, discriminator):
        for stage in module.stages:
            for block in stage:
                expand, mix, reduce = convolutions(block)
                assert expand.weight.std().item() == pytest.approx(gain / math.sqrt(96), rel=0.03)
                assert mix.weight.std().item() == pytest.approx(gain / math.sqrt(9 * 16), rel=0.03)
                assert reduce.weight.abs().max() == 0
                assert expand.bias.abs().max() == mix.bias.abs().max() == 0
    assert generator.scale.weight.std().item() == pytest.approx(1 / 8, rel=0.05)
    assert generator.to_image.weight.std().item() == pytest.approx(1 / math.sqrt(96), rel=0.15)
    assert generator.basis.std().item() == pytest.approx(1, rel=0.1)
    assert discriminator.gather.weight.std().item() == pytest.approx(1 / 4, rel=0.1)
    assert discriminator.from_image.weight.std().item() == pytest.approx(1 / math.sqrt(3), rel=0.15)


def test_only_the_activations_have_biases():
    for module in build()[1:]:
        biased = {name for name, _ in module.named_parameters() if name.endswith("bias")}
        assert biased
        assert all(name.startswith("stages.") and ".reduce." not in name for name in biased)


def test_a_pointwise_convolution_stands_only_where_the_width_changes():
    _, generator, discriminator = build(width=32, narrow_above=8)
    assert [len(convolutions(rise)) for rise in generator.rises] == [0, 1, 1]
    assert [len(convolutions(fall)) for fall in discriminator.falls] == [0, 1, 1]
    assert [type(m) for m in generator.rises[1]] == [nn.Conv2d, Resample]  # convolve before going up
    assert [type(m) for m in discriminator.falls[1]] == [Resample, nn.Conv2d]  # and after coming down


@pytest.mark.parametrize(("above", "widths"), [(32, [64, 64, 64, 64, 32, 16]), (4, [64, 32, 16, 8, 8, 8]), (4096, [64] * 6)])
def test_large_stages_are_narrower(above, widths):
    network = Network.read({"kind": "r3gan", "width": 64, "narrow_above": above})
    assert network.widths(base_grid(128, 128)) == widths


def test_g_starts_from_a_basis_that_the_latent_scales():
    _, generator, _ = build(shape=(3, 48, 32), width=16)
    assert generator.basis.shape == (1, 16, 6, 4)
    assert generator.scale.weight.shape == (16, 64)
    z = torch.randn(2, 64)
    torch.testing.assert_close(generator(3 * z), 3 * generator(z))  # at the start every block is the identity, so all is linear in z


def test_images_have_no_tanh():
    _, generator, _ = build(width=16)
    assert generator(20 * torch.randn(4, 64)).abs().max() > 2


def test_d_gathers_each_channel_over_the_base_grid():
    _, _, discriminator = build(shape=(3, 48, 32), width=16)
    assert discriminator.gather.weight.shape == (16, 1, 6, 4)
    assert discriminator.head.weight.shape == (1, 16)


def test_a_class_is_judged_by_a_product_with_its_embedding():
    _, _, discriminator = build(shape=(1, 8, 8), width=16, classes=5)
    assert discriminator.head.weight.shape == (16, 16)
    assert discriminator.embedding.weight.shape == (5, 16)
    x = torch.randn(1, 1, 8, 8)
    one, other = discriminator(x, torch.tensor([1])), discriminator(x, torch.tensor([3]))
    with torch.no_grad():
        discriminator.embedding.weight[1] = discriminator.embedding.weight[1] * 2 + discriminator.embedding.weight[3]
    torch.testing.assert_close(discriminator(x, torch.tensor([1])), 2 * one + other)


def test_the_base_stage_stays_in_fp32_under_autocast():
    _, generator, discriminator = build(width=16)
    seen = {}
    for name, module in (("G", generator), ("D", discriminator)):
        for k, stage in enumerate(module.stages):
            stage.register_forward_hook(lambda _module, _x, out, key=(name, k): seen.__setitem__(key, out.dtype))
    with torch.autocast("cpu", torch.bfloat16):
        discriminator(generator(torch.randn(2, 64)))
    for name in ("G", "D"):
        assert [seen[name, k] for k in range(4)] == [torch.float32] + [torch.bfloat16] * 3


def test_widths_that_leave_a_group_unfinished_are_refused_with_those_that_work():
    with pytest.raises(ConfigError) as caught:
        Network.read({"kind": "r3gan", "width": 20, "group_size": 16}, "network")
    (problem,) = caught.value.problems
    assert problem.path == "network.width"
    assert "16 or 24" in problem.message


@pytest.mark.parametrize(("width", "group"), [(24, 16), (9, 3), (2, 1), (5, 2), (8, 16)])
def test_whole_groups_are_accepted_and_run(width, group):
    _, generator, _ = build(shape=(1, 8, 8), width=width, group_size=group, narrow_above=4)
    assert generator(torch.randn(1, 64)).shape == (1, 1, 8, 8)


def test_points_and_odd_sizes_are_refused_with_what_works():
    network = Network.read("r3gan")
    assert "mlp" in network.misfit((2,)).message
    assert "28 high and 28 wide" in network.misfit((3, 28, 30)).message
    assert network.misfit((3, 2, 2)) is not None
    assert network.misfit((1, 5, 5)) is None
