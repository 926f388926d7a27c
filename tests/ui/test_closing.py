"""Leaving the window while a run trains, and while none does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studio.runs.checkpoints import CheckpointStore
from studio.ui.main_window import MainWindow
from tests.ui.pressing import Until, answer


def test_closing_without_a_run_just_closes(window: MainWindow):
    assert window.close()


def test_closing_during_a_run_can_be_called_off(trained: MainWindow):
    answer("Cancel")
    assert not trained.close()
    assert trained.isVisible()
    assert trained.session.state() == "running"


def test_save_and_quit_saves_then_closes(trained: MainWindow, until: Until):
    folder = trained.session.view.folder
    answer("Save and quit")
    assert not trained.close()
    assert trained.closing.veil.isVisible()
    until(lambda: not trained.isVisible())
    assert trained.session.torch.training is None
    newest, skipped = CheckpointStore(folder).newest_sound()
    assert newest.about["why"] == "stop"
    assert skipped == ()


def test_a_second_request_to_quit_gives_up_on_saving(trained: MainWindow, until: Until):
    trained.save_and_quit()
    trained.save_and_quit()
    until(lambda: not trained.isVisible())
    assert trained.session.torch.training is None


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_sigterm_saves_the_run_and_ends_the_process(home: Path, tmp_path: Path):
    code = "import sys; from pathlib import Path; from studio.ui.app import run; sys.exit(run(None, demo=True, home=Path(sys.argv[1])))"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    process = subprocess.Popen([sys.executable, "-c", code, str(home)], env=environment, stderr=subprocess.PIPE, text=True)
    journal = home / "runs" / "0001-digits" / "journal.jsonl"
    end = time.monotonic() + 90
    while time.monotonic() < end and not (journal.exists() and journal.read_text().count('"kind":"tick"') > 3):
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    lines = journal.read_text()
    assert '"why":"stop"' in lines
    assert '"kind":"ended","why":"stopped"' in lines.replace(" ", "") or '"why":"stopped"' in lines
