"""How the checkpoints are listed: their order, the gallery, names, several at once, and the room that they take."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from studio.gan.metrics import describe
from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.ui import theme
from studio.ui.panels.checkpoints import CheckpointsPanel
from studio.ui.widgets.checkpoint_list import caption_lines
from tests.ui.panels.checkpoints.checkpointed import choose, ids, save

Until = Callable[[Callable[[], bool]], None]


def pick(panel: CheckpointsPanel, text: str) -> None:
    """Choose an order, as a person does."""
    box = panel.bar.sort
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def measure(panel: CheckpointsPanel, folder: RunFolder, values: dict[str, dict[int, float]]) -> None:
    for name, by_id in values.items():
        for number, value in by_id.items():
            CheckpointStore(folder).measured(number, {name: value})
    panel.reload()


def test_the_best_by_a_metric_comes_first_whichever_way_it_is_better(panel: CheckpointsPanel, folder: RunFolder, until: Until):
    assert (describe("phi_fd").better, describe("recall").better) == ("lower", "higher")
    measure(panel, folder, {"phi_fd": {1: 3.0, 2: 0.5, 4: 1.0}, "recall": {1: 0.1, 3: 0.9}})
    until(lambda: panel.bar.sort.findText("Best recall") > 0)  # the metrics are asked on the torch thread
    assert ids(panel) == [4, 3, 2, 1]
    pick(panel, "Best φ-FD")
    assert ids(panel) == [2, 4, 1, 3]  # 3 was not measured by it
    pick(panel, "Best recall")
    assert ids(panel) == [3, 1, 4, 2]
    pick(panel, "Newest first")
    assert ids(panel) == [4, 3, 2, 1]


def test_a_figure_without_a_better_way_is_no_order(panel: CheckpointsPanel, folder: RunFolder, until: Until):
    measure(panel, folder, {"nobody_knows": {1: 3.0}, "phi_fd": {1: 3.0}})
    until(lambda: panel.bar.sort.findText("Best φ-FD") > 0)
    assert "nobody" not in " ".join(panel.bar.sort.itemText(n) for n in range(panel.bar.sort.count()))


def test_the_largest_comes_first_and_the_order_is_remembered(panel: CheckpointsPanel, folder: RunFolder, qtbot: QtBot):
    with JournalWriter(folder.journal) as journal:
        save(CheckpointStore(folder), journal, 5, 3100, 1, size=100)
    panel.reload()
    pick(panel, "Largest first")
    assert ids(panel)[-1] == 5
    again = CheckpointsPanel(panel.session)
    qtbot.addWidget(again)
    again.reload()
    assert again.bar.sort.currentText() == "Largest first"
    assert ids(again)[-1] == 5


def test_the_gallery_flows_is_walked_with_the_arrows_and_remembered(panel: CheckpointsPanel, qtbot: QtBot):
    choose(panel, 4)
    qtbot.mouseClick(panel.bar.gallery, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    first, second, third = (panel.list.visualRect(panel.model.index(n)) for n in range(3))
    assert first.top() == second.top()
    assert second.left() >= first.right()
    assert third.top() > first.top()
    assert second.right() <= panel.list.viewport().width()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.chosen().id == 3
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.chosen().id == 1
    again = CheckpointsPanel(panel.session)
    qtbot.addWidget(again)
    assert again.list.is_gallery()
    qtbot.mouseClick(panel.bar.gallery, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert panel.list.visualRect(panel.model.index(1)).top() > panel.list.visualRect(panel.model.index(0)).top()
    assert panel.chosen().id == 1  # the choice stays


def test_a_caption_is_broken_between_words_and_keeps_its_number(qapp):
    metrics = QFontMetrics(theme.font(theme.SMALL))
    width = metrics.horizontalAdvance("high quality")
    assert caption_lines("SWD 0.23", metrics, width) == ["SWD 0.23"]
    assert caption_lines("high quality 0.976", metrics, width) == ["high quality", "0.976"]
    first, second = caption_lines("before the storm that took everything with it 1", metrics, width)
    assert first == "before the"
    assert "…" in second
    assert second.endswith("1")
    assert caption_lines("unbrokenandverylongname-7", metrics, width)[0].endswith("7")


def test_what_a_perfect_generator_reaches_stands_with_its_metric(panel: CheckpointsPanel, folder: RunFolder):
    measure(panel, folder, {"swd": {2: 0.2301}, "swd_floor": {2: 0.11}})
    row = panel.model.rows[ids(panel).index(2)]
    assert row.remarks() == "SWD 0.23, reachable 0.11"
    assert row.caption() == "SWD 0.23"
    tip = panel.model.data(panel.model.index(ids(panel).index(2)), Qt.ItemDataRole.ToolTipRole)
    assert "Lower is better" in tip
    assert "A perfect generator would reach 0.11." in tip
    assert "at best" not in tip


def test_a_name_stands_where_the_number_was(panel: CheckpointsPanel, folder: RunFolder, qtbot: QtBot, until: Until):
    def type_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QInputDialog)
        box.findChild(QLineEdit).setText("  before   the storm ")
        box.accept()

    choose(panel, 2)
    panel.activateWindow()
    panel.list.setFocus()
    until(panel.list.hasFocus)  # else the key belongs to nobody
    QTimer.singleShot(50, type_it)
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert CheckpointStore(folder).get(2).name == "before the storm"
    row = panel.model.rows[ids(panel).index(2)]
    assert row.details().startswith("before the storm")
    assert "#2" not in row.details()
    assert "Checkpoint 2" in panel.model.data(panel.model.index(ids(panel).index(2)), Qt.ItemDataRole.ToolTipRole)
    assert panel.chosen().id == 2


def test_of_several_all_can_be_pinned_and_one_thing_alone_restored(panel: CheckpointsPanel, folder: RunFolder, until: Until):
    until(lambda: panel.session.torch.is_ready)
    choose(panel, 2, 3)
    assert panel.compare_action.isEnabled()
    for action in (panel.restore_then, panel.branch_action, panel.export_action, panel.rename_action):
        assert not action.isEnabled()
    panel.pin_action.trigger()
    assert [c.id for c in CheckpointStore(folder).list() if c.pinned] == [2, 3]
    assert [c.id for c in panel.selected()] == [3, 2]
    choose(panel, 2)
    assert panel.restore_then.isEnabled()


def test_the_room_is_told_and_warned_of_and_what_is_pinned_in_the_tip(panel: CheckpointsPanel, folder: RunFolder):
    assert panel.budget.words.text() == "20 kB of 100 kB for checkpoints"  # 4 × 5 kB of .0001 GB
    assert panel.budget.bar.value() == 200
    assert panel.budget.words.property("role") == "muted"
    assert "pinned" not in panel.budget.toolTip()
    choose(panel, 2)
    panel.pin_action.trigger()
    assert "1 pinned checkpoint takes 5.0 kB" in panel.budget.toolTip()
    with JournalWriter(folder.journal) as journal:
        save(CheckpointStore(folder), journal, 5, 3100, 1, size=75_000)
    panel.reload()
    assert panel.budget.words.text() == "95 kB of 100 kB: nearly full"
    assert panel.budget.words.property("role") == "warning"
