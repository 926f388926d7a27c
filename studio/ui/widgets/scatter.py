"""A small picture of points in the plane."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import theme
from studio.words import figure, say

MARGIN = 14.0


class Scatter(QWidget):
    """Real points in their colour, with equal scales in both directions; the corners' coordinates at the edges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Samples of the data in the plane"))

    def sizeHint(self) -> QSize:
        return QSize(240, 200)

    def show_points(self, points: NDArray[np.float32]) -> None:
        """points: [n, 2] in data units."""
        self._points = points
        self.update()

    def reach(self) -> float:
        """Half the side of the square, centred on 0, that holds every point."""
        return float(np.abs(self._points).max()) * 1.08 if len(self._points) else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().base())
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        scale = (min(frame.width(), frame.height()) - 2 * MARGIN) / (2 * self.reach())
        painter.drawLine(QPointF(frame.left(), frame.center().y()), QPointF(frame.right(), frame.center().y()))
        painter.drawLine(QPointF(frame.center().x(), frame.top()), QPointF(frame.center().x(), frame.bottom()))
        ink = QColor(theme.colours().real)
        ink.setAlphaF(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x, y in self._points:
            painter.drawEllipse(frame.center() + QPointF(float(x) * scale, -float(y) * scale), 1.6, 1.6)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(theme.font(theme.SMALL))
        painter.drawText(frame.adjusted(6, 4, -6, -4), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"±{figure(self.reach() / 1.08, '.2g')}")
