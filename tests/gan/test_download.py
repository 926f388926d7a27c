import hashlib
import os
import time
from pathlib import Path

import numpy as np
import pytest

from studio.errors import Cancelled, DataError
from studio.gan.download import download
from tests.gan.loopback import Server, serving

CONTENT = np.random.default_rng(0).bytes(300_000)
MD5 = hashlib.md5(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server():
    with serving() as server:
        server.files["set.gz"] = CONTENT
        yield server


def fetch(server: Server, folder: Path, **options) -> Path:
    return download([server.url + "set.gz"], folder / "set.gz", digest=options.pop("digest", MD5), **options)


def test_a_file_arrives_whole_and_alone(server, tmp_path):
    assert fetch(server, tmp_path / "new" / "folder").read_bytes() == CONTENT
    assert [p.name for p in (tmp_path / "new" / "folder").iterdir()] == ["set.gz"]


def test_a_file_that_is_there_is_not_asked_for_again(server, tmp_path):
    fetch(server, tmp_path)
    fetch(server, tmp_path)
    assert len(server.asked) == 1


def test_a_damaged_file_of_that_name_is_replaced(server, tmp_path):
    (tmp_path / "set.gz").write_bytes(b"half")
    assert fetch(server, tmp_path).read_bytes() == CONTENT


def test_a_cut_connection_goes_on_where_it_was_cut(server, tmp_path):
    server.cuts = [100_000]
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked == [("/set.gz", None), ("/set.gz", "bytes=100000-")]


def test_a_server_without_ranges_starts_over(server, tmp_path):
    server.cuts, server.ranges = [100_000], False
    assert fetch(server, tmp_path).read_bytes() == CONTENT


def test_a_server_error_is_tried_again(server, tmp_path):
    server.faults = [503, 500]
    assert fetch(server, tmp_path).read_bytes() == CONTENT


def test_a_download_given_up_goes_on_another_day(server, tmp_path):
    server.cuts = [50_000, 50_000, 50_000]
    with pytest.raises(DataError, match=r"set\.gz cannot be downloaded.*the connection was cut.*'folder'"):
        fetch(server, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["set.gz.part"]
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked[-1] == ("/set.gz", "bytes=150000-")
    assert [p.name for p in tmp_path.iterdir()] == ["set.gz"]


def test_what_a_killed_process_left_is_taken_over(server, tmp_path):
    left = tmp_path / "set.gz.12345678.part"
    left.write_bytes(CONTENT[:1000])
    os.utime(left, (time.time() - 7200,) * 2)
    fetch(server, tmp_path)
    assert server.asked == [("/set.gz", "bytes=1000-")]
    assert [p.name for p in tmp_path.iterdir()] == ["set.gz"]


def test_a_whole_file_whose_process_died_before_naming_it_is_not_fetched_again(server, tmp_path):
    (tmp_path / "set.gz.part").write_bytes(CONTENT)
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked == []


def test_a_wrong_beginning_is_thrown_away(server, tmp_path):
    (tmp_path / "set.gz.part").write_bytes(b"x" * 400_000)  # longer than the file: the server answers 416
    assert fetch(server, tmp_path).read_bytes() == CONTENT


def test_a_wrong_checksum_is_refused_and_nothing_stays(server, tmp_path):
    with pytest.raises(DataError, match="checksum is wrong"):
        fetch(server, tmp_path, digest="0" * 32)
    assert list(tmp_path.iterdir()) == []


def test_the_second_address_serves_when_the_first_has_another_file(server, tmp_path):
    server.files["bad/set.gz"] = b"an error page"
    urls = [server.url + "none/set.gz", server.url + "bad/set.gz", server.url + "set.gz"]
    assert download(urls, tmp_path / "set.gz", digest=MD5).read_bytes() == CONTENT


def test_a_missing_file_is_named_with_its_address(server, tmp_path):
    del server.files["set.gz"]
    with pytest.raises(DataError, match=rf"{server.url}set\.gz: the server says 404"):
        fetch(server, tmp_path)
    assert len(server.asked) == 1


def test_a_server_that_is_not_there_is_an_error_for_people(tmp_path):
    with serving() as gone:
        url = gone.url + "set.gz"
    with pytest.raises(DataError, match="cannot be downloaded"):
        download([url], tmp_path / "set.gz", digest=MD5)


def test_progress_tells_bytes_and_ends_at_the_total(server, tmp_path):
    told = []
    fetch(server, tmp_path, progress=lambda done, total, what: told.append((done, total, what)))
    assert told[-1] == (len(CONTENT), len(CONTENT), "Downloading set.gz")
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)


@pytest.mark.parametrize("after", [0, 1])
def test_cancel_leaves_nothing(server, tmp_path, after):
    def progress(done: int, total: int, what: str) -> None:
        if (done > 0) >= after:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        fetch(server, tmp_path, progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(server, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="file"):
        fetch(server, tmp_path / "file")
