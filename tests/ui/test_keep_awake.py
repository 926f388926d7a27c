"""The window keeps the machine awake while a run trains in it, and only as long as the settings want it."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from studio.ui import settings
from studio.ui.keep_awake import KeepAwake
from studio.ui.session import Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="each system has its own tool")


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the system's tool was called with, and that it ended, a line each; a script stands in for it."""
    said = tmp_path / "said"
    tool = tmp_path / "systemd-inhibit"
    tool.write_text(f'#!/bin/sh\necho "$4" >> {said}\ncat\necho ended >> {said}\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return said


def test_the_machine_is_awake_while_a_run_trains_here_and_the_settings_want_it(calls: Path, tmp_path: Path, theme: Theme, qapp: QApplication):
    session = Session(tmp_path, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), TorchThread(), theme)
    keep = KeepAwake(session)

    def train(path: Path | None) -> None:
        session.torch.training = path
        session.torch.training_changed.emit(path)

    train(tmp_path / "0007-made")
    session.training_changed.emit()  # told of other things meanwhile
    train(None)
    assert calls.read_text().splitlines() == ["--why=Training 0007-made", "ended"]
    session.settings.setValue(settings.AWAKE, False)
    train(tmp_path / "0008-made")
    assert len(calls.read_text().splitlines()) == 2
    session.settings.setValue(settings.AWAKE, True)
    keep.refresh()  # the dialog was closed
    session.settings.setValue(settings.AWAKE, False)
    keep.refresh()
    assert calls.read_text().splitlines()[2:] == ["--why=Training 0008-made", "ended"]
    train(None)
