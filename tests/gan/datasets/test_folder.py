import json
import resource
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.errors import Cancelled, ConfigError, DataError
from studio.gan.datasets import Source, Stored
from tests.gan.pictures import noise, packed, picture, write

FILES = {f"{name}/{i}.png": packed(picture(10 * k + i)) for k, name in enumerate(("cat", "dog")) for i in range(5)}


def open_folder(path: Path, cache: Path, **options) -> Stored:
    return Source.read({"kind": "folder", "path": str(path), **options}).open(cache)


def test_every_picture_comes_back_with_its_class(tmp_path):
    data = open_folder(write(tmp_path / "a", FILES), tmp_path / "cache", labelled=True)
    assert data.shape == (3, 8, 8)
    assert data.classes == ("cat", "dog")
    np.testing.assert_array_equal(data.c, [0] * 5 + [1] * 5)
    expected = [np.asarray(picture(10 * k + i)) for k in range(2) for i in range(5)]
    np.testing.assert_array_equal(data.x, np.stack(expected))
    assert isinstance(data.x, np.memmap)


def test_the_second_time_nothing_is_decoded(tmp_path):
    path = write(tmp_path / "a", FILES)
    open_folder(path, tmp_path / "cache")
    told = set()
    source = Source.read({"kind": "folder", "path": str(path), "labelled": True, "mirror": True})
    data = source.open(tmp_path / "cache", lambda *about: told.add(about[2]))
    assert told == {"Looking for pictures"}
    assert data.mirror


@pytest.mark.parametrize("change", [{"fit": "pad"}, {"channels": 1}, {"height": 16}, "file"])
def test_another_option_or_another_file_is_decoded_anew(tmp_path, change):
    path = write(tmp_path / "a", FILES)
    before = open_folder(path, tmp_path / "cache")
    if change == "file":
        write(path, {"cat/9.png": packed(picture(9))})
    after = open_folder(path, tmp_path / "cache", **({} if change == "file" else change))
    assert len(list((tmp_path / "cache" / "pictures").iterdir())) == 2, "the first one is in use"
    assert len(after.x) == len(before.x) + (change == "file")


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
def test_mixed_pictures_become_48_by_32(tmp_path, fit):
    files = {f"{i}.jpg": packed(noise(i, size), "JPEG") for i, size in enumerate([(640, 480), (100, 300), (32, 48), (33, 47), (7, 5)])}
    data = open_folder(write(tmp_path / "a", files), tmp_path / "cache", height=48, width=32, fit=fit)
    assert data.x.shape == (5, 48, 32, 3)
    assert data.shape == (3, 48, 32)
    assert any("4 of 5 pictures have another shape than 32×48" in note for note in data.notes)


@pytest.mark.parametrize(
    ("sizes", "options", "shape"),
    [
        ([(28, 28)] * 3 + [(90, 10)], {}, (28, 28)),
        ([(4032, 3024)], {}, (48, 64)),
        ([(50, 70)], {}, (64, 48)),
        ([(30, 20), (40, 24), (50, 28)], {}, (24, 40)),
        ([(100, 50)], {"height": 16}, (16, 32)),
        ([(100, 50)], {"width": 16}, (8, 16)),
        ([(100, 50)], {"width": 20, "height": 12}, (12, 20)),
        ([(2, 1)], {}, (4, 4)),
    ],
)
def test_a_size_is_chosen_and_told(tmp_path, sizes, options, shape):
    files = {f"{i}.jpg": packed(picture(i, size), "JPEG") for i, size in enumerate(sizes)}
    data = open_folder(write(tmp_path / "a", files), tmp_path / "cache", **options)
    assert data.x.shape[1:3] == shape
    chosen = [note for note in data.notes if f"brought to {shape[1]}×{shape[0]}" in note]
    assert len(chosen) == (0 if len(options) == 2 else 1)


def test_grey_pictures_stay_grey_and_one_coloured_one_makes_all_coloured(tmp_path):
    path = write(tmp_path / "a", {f"{i}.png": packed(picture(i, mode="L")) for i in range(3)})
    assert open_folder(path, tmp_path / "cache").shape == (1, 8, 8)
    write(path, {"c.png": packed(picture(5))})
    assert open_folder(path, tmp_path / "cache").shape == (3, 8, 8)
    grey = open_folder(path, tmp_path / "cache", channels=1)
    assert grey.shape == (1, 8, 8)
    assert any("1 coloured" in note for note in grey.notes)


def test_transparency_is_flattened_with_a_note_or_kept(tmp_path):
    path = write(tmp_path / "a", {"1.png": packed(Image.new("RGBA", (8, 8), (0, 0, 0, 0))), "2.png": packed(picture(2))})
    data = open_folder(path, tmp_path / "cache")
    assert (data.x[0] == 255).all()
    assert any("flattened on white" in note for note in data.notes)
    kept = open_folder(path, tmp_path / "cache", channels=4)
    assert kept.shape == (4, 8, 8)
    assert kept.x[0, 0, 0, 3] == 0
    assert kept.x[1, 0, 0, 3] == 255


def test_one_broken_file_never_stops_and_is_named(tmp_path):
    files = {**FILES, "cat/bad.png": packed(noise(1))[:2000], "dog/text.jpg": b"text", "dog/phone.heic": b"x"}
    for _ in range(2):  # decoded, then from the cache
        data = open_folder(write(tmp_path / "a", files), tmp_path / "cache", labelled=True)
        assert len(data.x) == len(data.c) == 10
        note = next(note for note in data.notes if "left out" in note)
        assert "3 files left out" in note
        assert all(name in note for name in ("cat/bad.png is cut short", "dog/text.jpg is no image", "dog/phone.heic is a HEIC file"))


@pytest.mark.parametrize(
    ("files", "options", "words"),
    [
        ({}, {}, "holds no pictures.*choose one with PNG"),
        ({"a.txt": b""}, {}, r"1 files of other kinds"),
        ({"a.png": b"x", "b.png": b""}, {}, "none of its 2 pictures can be used; a.png is no image"),
        ({"a.png": b"x", "b.png": b""}, {"height": 8, "width": 8, "channels": 3}, "none of its 2 pictures can be used; a.png is no image"),
        ({"a.png": FILES["cat/0.png"]}, {"labelled": True}, "has no classes; put each class into a sub-folder"),
        ({"a.png": FILES["cat/0.png"], **FILES}, {"labelled": True}, r"1 pictures have no class, such as a\.png"),
    ],
)
def test_what_cannot_be_used_is_told_with_the_remedy(tmp_path, files, options, words):
    with pytest.raises(DataError, match=words):
        open_folder(write(tmp_path / "a", files), tmp_path / "cache", **options)
    assert not list((tmp_path / "cache").rglob("*.part"))


def test_another_place_than_a_folder_is_told_with_the_remedy(tmp_path):
    with pytest.raises(DataError, match=r"nowhere is not there; choose it again"):
        open_folder(tmp_path / "nowhere", tmp_path / "cache")
    (tmp_path / "a.zip").write_bytes(b"")
    with pytest.raises(DataError, match=r"a\.zip is a file, not a folder; choose the source 'zip'"):
        open_folder(tmp_path / "a.zip", tmp_path / "cache")
    with pytest.raises(ConfigError, match=r"dataset\.path: no folder is named yet; choose one"):
        Source.read({"kind": "folder"}, "dataset")


def test_cancelling_leaves_nothing_that_is_taken_for_whole(tmp_path):
    path = write(tmp_path / "a", FILES)
    source = Source.read({"kind": "folder", "path": str(path)})

    def cancel(done: int, total: int, what: str) -> None:
        if what == "Decoding pictures" and done:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        source.open(tmp_path / "cache", cancel)
    assert not list((tmp_path / "cache" / "pictures").glob("[!.]*"))
    assert len(source.open(tmp_path / "cache").x) == 10
    assert len(list((tmp_path / "cache" / "pictures").iterdir())) == 1


def test_channels_may_be_given_as_a_number(tmp_path):
    source = Source.read({"kind": "folder", "path": str(tmp_path), "channels": 3})
    assert source.channels == "3"
    assert Source.read(json.loads(json.dumps(source.dump()))) == source


def test_memory_stays_flat_whatever_the_number_of_pictures(tmp_path):
    """120 pictures of 1 MB each, decoded: the peak grows by far less than all of them together."""
    path = write(tmp_path / "a", {f"{i}.png": packed(picture(i, (512, 512))) for i in range(120)})
    open_folder(write(tmp_path / "b", {f"{i}.png": packed(picture(i, (512, 512))) for i in range(16)}), tmp_path / "cache", height=512, width=512)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert open_folder(path, tmp_path / "cache", height=512, width=512).x.nbytes > 90_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 45_000  # kB
