"""The doctor's checks of a run in training: what is drawn for one, when one is due, and what it costs. Names no failure.

All random numbers come from a generator that every check seeds anew, and the networks are copies: training with checks equals training without, bit
for bit. Where several processes train together rank 0 checks alone, and says nothing to the others.
"""

import time
from typing import TypeVar

import torch
from torch import Tensor

from studio.doctor.pace import CYCLE, FIRST, Pace
from studio.doctor.players import Players
from studio.doctor.reals import Reals
from studio.doctor.sight import SHARP, SIDE, Asked, Bank, Bout, Sight, Verdicts, gather, middle, see
from studio.doctor.signals import Signal, examine, fitting
from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset
from studio.gan.draws import spans
from studio.gan.features import shrink
from studio.gan.slices import Slices
from studio.gan.trainer import Trainer

T = TypeVar("T")

FAKES, MANY = 256, 1024  # fakes of a check, and of every fourth
JUDGED = 256  # samples of each kind that D judges
FEW, FEW_VALUES = 16, 1 << 23  # samples whose gradients are looked at, and numbers in them
ENOUGH = 64  # held-out reals that can play a perfect generator


class Probe:
    """The checks of one run.

    check: the number of the next one, counted over the whole run; with the run's seed it decides all that is drawn. Every fourth has 1024 fakes.
    cost: seconds of a check of this run, as far as that is known. bank: the reals, gathered with the first check, which takes `bank_seconds`;
    usual: what held-out reals give in place of fakes, as a perfect generator would, where there are 64. sight: what the last check saw;
    seconds: what it took of the time.
    """

    def __init__(self, trainer: Trainer, dataset: Dataset, config: RunConfig, *, check: int = 0, cost: float = FIRST) -> None:
        self.check = check
        self.bank: Bank | None = None
        self.usual: dict[str, float] = {}
        self.sight: Sight | None = None
        self.seconds = self.bank_seconds = 0.0
        self._trainer, self._seed = trainer, config.training.seed
        self._reals, self._players = Reals(dataset), Players(trainer)
        self._signals: list[Signal] = []
        self._before: Tensor | None = None
        self._pace = Pace(config.doctor.share, cost)
        self._told = (0.0, 0.0)

    def every(self, step_seconds: float) -> int:
        """Steps from one check to the next, by what they cost and what a step takes."""
        return self._pace.every(step_seconds)

    def due(self, step: int, step_seconds: float) -> bool:
        """Whether a check begins now. step: rounds of the game so far, fewer after a rollback; never true but on rank 0."""
        self._pace.share = self._trainer.config.doctor.share  # as it is set now
        return self._trainer.world.leads and self._pace.due(step, step_seconds)

    def share(self, training_seconds: float) -> float:
        """The share of training's time that checks took since this was asked last, gathering the bank left out."""
        spent, since = self._told
        self._told = (self._pace.spent, training_seconds)
        return min((self._pace.spent - spent) / (training_seconds - since), 1.0) if training_seconds > since else 0.0

    def went_back(self) -> None:
        """After a rollback: what the check before saw is no longer the past."""
        self._before = None

    def slices(self) -> Slices[dict[str, float]]:
        """One check, a few milliseconds at a time; its signals, and `augment/p` where that follows D. Training may go on in between: what is
        seen is of the moment of the first slice.

        DataError where the data is too little to compare with. Closed early, it is as if it had not begun.
        """
        if self.bank is None:
            self.bank, self.bank_seconds = yield from self._timed(self._prepare())
        many = self.check % CYCLE == CYCLE - 1
        found, self.seconds = yield from self._timed(self._check(self.bank, MANY if many else FAKES))
        self._pace.took(self.seconds, large=many)
        self.check += 1
        return found

    def _prepare(self) -> Slices[Bank]:
        """Reals, and all that is to be known of them before the first fakes come: held-out ones stand in for these."""
        bank = yield from gather(self._reals.dataset)
        self._signals = fitting(bank)
        random = torch.Generator().manual_seed(self._seed)
        held, _ = self._reals.held(min(FAKES, max(len(bank.held), 1)), random)
        found = yield from examine(self._signals, (yield from see(bank, shrink(held, SIDE), middle(held))), bank)
        self.usual = found if len(held) >= ENOUGH else {}
        return bank

    def _check(self, bank: Bank, n: int) -> Slices[dict[str, float]]:
        random = torch.Generator().manual_seed((self._seed * 1_000_003 + self.check * 7919 + 29) % (1 << 62))
        self._players.refresh()
        yield
        asked = Asked(torch.randn(n, self._players.z_dim, generator=random), self._reals.labels(n, random))
        few = min(FEW, max(FEW_VALUES // self._reals.values, 2))
        x, sharp, fake, d_fake = yield from self._fakes(asked, few)
        d_train, d_held = yield from self._judge_reals(random)
        bout = Bout(self._players, *self._reals.train(few, random), fake, Asked(asked.z[:few], None if asked.c is None else asked.c[:few]))
        yield
        verdicts = Verdicts(d_fake, d_train, d_held)
        self.sight = yield from see(bank, x, sharp, asked=asked, before=self._before, verdicts=verdicts, bout=bout)
        self._before = bank.bins.count(self.sight.of) if self.sight.blocks else None
        signals = [signal for signal in self._signals if signal.cost == "each" or n == MANY]
        found = yield from examine(signals, self.sight, bank)
        adaptive = self._trainer.adaptive
        return found if adaptive is None else {**found, "augment/p": float(adaptive.p)}

    def _fakes(self, asked: Asked, few: int) -> Slices[tuple[Tensor, Tensor, Tensor, Tensor]]:
        """All fakes at most 64 a side, the middles of the first and the first few at full size, and what D says of the first 256."""
        x, sharp, full, judged = [], [], [], []
        for first in range(0, len(asked.z), FAKES):
            for start, stop in spans(FAKES, self._players.at_once):
                rows = slice(first + start, first + stop)
                c = None if asked.c is None else asked.c[rows]
                made = self._players.make(asked.z[rows], c)
                x.append(shrink(made, SIDE).cpu())
                if first < SHARP:
                    sharp.append(middle(made).cpu())
                    yield
                    judged.append(self._players.judge(made, c))
                if rows.start < few:
                    full.append(made[: few - rows.start])
                yield
        return torch.cat(x), torch.cat(sharp), torch.cat(full), torch.cat(judged)

    def _judge_reals(self, random: torch.Generator) -> Slices[tuple[Tensor, Tensor]]:
        """What D says of training reals, and of held-out ones."""
        train, held = [], []
        for batch in self._reals.mixed(JUDGED, self._players.at_once, random):
            logits = self._players.judge(batch.x, batch.c)
            train.append(logits[~batch.held])
            held.append(logits[batch.held])
            yield
        return torch.cat(train), torch.cat(held)

    def _timed(self, work: Slices[T]) -> Slices[tuple[T, float]]:
        """The result, and the seconds that its slices took."""
        seconds = 0.0
        while True:
            started = self._now()
            try:
                next(work)
            except StopIteration as end:
                return end.value, seconds + self._now() - started
            seconds += self._now() - started
            yield

    def _now(self) -> float:
        """The time when the device has done what it was told: training's work is not counted as a check's."""
        if self._trainer.device.type != "cpu":
            torch.accelerator.synchronize(self._trainer.device)
        return time.perf_counter()
