"""Small runs for tests: settings and data that train in milliseconds."""

from typing import Any

import numpy as np

from studio.gan.config import RunConfig
from studio.gan.datasets import Stored
from studio.gan.draws import Part
from studio.gan.trainer import Trainer


def config(network: dict[str, Any] | None = None, **over: Any) -> RunConfig:
    """A run of a tiny network; `over` replaces whole groups."""
    data: dict[str, Any] = {
        "game": "generation",
        "dataset": "digits",
        "network": network or {"kind": "mlp", "z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1},
        "objective": "relativistic",
        "optimizer": {"kind": "adam", "lr": 1e-3},
        "training": {"batch": 4, "kimg": 1, "device": "cpu"},
    }
    return RunConfig.read({**data, **over})


def images(n: int = 640, size: tuple[int, int, int] = (8, 8, 1), *, classes: int = 0) -> Stored:
    """Random pictures whose first pixel tells their index modulo 256."""
    x = np.random.default_rng(0).integers(0, 256, (n, *size), dtype=np.uint8)
    x[:, 0, 0, 0] = np.arange(n) % 256
    names = tuple(f"class {i}" for i in range(classes))
    return Stored("image", x, np.arange(n, dtype=np.int64) % classes if classes else None, names)


def whole(trainer: Trainer) -> Part:
    """The draws of a turn that passes its whole batch at once."""
    return Part(trainer, [], trainer.batch, (0, trainer.batch))
