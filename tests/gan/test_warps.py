"""The warp on its own: exact where it must be, differentiable twice, and the right way round."""

import pytest
import torch
from torch import Tensor

from studio.gan.warps import Affine, shift, warp


def pictures(n: int = 3, shape: tuple[int, ...] = (2, 5, 7)) -> Tensor:
    return torch.rand(n, *shape, generator=torch.Generator().manual_seed(0), dtype=torch.float64)


def still(n: int = 3) -> Affine:
    return Affine.identity(torch.zeros(n, dtype=torch.float64))


def each(*values: float) -> Tensor:
    return torch.tensor(values, dtype=torch.float64)


def test_nothing_to_do_leaves_every_bit() -> None:
    assert torch.equal(warp(pictures(), still()), pictures())


def test_mirroring_turning_and_moving_go_the_way_that_they_say() -> None:
    x = pictures(shape=(2, 6, 6))
    one = torch.ones(3, dtype=torch.float64)
    assert torch.equal(warp(x, still().scaled(-one, one)), x.flip(3))
    assert torch.equal(warp(x, still().scaled(one, -one)), x.flip(2))
    assert torch.equal(warp(x, still().turned(0 * one, one)), torch.rot90(x, -1, (2, 3)))  # rot90 goes anticlockwise
    right = warp(x, still().shifted(2 * one, 0 * one))
    assert torch.equal(right[..., 2:], x[..., :-2])
    assert torch.equal(right[..., :2], x[..., [2, 1]])
    down = warp(x, still().shifted(0 * one, one))
    assert torch.equal(down[:, :, 1:], x[:, :, :-1])
    assert torch.equal(down[:, :, 0], x[:, :, 1])


def test_a_later_change_applies_to_what_the_earlier_ones_made() -> None:
    x, one = pictures(shape=(1, 8, 8)), torch.ones(3, dtype=torch.float64)
    flipped_then_moved = warp(x, still().scaled(-one, one).shifted(one, 0 * one))
    assert torch.equal(flipped_then_moved[..., 1:], x.flip(3)[..., :-1])


def test_half_a_pixel_is_the_mean_of_two_and_twice_the_size_shows_the_middle() -> None:
    x, one = pictures(shape=(1, 6, 6)), torch.ones(3, dtype=torch.float64)
    half = warp(x, still().shifted(0.5 * one, 0 * one))
    torch.testing.assert_close(half[..., 1:], (x[..., 1:] + x[..., :-1]) / 2, rtol=0, atol=1e-12)
    ramp = torch.arange(6, dtype=torch.float64).expand(3, 1, 6, 6)
    large = warp(ramp, still().scaled(2 * one, 2 * one))
    torch.testing.assert_close(large[0, 0, 0], 2.5 + (torch.arange(6, dtype=torch.float64) - 2.5) / 2)


def test_each_image_has_a_map_of_its_own() -> None:
    x = pictures()
    out = warp(x, still().scaled(each(1, -1, 1), each(1, 1, -1)))
    assert torch.equal(out, torch.stack((x[0], x[1].flip(2), x[2].flip(1))))


@pytest.mark.parametrize("shape", [(1, 1, 1), (2, 1, 4), (2, 4, 1)])
def test_a_single_row_or_column_can_be_moved_far(shape: tuple[int, ...]) -> None:
    x = pictures(shape=shape)
    out = warp(x, still().shifted(each(100.3, -7.7, 3), each(5.5, 41.2, -60)))
    assert out.isfinite().all()
    assert out.min() >= x.min() - 1e-12
    assert out.max() <= x.max() + 1e-12


def test_far_moves_come_back_every_two_widths_less_two() -> None:
    x, one = pictures(shape=(1, 5, 7)), torch.ones(3, dtype=torch.float64)
    assert torch.equal(warp(x, still().shifted(12 * one, -8 * one)), x)


def test_the_warp_has_first_and_second_derivatives() -> None:
    x = pictures(2, (2, 4, 5)).requires_grad_()
    turned = still(2).scaled(each(1.3, 0.6), each(0.9, 1.4)).turned(each(0.8, 0.28), each(0.6, 0.96)).shifted(each(0.3, -2.2), each(1.7, 0.4))
    assert torch.autograd.gradcheck(lambda x: warp(x, turned), x)
    assert torch.autograd.gradgradcheck(lambda x: warp(x, turned).square().sin(), x)
    assert torch.autograd.gradgradcheck(lambda x: shift(x, torch.tensor([1, -2]), torch.tensor([0, 3])).square().sin(), x)


def test_the_gradient_is_the_transpose_of_the_warp() -> None:
    """⟨W x, y⟩ = ⟨x, Wᵀ y⟩, with Wᵀ column by column from the warp of unit images."""
    turned = still(1).turned(each(0.6), each(0.8)).shifted(each(0.7), each(-1.1))
    x = pictures(1, (1, 3, 4)).requires_grad_()
    y = torch.rand(1, 1, 3, 4, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    (gradient,) = torch.autograd.grad((warp(x, turned) * y).sum(), x)
    units = torch.eye(12, dtype=torch.float64).view(12, 1, 3, 4)
    columns = torch.stack([(warp(unit[None], turned) * y).sum() for unit in units])
    torch.testing.assert_close(gradient.flatten(), columns, rtol=0, atol=1e-12)


def test_whole_shifts_bring_in_black() -> None:
    x = pictures()
    out = shift(x, torch.tensor([1, 0, -9]), torch.tensor([0, -2, 0]))
    assert torch.equal(out[0, :, :, 1:], x[0, :, :, :-1])
    assert (out[0, :, :, 0] == 0).all()
    assert torch.equal(out[1, :, :-2], x[1, :, 2:])
    assert (out[1, :, -2:] == 0).all()
    assert (out[2] == 0).all()
