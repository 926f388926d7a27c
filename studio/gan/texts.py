"""A million names in two arrays. Knows not what they name."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 1 << 14
_SORT_BYTES = 1 << 28  # a table of equally wide names that may be made to sort them


class Texts:
    """Byte strings in a row, none of which holds a NUL: 8 bytes a string beside its own, where a list of str takes about a hundred."""

    def __init__(self, blob: NDArray[np.uint8], ends: NDArray[np.int64]) -> None:
        """ends: where each string ends in the blob."""
        self.blob, self.ends = blob, ends

    @classmethod
    def of(cls, strings: Iterable[bytes]) -> Self:
        """These, in this order."""
        blob, ends = bytearray(), array("q")
        for string in strings:
            blob += string
            ends.append(len(blob))
        return cls.built(blob, ends)

    @classmethod
    def built(cls, blob: bytearray, ends: "array[int]") -> Self:
        """From what a loop has appended: nothing is copied."""
        return cls(np.frombuffer(blob, np.uint8), np.frombuffer(ends, np.int64))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, i: int) -> bytes:
        start = int(self.ends[i - 1]) if i else 0
        return self.blob[start : int(self.ends[i])].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self.some(start, start + _AT_ONCE)

    def some(self, start: int, stop: int) -> list[bytes]:
        """The strings from start up to stop."""
        ends = [int(self.ends[start - 1]) if start else 0, *self.ends[start:stop].tolist()]
        text = self.blob[ends[0] : ends[-1]].tobytes()
        return [text[a - ends[0] : b - ends[0]] for a, b in pairwise(ends)]

    def order(self) -> NDArray[np.int64]:
        """Row numbers that bring the strings into the order of their bytes, which for UTF-8 is that of its characters; equal ones stay as they are."""
        width = int(np.diff(self.ends, prepend=0).max(initial=1))
        if width * len(self) > _SORT_BYTES:
            strings = list(self)
            return np.array(sorted(range(len(self)), key=strings.__getitem__), dtype=np.int64)
        table = np.empty(len(self), f"S{width}")  # numpy sorts it without holding up other threads, such as the window's
        for start in range(0, len(self), _AT_ONCE):
            table[start : start + _AT_ONCE] = self.some(start, start + _AT_ONCE)
        return np.argsort(table, kind="stable")

    def take(self, order: NDArray[np.int64]) -> "Texts":
        """The strings of these rows."""
        ends = np.cumsum(np.diff(self.ends, prepend=0)[order])
        blob = np.empty(int(ends[-1]) if len(ends) else 0, np.uint8)
        at = 0
        for start in range(0, len(order), _AT_ONCE):
            part = np.frombuffer(b"".join([self[i] for i in order[start : start + _AT_ONCE].tolist()]), np.uint8)
            blob[at : at + len(part)] = part
            at += len(part)
        return Texts(blob, ends)


def find(wanted: NDArray[np.bytes_], among: NDArray[np.bytes_]) -> NDArray[np.int64]:
    """For each of `wanted` the row in `among` that equals it, the last of several, or −1."""
    if not len(among):
        return np.full(len(wanted), -1, np.int64)
    order = np.argsort(among, kind="stable")
    at = np.searchsorted(among, wanted, side="right", sorter=order) - 1
    row = order[np.maximum(at, 0)]
    return np.where((at >= 0) & (among[row] == wanted), row, -1)
