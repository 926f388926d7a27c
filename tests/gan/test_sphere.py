import math

import pytest
import torch

from studio.gan.sphere import between, turned


def angle(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    return torch.rad2deg(torch.nn.functional.cosine_similarity(a.double(), b.double()[None], dim=-1).clamp(-1, 1).acos())


@pytest.mark.parametrize("degrees", [15.0, 90.0])
def test_turned_latents_are_as_long_and_so_many_degrees_away_in_different_directions(degrees):
    z = torch.randn(64, generator=torch.Generator().manual_seed(3))
    near = turned(z, degrees, 6)
    torch.testing.assert_close(near.norm(dim=1), z.norm().expand(6))
    torch.testing.assert_close(angle(near, z), torch.full((6,), degrees, dtype=torch.float64), rtol=0, atol=0.01)
    assert torch.pdist(near).min() > 0.1
    assert torch.equal(near, turned(z, degrees, 6))


def test_the_way_between_two_latents_has_equal_angles_and_passes_no_short_ones():
    a, b = torch.randn(2, 64, generator=torch.Generator().manual_seed(4))
    way = between(a, b, (0.0, 0.25, 0.5, 0.75, 1.0))
    torch.testing.assert_close(way[0], a, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(way[-1], b, rtol=1e-4, atol=1e-4)
    steps = [float(angle(way[i : i + 1], way[i + 1])) for i in range(4)]
    assert max(steps) - min(steps) < 0.01
    assert way.norm(dim=1).min() > 0.99 * min(a.norm(), b.norm())


def test_opposite_latents_and_one_number_have_no_circle_and_give_finite_latents():
    z = torch.randn(8, generator=torch.Generator().manual_seed(5))
    assert torch.isfinite(between(z, -z, (0.0, 0.5, 1.0))).all()
    assert torch.equal(between(z, z, (0.3,))[0], z)
    assert math.isclose(float(turned(torch.tensor([2.0]), 0.0, 1)), 2.0)
