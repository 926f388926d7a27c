import errno
from pathlib import Path

import pytest

from studio.errors import RunError
from studio.runs.files import replace_file
from studio.runs.space import NoSpace, free_bytes, in_words, is_full, writing_to
from tests.runs.making import names


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_with_place_and_need(tmp_path: Path, number: int) -> None:
    with pytest.raises(NoSpace, match="no space left") as caught, writing_to(tmp_path, 3_000_000):
        raise OSError(number, "full")
    assert str(tmp_path) in str(caught.value)
    assert "3 MB" in str(caught.value)
    assert isinstance(caught.value, RunError)


def test_other_faults_pass_through(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), writing_to(tmp_path):
        raise PermissionError(errno.EACCES, "no")


def test_a_full_disk_is_known_by_the_text_of_writers_in_rust() -> None:
    assert is_full(RuntimeError("Error while serializing: I/O error: No space left on device (os error 28)"))
    assert not is_full(RuntimeError("Error while serializing: Permission denied (os error 13)"))
    assert not is_full(ValueError("28"))


def test_room_is_known_for_a_folder_that_is_yet_to_be_made(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "a" / "b") > 0


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1234, "1.23 kB"), (999_900, "1 MB"), (5_000_000_000, "5 GB"), (7.1e13, "71 TB")]
)
def test_bytes_read_well(count: int, words: str) -> None:
    assert in_words(int(count)) == words


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "f"
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(OSError):
        replace_file(target, b"x")
    assert names(tmp_path) == ["f", "folder"]
