"""An alarm, active or past: what happens and why in words, evidence to look at, remedies to press. It decides and sends nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studio.messages import AlarmCleared, AlarmRaised, Remedy
from studio.ui import theme
from studio.ui.health import alarm_title
from studio.ui.theme import SPACE
from studio.ui.widgets.evidence import EvidenceView
from studio.ui.widgets.quantities import kimg
from studio.ui.widgets.remedy_button import RemedyButton
from studio.ui.widgets.state_mark import StateMark, level_colour
from studio.ui.widgets.words import Words
from studio.words import mark, say

SEVERITIES = {"info": mark("For your information"), "medium": mark("Medium"), "high": mark("High"), "critical": mark("Critical")}
_NAMED = {
    "info": mark("{alarm}, for your information"),
    "medium": mark("{alarm}, medium"),
    "high": mark("{alarm}, high"),
    "critical": mark("{alarm}, critical"),
}
EDGE = 3  # px of colour at the left


class CardHead(QAbstractButton):
    """Mark, title, severity and since when; a click, Space or Enter folds the card."""

    def __init__(self, alarm: AlarmRaised, *, past: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(say(_NAMED[alarm.severity], alarm=alarm_title(alarm)))
        self.title = Words(alarm_title(alarm), bold=True)
        self.since = Words("", "muted", scale=theme.SMALL)
        self.mark = StateMark(16 if past else 24, alarm.severity)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.since)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE, SPACE + 14, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in (self.title, self.since, self.mark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme.colours()
        painter.setPen(QPen(QColor(now.text if self.underMouse() else now.muted), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - 14.0, SPACE + 12.0
        corners = ((-4, -2), (0, 2), (4, -2)) if self.isChecked() else ((-2, -4), (2, 0), (-2, 4))
        path = QPainterPath()
        path.moveTo(x + corners[0][0], y + corners[0][1])
        for dx, dy in corners[1:]:
            path.lineTo(x + dx, y + dy)
        painter.drawPath(path)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 1.4))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
        painter.end()


class AlarmCard(QWidget):
    """One alarm; a past one has no remedies. `remedied` tells which one was pressed, `placed` that the onset is to be looked at."""

    remedied = Signal(object)  # Remedy
    placed = Signal(float)  # nimg
    help_wanted = Signal()

    def __init__(self, folder: Path, alarm: AlarmRaised, *, cleared: AlarmCleared | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarm, self.cleared, self._folder = alarm, cleared, folder
        self.buttons: list[tuple[Remedy, RemedyButton]] = []
        self.evidence: list[EvidenceView] = []
        self.setAccessibleName(say("Alarm: {title}" if cleared is None else "Past alarm: {title}", title=alarm_title(alarm)))
        self.head = CardHead(alarm, past=cleared is not None)
        self.head.toggled.connect(self._turn)
        self.body = QWidget()
        self.why, self.now = (Words("", "muted", scale=theme.SMALL, parent=self.body) for _ in range(2))  # when it was raised, and at the last check
        self.told = Words("", "ok", scale=theme.SMALL, parent=self.body)
        self.fault, self.others_fault = (Words("", "muted", scale=theme.SMALL, parent=self.body) for _ in range(2))  # of the best remedy, of the others
        for label in (self.told, self.fault, self.others_fault):
            label.hide()
        self._is_filled = False
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)
        self.body.hide()
        self.say_when(alarm.nimg)
        self.say_now("", alarm.nimg)

    def open(self, yes: bool = True) -> None:
        """Unfold it, or fold it."""
        self.head.setChecked(yes)

    def is_open(self) -> bool:
        """Whether all of it shows."""
        return self.head.isChecked()

    def say_when(self, nimg: int) -> None:
        """How grave, and since when, the run being at `nimg`; of a past one, until when."""
        onset, ago = self.alarm.onset, max(0, nimg - self.alarm.onset)
        if self.cleared is not None and self.cleared.nimg >= onset:
            when = say("{onset} to {end}", onset=kimg(onset), end=_place(self.cleared.nimg))
        elif self.cleared is not None:
            when = say("from {onset}", onset=_place(onset))
        elif ago:
            when = say("since {onset}, {ago}\xa0ago", onset=_place(onset), ago=_place(ago))
        else:
            when = say("since {onset}", onset=_place(onset))
        words = f"{say(SEVERITIES[self.alarm.severity])} · {when}"
        self.head.since.setText(words)
        self.head.setAccessibleDescription(words)

    def say_now(self, brief: str, nimg: int) -> None:
        """Beside the figures that raised it those of the last check, at `nimg`; nothing where that says nothing of it."""
        self.why.say(say("When found: {why}", why=self.alarm.why) if brief and self.alarm.why else self.alarm.why)
        self.now.say(say("Now, at {place}: {brief}.", place=_place(nimg), brief=brief) if brief else "")

    def say_done(self, words: str) -> None:
        """What was done about it so far."""
        self.told.say(words)

    def allow(self, fault_of: Callable[[Remedy], str]) -> None:
        """Enables the remedies that can be carried out now; of the others the reason is told."""
        faults: Mapping[str, str] = {remedy.title: fault_of(remedy) for remedy, _ in self.buttons}
        for remedy, button in self.buttons:
            button.setEnabled(not faults[remedy.title])
            button.setToolTip(faults[remedy.title] or remedy.text)
            button.setAccessibleDescription(faults[remedy.title] or remedy.text)
        best, *others = [*faults.values()] or [""]
        self.fault.say(best)
        self.others_fault.say(next((fault for fault in others if fault and fault != best), ""))

    # --- building ---------------------------------------------------------------------------------------------------------

    def _turn(self, shown: bool) -> None:
        if shown and not self._is_filled:
            self._is_filled = True
            self._fill()
        self.body.setVisible(shown)

    def _fill(self) -> None:
        """When it is first unfolded: evidence is read from the disk."""
        alarm = self.alarm
        column = QVBoxLayout(self.body)
        column.setContentsMargins(SPACE, 0, SPACE, SPACE + 2)
        column.setSpacing(SPACE)
        column.addWidget(Words(alarm.text))
        column.addWidget(self.why)
        column.addWidget(self.now)
        if self.cleared is not None and self.cleared.why:
            column.addWidget(Words(say("Over: {why}", why=self.cleared.why), "ok", scale=theme.SMALL))
        remedies = alarm.remedies if self.cleared is None else ()
        for best in remedies[:1]:  # at hand, whatever there is to look at
            column.addWidget(self._button(best, primary=True))
        column.addWidget(self.told)
        column.addWidget(self.fault)
        for evidence in alarm.evidence:
            self.evidence.append(EvidenceView(self._folder, evidence))
            column.addWidget(self.evidence[-1])
        if len(remedies) > 1:
            column.addWidget(Words(say("What else helps"), scale=theme.SMALL, bold=True))
        for remedy in remedies[1:]:
            column.addWidget(self._button(remedy))
        column.addWidget(self.others_fault)
        column.addLayout(self._links())

    def _button(self, remedy: Remedy, *, primary: bool = False) -> RemedyButton:
        button = RemedyButton(remedy.title, "branch" if remedy.restart else "mend", primary=primary)
        button.clicked.connect(lambda: self.remedied.emit(remedy))
        self.buttons.append((remedy, button))
        return button

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for words, icon, tip, do in (
            (say("Go to the onset"), "clock", say("Show the samples and curves of the moment it began"), lambda: self.placed.emit(float(self.alarm.onset))),
            (say("About it"), "help", say("What this alarm means and what helps"), self.help_wanted.emit),
        ):
            button = QPushButton(theme.icon(icon, "muted"), words)
            button.setProperty("quiet", True)
            button.setFont(theme.font(theme.SMALL))
            button.setStyleSheet("padding: 2px 4px")
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, do=do: do())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, frame = theme.colours(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        painter.fillPath(shape, QColor(now.raised))
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, EDGE, self.height()), level_colour(self.alarm.severity) if self.cleared is None else QColor(now.border))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(now.border), 1))
        painter.drawPath(shape)
        painter.end()


def _place(nimg: int) -> str:
    """With its unit on the same line."""
    return f"{kimg(nimg)}\xa0kimg"
