"""One picture to the bytes of a file, enlarged where that is asked for, the same every time; and back to whether such a file is whole."""

import io
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def encode(pixels: NDArray[Any], kind: Literal["png", "jpeg", "webp"], quality: int) -> bytes:
    """uint8 [H, W, C] with 1, 3 or 4 channels as a file's bytes; nothing of the time or place is written into it.

    JPEG keeps full colour resolution and shows transparency on white. WebP of quality 100 is lossless.
    """
    assert pixels.dtype == np.uint8
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., 0] if pixels.shape[-1] == 1 else pixels))
    out = io.BytesIO()
    if kind == "png":
        picture.save(out, "PNG", compress_level=6)
    elif kind == "webp":
        picture.save(out, "WEBP", quality=quality, lossless=quality == 100, exact=True, method=4)
    else:
        if picture.mode == "RGBA":
            picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
        picture.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()


def enlarged(pixels: NDArray[Any], factor: int, *, smooth: bool = False) -> NDArray[Any]:
    """uint8 [H, W, C] at `factor` times the sides: each pixel a square of its own colour, or by Lanczos."""
    if factor == 1:
        return pixels
    if not smooth:
        return pixels.repeat(factor, axis=0).repeat(factor, axis=1)
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., 0] if pixels.shape[-1] == 1 else pixels))
    made = np.asarray(picture.resize((picture.width * factor, picture.height * factor), Image.Resampling.LANCZOS))
    return made.reshape(*made.shape[:2], pixels.shape[-1])


def whole_image(path: Path) -> bool:
    """Whether the file is there and decodes to its end; a machine that lost power may have left an empty or torn one."""
    try:
        with Image.open(path) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError):  # Pillow's words for a torn PNG are SyntaxError and ValueError
        return False
    return True
