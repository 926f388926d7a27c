"""Shares of the parts of the data, on sets whose parts are known."""

import math
from dataclasses import replace

import pytest
import torch

from studio.doctor.sight import see
from studio.doctor.signals import Signal
from studio.gan.slices import whole
from tests.doctor.examining import bank_of, measure, noise


@pytest.fixture(scope="module")
def ring():
    """Eight tight clusters on a circle."""
    return bank_of(_ring(2600))


def _ring(n, modes=tuple(range(8)), seed=0):
    angle = torch.tensor(modes)[torch.arange(n) % len(modes)] * math.pi / 4
    return torch.stack((angle.cos(), angle.sin()), 1) + 0.01 * noise(n, 2, seed=seed)


def _drawn(n, seed):
    """Modes at random, as a generator makes them."""
    return tuple(torch.randint(8, (n,), generator=torch.Generator().manual_seed(seed)).tolist())


def fakes_with(bank, counts):
    """Fakes that lie on the bins' centres, so many each."""
    return bank.bins.centres.repeat_interleave(torch.tensor(counts), 0)


def test_a_perfect_generator_is_uneven_by_chance_alone(ring):
    found = [measure("bins", ring, _ring(256, _drawn(256, seed), seed=seed)) for seed in range(1, 17)]
    assert sum(one["chi2"] for one in found) / 16 == pytest.approx(1, abs=0.35)
    assert all(one["empty"] == 0 for one in found)
    assert -2.8 < sum(one["worst_z"] for one in found) / 16 < -1.0


def test_a_clump_is_one_bin_however_many_there_could_be(ring):
    """Else a sample a little narrower than the data would leave the clump's outer bins empty."""
    assert len(ring.bins.centres) == 8
    narrow = 0.3 * (_ring(256, _drawn(256, 1), seed=1) - _ring(256, _drawn(256, 1), seed=2)) + _ring(256, _drawn(256, 1), seed=2)
    found = measure("bins", ring, narrow)
    assert found["empty"] == 0
    assert found["chi2"] < 3


def test_values_are_those_of_their_formulas(ring):
    k, m = len(ring.bins.centres), len(ring.phi)
    counts = [0, 3] + [(256 - 3) // (k - 2)] * (k - 3)
    counts.append(256 - sum(counts))
    found = measure("bins", ring, fakes_with(ring, counts))
    p = [int((ring.bins.of_reals == i).sum()) / m for i in range(k)]
    chi2 = sum((c - 256 * share) ** 2 / (256 * share) for c, share in zip(counts, p, strict=True)) / (1 + 256 / m) / (k - 1)
    z = []
    for c, share in zip(counts, p, strict=True):
        pooled = (c + m * share) / (256 + m)
        z.append((c / 256 - share) / math.sqrt(pooled * (1 - pooled) * (1 / 256 + 1 / m)))
    assert found["chi2"] == pytest.approx(chi2, rel=1e-6)
    assert found["worst_z"] == pytest.approx(min(z), rel=1e-6)
    assert found["empty"] == int(counts[0] == 0 and 256 * p[0] >= 8)


def test_every_lost_mode_empties_its_bins(ring):
    """With 1024 fakes every bin should hold enough to count."""
    for lost in (1, 3):
        kept = tuple(range(8 - lost))
        gone = torch.tensor([round(float(c.atan2(b)) / (math.pi / 4)) % 8 not in kept for b, c in ring.bins.centres.double()])
        found = measure("bins", ring, _ring(1024, kept, seed=1))
        assert found["empty"] == int((gone & (1024 * ring.bins.shares >= 8)).sum()) >= lost
        assert found["chi2"] > 1 + 0.7 * lost
        assert found["worst_z"] < -3


def test_one_mode_left_is_worst_of_all(ring):
    found = measure("bins", ring, _ring(256, (2,), seed=1))
    assert found["chi2"] > 40
    assert found["empty"] == 7


def counts_of(bank, x):
    return bank.bins.count(whole(see(bank, x)).of)


def test_hopping_between_two_halves_moves_everything(ring):
    low, high = _ring(256, (0, 1, 2, 3), seed=1), _ring(256, (4, 5, 6, 7), seed=2)
    found = measure("bins", ring, high, before=counts_of(ring, low))
    assert found["hop"] == 1
    still = measure("bins", ring, _ring(256, (4, 5, 6, 7), seed=3), before=counts_of(ring, high))
    assert still["hop"] < 1.5 * still["hop_floor"]


def test_the_floor_of_hopping_is_what_chance_moves(ring):
    """Of sets of different sizes too."""
    random, shares, sight = torch.Generator().manual_seed(0), Signal.read("bins"), whole(see(ring, _ring(256, seed=1)))
    for n, m in ((256, 256), (1024, 256)):
        moved = floors = 0.0
        for _ in range(60):
            now, before = (torch.multinomial(ring.bins.shares, size, replacement=True, generator=random) for size in (n, m))
            found = whole(shares.measure(replace(sight, of=now, before=ring.bins.count(before)), ring))
            moved += found["hop"]
            floors += found["hop_floor"]
        assert moved == pytest.approx(floors, rel=0.05)


def test_the_first_check_says_nothing_of_hopping_and_too_few_reals_nothing_at_all(ring):
    assert "hop" not in measure("bins", ring, _ring(256, seed=1))
    assert "too few" in Signal.read("bins").misfit(bank_of(torch.ones(100, 2)))
