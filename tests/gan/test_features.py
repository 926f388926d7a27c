import torch

from studio.gan.features import Features, RandomNet, shrink
from studio.gan.slices import whole


def noise(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def rows(features, x):
    return whole(features.of(x))


def test_points_are_their_own_features():
    x = noise(50, 2)
    assert torch.equal(rows(whole(Features.fit(x)), x), x)


def test_features_of_the_reals_are_white():
    for x in (noise(400, 1, 8, 8) * torch.linspace(0.1, 2, 8), noise(400, 3, 24, 24).cumsum(3) / 10):
        found = rows(whole(Features.fit(x)), x).double()
        assert found.shape == (400, 32)
        torch.testing.assert_close(found.mean(0), torch.zeros(32, dtype=torch.float64), atol=1e-3, rtol=0)
        torch.testing.assert_close(found.T.cov(), torch.eye(32, dtype=torch.float64), atol=1e-2, rtol=0)


def test_flat_directions_are_left_out():
    x = noise(100, 1, 1, 1) * torch.ones(1, 8, 8) + noise(100, 1, 1, 1, seed=1) * torch.eye(8)
    assert rows(whole(Features.fit(x)), x).shape == (100, 2)


def test_features_are_the_same_every_time_and_for_every_batch():
    x = noise(300, 3, 32, 32)
    torch.manual_seed(1)
    first = rows(whole(Features.fit(x)), x)
    torch.manual_seed(2)
    again = whole(Features.fit(x))
    assert torch.equal(rows(again, x), first)
    torch.testing.assert_close(rows(again, x[7:9]), first[7:9], atol=1e-4, rtol=1e-4)


def test_the_random_net_takes_any_size_and_keeps_colour():
    for shape in ((4, 17, 64), (3, 20, 1), (1, 33, 18)):
        assert RandomNet(shape[0])(noise(2, *shape)).shape == (2, 16 * 96)
    red, blue = torch.zeros(2, 1, 3, 32, 32)
    red[:, 0], blue[:, 2] = 1, 1
    net = RandomNet(3)
    assert (net(red) - net(blue)).norm() > 0.5 * net(red).norm()


def test_shrinking_averages_and_keeps_the_sides_in_proportion():
    x = noise(2, 3, 64, 32)
    small = shrink(x, 16)
    assert small.shape == (2, 3, 16, 8)
    torch.testing.assert_close(small[0, 0, 0, 0], x[0, 0, :4, :4].mean())
    assert shrink(x, 64) is x
    assert shrink(noise(5, 2), 1).shape == (5, 2)
