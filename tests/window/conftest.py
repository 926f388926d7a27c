"""A screen of one's own for each test, and the application on it in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of 1280×800 that nobody else uses."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"], pass_fds=(write,), stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=20)


@pytest.fixture
def session(home: Path, display: str) -> Callable[..., None]:
    """session(module, part): a person's script from its beginning to the closed window. Pictures go to GAN_STUDIO_PICTURES, where that is set."""
    return lambda module, part, patience=280.0: _act(module, part, home, display, patience)


def _act(module: str, part: str, home: Path, display: str, patience: float) -> None:
    pictures = os.environ.get("GAN_STUDIO_PICTURES")
    environment = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", f"tests.window.{module}", part, str(home), *([pictures] if pictures else [])],
        env={**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=patience,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
