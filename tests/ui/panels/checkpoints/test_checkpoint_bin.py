"""Giving checkpoints up: gone from the list at once, moved to the bin later, and kept where that is undone or cannot be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock
from studio.runs.view import RunView
from studio.ui import grace
from studio.ui.main_window import MainWindow
from studio.ui.notices import ACT_MS, NoticeStack
from studio.ui.panels.checkpoints import CheckpointsPanel
from studio.ui.session import Notice
from tests.ui.panels.checkpoints.checkpointed import choose, ids

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture(autouse=True)
def bin_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bin of the test's own: the desktop's is not ours to fill."""
    place = tmp_path / "bin"
    place.mkdir()
    monkeypatch.setattr("send2trash.send2trash", lambda path: Path(path).rename(place / Path(path).name))
    return place


def give_up(panel: CheckpointsPanel, *numbers: int) -> None:
    choose(panel, *numbers)
    panel.delete_action.trigger()


def test_the_line_leaves_at_once_and_the_files_only_later(panel: CheckpointsPanel, folder: RunFolder, bin_: Path, notices: list[Notice]):
    give_up(panel, 3)
    assert ids(panel) == [4, 2, 1]
    assert [c.id for c in CheckpointStore(folder).list()] == [1, 2, 3, 4]
    assert notices[0].text == "Checkpoint #3 at 4 kimg goes to the bin."
    assert notices[0].action_label == "Undo"
    CheckpointStore(folder).rename(2, "sharp")
    panel.reload()
    give_up(panel, 2)
    assert notices[1].text == "Checkpoint “sharp” at 2 kimg goes to the bin."


def test_it_can_be_undone(panel: CheckpointsPanel, folder: RunFolder, bin_: Path, notices: list[Notice]):
    give_up(panel, 3, 2)
    assert ids(panel) == [4, 1]
    assert notices[0].text == "2 checkpoints go to the bin."
    notices[0].action()
    assert ids(panel) == [4, 3, 2, 1]
    panel.session.close_run()
    assert len(CheckpointStore(folder).list()) == 4
    assert list(bin_.iterdir()) == []


def test_when_the_time_is_over_it_is_in_the_bin_and_in_the_history(
    panel: CheckpointsPanel, folder: RunFolder, bin_: Path, notices: list[Notice], monkeypatch: pytest.MonkeyPatch, until: Until
):
    monkeypatch.setattr(grace, "GRACE_MS", 50)
    withdrawn: list[Notice] = []
    panel.session.notice_over.connect(withdrawn.append)
    give_up(panel, 3)
    until(lambda: bool(list(bin_.iterdir())))
    assert [path.name for path in bin_.iterdir()] == ["000003-000004kimg"]
    assert [c.id for c in RunView(folder).run.checkpoints] == [1, 2, 4]
    assert ids(panel) == [4, 2, 1]
    assert withdrawn == notices
    notices[0].action()  # too late
    assert ids(panel) == [4, 2, 1]


def test_the_notice_stays_no_longer_than_it_can_be_undone():
    assert grace.GRACE_MS > ACT_MS >= 10_000


def test_leaving_the_run_moves_what_waits(panel: CheckpointsPanel, folder: RunFolder, bin_: Path):
    give_up(panel, 3)
    panel.session.close_run()
    assert [path.name for path in bin_.iterdir()] == ["000003-000004kimg"]
    assert [c.id for c in RunView(folder).run.checkpoints] == [1, 2, 4]


def test_so_does_the_end_of_the_application(panel: CheckpointsPanel, bin_: Path):
    give_up(panel, 3)
    QCoreApplication.instance().aboutToQuit.emit()
    assert [path.name for path in bin_.iterdir()] == ["000003-000004kimg"]


def test_it_is_gone_before_the_run_is_trained_on(panel: CheckpointsPanel, folder: RunFolder, bin_: Path):
    give_up(panel, 3)
    panel.session.torch.training_changed.emit(None)  # another run's
    assert list(bin_.iterdir()) == []
    panel.session.torch.training = folder.path  # as the torch thread says before the worker takes the lock
    panel.session.torch.training_changed.emit(folder.path)
    panel.session.torch.training = None
    assert [path.name for path in bin_.iterdir()] == ["000003-000004kimg"]


def test_none_is_given_up_while_someone_trains(panel: CheckpointsPanel, folder: RunFolder, bin_: Path, notices: list[Notice]):
    lock = RunLock.acquire(folder.lock)
    try:
        give_up(panel, 3)
    finally:
        lock.release()
    assert ids(panel) == [4, 3, 2, 1]
    assert notices[0].level == "error"
    assert "trained already" in notices[0].text


def test_one_that_someone_trains_meanwhile_stays_and_comes_back(panel: CheckpointsPanel, folder: RunFolder, bin_: Path, notices: list[Notice]):
    give_up(panel, 3)
    lock = RunLock.acquire(folder.lock)
    try:
        panel._bin.finish()
    finally:
        lock.release()
    assert ids(panel) == [4, 3, 2, 1]
    assert notices[-1].level == "error"
    assert notices[-1].text.startswith("Checkpoint #3 at 4 kimg stayed:")


def test_one_that_the_bin_does_not_take_comes_back_and_says_why(
    panel: CheckpointsPanel, folder: RunFolder, notices: list[Notice], monkeypatch: pytest.MonkeyPatch
):
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("send2trash.send2trash", refuse)
    give_up(panel, 3)
    panel._bin.finish()
    assert ids(panel) == [4, 3, 2, 1]
    assert "Permission denied" in notices[-1].text
    assert notices[-1].action_label == "Show its folder"
    assert [c.id for c in RunView(folder).run.checkpoints] == [1, 2, 3, 4]


def test_pinned_ones_and_the_last_one_cannot_be_given_up(panel: CheckpointsPanel):
    panel.list.selectAll()
    assert not panel.delete_action.isEnabled()
    panel.list.selectionModel().setCurrentIndex(panel.model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert panel.delete_action.isEnabled()
    panel.pin_action.trigger()
    assert not panel.delete_action.isEnabled()


def test_delete_and_undo_by_hand_in_the_window(window: MainWindow, folder: RunFolder, until: Until, qtbot: QtBot, bin_: Path):
    window.session.open_run(folder.path)
    until(lambda: window.session.view is not None)
    panel = next(p for p in window.workspace.panels if isinstance(p, CheckpointsPanel))
    panel.list.setCurrentIndex(panel.model.index(1))
    window.activateWindow()
    panel.list.setFocus()
    until(panel.list.hasFocus)  # else the key belongs to nobody
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert ids(panel) == [4, 2, 1]
    stack: NoticeStack = window.notices
    undo = next(b for card in stack.cards() for b in card.findChildren(QPushButton) if b.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert ids(panel) == [4, 3, 2, 1]
    assert len(CheckpointStore(folder).list()) == 4
