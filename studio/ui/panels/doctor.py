"""The doctor: how the shown run is, at all times in one sentence; what goes wrong, what shows it, and what mends it.

Everything comes from the folded run. It measures nothing and decides nothing; what is pressed is asked of whoever trains.
"""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from studio.messages import AlarmRaised, Applied, Event, Remedy, SetOption, Tick
from studio.runs.columns import SIGNAL
from studio.runs.fold import Run
from studio.runs.view import RunView
from studio.told import title_of
from studio.ui import mending, theme
from studio.ui.health import Health, brief_now, by_gravity, health_of, is_off, last_check, overhead
from studio.ui.panels import Area, Panel
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.widgets.alarm_card import AlarmCard
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.figures import WIDE, Figures
from studio.ui.widgets.fold import Fold
from studio.ui.widgets.health_head import HealthHead
from studio.ui.widgets.pages import see_through
from studio.ui.widgets.quantities import kimg
from studio.ui.widgets.state_mark import mark_icon
from studio.ui.widgets.words import Words
from studio.words import mark, say

NO_RUN = mark("No run to examine")
ABOUT = mark("How a run is stands here in one sentence, and each failure the moment it begins: what shows it, and a button that mends it.")
NO_DRAFT, NOT_STARTED = mark("Choose a template, then press Train."), mark("Press Train, and the checks begin.")
LOW = 240  # px of height below which the head says less
QUIET = mark(
    "No alarm. If something goes wrong it is named here the moment it begins, with what shows it and what mends it. "
    "Whether the samples are good enough is for your eyes."
)
WAITING = mark("Checks begin a few hundred steps into the training. From then on these words always tell how the run is.")
OFF = mark("This run is trained without checks. Turn them on to be warned of collapse and other failures; they take at most a few hundredths of the time.")
UNKNOWN = mark("Nothing was examined while this run trained. Press Resume, and the checks begin.")
FOLDED = "doctor/figures folded"  # of the settings
PAST_MOST = 40  # past alarms that are listed; the log has all of them


class DoctorPanel(Panel):
    """The sentence, the active alarms with the gravest open, the figures of the last check, and what is past."""

    title: ClassVar[str] = mark("Doctor")
    area: ClassVar[Area] = "right"
    order: ClassVar[int] = 10
    icon: ClassVar[str] = "pulse"
    help: ClassVar[str] = "doctor"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.cards: dict[str, AlarmCard] = {}  # of the active alarms, by their kinds
        self._health = Health("unknown", "")
        self._unfolded = ""  # the alarm whose card was unfolded by itself, being the gravest
        self._build()
        session.alarm_wanted.connect(self.show_alarm)
        for signal in (session.training_changed, session.asked_changed, session.torch.torch_ready):
            signal.connect(self._enable)
        session.theme.changed.connect(self.head.retint)
        session.draft_changed.connect(self.refresh)
        self.show_run(session.view)

    # --- building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.head = HealthHead()
        self.head.help_wanted.connect(lambda: self.session.help_requested.emit(self.help))
        self.note = Words("", "muted")
        self.switch = QPushButton(theme.icon("pulse"), say("Turn the checks on"))
        self.switch.clicked.connect(lambda: self.session.send(SetOption(path="doctor.on", value=True, sender="window")))
        self._places = QVBoxLayout()
        self._places.setSpacing(SPACE)
        self.figures = Figures()
        self.figures.open(str(self.session.settings.value(FOLDED, "true")).lower() == "false")
        self.figures.folded.connect(self._figures_folded)
        self.past = Fold(say("Past alarms"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE, 0, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.note)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._places)
        column.addWidget(self.figures)
        column.addWidget(self.past)
        column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(inside)
        see_through(self.scroller)
        self._lay_out()

    def _lay_out(self) -> None:
        content, above = QWidget(), QVBoxLayout()
        above.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        above.addWidget(self.head)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(above)
        outer.addWidget(self.scroller, 1)
        self._pages = QStackedLayout(self)
        self._no_run = EmptyState(self.icon, say(NO_RUN), say(ABOUT))
        self._pages.addWidget(self._no_run)
        self._pages.addWidget(content)

    def sizeHint(self) -> QSize:
        """More room than the checkpoints below it have, for an alarm with what shows it."""
        return QSize(280, 380)

    # --- the run ----------------------------------------------------------------------------------------------------------

    def show_run(self, view: RunView | None) -> None:
        """Its health and alarms, or what will appear here."""
        for kind in list(self.cards):
            self._drop(kind)
        self._forget_past()
        self.past.open(False)
        self._pages.setCurrentIndex(int(view is not None))
        self.refresh()

    def advance(self, events: list[Event]) -> None:
        """Ticks alone change nothing here."""
        if any(not isinstance(event, Tick) for event in events):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.be_terse(self.height() < LOW)

    def refresh(self) -> None:
        """Show what the fold says now."""
        view = self.session.view
        if view is None:
            self._no_run.say(say(NO_RUN), f"{say(ABOUT)} {say(NO_DRAFT if self.session.draft is None else NOT_STARTED)}")
            self._tell_sign(Health("unknown", ""))
            return
        run = view.run
        health = health_of(run)
        self.head.show_health(health, overhead(run))
        self._show_cards(view.folder.path, run)
        self._say_note(run, health)
        self._show_past(view.folder.path, run)
        self._show_figures()
        self._tell_sign(health)
        self._enable()

    def _show_figures(self) -> None:
        view = self.session.view
        check = last_check(view.run) if view is not None else None
        if view is not None and check is not None:
            self.figures.show_signals(check.signals, lambda name: view.columns.view(f"{SIGNAL}{name}", pixels=WIDE).mean)
        else:
            self.figures.hide()

    def _figures_folded(self, folded: bool) -> None:
        self.session.settings.setValue(FOLDED, folded)
        self._show_figures()

    def _say_note(self, run: Run, health: Health) -> None:
        off = is_off(run)
        text = {"waiting": WAITING, "unknown": OFF if off else UNKNOWN}.get(health.level, "" if run.alarms or health.level != "healthy" else QUIET)
        self.note.say(say(text) if text else "")
        self.switch.setVisible(off and health.level == "unknown")

    def _tell_sign(self, health: Health) -> None:
        """The dock's own mark: the gravest active alarm, or the panel's icon."""
        if health.level != self._health.level:
            grave = health.level in ("info", "medium", "high", "critical")
            self.sign_changed.emit(mark_icon(health.level) if grave else None)
        self._health = health

    # --- alarms -----------------------------------------------------------------------------------------------------------

    def _show_cards(self, folder: Path, run: Run) -> None:
        active = {alarm.alarm: alarm for alarm in by_gravity(run.alarms)}
        was_open = {kind for kind, card in self.cards.items() if card.is_open()}
        gravest = next(iter(active), "")
        graver = gravest not in self.cards and was_open <= {self._unfolded}  # it takes the place, unless a person unfolded others
        if graver:
            was_open, self._unfolded = set(), gravest
        for kind in [k for k, card in self.cards.items() if active.get(k) != card.alarm]:
            self._drop(kind)
        for n, (kind, alarm) in enumerate(active.items()):
            if kind not in self.cards:
                self._add(folder, alarm, opened=kind in was_open or (kind == gravest and not was_open))
            elif graver:
                self.cards[kind].open(kind == gravest)
            self._places.insertWidget(n, self.cards[kind])
            self.cards[kind].say_when(run.nimg)
            self._say_now(self.cards[kind], run)
            self.cards[kind].say_done(_done_about(run, alarm))

    def _say_now(self, card: AlarmCard, run: Run) -> None:
        """Not every check measures all: what the last one does not tell stays as it was."""
        check = last_check(run)
        if check is not None and (brief := brief_now(run, card.alarm)):
            card.say_now(brief, check.nimg)

    def _add(self, folder: Path, alarm: AlarmRaised, *, opened: bool) -> None:
        card = AlarmCard(folder, alarm)
        card.remedied.connect(lambda remedy: self.ask(alarm, remedy))
        self._listen(card)
        self.cards[alarm.alarm] = card
        card.head.toggled.connect(self._enable)
        card.open(opened)

    def show_alarm(self, kind: str) -> None:
        """Its card unfolded and in sight, the others folded; nothing when it is over."""
        if kind not in self.cards:
            return
        for other, card in self.cards.items():
            card.open(other == kind)
        self._unfolded = kind
        QTimer.singleShot(0, self, lambda: self._bring_to_sight(kind))  # once it has its height

    def _bring_to_sight(self, kind: str) -> None:
        if kind in self.cards:
            self.scroller.verticalScrollBar().setValue(self.cards[kind].y() - SPACE)

    def _drop(self, kind: str) -> None:
        card = self.cards.pop(kind)
        self._places.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _listen(self, card: AlarmCard) -> None:
        card.placed.connect(self.session.set_position)
        card.help_wanted.connect(lambda: self.session.help_requested.emit(card.alarm.alarm))

    def ask(self, alarm: AlarmRaised, remedy: Remedy) -> None:
        """Show what the remedy will do; it is done when that is accepted."""
        mending.ask(self.session, alarm, remedy, self.window())

    def _enable(self, *_: object) -> None:
        for card in self.cards.values():
            card.allow(lambda remedy, card=card: mending.plan_of(self.session, card.alarm, remedy).fault)  # type: ignore[misc]
        self.switch.setEnabled(self.session.is_trained())

    # --- what is past -----------------------------------------------------------------------------------------------------

    def _show_past(self, folder: Path, run: Run) -> None:
        """Newest first."""
        ends = run.past_alarms
        self.past.setVisible(bool(ends))
        self.past.head.say_aside(f"{len(ends)}")
        shown = self._past_shown()
        wanted = list(reversed(ends))[:PAST_MOST]
        if [(card.alarm, card.cleared) for card in shown] == [(end.raised, end.cleared) for end in wanted]:
            return
        self._forget_past()
        for end in wanted:
            card = AlarmCard(folder, end.raised, cleared=end.cleared)
            card.say_done(_done_about(run, end.raised, end.cleared.time))
            self._listen(card)
            self.past.column.addWidget(card)

    def _past_shown(self) -> list[AlarmCard]:
        items = (self.past.column.itemAt(n) for n in range(self.past.column.count()))
        return [card for item in items if item is not None and isinstance(card := item.widget(), AlarmCard)]

    def _forget_past(self) -> None:
        while (item := self.past.column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def _done_about(run: Run, alarm: AlarmRaised, until: float = float("inf")) -> str:
    """The last remedy that was carried out for an alarm, and by whom."""
    mends = [
        answer
        for answer in run.answers
        if isinstance(answer, Applied)
        and answer.command.get("kind") == "mend"
        and answer.command.get("alarm") == alarm.alarm
        and alarm.time <= answer.time <= until
    ]
    if not mends:
        return ""
    command = mends[-1].command
    at, title = kimg(mends[-1].nimg), title_of(command)
    if command.get("sender") == "autopilot":
        done = say("The autopilot did at {at} kimg: {title}.", at=at, title=title)
    else:
        done = say("Done at {at} kimg: {title}.", at=at, title=title)
    return f"{done} {say('The next checks tell whether it helps.')}" if until == float("inf") else done
