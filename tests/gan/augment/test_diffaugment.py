"""DiffAugment against loops in float64, and its frequencies against closed forms."""

import math

import numpy as np
import pytest
import torch

from studio.gan.augment import Augment
from tests.gan.augment.rolling import Rolled, applied

OFF = {"colour": False, "translation": False, "cutout": False}


def only(name: str, **over: object) -> Augment:
    return Augment.read({"kind": "diffaugment", **OFF, name: True, **over})


@pytest.mark.parametrize("shape", [(3, 8, 8), (1, 9, 6), (4, 7, 16), (3, 5, 2)], ids=lambda s: "x".join(map(str, s)))
def test_it_equals_the_papers_three_changes_done_slowly(shape: tuple[int, int, int]) -> None:
    n, p = 40, 0.7
    channels, height, width = shape
    rolled = Rolled(n, seed=2)
    x = torch.rand(n, *shape, generator=torch.Generator().manual_seed(1), dtype=torch.float64) * 2 - 1
    out = Augment.read("diffaugment").apply(x, torch.tensor(p, dtype=torch.float64), rolled.whole()).numpy()
    for image, u, found in zip(x.numpy(), rolled.given[0].numpy(), out, strict=True):
        if u[0] < p:
            image = image + (u[3] - 0.5)
            if channels == 3:
                grey = image.mean(0, keepdims=True)
                image = grey + 2 * u[4] * (image - grey)
            image = image.mean() + (u[5] + 0.5) * (image - image.mean())
        if u[1] < p:
            right, down = (math.floor(v * (2 * int(size / 8 + 0.5) + 1)) - int(size / 8 + 0.5) for v, size in ((u[6], width), (u[7], height)))
            moved = np.zeros_like(image)
            for y in range(height):
                for column in range(width):
                    if 0 <= y + down < height and 0 <= column + right < width:
                        moved[:, y + down, column + right] = image[:, y, column]
            image = moved
        if u[2] < p:
            long = [int(size / 2 + 0.5) for size in (height, width)]
            top, left = (math.floor(v * (size + 1 - side % 2)) - side // 2 for v, size, side in zip(u[8:10], (height, width), long, strict=True))
            image = image.copy()
            image[:, max(top, 0) : max(top + long[0], 0), max(left, 0) : max(left + long[1], 0)] = 0
        np.testing.assert_allclose(found, image, rtol=0, atol=1e-10)


def test_shifts_are_uniform_over_an_eighth_each_way_and_bring_in_black() -> None:
    n = 6000
    dot = torch.zeros(n, 1, 16, 16)
    dot[:, 0, 8, 8] = 1
    out = applied(only("translation"), dot, 1.0)
    places = out.flatten(1).argmax(1)
    for axis in (places // 16 - 8, places % 16 - 8):
        counts = torch.bincount(axis + 2, minlength=5)
        assert len(counts) == 5
        assert ((counts - n / 5).abs() <= 4.5 * math.sqrt(n * 0.2 * 0.8)).all()
    white = applied(only("translation"), torch.ones(100, 1, 16, 16), 1.0)
    assert set(white.unique().tolist()) == {0.0, 1.0}


@pytest.mark.parametrize("p", [0.25, 1.0])
def test_the_hole_takes_half_of_each_side_where_it_lies_inside(p: float) -> None:
    n = 4000
    out = applied(only("cutout"), torch.ones(n, 2, 10, 12), p)
    holes = (out == 0).all(1).flatten(1).sum(1)
    assert int(holes.max()) == 5 * 6
    assert abs(float((holes > 0).float().mean()) - p) <= 4.5 * math.sqrt(p * (1 - p) / n) + 1e-9
    assert ((out == 0).all(1) == (out == 0).any(1)).all()


def test_saturation_leaves_what_has_not_three_channels_alone() -> None:
    x = torch.rand(50, 4, 6, 6, dtype=torch.float64)
    out = applied(only("colour"), x, 1.0)
    slope = (out - out.mean((1, 2, 3), keepdim=True)) / (x - x.mean((1, 2, 3), keepdim=True))
    assert (slope.flatten(1).std(1) < 1e-6).all()  # one contrast for all channels
    assert 0.5 <= float(slope.median()) <= 1.5
