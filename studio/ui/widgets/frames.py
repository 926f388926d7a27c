"""Files of the live grid and the timeline, read for showing: pictures as pixmaps, 2-D points as arrays. The last ones are kept in memory."""

import io
import zipfile
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPixmap

KEPT = 64


@dataclass(frozen=True, eq=False)
class PointsFrame:
    """2-D samples beside the data. `heat` is D's probability of "real", rows from the bottom up; `grad` points where G is pushed."""

    fake: NDArray[np.float32]
    real: NDArray[np.float32]
    heat: NDArray[np.float32] | None
    extent: tuple[float, float, float, float]  # left, right, bottom, top
    grad: NDArray[np.float32] | None


Frame = QPixmap | PointsFrame


class FrameStore:
    """Reads frames; a file that is missing, torn or being replaced gives None, never an error."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Path, Frame] = OrderedDict()

    def kept(self, path: Path) -> Frame | None:
        """A frame of the timeline, whose file never changes: from memory where it was shown lately."""
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        frame = read_frame(path)
        if frame is not None:
            self._kept[path] = frame
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return frame


def read_frame(path: Path) -> Frame | None:
    """A PNG as a pixmap, or an NPZ as points; None when it cannot be read now."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if path.suffix == ".npz":
        return _points(data)
    image = QImage.fromData(data)
    return None if image.isNull() else QPixmap.fromImage(image)


def _points(data: bytes) -> PointsFrame | None:
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            fake, real = _plane(arrays["fake"]), _plane(arrays["real"])
            heat = np.asarray(arrays["heat"], np.float32) if "heat" in arrays else None
            extent = arrays["extent"] if "extent" in arrays else _around(np.concatenate([fake, real]))
            grad = _plane(arrays["grad"]) if "grad" in arrays else None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    left, right, bottom, top = (float(v) for v in extent)
    return PointsFrame(fake, real, heat if heat is not None and heat.ndim == 2 else None, (left, right, bottom, top), grad)


def _plane(array: NDArray[Any]) -> NDArray[np.float32]:
    return np.asarray(array, np.float32).reshape(-1, 2)


def _around(points: NDArray[np.float32]) -> tuple[float, float, float, float]:
    """A square around the finite points, with a margin."""
    finite = points[np.isfinite(points).all(1)]
    half = 1.2 * float(np.abs(finite).max()) if len(finite) else 1.0
    return -half, half, -half, half
