"""What can be done with the runs that are chosen in the table: the actions, when each makes sense, and what it does. Shows no list itself."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.ui import theme
from studio.ui.opening import open_place
from studio.ui.run_bin import RunBin
from studio.ui.run_queue import RunQueue
from studio.ui.run_words import ENDED
from studio.ui.session import Session
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.runs.summary import RunSummary

MOST_COMPARED = 12  # columns that can still be read
ROWS = (
    ("open", mark("Open"), "eye", mark("Show this run (Enter). One that trains elsewhere is followed and steered")),
    ("resume", mark("Resume"), "play", mark("Train this run on from where it was left")),
    ("duplicate", mark("Duplicate settings"), "copy", mark("Set up a new run with the settings of this one")),
    ("compare", mark("Compare settings"), "compare", mark("In what the settings of these runs differ; choose two or more")),
    ("overlay", mark("Overlay curves"), "curves", mark("Draw the curves of these runs over those of the one that is shown")),
    ("queue", mark("Queue"), "clock", mark("Let these runs train one after another")),
    ("bin", mark("Move to bin"), "trash", mark("Put these runs away (Delete); Undo brings them back")),
    ("folder", mark("Show folder"), "folder", mark("Open the run's folder in the file manager")),
)


class RunDeeds(QObject):
    """The actions by name in `made`, in the order in which they are offered."""

    curves_wanted = Signal()  # the curves of the shown run are to be seen

    def __init__(self, session: Session, queue: RunQueue, bin: RunBin, page: QWidget, chosen: "Callable[[], list[RunSummary]]") -> None:
        super().__init__(page)
        self._session, self._queue, self._bin, self._page, self._chosen = session, queue, bin, page, chosen
        self._then: Callable[[], None] | None = None  # what to do once the run that was asked for is shown
        self._then_for: Path | None = None
        self.icons = {name: icon for name, _, icon, _ in ROWS}
        self.made = {name: self._action(name, say(text), icon, say(tip)) for name, text, icon, tip in ROWS}
        self.made["bin"].setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.made["bin"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        session.run_opened.connect(self._opened)
        for signal in (session.training_changed, session.catalogue_ready, session.torch.torch_ready):
            signal.connect(self.refresh)

    def __getitem__(self, name: str) -> QAction:
        return self.made[name]

    @Slot()
    def refresh(self) -> None:
        """Enabled is what makes sense for what is chosen."""
        runs, session = self._chosen(), self._session
        sound = [run for run in runs if not run.broken]
        one = sound[0] if len(runs) == 1 and sound else None
        shown = Path(session.view.folder.path) if session.view is not None else None
        others = [run for run in sound if run.path != shown]
        enabled = {
            "open": one is not None,
            "resume": one is not None and one.state in ENDED and one.holder is None and session.torch.is_ready and not session.starting,
            "duplicate": one is not None,
            "compare": 2 <= len(sound) <= MOST_COMPARED and session.catalogue is not None,
            "overlay": bool(others) if shown is not None else len(sound) > 1,
            "queue": any(run.state != "done" for run in sound),
            "bin": bool(runs),
            "folder": len(runs) == 1,
        }
        for name, yes in enabled.items():
            self.made[name].setEnabled(yes)

    # --- what they do -----------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show it."""
        if runs := self._chosen():
            self.open_path(runs[0].path)

    @Slot(object)
    def open_path(self, path: Path) -> None:
        """Show this one; a folder that holds no sound run says why."""
        self._then = None
        self._session.open_run(path)

    def resume(self) -> None:
        """Show it, then train it on."""
        if runs := self._chosen():
            self._open_then(runs[0].path, self._session.resume_run)

    def duplicate(self) -> None:
        """A new draft with the options last in force."""
        from studio.runs.summary import read_options

        runs = self._chosen()
        if not runs:
            return
        try:
            options = read_options(runs[0].path)
        except StudioError as error:
            self._session.warn(str(error), "error")
            return
        name = say("{name} copy", name=runs[0].title)[:80]
        self._session.new_draft({**options, "name": name}, note=say("The settings of {name}.", name=runs[0].name))

    def compare(self) -> None:
        """The dialog with what differs."""
        from studio.runs.summary import read_options
        from studio.ui.compare_settings import CompareSettings

        assert self._session.catalogue is not None
        try:
            options = [(run.name, read_options(run.path)) for run in self._chosen() if not run.broken]
        except StudioError as error:
            self._session.warn(str(error), "error")
            return
        dialog = CompareSettings(self._session.catalogue, options, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def overlay(self) -> None:
        """Ask for the curves of these over those of the shown run, or of the first of them where none is shown."""
        paths = [run.path for run in self._chosen() if not run.broken]
        session = self._session
        if session.view is None:
            self._open_then(paths[0], lambda: self._lay_over(paths[1:]))
        else:
            self._lay_over([path for path in paths if path != Path(session.view.folder.path)])

    def queue(self) -> None:
        """To the end of the queue."""
        self._queue.add(run.path for run in self._chosen())

    def bin(self) -> None:
        """Out of sight, and to the bin unless it is undone. One that waits in the queue stays."""
        paths = [run.path for run in self._chosen()]
        for path in [path for path in paths if path in self._queue.paths]:
            self._session.warn(say("{name} is in the queue: take it out of there before it is moved to the bin.", name=path.name))
            paths.remove(path)
        self._bin.throw(paths)

    def folder(self) -> None:
        """Its files in the file manager."""
        if runs := self._chosen():
            open_place(runs[0].path, self._session.notice.emit)

    def _lay_over(self, paths: list[Path]) -> None:
        self.curves_wanted.emit()
        self._session.overlay_requested.emit(paths)

    def _open_then(self, path: Path, then: Callable[[], None]) -> None:
        view = self._session.view
        if view is not None and Path(view.folder.path) == path:
            then()
            return
        self._session.open_run(path)
        self._then, self._then_for = then, path

    @Slot(object)
    def _opened(self, view: Any) -> None:
        then, self._then = self._then, None
        if then is not None and view is not None and Path(view.folder.path) == self._then_for:
            then()

    def _action(self, name: str, text: str, icon: str, tip: str) -> QAction:
        action = QAction(theme.icon(icon), text, self)
        action.setObjectName(f"run_{name}")
        action.setToolTip(tip)
        do: Callable[[], None] = getattr(self, name)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 the signal's own argument is left out
        return action
