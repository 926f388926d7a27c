"""A line for one number: scientific notation, a unit inside, arrow keys that step its leading digit.

Where 0 is no amount the line is empty and says what it means, such as `automatic: 32`; an empty line is 0 there.
It shows numbers as the language in force writes them, and reads both that and C; a point without a comma is always C's: `1.000` is one.
Whoever meant a thousand by it sees the `1` when they are done.
"""

import math

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from studio.gan.spec import Option
from studio.messages import Json
from studio.ui.form import number_shown
from studio.words import localised, plain, say

STEP_PAUSE_MS = 300  # several arrow presses in a row become one change


class NumberLine(QLineEdit):
    """Holds what was typed; `value` is an int or float where it can be read, None when empty, else the text itself."""

    edited = Signal()
    committed = Signal()

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self._settled: Json = None  # what was last shown or committed
        self._unit = QLabel(say(option.unit), self)
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._unit.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._unit.setVisible(bool(option.unit))
        self._later = QTimer(self, singleShot=True, interval=STEP_PAUSE_MS)
        self._later.timeout.connect(self.settle)
        self.setMinimumWidth(48)
        self.show_automatic(None)
        self.textEdited.connect(self.edited)
        self.textChanged.connect(self._place_unit)
        self.returnPressed.connect(self.settle)

    def value(self) -> Json:
        """int, float, None when empty (0 where that is no amount), or the text that is no number."""
        typed = self.text().strip()
        if not typed:
            return 0 if self.option.zero and not self.option.optional else None
        text = plain(typed)
        try:
            number = float(text)
        except ValueError:
            return typed
        if not math.isfinite(number):
            return typed
        if self.option.type != "int":
            return number
        try:
            return int(text)  # a seed may have more digits than a float holds
        except ValueError:
            return int(number) if number == int(number) else number

    def show_value(self, value: Json) -> None:
        """Shows a value; what is typed is left where it means the same."""
        self._settled = value
        if self.value() != value or (self.text() and not self.hasFocus() and not self._written(value)):
            self.setText(self._written(value))
            self.setCursorPosition(0)

    def show_automatic(self, value: float | None) -> None:
        """What a value comes to that leaves it to the program."""
        meaning = say(self.option.zero) if self.option.zero else say("automatic") if self.option.optional else ""
        self.setPlaceholderText(meaning if value is None or not meaning else say("{meaning}: {value}", meaning=meaning, value=number_shown(value)))
        self._place_unit()

    def settle(self) -> None:
        """The person is done: says so when the value is another than before."""
        self._later.stop()
        value = self.value()
        if isinstance(value, int | float) and (("." in self.text() and localised(".") != ".") or not self._written(value)):
            self.setText(self._written(value))
        if value != self._settled:
            self._settled = value
            self.committed.emit()

    def step(self, steps: int) -> None:
        """Up or down by so many units of the leading digit; never past the limits."""
        value = self.value()
        if not isinstance(value, int | float):
            return
        new = stepped(value, steps, whole=self.option.type == "int")
        if self.option.fault(new):
            return
        self.setText(self._written(new))
        self.edited.emit()
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}.get(Qt.Key(event.key()), 0)
        if steps and not self.isReadOnly():
            self.step(steps)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and not self.isReadOnly():
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()  # so that the panel scrolls

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_unit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_unit()

    def _written(self, value: Json) -> str:
        """Its text; none where the words in the empty line say it."""
        return "" if self.option.zero and value == 0 and not self.option.optional else number_shown(value)

    def _place_unit(self) -> None:
        """The unit inside the line's end; not beside words that stand for the number."""
        if not self.option.unit:
            return
        size = self._unit.sizeHint()
        room = self.fontMetrics().horizontalAdvance(self.text()) + size.width() + 30 <= self.width()  # a number cut short would read as another one
        fits = room and bool(self.text())
        self._unit.setVisible(fits)
        self._unit.setGeometry(self.width() - size.width() - 8, 0, size.width(), self.height())
        self.setTextMargins(0, 0, size.width() + 6 if fits else 0, 0)


def stepped(value: float, steps: int, *, whole: bool) -> float:
    """`value` moved by so many units of its leading digit: 0.0009 → 0.001 → 0.002; a whole number by ones."""
    if whole:
        return int(value) + steps
    sign = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        exponent = math.floor(math.log10(abs(value)) + 1e-9) if value else -2
        shrinks = value * sign < 0 and abs(abs(value) - 10.0**exponent) < 1e-9 * abs(value)
        exponent -= shrinks
        value = round(value + sign * 10.0**exponent, -exponent)
    return value
