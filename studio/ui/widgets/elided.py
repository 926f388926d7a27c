"""A line of words that ends in … where its room is too small, and is told whole by the pointer."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle

from studio.ui.widgets.words import Words, tip


class Elided(Words):
    """`text()` is always the whole of it; only what is drawn is shortened. `about` is what the pointer tells besides."""

    about = ""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def drawn(self) -> str:
        """What is to be read in the room that there is."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.drawn()
        self.setToolTip(self.about if words == self.text() else tip(self.text()) + self.about if self.about else self.text())
        painter = QPainter(self)
        flags = int(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        self.style().drawItemText(painter, self.contentsRect(), flags, self.palette(), self.isEnabled(), words, self.foregroundRole())
        painter.end()
