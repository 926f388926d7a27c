"""The colours of other runs beside the shown one: muted, and none of them that of G, D, real or fake."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter

from studio.ui import theme

LIGHT = ("#7d5a10", "#2c6e8f", "#8d4a7c", "#4d6b2f", "#96502f", "#5a5fa0", "#1f7466", "#6b6470")
DARK = ("#cdb26b", "#86bad6", "#d6a0c8", "#a5c184", "#dba082", "#adb1e6", "#7cc7b8", "#b3abba")


def tone(number: int) -> QColor:
    """One of eight, in the scheme in force."""
    tones = DARK if theme.colours().dark else LIGHT
    return QColor(tones[number % len(tones)])


def tone_icon(number: int) -> QIcon:
    """A short stroke in that colour; it follows a change of scheme by itself."""
    return QIcon(_Stroke(number))


class _Stroke(theme.DrawnIcon):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone(self._number))
        bar = QRectF(rect).adjusted(1, 0, -1, 0)
        bar.setHeight(4)
        bar.moveCenter(QRectF(rect).center())
        painter.drawRoundedRect(bar, 2, 2)
        painter.restore()

    def clone(self) -> "_Stroke":
        return _Stroke(self._number)
