"""The page of all runs in the real window: rows follow their folders, and what a person presses does what it says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.messages import Tick
from studio.runs.fold import Run, fold
from studio.runs.lock import RunLock
from studio.runs.summary import read_summary, write_summary
from studio.ui.compare_settings import CompareSettings
from studio.ui.main_window import MainWindow
from studio.ui.runs_page import EMPTY, FAULT, NOTHING, THERE, RunsPage
from studio.ui.session import Notice
from studio.ui.widgets.run_table import RunTable
from tests.ui.made_home import made_run, settings
from tests.ui.pressing import press
from tests.ui.test_session import long_run

Until = Callable[[Callable[[], bool]], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Longer than elsewhere: some tests train, and the processors may be busy."""
    return lambda so: qtbot.waitUntil(so, timeout=60_000)


@pytest.fixture
def runs(home: Path) -> list[Path]:
    """A done, a failed, a crashed and a stopped run."""
    states = ("done", "failed", "crashed", "stopped")
    return [made_run(home, n, settings(f"run {n}", lr=0.001 * n), state=state).path for n, state in enumerate(states, 1)]


@pytest.fixture
def page(window: MainWindow, runs: list[Path], until: Until) -> RunsPage:
    window.actions_table["runs"].trigger()
    page = window.runs_page
    until(lambda: page.watch.is_read and len(page.table.shown()) == len(runs))
    return page


def rows(table: RunTable) -> dict[str, str]:
    return {run.name: run.state for run in table.shown()}


def enabled(page: RunsPage) -> set[str]:
    return {name for name, action in page.deeds.made.items() if action.isEnabled()}


def test_the_page_opens_from_the_welcome_page_and_goes_back(window: MainWindow, runs: list[Path], until: Until):
    window.go_home()
    until(window.welcome.all_runs.isVisible)
    window.welcome.all_runs.click()
    page = window.runs_page
    assert window.pages.currentWidget() is page
    until(lambda: rows(page.table) == {"0001-run-1": "done", "0002-run-2": "failed", "0003-run-3": "crashed", "0004-run-4": "stopped"})
    assert page.count.text() == "4 runs"
    assert page.stack.currentIndex() == THERE
    assert not page.back.isVisible()


def test_a_home_without_runs_says_what_will_appear(window: MainWindow, until: Until):
    window.show_runs()
    until(lambda: window.runs_page.stack.currentIndex() == EMPTY)
    window.go_home()
    until(lambda: window.welcome.watch.is_read)
    assert not window.welcome.all_runs.isVisible()


def test_a_folder_that_cannot_be_read_says_so_and_what_to_do(window: MainWindow, home: Path, until: Until):
    (home / "runs").write_text("no folder")
    window.show_runs()
    until(lambda: window.runs_page.stack.currentIndex() == FAULT)
    assert "cannot be read" in window.runs_page.fault._text.text()


def test_what_can_be_done_fits_what_is_chosen(page: RunsPage, runs: list[Path], until: Until):
    until(lambda: page._session.catalogue is not None)
    one = {"open", "duplicate", "bin", "folder"}
    assert enabled(page) == set() or page.table.chosen()
    for chosen, expected in (
        ([runs[0]], one),
        ([runs[1]], one | {"resume", "queue"}),
        ([runs[2]], one | {"resume", "queue"}),
        (runs[:2], {"compare", "overlay", "queue", "bin"}),
        ([], set()),
    ):
        page.table.choose(chosen)
        assert enabled(page) == expected, chosen


def test_the_line_below_says_why_a_run_ended_and_that_it_can_go_on(page: RunsPage, runs: list[Path]):
    page.table.choose([runs[1]])
    assert page.details.text() == "0002-run-2: The disk is full. Delete old runs, then press Resume."
    page.table.choose([runs[2]])
    assert "was interrupted at 400 kimg" in page.details.text()


def test_a_run_that_trains_elsewhere_is_followed_in_the_table(page: RunsPage, runs: list[Path], home: Path, until: Until):
    folder = made_run(home, 9, settings("new one"), state="running", nimg=1000)
    with RunLock.acquire(folder.lock):
        until(lambda: rows(page.table).get("0009-new-one") == "running")
        run = fold(Run(config=folder.config()), Tick(segment=0, nimg=64_000, seconds=1.0))
        write_summary(folder, run)
        until(lambda: any(line.nimg == 64_000 for line in page.table.shown()))
    until(lambda: rows(page.table)["0009-new-one"] == "crashed")
    folder.path.rename(home / "gone")
    until(lambda: "0009-new-one" not in rows(page.table))


def test_the_search_leaves_what_fits_and_escape_clears_it(page: RunsPage, window: MainWindow, qtbot: QtBot):
    window.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(page.table, Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "digits")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    page.search.setText("interrupted")
    assert list(rows(page.table)) == ["0003-run-3"]
    assert page.count.text() == "1 of 4 runs"
    page.search.setText("no such run")
    assert page.stack.currentIndex() == NOTHING
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert len(page.table.shown()) == 4


def test_enter_opens_a_run_and_escape_leads_back_to_it(window: MainWindow, home: Path, until: Until, qtbot: QtBot):
    path = long_run(home, 3).path
    window.show_runs()
    page = window.runs_page
    until(lambda: len(page.table.shown()) == 1)
    page.table.take_keyboard()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    until(lambda: window.session.view is not None)
    assert window.session.view.folder.path == path
    assert window.pages.currentWidget() is window._workspace_place
    window.show_runs()
    assert page.back.isVisible()
    assert page.back.text() == "0001-long"
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window._workspace_place
    assert window.session.view is not None


def test_a_run_that_cannot_be_opened_leaves_the_page(page: RunsPage, window: MainWindow, runs: list[Path], notices: list[Notice], until: Until):
    (runs[0] / "run.json").write_text("{")
    page.table.choose([runs[0]])
    page.deeds["open"].trigger()
    until(lambda: bool(notices))
    assert "damaged" in notices[0].text
    assert window.pages.currentWidget() is page


def test_settings_are_duplicated_into_a_draft_with_the_options_in_force(page: RunsPage, window: MainWindow, runs: list[Path]):
    page.table.choose([runs[3]])
    page.deeds["duplicate"].trigger()
    assert window.session.draft == {**settings("run 4", lr=0.004), "name": "run 4 copy"}
    assert "0004-run-4" in window.session.draft_note
    assert window.session.draft_source is None
    assert window.pages.currentWidget() is window._workspace_place


def test_settings_of_several_runs_are_compared(page: RunsPage, window: MainWindow, runs: list[Path], until: Until):
    until(lambda: window.session.catalogue is not None)
    page.table.choose(runs[:3])
    page.deeds["compare"].trigger()
    dialog = next(w for w in window.findChildren(CompareSettings))
    assert [setting.words for setting in dialog.shown] == ["Optimiser: Learning rate"]
    assert sorted(dialog.shown[0].values) == ["0.001", "0.002", "0.003"]
    dialog.close()


def test_the_curves_of_several_are_asked_for_over_the_first(page: RunsPage, window: MainWindow, runs: list[Path], until: Until):
    asked: list[list[Path]] = []
    window.session.overlay_requested.connect(asked.append)
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    page.table.choose(runs[:3])
    page.deeds["overlay"].trigger()
    until(lambda: bool(asked))
    assert window.session.view.folder.path == runs[0]
    assert asked == [runs[1:3]]
    assert window.pages.currentWidget() is window._workspace_place
    window.show_runs()
    page.table.choose([runs[0], runs[3]])
    page.deeds["overlay"].trigger()
    assert asked[1:] == [[runs[3]]]


def test_a_run_put_away_leaves_the_list_at_once_and_undo_brings_it_back(page: RunsPage, window: MainWindow, runs: list[Path], qtbot: QtBot, until: Until):
    window.activateWindow()
    page.table.choose([runs[0]])
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "0001-run-1" not in rows(page.table)
    card = next(card for card in window.notices.cards() if card.notice.action_label == "Undo")
    page.watch.look()
    qtbot.wait(50)
    assert "0001-run-1" not in rows(page.table)
    card._act()
    assert "0001-run-1" in rows(page.table)
    page.table.choose([runs[1]])
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    page.undo.activated.emit()
    assert len(rows(page.table)) == 4
    until(lambda: not [card for card in window.notices.cards() if card.notice.action_label == "Undo"])
    assert all(path.exists() for path in runs)


def test_closing_the_window_moves_what_was_put_away(page: RunsPage, window: MainWindow, runs: list[Path], monkeypatch: pytest.MonkeyPatch):
    binned: list[str] = []
    monkeypatch.setattr("send2trash.send2trash", binned.append)
    page.table.choose(runs[:2])
    page.deeds["bin"].trigger()
    assert binned == []
    window.close()
    assert sorted(binned) == [str(path) for path in runs[:2]]


def test_a_run_in_the_queue_is_not_put_away(page: RunsPage, window: MainWindow, runs: list[Path], notices: list[Notice]):
    page.table.choose([runs[2]])
    page.deeds["queue"].trigger()
    page.deeds["bin"].trigger()
    assert "0003-run-3 is in the queue: take it out" in notices[-1].text
    assert "0003-run-3" in rows(page.table)


def test_the_order_of_the_queue_is_changed_by_buttons_and_keys(page: RunsPage, window: MainWindow, runs: list[Path], qtbot: QtBot):
    page.table.choose([runs[1], runs[2], runs[3]])
    page.deeds["queue"].trigger()
    box, queue = page.queue_box, window.queue
    first, second, third = queue.paths
    assert box.list.count() == 3
    box.list.setCurrentRow(2)
    box.up.click()
    assert queue.paths == [first, third, second]
    assert box.list.currentRow() == 1
    window.activateWindow()
    box.list.setFocus()
    qtbot.waitUntil(box.list.hasFocus)
    qtbot.keyClick(box.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert queue.paths == [third, first, second]
    assert not box.up.isEnabled()
    box.down.click()
    qtbot.keyClick(box.list, Qt.Key.Key_Delete)
    assert queue.paths == [first, second]
    assert "Paused" in box.words.text()


def test_resume_trains_the_chosen_run_on_and_the_table_says_so(trained: MainWindow, qtbot: QtBot, until: Until):
    session = trained.session
    path = Path(session.view.folder.path)
    press(trained, qtbot, "stop")
    until(lambda: session.torch.training is None and session.state() == "stopped")
    nimg = session.view.run.nimg
    session.close_run()
    trained.show_runs()
    page = trained.runs_page
    until(lambda: rows(page.table) == {path.name: "stopped"})
    page.table.choose([path])
    page.deeds["resume"].trigger()
    until(lambda: session.state() == "running" and session.view.run.nimg > nimg)
    assert session.view.run.segments[-1].why == "resume"
    trained.show_runs()
    until(lambda: rows(page.table) == {path.name: "running"} and read_summary(path).losses != ())
    assert not page.deeds["resume"].isEnabled()
    page.deeds["bin"].trigger()
    assert any("is being trained" in card.notice.text for card in trained.notices.cards())
    assert path.exists()


def test_settings_are_queued_from_the_workspace_and_trained_from_the_page(window: MainWindow, small: dict[str, Any], qtbot: QtBot, until: Until):
    session = window.session
    until(lambda: session.catalogue is not None)
    session.new_draft({**small, "training": {**small["training"], "kimg": 0.3}, "evaluation": {"checkpoints": False}})
    window.refresh()
    window.actions_table["queue"].trigger()
    until(lambda: len(window.queue.paths) == 1)
    (path,) = window.queue.paths
    assert session.draft is not None
    window.notices.cards()[-1]._act()
    page = window.runs_page
    assert window.pages.currentWidget() is page
    until(lambda: rows(page.table) == {path.name: "new"})
    page.queue_box.toggle.click()
    assert page.queue_box.toggle.text() == "Pause queue"
    until(lambda: rows(page.table) == {path.name: "done"} and not window.queue.is_going)
    assert not page.queue_box.toggle.isVisible()


def test_nothing_is_read_while_the_page_is_out_of_sight(page: RunsPage, window: MainWindow, home: Path, qtbot: QtBot, until: Until):
    window.go_home()
    made_run(home, 12, settings("unseen"))
    looks: list[object] = []
    page.watch.found.connect(looks.append)
    qtbot.wait(100)
    page.watch._timer.timeout.connect(lambda: looks.append("timer"))
    assert not page.watch._timer.isActive()
    assert looks == []
    window.show_runs()
    until(lambda: "0012-unseen" in rows(page.table))


def test_widths_of_the_columns_are_remembered(page: RunsPage, window: MainWindow):
    page.table.setColumnWidth(0, 333)
    window.go_home()
    again = RunsPage(window.session, window.queue, window.bin)
    assert again.table.columnWidth(0) == 333
    again.deleteLater()
