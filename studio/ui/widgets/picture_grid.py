"""Small pictures side by side, each enlarged by a whole factor so that its pixels stay what they are."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.ui import theme
from studio.words import say

LEAST = 36  # px, the side of a picture as it is shown, unless it is larger by itself
GAP = 3


class PictureGrid(QWidget):
    """A grid that fills its width; the pointer tells each picture's class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        self._labels: tuple[str, ...] = ()
        self._rows = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Samples of the data as the networks see them"))

    def show_pictures(self, pictures: NDArray[Any], labels: tuple[str, ...] = (), *, rows: int = 5) -> None:
        """pictures: uint8 [n, H, W, C] with 1, 3 or 4 channels. labels: a class name for each, or none. At most so many rows are shown."""
        self._images = [to_image(picture) for picture in pictures]
        self._labels, self._rows = labels, rows
        self._fit()
        self.update()

    def count(self) -> int:
        """How many pictures have room."""
        return min(len(self._images), self._columns() * self._rows)

    def image(self, index: int) -> QImage:
        """One of the pictures."""
        return self._images[index]

    def place(self, index: int) -> QRect:
        """Where a picture lies."""
        cell = self._cell()
        row, column = divmod(index, self._columns())
        return QRect(QPoint(column * (cell.width() + GAP), row * (cell.height() + GAP)), cell)

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = next((k for k in range(self.count()) if self.place(k).contains(event.pos())), None)
            if index is not None and index < len(self._labels):
                QToolTip.showText(event.globalPos(), say("Class: {name}", name=self._labels[index]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if count := self.count():
            corners = self.place(0).united(self.place(min(count, self._columns()) - 1)).united(self.place(count - 1))
            painter.fillRect(corners, theme.between_samples())
        for index in range(self.count()):
            place = self.place(index)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._images[index].width() > place.width())
            painter.drawImage(place, self._images[index])

    def _fit(self) -> None:
        rows = min(self._rows, -(-len(self._images) // self._columns())) if self._images else 0
        self.setFixedHeight(max(0, rows * (self._cell().height() + GAP) - GAP))

    def _cell(self) -> QSize:
        """A picture as it is shown: a whole multiple of its size, smaller only where it is wider than the widget."""
        if not self._images:
            return QSize(LEAST, LEAST)
        size = self._images[0].size()
        shown = size * max(1, -(-LEAST // max(size.width(), 1)))
        room = max(self.width(), 1)
        return shown if shown.width() <= room else size.scaled(QSize(room, 10 * room), Qt.AspectRatioMode.KeepAspectRatio)

    def _columns(self) -> int:
        return max(1, (self.width() + GAP) // (self._cell().width() + GAP))


def to_image(picture: NDArray[Any]) -> QImage:
    """uint8 [H, W, C] as an image that owns its pixels."""
    pixels = np.ascontiguousarray(picture)
    height, width, channels = pixels.shape
    form = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}[channels]
    return QImage(pixels.data, width, height, width * channels, form).copy()
