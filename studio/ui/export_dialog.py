"""The window of an export: the form, a preview of the first samples, and the progress. The files are studio.export's, on the torch thread."""

import time
from collections.abc import Generator
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QProgressBar, QPushButton, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from studio.errors import Cancelled, StudioError
from studio.export.plan import ExportPlan, ExportProgress, PlaceTakenError
from studio.messages import CheckpointDeleted, CheckpointSaved, Evaluated, Event
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.space import free_bytes
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.export_form import ExportForm
from studio.ui.export_work import Preview, Previewer, checkpoint_words, file_kimg, free_target, start_words
from studio.ui.opening import open_place
from studio.ui.session import Notice, Session
from studio.ui.thread import Job
from studio.ui.widgets.grid_view import GridView
from studio.ui.widgets.quantities import duration, size
from studio.ui.widgets.sheet import sheet
from studio.ui.widgets.words import Words
from studio.words import say, say_n

PREVIEW_MS = 60  # after an edit, so that typing draws once
IN_A_ROW = 4  # samples of the preview
NAME_WIDTH = 180  # px of a name on a button
State = Literal["ready", "running", "done", "stopped"]


class ExportDialog(QDialog):
    """Not modal: training and everything else go on beside it. Closed while it works, it works on and says so at the end."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(say("Export"))
        self.resize(920, 640)
        self._view: RunView | None = None
        self._checkpoints: list[Checkpoint] = []
        self._previewer, self._stamp, self._each = Previewer(), 0, 0.0
        self._job: Job | None = None
        self._state: State = "ready"
        self._result = Path()
        self._plan: ExportPlan | None = None
        self._began: tuple[float, int] = (0.0, 0)  # when the first new file was made, and how many there were
        self.form = ExportForm()
        self.preview = GridView()
        self._soon = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._soon.timeout.connect(self._draw)
        self._build()
        self.form.changed.connect(self._edited)
        self.form.checkpoint.currentIndexChanged.connect(lambda _: self._propose())
        session.run_opened.connect(self._run_opened)
        session.advanced.connect(self._advance)
        self._set_state("ready")

    # --- building -----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(2, 2, 2 * theme.SPACE, 2)
        inner.addWidget(self.form)
        inner.addStretch(1)
        scroll.setWidget(holder)
        scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        scroll.setMinimumWidth(440)
        self.preview_told = Words("", "muted", scale=theme.SMALL)
        self.preview.at_top = True  # under the words that tell of it
        self.preview.setAccessibleName(say("Preview of the first samples"))
        self._no_preview = Words("", "muted")
        self._no_preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.preview)
        self._pictures.addWidget(self._no_preview)
        right = QVBoxLayout()
        right.addWidget(Words(say("Preview"), bold=True))
        right.addWidget(self.preview_told)
        right.addWidget(self._pictures, 1)
        self.estimate = Words("", "muted")
        right.addWidget(self.estimate)
        columns = QHBoxLayout()
        columns.setSpacing(2 * theme.SPACE)
        columns.addWidget(scroll, 3)
        columns.addLayout(right, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE)
        outer.setSpacing(theme.SPACE)
        outer.addLayout(columns, 1)
        outer.addLayout(self._build_foot())

    def _build_foot(self) -> QVBoxLayout:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("Progress of the export"))
        self.told = Words("")
        self.start = QPushButton(say("Export"))
        self.start.setProperty("primary", True)
        self.start.setDefault(True)
        self.start.setToolTip(say("Make the samples and write the files"))
        self.start.clicked.connect(self.begin)
        self.elsewhere = QPushButton(say("Export into"))
        self.elsewhere.setProperty("primary", True)
        self.elsewhere.setToolTip(say("What is there stays as it is; the files go into a new place beside it"))
        self.elsewhere.clicked.connect(self._go_elsewhere)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setToolTip(say("Stop; what was written stays"))
        self.cancel.clicked.connect(self.stop)
        self.show_folder = QPushButton(say("Show folder"))
        self.show_folder.setIcon(theme.icon("folder"))
        self.show_folder.setToolTip(say("Open the place in the file manager"))
        self.show_folder.clicked.connect(self._show_folder)
        self.shut = QPushButton(say("Close"))
        self.shut.setToolTip(say("An export that is at work goes on"))
        self.shut.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.told, 100)
        row.addStretch(1)  # keeps the buttons at the right while nothing is told
        for button in (self.show_folder, self.cancel, self.elsewhere, self.start, self.shut):
            button.setAutoDefault(button is self.start)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        foot = QVBoxLayout()
        foot.addWidget(self.bar)
        foot.addLayout(row)
        return foot

    # --- the run ------------------------------------------------------------------------------------------------------------

    def open_for(self, checkpoint: int | None = None) -> None:
        """Shows itself for a checkpoint of the shown run; None: the one at the shared position, or the newest."""
        if self._job is None and self.session.view is not None:
            self._take_run(self.session.view, checkpoint)
        self.show()
        self.raise_()
        self.activateWindow()

    def _take_run(self, view: RunView, checkpoint: int | None) -> None:
        self._view = view
        self.setWindowTitle(say("Export from {name}", name=view.folder.name))
        self.form.forget_target()
        data = view.run.data
        pixels = (data.shape[2], data.shape[1]) if data is not None and len(data.shape) == 3 else (0, 0)
        self.form.set_run(data.classes if data is not None else (), points=data is not None and data.medium == "points", pixels=pixels)
        self._list_checkpoints(checkpoint if checkpoint is not None else self._at_position(view))
        self._set_state("ready")
        self.form.changed.emit()

    def _at_position(self, view: RunView) -> int | None:
        there = view.run.current_checkpoints
        if self.session.position is None or not there:
            return there[-1].id if there else None
        return min(there, key=lambda c: abs(c.nimg - (self.session.position or 0.0))).id

    def _list_checkpoints(self, wanted: int | None) -> None:
        """Newest first; those of abandoned parts say so."""
        assert self._view is not None
        self._checkpoints = list(reversed(CheckpointStore(self._view.folder).list()))
        current = {c.id for c in self._view.run.current_checkpoints}
        best = CheckpointStore(self._view.folder).best(*self._view.run.figure)
        box: QComboBox = self.form.checkpoint
        box.blockSignals(True)
        box.clear()
        for checkpoint in self._checkpoints:
            newest, abandoned = checkpoint is self._checkpoints[0], checkpoint.id not in current
            box.addItem(checkpoint_words(checkpoint, newest=newest, best=checkpoint.id == best, abandoned=abandoned), checkpoint.id)
        box.setCurrentIndex(max(0, box.findData(wanted)) if self._checkpoints else -1)
        box.blockSignals(False)
        self._propose()

    def _propose(self) -> None:
        """A free place in the run's folder, or where the last export went."""
        checkpoint = self._checkpoint()
        if self._view is None or checkpoint is None or self._state == "stopped":  # Continue goes on where it was
            return
        kept = self.session.settings.value("export/parent", "")
        parent = Path(str(kept)) if kept and Path(str(kept)).is_dir() else self._view.folder.exports
        self.form.set_target(free_target(parent, f"{self._view.folder.name}-{file_kimg(checkpoint.nimg)}kimg", self.form.suffix()))

    def _checkpoint(self) -> Checkpoint | None:
        index = self.form.checkpoint.currentIndex()
        return self._checkpoints[index] if 0 <= index < len(self._checkpoints) else None

    def _run_opened(self, view: RunView | None) -> None:
        if self._job is None and self.isVisible():
            if view is None:
                self.close()
            else:
                self._take_run(view, None)

    def _advance(self, events: list[Event]) -> None:
        if self._job is None and self.isVisible() and any(isinstance(e, CheckpointSaved | CheckpointDeleted | Evaluated) for e in events):
            before = self.form.checkpoint.currentData()
            self._list_checkpoints(before)
            if self.form.checkpoint.currentData() != before:
                self._edited()

    # --- the preview --------------------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        if self._state in ("done", "stopped"):
            self._set_state("ready")
            self._propose()  # another export into the same place would be refused
            self.form.check_target()
        self._refresh_start()
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is drawn now."""
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def _draw(self) -> None:
        """Asks for a preview of what the form says; only the answer to the last request is shown."""
        checkpoint = self._checkpoint()
        if checkpoint is None:
            self._hide_preview(say("There is no checkpoint yet. Press Save checkpoint, or wait for the first one."))
            return
        try:
            plan = self.form.plan()
        except StudioError:
            return
        self._stamp += 1
        stamp, folder = self._stamp, checkpoint.path
        self.session.torch.submit(
            lambda: self._previewer.draw(folder, plan, stamp), key="export preview", done=self._preview_drawn, failed=self._preview_failed
        )

    def _preview_drawn(self, preview: Preview) -> None:
        if preview.stamp != self._stamp:
            return
        self._each = preview.bytes_each
        if preview.samples.ndim == 4:
            picture, cells = sheet(preview.samples, IN_A_ROW)
            self.preview.names = preview.seeds
            self.preview.set_picture(picture, cells)
            self._pictures.setCurrentWidget(self.preview)
            self.preview_told.say(say_n(len(preview.seeds), "The one sample", "The first {n} of them"))
        else:
            self._hide_preview(say("Points are written as rows of a table: seed, x, y."))
        self._refresh_start()

    def _preview_failed(self, error: StudioError) -> None:
        self._hide_preview(str(error))

    def _hide_preview(self, why: str) -> None:
        self._no_preview.setText(why)
        self._pictures.setCurrentWidget(self._no_preview)
        self.preview_told.say("")

    def _refresh_start(self) -> None:
        """The size, and whether it can start."""
        fault = self.form.fault() if self._checkpoint() is not None else say("There is no checkpoint to export from yet.")
        about, count = "", 0
        if not fault:
            plan = self.form.plan()
            count = len(plan.all_seeds())
            about = self._told_of_each(count)
            if self._each:
                about = say("{samples}, about {size}", samples=about, size=size(self._each * count))
                free = free_bytes(plan.target)
                if self._each * count > free:
                    fault = say("Only {size} are free there; choose fewer samples, a smaller format or another disk.", size=size(free))
        self.estimate.say(about)
        if self._state == "ready":
            self.told.say(fault, "danger")
            self._offer_elsewhere(taken=self.form.is_taken())
            self.start.setText(start_words(count, points=self.form.is_points()))
        self.start.setEnabled(not fault and self._job is None)

    def _told_of_each(self, count: int) -> str:
        samples = say_n(count, "{n:,} sample", "{n:,} samples")
        width, height = self.form.size_of_each.pixels()
        if self.form.is_points() or not width:
            return samples
        return say("{samples}, {width} × {height} pixels each", samples=samples, width=width, height=height)

    def _offer_elsewhere(self, *, taken: bool) -> None:
        """One press instead of another name by hand."""
        self.elsewhere.setVisible(taken)
        self.start.setVisible(not taken)
        if taken:
            name = self.elsewhere.fontMetrics().elidedText(self.form.free_place().name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
            self.elsewhere.setText(say("Export into {name}", name=name))

    def _go_elsewhere(self) -> None:
        self.form.go_to(self.form.free_place())
        self.begin()

    # --- the work -----------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Starts the export, or continues it."""
        checkpoint = self._checkpoint()
        if checkpoint is None or self._job is not None or self.form.fault():
            return
        plan, folder = self.form.plan(), checkpoint.path
        self.session.settings.setValue("export/parent", str(plan.target.parent))
        self._plan, self._began = plan, (0.0, 0)

        def work() -> Generator[ExportProgress, None, Path]:
            from studio.export import export

            return (yield from export(folder, plan))

        self._job = self.session.torch.job(work, progress=self._progressed, done=self._done, failed=self._failed)
        self.bar.setRange(0, 0)
        self._set_state("running")
        self.told.say(say("Starting…"), "")

    def stop(self) -> None:
        """Ends it after the present step; what is written stays."""
        if self._job is not None:
            self._job.cancel()
            self.told.say(say("Cancelling…"), "")
            self.cancel.setEnabled(False)

    def _progressed(self, progress: ExportProgress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        now = time.monotonic()
        if not self._began[0]:
            self._began = (now, progress.done)
        made, spent = progress.done - self._began[1], now - self._began[0]
        told = [say(progress.text)]
        if made > 0 and spent > 0.5:
            left = duration((progress.total - progress.done) * spent / made)
            told += [say("{n:,.0f} a second", n=made / spent), say("{time} left", time=left)]
        if self.cancel.isEnabled():
            self.told.say(" · ".join(told), "")

    def _done(self, target: Path) -> None:
        self._job, self._result = None, target
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self._set_state("done")
        count = len(self._plan.all_seeds()) if self._plan is not None else 0
        text = say_n(count, "The sample is in {place}", "{n:,} samples are in {place}", place=target)
        self.told.say(text, "ok")
        if not self.isVisible():
            self.session.notice.emit(Notice(text, "ok", say("Show folder"), self._show_folder))

    def _failed(self, error: StudioError) -> None:
        self._job = None
        self.bar.setRange(0, max(1, self.bar.maximum()))
        self._set_state("stopped")
        if isinstance(error, Cancelled):
            self.told.say(say("Cancelled. {n:,} are written and stay; Continue makes the rest.", n=self.bar.value()), "")
        else:
            self.told.say(str(error), "danger")
            if isinstance(error, PlaceTakenError):
                self._offer_elsewhere(taken=True)
            if not self.isVisible():
                self.session.notice.emit(Notice(say("The export stopped: {error}", error=error), "error"))

    def _set_state(self, state: State) -> None:
        self._state = state
        running = state == "running"
        self.form.setEnabled(not running)
        self.bar.setVisible(state != "ready")
        self.cancel.setVisible(running)
        self.cancel.setEnabled(running)
        self.start.setVisible(not running and state != "done")
        if state == "stopped":
            self.start.setText(say("Continue"))
        self.start.setEnabled(not running)
        self.elsewhere.hide()
        self.show_folder.setVisible(state == "done")
        if state == "ready":
            self.told.say("")

    def state(self) -> State:
        """ready, running, done, or stopped by a person or a fault."""
        return self._state

    def _show_folder(self) -> None:
        open_place(self._result if self._result.is_dir() else self._result.parent, self._tell_place)

    def _tell_place(self, notice: Notice) -> None:
        """Here too: the window's notices lie under this one."""
        self.session.notice.emit(notice)
        self.told.say(notice.text, "warning")
