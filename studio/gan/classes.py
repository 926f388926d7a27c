"""The class of each picture: by its folder, or as `dataset.json` says (StyleGAN's layout: `{"labels": [[name, number], …]}`). Reads no file itself."""

import hashlib
import json
import re
from array import array
from collections.abc import Generator, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from studio.gan.texts import Texts, find
from studio.told import reason_of
from studio.words import say

MANIFEST = "dataset.json"
_DIGEST = 16
_BLANK = re.compile(r"[ \t\n\r]*")


class Classes(NamedTuple):
    """labels: int64, one a picture, index into `names`, −1 for none. fault: why dataset.json was not used."""

    names: tuple[str, ...]
    labels: NDArray[np.int64]
    fault: str = ""


class NotLabels(ValueError):
    """dataset.json's labels are no list of names and whole numbers."""


def by_folder(names: Texts) -> Classes:
    """The first folder below those that all pictures share; where all lie in one and the same folder, that folder. names: sorted."""
    known: dict[bytes, int] = {}
    rows = np.fromiter((known.setdefault(name.rpartition(b"/")[0], len(known)) for name in names), np.int64, len(names))
    folders = [folder.split(b"/") if folder else [] for folder in known]
    first, last = min(folders, default=[]), max(folders, default=[])
    shared = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    if shared and all(len(f) == shared for f in folders):
        shared -= 1
    of_folder = [f[shared].decode("utf-8", "replace") if len(f) > shared else None for f in folders]
    classes = _sorted({n for n in of_folder if n is not None})
    index = {name: i for i, name in enumerate(classes)}
    table = np.array([-1 if name is None else index[name] for name in of_folder], np.int64)
    return Classes(classes, table[rows] if len(rows) else rows)


def by_manifest(raw: bytes, names: Texts) -> Classes:
    """As dataset.json has it, in bytes: no classes where it says nothing of labels. A fault in it is told, and the folders serve.

    Labels are read one after the other: a million of them in one piece would take half a gigabyte.
    """
    marks, numbers = bytearray(), array("q")
    try:
        given = False
        for name, number in _labels(raw.decode(json.detect_encoding(raw))):
            given = True
            if name:
                marks += _digest(name.replace("\\", "/").encode("utf-8", "replace"))
                numbers.append(number)
    except NotLabels:
        return _none(names, say("{file} has labels that are no whole numbers from 0: they are left out", file=MANIFEST))
    except (ValueError, RecursionError, OverflowError) as fault:
        text = say("{file} cannot be read ({fault}): the sub-folders are taken as classes", file=MANIFEST, fault=reason_of(fault))
        return by_folder(names)._replace(fault=text)
    if not given:
        return _none(names)
    wanted = np.frombuffer(b"".join([_digest(name) for name in names]), f"S{_DIGEST}")
    row = find(wanted, np.frombuffer(bytes(marks), f"S{_DIGEST}"))
    number_of = np.array([*numbers, -1], np.int64)[row]  # −1, for none, is the last
    used = np.unique(number_of[number_of >= 0])
    labels = np.where(number_of >= 0, np.searchsorted(used, number_of), -1)
    return Classes(tuple(str(n) for n in used.tolist()), labels)


def _none(names: Texts, fault: str = "") -> Classes:
    return Classes((), np.full(len(names), -1, np.int64), fault)


def _digest(name: bytes) -> bytes:
    return hashlib.blake2b(name, digest_size=_DIGEST).digest()


def _sorted(names: set[str]) -> tuple[str, ...]:
    """Numbers by their value before words."""
    return tuple(sorted(names, key=lambda n: (not n.isdecimal(), int(n) if n.isdecimal() else 0, n)))


def _labels(text: str) -> Iterator[tuple[str, int]]:
    """The pairs of "labels" in a document, one at a time, after one with an empty name that says that there is a list.

    ValueError when it is no JSON, NotLabels for other labels.
    """
    decode = json.JSONDecoder().raw_decode
    at = _skip(text, 0)
    if text[at : at + 1] != "{":
        json.loads(text)
        return
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, at = decode(text, at)
        at = _expect(text, at, ":")
        if key == "labels" and text[at : at + 1] == "[":
            at = yield from _pairs(text, at)
        else:
            value, at = decode(text, at)
            if key == "labels" and value is not None:
                raise NotLabels
        at = _skip(text, at)
        if text[at : at + 1] != "}":
            at = _expect(text, at, ",")
    if _skip(text, at + 1) != len(text):
        raise ValueError(say("there is more after its end"))


def _pairs(text: str, at: int) -> Generator[tuple[str, int], None, int]:
    """The elements of the list that begins there; returns where it ends."""
    decode = json.JSONDecoder().raw_decode
    at = _skip(text, at + 1)
    yield "", 0  # there is a list
    while text[at : at + 1] != "]":
        pair, at = decode(text, at)
        if not (isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) and type(pair[1]) is int and pair[1] >= 0):
            raise NotLabels
        yield pair[0], pair[1]
        at = _skip(text, at)
        if text[at : at + 1] != "]":
            at = _expect(text, at, ",")
    return at + 1


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    assert found is not None, "the pattern matches nothing at all too"
    return found.end()


def _expect(text: str, at: int, sign: str) -> int:
    at = _skip(text, at)
    if text[at : at + 1] != sign:
        raise ValueError(say("a {sign} is missing at character {at}", sign=sign, at=at))
    return _skip(text, at + 1)
