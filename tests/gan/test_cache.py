import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from studio.errors import Cancelled, DataError
from studio.gan.cache import PARTIAL, WAITING, Rows, cached, clear, discard, entries_of, key, need_room, sizes

ROWS = np.arange(5 * 2 * 3 * 1, dtype=np.uint8).reshape(5, 2, 3, 1)


def fill(folder: Path) -> dict:
    with Rows(folder / "x.npy", (2, 3, 1)) as x, Rows(folder / "c.npy", (), np.int64) as c:
        x.append(ROWS[:2])
        x.append(ROWS[2:])
        c.append(np.arange(5))
    return {"word": "kept"}


def refuse(folder: Path) -> dict:
    raise AssertionError("the entry was there and is filled again")


def test_rows_are_an_npy_file_that_numpy_reads(tmp_path):
    with Rows(tmp_path / "x.npy", (2, 3, 1)) as rows:
        for row in ROWS:
            rows.append(row[None])
    np.testing.assert_array_equal(np.load(tmp_path / "x.npy", allow_pickle=False), ROWS)


def test_rows_hold_their_place_for_a_long_count(tmp_path):
    with Rows(tmp_path / "x.npy", ()) as rows:
        rows.append(np.zeros(12_345_678, np.uint8))
    assert np.load(tmp_path / "x.npy", mmap_mode="r", allow_pickle=False).shape == (12_345_678,)


def test_an_entry_is_filled_once_and_memory_mapped(tmp_path):
    for work in (fill, refuse):
        kept = cached(tmp_path / "new" / "cache", "a", work)
        assert isinstance(kept.x, np.memmap)
        np.testing.assert_array_equal(kept.x, ROWS)
        np.testing.assert_array_equal(kept.c, np.arange(5))
        assert kept.about == {"word": "kept"}
    assert [p.name for p in (tmp_path / "new" / "cache").iterdir()] == ["a"]


def test_another_key_is_another_entry(tmp_path):
    assert key(1, "ab", "c") != key(1, "a", "bc")
    cached(tmp_path, key(1), fill)
    with pytest.raises(AssertionError):
        cached(tmp_path, key(2), refuse)


@pytest.mark.parametrize("damage", ["x.npy cut", "c.npy gone", "about cut", "about odd", "empty"])
def test_a_damaged_entry_is_filled_again(tmp_path, damage):
    cached(tmp_path, "a", fill)
    home = tmp_path / "a"
    if damage == "x.npy cut":
        os.truncate(home / "x.npy", 140)
    elif damage == "c.npy gone":
        (home / "c.npy").unlink()
    elif damage == "about cut":
        (home / "about.json").write_text('{"about":')
    elif damage == "about odd":
        (home / "about.json").write_text(json.dumps([1]))
    else:
        for path in home.iterdir():
            path.unlink()
    np.testing.assert_array_equal(cached(tmp_path, "a", fill).x, ROWS)


def test_what_ends_filling_leaves_nothing(tmp_path):
    def cancelled(folder: Path) -> dict:
        with Rows(folder / "x.npy", (2, 3, 1)) as rows:
            rows.append(ROWS)
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        cached(tmp_path, "a", cancelled)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_in_words_and_leaves_nothing(tmp_path):
    def full(folder: Path) -> dict:
        (folder / "x.npy").write_bytes(b"some")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DataError, match="is full"):
        cached(tmp_path, "a", full)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_rows_on_a_full_disk_raise_and_do_not_kill(tmp_path):
    def full(folder: Path) -> dict:
        with Rows(Path("/dev/full"), (1 << 20,)) as rows:
            rows.append(np.zeros((1, 1 << 20), np.uint8))
        return {}

    with pytest.raises(DataError, match="is full"):
        cached(tmp_path, "a", full)


def test_too_little_room_is_told_before_the_work(tmp_path):
    need_room(tmp_path, 0)
    with pytest.raises(DataError, match=r"needs .* MB and .* has .* MB free; free some space, clear .*`gan-studio cache --clear`"):
        need_room(tmp_path, 1 << 60)


def test_a_file_in_the_way_of_the_cache_is_named(tmp_path):
    (tmp_path / "cache").write_text("")
    with pytest.raises(DataError, match="cache"):
        cached(tmp_path / "cache", "a", fill)


SLOW = """
import sys, time
from pathlib import Path
import numpy as np
from studio.gan.cache import Rows, cached
def fill(folder):
    with Rows(folder / "x.npy", (4,)) as x, Rows(folder / "c.npy", (), np.int64) as c:
        for i in range(50):
            x.append(np.full((1, 4), i, np.uint8)); c.append(np.array([i])); time.sleep(float(sys.argv[2]))
            print(i, flush=True)
    return {}
print(len(cached(Path(sys.argv[1]), "a", fill).x))
"""


def child(folder: Path, pause: float) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", SLOW, str(folder), str(pause)], stdout=subprocess.PIPE, text=True)


def test_a_kill_in_the_middle_leaves_no_entry_and_the_next_one_begins_anew(tmp_path):
    with child(tmp_path, 0.05) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert not (tmp_path / "a").exists()
    np.testing.assert_array_equal(cached(tmp_path, "a", fill).x, ROWS)
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_what_a_killed_process_left_is_swept_later(tmp_path):
    with child(tmp_path, 0.05) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    (left,) = tmp_path.glob(".a.*.part")
    cached(tmp_path, "b", fill)
    assert left.exists(), "its process may be started again"
    for path in (left, *left.iterdir()):
        os.utime(path, (time.time() - 7200,) * 2)
    cached(tmp_path, "c", fill)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b", "c"]


def test_of_two_processes_at_the_same_entry_one_fills_and_the_other_waits_and_tells(tmp_path):
    told = []

    def progress(done: int, total: int, what: str) -> None:
        told.append(what)

    with child(tmp_path, 0.01) as other:
        other.stdout.readline()  # it has begun
        kept = cached(tmp_path, "a", refuse, progress=progress)
        other.communicate()
    assert len(kept.x) == 50
    assert set(told) == {WAITING}
    assert other.returncode == 0
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_many_processes_at_the_same_entry_all_succeed(tmp_path):
    processes = [child(tmp_path, 0.002) for _ in range(4)]
    outputs = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0] * 4
    assert all(output[-1] == "50" for output in outputs)
    assert sum(len(output) > 1 for output in outputs) == 1, "one of them has filled"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_one_who_waits_takes_over_when_the_other_is_killed(tmp_path):
    with child(tmp_path, 0.05) as other:
        other.stdout.readline()

        def kill(done: int, total: int, what: str) -> None:
            other.kill()

        np.testing.assert_array_equal(cached(tmp_path, "a", fill, progress=kill).x, ROWS)


def test_one_who_waits_may_give_up(tmp_path):
    def cancel(done: int, total: int, what: str) -> None:
        raise Cancelled("stopped")

    with child(tmp_path, 0.01) as other:
        other.stdout.readline()
        with pytest.raises(Cancelled):
            cached(tmp_path, "a", refuse, progress=cancel)
        assert other.communicate()[0].split()[-1] == "50"


def test_work_ended_from_outside_is_found_again_where_it_says_so(tmp_path):
    def ended(folder: Path) -> dict:
        (folder / PARTIAL).write_text("half")
        raise KeyboardInterrupt

    def goes_on(folder: Path) -> dict:
        assert (folder / PARTIAL).read_text() == "half"
        return fill(folder)

    with pytest.raises(KeyboardInterrupt):
        cached(tmp_path, "a", ended)
    kept = cached(tmp_path, "a", goes_on)
    assert sorted(p.name for p in kept.home.iterdir()) == ["about.json", "c.npy", "used", "x.npy"]


def test_rows_go_on_after_those_that_are_there(tmp_path):
    with Rows(tmp_path / "x.npy", (2, 3, 1)) as rows:
        rows.append(ROWS[:4])
    with Rows(tmp_path / "x.npy", (2, 3, 1), count=3) as rows:
        rows.append(ROWS[3:])
    np.testing.assert_array_equal(np.load(tmp_path / "x.npy", allow_pickle=False), ROWS)
    with pytest.raises(ValueError, match="shorter"):
        Rows(tmp_path / "x.npy", (2, 3, 1), count=6)


def test_clearing_spares_what_is_in_use_and_takes_the_longest_unused_first(tmp_path):
    for age, name in enumerate(("new", "old", "older")):
        cached(tmp_path, name, fill)
        os.utime(tmp_path / name / "used", (time.time() - 100 * age,) * 2)
    size = sizes(tmp_path)[0]
    assert clear(tmp_path, 3 * size) == 0
    in_use = cached(tmp_path, "older", refuse)
    os.utime(tmp_path / "older" / "used", (time.time() - 200,) * 2)
    assert clear(tmp_path, 2 * size) == size
    assert sorted(p.name for p in tmp_path.iterdir()) == ["new", "older"]
    assert clear(tmp_path) == size
    np.testing.assert_array_equal(in_use.x, ROWS)
    del in_use
    clear(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_process_that_has_an_entry_open_keeps_it(tmp_path):
    cached(tmp_path, "a", fill)
    words = "import sys; from pathlib import Path; from studio.gan.cache import load; k = load(Path(sys.argv[1])); print(k is not None, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", words, str(tmp_path / "a")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout.readline() == "True\n"
        assert not discard(tmp_path / "a")
        reader.communicate("\n")
    assert discard(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_the_entries_of_a_place_come_the_latest_first(tmp_path):
    for age, name in enumerate(("new", "old")):
        cached(tmp_path, name, fill, place="here")
        os.utime(tmp_path / name / "used.here", (time.time() - 100 * age,) * 2)
    cached(tmp_path, "other", fill, place="there")
    assert [kept.home.name for kept in entries_of(tmp_path, "here")] == ["new", "old"]
    assert list(entries_of(tmp_path, "")) == []
