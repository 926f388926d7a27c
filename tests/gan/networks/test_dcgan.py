"""What is particular to DCGAN: where it normalises, and how it counts."""

import pytest
import torch
from torch import nn
from torch.nn.utils.parametrize import is_parametrized

from studio.gan.networks import Network

KINDS = nn.Conv2d | nn.ConvTranspose2d | nn.BatchNorm2d


def order(module):
    return [type(m).__name__ for m in module.modules() if isinstance(m, KINDS)]


def build(norm="batch", shape=(3, 32, 32), classes=0, **options):
    torch.manual_seed(0)
    network = Network.read({"kind": "dcgan", "norm": norm, "width": 8, **options})
    return network, network.generator(shape, classes), network.discriminator(shape, classes)


def test_batch_normalisation_is_left_out_of_ds_first_and_gs_last_layer():
    _, generator, discriminator = build()
    assert order(generator) == ["BatchNorm2d", "ConvTranspose2d"] * 3
    assert order(discriminator) == ["Conv2d", "Conv2d", "BatchNorm2d", "Conv2d", "BatchNorm2d", "Conv2d"]


def test_spectral_norm_holds_ds_every_weight_and_g_keeps_batch_normalisation():
    _, generator, discriminator = build("spectral", classes=4)
    assert "BatchNorm2d" in order(generator)
    assert "BatchNorm2d" not in order(discriminator)
    weighted = [m for m in discriminator.modules() if isinstance(m, nn.Conv2d | nn.Embedding)]
    assert len(weighted) == 5
    assert all(is_parametrized(m, "weight") for m in weighted)


def test_none_normalises_nothing():
    _, generator, discriminator = build("none")
    assert not any("Norm" in name for name in order(generator) + order(discriminator))


def test_a_spectral_layer_has_norm_one():
    _, _, discriminator = build("spectral")
    for _ in range(50):
        discriminator(torch.randn(2, 3, 32, 32))
    weight = next(m for m in discriminator.modules() if isinstance(m, nn.Conv2d)).weight
    assert torch.linalg.matrix_norm(weight.flatten(1), 2).item() == pytest.approx(1, rel=1e-2)


def test_the_power_iteration_moves_in_training_mode_alone():
    _, _, discriminator = build("spectral")
    vectors = {k: v.clone() for k, v in discriminator.state_dict().items() if k.endswith(("_u", "_v"))}
    assert vectors
    x = torch.randn(2, 3, 32, 32)
    discriminator.eval()(x)
    assert all(torch.equal(discriminator.state_dict()[k], v) for k, v in vectors.items())
    discriminator.train()(x)
    assert any(not torch.equal(discriminator.state_dict()[k], v) for k, v in vectors.items())


@pytest.mark.parametrize(("norm", "mixes"), [("batch", True), ("spectral", False), ("none", False)])
def test_only_batch_normalisation_lets_d_see_the_batch(norm, mixes):
    assert build(norm)[0].uses_batch_statistics == mixes


def grid_of_steps(upsampling):
    """The share of a picture's detail at the strides' frequencies, of fresh generators: 2 and 4 pixels, by Fourier's transform."""
    _, generator, _ = build("none", width=32, upsampling=upsampling)
    with torch.no_grad():
        out = generator(torch.randn(64, 100))[:, :, 4:-4, 4:-4]  # within the edges, which convolutions pad
    power = torch.fft.fft2(out - out.mean((2, 3), keepdim=True)).abs().square().mean((0, 1))
    side = power.shape[-1]
    return ((power[side // 2, 0] + power[0, side // 2]) / (power[side // 2 - 2, 0] + power[0, side // 2 - 2])).item()


def test_upsampling_by_doubled_pixels_has_no_pattern_of_the_strides():
    assert grid_of_steps("nearest") < 1.5 < grid_of_steps("transposed")


def test_upsampling_changes_the_generator_alone():
    _, generator, discriminator = build("none", upsampling="nearest")
    assert order(generator) == ["Conv2d"] * 3
    assert order(discriminator) == order(build("none")[2])


def test_the_papers_widths():
    network = Network.read({"kind": "dcgan", "width": 64, "max_width": 1024})
    assert network.widths(4) == [512, 256, 128, 64]
    assert Network.read({"kind": "dcgan", "width": 128, "max_width": 256}).widths(3) == [256, 256, 128]


def test_initial_weights_have_a_spread_of_two_hundredths():
    _, generator, discriminator = build("none", width=64)
    for module in (generator, discriminator):
        weights = torch.cat([m.weight.flatten() for m in module.modules() if isinstance(m, nn.Conv2d | nn.ConvTranspose2d)])
        assert weights.std().item() == pytest.approx(0.02, rel=0.02)


def test_images_stay_within_minus_one_and_one():
    _, generator, _ = build()
    assert generator(100 * torch.randn(8, 100)).abs().max() <= 1


def test_points_and_odd_sizes_are_refused_with_what_works():
    network = Network.read("dcgan")
    assert "mlp" in network.misfit((2,)).message
    assert "28 high and 28 wide" in network.misfit((3, 28, 30)).message
    assert network.misfit((3, 5, 5)) is not None
    assert network.misfit((9, 32, 32)) is not None
    assert network.misfit((8, 32, 32)) is None
