"""CIFAR-10, from its binary archive: the other one is a pickle, which could run anything."""

import tarfile
import zlib
from pathlib import Path
from typing import ClassVar
from urllib.parse import urljoin

import numpy as np
from numpy.typing import NDArray

from studio.errors import DataError
from studio.gan.cache import Rows
from studio.gan.datasets import Progress
from studio.gan.published import Published, Remote
from studio.words import say

_RECORD = 1 + 3 * 32 * 32  # the class, then the red, green and blue planes
_BATCHES = 5


class Cifar10(Published, kind="cifar10"):
    """CIFAR-10: 50,000 photographs of 32×32 pixels, colour, in 10 classes; 170 MB to download. Source: Krizhevsky, 2009."""

    names: ClassVar[tuple[str, ...]] = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
    archive: ClassVar[str] = "cifar-10-binary.tar.gz"
    md5: ClassVar[str] = "c32a1d4ab5d03f1284b67883e8d87530"

    @classmethod
    def remotes(cls) -> tuple[Remote, ...]:
        from torchvision.datasets import CIFAR10  # here, because it takes a second to import

        return (Remote(cls.archive, (urljoin(CIFAR10.url, cls.archive),), cls.md5),)

    def fill(self, folder: Path, files: tuple[Path, ...], progress: Progress) -> None:
        path, found = files[0], 0
        try:
            with tarfile.open(path, "r|gz") as tar, Rows(folder / "x.npy", (32, 32, 3)) as x, Rows(folder / "c.npy", (), np.int64) as c:
                for member in tar:
                    name = member.name.rpartition("/")[2]
                    if not member.isfile() or not name.startswith("data_batch_"):
                        continue
                    progress(found, _BATCHES, say("Decoding {name}", name=path.name))
                    inside = tar.extractfile(member)
                    assert inside is not None, "a file has content"
                    pixels, labels = _read(inside.read(), f"{path}: {name}")
                    x.append(pixels)
                    c.append(labels)
                    found += 1
        except (tarfile.TarError, EOFError, zlib.error) as fault:
            raise DataError(say("{path} is damaged ({fault}); download it again", path=path, fault=fault)) from None
        if found != _BATCHES:
            text = say("{path} holds {found} of {wanted} batches of training pictures; download it again", path=path, found=found, wanted=_BATCHES)
            raise DataError(text)


def _read(data: bytes, name: str) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """uint8 [N, 32, 32, 3] and int64 [N] from one batch of records."""
    if not data or len(data) % _RECORD:
        raise DataError(say("{name} is cut short; download the archive again", name=name))
    records = np.frombuffer(data, np.uint8).reshape(-1, _RECORD)
    labels = records[:, 0].astype(np.int64)
    if labels.max() > 9:
        raise DataError(say("{name} has a class above 9; download the archive again", name=name))
    return records[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1), labels
