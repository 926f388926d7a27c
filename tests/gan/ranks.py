"""Several processes that train together, as torchrun starts them, for tests: each case is trained by every rank and rank by rank kept.

A child of this module is `python -m tests.gan.ranks CASES.json FOLDER`; it writes FOLDER/CASE.RANK.safetensors.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from studio.gan.config import RunConfig
from studio.gan.distributed import World
from studio.gan.player import Player
from studio.gan.trainer import Trainer
from tests.gan.making import images


def environment(rank: int, size: int, port: int) -> dict[str, str]:
    """What torchrun gives its processes."""
    own = {"RANK": str(rank), "LOCAL_RANK": str(rank), "WORLD_SIZE": str(size), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    return {**os.environ, **own, "OMP_NUM_THREADS": "1"}


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def start(size: int, arguments: list[str], **how: Any) -> list[subprocess.Popen[str]]:
    """So many processes of this Python that find each other."""
    port = free_port()
    return [subprocess.Popen([sys.executable, *arguments], env=environment(rank, size, port), text=True, **how) for rank in range(size)]


def train_apart(cases: dict[str, dict[str, Any]], size: int, folder: Path) -> dict[str, list[dict[str, Tensor]]]:
    """Each case on so many processes; what every rank had at the end, by case."""
    file = folder / "cases.json"
    file.write_text(json.dumps(cases))
    children = start(size, ["-m", "tests.gan.ranks", str(file), str(folder)], stderr=subprocess.PIPE)
    said = [child.communicate(timeout=120)[1] for child in children]
    assert [child.returncode for child in children] == [0] * size, said
    return {name: [load_file(folder / f"{name}.{rank}.safetensors") for rank in range(size)] for name in cases}


def train(case: dict[str, Any], world: World | None = None) -> dict[str, Tensor]:
    """The case's weights after its steps, the gradients of the first step by phase, statistics and the training's state."""
    trainer = Trainer(RunConfig.read(case["config"]), images(classes=case.get("classes", 0)), world)
    found: dict[str, Tensor] = {}
    for name, player in trainer.players.items():
        player.descend = _watched(player, name, found)  # type: ignore[method-assign]
    for _ in range(case["steps"]):
        trainer.step()
    for name, (mean, low, high) in trainer.statistics().items():
        found[f"statistic {name}"] = torch.tensor([mean, low, high], dtype=torch.float64)
    for file, tensors in {**trainer.weights(), "state": trainer.state()}.items():
        found |= {f"{file}.{key}": value.clone().contiguous() for key, value in tensors.items()}
    return found


def _watched(player: Player, name: str, found: dict[str, Tensor]) -> Callable[[float], Tensor]:
    """The player's step, which keeps the gradients that it finds the first time."""
    descend = player.descend

    def watched(clip: float = 0.0) -> Tensor:
        for index, g in enumerate(player.gradients()):
            found.setdefault(f"first {name}.{index}", g.clone())
        return descend(clip)

    return watched


def main(cases: str, folder: str) -> None:
    world = World.from_environment()
    for name, case in json.loads(Path(cases).read_text()).items():
        save_file(train(case, world), Path(folder) / f"{name}.{world.rank}.safetensors")
    world.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
