"""What the export dialog needs beside widgets: seeds in words, a free name for the target, and previews drawn on the torch thread."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from studio.errors import ConfigError, Problem
from studio.export.plan import LAST_SEED, ExportPlan
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.sampling import Sampler

PREVIEWED = 16
MOST_LISTED = 1_000_000  # seeds of a list that is no plain range; a plain range has no such limit
_PART = re.compile(r"(\d+)(?:\s*(?:-|–|\.\.)\s*(\d+))?")


def parse_seeds(text: str) -> range | tuple[int, ...]:
    """Seeds as a person writes them: `0-63`, or `5, 9, 100-199`. ConfigError naming the part that cannot be read."""
    parts = [p.strip() for p in re.split(r"[,;\n]", text) if p.strip()]
    ranges = [_range(p) for p in parts]
    if not ranges:
        raise ConfigError([Problem("seeds", say("write at least one seed, such as 0-63 or 5, 9, 12"))])
    if len(ranges) == 1:
        return ranges[0]
    if sum(len(r) for r in ranges) > MOST_LISTED:
        raise ConfigError([Problem("seeds", say("more than {n:,} seeds in a list; write one range, such as 0-1999999, instead", n=MOST_LISTED))])
    return tuple(seed for r in ranges for seed in r)


def _range(part: str) -> range:
    found = _PART.fullmatch(part)
    if found is None:
        raise ConfigError([Problem("seeds", say("“{part}” is no seed; write whole numbers and ranges, such as 0-63, 100", part=part))])
    first = int(found[1])
    last = int(found[2]) if found[2] is not None else first
    if last < first:
        raise ConfigError([Problem("seeds", say("“{part}” runs backwards; write {last}-{first}", part=part, first=first, last=last))])
    if last > LAST_SEED:
        raise ConfigError([Problem("seeds", say("{seed} is too large; seeds go up to {last}", seed=last, last=LAST_SEED))])
    return range(first, last + 1)


def seeds_words(seeds: Sequence[int]) -> str:
    """A range in the form that `parse_seeds` reads."""
    return f"{seeds[0]}-{seeds[-1]}" if len(seeds) > 1 else str(seeds[0])


def free_target(folder: Path, stem: str, suffix: str) -> Path:
    """`folder/stem`, or the first of `stem-2`, `stem-3` … that nothing has yet, neither as a folder nor as a zip on the way."""
    for number in range(1, 10_000):
        target = folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        if not target.exists() and not target.with_name(target.name + ".partial").exists():
            return target
    return folder / f"{stem}{suffix}"


def target_fault(target: Path) -> str:
    """Why the images cannot go there, as far as a look tells; empty when they can. An export of ours is left to the export to judge."""
    if target.suffix.lower() == ".zip":
        return say("{name} exists already; choose another name.", name=target.name) if target.exists() else ""
    if target.is_file():
        return say("{name} is a file; choose a folder.", name=target.name) if not target.suffix else ""
    if target.is_dir() and not (target / "export.json").is_file() and any(target.iterdir()):
        return say("{name} holds other files; choose a new or an empty folder, so that nothing of yours is mixed up with the images.", name=target.name)
    return ""


@dataclass(frozen=True, eq=False)
class Preview:
    """The first samples of a plan, and how many bytes one of them takes as a file."""

    stamp: int
    seeds: tuple[int, ...]
    samples: NDArray[Any]  # uint8 [N, H, W, C], or float32 [N, 2]
    bytes_each: float


class Previewer:
    """Draws previews. Every call but the making runs on the torch thread; the last generator is kept, so that a slider is followed at once."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._sampler: Sampler | None = None

    def draw(self, checkpoint: Path, plan: ExportPlan, stamp: int) -> Preview:
        """The first samples, in the order of the plan's seeds. RunError for a torn checkpoint, ConfigError for a plan that does not fit it."""
        from studio.gan.media import medium
        from studio.gan.sampling import Sampler

        if self._folder != checkpoint or self._sampler is None:
            self._sampler, self._folder = Sampler.from_checkpoint(checkpoint), checkpoint
        seeds = tuple(plan.all_seeds()[:PREVIEWED])
        few = plan.model_copy(update={"seeds": seeds, "count": None})
        image = len(self._sampler.shape) == 3
        made: dict[int, NDArray[Any]] = {}
        for c, some in few.jobs(self._sampler.classes, PREVIEWED):
            if some:
                x, _ = self._sampler.draw(some, psi=plan.psi, c=c)
                made |= dict(zip(some, medium("image" if image else "points").to_array(x), strict=True))
        samples = np.stack([made[seed] for seed in seeds])
        return Preview(stamp, seeds, samples, _bytes_each(samples, plan) if image else 28.0)


def _bytes_each(samples: NDArray[Any], plan: ExportPlan) -> float:
    from studio.export.encoding import encode

    return float(np.mean([len(encode(sample, plan.format, plan.quality)) for sample in samples]))
