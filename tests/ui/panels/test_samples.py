"""The samples as a person sees them: pixels of the grabbed panel, words, and the position that all panels share."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QToolButton

from studio.messages import Applied, Ended, Failed, Progressed, SegmentStarted
from studio.presets import preset
from studio.ui import theme as look
from studio.ui.panels.samples import Samples, centres_of
from studio.ui.session import Session
from studio.ui.theme import Theme
from tests.ui.panels.made_runs import OPTIONS, SIDE, MadeRun, colour_of, quiet_session, shown, write_grid


@pytest.fixture
def session(tmp_path: Path, theme: Theme) -> Session:
    return quiet_session(tmp_path, theme)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeRun]:
    with MadeRun(tmp_path / "0001-made") as run:
        yield run


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[MadeRun]:
    with MadeRun(tmp_path / "0002-ring", medium="points") as run:
        yield run


@pytest.fixture
def panel(session: Session) -> Iterator[Samples]:
    yield from shown(Samples(session), 700, 500)


def show(panel: Samples, made: MadeRun) -> None:
    panel.session.view = made.view()
    panel.show_run(panel.session.view)


def go_on(panel: Samples) -> None:
    view = panel.session.view
    assert view is not None
    panel.advance(view.poll())


def back(panel: Samples) -> QToolButton:
    """The button that leads to the newest samples."""
    return next(b for b in panel.scrubber.findChildren(QToolButton) if "newest" in b.toolTip())


def seen(panel: Samples, cell: int) -> tuple[int, int, int]:
    """The colour in the middle of a cell on the screen."""
    place = panel.grid.mapTo(panel, panel.grid.cell_place(cell).center())
    return QColor(panel.grab().toImage().pixel(place)).getRgb()[:3]


def words(panel: Samples) -> str:
    return panel.bar.told.text()


def test_words_without_room_end_in_an_ellipsis_and_are_told_whole_by_the_pointer(panel, made):
    made.live(200, 20_000)
    show(panel, made)
    assert panel.bar.told.drawn() == words(panel)
    panel.bar.told.parentWidget().resize(60, 20)
    panel.bar.told.grab()
    assert panel.bar.told.drawn().endswith("…")
    assert panel.bar.told.toolTip() == words(panel)


def test_the_scrubber_of_a_branch_begins_where_the_branch_did(session, tmp_path):
    with MadeRun(tmp_path / "0003-branch", begin=100_000) as run:
        for nimg in (100_000, 150_000, 200_000):
            run.frame(90, nimg)
        run.live(200, 200_000)
        session.view = run.view()
        for panel in shown(Samples(session), 700, 500):
            track = panel.scrubber.track
            first, middle, last = (track.place(nimg) for nimg in (100_000, 150_000, None))
            assert first < 20
            assert last > track.width() - 20
            assert abs(middle - (first + last) / 2) <= 1
            QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(round(middle), track.height() - 4))
            assert session.position == 150_000


def test_an_empty_panel_says_what_will_appear_and_how_to_get_there(panel):
    assert "No samples" in text_on(panel)
    assert "Train" in text_on(panel)


def test_once_a_draft_is_there_only_train_is_asked_for(panel):
    assert "Choose a template" in text_on(panel)
    panel.session.set_draft(preset("ring").config)
    assert "Press Train" in text_on(panel)
    assert "template" not in text_on(panel)
    panel.session.set_draft(None)
    assert "Choose a template" in text_on(panel)


def text_on(panel: Samples) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_run_that_prepares_says_how_far_it_is(panel, made):
    made.write(Progressed(what="opening the pictures", done=3, total=10))
    show(panel, made)
    assert "Opening the pictures" in text_on(panel)
    assert "appear soon" in text_on(panel)


def test_a_run_that_ended_without_samples_does_not_promise_any(panel, made):
    made.write(Ended(why="aborted"))
    show(panel, made)
    assert "Resume" in text_on(panel)


def test_every_live_sample_shows_in_its_own_colour(panel, made):
    made.live(100, 1000)
    show(panel, made)
    assert [seen(panel, cell) for cell in range(8)] == [colour_of(cell, 100) for cell in range(8)]
    assert "Live, 1 kimg" in words(panel)
    assert back(panel).text() == "Live"


def test_once_a_run_has_stopped_its_newest_samples_are_not_called_live(panel, made):
    made.live(100, 1000)
    show(panel, made)
    made.write(Ended(why="stopped"))
    go_on(panel)
    assert "Newest, 1 kimg" in words(panel)
    assert back(panel).text() == back(panel).accessibleName() == "Newest"


def test_samples_that_come_later_replace_the_live_ones(panel, made):
    made.live(100, 1000)
    show(panel, made)
    made.live(200, 2000, "samples/live-1.png")
    go_on(panel)
    assert seen(panel, 3) == colour_of(3, 200)


def test_a_file_that_is_torn_leaves_the_last_good_samples(panel, made):
    made.live(100, 1000)
    show(panel, made)
    (made.folder.path / "samples/live-1.png").write_bytes(b"\x89PNG torn")
    made.tick(2000, samples="samples/live-1.png")
    go_on(panel)
    assert seen(panel, 3) == colour_of(3, 100)
    write_grid(made.folder.path / "samples/live-1.png", 50)
    made.tick(3000, samples="samples/live-1.png")
    go_on(panel)
    assert seen(panel, 3) == colour_of(3, 50)


def test_enlarged_pixels_are_whole_squares(panel, made):
    """Every pixel of the picture covers scale × scale pixels of the screen, none of them mixed."""
    pixels = Image.effect_noise((8, 8), 100).convert("RGB")
    path = made.folder.path / "samples/live-0.png"
    pixels.save(path)
    made.tick(1000, samples="samples/live-0.png")
    show(panel, made)
    panel.grid.set_picture(panel.grid.picture(), None)
    scale, screen = int(panel.grid.scale()), panel.grid.grab().toImage()
    assert scale > 4
    left, top = round((panel.grid.width() - 8 * scale) / 2), round((panel.grid.height() - 8 * scale) / 2)
    for y in range(8):
        for x in range(8):
            corner, end = (left + x * scale, top + y * scale), (left + (x + 1) * scale - 1, top + (y + 1) * scale - 1)
            assert QColor(screen.pixel(*corner)).getRgb()[:3] == QColor(screen.pixel(*end)).getRgb()[:3] == pixels.getpixel((x, y))


def test_moving_the_scrubber_moves_the_position_and_the_picture(panel, made, qtbot):
    made.frame(10, 1000)
    made.frame(20, 2000)
    made.live(200, 3000)
    show(panel, made)
    track = panel.scrubber.track
    x = round(track.place(1000.0))
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(x, track.height() - 6))
    assert panel.session.position == 1000.0
    assert seen(panel, 2) == colour_of(2, 10)
    assert "At 1 kimg" in words(panel)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    assert panel.session.position == 2000.0
    assert seen(panel, 2) == colour_of(2, 20)
    qtbot.keyClick(track, Qt.Key.Key_End)
    assert panel.session.position is None
    assert seen(panel, 2) == colour_of(2, 200)
    qtbot.keyClick(track, Qt.Key.Key_Home)
    assert panel.session.position == 1000.0


def test_a_position_set_elsewhere_moves_handle_and_picture(panel, made):
    made.frame(10, 1000)
    made.frame(20, 2000)
    made.live(200, 3000)
    show(panel, made)
    panel.session.set_position(1300.0)
    assert panel.scrubber.position() == 1300.0
    assert seen(panel, 2) == colour_of(2, 10)  # the nearest frame
    panel.session.set_position(None)
    assert seen(panel, 2) == colour_of(2, 200)


def test_new_samples_do_not_disturb_a_look_back(panel, made):
    made.frame(10, 1000)
    made.live(200, 3000)
    show(panel, made)
    panel.session.set_position(1000.0)
    made.live(220, 9000, "samples/live-1.png")
    made.frame(30, 9000)
    go_on(panel)
    assert seen(panel, 2) == colour_of(2, 10)
    assert panel.scrubber.track.frames() == [1000.0, 9000.0]


def test_play_goes_through_the_frames_and_ends_live(panel, made, qtbot):
    for i in range(4):
        made.frame(10 * i, 1000 * (i + 1))
    made.live(200, 5000)
    show(panel, made)
    panel.scrubber._speed.setCurrentText("8×")
    positions: list[float | None] = []
    panel.session.position_changed.connect(positions.append)
    qtbot.mouseClick(panel.scrubber._play, Qt.MouseButton.LeftButton)
    assert positions[0] == 1000.0
    qtbot.waitUntil(lambda: not panel.scrubber.playing(), timeout=30_000)
    assert panel.session.position is None


def test_frames_of_an_abandoned_part_are_not_on_the_line(panel, made):
    made.frame(10, 1000)
    made.frame(20, 5000)
    made.write(SegmentStarted(segment=1, parent=0, why="rollback", nimg=1000, checkpoint=0, options=OPTIONS))
    made.segment = 1
    made.live(100, 1500)
    show(panel, made)
    assert panel.scrubber.track.frames() == [1000.0]


def test_marks_tell_checkpoints_changes_and_failures(panel, made):
    made.frame(10, 1000)
    made.checkpoint(1, 1000)
    made.write(Applied(nimg=2000, id="a", command={"kind": "set_option", "path": "optimizer.lr", "value": 0.1}))
    made.live(100, 3000)
    made.write(Failed(nimg=3000, error="non_finite", text="the gradient of D is not finite"))
    show(panel, made)
    marks = panel.scrubber.track._marks
    assert [m.kind for m in marks] == ["checkpoint", "command", "failure"]
    assert "optimizer.lr set to 0.1" in marks[1].text
    assert "not finite" in marks[2].text
    image = panel.scrubber.track.grab().toImage()
    x, y = round(panel.scrubber.track.place(1000.0)), round(panel.scrubber.track.height() * 0.6 - 11)
    assert image.pixelColor(x, y).name() == look.colours().accent


def test_a_cell_tells_its_seed_and_is_copied_alone(panel, made, qtbot):
    made.live(100, 1000)
    show(panel, made)
    qtbot.mouseClick(panel.grid, Qt.MouseButton.LeftButton, pos=panel.grid.cell_place(5).center())
    assert panel.grid.cell() == 5
    assert "seed 5" in words(panel)
    qtbot.keyClick(panel.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (SIDE, SIDE)
    assert copied.pixelColor(1, 1).getRgb()[:3] == colour_of(5, 100)
    texts = [a.text() for a in panel.menu(5).actions()]
    assert "Copy the picture of seed 5" in texts


def test_arrows_choose_filled_cells_only(panel, made, qtbot):
    made.live(100, 1000)
    show(panel, made)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(panel.grid, key)
    assert panel.grid.cell() == 7  # cell 8 is the empty place


def test_save_writes_the_whole_grid_in_its_own_pixels(panel, made, tmp_path, monkeypatch):
    made.live(100, 1000)
    show(panel, made)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.png"), ""))
    panel.save()
    saved = QImage(str(tmp_path / "out.png"))
    assert (saved.width(), saved.height()) == (12, 12)
    assert saved.pixelColor(0, 0).getRgb()[:3] == colour_of(0, 100)


def test_a_place_that_cannot_be_written_becomes_a_notice(panel, made, tmp_path, monkeypatch):
    made.live(100, 1000)
    show(panel, made)
    heard = []
    panel.session.notice.connect(heard.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "such" / "out.png"), ""))
    panel.save()
    assert "could not be written" in heard[0].text


def test_points_are_drawn_in_the_colours_of_real_and_fake(panel, ring):
    ring.frame(0, 500)
    ring.live(0, 1000, "samples/live-0.npz")
    show(panel, ring)
    points = panel._points
    assert points is not None
    assert points.isVisible()
    c = look.colours()
    assert has_colour(points, c.real)
    assert has_colour(points, c.fake)
    points.toggle("fake").click()
    assert not has_colour(points, c.fake)
    assert has_colour(points, c.real)
    assert points.shown("heat")
    assert not points.shown("arrows")
    assert level(heat_at(points, -1.9)) > 230
    assert level(heat_at(points, 1.9)) < 25


def test_density_shows_both_clouds_in_their_colours_and_the_choice_is_remembered(panel, ring):
    ring.live(0, 1000, "samples/live-0.npz")
    show(panel, ring)
    points = panel._points
    for part in ("real", "fake", "heat"):
        points.toggle(part).click()
    empty = colour_at(points, -1.0), colour_at(points, 1.0)
    assert empty[0] == empty[1]
    points.toggle("density").click()
    left, right, c = colour_at(points, -1.0), colour_at(points, 1.0), look.colours()
    assert nearer(left, c.real, c.fake)
    assert nearer(right, c.fake, c.real)
    assert colour_at(points, 0.0) == empty[0]  # nothing lies there
    assert not points.toggle("centres").isVisible()
    panel.show_run(panel.session.view)
    again = panel._points
    assert [part for part in ("real", "fake", "density", "heat", "arrows") if again.shown(part)] == ["density"]


def test_the_true_centres_of_a_mixture_are_ringed(panel, ring, qtbot):
    ring.live(0, 1000, "samples/live-0.npz")
    show(panel, ring)
    points = panel._points
    assert not points.shown("centres")
    points.set_centres(centres_of("ring"))
    assert points.shown("centres")
    assert len(points._centres.points()) == 8
    points.toggle("centres").click()
    assert not points.shown("centres")
    assert centres_of("digits") is None
    assert centres_of("") is None


def colour_at(points, x: float) -> QColor:
    QApplication.processEvents()
    place = points._plot.mapFromScene(points._plot.getViewBox().mapViewToScene(QPointF(x, 0.0)))
    return points.picture().toImage().pixelColor(place)


def nearer(colour: QColor, one: str, other: str) -> bool:
    apart = [sum(abs(a - b) for a, b in zip(colour.getRgb(), QColor(name).getRgb(), strict=True)) for name in (one, other)]
    return apart[0] < apart[1]


def has_colour(points, name: str) -> bool:
    QApplication.processEvents()
    image, wanted = points.picture().toImage(), QColor(name).rgb()
    return any(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def heat_at(points, x: float) -> QColor:
    box = points._plot.getViewBox()
    place = points._plot.mapFromScene(box.mapViewToScene(QPointF(x, 1.5)))
    return points.picture().toImage().pixelColor(place)


def level(colour: QColor) -> int:
    """Which of the map's 256 colours, from fake to real, it is."""
    from studio.ui.widgets.points_view import diverging

    return int(np.abs(diverging().astype(int) - np.array(colour.getRgb()[:3])).sum(1).argmin())


def test_a_change_of_scheme_recolours_the_panel(panel, made):
    made.live(100, 1000)
    show(panel, made)
    panel.session.theme.choose("dark")
    QApplication.processEvents()
    ground = panel.scrubber.grab().toImage().pixelColor(1, 1)
    assert ground.lightnessF() < 0.3
    assert seen(panel, 3) == colour_of(3, 100)
