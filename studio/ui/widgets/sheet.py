"""Samples as one picture, row by row, with where each of them lies in it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPixmap

from studio.ui.widgets.grid_view import Cells

_FORMATS: dict[int, Any] = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}


def sheet(samples: NDArray[np.uint8], columns: int) -> tuple[QPixmap, Cells]:
    """Samples uint8 [N, H, W, C] with 1, 3 or 4 channels; N may be any number above 0."""
    n, height, width, channels = samples.shape
    columns = min(columns, n)
    rows = -(-n // columns)
    whole = np.zeros((rows * columns, height, width, channels), np.uint8)
    whole[:n] = samples
    pixels = np.ascontiguousarray(whole.reshape(rows, columns, height, width, channels).swapaxes(1, 2).reshape(rows * height, columns * width, channels))
    image = QImage(pixels.data, columns * width, rows * height, columns * width * channels, _FORMATS[channels])
    return QPixmap.fromImage(image.copy()), Cells(columns, width, height, n)  # a copy: the array goes away
