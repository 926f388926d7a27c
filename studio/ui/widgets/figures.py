"""What the doctor's last check measured, in a fold: each figure with its name and its way so far; the pointer tells what it means."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.curve_data import short
from studio.ui.signals import SIGNALS, signal_of
from studio.ui.widgets.fold import Fold
from studio.ui.widgets.words import Words
from studio.words import say

WIDE, HIGH = 52, 16  # px of a figure's way

Way = Callable[[str], NDArray[np.float32]]  # the values of a signal so far, the newest last, [checks]


class Trend(QWidget):
    """A line without axes from the lowest to the highest value, with a dot at the newest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: NDArray[np.float32] = np.empty(0, np.float32)
        self.setFixedSize(WIDE, HIGH)

    def show_values(self, values: NDArray[np.float32]) -> None:
        """Others; what is not finite is left out."""
        self.values = values[np.isfinite(values)]
        self.update()

    def points(self) -> list[QPointF]:
        """Where the values lie, in pixels."""
        low, high = float(self.values.min()), float(self.values.max())
        x = np.linspace(2, WIDE - 4, len(self.values))
        y = HIGH - 4 - (self.values - low) / (high - low) * (HIGH - 8) if high > low else np.full(len(x), HIGH / 2)
        return [QPointF(float(a), float(b)) for a, b in zip(x, y, strict=True)]

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self.values) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, points = theme.colours(), self.points()
        painter.setPen(QPen(QColor(now.muted), 1.2))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent))
        painter.drawEllipse(points[-1], 2.2, 2.2)
        painter.end()


class Figures(Fold):
    """Names at the left, ways and values at the right, family by family; its rows stay while the same signals come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Figures of the last check"), parent=parent)
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self._grid.setContentsMargins(theme.SPACE // 2, 0, theme.SPACE // 2, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.column.addWidget(self._place)
        self._rows: dict[str, tuple[Trend, Words]] = {}
        self.hide()

    def show_signals(self, signals: Mapping[str, float], way: Way) -> None:
        """The newest values by their names in the journal; their ways are asked for only while they are seen."""
        known = list(SIGNALS)
        names = sorted(signals, key=lambda name: (known.index(name) if name in known else len(known), name))
        self.setVisible(bool(names))
        self.head.say_aside(f"{len(names)}")
        if names != list(self._rows):
            self._make_rows(names)
        for name in names:
            trend, value = self._rows[name]
            value.setText(short(float(f"{signals[name]:.3g}")))
            value.setAccessibleName(f"{say(signal_of(name).words)}: {value.text()}")
            if self.is_open():
                trend.show_values(way(name))

    def text(self) -> dict[str, str]:
        """Each figure as it is written."""
        return {name: value.text() for name, (_, value) in self._rows.items()}

    def trend(self, name: str) -> Trend:
        """The way of one figure."""
        return self._rows[name][0]

    def _make_rows(self, names: list[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = {}
        for row, name in enumerate(names):
            words, about = (say(text) for text in signal_of(name)[1:])
            label, trend, value = Words(words, "muted", scale=theme.SMALL), Trend(), Words("", scale=theme.SMALL)
            value.setWordWrap(False)
            value.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((label, trend, value)):
                widget.setToolTip(f"{about} ({name})" if about else name)
                self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter if widget is trend else Qt.AlignmentFlag(0))
            self._rows[name] = (trend, value)
