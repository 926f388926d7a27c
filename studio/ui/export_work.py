"""What the export dialog needs beside widgets: seeds in words, a free name for the target, and previews drawn on the torch thread."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from studio.errors import ConfigError, Problem
from studio.export.plan import ARRAYS, LAST_SEED, ExportPlan
from studio.runs.checkpoints import Checkpoint
from studio.ui.widgets.quantities import kimg
from studio.words import say, say_n

if TYPE_CHECKING:
    from studio.gan.sampling import Sampler

PREVIEWED = 16
MOST_LISTED = 1_000_000  # seeds of a list that is no plain range; a plain range has no such limit
WEIGHED = 2_000_000  # pixels that are encoded to tell how large the files will be
_NUMBERED = re.compile(r"(.+)-(\d{1,3})")
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


def free_target(folder: Path, stem: str, suffix: str, *, first: int = 1) -> Path:
    """`folder/stem`, or the first of `stem-2`, `stem-3` … that nothing has yet, neither as a folder nor as a zip on the way."""
    for number in range(first, 10_000):
        target = folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        if not target.exists() and not target.with_name(target.name + ".partial").exists():
            return target
    return folder / f"{stem}{suffix}"


def next_free(target: Path) -> Path:
    """The next name beside it that nothing has yet: `made-2` of `made`, `made-3` of `made-2`, `made-2.zip` of `made.zip`."""
    suffix = target.suffix if target.suffix.lower() in (".zip", *ARRAYS) else ""
    stem = target.name.removesuffix(suffix)
    found = _NUMBERED.fullmatch(stem)
    stem, first = (found[1], int(found[2]) + 1) if found is not None else (stem, 2)
    return free_target(target.parent, stem, suffix, first=first)


def target_fault(target: Path) -> str:
    """Why the images cannot go there, as far as a look tells; empty when they can. An export of ours is left to the export to judge."""
    if target.suffix.lower() in (".zip", *ARRAYS):
        return say("{name} exists already; choose another name.", name=target.name) if target.exists() else ""
    if target.is_file():
        return say("{name} is a file; choose a folder.", name=target.name) if not target.suffix else ""
    if target.is_dir() and not (target / "export.json").is_file() and any(target.iterdir()):
        return say("{name} holds other files; choose a new or an empty folder, so that nothing of yours is mixed up with the images.", name=target.name)
    return ""


def start_words(count: int, *, points: bool) -> str:
    """What the button does; without a number where nothing can be exported."""
    if not count:
        return say("Export")
    return say_n(count, "Export {n:,} point", "Export {n:,} points") if points else say_n(count, "Export {n:,} picture", "Export {n:,} pictures")


def checkpoint_words(checkpoint: Checkpoint, *, newest: bool, best: bool, abandoned: bool) -> str:
    """A line of the list: number, moment, and what marks it."""
    about = [f"{kimg(checkpoint.nimg)} kimg"]
    about += [say("newest")] if newest else []
    about += [say("best")] if best else []
    about += [say("pinned")] if checkpoint.pinned else []
    about += [say("abandoned part")] if abandoned else []
    about += [checkpoint.note.splitlines()[0][:40]] if checkpoint.note else []
    return f"{checkpoint.id} · " + " · ".join(about)


def file_kimg(nimg: int) -> str:
    """Images as thousands in the name of a file: the same in every language, without a mark between thousands."""
    value = nimg / 1000
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


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
    from studio.export.encoding import encode, enlarged

    height, width = samples.shape[1:3]
    rows = min(height, max(1, WEIGHED // (len(samples) * width * plan.enlarge**2)))  # of large pictures a strip through the middle will do
    top = (height - rows) // 2
    strips = [enlarged(sample[top : top + rows], plan.enlarge, smooth=plan.smooth) for sample in samples]
    return sum(len(encode(strip, plan.format, plan.quality)) for strip in strips) / len(strips) * float(height / rows)
