"""The settings of the next run, or of the one that is shown: every choice and option but the data, with search and two tiers."""

import copy
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from studio.messages import Event
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.form_fields import LiveDot
from studio.ui.form_session import SetupForm
from studio.ui.panels import Area, Panel
from studio.ui.session import Session
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.pages import padded, see_through
from studio.ui.widgets.skeleton import Skeleton
from studio.ui.widgets.words import Words, set_mark

SECTIONS = ("training", "network", "objective", "optimizer", "augment", "transfer", "game", "ema", "precision", "evaluation", "doctor", "saving")
OPEN = ("training", "network", "objective", "optimizer")  # what a person looks at first
EMPTY_TITLE = "No settings yet"
EMPTY_TEXT = "Choose a template on the Home page, or drop a folder of pictures on the Dataset panel. Everything that decides a run then shows here."


class Hyperparameters(Panel):
    """How the run trains."""

    title: ClassVar[str] = "Hyperparameters"
    area: ClassVar[Area] = "left"
    order: ClassVar[int] = 20
    icon: ClassVar[str] = "sliders"
    help: ClassVar[str] = "hyperparameters"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.form = SetupForm(session, SECTIONS, opened=OPEN, parent=self)
        self.form.refreshed.connect(self._follow)
        self._build_head()
        session.setup_requested.connect(self.search_line.clear)  # another draft is seen whole
        self._build_body()
        self._follow()

    def show_run(self, view: RunView | None) -> None:
        """Its options in force, or the draft."""
        self.form.forget()
        self.form.refresh()

    def advance(self, events: list[Event]) -> None:
        """Answers to live edits."""
        self.form.advance(events)

    def jump(self) -> None:
        """Goes to the first fault."""
        for path, _ in self.form.problems():
            if path == "name":
                self.name.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if (target := self.form.reveal(path)) is not None:
                self.scroller.ensureWidgetVisible(target, 0, 60)
                return

    # --- building ---------------------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText("Find a setting")
        self.search_line.setAccessibleName("Find a setting")
        self.search_line.setClearButtonEnabled(True)
        self.search_line.addAction(QAction(theme.icon("search", "muted"), "", self.search_line), QLineEdit.ActionPosition.LeadingPosition)
        self.search_line.textChanged.connect(self._search)
        QShortcut(QKeySequence.StandardKey.Find, self, self._focus_search, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the run")
        self.name.setMaxLength(80)
        self.name.textEdited.connect(self._rename)
        self.name_row = _labelled("Name", self.name)
        self.state = Words("", "muted", scale=theme.SMALL)
        self.faults = QPushButton()
        self.faults.setProperty("quiet", True)
        self.faults.setIcon(theme.icon("warning", "danger"))
        self.faults.setStyleSheet("text-align: left; padding: 4px 2px")
        self.faults.setToolTip("Go to the first one")
        self.faults.clicked.connect(self.jump)
        self.copy = QPushButton(theme.icon("copy"), "New run with these settings")
        self.copy.clicked.connect(self._copy)
        self.nothing = Words("", "muted")
        self.nothing.hide()

    def _build_body(self) -> None:
        head, body = QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, 4)
        head.setSpacing(6)
        self.legend = _legend()
        for widget in (self.name_row, self.state, self.faults, self.copy, self.legend, self.search_line, self.nothing):
            head.addWidget(widget)
        inner = QWidget()
        inner.setLayout(body)
        body.setContentsMargins(theme.SPACE, 0, 4, theme.SPACE)
        body.addWidget(self.form)
        body.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(inner)
        see_through(self.scroller)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.scroller, 1)
        self.stack = QStackedWidget()
        for page in (padded(Skeleton("Loading the engine…")), EmptyState(self.icon, EMPTY_TITLE, EMPTY_TEXT), content):
            self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    # --- following the session --------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        view, draft = self.session.view, self.session.draft
        self.stack.setCurrentIndex(1 if view is None and draft is None else 2 if self.form.is_built() else 0)
        if self.stack.currentIndex() == 2:
            self._say_state()
            if self.search_line.text():
                self._search(self.search_line.text())

    def _say_state(self) -> None:
        drafting, steering = self.form.drafting(), self.form.steering()
        self.name_row.setVisible(drafting)
        self.copy.setVisible(not drafting)
        self.legend.setVisible(drafting or steering)
        problems = self.form.problems()
        count = len(problems)
        unnamed = next((message for path, message in problems if path == "name"), "")
        set_mark(self.name, "fault", bool(unnamed))
        self.name.setToolTip(unnamed)
        self.faults.setVisible(count > 0)
        self.faults.setText(f"{count} thing{'s' if count > 1 else ''} to mend before this can train")
        if drafting:
            name = str((self.session.draft or {}).get("name", ""))
            if name != self.name.text():
                self.name.setText(name)
            self.state.say(self._branch_words())
        else:
            self.state.say("These settings are in force." if steering else "This run is not training: resume it to change settings with a dot.")

    def _branch_words(self) -> str:
        source = self.session.draft_source
        begin = f"Continues from checkpoint {source[1]} of {source[0].name}." if source is not None else ""
        return f"{begin} {self.session.draft_note}".strip()

    def _rename(self, text: str) -> None:
        self.session.set_draft({**copy.deepcopy(self.form.shown()), "name": text})

    def _copy(self) -> None:
        self.session.new_draft(copy.deepcopy(self.form.shown()))

    def _search(self, words: str) -> None:
        found = self.form.search(words)
        self.nothing.say(f"No setting matches “{words}”." if words and not found else "")

    def _focus_search(self) -> None:
        self.search_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_line.selectAll()


def _labelled(words: str, editor: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(Words(words), 1)
    line.addWidget(editor, 3)
    return row


def _legend() -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    line.addWidget(LiveDot())
    line.addWidget(Words("may be changed while training", "muted", scale=theme.SMALL), 1)
    return row
