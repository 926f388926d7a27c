"""Fidelity and variety on constructed sets."""

import pytest
import torch

from tests.doctor.examining import bank_of, measure, noise


@pytest.fixture(scope="module")
def clusters():
    """Four clusters, far apart."""
    return bank_of(_clusters(2400))


def _clusters(n, modes=4, seed=0):
    centres = 10 * torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    return centres[torch.arange(n) % modes] + noise(n, 2, seed=seed)


def test_values_are_those_of_their_definitions(clusters):
    fakes = _clusters(256, modes=3, seed=1) + 0.5
    reals = clusters.phi
    across = (fakes[:, None] - reals).norm(dim=2)
    real_reach = (reals[:, None] - reals).norm(dim=2).sort(1).values[:, 5]
    real_reach = real_reach.clamp_min(0.03 * float((reals[:256, None] - reals[:256]).norm(dim=2).median()))  # of points
    fake_reach = (fakes[:, None] - fakes).norm(dim=2).sort(1).values[:, 5]
    expected = {
        "precision": float((across <= real_reach).any(1).float().mean()),
        "recall": float((across <= fake_reach[:, None]).any(0).float().mean()),
        "coverage": float((across <= real_reach).any(0).float().mean()),
    }
    assert measure("manifold", clusters, fakes) == {name: pytest.approx(value, abs=0.01) for name, value in expected.items()}


def test_lost_modes_lower_recall_by_their_share_and_leave_precision(clusters):
    whole, halved = (measure("manifold", clusters, _clusters(256, modes, seed=2)) for modes in (4, 2))
    assert halved["precision"] == pytest.approx(whole["precision"], abs=0.05)
    assert halved["recall"] == pytest.approx(whole["recall"] / 2, abs=0.05)
    assert halved["coverage"] < 0.8 * whole["coverage"]


def test_fakes_off_the_data_have_neither_precision_nor_coverage(clusters):
    far = measure("manifold", clusters, _clusters(256, seed=2) + 100)
    assert far == {"precision": 0, "recall": 0, "coverage": 0}


def test_poor_quality_lowers_precision_and_leaves_recall(clusters):
    poor = measure("manifold", clusters, _clusters(256, seed=2) + 3 * noise(256, 2, seed=3))
    assert poor["precision"] < 0.7
    assert poor["recall"] > 0.9


def test_copies_of_one_real_are_precise_and_recall_nothing(clusters):
    found = measure("manifold", clusters, clusters.reals()[:1].repeat(256, 1))
    assert found["precision"] == 1
    assert found["recall"] < 0.01
