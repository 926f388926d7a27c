"""What a panel shows while its content is not there yet."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import theme

BARS = ((0.35, 0.0), (0.3, 0.5), (0.4, 0.5), (0.25, 0.5), (0.35, 0.5), (0.3, 0.5))  # share of the width of a name and of its editor


class Skeleton(QWidget):
    """Quiet bars where rows will be, and one line that says what is awaited."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(280, 30 + 34 * len(BARS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(theme.font(theme.SMALL))
        painter.drawText(self.rect().adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignTop, self._words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        for k, (name, editor) in enumerate(BARS):
            top = 34.0 + 34 * k
            painter.drawRoundedRect(QRectF(2, top + 4, name * self.width(), 12), 4, 4)
            if editor:
                painter.drawRoundedRect(QRectF(0.48 * self.width(), top, editor * self.width(), 22), 5, 5)
