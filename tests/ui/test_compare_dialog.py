"""Comparing two checkpoints: the same latents by real generators, wiped by mouse and keys, side by side, points, and torn files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.runs.checkpoints import CheckpointStore
from studio.ui.compare_dialog import POINTS, CompareDialog
from studio.ui.compare_work import PairDrawer
from studio.ui.panels.checkpoints import CheckpointsPanel
from studio.ui.session import Session
from tests.ui.panels.made_runs import MadeRun, add_generator

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def run(home: Path) -> Iterator[MadeRun]:
    with MadeRun(home / "runs" / "0001-made") as made:
        for number in (1, 2, 3):
            add_generator(made, number, 1000 * number)
        yield made


@pytest.fixture
def points(home: Path) -> Iterator[MadeRun]:
    with MadeRun(home / "runs" / "0002-ring", medium="points") as made:
        for number in (1, 2):
            add_generator(made, number, 1000 * number, shape=(2,))
        yield made


def opened(session: Session, made: MadeRun, qtbot: QtBot, until: Until, wanted: list[int]) -> CompareDialog:
    session.open_run(made.folder.path)
    until(lambda: session.view is not None)
    dialog = CompareDialog(session)
    qtbot.addWidget(dialog)
    dialog.open_for(wanted)
    return dialog


@pytest.fixture
def dialog(session: Session, run: MadeRun, qtbot: QtBot, until: Until) -> Iterator[CompareDialog]:
    made = opened(session, run, qtbot, until, [3, 1])
    until(lambda: made._pages.currentWidget() is made.pictures)
    yield made
    made.close()
    session.close_run()


def samples(run: MadeRun, number: int, seeds: range) -> np.ndarray:
    """What a checkpoint makes, drawn apart from the dialog."""
    from studio.gan.media import medium
    from studio.gan.sampling import Sampler

    return medium("image").to_array(Sampler.from_checkpoint(CheckpointStore(run.folder).get(number).path).draw(list(seeds))[0])


def level(image: QImage, at: QPoint) -> int:
    return image.pixelColor(at).red()


def look(dialog: CompareDialog) -> QImage:
    dialog.pictures.clearFocus()
    return dialog.pictures.grab().toImage()


def assert_shows(dialog: CompareDialog, image: QImage, cell: int, sample: np.ndarray, shift: int = 0) -> None:
    """The middle of each of a sample's pixels has its grey on the screen."""
    place = dialog.pictures.cell_place(cell)
    side = place.width() / sample.shape[1]
    for y, x in ((0, 0), (3, 5), (7, 7)):
        at = QPoint(round(place.x() + (x + 0.5) * side) + shift, round(place.y() + (y + 0.5) * side))
        assert level(image, at) == sample[y, x, 0]


def test_the_elder_is_the_first_and_both_have_their_facts(dialog: CompareDialog, run: MadeRun):
    assert [choice.currentText() for choice in dialog.choices] == ["1 kimg  ·  #1", "3 kimg  ·  #3"]
    assert [facts.text() for facts in dialog.facts] == ["Not measured yet"] * 2
    CheckpointStore(run.folder).measured(3, {"phi_fd": 0.25})
    dialog.open_for([1, 3])
    assert dialog.facts[1].text() == "φ-FD 0.25"


def test_left_of_the_line_is_the_first_and_right_of_it_the_second(dialog: CompareDialog, run: MadeRun):
    first, second = samples(run, 1, range(36)), samples(run, 3, range(36))
    assert (first != second).any()
    image = look(dialog)
    assert_shows(dialog, image, 6, first[6])
    assert_shows(dialog, image, 11, second[11])  # the last of the second row of six
    dialog.pictures.set_wipe(0.0)
    assert_shows(dialog, look(dialog), 6, second[6])
    dialog.pictures.set_wipe(1.0)
    assert_shows(dialog, look(dialog), 11, first[11])


def test_the_line_is_dragged_moved_by_keys_and_by_the_slider(dialog: CompareDialog, qtbot: QtBot):
    view = dialog.pictures
    middle, y = view.width() // 2, view.height() // 2
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(middle, y))
    qtbot.mouseMove(view, QPoint(middle // 2, y))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(middle // 2, y))
    assert view.wipe() == pytest.approx(0.25, abs=0.01)
    assert dialog.slider.value() == pytest.approx(250, abs=10)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.wipe() == pytest.approx(0.27, abs=0.01)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.wipe() == pytest.approx(0.37, abs=0.01)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.wipe() == 1.0
    dialog.slider.setValue(600)
    assert view.wipe() == 0.6


def test_side_by_side_both_have_the_same_zoom_and_place(dialog: CompareDialog, run: MadeRun, qtbot: QtBot):
    first, second = samples(run, 1, range(36)), samples(run, 3, range(36))
    qtbot.mouseClick(dialog.beside, Qt.MouseButton.LeftButton)
    assert not dialog.slider.isVisible()
    half = dialog.pictures.width() // 2
    image = look(dialog)
    assert_shows(dialog, image, 14, first[14])
    assert_shows(dialog, image, 14, second[14], shift=half)
    view, at = dialog.pictures, dialog.pictures.cell_place(14).center() + QPoint(half, 0)
    before = view.scale()
    none, plain, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    for _ in range(3):
        turn = QWheelEvent(at.toPointF(), view.mapToGlobal(at).toPointF(), QPoint(), QPoint(0, 120), none, plain, phase, False)
        QApplication.sendEvent(view, turn)
    assert view.scale() > before
    assert view.cell_place(14).contains(at - QPoint(half, 0))  # zoomed about the pointer, in either half
    image = look(dialog)
    assert_shows(dialog, image, 14, first[14])
    assert_shows(dialog, image, 14, second[14], shift=half)


def test_other_checkpoints_seeds_and_counts_are_drawn_anew(dialog: CompareDialog, run: MadeRun, until: Until):
    dialog.seed.setValue(100)
    until(lambda: list(dialog.pictures.names) == list(range(100, 136)))
    dialog.count.setCurrentIndex(0)
    until(lambda: list(dialog.pictures.names) == list(range(100, 116)))
    second = samples(run, 2, range(100, 116))
    dialog.choices[1].setCurrentIndex(1)
    until(lambda: dialog.pictures._tags[1].endswith("#2"))
    dialog.pictures.set_wipe(0.0)
    assert_shows(dialog, look(dialog), 5, second[5])
    dialog.swap.click()
    assert [c.id for c in dialog.pair()] == [2, 1]


def test_a_torn_file_is_told_by_the_checkpoints_name_and_another_choice_mends_it(dialog: CompareDialog, run: MadeRun, until: Until):
    file = CheckpointStore(run.folder).get(2).path / "generator_ema.safetensors"
    file.write_bytes(file.read_bytes()[:100])
    dialog.choices[0].setCurrentIndex(1)
    until(lambda: "cannot be drawn" in dialog.told.text())
    assert dialog.told.isVisible()
    assert "Checkpoint 2 at 2 kimg" in dialog.told.text()
    assert dialog.told.property("role") == "danger"
    assert not dialog.slider.isEnabled()
    dialog.choices[0].setCurrentIndex(0)
    until(lambda: dialog._pages.currentWidget() is dialog.pictures)
    assert dialog.slider.isEnabled()


def test_before_the_first_picture_it_says_that_it_draws_and_can_be_cancelled(session: Session, run: MadeRun, qtbot: QtBot, until: Until):
    dialog = opened(session, run, qtbot, until, [])
    dialog._soon.stop()
    dialog._draw()
    assert dialog.told.text() == "Drawing…"
    dialog.cancel()
    assert "Cancelled" in dialog.told.text()
    idle: list[None] = []
    session.torch.submit(lambda: None, done=idle.append)
    until(lambda: bool(idle) and not session.torch._jobs)
    assert dialog._pages.currentWidget() is dialog.told
    dialog.close()
    session.close_run()


def test_changing_one_side_draws_that_side_alone(run: MadeRun):
    drawer, store = PairDrawer(), CheckpointStore(run.folder)
    one, two, three = store.list()
    assert len(list(drawer.draw(one, two, range(40)))) == 1 + 2 + 2  # two batches a side
    assert len(list(drawer.draw(one, three, range(40)))) == 1 + 2


def test_points_of_both_lie_in_one_plane(session: Session, points: MadeRun, qtbot: QtBot, until: Until):
    dialog = opened(session, points, qtbot, until, [1, 2])
    until(lambda: dialog.points is not None)
    view = dialog.points
    assert view is not None
    assert [len(cloud.data) for cloud in view.clouds] == [POINTS, POINTS]
    assert view.clouds[0].opts["brush"].color() != view.clouds[1].opts["brush"].color()
    assert view.clouds[0].opts["symbol"] != view.clouds[1].opts["symbol"]
    assert view.toggles[1].text() == "2 kimg  ·  #2"
    assert not dialog.slider.isVisible()
    assert not dialog.beside.isVisible()
    view.toggles[0].click()
    assert not view.clouds[0].isVisible()
    dialog.close()
    session.close_run()


def test_it_opens_for_the_two_that_are_chosen_in_the_panel(session: Session, run: MadeRun, qtbot: QtBot, until: Until):
    panel = CheckpointsPanel(session)
    qtbot.addWidget(panel)
    session.run_opened.connect(panel.show_run)
    session.open_run(run.folder.path)
    until(lambda: session.view is not None and session.torch.is_ready)
    panel.show()
    panel.list.selectAll()
    assert not panel.compare_action.isEnabled()  # three are too many
    panel.list.setCurrentIndex(panel.model.index(0))
    panel.compare_action.trigger()
    dialog = panel._comparing
    assert [c.id for c in dialog.pair()] == [2, 3]  # the chosen one and its elder neighbour
    until(lambda: dialog._pages.currentWidget() is dialog.pictures)
    session.close_run()
    assert not dialog.isVisible()
