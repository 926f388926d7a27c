"""How the cells of the table of runs are drawn: picture and name, state, a bar for how far, figures, and the small line of its course."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.ui import theme
from studio.ui.run_words import HEADINGS, Column, figure_words, length_words, state_words, way, words
from studio.ui.theme import SPACE
from studio.ui.widgets.thumbnails import Thumbnails, of_run

if TYPE_CHECKING:
    from studio.runs.sketch import Points
    from studio.runs.summary import RunSummary

PICTURE = 40
HIGH = PICTURE + SPACE
BAR = 4  # px, height of the bar
RUN = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RunCell(QStyledItemDelegate):
    """Draws one cell of one run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = Thumbnails()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(HEADINGS[index.column()].width, HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        run, column, now = index.data(RUN), HEADINGS[index.column()].column, theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(now.raised))
        if option.state & QStyle.StateFlag.State_HasFocus and column == "name":
            painter.fillRect(QRect(rect.x(), rect.y() + 2, 3, rect.height() - 4), QColor(now.accent))
        self._draw(painter, run, column, rect.adjusted(SPACE, 0, -SPACE // 2, 0))
        painter.restore()

    def _draw(self, painter: QPainter, run: "RunSummary", column: Column, rect: QRect) -> None:
        now = theme.colours()
        if column == "name":
            self._draw_name(painter, run, rect)
        elif column == "state":
            self._draw_state(painter, run, rect)
        elif column == "length":
            _draw_length(painter, run, rect)
        elif column == "figure":
            best, last = figure_words(run)
            _two_lines(painter, rect, best or "–", last, now.text if best else now.muted)
        elif column == "way":
            draw_way(painter, way(run)[1], QRectF(rect).adjusted(0, 9, -4, -9))
        else:
            _line(painter, rect, words(run, column) or "–", now.text if column == "data" else now.muted)

    def _draw_name(self, painter: QPainter, run: "RunSummary", rect: QRect) -> None:
        place = QRect(rect.topLeft() + QPoint(0, (HIGH - PICTURE) // 2), QSize(PICTURE, PICTURE))
        file = of_run(Path(run.path), run.samples) if not run.broken else None
        picture = self._pictures.get(file, PICTURE) if file is not None else None
        if picture is not None:
            painter.drawPixmap(place, picture)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours().raised))
            painter.drawRoundedRect(place, 5, 5)
            theme.icon("warning" if run.broken else "grid", "muted").paint(painter, place.adjusted(11, 11, -11, -11))
        name = run.title or run.name
        _two_lines(painter, rect.adjusted(PICTURE + SPACE, 0, 0, 0), name, run.name if run.name != name else "", theme.colours().text, bold=True)

    def _draw_state(self, painter: QPainter, run: "RunSummary", rect: QRect) -> None:
        said, role = state_words(run)
        now = theme.colours()
        _two_lines(painter, rect, f"● {said}", run.alarm, getattr(now, role), below=now.warning)


def draw_way(painter: QPainter, points: "Points", rect: QRectF) -> None:
    """A line without axes from the lowest to the highest value, with a dot at the newest."""
    if len(points) < 2 or rect.width() < 8:
        return
    x, y = [p[0] for p in points], [p[1] for p in points]
    wide, high = max(x) - min(x) or 1.0, max(y) - min(y)
    level = [rect.center().y() if not high else rect.bottom() - (v - min(y)) / high * rect.height() for v in y]
    line = [QPointF(rect.x() + (a - min(x)) / wide * (rect.width() - 4), b) for a, b in zip(x, level, strict=True)]
    now = theme.colours()
    painter.setPen(QPen(QColor(now.muted), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(line))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.accent))
    painter.drawEllipse(line[-1], 2.4, 2.4)


def _draw_length(painter: QPainter, run: "RunSummary", rect: QRect) -> None:
    now, total = theme.colours(), 1000 * run.kimg
    if not total:
        _line(painter, rect, length_words(run) or "–", now.text)
        return
    _line(painter, rect.adjusted(0, 0, 0, -2 * BAR), length_words(run), now.text)
    bar = QRectF(rect.x(), rect.center().y() + 2.5 * BAR, rect.width() - SPACE, BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.border))
    painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
    bar.setWidth(bar.width() * min(1.0, run.nimg / total))
    painter.setBrush(QColor(now.accent))
    painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


def _two_lines(painter: QPainter, rect: QRect, first: str, second: str, ink: str, *, bold: bool = False, below: str = "") -> None:
    """The second one small; a first one alone stands in the middle."""
    if not second:
        _line(painter, rect, first, ink, bold=bold)
        return
    half = rect.height() // 2
    _line(painter, QRect(rect.x(), rect.y() + 4, rect.width(), half - 2), first, ink, bold=bold)
    _line(painter, QRect(rect.x(), rect.y() + half, rect.width(), half - 4), second, below or theme.colours().muted, scale=theme.SMALL)


def _line(painter: QPainter, rect: QRect, text: str, ink: str, *, bold: bool = False, scale: float = theme.BODY) -> None:
    painter.setFont(theme.font(scale, bold=bold))
    painter.setPen(QColor(ink))
    painter.drawText(rect, int(MIDDLE | Qt.AlignmentFlag.AlignLeft), painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
