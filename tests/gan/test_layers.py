"""Resampling against a reference that zero-stuffs, pads and convolves; grids, sizes and weights by their definitions."""

import math

import numpy as np
import pytest
import torch

from studio.gan.layers import Blur, Grid, Resample, base_grid, fan_in_normal, leaky_gain, nearest_sizes

TAPS = np.array([1.0, 3.0, 3.0, 1.0]) / 8


def convolve(line):
    """Correlation of a line with the four taps, valid."""
    return np.array([TAPS @ line[i : i + 4] for i in range(len(line) - 3)])


def up_line(line):
    stuffed = np.zeros(2 * len(line))
    stuffed[::2] = line
    return 2 * convolve(np.pad(stuffed, (2, 1)))


def down_line(line):
    return convolve(np.pad(line, (1, 1)))[::2]


def reference(x, one_line):
    return np.apply_along_axis(one_line, 3, np.apply_along_axis(one_line, 2, x))


@pytest.mark.parametrize("size", [(4, 4), (6, 4), (7, 3), (16, 8)])
def test_going_up_equals_the_reference(size):
    x = np.random.default_rng(0).normal(size=(2, 3, *size))
    got = Resample(*size, up=True).double()(torch.from_numpy(x))
    np.testing.assert_allclose(got.numpy(), reference(x, up_line), atol=1e-12)


@pytest.mark.parametrize("size", [(8, 8), (12, 8), (14, 6), (2, 2)])
def test_going_down_equals_the_reference(size):
    x = np.random.default_rng(0).normal(size=(2, 3, *size))
    got = Resample(*size, up=False).double()(torch.from_numpy(x))
    np.testing.assert_allclose(got.numpy(), reference(x, down_line), atol=1e-12)


@pytest.mark.parametrize("up", [True, False])
def test_channels_last_changes_no_value_and_is_kept(up):
    torch.manual_seed(0)
    x = torch.randn(2, 5, 8, 6, dtype=torch.float64)
    layer = Resample(8, 6, up=up).double()
    last = layer(x.contiguous(memory_format=torch.channels_last))
    assert last.is_contiguous(memory_format=torch.channels_last)
    torch.testing.assert_close(last, layer(x))


@pytest.mark.parametrize("up", [True, False])
def test_a_flat_image_stays_flat_inside(up):
    y = Resample(8, 8, up=up)(torch.full((1, 1, 8, 8), 3.0))
    torch.testing.assert_close(y[..., 1:-1, 1:-1], torch.full_like(y[..., 1:-1, 1:-1], 3.0))


@pytest.mark.parametrize("up", [True, False])
def test_resampling_can_be_differentiated_twice(up):
    layer = Resample(4, 6, up=up).double()
    x = torch.randn(1, 2, 4, 6, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(layer, x)
    assert torch.autograd.gradgradcheck(lambda a: layer(a).square(), x)


@pytest.mark.parametrize(("up", "pad"), [(True, 1), (False, 2)])
def test_a_blur_equals_the_reference(up, pad):
    size = (9, 7) if up else (8, 6)
    x = np.random.default_rng(0).normal(size=(2, 3, *size))
    got = Blur(8, 6, up=up).double()(torch.from_numpy(x))
    assert got.shape == (2, 3, *((8, 6) if up else (9, 7)))
    np.testing.assert_allclose(got.numpy(), reference(x, lambda line: (2 if up else 1) * convolve(np.pad(line, (pad, pad)))), atol=1e-12)


def test_a_blur_keeps_channels_last():
    x = torch.randn(2, 5, 8, 6, dtype=torch.float64)
    layer = Blur(8, 6, up=False).double()
    last = layer(x.contiguous(memory_format=torch.channels_last))
    assert last.is_contiguous(memory_format=torch.channels_last)
    torch.testing.assert_close(last, layer(x))


def test_the_filters_are_no_part_of_a_saved_network():
    assert Resample(4, 4, up=True).state_dict() == {}


@pytest.mark.parametrize(
    ("size", "grid"),
    [
        ((32, 32), (4, 4, 3)),
        ((28, 28), (7, 7, 2)),
        ((8, 8), (4, 4, 1)),
        ((48, 32), (6, 4, 3)),
        ((32, 48), (4, 6, 3)),
        ((24, 24), (3, 3, 3)),
        ((256, 256), (4, 4, 6)),
        ((5, 5), (5, 5, 0)),
    ],
)
def test_the_base_grid_is_small(size, grid):
    found = base_grid(*size)
    assert found == Grid(*grid)
    assert (found.height << found.doublings, found.width << found.doublings) == size


@pytest.mark.parametrize("size", [(2, 2), (1, 64), (30, 28), (11, 11), (750, 1000), (32, 33)])
def test_a_size_without_a_small_grid_has_none(size):
    assert base_grid(*size) is None


@pytest.mark.parametrize("size", [(2, 2), (30, 28), (11, 11), (750, 1000), (33, 31), (1, 64)])
def test_the_nearest_sizes_do_fit(size):
    near = nearest_sizes(*size, lambda h, w: base_grid(h, w) is not None)
    assert len(near) == 2
    assert all(base_grid(*n) is not None for n in near)


@pytest.mark.parametrize("size", [(30, 28), (11, 13), (33, 31), (18, 50)])
def test_no_size_that_fits_is_nearer(size):
    nearest = nearest_sizes(*size, lambda h, w: base_grid(h, w) is not None)[0]
    far = sum(abs(a - b) for a, b in zip(nearest, size, strict=True))
    everything = ((h, w) for h in range(1, 80) for w in range(1, 80) if base_grid(h, w))
    assert far == min(abs(h - size[0]) + abs(w - size[1]) for h, w in everything)


@pytest.mark.parametrize("shape", [(512, 128), (512, 16, 3, 3)])
def test_weights_keep_the_variance_of_a_sum(shape):
    torch.manual_seed(0)
    weight = torch.empty(shape)
    fan_in_normal(weight, 1.5)
    assert weight.mean().item() == pytest.approx(0, abs=0.01)
    assert weight.std().item() == pytest.approx(1.5 / math.sqrt(weight[0].numel()), rel=0.02)


@pytest.mark.parametrize("slope", [0.0, 0.02, 0.2, 1.0])
def test_the_gain_makes_up_for_the_leaky_relu(slope):
    torch.manual_seed(0)
    x = torch.randn(200_000) * leaky_gain(slope)
    assert torch.nn.functional.leaky_relu(x, slope).square().mean().item() == pytest.approx(1, rel=0.02)
