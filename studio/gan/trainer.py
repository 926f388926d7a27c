"""The alternating loop: one `step` is one round of the game. Knows neither the game nor the medium, no run folder and no clock.

Nothing in a step waits for the device: statistics stay there until `statistics` is asked for, at a tick.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from studio.errors import ConfigError, DataError
from studio.gan.adaptive import AdaptiveP
from studio.gan.compiled import Compiled
from studio.gan.config import RunConfig
from studio.gan.datasets import Dataset
from studio.gan.distributed import World, alone
from studio.gan.draws import Part, parts, spans
from studio.gan.ema import Averaged
from studio.gan.feed import feed
from studio.gan.freezing import held_back
from studio.gan.games import Values
from studio.gan.joining import Joining
from studio.gan.player import Player
from studio.gan.precision import autocast
from studio.words import say

KEPT_NOTES = 64  # statistics are folded together after so many, so that a slow tick cannot fill the memory

Statistics = dict[str, tuple[float, float, float]]


class NonFinite(Exception):
    """A gradient was NaN or infinite. The weights are those from before it."""

    def __init__(self, player: str) -> None:
        super().__init__(player)
        self.player = player


class Trainer:
    """A game under way. In a world of several processes each passes its rows of every batch, and all make the same step.

    Raises ConfigError when the settings do not fit the data, NonFinite from `statistics` when a gradient was not finite.
    """

    def __init__(self, config: RunConfig, dataset: Dataset, world: World | None = None) -> None:
        self.world = world = world or alone()
        shared = world.misfits(config.training.batch, batch_statistics=config.network.uses_batch_statistics)
        if problems := [*config.game.fits(config, dataset), *shared]:
            raise ConfigError(problems)
        self.device = world.place(config.training.device)
        self.config, self.dataset = config, dataset
        self.nimg = 0
        self.feed = feed(dataset, self.device, config.training.seed)
        if self.feed.labels(1, torch.Generator(self.device)) is None and dataset.classes:
            raise DataError(say("the data set names classes but gives no labels; switch its 'labelled' option off"))
        self._memory = torch.channels_last if config.precision.channels_last == "on" and dataset.medium == "image" else torch.contiguous_format
        self._dtype = torch.float64 if config.precision.dtype == "fp64" else torch.float32
        self.networks = self._build()
        self.compiled = Compiled(self.networks) if config.precision.compile == "on" else None
        self._joining = Joining(world, self.networks)
        in_turn = dict.fromkeys(config.game.turns(config))  # so that a fault is told of whoever had it first
        self.players = {name: Player(self.networks[name], config, self.device) for name in in_turn}
        self.averaged = Averaged(self.networks["generator"])
        self._hold(config)
        self.adaptive: AdaptiveP | None = None
        self._steer(config)
        self.generators = {name: torch.Generator(self.device).manual_seed(self._seed(i)) for i, name in enumerate(("data", "latent", "noise"))}
        self._notes: dict[str, list[Tensor]] = {}
        self._folded: dict[str, tuple[Tensor, Tensor, Tensor, int]] = {}

    def _seed(self, stream: int) -> int:
        return (self.config.training.seed * 1_000_003 + 101 * (stream + 1)) % (1 << 62)

    def _build(self) -> dict[str, nn.Module]:
        """The same weights for the same seed whatever the device: drawn on the CPU, then moved."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.config.training.seed)
            networks = self.config.game.build(self.config, self.dataset)
        return {name: network.to(self.device, self._dtype).to(memory_format=self._memory) for name, network in networks.items()}

    def _hold(self, config: RunConfig) -> None:
        """Freeze-D."""
        if "discriminator" in self.players:
            self.players["discriminator"].held = held_back(config.network, self.networks["discriminator"], config.transfer.freeze_d)

    def _steer(self, config: RunConfig) -> None:
        """What an adaptive augmentation needs; one that already follows D goes on."""
        control = config.augment.control
        if control is None:
            self.adaptive = None
        elif self.adaptive is None:
            self.adaptive = AdaptiveP(control.start, self.device)

    # Where whole batches come from (draws.Whole).

    @property
    def batch(self) -> int:
        """Images in a batch."""
        return self.config.training.batch

    def real(self) -> tuple[Tensor, Tensor | None]:
        """This process's rows of a fresh batch of reals."""
        x, c = self.feed.next(self.batch, self.generators["data"], self.world.rows(self.batch))
        x = x.to(self._dtype)
        return (x.contiguous(memory_format=self._memory) if x.ndim == 4 else x), c

    def latents(self) -> Tensor:
        """z [N, z_dim] ~ N(0, I)."""
        return torch.randn(self.batch, self.config.network.z_dim, generator=self.generators["latent"], device=self.device).to(self._dtype)

    def labels(self) -> Tensor | None:
        """c [N] as the data's labels are distributed."""
        return self.feed.labels(self.batch, self.generators["latent"])

    def normal(self, *shape: int) -> Tensor:
        """Standard normal of that shape."""
        return torch.randn(shape, generator=self.generators["noise"], device=self.device).to(self._dtype)

    def uniform(self, *shape: int) -> Tensor:
        """Uniform in [0, 1) of that shape."""
        return torch.rand(shape, generator=self.generators["noise"], device=self.device).to(self._dtype)

    def augment(self, x: Tensor, part: Part) -> Tensor:
        """x as D is to see it."""
        config = self.config
        if not config.augment.active:
            return x
        if self.adaptive is not None:
            return config.augment.apply(x, self.adaptive.p, part)
        strength = config.augment.strength(self.nimg, config.training.kimg)
        return config.augment.apply(x, torch.full((), strength, device=self.device), part) if strength else x

    def judged(self, d_real: Tensor) -> None:
        """Tells an adaptive augmentation D's logits on reals."""
        if self.adaptive is not None:
            self.note("augment/r_t", self.adaptive.hear(d_real, self.world.size))

    def note(self, name: str, value: Tensor) -> None:
        """Keeps a statistic on the device."""
        notes = self._notes.setdefault(name, [])
        notes.append(value)
        if len(notes) >= KEPT_NOTES:
            self._fold(name)

    def step(self) -> None:
        """One round: every player's turn, then the average."""
        config = self.config
        for index, name in enumerate(config.game.turns(config)):
            self._turn(name, index)
        half_life = 1000 * config.ema.half_life_kimg.at(self.nimg, config.training.kimg)
        self.averaged.follow(self.batch, self.nimg, half_life=half_life, ramp=config.ema.ramp)

    def _turn(self, name: str, index: int) -> None:
        config, total = self.config, self.config.training.kimg
        player = self.players[name]
        lr = config.optimizer.lr.at(self.nimg, total) * (config.optimizer.lr_ratio if name == "discriminator" else 1.0)
        config.optimizer.tune(player.optimizer, lr, self.nimg, total)
        self._joining.begin()
        self.differentiate(name)
        self._joining.end(player.gradients(), [] if self.adaptive is None else [self.adaptive.fresh])
        norm = player.descend(config.optimizer.clip)
        self.note(f"grad/{'D' if name == 'discriminator' else 'G'}", norm)
        if name == "discriminator":
            self.nimg += self.batch
            if self.adaptive is not None and config.augment.control is not None:
                self.note("augment/p", self.adaptive.p)
                self.adaptive.turn(config.augment.control, self.batch)

    def differentiate(self, name: str) -> None:
        """Gives the player's parameters the gradients of its turn now; all other players are frozen."""
        for other, one in self.players.items():
            one.freeze(other != name)
        values, drawn = self._values(), list[object]()
        if self.compiled is None:
            self._add_up(name, self.networks, values, drawn)
            return
        try:
            self._add_up(name, self.compiled.networks(name, self.config, values), values, drawn)
        except torch.OutOfMemoryError:
            raise
        except RuntimeError as fault:
            if self.compiled.fault:
                raise
            self.compiled.give_up(fault)
            self.players[name].forget()
            self._add_up(name, self.networks, values, drawn)

    def _add_up(self, name: str, networks: Mapping[str, nn.Module], values: Values, drawn: list[object]) -> None:
        """The gradients of the batch, part by part; what was `drawn` before is taken again."""
        config = self.config
        for part in parts(self, self.batch, spans(self.batch, config.training.micro_batch, self.world.rank, self.world.size), drawn):
            with autocast(self.device, config.precision.dtype):
                loss = config.game.loss(name, networks, config, part, values)
            self.players[name].add(loss, part.share)

    def _values(self) -> Values:
        """The scheduled numbers now. A lazy penalty is due every k-th D turn, k times as strong."""
        objective, total = self.config.objective, self.config.training.kimg
        every, step = objective.penalty_every, self.nimg // self.batch
        return Values(
            gamma=every * objective.gamma.at(self.nimg, total),
            instance_noise=objective.instance_noise.at(self.nimg, total),
            penalty_due=objective.penalty != "none" and step % every == 0,
            step=step,
            turns=self.config.game.turns(self.config).count("discriminator"),
        )

    def values(self) -> dict[str, float]:
        """The scheduled numbers in force, by the names that ticks use."""
        config, total = self.config, self.config.training.kimg
        lr = config.optimizer.lr.at(self.nimg, total)
        out = {"lr/G": lr, "lr/D": lr * config.optimizer.lr_ratio, "ema_half_life_kimg": config.ema.half_life_kimg.at(self.nimg, total)}
        if config.objective.penalty != "none":
            out["gamma"] = config.objective.gamma.at(self.nimg, total)
        if config.augment.active and self.adaptive is None:
            out["augment/p"] = config.augment.strength(self.nimg, total)
        for group in self.players["generator"].optimizer.param_groups[:1]:
            if "betas" in group:
                out["beta2"] = group["betas"][1]
        return out

    def _fold(self, name: str) -> None:
        notes = torch.cat([n.reshape(-1).float() for n in self._notes.pop(name)])
        total, low, high, count = notes.sum(), notes.min(), notes.max(), len(notes)
        if name in self._folded:
            was = self._folded[name]
            total, low, high, count = was[0] + total, torch.minimum(was[1], low), torch.maximum(was[2], high), was[3] + count
        self._folded[name] = (total, low, high, count)

    def statistics(self) -> Statistics:
        """Mean, minimum and maximum of every statistic since the last call; the one place that waits for the device."""
        for name in list(self._notes):
            self._fold(name)
        names = sorted(self._folded)
        flags = [p.guard.failed for p in self.players.values()]
        table = self.world.read(torch.cat([*self._gathered(names), torch.stack(flags)]))
        self._folded = {}
        for name, failed in zip(self.players, table[len(table) - len(flags) :], strict=True):
            if failed:
                raise NonFinite(name)
        return {n: (table[3 * i], table[3 * i + 1], table[3 * i + 2]) for i, n in enumerate(names)}

    def _gathered(self, names: list[str]) -> list[Tensor]:
        """Mean, minimum and maximum of each, over all processes."""
        totals = [torch.stack((f[0], torch.full_like(f[0], f[3]))) for f in (self._folded[n] for n in names)]
        extremes = [torch.stack((-self._folded[n][1], self._folded[n][2])) for n in names]
        self.world.sum(totals)
        self.world.maximum(extremes)
        return [torch.stack((total / count, -low, high)) for (total, count), (low, high) in zip(totals, extremes, strict=True)]

    def check(self, config: RunConfig) -> None:
        """ConfigError where other live options do not fit the networks or the data."""
        if problems := list(config.game.fits(config, self.dataset)):
            raise ConfigError(problems)
        held_back(config.network, self.networks["discriminator"], config.transfer.freeze_d)

    def apply(self, config: RunConfig) -> None:
        """Goes on with other live options. ConfigError, and nothing changes, when these do not fit."""
        self.check(config)
        self._hold(config)
        self._steer(config)
        self.config = config

    def renew(self, name: str) -> None:
        """Begins a player anew, with weights of another seed and a new optimiser. What Freeze-D holds stays; so does the average of G.

        The same run at the same place gives the same weights.
        """
        player = self.players[name]
        held = {p: p.detach().clone() for p in player.held}
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self._seed(self.nimg + 7))
            fresh = self.config.game.build(self.config, self.dataset)[name]
        self.networks[name].load_state_dict(fresh.state_dict())
        with torch.no_grad():
            for p, old in held.items():
                p.copy_(old)
        player.begin(self.config)

    @torch.no_grad()
    def sample(self, z: Tensor, c: Tensor | None) -> Tensor:
        """x float32 on the CPU from the averaged generator, in full precision. Touches no training state."""
        made = self.config.network.sample(self.averaged.network, z.to(self.device, self._dtype), None if c is None else c.to(self.device))
        return made.float().cpu()

    def weights(self) -> dict[str, dict[str, Tensor]]:
        """Parameters and buffers of every network and of the average, by file name."""
        named: Mapping[str, nn.Module] = {**self.networks, "generator_ema": self.averaged.network}
        return {name: dict(network.state_dict()) for name, network in named.items()}

    def state(self) -> dict[str, Tensor]:
        """All else that an exact resume needs, flat."""
        out = {f"generator.{name}": g.get_state() for name, g in self.generators.items()}
        out["position"] = torch.tensor([self.nimg, self.feed.position])
        for name, player in self.players.items():
            out |= {f"guard.{name}.{k}": v for k, v in player.guard.state().items()}
            for index, entries in player.optimizer.state_dict()["state"].items():
                out |= {f"optimizer.{name}.{index}.{k}": v for k, v in entries.items() if isinstance(v, Tensor)}
        if self.adaptive is not None:
            out |= {f"augment.{k}": v for k, v in self.adaptive.state().items()}
        return out

    def load(self, weights: Mapping[str, Mapping[str, Tensor]], state: Mapping[str, Tensor]) -> list[str]:
        """Goes on from a checkpoint's tensors; returns what could not be taken over, in words. RuntimeError when shapes differ."""
        for name, network in {**self.networks, "generator_ema": self.averaged.network}.items():
            network.load_state_dict(dict(weights[name]))
        self.nimg, self.feed.position = (int(n) for n in state["position"])
        notes = []
        for name, g in self.generators.items():
            if state[f"generator.{name}"].shape == g.get_state().shape:
                g.set_state(state[f"generator.{name}"])
            else:
                notes.append(say("the random numbers ({name}) start afresh: the checkpoint is from another kind of device", name=name))
        for name, player in self.players.items():
            player.guard.load({k: state[f"guard.{name}.{k}"] for k in ("scale", "streak", "good")})
            notes += player.take_up(_below(state, f"optimizer.{name}."), name)
        if self.adaptive is not None and (kept := _below(state, "augment.")):
            self.adaptive.load(kept)
        elif self.adaptive is not None:
            self.adaptive = None
            self._steer(self.config)
            notes.append(say("the augmentation's probability starts afresh: the checkpoint holds none"))
        self._notes, self._folded = {}, {}
        return notes


def _below(state: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {k.removeprefix(prefix): v for k, v in state.items() if k.startswith(prefix)}
