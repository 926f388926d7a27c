import contextlib
import random
import struct
import zipfile
from pathlib import Path

import pytest

from studio.errors import DataError
from studio.gan.zips import Archive, look_through
from tests.gan.pictures import noise, packed

PNG = packed(noise(1))


def content(path: Path) -> dict[str, bytes]:
    archive = Archive(path)
    try:
        files = look_through(archive)[0].files
        return {files.names[i].decode(): archive.read(files.packed[i], int(files.bytes[i])) for i in range(len(files))}
    finally:
        archive.close()


def made(path: Path, method: int = zipfile.ZIP_STORED, count: int = 3, comment: bytes = b"") -> dict[str, bytes]:
    files = {f"ä/{i:05d}.png": PNG[: 100 + i] for i in range(count)}
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.comment = comment
        for name, data in files.items():
            archive.writestr(name, data)
    return files


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_method_is_unpacked_as_the_standard_library_does(tmp_path, method):
    files = made(tmp_path / "a.zip", method)
    assert content(tmp_path / "a.zip") == files


def test_more_entries_than_sixteen_bits_count_are_all_found(tmp_path):
    files = made(tmp_path / "a.zip", count=70_000)
    found = content(tmp_path / "a.zip")
    assert len(found) == 70_000
    assert found == files


def test_an_entry_with_64_bit_sizes_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive, archive.open(zipfile.ZipInfo("big.png"), "w", force_zip64=True) as file:
        file.write(PNG)
    assert content(tmp_path / "a.zip") == {"big.png": PNG}


def test_64_bit_fields_of_the_directory_are_taken(tmp_path):
    made(tmp_path / "a.zip", count=1)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    at = data.index(b"PK\1\2")
    size, offset = struct.unpack_from("<I", data, at + 24)[0], struct.unpack_from("<I", data, at + 42)[0]
    name = struct.unpack_from("<H", data, at + 28)[0]
    extra = struct.pack("<2H2Q", 1, 16, size, offset)
    struct.pack_into("<I", data, at + 24, 0xFFFFFFFF)
    struct.pack_into("<I", data, at + 42, 0xFFFFFFFF)
    struct.pack_into("<H", data, at + 30, len(extra))
    data[at + 46 + name : at + 46 + name] = extra
    end = data.rindex(b"PK\5\6")
    struct.pack_into("<I", data, end + 12, struct.unpack_from("<I", data, end + 12)[0] + len(extra))
    (tmp_path / "a.zip").write_bytes(data)
    assert content(tmp_path / "a.zip") == {"ä/00000.png": PNG[:100]}


def test_a_comment_and_something_before_the_zip_do_not_matter(tmp_path):
    files = made(tmp_path / "a.zip", comment=b"PK and more" * 1000)
    (tmp_path / "b.zip").write_bytes(b"#!/bin/sh\n" * 99 + (tmp_path / "a.zip").read_bytes())
    assert content(tmp_path / "a.zip") == content(tmp_path / "b.zip") == files


def test_a_wrong_checksum_is_told(tmp_path):
    made(tmp_path / "a.zip")
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.index(PNG[:100]) + 50] ^= 1
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(DataError, match="checksum"):
        content(tmp_path / "a.zip")


def test_an_unknown_method_is_told(tmp_path):
    made(tmp_path / "a.zip", count=1)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.index(b"PK\1\2") + 10] = 99
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(DataError, match="method 99"):
        content(tmp_path / "a.zip")


@pytest.mark.parametrize("seed", range(200))
def test_damage_anywhere_is_a_fault_in_words_or_none(tmp_path, seed):
    made(tmp_path / "a.zip", zipfile.ZIP_DEFLATED)
    data, draw = bytearray((tmp_path / "a.zip").read_bytes()), random.Random(seed)
    begin = data.index(b"PK\1\2") if seed % 2 else 0
    for _ in range(draw.randint(1, 4)):
        data[draw.randrange(begin, len(data))] = draw.randrange(256)
    if seed % 3 == 0:
        del data[draw.randrange(len(data)) :]
    (tmp_path / "a.zip").write_bytes(data)
    with contextlib.suppress(DataError):
        content(tmp_path / "a.zip")
