"""An independent judge of samples, by numpy and scikit-learn alone: it shares no line with the studio's metrics.

    python -m tests.verify.independent ring|grid|digits FILE.npz

reads the array `samples` that `gan-studio sample … --out FILE.npz` writes, prints one line a figure, and exits with 0 when
every bound is met, with 1 when one is missed.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.calibration import CalibratedClassifierCV
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neighbors import NearestNeighbors
from sklearn.svm import SVC

Array = NDArray[Any]


class Figure(NamedTuple):
    """One number and the bounds that it must keep; without bounds it is told, not judged."""

    name: str
    value: float
    least: float = -np.inf
    most: float = np.inf

    @property
    def kept(self) -> bool:
        return bool(self.least <= self.value <= self.most)

    def __str__(self) -> str:
        judged = np.isfinite(self.least) or np.isfinite(self.most)
        low, high = (f"{x:g}" if np.isfinite(x) else "" for x in (self.least, self.most))
        bounds = f"{low}…{high}" if judged else ""
        return f"{self.name:<52}{self.value:>10.4f}   {bounds:<12}{('ok' if self.kept else 'MISSED') if judged else ''}".rstrip()


# --- ring and grid -------------------------------------------------------------------------------------------------------

RING = np.array([(np.cos(np.pi * k / 4), np.sin(np.pi * k / 4)) for k in range(8)])
GRID = np.array([(x, y) for x in (-4, -2, 0, 2, 4) for y in (-4, -2, 0, 2, 4)], dtype=float)


def judge_mixture(samples: Array, kind: str) -> list[Figure]:
    """Samples [N, 2] of the ring or the grid: modes and high quality; for the ring also every mode's share and spread.

    High quality: within 3σ of the nearest centre. A mode counts with one such sample. Share: of all samples, by the nearest centre.
    Spread: standard deviation of a mode's high-quality samples, ÷ that of as many draws from the data, cut at 3σ likewise.
    """
    centres, sigma, least_quality = {"ring": (RING, 0.01, 0.95), "grid": (GRID, 0.05, 0.85)}[kind]
    x = np.asarray(samples, dtype=np.float64)
    assert x.ndim == 2
    assert x.shape[1] == 2, f"points are [N, 2]; got {x.shape}"
    mode, good = _assigned(x, centres, sigma)
    found = len(np.unique(mode[good]))
    share = np.array([(mode == k).mean() for k in range(len(centres))])
    real_mode, real_good, real = _real(centres, sigma, len(x))
    spread = np.array([_width(x[good & (mode == k)]) / _width(real[real_good & (real_mode == k)]) for k in range(len(centres))])
    ring = kind == "ring"
    return [
        Figure(f"modes of {len(centres)}", found, len(centres)),
        Figure("high quality", float(good.mean()), least_quality),
        Figure("least share of a mode", float(share.min()), *([0.05, 0.25] if ring else [])),
        Figure("greatest share of a mode", float(share.max()), *([0.05, 0.25] if ring else [])),
        Figure("least spread ÷ the data's", float(spread.min()), *([0.5, 1.5] if ring else [])),
        Figure("greatest spread ÷ the data's", float(spread.max()), *([0.5, 1.5] if ring else [])),
        Figure("reverse KL of the modes", _reverse_kl(mode[good], len(centres))),
    ]


def _reverse_kl(mode: Array, modes: int) -> float:
    """KL of the modes' shares among the high-quality samples to even shares, natural logarithm."""
    count = np.bincount(mode, minlength=modes)
    p = count[count > 0] / max(count.sum(), 1)
    return float((p * np.log(p * modes)).sum())


def _assigned(x: Array, centres: Array, sigma: float) -> tuple[Array, Array]:
    distance = np.sqrt(((x[:, None, :] - centres[None]) ** 2).sum(2))
    return distance.argmin(1), distance.min(1) <= 3 * sigma


def _real(centres: Array, sigma: float, n: int) -> tuple[Array, Array, Array]:
    random = np.random.default_rng(12345)
    x = np.repeat(centres, max(n // len(centres), 1000), axis=0)
    x = x + sigma * random.standard_normal(x.shape)
    return *_assigned(x, centres, sigma), x


def _width(x: Array) -> float:
    """Root of the mean variance of the two coordinates; 0 for fewer than two points."""
    return float(np.sqrt(x.var(0).mean())) if len(x) > 1 else 0.0


# --- digits --------------------------------------------------------------------------------------------------------------


def judge_digits(samples: Array) -> list[Figure]:
    """Samples uint8 [N, 8, 8, 1], 16 ↔ 255: all ten digits, evenly, clearly, varied and new, by a classifier of the real ones.

    The classifier: a support vector machine with an RBF kernel, trained on four fifths of the real digits and tried on the rest.
    Which digits a run has trained on is not known here, so the nearest one is sought among all: a harder test.
    """
    x = np.asarray(samples, dtype=np.float64).reshape(len(samples), -1) * (16 / 255)
    assert x.shape[1] == 64, f"digits are 8 × 8 × 1; got {samples.shape}"
    real, c = load_digits(return_X_y=True)
    train, held, train_c, held_c = train_test_split(real, c, test_size=0.2, random_state=0, stratify=c)
    model = CalibratedClassifierCV(SVC(kernel="rbf", C=10), ensemble=False).fit(train, train_c)
    probability = model.predict_proba(x)
    share = np.bincount(probability.argmax(1), minlength=10) / len(x)
    some = x[np.random.default_rng(0).permutation(len(x))[: len(real)]]
    return [
        Figure("the classifier on real digits: accuracy", float((model.predict(held) == held_c).mean()), 0.97),
        Figure("the classifier on real digits: mean top probability", float(model.predict_proba(held).max(1).mean())),
        Figure("samples", len(x), 5000),
        Figure("digits found", float((share > 0).sum()), 10),
        *(Figure(f"share of {k}", float(share[k]), 0.04, 0.2) for k in range(10)),
        Figure("mean top probability", float(probability.max(1).mean()), 0.87),
        Figure("to the nearest other sample ÷ real digits' own", _others(x) / _others(real), 0.5),
        Figure("the same among as many samples as digits", _others(some) / _others(real)),
        Figure("to the nearest training digit ÷ a held-out one's", _nearest(x, real) / _nearest(held, train), 0.7),
    ]


def _others(x: Array) -> float:
    """Median distance to the nearest other row."""
    return float(np.median(NearestNeighbors(n_neighbors=2).fit(x).kneighbors(x)[0][:, 1]))


def _nearest(x: Array, among: Array) -> float:
    """Median distance to the nearest row of another set."""
    return float(np.median(NearestNeighbors(n_neighbors=1).fit(among).kneighbors(x)[0][:, 0]))


def judge(kind: str, samples: Array) -> list[Figure]:
    """The figures of must show 2 (`ring`, `grid`) or 3 (`digits`)."""
    return judge_digits(samples) if kind == "digits" else judge_mixture(samples, kind)


def kept(figures: Iterable[Figure]) -> bool:
    """Whether every bound is met."""
    return all(figure.kept for figure in figures)


def main(arguments: list[str] | None = None) -> int:
    """Judges one file; 0 when all is well, 1 when a bound is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.verify.independent", description="Judges samples independently of the studio.")
    parser.add_argument("kind", choices=("ring", "grid", "digits"))
    parser.add_argument("file", type=Path)
    given = parser.parse_args(arguments)
    with np.load(given.file, allow_pickle=False) as arrays:
        figures = judge(given.kind, arrays["samples"])
    print(*figures, sep="\n")
    return 0 if kept(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
