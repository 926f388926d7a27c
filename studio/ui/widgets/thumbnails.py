"""Small pictures of runs and checkpoints, read lazily and kept in memory. Reads PNG and the npz of 2-D points; runs no code from disk."""

import zipfile
from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPainterPath, QPixmap

from studio.ui import theme

KEPT = 256


class Thumbnails:
    """Pictures by file and size. A file that changed is read again; one that is missing or torn gives None."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Path, int, bool], tuple[int, QPixmap]] = OrderedDict()

    def get(self, path: Path, size: int) -> QPixmap | None:
        """A square picture of `size` px, cropped from the picture's upper left so that pixels stay sharp."""
        try:
            stamp = path.stat().st_mtime_ns
        except OSError:
            return None
        key = (path, size, theme.colours().dark)
        if key in self._kept and self._kept[key][0] == stamp:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        made = _points(path, size) if path.suffix == ".npz" else _picture(path, size)
        if made is not None:
            self._kept[key] = (stamp, made)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made


def of_run(folder: Path, samples: str) -> Path | None:
    """The file that shows best what a run makes: its newest live grid, else its last checkpoint's thumbnail."""
    if samples and (folder / samples).exists():
        return folder / samples
    found = sorted((folder / "checkpoints").glob("*/thumbnail.*"))
    return found[-1] if found else None


def rounded(picture: QPixmap, radius: float = 5.0) -> QPixmap:
    """The same with round corners."""
    out = QPixmap(picture.size())
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(out.rect()), radius, radius)
    painter.setClipPath(path)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return out


def _picture(path: Path, size: int) -> QPixmap | None:
    reader = QImageReader(str(path))
    image = reader.read()
    if image.isNull():
        return None
    side = min(image.width(), image.height())
    if side > 4 * size:  # a large grid: its upper left quarter tells more than all of it tiny
        side = side // 2
    elif size < side <= 2 * size:  # a grid of tiny pictures: some of them at double size, with sharp pixels
        side = size // 2
    image = image.copy(QRect(0, 0, side, side))
    how = Qt.TransformationMode.FastTransformation if side < size else Qt.TransformationMode.SmoothTransformation
    return rounded(QPixmap.fromImage(image.scaled(QSize(size, size), Qt.AspectRatioMode.IgnoreAspectRatio, how)))


def _points(path: Path, size: int) -> QPixmap | None:
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as arrays:
            clouds = [(arrays[name][:600], name) for name in ("real", "fake") if name in arrays]
            left, right, bottom, top = (float(v) for v in arrays["extent"]) if "extent" in arrays else (-1.5, 1.5, -1.5, 1.5)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, EOFError):
        return None
    now = theme.colours()
    out = QPixmap(size, size)
    out.fill(QColor(now.raised))
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for cloud, name in clouds:
        painter.setPen(QColor(getattr(now, name)))
        for x, y in cloud:
            painter.drawPoint(QPointF((x - left) / (right - left) * size, (top - y) / (top - bottom) * size))
    painter.end()
    return rounded(out)
