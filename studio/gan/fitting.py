"""How much of a batch passes at once, found before training begins by playing a round that is thrown away.

On a GPU parts are halved until one passes. A processor refuses nothing, it swaps: so two small rounds are counted and the whole is foretold.
"""

import weakref
from collections.abc import Iterator
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset, Stored
from studio.gan.precision import pick_device
from studio.gan.slices import Slices
from studio.gan.trainer import Trainer

MARGIN = 1.6  # scratch space of the kernels and gaps between allocations, which are not counted: up to 1.55 seen
PROBE_ROWS = 4  # with fewer, what does not grow with the batch hides what does
KEPT_COPIES = 5  # weights, gradients, the average and two moments
LITTLE = 256  # samples to try out settings with


class Fit(NamedTuple):
    """What a dry run found: `part` rows at a time, 0 for the whole batch; `need` bytes for the whole batch, 0 where that was not counted."""

    part: int
    need: int


class Watermark(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts the bytes of all tensors that are made while it is entered and still live: `now`, and the most at any time, `peak`."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.now = self.peak = 0
        self._known: dict[int, weakref.ref[torch.UntypedStorage]] = {}

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        for given in tree_leaves((args, kwargs)):
            if isinstance(given, Tensor):
                self._meet(given.untyped_storage(), counted=False)
        out = func(*args, **(kwargs or {}))
        for made in tree_leaves(out):
            if isinstance(made, Tensor):
                self._meet(made.untyped_storage(), counted=True)
        return out

    def _meet(self, storage: torch.UntypedStorage, *, counted: bool) -> None:
        key = storage._cdata
        if key in self._known:
            return
        size = storage.nbytes() if counted else 0

        def gone(_: object) -> None:
            self.now -= size
            del self._known[key]

        self._known[key] = weakref.ref(storage, gone)
        self.now += size
        self.peak = max(self.peak, self.now)


def little(dataset: Dataset) -> Dataset:
    """A few samples of a data set, enough to try out settings with."""
    if not isinstance(dataset, Stored):
        return dataset
    rows = dataset.train[:LITTLE]
    c = None if dataset.c is None else dataset.c[rows]
    return Stored(dataset.medium, dataset.x[rows], c, dataset.classes, known=dataset.known, mirror=dataset.mirror)


def with_rows(config: RunConfig, *, batch: int | None = None, part: int | None = None) -> RunConfig:
    """The same run with another batch, or with another part of it at a time."""
    changes = {k: v for k, v in (("batch", batch), ("micro_batch", part)) if v is not None}
    return config.model_copy(update={"training": config.training.model_copy(update=changes)})


def mixes_samples(networks: Iterator[nn.Module], config: RunConfig) -> bool:
    """Whether a batch in parts gives another result than the whole: where the networks look at statistics of the batch."""
    return config.network.uses_batch_statistics or any(isinstance(m, nn.modules.batchnorm._BatchNorm) for n in networks for m in n.modules())


def fit(config: RunConfig, dataset: Dataset, limit: int) -> Slices[Fit]:
    """The largest part of the batch that `limit` bytes allow, on a GPU those it has. `config` names every setting."""
    data, least = little(dataset), 2 if config.network.uses_batch_statistics else 1
    if pick_device(config.training.device).type == "cuda":
        return (yield from _tried(config, data, least))
    return (yield from _foretold(config, data, least, limit))


def _foretold(config: RunConfig, data: Dataset, least: int, limit: int) -> Slices[Fit]:
    """The memory of a round grows evenly with its rows."""
    batch = config.training.batch
    rows = min(PROBE_ROWS, batch)
    kept, small = _peak(with_rows(config, batch=rows, part=0), data)
    yield
    each = (_peak(with_rows(config, batch=2 * rows, part=0), data)[1] - small) / rows
    fixed = kept + small - each * rows
    need = int(MARGIN * (fixed + each * batch))
    if need <= limit:
        return Fit(0, need)
    room = int((limit / MARGIN - fixed) / max(each, 1.0))
    return Fit(max(least, min(room, batch - 1)), need)


def _peak(config: RunConfig, data: Dataset) -> tuple[int, int]:
    """Bytes that stay while training (weights, their gradients, averages and moments), and the most that passes take beside them."""
    trainer, most = Trainer(config, data), 0
    for name in trainer.players:
        with Watermark() as mark:
            trainer.differentiate(name)
        most = max(most, mark.peak)
        trainer.players[name].forget()
    weights = sum(p.nbytes for player in trainer.players.values() for p in player.parameters)
    return KEPT_COPIES * weights, most


def _tried(config: RunConfig, data: Dataset, least: int) -> Slices[Fit]:
    """Rounds on the GPU itself, which refuses what does not fit."""
    batch = config.training.batch
    part = batch
    while True:
        try:
            Trainer(with_rows(config, part=0 if part == batch else part), data).step()
            torch.cuda.synchronize()
        except torch.OutOfMemoryError:
            if part <= least:
                raise
            part = max(least, -(-part // 2))
        else:
            return Fit(0 if part == batch else part, 0)
        finally:
            torch.cuda.empty_cache()
        yield
