"""What `auto` comes to on this machine: a few steps of each safe setting are timed, and the fastest that keeps the numbers is taken.

Everything is tried on throw-away copies of the networks; no weight and no random number of the run is touched. Writes nothing: whoever
asks keeps the choice, for a resume must make the same.
"""

import math
import time
from collections.abc import Generator, Iterator
from typing import NamedTuple

import torch
from torch import Tensor

from studio.gan.config import Precision, RunConfig
from studio.gan.datasets import Dataset
from studio.gan.fitting import fit, little, mixes_samples, with_rows
from studio.gan.precision import bf16_units, cores, pick_device
from studio.gan.trainer import Trainer
from studio.words import joined, say, say_n

BUDGET_S = 5.0  # for trying; a long run is worth more:
SHARE, LONGEST_S = 0.003, 30.0  # of its time, as a first glance tells it, and at most so much
GAIN = 1.03  # less than this is within what a machine's moods make of it
ROUNDS = 4  # of a setting at most, after its warm-up; the fastest counts
FEWEST_ROWS = 4
HOPELESS = 2.0  # so many times slower at a first glance is not looked at again
AGREEMENT = {"fp32": 1e-3, "bf16": 0.2}  # relative distance of the first gradients from fp32's that still counts as the same: two batches' differ by more
WORTH_COMPILING_S = 1800.0  # compiling takes a minute or two


class Setting(NamedTuple):
    """One way to run the same networks."""

    dtype: str
    channels_last: bool
    compile: bool
    threads: int

    def words(self) -> str:
        """Such as `bf16 · channels last · 2 threads`, as files have it."""
        threads = f"{self.threads} thread{'s' if self.threads > 1 else ''}"
        return " · ".join([self.dtype, *["channels last"][: self.channels_last], *["compiled"][: self.compile], threads])

    def said(self) -> str:
        """The same for a person."""
        threads = say_n(self.threads, "{n} thread", "{n} threads")
        return joined([self.dtype, *([say("channels last")] * self.channels_last), *([say("compiled")] * self.compile), threads], " · ")


class Measured(NamedTuple):
    """What trying one setting gave: seconds a round (infinite where it was not timed), what files say of it, and how far its gradients are off."""

    setting: Setting
    seconds: float
    remark: str = ""
    off: float = 0.0

    @property
    def is_timed(self) -> bool:
        """Whether it could be timed."""
        return math.isfinite(self.seconds)


class Choice(NamedTuple):
    """What `auto` comes to, and why."""

    setting: Setting
    part: int  # images that pass at once, 0 for the whole batch
    need: int  # bytes that the whole batch takes, about; 0 where that was not counted
    why: str
    table: tuple[Measured, ...] = ()


class Step(NamedTuple):
    """How far the trying has come."""

    done: int
    total: int


def settled(config: RunConfig, setting: Setting, part: int) -> RunConfig:
    """The run with every `auto` replaced by what was chosen."""
    return with_rows(config.model_copy(update={"precision": _precision(setting)}), part=part)


def worth(budget_s: float, run_s: float) -> float:
    """Seconds that trying may take in a run of about so many; none where none were given."""
    return max(budget_s, min(LONGEST_S, SHARE * run_s)) if budget_s else 0.0


def plain(config: RunConfig) -> Setting:
    """What `auto` means unmeasured: fp32, eagerly, on every core, or on one where the networks are too small to share."""
    given = config.precision
    dtype = "fp32" if given.dtype == "auto" else given.dtype
    threads = given.threads or (cores() if config.network.parallel else 1)
    return Setting(dtype, given.channels_last == "on", False, threads)


def _precision(setting: Setting) -> Precision:
    return Precision.read({**setting._asdict(), "channels_last": setting.channels_last, "compile": "on" if setting.compile else "off"})


def choose(config: RunConfig, dataset: Dataset, limit: int, *, budget_s: float = BUDGET_S) -> Generator[Step, None, Choice]:
    """The fastest setting that keeps the numbers, and the largest part of a batch that `limit` bytes allow.

    Yields several times a second. Takes about `budget_s` at most, more where the run is long or a single round is, or where compiling is tried.
    """
    base = plain(config)
    if not config.network.parallel:
        said = say("networks this small are fastest on one core, in fp32")
        return Choice(base._replace(compile=config.precision.compile == "on"), config.training.micro_batch, 0, said)
    threads = torch.get_num_threads()
    try:
        return (yield from _Search(config, dataset, base, budget_s).run(limit))
    finally:
        torch.set_num_threads(threads)


class _Search:
    """From the plain setting to the fastest, one question after the other."""

    def __init__(self, config: RunConfig, dataset: Dataset, base: Setting, budget_s: float) -> None:
        self.config, self.data, self.base = config, little(dataset), base
        self.device = pick_device(config.training.device)
        self.until, self.budget_s = math.inf, budget_s
        self.rows = config.training.batch
        self.table: list[Measured] = []
        self.gradients: dict[str, Tensor] = {}  # of the plain setting
        self.counts: list[int] = []  # of cores, beside the plain setting's

    def run(self, limit: int) -> Generator[Step, None, Choice]:
        torch.set_num_threads(1)  # to count bytes needs no cores
        part, need, said = yield from self._part(limit)
        formats, counts = list(self._formats()), self._threads()
        total = len(formats) + len(counts)
        if total == 1 and not self._may_compile():
            return Choice(self.base, part, need, joined([say("as set, nothing to choose"), *said], "; "))
        self.rows = yield from self._calibrated(part, counts, total)
        yield from self._try(self.base, total)
        for setting in formats[:1]:
            yield from self._try(setting._replace(threads=self.base.threads), total)
        for threads in reversed(self.counts):
            yield from self._try(self._best().setting._replace(threads=threads), total)
        for setting in formats[1:]:
            yield from self._try(setting._replace(threads=self._best().setting.threads), total)
        if self._may_compile():
            yield from self._try(self._best().setting._replace(compile=True), total, whatever_it_takes=True)
        best = self._best()
        return Choice(best.setting, part, need, joined([self._why(best), *said], "; "), tuple(self.table))

    def _part(self, limit: int) -> Generator[Step, None, tuple[int, int, list[str]]]:
        """As large a part of the batch as fits, the memory that the whole needs, and what is to be said of it."""
        if self.config.training.micro_batch:
            return self.config.training.micro_batch, 0, []
        trying = fit(self._as(self.base), self.data, limit)
        while True:
            try:
                next(trying)
            except StopIteration as end:
                found = end.value
                break
            yield Step(0, 1)
        if not found.part:
            return 0, found.need, []
        batch, part, need = self.config.training.batch, found.part, found.need / 1e9
        if need:
            text = say(
                "a batch of {batch} does not fit in memory, so it passes in parts of {part} (it needs about {need:.1f} GB, and {limit:.1f} GB may be used)",
                batch=batch,
                part=part,
                need=need,
                limit=limit / 1e9,
            )
        else:
            text = say("a batch of {batch} does not fit in memory, so it passes in parts of {part}", batch=batch, part=part)
        words = [text]
        networks = self.config.game.build(self.config, self.data).values() if not self.config.network.uses_batch_statistics else ()
        if mixes_samples(iter(networks), self.config):
            words.append(say("its networks compare what passes together, so the result differs from the whole batch's"))
        return found.part, found.need, words

    def _formats(self) -> Iterator[Setting]:
        """Number formats and layouts beside the plain one, likely winners first."""
        given, pictures = self.config.precision, self.data.medium == "image"
        dtypes = [self.base.dtype] + ["bf16"] * (given.dtype == "auto" and pictures and bf16_units(self.device))
        layouts = [self.base.channels_last] + [True] * (given.channels_last == "auto" and pictures)
        for layout in reversed(layouts):
            for dtype in reversed(dtypes):
                setting = self.base._replace(dtype=dtype, channels_last=layout)
                if setting != self.base:
                    yield setting

    def _threads(self) -> list[int]:
        """Numbers of cores to try, fewest first: one, all, and half, which are the real ones where each counts twice."""
        if self.config.precision.threads or self.device.type != "cpu":
            return [self.base.threads]
        return sorted({1, max(1, cores() // 2), self.base.threads})

    def _may_compile(self) -> bool:
        """Asked for; or likely to win and soon paid back. On a processor it won nothing in bf16 and 8 % in fp32, after 40 to 90 s of compiling."""
        if self.config.precision.compile != "auto":
            return self.config.precision.compile == "on"
        if self.device.type != "cuda" or not self.table:
            return False
        rounds = 1000 * self.config.training.kimg / self.rows
        return rounds * self._best().seconds > WORTH_COMPILING_S

    def _calibrated(self, part: int, counts: list[int], settings: int) -> Generator[Step, None, int]:
        """Rows to measure with: the batch, or less where the time would not suffice for every setting.

        Begins with as many cores as a first glance prefers: on a busy machine several may take ten times as long as one.
        """
        whole = part or self.config.training.batch
        rows = min(whole, FEWEST_ROWS)
        trial = Trainer(self._as(self.base, rows), self.data)
        seconds: dict[int, float] = {}
        for threads in counts:
            torch.set_num_threads(threads)
            if not seconds:
                yield from self._warm(trial, settings)
                self._round(trial, 1)  # the first in a process is slow: kernels are made ready
                yield Step(0, settings)
            seconds[threads] = self._round(trial, 1)
            yield Step(0, settings)
        self.base = self.base._replace(threads=min(counts, key=lambda n: seconds[n]))
        self.counts = [n for n in counts if n != self.base.threads and seconds[n] < HOPELESS * seconds[self.base.threads]]
        self.budget_s = worth(self.budget_s, 1000 * self.config.training.kimg / rows * seconds[self.base.threads])
        room = self.budget_s / (settings * (ROUNDS + 2))
        while whole > rows and whole * seconds[self.base.threads] / rows > room:
            whole = max(rows, whole // 2)
        self.until = time.perf_counter() + self.budget_s
        return whole

    def _warm(self, trainer: Trainer, total: int) -> Generator[Step, None, dict[str, Tensor]]:
        """The gradients of every player's first turn, which are thrown away."""
        found = {}
        for name, player in trainer.players.items():
            trainer.differentiate(name)
            found[name] = torch.cat([p.grad.reshape(-1) for p in player.parameters if p.grad is not None])
            player.forget()
            yield Step(len(self.table), total)
        return found

    def _round(self, trainer: Trainer, step: int) -> float:
        """Seconds of the round that this number of D turns came before: what is lazy is due at 0."""
        trainer.nimg = step * trainer.batch
        began = time.perf_counter()
        trainer.step()
        if self.device.type != "cpu":
            torch.accelerator.synchronize(self.device)
        return time.perf_counter() - began

    def _try(self, setting: Setting, total: int, *, whatever_it_takes: bool = False) -> Generator[Step, None, None]:
        """Times a setting and keeps what it found."""
        total = max(total, len(self.table) + 1)
        yield Step(len(self.table), total)
        if time.perf_counter() > self.until and self.table and not whatever_it_takes:
            self.table.append(Measured(setting, math.inf, "not tried: no time left"))
            return
        torch.set_num_threads(setting.threads)
        trainer = Trainer(self._as(setting, self.rows), self.data)
        gradients = yield from self._warm(trainer, total)
        self.gradients = self.gradients or gradients
        off = max(_distance(gradients[name], self.gradients[name]) for name in gradients)
        if not off <= AGREEMENT.get(setting.dtype, 0.2):
            self.table.append(Measured(setting, math.inf, f"its gradients are {100 * off:.2g} % off"))
            return
        seconds = yield from self._timed(trainer, total)
        fault = trainer.compiled.fault if trainer.compiled else ""
        remark = f"cannot be compiled: {fault}" if fault else f"{100 * off:.2g} % off"
        self.table.append(Measured(setting, math.inf if fault else seconds, remark, off))

    def _timed(self, trainer: Trainer, total: int) -> Generator[Step, None, float]:
        """Seconds of a round, with what is lazy in its due share."""
        every = self.config.objective.penalty_every
        weights = {0: 1 / every, 1: 1 - 1 / every} if every > 1 else {0: 0.5, 1: 0.5}  # a family may be lazy too
        best = dict.fromkeys(weights, math.inf)
        began = time.perf_counter()
        for _ in range(ROUNDS):
            for step in weights:
                best[step] = min(best[step], self._round(trainer, step))
                yield Step(len(self.table), total)
            if time.perf_counter() - began > self.budget_s / total:
                break
        return sum(share * best[step] for step, share in weights.items())

    def _best(self) -> Measured:
        """The plain setting unless another is faster by more than chance; of two alike, the first."""
        best = self.table[0]
        for one in self.table[1:]:
            if one.seconds * GAIN < best.seconds:
                best = one
        return best

    def _why(self, best: Measured) -> str:
        first = self.table[0]
        much = say("{ms:.3g} ms a round of {rows} images", ms=1000 * best.seconds, rows=self.rows)
        if best is first and any(m.is_timed for m in self.table[1:]):
            return say("nothing is faster here ({much})", much=much)
        if best is first:
            return say("there was no time to try others ({much})", much=much) if len(self.table) > 1 else much
        return say(
            "{times:.2g} times as fast here as {setting} ({much}); its first gradients are {off:.2g} % off",
            times=first.seconds / best.seconds,
            setting=first.setting.said(),
            much=much,
            off=100 * best.off,
        )

    def _as(self, setting: Setting, rows: int | None = None) -> RunConfig:
        config = self.config.model_copy(update={"precision": _precision(setting)})
        return config if rows is None else with_rows(config, batch=rows, part=0)


def _distance(found: Tensor, wanted: Tensor) -> float:
    """‖found − wanted‖/‖wanted‖, infinite where a number is not finite."""
    found, wanted = found.double(), wanted.double()
    size = float(wanted.norm())
    distance = float((found - wanted).norm()) / size if size else float(found.norm())
    return distance if math.isfinite(distance) else math.inf
