import numpy as np
import pytest
import torch


def brute(real, fake, k):
    """From the definitions, a pair at a time."""

    def radii(x):
        return [np.sort(np.linalg.norm(x - one, axis=1))[k] for one in x]  # place 0 is the point itself

    real_radii, fake_radii = radii(real), radii(fake)
    inside = np.array([[np.linalg.norm(y - x) <= r for x, r in zip(real, real_radii, strict=True)] for y in fake])
    recalled = np.array([[np.linalg.norm(x - y) <= r for y, r in zip(fake, fake_radii, strict=True)] for x in real])
    return {
        "precision": inside.any(1).mean(),
        "recall": recalled.any(1).mean(),
        "density": inside.sum() / (k * len(fake)),
        "coverage": inside.any(0).mean(),
    }


@pytest.mark.parametrize("k", [1, 3, 5])
def test_it_follows_the_definitions(points, measure, normal, k):
    reference = points(normal(120, 2))
    fakes = 0.7 * normal(120, 2, seed=1) + 0.5
    expected = brute(reference.x.numpy().astype(np.float64), fakes.numpy().astype(np.float64), k)
    assert measure("precision_recall", fakes, reference, k=k) == pytest.approx(expected)


def test_identical_sets_are_perfect(points, measure, digits, normal):
    for reference in (points(normal(300, 2)), digits):
        found = measure("precision_recall", reference.x, reference)
        assert (found["precision"], found["recall"], found["coverage"]) == (1.0, 1.0, 1.0)
        assert found["density"] >= 1


def test_two_samples_of_one_distribution_score_near_one(points, measure, normal):
    found = measure("precision_recall", normal(2000, 2, seed=1), points(normal(2000, 2)))
    assert min(found.values()) > 0.93
    assert found["density"] == pytest.approx(1, abs=0.05)


def test_lost_modes_lower_recall_and_not_precision(measure, digits):
    few = digits.x[torch.isin(digits.c, torch.tensor([3, 7]))].repeat(10, 1, 1, 1)[:1797]
    found = measure("precision_recall", few, digits)
    assert found["precision"] == 1
    assert found["recall"] < 0.35
    assert found["coverage"] < 0.35


def test_noise_among_digits_lowers_precision(measure, digits, normal):
    half = len(digits.x) // 2
    found = measure(
        "precision_recall",
        torch.cat([digits.x[:half], normal(half, 1, 8, 8).clamp(-1, 1)])[torch.randperm(2 * half, generator=torch.Generator().manual_seed(0))],
        digits,
    )
    assert found["precision"] == pytest.approx(0.5, abs=0.03)
    assert found["density"] < 0.8


def test_far_off_fakes_score_nothing(points, measure, normal):
    assert set(measure("precision_recall", normal(500, 2) + 100, points(normal(500, 2))).values()) == {0.0}
