"""What shows a failure: samples beside the reals that they lack or copy, and histograms. Writes pictures into a folder; decides nothing.

Every kind that `Detector.evidence` names has one function here; one that says nothing of such data gives None.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.doctor.sight import Bank, Sight, between
from studio.gan.media import medium
from studio.gan.media.image import Image
from studio.messages import Evidence
from studio.words import mark, say

ROWS, PAIRS_A_ROW = 4, 3
BARS = 24  # of a histogram of logits
CLASSES, OF_A_CLASS = 8, 4
SAMPLES = 6  # a row and a column of plain samples
GAP = 1  # pixels between two pairs
EXPECTED = 4.0  # fakes that a bin should have before its emptiness means anything
HELD_OUT = mark("held-out reals")


class Scene(NamedTuple):
    """What there is to show: the last check, the bank, and the bins' counts of this check and those before it, the oldest first."""

    sight: Sight
    bank: Bank
    history: Sequence[Tensor]


class _Shown(NamedTuple):
    """A piece of evidence and the pictures that belong to it, uint8 [rows, columns, h, w, C]."""

    evidence: Evidence
    sheet: NDArray[np.uint8] | None = None
    together: int = 1  # columns that belong together


def gather_evidence(kinds: Sequence[str], scene: Scene, folder: Path, stem: str) -> tuple[Evidence, ...]:
    """The evidence of these kinds. Pictures are complete files `<folder>/<stem>-<kind>.png`; their names are relative to the folder's parent."""
    found = []
    for kind in kinds:
        shown = _KINDS[kind](scene)
        if shown is None:
            continue
        evidence = shown.evidence
        if shown.sheet is not None:
            folder.mkdir(exist_ok=True)
            path, draft = folder / f"{stem}-{kind}.png", folder / f".{stem}-{kind}.draft.png"
            Image().save(draft, _sheet(shown.sheet, shown.together))
            draft.replace(path)
            evidence = evidence.model_copy(update={"file": f"{folder.name}/{path.name}"})
        found.append(evidence)
    return tuple(found)


def _missing(scene: Scene) -> _Shown | None:
    """The reals of bins without fakes, nearest to their centres first, each beside the fake that comes nearest."""
    sight, bank, _ = scene
    if not bank.image or not len(sight.x):
        return None
    counts, expected = bank.bins.count(sight.of), bank.bins.shares * len(sight.of)
    empty = [int(k) for k in expected.argsort(descending=True) if counts[k] == 0 and expected[k] >= EXPECTED]
    if not empty:
        empty = [int(k) for k in (counts / expected).argsort()[:ROWS]]  # none is empty: the rarest
    near = {k: between(bank.bins.centres[k : k + 1], bank.phi)[0].argsort() for k in empty}
    rows = [int(near[k][depth]) for depth in range(ROWS * PAIRS_A_ROW) for k in empty][: ROWS * PAIRS_A_ROW]
    fakes = between(bank.phi[rows], sight.phi).argmin(1)
    text = say("Left: pictures of your data of which the samples have lost the kind. Right of each: the sample that comes nearest to it.")
    labels = (say("vanished"), say("nearest sample"))
    evidence = Evidence(kind="pairs", title=say("What has vanished"), text=text, labels=labels * PAIRS_A_ROW)
    return _Shown(evidence, _paired(bank.pictures[rows], _pictures(bank, sight.x[fakes])), 2)


def _pairs(scene: Scene) -> _Shown | None:
    """Fakes beside the training samples that they are nearest to, the nearest first."""
    sight, bank, _ = scene
    if not bank.image or not len(sight.x):
        return None
    distance, real = between(sight.phi, bank.phi).min(1)
    chosen: list[int] = []
    for i in distance.argsort().tolist():  # each real once
        if real[i] not in [real[k] for k in chosen]:
            chosen.append(i)
        if len(chosen) == ROWS * PAIRS_A_ROW:
            break
    text = say("Left: samples. Right of each: the training picture that it repeats.")
    labels = (say("sample"), say("training picture"))
    evidence = Evidence(kind="pairs", title=say("Samples and the training pictures nearest to them"), text=text, labels=labels * PAIRS_A_ROW)
    return _Shown(evidence, _paired(_pictures(bank, sight.x[chosen]), bank.pictures[real[chosen].numpy()]), 2)


def _duplicates(scene: Scene) -> _Shown | None:
    """Pairs of fakes that are all but the same, from different latents."""
    sight, bank, _ = scene
    if not bank.image or not sight.blocks:
        return None
    within = sight.blocks[0].within.clone()
    within.fill_diagonal_(float("inf"))
    distance, other = within.min(1)
    pairs: list[tuple[int, int]] = []
    for i in distance.argsort().tolist():
        pair = (i, int(other[i]))
        if not set(pair) & {k for known in pairs for k in known}:
            pairs.append(pair)
        if len(pairs) == ROWS * PAIRS_A_ROW:
            break
    left, right = ([pair[side] for pair in pairs] for side in (0, 1))
    text = say("Each pair was made from two different latents, and shows nearly the same.")
    labels = (say("sample"), say("its double"))
    evidence = Evidence(kind="pairs", title=say("Near-duplicates"), text=text, labels=labels * PAIRS_A_ROW)
    return _Shown(evidence, _paired(_pictures(bank, sight.x[left]), _pictures(bank, sight.x[right])), 2)


def _samples(scene: Scene) -> _Shown | None:
    """Fakes as they come."""
    sight, bank, _ = scene
    if not bank.image or not len(sight.x):
        return None
    side = min(SAMPLES, int(len(sight.x) ** 0.5))
    pictures = _pictures(bank, sight.x[: side * side])
    evidence = Evidence(kind="pictures", title=say("Samples of this check"), text=say("As they come, none chosen."))
    return _Shown(evidence, pictures.reshape(side, side, *pictures.shape[1:]))


def _classes(scene: Scene) -> _Shown | None:
    """Fakes in a column for each class that was asked for."""
    sight, bank, _ = scene
    asked = sight.asked.c if sight.asked is not None else None
    if asked is None or not bank.image:
        return None
    columns = [(k, rows) for k in range(len(bank.dataset.classes)) if len(rows := (asked == k).nonzero().flatten()) >= OF_A_CLASS][:CLASSES]
    if not columns:
        return None
    pictures = np.stack([_pictures(bank, sight.x[rows[:OF_A_CLASS]]) for _, rows in columns], 1)
    names = tuple(bank.dataset.classes[k] for k, _ in columns)
    title, text = say("What was made for each class"), say("A column shows samples of one class.")
    return _Shown(Evidence(kind="pictures", title=title, text=text, labels=names), pictures)


def _shares(scene: Scene) -> _Shown | None:
    """How the fakes share the bins, beside the reals."""
    sight, bank, _ = scene
    if not len(sight.of):
        return None
    order = bank.bins.shares.argsort(descending=True)
    fakes = bank.bins.count(sight.of) / len(sight.of)
    series = {"reals": _numbers(bank.bins.shares[order]), "samples": _numbers(fakes[order])}
    text = say("Your data divided into parts that look alike, the most frequent first: the share of each among the reals and among the samples.")
    names = (say("reals"), say("samples"))
    return _Shown(Evidence(kind="histogram", title=say("How often each part of the data is made"), text=text, series=series, names=names))


def _hops(scene: Scene) -> _Shown | None:
    """The bins' shares check by check, and the reals' at the end."""
    _, bank, history = scene
    if len(history) < 2:
        return None
    order = bank.bins.shares.argsort(descending=True)
    before = range(len(history) - 1, 0, -1)
    keys = [*(f"{n} before" for n in before), "this check"]
    series = {key: _numbers((counts / counts.sum().clamp_min(1))[order]) for key, counts in zip(keys, history, strict=True)}
    series["reals"] = _numbers(bank.bins.shares[order])
    names = (*(say("{n} before", n=n) for n in before), say("this check"), say("reals"))
    text = say("Each row is a check, the newest last: which parts of the data the samples came from. They wander; the reals stay.")
    return _Shown(Evidence(kind="histogram", title=say("Where the samples were, check by check"), text=text, series=series, names=names))


def _logits(scene: Scene) -> _Shown | None:
    """D's answers to samples, training reals and held-out ones."""
    verdicts = scene.sight.verdicts
    if verdicts is None:
        return None
    sets = {"samples": verdicts.fake, "reals": verdicts.train, HELD_OUT: verdicts.held}
    known = {name: values.double()[values.isfinite()] for name, values in sets.items()}
    known = {name: values for name, values in known.items() if len(values)}
    if not known:
        return None
    together = torch.cat(list(known.values()))
    low, high = float(together.min()), float(together.max())
    edges = np.linspace(low, high if high > low else low + 1, BARS + 1)
    series = {name: tuple(float(n) for n in np.histogram(values.numpy(), edges)[0] / len(values)) for name, values in known.items()}
    text = say(
        "How real the discriminator finds them, from fake (left) to real (right). Where two hills lie apart it is sure of itself; in a fair game they overlap."
    )
    names = tuple(say(name) for name in series)
    title = say("What the discriminator says")
    return _Shown(Evidence(kind="histogram", title=title, text=text, series=series, names=names, edges=tuple(float(e) for e in edges)))


_KINDS: dict[str, Callable[[Scene], _Shown | None]] = {
    "missing": _missing,
    "pairs": _pairs,
    "duplicates": _duplicates,
    "shares": _shares,
    "hops": _hops,
    "logits": _logits,
    "samples": _samples,
    "classes": _classes,
}


def _pictures(bank: Bank, x: Tensor) -> NDArray[Any]:
    return medium(bank.dataset.medium).to_array(x)


def _paired(left: NDArray[Any], right: NDArray[Any]) -> NDArray[np.uint8]:
    """[n, h, w, C] twice → [rows, 6, h, w, C]: three pairs a row; what is left over is dark."""
    n, *shape = left.shape
    rows = max(-(-n // PAIRS_A_ROW), 1)
    sheet = np.zeros((rows * PAIRS_A_ROW, 2, *shape), np.uint8)
    sheet[:n, 0], sheet[:n, 1] = left, right
    return sheet.reshape(rows, 2 * PAIRS_A_ROW, *shape)


def _sheet(cells: NDArray[np.uint8], together: int) -> NDArray[np.uint8]:
    """[rows, columns, h, w, C] → one picture; a thin line between rows and between what belongs together."""
    rows, columns, height, width, channels = cells.shape
    groups = columns // together
    gap = GAP if together > 1 else 0
    sheet = np.full((rows * (height + gap) - gap, groups * (together * width + gap) - gap, channels), 128, np.uint8)
    for r in range(rows):
        for g in range(groups):
            top, left = r * (height + gap), g * (together * width + gap)
            sheet[top : top + height, left : left + together * width] = np.concatenate(list(cells[r, g * together : (g + 1) * together]), 1)
    return sheet


def _numbers(values: Tensor) -> tuple[float, ...]:
    return tuple(round(float(v), 5) for v in values)
