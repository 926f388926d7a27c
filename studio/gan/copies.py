"""Pictures whose files are equal byte for byte, by group, as many as there are, in little memory. Compares nothing itself."""

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from studio.gan.found import readable
from studio.gan.texts import Texts

Group = tuple[str, ...]


class Copies(Sequence[Group]):
    """Groups of names of equal files, two or more to a group, by name. A file in no group is there once."""

    def __init__(self, names: Texts, digests: NDArray[np.bytes_], usable: NDArray[np.bool_]) -> None:
        """names: of every picture, sorted. digests: one a picture, empty where it was not looked at. usable: the pictures that count."""
        self._names = names
        counts = usable & (digests != b"")
        self.looked_at = bool(counts.any())
        rows = np.flatnonzero(counts)
        order = rows[np.argsort(digests[rows], kind="stable")]  # equal ones side by side, each group by name
        starts = np.flatnonzero(np.append(True, digests[order[1:]] != digests[order[:-1]])) if len(order) else order
        sizes = np.diff(starts, append=len(order))
        several = [order[start : start + size] for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True)]
        self._groups = sorted(several, key=lambda group: int(group[0]))

    @property
    def extra(self) -> int:
        """Files that could go without losing a picture."""
        return sum(len(group) - 1 for group in self._groups)

    def rows(self) -> NDArray[np.int64]:
        """Of every picture that is there more than once, a group after the other."""
        return np.concatenate(self._groups).astype(np.int64) if self._groups else np.empty(0, np.int64)

    def __len__(self) -> int:
        return len(self._groups)

    @overload
    def __getitem__(self, i: int) -> Group: ...
    @overload
    def __getitem__(self, i: slice) -> list[Group]: ...
    def __getitem__(self, i: int | slice) -> Group | list[Group]:
        return [self._named(g) for g in self._groups[i]] if isinstance(i, slice) else self._named(self._groups[i])

    def __iter__(self) -> Iterator[Group]:
        return (self._named(group) for group in self._groups)

    def _named(self, rows: NDArray[np.int64]) -> Group:
        return tuple(readable(self._names[row]) for row in rows.tolist())
