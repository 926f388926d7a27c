"""Looks at data before or while it is trained on: opens a source on the torch thread, scans or lists files on a plain one. Shows nothing itself."""

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.errors import Cancelled, StudioError
from studio.ui.thread import TorchThread
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.datasets import Dataset, Progress, Stored
    from studio.gan.published import Published

PICTURES, POINTS = 60, 2000  # samples that are taken to be shown


@dataclass(frozen=True, eq=False)
class Look:
    """Data that is open: a few samples, the facts of the whole, and the data itself for whoever shows more of it.

    samples: uint8 [n, H, W, C] or float32 [n, 2]. labels: the class of each by name, empty where none is known. train: None without end.
    """

    dataset: "Dataset"
    train: int | None
    held: int
    samples: NDArray[Any]
    labels: tuple[str, ...]


class NotFetchedError(StudioError):
    """The data would have to be downloaded, which nobody asked for yet."""


class Background(QObject):
    """Long work away from the interface's thread. Its signals arrive there, and none after `cancel`."""

    progressed = Signal(object)  # (done, total, what); total 0 means not known
    done = Signal(object)
    failed = Signal(object)  # StudioError
    _heard = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_over = False
        self._cancelled = threading.Event()
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Give up: the work ends at its next report of progress."""
        self._cancelled.set()
        self.is_over = True

    def _progress(self, done: int, total: int, what: str) -> None:
        if self._cancelled.is_set():
            raise Cancelled("cancelled")
        self._heard.emit("progressed", (done, total, what))

    @Slot(str, object)
    def _hear(self, what: str, value: object) -> None:
        if self._cancelled.is_set():
            return
        if what == "progressed":
            self.progressed.emit(value)
            return
        self.is_over = True
        if what == "done":
            self.done.emit(value)
        elif isinstance(value, StudioError):
            self.failed.emit(value)
        else:
            assert isinstance(value, Exception)
            raise value


class Looking(Background):
    """Opens the source of these settings on the torch thread."""

    def __init__(
        self, torch: TorchThread, source: dict[str, Any], cache: Path, *, fetch: bool = False, count: int | None = None, parent: QObject | None = None
    ) -> None:
        """source: the group `dataset` of a RunConfig. cache: where decoded data is kept, the worker's own. fetch: download what is missing.

        count: how many samples, where that is not left to the medium.
        """
        super().__init__(parent)

        def steps() -> Generator[None, None, Look]:
            yield  # so that a look that was overtaken while it waited ends before it opens anything
            return look(source, cache, self._progress, fetch=fetch, count=count)

        self._job = torch.job(steps, done=self._looked, failed=self._refused)

    def cancel(self) -> None:
        """Give up on it."""
        super().cancel()
        self._job.cancel()

    def _looked(self, found: Look) -> None:
        self._hear("done", found)

    def _refused(self, error: StudioError) -> None:
        self._hear("failed", error)


class _OnThread(Background):
    """Work with files on a plain thread: Pillow alone, so that training keeps its cores' team."""

    def __init__(self, name: str, work: Callable[["Progress"], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._thread = threading.Thread(target=self._do, name=name, daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Give up on it; waits for the thread's next look, some milliseconds."""
        super().cancel()
        self._thread.join(5.0)

    def _do(self) -> None:
        try:
            found = self._work(self._progress)
        except Cancelled:
            return
        except Exception as error:  # outermost of this thread: the interface's thread shows or raises it
            self._heard.emit("failed", error)
        else:
            self._heard.emit("done", found)


class Scanning(_OnThread):
    """Decodes every picture of a folder or zip once."""

    def __init__(self, path: Path, cache: Path, parent: QObject | None = None) -> None:
        """cache: where what it finds is kept, so that the next scan decodes only what changed."""

        def work(progress: "Progress") -> object:
            from studio.gan.scan import scan

            return scan(path, progress, cache)

        super().__init__(f"scan {path.name}", work, parent)


class Gathering(_OnThread):
    """Makes an album of a set: of a folder or zip by its files, decoded or not, or of decoded pictures alone."""

    def __init__(self, path: Path | None, cache: Path, dataset: "Stored | None", parent: QObject | None = None) -> None:
        """path: of one's own pictures, None for others. dataset: the set, where it is open."""

        def work(progress: "Progress") -> object:
            from studio.gan.album import Album

            return Album(None, dataset) if path is None else Album.of_place(path, cache, dataset, progress)

        super().__init__("album", work, parent)


def open_data(source: dict[str, Any], cache: Path, progress: "Progress", *, fetch: bool = False) -> "Dataset":
    """The data of these settings. For the torch thread.

    DataError or ConfigError when it cannot be opened; NotFetchedError when it would be downloaded and `fetch` does not allow that.
    """
    from studio.gan.datasets import Source
    from studio.gan.published import Published

    chosen = Source.read(source, "dataset")
    if not fetch and isinstance(chosen, Published) and _is_missing(chosen, cache):
        raise NotFetchedError(say("This data is downloaded once, when a run begins or now."))
    return chosen.open(cache, progress)


def look(source: dict[str, Any], cache: Path, progress: "Progress", *, fetch: bool = False, count: int | None = None) -> Look:
    """Opens the data as `open_data` does and takes samples of it as files would keep them, the same every time. For the torch thread."""
    from studio.gan.datasets import Stored
    from studio.gan.sight import see

    dataset = open_data(source, cache, progress, fetch=fetch)
    sight = see(dataset, None, n=count or (POINTS if dataset.medium == "points" else PICTURES), seed=0)
    train, held = (len(dataset.train), len(dataset.held)) if isinstance(dataset, Stored) else (None, 0)
    return Look(dataset, train, held, sight.samples, sight.labels)


def _is_missing(source: "Published", cache: Path) -> bool:
    folder = cache / "downloads" / source.kind
    return source.folder is None and not all((folder / remote.name).is_file() for remote in source.remotes())
