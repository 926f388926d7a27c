import contextlib
import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from studio.errors import DataError
from studio.gan.images import Policy, decode, header

RGB = np.random.default_rng(0).integers(0, 256, (12, 16, 3), dtype=np.uint8)
SMOOTH = np.stack(np.broadcast_arrays(np.linspace(0, 255, 40)[None, :], np.linspace(255, 0, 30)[:, None], 128.0), -1).astype(np.uint8)


def packed(picture: Image.Image, format: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, format, **options)
    return file.getvalue()


def pixels(data: bytes, height: int = 12, width: int = 16, channels: int = 3, fit: str = "crop") -> np.ndarray:
    return decode(data, Policy(height, width, channels, fit))[0]


def png(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("format", ["PNG", "BMP", "TIFF", "PPM", "WEBP"])
def test_a_picture_of_the_right_size_keeps_every_bit(format):
    options = {"lossless": True} if format == "WEBP" else {}
    np.testing.assert_array_equal(pixels(packed(Image.fromarray(RGB), format, **options)), RGB)


def test_jpeg_comes_close():
    found = pixels(packed(Image.fromarray(SMOOTH), "JPEG", quality=95), 30, 40)
    assert np.abs(found.astype(int) - SMOOTH).mean() < 2


def plain(mode: str) -> Image.Image:
    """8×6 pixels of 200 of 255; of 255 where a mode has no more than black and white."""
    levels = np.full((6, 8), 200)
    if mode in ("I;16", "I"):
        return Image.fromarray((levels * 257).astype(np.uint16 if mode == "I;16" else np.int32))
    if mode == "1":
        return Image.new("1", (8, 6), 1)
    return Image.fromarray(levels.astype(np.uint8)).convert("RGB").convert(mode, palette=Image.Palette.ADAPTIVE)


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "YCbCr", "I"])
def test_every_mode_becomes_every_number_of_channels(mode, channels):
    format = {"I": "PPM", "CMYK": "TIFF", "YCbCr": "TIFF"}.get(mode, "PNG")
    found, about = decode(packed(plain(mode), format), Policy(6, 8, channels, "crop"))
    assert found.dtype == np.uint8
    assert found.shape == (6, 8, channels)
    assert np.abs(found[..., : min(channels, 3)].astype(int) - (255 if mode == "1" else 200)).max() <= 3
    assert channels < 4 or (found[..., 3] == 255).all()
    assert about.mode == mode
    assert about.grey == (mode in ("1", "L", "LA", "P", "I;16", "I"))


def test_a_grey_palette_counts_as_grey():
    assert header(packed(Image.fromarray(RGB[..., 0]), "GIF")).grey
    assert not header(packed(Image.fromarray(RGB), "GIF")).grey


def test_cmyk_jpegs_as_photoshop_writes_them_are_not_inverted():
    found = pixels(packed(Image.new("RGB", (16, 12), (250, 20, 20)).convert("CMYK"), "JPEG", quality=95))
    assert np.abs(found[0, 0].astype(int) - (250, 20, 20)).max() < 12


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_orientation_is_applied(orientation, format):
    upright = np.zeros((30, 40), np.uint8)
    upright[:15, :20], upright[15:, :20], upright[:15, 20:] = 250, 160, 70
    lying = {1: upright, 2: upright[:, ::-1], 3: upright[::-1, ::-1], 4: upright[::-1], 5: upright.T}  # TIFF 6, section "Orientation"
    lying |= {6: np.rot90(upright, 1), 7: upright[::-1, ::-1].T, 8: np.rot90(upright, -1)}
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = Image.fromarray(np.ascontiguousarray(lying[orientation])).convert("RGB")
    data = packed(picture, format, exif=exif, **({"lossless": True} if format == "WEBP" else {}))
    about = header(data)
    assert (about.width, about.height) == (40, 30)
    found = pixels(data, 30, 40, 1)[..., 0].astype(int)
    assert np.abs(found[[5, 25, 5, 25], [5, 5, 35, 35]] - [250, 160, 70, 0]).max() < 12


def test_alpha_is_flattened_on_white_or_kept():
    rgba = np.zeros((12, 16, 4), np.uint8)
    rgba[:, 8:] = (255, 0, 0, 255)
    rgba[:6, :8] = (0, 0, 0, 128)
    data = packed(Image.fromarray(rgba))
    flat = pixels(data)
    assert flat[9, 2].tolist() == [255, 255, 255]
    assert flat[9, 12].tolist() == [255, 0, 0]
    assert abs(int(flat[2, 2, 0]) - 127) <= 1
    np.testing.assert_array_equal(pixels(data, channels=4), rgba)
    assert header(data).alpha


def test_a_transparent_palette_colour_is_white():
    picture = Image.new("P", (4, 4))
    picture.putpalette([10, 20, 30, 200, 100, 50])
    picture.paste(1, (2, 0, 4, 4))
    data = packed(picture, "GIF", transparency=0)
    found = pixels(data, 4, 4)
    assert found[0, 0].tolist() == [255, 255, 255]
    assert found[0, 3].tolist() == [200, 100, 50]


def test_sixteen_bits_are_scaled_not_cut():
    levels = np.array([[0, 128, 257, 32768, 65535]], np.uint16)
    found = pixels(packed(Image.fromarray(levels)), 1, 5, 1)[0, :, 0]
    np.testing.assert_array_equal(found, np.rint(levels[0] / 257))


def test_an_animation_gives_its_first_frame():
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "lime", "blue")]
    for format in ("GIF", "WEBP", "PNG"):
        options = {"lossless": True} if format == "WEBP" else {}
        data = packed(frames[0], format, save_all=True, append_images=frames[1:], **options)
        found, about = decode(data, Policy(8, 8, 3, "crop"))
        assert (found == [255, 0, 0]).all(), format
        assert about.animated
        assert header(data).animated
    assert not header(packed(frames[0])).animated


def test_crop_takes_the_middle():
    wide = np.zeros((10, 30, 3), np.uint8)
    wide[:, 10:20] = 255
    assert (pixels(packed(Image.fromarray(wide)), 10, 10) == 255).all()
    tall = wide.swapaxes(0, 1)
    assert (pixels(packed(Image.fromarray(np.ascontiguousarray(tall))), 10, 10) == 255).all()


def test_pad_keeps_the_whole_on_black_or_nothing():
    white = packed(Image.new("RGB", (30, 10), "white"))
    found = pixels(white, 30, 30, 3, "pad")
    assert (found[10:20] == 255).all()
    assert found[:10].max() == found[20:].max() == 0
    assert pixels(white, 30, 30, 4, "pad")[0, 0].tolist() == [0, 0, 0, 0]


def test_stretch_fills_the_frame():
    halves = np.zeros((10, 40, 3), np.uint8)
    halves[:, 20:] = 255
    found = pixels(packed(Image.fromarray(halves)), 20, 20, 3, "stretch")
    assert found[:, :8].max() < 5
    assert found[:, 12:].min() > 250


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (31, 33), (1000, 700)])
def test_any_size_becomes_the_wanted_one(fit, size):
    assert pixels(packed(Image.new("RGB", size, "white"), "JPEG"), 48, 32, 3, fit).shape == (48, 32, 3)


def test_a_large_jpeg_shrinks_to_its_means():
    large = SMOOTH.repeat(20, 0).repeat(20, 1)
    found = pixels(packed(Image.fromarray(large), "JPEG", quality=95), 30, 40)
    assert np.abs(found.astype(int) - SMOOTH).mean() < 3


def test_a_file_cut_short_is_found_by_verifying_alone():
    for format in ("PNG", "JPEG", "WEBP", "GIF", "BMP"):
        whole = packed(Image.fromarray(RGB.repeat(8, 0).repeat(8, 1)), format)
        assert header(whole, verify=True)[:2] == (128, 96)
        data = whole[: len(whole) // 2]
        for look in (lambda data=data: header(data, verify=True), lambda data=data: pixels(data)):
            with pytest.raises(DataError):
                look()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"not a picture", "is no image"),
        (png(40_000, 40_000), "too large: more than 89 megapixels"),
        (png(10_000, 9_500), "too large: more than 89 megapixels"),
        (packed(Image.fromarray(RGB))[:200], "is cut short"),
        (packed(Image.fromarray(RGB), "JPEG")[:300], "^is cut short: the file ends before the picture does$"),
        (packed(Image.fromarray(RGB), "WEBP")[:200], "^is damaged: its pixels cannot be decoded$"),
        (png(4, 4).replace(b"IDAT", b"IDAT\xff"), "^is damaged: its pixels cannot be decoded$"),
        (packed(Image.new("F", (4, 4)), "TIFF"), r"floating-point pixels \(mode F\)"),
        (packed(Image.new("I", (4, 4)), "TIFF"), r"32-bit grey pixels \(mode I\)"),
        (packed(Image.new("LAB", (4, 4)), "TIFF"), "LAB colours"),
        (packed(Image.new("RGB", (4, 4)), "EPS"), "is no image"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(data, reason):
    with pytest.raises(DataError, match=reason):
        pixels(data)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, on odd tags
def test_damaged_bytes_never_raise_anything_else():
    random = np.random.default_rng(1)
    picture = Image.fromarray(RGB)
    exif = Image.Exif()
    exif[0x0112] = 6
    for format in ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "PPM"):
        whole = packed(picture, format, **({"exif": exif} if format in ("JPEG", "TIFF", "WEBP", "PNG") else {}))
        for _ in range(60):
            data = bytearray(whole)
            for place in random.integers(0, min(len(data), 400), 4):
                data[place] = random.integers(256)
            with contextlib.suppress(DataError):
                assert pixels(bytes(data)).shape == (12, 16, 3)
