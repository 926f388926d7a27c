"""Whether upsampling left a pattern."""

import math
from collections.abc import Mapping
from itertools import product
from typing import ClassVar

import torch
from torch import Tensor

from studio.doctor.sight import Bank, Sight
from studio.doctor.signals import About, Signal
from studio.gan.slices import Slices

STRIDES = (2, 4)
SLICE = 1 << 17  # values transformed at a time
FLOOR = 1e-6  # of power, so that pictures without any detail compare: a noise of a tenth of a grey level

Frequency = tuple[int, int]


class Stride(Signal, kind="stride"):
    """`checker` = how far the power at the frequencies of stride 2 or 4 stands out, of fakes / of reals; the greater of the two strides.

    In the mean power spectrum of the pictures at full size, that is the power at all multiples of 1/stride but those of a smaller stride, divided by
    the power at the frequencies right beside them. So blur and noise, which change all frequencies alike, are not taken for a pattern.
    Range 0 to ∞, 1 is right; above 2 the pictures are chequered or dotted. Cost: an FFT of 256 pictures or their middles, 10 ms.
    Source: proposed here, after Odena et al., "Deconvolution and Checkerboard Artifacts", 2016, and Durall et al., arXiv 2003.01826.
    """

    values: ClassVar[Mapping[str, About]] = {
        "checker": About("Strength of the pattern that strides leave ÷ the same in reals; 1 is right.", (0, math.inf), "", (0.2, 1.9))
    }

    def misfit(self, bank: Bank) -> str:
        return "" if bank.image and _peaks(bank.sharp.shape[2], bank.sharp.shape[3]) else "only pictures with even sides of 4 pixels or more show strides"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        real = yield from bank.once(_of_reals)
        if not sight.blocks:
            return {}
        fake = yield from _outstanding(sight.sharp)
        return {"checker": max(a / b for a, b in zip(fake, real, strict=True))}


def _of_reals(bank: Bank) -> Slices[list[float]]:
    return (yield from _outstanding(bank.sharp))


def _outstanding(x: Tensor) -> Slices[list[float]]:
    """How far the power at each stride's frequencies stands out, of images [n, C, h, w]."""
    height, width = x.shape[2:]
    power = torch.zeros(height, width, dtype=torch.float64)
    for part in torch.split(x, max(SLICE // x[0].numel(), 1)):
        power += torch.fft.fft2(part).abs().square().sum((0, 1)).double()
        yield
    power = power / x.numel() + FLOOR
    peaks = _peaks(height, width)
    taken = {(0, 0), *(peak for group in peaks for peak in group)}
    return [sum(float(power[peak]) for peak in group) / sum(_beside(power, peak, taken) for peak in group) for group in peaks]


def _peaks(height: int, width: int) -> list[list[Frequency]]:
    """The frequencies of each stride that divides both sides into at least two."""
    fitting = [stride for stride in STRIDES if height % stride == width % stride == 0 and min(height, width) >= 2 * stride]
    found: list[list[Frequency]] = []
    seen = {(0, 0)}
    for stride in fitting:
        group = {(i * height // stride, j * width // stride) for i, j in product(range(stride), repeat=2)} - seen
        found.append(sorted(group))
        seen |= group
    return found


def _beside(power: Tensor, at: Frequency, taken: set[Frequency]) -> float:
    """The mean power at the frequencies around one that belong to no stride."""
    height, width = power.shape
    around = {((at[0] + i) % height, (at[1] + j) % width) for i, j in product((-1, 0, 1), repeat=2)} - taken
    return sum(float(power[frequency]) for frequency in around) / len(around)
