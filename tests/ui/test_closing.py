"""Leaving the window while a run trains, and while none does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from studio.runs.checkpoints import CheckpointStore
from studio.ui import settings
from studio.ui.main_window import MainWindow
from studio.ui.session import Session
from tests.ui.handing import PATIENCE_MS, broken_interpreter, end_processes, pid_of
from tests.ui.pressing import Until, answer

posix = pytest.mark.skipif(os.name == "nt", reason="signals and scripts of POSIX")


def test_closing_without_a_run_just_closes(window: MainWindow):
    assert window.close()


def test_closing_during_a_run_can_be_called_off(trained: MainWindow, until: Until):
    answer("Cancel")
    assert not trained.close()
    until(lambda: trained.leaving.box is None)
    assert trained.isVisible()
    assert trained.session.state() == "running"
    assert settings.leave_of(trained.session.settings) == "ask"


def test_save_and_quit_saves_then_closes(trained: MainWindow, until: Until):
    folder = trained.session.view.folder
    answer("Save and quit")
    assert not trained.close()
    until(lambda: trained.leaving.closing is not None)
    assert trained.leaving.closing.veil.isVisible()
    until(lambda: not trained.isVisible())
    assert trained.session.torch.training is None
    newest, skipped = CheckpointStore(folder).newest_sound()
    assert newest.about["why"] == "stop"
    assert skipped == ()


def test_a_run_that_has_only_begun_is_ended_too(window: MainWindow, small: dict[str, Any], until: Until):
    window.session.torch.training_changed.connect(lambda training: window.save_and_quit() if training is not None else None)
    window.session.start(small)
    until(lambda: not window.isVisible())
    assert window.session.torch.training is None


def test_a_second_request_to_quit_gives_up_on_saving(trained: MainWindow, until: Until):
    trained.save_and_quit()
    trained.save_and_quit()
    until(lambda: not trained.isVisible())
    assert trained.session.torch.training is None


def test_the_question_is_answered_by_keys_and_asked_once(trained: MainWindow, qtbot: QtBot, until: Until):
    trained.close()
    box = trained.leaving.box
    assert {b.text() for b in box.buttons()} == {"&Keep training in the background", "&Save and quit", "Cancel"}
    assert (box.defaultButton().text(), box.escapeButton().text()) == ("&Save and quit", "Cancel")
    assert not trained.close()  # asked again while the question is open
    assert trained.leaving.box is box
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]) == 1
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    until(lambda: trained.leaving.box is None)
    assert trained.isVisible()
    assert trained.session.state() == "running"


def test_a_signal_while_the_question_is_open_saves_without_an_answer(trained: MainWindow, until: Until):
    trained.close()
    trained.save_and_quit()  # what SIGTERM comes to
    assert trained.leaving.box is None
    until(lambda: not trained.isVisible())
    assert trained.session.torch.training is None


def test_a_remembered_answer_is_not_asked_for_again(trained: MainWindow, until: Until):
    trained.close()
    box = trained.leaving.box
    box.checkBox().setChecked(True)
    box.defaultButton().click()
    until(lambda: not trained.isVisible())
    assert settings.leave_of(trained.session.settings) == "save"
    trained.leaving.closing = None  # another window, another day
    trained.show()
    trained.session.resume_run()
    until(lambda: trained.session.state() == "running")
    assert not trained.close()
    assert trained.leaving.box is None
    until(lambda: not trained.isVisible())
    assert trained.session.torch.training is None


def test_the_end_of_the_desktop_session_saves_and_asks_nothing(trained: MainWindow):
    folder = trained.session.view.folder
    trained.session.settings.setValue(settings.CLOSING, "keep")
    trained.leaving.end_session()  # returns when the desktop may go on
    assert trained.session.torch.training is None
    assert trained.leaving.box is None
    assert CheckpointStore(folder).newest_sound()[0].about["why"] == "stop"


def test_a_window_without_a_run_holds_nobody_up(window: MainWindow):
    window.leaving.end_session()
    assert window.isVisible()


@posix
def test_a_run_is_kept_training_in_the_background_and_the_window_closes(trained: MainWindow, home: Path, qtbot: QtBot):
    path = trained.session.view.folder.path
    answer("Keep training in the background")
    trained.close()
    qtbot.waitUntil(lambda: trained.leaving.veil is not None)
    assert not trained.close()  # pressed again: it is on its way
    assert trained.isVisible()
    assert trained.leaving.box is None
    qtbot.waitUntil(lambda: not trained.isVisible(), timeout=PATIENCE_MS)
    assert trained.session.torch.training is None
    assert pid_of(path) not in (0, os.getpid())
    end_processes(home)


@posix
def test_a_window_stays_and_tells_why_when_its_run_cannot_be_kept_training(
    trained: MainWindow, tmp_path: Path, qtbot: QtBot, until: Until, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "executable", broken_interpreter(tmp_path))
    trained.session.settings.setValue(settings.CLOSING, "keep")
    assert not trained.close()
    assert trained.leaving.veil is not None
    until(lambda: trained.leaving.veil is None)
    assert trained.isVisible()
    assert any("No module named studio" in card.notice.text for card in trained.notices.cards())
    until(lambda: trained.session.state() == "stopped")


@posix
def test_a_person_may_stay_while_the_run_is_handed_over(trained: MainWindow, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", broken_interpreter(tmp_path))
    trained.session.settings.setValue(settings.CLOSING, "keep")
    trained.close()
    stay = next(b for b in trained.leaving.veil.findChildren(QPushButton) if b.text() == "Stay in the window")
    stay.click()
    assert trained.leaving.veil is None
    assert trained.background.is_busy()
    until(lambda: not trained.background.is_busy())
    assert trained.isVisible()


def test_the_settings_say_what_closing_does_and_whether_the_machine_stays_awake(session: Session, qtbot: QtBot):
    assert (settings.leave_of(session.settings), settings.keeps_awake(session.settings)) == ("ask", True)
    dialog = settings.SettingsDialog(session)
    qtbot.addWidget(dialog)
    assert [dialog.leave.itemText(n) for n in range(dialog.leave.count())] == ["Ask", "Save the run and quit", "Keep training in the background"]
    dialog.leave.setCurrentIndex(2)
    dialog.awake.setChecked(False)
    dialog.accept()
    session.settings.sync()
    kept = QSettings(session.settings.fileName(), QSettings.Format.IniFormat)  # as the next start reads it
    assert (settings.leave_of(kept), settings.keeps_awake(kept)) == ("keep", False)


def test_enter_keeps_the_settings_and_save_is_the_primary_button(session: Session, qtbot: QtBot):
    dialog = settings.SettingsDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.save.isDefault()
    assert dialog.save.property("primary")
    dialog.scheme.setCurrentIndex(dialog.scheme.findData("dark"))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.home, Qt.Key.Key_Return)
    assert settings.scheme_of(session.settings) == "dark"


@posix
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
