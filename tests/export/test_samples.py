import csv

import numpy as np
import pytest

from studio.errors import ConfigError
from studio.export import ExportPlan, export
from studio.gan.sampling import Sampler


def run(checkpoint, target, **options):
    steps = list(export(checkpoint, ExportPlan(target=target, **options), device="cpu"))
    assert steps[-1].done == steps[-1].total
    return target


def test_npz_of_points_holds_samples_and_seeds(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((2,))
    with np.load(run(checkpoint, tmp_path / "x.npz", seeds=5, count=300, psi=0.8), allow_pickle=False) as arrays:
        assert set(arrays) == {"samples", "seeds"}
        assert arrays["samples"].dtype == np.float32
        assert arrays["seeds"].dtype == np.int64
        np.testing.assert_array_equal(arrays["seeds"], np.arange(5, 305))
        expected, _ = Sampler.from_checkpoint(checkpoint, device="cpu").draw(range(5, 305), psi=0.8)
        np.testing.assert_array_equal(arrays["samples"], expected.numpy())


def test_npz_of_images_is_uint8_with_channels_last_and_labels(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((3, 8, 6), ("cat", "dog"))
    with np.load(run(checkpoint, tmp_path / "x.npz", count=50), allow_pickle=False) as arrays:
        assert arrays["samples"].shape == (50, 8, 6, 3)
        assert arrays["samples"].dtype == np.uint8
        assert arrays["labels"].dtype == np.int64
        assert set(arrays["labels"]) == {0, 1}


def test_an_asked_class_is_the_only_label(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8), ("cat", "dog"))
    with np.load(run(checkpoint, tmp_path / "x.npz", count=9, classes=("dog",))) as arrays:
        assert arrays["labels"].tolist() == [1] * 9


def test_the_same_seeds_give_the_same_file(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((2,))
    assert run(checkpoint, tmp_path / "a.npz", count=200).read_bytes() == run(checkpoint, tmp_path / "b.npz", count=200).read_bytes()


def test_csv_and_npy_of_points_say_the_same(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((2,), ("a", "b"))
    with run(checkpoint, tmp_path / "x.csv", count=20).open() as file:
        rows = list(csv.DictReader(file))
    made = np.load(run(checkpoint, tmp_path / "x.npy", count=20), allow_pickle=False)
    assert [int(row["seed"]) for row in rows] == list(range(20))
    assert {row["class"] for row in rows} == {"0", "1"}
    np.testing.assert_array_equal(np.array([[row["x"], row["y"]] for row in rows], np.float32), made)


def test_images_as_csv_are_refused(make_checkpoint, tmp_path):
    with pytest.raises(ConfigError, match=r"\.npz"):
        run(make_checkpoint((1, 8, 8)), tmp_path / "x.csv", count=1)


def test_a_cancelled_export_leaves_no_file(make_checkpoint, tmp_path):
    work = export(make_checkpoint((2,)), ExportPlan(target=tmp_path / "x.npz", count=500), device="cpu")
    for _ in range(2):
        next(work)
    work.close()
    assert not (tmp_path / "x.npz").exists()
