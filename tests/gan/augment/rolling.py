"""Random numbers for augmentations without a trainer: what a test draws it can hand to a slow reference as well."""

import torch
from torch import Tensor

from studio.gan.augment import Augment
from studio.gan.draws import Part, parts


class Rolled:
    """A turn's draws (draws.Whole) from one seed, remembering what it gave."""

    def __init__(self, batch: int, seed: int = 0, dtype: torch.dtype = torch.float64) -> None:
        self.batch, self.dtype = batch, dtype
        self.generator = torch.Generator().manual_seed(seed)
        self.given: list[Tensor] = []

    def real(self) -> tuple[Tensor, Tensor | None]:
        raise NotImplementedError

    def latents(self) -> Tensor:
        raise NotImplementedError

    def labels(self) -> Tensor | None:
        raise NotImplementedError

    def normal(self, *shape: int) -> Tensor:
        self.given.append(torch.randn(shape, generator=self.generator, dtype=self.dtype))
        return self.given[-1]

    def uniform(self, *shape: int) -> Tensor:
        self.given.append(torch.rand(shape, generator=self.generator, dtype=self.dtype))
        return self.given[-1]

    def augment(self, x: Tensor, part: Part) -> Tensor:
        return x

    def judged(self, d_real: Tensor) -> None: ...

    def note(self, name: str, value: Tensor) -> None: ...

    def whole(self) -> Part:
        """The part that is the whole batch."""
        return Part(self, [], self.batch, (0, self.batch))

    def split(self, rows: list[tuple[int, int]]) -> list[Part]:
        """One part for each span of rows."""
        return list(parts(self, self.batch, rows))


def applied(augment: Augment, x: Tensor, p: float, *, seed: int = 0, batch: int = 0) -> Tensor:
    """x [N, C, H, W] after the augmentation at p; `batch` smaller than N joins reals and fakes."""
    dtype = torch.float64 if x.dtype == torch.float64 else torch.float32
    return augment.apply(x, torch.tensor(p), Rolled(batch or len(x), seed, dtype).whole())
