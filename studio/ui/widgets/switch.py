"""A switch for yes and no."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget


class Switch(QAbstractButton):
    """On at the right in the accent colour, off at the left; the space bar turns it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(38, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        colours = self.palette()
        track = QRectF(3, 4, 32, 16)
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(colours.color(QPalette.ColorRole.PlaceholderText), 1.2))
        painter.setBrush(colours.highlight() if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(track, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.highlightedText() if on else colours.brush(QPalette.ColorRole.PlaceholderText))
        painter.drawEllipse(QPointF(track.right() - 8 if on else track.left() + 8, track.center().y()), 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.highlight().color(), 1.5))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 10, 10)
