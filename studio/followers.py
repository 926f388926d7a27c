"""A run that several processes train: the first has the worker and the folder, the others do with their part of each batch what its trainer does.

So nothing but a trainer's verbs crosses from process to process: commands, the clock, checkpoints and the journal are the worker's alone, and
what it decides between two steps happens on every process between the same two steps.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import torch
from torch import Tensor

from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset, paced
from studio.gan.distributed import Lost, World
from studio.gan.precision import use_threads
from studio.gan.trainer import NonFinite, Statistics, Trainer
from studio.runs.home import cache_folder, default_home

VOTE_S = 5.0  # how often a process that opens its data says that it lives


class Leader(Trainer):
    """The trainer of rank 0. Whatever changes its numbers it first tells to the followers, who do the same."""

    def __init__(self, config: RunConfig, dataset: Dataset, world: World) -> None:
        super().__init__(config, dataset, world)
        self._alike = False  # whether the followers hold what this process holds

    def step(self) -> None:
        self._align()
        self.world.tell()
        super().step()

    def statistics(self) -> Statistics:
        self._align()
        self._order("statistics")
        return super().statistics()

    def apply(self, config: RunConfig) -> None:
        super().apply(config)
        self._order("apply", config=config.dump())

    def renew(self, name: str) -> None:
        self._align()
        super().renew(name)
        self._order("renew", player=name)

    def load(self, weights: Mapping[str, Mapping[str, Tensor]], state: Mapping[str, Tensor]) -> list[str]:
        notes = super().load(weights, state)
        self._alike = False
        return notes

    def _align(self) -> None:
        """Gives the followers every tensor, once after a start or a load: they need no checkpoint of their own."""
        if self._alike:
            return
        tensors = _flat(self)
        self._order("take", tensors={name: [str(t.dtype).removeprefix("torch."), list(t.shape)] for name, t in tensors.items()})
        self.world.same(tensors.values())
        self._alike = True

    def _order(self, what: str, **details: Any) -> None:
        _order(self.world, what, **details)


def trainer_of(config: RunConfig, dataset: Dataset, world: World) -> Trainer:
    """The trainer for rank 0 of this world, which may be alone in it."""
    return Leader(config, dataset, world) if world.size > 1 else Trainer(config, dataset)


def gather(config: RunConfig, world: World) -> Iterator[float]:
    """Has every follower open the data and build the same trainer, and waits until all are ready. Yields so that its host can go on."""
    if world.size > 1:
        _order(world, "begin", config=config.dump())
        while not world.agree(True):
            yield 0.0


def beat(world: World) -> None:
    """Says that rank 0 is still there, while it does something that the others have no part in."""
    if world.size > 1:
        _order(world, "beat")


def dismiss(world: World) -> None:
    """Ends the followers. They must be waiting for an order, as they are between two of the trainer's verbs."""
    if world.size > 1:
        _order(world, "end")


def follow(world: World) -> Trainer | None:
    """Does what rank 0 does until it says that it is over; returns the trainer as it then is, None where nothing was begun.

    Lost when rank 0 is gone. A fault of this process is left for rank 0 to tell.
    """
    try:
        return _Follower(world).run()
    except Lost:
        raise
    except BaseException as fault:
        world.leave_word(f"{type(fault).__name__}: {fault}")
        raise


class _Follower:
    def __init__(self, world: World) -> None:
        self._world = world
        self._trainer: Trainer | None = None

    def run(self) -> Trainer | None:
        while True:
            line = self._world.hear()
            if not line:
                self._mine().step()
                continue
            order = json.loads(line)
            match order["do"]:
                case "begin":
                    self._trainer = self._begin(RunConfig.read(order["config"]))
                case "take":
                    _take(self._mine(), order["tensors"])
                case "apply":
                    self._mine().apply(RunConfig.read(order["config"]))
                case "renew":
                    self._mine().renew(order["player"])
                case "statistics":
                    self._count()
                case "end":
                    return self._trainer
                case _:  # a beat
                    pass

    def _mine(self) -> Trainer:
        assert self._trainer is not None, "an order came before the beginning"
        return self._trainer

    def _begin(self, config: RunConfig) -> Trainer:
        world = self._world
        busy = paced(lambda *_: _vote(world), VOTE_S)
        dataset = config.dataset.open(cache_folder(default_home()), busy)
        use_threads(config.network.parallel, config.precision.threads)
        trainer = Trainer(config, dataset, world)
        while not world.agree(True):
            pass
        return trainer

    def _count(self) -> None:
        with suppress(NonFinite):  # rank 0 finds the same, and tells of it
            self._mine().statistics()


def _vote(world: World) -> None:
    world.agree(False)


def _order(world: World, what: str, **details: Any) -> None:
    world.tell(json.dumps({"do": what, **details}))


def _flat(trainer: Trainer) -> dict[str, Tensor]:
    """Every tensor of a trainer under one name, on the CPU in the plain order."""
    named = {f"{file}/{name}": t for file, tensors in {**trainer.weights(), "state": trainer.state()}.items() for name, t in tensors.items()}
    return {name: t.detach().cpu().contiguous() for name, t in named.items()}


def _take(trainer: Trainer, shapes: Mapping[str, tuple[str, list[int]]]) -> None:
    """Receives the tensors that rank 0 gives and goes on from them."""
    tensors = {name: torch.empty(shape, dtype=getattr(torch, dtype)) for name, (dtype, shape) in shapes.items()}
    trainer.world.same(tensors.values())
    parts: dict[str, dict[str, Tensor]] = {}
    for name, t in tensors.items():
        file, _, key = name.partition("/")
        parts.setdefault(file, {})[key] = t
    state = parts.pop("state")
    trainer.load(parts, state)
