"""The editors of one value each, with one shape: `value`, `show_value`, and signals that tell typing from being done."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from studio.gan.spec import Option
from studio.messages import Json
from studio.ui.widgets.number_line import NumberLine
from studio.ui.widgets.switch import Switch
from studio.ui.widgets.words import set_mark


class Editor(QWidget):
    """A value that a person edits. `edited` follows every change; `committed` says that they are done with one."""

    edited = Signal()
    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)

    def value(self) -> Json:
        """What the editor holds now, faults and all: a number that cannot be read is its text."""
        raise NotImplementedError

    def show_value(self, value: Json) -> None:
        """Shows a value without telling anyone; text that already means it is left as it was typed."""
        raise NotImplementedError

    def mark(self, wrong: bool) -> None:
        """Marks the editor as holding a fault, or no longer."""
        for part in self.parts():
            set_mark(part, "fault", wrong)

    def name(self, words: str, about: str) -> None:
        """What a screen reader says of it."""
        for part in self.parts():
            part.setAccessibleName(words)
            part.setAccessibleDescription(about)

    def parts(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        return []

    def show_time(self, total_kimg: float | None, nimg: float | None) -> None:
        """How long the run is to be, and how far it is: for values that follow it. None where it is not known."""

    def show_automatic(self, value: float | None) -> None:
        """What comes of a value that leaves it to the program. None where it is not known."""


class NumberEditor(Editor):
    """A number in a line, with its unit."""

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = NumberLine(option, self)
        self.row.addWidget(self.line)
        self.line.edited.connect(self.edited)
        self.line.committed.connect(self.committed)

    def value(self) -> Json:
        return self.line.value()

    def show_value(self, value: Json) -> None:
        self.line.show_value(value)

    def show_automatic(self, value: float | None) -> None:
        self.line.show_automatic(value)

    def parts(self) -> list[QWidget]:
        return [self.line]


class SwitchEditor(Editor):
    """Yes or no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(self)
        self.row.addWidget(self.switch)
        self.row.addStretch(1)
        self.switch.clicked.connect(self.edited)
        self.switch.clicked.connect(self.committed)

    def value(self) -> Json:
        return self.switch.isChecked()

    def show_value(self, value: Json) -> None:
        self.switch.setChecked(bool(value))

    def parts(self) -> list[QWidget]:
        return [self.switch]


class ChoiceBox(QComboBox):
    """A list of choices that shrinks to its place, and that the wheel scrolls past unless it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.setToolTip)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def show_data(self, data: Any) -> None:
        """Selects the entry that holds `data`, none where there is none; tells nobody."""
        was = self.blockSignals(True)
        self.setCurrentIndex(self.findData(data))
        self.setToolTip(self.currentText())
        self.blockSignals(was)


class ChoiceEditor(Editor):
    """One of several named values."""

    def __init__(self, choices: dict[Any, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ChoiceBox(self)
        for data, words in choices.items():
            self.box.addItem(words, data)
        self.row.addWidget(self.box)
        self.box.activated.connect(self.edited)
        self.box.activated.connect(self.committed)

    def value(self) -> Json:
        return self.box.currentData()

    def show_value(self, value: Json) -> None:
        self.box.show_data(value)

    def parts(self) -> list[QWidget]:
        return [self.box]


class TextEditor(Editor):
    """Words."""

    def __init__(self, *, optional: bool = False, empty: str = "", parent: QWidget | None = None) -> None:
        """empty: what it says while nothing is typed."""
        super().__init__(parent)
        self.optional = optional
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(empty)
        self.row.addWidget(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.committed)

    def value(self) -> Json:
        text = self.line.text()
        return None if self.optional and not text else text

    def show_value(self, value: Json) -> None:
        if self.value() != value:
            self.line.setText("" if value is None else str(value))

    def parts(self) -> list[QWidget]:
        return [self.line]
