"""ADA's pipeline, with a strength that follows D or a schedule."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from studio.gan.adaptive import Control
from studio.gan.augment import Augment, Numbers
from studio.gan.schedule import Schedule
from studio.gan.spec import option, scheduled
from studio.gan.warps import Affine, warp

_UNIFORMS, _NORMALS = 24, 7  # numbers that a sample needs, whatever is switched on, so that a live change moves no other draw
_SHIFT = 0.125  # largest whole shift, and standard deviation of the fractional one, in widths or heights
_SCALE = 0.2  # standard deviation of log₂ of both scalings
_BRIGHTNESS, _CONTRAST, _SATURATION = 0.2, 0.5, 1.0  # standard deviations; the last two of log₂
_CUT = 0.5  # side of the hole, in widths and heights
_THIRD = 1 / 3


class Ada(Augment, kind="ada"):
    """ADA: flips, turns, shifts, scalings, colours and a hole, each with probability p times its group's share.

    In this order: mirrored (half of the time), quarter turns (square images), whole shifts up to 1/8; scaled, turned, scaled unevenly, turned
    again, shifted by fractions; brighter, more contrast, luma inverted (half of the time), hue, saturation; a hole of half the size. Hue and
    saturation need exactly three channels, the luma's inversion one or three. Geometry is one bilinear warp with mirrored borders, where the
    paper filters at twice the resolution. Source: Karras et al., arXiv 2006.06676, app. B; R3GAN's shares, arXiv 2501.05441: 1, 1, .5, 1.
    """

    adaptive: bool = option(False, live=True, help="Let p follow how well D knows the real images by heart; needs a loss whose D says real above 0.")
    p: Schedule = scheduled(
        "0 -> 0.3 cosine", ge=0, le=1, live=True, help="Probability of every change: .3 to .5 at the end suits most. Where p is adaptive, its first value."
    )
    blit: float = option(1.0, ge=0, le=1, live=True, help="Share of p for mirroring, quarter turns and whole shifts; 0 leaves them out.")
    geometry: float = option(1.0, ge=0, le=1, live=True, help="Share of p for scaling, turning and fractional shifts; 0 leaves them out.")
    colour: float = option(1.0, ge=0, le=1, live=True, help="Share of p for brightness, contrast, inversion, hue and saturation; 0 leaves them out.")
    cutout: float = option(0.0, ge=0, le=1, live=True, help="Share of p for a hole of half the width and height; 0 leaves it out.")
    target: float = option(0.6, ge=-1, le=1, live=True, advanced=True, help="Adaptive p grows while the mean sign of D on real images is above this.")
    speed_kimg: float = option(500.0, gt=0, le=1e6, live=True, advanced=True, unit="kimg", help="Real images in which an adaptive p could go from 0 to 1.")
    p_max: float = option(0.8, ge=0, le=1, live=True, advanced=True, help="An adaptive p never exceeds this: above about .8 changes leak into the samples.")

    @property
    def active(self) -> bool:
        shares = self.blit or self.geometry or self.colour or self.cutout
        return bool(shares and (self.adaptive or self.p.start or self.p.end))

    @property
    def control(self) -> Control | None:
        return Control(self.p.start, self.target, self.speed_kimg, self.p_max) if self.adaptive else None

    def strength(self, nimg: int, total_kimg: float) -> float:
        return self.p.at(nimg, total_kimg)

    def apply(self, x: Tensor, p: Tensor, draws: Numbers) -> Tensor:
        chance = _Chance(draws.uniform(len(x), _UNIFORMS), draws.normal(len(x), _NORMALS), p)
        height, width = x.shape[2:]
        places = self._moves(chance, height, width)
        moved = chance.taken()
        weights, offset = self._tints(chance, x.shape[1])
        tinted = chance.taken()
        hole = _hole(chance, self.cutout, height, width)
        if self.blit or self.geometry:
            x = torch.where(moved, warp(x, places), x)
        if self.colour:
            x = torch.where(tinted, _mixed(x, weights, offset), x)
        return x.masked_fill(hole, 0.0) if self.cutout else x

    def _moves(self, chance: _Chance, height: int, width: int) -> Affine:
        """Where every pixel is read."""
        on, u = chance.happens(self.blit), chance.uniform()
        flip = (on & (u < 0.5)).to(u.dtype)
        moves = Affine.identity(u).scaled(1 - 2 * flip, torch.ones_like(flip))
        on, u = chance.happens(self.blit if height == width else 0.0), chance.uniform()
        quarter = torch.where(on, (4 * u).floor(), 0.0)
        moves = moves.turned(*((quarter == k).to(u.dtype) - (quarter == k + 2).to(u.dtype) for k in (0, 1)))
        on, right, down = chance.happens(self.blit), chance.uniform(), chance.uniform()
        moves = moves.shifted(*(torch.where(on, ((2 * u - 1) * _SHIFT * n).round(), 0.0) for u, n in ((right, width), (down, height))))
        scale = chance.power(self.geometry, _SCALE)
        moves = _turned(moves.scaled(scale, scale), chance, self.geometry)
        scale = chance.power(self.geometry, _SCALE)
        moves = _turned(moves.scaled(scale, 1 / scale), chance, self.geometry)
        on, right, down = chance.happens(self.geometry), chance.normal(), chance.normal()
        return moves.shifted(torch.where(on, right * _SHIFT * width, 0.0), torch.where(on, down * _SHIFT * height, 0.0))

    def _tints(self, chance: _Chance, channels: int) -> tuple[tuple[Tensor, ...], Tensor]:
        """How channels are mixed: a channel's weights of itself and of the next ones, and what is added, all [N, 1, 1, 1].

        Every change commutes with a cyclic exchange of red, green and blue, so these few numbers are the whole matrix.
        """
        brightness = torch.where(chance.happens(self.colour), chance.normal() * _BRIGHTNESS, 0.0)
        contrast = chance.power(self.colour, _CONTRAST)
        on, u = chance.happens(self.colour if channels in (1, 3) else 0.0), chance.uniform()
        luma = contrast * (1 - 2 * (on & (u < 0.5)).to(u.dtype))
        coloured = self.colour if channels == 3 else 0.0
        on, u = chance.happens(coloured), chance.uniform()
        angle = torch.where(on, (2 * u - 1) * math.pi, 0.0)
        chroma = contrast * chance.power(coloured, _SATURATION)
        along, across = chroma * angle.cos(), chroma * angle.sin() * math.sqrt(3)
        if channels != 3:
            return (_wide(luma),), _wide(luma * brightness)
        weights = ((luma + 2 * along) * _THIRD, (luma - along - across) * _THIRD, (luma - along + across) * _THIRD)
        return tuple(_wide(w) for w in weights), _wide(luma * brightness)


class _Chance:
    """Every sample's own random numbers, taken one after the other; how many are taken does not depend on what happens."""

    def __init__(self, uniforms: Tensor, normals: Tensor, p: Tensor) -> None:
        self._uniforms, self._normals = iter(uniforms.unbind(1)), iter(normals.unbind(1))
        self._p = p.to(uniforms.dtype)
        self._none = torch.zeros_like(uniforms[:, 0], dtype=torch.bool)
        self._some = self._none

    def uniform(self) -> Tensor:
        """[N] in [0, 1)."""
        return next(self._uniforms)

    def normal(self) -> Tensor:
        """[N] standard normal."""
        return next(self._normals)

    def happens(self, share: float, *, twice: bool = False) -> Tensor:
        """[N], true with probability p times the share; `twice` for one of two chances that make up that probability together."""
        p = self._p * share
        if twice:
            p = 1 - (1 - p).sqrt()
        happened = self.uniform() < p
        self._some = self._some | happened
        return happened

    def power(self, share: float, sigma: float) -> Tensor:
        """[N] 2^(σ·normal) where it happens, else 1."""
        return torch.where(self.happens(share), torch.exp2(self.normal() * sigma), 1.0)

    def taken(self) -> Tensor:
        """[N, 1, 1, 1]: where anything happened since this was last asked."""
        some, self._some = self._some, self._none
        return _wide(some)


def _turned(moves: Affine, chance: _Chance, share: float) -> Affine:
    on, u = chance.happens(share, twice=True), chance.uniform()
    angle = torch.where(on, (2 * u - 1) * math.pi, 0.0)
    return moves.turned(angle.cos(), angle.sin())


def _mixed(x: Tensor, weights: tuple[Tensor, ...], offset: Tensor) -> Tensor:
    out = torch.addcmul(offset, x, weights[0])
    for k, weight in enumerate(weights[1:], start=1):
        out = torch.addcmul(out, x.roll(-k, 1), weight)
    return out


def _hole(chance: _Chance, share: float, height: int, width: int) -> Tensor:
    """[N, 1, H, W]: where the hole is, about a centre anywhere in the image."""
    on, centre_x, centre_y = chance.happens(share), chance.uniform(), chance.uniform()
    inside = []
    for centre, n in ((centre_y, height), (centre_x, width)):
        middles = (torch.arange(n, device=centre.device, dtype=centre.dtype) + 0.5) / n
        inside.append((middles - centre[:, None]).abs() < _CUT / 2)
    return (on[:, None, None] & inside[0][:, :, None] & inside[1][:, None, :]).unsqueeze(1)


def _wide(v: Tensor) -> Tensor:
    return v[:, None, None, None]
