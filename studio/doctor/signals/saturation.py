"""Whether pixels stick to the ends of their range."""

from collections.abc import Mapping
from typing import ClassVar

from torch import Tensor

from studio.doctor.sight import Bank, Sight
from studio.doctor.signals import About, Signal
from studio.gan.slices import Slices

END = 0.99  # of the range −1 to 1


class Saturation(Signal, kind="saturation"):
    """`saturation` = share of the fakes' values beyond ±.99 − the same of the reals', at full size.

    Range −1 to 1, 0 is right: near 1 G is driven into the flat ends of its tanh, or without one beyond the range. White paper and black sky are at the ends
    in reals too, hence the difference. Cost: a look at the values, 1 ms. Source: proposed here.
    """

    values: ClassVar[Mapping[str, About]] = {
        "saturation": About("Share of the values at the ends of their range, above that of the reals.", (-1, 1), "", (-1, 0.3))
    }

    def misfit(self, bank: Bank) -> str:
        return "" if bank.image else "points have no range"

    def measure(self, sight: Sight, bank: Bank) -> Slices[dict[str, float]]:
        usual = yield from bank.once(_of_reals)
        return {"saturation": _share(sight.sharp) - usual} if sight.blocks else {}


def _of_reals(bank: Bank) -> Slices[float]:
    yield
    return _share(bank.sharp)


def _share(x: Tensor) -> float:
    return float((x.abs() > END).double().mean())
