import os
import sys
import zipfile

import pytest

from studio.errors import DataError
from studio.gan.listing import Listing, open_listing
from tests.gan.pictures import packed, picture, write, zipped

PNG = packed(picture())


def names(listing: Listing) -> list[str]:
    return [listing.name(row) for row in range(len(listing))]


def classes(path) -> dict[str, str | None]:
    with open_listing(path) as listing:
        return {listing.name(row): listing.classes[label] if label >= 0 else None for row, label in enumerate(listing.labels)}


@pytest.mark.parametrize("kind", ["folder", "zip"])
@pytest.mark.parametrize(
    ("files", "found"),
    [
        (["a/1.png", "b/2.png"], ["a", "b"]),
        (["a/deep/er/1.png", "b/2.png"], ["a", "b"]),
        (["all/a/1.png", "all/b/2.png"], ["a", "b"]),
        (["1.png", "2.png"], [None, None]),
        (["1.png", "a/2.png"], [None, "a"]),
        (["all/1.png", "all/a/2.png"], [None, "a"]),
        (["only/1.png", "only/2.png"], ["only", "only"]),
        (["ab/1.png", "abc/2.png"], ["ab", "abc"]),
    ],
)
def test_classes_are_the_first_folders_below_what_all_share(tmp_path, kind, files, found):
    made = dict.fromkeys(files, PNG)
    path = write(tmp_path / "pictures", made) if kind == "folder" else zipped(tmp_path / "pictures.zip", made)
    assert classes(path) == dict(zip(files, found, strict=True))


def test_numbered_classes_are_in_order_of_number(tmp_path):
    write(tmp_path, {f"{name}/1.png": PNG for name in ("10", "9", "2", "b", "a")})
    with open_listing(tmp_path) as listing:
        assert listing.classes == ("2", "9", "10", "a", "b")


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_stylegans_labels_decide_where_there_are_any(tmp_path, kind):
    files = {f"00000/img{i:08d}.png": PNG for i in range(3)}
    labels = [["00000/img00000000.png", 6], ["00000/img00000002.png", 10]]
    path = zipped(tmp_path / "a.zip", files, labels=labels)
    if kind == "folder":
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / "a")
        path = tmp_path / "a"
    assert list(classes(path).values()) == ["6", None, "10"]


def test_stylegans_labels_that_are_null_mean_no_classes(tmp_path):
    files = {"00000/a.png": PNG, "00001/b.png": PNG}
    assert list(classes(zipped(tmp_path / "a.zip", files, labels=None)).values()) == [None, None]


@pytest.mark.parametrize("labels", [[["a/1.png", 0.5]], [["a/1.png", -1]], [["a/1.png", [0, 1]]], {"a/1.png": 1}, [["a/1.png", True]]])
def test_labels_of_another_kind_are_told(tmp_path, labels):
    with open_listing(zipped(tmp_path / "a.zip", {"a/1.png": PNG, "b/1.png": PNG}, labels=labels)) as listing:
        assert "whole numbers" in listing.manifest
        assert listing.classes == ()


@pytest.mark.parametrize("text", [b"{", b"[" * 100_000, b"\xff\xfe\x00"])
def test_a_damaged_manifest_is_told_and_folders_serve(tmp_path, text):
    with open_listing(zipped(tmp_path / "a.zip", {"a/1.png": PNG, "b/1.png": PNG, "dataset.json": text})) as listing:
        assert "dataset.json cannot be read" in listing.manifest
        assert listing.classes == ("a", "b")


def broken(path) -> dict[str, str]:
    with open_listing(path) as listing:
        assert names(listing) == ["good.png"]
        return dict(listing.broken)


@pytest.mark.parametrize("name", ["../x.png", "a/../../x.png", "/x.png", "C:/x.png", "..\\x.png", "a/.."])
def test_a_zip_entry_that_climbs_out_is_refused_by_name(tmp_path, name):
    found = broken(zipped(tmp_path / "a.zip", {"good.png": PNG, name + ("" if name.endswith("png") else "/x.png"): PNG}))
    assert list(found) == [name.replace("\\", "/") + ("" if name.endswith("png") else "/x.png")]
    assert "climbs out of its folder" in next(iter(found.values()))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_a_decompression_bomb_is_refused_by_name(tmp_path):
    found = broken(zipped(tmp_path / "a.zip", {"good.png": PNG, "bomb.png": bytes(40 << 20)}))
    assert "decompression bomb" in found["bomb.png"]


def test_an_encrypted_entry_is_refused_by_name(tmp_path):
    path = zipped(tmp_path / "a.zip", {"good.png": PNG, "lock.png": PNG})
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(mark) + flags] |= 1
    path.write_bytes(data)
    assert "encrypted" in broken(path)["lock.png"]


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_formats_that_are_not_read_are_named_and_other_files_are_counted(tmp_path, kind):
    files = {"good.png": PNG, "phone.HEIC": b"x", "notes.txt": b"x", ".hidden.png": PNG, "__MACOSX/._good.png": b"x"}
    if kind == "folder":
        del files["__MACOSX/._good.png"]
    path = write(tmp_path / "a", files) if kind == "folder" else zipped(tmp_path / "a.zip", files)
    assert "convert it to PNG or JPEG" in broken(path)["phone.HEIC"]
    with open_listing(path) as listing:
        assert listing.others == 1


def test_links_are_followed_once_and_those_that_lead_nowhere_are_named(tmp_path):
    place = write(tmp_path / "a", {"good.png": PNG})
    elsewhere = write(tmp_path / "b", {"far.png": PNG})
    (place / "link").symlink_to(elsewhere)
    (elsewhere / "back").symlink_to(place)
    (place / "gone.png").symlink_to(tmp_path / "nothing.png")
    (place / "self.png").symlink_to(place / "self.png")
    os.mkfifo(place / "pipe.png")
    with open_listing(place) as listing:
        assert names(listing) == ["good.png", "link/far.png"]
        reasons = dict(listing.broken)
    assert reasons == {"gone.png": "is a link that leads nowhere", "self.png": "is a link that leads nowhere", "pipe.png": "is no ordinary file"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are text")
def test_a_name_of_odd_bytes_can_be_told_and_read(tmp_path):
    (tmp_path / os.fsdecode(b"\xff.png")).write_bytes(PNG)
    with open_listing(tmp_path) as listing:
        assert names(listing) == ["�.png"]
        assert listing.read(0) == PNG


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_the_fingerprint_changes_with_content_and_not_with_place(tmp_path, kind):
    def fingerprint(name: str, files: dict[str, bytes]) -> str:
        path = write(tmp_path / name, files) if kind == "folder" else zipped(tmp_path / f"{name}.zip", files)
        for file in path.rglob("*.png"):
            os.utime(file, (1, 1))
        with open_listing(path) as listing:
            return listing.contents().fingerprint

    base = fingerprint("one", {"a/1.png": PNG, "b/2.png": PNG})
    assert fingerprint("two", {"a/1.png": PNG, "b/2.png": PNG}) == base
    assert fingerprint("three", {"a/1.png": PNG, "b/2.png": PNG + b"x"}) != base
    assert fingerprint("four", {"a/1.png": PNG, "c/2.png": PNG}) != base
    assert fingerprint("five", {"a/1.png": PNG}) != base


def test_what_is_no_zip_is_named(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK not really")
    with pytest.raises(DataError, match=r"a\.zip cannot be read as a zip"):
        open_listing(tmp_path / "a.zip")
    with pytest.raises(DataError, match="is not there"):
        open_listing(tmp_path / "none")


def test_a_file_that_went_since_is_said_in_words_of_ours(tmp_path):
    (tmp_path / "a.png").write_bytes(PNG)
    with open_listing(tmp_path) as listing:
        (tmp_path / "a.png").unlink()
        with pytest.raises(DataError, match=r"^cannot be read \(it is not there any more\)$"):
            listing.read(0)


def test_a_zip_cut_short_is_named(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.png": PNG})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(DataError, match=r"a\.zip"):
        open_listing(path)
