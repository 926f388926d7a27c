"""Generation: a generator turns latents into samples, a discriminator tells them from real ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn

from studio.errors import Problem
from studio.gan import analytic
from studio.gan.analytic import Known, Plain
from studio.gan.games import Draws, Game, Values
from studio.gan.networks import Conditioned, Features
from studio.gan.objectives import Penalty
from studio.gan.penalties import differences, wgan_gp, zero_centred
from studio.gan.spec import option
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.config import RunConfig
    from studio.gan.datasets import Dataset


class Generation(Game, kind="generation"):
    """Generation: z → x, with or without classes.

    D and G play in turn; D's parameters are frozen while G learns. Source: Goodfellow et al., arXiv 1406.2661.
    """

    d_steps: int = option(1, ge=1, le=100, live=True, help="Steps of the discriminator for every step of the generator.")

    def build(self, config: RunConfig, dataset: Dataset) -> dict[str, nn.Module]:
        classes = len(dataset.classes)
        return {
            "generator": config.network.generator(dataset.shape, classes),
            "discriminator": config.network.discriminator(dataset.shape, classes),
        }

    def turns(self, config: RunConfig) -> tuple[str, ...]:
        return ("discriminator",) * self.d_steps + ("generator",)

    def misfits(self, config: RunConfig) -> Iterator[Problem]:
        if config.network.uses_batch_statistics and config.training.batch < 2:
            remedy = say(config.network.batch_remedy)
            text = say("a network that looks at its whole batch needs at least 2 images at a time; raise it or {remedy}", remedy=remedy)
            yield Problem("training.batch", text)
        if config.network.uses_batch_statistics and config.objective.penalty == "wgan_gp":
            remedy = say(config.network.batch_remedy)
            yield Problem("objective.penalty", say("WGAN-GP punishes each image's own gradient, which batch statistics mix; {remedy}", remedy=remedy))

        if config.augment.active and config.objective.penalty_by == "difference" and config.objective.penalty in ("r1", "r2", "r1_r2"):
            yield Problem("objective.penalty_by", say("a difference cannot look behind an augmentation; choose gradient, or augment.kind none"))

    def fits(self, config: RunConfig, dataset: Dataset) -> Iterator[Problem]:
        for problem in (config.network.misfit(dataset.shape), config.augment.misfit(dataset.shape)):
            if problem:
                yield problem

    def loss(self, player: str, networks: Mapping[str, nn.Module], config: RunConfig, draws: Draws, values: Values) -> Tensor | Known:
        generator, discriminator = networks["generator"], networks["discriminator"]
        by_hand, play = (_d_by_hand, _d_turn) if player == "discriminator" else (_g_by_hand, _g_turn)
        if pair := _plain(generator, discriminator, config, values):
            return by_hand(*pair, config, draws, values)
        return play(generator, discriminator, config, draws, values)


def _d_turn(generator: nn.Module, discriminator: nn.Module, config: RunConfig, draws: Draws, values: Values) -> Tensor:
    """Reals and fakes of the same classes, so that a pairing loss compares like with like."""
    real, c = draws.real()
    with torch.no_grad():
        fake = config.network.generate(generator, draws, c)
    together = config.network.joint_pass and _penalty(config, values) in ("none", "r1_r2")
    passed = (_joint if together else _apart)(discriminator, real, fake, c, config, draws, values)
    loss = config.objective.d_loss(passed.d_real, passed.d_fake)
    draws.note("loss/D", loss.detach())
    draws.note("d/real", passed.d_real.detach())
    draws.judged(passed.d_real.detach())
    draws.note("d/fake", passed.d_fake.detach())
    for term in (passed.penalty, config.network.d_extra(discriminator, passed.seen, passed.features, draws)):
        loss = loss if term is None else loss + term
    return loss


class _Passed(NamedTuple):
    """What D said of reals and fakes."""

    d_real: Tensor
    d_fake: Tensor
    penalty: Tensor | None
    seen: Tensor  # the reals as D saw them
    features: Features  # and what it kept of them


def _joint(discriminator: nn.Module, real: Tensor, fake: Tensor, c: Tensor | None, config: RunConfig, draws: Draws, values: Values) -> _Passed:
    x, c, n, extra = torch.cat((real, fake)), None if c is None else torch.cat((c, c)), len(real), None
    due, exact = _penalty(config, values) != "none", config.objective.penalty_by == "gradient"
    x.requires_grad_(due and exact)
    seen = _seen(x, draws, values)
    d, features = config.network.judge(discriminator, seen, c)
    if due:
        squared = zero_centred(d, x) if exact else _differences(discriminator, d, seen, c, config, draws)
        for name, part in zip(("r1", "r2"), squared.detach().chunk(2), strict=True):
            draws.note(f"penalty/{name}", part)
        extra = squared.sum() * (values.gamma / (2 * n))
    d_real, d_fake = d.chunk(2)
    return _Passed(d_real, d_fake, extra, seen[:n], tuple(f[:n] for f in features))


def _apart(discriminator: nn.Module, real: Tensor, fake: Tensor, c: Tensor | None, config: RunConfig, draws: Draws, values: Values) -> _Passed:
    penalty, exact, extra = _penalty(config, values), config.objective.penalty_by == "gradient", None
    real.requires_grad_(exact and penalty in ("r1", "r1_r2"))
    fake.requires_grad_(exact and penalty in ("r2", "r1_r2"))
    seen, seen_fake = _seen(real, draws, values), _seen(fake, draws, values)
    d_real, features = config.network.judge(discriminator, seen, c)
    d_fake = discriminator(seen_fake, c)
    for name, d, x, shown in (("r1", d_real, real, seen), ("r2", d_fake, fake, seen_fake)):
        if penalty in (name, "r1_r2"):
            squared = zero_centred(d, x) if exact else _differences(discriminator, d, shown, c, config, draws)
            draws.note(f"penalty/{name}", squared.detach())
            term = squared.mean() * (values.gamma / 2)
            extra = term if extra is None else extra + term
    if penalty == "wgan_gp":
        raw = wgan_gp(discriminator, real, fake, c, draws.uniform(len(real)))
        draws.note("penalty/gp", raw.detach())
        extra = raw * values.gamma
    return _Passed(d_real, d_fake, extra, seen, features)


def _g_turn(generator: nn.Module, discriminator: nn.Module, config: RunConfig, draws: Draws, values: Values) -> Tensor:
    real, c = draws.real() if config.objective.pairs else (None, draws.labels())
    d_fake = discriminator(_seen(config.network.generate(generator, draws, c), draws, values), c)
    d_real = None
    if real is not None:
        with torch.no_grad():
            d_real = discriminator(_seen(real, draws, values), c)
    loss = config.objective.g_loss(d_real, d_fake)
    draws.note("loss/G", loss.detach())
    extra = config.network.g_extra(generator, draws, c, values.step // values.turns)
    return loss if extra is None else loss + extra


def _differences(discriminator: nn.Module, d: Tensor, seen: Tensor, c: Tensor | None, config: RunConfig, draws: Draws) -> Tensor:
    """‖∇D‖² of every sample from D's answer to a neighbour of what it saw, which differs from the image by noise alone."""
    sigma = config.objective.penalty_sigma
    return differences(d, discriminator(seen + sigma * draws.noise(seen), c), sigma)


def _plain(generator: nn.Module, discriminator: nn.Module, config: RunConfig, values: Values) -> tuple[Plain, Plain] | None:
    """Both networks, where they and the penalty are simple enough to be differentiated by hand."""
    if config.precision.is_lower or config.augment.active or _penalty(config, values) not in ("none", "r1_r2"):
        return None
    if values.penalty_due and not config.objective.differentiates_twice:
        return None
    g, d = (network.plain() if isinstance(network, Conditioned) else None for network in (generator, discriminator))
    return (g, d) if g and d else None


def _d_by_hand(generator: Plain, discriminator: Plain, config: RunConfig, draws: Draws, values: Values) -> Known:
    """The same as `_d_turn` in one joint pass, with or without R1 and R2."""
    real, _ = draws.real()
    n = len(real)
    fake = analytic.forward(generator, draws.latents())[1]
    judged = analytic.judge(discriminator, _seen(torch.cat((real.flatten(1), fake)), draws, values))
    loss, *e = config.objective.d_slopes(judged.d[:n], judged.d[n:])
    strength = 0.0
    if _penalty(config, values) != "none":
        strength = values.gamma / (2 * n)
        squared = judged.gradients.square().sum(1)
        draws.note("penalty/r1", squared[:n])
        draws.note("penalty/r2", squared[n:])
    draws.note("loss/D", loss)
    draws.note("d/real", judged.d[:n])
    draws.note("d/fake", judged.d[n:])
    return analytic.judge_gradients(discriminator, judged, torch.cat(e), strength)


def _g_by_hand(generator: Plain, discriminator: Plain, config: RunConfig, draws: Draws, values: Values) -> Known:
    """The same as `_g_turn`."""
    real = draws.real()[0] if config.objective.pairs else None
    entered, fake = analytic.forward(generator, draws.latents())
    seen, d_fake = analytic.forward(discriminator, _seen(fake, draws, values))
    d_real = None if real is None else analytic.forward(discriminator, _seen(real.flatten(1), draws, values))[1].squeeze(1)
    loss, e = config.objective.g_slopes(d_real, d_fake.squeeze(1))
    draws.note("loss/G", loss)
    return analytic.gradients(generator, entered, analytic.pull(discriminator, seen, e.unsqueeze(1)))


def _penalty(config: RunConfig, values: Values) -> Penalty:
    return config.objective.penalty if values.penalty_due else "none"


def _seen(x: Tensor, draws: Draws, values: Values) -> Tensor:
    """x as D sees it. Penalties are taken with respect to the image before this."""
    x = draws.augment(x)
    return x + values.instance_noise * draws.noise(x) if values.instance_noise > 0 else x
