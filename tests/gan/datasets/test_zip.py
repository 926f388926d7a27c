from pathlib import Path

import numpy as np
import pytest

from studio.errors import DataError
from studio.gan.datasets import Source, Stored
from tests.gan.pictures import noise, packed, picture, write, zipped

FILES = {f"{name}/{i}.png": packed(picture(10 * k + i)) for k, name in enumerate(("cat", "dog")) for i in range(5)}


def open_zip(path: Path, cache: Path, **options) -> Stored:
    return Source.read({"kind": "zip", "path": str(path), **options}).open(cache)


def test_a_zip_gives_what_the_folder_gives(tmp_path):
    data = open_zip(zipped(tmp_path / "a.zip", FILES), tmp_path / "cache", labelled=True)
    folder = Source.read({"kind": "folder", "path": str(write(tmp_path / "a", FILES)), "labelled": True}).open(tmp_path / "cache")
    np.testing.assert_array_equal(data.x, folder.x)
    np.testing.assert_array_equal(data.c, folder.c)
    assert data.classes == folder.classes == ("cat", "dog")
    assert data.notes == folder.notes


def test_stylegans_layout_gives_its_labels(tmp_path):
    files = {f"00000/img{i:08d}.png": packed(picture(i)) for i in range(4)}
    path = zipped(tmp_path / "a.zip", files, labels=[[name, i % 2 + 3] for i, name in enumerate(files)])
    data = open_zip(path, tmp_path / "cache", labelled=True)
    assert data.classes == ("3", "4")
    np.testing.assert_array_equal(data.c, [0, 1, 0, 1])


def test_stylegans_layout_without_labels_is_unlabelled(tmp_path):
    files = {f"0000{i}/img.png": packed(picture(i)) for i in range(4)}
    path = zipped(tmp_path / "a.zip", files, labels=None)
    data = open_zip(path, tmp_path / "cache")
    assert (data.classes, data.known, data.c) == ((), (), None)
    with pytest.raises(DataError, match="has no classes"):
        open_zip(path, tmp_path / "cache", labelled=True)


def test_new_labels_for_the_same_pictures_are_seen(tmp_path):
    files = {"1.png": packed(picture(1)), "2.png": packed(picture(2))}
    first = open_zip(zipped(tmp_path / "a.zip", files, labels=[["1.png", 0], ["2.png", 1]]), tmp_path / "cache")
    second = open_zip(zipped(tmp_path / "a.zip", files, labels=[["1.png", 1], ["2.png", 0]]), tmp_path / "cache")
    assert (first.c.tolist(), second.c.tolist()) == ([0, 1], [1, 0])


def test_what_is_dangerous_is_named_and_the_rest_is_used(tmp_path):
    path = zipped(tmp_path / "a.zip", {**FILES, "../evil.png": packed(picture(1)), "cat/bomb.png": bytes(40 << 20), "dog/half.png": packed(noise(1))[:1000]})
    data = open_zip(path, tmp_path / "cache", labelled=True)
    assert len(data.x) == 10
    note = next(note for note in data.notes if "left out" in note)
    assert "../evil.png climbs out of its folder" in note
    assert "cat/bomb.png is a decompression bomb" in note
    assert "dog/half.png is cut short" in note
    assert not (tmp_path / "evil.png").exists()


def test_a_damaged_entry_is_named_and_the_rest_is_used(tmp_path):
    path = zipped(tmp_path / "a.zip", {**FILES, "dog/9.png": packed(noise(2))})
    data = bytearray(path.read_bytes())
    place = data.index(b"dog/9.png") + 200
    data[place : place + 50] = bytes(50)
    path.write_bytes(data)
    found = open_zip(path, tmp_path / "cache")
    assert len(found.x) == 10
    assert any("dog/9.png cannot be unpacked" in note for note in found.notes)


def test_another_place_than_a_zip_is_told_with_the_remedy(tmp_path):
    with pytest.raises(DataError, match="is a folder, not a zip; choose the source 'folder'"):
        open_zip(tmp_path, tmp_path / "cache")
    with pytest.raises(DataError, match="is not there"):
        open_zip(tmp_path / "none.zip", tmp_path / "cache")
    with pytest.raises(DataError, match="holds no pictures"):
        open_zip(zipped(tmp_path / "empty.zip", {}), tmp_path / "cache")
