"""The reals' features in K bins, so that shares can be compared: where reals are and fakes are not, something was lost. Judges nothing."""

from dataclasses import dataclass

import torch
from torch import Tensor

from studio.gan.neighbours import distances
from studio.gan.slices import Slices

MOST = 32
SEED = 20_250_103
ROUNDS = 20
EACH = 8  # reals a bin holds at least on average
LEAST = 0.25  # of an even share: bins with fewer reals are given up
FINEST = 0.08  # of the median distance between reals: bins whose centres lie nearer are one


@dataclass(frozen=True)
class Bins:
    """The cells around K centres [K, d], and the bin of every real [R]."""

    centres: Tensor
    of_reals: Tensor

    @property
    def counts(self) -> Tensor:
        """Reals in every bin, float64 [K]; none is 0."""
        return self.count(self.of_reals)

    @property
    def shares(self) -> Tensor:
        """The reals' share of every bin, float64 [K]; they sum to 1."""
        return self.counts / len(self.of_reals)

    def of(self, phi: Tensor) -> Tensor:
        """The bin of each row of features [n, d] → int64 [n]."""
        return _nearest(phi, self.centres)

    def count(self, of: Tensor) -> Tensor:
        """How many of these bins [n] are each, float64 [K]."""
        return torch.bincount(of, minlength=len(self.centres)).double()


def cluster(phi: Tensor) -> Slices[Bins]:
    """Features of reals [R, d] → at most 32 bins by k-means, fewer where the reals are few. The same every time.

    Seeded k-means++, then Lloyd's rounds. Where the data has fewer clumps than bins, several would share one, and a sample a little too narrow would
    leave some of them empty: these are joined. Sources: Arthur and Vassilvitskii, SODA 2007; the use for generators: Richardson and Weiss, arXiv 1805.12462.
    """
    centres = yield from _spread(phi, max(min(MOST, len(phi) // EACH), 1))
    for _ in range(ROUNDS):
        centres = _centred(phi, _nearest(phi, centres), centres)
        yield
    centres = _joined(phi, centres)
    counts = torch.bincount(_nearest(phi, centres), minlength=len(centres))
    centres = centres[counts >= LEAST * len(phi) / len(centres)]
    return Bins(centres, _nearest(phi, centres))


def _spread(phi: Tensor, k: int) -> Slices[Tensor]:
    """k of the rows, each drawn with a chance that grows with the square of its distance from those before it."""
    random = torch.Generator().manual_seed(SEED)
    chosen = [int(torch.randint(len(phi), (), generator=random))]
    far = distances(phi, phi[chosen]).squeeze(1)
    while len(chosen) < k and far.max() > 0:
        chosen.append(int(torch.multinomial(far.square(), 1, generator=random)))
        far = torch.minimum(far, distances(phi, phi[chosen[-1:]]).squeeze(1))
        yield
    return phi[chosen]


def _joined(phi: Tensor, centres: Tensor) -> Tensor:
    """The centres [K, d] that lie well apart, the fullest bins' first; each in the middle of what is its own now."""
    some = phi[:256]
    least = FINEST * float(distances(some, some).median())
    order = torch.bincount(_nearest(phi, centres), minlength=len(centres)).argsort(descending=True, stable=True)
    kept: list[int] = []
    for k in order.tolist():
        if not kept or float(distances(centres[[k]], centres[kept]).min()) > least:
            kept.append(k)
    centres = centres[sorted(kept)]
    return _centred(phi, _nearest(phi, centres), centres) if len(kept) < len(order) else centres


def _centred(phi: Tensor, of: Tensor, centres: Tensor) -> Tensor:
    """The mean of the rows of each bin; a bin without rows stays where it is."""
    sums = torch.zeros_like(centres).index_add_(0, of, phi)
    counts = torch.bincount(of, minlength=len(centres))[:, None]
    return torch.where(counts > 0, sums / counts.clamp_min(1), centres)


def _nearest(phi: Tensor, centres: Tensor) -> Tensor:
    return distances(phi, centres).argmin(1)
