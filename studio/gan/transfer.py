"""Transfer: weights of another run's checkpoint, as far as their names and shapes match. Which checkpoint that is, is for others to find.

Only weights and buffers travel: optimisers, random numbers and the clock start afresh. Source: Wang et al., arXiv 1805.01677.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from studio.errors import ConfigError, Problem
from studio.gan.checkpoint import read
from studio.gan.freezing import held_back
from studio.gan.trainer import Trainer
from studio.words import joined, say

NAMED = 6  # tensors that a report's text names of each kind before it counts the others


@dataclass(frozen=True)
class Other:
    """A tensor of the same name and another shape."""

    name: str
    here: tuple[int, ...]
    there: tuple[int, ...]

    def __str__(self) -> str:
        return say("{name} ({here} here, {there} there)", name=self.name, here=_size(self.here), there=_size(self.there))


@dataclass(frozen=True)
class Matched:
    """What one network took over. Tensors are weights and buffers; parameters are the numbers in the weights that learn."""

    network: str
    taken: tuple[str, ...]
    parameters: int  # taken over
    all_parameters: int
    missing_here: tuple[str, ...]  # in the checkpoint alone
    missing_there: tuple[str, ...]  # in this network alone
    other_shape: tuple[Other, ...]

    @property
    def is_whole(self) -> bool:
        """Whether both sides hold the same."""
        return not (self.missing_here or self.missing_there or self.other_shape)

    def __str__(self) -> str:
        all_tensors = len(self.taken) + len(self.missing_there) + len(self.other_shape)
        text = say(
            "{network}: {taken:,} of {tensors:,} tensors, {parameters:,} of {all:,} parameters",
            network=self.network,
            taken=len(self.taken),
            tensors=all_tensors,
            parameters=self.parameters,
            all=self.all_parameters,
        )
        why = [
            say("missing there: {names}", names=_some(self.missing_there)) if self.missing_there else "",
            say("missing here: {names}", names=_some(self.missing_here)) if self.missing_here else "",
            say("of another shape: {names}", names=_some(self.other_shape)) if self.other_shape else "",
        ]
        return joined([text, *filter(None, why)], "; ")


@dataclass(frozen=True)
class Report:
    """What a transfer took over, network by network."""

    networks: tuple[Matched, ...]

    @property
    def parameters(self) -> int:
        """Taken over by all networks together."""
        return sum(m.parameters for m in self.networks)

    @property
    def is_whole(self) -> bool:
        """Whether every tensor on either side found its like."""
        return all(m.is_whole for m in self.networks)

    def __str__(self) -> str:
        return joined([str(m) for m in self.networks], "\n")


def transfer(trainer: Trainer, folder: Path) -> Report:
    """Takes over what matches from a checkpoint's folder, into a trainer that has not begun.

    RunError when a file is missing or torn. ConfigError when nothing matches, or when freeze-D would hold weights that were not
    taken over; the trainer is then of no use.
    """
    networks: Mapping[str, nn.Module] = {**trainer.networks, "generator_ema": trainer.averaged.network}
    report = Report(tuple(_take(name, network, read(folder / f"{name}.safetensors")) for name, network in networks.items()))
    if not report.parameters:
        text = say("none of its weights has the name and shape of one here; choose the network and width that it was trained with")
        raise ConfigError([Problem("transfer.run", text)])
    _frozen_must_be_known(trainer, next(m for m in report.networks if m.network == "discriminator"))
    return report


def _take(name: str, network: nn.Module, there: Mapping[str, Tensor]) -> Matched:
    here = network.state_dict()
    common = [k for k in here if k in there]
    taken = [k for k in common if here[k].shape == there[k].shape]
    with torch.no_grad():
        for k in taken:
            here[k].copy_(there[k])
    learns = {k: p.numel() for k, p in network.named_parameters()}
    return Matched(
        name,
        tuple(taken),
        parameters=sum(learns.get(k, 0) for k in taken),
        all_parameters=sum(learns.values()),
        missing_here=tuple(k for k in there if k not in here),
        missing_there=tuple(k for k in here if k not in there),
        other_shape=tuple(Other(k, tuple(here[k].shape), tuple(there[k].shape)) for k in common if k not in taken),
    )


def _frozen_must_be_known(trainer: Trainer, matched: Matched) -> None:
    """Weights fresh from the random numbers are not worth keeping as they are."""
    config, discriminator = trainer.config, trainer.networks["discriminator"]
    fresh = [p for k, p in discriminator.named_parameters() if k not in matched.taken]
    for stage in range(config.transfer.freeze_d):
        if held_back(config.network, discriminator, stage + 1).intersection(fresh):
            most = say("freeze at most {stages}", stages=stage) if stage else say("freeze none")
            text = say(
                "stage {stage} of this discriminator was not in that checkpoint, or not whole, and frozen it would stay random: {most}",
                stage=stage + 1,
                most=most,
            )
            raise ConfigError([Problem("transfer.freeze_d", text)])


def _some(names: tuple[object, ...]) -> str:
    rest = len(names) - NAMED
    named = joined([str(name) for name in names[:NAMED]], ", ")
    return say("{names} and {rest} more", names=named, rest=rest) if rest > 0 else named


def _size(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) or say("a number")
