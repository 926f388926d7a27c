"""DiffAugment: three strong changes, always on."""

from __future__ import annotations

import torch
from torch import Tensor

from studio.gan.augment import Augment, Numbers
from studio.gan.schedule import Schedule
from studio.gan.spec import option, scheduled
from studio.gan.warps import shift

_UNIFORMS = 10  # numbers that a sample needs, whatever is switched on
_SHIFT = 0.125  # largest shift, in widths or heights
_CUT = 0.5  # side of the hole, in widths and heights


class DiffAugment(Augment, kind="diffaugment"):
    """DiffAugment: colours, a shift and a hole in every image; for a few hundred pictures, with any loss.

    Colours: brightness ±.5, saturation 0 to 2 (three channels), contrast .5 to 1.5. The shift is by up to 1/8, with 0 coming in; the hole has
    half the width and height. Source: Zhao et al., arXiv 2006.10738.
    """

    p: Schedule = scheduled(1.0, ge=0, le=1, live=True, help="Probability that an image is changed, for each of the three by itself; the paper's is 1.")
    colour: bool = option(True, live=True, help="Change brightness, saturation and contrast.")
    translation: bool = option(True, live=True, help="Shift by up to an eighth of the image.")
    cutout: bool = option(True, live=True, help="Cut a hole of half the width and height.")

    @property
    def active(self) -> bool:
        return bool((self.colour or self.translation or self.cutout) and (self.p.start or self.p.end))

    def strength(self, nimg: int, total_kimg: float) -> float:
        return self.p.at(nimg, total_kimg)

    def apply(self, x: Tensor, p: Tensor, draws: Numbers) -> Tensor:
        u = draws.uniform(len(x), _UNIFORMS)
        on = u[:, :3] < p.to(u.dtype)
        if self.colour:
            x = torch.where(_wide(on[:, 0]), _tinted(x, *u[:, 3:6].unbind(1)), x)
        height, width = x.shape[2:]
        if self.translation:
            right, down = (_whole(u[:, 6], 2 * _pixels(width, _SHIFT) + 1), _whole(u[:, 7], 2 * _pixels(height, _SHIFT) + 1))
            x = torch.where(_wide(on[:, 1]), shift(x, right - _pixels(width, _SHIFT), down - _pixels(height, _SHIFT)), x)
        if self.cutout:
            hole = _span(u[:, 8], height)[:, :, None] & _span(u[:, 9], width)[:, None, :]
            x = x.masked_fill((hole & on[:, 2, None, None]).unsqueeze(1), 0.0)
        return x


def _tinted(x: Tensor, brightness: Tensor, saturation: Tensor, contrast: Tensor) -> Tensor:
    x = x + (_wide(brightness) - 0.5)
    if x.shape[1] == 3:
        grey = x.mean(1, keepdim=True)
        x = (x - grey) * (2 * _wide(saturation)) + grey
    mean = x.mean((1, 2, 3), keepdim=True)
    return (x - mean) * (_wide(contrast) + 0.5) + mean


def _span(u: Tensor, n: int) -> Tensor:
    """[N, n]: the hole along one side of n pixels, its centre anywhere along it."""
    long = _pixels(n, _CUT)
    start = _whole(u, n + 1 - long % 2) - long // 2
    places = torch.arange(n, device=u.device) - start[:, None]
    return (places >= 0) & (places < long)


def _pixels(n: int, share: float) -> int:
    return int(n * share + 0.5)


def _whole(u: Tensor, n: int) -> Tensor:
    """Uniform in 0 … n − 1 from uniform in [0, 1)."""
    return (u * n).floor().to(torch.int64).clamp(max=n - 1)


def _wide(v: Tensor) -> Tensor:
    return v[:, None, None, None]
