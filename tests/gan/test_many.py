"""Data sets of many pictures: what is looked at again, decoded again and held in memory; by a thousand of them, treated as if that were many."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from studio.errors import Cancelled, DataError
from studio.gan import decoding, listing
from studio.gan.cache import WAITING
from studio.gan.datasets import Progress, Source, Stored
from studio.gan.scan import scan
from tests.gan.pictures import zipped

COUNT = 1000
LARGE = 3000
PACE_S = 0.11  # a little more than lies between two words of progress
OPTIONS = {"height": 4, "width": 4, "channels": "1"}


def tiny(number: int) -> bytes:
    """A grey picture that can be told from every other by its pixels."""
    return b"P5 4 4 255\n" + bytes([number >> 8 & 255, number & 255, 7, 9] * 4)


def numbers(data: Stored) -> list[int]:
    return [int(x[0, 0, 0]) << 8 | int(x[0, 1, 0]) for x in data.x]


def name(i: int) -> str:
    return f"{i % 10}/{i:05d}.pgm"


def fill(folder: Path, count: int = COUNT) -> Path:
    for i in range(count):
        if i < 10:
            (folder / str(i)).mkdir(parents=True)
        (folder / name(i)).write_bytes(tiny(i))
    settle(folder)
    return folder


def settle(folder: Path) -> None:
    """As if a minute had passed: a folder that changed this instant is looked at once more."""
    for path in (folder, *(p for p in folder.iterdir() if p.is_dir())):
        now = path.stat().st_mtime_ns
        os.utime(path, ns=(now, now - 60_000_000_000))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return fill(tmp_path_factory.mktemp("many") / "pictures")


@pytest.fixture
def folder(made, tmp_path) -> Path:
    """A copy to change, of hard links: whoever changes a file puts another in its place."""
    copy = tmp_path / "pictures"
    subprocess.run(["cp", "-al", str(made), str(copy)], check=True)
    return copy


@pytest.fixture(autouse=True)
def many(monkeypatch) -> None:
    monkeypatch.setattr(listing, "THOROUGH", 100)


class Opened:
    """An opening: the data, and how far each kind of work went."""

    def __init__(self, path: Path, cache: Path, kind: str = "folder", **options: object) -> None:
        self.told: dict[str, int] = {}
        source = Source.read({"kind": kind, "path": str(path), **OPTIONS, **options})
        data = source.open(cache, self._progress)
        assert isinstance(data, Stored)
        self.data = data

    def _progress(self, done: int, total: int, what: str) -> None:
        self.told[what] = max(self.told.get(what, 0), done)

    @property
    def decoded(self) -> int:
        return self.told.get("Decoding pictures", 0)


def put(folder: Path, file: str, data: bytes) -> None:
    """As programs save: another file in the place of the old one."""
    (folder / "new.part").write_bytes(data)
    (folder / "new.part").replace(folder / file)


ORDER = sorted(range(COUNT), key=name)


def test_the_second_opening_neither_looks_at_files_nor_decodes(folder, tmp_path):
    first = Opened(folder, tmp_path / "cache", labelled=True)
    assert (first.decoded, numbers(first.data)) == (COUNT, ORDER)
    second = Opened(folder, tmp_path / "cache", labelled=True)
    assert second.told == {}
    assert numbers(second.data) == ORDER
    assert second.data.classes == tuple(map(str, range(10)))
    np.testing.assert_array_equal(second.data.c, first.data.c)


def test_a_file_that_came_is_the_only_one_decoded_and_all_others_stay_in_order(folder, tmp_path):
    Opened(folder, tmp_path / "cache")
    (folder / "4" / "00994x.pgm").write_bytes(tiny(5000))
    again = Opened(folder, tmp_path / "cache")
    assert again.decoded == 1
    assert [n for n in numbers(again.data) if n != 5000] == ORDER
    assert numbers(again.data) == numbers(Opened(folder, tmp_path / "fresh").data)


def test_a_file_that_went_needs_no_decoding(folder, tmp_path):
    Opened(folder, tmp_path / "cache", labelled=True)
    (folder / name(77)).unlink()
    again = Opened(folder, tmp_path / "cache", labelled=True)
    assert again.decoded == 0
    assert numbers(again.data) == [n for n in ORDER if n != 77]
    assert again.data.c.tolist() == [n % 10 for n in ORDER if n != 77]


def test_a_file_that_was_replaced_is_the_only_one_decoded(folder, tmp_path):
    Opened(folder, tmp_path / "cache")
    put(folder / "5", "00005.pgm", tiny(6000))
    again = Opened(folder, tmp_path / "cache")
    assert again.decoded == 1
    assert numbers(again.data) == [6000 if n == 5 else n for n in ORDER]


def test_broken_files_stay_known_and_named(folder, tmp_path):
    put(folder / "3", "00003.pgm", b"no picture")
    for rest in (numbers(Opened(folder, tmp_path / "cache").data), None):
        (folder / "9" / f"{rest is None}.pgm").write_bytes(tiny(7000))
        again = Opened(folder, tmp_path / "cache")
        assert again.decoded == 1
        assert any("3/00003.pgm is no image" in note for note in again.data.notes)
        assert [n for n in numbers(again.data) if n != 7000] == [n for n in ORDER if n != 3]


def test_a_size_chosen_by_the_pictures_looks_only_at_new_ones_again(folder, tmp_path):
    auto = {"height": 0, "width": 0, "channels": "auto"}
    assert Opened(folder, tmp_path / "cache", **auto).told["Looking at sizes"] == COUNT
    (folder / "4" / "more.pgm").write_bytes(tiny(5000))
    again = Opened(folder, tmp_path / "cache", **auto)
    assert (again.told["Looking at sizes"], again.decoded) == (1, 1)


def test_the_entry_of_pictures_that_are_no_longer_so_is_removed_unless_it_is_in_use(folder, tmp_path):
    in_use = Opened(folder, tmp_path / "cache")
    (folder / "4" / "a.pgm").write_bytes(tiny(5000))
    Opened(folder, tmp_path / "cache")
    assert len(list((tmp_path / "cache" / "pictures").iterdir())) == 2
    assert numbers(in_use.data) == ORDER
    (folder / "4" / "b.pgm").write_bytes(tiny(5001))
    del in_use
    Opened(folder, tmp_path / "cache")
    assert len(list((tmp_path / "cache" / "pictures").iterdir())) == 1


@pytest.mark.parametrize("few", [True, False])
def test_a_file_written_over_in_place_is_seen_at_once_in_a_small_set_and_after_a_scan_in_a_large_one(folder, tmp_path, monkeypatch, few):
    put(folder / "5", "00005.pgm", tiny(5))  # no hard link any more
    settle(folder)
    if few:
        monkeypatch.setattr(listing, "THOROUGH", COUNT)
    Opened(folder, tmp_path / "cache")
    (folder / name(5)).write_bytes(tiny(6000))
    again = Opened(folder, tmp_path / "cache")
    assert (again.decoded, 6000 in numbers(again.data)) == (int(few), few)
    scan(folder, cache=tmp_path / "cache")
    assert 6000 in numbers(Opened(folder, tmp_path / "cache").data)


def test_new_labels_need_no_decoding(folder, tmp_path):
    Opened(folder, tmp_path / "cache", labelled=True)
    (folder / "dataset.json").write_text('{"labels": [' + ", ".join(f'["{name(i)}", {i % 3}]' for i in range(COUNT)) + "]}")
    again = Opened(folder, tmp_path / "cache", labelled=True)
    assert again.decoded == 0
    assert again.data.c.tolist() == [n % 3 for n in ORDER]
    time.sleep(0.01)
    (folder / "dataset.json").write_text('{"labels": [' + ", ".join(f'["{name(i)}", {i % 2}]' for i in range(COUNT)) + "]}")
    assert Opened(folder, tmp_path / "cache", labelled=True).data.c.tolist() == [n % 2 for n in ORDER]


@pytest.mark.parametrize("how", ["told", "killed"])
def test_work_that_was_ended_is_gone_on_with(folder, tmp_path, how):
    if how == "told":
        with pytest.raises(Cancelled):
            Source.read({"kind": "folder", "path": str(folder), **OPTIONS}).open(tmp_path / "cache", slow_to_cancel("Decoding pictures"))
    else:
        with child(folder, tmp_path / "cache", "decoding.NOTE_SECONDS = 0", hold=True) as process:
            assert process.stdout.readline() == "holding\n"
            process.send_signal(signal.SIGKILL)
    assert not list((tmp_path / "cache" / "pictures").glob("[!.]*"))
    again = Opened(folder, tmp_path / "cache")
    assert 0 < again.decoded < COUNT
    assert numbers(again.data) == ORDER
    (home,) = (tmp_path / "cache" / "pictures").iterdir()
    assert not (home / decoding.PARTIAL).exists()


def slow_to_cancel(work: str) -> Progress:
    """Ends this work early: so slow a listener is told of every step, however fast the machine."""

    def cancel(done: int, total: int, what: str) -> None:
        if what == work and done > 0:
            raise Cancelled("stopped")
        time.sleep(PACE_S)

    return cancel


CHILD = """
import resource, sys, time
from pathlib import Path
from studio.errors import DataError
from studio.gan import decoding, listing
from studio.gan.datasets import Source
listing.THOROUGH = 100
folder, cache, before, hold = sys.argv[1:]
exec(before)
decoded = [0]
def progress(done, total, what):
    if what == "Decoding pictures":
        decoded[0] = max(decoded[0], done)
        if hold and done:
            print("holding", flush=True)
            sys.stdin.read()
    if hold:
        time.sleep(float(hold))
try:
    data = Source.read({"kind": "folder", "path": folder, "height": 4, "width": 4, "channels": "1"}).open(Path(cache), progress)
    print(len(data.x), decoded[0], int(data.x.sum(dtype=int)))
except DataError as fault:
    print(fault)
"""


def child(folder: Path, cache: Path, before: str = "", *, hold: bool = False) -> subprocess.Popen:
    """A process that opens the pictures; with `hold` it stays amid decoding, having said so, until its input ends."""
    arguments = [str(folder), str(cache), before, str(PACE_S) if hold else ""]
    return subprocess.Popen([sys.executable, "-c", CHILD, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_processes_that_open_the_same_pictures_end_with_the_same_sound_cache(folder, tmp_path):
    with child(folder, tmp_path / "cache") as one, child(folder, tmp_path / "cache") as two:
        outputs = [process.communicate()[0].split() for process in (one, two)]
    assert [output[0] for output in outputs] == [str(COUNT)] * 2
    assert sorted(int(output[1]) for output in outputs) == [0, COUNT], "one decodes, the other waits"
    assert outputs[0][2] == outputs[1][2]
    assert len(list((tmp_path / "cache" / "pictures").iterdir())) == 1
    assert numbers(Opened(folder, tmp_path / "cache").data) == ORDER


def test_a_full_disk_is_told_with_folder_bytes_and_remedy_and_leaves_nothing_torn(folder, tmp_path):
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, resource.RLIM_INFINITY))"
    with child(folder, tmp_path / "cache", limit) as process:
        words = process.communicate()[0]
    assert str(tmp_path / "cache" / "pictures") in words
    assert "needs 0 MB" in words
    assert "is full" in words
    assert "gan-studio cache --clear" in words
    assert list((tmp_path / "cache" / "pictures").iterdir()) == []
    assert numbers(Opened(folder, tmp_path / "cache").data) == ORDER


def test_pictures_that_change_while_they_are_opened_are_told(folder, tmp_path):
    """They change while it waits for another process that decodes them, which then dies."""
    Opened(folder, tmp_path / "cache", height=8)  # what lies there is known, and not looked at again
    with child(folder, tmp_path / "cache", hold=True) as other:
        assert other.stdout.readline() == "holding\n"

        def change(done: int, total: int, what: str) -> None:
            if what == WAITING:
                put(folder / "1", "x.pgm", tiny(5000))
                other.kill()

        with pytest.raises(DataError, match="changed while it was being opened; open it again"):
            Source.read({"kind": "folder", "path": str(folder), **OPTIONS}).open(tmp_path / "cache", change)
    assert 5000 in numbers(Opened(folder, tmp_path / "cache").data)


def test_memory_per_picture_is_small_while_a_set_is_first_opened_and_scanned(tmp_path):
    """From n to 4 n pictures the peak of all that Python and numpy hold grows by less than 400 bytes a picture."""
    warm = fill(tmp_path / "warm", 20)
    Opened(warm, tmp_path / "cache")
    scan(warm)
    peaks = []
    for count in (LARGE // 4, LARGE):
        folder = fill(tmp_path / str(count), count)
        tracemalloc.start()
        Opened(folder, tmp_path / "cache" / str(count))
        scan(folder, cache=tmp_path / "cache" / str(count))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / (LARGE - LARGE // 4) < 400


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    files = {name(i): tiny(i) for i in range(COUNT)}
    return zipped(tmp_path_factory.mktemp("zip") / "pictures.zip", files, labels=[[name(i), i % 7] for i in range(COUNT)])


def test_the_second_opening_of_a_zip_reads_no_directory(archive, tmp_path):
    first = Opened(archive, tmp_path, kind="zip", labelled=True)
    assert (first.decoded, numbers(first.data)) == (COUNT, ORDER)
    assert first.data.c.tolist() == [n % 7 for n in ORDER]
    second = Opened(archive, tmp_path, kind="zip", labelled=True)
    assert second.told == {}
    assert numbers(second.data) == ORDER
    assert second.data.c.tolist() == first.data.c.tolist()
    assert second.data.classes == tuple(map(str, range(7)))


def test_a_zip_made_anew_is_looked_at_and_only_what_is_new_is_decoded(archive, tmp_path):
    copy = tmp_path / "a.zip"
    copy.write_bytes(archive.read_bytes())
    Opened(copy, tmp_path / "cache", kind="zip")
    os.utime(copy, (1, 1))
    again = Opened(copy, tmp_path / "cache", kind="zip")
    assert again.told.keys() == {"Looking for pictures"}
    zipped(copy, {name(i): tiny(i + (9000 if i == 8 else 0)) for i in range(COUNT)})
    last = Opened(copy, tmp_path / "cache", kind="zip")
    assert last.decoded == 1
    assert numbers(last.data) == [9008 if n == 8 else n for n in ORDER]


def test_another_size_of_a_known_zip_needs_no_look_through_it(archive, tmp_path):
    Opened(archive, tmp_path, kind="zip")
    assert Opened(archive, tmp_path, kind="zip", height=8).told.keys() == {"Decoding pictures"}


def test_a_scan_decodes_only_what_it_has_not_seen(folder, tmp_path):
    def scanned() -> tuple[int, dict]:
        told = [0]

        def progress(done: int, total: int, what: str) -> None:
            told[0] = max(told[0], done if what == "Scanning pictures" else 0)

        report = scan(folder, progress, tmp_path / "cache").to_json()
        return told[0], report

    put(folder / "3", "00003.pgm", b"no picture")
    put(folder / "4", "00004.pgm", tiny(5))
    first, report = scanned()
    assert (first, report["images"], report["duplicates"], len(report["broken"])) == (COUNT, COUNT - 1, 1, 1)
    assert scanned() == (0, report)
    put(folder / "3", "00003.pgm", tiny(3))
    put(folder / "4", "00004.pgm", b"")
    again, report = scanned()
    assert again == 2
    assert report == scan(folder).to_json()
    assert [b["file"] for b in report["broken"]] == ["4/00004.pgm"]


def test_a_scan_that_was_cancelled_is_gone_on_with(folder, tmp_path):
    with pytest.raises(Cancelled):
        scan(folder, slow_to_cancel("Scanning pictures"), tmp_path / "cache")
    left = []

    def progress(done: int, total: int, what: str) -> None:
        if what == "Scanning pictures":
            left.append(total)

    assert scan(folder, progress, tmp_path / "cache").images == COUNT
    assert 0 < left[-1] < COUNT


def test_telling_progress_is_paced(folder, tmp_path):
    times = []
    began = time.monotonic()
    scan(folder, lambda *_: times.append(time.monotonic()), tmp_path / "cache")
    assert 1 < len(times) <= 4 + 10 * (times[-1] - began)
