"""One image file, as bytes, to uint8 pixels of a wanted size. Knows no folder and no zip: whoever knows the file's name adds it.

Every fault is a DataError whose text is the reason alone, such as `is cut short`. Only formats that Pillow decodes by itself are
tried: its EPS reader, for one, would start another program.
"""

import functools
import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from studio.errors import DataError
from studio.words import mark, say

# Pillow warns above 89 megapixels and refuses twice that; here the warning refuses already, before a pixel is decoded.
warnings.simplefilter("error", Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")  # odd tags, a line on the terminal for each of 50,000 files

FAULTS = (
    *(OSError, SyntaxError, ValueError, LookupError, TypeError, AttributeError, RuntimeError, ArithmeticError, EOFError, MemoryError),
    *(struct.error, zlib.error, Image.DecompressionBombError, Image.DecompressionBombWarning),
)  # what Pillow's decoders raise on damaged files

_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF", "PPM", "AVIF", "JPEG2000", "MPO")
_SIXTEEN_BIT = ("I;16", "I;16L", "I;16B", "I;16N")
_GREY = ("1", "L", "LA", "La", "I", *_SIXTEEN_BIT)
_REFUSED = {
    "F": mark("has floating-point pixels (mode {mode}); save it with 8 or 16 bits as grey or RGB"),
    "LAB": mark("is in LAB colours (mode {mode}); save it with 8 or 16 bits as grey or RGB"),
}
_UNSUPPORTED = ("unsupported", "not supported", "not available", "not implemented", "unknown")  # in what Pillow says, lower-case
_DAMAGED = ("broken", "corrupt", "decoder error", "decoder object", "failed to", "could not read", "bad ", "invalid", "cannot load", "cannot read")
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # what undoes each EXIF orientation

Fit = Literal["crop", "pad", "stretch"]


class Policy(NamedTuple):
    """What every picture becomes. crop: fills the frame, centred; pad: wholly inside it, black (transparent with alpha) around; stretch: to the frame."""

    height: int
    width: int
    channels: int  # 1 grey, 3 RGB, 4 RGBA
    fit: Fit


class Header(NamedTuple):
    """What a file says of itself; sizes as a person sees the picture, after EXIF orientation."""

    width: int
    height: int
    mode: str  # Pillow's name: RGB, L, P, CMYK, I;16 …
    grey: bool
    alpha: bool
    animated: bool


def header(data: bytes, *, verify: bool = False) -> Header:
    """Of a file's bytes. With `verify` every pixel is decoded too, so that a file that is cut short is found. DataError with the reason."""
    with _opened(data) as picture:
        about = _header(picture)
        if verify:
            picture.draft(None, (1, 1))  # JPEG: an eighth of the size, still read to the end
            picture.load()
        return about._replace(animated=_animated(picture))


def decode(data: bytes, policy: Policy) -> tuple[NDArray[np.uint8], Header]:
    """Pixels [H, W, C] of a file's bytes, and its header. DataError with the reason.

    Orientation is applied, 16-bit grey is scaled to 8 bits, alpha is flattened on white unless four channels are wanted, CMYK is
    converted without a colour profile, of an animation the first frame is taken.
    """
    with _opened(data) as picture:
        about = _header(picture)
        longest = 2 * max(policy.height, policy.width)
        picture.draft(None, (longest, longest))  # JPEG: decode at half, quarter or eighth size where that is more than is wanted
        picture.load()
        upright = picture.transpose(_TURNS[turn]) if (turn := _orientation(picture)) in _TURNS else picture
        pixels = np.asarray(_fitted(_converted(upright, policy.channels), policy))
        return pixels.reshape(policy.height, policy.width, policy.channels), about._replace(animated=_animated(picture))


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(io.BytesIO(data), formats=_formats()) as picture:
            if picture.mode in _REFUSED:
                raise DataError(say(_REFUSED[picture.mode], mode=picture.mode))
            yield picture
    except FAULTS as fault:
        raise DataError(_reason(fault, data)) from None


@functools.cache
def _formats() -> tuple[str, ...]:
    Image.init()
    return tuple(name for name in _FORMATS if name in Image.OPEN)  # AVIF and JPEG 2000 are not in every Pillow


def _reason(fault: BaseException, data: bytes) -> str:
    text = str(fault)
    said = text.lower()
    if not data:
        return say("is empty")
    if isinstance(fault, UnidentifiedImageError):
        return say("is no image that can be read, or its beginning is damaged")
    if isinstance(fault, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return say("is too large: more than 89 megapixels; make it smaller first")
    if "truncated" in said or isinstance(fault, EOFError):
        return say("is cut short: the file ends before the picture does")
    if any(part in said for part in _UNSUPPORTED):
        return say("is of a kind that cannot be read; save it anew as PNG or JPEG")
    if any(part in said for part in _DAMAGED):
        return say("is damaged: its pixels cannot be decoded")
    return say("cannot be decoded ({fault})", fault=text or type(fault).__name__)


def _header(picture: Image.Image) -> Header:
    width, height = picture.size
    if _orientation(picture) in (5, 6, 7, 8):
        width, height = height, width
    return Header(width, height, picture.mode, _grey(picture), _alpha(picture), animated=False)


def _orientation(picture: Image.Image) -> int:
    """EXIF's, 1 to 8. Pillow turns TIFF by itself; elsewhere the tags are only parsed where there are any, which is seldom."""
    if picture.format == "TIFF" or not picture.info.keys() & {"exif", "xmp", "Raw profile type exif", "XML:com.adobe.xmp"}:
        return 1
    found = picture.getexif().get(0x0112, 1)
    return found if isinstance(found, int) else 1


def _grey(picture: Image.Image) -> bool:
    if picture.mode == "P":
        palette = np.asarray(picture.getpalette() or [0, 0, 0]).reshape(-1, 3)
        return bool((palette == palette[:, :1]).all())
    return picture.mode in _GREY


def _alpha(picture: Image.Image) -> bool:
    return picture.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in picture.info


def _animated(picture: Image.Image) -> bool:
    """Last of all, since looking moves to another frame; a damaged second frame does not matter. A phone's MPO is one picture."""
    try:
        return picture.format != "MPO" and bool(getattr(picture, "is_animated", False))
    except FAULTS:
        return False


def _converted(picture: Image.Image, channels: int) -> Image.Image:
    if picture.mode == "I" or picture.mode in _SIXTEEN_BIT:
        picture = _eight_bit(picture)
    if channels != 4 and _alpha(picture):
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA"))
    return picture.convert({1: "L", 3: "RGB", 4: "RGBA"}[channels])


def _eight_bit(picture: Image.Image) -> Image.Image:
    if picture.mode == "I" and picture.format == "TIFF":
        raise DataError(say("has 32-bit grey pixels (mode I); save it with 8 or 16 bits"))
    levels: NDArray[Any] = np.asarray(picture).clip(0, 65535)
    return Image.fromarray(((levels.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8))


def _fitted(picture: Image.Image, policy: Policy) -> Image.Image:
    size = (policy.width, policy.height)
    if picture.size == size:
        return picture
    scales = (size[0] / picture.width, size[1] / picture.height)
    if policy.fit == "pad":
        width, height = (max(1, round(side * min(scales))) for side in picture.size)
        frame = Image.new(picture.mode, size)
        frame.paste(_resized(picture, (width, height)), ((size[0] - width) // 2, (size[1] - height) // 2))
        return frame
    box = (0.0, 0.0, float(picture.width), float(picture.height))
    if policy.fit == "crop":
        left, top = ((have - want / max(scales)) / 2 for have, want in zip(picture.size, size, strict=True))
        box = (max(left, 0.0), max(top, 0.0), min(picture.width - left, box[2]), min(picture.height - top, box[3]))
    return _resized(picture, size, box)


def _resized(picture: Image.Image, size: tuple[int, int], box: tuple[float, float, float, float] | None = None) -> Image.Image:
    return picture.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0)
