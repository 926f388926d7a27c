"""The sign of a level of health: a shape and a colour of its own, at any size. It knows no run."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.health import WORDS, Level
from studio.words import say

ROLES: dict[Level, str] = {
    "unknown": "muted",
    "waiting": "muted",
    "warming": "accent",
    "healthy": "ok",
    "info": "accent",
    "medium": "warning",
    "high": "danger",
    "critical": "danger",
}
_TRIANGLE = ((0.0, -0.92), (0.98, 0.8), (-0.98, 0.8))
_DIAMOND = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
_OCTAGON = ((-0.4, -0.96), (0.4, -0.96), (0.96, -0.4), (0.96, 0.4), (0.4, 0.96), (-0.4, 0.96), (-0.96, 0.4), (-0.96, -0.4))


def level_colour(level: Level) -> QColor:
    """In the palette in force."""
    return QColor(getattr(theme.colours(), ROLES[level]))


def paint_mark(painter: QPainter, rect: QRectF, level: Level) -> None:
    """A dashed ring while nothing is known, three quarters of a ring while it warms up, a ticked disc when healthy; then
    a disc with an i, a triangle, a diamond and an octagon with a cross: told apart without colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    r = min(rect.width(), rect.height()) / 2
    painter.scale(r, r)  # from here on the mark lies in −1 … 1
    if level in ("unknown", "waiting", "warming"):
        _paint_ring(painter, level)
    else:
        painter.setPen(QPen(level_colour(level), 0.16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(level_colour(level))
        _paint_ground(painter, level)
        painter.setPen(QPen(QColor(theme.colours().panel), 0.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_glyph(level))
    painter.restore()


def _paint_ring(painter: QPainter, level: Level) -> None:
    ring = QRectF(-0.82, -0.82, 1.64, 1.64)
    pen = QPen(level_colour(level), 0.22, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if level == "warming":
        faint = QColor(level_colour(level))
        faint.setAlphaF(0.25)
        painter.setPen(QPen(faint, 0.22))
        painter.drawEllipse(ring)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, -250 * 16)
        return
    painter.setPen(pen)
    for start in range(0, 360, 60):
        painter.drawArc(ring, start * 16, 28 * 16)


def _paint_ground(painter: QPainter, level: Level) -> None:
    corners = {"medium": _TRIANGLE, "high": _DIAMOND, "critical": _OCTAGON}.get(level)
    if corners is None:
        painter.drawEllipse(QPointF(0, 0), 0.9, 0.9)
    else:
        painter.drawPolygon(QPolygonF([QPointF(0.92 * x, 0.92 * y) for x, y in corners]))


def _glyph(level: Level) -> QPainterPath:
    strokes = {
        "healthy": (((-0.42, 0.04), (-0.1, 0.36), (0.44, -0.32)),),
        "info": (((0.0, -0.06), (0.0, 0.46)), ((0.0, -0.44), (0.0, -0.42))),
        "medium": (((0.0, -0.32), (0.0, 0.2)), ((0.0, 0.5), (0.0, 0.52))),
        "high": (((0.0, -0.44), (0.0, 0.12)), ((0.0, 0.44), (0.0, 0.46))),
        "critical": (((-0.34, -0.34), (0.34, 0.34)), ((0.34, -0.34), (-0.34, 0.34))),
    }[level]
    path = QPainterPath()
    for (x, y), *rest in strokes:
        path.moveTo(x, y)
        for to in rest:
            path.lineTo(*to)
    return path


class StateMark(QWidget):
    """One mark of a fixed size."""

    def __init__(self, side: int, level: Level = "unknown", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level: Level = level
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_level(level)

    def show_level(self, level: Level) -> None:
        """Another level."""
        self.level = level
        self.setAccessibleName(say(WORDS[level]))
        self.setToolTip(say(WORDS[level]))
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.level)
        painter.end()


def mark_icon(level: Level) -> QIcon:
    """The mark as an icon; it follows a change of scheme by itself."""
    return QIcon(_MarkIcon(level))


class _MarkIcon(theme.DrawnIcon):
    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level: Level = level

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_mark(painter, QRectF(rect).adjusted(1, 1, -1, -1), self._level)

    def clone(self) -> "_MarkIcon":
        return _MarkIcon(self._level)
