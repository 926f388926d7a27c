"""What a run draws while it trains: the live grid, the frames of its timeline, the thumbnails of its checkpoints.

Always of the same latents (sample k is seed k) and from the averaged generator, in evaluation mode and with generators of its own:
training never notices. After the first minute all of it takes at most a fiftieth of the time.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.gan.datasets import Drawn, Stored
from studio.gan.media import medium
from studio.gan.sampling import CHUNK, labels, latents
from studio.gan.trainer import Trainer
from studio.messages import Event, FrameKept, FramesThinned
from studio.runs.fold import Run
from studio.runs.folder import RunFolder
from studio.runs.timeline import FrameKeeper

LIVE_NAMES = 4  # numbered names in turn: a reader that is slow still finds its file whole
FASTEST_S = 0.2
FIRST_MINUTE_S, FIRST_SHARE, SHARE = 60.0, 0.1, 0.01
POINTS = 1024
HEAT = 64  # cells on each side of the discriminator's map
THUMBNAIL = 16  # samples in a checkpoint's thumbnail


class Pictures:
    """Draws for one run."""

    def __init__(self, folder: RunFolder, trainer: Trainer, run: Run) -> None:
        self._folder, self._trainer = folder, trainer
        self._medium = medium(trainer.dataset.medium)
        self._points = trainer.dataset.medium == "points"
        count = POINTS if self._points else trainer.config.saving.grid
        seeds = range(count)
        self._z = latents(seeds, trainer.config.network.z_dim)
        self._c = labels(seeds, len(trainer.dataset.classes))
        self._reals = _some_reals(trainer, count) if self._points else None
        budget = int(trainer.config.saving.budget_gb * 1e9 / 5)
        names = [f.file for f in run.frames]
        self._keeper = FrameKeeper(folder, names, thinnings=run.thinnings, seconds=run.seconds, budget_bytes=budget)
        self._keeper.clear_strays()
        self._turn, self._next, self.newest = 0, 0.0, ""
        folder.samples.mkdir(exist_ok=True)

    def draw_live(self) -> None:
        """The live grid, now."""
        path = self._folder.samples / f"live-{self._turn % LIVE_NAMES}{self._medium.suffix}"
        self._turn += 1
        self._write(path, self._samples(self._z, self._c))
        self.newest = path.relative_to(self._folder.path).as_posix()

    def maybe_draw(self, seconds: float, say: Callable[[Event], None]) -> None:
        """The live grid when it is due, and a frame of the timeline when that is; `seconds` of training so far."""
        now = time.monotonic()
        if now < self._next:
            return
        self.draw_live()
        if self._keeper.due(seconds, self._trainer.nimg):
            self._keep_frame(seconds, say)
        cost = time.monotonic() - now
        self._next = now + max(FASTEST_S, cost / (FIRST_SHARE if seconds < FIRST_MINUTE_S else SHARE))

    def _keep_frame(self, seconds: float, say: Callable[[Event], None]) -> None:
        path = self._keeper.file(self._trainer.nimg, self._medium.suffix)
        _copy(self._folder.path / self.newest, path)
        say(FrameKept(segment=0, file=self._keeper.kept(path, seconds=seconds, nimg=self._trainer.nimg)))
        while gone := self._keeper.thin():
            say(FramesThinned(files=gone))
            self._keeper.delete(gone)

    def thumbnail(self, folder: Path) -> None:
        """A small picture of the first samples into a checkpoint's folder."""
        if self._points:
            self._medium.save_preview(folder / f"thumbnail{self._medium.suffix}", self._array(self._samples(self._z, self._c)))
        else:
            n = min(THUMBNAIL, len(self._z))
            self._medium.save_preview(folder / "thumbnail.png", self._array(self._samples(self._z[:n], None if self._c is None else self._c[:n])))

    def _samples(self, z: Tensor, c: Tensor | None) -> Tensor:
        return torch.cat([self._trainer.sample(z[i : i + CHUNK], None if c is None else c[i : i + CHUNK]) for i in range(0, len(z), CHUNK)])

    def _array(self, samples: Tensor) -> NDArray[np.generic]:
        made: NDArray[np.generic] = self._medium.to_array(samples)
        return made

    def _write(self, path: Path, samples: Tensor) -> None:
        temporary = path.with_name(f".{path.name}.part{path.suffix}")
        extra = self._map_of_d(samples) if self._points else {}
        self._medium.save_preview(temporary, self._array(samples), **extra)
        temporary.replace(path)

    def _map_of_d(self, fakes: Tensor) -> dict[str, NDArray[np.generic]]:
        """Reals, D's probabilities over the plane, and where G's loss would push each fake."""
        assert self._reals is not None
        network = self._trainer.networks["discriminator"]
        low, high = self._reals.amin(0), self._reals.amax(0)
        margin = 0.25 * (high - low)
        low, high = low - margin, high + margin
        xs, ys = (torch.linspace(float(low[i]), float(high[i]), HEAT) for i in (0, 1))
        plane = torch.stack((xs.repeat(HEAT), ys.repeat_interleave(HEAT)), 1)
        where = next(network.parameters())
        was_training = network.training
        network.eval()
        with torch.no_grad():
            logits = network(plane.to(where), self._first_class(len(plane))).float().cpu()
        x = fakes.to(where).requires_grad_()
        push = torch.autograd.grad(network(x, None if self._c is None else self._c.to(where.device)).sum(), x)[0].float().cpu()
        network.train(was_training)
        level = logits - logits.median()  # a pairing loss fixes D only up to a constant
        return {
            "real": self._reals.numpy(),
            "heat": torch.sigmoid(level).reshape(HEAT, HEAT).numpy(),
            "extent": np.array([low[0], high[0], low[1], high[1]], np.float32),
            "grad": push.numpy(),
        }

    def _first_class(self, n: int) -> Tensor | None:
        return None if self._c is None else torch.zeros(n, dtype=torch.int64, device=self._trainer.device)


def _some_reals(trainer: Trainer, count: int) -> Tensor:
    """Held-out reals, or drawn ones, with a generator of their own."""
    dataset = trainer.dataset
    if isinstance(dataset, Drawn):
        return dataset.draw(count, torch.Generator(trainer.device).manual_seed(0))[0].float().cpu()
    assert isinstance(dataset, Stored)
    return torch.from_numpy(np.ascontiguousarray(dataset.x[dataset.held[:count]])).float()


def _copy(source: Path, target: Path) -> None:
    """By name where the disk can, so that a frame costs nothing; live files are replaced, never rewritten."""
    try:
        os.link(source, target)
    except OSError:
        target.write_bytes(source.read_bytes())
