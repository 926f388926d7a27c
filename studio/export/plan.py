"""What to export: seeds, classes, truncation, format and place. Checks itself; makes nothing; needs no torch."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, ValidationError, model_validator

from studio.errors import ConfigError, Problem, RunError
from studio.gan.spec import fault_in_words
from studio.words import say

ARRAYS = (".npz", ".npy", ".csv")  # targets that hold all samples in one file
FOREIGN = (".gif", ".png", ".jpg", ".jpeg", ".webp", ".tar", ".gz", ".tgz", ".7z", ".rar", ".json", ".txt", ".pt", ".pkl")  # what is meant as a file
SUFFIXES = {"png": ".png", "jpeg": ".jpg", "webp": ".webp"}
LAST_SEED = 2**63 - 1


class PlaceTakenError(RunError):
    """The target holds something else, which stays as it is: the same export can go into another place."""


class ExportProgress(NamedTuple):
    """How far an export has come."""

    done: int
    total: int
    text: str


class ExportPlan(BaseModel):
    """Everything that decides an export, but the checkpoint. A faulty one raises ConfigError.

    seeds: the first of `count` seeds in a row, or a list of seeds, and then `count` may be left out. classes: indices or names that
    the seeds are dealt to in turn (seed s makes class number s mod the length of the list); None lets every seed draw its own.
    class_folders: one subfolder a class; None makes them where the network knows classes. quality: of JPEG and WebP; a WebP of 100 is lossless.
    enlarge: how many pixels of a file a side stand for one that G makes, of image files alone; smooth: by Lanczos, else each pixel as a square.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    target: Path
    seeds: int | tuple[int, ...] = 0
    count: int | None = Field(None, ge=1, le=10**9)
    psi: float = Field(1.0, ge=0, le=100)
    classes: tuple[int | str, ...] | None = None
    class_folders: bool | None = None
    format: Literal["png", "jpeg", "webp"] = "png"
    quality: int = Field(95, ge=1, le=100)
    enlarge: int = Field(1, ge=1, le=8)
    smooth: bool = False

    @model_validator(mode="wrap")
    @classmethod
    def _told_in_words(cls, data: Any, handler: ModelWrapValidatorHandler["ExportPlan"]) -> "ExportPlan":
        try:
            plan = handler(data)
        except ValidationError as error:
            raise ConfigError(
                Problem(".".join(map(str, e["loc"])), say("{fault}; got {value}", fault=fault_in_words(e), value=repr(e["input"]))) for e in error.errors()
            ) from None
        if problems := tuple(plan._problems()):
            raise ConfigError(problems)
        return plan

    def _problems(self) -> Iterator[Problem]:
        if isinstance(self.seeds, int):
            if self.count is None:
                yield Problem("count", say("say how many samples to make"))
            low, high = self.seeds, self.seeds + (self.count or 1) - 1
        else:
            if not self.seeds:
                yield Problem("seeds", say("the list is empty; give at least one seed"))
            elif self.count not in (None, len(self.seeds)):
                yield Problem("count", say("{listed} seeds are listed; leave the count out, or make it {listed}", listed=len(self.seeds)))
            for seed, times in Counter(self.seeds).most_common(1):
                if times > 1:
                    yield Problem("seeds", say("seed {seed} appears {times} times; a seed makes one sample, so list it once", seed=str(seed), times=times))
            low, high = min(self.seeds, default=0), max(self.seeds, default=0)
        suffix = self.target.suffix.lower()
        if suffix in FOREIGN:
            known = ", ".join(ARRAYS)
            yield Problem("target", say("{suffix} files are not written; name a folder, a .zip, or a file that ends in {known}", suffix=suffix, known=known))
        if self.enlarge > 1 and suffix in ARRAYS:
            yield Problem("enlarge", say("arrays hold the pixels that the network makes; leave enlarging out, or name a folder or a .zip"))
        if low < 0 or high > LAST_SEED:
            yield Problem("seeds", say("must lie between 0 and {last}", last=str(LAST_SEED)))
        if self.classes is not None and not self.classes:
            yield Problem("classes", say("the list is empty; name at least one class, or leave it out"))

    def all_seeds(self) -> Sequence[int]:
        """Every seed, in the plan's order."""
        if isinstance(self.seeds, tuple):
            return self.seeds
        return range(self.seeds, self.seeds + (self.count or 0))

    def chosen(self, known: Sequence[str]) -> tuple[int, ...] | None:
        """Indices of the classes asked for among the network's; None when it draws its own. ConfigError for one that it does not know."""
        if self.classes is None:
            return None
        if not known:
            raise ConfigError([Problem("classes", say("this run was trained without labels, so no class can be asked for; leave the classes out"))])
        return tuple(_index(name, known) for name in self.classes)

    def jobs(self, known: Sequence[str], size: int) -> Iterator[tuple[int | None, list[int]]]:
        """The seeds in slices of at most `size`, each with the class that it is to show, or None; one class after another."""
        chosen = self.chosen(known) or (None,)
        dealt: Sequence[Sequence[int]] = [self.all_seeds()]
        if len(chosen) > 1:
            hands: list[list[int]] = [[] for _ in chosen]
            for seed in self.all_seeds():
                hands[seed % len(chosen)].append(seed)
            dealt = hands
        for c, mine in zip(chosen, dealt, strict=True):
            for start in range(0, len(mine), size):
                yield c, list(mine[start : start + size])


def _index(name: int | str, known: Sequence[str]) -> int:
    if isinstance(name, str) and name in known:
        return known.index(name)
    if (isinstance(name, int) or name.isdecimal()) and 0 <= int(name) < len(known):
        return int(name)
    listed = ", ".join(known[:20]) + (" …" if len(known) > 20 else "")
    text = say("there is no class {name}; choose from {known}, or their numbers from 0 to {last}", name=repr(name), known=listed, last=len(known) - 1)
    raise ConfigError([Problem("classes", text)])
