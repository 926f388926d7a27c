"""The checkpoints panel over real checkpoints: what it lists and what its buttons do to the folder and to training."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.messages import Evaluated, Refused
from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.ui.main_window import MainWindow
from studio.ui.notice import Notice
from studio.ui.panels.checkpoints import CheckpointsPanel
from studio.ui.widgets.quantities import kimg
from tests.ui.panels.checkpoints.checkpointed import choose, ids

Until = Callable[[Callable[[], bool]], None]


def test_the_newest_is_first_and_what_was_abandoned_is_marked(panel: CheckpointsPanel):
    assert [(r.checkpoint.id, r.current) for r in panel.model.rows] == [(4, True), (3, False), (2, True), (1, True)]
    assert panel.model.rows[0].headline() == "3 kimg"
    assert panel.model.rows[0].remarks() == "precision 0.815"
    assert "abandoned" in panel.model.rows[1].details()


def test_a_figure_stands_with_what_it_rests_on_and_the_best_is_marked(panel: CheckpointsPanel, folder: RunFolder):
    store = CheckpointStore(folder)
    basis = {"count": 2000, "reals": 1797, "reference": "128 held-out and 1,669 training images of digits"}
    for number, value in ((1, 3.25), (2, 0.125), (4, 0.5)):
        store.measured(number, {"phi_fd": value}, {"phi_fd": basis})
    with JournalWriter(folder.journal) as journal:
        journal.write(Evaluated(nimg=3000, checkpoint=4, metrics={"phi_fd": 0.5}, figure="phi_fd", better="lower"))
    panel.session.view.poll()
    panel.reload()
    rows = {row.checkpoint.id: row for row in panel.model.rows}
    assert [number for number, row in rows.items() if row.best] == [2]
    assert rows[4].remarks() == "precision 0.815  ·  φ-FD 0.5"
    index = panel.model.index(list(rows).index(2))
    tip = panel.model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert "φ-FD 0.125 (best), 2,000 samples against 1,797 of 128 held-out and 1,669 training images of digits" in tip
    assert "best by φ-FD" in panel.model.data(index, Qt.ItemDataRole.AccessibleTextRole)


def test_measuring_can_be_stopped_only_while_it_goes_on(panel: CheckpointsPanel):
    choose(panel, 4)
    assert not panel.leave_off.isEnabled()
    assert "Stop measuring" in [action.text() for action in panel._menu().actions()]


def test_without_a_choice_nothing_can_be_pressed(panel: CheckpointsPanel):
    panel.list.setCurrentIndex(QModelIndex())
    for action in (panel.restore_then, panel.branch_action, panel.pin_action, panel.export_action, panel.delete_action):
        assert not action.isEnabled()


def test_a_checkpoint_opened_from_the_list_moves_the_shared_position(panel: CheckpointsPanel, qtbot: QtBot):
    choose(panel, 2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.session.position == 2000


def click(panel: CheckpointsPanel, qtbot: QtBot, number: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = panel.list.visualRect(panel.model.index(ids(panel).index(number))).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_a_click_looks_at_the_moment_of_the_checkpoint(panel: CheckpointsPanel, qtbot: QtBot):
    click(panel, qtbot, 2)
    assert panel.session.position == 2000
    assert panel.chosen().id == 2


def test_a_click_on_an_abandoned_one_moves_nothing(panel: CheckpointsPanel, qtbot: QtBot):
    click(panel, qtbot, 2)
    click(panel, qtbot, 3)
    assert panel.chosen().id == 3
    assert panel.session.position == 2000


def test_keys_look_once_they_have_come_to_rest(panel: CheckpointsPanel, qtbot: QtBot, until: Until):
    heard: list[float | None] = []
    panel.session.position_changed.connect(heard.append)
    choose(panel, 4)
    panel.list.setFocus()
    for _ in range(3):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.chosen().id == 1
    assert not heard
    until(lambda: bool(heard))
    assert heard == [0.0]


def test_several_stay_chosen_for_a_comparison(panel: CheckpointsPanel, qtbot: QtBot):
    click(panel, qtbot, 4)
    click(panel, qtbot, 2, Qt.KeyboardModifier.ControlModifier)
    assert {c.id for c in panel.selected()} == {2, 4}
    assert panel.session.position == 3000
    panel.session.set_position(0.0)  # by the scrubber
    assert {c.id for c in panel.selected()} == {2, 4}


def test_the_shared_position_chooses_the_checkpoint_that_lies_there(panel: CheckpointsPanel):
    panel.session.set_position(3000)
    assert panel.chosen().id == 4


def test_a_pin_is_on_the_disk_and_in_the_list(panel: CheckpointsPanel, folder: RunFolder):
    choose(panel, 2)
    panel.pin_action.trigger()
    assert CheckpointStore(folder).get(2).pinned
    assert panel.chosen().id == 2
    assert panel.pin_action.text() == "Unpin"
    assert not panel.delete_action.isEnabled()
    panel.pin_action.trigger()
    assert not CheckpointStore(folder).get(2).pinned


def test_export_names_the_chosen_checkpoint(panel: CheckpointsPanel, qtbot: QtBot, until: Until):
    until(lambda: panel.session.torch.is_ready)
    choose(panel, 2)
    with qtbot.waitSignal(panel.session.export_requested) as asked:
        panel.export_action.trigger()
    assert asked.args == [2]


def test_a_branch_is_a_draft_with_the_options_of_then(panel: CheckpointsPanel, folder: RunFolder):
    choose(panel, 2)
    panel.branch_action.trigger()
    session = panel.session
    assert session.view is None
    assert session.draft_source == (folder.path, 2)
    assert session.draft["optimizer"]["lr"] == 0.002
    session.set_draft({**session.draft, "name": "calmer"})
    assert session.draft_source == (folder.path, 2)


# --- over a run that trains ----------------------------------------------------------------------------------------------


def panel_of(window: MainWindow) -> CheckpointsPanel:
    return next(p for p in window.workspace.panels if isinstance(p, CheckpointsPanel))


def told_of(window: MainWindow, words: str) -> Notice | None:
    return next((card.notice for card in window.notices.cards() if words in card.notice.text), None)


def test_restore_rolls_back_in_place_while_training_and_can_be_undone(trained: MainWindow, until: Until):
    session, panel = trained.session, panel_of(trained)
    until(lambda: session.view.run.nimg > 0)
    trained.pause()
    until(lambda: session.state() == "paused" and bool(panel.model.rows))
    present, target = session.view.run.nimg, panel.model.rows[-1].checkpoint
    choose(panel, target.id)
    session.set_position(0.0)
    panel.restore_then.trigger()
    assert session.position is None  # what comes is to be seen
    assert not panel.restore_then.isEnabled()
    until(lambda: session.view.run.segments[-1].why == "rollback" and told_of(trained, "Went back to") is not None)
    assert session.view.run.nimg == 0
    assert session.torch.training is not None
    kept = panel.model.rows[0].checkpoint
    assert (kept.nimg, kept.pinned) == (present, True)
    assert kept.note == f"before going back to checkpoint {target.id} (0 kimg)"
    assert not CheckpointStore(session.view.folder).get(target.id).pinned  # it was, for as long as it took
    notice = told_of(trained, "Went back to")
    assert notice.text == f"Went back to 0 kimg. What was at {kimg(present)} kimg is kept as a checkpoint."
    until(panel.restore_then.isEnabled)
    notice.action()
    until(lambda: session.view.run.segments[-1].checkpoint == kept.id)
    assert session.view.run.nimg == present


def test_a_run_whose_present_cannot_be_kept_does_not_go_back(trained: MainWindow, until: Until):
    session, panel = trained.session, panel_of(trained)
    trained.pause()
    until(lambda: session.state() == "paused" and bool(panel.model.rows))
    choose(panel, panel.model.rows[-1].checkpoint.id)
    panel.restore_then.trigger()
    asked = next(number for number, kind in session.asked.items() if kind == "save_checkpoint")
    session.took([Refused(id=asked, command={"kind": "save_checkpoint"}, reason="the disk is full")])
    assert told_of(trained, "did not go back") is not None
    until(lambda: panel.restore_then.isEnabled() and len(panel.model.rows) == 2)
    assert len(session.view.run.segments) == 1


def test_restore_of_a_run_that_nobody_trains_goes_on_from_there(trained: MainWindow, until: Until):
    session, panel = trained.session, panel_of(trained)
    trained.stop()
    until(lambda: session.torch.training is None and session.state() == "stopped" and len(panel.model.rows) == 2)
    newest, target = (row.checkpoint for row in panel.model.rows)
    choose(panel, target.id)
    until(panel.restore_now.isEnabled)
    panel.restore_now.trigger()
    until(lambda: session.state() == "running")
    assert session.view.run.segments[-1].checkpoint == target.id
    assert CheckpointStore(session.view.folder).get(newest.id).pinned
    told_of(trained, f"What was at {kimg(newest.nimg)} kimg is kept").action()
    until(lambda: session.view.run.segments[-1].checkpoint == newest.id)
    kept = [c for c in CheckpointStore(session.view.folder).list() if c.note.startswith("before going back to")]
    assert [c.pinned for c in kept] == [True], "what was trained since is lost"


def test_what_can_be_undone_is_withdrawn_when_the_run_is_left(trained: MainWindow, until: Until):
    session, panel = trained.session, panel_of(trained)
    until(lambda: bool(panel.model.rows))
    choose(panel, panel.model.rows[-1].checkpoint.id)
    panel.restore_then.trigger()
    until(lambda: told_of(trained, "Went back to") is not None)
    session.close_run()
    assert told_of(trained, "Went back to") is None


def test_a_branch_trains_as_a_run_of_its_own(trained: MainWindow, until: Until, small: dict[str, Any]):
    session, panel = trained.session, panel_of(trained)
    source = session.view.folder.path
    trained.stop()
    until(lambda: session.torch.training is None and len(panel.model.rows) == 2)
    choose(panel, panel.model.rows[0].checkpoint.id)
    nimg = panel.chosen().nimg
    panel.branch_action.trigger()
    QApplication.processEvents()
    session.start_draft()
    until(lambda: session.state() == "running")
    assert session.view.folder.path != source
    assert session.view.run.segments[0].why == "branch"
    assert session.view.run.segments[0].nimg == nimg
