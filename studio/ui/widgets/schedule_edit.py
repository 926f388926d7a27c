"""The editor of a schedule: a number that stays, or goes from one value to another along a line or a cosine."""

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from studio.gan.spec import Option
from studio.messages import Json
from studio.ui.form import fault_of, schedule_of
from studio.ui.widgets.editor import ChoiceBox, Editor
from studio.ui.widgets.number_line import NumberLine
from studio.ui.widgets.words import set_mark

SHAPES = {"constant": "Constant", "linear": "Linear", "cosine": "Cosine"}


class ScheduleEdit(Editor):
    """Start and shape in one line; end, length and a small drawing below when the value moves."""

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        number = replace(option, type="float", optional=False, default=0.0, unit="")
        self.start, self.end = NumberLine(number, self), NumberLine(number, self)
        self.kimg = NumberLine(Option("kimg", "float", None, "", unit="kimg", optional=True, gt=0), self)
        self.kimg.setPlaceholderText("whole run")
        self.shape = ChoiceBox(self)
        for name, words in SHAPES.items():
            self.shape.addItem(words, name)
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
        self._arrow, self._over = QLabel("→", self), QLabel("over", self)
        for widget, stretch in ((self.start, 3), (self._arrow, 0), (self.end, 3), (self.shape, 4)):
            first.addWidget(widget, stretch)
        for widget, stretch in ((self._over, 0), (self.kimg, 1)):
            second.addWidget(widget, stretch)
        second.addWidget(self.curve)
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
        for part, role in zip(self.parts(), ("start", "end", "shape over time", "length in kimg"), strict=True):
            part.setAccessibleName(f"{words}, {role}")
            part.setAccessibleDescription(about)

    def parts(self) -> list[QWidget]:
        return [self.start, self.end, self.shape, self.kimg]

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
    """A thumbnail of a schedule: time to the right, value upwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: dict[str, Any] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setToolTip("How the value moves; it holds its end afterwards.")

    def sizeHint(self) -> QSize:
        return QSize(60, 24)

    def show_shape(self, parts: dict[str, Any]) -> None:
        """Draws these parts of a schedule."""
        self._parts = parts
        self.update()

    def points(self) -> QPolygonF:
        """The curve in the widget's own pixels; flat where the ends are no numbers."""
        start, end = self._parts.get("start"), self._parts.get("end")
        falls = start > end if isinstance(start, int | float) and isinstance(end, int | float) else None
        width, height = self.width() - 6, self.height() - 8
        corners = []
        for k in range(41):
            done = min(k / 30, 1.0)
            left = 1 - done if self._parts.get("shape") == "linear" else (1 + math.cos(math.pi * done)) / 2
            level = 0.5 if falls is None or start == end else left if falls else 1 - left
            corners.append(QPointF(3 + width * k / 40, 4 + height * (1 - level)))
        return QPolygonF(corners)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.palette().color(QPalette.ColorRole.PlaceholderText)
        line.setAlphaF(0.5)
        painter.setPen(QPen(line, 1))
        painter.drawLine(3, self.height() - 2, self.width() - 3, self.height() - 2)
        painter.setPen(QPen(self.palette().highlight().color(), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(self.points())
