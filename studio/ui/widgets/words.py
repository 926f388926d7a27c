"""Text in one of the palette's roles, that wraps in whatever width it has; and tips that do."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from studio.ui import theme


class Words(QLabel):
    """A label of plain words. `role` is one that the style sheet colours: muted, danger, warning, ok; empty for text."""

    def __init__(self, text: str = "", role: str = "", *, scale: float = theme.BODY, bold: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(scale, bold=bold))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # as Qt sets it for wrapped words, and a policy set afterwards forgets it
        self.setSizePolicy(policy)
        self.setProperty("role", role)

    def say(self, text: str, role: str | None = None) -> None:
        """Shows a text, in another role if one is given; hides when there is none."""
        self.setText(text)
        self.setVisible(bool(text))
        if role is not None:
            set_mark(self, "role", role)


def tip(*lines: str) -> str:
    """Lines for a tooltip that breaks them where they are long, as it does rich text alone; empty ones are left out."""
    return "".join(f"<p style='margin:2px 0'>{escape(line, quote=False)}</p>" for line in lines if line)


def set_mark(widget: QWidget, name: str, value: bool | str) -> None:
    """Sets a property that the style sheet looks at, and has the widget drawn anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
