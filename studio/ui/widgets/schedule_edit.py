"""The editor of a schedule: a number that stays, or goes from one value to another along a line or a cosine."""

from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from studio.gan.schedule import Schedule
from studio.gan.spec import Option
from studio.messages import Json
from studio.ui.form import fault_of, schedule_of
from studio.ui.widgets.editor import ChoiceBox, Editor
from studio.ui.widgets.number_line import NumberLine
from studio.ui.widgets.quantities import kimg
from studio.ui.widgets.words import set_mark, tip
from studio.words import mark, say

SHAPES = {"constant": mark("Constant"), "linear": mark("Linear"), "cosine": mark("Cosine")}
MARGIN = 6  # px around the drawing, room for the mark of the present


class ScheduleEdit(Editor):
    """Start and shape in one line; end, length and a small drawing below when the value moves."""

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        number = replace(option, type="float", optional=False, default=0.0, unit="")
        self.start, self.end = NumberLine(number, self), NumberLine(number, self)
        self.kimg = NumberLine(Option("kimg", "float", None, "", unit="kimg", optional=True, gt=0), self)
        self.kimg.setPlaceholderText(say("whole run"))
        self.kimg.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.kimg.placeholderText()) + 20)  # its frame and margins beside the words
        self.shape = ChoiceBox(self)
        for name, words in SHAPES.items():
            self.shape.addItem(say(words), name)
        self.curve = CurveGlyph(self)
        self._arrange()
        for line in (self.start, self.end, self.kimg):
            line.edited.connect(self._follow)
            line.committed.connect(self.committed)
        self.shape.activated.connect(self._choose)
        self._settle_layout()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(6)
        self._arrow, self._over = QLabel("→", self), QLabel(say("over", sense="schedule"), self)
        for widget, stretch in ((self.start, 3), (self._arrow, 0), (self.end, 3), (self.shape, 4)):
            first.addWidget(widget, stretch)
        for widget, stretch in ((self._over, 0), (self.kimg, 4)):
            second.addWidget(widget, stretch)
        second.addWidget(self.curve, 5)
        column.addLayout(first)
        column.addLayout(second)
        self.row.addLayout(column)

    def value(self) -> Json:
        shape = self.shape.currentData()
        start = self.start.value()
        if shape == "constant":
            return {"start": start, "end": start, "shape": shape, "kimg": None}
        return {"start": start, "end": self.end.value(), "shape": shape, "kimg": self.kimg.value()}

    def show_value(self, value: Json) -> None:
        parts = schedule_of(value)
        self.start.show_value(parts["start"])
        self.end.show_value(parts["end"])
        self.kimg.show_value(parts["kimg"])
        self.shape.show_data(parts["shape"])
        self._settle_layout()

    def mark(self, wrong: bool) -> None:
        """Marks the part that cannot be used; all of them where the fault lies between them."""
        bad = [line for line in (self.start, self.end, self.kimg) if fault_of(line.option, line.value())]
        for part in self.parts():
            set_mark(part, "fault", wrong and (part in bad or not bad))

    def name(self, words: str, about: str) -> None:
        self.start.setAccessibleName(say("{setting}, start", setting=words))
        self.end.setAccessibleName(say("{setting}, end", setting=words))
        self.shape.setAccessibleName(say("{setting}, shape over time", setting=words))
        self.kimg.setAccessibleName(say("{setting}, length in kimg", setting=words))
        for part in self.parts():
            part.setAccessibleDescription(about)

    def parts(self) -> list[QWidget]:
        return [self.start, self.end, self.shape, self.kimg]

    def show_time(self, total_kimg: float | None, nimg: float | None) -> None:
        self.curve.show_time(total_kimg, nimg)

    def _choose(self) -> None:
        if self.shape.currentData() != "constant" and self.end.value() is None:
            self.end.show_value(self.start.value())  # flat at first: nothing changes until the person says where to
        self._settle_layout()
        self.edited.emit()
        self.committed.emit()

    def _follow(self) -> None:
        self._settle_layout()
        self.edited.emit()

    def _settle_layout(self) -> None:
        moves = self.shape.currentData() != "constant"
        for widget in (self._arrow, self.end, self._over, self.kimg, self.curve):
            widget.setVisible(moves)
        self.curve.show_shape(self.value())


class CurveGlyph(QWidget):
    """A small drawing of a schedule: the run's time to the right, the value upwards; where the run is now, while one trains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: dict[str, Any] = {}
        self._schedule: Schedule | None = None
        self._kimg: float | None = None
        self._nimg: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(60, 36)
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(110, 36)

    def show_shape(self, parts: dict[str, Any]) -> None:
        """Draws these parts of a schedule; flat where they are no schedule."""
        if parts != self._parts:
            self._parts = dict(parts)
            try:
                self._schedule = Schedule.model_validate(parts)
            except ValidationError:
                self._schedule = None
            self._describe()
            self.update()

    def show_time(self, total_kimg: float | None, nimg: float | None) -> None:
        """The length of the run, and where it is."""
        if (total_kimg, nimg) != (self._kimg, self._nimg):
            before = self.moment()
            self._kimg, self._nimg = total_kimg, nimg
            if self.moment() != before:
                self._describe()
                self.update()

    def moment(self) -> QPoint | None:
        """Where the present moment lies, in whole pixels; None while no run trains."""
        if self._nimg is None or self._schedule is None:
            return None
        return self._at(min(self._nimg / 1000 / self._length(), 1.0)).toPoint()

    def points(self) -> QPolygonF:
        """The curve in the widget's own pixels."""
        return QPolygonF([self._at(k / 48) for k in range(49)])

    def _length(self) -> float:
        """What is drawn, in kimg: the whole run, or a third more than the way from start to end where the run's length is not known."""
        way = self._schedule.kimg if self._schedule is not None else None
        return self._kimg or (way * 4 / 3 if way else 100.0)

    def _at(self, share: float) -> QPointF:
        low, high, level = 0.0, 0.0, 0.5
        if self._schedule is not None:
            low, high = sorted((self._schedule.start, self._schedule.end))
            value = self._schedule.at(1000 * share * self._length(), self._length())
            level = (value - low) / (high - low) if high > low else 0.5
        return QPointF(MARGIN + (self.width() - 2 * MARGIN) * share, MARGIN + (self.height() - 2 * MARGIN - 2) * (1 - level))

    def _describe(self) -> None:
        told: list[str] = [say("How the value moves over the run; it holds its end afterwards.")]
        if self._schedule is not None and self._nimg is not None:
            value, at = self._schedule.at(self._nimg, self._kimg or 100.0), kimg(self._nimg)
            if self._kimg:
                told.insert(0, say("Now {value:.3g}, at {at} of {total} kimg.", value=value, at=at, total=kimg(1000 * self._kimg)))
            else:
                told.insert(0, say("Now {value:.3g}, at {at} kimg.", value=value, at=at))
        words = " ".join(told)
        self.setToolTip(tip(words))
        self.setAccessibleName(say("Course of the value"))
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - 2
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawLine(MARGIN, base, self.width() - MARGIN, base)
        curve, ink = self.points(), self.palette().highlight().color()
        ends = [QPointF(self.width() - MARGIN, base), QPointF(MARGIN, base)]
        under = QColor(ink)
        under.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(under)
        painter.drawPolygon(QPolygonF([*curve.toList(), *ends]))
        painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(curve)
        if (now := self.moment()) is not None:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1, Qt.PenStyle.DotLine))
            painter.drawLine(now.x(), MARGIN - 3, now.x(), base)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 1.5))
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(now), 4, 4)
