"""The Inception network that FID, KID and their like look through: torch-fidelity's, an optional extra, with its published weights.

The weights are fetched only where a person allowed it, checked by size and SHA-256, and read as numbers alone. It computes no figure.
"""

import hashlib
import io
import pickle
import uuid
import zipfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from studio.errors import ConfigError, Problem
from studio.gan.cache import key
from studio.gan.datasets import Dataset, Drawn, Progress, Source, Stored, batches, silent
from studio.gan.download import download
from studio.gan.frechet import Moments
from studio.gan.media import medium
from studio.gan.precision import pick_device
from studio.words import mark, say

WEIGHTS_NAME = "weights-inception-2015-12-05-6726825d.pth"
WEIGHTS_BYTES = 95_628_359
WEIGHTS_SHA256 = "6726825d0af5f729cebd5821db510b11b1cfad8faad88a03f1befd49fb9129b2"
EXTRA = "pip install gan-studio[metrics]"
WIDTH = 2048
KEPT = 10_000  # rows of features kept of either set: KID and precision and recall look at them, FID at the moments of all
BATCH = 32
SEED = 20_250_104
ENDLESS = 50_000  # reals drawn of a set without end
HASHED = 4096  # images told apart at once
VERSION = "inception 1"  # of what is kept of reals: a new one leaves older files aside
_NOTICE = mark(
    "FID and its like need the published weights of Inception-v3 ({name}, {size:.1f} MB, SHA-256 {sum}). "
    "They are fetched once, from torch-fidelity's releases, checked, and kept in the studio's cache."
)
NOTICE = _NOTICE.format(name=WEIGHTS_NAME, size=WEIGHTS_BYTES / 1e6, sum=WEIGHTS_SHA256)


class Seen(NamedTuple):
    """What the network saw of a set of images."""

    moments: Moments  # of all of them
    rows: Tensor  # float32 [≤ KEPT, 2048], the features of the first
    text: str = ""  # the set in words


def misfit(dataset: Dataset) -> str:
    """Why the network cannot look at this data; empty when it can."""
    if dataset.medium != "image" or dataset.shape[0] not in (1, 3):
        return say("it is for images, grey or in three colours")
    return missing_extra()


def missing_extra() -> str:
    """What to install; empty when it is there."""
    try:
        import torch_fidelity  # noqa: F401 an extra: it may be missing
    except ImportError:
        return say("it needs torch-fidelity, which is not installed: {command}", command=EXTRA)
    return ""


def find_weights(cache: Path, *, file: Path | None = None, allow_download: bool = False, progress: Progress = silent) -> Path:
    """The checked weights: `file`, or the copy in the cache, fetched first where that is allowed.

    ConfigError when a file is not the published one, and, with `NOTICE`, when nothing is there and nothing may be fetched.
    """
    if file is not None:
        check(file)
        return file
    path = cache / "downloads" / "inception" / WEIGHTS_NAME
    if path.is_file():
        check(path)
        return path
    if not allow_download:
        notice = say(_NOTICE, name=WEIGHTS_NAME, size=WEIGHTS_BYTES / 1e6, sum=WEIGHTS_SHA256)
        text = say("{notice} Allow it with --allow-download, or give the file with --inception-weights FILE", notice=notice)
        raise ConfigError([Problem("inception", text)])
    from torch_fidelity.feature_extractor_inceptionv3 import URL_INCEPTION_V3  # kept up by its people

    remedy = mark("give the file with --inception-weights FILE")
    return download((URL_INCEPTION_V3,), path, digest=WEIGHTS_SHA256, progress=progress, remedy=remedy)


def check(path: Path, *, size: int = WEIGHTS_BYTES, sha256: str = WEIGHTS_SHA256) -> None:
    """ConfigError unless the file has this size and sum."""
    try:
        found = path.stat().st_size
        if found != size:
            text = say(
                "{path} has {found:,} bytes, and the published weights have {size:,}; fetch {name} again",
                path=path,
                found=found,
                size=size,
                name=WEIGHTS_NAME,
            )
            raise _unfit(text)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise _unfit(say("{path} cannot be read ({fault}); choose another file", path=path, fault=fault.strerror or fault)) from None
    if digest != sha256:
        text = say(
            "{path} has the SHA-256 {digest}, and the published weights {published}; fetch {name} again",
            path=path,
            digest=digest,
            published=sha256,
            name=WEIGHTS_NAME,
        )
        raise _unfit(text)


def read_weights(path: Path) -> dict[str, Tensor]:
    """The tensors of a checked file. Only numbers are read; a file that holds anything else is a ConfigError, and nothing of it runs."""
    try:
        found: Any = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, EOFError, RuntimeError, ValueError, KeyError, pickle.UnpicklingError, zipfile.BadZipFile) as fault:
        first = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise _unfit(say("{path} cannot be read as weights ({fault}); fetch {name} again", path=path, fault=first, name=WEIGHTS_NAME)) from None
    if not isinstance(found, dict) or not all(isinstance(v, Tensor) for v in found.values()):
        raise _unfit(say("{path} does not hold a network's weights; fetch {name} again", path=path, name=WEIGHTS_NAME))
    return found


def _unfit(text: str) -> ConfigError:
    return ConfigError([Problem("inception", text)])


class Inception:
    """The network, ready to look at images."""

    def __init__(self, weights: dict[str, Tensor], *, identity: str = WEIGHTS_SHA256, device: str = "auto", cache: Path | None = None) -> None:
        """identity: tells these weights from others, for the cache of what was seen of reals; without a `cache` nothing is kept."""
        self.device, self.identity, self.cache = pick_device(device), identity, cache
        self._network = _build(weights).to(self.device)

    @torch.no_grad()
    def features(self, x: Tensor) -> Tensor:
        """Images float32 [N, 1 or 3, H, W] in [−1, 1], of any size → float32 [N, 2048] on the CPU.

        They are rounded to 256 levels, as files would be, and resized to 299 × 299 as TensorFlow 1 did: what published figures rest on.
        """
        levels = torch.from_numpy(medium("image").to_array(x)).permute(0, 3, 1, 2)
        seen = self._network(levels.expand(-1, 3, -1, -1).contiguous().to(self.device))[0]
        made: Tensor = seen.float().cpu()
        return made

    def reals(self, dataset: Dataset, source: Source | None, *, held: bool = False) -> Generator[tuple[int, int], None, Seen]:
        """What it sees of all the training images, or of those held out; found in the cache where they were seen before.

        Yields how many it has seen, and of how many.
        """
        index = None if not isinstance(dataset, Stored) else dataset.held if held else dataset.train
        count = ENDLESS if index is None else len(index)
        if count < 2:
            fault = say("fewer than 2 images are there to compare with; compare with the training images instead")
            raise ConfigError([Problem("reference", fault)])
        which = "freshly drawn" if index is None else "held-out" if held else "training"
        text = f"{count:,} {which} images{f' of {source.kind}' if source else ''}"
        yield 0, count
        place = yield from self._place(dataset, source, index)
        if place is not None and (kept := _load(place, text)) is not None:
            return kept
        look = Look(self)
        for images in _images(dataset, index, count):
            look.add(images)
            yield look.count, count
        seen = look.seen(text)
        if place is not None:
            _keep(place, seen)
        return seen

    def _place(self, dataset: Dataset, source: Source | None, index: NDArray[np.int64] | None) -> Generator[tuple[int, int], None, Path | None]:
        """Where what it sees of these reals is kept: by their content, by how they are brought to the network, and by its weights."""
        if self.cache is None:
            return None
        how = (VERSION, self.identity, dataset.shape, KEPT, SEED)
        if not isinstance(dataset, Stored):
            return None if source is None else self.cache / "reference" / key(*how, source.dump(), ENDLESS)
        assert index is not None
        digest = hashlib.sha256(np.ascontiguousarray(index).tobytes())
        for start, stop in batches(len(dataset.x), HASHED):
            digest.update(np.ascontiguousarray(dataset.x[start:stop]).tobytes())
            yield 0, len(index)
        return self.cache / "reference" / key(*how, digest.hexdigest())


class Look:
    """Images shown to the network a batch at a time, and what is kept of them."""

    def __init__(self, inception: Inception) -> None:
        self._inception, self._moments = inception, Moments(WIDTH)
        self._rows: list[Tensor] = []

    @property
    def count(self) -> int:
        """Images seen."""
        return self._moments.count

    def add(self, x: Tensor) -> None:
        """Images as `Inception.features` takes them."""
        for part in x.split(BATCH):  # type: ignore[no-untyped-call]
            found = self._inception.features(part)
            if self.count < KEPT:
                self._rows.append(found[: KEPT - self.count])
            self._moments.add(found)

    def seen(self, text: str = "") -> Seen:
        """What was seen, of a set that `text` names."""
        return Seen(self._moments, torch.cat(self._rows) if self._rows else torch.empty(0, WIDTH), text)


def _build(weights: dict[str, Tensor]) -> nn.Module:
    try:
        from torch_fidelity.feature_extractor_inceptionv3 import FeatureExtractorInceptionV3
    except ImportError:
        raise _unfit(say("torch-fidelity is not installed: {command}", command=EXTRA)) from None
    written = io.BytesIO()  # its constructor would unpickle a file without restriction: it gets tensors that we have written ourselves
    torch.save(weights, written)
    written.seek(0)
    try:
        network: nn.Module = FeatureExtractorInceptionV3("inception-v3-compat", ["2048"], feature_extractor_weights_path=written)
    except RuntimeError as fault:
        first = str(fault).splitlines()[0]
        raise _unfit(say("the weights do not fit Inception-v3 ({fault}); fetch {name} again", fault=first, name=WEIGHTS_NAME)) from None
    return network


def _images(dataset: Dataset, index: NDArray[np.int64] | None, count: int) -> Iterator[Tensor]:
    """The reals, whole, in an order that is random once and for all: the first of them stand for the rest."""
    generator = torch.Generator().manual_seed(SEED)
    if isinstance(dataset, Drawn):
        for start, stop in batches(count, BATCH):
            yield dataset.sample(stop - start, generator)[0]
        return
    assert isinstance(dataset, Stored)
    assert index is not None
    order = index[torch.randperm(count, generator=generator).numpy()]
    for start, stop in batches(count, BATCH):
        yield medium(dataset.medium).to_tensor(dataset.x[order[start:stop]])


def _keep(place: Path, seen: Seen) -> None:
    """Writes the sums and the rows whole, or not at all; a full disk costs only the time to look again."""
    state = {**seen.moments.state(), "rows": seen.rows.contiguous()}
    temporary = place.with_name(f".{place.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        save_file(state, temporary)
        temporary.replace(place)
    except (OSError, SafetensorError):
        temporary.unlink(missing_ok=True)


def _load(place: Path, text: str) -> Seen | None:
    try:
        state = load_file(place)
        return Seen(Moments.restored(state), state["rows"], text)
    except (OSError, SafetensorError, KeyError):
        return None
