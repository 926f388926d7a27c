"""The line above the samples: what is shown, how many of them, reals beside them, zoom, and ways to take them away."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from studio.ui import theme
from studio.ui.widgets.elided import Elided
from studio.ui.widgets.sheets import sides_of
from studio.ui.widgets.still import Still
from studio.ui.widgets.swatch import swatch
from studio.words import say

_SIDE, _REALS = "samples/side", "samples/reals"


class SamplesBar(QWidget):
    """`side` and whether reals are wanted are remembered."""

    side_changed = Signal()
    reals_wanted = Signal(bool)
    zoomed = Signal(int)
    fitted = Signal()
    copied = Signal()
    saved = Signal()

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.told = Elided("", "muted", scale=theme.SMALL)
        self.told.setWordWrap(False)
        self.side = QComboBox()
        self.side.setAccessibleName(say("Grid size"))
        self.side.setToolTip(say("How many samples are shown: fewer are larger"))
        self.side.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._count = 0
        self.reals = QToolButton()
        self.reals.setText(say("Reals"))
        self.reals.setIcon(swatch("real"))
        self.reals.setCheckable(True)
        self.reals.setToolTip(say("Show as many real pictures of the training set beside the samples"))
        self.reals.setAccessibleName(say("Show reals beside the samples"))
        self.reals.setChecked(str(settings.value(_REALS, "false")) == "true")
        self.side.activated.connect(self._choose_side)
        self.reals.clicked.connect(self._choose_reals)
        self._lay_out()

    def _lay_out(self) -> None:
        self.zoom_in = _tool("zoom-in", say("Larger (+, or turn the wheel)"))
        self.zoom_out = _tool("zoom-out", say("Smaller (−, or turn the wheel)"))
        self.fit = _tool("fit", say("Fit to the panel (0, or double click)"))
        self.copy = _tool("copy", say("Copy the chosen sample, or the whole picture (Ctrl+C)"))
        self.save = _tool("download", say("Save the chosen sample, or the whole picture… (Ctrl+Shift+S)"))
        self.zoom_in.clicked.connect(lambda: self.zoomed.emit(1))
        self.zoom_out.clicked.connect(lambda: self.zoomed.emit(-1))
        for button, signal in ((self.fit, self.fitted), (self.copy, self.copied), (self.save, self.saved)):
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        row.addWidget(Still(self.told), 1)
        self.reals.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for part in (self.side, self.reals, self.zoom_out, self.zoom_in, self.fit, self.copy, self.save):
            row.addWidget(part)

    def suit(self, *, pictures: bool) -> None:
        """Only pictures are zoomed, counted and compared here."""
        for part in (self.side, self.reals, self.zoom_in, self.zoom_out):
            part.setVisible(pictures)

    def offer(self, count: int, columns: int) -> None:
        """The grid sizes that so many samples allow; the one that was chosen last where it is among them."""
        if count == self._count:
            return
        self._count = count
        self.side.clear()
        for side in sides_of(count):
            self.side.addItem(f"{side} × {side}", side)
        rows = -(-count // max(1, columns))
        self.side.addItem(f"{columns} × {rows}" if columns * rows == count else say("All {count}", count=count), 0)
        wanted = self.side.findData(_whole(self._settings.value(_SIDE, 0)))
        self.side.setCurrentIndex(wanted if wanted >= 0 else self.side.count() - 1)
        self.side.setEnabled(self.side.count() > 1)

    def chosen_side(self) -> int:
        """Samples along a side; 0 for all."""
        return _whole(self.side.currentData())

    def _choose_side(self) -> None:
        self._settings.setValue(_SIDE, self.chosen_side())
        self.side_changed.emit()

    def _choose_reals(self, on: bool) -> None:
        self._settings.setValue(_REALS, "true" if on else "false")
        self.reals_wanted.emit(on)


def _whole(value: object) -> int:
    """A whole number as settings keep it, 0 where it is none."""
    text = str(value)
    return int(text) if text.isdecimal() else 0


def _tool(icon: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0].rstrip("… "))
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
