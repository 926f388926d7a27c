"""The machine is kept awake as long as asked, and not a moment longer than the process lives. The system's own tool is stood in for by a script."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.awake import awake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="each system has its own tool")


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemd-inhibit that writes down how it was called and by which id it runs, and then runs its command as the real one does."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "systemd-inhibit"
    lines = ("#!/bin/sh", 'echo "$@" > {0}/asked', "echo $$ > {0}/id.part", "mv {0}/id.part {0}/id", "for last; do :; done", '"$last"', "")
    script.write_text("\n".join(lines).format(tmp_path))
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return tmp_path


def wait(so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not so():
        assert time.monotonic() < end
        time.sleep(0.01)


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_machine_is_kept_awake_inside_and_may_sleep_afterwards(tool: Path):
    with awake("Training 0001-digits"):
        wait((tool / "id").exists)
        helper = int((tool / "id").read_text())
        assert lives(helper)
        asked = (tool / "asked").read_text()
    assert "--what=idle:sleep" in asked
    assert "--mode=block" in asked
    assert "Training 0001-digits" in asked
    assert not lives(helper)


def test_a_process_that_is_killed_leaves_nothing_that_keeps_the_machine_awake(tool: Path):
    code = "import time; from studio.awake import Awake; held = Awake(); held.begin('x'); time.sleep(600)"
    process = subprocess.Popen([sys.executable, "-c", code])
    wait((tool / "id").exists)
    helper = int((tool / "id").read_text())
    assert lives(helper)
    process.send_signal(signal.SIGKILL)
    process.wait()
    wait(lambda: not lives(helper))


def test_nothing_is_asked_for_that_is_not_wanted(tool: Path):
    with awake("Training", wanted=False):
        time.sleep(0.1)
    assert not (tool / "asked").exists()


def test_a_system_without_a_way_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    monkeypatch.setenv("PATH", str(tmp_path))
    with awake("Training"):
        pass
    assert capfd.readouterr() == ("", "")


def test_a_tool_that_refuses_does_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    script = tmp_path / "systemd-inhibit"
    script.write_text("#!/bin/sh\necho 'Failed to inhibit: no bus' >&2\nexit 1\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with awake("Training"):
        time.sleep(0.2)
    assert capfd.readouterr() == ("", "")
