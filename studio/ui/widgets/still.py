"""Room for a text that changes at every tick."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Still(QWidget):
    """Holds one label and asks for another size only when that needs more room than ever before.

    A bare label asks its layout anew at every change, that one its own, up to the window, and half the window is painted again:
    more work than all the rest of a tick, on cores that train.
    """

    def __init__(self, label: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        label.setParent(self)
        self._needs = self._wanted()
        self.setSizePolicy(label.sizePolicy())

    def sizeHint(self) -> QSize:
        """The most that the label has needed."""
        return self._needs

    def minimumSizeHint(self) -> QSize:
        """The label's own."""
        return self._label.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the label's wish
            needs = self._needs.expandedTo(self._wanted())
            if needs != self._needs:
                self._needs = needs
                self.updateGeometry()
        return super().event(event)

    def _wanted(self) -> QSize:
        return self._label.sizeHint().expandedTo(self._label.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._label.resize(self.size())
