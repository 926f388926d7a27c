"""The dataset panel: a source is chosen or dropped, opened on the torch thread, checked on a plain one, and shown as the networks will see it."""

import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.gan.datasets import Source
from studio.messages import DataOpened, Ended, Progressed, SegmentStarted, Tick
from studio.presets import preset
from studio.ui.looking import Looking, NotFetchedError
from studio.ui.panels.dataset import DatasetPanel, data_facts
from studio.ui.session import Session
from studio.ui.widgets.picture_grid import PictureGrid, to_image
from studio.ui.widgets.scan_report import ScanReportView
from tests.ui.panels.setup import TrainedRun, form_panel, know_kinds

SLOW = 90_000  # ms: torchvision alone may take half a minute to import on a busy machine


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[DatasetPanel]:
    made = form_panel(qtbot, session, DatasetPanel)
    yield made
    made.show_run(None)  # gives up what is on its way


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Two classes of plain pictures, 12×8 pixels, one broken file and one text."""
    folder = tmp_path / "my pets"
    for number, name in enumerate(("cats", "dogs")):
        (folder / name).mkdir(parents=True)
        for k in range(10):
            Image.new("RGB", (12, 8), (200 * number, 10 * k, 50)).save(folder / name / f"{k}.png")
    (folder / "dogs" / "torn.png").write_bytes(b"no picture")
    (folder / "readme.txt").write_text("hello")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Iterator[TrainedRun]:
    made = TrainedRun(tmp_path / "runs" / "0001-digits", "digits")
    yield made
    made.close()


def facts(panel: DatasetPanel) -> str:
    return panel.facts.text()


def reds(panel: DatasetPanel) -> set[int]:
    """The red in the middle of each picture that is shown."""
    return {panel.pictures.image(k).pixelColor(6, 4).red() for k in range(16)}


def drop(widget: QWidget, path: Path) -> bool:
    """Drags a path over a widget and lets it fall; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Qt 6.12 prefers a constructor that 6.8 does not have
        entering = QDragEnterEvent(QPoint(5, 5), action, data, buttons, keys)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), action, data, buttons, keys))
    return entering.isAccepted()


def test_a_size_that_the_networks_cannot_make_is_a_fault_before_anything_trains(qtbot: QtBot, session: Session, panel: DatasetPanel, pictures: Path):
    panel.take(pictures)
    draft = session.draft
    session.set_draft({**draft, "network": "dcgan", "dataset": {**draft["dataset"], "width": 47, "height": 48}})
    qtbot.waitUntil(lambda: any(p.path.startswith("network") for p in session.draft_problems), timeout=SLOW)
    assert "47 wide" in str(session.draft_problems[0])
    session.set_draft({**session.draft, "dataset": {**session.draft["dataset"], "width": 48}})
    qtbot.waitUntil(lambda: panel.pictures.isVisible() and session.draft_shape == (3, 48, 48), timeout=SLOW)
    assert session.draft_problems == ()


def test_without_data_it_says_how_to_get_some(panel: DatasetPanel):
    assert panel.stack.currentIndex() == 1
    assert any("own pictures" in label.text() for label in panel.stack.currentWidget().findChildren(QLabel))


def test_a_dropped_folder_becomes_a_draft_and_its_pictures_are_shown(qtbot: QtBot, session: Session, panel: DatasetPanel, pictures: Path):
    assert drop(panel.first_drop, pictures)
    assert session.draft["dataset"]["kind"] == "folder"
    assert session.draft["dataset"]["path"] == str(pictures)
    assert session.draft["name"] == "my pets"
    assert session.draft_problems == ()
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    assert "Pictures: 16 to train on, 4 set aside" in facts(panel)
    assert "Size: 12×8, colour" in facts(panel)
    assert "Classes: 2 (cats, dogs); the networks are not told them" in facts(panel)
    assert "torn.png" in panel.notes.text()
    panel.sight.switch.setChecked(False)
    qtbot.waitUntil(lambda: reds(panel) == {0, 200})  # the very pixels, of both classes


def test_a_dropped_zip_switches_to_that_source_and_keeps_what_was_set(qtbot: QtBot, session: Session, panel: DatasetPanel, pictures: Path, tmp_path: Path):
    panel.take(pictures)
    session.set_draft({**session.draft, "dataset": {**session.draft["dataset"], "fit": "pad"}})
    archive = tmp_path / "all.zip"
    archive.write_bytes(b"")
    assert drop(panel, archive)
    assert session.draft["dataset"]["kind"] == "zip"
    assert session.draft["dataset"]["fit"] == "pad"
    qtbot.waitUntil(panel.fault.isVisible, timeout=SLOW)
    assert "all.zip" in panel.fault.text()
    assert not drop(panel, pictures / "readme.txt")


def test_samples_are_shown_as_d_sees_them_and_without(qtbot: QtBot, session: Session, panel: DatasetPanel, pictures: Path):
    panel.take(pictures)
    session.set_draft({**session.draft, "augment": {"kind": "ada", "p": "0 -> 0.9"}})
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    assert panel.sight.switch_words.text() == "As D sees them: half of them mirrored and changed at random (ADA, p up to 0.9)"
    assert reds(panel) == {0, 200}, "one's own pictures are seen first as they are"
    panel.sight.switch.setFocus()
    qtbot.keyClick(panel.sight.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(reds(panel)) > 4)  # tinted
    before = [panel.pictures.image(k) for k in range(16)]
    qtbot.mouseClick(panel.sight.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [panel.pictures.image(k) for k in range(16)] != before)
    qtbot.keyClick(panel.sight.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: reds(panel) == {0, 200})
    session.set_draft({**session.draft, "augment": {"kind": "none"}, "dataset": {**session.draft["dataset"], "mirror": False}})
    qtbot.waitUntil(lambda: panel.pictures.isVisible() and not panel.sight.switch.isVisible(), timeout=SLOW)


def test_an_open_run_shows_the_strength_that_it_has_come_to(qtbot: QtBot, session: Session, panel: DatasetPanel, run: TrainedRun):
    run.show(session)
    run.news(session, Tick(nimg=64, segment=0, seconds=1, scalars={"augment/p": (0.25, 0.25, 0.25)}))
    run.news(session, SegmentStarted(segment=1, why="resume", options={**run.options, "augment": {"kind": "ada", "adaptive": True}}))
    run.news(session, Tick(nimg=128, segment=1, seconds=2, scalars={"augment/p": (0.25, 0.25, 0.25)}))
    run.news(session, DataOpened(medium="image", shape=(1, 8, 8), train=1669, held=128))
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    assert panel.sight.switch_words.text() == "As D sees them: changed at random (ADA, p = 0.25 now)"


def test_a_place_that_is_not_there_is_said_in_place(qtbot: QtBot, session: Session, panel: DatasetPanel, tmp_path: Path, pictures: Path):
    panel.take(pictures)
    gone = {**session.draft["dataset"], "path": str(tmp_path / "gone")}
    session.set_draft({**session.draft, "dataset": gone})
    qtbot.waitUntil(panel.fault.isVisible, timeout=SLOW)
    assert "is not there" in panel.fault.text()
    assert not panel.pictures.isVisible()
    pictures.rename(tmp_path / "gone")
    qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    assert not panel.fault.isVisible()


def test_no_place_at_all_marks_the_field_and_opens_nothing(qtbot: QtBot, session: Session, panel: DatasetPanel):
    session.new_draft(preset("pictures").config)
    assert panel.drop.isVisible()
    assert panel.form.row("dataset.path").note.isVisible()
    qtbot.wait(700)
    assert not panel.work.isVisible()
    assert not panel.fault.isVisible()


def test_points_are_shown_in_the_plane(qtbot: QtBot, session: Session, panel: DatasetPanel):
    session.new_draft(preset("ring").config)
    qtbot.waitUntil(panel.scatter.isVisible, timeout=SLOW)
    assert not panel.pictures.isVisible()
    assert panel.other_drop.isVisible()
    assert 1.0 < panel.scatter.reach() < 1.3
    assert "set aside" in facts(panel)


def test_a_set_without_end_says_so(qtbot: QtBot, session: Session, panel: DatasetPanel):
    session.new_draft(preset("shapes").config)
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    assert "Pictures: drawn anew, without end" in facts(panel)
    assert panel.pictures.image(0).width() == 32


def test_another_choice_replaces_what_was_on_its_way(qtbot: QtBot, session: Session, panel: DatasetPanel):
    session.new_draft(preset("digits").config)
    panel.look()
    session.new_draft(preset("ring").config)
    qtbot.waitUntil(panel.scatter.isVisible, timeout=SLOW)
    qtbot.wait(100)
    assert not panel.pictures.isVisible()


def test_data_that_must_be_downloaded_waits_for_a_word(qtbot: QtBot, session: Session, panel: DatasetPanel):
    session.new_draft(preset("mnist").config)
    qtbot.waitUntil(panel.again.isVisible, timeout=SLOW)
    assert panel.again.text() == "Download and show"
    assert "downloaded once" in panel.fault.text()
    assert not list(session.home.glob("cache/downloads/**/*.gz"))


def test_published_data_that_lies_there_already_needs_no_word(session: Session, qtbot: QtBot, tmp_path: Path):
    know_kinds(qtbot, session)
    source = {"kind": "mnist", "folder": str(tmp_path)}
    asked = Looking(session.torch, source, tmp_path / "cache")
    with qtbot.waitSignal(asked.failed, timeout=SLOW) as told:
        pass
    assert not isinstance(told.args[0], NotFetchedError)
    assert str(tmp_path) in str(told.args[0])


def test_the_check_lists_broken_files_to_copy(qtbot: QtBot, session: Session, panel: DatasetPanel, pictures: Path):
    panel.take(pictures)
    qtbot.waitUntil(panel.check.isVisible)
    qtbot.mouseClick(panel.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.report.isVisible, timeout=SLOW)
    said = panel.report.facts.text()
    assert "Pictures: 20" in said
    assert "12×8 (20)" in said
    assert "cats (10), dogs (10)" in said
    assert "Other files: 1" in said
    assert "10, equal to another" not in said
    assert not panel.report.copies.isVisible()
    assert panel.report.broken.heading.text() == "1 file left out"
    qtbot.mouseClick(panel.report.broken.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("dogs/torn.png: ")


def test_the_check_lists_equal_files_to_copy(qtbot: QtBot, panel: DatasetPanel, pictures: Path):
    (pictures / "cats" / "again.png").write_bytes((pictures / "dogs" / "3.png").read_bytes())
    panel.take(pictures)
    panel.scan()
    qtbot.waitUntil(panel.report.isVisible, timeout=SLOW)
    assert "Copies: 1, equal to another byte for byte" in panel.report.facts.text()
    assert panel.report.copies.heading.text() == "1 picture is there more than once"
    qtbot.mouseClick(panel.report.copies.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "cats/again.png = dogs/3.png"


def test_a_cancelled_check_ends_its_thread_and_shows_nothing(qtbot: QtBot, session: Session, panel: DatasetPanel, pictures: Path):
    for k in range(400):
        Image.new("RGB", (300, 300), (k % 256, 0, 0)).save(pictures / f"{k}.bmp")
    panel.take(pictures)
    panel.scan()
    qtbot.waitUntil(panel.scan_work.isVisible, timeout=SLOW)
    qtbot.mouseClick(panel.scan_work.button, Qt.MouseButton.LeftButton)
    assert not [t for t in threading.enumerate() if t.name.startswith("scan")]
    qtbot.wait(50)
    assert not panel.report.isVisible()
    assert panel.check.isVisible()


def test_a_long_look_can_be_cancelled(qtbot: QtBot, session: Session, panel: DatasetPanel, pictures: Path):
    for k in range(600):
        Image.new("RGB", (400, 400), (k % 256, 0, 0)).save(pictures / f"{k}.bmp")
    panel.take(pictures)
    qtbot.waitUntil(lambda: panel.work.isVisible() and panel.work.bar.maximum() > 0, timeout=SLOW)
    qtbot.mouseClick(panel.work.button, Qt.MouseButton.LeftButton)
    assert not panel.work.isVisible()
    assert panel.again.isVisible()
    qtbot.wait(300)
    assert not panel.pictures.isVisible()


def test_an_open_runs_data_cannot_be_changed_and_its_facts_are_the_journals(qtbot: QtBot, session: Session, panel: DatasetPanel, run: TrainedRun):
    run.show(session)
    run.news(session, Progressed(what="Decoding pictures", done=30, total=100))
    assert panel.work.isVisible()
    assert panel.work.words.text() == "Decoding pictures: 30 of 100"
    run.news(session, DataOpened(medium="image", shape=(1, 8, 8), train=1669, held=128, notes=("a remark",)))
    assert not panel.form.row("dataset.labelled").editor.isEnabled()
    assert not panel.form.groups["dataset"].box.isEnabled()
    assert not panel.drop.isVisible()
    assert "1,669 to train on, 128 set aside" in facts(panel)
    assert panel.first_note.text() == "a remark"
    qtbot.waitUntil(panel.pictures.isVisible, timeout=SLOW)
    assert panel.pictures.image(0).width() == 8
    assert "not told them" in facts(panel)
    run.news(session, Progressed(what="Saving", done=1, total=2), Ended(why="stopped"))
    assert panel.pictures.isVisible()
    assert "not told them" in facts(panel)


def test_classes_in_use_are_said_without_a_remark():
    assert data_facts("image", (3, 32, 48), ("a", "b"), 90, 10, known=("a", "b"))[-1] == ("Classes", "2 (a, b)")
    assert data_facts("points", (2,), (), None, 0) == [("Points", "drawn anew, without end")]


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_picture_keeps_every_pixel(channels: int):
    pixels = np.random.default_rng(0).integers(0, 256, (5, 7, channels)).astype(np.uint8)
    image = to_image(pixels[:, ::-1])  # also where the array is a view
    for y, x in np.ndindex(5, 7):
        colour = image.pixelColor(x, y)
        seen = (colour.red(), colour.green(), colour.blue(), colour.alpha())[:channels]
        assert seen == tuple(pixels[y, 6 - x])


def test_pictures_are_enlarged_by_whole_factors_and_fill_the_width(qtbot: QtBot):
    grid = PictureGrid()
    qtbot.addWidget(grid)
    grid.resize(280, 10)
    grid.show_pictures(np.zeros((60, 8, 8, 1), np.uint8))
    assert grid.place(0).width() == 40
    assert grid.place(grid.count() - 1).bottom() < grid.height()
    assert grid.count() == 30
    grid.show_pictures(np.zeros((60, 512, 256, 3), np.uint8))
    assert grid.place(0).width() == 256
    grid.resize(200, 10)
    assert grid.place(0).width() == 200


def test_a_sound_folder_is_said_to_be_sound(qtbot: QtBot, pictures: Path):
    from studio.gan.scan import scan

    (pictures / "dogs" / "torn.png").unlink()
    view = ScanReportView()
    qtbot.addWidget(view)
    view.show_report(scan(pictures))
    assert view.broken.heading.text() == "Every file can be used."
    assert not view.broken.text.isVisibleTo(view)


def test_of_very_many_broken_files_the_first_are_shown_and_all_are_copied(qtbot: QtBot, tmp_path: Path):
    from studio.gan.scan import scan

    for i in range(1500):
        (tmp_path / f"{i:04d}.heic").touch()
    view = ScanReportView()
    qtbot.addWidget(view)
    view.show_report(scan(tmp_path))
    assert view.broken.heading.text() == "1,500 files left out"
    shown = view.broken.text.toPlainText().splitlines()
    assert (len(shown), shown[-1]) == (1001, "… and 500 more: Copy list takes all of them.")
    view.broken.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 1500
    assert copied[-1].startswith("1499.heic: is a HEIC file")


def test_every_source_that_takes_a_path_has_a_row_for_it(session: Session, panel: DatasetPanel, pictures: Path):
    assert {"folder", "zip"} <= set(Source.kinds())
    for kind in ("folder", "zip"):
        session.new_draft({**preset("pictures").config, "dataset": {"kind": kind, "path": str(pictures)}})
        assert panel.form.row("dataset.path").value() == str(pictures)
