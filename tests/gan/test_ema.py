import torch
from torch import nn

from studio.gan.ema import Averaged


def network(value: float) -> nn.Linear:
    made = nn.Linear(1, 1)
    with torch.no_grad():
        made.weight.fill_(value)
        made.bias.fill_(value)
    return made


def test_an_old_weight_counts_half_after_the_half_life() -> None:
    followed = network(0.0)
    average = Averaged(followed)
    with torch.no_grad():
        followed.weight.fill_(1.0)
    for i in range(100):
        average.follow(10, 10 * i, half_life=1000, ramp=0)
    assert float(average.network.weight) == torch.tensor(0.5).item() or abs(float(average.network.weight) - 0.5) < 1e-5


def test_no_half_life_copies() -> None:
    followed = network(0.0)
    average = Averaged(followed)
    with torch.no_grad():
        followed.weight.fill_(3.0)
    average.follow(10, 10**6, half_life=0, ramp=0.05)
    assert float(average.network.weight) == 3.0


def test_the_ramp_shortens_the_half_life_early_on() -> None:
    early, late = Averaged(network(0.0)), Averaged(network(0.0))
    for average, nimg in ((early, 1000), (late, 10**9)):
        average._theirs = list(network(1.0).parameters())
        average.follow(50, nimg, half_life=10_000, ramp=0.05)
    assert abs(float(early.network.weight) - 0.5) < 1e-6  # half-life 0.05 · 1000 = 50 images
    assert abs(float(late.network.weight) - (1 - 0.5 ** (50 / 10_000))) < 1e-6


def test_running_statistics_are_copied_and_the_average_never_trains() -> None:
    followed = nn.BatchNorm1d(2)
    average = Averaged(followed)
    followed(torch.randn(8, 2) + 5)
    average.follow(8, 8, half_life=100, ramp=0)
    assert torch.equal(average.network.running_mean, followed.running_mean)
    assert not average.network.training
    assert not any(p.requires_grad for p in average.network.parameters())
