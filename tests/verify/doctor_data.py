"""The data that the doctor's suite trains on, small enough to train in seconds. Calibration and report share no data set.

Calibration: `nine` points, `digits`, `tinted digits`, and the `grid` with classes. Report: `ring`, `shapes`, `stacked digits`. `few …` are fifty pictures
of the same, ten of them held out.
"""

import functools
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from studio.gan.datasets import Dataset, Source, Stored
from studio.gan.datasets.digits import Digits
from studio.gan.datasets.grid import Grid
from studio.gan.datasets.ring import Ring
from studio.gan.datasets.shapes import Shapes
from studio.gan.datasets.stacked_digits import StackedDigits

CALIBRATION = ("nine", "digits", "tinted digits")
REPORT = ("ring", "shapes", "stacked digits")
POINTS = ("ring", "grid", "nine")
NINE = np.array([(x, y) for x in (-2.0, 0.0, 2.0) for y in (-2.0, 0.0, 2.0)])
FEW = 50
MANY = 6000  # pictures of a finite set
SIDE = 8  # of shapes

Pictures = NDArray[np.uint8]


def source(name: str) -> Source:
    """What a run's settings name; the pictures themselves come from `opened`."""
    kinds: dict[str, Source] = {
        "ring": Ring(points=20_000),
        "grid": Grid(points=20_000),
        "nine": Grid(points=20_000),
        "shapes": Shapes(resolution=SIDE),
        "stacked digits": StackedDigits(),
    }
    return kinds.get(name.removeprefix("few "), Digits())


def opened(name: str, *, labelled: bool = False, wrong_labels: bool = False) -> Dataset:
    """The data set of that name; with `wrong_labels` its classes are dealt out at random."""
    if name == "nine":
        return _nine(labelled=labelled)
    if name in POINTS:
        return type(source(name))(points=20_000, labelled=labelled).open(Path())
    x, c = drawn(name.removeprefix("few "), FEW if name.startswith("few ") else MANY, seed=7)
    names = tuple(str(k) for k in range(int(c.max()) + 1))
    if wrong_labels:
        c = np.random.default_rng(1).permutation(c)
    return Stored("image", x, c, names if labelled else (), known=names)


@functools.cache
def drawn(name: str, n: int, seed: int) -> tuple[Pictures, NDArray[np.int64]]:
    """At most n pictures uint8 [n, H, W, C] and the classes of these; other seeds give others, but for the digits, of which there are 1,797."""
    random = np.random.default_rng(seed)
    if name == "shapes":
        x, shape = Shapes(resolution=SIDE).open(Path()).sample(n, torch.Generator().manual_seed(seed))
        return _bytes(x), shape.numpy()  # type: ignore[union-attr]
    digits = Digits().open(Path())
    assert digits.c is not None
    if name == "stacked digits":
        rows = random.integers(len(digits.x), size=(n, 3))
        return np.concatenate([digits.x[rows[:, k]] for k in range(3)], axis=3), digits.c[rows[:, 0]]
    rows = random.permutation(len(digits.x))[:n]
    x8, c = digits.x[rows], digits.c[rows]
    return (_tinted(x8, random), c) if name == "tinted digits" else (x8, c)


@functools.cache
def spread(name: str) -> float:
    """Standard deviation of the data's numbers around their means."""
    data = opened(name)
    assert isinstance(data, Stored)
    return float(data.x.reshape(len(data.x), -1).astype(float).std(0).mean())


def _nine(*, labelled: bool) -> Stored:
    """The middle of the grid: nine Gaussians at {−2, 0, 2}², σ .05."""
    random = np.random.default_rng(0)
    c = random.integers(9, size=20_000)
    x = NINE[c] + 0.05 * random.standard_normal((len(c), 2))
    names = tuple(str(k) for k in range(9))
    return Stored("points", x.astype(np.float32), c.astype(np.int64), names if labelled else (), known=names)


def _tinted(x: Pictures, random: np.random.Generator) -> Pictures:
    """Every picture in a colour of its own."""
    hue = random.random(len(x))
    colour = np.stack([0.5 + 0.5 * np.cos(2 * np.pi * (hue + turn)) for turn in (0, 1 / 3, 2 / 3)], axis=1)
    colour /= colour.max(1, keepdims=True)
    return np.rint(x * colour[:, None, None, :]).astype(np.uint8)


def _bytes(x: torch.Tensor) -> Pictures:
    pixels: Pictures = x.add(1).mul(127.5).round().clamp(0, 255).byte().permute(0, 2, 3, 1).numpy()
    return pixels
