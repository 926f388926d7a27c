"""Other runs whose curves lie over those of the shown one: read and followed on plain threads. Draws nothing."""

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from studio.errors import StudioError
from studio.ui.reading import Reading
from studio.ui.session import Session
from studio.words import say

if TYPE_CHECKING:
    from studio.runs.columns import Columns
    from studio.runs.view import RunView

MOST = 8
LOOK_MS = 4000  # between two looks at what they have written meanwhile


class Overlay(QObject):
    """One other run. Whoever reads its columns asks first whether they are at rest."""

    changed = Signal()
    failed = Signal(object)  # StudioError: it cannot be read
    _heard = Signal(bool)

    def __init__(self, path: Path, name: str, tone: int, parent: QObject | None = None) -> None:
        """tone: which of the colours for other runs is its own."""
        super().__init__(parent)
        self.path, self.name, self.tone = path, name, tone
        self.percent = 0
        self.names: list[str] = []  # of the statistics that it has
        self._view: RunView | None = None
        self._thread: threading.Thread | None = None
        self._gone = threading.Event()
        self._heard.connect(self._looked, Qt.ConnectionType.QueuedConnection)
        self._reading = Reading(path, self)
        self._reading.progressed.connect(self._progressed)
        self._reading.opened.connect(self._opened)
        self._reading.failed.connect(self.failed)
        self._reading.start()

    def is_read(self) -> bool:
        """Whether there is something to draw."""
        return self._view is not None

    def at_rest(self) -> "RunView | None":
        """The run, unless it is on its way or is being read on at this moment."""
        return self._view if self._thread is None else None

    def columns(self) -> "Columns | None":
        """Its numbers, for which a read that is going on is waited for."""
        if self._thread is not None:
            self._thread.join()
        return self._view.columns if self._view is not None else None

    def look(self) -> None:
        """Read on what was written since, on a plain thread."""
        if self._view is not None and self._thread is None and not self._gone.is_set():
            self._thread = threading.Thread(target=self._read_on, args=(self._view,), name=f"open {self.name}", daemon=True)
            self._thread.start()

    def leave(self) -> None:
        """Read no further; waits for a thread's next look at it, some milliseconds."""
        self._gone.set()
        if not self._reading.is_over:
            self._reading.cancel()
        if self._thread is not None:
            self._thread.join()

    def _read_on(self, view: "RunView") -> None:
        news = False
        while not self._gone.is_set() and view.poll():
            news = True
        if not self._gone.is_set():
            view.save_cache()
            self._heard.emit(news)

    @Slot(bool)
    def _looked(self, news: bool) -> None:
        self._thread = None
        if news:
            self._take_names()

    @Slot(int, int)
    def _progressed(self, percent: int, known: int) -> None:
        if known and percent != self.percent:
            self.percent = percent
            self.changed.emit()

    @Slot(object)
    def _opened(self, view: "RunView") -> None:
        self._view = view
        self._take_names()

    def _take_names(self) -> None:
        assert self._view is not None
        self.names = self._view.columns.names
        self.changed.emit()


class Overlays(QObject):
    """The other runs, in the order in which they were laid over; at most MOST, and never the shown one."""

    listed = Signal()  # another one, or one less
    changed = Signal()  # new numbers, or one was read

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._overlays: list[Overlay] = []
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        session.run_opened.connect(self._run_opened)
        session.overlay_requested.connect(self.add)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.clear)

    def list(self) -> "list[Overlay]":
        """All of them."""
        return [*self._overlays]

    @Slot(object)
    def add(self, paths: "Iterable[Path | str]") -> None:
        """Lay these runs over the shown one; where none is shown or on its way, the first becomes that one."""
        wanted = [Path(path).absolute() for path in paths]
        if wanted and self._session.view is None and self._session.reading is None:
            self._session.open_run(wanted[0])
        for path in wanted:
            if path == self._shown() or path in (overlay.path for overlay in self._overlays):
                continue
            if len(self._overlays) == MOST:
                self._session.warn(say("At most {most} runs can lie over the curves; {name} was left out. Take one away first.", most=MOST, name=path.name))
                break
            self._add(path)
        self._tell()

    def remove(self, path: Path) -> None:
        """Take this run away."""
        for overlay in [o for o in self._overlays if o.path == path]:
            self._overlays.remove(overlay)
            overlay.leave()
            overlay.deleteLater()
        self._tell()

    @Slot()
    def clear(self) -> None:
        """Take all away."""
        for overlay in self.list():
            self.remove(overlay.path)

    @Slot()
    def look(self) -> None:
        """Read on what each has written since."""
        for overlay in self._overlays:
            overlay.look()

    def _shown(self) -> Path | None:
        """The run that is shown, or on its way to being shown."""
        if self._session.reading is not None:
            return self._session.reading.path.absolute()
        return Path(self._session.view.folder.path) if self._session.view is not None else None

    def _add(self, path: Path) -> None:
        tone = next(n for n in range(MOST) if n not in {overlay.tone for overlay in self._overlays})
        taken = {overlay.name for overlay in self._overlays} | {shown.name for shown in [self._shown()] if shown is not None}
        overlay = Overlay(path, str(path) if path.name in taken else path.name, tone, self)
        overlay.changed.connect(self.changed)
        overlay.failed.connect(lambda error: self._lose(overlay, error))
        self._overlays.append(overlay)

    def _lose(self, overlay: Overlay, error: StudioError) -> None:
        self.remove(overlay.path)
        self._session.warn(say("{name} cannot be laid over the curves: {why}", name=overlay.name, why=error), "error")

    @Slot(object)
    def _run_opened(self, _: object) -> None:
        if (shown := self._shown()) is not None:
            self.remove(shown)

    def _tell(self) -> None:
        if self._overlays:
            self._timer.start()
        else:
            self._timer.stop()
        self.listed.emit()
