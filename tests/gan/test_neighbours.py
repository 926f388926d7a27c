import numpy as np
import pytest
import torch

from studio.gan import neighbours
from studio.gan.neighbours import kth_nearest
from studio.gan.slices import whole


@pytest.mark.parametrize("dims", [2, 200])
@pytest.mark.parametrize("k", [1, 4])
def test_distances_are_those_of_a_plain_search(dims, k, monkeypatch):
    monkeypatch.setattr(neighbours, "PAIRS", 1000)  # so that several slices are needed
    x, y = (torch.randn(n, dims, generator=torch.Generator().manual_seed(n)) for n in (70, 90))
    every = np.linalg.norm(x.numpy()[:, None].astype(np.float64) - y.numpy()[None], axis=2)
    np.testing.assert_allclose(whole(kth_nearest(x, y, k)).numpy(), np.sort(every, 1)[:, k - 1], rtol=1e-5)
    own = np.linalg.norm(x.numpy()[:, None].astype(np.float64) - x.numpy()[None], axis=2)
    np.testing.assert_allclose(whole(kth_nearest(x, x, k, same=True)).numpy(), np.sort(own, 1)[:, k], rtol=1e-5)


@pytest.mark.parametrize("dims", [2, 200])
def test_twins_are_neighbours_at_no_distance(dims):
    x = torch.randn(40, dims, generator=torch.Generator().manual_seed(0)) + 5
    assert whole(kth_nearest(torch.cat([x, x]), torch.cat([x, x]), same=True)).max() == 0


@pytest.mark.parametrize("dims", [2, 200])
def test_near_twins_far_from_the_origin_are_told_apart(dims):
    x = torch.randn(40, dims, generator=torch.Generator().manual_seed(0)).double()
    near = (x + 1e-3 / dims**0.5).float()
    torch.testing.assert_close(whole(kth_nearest(near, x.float())), torch.full((40,), 1e-3), rtol=0.02, atol=0)
