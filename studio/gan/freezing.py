"""Freeze-D: which of D's parameters stay as they are. Holding them is the trainer's business.

Where there are few pictures, a transferred D that may not unlearn its first filters overfits later. Source: Mo et al., arXiv 2002.10964.
"""

from torch import nn

from studio.errors import ConfigError, Problem
from studio.gan.networks import Network
from studio.words import say


def held_back(network: Network, discriminator: nn.Module, stages: int) -> set[nn.Parameter]:
    """The parameters of D's first `stages` stages, counted from the image. ConfigError when nothing would be left to learn."""
    if not stages:
        return set()
    there = network.d_stages(discriminator)
    if stages >= len(there):
        text = say(
            "this discriminator has {there} stages, and the last must learn: choose at most {most}; got {stages}",
            there=len(there),
            most=len(there) - 1,
            stages=stages,
        )
        raise ConfigError([Problem("transfer.freeze_d", text)])
    return {p for stage in there[:stages] for p in stage}
