"""A heading that folds what lies below it."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from studio.ui import theme
from studio.words import say


class FoldHead(QAbstractButton):
    """The heading: a chevron, its words, and muted words at the right. Space and Enter fold."""

    def __init__(self, words: str, *, bold: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(say("Show or hide what lies below"))
        self.aside = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(theme.BODY, bold=bold))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._bold = bold

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + (2 if self._bold else 1) * theme.SPACE)

    def say_aside(self, words: str) -> None:
        """Muted words at the right: what lies in the fold, in short."""
        self.aside = words
        self.setAccessibleDescription(words)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.click()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText if self._bold or self.underMouse() else QPalette.ColorRole.PlaceholderText)
        middle = self.height() / 2
        painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        corners = [(-2, -4), (2, 0), (-2, 4)] if not self.isChecked() else [(-4, -2), (0, 2), (4, -2)]
        painter.drawPolyline(QPolygonF([QPointF(7 + x, middle + y) for x, y in corners]))
        painter.setFont(self.font())
        painter.drawText(self.rect().adjusted(18, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self.isChecked():
            self._paint_aside(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 1.4))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        elif self._bold:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(0, 0, self.width(), 0)

    def _paint_aside(self, painter: QPainter) -> None:
        taken = 18 + self.fontMetrics().horizontalAdvance(self.text()) + 12
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = self.width() - taken - 4
        words = painter.fontMetrics().elidedText(self.aside, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(self.rect().adjusted(taken, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)


class Fold(QWidget):
    """A heading and a body; `folded` tells when a person folds or unfolds it."""

    folded = Signal(bool)

    def __init__(self, words: str, *, bold: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FoldHead(words, bold=bold, parent=self)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0 if bold else theme.SPACE // 2, 0, theme.SPACE)
        self.column.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.body)
        self._wanted = False  # what the person chose; a search opens it for a while
        self.open(False)
        self.head.clicked.connect(self._turn)

    def is_open(self) -> bool:
        """Whether the body shows."""
        return self.head.isChecked()

    def open(self, yes: bool = True) -> None:
        """Shows or hides the body, as if the person had."""
        self._wanted = yes
        self.reveal(yes)

    def reveal(self, yes: bool | None) -> None:
        """Shows the body for a while; None goes back to what the person chose."""
        shown = self._wanted if yes is None else yes
        self.head.setChecked(shown)
        self.body.setVisible(shown)

    def _turn(self) -> None:
        self.open(self.head.isChecked())
        self.folded.emit(not self.head.isChecked())
