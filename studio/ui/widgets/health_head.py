"""How the run is, in one sentence to be read across the room: a mark, a word or two in large, the rest below. It decides nothing."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.health import Health
from studio.ui.theme import SPACE
from studio.ui.widgets.quiet_button import QuietButton
from studio.ui.widgets.state_mark import StateMark, level_colour
from studio.ui.widgets.words import Words
from studio.words import say

MARK = 40
SCALES = ((0, 1.5), (260, theme.DISPLAY), (420, 2.4), (640, 3.2))  # from this width on in px, this size of the headline
TERSE = 1.15  # its size in a low dock
LOUD = ("medium", "high", "critical")  # levels whose ground is tinted more


class HealthHead(QWidget):
    """The sentence on a ground of its level's colour. `help_wanted` tells that its question mark was pressed."""

    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.health = Health("unknown", "")
        self._scale = 0.0
        self._foot, self._terse = "", False
        self.setAccessibleName(say("Health of the run"))
        self.mark = StateMark(MARK)
        self.headline = Words("", bold=True)
        self.rest = Words("")
        self.foot = Words("", "muted", scale=theme.SMALL)
        self.help = QuietButton("help")
        self.help.setToolTip(say("What the doctor looks at (F1)"))
        self.help.setAccessibleName(say("Help on the doctor"))
        self.help.clicked.connect(self.help_wanted)
        words, row, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.rest)
        words.addStretch(1)
        row.setSpacing(SPACE + 4)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(SPACE + 4, SPACE + 4, SPACE // 2, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(row)
        column.addWidget(self.foot)
        self._fit()

    def show_health(self, health: Health, foot: str) -> None:
        """Another sentence, and the small line below it."""
        self._foot = foot
        self._say_foot()
        if health == self.health:
            return
        self.health = health
        self.mark.show_level(health.level)
        self.headline.say(health.headline)
        self.rest.say(health.rest[:1].upper() + health.rest[1:])
        self.setAccessibleDescription(health.sentence)
        self.update()

    def be_terse(self, terse: bool) -> None:
        """In a low dock: smaller letters, and no small line below."""
        if terse != self._terse:
            self._terse = terse
            self._say_foot()
            self._fit()

    def _say_foot(self) -> None:
        self.foot.say("" if self._terse else self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def retint(self) -> None:
        """After a change of scheme: a new style sheet gives every label the letters back that it had when it was first shown."""
        self._scale = 0.0
        self._fit()

    def _fit(self) -> None:
        """A wider dock has larger letters."""
        scale = TERSE if self._terse else [size for width, size in SCALES if self.width() >= width][-1]
        if scale != self._scale:
            self._scale = scale
            self.headline.setFont(theme.font(scale, bold=True))
            self.rest.setFont(theme.font(max(theme.BODY, 0.55 * scale)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = level_colour(self.health.level)
        ground.setAlphaF(0.16 if self.health.level in LOUD else 0.08)
        line = QColor(level_colour(self.health.level))
        line.setAlphaF(0.45)
        painter.setPen(QPen(line, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        painter.end()
