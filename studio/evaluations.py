"""Measures checkpoints beside training, a slice at a time, with a share of the time. It trains nothing and chooses no metric's formula.

What is measured is read from the checkpoint's own files, or from a copy of the averaged G, and drawn from seeds: training's networks and
random numbers are never touched, and `gan-studio evaluate` of the same checkpoint gives the same figures.
"""

import time
from collections import deque
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from studio.errors import StudioError
from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset
from studio.gan.evaluate import COUNTS, Evaluation, Pretrained, Step, evaluate
from studio.gan.inception import Inception, find_weights, read_weights
from studio.gan.metrics import PretrainedMetric, choose, describe
from studio.gan.mixture import Mixture
from studio.gan.reference import Reference, gather
from studio.gan.sampling import Sampler
from studio.gan.stacked import Stack
from studio.messages import Evaluated, Event, Logged, Progressed
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.words import joined, say

TELL_S = 1.0  # between two events of progress
MEASURED_SAVES = ("interval", "asked", "end")  # the first checkpoint shows noise, and a stop should be quick
WAITING = 2  # measurements that wait at most: older ones are given up when checkpoints come faster than they can be measured


class _Task(NamedTuple):
    """What is to be measured: a checkpoint's folder, or a copy of the averaged G's weights."""

    nimg: int
    checkpoint: int | None = None
    folder: Path | None = None
    weights: dict[str, Tensor] | None = None

    @property
    def name(self) -> str:
        """It in words."""
        return say("G at {kimg:g} kimg", kimg=self.nimg / 1000) if self.checkpoint is None else say("checkpoint {number}", number=self.checkpoint)

    def failed(self, reason: str) -> str:
        """That it was not measured, and why."""
        if self.checkpoint is None:
            return say("G at {kimg:g} kimg was not measured: {reason}", kimg=self.nimg / 1000, reason=reason)
        return say("Checkpoint {number} was not measured: {reason}", number=self.checkpoint, reason=reason)


class Evaluations:
    """The measurements of one run, one at a time.

    tell: takes events; cache: where pretrained weights and what they saw of the data lie. Nothing is ever downloaded from here.
    """

    def __init__(self, store: CheckpointStore, dataset: Dataset, tell: Callable[[Event], None], *, device: torch.device, cache: Path) -> None:
        self._store, self._dataset, self._tell, self._device, self._cache = store, dataset, tell, device, cache
        self._waiting: deque[_Task] = deque(maxlen=WAITING)
        self._task: _Task | None = None
        self._work: Generator[Step, None, Evaluation] | None = None
        self._reference: Reference | None = None
        self._pretrained: Pretrained | None = None
        self._warned: set[str] = set()
        self._due = self._told = 0.0
        self._spent, self._since = 0.0, time.monotonic()
        self._measured_at: int | None = None

    def figure(self, config: RunConfig) -> str:
        """The name of the value that decides; empty when nothing is measured."""
        chosen = config.evaluation.metric
        if chosen == "none":
            return ""
        if chosen != "auto":
            return chosen
        if isinstance(self._dataset, Stack):
            return "reverse_kl"
        return "high_quality" if isinstance(config.dataset, Mixture) else "swd"

    def best(self, config: RunConfig) -> int | None:
        """The best checkpoint by the figure that decides, among those measured."""
        if not any(checkpoint.metrics for checkpoint in self._store.list()):
            return None  # without asking the metrics, whose libraries take a while to load
        figure = self.figure(config) or "swd"
        about = describe(figure)
        return self._store.best(figure, about.better if about else "lower")

    def consider(self, config: RunConfig, saved: Checkpoint, why: str) -> None:
        """Has a checkpoint measured that was just saved, where that is wanted."""
        if self.figure(config) and config.evaluation.checkpoints and why in MEASURED_SAVES:
            self._waiting.append(_Task(saved.nimg, saved.id, saved.path))

    def consider_live(self, config: RunConfig, nimg: int, averaged: Callable[[], Mapping[str, Tensor]]) -> None:
        """Has the averaged G measured when its time has come; only then are its weights asked for, and copied."""
        every = 1000 * config.evaluation.every_kimg
        if not every or not self.figure(config):
            return
        last = self._measured_at
        self._measured_at = nimg if last is None or nimg < last else last  # a rollback goes back
        if nimg - self._measured_at >= every:
            self._measured_at = nimg
            self._waiting.append(_Task(nimg, weights={k: v.detach().clone() for k, v in averaged().items()}))

    def advance(self, config: RunConfig, *, whole: bool = False) -> bool:
        """One slice of the work, when its time has come; whether any is left. With `whole` the share of the time does not bind."""
        if not self.figure(config):  # it was switched off meanwhile
            self.cancel()
        if self._work is None and not self._begin(config):
            return False
        started = time.monotonic()
        if whole or started >= self._due:
            self._slice(config)
            took = time.monotonic() - started
            self._spent += took
            share = config.evaluation.share
            self._due = started + took / share
        return self._work is not None or bool(self._waiting)

    def cancel(self) -> str:
        """Gives up what is under way and what waits; in words what that was, empty when there was nothing."""
        names = [task.name for task in ([self._task] if self._task else []) + list(self._waiting)]
        self._waiting.clear()
        self._leave_off()
        return joined(names)

    def share(self) -> float:
        """The share of the time that measuring took since this was asked last."""
        now = time.monotonic()
        share = self._spent / (now - self._since) if now > self._since else 0.0
        self._spent, self._since = 0.0, now
        return min(share, 1.0)

    def _begin(self, config: RunConfig) -> bool:
        while self._waiting:
            task = self._waiting.popleft()
            if self.figure(config) and (task.folder is None or task.folder.is_dir()):  # else it was thinned away meanwhile
                self._task, self._work = task, self._measure(config, task)
                return True
        return False

    def _slice(self, config: RunConfig) -> None:
        assert self._work is not None
        assert self._task is not None
        try:
            step = next(self._work)
        except StopIteration as end:
            found: Evaluation = end.value
            self._finish(config, self._task, found)
        except (MemoryError, torch.OutOfMemoryError):
            self._warn(self._task, say("the memory does not suffice beside training; choose a smaller evaluation.count"))
        except StudioError as fault:
            if self._task.folder is None or self._task.folder.is_dir():
                self._warn(self._task, str(fault))
            else:  # it was thinned away before its turn came, as a run's settings ask
                self._leave_off()
        else:
            if time.monotonic() - self._told >= TELL_S:
                self._told = time.monotonic()
                what = say("Measuring {what}: {step}", what=self._task.name, step=step.text)
                self._tell(Progressed(what=what, done=step.done, total=max(step.total, step.done + 1), measuring=True))

    def _measure(self, config: RunConfig, task: _Task) -> Generator[Step, None, Evaluation]:
        yield Step(0, 1, say("loading"))
        if self._reference is None:
            slices = gather(self._dataset, config.dataset, config.evaluation.count or COUNTS.get(self._dataset.medium, 2_000))
            while self._reference is None:
                try:
                    next(slices)
                except StopIteration as end:
                    self._reference = end.value
                yield Step(0, 1, say("reading the reference"))
        kinds = choose([self.figure(config)], self._reference)
        if any(isinstance(metric, PretrainedMetric) for metric in kinds.values()) and self._pretrained is None:
            weights = read_weights(find_weights(self._cache))
            self._pretrained = Pretrained(Inception(weights, device=str(self._device), cache=self._cache))
            yield Step(0, 1, say("loading Inception"))
        sampler = self._sampler(config, task)
        yield Step(0, 1, say("loading"))
        count = config.evaluation.count or None
        return (
            yield from evaluate(sampler, self._dataset, list(kinds), source=config.dataset, count=count, reference=self._reference, pretrained=self._pretrained)
        )

    def _sampler(self, config: RunConfig, task: _Task) -> Sampler:
        if task.folder is not None:
            return Sampler.from_checkpoint(task.folder, device=str(self._device))
        assert task.weights is not None
        return Sampler(config, self._dataset.shape, self._dataset.classes, task.weights, device=str(self._device))

    def _finish(self, config: RunConfig, task: _Task, found: Evaluation) -> None:
        figure = self.figure(config)
        basis = {name: about.dump() for name, about in found.basis.items()}
        if task.checkpoint is not None and task.folder is not None and task.folder.is_dir():
            self._store.measured(task.checkpoint, found.metrics, basis)
        about = describe(figure)
        self._tell(
            Evaluated(
                nimg=task.nimg,
                checkpoint=task.checkpoint,
                metrics=found.metrics,
                count=found.count,
                reference=found.reference,
                seconds=round(found.seconds, 3),
                figure=figure,
                better=about.better if about else "",
                basis=basis,
            )
        )
        self._leave_off()

    def _warn(self, task: _Task, reason: str) -> None:
        """Says it once: the next checkpoint would meet the same."""
        if reason not in self._warned:
            self._warned.add(reason)
            self._tell(Logged(level="warning", text=task.failed(reason)))
        self._leave_off()

    def _leave_off(self) -> None:
        if self._work is not None:
            self._work.close()
            self._tell(Progressed(what=say("Measuring"), done=1, total=1, measuring=True))
        self._task = self._work = None
