"""Seeds to samples: the same seed gives the same bytes on the same device, whatever else is drawn beside it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import torch
from torch import Tensor

from studio.errors import ConfigError, Problem, RunError
from studio.gan.checkpoint import read
from studio.gan.config import RunConfig
from studio.gan.precision import pick_device
from studio.told import reason_of
from studio.words import say

CHUNK = 32  # every pass has exactly so many rows: another number of rows may round otherwise


def latents(seeds: Sequence[int], z_dim: int) -> Tensor:
    """z [N, z_dim] ~ N(0, I) on the CPU, each row from its own seed alone."""
    generator = torch.Generator()
    rows = [torch.randn(z_dim, generator=generator.manual_seed(seed)) for seed in seeds]
    return torch.stack(rows) if rows else torch.empty(0, z_dim)


def labels(seeds: Sequence[int], classes: int, c: int | None = None) -> Tensor | None:
    """c [N]: the given class, or one drawn evenly from each seed; None without classes."""
    if not classes:
        return None
    if c is not None:
        return torch.full((len(seeds),), c)
    generator = torch.Generator()
    drawn = [int(torch.randint(classes, (), generator=generator.manual_seed(seed ^ 0x5EED))) for seed in seeds]
    return torch.tensor(drawn, dtype=torch.int64)


class Sampler:
    """A generator that only samples."""

    def __init__(self, config: RunConfig, shape: tuple[int, ...], classes: tuple[str, ...], weights: dict[str, Tensor], *, device: str = "auto") -> None:
        """weights: of generator_ema. RunError when they do not fit the network of `config`."""
        self.config, self.shape, self.classes = config, shape, classes
        self.device = pick_device(device)
        with torch.random.fork_rng(devices=[]):
            self._generator = config.network.generator(shape, len(classes))
        try:
            self._generator.load_state_dict(weights)
        except RuntimeError as error:
            raise RunError(say("the generator's file does not fit its settings: {fault}", fault=str(error).splitlines()[-1].strip())) from None
        self._generator.to(self.device).eval()

    @classmethod
    def from_checkpoint(cls, folder: Path, *, device: str = "auto") -> Self:
        """The EMA generator of a checkpoint's folder. RunError when it is torn."""
        try:
            about = json.loads((folder / "checkpoint.json").read_text())
            config = RunConfig.read(about["config"])
            shape, classes = tuple(about["shape"]), tuple(about["classes"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            text = say("{path} cannot be read ({fault}); choose another checkpoint", path=folder / "checkpoint.json", fault=reason_of(error))
            raise RunError(text) from None
        return cls(config, shape, classes, read(folder / "generator_ema.safetensors"), device=device)

    @torch.no_grad()
    def draw(self, seeds: Sequence[int], *, psi: float = 1.0, c: int | None = None) -> tuple[Tensor, Tensor | None]:
        """(x float32 [N, *shape], c [N] or None) on the CPU. ψ below 1 is more typical and less varied."""
        if c is not None and not 0 <= c < len(self.classes):
            if self.classes:
                text = say("there is no class {number}; the classes are 0 to {last}", number=c, last=len(self.classes) - 1)
            else:
                text = say("there is no class {number}; the classes are none: this run was trained without labels", number=c)
            raise ConfigError([Problem("class", text)])
        given = labels(seeds, len(self.classes), c)
        return self.draw_at(latents(seeds, self.config.network.z_dim), given, psi=psi), given

    @torch.no_grad()
    def draw_at(self, z: Tensor, c: Tensor | None, *, psi: float = 1.0) -> Tensor:
        """x float32 [N, *shape] on the CPU, of latents z [N, z_dim] and, where the run knows classes, c [N]."""
        parts = [self._chunk(z[i : i + CHUNK], None if c is None else c[i : i + CHUNK], psi) for i in range(0, len(z), CHUNK)]
        return torch.cat(parts) if parts else torch.empty(0, *self.shape)

    def _chunk(self, z: Tensor, c: Tensor | None, psi: float) -> Tensor:
        n = len(z)
        z = torch.nn.functional.pad(z, (0, 0, 0, CHUNK - n))
        if c is not None:
            c = torch.nn.functional.pad(c, (0, CHUNK - n)).to(self.device)
        made = self.config.network.sample(self._generator, z.to(self.device), c, psi)
        return made[:n].float().cpu()
