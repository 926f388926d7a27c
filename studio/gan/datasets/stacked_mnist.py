"""Three of MNIST's digits as the colours of one picture."""

from pathlib import Path
from typing import Any, Literal

import numpy as np
from pydantic import field_validator

from studio.errors import DataError
from studio.gan.cache import Kept, Rows, cached, key, need_room
from studio.gan.datasets import LABELLED_HELP, Progress, Source, Stored, batches, paced, silent
from studio.gan.spec import option
from studio.gan.stacked import CHANNELS, Digits, StoredStack, mode_of
from studio.words import say

VERSION = "stacked 1"  # of what stacking gives: a new one leaves older caches aside
SIDE = 28
AT_ONCE = 4096


class StackedMnist(Source, kind="stacked_mnist"):
    """Stacked MNIST: three of MNIST's digits as red, green and blue, 128,000 fixed triples; 1000 modes.

    The field's test of variety. Triples of random training digits, drawn once by a seed. Sources: Metz et al., arXiv 1611.02163;
    Lin et al. (PacGAN), arXiv 1712.04086.
    """

    path: Path | None = option(None, help="A zip or a folder of the digits, in sub-folders 0 to 9; left empty, MNIST is downloaded once (10 MB).")
    triples: int = option(128_000, ge=1000, le=10_000_000, unit="pictures", advanced=True, help="How many pictures are stacked, once, before training.")
    resolution: Literal["28", "32"] = option("32", help="Height and width: 28 as published, or 32 with a black border, which halves more often.")
    labelled: bool = option(False, help=LABELLED_HELP)
    seed: int = option(0, ge=0, lt=2**63, advanced=True, help="Start of the draw: the same seed gives the same triples.")

    @field_validator("resolution", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value

    def open(self, cache: Path, progress: Progress = silent) -> StoredStack:
        told = paced(progress)
        digits = self._digits(cache, told)
        row = np.random.default_rng(self.seed).integers(len(digits.x), size=(self.triples, CHANNELS))
        identity = key(VERSION, digits.identity, self.triples, self.seed)

        def fill(folder: Path) -> dict[str, Any]:
            need_room(folder, self.triples * CHANNELS * digits.x[0].size)
            with Rows(folder / "x.npy", (*digits.x.shape[1:3], CHANNELS)) as x, Rows(folder / "c.npy", (), np.int64) as c:
                what = say("Stacking digits")
                for start, stop in batches(self.triples, AT_ONCE):
                    told(start, self.triples, what)
                    x.append(digits.x[row[start:stop], :, :, 0].transpose(0, 2, 3, 1))
                    c.append(mode_of(digits.c[row[start:stop]]))
            return {}

        kept: Kept = cached(cache / "stacked", identity, fill)
        return StoredStack(digits, kept.x, kept.c, labelled=self.labelled, seed=self.seed)

    def _digits(self, cache: Path, progress: Progress) -> Digits:
        """The single digits, with the border that the resolution asks for."""
        source = self._source()
        data = source.open(cache, progress)
        assert isinstance(data, Stored)
        assert data.c is not None
        border = (int(self.resolution) - SIDE) // 2
        if data.shape != (1, SIDE, SIDE) or sorted(data.known) != list("0123456789"):
            text = say(
                "{path} does not hold digits of {side}×{side} pixels in folders 0 to 9; choose such a zip or folder, or leave 'path' empty",
                path=self.path,
                side=SIDE,
            )
            raise DataError(text)
        name = np.array([int(text) for text in data.known])
        x = np.pad(np.asarray(data.x), ((0, 0), (border, border), (border, border), (0, 0)))
        return Digits(x, name[data.c], cache)

    def _source(self) -> Source:
        if self.path is None:
            return Source.read("mnist")
        kind = "zip" if self.path.suffix.lower() == ".zip" else "folder"
        return Source.read({"kind": kind, "path": str(self.path), "height": SIDE, "width": SIDE, "channels": "1", "labelled": True})
