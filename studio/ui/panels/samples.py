"""The samples of the fixed latents, live or at any moment of the run's history: pictures as a grid, 2-D points over D's map.

It reads the files that the run names; it draws no sample itself and runs no torch.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPixmap, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from studio.messages import Event, Tick
from studio.runs.fold import LIVE, Run
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.panels import Area, Panel
from studio.ui.session import Session
from studio.ui.widgets.elided import Elided
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.frames import Frame, FrameStore, PointsFrame, read_frame
from studio.ui.widgets.grid_view import Cells, GridView
from studio.ui.widgets.marks import marks_of
from studio.ui.widgets.quantities import kimg
from studio.ui.widgets.scrubber import Scrubber
from studio.ui.widgets.still import Still

if TYPE_CHECKING:
    from studio.ui.widgets.points_view import PointsView

EMPTY = "No samples yet"
NO_DRAFT = "What the generator makes appears here and changes while it learns. Choose a template or your own pictures, then press Train."
NOT_STARTED = "Press Train: what the generator makes appears here within seconds, and changes while it learns."
NOTHING_LEFT = ("No samples", "This run has written no samples, or they were deleted. Press Resume to train it on; the first ones appear within seconds.")
WAITING = "The first samples appear within seconds of the start."


class Samples(Panel):
    """The live grid and the scrubber over its history."""

    title: ClassVar[str] = "Samples"
    area: ClassVar[Area] = "centre"
    order: ClassVar[int] = 10
    icon: ClassVar[str] = "grid"
    help: ClassVar[str] = "samples"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._view: RunView | None = None
        self._store = FrameStore()
        self._files: list[str] = []  # of the timeline, in the order of the scrubber's frames
        self._shown_file: tuple[str, int] = ("", 0)  # name and time of change of the file that is shown
        self._points: PointsView | None = None  # made when the first points come: it imports pyqtgraph
        self.grid = GridView()
        self.scrubber = Scrubber()
        self._build()
        self.grid.menu_wanted.connect(self._open_menu)
        self.grid.chosen.connect(lambda _: self._caption())
        self.scrubber.moved.connect(session.set_position)
        session.position_changed.connect(self._position_changed)
        session.draft_changed.connect(self.refresh)
        session.theme.changed.connect(self._retint)
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.show_run(session.view)

    # --- building -----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._told = Elided("", "muted", scale=theme.SMALL)
        self._told.setWordWrap(False)
        self._zoom_in = _tool("zoom-in", "Larger (+, or turn the wheel)", lambda: self.grid.zoom(1))
        self._zoom_out = _tool("zoom-out", "Smaller (−, or turn the wheel)", lambda: self.grid.zoom(-1))
        fit = _tool("fit", "Fit to the panel (0, or double click)", self._fit)
        copy = _tool("copy", "Copy the chosen sample, or the whole picture (Ctrl+C)", self.copy)
        save = _tool("download", "Save the chosen sample, or the whole picture… (Ctrl+S)", self.save)
        bar = QHBoxLayout()
        bar.setSpacing(theme.SPACE // 2)
        bar.addWidget(Still(self._told), 1)
        for button in (self._zoom_out, self._zoom_in, fit, copy, save):
            bar.addWidget(button)
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.grid)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(bar)
        column.addWidget(self._pictures, 1)
        column.addWidget(self.scrubber)
        self._pages = QStackedWidget()
        self._no_run, self._nothing, self._busy, self._content = EmptyState("grid", EMPTY, NO_DRAFT), EmptyState("grid", *NOTHING_LEFT), Busy(), content
        for page in (self._no_run, self._nothing, self._busy, self._content):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        outer.addWidget(self._pages)

    def _points_view(self) -> "PointsView":
        if self._points is None:
            from studio.ui.widgets.points_view import PointsView

            self._points = PointsView()
            self._pictures.addWidget(self._points)
        return self._points

    # --- the run ------------------------------------------------------------------------------------------------------------

    def show_run(self, view: RunView | None) -> None:
        """Its newest samples, or what will appear here."""
        self._view, self._store, self._shown_file = view, FrameStore(), ("", 0)
        self.scrubber.stop()
        self.grid.set_picture(QPixmap(), None)
        self.grid.choose(None)
        self.grid.fit()
        if self._points is not None:
            self._pictures.removeWidget(self._points)
            self._points.deleteLater()
            self._points = None
        self._take_history()
        self.refresh()

    def advance(self, events: list[Event]) -> None:
        """New ticks bring new samples, other events new frames and marks."""
        if self._view is None:
            return
        if all(isinstance(event, Tick) for event in events):
            self.scrubber.set_end(self._view.run.nimg)
        else:
            self._take_history()
        self.refresh()

    def _take_history(self) -> None:
        run = self._view.run if self._view is not None else Run()
        frames = sorted(run.current_frames, key=lambda f: f.nimg)
        self._files = [f.file for f in frames]
        self.scrubber.set_history([float(f.nimg) for f in frames], marks_of(run), float(run.nimg), begin=float(run.segments[0].nimg) if run.segments else 0.0)
        self.scrubber.set_position(self.session.position)

    def refresh(self) -> None:
        """Shows what belongs to the position; reads no file while the panel is hidden."""
        if self._view is None:
            self._no_run.say(EMPTY, NO_DRAFT if self.session.draft is None else NOT_STARTED)
            self._pages.setCurrentWidget(self._no_run)
            return
        if self.isVisible() and (frame := self._frame(self._view)) is not None:
            self._show(frame)
        if not self._shown_file[0]:
            self._wait(self._view.run)
        self._caption()

    def _frame(self, view: RunView) -> Frame | None:
        """The frame to show now, when it is another than the one that is shown; None keeps what is there."""
        index = self.scrubber.track.frame_at(self.session.position)
        name = view.run.samples if index is None else self._files[index]
        path = Path(view.folder.path) / name
        try:
            stamp = (name, path.stat().st_mtime_ns if name else 0)
        except OSError:
            return None
        if not name or stamp == self._shown_file:
            return None
        frame = read_frame(path) if index is None else self._store.kept(path)
        if frame is not None:
            self._shown_file = stamp
        return frame

    def _show(self, frame: Frame) -> None:
        if isinstance(frame, PointsFrame):
            self._points_view().set_frame(frame)
            self._pictures.setCurrentWidget(self._points_view())
        else:
            self.grid.set_picture(frame, self._cells(frame))
            self._pictures.setCurrentWidget(self.grid)
        for button in (self._zoom_in, self._zoom_out):
            button.setVisible(not isinstance(frame, PointsFrame))
        self._pages.setCurrentWidget(self._content)

    def _cells(self, picture: QPixmap) -> Cells | None:
        run = self._view.run if self._view is not None else Run()
        if run.data is None or len(run.data.shape) != 3:
            return None
        count = run.options.get("saving", {}).get("grid")
        return Cells.of(picture.size(), run.data.shape[2], run.data.shape[1], count)

    def _wait(self, run: Run) -> None:
        """No samples yet: what is going on, or that nothing is."""
        if run.state in ("new", "preparing", "running", "paused"):
            self._busy.tell(run)
            self._pages.setCurrentWidget(self._busy)
        else:
            self._pages.setCurrentWidget(self._nothing)

    def _caption(self) -> None:
        if self._view is None:
            return
        nimg = self.session.position
        index = self.scrubber.track.frame_at(nimg)
        now = "Live" if self._view.run.state in LIVE else "Newest"
        at = f"{now}, {kimg(self._view.run.nimg)} kimg" if index is None else f"At {kimg(self.scrubber.track.frames()[index])} kimg"
        data = self._view.run.data
        if self._pictures.currentWidget() is not self.grid or data is None or len(data.shape) != 3:
            self._told.setText(at)
            return
        cell = self.grid.cell()
        size = f"{data.shape[2]} × {data.shape[1]} pixels each"
        self._told.setText(f"{at} · {size}" + ("" if cell is None else f" · seed {cell} chosen"))

    # --- the position -------------------------------------------------------------------------------------------------------

    def _position_changed(self, nimg: float | None) -> None:
        if nimg is None or nimg != self.scrubber.position():
            self.scrubber.set_position(nimg)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _retint(self) -> None:
        self.scrubber.retint()
        self.grid.update()
        if self._points is not None:
            self._points.retint()

    def _fit(self) -> None:
        if self._points is not None:
            self._points.fit()
        self.grid.fit()

    # --- what can be taken away ---------------------------------------------------------------------------------------------

    def _open_menu(self, place: QPoint, cell: int | None) -> None:
        self.menu(cell).popup(place)

    def menu(self, cell: int | None) -> QMenu:
        """What can be done with the picture, and with one sample of it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if cell is not None:
            menu.addAction(theme.icon("copy"), f"Copy the picture of seed {cell}", self.copy)
            menu.addAction(theme.icon("download"), f"Save the picture of seed {cell}…", self.save)
            menu.addAction("Copy the seed's number", lambda: QGuiApplication.clipboard().setText(str(cell)))
            menu.addSeparator()
        menu.addAction(theme.icon("copy"), "Copy the whole grid", lambda: self._copy(self.grid.picture()))
        menu.addAction(theme.icon("download"), "Save the whole grid…", lambda: self._save(self.grid.picture(), "samples"))
        menu.addSeparator()
        menu.addAction(theme.icon("fit"), "Fit to the panel", self.grid.fit)
        return menu

    def copy(self) -> None:
        """The chosen sample, or the whole picture, to the clipboard."""
        self._copy(self._wanted()[0])

    def save(self) -> None:
        """The chosen sample, or the whole picture, into a file that the person names."""
        self._save(*self._wanted())

    def _wanted(self) -> tuple[QPixmap, str]:
        if self._points is not None and self._pictures.currentWidget() is self._points:
            return self._points.picture(), "points"
        cell = self.grid.cell()
        return (self.grid.picture(), "samples") if cell is None else (self.grid.cell_picture(cell), f"seed-{cell}")

    def _copy(self, picture: QPixmap) -> None:
        if not picture.isNull():
            QGuiApplication.clipboard().setPixmap(picture)

    def _save(self, picture: QPixmap, what: str) -> None:
        if picture.isNull() or self._view is None:
            return
        nimg = self._view.run.nimg if self.session.position is None else self.session.position
        name = f"{self._view.folder.name}-{what}-{nimg / 1000:.0f}kimg.png"
        path, _ = QFileDialog.getSaveFileName(self, "Save the picture", name, "PNG pictures (*.png)")
        if path and not picture.save(path if Path(path).suffix else f"{path}.png"):
            self.session.warn(f"{path} could not be written; choose a folder that you may write to, on a disk with room.", "error")


class Busy(QWidget):
    """The run has begun and has nothing to show yet."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(240)
        self._bar.setAccessibleName("How far the preparation is")
        self.words = EmptyState("clock", "", "")
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(self._bar)
        column.addLayout(row)
        column.addStretch(3)

    def tell(self, run: Run) -> None:
        """What it is doing, as far as it has said."""
        step = run.progress
        what = f"{step.what[:1].upper()}{step.what[1:]}. " if step is not None else ""
        self.words.say("Preparing" if run.state in ("new", "preparing") else "Training", what + WAITING)
        self._bar.setRange(0, step.total if step is not None else 0)
        self._bar.setValue(min(step.done, step.total) if step is not None else 0)


def _tool(icon: str, tip: str, action: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.clicked.connect(lambda _: action())
    return button
