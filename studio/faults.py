"""What ends a run against its will, in words that a person can act on. Raises nothing, writes nothing."""

import traceback

import torch

from studio.errors import ConfigError, StudioError
from studio.gan.config import RunConfig
from studio.gan.distributed import Lost
from studio.gan.trainer import NonFinite
from studio.machine import free_words
from studio.messages import Failed
from studio.runs.checkpoints import CheckpointStore
from studio.runs.space import NoSpace
from studio.words import mark, say

_PLAYERS = {"generator": mark("generator"), "discriminator": mark("discriminator")}


def failure(fault: Exception, config: RunConfig | None, store: CheckpointStore, nimg: int) -> Failed:
    """The event that tells of a fault. `config` is None where the settings were not read yet."""
    if isinstance(fault, NonFinite):
        return _non_finite(fault, store, nimg)
    if isinstance(fault, NoSpace):
        remedy = say("Free some space or move the run to another disk, then resume it: nothing saved before is lost.")
        return Failed(error="no_space", text=str(fault), remedy=remedy, nimg=nimg)
    if isinstance(fault, Lost):
        return _lost(fault, store, nimg)
    if isinstance(fault, StudioError):
        error = "config" if isinstance(fault, ConfigError) else "data"
        return Failed(error=error, text=str(fault), remedy=say("Mend what is named and start again."), nimg=nimg)
    if config is not None and lacks_memory(fault):
        return _out_of_memory(fault, config, nimg)
    text = say("Training stopped on an unforeseen fault: {kind}: {fault}", kind=type(fault).__name__, fault=fault)
    remedy = say("Resume from the last checkpoint; if it happens again, send the details.")
    return Failed(error="crash", text=text, remedy=remedy, details="".join(traceback.format_exception(fault)), nimg=nimg)


def lacks_memory(fault: BaseException) -> bool:
    """Whether an allocation was refused; torch has no class of its own for that on the CPU."""
    if isinstance(fault, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(fault, RuntimeError) and "alloc" in str(fault) and "memory" in str(fault)


def _non_finite(fault: NonFinite, store: CheckpointStore, nimg: int) -> Failed:
    last = max(store.list(), key=lambda c: c.id)
    text = say(
        "The {player}'s gradient became infinite or not a number near {kimg:g} kimg; training stopped before it reached the weights.",
        player=say(_PLAYERS.get(fault.player, fault.player)),
        kimg=nimg / 1000,
    )
    remedy = say(
        "Go back to checkpoint {number} ({kimg:g} kimg) with a lower learning rate, for example a quarter of it, or a gradient penalty; "
        "going back alone may only play the same again.",
        number=last.id,
        kimg=last.nimg / 1000,
    )
    return Failed(error="non_finite", text=text, remedy=remedy, nimg=nimg)


def _lost(fault: Lost, store: CheckpointStore, nimg: int) -> Failed:
    last = max(store.list(), key=lambda c: c.id, default=None)
    text = say("Training on several processes stopped near {kimg:g} kimg: {fault}.", kimg=nimg / 1000, fault=fault)
    where = say("from checkpoint {number} ({kimg:g} kimg)", number=last.id, kimg=last.nimg / 1000) if last else say("from its beginning")
    remedy = say("Resume goes on {where}: here on one process, or with `gan-studio resume RUN --distributed` by torchrun on as many as you like.", where=where)
    return Failed(error="lost", text=text, remedy=remedy, nimg=nimg)


def _out_of_memory(fault: BaseException, config: RunConfig, nimg: int) -> Failed:
    batch = config.training.batch
    first = str(fault).splitlines()[0] if str(fault) else say("allocation refused")
    free = free_words(config.training.device)
    text = say("The memory did not suffice for batches of {batch} ({reason}); {free}.", batch=batch, reason=first, free=free)
    remedy = say(
        "Lower training.batch from {batch} to {half}, or the network's width, or the resolution; then start or resume.", batch=batch, half=max(1, batch // 2)
    )
    return Failed(error="out_of_memory", text=text, remedy=remedy, nimg=nimg)
