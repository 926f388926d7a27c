"""The samples of the fixed latents, live or at any moment of the run's history: pictures as a grid, 2-D points over D's map.

It reads the files that the run names; it draws no sample itself and runs no torch.
"""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPixmap, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from studio.messages import Event, Tick
from studio.runs.fold import LIVE, Run
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.inspection import Inspection
from studio.ui.panels import Area, Panel
from studio.ui.real_samples import RealSamples
from studio.ui.session import Session
from studio.ui.widgets.beside import Beside
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.frames import Frame, FrameStore, PointsFrame, read_frame
from studio.ui.widgets.grid_view import Cells, GridView
from studio.ui.widgets.marks import marks_of
from studio.ui.widgets.preparing import Preparing
from studio.ui.widgets.quantities import kimg
from studio.ui.widgets.sample_inspector import SampleInspector
from studio.ui.widgets.samples_bar import SamplesBar
from studio.ui.widgets.scrubber import Scrubber
from studio.ui.widgets.sheets import first_of
from studio.ui.window_keys import key_within
from studio.words import mark, say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from studio.ui.widgets.points_view import PointsView

EMPTY = mark("No samples yet")
NO_DRAFT = mark("What the generator makes appears here and changes while it learns. Choose a template or your own pictures, then press Train.")
NOT_STARTED = mark("Press Train: what the generator makes appears here soon after, and changes while it learns.")
NOTHING_LEFT = mark("No samples")
DELETED = mark("This run has written no samples, or they were deleted. Press Resume to train it on; the first ones appear soon after.")


class Samples(Panel):
    """The live grid and the scrubber over its history."""

    title: ClassVar[str] = mark("Samples")
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
        self._frame_shown: Frame | None = None
        self._points: PointsView | None = None  # made when the first points come: it imports pyqtgraph
        self.grid, self.bar, self.scrubber = GridView(), SamplesBar(session.settings), Scrubber(session.settings)
        self.grid.looks_closer = True
        self.beside, self.inspector = Beside(self.grid), SampleInspector()
        self.inspection = Inspection(session, self.inspector, self.grid.cell_picture)
        self.reals = RealSamples(session, self.beside, self.bar.reals)
        self._build()
        self._connect()
        self.show_run(session.view)

    # --- building -----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.beside)
        self._split.addWidget(self.inspector)
        self._split.setStretchFactor(0, 1)
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self._split)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(self.bar)
        column.addWidget(self._pictures, 1)
        column.addWidget(self.scrubber)
        self._pages = QStackedWidget()
        self._no_run, self._nothing = EmptyState("grid", say(EMPTY), say(NO_DRAFT)), EmptyState("grid", say(NOTHING_LEFT), say(DELETED))
        self._busy, self._content = Preparing(), content
        for page in (self._no_run, self._nothing, self._busy, self._content):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        outer.addWidget(self._pages)

    def _connect(self) -> None:
        self.grid.menu_wanted.connect(self._open_menu)
        self.grid.chosen.connect(self._chosen)
        self.grid.activated.connect(self.inspection.open)
        self.bar.side_changed.connect(self._show_again)
        self.bar.zoomed.connect(self.grid.zoom)
        self.bar.fitted.connect(self._fit)
        for signal, do in ((self.bar.copied, self.copy), (self.bar.saved, self.save), (self.inspector.copy_wanted, self.copy)):
            signal.connect(do)
        self.inspector.save_wanted.connect(self.save)
        self.inspector.closed.connect(self._close_inspector)
        self.scrubber.moved.connect(self.session.set_position)
        self.session.position_changed.connect(self._position_changed)
        self.session.draft_changed.connect(self.refresh)
        self.session.theme.changed.connect(self._retint)
        for keys, do in ((QKeySequence.StandardKey.Copy, self.copy), (QKeySequence("Ctrl+Shift+S"), self.save)):  # Ctrl+S is the window's: a snapshot
            key_within(self, keys, do)

    def _points_view(self) -> "PointsView":
        if self._points is None:
            from studio.ui.widgets.points_view import PointsView

            self._points = PointsView(self.session.settings)
            self._pictures.addWidget(self._points)
            self._find_centres(self._points)
        return self._points

    def _find_centres(self, points: "PointsView") -> None:
        """Where the data is a mixture, its true centres: asked of the torch thread, which has the sources loaded."""
        kind = str((self._view.run.options if self._view is not None else {}).get("dataset", {}).get("kind", ""))
        self.session.torch.submit(lambda: centres_of(kind), done=points.set_centres)

    # --- the run ------------------------------------------------------------------------------------------------------------

    def show_run(self, view: RunView | None) -> None:
        """Its newest samples, or what will appear here."""
        self._view, self._store, self._shown_file, self._frame_shown = view, FrameStore(), ("", 0), None
        self.scrubber.stop()
        self.inspection.show_run(view)
        self.reals.show_run(view)
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
        self.inspection.advance(events)

    def _take_history(self) -> None:
        run = self._view.run if self._view is not None else Run()
        frames = sorted(run.current_frames, key=lambda f: f.nimg)
        self._files = [f.file for f in frames]
        self.scrubber.set_history([float(f.nimg) for f in frames], marks_of(run), float(run.nimg), begin=float(run.segments[0].nimg) if run.segments else 0.0)
        self.scrubber.set_position(self.session.position)

    def refresh(self) -> None:
        """Shows what belongs to the position; reads no file while the panel is hidden."""
        if self._view is None:
            self._no_run.say(say(EMPTY), say(NO_DRAFT if self.session.draft is None else NOT_STARTED))
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
        self._frame_shown = frame
        points = isinstance(frame, PointsFrame)
        if isinstance(frame, PointsFrame):
            self._points_view().set_frame(frame)
            self._pictures.setCurrentWidget(self._points_view())
        else:
            self._show_pictures(frame)
            self._pictures.setCurrentWidget(self._split)
        self.bar.suit(pictures=not points)
        self._pages.setCurrentWidget(self._content)

    def _show_pictures(self, sheet: QPixmap) -> None:
        cells = self._cells(sheet)
        if cells is not None:
            self.bar.offer(cells.count, cells.columns)
            sheet, cells = first_of(sheet, cells, self.bar.chosen_side())
        chosen, looked = self.grid.cell(), self.inspection.seed()
        self.grid.set_picture(sheet, cells)
        if chosen is not None and self.grid.cell() is None and cells is not None and chosen < cells.count:
            self.grid.choose(chosen)  # the same sample among more or fewer
            if looked == chosen:
                self.inspection.open(chosen)
        self.beside.follow(cells)
        self.reals.follow(cells)
        self.inspection.show_frame()

    def _show_again(self) -> None:
        """Another grid size, of the frame that is shown."""
        if self._frame_shown is not None:
            self._show(self._frame_shown)
        self._caption()

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
        self.scrubber.set_trained(self._view.run.state in LIVE)
        nimg = self.session.position
        index = self.scrubber.track.frame_at(nimg)
        if index is not None:
            at = say("At {place} kimg", place=kimg(self.scrubber.track.frames()[index]))
        else:
            at = say("Live, {place} kimg" if self._view.run.state in LIVE else "Newest, {place} kimg", place=kimg(self._view.run.nimg))
        data = self._view.run.data
        if self._pictures.currentWidget() is not self._split or data is None or len(data.shape) != 3:
            self.bar.told.setText(at)
            return
        cell = self.grid.cell()
        size = say("{width}×{height} pixels", width=data.shape[2], height=data.shape[1])
        self.bar.told.setText(" · ".join((at, size, *(() if cell is None else (say("seed {seed} chosen", seed=cell),)))))

    # --- the position -------------------------------------------------------------------------------------------------------

    def _position_changed(self, nimg: float | None) -> None:
        if nimg is None or nimg != self.scrubber.position():
            self.scrubber.set_position(nimg)
        self.refresh()
        self.inspection.show_frame()
        self.inspection.move()

    def _chosen(self, cell: int | None) -> None:
        """The inspector follows the arrow keys while it is open."""
        if cell is None:
            self.inspection.close()
        elif self.inspection.seed() is not None:
            self.inspection.open(cell)
        self._caption()

    def _close_inspector(self) -> None:
        self.inspection.close()
        self.grid.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _retint(self) -> None:
        self.scrubber.retint()
        self.beside.update()
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
            menu.addAction(theme.icon("search"), say("Look closer at seed {seed}", seed=cell), lambda: self.inspection.open(cell))
            menu.addAction(theme.icon("copy"), say("Copy the picture of seed {seed}", seed=cell), self.copy)
            menu.addAction(theme.icon("download"), say("Save the picture of seed {seed}…", seed=cell), self.save)
            menu.addAction(say("Copy the seed's number"), lambda: QGuiApplication.clipboard().setText(str(cell)))
            menu.addSeparator()
        menu.addAction(theme.icon("copy"), say("Copy the whole grid"), lambda: self._copy(self.grid.picture()))
        menu.addAction(theme.icon("download"), say("Save the whole grid…"), lambda: self._save(self.grid.picture(), "samples"))
        menu.addSeparator()
        menu.addAction(theme.icon("fit"), say("Fit to the panel"), self.grid.fit)
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
        if self.beside.reals.hasFocus():
            real = self.beside.reals.cell()
            return (self.beside.reals.picture(), "reals") if real is None else (self.beside.reals.cell_picture(real), f"real-{real}")
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
        path, _ = QFileDialog.getSaveFileName(self, say("Save the picture"), name, say("PNG pictures (*.png)"))
        if path and not picture.save(path if Path(path).suffix else f"{path}.png"):
            self.session.warn(say("{path} could not be written; choose a folder that you may write to, on a disk with room.", path=path), "error")


def centres_of(kind: str) -> "NDArray[np.float64] | None":
    """The true means [modes, 2] of a mixture; None for other data. For the torch thread."""
    from studio.gan.datasets import Source
    from studio.gan.mixture import Mixture

    source = Source.kinds().get(kind)
    return source.centres() if source is not None and issubclass(source, Mixture) else None
