"""The hyperparameters: a draft is edited and checked as one types, a live field steers the run that is trained."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.gan import config
from studio.messages import COMMAND, Applied, Ended, PauseBegan, Refused, SetOption
from studio.presets import preset
from studio.ui.panels.hyperparameters import SECTIONS, Hyperparameters
from studio.ui.session import Session
from tests.ui.panels.setup import TrainedRun, form_panel


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Hyperparameters:
    return form_panel(qtbot, session, Hyperparameters)


def typed(qtbot: QtBot, panel: Hyperparameters, path: str, text: str) -> QWidget:
    line = panel.form.reveal(path).editor.parts()[0]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    return line


def draft(session: Session, name: str = "ring") -> None:
    session.new_draft(preset(name).config)


def commands(run: TrainedRun) -> list[SetOption]:
    return [COMMAND.validate_json(path.read_bytes()) for path in sorted(run.folder.commands.glob("*.json"))]


def test_without_settings_it_says_how_to_get_some(panel: Hyperparameters):
    assert panel.stack.currentIndex() == 1
    assert any("Choose a template" in label.text() for label in panel.stack.currentWidget().findChildren(QLabel))


def test_typing_edits_the_draft_at_once(qtbot: QtBot, session: Session, panel: Hyperparameters):
    draft(session)
    line = typed(qtbot, panel, "training.batch", "96")
    assert session.draft["training"]["batch"] == 96
    assert session.draft["optimizer"]["lr"] == preset("ring").config["optimizer"]["lr"] | {"kimg": None}
    assert line.text() == "96"
    assert session.draft_problems == ()
    assert not panel.faults.isVisible()


def test_a_bad_number_shows_its_message_and_blocks_training(qtbot: QtBot, session: Session, panel: Hyperparameters, tmp_path: Path):
    draft(session)
    line = typed(qtbot, panel, "training.batch", "-3")
    row = panel.form.row("training.batch")
    assert row.note.isVisible()
    assert row.note.text() == "must be at least 1, at most 65,536; got -3"
    assert line.property("fault") is True
    assert panel.faults.isVisible()
    assert panel.faults.text() == "1 thing to mend before this can train"
    with qtbot.waitSignal(session.notice) as told:
        session.start_draft()
    assert told.args[0].text == "Batch size: must be at least 1, at most 65,536; got -3"
    assert not list(tmp_path.glob("runs/*"))
    with qtbot.waitSignal(session.notice_over) as over:
        typed(qtbot, panel, "training.batch", "3")
    assert over.args[0] is told.args[0], "what is mended is not told any more"
    assert not row.note.isVisible()
    assert not panel.faults.isVisible()


def test_the_summary_leads_to_the_first_fault_even_where_it_is_folded(qtbot: QtBot, session: Session, panel: Hyperparameters):
    draft(session)
    settings = json.loads(json.dumps(panel.form.shown()))
    settings["saving"]["grid"] = 0
    settings["precision"]["dtype"] = "fp8"
    session.set_draft(settings)
    assert panel.faults.text() == "2 things to mend before this can train"
    grid = panel.form.row("saving.grid")
    assert not grid.isVisible()
    settings["precision"]["dtype"] = "fp32"
    session.set_draft(settings)
    qtbot.mouseClick(panel.faults, Qt.MouseButton.LeftButton)
    assert grid.isVisible()
    panel.activateWindow()
    qtbot.waitUntil(grid.editor.line.hasFocus)


def test_a_fault_between_two_choices_is_shown_too(session: Session, panel: Hyperparameters):
    draft(session)
    settings = panel.form.shown()
    settings["network"] = {"kind": "dcgan", "norm": "batch"}
    settings["objective"]["penalty"] = "wgan_gp"
    session.set_draft(settings)
    assert panel.faults.isVisible()
    assert "batch statistics" in panel.form.row("objective.penalty").note.text()


def test_another_kind_shows_its_own_options(session: Session, panel: Hyperparameters):
    draft(session)
    group = panel.form.groups["objective"]
    group.box.setCurrentIndex(group.box.findData("hinge"))
    group.box.activated.emit(group.box.currentIndex())
    assert session.draft["objective"]["kind"] == "hinge"
    assert session.draft["objective"]["gamma"]["end"] == preset("ring").config["objective"]["gamma"]["end"]  # was changed by the template: kept
    assert set(group.rows) == {o.name for o in session.catalogue.groups["objective"].kind("hinge").options}


def test_the_name_of_the_run_is_part_of_the_draft(qtbot: QtBot, session: Session, panel: Hyperparameters):
    draft(session)
    assert panel.name.text() == "ring"
    panel.name.selectAll()
    qtbot.keyClicks(panel.name, "My ring")
    assert session.draft["name"] == "My ring"


def test_a_search_shows_only_what_matches(qtbot: QtBot, session: Session, panel: Hyperparameters):
    draft(session)
    qtbot.keyClicks(panel.search_line, "learning rate")
    shown = {path for group in panel.form.groups.values() for path, row in ((r.path, r) for r in group.rows.values()) if row.isVisible()}
    assert "optimizer.lr" in shown
    assert "training.batch" not in shown
    panel.search_line.setText("nothing is called this")
    assert panel.nothing.isVisible()
    panel.search_line.clear()
    assert panel.form.row("training.batch").isVisible()


def test_nothing_is_cut_off_at_300_pixels(qtbot: QtBot, session: Session, panel: Hyperparameters):
    draft(session)
    for group in panel.form.groups.values():
        group.fold.open()
        if group.more is not None:
            group.more.open()
    qtbot.wait(50)  # the layout settles
    inner = panel.scroller.widget()
    assert inner.minimumSizeHint().width() <= panel.scroller.viewport().width()
    for group in panel.form.groups.values():
        for row in group.rows.values():
            assert row.mapTo(inner, row.rect().topRight()).x() <= panel.scroller.viewport().width()
            assert row.caption.height() >= row.caption.heightForWidth(row.caption.width())


def test_a_live_edit_is_a_command_in_the_runs_folder_and_shows_what_was_applied(
    qtbot: QtBot,
    session: Session,
    panel: Hyperparameters,
    run: TrainedRun,
):
    run.show(session)
    row = panel.form.row("optimizer.lr_ratio")
    line = typed(qtbot, panel, "optimizer.lr_ratio", "2.5")
    assert commands(run) == []  # nothing is sent while one types
    qtbot.keyClick(line, Qt.Key.Key_Return)
    [asked] = commands(run)
    assert (asked.path, asked.value) == ("optimizer.lr_ratio", 2.5)
    assert row.note.text() == "applying…"
    options = json.loads(json.dumps(run.options))
    options["optimizer"]["lr_ratio"] = 2.5
    run.news(session, Applied(id=asked.id, command=asked.model_dump(), options=options))
    assert row.note.text() == "applied"
    assert row.value() == 2.5
    assert row.reset.isVisible()  # differs from the run's first


def test_a_refused_edit_goes_back_with_the_reason(qtbot: QtBot, session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    line = typed(qtbot, panel, "optimizer.lr", "0.5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    [asked] = commands(run)
    assert asked.value["start"] == 0.5
    run.news(session, Refused(id=asked.id, command=asked.model_dump(), reason="the run is being saved"))
    row = panel.form.row("optimizer.lr")
    assert row.note.text() == "the run is being saved"
    assert row.value()["start"] == run.options["optimizer"]["lr"]["start"]


def test_a_bad_live_number_is_not_sent(qtbot: QtBot, session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    line = typed(qtbot, panel, "optimizer.lr_ratio", "-1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert commands(run) == []
    assert "above 0" in panel.form.row("optimizer.lr_ratio").note.text()


def test_leaving_a_live_field_sends_it_and_an_untouched_one_sends_nothing(qtbot: QtBot, session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    first = typed(qtbot, panel, "optimizer.lr_ratio", "3")
    qtbot.waitUntil(first.hasFocus)
    panel.form.reveal("optimizer.beta1")
    qtbot.waitUntil(lambda: len(commands(run)) == 1)
    panel.form.reveal("training.kimg")
    qtbot.wait(30)
    assert [c.path for c in commands(run)] == ["optimizer.lr_ratio"]


def test_what_is_in_force_already_is_not_sent(qtbot: QtBot, session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    before = panel.form.row("optimizer.lr_ratio").value()
    line = typed(qtbot, panel, "optimizer.lr_ratio", "9")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, f"{before:g}")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert commands(run) == []
    line = typed(qtbot, panel, "optimizer.lr_ratio", "2.5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line = typed(qtbot, panel, "optimizer.lr_ratio", f"{before:g}")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [asked.value for asked in commands(run)] == [2.5, before]  # the first is on its way: the second takes it back


def test_what_is_being_typed_survives_news_about_other_options(qtbot: QtBot, session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    line = typed(qtbot, panel, "training.kimg", "77")
    options = json.loads(json.dumps(run.options))
    options["saving"]["keep"] = 30
    run.news(session, Applied(id="someone", command={}, options=options), PauseBegan())
    assert line.text() == "77"
    assert panel.form.row("saving.keep").value() == 30


@pytest.mark.parametrize(("choice", "kind"), [("objective", "hinge"), ("augment", "diffaugment")])
def test_the_whole_loss_or_augmentation_can_be_changed_while_training(session: Session, panel: Hyperparameters, run: TrainedRun, choice: str, kind: str):
    run.show(session)
    group = panel.form.groups[choice]
    group.box.setCurrentIndex(group.box.findData(kind))
    group.box.activated.emit(group.box.currentIndex())
    [asked] = commands(run)
    assert asked.path == choice
    assert asked.value["kind"] == kind
    assert not panel.form.groups["network"].box.isEnabled()


def test_fixed_fields_cannot_be_edited_and_say_why(session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    for group in panel.form.groups.values():
        for row in group.rows.values():
            assert row.editor.isEnabled() == row.option.live
    assert "branch a checkpoint" in panel.form.row("training.batch").caption.toolTip()


def test_a_run_that_nobody_trains_cannot_be_steered_but_copied(qtbot: QtBot, session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    run.let_go()
    run.news(session, Ended(why="stopped"))
    row = panel.form.row("optimizer.lr_ratio")
    assert not row.editor.isEnabled()
    assert "resume it to change" in row.caption.toolTip()
    assert panel.copy.isVisible()
    qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    assert session.view is None
    assert session.draft == run.options
    assert row.editor.isEnabled() or panel.form.row("optimizer.lr_ratio").editor.isEnabled()


def test_an_edit_that_the_end_of_the_run_overtook_goes_back(qtbot: QtBot, session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    line = typed(qtbot, panel, "optimizer.lr_ratio", "9")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    run.news(session, Ended(why="done"))
    row = panel.form.row("optimizer.lr_ratio")
    assert row.value() == run.options["optimizer"]["lr_ratio"]
    assert "ended before" in row.note.text()


def test_every_group_of_a_run_but_its_data_is_here():
    assert {*SECTIONS, "dataset"} == set(config.SECTIONS)
