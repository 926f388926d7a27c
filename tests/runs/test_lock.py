import json
import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from studio.errors import RunError
from studio.runs.lock import RunLock, holder
from tests.runs.making import python

HOLD = """
import sys, time
from pathlib import Path
from studio.runs.lock import RunLock
lock = RunLock.acquire(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""

COUNT = """
import sys, time
from pathlib import Path
from studio.errors import RunError
from studio.runs.lock import RunLock
path, counter = Path(sys.argv[1]), Path(sys.argv[2])
done = 0
while done < int(sys.argv[3]):
    try:
        with RunLock.acquire(path):
            number = int(counter.read_text())
            time.sleep(0.002)
            counter.write_text(str(number + 1))
        done += 1
        time.sleep(0.001)
    except RunError:
        pass
"""


def test_the_second_is_refused_by_name_until_the_first_releases(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with python(HOLD, path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(RunError, match=f"process {other.pid} on "):
            RunLock.acquire(path)
        found = holder(path)
        assert found is not None
        assert found.pid == other.pid
        assert found.heartbeat > 1e9
        other.communicate("\n")
    assert holder(path) is None
    RunLock.acquire(path).release()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_a_killed_process_leaves_the_run_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with python(HOLD, path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert holder(path) is None
    with RunLock.acquire(path):
        found = holder(path)
        assert found is not None
        assert found.pid == os.getpid()


def test_two_processes_never_hold_it_together(tmp_path: Path) -> None:
    counter = tmp_path / "counter"
    counter.write_text("0")
    others = [python(COUNT, tmp_path / "lock", counter, 60) for _ in range(2)]
    for other in others:
        other.communicate(timeout=60)
        assert other.returncode == 0
    assert counter.read_text() == "120"


def test_the_same_process_cannot_take_it_twice(tmp_path: Path) -> None:
    with RunLock.acquire(tmp_path / "lock"), pytest.raises(RunError, match=str(os.getpid())):
        RunLock.acquire(tmp_path / "lock")


def test_asking_for_the_holder_never_keeps_anyone_out(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    over = threading.Event()

    def ask() -> None:
        while not over.is_set():
            holder(path)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(100):
            RunLock.acquire(path).release()
    finally:
        over.set()
        for thread in threads:
            thread.join()


def test_nobody_holds_a_lock_that_was_never_made(tmp_path: Path) -> None:
    assert holder(tmp_path / "lock") is None
    assert not (tmp_path / "lock").exists()


def test_the_heartbeat_moves_and_the_file_stays_readable(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with RunLock.acquire(path) as lock:
        first = json.loads(path.read_text())
        lock.beat()
        second = json.loads(path.read_text())
        assert second["heartbeat"] >= first["heartbeat"]
        assert second["pid"] == os.getpid()
    assert path.read_text() == ""


def test_a_lock_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="nowhere"):
        RunLock.acquire(tmp_path / "nowhere" / "lock")
