"""What a start does with `auto`: keeps to the choice that the run, or another like it on this machine, has made, or has it measured. Trains nothing.

The same settings on the same machine come to the same choice, for it is kept in the cache: so the same seed gives the same run.
"""

import hashlib
import json
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import psutil
import torch
from pydantic import ValidationError

from studio import __version__
from studio.gan import auto
from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset
from studio.gan.fitting import with_rows
from studio.gan.precision import pick_device
from studio.machine import free_memory, machine_words
from studio.messages import AutoChose, Event, Json, Logged, Progressed
from studio.runs.files import replace_file
from studio.runs.fold import Run
from studio.runs.home import cache_folder, default_home
from studio.runs.space import NoSpace
from studio.words import mark, say

MEMORY_SHARE = 0.8  # of what is free may be planned with
BUSY_SHARE = 0.75  # of the cores, taken in the last minute: what is measured then says little of a quiet machine
WHAT = mark("Finding the fastest settings")


def settle(
    config: RunConfig, dataset: Dataset, before: Run, tell: Callable[[Event], None], look: Callable[[], None], *, processes: int = 1
) -> Generator[float, None, AutoChose]:
    """What this start runs with, told where it is news. `look` is called often and may raise to end it; `processes` share every batch."""
    config = with_rows(config, batch=max(1, config.training.batch // processes))
    device, asked, held = machine_words(pick_device(config.training.device)), _asked(config), before.chosen
    if held is not None and (held.device, held.asked) == (device, asked):
        return held
    if held is not None and held.device != device and before.segments:
        tell(
            Logged(
                level="warning",
                text=say(
                    "The run was trained on {before} before and goes on on {now}. What is fastest is measured anew, "
                    "and from here on the run no longer equals an uninterrupted one bit for bit.",
                    before=held.device,
                    now=device,
                ),
            )
        )
    if held is None and before.segments:
        found = _chose(auto.Choice(auto.plain(config), config.training.micro_batch, 0, say("as the version that began this run did")), device, asked)
    else:
        found = yield from _found(config, dataset, device, asked, tell, look)
    tell(found)
    if asked["compile"] == "on" and not found.compile:
        _, seconds, remark = found.table[-1] if found.table else ("", 1.0, "")  # it was tried last
        reason = say("it was slower than without") if seconds else remark
        tell(Logged(level="warning", text=say("The networks are not compiled, though that was asked for: {reason}", reason=reason)))
    return found


def computed(config: RunConfig, chosen: AutoChose) -> RunConfig:
    """The run as the trainer is to compute it: every `auto` replaced."""
    setting = auto.Setting(chosen.dtype, chosen.channels_last, chosen.compile, chosen.threads)
    return auto.settled(config, setting, chosen.micro_batch)


def _asked(config: RunConfig) -> dict[str, Json]:
    return {**config.precision.dump(), "batch": config.training.batch, "micro_batch": config.training.micro_batch}


def _found(
    config: RunConfig, dataset: Dataset, device: str, asked: dict[str, Json], tell: Callable[[Event], None], look: Callable[[], None]
) -> Generator[float, None, AutoChose]:
    """From the cache, or measured now."""
    kept = cache_folder(default_home()) / "auto" / f"{_key(config, dataset, device, asked)}.json"
    limit = int(MEMORY_SHARE * free_memory())
    if (known := _read(kept)) is not None and known.need <= limit and known.device == device:
        return known
    busy = psutil.getloadavg()[0] > BUSY_SHARE * (psutil.cpu_count() or 1)
    with closing(auto.choose(config, dataset, limit)) as search:
        while True:
            try:
                step = next(search)
            except StopIteration as end:
                choice: auto.Choice = end.value
                break
            tell(Progressed(what=say(WHAT), done=step.done, total=max(step.total, step.done + 1)))
            look()
            yield 0.0
    tell(Progressed(what=say(WHAT), done=1, total=1))
    found = _chose(choice, device, asked)
    if busy:
        why = say("{why}; the machine was busy with other work, so the next run like this measures again", why=found.why)
        return found.model_copy(update={"why": why})
    if choice.table and (config.training.micro_batch or not found.micro_batch):  # what memory is free now says nothing of the next time
        _write(kept, found)
    return found


def _chose(choice: auto.Choice, device: str, asked: dict[str, Json]) -> AutoChose:
    table = tuple((m.setting.words(), float(f"{m.seconds:.4g}") if m.is_timed else 0.0, m.remark) for m in choice.table)
    return AutoChose(device=device, asked=asked, **choice.setting._asdict(), micro_batch=choice.part, need=choice.need, why=choice.why, table=table)


def _key(config: RunConfig, dataset: Dataset, device: str, asked: dict[str, Json]) -> str:
    parts = [config.network, config.objective, config.game, config.augment, config.optimizer]
    said = [device, torch.__version__, __version__, *(part.dump() for part in parts), asked, dataset.shape, len(dataset.classes)]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:24]


def _read(path: Path) -> AutoChose | None:
    try:
        return AutoChose.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _write(path: Path, found: AutoChose) -> None:
    """Kept for the next run like this; it is measured again where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, found.line().encode(), durable=False)
    except (OSError, NoSpace):
        return
