"""The engine's step, as `auto` runs it and in plain fp32 ÷ a plain-torch fp32 step of the same networks and batch: time and peak memory.

The plain step is what one would write down: Adam as torch has it, penalties by autograd, one average, no statistics, no guard. All three
train in this process in turn, and every turn of three gives one ratio, so that the machine's moods fall on all alike. Memory is the most
that all tensors take at any time, counted one by one. The load of the machine stands beside the figures.
"""

import copy
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import psutil
import torch
from torch import Tensor

from studio.gan import auto
from studio.gan.config import RunConfig
from studio.gan.datasets import Stored
from studio.gan.draws import Part
from studio.gan.fitting import Watermark
from studio.gan.precision import bf16_units
from studio.gan.slices import whole
from studio.gan.trainer import Trainer

ROUNDS = 7
PLENTY = 1 << 40
NETWORKS: dict[str, dict[str, Any]] = {
    "dcgan": {
        "network": {"kind": "dcgan", "width": 32, "z_dim": 64, "norm": "none"},
        "objective": {"kind": "relativistic", "penalty": "r1_r2", "gamma": 0.5, "penalty_every": 4},
    },
    "r3gan": {
        "network": {"kind": "r3gan", "width": 64, "z_dim": 64},
        "objective": {"kind": "relativistic", "penalty": "r1_r2", "gamma": 0.5},
    },
    "stylegan2": {
        "network": {"kind": "stylegan2"},
        "objective": {"kind": "non_saturating", "penalty": "r1", "gamma": 0.5, "penalty_every": 4},
    },
}
BATCHES = {"dcgan": 64, "r3gan": 8, "stylegan2": 16}
CASES = [(name, side) for name in NETWORKS for side in (32, 64)]
PLAIN = {"dtype": "fp32", "channels_last": "off", "compile": "off"}


def config(name: str, **precision: Any) -> RunConfig:
    return RunConfig.read(
        {
            **NETWORKS[name],
            "game": "generation",
            "dataset": "digits",
            "optimizer": {"kind": "adam", "lr": 2e-4},
            "precision": precision,
            "training": {"batch": BATCHES[name], "device": "cpu", "kimg": 1000},
        }
    )


def pictures(side: int) -> Stored:
    return Stored("image", np.random.default_rng(0).integers(0, 256, (512, side, side, 3), dtype=np.uint8), None)


class Drawn:
    """What a plain step draws, from torch's own generator: all that a family asks for."""

    def __init__(self, data: Tensor, batch: int, z_dim: int) -> None:
        self.data, self.batch, self.z_dim = data, batch, z_dim

    def real(self) -> tuple[Tensor, None]:
        return self.data[torch.randint(len(self.data), (self.batch,))].float().div(127.5).sub(1), None

    def latents(self) -> Tensor:
        return torch.randn(self.batch, self.z_dim)

    def labels(self) -> None:
        return None

    def normal(self, *shape: int) -> Tensor:
        return torch.randn(shape)

    def uniform(self, *shape: int) -> Tensor:
        return torch.rand(shape)

    def augment(self, x: Tensor, part: Part) -> Tensor:
        return x

    def judged(self, d_real: Tensor) -> None:
        pass

    def note(self, name: str, value: Tensor) -> None:
        pass


class Reference:
    """The game as one would write it down, in fp32."""

    def __init__(self, config: RunConfig, data: Stored) -> None:
        torch.manual_seed(0)
        self.config = config
        self.generator = config.network.generator(data.shape, 0)
        self.discriminator = config.network.discriminator(data.shape, 0)
        self.average = copy.deepcopy(self.generator)
        self.g_adam, self.d_adam = (torch.optim.Adam(n.parameters(), lr=2e-4, betas=(0.0, 0.99)) for n in (self.generator, self.discriminator))
        self.drawn = Drawn(torch.from_numpy(data.x).permute(0, 3, 1, 2).contiguous(), config.training.batch, config.network.z_dim)
        self.steps = 0

    def draws(self) -> Part:
        return Part(self.drawn, [], self.drawn.batch, (0, self.drawn.batch))

    def step(self) -> None:
        self.teach_d()
        self.teach_g()
        with torch.no_grad():
            for a, b in zip(self.average.parameters(), self.generator.parameters(), strict=True):
                a.lerp_(b, 0.001)
        self.steps += 1

    def teach_d(self) -> None:
        objective, draws = self.config.objective, self.draws()
        real, _ = draws.real()
        with torch.no_grad():
            fake = self.config.network.generate(self.generator, draws, None)
        due = self.steps % objective.penalty_every == 0
        real.requires_grad_(due)
        fake.requires_grad_(due and objective.penalty == "r1_r2")
        d_real, d_fake = self.discriminator(real), self.discriminator(fake)
        loss = objective.d_loss(d_real, d_fake)
        for d, x in ((d_real, real), (d_fake, fake)):
            if x.requires_grad:
                (slope,) = torch.autograd.grad(d.sum(), x, create_graph=True)
                loss = loss + objective.penalty_every * objective.gamma.start / 2 * slope.square().sum((1, 2, 3)).mean()
        self.d_adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.d_adam.step()

    def teach_g(self) -> None:
        objective, network, draws = self.config.objective, self.config.network, self.draws()
        self.discriminator.requires_grad_(False)
        real = draws.real()[0] if objective.pairs else None
        d_fake = self.discriminator(network.generate(self.generator, draws, None))
        with torch.no_grad():
            d_real = None if real is None else self.discriminator(real)
        loss = objective.g_loss(d_real, d_fake)
        extra = network.g_extra(self.generator, draws, None, self.steps)
        self.g_adam.zero_grad()
        (loss if extra is None else loss + extra).backward()  # type: ignore[no-untyped-call]
        self.g_adam.step()
        self.discriminator.requires_grad_(True)


def contenders(name: str, side: int) -> tuple[dict[str, tuple[Callable[[], None], int]], auto.Choice]:
    """Steps and threads by name, and what `auto` came to."""
    data = pictures(side)
    cores = torch.get_num_threads()
    choice = whole(auto.choose(config(name), data, PLENTY))
    chosen = Trainer(auto.settled(config(name), choice.setting, choice.part), data)
    plain = Trainer(config(name, **PLAIN), data)
    reference = Reference(config(name), data)
    return {"auto": (chosen.step, choice.setting.threads), "equal": (plain.step, cores), "reference": (reference.step, cores)}, choice


def seconds(step: Callable[[], None], threads: int, times: int) -> float:
    torch.set_num_threads(threads)
    began = time.perf_counter()
    for _ in range(times):
        step()
    return time.perf_counter() - began


def compare(name: str, side: int) -> Iterator[tuple[str, Any]]:
    """Figures of one case."""
    steps, choice = contenders(name, side)
    times = 4  # what is lazy comes every fourth step in all cases
    taken: dict[str, list[float]] = {who: [] for who in steps}
    for step, threads in steps.values():
        seconds(step, threads, times)
    for _ in range(ROUNDS):
        for who, (step, threads) in steps.items():
            taken[who].append(seconds(step, threads, times))
    case = f"{name} {side}×{side}"
    yield f"{case}: auto chose", choice.setting.words()
    for who in ("auto", "equal"):
        ratios = [a / b for a, b in zip(taken[who], taken["reference"], strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        yield f"{case}: {who} ÷ reference", middle
        yield f"{case}: {who} ÷ reference, quartiles", f"{low:.3f} to {high:.3f}"
        yield f"{case}: {who}, images/s", BATCHES[name] * times / statistics.median(taken[who])
    yield f"{case}: reference, images/s", BATCHES[name] * times / statistics.median(taken["reference"])


def peak(name: str, side: int, setting: auto.Setting | None) -> int:
    """Most bytes of tensors that live at any time while the networks are built and trained; the reference's where no setting is given."""
    data = pictures(side)
    with Watermark() as mark:
        if setting is None:
            made: Reference | Trainer = Reference(config(name), data)
        else:
            made = Trainer(auto.settled(config(name), setting, 0), data)
        for _ in range(5):
            made.step()
    return mark.peak


def memory(name: str, side: int, setting: auto.Setting) -> Iterator[tuple[str, Any]]:
    """Peak memory, counted tensor by tensor."""
    reference = peak(name, side, None)
    for who, how in (("auto", setting), ("equal", auto.Setting("fp32", False, False, 1))):
        yield f"{name} {side}×{side}: {who} ÷ reference, peak memory", peak(name, side, how) / reference
    yield f"{name} {side}×{side}: reference, peak memory in MB", reference / 1e6


def measure(cases: list[tuple[str, int]] = CASES) -> dict[str, Any]:
    """Every case; `auto ÷ reference` is to be .7 at most where there are bf16 units, `equal ÷ reference` 1.02, peak memory 1."""
    figures: dict[str, Any] = {"bf16 units": str(bf16_units(torch.device("cpu"))), "cores": os.cpu_count(), "load before": psutil.getloadavg()[0]}
    for name, side in cases:
        cores = torch.get_num_threads()
        found = dict(compare(name, side))
        torch.set_num_threads(cores)
        dtype, *rest = str(found[f"{name} {side}×{side}: auto chose"]).split(" · ")
        figures |= found | dict(memory(name, side, auto.Setting(dtype, "channels last" in rest, False, cores)))
    figures["load after"] = psutil.getloadavg()[0]
    return figures


if __name__ == "__main__":
    wanted = [(n, s) for n, s in CASES if not sys.argv[1:] or f"{n}{s}" in sys.argv[1:]]
    print(json.dumps(measure(wanted), ensure_ascii=False))
