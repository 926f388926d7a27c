"""Small pictures for tests: each of one colour by its number, so that it can be told which one came back."""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image


def picture(number: int = 0, size: tuple[int, int] = (8, 8), mode: str = "RGB") -> Image.Image:
    """size: (width, height)."""
    colour = (number * 7 % 256, number * 31 % 256, number * 113 % 256)
    return Image.new("RGB", size, colour).convert(mode)


def noise(number: int, size: tuple[int, int] = (64, 64)) -> Image.Image:
    return Image.fromarray(np.random.default_rng(number).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8))


def packed(image: Image.Image, format: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def zipped(path: Path, files: dict[str, bytes], *, labels: object = ...) -> Path:
    """labels: for dataset.json, left out without."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        if labels is not ...:
            archive.writestr("dataset.json", json.dumps({"labels": labels}))
    return path
