"""Style-based layers against slow references that build every sample's own weights, and group samples by hand."""

import math

import pytest
import torch
from torch import nn
from torch.nn.functional import conv2d

from studio.gan.modulation import Conv, Dense, MinibatchStd, RunningMean, StyledConv, ToImage, modulation, normalised

TAPS = torch.tensor([1.0, 3.0, 3.0, 1.0], dtype=torch.float64) / 8


def stirred(module):
    torch.manual_seed(1)
    module = module.double()
    with torch.no_grad():
        for p in module.parameters():
            p.copy_(torch.randn_like(p))
    return module


def own_weights(weight, style, demodulate):
    """[n_out, n_in, k, k] of one sample, as the paper writes it."""
    own = weight * style[None, :, None, None] / math.sqrt(weight[0].numel())
    if demodulate:
        for row in range(len(own)):
            own[row] = own[row] / (own[row] ** 2).sum().add(1e-8).sqrt()
    return own


def stuffed(x):
    """Zeros between the pixels."""
    wide = x.new_zeros(*x.shape[:2], 2 * x.shape[2] - 1, 2 * x.shape[3] - 1)
    wide[:, :, ::2, ::2] = x
    return wide


def slow_styled(layer, x, w, noise, up):
    styles = w @ layer.style.weight.T / math.sqrt(w.shape[1]) + layer.style.bias
    made = []
    for one, style, grain in zip(x, styles, noise, strict=True):
        own = own_weights(layer.weight.detach().clone(), style.detach(), True)
        if up:
            y = conv2d(stuffed(one[None]), own.flip(2, 3), padding=2)
            taps = (4 * TAPS[:, None] * TAPS).expand(len(own), 1, 4, 4)
            y = conv2d(y, taps, padding=1, groups=len(own))
        else:
            y = conv2d(one[None], own, padding=1)
        y = y + layer.bias[:, None, None] + layer.strength * grain
        made.append(math.sqrt(2) * torch.where(y > 0, y, 0.2 * y))
    return torch.cat(made)


@pytest.mark.parametrize("up", [False, True])
def test_a_styled_convolution_is_each_samples_own(up):
    layer = stirred(StyledConv(5, 7, 3, (8, 6), up=up))
    x = torch.randn(4, 5, *((4, 3) if up else (8, 6)), dtype=torch.float64)
    w, noise = torch.randn(4, 3, dtype=torch.float64), torch.randn(4, 1, 8, 6, dtype=torch.float64)
    torch.testing.assert_close(layer(x, w, noise), slow_styled(layer, x, w, noise, up), rtol=1e-10, atol=1e-10)
    fixed = layer.noise.expand(4, 1, 8, 6)
    torch.testing.assert_close(layer(x, w), slow_styled(layer, x, w, fixed, up), rtol=1e-10, atol=1e-10)


def test_the_image_is_modulated_and_not_normalised():
    layer = stirred(ToImage(5, 3, 4))
    x, w = torch.randn(2, 5, 4, 4, dtype=torch.float64), torch.randn(2, 4, dtype=torch.float64)
    styles = w @ layer.style.weight.T / 2 + layer.style.bias
    for n in range(2):
        expected = conv2d(x[n : n + 1], own_weights(layer.weight, styles[n], False)) + layer.bias[:, None, None]
        torch.testing.assert_close(layer(x, w)[n : n + 1], expected, rtol=1e-10, atol=1e-10)


def test_demodulation_keeps_the_variance_whatever_the_style():
    torch.manual_seed(0)
    style, weight = 30 * torch.randn(16, 64), 5 * torch.randn(48, 64, 3, 3)
    before, after = modulation(style, weight)
    y = conv2d(torch.randn(16, 64, 24, 24) * before, weight) * after
    assert y.square().mean().item() == pytest.approx(1, rel=0.02)
    assert y.square().mean((0, 2, 3)).sub(1).abs().max() < 0.15  # of every channel


def test_without_it_the_variance_is_the_styles():
    torch.manual_seed(0)
    style, weight = torch.full((8, 64), 3.0), torch.randn(48, 64, 3, 3)
    before, after = modulation(style, weight, demodulate=False)
    assert after is None
    assert conv2d(torch.randn(8, 64, 24, 24) * before, weight).square().mean().item() == pytest.approx(9, rel=0.03)


def test_large_styles_stay_within_fp16():
    torch.manual_seed(0)
    layer = StyledConv(64, 32, 4, (8, 8), up=False, clamp=256)
    with torch.no_grad():
        layer.style.weight *= 1e4
    x, w = 200 * torch.randn(2, 64, 8, 8), torch.randn(2, 4)
    expected = layer(x, w)
    with torch.autocast("cpu", torch.float16):
        made = layer(x, w)
    assert made.dtype == torch.float16
    torch.testing.assert_close(made.float(), expected.clamp(-256, 256), rtol=0.02, atol=2)


@pytest.mark.parametrize("rate", [1.0, 0.01])
def test_an_equalised_layer_keeps_the_variance_and_moves_at_its_rate(rate):
    torch.manual_seed(0)
    layer = Dense(400, 300, active=False, rate=rate)
    assert layer.weight.std().item() == pytest.approx(1 / rate, rel=0.01)
    x = torch.randn(200, 400)
    assert layer(x).std().item() == pytest.approx(1, rel=0.05)
    zero = torch.zeros(1, 400)
    before = layer(torch.eye(400)) - layer(zero)
    optimizer = torch.optim.Adam(layer.parameters(), lr=0.1)
    layer(x).square().sum().backward()
    optimizer.step()
    moved = (layer(torch.eye(400)) - layer(zero) - before).abs()
    assert moved.median().item() == pytest.approx(0.1 * rate / 20, rel=0.01)
    assert layer(zero).abs().median().item() == pytest.approx(0.1 * rate, rel=0.01)


def test_a_bias_starts_where_it_should_whatever_the_rate():
    layer = Dense(5, 3, active=False, rate=0.1, bias=1.0)
    torch.testing.assert_close(layer(torch.zeros(1, 5)), torch.ones(1, 3))


def test_active_layers_are_leaky_and_keep_the_size_of_signals():
    torch.manual_seed(0)
    dense, conv = Dense(256, 256), Conv(64, 64, 3)
    assert dense(torch.randn(64, 256)).square().mean().item() == pytest.approx(1.04, rel=0.06)  # √2 is for a slope of 0
    assert conv(torch.randn(4, 64, 16, 16))[..., 1:-1, 1:-1].square().mean().item() == pytest.approx(1.04, rel=0.06)
    with torch.no_grad():
        dense.weight.zero_()
        dense.bias.copy_(torch.linspace(-1, 1, 256))
    expected = torch.linspace(-1, 1, 256)
    torch.testing.assert_close(dense(torch.zeros(1, 256))[0], math.sqrt(2) * torch.where(expected > 0, expected, 0.2 * expected))


def test_a_strided_convolution_halves_what_was_made_one_larger():
    assert Conv(3, 4, 3, stride=2)(torch.randn(1, 3, 9, 7)).shape == (1, 4, 4, 3)
    linear = Conv(3, 4, 1, active=False)
    assert linear.bias is None
    x = torch.randn(2, 3, 5, 5)
    torch.testing.assert_close(linear(-2 * x), -2 * linear(x))


def slow_spread(x, group):
    groups = max(len(x) // group, 1)
    out = torch.empty(len(x), dtype=x.dtype)
    for start in range(groups):
        members = list(range(start, len(x), groups))
        rows = x[members]
        out[members] = (((rows - rows.mean(0)) ** 2).mean(0) + 1e-8).sqrt().mean()
    return out


@pytest.mark.parametrize(("n", "group"), [(8, 4), (4, 4), (3, 4), (7, 4), (11, 4), (12, 2), (5, 32), (1, 4)])
def test_a_minibatchs_spread_equals_the_reference(n, group):
    torch.manual_seed(0)
    x = torch.randn(n, 3, 4, 2, dtype=torch.float64)
    made = MinibatchStd(group).double()(x)
    assert torch.equal(made[:, :3], x)
    expected = slow_spread(x, group)[:, None, None].expand(n, 4, 2)
    torch.testing.assert_close(made[:, 3], expected, rtol=1e-12, atol=1e-12)


def test_outside_training_the_spread_is_the_usual_one():
    torch.manual_seed(0)
    layer = MinibatchStd(4)
    for _ in range(600):
        layer(3 * torch.randn(8, 16, 4, 4))
    layer.eval()
    before = layer.usual.clone()
    alone = layer(torch.randn(1, 16, 4, 4))[:, 16]
    assert torch.equal(alone, before.expand(1, 4, 4))
    assert before.item() == pytest.approx(3 * 0.8, rel=0.1)  # four samples spread less around their own mean
    assert torch.equal(layer.usual, before)


def test_a_broken_batch_leaves_the_usual_spread_alone():
    layer = MinibatchStd(2)
    layer(torch.full((2, 1, 2, 2), math.nan))
    assert layer.usual.item() == 0


@pytest.mark.parametrize("up", [False, True])
def test_a_styled_convolution_can_be_differentiated_twice(up):
    layer = stirred(StyledConv(2, 3, 2, (4, 4), up=up))
    size = (2, 2) if up else (4, 4)
    x, w = (torch.randn(shape, dtype=torch.float64, requires_grad=True) for shape in ((2, 2, *size), (2, 2)))
    parameters = tuple(layer.parameters())

    def run(x, w, *_):
        return layer(x, w)

    assert torch.autograd.gradcheck(run, (x, w, *parameters))
    assert torch.autograd.gradgradcheck(run, (x, w, *parameters))


@pytest.mark.parametrize(
    "layer", [MinibatchStd(2), ToImage(2, 1, 2), Dense(2, 3), nn.Sequential(Conv(2, 2, 3), Conv(2, 2, 3, stride=2))], ids=lambda m: type(m).__name__
)
def test_the_other_layers_can_be_differentiated_twice(layer):
    layer = stirred(layer)
    x = torch.randn((3, 2) if isinstance(layer, Dense) else (3, 2, 5, 5), dtype=torch.float64, requires_grad=True)
    more = (torch.randn(3, 2, dtype=torch.float64, requires_grad=True),) if isinstance(layer, ToImage) else ()
    assert torch.autograd.gradcheck(layer, (x, *more))
    assert torch.autograd.gradgradcheck(layer, (x, *more))


def test_a_normalised_row_has_a_mean_square_of_one():
    x = normalised(torch.tensor([[3.0, 4.0], [-100.0, 0.0]]))
    torch.testing.assert_close(x.square().mean(1), torch.ones(2))
    torch.testing.assert_close(x[0, 1] / x[0, 0], torch.tensor(4 / 3))


def follow(parts, turns=3):
    mean = RunningMean(2).double()
    for turn in range(turns):
        torch.manual_seed(turn)
        rows = torch.randn(8, 2, dtype=torch.float64)
        for part in rows.split(parts):
            mean.follow(part.mean(0), turn=turn, share=len(part) / 8, rate=0.25)
    return mean


@pytest.mark.parametrize("parts", [[8], [4, 4], [3, 3, 2]])
def test_a_running_mean_is_the_same_whole_and_in_parts(parts):
    expected = torch.zeros(2, dtype=torch.float64)
    for turn in range(3):
        torch.manual_seed(turn)
        expected = expected + 0.25 * (torch.randn(8, 2, dtype=torch.float64).mean(0) - expected)
    torch.testing.assert_close(follow(parts).value, expected, rtol=1e-12, atol=1e-12)


def test_a_running_mean_does_not_move_during_a_turn():
    mean = follow([8], turns=2)
    before = mean.mean.clone()
    mean.follow(torch.ones(2), turn=5, share=0.5, rate=1.0)
    settled = mean.mean.clone()
    assert not torch.equal(settled, before)
    mean.follow(torch.ones(2), turn=5, share=0.5, rate=1.0)
    assert torch.equal(mean.mean, settled)
    torch.testing.assert_close(mean.value, torch.ones(2, dtype=torch.float64))


def test_a_running_mean_goes_on_after_a_rollback_to_the_turn_before():
    mean = follow([8])
    kept = {k: v.clone() for k, v in mean.state_dict().items()}
    ends = []
    for _ in range(2):
        mean.load_state_dict(kept)
        mean.follow(torch.ones(2), turn=3, share=1.0, rate=0.5)
        ends.append((mean.mean.clone(), mean.due.clone()))
    assert all(torch.equal(a, b) for a, b in zip(*ends, strict=True))


def test_a_running_mean_keeps_nothing_that_is_not_finite():
    mean = follow([8])
    before = mean.value.clone()
    mean.follow(torch.tensor([math.nan, math.inf]), turn=9, share=1.0, rate=0.5)
    torch.testing.assert_close(mean.value, before)


def test_what_the_last_turn_left_due_counts_before_the_next():
    mean = follow([8], turns=2)
    before = mean.value.clone()
    assert torch.equal(mean.before(7), before)
    assert mean.due.abs().max() == 0
