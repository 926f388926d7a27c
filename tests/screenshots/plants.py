"""Trainings that fail on purpose, one for each of the doctor's alarms: tiny networks on tiny data, each with the settings that make it fail."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from sklearn.datasets import load_digits

from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.messages import AlarmRaised, SetOption
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from studio.worker import Worker

Options = Mapping[str, Any]
BARE = {"kind": "non_saturating", "penalty": "none"}
MLP = {"kind": "mlp", "z_dim": 32, "width": 128, "depth": 2, "d_width": 128, "d_depth": 2}
BASE: dict[str, Any] = {
    "game": "generation",
    "dataset": "digits",
    "network": MLP,
    "objective": {"kind": "non_saturating", "penalty": "r1", "gamma": 0.1},
    "optimizer": {"kind": "adam", "lr": 1e-3, "beta1": 0.0, "beta2": 0.99},
    "precision": {"dtype": "fp32", "channels_last": "off", "compile": "off", "threads": 1},
    "training": {"batch": 64, "device": "cpu", "kimg": 1000},
    "evaluation": {"metric": "none"},
    "doctor": {"share": 0.2},
}
SLOW_G: dict[str, Any] = {"kind": "adam", "lr": 5e-5, "lr_ratio": 60, "beta1": 0.0, "beta2": 0.99}


@dataclass(frozen=True)
class Plant:
    """A training that fails.

    before: the data of a training whose networks it begins with; start: groups of settings that take the place of the base's; later: options set once `at`
    images were shown; most: images after which it is given up.
    """

    words: str
    start: Options = field(default_factory=dict)
    before: str = ""
    later: Options = field(default_factory=dict)
    at: int = 40_000  # images after which `later` is set
    most: int = 200_000


STRONG_D: dict[str, Any] = {"objective": BARE, "optimizer": SLOW_G, "game": {"kind": "generation", "d_steps": 3}}
STILL: dict[str, Any] = {"optimizer": {**BASE["optimizer"], "lr": 1e-6}}
# `underfit` is no plant: the MNIST training of tests.verify.doctor_pictures has it on its way.
PLANTS: dict[str, Plant] = {
    "total_collapse": Plant("Digits that were learnt well, then a D that stands still.", later={"objective": BARE, "optimizer.lr_ratio": 1e-4}),
    "mode_drop": Plant("Digits, by a G that knows only 0 to 4 and learns no more.", STILL, before="half", at=150_000, most=100_000),
    "low_variety": Plant("Digits from a latent of one single number.", {"network": {**MLP, "z_dim": 1}}),
    "hopping": Plant("Digits at a high rate with much momentum.", later={"objective": BARE, "optimizer.beta1": 0.8, "optimizer.lr": 4e-3}),
    "d_dominates": Plant("Digits by class; D learns 60 times as fast as G.", {**STRONG_D, "dataset": {"kind": "digits", "labelled": True}}),
    "d_too_weak": Plant("Digits that were learnt well, then a D that stands still.", later={"objective": BARE, "optimizer.lr_ratio": 1e-4}),
    "d_overfit": Plant("Fifty digits, no more.", {"dataset": {"kind": "folder", "path": "few"}, "objective": {**BASE["objective"], "gamma": 0.01}}),
    "memorised": Plant(
        "Digits by class, by a G that was shown one digit of each class.", {**STILL, "dataset": {"kind": "digits", "labelled": True}}, before="single"
    ),
    "grad_vanish": Plant("Digits that were learnt well, then a D that stands still.", later={"objective": BARE, "optimizer.lr_ratio": 1e-4}),
    "numeric_blowup": Plant("Digits at a rate fifty times too high.", later={"objective": BARE, "optimizer.beta1": 0.9, "optimizer.lr": 0.05}),
    "not_learning": Plant("Coloured shapes by networks too plain for them.", {"dataset": {"kind": "shapes", "resolution": 16}}),
    "aug_leak": Plant("Digits, every picture turned and mirrored before D sees it.", {"augment": {"kind": "ada", "p": 1.0, "geometry": 0.0, "colour": 0.0}}),
    "checker": Plant("Digits by class; D learns 60 times as fast as G.", {**STRONG_D, "dataset": {"kind": "digits", "labelled": True}}),
    "colour": Plant(
        "Tinted digits, by a G that knows only pale ones.", {**STILL, "dataset": {"kind": "folder", "path": "tinted"}}, before="pale", at=400_000, most=60_000
    ),
    "label_ignored": Plant("Digits whose classes were dealt out at random.", {"dataset": {"kind": "folder", "path": "dealt", "labelled": True}}),
    "latent_ignored": Plant(
        "Digits by class, by a G that was shown one digit of each class.", {**STILL, "dataset": {"kind": "digits", "labelled": True}}, before="single"
    ),
}


def write_data(place: Path) -> None:
    """Folders of digits: `few` of them, `half` of their kinds, `tinted` and `pale` ones, some `dealt` out among the classes."""
    digits, random = load_digits(), np.random.default_rng(0)
    pixels = (digits.images * 255 / 16).astype(np.uint8)
    for n, picture in enumerate(pixels):
        _save(place / "dealt" / str(random.integers(10)) / f"{n:04d}.png", picture)
        hue = random.random()
        colour = np.clip(0.5 + 0.5 * np.cos(2 * np.pi * (hue + np.array([0, 1 / 3, 2 / 3]))), 0.05, 1)
        tinted = picture[..., None] * colour
        _save(place / "tinted" / f"{n:04d}.png", tinted.astype(np.uint8))
        _save(place / "pale" / f"{n:04d}.png", (0.5 * tinted + 0.5 * tinted.mean(2, keepdims=True)).astype(np.uint8))
        if n < 10:
            for copy in range(40):
                _save(place / "single" / str(digits.target[n]) / f"{copy:04d}.png", picture)
        if digits.target[n] < 5:
            _save(place / "half" / f"{n:04d}.png", picture)
        if n < 50:
            _save(place / "few" / f"{n:04d}.png", picture)


def _save(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = io.BytesIO()
    Image.fromarray(pixels).save(whole, "PNG")
    path.write_bytes(whole.getvalue())


def grow(alarm: str, place: Path, seed: int = 0) -> tuple[RunFolder, AlarmRaised | None, list[str]]:
    """Trains the plant until its alarm is raised. The run, the alarm, and all alarms that there were, in their order."""
    plant = PLANTS[alarm]
    options = {**BASE, **plant.start, "name": alarm}
    options["training"] = {**BASE["training"], "seed": seed}
    if (data := options["dataset"]) != "digits" and data.get("path"):
        options["dataset"] = {**data, "path": str(place / data["path"])}
    if plant.before:
        options["transfer"] = {"run": str(_learn(alarm, plant, options, place).path)}
    folder = create_run(place / "runs" / alarm, RunConfig.read(options))
    view, waits, found, seen = RunView(folder), dict(plant.later), [], 0
    worker = Worker(folder)
    for n, _ in enumerate(worker.run()):
        if n % 100 == 0:
            found += [event for event in view.poll() if isinstance(event, AlarmRaised)]
            if waits and view.run.nimg >= plant.at:
                for path, value in waits.items():
                    ask(folder, SetOption(path=path, value=value))
                waits = {}
            if len(found) > seen or view.run.nimg > plant.most:
                seen = len(found)
                if view.run.nimg > plant.most or any(one.alarm == alarm for one in found):
                    worker.ask_to_stop()
    return folder, next((one for one in found if one.alarm == alarm), None), [f"{one.alarm} at {one.nimg}" for one in found]


def _learn(alarm: str, plant: Plant, options: dict[str, Any], place: Path) -> RunFolder:
    """A training on other data that goes well."""
    labelled = isinstance(options["dataset"], dict) and options["dataset"].get("labelled", False)
    good = {
        **options,
        "dataset": {"kind": "folder", "path": str(place / plant.before), "labelled": labelled},
        "optimizer": BASE["optimizer"],
        "doctor": {"on": False},
    }
    good["training"] = {**options["training"], "kimg": plant.at / 1000}
    folder = create_run(place / "runs" / f"before {alarm}", RunConfig.read(good))
    for _ in Worker(folder).run():
        pass
    return folder
