import json

import pytest

from studio.errors import Cancelled, DataError
from studio.gan.scan import scan
from tests.gan.pictures import noise, packed, picture, write, zipped

FILES = {
    "cat/1.png": packed(picture(1)),
    "cat/2.jpg": packed(picture(2, (16, 8)), "JPEG"),
    "cat/same.png": packed(picture(1)),
    "dog/3.gif": packed(picture(3, mode="L"), "GIF"),
    "dog/4.png": packed(picture(4, mode="RGBA")),
    "dog/short.png": packed(noise(5))[:2000],
    "dog/text.jpg": b"not a picture",
    "dog/notes.txt": b"a note",
}


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_scan_counts_what_is_there_and_names_what_is_broken(tmp_path, kind):
    path = write(tmp_path / "a", FILES) if kind == "folder" else zipped(tmp_path / "a.zip", FILES)
    found = json.loads(json.dumps(scan(path).to_json()))
    assert found["images"] == 5
    assert found["classes"] == {"cat": 3, "dog": 2}
    assert found["sizes"] == {"8x8": 4, "16x8": 1}
    assert sum(found["modes"].values()) == 5
    assert found["modes"]["RGB"] == 3
    assert found["modes"]["RGBA"] == 1
    assert [b["file"] for b in found["broken"]] == ["dog/short.png", "dog/text.jpg"]
    assert [set(b) for b in found["broken"]] == [{"file", "reason"}] * 2
    assert "cut short" in found["broken"][0]["reason"]
    assert (found["duplicates"], found["others"], found["unclassed"]) == (1, 1, 0)


def test_pictures_outside_every_class_are_counted(tmp_path):
    found = scan(write(tmp_path, {"1.png": packed(picture(1)), "a/2.png": packed(picture(2))}))
    assert (found.images, found.classes, found.unclassed) == (2, {"a": 1}, 1)


def test_an_empty_folder_is_no_error(tmp_path):
    assert scan(tmp_path).to_json()["images"] == 0


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(DataError, match="none"):
        scan(tmp_path / "none")


def test_a_scan_tells_progress_and_can_be_cancelled(tmp_path):
    write(tmp_path, {f"{i}.png": packed(picture(i)) for i in range(40)})
    told = []
    scan(tmp_path, lambda *about: told.append(about[:2]))
    assert told[-1] == (40, 40)

    def cancel(done: int, total: int, what: str) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        scan(tmp_path, cancel)


def test_equal_files_are_named_together(tmp_path):
    twins = {"b/1.png": packed(picture(1)), "a/2.png": packed(picture(1)), "c.png": packed(picture(1))}
    pair = {"x.png": packed(picture(2)), "d/y.png": packed(picture(2))}
    broken = {"e.png": b"torn", "f.png": b"torn"}
    found = scan(write(tmp_path, {**twins, **pair, "alone.png": packed(picture(3)), **broken}))
    assert list(found.copies) == [("a/2.png", "b/1.png", "c.png"), ("d/y.png", "x.png")]
    assert found.to_json()["copies"][1] == ["d/y.png", "x.png"]
    assert found.duplicates == 3
    assert len(found.broken) == 2


def test_without_equal_files_there_are_no_copies(tmp_path):
    found = scan(write(tmp_path, {f"{i}.png": packed(picture(i)) for i in range(5)}))
    assert (list(found.copies), found.duplicates) == ([], 0)


def test_what_a_later_scan_remembers_names_the_same_copies(tmp_path):
    folder = write(tmp_path / "a", {"1.png": packed(picture(1)), "2.png": packed(picture(1))})
    first = scan(folder, cache=tmp_path / "cache")
    assert scan(folder, cache=tmp_path / "cache").to_json() == first.to_json()
    assert first.copies[0] == ("1.png", "2.png")
