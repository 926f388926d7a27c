"""MNIST's file format, IDX, gzipped; and the sources that are published in it."""

import gzip
import struct
import zlib
from abc import abstractmethod
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy as np

from studio.errors import DataError
from studio.gan.cache import Rows
from studio.gan.datasets import Progress, batches
from studio.gan.published import Published, Remote
from studio.words import say

_AT_ONCE = 4096


class Idx(Published):
    """Grey pictures and their classes in two IDX files."""

    @classmethod
    @abstractmethod
    def shelf(cls) -> Any:
        """torchvision's class for this set, which knows where the files are."""

    @classmethod
    def remotes(cls) -> tuple[Remote, ...]:
        shelf = cls.shelf()
        train = [(name, md5) for name, md5 in shelf.resources if name.startswith("train-")]
        return tuple(Remote(name, tuple(mirror + name for mirror in shelf.mirrors), md5) for name, md5 in train)

    def fill(self, folder: Path, files: tuple[Path, ...], progress: Progress) -> None:
        images, labels = files
        read_idx(images, folder / "x.npy", 3, progress)
        read_idx(labels, folder / "c.npy", 1, progress)


def read_idx(path: Path, to: Path, axes: int, progress: Progress) -> None:
    """Copies a gzipped IDX file of bytes into an .npy file, a part at a time: three axes → uint8 [N, H, W, 1], one axis → int64 [N].

    Source of the format: LeCun, Cortes and Burges, "The MNIST database". DataError naming the file when it is something else.
    """
    try:
        with gzip.open(path) as packed:
            file = cast(BinaryIO, packed)
            magic, *shape = struct.unpack(f">I{axes}I", file.read(4 + 4 * axes))
            if magic != 0x0800 + axes:
                raise DataError(say("{path} is no IDX file of bytes with {axes} axes; download it again", path=path, axes=axes))
            row = (*shape[1:], 1) if axes == 3 else ()
            with Rows(to, row, np.uint8 if axes == 3 else np.int64) as rows:
                what = say("Decoding {name}", name=path.name)
                for start, stop in batches(shape[0], _AT_ONCE):
                    progress(start, shape[0], what)
                    part = np.frombuffer(file.read((stop - start) * int(np.prod(row))), np.uint8)
                    rows.append(part.reshape(stop - start, *row).astype(rows.dtype))
    except (EOFError, ValueError, struct.error, zlib.error, gzip.BadGzipFile) as fault:
        raise DataError(say("{path} is damaged ({fault}); download it again", path=path, fault=fault)) from None
