import numpy as np
import pytest
import torch
from PIL import Image

from studio.errors import DataError
from studio.gan.media import medium
from studio.gan.media.image import tiled

random = np.random.default_rng(0)
image = medium("image")


def pictures(n: int, channels: int) -> np.ndarray:
    return random.integers(0, 256, (n, 6, 5, channels), dtype=np.uint8)


def test_every_level_survives_the_way_to_the_engine_and_back():
    levels = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
    x = image.to_tensor(levels)
    assert x.shape == (1, 1, 16, 16)
    assert x.dtype == torch.float32
    assert (x.min(), x.max()) == (-1, 1)
    torch.testing.assert_close(x.flatten().double(), torch.arange(256).double() / 127.5 - 1, atol=1e-7, rtol=0)
    np.testing.assert_array_equal(image.to_array(x), levels)


def test_samples_are_rounded_and_clamped():
    x = torch.tensor([-9.0, -1.0, -0.001, 0.003, 0.999, 1.0, 9.0]).reshape(1, 1, 1, 7)
    assert image.to_array(x).flatten().tolist() == [0, 0, 127, 128, 255, 255, 255]


def test_samples_are_not_changed_nor_need_they_be_float():
    x = torch.linspace(-1, 1, 30).reshape(1, 3, 2, 5).requires_grad_()
    before = x.clone()
    image.to_array(x)
    assert torch.equal(x, before)
    assert np.abs(image.to_array(x.to(torch.bfloat16)).astype(int) - image.to_array(x)).max() <= 1


@pytest.mark.parametrize(("n", "rows", "columns"), [(1, 1, 1), (2, 1, 2), (3, 2, 2), (5, 2, 3), (64, 8, 8)])
@pytest.mark.parametrize(("channels", "mode"), [(1, "L"), (3, "RGB"), (4, "RGBA")])
def test_a_preview_is_a_grid_row_by_row(tmp_path, n, rows, columns, channels, mode):
    samples = pictures(n, channels)
    image.save_preview(tmp_path / "live.part", samples)
    with Image.open(tmp_path / "live.part") as found:
        assert found.format == "PNG"
        assert found.mode == mode
        assert found.size == (columns * 5, rows * 6)
        grid = np.asarray(found).reshape(rows * 6, columns * 5, channels)
    for i in range(n):
        top, left = i // columns * 6, i % columns * 5
        np.testing.assert_array_equal(grid[top : top + 6, left : left + 5], samples[i])
    np.testing.assert_array_equal(grid, tiled(samples))


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("suffix", [".png", ".webp", ".PNG"])
def test_png_and_webp_keep_every_bit(tmp_path, channels, suffix):
    sample = pictures(1, channels)[0]
    image.save(tmp_path / f"a{suffix}", sample)
    with Image.open(tmp_path / f"a{suffix}") as found:
        np.testing.assert_array_equal(np.asarray(found.convert({1: "L", 3: "RGB", 4: "RGBA"}[channels])).reshape(sample.shape), sample)


def test_jpeg_comes_close_and_flattens_alpha_on_white(tmp_path):
    image.save(tmp_path / "a.jpg", np.full((16, 16, 3), (200, 30, 90), np.uint8))
    image.save(tmp_path / "b.jpeg", np.zeros((16, 16, 4), np.uint8))
    image.save(tmp_path / "c.jpg", np.full((16, 16, 1), 77, np.uint8))
    for name, expected in (("a.jpg", (200, 30, 90)), ("b.jpeg", (255, 255, 255)), ("c.jpg", 77)):
        with Image.open(tmp_path / name) as found:
            assert found.format == "JPEG"
            assert np.abs(np.asarray(found).astype(int) - expected).max() <= 3


def test_another_format_is_refused_by_name(tmp_path):
    with pytest.raises(DataError, match=r"a\.xyz.*choose png, jpg, webp"):
        image.save(tmp_path / "a.xyz", pictures(1, 3)[0])


@pytest.mark.parametrize("suffix", image.formats)
def test_the_same_sample_gives_the_same_bytes(tmp_path, suffix):
    sample = pictures(1, 3)[0]
    for name in ("a", "b"):
        image.save(tmp_path / f"{name}.{suffix}", sample)
    assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
