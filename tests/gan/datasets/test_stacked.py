"""Digits stacked as colours."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from studio.errors import DataError
from studio.gan.datasets import Source
from studio.gan.datasets.stacked_digits import StackedDigits
from studio.gan.datasets.stacked_mnist import StackedMnist


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve pictures of 28 × 28 for each digit d, all of grey d · 20 + 5."""
    root = tmp_path / "digits"
    for d in range(10):
        (root / str(d)).mkdir(parents=True)
        for i in range(12):
            pixels = np.full((28, 28), 20 * d + 5, np.uint8)
            pixels[0, i] = 255
            Image.fromarray(pixels).save(root / str(d) / f"{i}.png")
    return root


def test_every_colour_is_a_digit_and_the_class_names_all_three(tmp_path):
    data = StackedDigits().open(tmp_path)
    x, c = data.sample(300, torch.Generator().manual_seed(0))
    single = {image.tobytes(): int(d) for image, d in zip(np.asarray(data.digits.x[..., 0]), data.digits.c, strict=True)}
    levels = ((x + 1) * 127.5).round().byte().numpy()
    read = np.array([[single[channel.tobytes()] for channel in image] for image in levels])
    np.testing.assert_array_equal(read @ [100, 10, 1], c.numpy())
    assert data.known[407] == "407"


def test_all_thousand_modes_come_in_the_shares_that_are_told(tmp_path):
    data = StackedDigits().open(tmp_path)
    _, c = data.sample(200_000, torch.Generator().manual_seed(0))
    counts, expected = np.bincount(c.numpy(), minlength=1000), 200_000 * data.shares()
    assert data.shares().sum() == pytest.approx(1)
    assert ((counts - expected) ** 2 / expected).sum() == pytest.approx(999, abs=6 * (2 * 999) ** 0.5)


@pytest.mark.parametrize("resolution", ["28", "32"])
def test_mnist_is_stacked_from_a_folder_or_a_zip_of_digits(folder, tmp_path, resolution):
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", folder)
    one, other = (
        Source.read({"kind": "stacked_mnist", "path": str(path), "triples": 1500, "resolution": resolution}).open(tmp_path / "cache")
        for path in (folder, archive)
    )
    side, border = int(resolution), (int(resolution) - 28) // 2
    assert one.shape == (3, side, side)
    assert len(one.x) == 1500
    greys = one.x[:, border + 5, border + 5].astype(int)
    np.testing.assert_array_equal((greys - 5) // 20 @ [100, 10, 1], one.c)
    if border:
        assert one.x[:, :border].max() == one.x[:, :, -border:].max() == 0
    assert one.shares() == pytest.approx(np.bincount(one.c, minlength=1000) / 1500)
    assert sorted(one.x.sum((1, 2, 3)).tolist()) != []
    assert other.shape == one.shape


def test_triples_are_drawn_once_by_the_seed(folder, tmp_path):
    def opened(seed: int) -> np.ndarray:
        return np.asarray(StackedMnist(path=folder, triples=1000, seed=seed).open(tmp_path / "cache").c)

    np.testing.assert_array_equal(opened(0), opened(0))
    assert (opened(0) != opened(1)).mean() > 0.9
    assert len(list((tmp_path / "cache" / "stacked").iterdir())) == 2


def test_a_folder_that_holds_no_digits_is_refused(folder, tmp_path):
    (folder / "9").rename(folder / "nine")
    with pytest.raises(DataError, match="folders 0 to 9"):
        StackedMnist(path=folder, triples=1000).open(tmp_path / "cache")
