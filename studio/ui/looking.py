"""Looks at data before or while it is trained on: opens a source on the torch thread, or scans files on a plain one. Shows nothing itself."""

import threading
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.errors import Cancelled, StudioError
from studio.ui.thread import TorchThread

if TYPE_CHECKING:
    from studio.gan.datasets import Dataset, Progress
    from studio.gan.published import Published

PICTURES, POINTS = 60, 2000  # samples that are taken to be shown


@dataclass(frozen=True, eq=False)
class Look:
    """What the networks will see: a few samples, and the facts of the whole.

    samples: uint8 [n, H, W, C] or float32 [n, 2]. labels: the class of each by name, empty where none is known. train: None without end.
    """

    medium: str
    shape: tuple[int, ...]
    classes: tuple[str, ...]
    known: tuple[str, ...]
    train: int | None
    held: int
    notes: tuple[str, ...]
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
    """Opens the source of these settings on the torch thread and takes samples."""

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


class Scanning(Background):
    """Decodes every picture of a folder or zip once on a plain thread: Pillow alone, so that training keeps its cores' team."""

    def __init__(self, path: Path, cache: Path, parent: QObject | None = None) -> None:
        """cache: where what it finds is kept, so that the next scan decodes only what changed."""
        super().__init__(parent)
        self._path, self._cache = path, cache
        self._thread = threading.Thread(target=self._scan, name=f"scan {path.name}", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Give up on it; waits for the thread's next look, some milliseconds."""
        super().cancel()
        self._thread.join(5.0)

    def _scan(self) -> None:
        from studio.gan.scan import scan

        try:
            report = scan(self._path, self._progress, self._cache)
        except Cancelled:
            return
        except Exception as error:  # outermost of this thread: the interface's thread shows or raises it
            self._heard.emit("failed", error)
        else:
            self._heard.emit("done", report)


def open_data(source: dict[str, Any], cache: Path, progress: "Progress", *, fetch: bool = False) -> "Dataset":
    """The data of these settings. For the torch thread.

    DataError or ConfigError when it cannot be opened; NotFetchedError when it would be downloaded and `fetch` does not allow that.
    """
    from studio.gan.datasets import Source
    from studio.gan.published import Published

    chosen = Source.read(source, "dataset")
    if not fetch and isinstance(chosen, Published) and _is_missing(chosen, cache):
        raise NotFetchedError("This data is downloaded once, when a run begins or now.")
    return chosen.open(cache, progress)


def look(source: dict[str, Any], cache: Path, progress: "Progress", *, fetch: bool = False, count: int | None = None) -> Look:
    """Opens the data as `open_data` does and takes samples of it as files would keep them, the same every time. For the torch thread."""
    import torch

    from studio.gan.datasets import Drawn, Stored
    from studio.gan.media import medium

    dataset = open_data(source, cache, progress, fetch=fetch)
    count = count or (POINTS if dataset.medium == "points" else PICTURES)
    if isinstance(dataset, Stored):
        rows = np.random.default_rng(0).permutation(dataset.train)[:count]
        samples, c = np.array(dataset.x[rows]), None if dataset.c is None else dataset.c[rows]
        train, held = len(dataset.train), len(dataset.held)
    else:
        assert isinstance(dataset, Drawn)
        x, drawn = dataset.sample(count, torch.Generator().manual_seed(0))
        samples, c = medium(dataset.medium).to_array(x), None if drawn is None else drawn.numpy()
        train, held = None, 0
    labels = tuple(dataset.known[i] for i in c) if c is not None and dataset.known else ()
    return Look(dataset.medium, dataset.shape, dataset.classes, dataset.known, train, held, dataset.notes, samples, labels)


def _is_missing(source: "Published", cache: Path) -> bool:
    folder = cache / "downloads" / source.kind
    return source.folder is None and not all((folder / remote.name).is_file() for remote in source.remotes())
