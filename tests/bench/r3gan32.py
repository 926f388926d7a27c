"""The run that the benches of training share: r3gan at 32×32 on pictures made here. Needs neither torch nor Qt."""

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

BATCH, Z_DIM = 8, 64
GAMMA, LR, BETAS, HALF_LIFE = 0.5, 2e-4, (0.0, 0.99), 10_000
PICTURES = 512


def settings(pictures: Path, **precision: Any) -> dict[str, Any]:
    """A run that nothing ends: everything that decides it, as RunConfig reads it."""
    return {
        "name": "bench",
        "game": "generation",
        "dataset": {"kind": "folder", "path": str(pictures), "height": 32, "width": 32, "channels": "3"},
        "network": {"kind": "r3gan", "width": 64, "z_dim": Z_DIM},
        "objective": {"kind": "relativistic", "penalty": "r1_r2", "gamma": GAMMA},
        "optimizer": {"kind": "adam", "lr": LR, "beta1": BETAS[0], "beta2": BETAS[1]},
        "ema": {"half_life_kimg": HALF_LIFE / 1000},
        "precision": precision,
        "training": {"kimg": 1e6, "batch": BATCH, "device": "cpu"},
        "saving": {"grid": 16},  # smaller pictures come oftener, for the same share of the time: every turn of a bench holds some
    }


def make_pictures(folder: Path) -> Path:
    """Noise over a colour: the arithmetic does not care."""
    random = np.random.default_rng(0)
    folder.mkdir()
    for i in range(PICTURES):
        pixels = random.integers(0, 128, (32, 32, 3), dtype=np.uint8) + random.integers(0, 128, 3, dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"{i:04d}.png")
    return folder
