"""Whether colours are as varied as the data's, and the right ones."""

import math
from collections.abc import Mapping
from typing import ClassVar, NamedTuple

import torch
from torch import Tensor

from studio.doctor.sight import Bank, Sight
from studio.doctor.signals import About, Signal
from studio.gan.slices import Slices

LEVEL = 2 / 255  # one of 256 grey levels: less is no colour
ENOUGH = 512  # reals that the fakes are compared with
SLICE = 1 << 20  # values looked at at a time


class Chroma(Signal, kind="chroma"):
    """Colour without brightness, a = (R − G)/√2 and b = (R + G − 2B)/√6 of every pixel, with covariance Σ over all pixels of all pictures:

    - `chroma` = ln det(Σ + ε) of fakes − of reals, ε one grey level squared: −∞ to ∞, 0 is right, below −2 colours are missing;
    - `tint` = √(δᵀ(S + ε)⁻¹δ), δ the difference of the mean colours, S the covariance of the reals' mean colours, picture by picture: 0 to ∞, in standard
      deviations between pictures; above 1 all fakes have a cast.

    Cost: a pass over the pictures, 5 ms. Source: proposed here; the axes are those of Ruderman et al., "Statistics of cone responses", 1998.
    """

    values: ClassVar[Mapping[str, About]] = {
        "chroma": About("Spread of the colours against the reals', as a logarithm; far below 0 colours are missing.", (-math.inf, math.inf), "", (-2, 2)),
        "tint": About("How far the mean colour is off, in standard deviations between pictures.", (0, math.inf), "standard deviations", (0, 1)),
    }

    def misfit(self, bank: Bank) -> str:
        return "" if bank.image and bank.dataset.shape[0] >= 3 else "there are no colours"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        real = yield from bank.once(_of_reals)
        if not sight.blocks:
            return {}
        fake = yield from _colours(sight.x)
        off = fake.mean - real.mean
        cast = torch.linalg.solve(real.between, off) @ off
        return {"chroma": float(torch.logdet(fake.spread) - torch.logdet(real.spread)), "tint": math.sqrt(max(float(cast), 0.0))}


class _Colours(NamedTuple):
    mean: Tensor  # [2]
    spread: Tensor  # Σ + ε [2, 2]
    between: Tensor  # S + ε [2, 2]


def _of_reals(bank: Bank) -> Slices[_Colours]:
    return (yield from _colours(bank.reals(ENOUGH)))


def _colours(x: Tensor) -> Slices[_Colours]:
    """Of pictures [n, C, h, w], C ≥ 3."""
    means, squares = [], []
    for part in torch.split(x, max(SLICE // x[0].numel(), 1)):
        r, g, b = part[:, :3].unbind(1)
        ab = torch.stack(((r - g) / math.sqrt(2), (r + g - 2 * b) / math.sqrt(6)), 1).flatten(2)
        means.append(ab.mean(2).double())
        squares.append((ab @ ab.mT / ab.shape[2]).double())
        yield
    each = torch.cat(means)
    mean, least = each.mean(0), LEVEL**2 * torch.eye(2, dtype=torch.float64)
    spread = torch.cat(squares).mean(0) - mean.outer(mean)
    return _Colours(mean, spread + least, torch.cov(each.T, correction=0) + least)
