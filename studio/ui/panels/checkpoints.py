"""The checkpoints of the shown run: look at one, go back to it, branch it, keep it, give it up. Reads the store; training is the worker's."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.messages import CancelEvaluation, Event
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.fold import Run
from studio.runs.home import cache_folder
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.checkpoint_bin import CheckpointBin
from studio.ui.checkpoint_order import ordered, orders, ways
from studio.ui.checkpoint_restore import CheckpointRestore, Options
from studio.ui.measuring import Measuring
from studio.ui.opening import open_place
from studio.ui.panels import Area, Panel
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.widgets.budget_line import BudgetLine
from studio.ui.widgets.checkpoint_bar import CheckpointBar
from studio.ui.widgets.checkpoint_list import CheckpointModel, CheckpointView, Row
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.work_line import WorkLine
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.ui.compare_dialog import CompareDialog

RELEVANT = {"checkpoint_saved", "checkpoint_deleted", "evaluated", "segment_started", "applied"}
NAME = 80  # characters of a name
SETTLE_MS = 180  # after the last key, so that a walk over many draws once


class CheckpointsPanel(Panel):
    """The list and what can be done with the chosen one."""

    title: ClassVar[str] = mark("Checkpoints")
    area: ClassVar[Area] = "right"
    order: ClassVar[int] = 20
    icon: ClassVar[str] = "checkpoint"
    help: ClassVar[str] = "checkpoints"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = CheckpointModel(self)
        self.list = CheckpointView()
        self.list.setAccessibleDescription(say("Moments of the run that were kept; the buttons below restore, branch and delete the chosen one"))
        self.list.setModel(self.model)
        self.list.customContextMenuRequested.connect(lambda at: self._menu().exec(self.list.viewport().mapToGlobal(at)))
        self.list.activated.connect(self._look)
        self.list.clicked.connect(lambda _: self._look_at_chosen())
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._look_at_chosen)
        self.list.walked.connect(self._settled.start)
        self._better: dict[str, str] = {}  # which way of each metric is better, as far as that is known
        self._asked: set[str] = set()
        self._bin = CheckpointBin(session, self)
        self._bin.changed.connect(self.reload)
        self._way_back = CheckpointRestore(session, self)
        self._way_back.changed.connect(self._enable)
        self._comparing: CompareDialog | None = None  # made when first asked for
        self._measuring: Measuring | None = None
        self._make_actions()
        self.bar = CheckpointBar(session.settings, self.compare_action, self.measure_action)
        self.bar.order_changed.connect(self.reload)
        self.bar.gallery_changed.connect(self.list.set_gallery)
        self.list.set_gallery(self.bar.wants_gallery())
        self.budget = BudgetLine()
        self.work = WorkLine()  # of a measurement that was asked for here
        self.work.setContentsMargins(SPACE, SPACE // 2, SPACE, 0)
        self.work.cancelled.connect(self.stop_measuring)
        lines = QWidget()
        body = QVBoxLayout(lines)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.bar)
        body.addWidget(self.list, 1)
        body.addWidget(self.work)
        body.addWidget(self.budget)
        body.addLayout(self._make_buttons())
        text = say(
            "A checkpoint is saved at the start, on schedule, when you press Save checkpoint, and at the end. "
            "Any of them can be restored or branched into a new run."
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(EmptyState("checkpoint", say("No checkpoint yet"), text))
        self._pages.addWidget(lines)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.model.modelReset.connect(self._enable)
        session.position_changed.connect(self._select_position)
        for signal in (session.training_changed, session.asked_changed, session.torch.torch_ready):
            signal.connect(self._enable)
        session.theme.changed.connect(self.list.viewport().update)
        self._enable()

    def show_run(self, view: RunView | None) -> None:
        self._give_up()
        self.reload()

    def advance(self, events: list[Event]) -> None:
        if any(event.kind in RELEVANT for event in events):
            self.reload()

    def reload(self) -> None:
        """Read the store again; the chosen ones stay chosen."""
        view, chosen, before = self.session.view, self.chosen(), {c.id for c in self.selected()}
        rows = self._rows(view) if view is not None else []
        self.bar.offer(orders(rows, self._better))
        self.model.set_rows(ordered(rows, self.bar.order(), self._better))
        self._pages.setCurrentIndex(int(bool(self.model.rows)))
        if view is not None:
            self._show_budget(view.run.options)
            self._learn_ways()
        if self._comparing is not None:  # a measurement beside a run that trains is not in its journal
            self._comparing.refresh()
        for n, row in enumerate(self.model.rows):
            if row.checkpoint.id in before:
                self.list.selectionModel().select(self.model.index(n), QItemSelectionModel.SelectionFlag.Select)
            if chosen is not None and row.checkpoint.id == chosen.id:
                self.list.selectionModel().setCurrentIndex(self.model.index(n), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _rows(self, view: RunView) -> list[Row]:
        run, store = view.run, CheckpointStore(view.folder)
        saved = {event.id: event for event in run.checkpoints}
        figure, better = run.figure
        self._better.setdefault(figure, better)
        best, hidden = store.best(figure, better), self._bin.hidden(view.folder)
        return [
            Row(
                checkpoint=c,
                current=c.id not in saved or run.is_current(saved[c.id]),
                metrics={**run.metrics(c.id), **c.metrics},
                basis={**run.basis(c.id), **c.basis},
                best=figure if c.id == best else "",
            )
            for c in store.list()
            if c.id not in hidden
        ]

    def _show_budget(self, options: Mapping[str, Any]) -> None:
        saving = options.get("saving")
        budget = 1e9 * float(saving.get("budget_gb", 0)) if isinstance(saving, dict) else 0.0
        there = [row.checkpoint for row in self.model.rows]
        pinned = [c.bytes for c in there if c.pinned]
        self.budget.show_use(sum(c.bytes for c in there), budget, pinned=len(pinned), pinned_bytes=sum(pinned))

    def _learn_ways(self) -> None:
        """Which way of a metric is better is asked of the metrics, on the torch thread, once for each name."""
        unknown = {name for row in self.model.rows for name in row.metrics} - self._asked
        if unknown:
            self._asked |= unknown
            self.session.torch.submit(lambda: ways(unknown), done=self._take_ways)

    @Slot(object)
    def _take_ways(self, better: dict[str, str]) -> None:
        self._better |= {name: way for name, way in better.items() if way}
        self.reload()

    def chosen(self) -> Checkpoint | None:
        """The one that was selected last."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()].checkpoint if index.isValid() and index.row() < len(self.model.rows) else None

    def selected(self) -> list[Checkpoint]:
        """All that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.rows[n].checkpoint for n in rows if n < len(self.model.rows)]

    # --- what can be done -------------------------------------------------------------------------------------------------

    def restore(self, options: Options = "restore") -> None:
        """Go back to the chosen one; what is there now is kept."""
        if (checkpoint := self.chosen()) is None:
            return
        self.session.set_position(None)  # what is trained from there is to be seen
        self._way_back.go_back(checkpoint, options)

    def branch(self) -> None:
        """Set up a new run that continues from the chosen one."""
        if (checkpoint := self.chosen()) is not None:
            self.session.propose_branch(checkpoint.id)

    def export(self) -> None:
        """Make images with the chosen one."""
        if (checkpoint := self.chosen()) is not None:
            self.session.export_requested.emit(checkpoint.id)

    def toggle_pin(self) -> None:
        """A pinned checkpoint is never thinned away."""
        if (checkpoint := self.chosen()) is not None and self.session.view is not None:
            for one in self.selected():
                CheckpointStore(self.session.view.folder).pin(one.id, not checkpoint.pinned)
            self.reload()

    def rename(self) -> None:
        """A name in place of its number; the number stays for the command line."""
        if (checkpoint := self.chosen()) is None or self.session.view is None:
            return
        text, sure = QInputDialog.getText(self, say("Checkpoint {id}", id=checkpoint.id), say("Name"), text=checkpoint.name)
        if sure:
            CheckpointStore(self.session.view.folder).rename(checkpoint.id, " ".join(text.split())[:NAME])
            self.reload()

    def edit_note(self) -> None:
        """A few words to find it by."""
        if (checkpoint := self.chosen()) is None or self.session.view is None:
            return
        text, sure = QInputDialog.getText(self, say("Checkpoint {id}", id=checkpoint.id), say("Note"), text=checkpoint.note)
        if sure:
            CheckpointStore(self.session.view.folder).note(checkpoint.id, text.strip())
            self.reload()

    def measure(self) -> None:
        """The chosen ones that have no figure yet, by the run's figure of merit, beside whatever trains."""
        view, missing = self.session.view, self._unmeasured()
        if view is None or not missing or self._measuring is not None:
            return
        cache = cache_folder(self.session.home)
        self._measuring = Measuring(self.session.torch, view.folder, view.run.options, missing, cache, self)
        self._measuring.progressed.connect(lambda step: self.work.show_progress(*step))
        self._measuring.done.connect(self._measured)
        self._measuring.failed.connect(self._not_measured)
        self.work.show_progress(0, 0, say("Opening the data"))
        self._enable()

    def stop_measuring(self) -> None:
        """Training goes on without it."""
        if self._measuring is not None:
            self._give_up()
            self.reload()
        else:
            self.session.send(CancelEvaluation(sender="window"))

    def _unmeasured(self) -> list[int]:
        """Numbers of the chosen ones without a figure of merit, or without any figure as long as the run has none."""
        run = self.session.view.run if self.session.view is not None else Run()
        chosen, figure = {c.id for c in self.selected()}, run.figure[0] if run.evaluations else ""
        return [row.checkpoint.id for row in self.model.rows if row.checkpoint.id in chosen and (figure not in row.metrics if figure else not row.metrics)]

    @Slot(object)
    def _measured(self, faults: list[str]) -> None:
        self._give_up()
        self.reload()
        for fault in faults:
            self.session.warn(fault)

    @Slot(object)
    def _not_measured(self, error: StudioError) -> None:
        self._give_up()
        self.session.warn(say("Nothing was measured: {error}", error=error), "error")

    def _give_up(self) -> None:
        if self._measuring is not None:
            self._measuring.cancel()
            self._measuring.deleteLater()
            self._measuring = None
        self.work.hide()
        self._enable()

    def show_folder(self) -> None:
        """Its files in the file manager."""
        if (checkpoint := self.chosen()) is not None:
            open_place(checkpoint.path, self.session.notice.emit)

    def delete(self) -> None:
        """The chosen ones leave the list; they go to the bin when the time to undo it is over."""
        view = self.session.view
        gone = [c for c in self.selected() if not c.pinned]
        if view is not None and gone and len(gone) < len(self.model.rows):
            self._bin.put(view.folder, gone, view.run.nimg)

    def compare(self) -> None:
        """Two of them on the same latents: those chosen, or the chosen one and its elder neighbour."""
        from studio.ui.compare_dialog import CompareDialog

        if self._comparing is None:
            self._comparing = CompareDialog(self.session, self.window())
        self._comparing.open_for([c.id for c in self.selected()][:2])

    @Slot(object)
    def _select_position(self, nimg: float | None) -> None:
        there = self.chosen()
        if len(self.selected()) > 1 or (there is not None and there.nimg == nimg):
            return  # several that are to be compared stay chosen
        at = [n for n, row in enumerate(self.model.rows) if row.current and row.checkpoint.nimg == nimg]
        if at:
            self.list.setCurrentIndex(self.model.index(at[0]))

    def _look(self, index: QModelIndex) -> None:
        self.session.set_position(float(self.model.rows[index.row()].checkpoint.nimg))

    def _look_at_chosen(self) -> None:
        """The samples of one that was clicked or walked to; of an abandoned part the timeline has none, and several are for comparing."""
        selected = self.selected()
        if len(selected) == 1 and any(row.current and row.checkpoint.id == selected[0].id for row in self.model.rows):
            self.session.set_position(float(selected[0].nimg))

    # --- building ---------------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        tip = say("Train on from this checkpoint, with the settings it was saved with. The present moment is kept as a checkpoint first.")
        self.restore_then = self._action(say("Restore"), "restore", tip, self.restore)
        tip = say("Train on from this checkpoint, with the settings as they are now. The present moment is kept as a checkpoint first.")
        self.restore_now = self._action(say("Restore, keep present settings"), "restore", tip, lambda: self.restore("keep"))
        self.branch_action = self._action(say("Branch…"), "branch", say("Set up a new run that continues from this checkpoint"), self.branch)
        self.export_action = self._action(say("Export images…"), "export", say("Make images with this checkpoint"), self.export)
        self.pin_action = self._action(say("Pin"), "pin", say("Keep this checkpoint whatever the budget"), self.toggle_pin)
        self.note_action = self._action(say("Note…"), "note", say("A few words to find it by"), self.edit_note)
        self.folder_action = self._action(say("Show in folder"), "folder", say("Its files in the file manager"), self.show_folder)
        self.rename_action = self._action(say("Rename…"), "edit", say("Give this checkpoint a name (F2)"), self.rename)
        self.compare_action = self._action(say("Compare…"), "compare", say("Two checkpoints on the same latents, one over the other"), self.compare)
        self.delete_action = self._action(say("Move to bin"), "trash", say("Give the chosen checkpoints up; possible while nobody trains the run"), self.delete)
        tip = say("Find out how good the chosen checkpoints are, where that was not measured yet, and so which one is the best")
        self.measure_action = self._action(say("Measure now"), "measure", tip, self.measure)
        self.leave_off = self._action(say("Stop measuring"), "stop", say("Give up the measurement that is under way; training goes on"), self.stop_measuring)
        for action, key in ((self.delete_action, Qt.Key.Key_Delete), (self.rename_action, Qt.Key.Key_F2)):
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.list.addAction(action)
        self.addActions([self.restore_then, self.restore_now, self.branch_action, self.compare_action, self.measure_action, self.export_action])

    def _action(self, text: str, icon: str, tip: str, do: Any) -> QAction:
        action = QAction(theme.icon(icon), text, self)
        action.setToolTip(tip)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 the signal's own argument is left out
        return action

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.restore_then, self.restore_now, self.branch_action, self.compare_action, self.export_action])
        menu.addSeparator()
        menu.addActions([self.pin_action, self.rename_action, self.note_action, self.folder_action])
        menu.addSeparator()
        menu.addActions([self.measure_action, self.leave_off])
        menu.addSeparator()
        menu.aboutToShow.connect(self._enable)  # a measurement may have begun or ended since
        menu.addAction(self.delete_action)
        return menu

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(2)
        for action in (self.restore_then, self.branch_action, self.pin_action):
            row.addWidget(self._button(action, text=action in (self.restore_then, self.branch_action)))
        row.addStretch(1)
        more = QToolButton()
        more.setIcon(theme.icon("more"))
        more.setToolTip(say("More to do with this checkpoint"))
        more.setAccessibleName(say("More to do with this checkpoint"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setStyleSheet("QToolButton::menu-indicator { image: none }")
        more.setMenu(self._menu())
        row.addWidget(more)
        return row

    def _button(self, action: QAction, *, text: bool) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(theme.ICON, theme.ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().rstrip("…"))
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    @Slot()
    def _enable(self, *_: object) -> None:
        session, selected = self.session, self.selected()
        there, one = bool(selected), len(selected) == 1
        trained = session.is_trained()
        free = not trained and session.torch.training is None and session.torch.is_ready
        can_restore = one and (free or (trained and not self._way_back.is_on and "rollback" not in session.asked.values()))
        for action in (self.restore_then, self.restore_now):
            action.setEnabled(can_restore)
        for action in (self.branch_action, self.note_action, self.rename_action, self.folder_action):
            action.setEnabled(one)
        self.pin_action.setEnabled(there)
        self.export_action.setEnabled(one and session.torch.is_ready)
        self.compare_action.setEnabled(len(self.model.rows) > 1 and len(selected) < 3 and session.torch.is_ready)
        told_off = "cancel_evaluation" in session.asked.values()
        beside = trained and session.view is not None and session.view.run.is_measuring and not told_off
        self.leave_off.setEnabled(beside or self._measuring is not None)
        self.measure_action.setEnabled(self._measuring is None and session.torch.is_ready and bool(self._unmeasured()))
        loose = [c for c in selected if not c.pinned]
        self.delete_action.setEnabled(bool(loose) and not trained and len(loose) < len(self.model.rows))
        checkpoint = self.chosen()
        self.pin_action.setText(say("Unpin") if checkpoint is not None and checkpoint.pinned else say("Pin"))
