"""Devices, number formats, and the guard that keeps non-finite gradients away from the weights without asking the device."""

from contextlib import AbstractContextManager

import torch
from torch import Tensor

from studio.errors import ConfigError, Problem
from studio.words import say

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16, "fp64": torch.float64}
SKIPS_IN_A_ROW = 20  # fp16 skips now and then while its scale settles; so many in a row are a failure
GROWTH_EVERY = 2000
_CORES = torch.get_num_threads()  # as torch found them, before anybody chose otherwise


def pick_device(name: str) -> torch.device:
    """The device of that name; `auto` is the first of cuda, mps, cpu that is there. ConfigError when it is not."""
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    try:
        device = torch.device(name)
    except RuntimeError:
        raise ConfigError([Problem("training.device", say("{name} is not a device; use auto, cpu, cuda, cuda:1 or mps", name=repr(name)))]) from None
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if not there.get(device.type, False) or (device.type == "cuda" and (device.index or 0) >= torch.cuda.device_count()):
        raise ConfigError([Problem("training.device", say("{name} is not on this machine; use auto or cpu", name=repr(name)))])
    return device


def use_threads(parallel: bool, threads: int = 0) -> int:
    """Lets torch use so many cores; 0 means every one, or one where the networks are too small to share: then waiting for each other costs more.

    Returns the number.
    """
    torch.set_num_threads(threads or (_CORES if parallel else 1))
    return torch.get_num_threads()


def cores() -> int:
    """How many threads torch found fitting when it was loaded."""
    return _CORES


def bf16_units(device: torch.device) -> bool:
    """Whether the device multiplies bf16 in hardware; without, it is slower than fp32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if device.type != "cpu":
        return False
    return any(has for name, has in torch.cpu.get_capabilities().items() if name.endswith("bf16"))


def autocast(device: torch.device, dtype: str) -> AbstractContextManager[None]:
    """The arithmetic of one turn; weights keep their own."""
    lower = dtype in ("bf16", "fp16")
    return torch.autocast(device.type, dtype=DTYPES[dtype] if lower else None, enabled=lower)


class Guard:
    """Judges one player's gradients on the device: a non-finite one makes the optimiser's kernel leave the weights alone.

    In fp32 and bf16 the first one latches `failed`; in fp16 the scale halves and only twenty in a row latch it.
    Nothing here waits for the device.
    """

    def __init__(self, device: torch.device, *, scaling: bool) -> None:
        self.scaling = scaling
        self.failed = torch.zeros((), device=device)
        self.scale = torch.full((), 2.0**13 if scaling else 1.0, device=device)
        self._streak = torch.zeros((), device=device)
        self._good = torch.zeros((), device=device)

    def judge(self, gradients: list[Tensor]) -> tuple[Tensor, Tensor]:
        """(skip 0 or 1, norm of the unscaled gradients), both scalars on the device."""
        norm = torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients)))
        bad = (~torch.isfinite(norm)).float()
        if not self.scaling:
            self.failed = torch.maximum(self.failed, bad)
            return self.failed, norm
        norm = norm / self.scale
        self._streak = (self._streak + 1) * bad
        self._good = (self._good + 1) * (1 - bad)
        self.failed = torch.maximum(self.failed, (self._streak >= SKIPS_IN_A_ROW).float())
        return torch.maximum(self.failed, bad), norm

    def settle(self) -> None:
        """After the optimiser's step: fp16's scale halves after a skip and doubles after 2,000 good steps."""
        if self.scaling:
            grow = self._good >= GROWTH_EVERY
            self.scale = torch.where(self._streak > 0, self.scale / 2, torch.where(grow, self.scale * 2, self.scale)).clamp(1.0, 2.0**24)
            self._good = torch.where(grow, 0.0, self._good)

    def state(self) -> dict[str, Tensor]:
        """What a resume needs."""
        return {"scale": self.scale, "streak": self._streak, "good": self._good}

    def load(self, state: dict[str, Tensor]) -> None:
        """Continues from `state`; `failed` starts clear."""
        device = self.scale.device
        self.scale, self._streak, self._good = (state[k].to(device) for k in ("scale", "streak", "good"))
        self.failed = torch.zeros((), device=device)
