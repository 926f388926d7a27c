"""How steep D is, and how strongly it drives G."""

import math
from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import Tensor

from studio.doctor.sight import Bank, Bout, Sight
from studio.doctor.signals import About, Signal
from studio.gan.draws import spans
from studio.gan.slices import Slices


class Slopes(Signal, kind="slopes"):
    """Norms of gradients over a few samples (16, fewer where they are large), in full precision and without augmentation:

    - `grad_real` = E‖∇ₓD(x)‖ at training reals, and `grad_fake` the same at fakes: they explode before a run diverges;
    - `grad_G` = ‖∇ L_G‖ by G's parameters: what D still teaches. Under the saturating loss it vanishes when D is sure, under the non-saturating one it rises.

    Range 0 to ∞; only changes within a run mean something. Cost: a backward pass of D over 32 samples, and one of both networks over 16.
    Sources: Mescheder et al., arXiv 1801.04406 (‖∇D‖); Arjovsky and Bottou, arXiv 1701.04862 (‖∇G‖).
    """

    values: ClassVar[Mapping[str, About]] = {
        "grad_real": About("Mean norm of D's gradient at reals.", (0, math.inf), "logits per unit", (0, 100)),
        "grad_fake": About("Mean norm of D's gradient at samples.", (0, math.inf), "logits per unit", (0, 100)),
        "grad_G": About("Norm of the gradient of G's loss.", (0, math.inf), "", (0, 100)),
    }

    def misfit(self, bank: Bank) -> str:
        return ""

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        if sight.bout is None:
            return {}
        bout, found = sight.bout, {}
        for name, x, c in (("grad_real", bout.real, bout.c), ("grad_fake", bout.fake, bout.asked.c)):
            norms = []
            for part in _spans(bout):
                norms.append(bout.players.slopes(x[part], None if c is None else c[part]))
                yield
            found[name] = float(torch.cat(norms).double().mean())
        return found | {"grad_G": (yield from _pull(bout))}


def _pull(bout: Bout) -> Slices[float]:
    """The norm of the whole gradient, which is added up part by part."""
    total: list[Tensor] = []
    for part in _spans(bout):
        c = None if bout.c is None else bout.c[part]
        share = (part.stop - part.start) / len(bout.real)
        gradients = [gradient * share for gradient in bout.players.pull(bout.asked.z[part], c, bout.real[part])]
        total = [a + b for a, b in zip(total, gradients, strict=True)] if total else gradients
        yield
    return float(torch.linalg.vector_norm(torch.stack(torch._foreach_norm(total))))


def _spans(bout: Bout) -> list[slice]:
    return [slice(*span) for span in spans(len(bout.real), bout.players.at_once)]
