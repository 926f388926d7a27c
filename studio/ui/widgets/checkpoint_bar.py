"""The row above the checkpoints: their order, whether as lines or as a gallery, a comparison of two, and measuring. What was chosen is remembered."""

from collections.abc import Mapping

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from studio.ui import theme
from studio.ui.checkpoint_order import TIME
from studio.ui.theme import SPACE
from studio.words import say

_ORDER, _GALLERY = "checkpoints/order", "checkpoints/gallery"


class CheckpointBar(QWidget):
    """Says what a person wants to see; it orders nothing itself."""

    order_changed = Signal()
    gallery_changed = Signal(bool)

    def __init__(self, settings: QSettings, compare: QAction, measure: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.sort = QComboBox()
        self.sort.setAccessibleName(say("Order of the checkpoints"))
        self.sort.setToolTip(say("The order of the checkpoints: by time, by a metric that they were measured by, or by size"))
        self.sort.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.sort.setMinimumWidth(90)
        self.sort.addItem(say("Newest first"), TIME)
        self.sort.activated.connect(self._choose)
        self.gallery = QToolButton()
        self.gallery.setCheckable(True)
        self.gallery.setChecked(str(settings.value(_GALLERY, "false")) == "true")
        self.gallery.setIcon(theme.icon("grid"))
        self.gallery.setToolTip(say("Show the checkpoints as a gallery of large pictures, or as lines"))
        self.gallery.setAccessibleName(say("Gallery"))
        self.gallery.toggled.connect(self._turn)
        self.compare, self.measure = QToolButton(), QToolButton()
        for button, action in ((self.compare, compare), (self.measure, measure)):
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().rstrip("…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(2)
        row.addWidget(self.sort, 1)
        row.addSpacing(SPACE // 2)
        for button in (self.measure, self.compare, self.gallery):
            button.setIconSize(QSize(theme.ICON, theme.ICON))
            row.addWidget(button)

    def offer(self, orders: Mapping[str, str]) -> None:
        """The orders that make sense now, by key with their words; the one that was chosen last, where it is among them."""
        if dict(orders) != {self.sort.itemData(n): self.sort.itemText(n) for n in range(self.sort.count())}:
            self.sort.clear()
            for key, text in orders.items():
                self.sort.addItem(text, key)
        self.sort.setCurrentIndex(max(0, self.sort.findData(str(self._settings.value(_ORDER, TIME)))))

    def order(self) -> str:
        """The key of the order in force."""
        return str(self.sort.currentData())

    def wants_gallery(self) -> bool:
        """Whether a gallery is wanted rather than lines."""
        return self.gallery.isChecked()

    def _choose(self) -> None:
        self._settings.setValue(_ORDER, self.order())
        self.order_changed.emit()

    def _turn(self, on: bool) -> None:
        self._settings.setValue(_GALLERY, "true" if on else "false")
        self.gallery_changed.emit(on)
