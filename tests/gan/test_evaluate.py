import numpy as np
import pytest
import torch

from studio.errors import ConfigError, DataError, RunError
from studio.gan.config import RunConfig
from studio.gan.datasets import Stored
from studio.gan.datasets.digits import Digits
from studio.gan.datasets.ring import Ring
from studio.gan.datasets.shapes import Shapes
from studio.gan.evaluate import evaluate
from studio.gan.reference import gather
from studio.gan.sampling import Sampler
from studio.gan.slices import whole


class Replay:
    """Gives the rows of an array, by seed: a generator whose samples are known."""

    def __init__(self, x, labels=None):
        self.x, self.labels = x, labels
        self.asked = []

    def draw(self, seeds, *, psi=1.0, c=None):
        self.asked += list(seeds)
        index = torch.tensor(list(seeds)) % len(self.x)
        return self.x[index], None if self.labels is None else self.labels[index]


@pytest.fixture
def ring(tmp_path):
    source = Ring(points=20_000)
    return source, source.open(tmp_path)


@pytest.fixture
def fresh_ring(tmp_path):
    return Replay(torch.from_numpy(Ring(points=20_000, seed=1).open(tmp_path).x))


def test_fresh_samples_of_the_ring_are_near_perfect_by_every_metric(ring, fresh_ring):
    source, dataset = ring
    found = whole(evaluate(fresh_ring, dataset, source=source, count=4000))
    assert found.metrics["modes"] == 8
    assert found.metrics["high_quality"] == pytest.approx(0.989, abs=0.006)
    assert found.metrics["swd"] < 3 * found.metrics["swd_floor"]
    assert min(found.metrics[name] for name in ("precision", "recall", "coverage")) > 0.9
    assert found.count == 4000
    assert found.reference == "1,000 held-out and 3,000 training points of ring"
    assert found.seconds > 0
    assert set(found.basis) == set(found.metrics)
    assert str(found.basis["swd"]) == "4,000 samples against 4,000 of 1,000 held-out and 3,000 training points of ring"


def test_seeds_are_drawn_in_order_from_the_first(ring, fresh_ring):
    whole(evaluate(fresh_ring, ring[1], ["nearest"], count=600, first_seed=50))
    assert fresh_ring.asked == list(range(50, 650))


def test_the_same_sampler_gives_the_same_figures(ring):
    source, dataset = ring
    config = RunConfig.read({"game": "generation", "dataset": "ring", "network": "mlp", "objective": "relativistic", "optimizer": "adam"})
    sampler = Sampler(config, (2,), (), config.network.generator((2,), 0).state_dict(), device="cpu")
    first = whole(evaluate(sampler, dataset, source=source, count=300))
    assert whole(evaluate(sampler, dataset, source=source, count=300)).metrics == first.metrics


def test_a_value_asked_for_by_name_comes_alone(ring, fresh_ring):
    source, dataset = ring
    found = whole(evaluate(fresh_ring, dataset, ["modes", "nearest"], source=source, count=500))
    assert list(found.metrics) == ["modes", "variety", "memo"]


def test_progress_rises_and_names_what_is_done(ring, fresh_ring):
    steps = []
    whole(evaluate(fresh_ring, ring[1], count=1000), steps.append)
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert all(step.done <= step.total for step in steps)
    assert steps[0].text == "Reading the reference"
    assert any("precision recall" in step.text for step in steps)


def test_labels_asked_of_the_generator_reach_the_classifier(tmp_path):
    dataset = Digits(labelled=True).open(tmp_path)
    x = torch.from_numpy(dataset.x).permute(0, 3, 1, 2).float() / 127.5 - 1
    found = whole(evaluate(Replay(x, torch.from_numpy(dataset.c)), dataset, ["classifier"], count=1000)).metrics
    assert found["class_agreement"] > 0.98


def test_the_classes_of_unconditional_digits_are_counted(tmp_path):
    dataset = Digits().open(tmp_path)
    x = torch.from_numpy(dataset.x).permute(0, 3, 1, 2).float() / 127.5 - 1
    found = whole(evaluate(Replay(x), dataset, count=1797))
    assert found.metrics["classes_found"] == 10
    assert found.reference == "128 held-out and 1,669 training images"
    assert {"swd", "precision", "recall", "memo"} <= set(found.metrics)


def test_a_set_without_end_is_drawn_for_the_reference(tmp_path):
    source = Shapes(resolution=16)
    dataset = source.open(tmp_path)
    x, _ = dataset.sample(300, torch.Generator().manual_seed(3))
    found = whole(evaluate(Replay(x), dataset, ["sliced_wasserstein"], source=source, count=300))
    assert found.reference == "2,000 freshly drawn images of shapes"
    assert found.metrics["swd"] < 2 * found.metrics["swd_floor"]


def test_large_pictures_are_averaged_down_before_they_are_kept(tmp_path):
    x = np.random.default_rng(0).integers(0, 256, (40, 200, 100, 3)).astype(np.uint8)
    reference = whole(gather(Stored("image", x, None), None, 40))
    assert reference.x.shape == (40, 3, 64, 32)
    found = whole(evaluate(Replay(torch.rand(40, 3, 200, 100) * 2 - 1), Stored("image", x, None), count=40))
    assert set(found.metrics) >= {"swd", "precision", "variety"}


def test_the_reference_is_held_out_first_and_never_a_training_sample_where_enough_are_held():
    x = np.arange(50_000, dtype=np.float32)[:, None].repeat(2, 1)
    dataset = Stored("points", x, None)
    reference = whole(gather(dataset, None, 2000))
    assert reference.held == len(reference.x) == 2000
    assert reference.text == "2,000 held-out points"
    assert set(reference.x[:, 0].long().tolist()) <= set(dataset.held.tolist())
    train, _ = whole(reference.train(1000))
    assert set(train[:, 0].long().tolist()) <= set(dataset.train.tolist())


def test_samples_that_are_not_finite_are_refused(ring):
    with pytest.raises(RunError, match="not finite"):
        whole(evaluate(Replay(torch.full((10, 2), float("nan"))), ring[1], count=10))


def test_too_few_samples_or_reals_are_refused(ring, fresh_ring):
    with pytest.raises(ConfigError, match="count"):
        whole(evaluate(fresh_ring, ring[1], count=1))
    with pytest.raises(DataError, match="fewer than 2"):
        whole(evaluate(fresh_ring, Stored("points", np.zeros((1, 2), np.float32), None), count=10))
