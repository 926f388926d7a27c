"""Affine maps of images and the warp that carries them out, which can be differentiated as often as wanted.

Knows nothing of chance: where an image goes is the augmentations' business.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor


class Affine(NamedTuple):
    """Where each image's pixels are read: x_in = a·x + b·y + e and y_in = c·x + d·y + f, all [N].

    In pixels from the image's centre, x to the right and y down. Every method adds a change of the image to those before it. Plain products, not
    matrices: these are exact for flips, quarter turns and whole shifts, and no device rounds them.
    """

    a: Tensor
    b: Tensor
    c: Tensor
    d: Tensor
    e: Tensor
    f: Tensor

    @classmethod
    def identity(cls, like: Tensor) -> Affine:
        """As many images as `like` [N] has entries, all left where they are."""
        one, zero = torch.ones_like(like), torch.zeros_like(like)
        return cls(one, zero, zero, one, zero, zero)

    def scaled(self, x: Tensor, y: Tensor) -> Affine:
        """Enlarged by factors [N]; −1 mirrors."""
        return Affine(self.a / x, self.b / y, self.c / x, self.d / y, self.e, self.f)

    def turned(self, cos: Tensor, sin: Tensor) -> Affine:
        """Turned clockwise, as seen, by the angles of these cosines and sines [N]."""
        return Affine(self.a * cos - self.b * sin, self.a * sin + self.b * cos, self.c * cos - self.d * sin, self.c * sin + self.d * cos, self.e, self.f)

    def shifted(self, x: Tensor, y: Tensor) -> Affine:
        """Moved by pixels [N] to the right and down."""
        return self._replace(e=self.e - self.a * x - self.b * y, f=self.f - self.c * x - self.d * y)


def warp(x: Tensor, affine: Affine) -> Tensor:
    """x [N, C, H, W] read through the maps: bilinear between pixels, mirrored at the borders about the outermost pixels' centres.

    Exact where the maps take pixels to pixels. Nothing is smoothed before it is made smaller. Made of gathers and products rather than of
    torch's grid_sample, whose coordinates from −1 to 1 round, so that flips and whole shifts would not be exact.
    """
    height, width = x.shape[2:]
    down, right = (_centred(n, x.device, affine.a.dtype) for n in (height, width))
    a, b, c, d, e, f = (v[:, None, None] for v in affine)
    left, right_of, to_right = _between(a * right + b * down[:, None] + e, width)
    above, below, to_below = _between(c * right + d * down[:, None] + f, height)
    pixels, to_right, to_below = x.flatten(2).to(to_right.dtype), to_right.unsqueeze(1), to_below.unsqueeze(1)
    upper, lower = (torch.lerp(_read(pixels, y, left, width), _read(pixels, y, right_of, width), to_right) for y in (above, below))
    return torch.lerp(upper, lower, to_below).to(x.dtype)


def shift(x: Tensor, right: Tensor, down: Tensor) -> Tensor:
    """x [N, C, H, W] moved by whole pixels, int64 [N]; what comes in is 0."""
    height, width = x.shape[2:]
    xs = torch.arange(width, device=x.device) - right[:, None]
    ys = torch.arange(height, device=x.device) - down[:, None]
    inside = ((xs >= 0) & (xs < width))[:, None, :] & ((ys >= 0) & (ys < height))[:, :, None]
    moved = _read(x.flatten(2), ys.clamp(0, height - 1)[:, :, None], xs.clamp(0, width - 1)[:, None, :], width)
    return moved.masked_fill(~inside.unsqueeze(1), 0.0)


def _centred(n: int, device: torch.device, dtype: torch.dtype) -> Tensor:
    return torch.arange(n, device=device, dtype=dtype) - (n - 1) / 2


def _between(centred: Tensor, size: int) -> tuple[Tensor, Tensor, Tensor]:
    """The pixels before and after these places, int64, and how far each lies towards the second, from 0 to 1."""
    last = size - 1
    if last == 0:
        before = torch.zeros_like(centred, dtype=torch.int64)
        return before, before, torch.zeros_like(centred)
    place = last - (torch.remainder(centred + last / 2, 2 * last) - last).abs()  # a triangle wave: mirrored again and again
    floor = place.floor()
    before = floor.to(torch.int64).clamp(0, last)
    return before, (before + 1).clamp(max=last), place - floor


def _read(pixels: Tensor, y: Tensor, x: Tensor, width: int) -> Tensor:
    """pixels [N, C, H·W] at rows y and columns x, which broadcast to [N, H, W] → [N, C, H, W]."""
    index = y * width + x
    flat = index.flatten(1).unsqueeze(1).expand(-1, pixels.shape[1], -1)
    return pixels.gather(2, flat).view(*pixels.shape[:2], *index.shape[1:])
