"""How fast this machine trains: real images a second of each network family, on data made up in memory."""

import time
from typing import Any

import numpy as np
import torch

from studio.gan.config import RunConfig
from studio.gan.datasets import Stored
from studio.gan.precision import pick_device
from studio.gan.trainer import Trainer

CASES = (
    ({"kind": "mlp", "width": 256, "depth": 3, "d_width": 256, "d_depth": 3}, (8, 8, 1), 64),
    ({"kind": "dcgan", "width": 32, "norm": "none"}, (32, 32, 3), 64),
    ({"kind": "r3gan", "width": 64}, (32, 32, 3), 32),
)


def measure(seconds: float, device: str) -> dict[str, Any]:
    """Every case in fp32 and bf16; each measured for about `seconds` after two steps of warm-up."""
    where = pick_device(device)
    results = [_case(network, shape, batch, dtype, seconds, str(where)) for network, shape, batch in CASES for dtype in ("fp32", "bf16")]
    return {"device": str(where), "torch": torch.__version__, "threads": torch.get_num_threads(), "results": results}


def _case(network: dict[str, Any], shape: tuple[int, int, int], batch: int, dtype: str, seconds: float, device: str) -> dict[str, Any]:
    config = RunConfig.read(
        {
            "game": "generation",
            "dataset": "digits",
            "network": network,
            "objective": "relativistic",
            "optimizer": "adam",
            "precision": {"dtype": dtype, "channels_last": "on" if dtype == "bf16" else "off"},
            "training": {"batch": batch, "device": device},
        }
    )
    x = np.random.default_rng(0).integers(0, 256, (1024, *shape), dtype=np.uint8)
    trainer = Trainer(config, Stored("image", x, None))
    for _ in range(2):
        trainer.step()
    trainer.statistics()
    start, first = time.perf_counter(), trainer.nimg
    while time.perf_counter() - start < seconds:
        trainer.step()
    trainer.statistics()
    rate = (trainer.nimg - first) / (time.perf_counter() - start)
    return {"network": config.network.kind, "shape": "×".join(map(str, shape)), "batch": batch, "dtype": dtype, "images_per_second": rate}
