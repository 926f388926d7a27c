"""The decoded data that a home keeps: how much there is, and clearing what nobody uses. Downloads and runs are left alone."""

import contextlib
from pathlib import Path
from typing import Any

ENTRIES = ("pictures", "published")  # folders of `studio.gan.cache`
NOTES = ("listings", "scans")  # what was found at places


def kept_data(cache: Path, *, clear: bool) -> dict[str, Any]:
    """The JSON document of `cache`. clear: first remove what no process has open."""
    from studio.gan import cache as kept

    freed = 0
    if clear:
        freed = sum(kept.clear(cache / name) for name in ENTRIES) + _clear_notes(cache)
    sizes = [kept.sizes(cache / name) for name in ENTRIES]
    return {"folder": str(cache), "entries": sum(map(len, sizes)), "bytes": sum(map(sum, sizes)), "freed": freed}


def _clear_notes(cache: Path) -> int:
    freed = 0
    for name in NOTES:
        for file in (cache / name).glob("*.npz"):
            with contextlib.suppress(OSError):  # gone meanwhile, or read by a scan at this moment
                size = file.stat().st_size
                file.unlink()
                freed += size
    return freed
