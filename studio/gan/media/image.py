"""Pictures: grids as PNG, single samples as PNG, JPEG or WebP. Decoding other people's files is `studio.gan.images`' job."""

import math
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image as Pillow
from torch import Tensor

from studio.errors import DataError
from studio.gan.media import Medium
from studio.words import say


class Image(Medium):
    """Pictures with 1, 3 or 4 channels: grey, RGB, RGBA. In the engine float32 [N, C, H, W] in [−1, 1]; outside uint8 [N, H, W, C]."""

    kind: ClassVar[str] = "image"
    suffix: ClassVar[str] = ".png"
    formats: ClassVar[tuple[str, ...]] = ("png", "jpg", "webp")

    def to_array(self, samples: Tensor) -> NDArray[Any]:
        """round((x + 1)·127.5), clamped: the nearest of 256 levels."""
        levels = samples.detach().float().add(1).mul_(127.5).round_().clamp_(0, 255).to(torch.uint8)
        return levels.permute(0, 2, 3, 1).cpu().contiguous().numpy()

    def to_tensor(self, array: NDArray[Any]) -> Tensor:
        """x/127.5 − 1; `to_array` gives the same bytes back."""
        return torch.from_numpy(np.array(array)).permute(0, 3, 1, 2).float().div_(127.5).sub_(1).contiguous()

    def save_preview(self, path: Path, samples: NDArray[Any], **extra: NDArray[Any]) -> None:
        """A PNG of the grid that `tiled` makes; there is nothing extra to show."""
        assert not extra, f"a grid of pictures cannot show {', '.join(extra)}"
        with path.open("wb") as file:
            _picture(tiled(samples)).save(file, "PNG", compress_level=1)  # the live grid is written often and read once

    def save(self, path: Path, sample: NDArray[np.generic]) -> None:
        """One picture [H, W, C]. PNG and WebP keep every bit; JPEG at quality 95, with alpha flattened on white."""
        picture = _picture(sample)
        suffix = path.suffix.lower()
        if suffix == ".png":
            picture.save(path, "PNG")
        elif suffix == ".webp":
            picture.save(path, "WEBP", lossless=True, exact=True)
        elif suffix in (".jpg", ".jpeg"):
            flat = Pillow.alpha_composite(Pillow.new("RGBA", picture.size, "white"), picture).convert("RGB") if picture.mode == "RGBA" else picture
            flat.save(path, "JPEG", quality=95, subsampling=0)
        else:
            known = ", ".join(self.formats)
            if suffix:
                raise DataError(say("{name}: pictures cannot be written as {suffix}; choose {known}", name=path.name, suffix=suffix, known=known))
            raise DataError(say("{name}: pictures cannot be written as a file without suffix; choose {known}", name=path.name, known=known))


def tiled(samples: NDArray[Any]) -> NDArray[np.uint8]:
    """Pictures [N, H, W, C] as one [rows·H, columns·W, C], row by row, columns = ⌈√N⌉, without gaps; what is left over is 0."""
    n, height, width, channels = samples.shape
    columns = math.ceil(math.sqrt(n))
    rows = math.ceil(n / columns)
    sheet = np.zeros((rows * columns, height, width, channels), np.uint8)
    sheet[:n] = samples
    grid = sheet.reshape(rows, columns, height, width, channels).swapaxes(1, 2)
    return grid.reshape(rows * height, columns * width, channels)


def _picture(pixels: NDArray[Any]) -> Pillow.Image:
    assert pixels.dtype == np.uint8
    return Pillow.fromarray(np.ascontiguousarray(pixels[..., 0] if pixels.shape[-1] == 1 else pixels))
