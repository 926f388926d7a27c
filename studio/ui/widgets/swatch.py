"""Icons that are a patch of one colour of the palette, for toggles and legends."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter

from studio.ui import theme


def swatch(role: str) -> QIcon:
    """A round patch in the colour of a role such as `G` or `real`; it follows a change of scheme by itself."""
    return QIcon(_Swatch(role))


class _Swatch(theme.DrawnIcon):
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

    def clone(self) -> "_Swatch":
        return _Swatch(self._role)
