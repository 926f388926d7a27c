"""A closer look at one sample: what a person sees of it, with the real torch thread, checkpoints and data."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from studio.gan.media import medium
from studio.gan.sampling import Sampler
from studio.messages import CheckpointSaved
from studio.ui.inspection import pixels_of
from studio.ui.panels.samples import Samples
from tests.ui.panels.digit_runs import COPIED, NEW, DigitRun
from tests.ui.panels.made_runs import add_generator, shown


@pytest.fixture
def made(tmp_path: Path) -> Iterator[DigitRun]:
    with DigitRun(tmp_path / "0001-digits") as run:
        for k in range(15):
            run.frame((k + 1) / 20, 1000 * (k + 1))
        run.live()
        yield run


@pytest.fixture
def panel(session, made) -> Iterator[Samples]:
    session.view = made.view()
    yield from shown(Samples(session), 900, 560)


def click(qtbot, panel: Samples, cell: int) -> None:
    qtbot.mouseClick(panel.grid, Qt.MouseButton.LeftButton, pos=panel.grid.cell_place(cell).center())


def told(part) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def pixels(picture: QImage) -> np.ndarray:
    return pixels_of(picture, 1)


def done(qtbot, section) -> None:
    qtbot.waitUntil(lambda: section.rows[0].isVisible() and not section.work.isVisible(), timeout=60_000)


def test_a_click_opens_it_esc_closes_it_and_enter_opens_it_again(panel, made, qtbot):
    assert not panel.inspector.isVisible()
    click(qtbot, panel, 7)
    assert panel.inspector.isVisible()
    assert "Seed 7" in told(panel.inspector)
    assert "at 20 kimg" in told(panel.inspector)
    np.testing.assert_array_equal(pixels(panel.inspector.enlarged.picture().toImage()), made.samples[7])
    scale = panel.inspector.enlarged.scale()
    assert scale == int(scale) > 4
    panel.inspector.film.rows[0].setFocus()
    qtbot.keyClick(panel.inspector.film.rows[0], Qt.Key.Key_Escape)
    assert not panel.inspector.isVisible()
    assert panel.grid.hasFocus()
    qtbot.keyClick(panel.grid, Qt.Key.Key_Right)
    assert not panel.inspector.isVisible()
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    assert "Seed 8" in told(panel.inspector)
    qtbot.keyClick(panel.grid, Qt.Key.Key_Right)  # open, it follows
    assert "Seed 9" in told(panel.inspector)
    qtbot.keyClick(panel.grid, Qt.Key.Key_Escape)
    assert not panel.inspector.isVisible()


def test_its_past_is_twelve_moments_from_first_to_last_and_a_click_goes_there(panel, made, qtbot):
    click(qtbot, panel, 2)
    film = panel.inspector.film.rows[0]
    qtbot.waitUntil(film.isVisible, timeout=20_000)
    words = [small.word for small in film.pictures()]
    assert len(words) == 12
    assert (words[0], words[-1]) == ("1", "15")
    np.testing.assert_array_equal(pixels(film.pictures()[0].picture), (made.samples[2] * 0.05).astype(np.uint8))
    assert film.marked() is None
    qtbot.mouseClick(film, Qt.MouseButton.LeftButton, pos=film.place(0).center())
    assert panel.session.position == 1000.0
    assert film.marked() == 0
    assert "As it was at 1 kimg" in told(panel.inspector)
    np.testing.assert_array_equal(pixels(panel.inspector.enlarged.picture().toImage()), (made.samples[2] * 0.05).astype(np.uint8))
    qtbot.keyClick(film, Qt.Key.Key_End)
    qtbot.keyClick(film, Qt.Key.Key_Return)
    assert panel.session.position == 15_000.0


def test_neighbours_are_the_checkpoints_own_and_those_close_by_are_nearer(panel, made, qtbot):
    path = add_generator(made, 1, 10_000)
    panel.advance(panel.session.view.poll())
    click(qtbot, panel, 5)
    section = panel.inspector.neighbours
    done(qtbot, section)
    assert "checkpoint 1, at 10 kimg" in told(section)
    assert "seed 6" in told(section)
    own = medium("image").to_array(Sampler.from_checkpoint(path, device="cpu").draw([5, 6])[0]).astype(int)
    near, far, towards = ([pixels(small.picture).astype(int) for small in row.pictures()] for row in section.rows)
    assert len(near) == len(far) == len(towards) == 6
    assert np.abs(towards[-1] - own[1]).max() <= 1  # the way ends at the next seed
    apart = [np.mean([np.abs(p - own[0]).mean() for p in row]) for row in (near, far)]
    assert 0 < apart[0] < apart[1]


def test_the_checkpoint_belongs_to_the_moment_that_is_looked_at_and_a_newer_one_draws_anew(panel, made, qtbot):
    add_generator(made, 1, 2_000)
    add_generator(made, 2, 10_000)
    panel.advance(panel.session.view.poll())
    panel.session.set_position(2000.0)
    click(qtbot, panel, 5)
    section = panel.inspector.neighbours
    qtbot.waitUntil(lambda: "checkpoint 1" in told(section), timeout=60_000)
    panel.session.set_position(None)
    qtbot.waitUntil(lambda: "checkpoint 2" in told(section), timeout=60_000)
    add_generator(made, 3, 20_000)
    panel.advance(panel.session.view.poll())
    qtbot.waitUntil(lambda: "checkpoint 3" in told(section), timeout=60_000)


def test_without_a_checkpoint_it_says_how_to_get_one(panel, made, qtbot):
    click(qtbot, panel, 5)
    qtbot.waitUntil(lambda: "Save checkpoint" in told(panel.inspector.neighbours), timeout=60_000)
    assert not panel.inspector.neighbours.rows[0].isVisible()


def test_a_checkpoint_whose_files_are_gone_is_named(panel, made, qtbot):
    made.write(CheckpointSaved(nimg=10_000, id=1, segment=0, folder="checkpoints/000001-000010kimg", why="interval"))
    path = add_generator(made, 1, 10_000)
    (path / "generator_ema.safetensors").unlink()
    panel.advance(panel.session.view.poll())
    click(qtbot, panel, 5)
    qtbot.waitUntil(lambda: "generator_ema" in told(panel.inspector.neighbours), timeout=60_000)


def test_a_copy_is_found_beside_its_original_and_what_is_new_is_not_called_one(panel, made, qtbot):
    click(qtbot, panel, COPIED)
    section = panel.inspector.nearest
    done(qtbot, section)
    assert "may be a copy" in told(section)
    assert len(section.rows[0].pictures()) == 4
    np.testing.assert_array_equal(pixels(section.rows[0].pictures()[0].picture), made.samples[COPIED])
    click(qtbot, panel, NEW)
    assert "may be a copy" not in told(section)  # at once: it is no longer of this sample
    done(qtbot, section)
    assert "No sign of a copy" in told(section)


def test_what_was_asked_of_another_sample_never_shows(panel, made, qtbot):
    add_generator(made, 1, 10_000)
    panel.advance(panel.session.view.poll())
    click(qtbot, panel, COPIED)
    panel.inspection._look()  # without the pause in which arrow keys are waited for
    click(qtbot, panel, NEW)
    for section in (panel.inspector.neighbours, panel.inspector.nearest):
        done(qtbot, section)
    assert f"seed {NEW + 1}" in told(panel.inspector.neighbours)
    assert "No sign of a copy" in told(panel.inspector.nearest)


def test_closing_calls_off_what_is_under_way(panel, made, qtbot):
    click(qtbot, panel, 5)
    panel.inspection._look()
    qtbot.mouseClick(panel.inspector.buttons[-1], Qt.MouseButton.LeftButton)
    assert not panel.inspector.isVisible()
    assert all(job.cancelled for job in panel.session.torch._jobs)
    click(qtbot, panel, 5)
    done(qtbot, panel.inspector.nearest)


def test_cancel_says_so_and_the_button_looks_again(panel, made, qtbot):
    click(qtbot, panel, COPIED)
    panel.inspection._look()
    section = panel.inspector.nearest
    qtbot.mouseClick(section.work.button, Qt.MouseButton.LeftButton)
    assert "Not looked up" in told(section)
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    done(qtbot, section)
    assert "may be a copy" in told(section)


def test_data_that_has_moved_is_told_in_its_place(session, tmp_path, qtbot):
    with DigitRun(tmp_path / "0002-moved", {"kind": "folder", "path": str(tmp_path / "gone")}) as run:
        run.live()
        session.view = run.view()
        for panel in shown(Samples(session), 900, 560):
            inspector = panel.inspector
            click(qtbot, panel, 5)
            qtbot.waitUntil(lambda part=inspector.nearest: str(tmp_path / "gone") in told(part), timeout=60_000)
            assert "Seed 5" in told(inspector)


def test_another_run_closes_it(panel, made, tmp_path):
    panel.inspection.open(3)
    with DigitRun(tmp_path / "0003-other") as other:
        other.live()
        panel.session.view = other.view()
        panel.show_run(panel.session.view)
    assert not panel.inspector.isVisible()
