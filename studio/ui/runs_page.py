"""The page of all runs: a table to search and sort, what can be done with those chosen, and the queue. Reads summaries, no journal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.ui import theme
from studio.ui.run_bin import RunBin
from studio.ui.run_deeds import RunDeeds
from studio.ui.run_queue import RunQueue
from studio.ui.run_watch import RunWatch
from studio.ui.run_words import HEADINGS, state_details
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.flow import FlowLayout
from studio.ui.widgets.queue_box import QueueBox
from studio.ui.widgets.run_table import RunTable
from studio.ui.widgets.skeleton import Skeleton
from studio.ui.widgets.words import Words
from studio.ui.window_keys import key_within
from studio.words import say, say_n

if TYPE_CHECKING:
    from studio.runs.summary import RunSummary

TABLE = "runs/table"  # in the settings: order and widths of the columns
READING, EMPTY, NOTHING, FAULT, THERE = range(5)


class RunsPage(QWidget):
    """Looks at the runs only while it is shown."""

    back_requested = Signal()  # to the run or the draft that is open
    home_requested = Signal()

    def __init__(self, session: Session, queue: RunQueue, bin: RunBin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._bin = session, bin
        self._runs: list[RunSummary] = []
        self.watch = RunWatch(session, self)
        self.table = RunTable()
        self.table.setObjectName("card")
        self.deeds = RunDeeds(session, queue, bin, self, self.table.chosen)
        self.search = QLineEdit()
        self.count = QLabel()
        self.details = Words(role="muted")
        self.queue_box = QueueBox(queue)
        self._restore_table()
        self._make_pages()
        self._lay_out()
        self._make_keys()
        self.watch.found.connect(self._found)
        self.watch.failed.connect(self._failed)
        self.search.textChanged.connect(self._search)
        self.table.opened.connect(self.deeds.open_path)
        self.table.chosen_changed.connect(self._chosen_changed)
        bin.changed.connect(self._show)
        session.training_changed.connect(self._look_soon)
        session.theme.changed.connect(self.table.viewport().update)
        self._chosen_changed()

    # --- what is shown ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _found(self, runs: "list[RunSummary]") -> None:
        self._runs = runs
        self._show()

    @Slot(object)
    def _failed(self, error: StudioError) -> None:
        self.fault.say(say("The runs cannot be read"), say("{fault}. Mend that, or choose another folder in the settings.", fault=error))
        self.stack.setCurrentIndex(FAULT)

    @Slot()
    def _show(self) -> None:
        """The runs that are known, without those on their way to the bin."""
        hidden = self._bin.hidden()
        runs = [run for run in self._runs if run.path not in hidden]
        self.table.show_runs(runs)
        self.undo.setEnabled(self._bin.can_undo())
        self._show_state(len(runs))
        self._chosen_changed()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.table.search(typed)
        self._show_state(len(self.table.model_of_runs.runs))
        self._chosen_changed()

    def _show_state(self, total: int) -> None:
        shown = self.table.order.rowCount()
        words = say_n(total, "{n:,} run", "{n:,} runs") if shown == total else say("{n:,} of {total:,} runs", n=shown, total=total)
        self.count.setText(words if self.watch.is_read or total else "")
        if shown:
            self.stack.setCurrentIndex(THERE)
        elif total:
            text = say("No run has “{typed}” in its name, data, networks, figure or state.", typed=self.search.text().strip())
            self.nothing.say(say("No run like that"), text)
            self.stack.setCurrentIndex(NOTHING)
        else:
            self.stack.setCurrentIndex(EMPTY if self.watch.is_read else READING)

    @Slot()
    def _chosen_changed(self) -> None:
        self.deeds.refresh()
        runs = self.table.chosen()
        if len(runs) == 1:
            run = runs[0]
            said = state_details(run)
            self.details.say(f"{run.name}: {' '.join(said.split())}" if said else say("{name} lies in {folder}", name=run.name, folder=run.path.parent))
            return
        hint = say("Choose a run to do something with it; Enter opens it, and Ctrl or Shift choose several.") if self.table.order.rowCount() else ""
        self.details.say(say("{n} runs are chosen.", n=len(runs)) if runs else hint)

    @Slot()
    def _look_soon(self) -> None:
        if self.isVisible():
            self.watch.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.back.setVisible(self._session.view is not None or self._session.draft is not None)
        view, draft = self._session.view, self._session.draft
        name = view.folder.name if view is not None else str((draft or {}).get("name", "")) if draft is not None else ""
        self.back.setText(name if len(name) <= 30 else f"{name[:29]}…")
        self.back.setToolTip(say("Back to {name} (Escape)", name=name))
        self.deeds.refresh()
        self.watch.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self.watch.stop()
        self._session.settings.setValue(TABLE, self.table.horizontalHeader().saveState())
        super().hideEvent(event)

    def focusInEvent(self, event: object) -> None:
        """The page was given the keyboard: the table has the use of it."""
        self.table.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
            self.table.take_keyboard()
        elif self.back.isVisible():
            self.back_requested.emit()

    # --- building ---------------------------------------------------------------------------------------------------------

    def _make_pages(self) -> None:
        home = QPushButton(say("Templates"))
        home.setToolTip(say("Templates to start from"))
        home.clicked.connect(self.home_requested)
        clear = QPushButton(say("Show all runs"))
        clear.setToolTip(say("Clear the search (Escape)"))
        clear.clicked.connect(self.search.clear)
        again = QPushButton(say("Try again"))
        again.setToolTip(say("Look into the folder again"))
        again.clicked.connect(self.watch.look)
        self.nothing = EmptyState("search", say("No run like that"), "", clear)
        self.fault = EmptyState("warning", say("The runs cannot be read"), "", again)
        text = say("Every run appears here as soon as it trains, with its picture, its state and its figures. Start with a template.")
        empty = EmptyState("runs", say("No run yet"), text, home)
        self.stack = QStackedWidget()
        for page in (Skeleton(say("Reading the runs …")), empty, self.nothing, self.fault, self.table):
            self.stack.addWidget(page)

    def _lay_out(self) -> None:
        heading = QLabel(say("Runs"))
        heading.setFont(theme.font(theme.TITLE, bold=True))
        self.count.setProperty("role", "muted")
        self.count.setAccessibleName(say("Number of runs"))
        self.back = QToolButton()
        self.back.setIcon(theme.icon("chevron-left"))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.setAccessibleName(say("Back"))
        self.back.clicked.connect(self.back_requested)
        self.search.setPlaceholderText(say("Search name, data, networks, state …"))
        self.search.setAccessibleName(say("Search the runs"))
        self.search.setToolTip(say("Only runs that have all of these words (Ctrl+F)"))
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(340)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        for widget in (self.back, heading, self.count):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.search, 3)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for name, action in self.deeds.made.items():
            flow.addWidget(ActionButton(action, self.deeds.icons[name]))
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(SPACE)
        body.addLayout(top)
        body.addWidget(buttons)
        body.addWidget(self.stack, 1)
        body.addWidget(self.details)
        body.addWidget(self.queue_box)

    def _make_keys(self) -> None:
        self.undo = key_within(self, QKeySequence.StandardKey.Undo, self._bin.undo)
        key_within(self, QKeySequence.StandardKey.Find, lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))  # which chooses all of its text
        key_within(self.search, QKeySequence(Qt.Key.Key_Down), self.table.take_keyboard, alone=True)
        self.table.addAction(self.deeds["bin"])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, action in self.deeds.made.items():
            if name in ("duplicate", "queue", "bin"):
                menu.addSeparator()
            menu.addAction(action)
        menu.addSeparator()
        order = menu.addMenu(say("Sort by"))  # for the keyboard, which does not come to the headings
        for column, heading in enumerate(HEADINGS):
            order.addAction(say(heading.words)).triggered.connect(lambda _=False, column=column: self.table.sort_or_turn(column))
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _restore_table(self) -> None:
        said = self._session.settings.value(TABLE)
        if isinstance(said, QByteArray):
            self.table.horizontalHeader().restoreState(said)
