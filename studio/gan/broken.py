"""Files that cannot be used, and why: as many as there are, in little memory. Finds none itself."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import Any, NamedTuple, Protocol, Self, overload

import numpy as np
from numpy.typing import NDArray

from studio.gan.texts import Texts
from studio.told import told
from studio.words import Said


class Broken(NamedTuple):
    """A file that cannot be used, and why."""

    file: str
    reason: str


class _Arrays(Protocol):
    def __getitem__(self, name: str) -> NDArray[Any]: ...


def _reason(kept: str) -> str:
    """In the language of here, where it is kept how it was said."""
    try:
        return told(json.loads(kept)) if kept.startswith("{") else kept
    except ValueError:
        return kept


class BrokenFiles(Sequence[Broken]):
    """A row of them that grows. Each costs its name and 12 bytes, since there are few reasons; all of them go to the disk with `arrays`."""

    def __init__(self, found: Iterable[Broken] = ()) -> None:
        self._names, self._ends, self._codes = bytearray(), array("q"), array("i")
        self._reasons: dict[str, int] = {}
        self._texts: list[str] = []
        for one in found:
            self.append(one)

    def append(self, one: Broken) -> None:
        """One more."""
        self._names += one.file.encode("utf-8", "replace")
        self._ends.append(len(self._names))
        reason = one.reason if "\0" not in one.reason else one.reason.replace("\0", " ")
        code = self._reasons.setdefault(reason, len(self._texts))
        if code == len(self._texts):
            self._texts.append(reason)
        self._codes.append(code)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, i: int) -> Broken: ...
    @overload
    def __getitem__(self, i: slice) -> list[Broken]: ...
    def __getitem__(self, i: int | slice) -> Broken | list[Broken]:
        if isinstance(i, slice):
            return [self._at(k) for k in range(*i.indices(len(self)))]
        if not -len(self) <= i < len(self):
            raise IndexError(i)
        return self._at(i % len(self))

    def __iter__(self) -> Iterator[Broken]:
        return (self._at(i) for i in range(len(self)))

    def _at(self, i: int) -> Broken:
        name = self._names[self._ends[i - 1] if i else 0 : self._ends[i]]
        return Broken(name.decode("utf-8"), self._texts[self._codes[i]])

    def sorted(self) -> "BrokenFiles":
        """The same by name."""
        if not self:
            return self
        order = Texts(np.frombuffer(bytes(self._names), np.uint8), np.array(self._ends, np.int64)).order()
        return BrokenFiles(self._at(i) for i in order.tolist())

    def with_others(self, others: Sequence[Broken]) -> "BrokenFiles":
        """Both, by name; each sorted already."""
        return BrokenFiles(merge(self, others))

    def arrays(self) -> dict[str, NDArray[Any]]:
        """For an archive of arrays."""
        names = np.frombuffer(bytes(self._names), np.uint8)
        texts = (json.dumps(text.record) if isinstance(text, Said) else text for text in self._texts)
        reasons = np.frombuffer("\0".join(texts).encode("utf-8", "replace"), np.uint8)
        return {"broken_names": names, "broken_ends": np.array(self._ends, np.int64), "broken_codes": np.array(self._codes, np.int32), "reasons": reasons}

    @classmethod
    def of_arrays(cls, arrays: "_Arrays") -> Self:
        """What `arrays` gave. ValueError when it is damaged."""
        made = cls()
        made._names = bytearray(arrays["broken_names"].tobytes())
        made._ends = array("q", arrays["broken_ends"].astype(np.int64).tobytes())
        made._codes = array("i", arrays["broken_codes"].astype(np.intc).tobytes())
        text = arrays["reasons"].tobytes().decode("utf-8")
        made._texts = [_reason(one) for one in text.split("\0")] if text else []
        made._reasons = {reason: i for i, reason in enumerate(made._texts)}
        if len(made._ends) != len(made._codes) or max(made._codes, default=-1) >= len(made._texts) or max(made._ends, default=0) > len(made._names):
            raise ValueError("the list of broken files does not fit together")
        return made
