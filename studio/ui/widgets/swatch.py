"""Icons that are a patch of one colour of the palette, for toggles and legends."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from studio.ui import theme


def swatch(role: str) -> QIcon:
    """A round patch in the colour of a role such as `G` or `real`; it follows a change of scheme by itself."""
    return QIcon(_Swatch(role))


class _Swatch(QIconEngine):
    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.35 if mode == QIcon.Mode.Disabled else 1.0)
        painter.setBrush(QColor(getattr(theme.colours(), self._role)))
        side = min(rect.width(), rect.height()) * 0.6
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QRectF(rect).center())
        painter.drawEllipse(disc)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> "_Swatch":
        return _Swatch(self._role)
