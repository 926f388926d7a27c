"""Runs on the digits whose samples are known digits: what is said of them can be checked against the data itself."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.gan.datasets import Source, Stored
from studio.messages import FrameKept
from tests.ui.panels.made_runs import MadeRun

COUNT, COLUMNS = 20, 5
COPIED, NEW = 3, 4  # seeds whose samples are a training picture, and noise


def digits() -> Stored:
    data = Source.read("digits", "dataset").open(Path())
    assert isinstance(data, Stored)
    return data


def samples(data: Stored) -> NDArray[Any]:
    """uint8 [COUNT, 8, 8, 1]: every one a mixture of two digits, but for the copied one and the new one."""
    x = data.x[data.train].astype(int)
    made = (x[:COUNT] + x[COUNT : 2 * COUNT]) // 2
    made[COPIED] = x[700]
    made[NEW] = np.random.default_rng(0).integers(0, 256, (8, 8, 1))
    return made.astype(np.uint8)


class DigitRun(MadeRun):
    """`dataset`: other settings of the data."""

    def __init__(self, path: Path, dataset: dict[str, Any] | None = None) -> None:
        options = {"name": "digits", "saving": {"grid": COUNT}, "dataset": dataset or {"kind": "digits"}}
        super().__init__(path, shape=(1, 8, 8), options=options)
        self.data = digits()
        self.samples = samples(self.data)

    def sheet(self, name: str, level: float = 1.0) -> None:
        """The samples, darkened to a level, as the file of a grid."""
        pixels = (self.samples[..., 0] * level).astype(np.uint8).reshape(COUNT // COLUMNS, COLUMNS, 8, 8)
        path = self.folder.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels.swapaxes(1, 2).reshape(8 * COUNT // COLUMNS, 8 * COLUMNS)).save(path, "PNG")

    def live(self, level: float = 1.0, nimg: int = 20_000, name: str = "samples/live-0.png") -> None:
        self.sheet(name, level)
        self.tick(nimg, samples=name)

    def frame(self, level: float, nimg: int) -> None:
        name = f"samples/frames/{nimg:09d}.png"
        self.sheet(name, level)
        self.write(FrameKept(nimg=nimg, segment=self.segment, file=name))
