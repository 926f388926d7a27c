"""An independent judge of stacked digits: which of the 1000 triples a set of samples shows, and how evenly. By numpy and scikit-learn alone.

    python -m tests.verify.stacked digits FILE.npz
    python -m tests.verify.stacked mnist FILE.npz --mnist mnist-train.zip

The classifier of one channel is a support vector machine on the real digits; its accuracy on digits it has not seen is told beside.
"""

import argparse
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.svm import SVC

from tests.verify.independent import Figure, kept

Array = NDArray[Any]
Reader = Callable[[Array], Array]
MODES = 1000
LEARNT = 20_000  # of MNIST's digits: more takes minutes and gains tenths of a per cent
AT_ONCE = 4096


def digits_reader() -> tuple[Reader, float]:
    """Tells scikit-learn's digits, uint8 [N, 8, 8] with 255 for ink; and how often it is right on real ones it has not seen."""
    x, c = load_digits(return_X_y=True)
    return _reader(x * (255 / 16), c, test=0.2, model=SVC(C=10))


def mnist_reader(path: Path) -> tuple[Reader, float]:
    """The same for MNIST's, uint8 [N, 28, 28], from a zip with a folder for each digit."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(n for n in archive.namelist() if n.lower().endswith(".png"))
        chosen = np.random.default_rng(0).permutation(len(names))[: LEARNT + 5000]
        x = np.stack([np.asarray(Image.open(io.BytesIO(archive.read(names[k]))).convert("L")) for k in chosen])
        c = np.array([int(Path(names[k]).parent.name) for k in chosen])
    return _reader(x.reshape(len(x), -1), c, test=5000, model=make_pipeline(PCA(60, random_state=0), SVC(C=8)))


def _reader(x: Array, c: Array, *, test: float, model: Any) -> tuple[Reader, float]:
    """Brightness is brought to 0…1, so that the machine's own choice of scale suits both sets."""
    train, held, train_c, held_c = train_test_split(x / 255.0, c, test_size=test, random_state=0, stratify=c)
    model.fit(train, train_c)

    def read(images: Array) -> Array:
        flat = images.reshape(len(images), -1) / 255.0
        return np.concatenate([model.predict(flat[i : i + AT_ONCE]) for i in range(0, len(flat), AT_ONCE)])

    return read, float((model.predict(held) == held_c).mean())


def judge_stacked(samples: Array, reader: Reader, accuracy: float, *, side: int, least_modes: float = -np.inf, most_excess: float = np.inf) -> list[Figure]:
    """Samples uint8 [N, H, W, 3]: modes seen, KL of their histogram to the even one (natural log), and the floor that N samples have anyway."""
    border = (samples.shape[1] - side) // 2
    inner = samples[:, border : border + side, border : border + side]
    triple = [reader(inner[..., channel]).astype(int) for channel in range(3)]
    count = np.bincount(triple[0] * 100 + triple[1] * 10 + triple[2], minlength=MODES)
    p = count[count > 0] / count.sum()
    divergence, floor = float((p * np.log(p * MODES)).sum()), (MODES - 1) / (2 * len(samples))
    return [
        Figure("the classifier on real digits: accuracy", accuracy, 0.97),
        Figure("samples", len(samples)),
        Figure("modes of 1000", float((count > 0).sum()), least_modes),
        Figure("KL to even modes", divergence),
        Figure("the floor of the KL at so many samples", floor),
        Figure("KL above the floor", divergence - floor, most=most_excess),
    ]


def main(arguments: list[str] | None = None) -> int:
    """Judges one file; 0 when all is well, 1 when a bound is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.verify.stacked", description="Counts the modes of stacked digits.")
    parser.add_argument("kind", choices=("digits", "mnist"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--mnist", type=Path, help="A zip of MNIST with a folder for each digit.")
    given = parser.parse_args(arguments)
    if given.kind == "mnist" and given.mnist is None:
        parser.error("the judge of stacked MNIST learns from MNIST itself: name its zip with --mnist")
    reader, accuracy = mnist_reader(given.mnist) if given.kind == "mnist" else digits_reader()
    with np.load(given.file, allow_pickle=False) as arrays:
        figures = judge_stacked(arrays["samples"], reader, accuracy, side=28 if given.kind == "mnist" else 8)
    print(*figures, sep="\n")
    return 0 if kept(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
