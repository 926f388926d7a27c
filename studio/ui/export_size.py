"""How large the pictures of an export are: as the generator makes them, or enlarged by a whole factor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.words import tip
from studio.words import say

FACTORS = (1, 2, 4, 8)


class ExportSize(QWidget):
    """A list of sizes in pixels, and beside it whether an enlargement is smooth."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = (0, 0)
        self.factor = QComboBox()
        self.factor.setAccessibleName(say("Size of the pictures"))
        self.factor.setToolTip(tip(say("As the generator makes them, or larger by a whole factor: each pixel becomes a square")))
        self.smooth = QCheckBox(say("Smooth", sense="enlarged"))
        self.smooth.setToolTip(tip(say("Enlarge without visible squares (Lanczos); the pixels are then not exactly those that the generator made")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.factor)
        row.addWidget(self.smooth)
        row.addStretch(1)
        self.setFocusProxy(self.factor)
        self.factor.currentIndexChanged.connect(self._choose)
        self.smooth.toggled.connect(lambda _: self.changed.emit())
        self.set_pixels((0, 0))

    def set_pixels(self, pixels: tuple[int, int]) -> None:
        """Width and height of what the generator makes; (0, 0) where that is not known. The factor stays."""
        self._pixels, chosen = pixels, max(0, self.factor.currentIndex())
        self.factor.blockSignals(True)
        self.factor.clear()
        for factor in FACTORS:
            width, height = (side * factor for side in pixels)
            size = say("{width} × {height} pixels", width=width, height=height)
            self.factor.addItem(f"{factor}×  ·  {size}" if width else f"{factor}×", factor)
        self.factor.setCurrentIndex(chosen)
        self.factor.blockSignals(False)
        self.smooth.setVisible(self.times() > 1)

    def times(self) -> int:
        """The factor that is chosen."""
        return int(self.factor.currentData())

    def is_smooth(self) -> bool:
        """Whether it is enlarged without squares."""
        return self.times() > 1 and self.smooth.isChecked()

    def pixels(self) -> tuple[int, int]:
        """Width and height of a file's picture; (0, 0) where that is not known."""
        return self._pixels[0] * self.times(), self._pixels[1] * self.times()

    def _choose(self) -> None:
        self.smooth.setVisible(self.times() > 1)
        self.changed.emit()
