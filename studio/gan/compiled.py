"""torch.compile where it is safe: passes that are differentiated once at most. Gradient penalties, which differentiate twice, run eagerly.

torch.compile does not support a second derivative through what it made, so the choice is made anew for every turn.
"""

from collections.abc import Mapping

import torch
from torch import nn

from studio.gan.config import RunConfig
from studio.gan.games import Values
from studio.gan.networks import Network
from studio.words import say


class Compiled:
    """The networks, each beside its compiled form; both share their weights. Gives itself up when torch cannot compile them."""

    def __init__(self, networks: Mapping[str, nn.Module]) -> None:
        self._eager = networks
        self._fast: dict[str, nn.Module] = {name: torch.compile(network) for name, network in networks.items()}  # type: ignore[misc]
        self.fault = ""
        self._told = False

    def networks(self, player: str, config: RunConfig, values: Values) -> Mapping[str, nn.Module]:
        """The networks for this turn, compiled where nothing differentiates them twice."""
        if self.fault:
            return self._eager
        family, twice = type(config.network), set()
        if player == "generator" and family.g_extra is not Network.g_extra:
            twice.add("generator")
        if player == "discriminator" and ((values.penalty_due and config.objective.differentiates_twice) or family.d_extra is not Network.d_extra):
            twice.add("discriminator")
        return {name: self._eager[name] if name in twice else fast for name, fast in self._fast.items()}

    def give_up(self, fault: RuntimeError) -> None:
        """Goes on eagerly from here."""
        lines = [line.strip() for line in str(fault).splitlines() if line.strip()]
        self.fault = " ".join(lines[:2])[:200] or type(fault).__name__

    def news(self) -> str:
        """That it gave up, once, in words for a person; empty otherwise."""
        if not self.fault or self._told:
            return ""
        self._told = True
        return say("The networks cannot be compiled here and go on uncompiled, a little slower: {fault}", fault=self.fault)
