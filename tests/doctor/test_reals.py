"""Reals that the doctor draws for itself."""

import numpy as np
import torch

from studio.doctor.reals import Reals
from studio.gan.datasets import Drawn
from tests.gan.making import images


def rows_of(x):
    """Which of the 256 first pictures of `images` these are."""
    return x[:, 0, 0, 0].add(1).mul(127.5).round().int().tolist()


def test_training_and_held_out_reals_are_mixed_in_every_batch():
    dataset, random = images(250), torch.Generator().manual_seed(0)
    batches = list(Reals(dataset).mixed(100, 64, random))
    held = [row for batch in batches for row in rows_of(batch.x[batch.held])]
    train = [row for batch in batches for row in rows_of(batch.x[~batch.held])]
    assert sorted(held) == dataset.held.tolist()  # 50 there are, each once
    assert len(train) == 100
    assert set(train) <= set(dataset.train)
    assert max(len(batch.x) for batch in batches) <= 64
    assert all(0 < int(batch.held.sum()) < len(batch.held) for batch in batches)


def test_classes_are_given_where_training_is_told_them():
    random = torch.Generator().manual_seed(0)
    dataset = images(200, classes=4)
    x, c = Reals(dataset).train(50, random)
    assert c.tolist() == [dataset.c[row] for row in rows_of(x)]
    assert all(batch.c is not None for batch in Reals(dataset).mixed(10, 8, random))
    assert set(Reals(dataset).labels(200, random).tolist()) == {0, 1, 2, 3}
    dataset.classes = ()
    assert Reals(dataset).train(5, random)[1] is None
    assert Reals(dataset).held(5, random)[1] is None
    assert Reals(dataset).labels(5, random) is None
    assert Reals(dataset).of(np.arange(5))[1].tolist() == dataset.c[:5].tolist()  # known all the same


def test_of_a_set_without_end_nothing_is_held_out_and_classes_come_evenly():
    endless = Drawn("points", (2,), ("a", "b"), lambda n, random: (torch.randn(n, 2, generator=random), torch.zeros(n, dtype=torch.int64)))
    random = torch.Generator().manual_seed(0)
    batches = list(Reals(endless).mixed(100, 30, random))
    assert sum(len(batch.x) for batch in batches) == 100
    assert not any(bool(batch.held.any()) for batch in batches)
    assert 0.4 < float(Reals(endless).labels(1000, random).float().mean()) < 0.6
