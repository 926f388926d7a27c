"""A strength of augmentation that follows how much D overfits. Knows neither the augmentation nor the game.

Source: Karras et al., arXiv 2006.06676, sec. 3: r_t = E sign D(x) on reals is 0 for a D that guesses and 1 for one that knows them by heart.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

EVERY = 4  # D's turns from one change to the next


@dataclass(frozen=True)
class Control:
    """What p is steered by."""

    start: float
    target: float  # the r_t that is wanted
    speed_kimg: float  # thousand images in which p could go from 0 to 1
    p_max: float


class AdaptiveP:
    """The p in force, on the device; nothing here waits for it."""

    def __init__(self, start: float, device: torch.device) -> None:
        self.p = torch.full((), start, device=device)
        self._signs = torch.zeros((), device=device)
        self.fresh = torch.zeros((), device=device)  # the signs of this turn: processes that share a batch add theirs up
        self._heard = self._turns = 0

    def hear(self, d_real: Tensor, processes: int = 1) -> Tensor:
        """Takes note of D's logits [N] on reals as it saw them; returns their r_t, a scalar. A NaN counts for neither side.

        Each of so many `processes` hears as many.
        """
        signs = ((d_real > 0).sum() - (d_real < 0).sum()).float()
        self.fresh = self.fresh + signs
        self._heard += len(d_real) * processes
        return signs / len(d_real)

    def turn(self, control: Control, batch: int) -> None:
        """After each of D's turns, of `batch` images: every fourth moves p by the sign of r_t − target, in [0, p_max]."""
        self._turns += 1
        self._signs, self.fresh = self._signs + self.fresh, torch.zeros_like(self.fresh)
        if self._turns < EVERY or not self._heard:
            return
        step = self._turns * batch / (1000 * control.speed_kimg)
        self.p = (self.p + step * torch.sign(self._signs / self._heard - control.target)).clamp(0.0, control.p_max)
        self._signs = torch.zeros_like(self._signs)
        self._heard = self._turns = 0

    def state(self) -> dict[str, Tensor]:
        """What a resume needs."""
        return {"p": self.p, "signs": self._signs, "heard": torch.tensor([self._heard, self._turns])}

    def load(self, state: Mapping[str, Tensor]) -> None:
        """Continues from `state`."""
        self.p, self._signs = (state[k].to(self.p.device) for k in ("p", "signs"))
        self._heard, self._turns = (int(n) for n in state["heard"])
