"""Whether G makes use of what it is told: the class and the latent."""

import math
from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.doctor.sight import Bank, Sight, between, shown
from studio.doctor.signals import About, Signal
from studio.gan.draws import spans
from studio.gan.neighbours import distances
from studio.gan.slices import Slices
from studio.gan.spec import option

PAIRS = 32  # of one class: fewer say little
EACH = 8  # reals of a class in the bank, on average: with fewer the nearest one is of another class however well pictures show theirs
TOLD = 0.4  # `label_told` from which neighbours tell whether a fake is of its class


class Use(Signal, kind="use"):
    """For runs with classes:

    - `label_use` = E‖G(z, y) − G(z, y′)‖ / E‖G(z, y) − G(z′, y)‖ over pixels, y′ another class and z′ another latent: 0 to ∞, near 0 the class is ignored;
    - `latent_use` = mean distance between two fakes of one class / between two reals of one class, in the bank's features: 0 to ∞, 1 for a perfect
      generator, near 0 each class has but one picture. Left out with fewer than 32 such pairs;
    - `label_told` = (share of reals whose nearest other real is of their class − chance) / (1 − chance): 1 where the pictures show their class, 0 where
      classes were dealt out at random, or the features do not see what they mean; the same all the time. Left out with fewer than 8 reals a class;
    - `label_hit` = the same of fakes, the class asked for and the nearest real, / `label_told`: 1 for a perfect generator, 0 where the class is ignored.
      Left out where that is below .4.

    Cost: 64 more samples of G, and once the distances between 256 reals and all. Source: the second is the intra-class diversity of Odena et al.,
    arXiv 1610.09585, as a ratio; the last two: after the classification accuracy of Ravuri and Vinyals, arXiv 1905.10887, by nearest neighbours; the
    first: proposed here.
    """

    values: ClassVar[Mapping[str, About]] = {
        "label_use": About("How much a sample changes with its class ÷ with its latent; near 0 the class is ignored.", (0, math.inf), "", (0.5, 5)),
        "label_told": About(
            "How often the nearest of the other reals is of the same class, above chance; near 0 pictures do not show it.", (-math.inf, 1), "", (0.1, 1)
        ),
        "label_hit": About(
            "How often a sample looks like its class, beside how often reals do; near 0 the class is ignored.", (-math.inf, 1 / TOLD), "", (0.5, 1.3)
        ),
        "latent_use": About("Distance between samples of one class ÷ between reals of one; near 0 the latent is ignored.", (0, math.inf), "", (0.6, 1.4)),
    }

    samples: int = option(32, ge=2, le=256, help="Latents whose class is changed, and classes whose latent is.")

    def misfit(self, bank: Bank) -> str:
        return "" if len(bank.dataset.classes) > 1 else "the run has no classes"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        usual = yield from bank.once(_of_reals)
        asked, found = sight.asked, {}
        if asked is None or asked.c is None or not sight.blocks:
            return {}
        n = len(sight.blocks[0].phi)
        within = [_within(block.within, c) for block, c in zip(sight.blocks, torch.split(asked.c, n), strict=False)]
        alike = torch.cat(within)
        if usual and len(alike) >= PAIRS:
            found["latent_use"] = float(alike.double().mean()) / usual
        if len(bank.phi) >= EACH * len(bank.dataset.classes):
            found["label_told"] = told = yield from bank.once(_told)
            if told >= TOLD:
                nearest = torch.cat([block.across.argmin(1) for block in sight.blocks])
                found["label_hit"] = _above_chance(asked.c[: len(nearest)], nearest, bank) / told
        if sight.bout is not None:
            found |= yield from self._label_use(sight, bank)
        return found

    def _label_use(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        assert sight.bout is not None
        assert sight.asked is not None
        assert sight.asked.c is not None
        players, n, classes = sight.bout.players, min(self.samples, len(sight.x)), len(bank.dataset.classes)
        z, c = sight.asked.z[:n], sight.asked.c[:n]
        moved: dict[str, list[Tensor]] = {"class": [], "latent": []}
        turn = 1 + torch.arange(n) % (classes - 1)  # every other class in turn
        for part in (slice(*span) for span in spans(n, players.at_once)):
            here = sight.x[part]
            for name, made in (("class", (z[part], (c + turn)[part] % classes)), ("latent", (z.roll(1, 0)[part], c[part]))):
                moved[name].append((shown(bank, players.make(*made)).cpu() - here).flatten(1).norm(dim=1))
                yield
        by_class, by_latent = (float(torch.cat(norms).double().mean()) for norms in moved.values())
        return {"label_use": by_class / by_latent} if by_latent > 0 else {}


def _of_reals(bank: Bank) -> Slices[float]:
    """The mean distance between two reals of one class; 0 where there are hardly any."""
    assert bank.c is not None
    found = []
    for phi, c in zip(bank.blocks(), torch.split(bank.c, bank.block), strict=False):
        found.append(_within(distances(phi, phi), c))
        yield
    alike = torch.cat(found)
    return float(alike.double().mean()) if len(alike) >= PAIRS else 0.0


def _told(bank: Bank) -> Slices[float]:
    """How far above chance reals find their own class among the other reals."""
    assert bank.c is not None
    some = bank.phi[: bank.block]
    d = between(some, bank.phi)
    d[torch.arange(len(some)), torch.arange(len(some))] = math.inf
    yield
    return _above_chance(bank.c[: len(some)], d.argmin(1), bank)


def _above_chance(c: Tensor, nearest: Tensor, bank: Bank) -> float:
    """0 where the nearest reals' classes are there by chance, 1 where they are all c."""
    assert bank.c is not None
    chance = float((bank.c.bincount().double() / len(bank.c)).square().sum())
    return (float((bank.c[nearest] == c).double().mean()) - chance) / max(1 - chance, 1e-9)


def _within(d: Tensor, c: Tensor) -> Tensor:
    """The distances [pairs] between two of one class, of all [n, n]."""
    return d[torch.triu(c[:, None] == c, diagonal=1)]
