"""Checkpoints of small untrained generators: real files, as a run keeps them."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from studio.gan.config import RunConfig

Maker = Callable[..., Path]


@pytest.fixture
def make_checkpoint(tmp_path: Path) -> Maker:
    """make_checkpoint(shape=(1, 8, 8), classes=(), seed=0, network=…) → the checkpoint's folder."""

    def make(shape=(1, 8, 8), classes=(), *, seed=0, network=None, broken=False) -> Path:
        config = RunConfig.read(
            {
                "game": "generation",
                "dataset": "ring" if len(shape) == 1 else "digits",
                "network": network or {"kind": "mlp", "z_dim": 4, "width": 16, "depth": 2, "d_width": 16},
                "objective": "relativistic",
                "optimizer": "adam",
            }
        )
        torch.manual_seed(seed)
        weights = config.network.generator(shape, len(classes)).state_dict()
        if broken:
            weights = {name: tensor * float("nan") for name, tensor in weights.items()}
        folder = tmp_path / f"checkpoint-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        save_file({k: v.contiguous() for k, v in weights.items()}, folder / "generator_ema.safetensors")
        sums = {"generator_ema.safetensors": hashlib.sha256((folder / "generator_ema.safetensors").read_bytes()).hexdigest()}
        about = {"config": config.dump(), "shape": shape, "classes": classes, "medium": "image" if len(shape) == 3 else "points", "sums": sums}
        (folder / "checkpoint.json").write_text(json.dumps(about))
        return folder

    return make
