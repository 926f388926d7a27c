"""Several arrays and what to know of them in one file that is whole or not there. Knows not what they mean; no pickle is read or written."""

import contextlib
import json
import os
import uuid
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

FAULTS = (OSError, ValueError, KeyError, TypeError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)  # of a file that is damaged


def keep_arrays(path: Path, about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Writes or replaces the file. OSError, and then what was there stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        with part.open("wb") as file:
            text = np.frombuffer(json.dumps(dict(about)).encode(), np.uint8)
            np.savez(file, allow_pickle=False, about=text, **arrays)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


class KeptArrays:
    """A file of `keep_arrays`, open: `about`, and each array read when it is asked for, which raises one of FAULTS when it is damaged."""

    def __init__(self, path: Path) -> None:
        """One of FAULTS when there is none, or a damaged one."""
        self._file = np.load(path, allow_pickle=False)
        try:
            self.about: dict[str, Any] = json.loads(self._file["about"].tobytes())
        except FAULTS:
            self._file.close()
            raise

    def __getitem__(self, name: str) -> NDArray[Any]:
        found: NDArray[Any] = self._file[name]
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()
