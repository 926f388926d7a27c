"""What is found out about one sample away from the interface's thread: its latent's neighbours, the training pictures nearest to it, its past.

Neighbours and nearest pictures are jobs of the torch thread, which give way to training; the past is files, read on a plain thread. Shows nothing.
"""

import threading
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage

from studio.errors import Cancelled, RunError, StudioError
from studio.ui.looking import Background, open_data
from studio.ui.thread import TorchThread
from studio.ui.widgets.grid_view import Cells
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.datasets import Progress
    from studio.gan.originals import Found, Originals
    from studio.gan.sampling import Sampler
    from studio.runs.folder import RunFolder

EACH = 6  # samples in a row of neighbours
NEAR, FAR = 15.0, 40.0  # degrees
NEAREST = 4  # training pictures that are shown


class NoCheckpointError(RunError):
    """The run has none yet: no fault, only too early."""

    def __init__(self) -> None:
        super().__init__(say("neighbours are drawn from a checkpoint, and this run has none yet; press Save checkpoint, or wait for the first one"))


@dataclass
class Kept:
    """What the torch thread keeps of one run between two looks: a generator, and the training pictures made small."""

    sampler: "tuple[Path, Sampler] | None" = None
    originals: "Originals | None" = None


@dataclass(frozen=True, eq=False)
class Asked:
    """A sample by its seed, in a run's folder; `at`: the moment whose checkpoint draws, None for the newest; `fits`: which checkpoints count."""

    folder: "RunFolder"
    seed: int
    at: float | None
    fits: Callable[[int, int], bool]  # segment, nimg


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Samples of latents near that of a seed, uint8 [n, H, W, C] each, and which checkpoint drew them."""

    checkpoint: int
    nimg: int
    class_name: str  # empty without classes
    itself: NDArray[Any]
    near: NDArray[Any]
    far: NDArray[Any]
    towards: NDArray[Any]  # on the way to the next seed, which is the last


@dataclass(frozen=True, eq=False)
class Moments:
    """One sample at moments of a run: nimg and picture of each, in rising order. Files that were thinned away meanwhile are left out."""

    seed: int
    nimg: tuple[float, ...] = ()
    pictures: tuple[QImage, ...] = field(default=(), repr=False)


class TorchWork(Background):
    """A job of the torch thread whose items are its progress: (done, total, what)."""

    def __init__(self, torch: TorchThread, steps: "Callable[[Progress], Generator[Any, None, Any]]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = torch.job(lambda: steps(self._progress), progress=self._stepped, done=self._finished, failed=self._refused)

    def cancel(self) -> None:
        """Give up on it."""
        super().cancel()
        self._job.cancel()

    def _stepped(self, step: object) -> None:
        self._hear("progressed", step)

    def _finished(self, found: object) -> None:
        self._hear("done", found)

    def _refused(self, error: StudioError) -> None:
        self._hear("failed", error)


def neighbours(kept: Kept, asked: Asked) -> Generator[tuple[int, int, str], None, Neighbours]:
    """Draws them. NoCheckpointError where there is none; RunError when it cannot be read."""
    import torch

    from studio.gan.media import medium
    from studio.gan.sampling import Sampler, labels, latents
    from studio.gan.sphere import between, turned
    from studio.runs.checkpoints import CheckpointStore

    yield 0, 0, say("Opening a checkpoint")
    there = [c for c in CheckpointStore(asked.folder).list() if asked.fits(c.segment, c.nimg)]
    if not there:
        raise NoCheckpointError
    at = asked.at
    chosen = there[-1] if at is None else min(there, key=lambda c: (abs(c.nimg - at), -c.id))
    if kept.sampler is None or kept.sampler[0] != chosen.path:
        kept.sampler = None  # before the next one takes its memory
        kept.sampler = (chosen.path, Sampler.from_checkpoint(chosen.path))
    sampler = kept.sampler[1]
    yield 0, 0, say("Drawing its neighbours")
    this, following = latents((asked.seed, asked.seed + 1), sampler.config.network.z_dim)
    way = between(this, following, [(step + 1) / EACH for step in range(EACH)])
    z = torch.cat((this[None], turned(this, NEAR, EACH), turned(this, FAR, EACH), way))
    own = labels([asked.seed], len(sampler.classes))
    pictures = medium("image").to_array(sampler.draw_at(z, None if own is None else own.expand(len(z))))
    name = "" if own is None else sampler.classes[int(own[0])]
    parts = (pictures[1 + EACH * k : 1 + EACH * (k + 1)] for k in range(3))
    return Neighbours(chosen.id, chosen.nimg, name, pictures[0], *parts)


def nearest(kept: Kept, source: dict[str, Any], cache: Path, picture: NDArray[Any], progress: "Progress") -> "Generator[tuple[int, int, str], None, Found]":
    """Those nearest to uint8 [H, W, C]; the data is read at the first look. DataError when it cannot be, or has no pictures that could be copied."""
    from studio.gan.originals import Originals

    if kept.originals is None:
        yield 0, 0, say("Opening the data")
        kept.originals = yield from Originals.gather(open_data(source, cache, progress))
    return (yield from kept.originals.nearest(picture, NEAREST))


class Film(Background):
    """Cuts one sample out of several frames, on a plain thread: a large grid takes a while to decode. `done` gets `Moments`."""

    def __init__(self, frames: Sequence[tuple[float, Path]], seed: int, size: QSize, parent: QObject | None = None) -> None:
        """frames: nimg and file. size: of one sample."""
        super().__init__(parent)
        self._frames, self._seed, self._size = tuple(frames), seed, size
        self._thread = threading.Thread(target=self._read, name=f"film of seed {seed}", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Give up on it; waits for the frame that is being decoded."""
        super().cancel()
        self._thread.join(5.0)

    def _read(self) -> None:
        found: list[tuple[float, QImage]] = []
        try:
            for done, (nimg, path) in enumerate(self._frames):
                self._progress(done, len(self._frames), say("Reading its past"))
                sheet = QImage(str(path))
                place = Cells.of(sheet.size(), self._size.width(), self._size.height()).rect(self._seed)
                if not sheet.isNull() and sheet.rect().contains(place):
                    found.append((nimg, sheet.copy(place)))
        except Cancelled:
            return
        self._heard.emit("done", Moments(self._seed, tuple(nimg for nimg, _ in found), tuple(picture for _, picture in found)))
