"""What an empty panel says: what will appear in it and how to get there."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.theme import SPACE


class EmptyState(QWidget):
    """A quiet sign, a heading, a sentence, and at most one button."""

    def __init__(self, icon: str, heading: str, text: str, button: QPushButton | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = theme.icon(icon, "muted")
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heading = QLabel(heading)
        self._heading.setFont(theme.font(bold=True))
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heading.setWordWrap(True)
        self._text = QLabel(text)
        self._text.setProperty("role", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(44 * SPACE)
        for label in (self._heading, self._text):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(SPACE)
        body.addStretch(1)
        body.addWidget(self._sign)
        body.addWidget(self._heading)
        row = QHBoxLayout()  # not an alignment: that would give the wrapped text the height of a wider one and cut it
        row.addStretch(1)
        row.addWidget(self._text, 100)
        row.addStretch(1)
        body.addLayout(row)
        if button is not None:
            body.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(2)
        self._draw()

    def say(self, heading: str, text: str) -> None:
        """Other words."""
        self._heading.setText(heading)
        self._text.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._sign.setPixmap(self._icon.pixmap(QSize(36, 36)))
