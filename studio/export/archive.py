"""A finished folder as one zip that always has the same bytes. Making the folder is another's job."""

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from studio.runs.files import sync_folder
from studio.runs.space import writing_to

PAUSE = 256  # files between two chances to pause
EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip's first day, so that equal folders give equal zips


def pack(folder: Path, files: list[str], target: Path) -> Iterator[int]:
    """Moves the folder's files into `target`, whole or not at all; yields how many are packed. The folder is removed at the end.

    Stored, not deflated: pictures are compressed already. NoSpace leaves the folder as it was.
    """
    temporary = target.with_name(f".{target.name}.packing")
    try:
        with writing_to(target.parent):
            with temporary.open("wb") as out:
                with zipfile.ZipFile(out, "w") as archive:
                    for done, name in enumerate(files):
                        archive.writestr(zipfile.ZipInfo(name, EPOCH), (folder / name).read_bytes())
                        if done % PAUSE == 0:
                            yield done
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(target.parent)
    shutil.rmtree(folder)


def about_in(path: Path, name: str) -> Any:
    """The JSON file of that name in a zip; None when there is none or `path` is no zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            return json.loads(archive.read(name))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
