"""A folder and a zip of 1,000,000 small pictures: first and second opening, and after one file changed; seconds, memory and what was decoded.

`python -m tests.bench.bench_million 50000` takes another number. Each opening is a process of its own. Files are real ones, 8×8 grey PNGs in
folders of a thousand, written into a temporary folder: a million of them take about 4 GB there and a minute. Memory is the process's own count
of resident pages; `imports_MB` is what it had before it opened anything. torch is not among the imports: to open pictures needs none.
"""

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

PICTURES = 1_000_000
KINDS = 997  # different pictures, over and over
IN_A_FOLDER = 1000
ZIPFILE_ENTRIES = 200_000  # of which the standard library's reader is measured


def pictures() -> list[bytes]:
    made = []
    for i in range(KINDS):
        file = io.BytesIO()
        Image.fromarray(np.random.default_rng(i).integers(0, 256, (8, 8), dtype=np.uint8)).save(file, "PNG")
        made.append(file.getvalue())
    return made


def name(i: int) -> str:
    return f"{i // IN_A_FOLDER:05d}/img{i:08d}.png"


def write_folder(folder: Path, count: int) -> None:
    made = pictures()
    for i in range(count):
        if i % IN_A_FOLDER == 0:
            (folder / name(i)).parent.mkdir(parents=True, exist_ok=True)
        (folder / name(i)).write_bytes(made[i % KINDS])


def write_zip(path: Path, count: int, *, labels: bool = True) -> None:
    """With StyleGAN's dataset.json, which names every picture."""
    made = pictures()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for i in range(count):
            archive.writestr(name(i), made[i % KINDS])
        if labels:
            archive.writestr("dataset.json", json.dumps({"labels": [[name(i), i % 10] for i in range(count)]}))


def resident() -> float:
    """MB of this process now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def open_here(kind: str, path: str, cache: str) -> dict[str, Any]:
    """Opens the source in this process; what it took."""
    from studio.gan.datasets import Source, Stored

    told: dict[str, int] = {}

    def progress(done: int, total: int, what: str) -> None:
        told[what] = max(told.get(what, 0), done)

    source = Source.read({"kind": kind, "path": path, "height": 8, "width": 8, "channels": "1", "labelled": True})
    before, began = resident(), time.perf_counter()
    data = source.open(Path(cache), progress)
    seconds = time.perf_counter() - began
    assert isinstance(data, Stored)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    decoded = told.get("Decoding pictures", 0)
    return {"rows": len(data.x), "s": seconds, "imports_MB": before, "after_MB": resident(), "peak_MB": peak, "decoded": decoded}


def scan_here(path: str, cache: str) -> dict[str, Any]:
    """Scans in this process; what it took."""
    from studio.gan.scan import scan

    began = time.perf_counter()
    report = scan(Path(path), cache=Path(cache))
    return {"rows": report.images, "s": time.perf_counter() - began, "peak_MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6}


def zipfile_here(path: str) -> dict[str, Any]:
    """The standard library's directory of a zip in this process."""
    before = resident()
    with zipfile.ZipFile(path) as archive:
        return {"entries": len(archive.namelist()), "MB": resident() - before}


def child(*arguments: object) -> dict[str, Any]:
    """One of the functions above in a process of its own."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "tests.bench.bench_million", *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return {**found, "whole process_s": time.perf_counter() - began}


def folder_figures(home: Path, count: int) -> dict[str, Any]:
    """First and second opening, and after a file came, went, was replaced and was written over."""
    folder, cache = home / "pictures", home / "cache"
    began = time.perf_counter()
    write_folder(folder, count)
    found: dict[str, Any] = {"writing the files": {"s": time.perf_counter() - began}}
    time.sleep(0.2)  # a folder that changed this instant is looked at once more the next time

    def opened(what: str) -> None:
        found[what] = child("open", "folder", folder, cache)

    opened("first opening")
    opened("second opening")
    data = pictures()
    (folder / name(0)).with_name("added.png").write_bytes(data[1])
    time.sleep(0.2)
    opened("a file came")
    (folder / name(1)).unlink()
    time.sleep(0.2)
    opened("a file went")
    fresh = folder / name(2)
    fresh.with_name("new.part").write_bytes(data[5])
    fresh.with_name("new.part").replace(fresh)
    time.sleep(0.2)
    opened("a file was replaced")
    (folder / name(3)).write_bytes(data[7])
    opened("written over, not asked for")
    found["first scan"] = child("scan", folder, cache)
    opened("written over, after a scan")
    (folder / name(4)).write_bytes(data[9])
    found["second scan"] = child("scan", folder, cache)
    return found


def zip_figures(home: Path, count: int) -> dict[str, Any]:
    """First and second opening, and what the standard library's reader takes."""
    path, small = home / "pictures.zip", home / "small.zip"
    child("write", path, count)
    child("write", small, min(count, ZIPFILE_ENTRIES))
    found = {f"zip, {what} opening": child("open", "zip", path, home / "cache") for what in ("first", "second")}
    return {**found, "zipfile.ZipFile": child("zipfile", small)}


def measure(count: int = PICTURES) -> dict[str, Any]:
    """Every figure, and the machine's load while it was taken."""
    with tempfile.TemporaryDirectory() as place:
        found = {**folder_figures(Path(place), count), **zip_figures(Path(place), count)}
    flat = {f"{what}: {figure}": value for what, figures in found.items() for figure, value in figures.items()}
    rate = count / found["first opening"]["s"]
    return {"pictures": count, "first opening: pictures/s": rate, **flat, "load, 1 min": os.getloadavg()[0]}


def main(arguments: list[str]) -> dict[str, Any]:
    """A number of pictures, or what `child` asks for."""
    match arguments:
        case ["open", kind, path, cache]:
            return open_here(kind, path, cache)
        case ["scan", path, cache]:
            return scan_here(path, cache)
        case ["zipfile", path]:
            return zipfile_here(path)
        case ["write", path, count]:
            write_zip(Path(path), int(count))
            return {}
        case [count]:
            return measure(int(count))
        case _:
            return measure()


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])))
