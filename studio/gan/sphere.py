"""Latents near a latent: turned by an angle, or on the way to another one. Lengths are kept, because G has seen latents of about one length alone."""

from collections.abc import Sequence

import torch
from torch import Tensor

SEED = 20_250_107


def turned(z: Tensor, degrees: float, n: int, *, seed: int = SEED) -> Tensor:
    """z [d] turned by an angle towards n random directions: [n, d], each as long as z. The same seed gives the same directions."""
    length = torch.linalg.vector_norm(z)
    along = z / length.clamp_min(1e-12)
    aside = torch.randn(n, len(z), generator=torch.Generator().manual_seed(seed))
    aside = torch.nn.functional.normalize(aside - (aside @ along)[:, None] * along, dim=1)
    angle = torch.deg2rad(torch.tensor(degrees))
    near: Tensor = angle.cos() * z + angle.sin() * length * aside
    return near


def between(a: Tensor, b: Tensor, shares: Sequence[float]) -> Tensor:
    """Latents on the great circle from a [d] (share 0) to b [d] (share 1): [n, d]; the length changes evenly."""
    t = torch.tensor(shares, dtype=a.dtype)[:, None]
    lengths = torch.linalg.vector_norm(torch.stack((a, b)), dim=1).clamp_min(1e-12)
    start, end = a / lengths[0], b / lengths[1]
    angle = torch.dot(start, end).clamp(-1, 1).acos()
    if angle.sin() < 1e-4:  # the same or opposite directions name no circle
        return (1 - t) * a + t * b
    way = (((1 - t) * angle).sin() * start + (t * angle).sin() * end) / angle.sin()
    made: Tensor = way * ((1 - t) * lengths[0] + t * lengths[1])
    return made
