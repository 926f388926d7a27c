"""A trainer's tensors as safetensors files, and back. Which folder, and when, is the worker's business."""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from studio.errors import RunError
from studio.gan.trainer import Trainer
from studio.words import say

NETWORKS = ("generator_ema", "generator", "discriminator")


def save(trainer: Trainer, folder: Path) -> None:
    """Writes generator_ema, generator, discriminator and state into an existing folder."""
    for name, tensors in trainer.weights().items():
        _write(folder / f"{name}.safetensors", tensors)
    _write(folder / "state.safetensors", trainer.state())


def load(trainer: Trainer, folder: Path) -> list[str]:
    """Goes on from a folder; returns what could not be taken over. RunError when it does not fit."""
    weights = {name: read(folder / f"{name}.safetensors") for name in NETWORKS}
    try:
        return trainer.load(weights, read(folder / "state.safetensors"))
    except RuntimeError as error:
        first = str(error).splitlines()[-1].strip()
        text = say(
            "checkpoint {name} does not fit the networks that these settings build ({fault}); use the network options it was trained with",
            name=folder.name,
            fault=first,
        )
        raise RunError(text) from None


def read(path: Path) -> dict[str, Tensor]:
    """The tensors of one file, on the CPU. RunError when it is missing or torn."""
    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise RunError(say("{path} cannot be read ({fault}); choose another checkpoint", path=path, fault=error)) from None


def finite(trainer: Trainer) -> bool:
    """Whether all weights of all networks are finite numbers."""
    return all(bool(torch.isfinite(t).all()) for tensors in trainer.weights().values() for t in tensors.values() if t.is_floating_point())


def size(trainer: Trainer) -> int:
    """Bytes that `save` will write, about."""
    return sum(t.nbytes for tensors in (*trainer.weights().values(), trainer.state()) for t in tensors.values())


def _write(path: Path, tensors: Mapping[str, Tensor]) -> None:
    # Layout is left to the networks: files hold the plain order.
    save_file({k: v.detach().cpu().contiguous() for k, v in tensors.items()}, path)
