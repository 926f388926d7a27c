"""The settings of the next run, or of the one that is shown: every choice and option but the data, with search and two tiers."""

import copy
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QScrollArea, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from studio.messages import Event
from studio.runs.view import RunView
from studio.ui import settings_files, theme
from studio.ui.form_rows import LiveDot
from studio.ui.form_session import SetupForm
from studio.ui.panels import Area, Panel
from studio.ui.session import Notice, Session
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.pages import padded, see_through
from studio.ui.widgets.skeleton import Skeleton
from studio.ui.widgets.words import Words, set_mark
from studio.ui.window_keys import key_within
from studio.words import joined, mark, say, say_n

SECTIONS = ("training", "network", "objective", "optimizer", "augment", "transfer", "game", "ema", "precision", "evaluation", "doctor", "saving")
OPEN = ("training", "network", "objective", "optimizer")  # what a person looks at first
EMPTY_TITLE = mark("No settings yet")
EMPTY_TEXT = mark("Choose a template on the Home page, or drop a folder of pictures on the Dataset panel. Everything that decides a run then shows here.")


class Hyperparameters(Panel):
    """How the run trains."""

    title: ClassVar[str] = mark("Hyperparameters")
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
        """Goes to the first fault; to the data where it lies there."""
        for path, _ in self.form.problems():
            if path == "name":
                self.name.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if (target := self.form.reveal(path)) is not None:
                self.scroller.ensureWidgetVisible(target, 0, 60)
                return
        if self.form.problems():
            self.session.setup_requested.emit()

    # --- building ---------------------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(say("Find a setting"))
        self.search_line.setAccessibleName(say("Find a setting"))
        self.search_line.setToolTip(say("Show only settings whose name or explanation holds these words"))
        self.search_line.setClearButtonEnabled(True)
        self.search_line.addAction(QAction(theme.icon("search", "muted"), "", self.search_line), QLineEdit.ActionPosition.LeadingPosition)
        self.search_line.textChanged.connect(lambda _: self._search())
        key_within(self, QKeySequence.StandardKey.Find, self._focus_search)
        self.name = QLineEdit()
        self.name.setAccessibleName(say("Name of the run"))
        self.name.setAccessibleDescription(say("The run's folder is called after it"))
        self.name.setMaxLength(80)
        self.name.textEdited.connect(self._rename)
        self.name_row = _labelled(say("Name"), self.name)
        self.state = Words("", "muted", scale=theme.SMALL)
        self.faults = QPushButton()
        self.faults.setProperty("quiet", True)
        self.faults.setStyleSheet("text-align: left; padding: 4px 2px")
        self.faults.setToolTip(say("Go to the first one"))
        self.faults.clicked.connect(self.jump)
        self.copy = QPushButton(theme.icon("copy"), say("New run with these settings"))
        self.copy.setToolTip(say("Set up another run that begins with everything that is in force here"))
        self.copy.clicked.connect(self._copy)
        self.nothing = Words("", "muted")
        self.nothing.hide()
        self.files = self._files_button()
        self.changes_row = self._changes_row()

    def _changes_row(self) -> QWidget:
        """How many settings differ, a look at only those, and a way back for all of them."""
        self.changed = Words("", "muted", scale=theme.SMALL)
        self.only = QPushButton(theme.icon("filter"), say("Only these"))
        self.only.setCheckable(True)
        self.only.setToolTip(say("Show only the settings that differ"))
        self.only.setAccessibleName(say("Show only the settings that differ"))
        self.only.toggled.connect(lambda _: self._search())
        self.reset_all = QPushButton(theme.icon("reset"), say("Reset all"))
        self.reset_all.setToolTip(say("Take all of them back; the data set stays as it is"))
        self.reset_all.clicked.connect(self._reset_all)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.changed, 1)
        for button in (self.only, self.reset_all):
            button.setProperty("quiet", True)
            button.setStyleSheet("padding: 3px 6px")
            line.addWidget(button)
        return row

    def _files_button(self) -> QToolButton:
        """What becomes of the settings as a whole."""
        button = QToolButton()
        button.setIcon(theme.icon("more"))
        button.setToolTip(say("Save as template, import, export, copy as command line"))
        button.setAccessibleName(say("More to do with these settings"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(button)
        menu.addAction(theme.icon("pin"), say("Save as template…"), lambda: settings_files.save_template(self.session, self.window()))
        menu.addAction(theme.icon("download"), say("Import settings…"), lambda: settings_files.import_settings(self.session, self.window()))
        menu.addAction(theme.icon("export"), say("Export settings…"), lambda: settings_files.export_settings(self.session, self.window()))
        menu.addAction(theme.icon("copy"), say("Copy as command line"), lambda: settings_files.copy_command(self.session))
        button.setMenu(menu)
        return button

    def _build_body(self) -> None:
        head, body = QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, 4)
        head.setSpacing(6)
        self.legend = _legend()
        find = QHBoxLayout()
        find.setSpacing(4)
        find.addWidget(self.search_line, 1)
        find.addWidget(self.files)
        for widget in (self.name_row, self.state, self.faults, self.copy, self.legend):
            head.addWidget(widget)
        head.addLayout(find)
        for widget in (self.changes_row, self.nothing):
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
        for page in (padded(Skeleton(say("Loading the engine…"))), EmptyState(self.icon, say(EMPTY_TITLE), say(EMPTY_TEXT)), content):
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
            self._say_changes()
            if self.search_line.text() or self.only.isChecked():
                self._search()

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
        quiet = all(self.form.is_quiet(path) for path, _ in problems)
        self.faults.setIcon(theme.icon("info", "muted") if quiet else theme.icon("warning", "danger"))
        self.faults.setText(
            self._missing_words() if quiet else say_n(count, "{n} thing to mend before this can train", "{n} things to mend before this can train")
        )
        if drafting:
            name = str((self.session.draft or {}).get("name", ""))
            if name != self.name.text():
                self.name.setText(name)
            self.state.say(self._branch_words())
        else:
            self.state.say(say("These settings are in force." if steering else "This run is not training: resume it to change settings with a dot."))

    def _missing_words(self) -> str:
        """What nobody filled in yet, by the names that the form has."""
        catalogue, draft = self.session.catalogue, self.session.draft or {}
        assert catalogue is not None
        return say("Still to choose: {what}", what=joined(catalogue.name(draft, path) for path, _ in self.form.problems()))

    def _say_changes(self) -> None:
        count = len(self.form.changes())
        self.changed.setText(self._changed_words(count))
        self.changed.setToolTip(say("A bar at the left and bold words mark what differs; the arrow behind it takes it back"))
        self.reset_all.setVisible(count > 0 and self.form.drafting())
        self.only.setVisible(count > 0 or self.only.isChecked())
        if not count and self.only.isChecked() and not self._has_keyboard():
            self.only.setChecked(False)

    def _changed_words(self, count: int) -> str:
        if not self.form.drafting():
            return say("{n} changed since the run began", n=count) if count else say("Nothing changed since the run began")
        if (template := self._template()) is not None:
            return say("{n} changed from {template}", n=count, template=template) if count else say("Nothing changed from {template}", template=template)
        return say("{n} changed since this was set up", n=count) if count else say("Nothing changed since this was set up")

    def _template(self) -> str | None:
        """What the template is called that the draft came from: our own are said, a person's stay as they typed them."""
        origin = self.session.draft_origin
        return None if origin is None else say(origin.title) if origin.file is None else origin.title

    def _has_keyboard(self) -> bool:
        return any(row.has_keyboard() for group in self.form.groups.values() for row in group.rows.values())

    def _reset_all(self) -> None:
        """Everything as it was proposed. What was there can be had again."""
        session, before, first, count = self.session, self.session.draft, self.session.draft_first, len(self.form.changes())

        def undo() -> None:
            if session.view is None and session.draft_first is first:
                session.set_draft(before)

        self.form.reset_all()
        if (template := self._template()) is not None:
            text = say_n(count, "One setting is again as in {template}.", "{n} settings are again as in {template}.", template=template)
        else:
            text = say_n(count, "One setting is again as it was set up.", "{n} settings are again as they were set up.")
        session.notice.emit(Notice(text, "info", say("Undo"), undo))

    def _branch_words(self) -> str:
        source = self.session.draft_source
        begin = say("Continues from checkpoint {number} of {run}.", number=source[1], run=source[0].name) if source is not None else ""
        return f"{begin} {self.session.draft_note}".strip()

    def _rename(self, text: str) -> None:
        self.session.set_draft({**copy.deepcopy(self.form.shown()), "name": text})

    def _copy(self) -> None:
        self.session.new_draft(copy.deepcopy(self.form.shown()))

    def _search(self) -> None:
        words, only = self.search_line.text(), self.only.isChecked()
        found = self.form.search(words, changed=only)
        if found or not (words or only):
            self.nothing.say("")
        elif not words:
            self.nothing.say(say("Nothing differs."))
        elif only:
            self.nothing.say(say("No setting that differs matches “{words}”.", words=words))
        else:
            self.nothing.say(say("No setting matches “{words}”.", words=words))

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
    line.addWidget(Words(say("may be changed while training"), "muted", scale=theme.SMALL), 1)
    return row
