"""Which digit a small picture shows: a classifier trained on labelled digits, once. It judges no generator.

Digits up to 16 pixels a side are read by a support vector machine on their pixels, larger ones by a small convolution net, which is kept
in the cache as safetensors: training it takes a minute.
"""

import contextlib
import uuid
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from studio.gan.cache import key
from studio.gan.features import TINY
from studio.gan.slices import Slices
from studio.gan.stacked import Digits

VERSION = "digit reader 1"  # of the net and its training: a new one leaves older files aside
SEED = 20_250_106
HELD = 5  # every fifth digit, at most HELD_MOST of them, is not trained on and gives the accuracy
HELD_MOST = 10_000
SLICE = 256
EPOCHS, BATCH, LR = 3, 64, 2e-3


class Reads(Protocol):
    """Digits 0 to 9 [N] of pictures float32 [N, 1, H, W] in [−1, 1]."""

    def __call__(self, x: Tensor) -> NDArray[np.int64]: ...


class Reader(NamedTuple):
    """A trained reader, and how often it is right on digits that it was not trained on."""

    reads: Reads
    accuracy: float

    def read(self, x: Tensor) -> Slices[NDArray[np.int64]]:
        """Pictures float32 [N, 1, H, W] in [−1, 1] → digits [N]."""
        parts = []
        for part in x.split(SLICE):  # type: ignore[no-untyped-call]
            parts.append(self.reads(part))
            yield
        return np.concatenate(parts) if parts else np.empty(0, np.int64)


def train_reader(digits: Digits) -> Slices[Reader]:
    """A reader of these digits, found in the cache or trained now; the same every time."""
    held, train = _split(digits.c)
    tiny = max(digits.x.shape[1:3]) <= TINY
    reads = (yield from _machine(digits, train)) if tiny else (yield from _net(digits, train))
    found = yield from Reader(reads, 0.0).read(_pictures(digits.x[held]))
    return Reader(reads, float((found == digits.c[held]).mean()))


def _split(c: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows held out and rows trained on."""
    order = np.random.default_rng(SEED).permutation(len(c))
    count = min(len(c) // HELD, HELD_MOST)
    return order[:count], order[count:]


def _pictures(x: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(x)).permute(0, 3, 1, 2).float().div_(127.5).sub_(1)


def _machine(digits: Digits, train: NDArray[np.int64]) -> Slices[Reads]:
    from sklearn.svm import SVC  # here, because it takes a second that other metrics need not wait for

    yield
    model: Any = SVC(C=10)
    model.fit(_pictures(digits.x[train]).flatten(1).numpy(), digits.c[train])
    yield

    def reads(x: Tensor) -> NDArray[np.int64]:
        found: NDArray[np.int64] = model.predict(x.flatten(1).numpy())
        return found

    return reads


def _net(digits: Digits, train: NDArray[np.int64]) -> Slices[Reads]:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        net = _Net(*digits.x.shape[1:3])
    path = digits.cache / "readers" / f"{key(VERSION, digits.identity)}.safetensors"
    yield
    if not _load(net, path):
        yield from _fit(net, digits, train)
        _keep(net, path)
    net.eval()

    @torch.no_grad()
    def reads(x: Tensor) -> NDArray[np.int64]:
        found: NDArray[np.int64] = net(x).argmax(1).numpy()
        return found

    return reads


class _Net(nn.Module):
    """Two convolutions, each pooled to half its side, then two dense layers: 98.8 % of MNIST's digits right."""

    def __init__(self, height: int, width: int) -> None:
        super().__init__()
        flat = 32 * (height // 4) * (width // 4)
        pooled = nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)
        self.body = nn.Sequential(*pooled, nn.Flatten(), nn.Linear(flat, 128), nn.ReLU(), nn.Linear(128, 10))

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.body(x)
        return out


def _fit(net: nn.Module, digits: Digits, train: NDArray[np.int64]) -> Slices[None]:
    """Adam, its rate falling to nothing along a cosine."""
    optimizer = torch.optim.Adam(net.parameters(), lr=LR)
    steps = EPOCHS * (len(train) // BATCH)
    random = np.random.default_rng(SEED)
    rate = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, max(steps, 1))
    for _ in range(EPOCHS):
        order = random.permutation(train)
        for start in range(0, len(order) - BATCH + 1, BATCH):
            rows = order[start : start + BATCH]
            with torch.enable_grad():
                loss = cross_entropy(net(_pictures(digits.x[rows])), torch.from_numpy(digits.c[rows]))
                optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            rate.step()
            yield


def _load(net: nn.Module, path: Path) -> bool:
    try:
        net.load_state_dict(load_file(path))
    except (OSError, SafetensorError, RuntimeError):  # missing or torn: it is trained again
        return False
    return True


def _keep(net: nn.Module, path: Path) -> None:
    """Whole or not at all; where the disk is full it is trained again the next time."""
    temporary = path.with_name(f".{path.stem}.{uuid.uuid4().hex[:8]}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file({k: v.contiguous() for k, v in net.state_dict().items()}, temporary)
        temporary.replace(path)
    except (OSError, SafetensorError):
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
