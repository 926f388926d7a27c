"""Whole files and folders or none: temporary name in the same folder, fsync, rename, fsync of the folder."""

import json
import os
import uuid
from pathlib import Path

from studio.messages import Json
from studio.runs.space import writing_to


def replace_file(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put `data` at `path` in one step; what was there stays whole until then.

    Without `durable` the file survives the death of the process but perhaps not of the machine.
    Raises NoSpace when the disk is full, and leaves nothing behind.
    """
    temporary = path.with_name(f".{path.name}-{uuid.uuid4().hex[:8]}")
    try:
        with writing_to(path.parent, len(data)):
            with temporary.open("xb") as out:
                out.write(data)
                out.flush()
                if durable:
                    os.fsync(out.fileno())
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


def write_json(path: Path, value: Json, *, durable: bool = True) -> None:
    """`replace_file` with indented JSON."""
    replace_file(path, (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode(), durable=durable)


def sync_file(path: Path) -> None:
    """The file's bytes are on the disk when this returns."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """The folder's names are on the disk when this returns; Windows keeps them itself."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
