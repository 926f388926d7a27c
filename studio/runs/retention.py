"""Which checkpoints to give up: a pure rule over ids, places in time and sizes."""

from collections.abc import Collection
from typing import NamedTuple


class Kept(NamedTuple):
    """What the rule needs to know of a checkpoint."""

    id: int
    nimg: int
    bytes: int


def surplus(kept: Collection[Kept], safe: Collection[int], keep: int, budget_bytes: int) -> list[int]:
    """Ids to delete so that at most `keep` beside the `safe` ones remain, and all together fit the budget.

    Safe ones are never given up, even over the budget. Of the others goes first the one whose going leaves the smallest gap
    in nimg between its neighbours, so the rest stay spread evenly over a run that grows; among equals the oldest goes.
    """
    line = sorted(kept, key=lambda c: (c.nimg, c.id))
    spaced = sum(c.id not in safe for c in line)
    total = sum(c.bytes for c in line)
    out: list[int] = []
    while spaced and (spaced > keep or total > budget_bytes):
        gaps = [(_gap(line, i), c.id, i) for i, c in enumerate(line) if c.id not in safe]
        _, number, index = min(gaps)
        out.append(number)
        total -= line.pop(index).bytes
        spaced -= 1
    return out


def _gap(line: list[Kept], index: int) -> int:
    before, after = max(index - 1, 0), min(index + 1, len(line) - 1)
    return line[after].nimg - line[before].nimg
