"""Trainings with and without checks in between, for tests; in a world of several processes as `python -m tests.doctor.probing FOLDER`."""

import sys
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

from studio.doctor.probe import Probe
from studio.gan.datasets import Dataset
from studio.gan.distributed import World
from studio.gan.slices import whole
from studio.gan.trainer import Trainer
from tests.gan.making import config, images

FAMILIES: dict[str, dict[str, Any]] = {
    "mlp": {"kind": "mlp", "z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1},
    "dcgan batch": {"kind": "dcgan", "z_dim": 4, "width": 4, "norm": "batch"},
    "dcgan spectral": {"kind": "dcgan", "z_dim": 4, "width": 4, "norm": "spectral"},
    "r3gan": {"kind": "r3gan", "z_dim": 4, "width": 8, "blocks": 1, "group_size": 8},
    "stylegan2": {"kind": "stylegan2", "z_dim": 4, "w_dim": 4, "width": 4, "max_width": 8},
    "fastgan": {"kind": "fastgan", "z_dim": 4, "width": 2, "max_width": 8},
}


def trainer_of(family: str, dataset: Dataset, world: World | None = None, **over: Any) -> Trainer:
    """A tiny trainer; the simplest objective where the family goes with it."""
    return Trainer(config(FAMILIES[family], **over), dataset, world)


def probe_of(trainer: Trainer, **how: Any) -> Probe:
    return Probe(trainer, trainer.dataset, trainer.config, **how)


def tensors(trainer: Trainer) -> dict[str, Tensor]:
    """Everything that decides how training goes on, and what it has noted."""
    found = {f"{file}.{key}": value.clone() for file, part in {**trainer.weights(), "state": trainer.state()}.items() for key, value in part.items()}
    for name, numbers in trainer.statistics().items():
        found[f"statistic {name}"] = torch.tensor(numbers, dtype=torch.float64)
    return {name: value.contiguous() for name, value in found.items()}


def train(trainer: Trainer, steps: int, *, checks: bool) -> tuple[dict[str, Tensor], int]:
    """What there is after so many steps, and how many checks were made meanwhile: whole ones at first, then a few slices after every step."""
    probe, work, made = probe_of(trainer), None, 0
    for step in range(steps):
        trainer.step()
        if not checks:
            continue
        if step < 2:
            whole(probe.slices())
            made += 1
            continue
        for _ in range(12):
            work = work or probe.slices()
            try:
                next(work)
            except StopIteration:
                work, made = None, made + 1
    return tensors(trainer), made


def main(folder: str) -> None:
    """Rank 0 checks, the others do not; each rank keeps what it has, and that of a training without checks."""
    world = World.from_environment()
    for checks in (False, True):
        trainer = trainer_of("mlp", images(400), world)
        probe, made = probe_of(trainer), 0
        for step in range(60):
            trainer.step()
            if checks and probe.due(step, 1.0):
                whole(probe.slices())
                made += 1
        found = {**tensors(trainer), "made": torch.tensor(made)}
        save_file(found, Path(folder) / f"{checks}.{world.rank}.safetensors")
    world.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
