"""Run folders made by writing what a worker writes, for tests of what is seen of them. No torch."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from studio.messages import CheckpointSaved, DataOpened, Event, FrameKept, SegmentStarted, Tick
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.runs.view import RunView
from studio.ui.session import Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread

SIDE, COLUMNS = 4, 3  # each sample 4 × 4 pixels, three by three of them
OPTIONS = {"name": "made", "saving": {"grid": 8}}


def colour_of(cell: int, level: int) -> tuple[int, int, int]:
    """Every cell of every frame has a colour of its own."""
    return (20 * cell + 10, level, 255 - 20 * cell)


def write_grid(path: Path, level: int) -> None:
    """Eight plain samples and one place left empty, as a PNG that appears whole."""
    pixels = np.zeros((SIDE * COLUMNS, SIDE * COLUMNS, 3), np.uint8)
    for cell in range(8):
        row, column = divmod(cell, COLUMNS)
        pixels[row * SIDE : (row + 1) * SIDE, column * SIDE : (column + 1) * SIDE] = colour_of(cell, level)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    Image.fromarray(pixels).save(temporary, "PNG")
    temporary.replace(path)


def write_points(path: Path, shift: float = 0.0) -> None:
    """Reals at the left, fakes at the right; D's map says real where x < 0."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    real = rng.normal((-1.0, 0.0), 0.1, (100, 2)).astype(np.float32)
    fake = rng.normal((1.0 + shift, 0.0), 0.1, (100, 2)).astype(np.float32)
    heat = np.repeat(np.linspace(1, 0, 16, dtype=np.float32)[None], 16, 0)
    with path.open("wb") as file:
        np.savez(file, fake=fake, real=real, heat=heat, extent=np.array([-2, 2, -2, 2], np.float32), grad=np.tile(np.float32([-1, 0]), (100, 1)))


class MadeRun:
    """A run's folder with its journal open, and helpers that write what a worker would."""

    def __init__(
        self,
        path: Path,
        *,
        medium: str = "image",
        classes: tuple[str, ...] = (),
        begin: int = 0,
        shape: tuple[int, ...] | None = None,
        options: Mapping[str, Any] = OPTIONS,
    ) -> None:
        self.folder = RunFolder.create(path, dict(options))
        self.journal = JournalWriter(self.folder.journal)
        self._lock = RunLock.acquire(self.folder.lock)  # someone trains it: else it is shown as crashed
        self.medium = medium
        self.segment = 0
        shape = shape or ((3, SIDE, SIDE) if medium == "image" else (2,))
        begun = SegmentStarted(nimg=begin, segment=0, why="start", options=dict(options), device="cpu")
        self.write(DataOpened(medium=medium, shape=shape, classes=classes), begun)

    def close(self) -> None:
        """Nobody trains it any more."""
        self.journal.close()
        self._lock.release()

    def __enter__(self) -> "MadeRun":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, *events: Event) -> None:
        for event in events:
            self.journal.write(event)

    def view(self) -> RunView:
        return RunView(self.folder)

    def tick(self, nimg: int, *, samples: str = "", seconds: float | None = None, **scalars: tuple[float, float, float] | float) -> None:
        """A tick; `loss_G=1.0` stands for the statistic loss/G."""
        three = {k.replace("_", "/"): v if isinstance(v, tuple) else (v, v, v) for k, v in scalars.items()}
        when = nimg / 1000 if seconds is None else seconds
        self.write(Tick(nimg=nimg, segment=self.segment, seconds=when, rate=1000.0, scalars=three, values={"lr/G": 1e-3}, samples=samples))

    def live(self, level: int, nimg: int, name: str = "samples/live-0.png") -> None:
        """New live samples, and the tick that names them."""
        (write_grid if self.medium == "image" else lambda p, _: write_points(p))(self.folder.path / name, level)
        self.tick(nimg, samples=name, loss_G=1.0, loss_D=2.0)

    def frame(self, level: int, nimg: int) -> None:
        """A frame of the timeline."""
        name = f"samples/frames/{self.segment:03d}-{nimg:09d}" + (".png" if self.medium == "image" else ".npz")
        if self.medium == "image":
            write_grid(self.folder.path / name, level)
        else:
            write_points(self.folder.path / name, shift=level / 100)
        self.write(FrameKept(nimg=nimg, segment=self.segment, file=name))

    def checkpoint(self, number: int, nimg: int) -> None:
        """The event of a checkpoint; its files are not made."""
        self.write(CheckpointSaved(nimg=nimg, id=number, segment=self.segment, folder=f"checkpoints/{number:06d}-{nimg // 1000:06d}kimg", why="interval"))


def shown(widget: QWidget, width: int, height: int) -> Iterator[QWidget]:
    """Shows a widget for a test and deletes it afterwards: hundreds of those left over make every change of scheme slow."""
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    yield widget
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def add_generator(run: MadeRun, number: int, nimg: int, *, shape: tuple[int, ...] = (1, 8, 8), classes: tuple[str, ...] = ()) -> Path:
    """A checkpoint with the file of a small untrained generator, and its event; the checkpoint's folder."""
    import torch
    from safetensors.torch import save_file

    from studio.gan.config import RunConfig
    from studio.runs.checkpoints import CheckpointStore

    network = {"kind": "mlp", "z_dim": 4, "width": 16, "depth": 2, "d_width": 16}
    source = "ring" if len(shape) == 1 else "digits"
    config = RunConfig.read({"game": "generation", "dataset": source, "network": network, "objective": "relativistic", "optimizer": "adam"})
    torch.manual_seed(number)
    weights = {k: v.contiguous() for k, v in config.network.generator(shape, len(classes)).state_dict().items()}
    medium = "image" if len(shape) == 3 else "points"
    store = CheckpointStore(run.folder)
    with store.writing(number, nimg=nimg, segment=run.segment, options=config.dump(), shape=list(shape), classes=list(classes), medium=medium) as draft:
        save_file(weights, draft.path / "generator_ema.safetensors")
    run.checkpoint(number, nimg)
    return store.get(number).path


def quiet_session(home: Path, theme: Theme) -> Session:
    """A session whose torch thread does nothing: what is shown is read from files."""
    return Session(home, QSettings(str(home / "window.ini"), QSettings.Format.IniFormat), TorchThread(), theme)
