"""Tells of alarms as they are raised and cleared: in a notice, and on the desktop while the window is out of sight. It judges nothing."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from studio.messages import AlarmCleared, AlarmRaised, Applied, Event
from studio.runs.fold import Run
from studio.told import title_of
from studio.ui.health import alarm_title, by_gravity
from studio.ui.notices import NoticeStack
from studio.ui.session import Level, Notice, Session
from studio.ui.widgets.quantities import kimg
from studio.words import say

LEVELS: dict[str, Level] = {"info": "info", "medium": "warning", "high": "error", "critical": "error"}
STAY_MS = 15000
PANEL = "Doctor"


class Desktop(QObject):
    """Notifications of the desktop, where it takes any. `clicked` tells that a person chose one."""

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None  # shown only as long as something was told that was not looked at

    def tell(self, title: str, text: str, *, grave: bool) -> None:
        """A notification; nothing where the desktop takes none."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.setToolTip("GAN Studio")
            self._tray.messageClicked.connect(self.clicked)
            self._tray.activated.connect(self.clicked)
        self._tray.show()
        kind = QSystemTrayIcon.MessageIcon.Warning if grave else QSystemTrayIcon.MessageIcon.Information
        self._tray.showMessage(title, text, kind, STAY_MS)

    def hush(self) -> None:
        """The window is looked at again."""
        if self._tray is not None:
            self._tray.hide()


class AlarmCall(QObject):
    """Listens to the session. `wanted` names the panel that a person asked for."""

    wanted = Signal(str)

    def __init__(self, session: Session, notices: NoticeStack, window: QWidget, desktop: Desktop | None = None) -> None:
        super().__init__(window)
        self._session, self._notices, self._window = session, notices, window
        self._told: dict[str, AlarmRaised] = {}  # active alarms that the notice on show tells of, by their kinds
        self._notice: Notice | None = None  # one for all of them: three at once hide the panel that they are about
        self.desktop = desktop if desktop is not None else Desktop(window)
        self.desktop.clicked.connect(self._come_back)
        session.advanced.connect(self._take)
        session.run_opened.connect(self._told.clear)
        window.installEventFilter(self)

    def is_out_of_sight(self) -> bool:
        """Whether nobody can see a notice in the window."""
        return self._window.isMinimized() or not self._window.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.WindowStateChange) and not self.is_out_of_sight():
            self.desktop.hush()
        return False

    @Slot(object)
    def _take(self, events: list[Event]) -> None:
        """Of what is new only what still holds: after a sleep a whole story may come at once."""
        view = self._session.view
        if view is None or all(event.kind == "tick" for event in events):
            return
        run = view.run
        self._forget({kind for kind in self._told if kind not in {alarm.alarm for alarm in run.alarms}})
        new = [event for event in events if isinstance(event, AlarmRaised) and event in run.alarms]
        if new:
            self._tell(by_gravity(new), view.folder.name)
        for event in events:
            if isinstance(event, AlarmCleared) and (words := _relief(run, event)):
                self._session.warn(words, "ok")
            elif isinstance(event, Applied) and event.command.get("kind") == "mend":
                self._take_mend(event, view.folder.name)

    def _tell(self, new: list[AlarmRaised], name: str) -> None:
        """Of these, and of those whose notice nobody has answered yet."""
        if not any(card.notice is self._notice for card in self._notices.cards()):
            self._told.clear()  # it was looked at, or closed
        self._told |= {alarm.alarm: alarm for alarm in new}
        self._renew()
        if self.is_out_of_sight():
            for alarm in reversed(new):
                self.desktop.tell(f"{alarm_title(alarm)} · {name}", alarm.text, grave=alarm.severity in ("high", "critical"))

    def _renew(self) -> None:
        """One notice of all that is told, the gravest first."""
        if self._notice is not None:
            self._notices.withdraw(self._notice)
            self._notice = None
        if not self._told:
            return
        first, *others = by_gravity(list(self._told.values()))
        text = say("{alarm}, since {n} kimg.", alarm=alarm_title(first), n=kimg(first.onset))
        if others:
            text = f"{text} {say('Also: {alarms}.', alarms=', '.join(alarm_title(alarm) for alarm in others))}"
        self._notice = Notice(text, LEVELS[first.severity], say("Look at it"), lambda: self._show(first.alarm))
        self._session.notice.emit(self._notice)

    def _forget(self, kinds: set[str]) -> None:
        """These are over, or were answered; a notice that is still there tells of the others."""
        if not kinds & self._told.keys():
            return
        for kind in kinds:
            self._told.pop(kind, None)
        if any(card.notice is self._notice for card in self._notices.cards()):
            self._renew()

    def _show(self, kind: str) -> None:
        self.wanted.emit(PANEL)
        self._session.alarm_wanted.emit(kind)

    def _take_mend(self, mend: Applied, name: str) -> None:
        """Whoever mended has seen the notice; what the autopilot did is told."""
        self._forget({str(mend.command.get("alarm"))})
        if mend.command.get("sender") != "autopilot":
            return
        text = say("The autopilot did at {n} kimg: {remedy}.", n=kimg(mend.nimg), remedy=title_of(mend.command))
        self._session.notice.emit(Notice(text, "info", say("Look at it"), lambda: self.wanted.emit(PANEL)))
        if self.is_out_of_sight():
            self.desktop.tell(name, text, grave=False)

    @Slot()
    def _come_back(self) -> None:
        """The window in front, with the panel."""
        if self.is_out_of_sight():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
        self.wanted.emit(PANEL)


def _relief(run: Run, cleared: AlarmCleared) -> str:
    """That an alarm is over; empty when it was raised anew meanwhile."""
    if any(alarm.alarm == cleared.alarm for alarm in run.alarms):
        return ""
    title = next((alarm_title(end.raised) for end in run.past_alarms if end.cleared == cleared), cleared.alarm)
    return f"{say('Over: {alarm}.', alarm=title)} {cleared.why[:1].upper()}{cleared.why[1:]}".strip()
