"""The button of a remedy, and the window that shows exactly what it will do before anything is done."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.theme import SPACE
from studio.ui.widgets.words import Words
from studio.words import say

WIDTH = 480  # px, of the window
PADDING = 6  # px above and below the words


class RemedyButton(QPushButton):
    """A push button whose words wrap: remedies have names of a line or two in a narrow dock."""

    def __init__(self, words: str, icon: str, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._ink = "on_accent" if primary else "text"
        self._drawn = theme.icon(icon, self._ink)
        self.setProperty("primary", primary)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(max(self.width(), 180)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - self._taken()), 10_000)
        found = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.words)
        return max(found.height(), theme.ICON) + 2 * PADDING + 2

    def _taken(self) -> int:
        """Px of the width that the icon and the margins take."""
        return theme.ICON + 3 * SPACE

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        icon = QRect(SPACE, (self.height() - theme.ICON) // 2, theme.ICON, theme.ICON)
        mode = self._drawn.Mode.Normal if self.isEnabled() else self._drawn.Mode.Disabled
        self._drawn.paint(painter, icon, Qt.AlignmentFlag.AlignCenter, mode)
        painter.setPen(QColor(getattr(theme.colours(), self._ink if self.isEnabled() else "muted")))
        words = QRect(icon.right() + SPACE, PADDING, self.width() - self._taken(), self.height() - 2 * PADDING)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), self.words)


class MendDialog(QDialog):
    """A remedy in full: what it is for, its steps, what it costs, how it is undone; then Cancel, or the deed.

    ordered: the steps come one after the other; else the first one tells of the others.
    """

    def __init__(
        self, title: str, text: str, steps: Sequence[str], cost: str, note: str, deed: str, parent: QWidget | None = None, *, ordered: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Mend the run"))
        self.setMinimumWidth(WIDTH)
        self.steps = list(steps)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = self.buttons.addButton(deed, QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setProperty("primary", True)
        self.apply.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(SPACE + 4)
        body.addWidget(Words(title, scale=theme.TITLE, bold=True))
        if text:
            body.addWidget(Words(text))
        in_order = ordered and len(self.steps) > 1
        body.addWidget(Words(say("What will be done, in this order") if in_order else say("What will be done"), bold=True))
        body.addWidget(_listed(self.steps, [f"{n + 1}." for n in range(len(self.steps))] if in_order else ["", *["•"] * (len(self.steps) - 1)]))
        if cost:
            body.addWidget(Words(say("What it costs"), bold=True))
            body.addWidget(_listed([cost], [""]))
        if note:
            body.addWidget(Words(note, "muted"))
        body.addStretch(1)
        body.addWidget(self.buttons)
        self.resize(WIDTH, body.totalHeightForWidth(WIDTH))  # its size hint allows for words in a narrower shape


def _listed(steps: Sequence[str], signs: Sequence[str]) -> QWidget:
    """A step a line, each behind its sign; one without begins at the margin."""
    place = QWidget()
    grid = QGridLayout(place)
    grid.setContentsMargins(SPACE, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for n, (step, sign) in enumerate(zip(steps, signs, strict=True)):
        words = Words(step)
        if not sign:
            grid.addWidget(words, n, 0, 1, 2)
            continue
        shown = Words(sign, "muted")
        shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        shown.setWordWrap(False)
        grid.addWidget(shown, n, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        words.setAccessibleName(say("Step {n}: {step}", n=n + 1, step=step))
        grid.addWidget(words, n, 1)
    return place
