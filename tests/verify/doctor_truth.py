"""What samples really are, told by others than the doctor: known mixtures, and classifiers of scikit-learn's on real pictures.

It shares no line with `studio.doctor`: no feature, no bin and no threshold of a detector's is used.
"""

import functools
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.svm import SVC

from tests.verify.doctor_data import NINE, POINTS, drawn
from tests.verify.independent import GRID, RING
from tests.verify.stacked import digits_reader

Samples = NDArray[np.generic]
Reader = Callable[[NDArray[np.uint8]], NDArray[np.int64]]
THERE = 0.25  # of an even share of the samples: a mode with less is missing
NEAR = {"ring": 0.15, "grid": 0.4, "nine": 0.4}  # of a mode's centre, a fifth of the way to the next
USUAL, MARGIN = 0.95, 1.2  # a sample is good that lies as near to a real one as so many reals do to another, and a fifth more
LEARNT = 3000
TURNS = 3


def told(name: str, samples: Samples) -> dict[str, float]:
    """`kept`: the share of the modes that are there; `good`: the share of the samples that are of one."""
    name = name.removeprefix("few ")
    if name in POINTS:
        return _points(samples, {"ring": RING, "grid": GRID, "nine": NINE}[name], NEAR[name])
    if name == "stacked digits":
        return _stacked(samples.astype(np.uint8))
    shares = _shapes(samples) if name == "shapes" else _digits(samples.max(axis=3))
    return {"kept": float((shares >= THERE / len(shares)).mean()), "good": _good(name, samples)}


def _points(x: Samples, centres: NDArray[np.float64], near: float) -> dict[str, float]:
    x = np.asarray(x, dtype=np.float64)
    far = np.sqrt(((x[:, None] - centres[None]) ** 2).sum(2))
    good = far.min(1) <= near
    shares = np.bincount(far.argmin(1)[good], minlength=len(centres)) / len(x)
    return {"kept": float((shares >= THERE / len(centres)).mean()), "good": float(good.mean())}


def _digits(grey: Samples) -> NDArray[np.float64]:
    kind = _classifier().predict(_flat(grey))
    return np.bincount(kind, minlength=10) / len(grey)


def _shapes(x: Samples) -> NDArray[np.float64]:
    """Six hues in four corners: of the factors that a shape is drawn from, those that show in a blurred picture too."""
    seen = np.asarray(x, dtype=np.float64)
    r, g, b = seen.mean((1, 2)).T
    hue = np.arctan2(np.sqrt(3) * (g - b), 2 * r - g - b) / (2 * np.pi) % 1
    bright, side = seen.max(3), np.arange(x.shape[1])
    total = np.maximum(bright.sum((1, 2)), 1e-9)
    middle = (x.shape[1] - 1) / 2
    right, below = ((bright.sum(axis) @ side) / total > middle for axis in (1, 2))
    return np.bincount((hue * 6).astype(int) % 6 * 4 + right * 2 + below, minlength=24) / len(x)


def _good(name: str, x: Samples) -> float:
    reals, reach = _neighbours(name)
    return float((reals.kneighbors(_flat(x), n_neighbors=1)[0][:, 0] <= MARGIN * reach).mean())


def _stacked(x: NDArray[np.uint8]) -> dict[str, float]:
    """The digits of every colour, and how many of the thousand triples there are beside as many as even draws show."""
    read, _ = digits_reader_once()
    triple = [read(x[..., channel]).astype(int) for channel in range(3)]
    marginal = np.mean([(np.bincount(digit, minlength=10) / len(x) >= THERE / 10).mean() for digit in triple])
    distinct = len(np.unique(triple[0] * 100 + triple[1] * 10 + triple[2])) / (1000 * (1 - (1 - 1 / 1000) ** len(x)))
    good = np.mean([_good("digits", x[..., channel]) for channel in range(3)])
    return {"kept": float(min(marginal, distinct)), "good": float(good)}


def copies(samples: Samples, training: Samples) -> float:
    """The share of samples that lie three times as near to one training picture as to the next.

    After Yoon et al., "Diffusion Probabilistic Models Generalize when They Fail to Memorize", 2023.
    """
    flat = [np.asarray(x, dtype=np.float64).reshape(len(x), -1) for x in (samples, training)]
    far, _ = NearestNeighbors(n_neighbors=2).fit(flat[1]).kneighbors(flat[0])
    return float((far[:, 0] < far[:, 1] / 3).mean())


def turned(name: str, samples: Samples) -> float:
    """The share of samples that a classifier of upright and turned real pictures calls turned, above that of upright real ones."""
    model, usual = _upright(name.removeprefix("few "))
    return float(model.predict(_flat(samples)).mean()) - usual


def chequered(samples: Samples) -> float:
    """How unlike the four places of every 2 by 2 pixels are: spread of their mean details, over the same of pictures moved by one pixel at random."""
    x = np.asarray(samples, dtype=np.float64).mean(3)
    detail = np.abs(x[:, 1:-1, 1:-1] * 4 - x[:, :-2, 1:-1] - x[:, 2:, 1:-1] - x[:, 1:-1, :-2] - x[:, 1:-1, 2:]).mean(0)
    even = detail[: len(detail) // 2 * 2, : detail.shape[1] // 2 * 2]
    places = np.array([even[i::2, j::2].mean() for i in range(2) for j in range(2)])
    return float(places.std() / max(places.mean(), 1e-9))


@functools.cache
def digits_reader_once() -> tuple[Reader, float]:
    return digits_reader()


@functools.cache
def _classifier() -> SVC:
    x, c = drawn("digits", LEARNT, seed=11)
    return SVC(C=10).fit(_flat(x.max(axis=3)), c)


@functools.cache
def _neighbours(name: str) -> tuple[NearestNeighbors, float]:
    """Real pictures, and how near to another such so many of them lie."""
    reals = NearestNeighbors(n_neighbors=2).fit(_flat(drawn(name, LEARNT, seed=11)[0]))
    return reals, float(np.quantile(reals.kneighbors()[0][:, 0], USUAL))


@functools.cache
def _upright(name: str) -> tuple[SVC, float]:
    x, _ = drawn(name, LEARNT // 2, seed=12)
    train, held = np.split(x, [len(x) * 3 // 4])
    seen = [train, *(np.rot90(train, turn, axes=(1, 2)) for turn in range(1, TURNS + 1))]
    model = make_pipeline(PCA(40, random_state=0), SVC(C=10))
    model.fit(np.concatenate([_flat(part) for part in seen]), np.repeat([0, 1, 1, 1], len(train)))
    return model, float(model.predict(_flat(held)).mean())


def _flat(x: Samples) -> NDArray[np.float64]:
    return np.asarray(x, dtype=np.float64).reshape(len(x), -1) / 255.0
