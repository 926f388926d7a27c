"""A small button that is only its icon."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studio.ui import theme


class QuietButton(QAbstractButton):
    """Drawn by itself: a form has dozens of them, and a style sheet takes its time over each."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(theme.icon(icon, "muted"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(22, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 2, -1, -2)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(self.palette().highlight(), 1.2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().alternateBase())
            painter.drawRoundedRect(frame, 4, 4)
        place = QRect(0, 0, 14, 14)
        place.moveCenter(self.rect().center())
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter)
