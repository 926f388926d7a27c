"""The checkpoints of the shown run: look at one, go back to it, branch it, keep it, give it up. Reads the store; training is the worker's."""

from typing import Any, ClassVar, Literal

import send2trash
from PySide6.QtCore import QModelIndex, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QListView,
    QMenu,
    QMessageBox,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.messages import CancelEvaluation, CheckpointDeleted, Event, Rollback
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.panels import Area, Panel
from studio.ui.session import Notice, Session
from studio.ui.theme import SPACE
from studio.ui.widgets import quantities
from studio.ui.widgets.checkpoint_list import CheckpointDelegate, CheckpointModel, Row
from studio.ui.widgets.empty_state import EmptyState

RELEVANT = {"checkpoint_saved", "checkpoint_deleted", "evaluated", "segment_started"}


class CheckpointsPanel(Panel):
    """The list and what can be done with the chosen one."""

    title: ClassVar[str] = "Checkpoints"
    area: ClassVar[Area] = "right"
    order: ClassVar[int] = 20
    icon: ClassVar[str] = "checkpoint"
    help: ClassVar[str] = "checkpoints"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = CheckpointModel(self)
        self.list = QListView()
        self.list.setAccessibleName("Checkpoints")
        self.list.setAccessibleDescription("Moments of the run that were kept; the buttons below restore, branch and delete the chosen one")
        self.list.setModel(self.model)
        self.list.setItemDelegate(CheckpointDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(lambda at: self._menu().exec(self.list.viewport().mapToGlobal(at)))
        self.list.activated.connect(self._look)
        self._make_actions()
        lines = QWidget()
        body = QVBoxLayout(lines)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.list, 1)
        body.addLayout(self._make_buttons())
        text = "A checkpoint is saved at the start, on schedule, at a snapshot and at the end. Any of them can be restored or branched into a new run."
        self._pages = QStackedLayout(self)
        self._pages.addWidget(EmptyState("checkpoint", "No checkpoint yet", text))
        self._pages.addWidget(lines)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self.model.modelReset.connect(self._enable)
        session.position_changed.connect(self._select_position)
        for signal in (session.training_changed, session.asked_changed, session.torch.torch_ready):
            signal.connect(self._enable)
        session.theme.changed.connect(self.list.viewport().update)
        self._enable()

    def show_run(self, view: RunView | None) -> None:
        self.reload()

    def advance(self, events: list[Event]) -> None:
        if any(event.kind in RELEVANT for event in events):
            self.reload()

    def reload(self) -> None:
        """Read the store again; the chosen one stays chosen."""
        view, before = self.session.view, self.chosen()
        if view is None:
            self.model.set_rows([])
        else:
            run = view.run
            saved = {event.id: event for event in run.checkpoints}
            store = CheckpointStore(view.folder)
            figure, better = run.figure
            best = store.best(figure, better)
            rows = [
                Row(
                    checkpoint=c,
                    current=c.id not in saved or run.is_current(saved[c.id]),
                    metrics={**run.metrics(c.id), **c.metrics},
                    basis={**run.basis(c.id), **c.basis},
                    best=figure if c.id == best else "",
                )
                for c in store.list()
            ]
            self.model.set_rows(rows[::-1])
        self._pages.setCurrentIndex(int(bool(self.model.rows)))
        ids = [row.checkpoint.id for row in self.model.rows]
        if before is not None and before.id in ids:
            self.list.setCurrentIndex(self.model.index(ids.index(before.id)))

    def chosen(self) -> Checkpoint | None:
        """The one selected in the list."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()].checkpoint if index.isValid() and index.row() < len(self.model.rows) else None

    # --- what can be done -------------------------------------------------------------------------------------------------

    def restore(self, options: Literal["restore", "keep"] = "restore") -> None:
        """Go back to the chosen one: in place when someone trains, else by training on from it."""
        if (checkpoint := self.chosen()) is None:
            return
        if self.session.is_trained():
            self.session.send(Rollback(checkpoint=checkpoint.id, options=options, sender="window"))
        else:
            self.session.resume_run(checkpoint.id, options="restore" if options == "restore" else "last")

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
            CheckpointStore(self.session.view.folder).pin(checkpoint.id, not checkpoint.pinned)
            self.reload()

    def edit_note(self) -> None:
        """A few words to find it by."""
        if (checkpoint := self.chosen()) is None or self.session.view is None:
            return
        text, sure = QInputDialog.getText(self, f"Checkpoint {checkpoint.id}", "Note", text=checkpoint.note)
        if sure:
            CheckpointStore(self.session.view.folder).note(checkpoint.id, text.strip())
            self.reload()

    def stop_measuring(self) -> None:
        """Training goes on without it."""
        self.session.send(CancelEvaluation(sender="window"))

    def show_folder(self) -> None:
        """Its files in the file manager."""
        if (checkpoint := self.chosen()) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(checkpoint.path)))

    def ask_delete(self) -> None:
        """Move the chosen one to the bin, after a question."""
        if (checkpoint := self.chosen()) is None:
            return
        box = QMessageBox(QMessageBox.Icon.NoIcon, "GAN Studio", f"Move checkpoint {checkpoint.id} to the bin?", parent=self)
        box.setInformativeText(f"{quantities.kimg(checkpoint.nimg)} kimg, {quantities.size(checkpoint.bytes)}. It can be taken out of the bin again.")
        yes = box.addButton("Move to bin", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("Keep", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        if box.clickedButton() is yes:
            self.delete(checkpoint)

    def delete(self, checkpoint: Checkpoint) -> None:
        """Move it to the bin and say so in the journal; under the run's lock, since a worker may be thinning."""
        view = self.session.view
        if view is None:
            return
        try:
            lock = RunLock.acquire(view.folder.lock)
        except StudioError as error:
            self.session.warn(str(error), "error")
            return
        try:
            send2trash.send2trash(str(checkpoint.path))
            journal = JournalWriter(view.folder.journal)
            journal.write(CheckpointDeleted(id=checkpoint.id, why="moved to the bin", nimg=view.run.nimg))
            journal.close()
        except OSError as error:
            text = f"Checkpoint {checkpoint.id} cannot be moved to the bin: {error.strerror or error}. Nothing was deleted."
            self.session.notice.emit(Notice(text, "error", "Show its folder", self.show_folder))
        finally:
            lock.release()
        self.reload()

    @Slot(object)
    def _select_position(self, nimg: float | None) -> None:
        at = [n for n, row in enumerate(self.model.rows) if row.current and row.checkpoint.nimg == nimg]
        if at:
            self.list.setCurrentIndex(self.model.index(at[0]))

    def _look(self, index: QModelIndex) -> None:
        self.session.set_position(float(self.model.rows[index.row()].checkpoint.nimg))

    # --- building ---------------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.restore_then = self._action(
            "Restore", "restore", "Go back to this checkpoint, with the settings it was saved with", lambda: self.restore("restore")
        )
        self.restore_now = self._action(
            "Restore, keep present settings", "restore", "Go back to this checkpoint, settings as they are now", lambda: self.restore("keep")
        )
        self.branch_action = self._action("Branch…", "branch", "Set up a new run that continues from this checkpoint", self.branch)
        self.export_action = self._action("Export images…", "export", "Make images with this checkpoint", self.export)
        self.pin_action = self._action("Pin", "pin", "Keep this checkpoint whatever the budget", self.toggle_pin)
        self.note_action = self._action("Note…", "note", "A few words to find it by", self.edit_note)
        self.folder_action = self._action("Show in folder", "folder", "Its files in the file manager", self.show_folder)
        self.delete_action = self._action("Move to bin…", "trash", "Give this checkpoint up; possible while nobody trains the run", self.ask_delete)
        self.leave_off = self._action("Stop measuring", "stop", "Give up the measurement that is under way; training goes on", self.stop_measuring)
        self.delete_action.setShortcut(Qt.Key.Key_Delete)
        self.delete_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addAction(self.delete_action)

    def _action(self, text: str, icon: str, tip: str, do: Any) -> QAction:
        action = QAction(theme.icon(icon), text, self)
        action.setToolTip(tip)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 the signal's own argument is left out
        return action

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.restore_then, self.restore_now, self.branch_action, self.export_action])
        menu.addSeparator()
        menu.addActions([self.pin_action, self.note_action, self.folder_action])
        menu.addSeparator()
        menu.addAction(self.leave_off)
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
        more.setToolTip("More to do with this checkpoint")
        more.setAccessibleName("More to do with this checkpoint")
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
        checkpoint, session = self.chosen(), self.session
        there = checkpoint is not None
        trained = session.is_trained()
        free = not trained and session.torch.training is None and session.torch.is_ready
        can_restore = there and (free or (trained and "rollback" not in session.asked.values()))
        for action in (self.restore_then, self.restore_now):
            action.setEnabled(can_restore)
        for action in (self.branch_action, self.pin_action, self.note_action, self.folder_action):
            action.setEnabled(there)
        self.export_action.setEnabled(there and session.torch.is_ready)
        self.leave_off.setEnabled(trained and session.view is not None and session.view.run.is_measuring and "cancel_evaluation" not in session.asked.values())
        self.delete_action.setEnabled(checkpoint is not None and not trained and not checkpoint.pinned and len(self.model.rows) > 1)
        self.pin_action.setText("Unpin" if checkpoint is not None and checkpoint.pinned else "Pin")
