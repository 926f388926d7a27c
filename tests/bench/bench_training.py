"""r3gan at 32×32: images/s of a headless worker on a real run folder ÷ a bare hand-written loop of the same networks.

Both train in this process in turn, a few rounds each, and every pair of turns gives one ratio: the machine's moods fall on both alike.
The worker's clock stands still while the other runs, else it would pay twice for its ticks and pictures; and it starts after the
first minute, in which pictures may cost more.
"""

import copy
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import softplus

import studio.clock
import studio.pictures
import studio.worker
from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.worker import Worker
from tests.bench.r3gan32 import BATCH, BETAS, GAMMA, HALF_LIFE, LR, Z_DIM, make_pictures, settings

PAIRS, ROUNDS = 11, 3
PRECISIONS: dict[str, dict[str, Any]] = {
    "fp32": {"dtype": "fp32", "channels_last": "off"},
    "bf16 channels_last": {"dtype": "bf16", "channels_last": "on"},
}


class StoppedClock:
    """Takes the place of `time` in the worker: runs only while the worker does."""

    def __init__(self) -> None:
        self._left_out = 0.0

    def monotonic(self) -> float:
        """Seconds, without those left out."""
        return time.monotonic() - self._left_out

    def skip(self, seconds: float) -> None:
        """Leaves so many seconds out; negative ones are put in."""
        self._left_out += seconds


class BareLoop:
    """R3GAN's game as one would write it down: RpGAN, exact R1 and R2, fused Adam, an average; no statistics, no guard, no file."""

    def __init__(self, config: RunConfig, pictures: Path) -> None:
        torch.manual_seed(0)
        self.dtype = {"fp32": torch.float32, "bf16": torch.bfloat16}[config.precision.dtype]
        self.memory = torch.channels_last if config.precision.channels_last == "on" else torch.contiguous_format
        shape = (3, 32, 32)
        self.generator = config.network.generator(shape, 0).to(memory_format=self.memory)
        self.discriminator = config.network.discriminator(shape, 0).to(memory_format=self.memory)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)
        self.g_adam, self.d_adam = (torch.optim.Adam(n.parameters(), lr=LR, betas=BETAS, fused=True) for n in (self.generator, self.discriminator))
        self.weights = [p.detach() for p in self.generator.parameters()]
        self.averages = [p.detach() for p in self.average.parameters()]
        self.data = torch.stack([torch.from_numpy(np.array(Image.open(f))) for f in sorted(pictures.iterdir())]).permute(0, 3, 1, 2).contiguous()

    def __iter__(self) -> Iterator[None]:
        while True:
            self.teach_d()
            self.teach_g()
            torch._foreach_lerp_(self.averages, self.weights, 1 - 0.5 ** (BATCH / HALF_LIFE))
            yield

    def teach_d(self) -> None:
        with self.autocast():
            with torch.no_grad():
                fake = self.generator(torch.randn(BATCH, Z_DIM), None)
            real = self.real().requires_grad_()
            fake.requires_grad_()
            d_real, d_fake = self.discriminator(real, None), self.discriminator(fake, None)
            penalties = squared_gradient(d_real, real) + squared_gradient(d_fake, fake)
            loss = softplus(d_fake - d_real).mean() + GAMMA / 2 * penalties
        descend(self.d_adam, loss)

    def teach_g(self) -> None:
        self.discriminator.requires_grad_(False)
        with self.autocast():
            d_fake = self.discriminator(self.generator(torch.randn(BATCH, Z_DIM), None), None)
            with torch.no_grad():
                d_real = self.discriminator(self.real(), None)
            loss = softplus(d_real - d_fake).mean()
        descend(self.g_adam, loss)
        self.discriminator.requires_grad_(True)

    def real(self) -> Tensor:
        """A batch [N, 3, 32, 32] in [−1, 1]."""
        batch = self.data[torch.randint(len(self.data), (BATCH,))].float().div_(127.5).sub_(1)
        return batch.contiguous(memory_format=self.memory)

    def autocast(self) -> torch.autocast:
        return torch.autocast("cpu", dtype=self.dtype, enabled=self.dtype is not torch.float32)


def squared_gradient(d: Tensor, x: Tensor) -> Tensor:
    (gradient,) = torch.autograd.grad(d.sum(), x, create_graph=True)
    return gradient.square().flatten(1).sum(1).mean()


def descend(adam: torch.optim.Optimizer, loss: Tensor) -> None:
    loss.backward()  # type: ignore[no-untyped-call]
    adam.step()
    adam.zero_grad(set_to_none=True)


def seconds(rounds: Iterator[Any]) -> float:
    """That a turn takes."""
    began = time.perf_counter()
    for _ in range(ROUNDS):
        next(rounds)
    return time.perf_counter() - began


def compare(place: Path, pictures: Path, precision: dict[str, Any]) -> tuple[list[float], list[float]]:
    """Seconds of every turn, of the worker and of the bare loop."""
    config = RunConfig.read(settings(pictures, **precision))
    clock = StoppedClock()
    for module in (studio.clock, studio.pictures, studio.worker):
        setattr(module, "time", clock)  # noqa: B010 - mypy knows it as a module
    worker: Callable[[], Iterator[float]] = Worker(create_run(place, config)).run
    steps, bare = worker(), iter(BareLoop(config, pictures))
    for _ in range(6):  # opens the data, builds, saves; then trains
        next(steps)
    clock.skip(-61.0)
    ours, theirs = [seconds(steps)], [seconds(bare)]
    for _ in range(PAIRS):
        ours.append(seconds(steps))
        theirs.append(seconds(bare))
        clock.skip(theirs[-1])
    return ours[1:], theirs[1:]


def measure() -> dict[str, Any]:
    """Both precisions: the median of the pairs' ratios, their quartiles, and images/s."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as place:
        pictures = make_pictures(Path(place) / "pictures")
        for name, precision in PRECISIONS.items():
            ours, theirs = compare(Path(place) / precision["dtype"], pictures, precision)
            low, middle, high = statistics.quantiles([b / a for a, b in zip(ours, theirs, strict=True)], n=4)
            figures[f"{name}: worker ÷ bare loop, median"] = middle
            figures[f"{name}: its quartiles"] = f"{low:.3f} to {high:.3f}"
            figures[f"{name}: worker, images/s"] = BATCH * ROUNDS / statistics.median(ours)
            figures[f"{name}: bare loop, images/s"] = BATCH * ROUNDS / statistics.median(theirs)
    return figures


if __name__ == "__main__":
    print(json.dumps(measure()))
