"""Tells on the desktop how a run ended, when nobody looks at the window; and in the window, where another run is shown. It judges nothing."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from studio.ui.alarm_call import Desktop
from studio.ui.notice import Level, Notice
from studio.ui.session import LIVE, Session
from studio.ui.widgets.quantities import duration, kimg
from studio.words import mark, say

ENDS = {
    "done": mark("{name} is done"),
    "stopped": mark("{name} was stopped"),
    "aborted": mark("{name} was aborted"),
    "failed": mark("{name} failed"),
    "crashed": mark("{name} was interrupted"),
}
GRAVE = ("failed", "crashed")
LOOK_MS = 1000  # a process that was killed tells nobody


class EndCall(QObject):
    """Follows the shown run, whoever trains it, and the run that trains here, whatever is shown."""

    def __init__(self, session: Session, window: QWidget, desktop: Desktop | None = None) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._live: Path | None = None  # the shown run, while someone trains it
        self._here: Path | None = None  # what trains here
        self.desktop = desktop if desktop is not None else Desktop(window)
        self.desktop.clicked.connect(self._come_back)
        session.advanced.connect(self.look)
        session.run_opened.connect(self.look)
        session.training_changed.connect(self._training_changed)
        window.installEventFilter(self)
        clock = QTimer(self)
        clock.timeout.connect(self.look)
        clock.start(LOOK_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            self.desktop.hush()
        return False

    def is_looked_at(self) -> bool:
        """Whether somebody has this window or one of its dialogs in front."""
        return self._window.isVisible() and not self._window.isMinimized() and QApplication.activeWindow() is not None

    @Slot()
    def look(self) -> None:
        """Whether the shown run has ended since the last look."""
        view = self._session.view
        path = Path(view.folder.path) if view is not None else None
        state = view.run.state if view is not None else ""  # of the journal as far as it was read: an end not read yet is no crash
        if state in LIVE:
            self._live = path
            return
        was, self._live = self._live, None
        if view is None or was != path or state not in ENDS or path == self._session.handing:
            return
        run = view.run
        self._tell(view.folder.name, state, run.nimg, run.seconds, run.failure.text if run.failure is not None else "")
        if state == "crashed":
            from studio.ui.remedies import notice_of_crash

            self._session.notice.emit(notice_of_crash(self._session, run))

    @Slot()
    def _training_changed(self) -> None:
        was, self._here = self._here, self._session.torch.training
        view = self._session.view
        if was is None or was == self._here or was == self._session.handing or (view is not None and view.folder.path == was):
            return
        self._tell_of_another(was)

    def _tell_of_another(self, path: Path) -> None:
        """Of the run that trained here while another page or run was in front."""
        from studio.runs.summary import read_summary

        run = read_summary(path)
        if run.state not in ENDS:
            return
        self._tell(path.name, run.state, run.nimg, run.seconds)
        level: Level = "error" if run.state in GRAVE else "info"
        text = f"{say(ENDS[run.state], name=path.name)}: {_far(run.nimg, run.seconds)}."
        self._session.notice.emit(Notice(text, level, say("Show it"), lambda: self._session.open_run(path)))

    def _tell(self, name: str, state: str, nimg: float, seconds: float, why: str = "") -> None:
        if not self.is_looked_at():
            self.desktop.tell(say(ENDS[state], name=name), f"{_far(nimg, seconds)}. {why}".strip(), grave=state in GRAVE)

    @Slot()
    def _come_back(self) -> None:
        """The window in front."""
        if self._window.isMinimized() or not self._window.isVisible():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()


def _far(nimg: float, seconds: float) -> str:
    return say("{n} kimg in {time} of training", n=kimg(nimg), time=duration(seconds))
