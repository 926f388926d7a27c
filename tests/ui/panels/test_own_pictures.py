"""A first run on one's own pictures: the place is asked for quietly, names the run, and says what size and how many of them are trained on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from studio.presets import preset
from studio.ui.panels.dataset import DatasetPanel
from studio.ui.panels.hyperparameters import Hyperparameters
from studio.ui.session import Session
from studio.ui.widgets.larger_size import larger
from tests.ui.panels.setup import form_panel

SLOW = 90_000  # ms


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[DatasetPanel]:
    made = form_panel(qtbot, session, DatasetPanel)
    made.resize(320, 676)  # what it has in a window of 1280×800
    yield made
    made.show_run(None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """50 pictures of 128×128, of which 40 are trained on, and one that is no picture."""
    made = tmp_path / "red cats"
    made.mkdir()
    for k in range(50):
        Image.new("RGB", (128, 128), (5 * k, 0, 0)).save(made / f"{k:02d}.png")
    (made / "torn.png").write_bytes(b"no picture")
    return made


def place(panel: DatasetPanel, qtbot: QtBot, text: str) -> None:
    line = panel.form.row("dataset.path").editor.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def seen(panel: DatasetPanel, part: QWidget) -> QRect:
    """Where a part lies in what the panel shows of its column."""
    return QRect(part.mapTo(panel.scroller.viewport(), QPoint()), part.size())


def test_an_empty_place_is_a_quiet_hint_until_the_field_is_left(qtbot: QtBot, session: Session, panel: DatasetPanel):
    session.new_draft(preset("pictures").config)
    row = panel.form.row("dataset.path")
    assert (row.note.property("role"), bool(row.editor.line.property("fault"))) == ("muted", False)
    panel.activateWindow()
    row.editor.line.setFocus()
    qtbot.waitUntil(row.editor.line.hasFocus)
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: row.note.property("role") == "danger")
    assert row.editor.line.property("fault")
    session.new_draft(preset("pictures").config)
    assert row.note.property("role") == "muted", "another draft begins anew"


def test_an_empty_place_turns_red_when_train_was_pressed_in_vain(qtbot: QtBot, session: Session, panel: DatasetPanel):
    settings = form_panel(qtbot, session, Hyperparameters)
    session.new_draft(preset("pictures").config)
    assert settings.faults.text() == "Still to choose: Location"
    with qtbot.waitSignal(session.setup_requested):
        settings.faults.click()
    session.start_draft()
    row = panel.form.row("dataset.path")
    assert (row.note.property("role"), row.editor.line.property("fault")) == ("danger", True)
    assert settings.faults.text() == "1 thing to mend before this can train"


def test_only_one_way_to_choose_a_folder_is_offered_at_a_time(session: Session, panel: DatasetPanel, folder: Path):
    session.new_draft(preset("pictures").config)
    browse = panel.form.row("dataset.path").editor.browse
    assert (panel.drop.isVisible(), browse.isVisible()) == (True, False)
    panel.take(folder)
    assert (panel.drop.isVisible(), browse.isVisible()) == (False, True)


def test_a_typed_place_names_the_run_until_a_person_did(qtbot: QtBot, session: Session, panel: DatasetPanel, tmp_path: Path):
    session.new_draft(preset("pictures").config)
    (tmp_path / "v1.5 cats").mkdir()
    place(panel, qtbot, str(tmp_path / "v1.5 cats"))
    assert session.draft["name"] == "v1.5 cats"
    place(panel, qtbot, str(tmp_path / "dogs.zip"))
    assert session.draft["name"] == "dogs"
    session.set_draft({**session.draft, "name": "mine"})
    place(panel, qtbot, str(tmp_path / "birds"))
    assert session.draft["name"] == "mine"
    panel.take(tmp_path / "v1.5 cats")
    assert session.draft["name"] == "mine"


def test_a_branch_keeps_its_name_when_its_pictures_are_others(session: Session, panel: DatasetPanel, folder: Path, tmp_path: Path):
    source = {"kind": "folder", "path": str(tmp_path)}
    session.new_draft({**preset("pictures").config, "name": "cats branch", "dataset": source}, source=(tmp_path, 1))
    panel.take(folder)
    assert session.draft["name"] == "cats branch"


def test_the_size_and_why_stand_above_the_pictures_and_automatic_says_what_it_comes_to(qtbot: QtBot, session: Session, panel: DatasetPanel, folder: Path):
    panel.take(folder)
    height = panel.form.row("dataset.height").editor.line
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    assert "128×128 is the commonest size" in panel.first_note.text()
    assert "torn.png" in panel.notes.text()
    qtbot.waitUntil(lambda: panel.scroller.viewport().rect().contains(seen(panel, panel.first_note)))
    assert (height.text(), height.placeholderText(), height.value()) == ("", "automatic: 64", 0)


def test_a_larger_size_is_one_press_away_where_the_pictures_have_it(qtbot: QtBot, session: Session, panel: DatasetPanel, folder: Path):
    panel.take(folder)
    qtbot.waitUntil(panel.larger.isVisible, timeout=SLOW)
    assert panel.larger.button.text() == "Train at 128×128"
    assert "the middle of your pictures is 128×128" in panel.larger.words.text()
    assert "about 4 times as long" in panel.larger.words.text()
    qtbot.mouseClick(panel.larger.button, Qt.MouseButton.LeftButton)
    assert (session.draft["dataset"]["width"], session.draft["dataset"]["height"]) == (128, 128)
    qtbot.waitUntil(lambda: session.draft_shape == (3, 128, 128), timeout=SLOW)
    assert not panel.larger.isVisible()
    assert session.draft_problems == ()


@pytest.mark.parametrize(
    ("now", "usual", "offered"),
    [
        ((64, 64), (4000, 3000), (128, 128)),
        ((64, 48), (640, 480), (128, 96)),
        ((64, 64), (100, 100), (96, 96)),
        ((64, 64), (72, 72), None),
        ((32, 32), (32, 32), None),
        ((64, 64), (640, 60), None),
        ((2048, 2048), (9000, 9000), None),
    ],
)
def test_no_more_is_offered_than_the_pictures_and_the_engine_have(now: tuple[int, int], usual: tuple[int, int], offered: tuple[int, int] | None):
    assert larger(now, usual) == offered


def test_below_the_length_stands_how_often_each_picture_is_seen(qtbot: QtBot, session: Session, panel: DatasetPanel, folder: Path):
    settings = form_panel(qtbot, session, Hyperparameters)
    session.draft_preset(preset("pictures"))
    session.set_draft({**session.draft, "training": {"kimg": 300.0, "batch": 32}})
    told = settings.form.row("training.kimg").about
    assert told.text() == "300,000 pictures are shown in all. The time left shows once it trains."
    panel.take(folder)
    qtbot.waitUntil(lambda: "40 to train on" in told.text(), timeout=SLOW)
    assert told.text().startswith("300,000 pictures are shown in all: each of the 40 to train on about 7,500 times.")
    session.draft_preset(preset("ring"))
    assert "pictures" not in told.text() or "each" not in told.text()


def test_the_report_of_a_check_comes_into_view(qtbot: QtBot, panel: DatasetPanel, folder: Path):
    panel.take(folder)
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    panel.scroller.verticalScrollBar().setValue(0)
    panel.scan()
    qtbot.waitUntil(panel.report.isVisible, timeout=SLOW)
    qtbot.waitUntil(lambda: panel.scroller.viewport().rect().contains(seen(panel, panel.report.facts)))
    assert seen(panel, panel.report.broken.heading).intersects(panel.scroller.viewport().rect())


def test_the_dialog_begins_where_pictures_were_chosen_last(
    qtbot: QtBot, panel: DatasetPanel, session: Session, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, start: str) -> str:
        asked.append(start)
        return str(folder)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    session.new_draft(preset("pictures").config)
    panel.drop.folder.click()
    assert session.draft["dataset"]["path"] == str(folder)
    session.new_draft(preset("pictures").config)
    panel.drop.folder.click()
    for file in folder.iterdir():
        file.unlink()
    folder.rename(tmp_path / "elsewhere")
    session.new_draft(preset("digits").config)
    panel.other_drop.folder.click()
    assert asked[0] != ""
    assert asked[1:] == [str(folder), str(tmp_path)], "a folder that is gone leads to the one above it"
