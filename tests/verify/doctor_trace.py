"""Trains one case of the doctor's suite and writes down, check by check, what the doctor measured, the losses, and what the samples really were.

No alarm is raised here: that a course makes of the signals later, so that detectors can be changed without training again. Checks come every so many
steps and not by the clock, so that a trace is the same on a slow machine.
"""

import copy
import math
import time
from typing import Any

import numpy as np
import torch
from torch import nn

from studio.doctor.probe import Probe
from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset, Stored
from studio.gan.media import medium
from studio.gan.networks.dcgan import Dcgan
from studio.gan.slices import whole
from studio.gan.trainer import NonFinite, Trainer
from tests.verify import doctor_truth as truth
from tests.verify.doctor_cases import EVERY, SWITCH, Case, base
from tests.verify.doctor_data import opened, source, spread

JUDGED = 400  # samples that tell the truth
TOLD_EVERY = 2  # checks
LOSSES = ("loss/D", "loss/G", "d/real", "d/fake")

Trace = dict[str, Any]


class Chequered(Dcgan):
    """Transposed convolutions whose stride does not divide their kernel, after Odena et al., 2016: what makes the pattern."""

    def generator(self, shape: tuple[int, ...], classes: int) -> nn.Module:
        made = super().generator(shape, classes)
        layers = made.layers
        assert isinstance(layers, nn.Sequential)
        for n, layer in enumerate(layers):
            if isinstance(layer, nn.ConvTranspose2d):
                layers[n] = nn.ConvTranspose2d(layer.in_channels, layer.out_channels, 3, stride=2, padding=1, output_padding=1)
                nn.init.normal_(layers[n].weight, 0.0, 0.02)
        return made


def settings(case: Case) -> RunConfig:
    """The run's settings at its start."""
    config = RunConfig.read({**base(case.data.removeprefix("few ")), "dataset": source(case.data).dump()})
    changes = {**case.start, "training.seed": case.seed, "training.kimg": case.steps * 64 / 1000}
    return changed(config, changes)


def changed(config: RunConfig, options: dict[str, Any], *, live: bool = False) -> RunConfig:
    """With these options, by dotted path."""
    for path, value in options.items():
        config = config.with_option(path, value, live=live)
    return config


def traced(case: Case) -> Trace:
    """Trains it. JSON-like: the settings, and a check every `EVERY` steps."""
    torch.set_num_threads(1)
    config = settings(case)
    dataset = opened(case.data, labelled=case.labelled, wrong_labels=case.wrong_labels)
    used = config.model_copy(update={"network": Chequered(**{k: v for k, v in config.network.dump().items() if k != "kind"})}) if case.chequered else config
    trainer = Trainer(used, dataset)
    probe = Probe(trainer, dataset, used)
    checks: list[dict[str, Any]] = []
    look = Look(case, trainer, dataset)
    began, ended = time.perf_counter(), ""
    try:
        for step in range(1, case.steps + 1):
            if step == SWITCH + 1 and case.later:
                config = changed(config, case.later, live=True)
                trainer.apply(config)
            trainer.step()
            if step % EVERY == 0:
                checks.append(_check(trainer, probe, look, len(checks)))
    except NonFinite as fault:
        ended = f"{fault.player}'s gradient is not finite"
    return {
        "name": case.name,
        "options": settings(case).dump(),
        "later": config.dump() if case.later else None,
        "medium": dataset.medium,
        "seconds": round(time.perf_counter() - began, 1),
        "ended": ended,
        "checks": checks,
    }


def _check(trainer: Trainer, probe: Probe, look: "Look", number: int) -> dict[str, Any]:
    signals = whole(probe.slices())
    statistics = trainer.statistics()
    found = {
        "nimg": trainer.nimg,
        "signals": {name: _short(value) for name, value in signals.items()},
        "losses": {name: _short(statistics[name][0]) for name in LOSSES if name in statistics},
    }
    return found | ({"truth": look.told()} if number % TOLD_EVERY == 1 else {})


class Look:
    """The truth of one run, of the same latents every time."""

    def __init__(self, case: Case, trainer: Trainer, dataset: Dataset) -> None:
        self._case, self._trainer, self._dataset = case, trainer, dataset
        self._before: np.ndarray[Any, Any] | None = None

    def told(self) -> dict[str, float]:
        """What the samples are now; `moved`: how far they went since the last time, in standard deviations of the data."""
        case, dataset = self._case, self._dataset
        samples = drawn(self._trainer, dataset, JUDGED, case.seed)
        if not np.isfinite(samples).all():
            return {"kept": 0.0, "good": 0.0}
        told = truth.told(case.data, samples)
        if self._before is not None:
            step = samples.astype(float) - self._before.astype(float)
            told["moved"] = float(np.sqrt(np.square(step).mean()) / spread(case.data))
        self._before = samples
        if case.family == "few pictures" and isinstance(dataset, Stored):
            told["copies"] = truth.copies(samples, dataset.x[dataset.train])
        if case.family == "leak":
            told["turned"] = truth.turned(case.data, samples)
        if case.chequered and isinstance(dataset, Stored):
            told["chequered"] = truth.chequered(samples) / max(truth.chequered(dataset.x[:JUDGED]), 1e-9)
        return {name: _short(value) for name, value in told.items()}


@torch.no_grad()
def drawn(trainer: Trainer, dataset: Dataset, n: int, seed: int) -> np.ndarray[Any, Any]:
    """Samples of G as it is now, as files have them; random numbers of their own."""
    random = torch.Generator().manual_seed(seed + 77)
    generator = copy.deepcopy(trainer.networks["generator"]).eval()
    z = torch.randn(n, trainer.config.network.z_dim, generator=random)
    c = torch.randint(len(dataset.classes), (n,), generator=random) if dataset.classes else None
    x = trainer.config.network.sample(generator, z, c)
    return x.numpy() if dataset.medium == "points" else medium(dataset.medium).to_array(x)


def _short(value: float) -> float:
    return float(f"{value:.5g}") if math.isfinite(value) else 0.0
