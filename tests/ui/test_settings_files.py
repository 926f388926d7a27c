"""Settings as templates, files and command lines: what a person saves is what they get back, and what cannot be is said by its name."""

import copy
import json
import shlex
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.command_line import configure
from studio.gan.config import RunConfig
from studio.presets import preset
from studio.templates import own_templates, read_settings
from studio.terminal.typed import options_named
from studio.ui import settings_files
from studio.ui.form import completed
from studio.ui.main_window import MainWindow
from studio.ui.session import Notice, Session
from studio.ui.template_dialog import TemplateDialog
from tests.ui.panels.setup import know_kinds
from tests.ui.pressing import Until


@pytest.fixture
def drafted(qtbot: QtBot, session: Session) -> Session:
    know_kinds(qtbot, session)
    session.draft_preset(preset("ring"))
    draft = completed(session.catalogue, copy.deepcopy(session.draft))
    draft["training"]["batch"] = 96
    session.set_draft(draft)
    return session


def dialog() -> TemplateDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, TemplateDialog) and w.isVisible())


def test_settings_kept_as_a_template_are_proposed_again(qtbot: QtBot, window: MainWindow, until: Until):
    session = window.session
    session.draft_preset(preset("digits"))
    until(lambda: session.catalogue is not None)
    draft = copy.deepcopy(settings_files.shown_settings(session))
    draft["training"]["batch"] = 96
    session.set_draft(draft)
    window.actions_table["save_template"].trigger()
    asked = dialog()
    asked.title.setText("Quick digits")
    assert "--preset quick-digits" in asked.told.text()
    asked.summary.setText("For a first look.")
    asked.save.click()
    [kept] = own_templates(session.home)[0]
    assert (kept.title, kept.summary, kept.config) == ("Quick digits", "For a first look.", draft)
    assert kept.picture is not None
    assert kept.picture.read_bytes() == preset("digits").picture.read_bytes()

    menu = window.toolbar.template_menu
    menu.aboutToShow.emit()
    [action] = [a for a in menu.actions() if a.text() == "Quick digits"]
    session.set_draft(None)
    action.trigger()
    assert session.draft == draft
    assert session.draft_problems == ()

    window.go_home()
    [card] = window.welcome.own.cards
    assert card.isVisible()
    assert card.accessibleName() == "Template: Quick digits"


def test_a_template_without_a_title_is_not_kept_and_a_place_that_cannot_be_written_is_told(qtbot: QtBot, drafted: Session, tmp_path: Path, window: MainWindow):
    settings_files.save_template(drafted, window)
    asked = dialog()
    asked.title.setText("  ")
    assert not asked.save.isEnabled()
    (tmp_path / "a file").write_text("")
    drafted.home = tmp_path / "a file"
    asked.title.setText("Mine")
    asked.save.click()
    assert asked.isVisible()
    assert "cannot be kept" in asked.told.text()
    asked.reject()


def test_an_own_template_is_renamed_and_thrown_away_from_its_card(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(window.session.home))
    settings_files_save(window.session, "First")
    window.go_home()
    [card] = window.welcome.own.cards
    card.rename_action.trigger()
    dialog().title.setText("Second")
    dialog().save.click()
    [card] = window.welcome.own.cards
    assert card.accessibleName() == "Template: Second"
    assert [p.name for p in own_templates(window.session.home)[0]] == ["first"]
    card.bin_action.trigger()
    assert window.welcome.own.cards == []
    assert not window.welcome.own.isVisible()
    assert own_templates(window.session.home) == ([], [])


def settings_files_save(session: Session, title: str) -> Path:
    from studio.templates import save_template

    return save_template(session.home, title, "", preset("ring").config)


def test_a_file_that_is_no_template_is_named_on_the_welcome_page(window: MainWindow):
    path = settings_files_save(window.session, "Torn")
    path.write_text('{"title": ')
    window.go_home()
    assert window.welcome.own.isVisible()
    assert "torn.json is no JSON file" in window.welcome.own.told.text()


def test_exported_settings_are_imported_as_they_were(drafted: Session, notices: list[Notice], tmp_path: Path):
    settings = settings_files.shown_settings(drafted)
    settings_files.write_to(drafted, tmp_path / "mine", settings)
    assert read_settings(tmp_path / "mine.json") == settings
    drafted.draft_preset(preset("digits"))
    settings_files.take_settings(drafted, tmp_path / "mine.json")
    assert settings_files.shown_settings(drafted) == settings
    assert notices[-1].level == "ok"
    notices[-1].action()
    assert drafted.draft == preset("digits").settings(gpu=drafted.torch.has_gpu)
    assert drafted.draft_origin == preset("digits")


def test_what_an_imported_file_has_wrong_is_told_by_field_and_nothing_else_is_lost(drafted: Session, notices: list[Notice], tmp_path: Path):
    settings = settings_files.shown_settings(drafted)
    settings["training"]["batch"] = -3
    settings["optimizer"]["lr"] = "fast"
    settings["network"]["depht"] = 4
    settings["colour"] = "red"
    (tmp_path / "odd.json").write_text(json.dumps({"config": settings}))
    settings_files.take_settings(drafted, tmp_path / "odd.json")
    told = notices[-1]
    assert told.level == "warning"
    assert "2 things that are unknown" in told.text
    assert "network.depht" in told.text
    assert "colour" in told.text
    faults = dict(drafted.draft_problems)
    assert faults.keys() == {"training.batch", "optimizer.lr"}
    assert "at least 1" in faults["training.batch"]
    assert drafted.draft["training"]["batch"] == -3  # to be mended by who wrote it
    assert drafted.draft["training"]["kimg"] == settings["training"]["kimg"]


@pytest.mark.parametrize(
    ("text", "reason"), [("{", "torn at line 1"), ('{"a": 1}', "holds no settings"), ('{"format": 9, "network": "mlp"}', "update GAN Studio")]
)
def test_a_file_without_settings_leaves_the_draft_alone(drafted: Session, notices: list[Notice], tmp_path: Path, text: str, reason: str):
    before = copy.deepcopy(drafted.draft)
    (tmp_path / "x.json").write_text(text)
    settings_files.take_settings(drafted, tmp_path / "x.json")
    assert drafted.draft == before
    assert notices[-1].level == "error"
    assert reason in notices[-1].text


def test_the_copied_command_line_trains_the_very_settings(qtbot: QtBot, drafted: Session, notices: list[Notice]):
    settings_files.copy_command(drafted)
    qtbot.waitUntil(lambda: bool(notices), timeout=20000)
    line = QGuiApplication.clipboard().text()
    assert line == "gan-studio train --preset ring --set training.batch=96"
    words = shlex.split(line)
    assert configure(words[3], changes=options_named(words[5::2])) == RunConfig.read(drafted.draft)


def test_faults_are_told_instead_of_a_command_line(drafted: Session, notices: list[Notice]):
    drafted.set_draft({**drafted.draft, "training": {"batch": 0}})
    settings_files.copy_command(drafted)
    assert "training.batch" in notices[-1].text
