"""What differs from the template is marked, counted, found and taken back; schedules are drawn with the moment of the run."""

import copy
import json

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.messages import Applied, Tick
from studio.presets import preset
from studio.ui.panels.hyperparameters import Hyperparameters
from studio.ui.session import Notice, Session
from studio.ui.widgets.schedule_edit import CurveGlyph, ScheduleEdit
from tests.ui.panels.setup import TrainedRun, form_panel


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Hyperparameters:
    made = form_panel(qtbot, session, Hyperparameters)
    session.draft_preset(preset("digits"))
    return made


def change(panel: Hyperparameters, path: str, text: str) -> None:
    line = panel.form.row(path).editor.parts()[0]
    line.setText(text)
    line.textEdited.emit(text)


def visible(panel: Hyperparameters) -> set[str]:
    return {row.path for group in panel.form.groups.values() for row in group.rows.values() if row.isVisible()}


def test_a_template_as_it_is_has_nothing_marked(panel: Hyperparameters):
    assert panel.changed.text() == "Nothing changed from Handwritten digits"
    assert not panel.only.isVisible()
    assert not panel.reset_all.isVisible()
    assert panel.form.changes() == []


def test_what_differs_is_marked_counted_and_taken_back_one_by_one(qtbot: QtBot, session: Session, panel: Hyperparameters):
    change(panel, "training.batch", "96")
    change(panel, "optimizer.lr", "0.002")
    batch = panel.form.row("training.batch")
    assert panel.changed.text() == "2 changed from Handwritten digits"
    assert panel.form.changes() == ["training.batch", "optimizer.lr"]
    assert batch.reset.isVisible()
    assert batch.caption.font().bold() or batch.caption.font().weight() > panel.form.row("training.kimg").caption.font().weight()
    assert batch.grab().toImage().pixelColor(1, batch.height() // 2) == batch.palette().highlight().color()
    assert batch.reset.toolTip() == "Back to 64"
    panel.form.groups["training"].fold.open(False)
    assert panel.form.groups["training"].fold.head.aside == "1 changed"
    panel.form.groups["training"].fold.open()
    qtbot.mouseClick(batch.reset, Qt.MouseButton.LeftButton)
    assert session.draft["training"]["batch"] == 64
    assert panel.changed.text() == "1 changed from Handwritten digits"
    assert not batch.reset.isVisible()


def test_another_kind_counts_and_goes_back_with_the_options_it_had(qtbot: QtBot, session: Session, panel: Hyperparameters):
    before = copy.deepcopy(panel.form.shown()["objective"])
    group = panel.form.groups["objective"]
    group.box.setCurrentIndex(group.box.findData("hinge"))
    group.box.activated.emit(group.box.currentIndex())
    assert "objective.kind" in panel.form.changes()
    assert group.kind_reset.isVisible()
    assert "Relativistic" in group.kind_reset.toolTip()
    qtbot.mouseClick(group.kind_reset, Qt.MouseButton.LeftButton)
    assert session.draft["objective"] == before
    assert panel.form.changes() == []


def test_only_what_differs_is_shown_while_that_is_asked_for_also_from_folded_groups(qtbot: QtBot, panel: Hyperparameters):
    change(panel, "saving.keep", "20")
    change(panel, "training.batch", "96")
    qtbot.mouseClick(panel.only, Qt.MouseButton.LeftButton)
    assert visible(panel) == {"saving.keep", "training.batch"}
    panel.search_line.setText("batch")
    assert visible(panel) == {"training.batch"}
    panel.search_line.setText("nothing like it")
    assert "that differs" in panel.nothing.text()
    panel.search_line.clear()
    qtbot.mouseClick(panel.only, Qt.MouseButton.LeftButton)
    assert "optimizer.lr" in visible(panel)
    assert "saving.keep" not in visible(panel)  # folded again, as it was


def test_a_field_does_not_vanish_while_it_is_typed_back(qtbot: QtBot, panel: Hyperparameters):
    change(panel, "training.batch", "96")
    panel.only.setChecked(True)
    row = panel.form.row("training.batch")
    panel.activateWindow()
    row.focus()
    qtbot.waitUntil(row.has_keyboard)
    change(panel, "training.batch", "64")
    assert row.isVisible()
    panel.setFocus()
    panel.form.refresh()
    assert not panel.only.isChecked()  # nothing is left to show alone


def test_all_are_reset_and_had_again(qtbot: QtBot, session: Session, panel: Hyperparameters, notices: list[Notice]):
    first = copy.deepcopy(panel.form.shown())
    change(panel, "training.batch", "96")
    change(panel, "ema.ramp", "0.2")
    changed = copy.deepcopy(session.draft)
    qtbot.mouseClick(panel.reset_all, Qt.MouseButton.LeftButton)
    assert panel.form.shown() == first
    assert panel.form.changes() == []
    assert notices[-1].text == "2 settings are again as in Handwritten digits."
    assert notices[-1].action_label == "Undo"
    notices[-1].action()
    assert session.draft == changed
    session.draft_preset(preset("ring"))
    notices[-1].action()
    assert session.draft["name"] == "ring"  # another draft is left alone


def test_in_a_run_the_changes_since_its_begin_are_told(session: Session, panel: Hyperparameters, run: TrainedRun):
    run.show(session)
    assert panel.changed.text() == "Nothing changed since the run began"
    options = json.loads(json.dumps(run.options))
    options["optimizer"]["lr_ratio"] = 2.5
    run.news(session, Applied(id="someone", command={}, options=options))
    assert panel.changed.text() == "1 changed since the run began"
    assert not panel.reset_all.isVisible()  # a run is steered one setting at a time


# --- schedules ------------------------------------------------------------------------------------------------------------


def glyph(panel: Hyperparameters, path: str) -> CurveGlyph:
    editor = panel.form.row(path).editor
    assert isinstance(editor, ScheduleEdit)
    return editor.curve


def test_a_schedule_is_drawn_as_it_moves(panel: Hyperparameters):
    curve = glyph(panel, "optimizer.lr")
    assert curve.isVisible()
    heights = [p.y() for p in curve.points()]
    assert heights == sorted(heights)  # falls: further down in the widget
    assert heights[0] < heights[12] < heights[24] < heights[-1]
    assert curve.moment() is None  # nothing trains


def test_a_schedule_that_ends_early_holds_its_end(session: Session, panel: Hyperparameters):
    draft = copy.deepcopy(panel.form.shown())
    draft["optimizer"]["lr"] = {"start": 0.001, "end": 0.002, "shape": "linear", "kimg": draft["training"]["kimg"] / 2}
    session.set_draft(draft)
    points = list(glyph(panel, "optimizer.lr").points())
    assert points[0].y() > points[12].y() > points[24].y()  # rises
    assert points[24].y() == points[36].y() == points[48].y()


def test_the_present_moment_of_a_run_lies_on_the_curve_and_is_told(session: Session, panel: Hyperparameters, run: TrainedRun):
    run.options["optimizer"]["lr"] = {"start": 0.001, "end": 0.0, "shape": "linear", "kimg": None}
    from studio.messages import SegmentStarted

    run.write(SegmentStarted(segment=1, why="resume", options=run.options))
    run.show(session)
    curve = glyph(panel, "optimizer.lr")
    total = 1000 * run.options["training"]["kimg"]
    run.news(session, Tick(segment=1, nimg=int(total / 4), seconds=1.0))
    first = curve.moment()
    assert curve.points()[12].toPoint() == first
    assert "Now 0.00075" in curve.toolTip()
    run.news(session, Tick(segment=1, nimg=int(total / 2), seconds=2.0))
    assert curve.moment().x() > first.x()


def test_what_is_no_schedule_is_drawn_flat(panel: Hyperparameters):
    curve = glyph(panel, "optimizer.lr")
    change(panel, "optimizer.lr", "nonsense")
    assert len({p.y() for p in curve.points()}) == 1
    curve.grab()
