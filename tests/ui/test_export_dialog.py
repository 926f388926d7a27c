"""The export as a person goes through it: real checkpoints, the real torch thread, real files."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer

from studio.errors import ConfigError
from studio.runs.checkpoints import CheckpointStore
from studio.ui.export_dialog import ExportDialog
from studio.ui.export_work import free_target, next_free, parse_seeds, target_fault
from studio.ui.session import Notice, Session
from tests.ui.panels.made_runs import MadeRun, add_generator, shown

CLASSES = ("cat", "dog", "cow")
Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeRun]:
    with MadeRun(tmp_path / "0001-made", classes=CLASSES, shape=(1, 8, 8)) as run:
        add_generator(run, 1, 10_000, classes=CLASSES)
        add_generator(run, 2, 20_000, classes=CLASSES)
        yield run


@pytest.fixture
def dialog(session: Session, made: MadeRun, until: Until) -> Iterator[ExportDialog]:
    session.view = made.view()
    made_dialog = ExportDialog(session)
    showing = shown(made_dialog, 920, 640)
    yield next(showing)
    made_dialog.stop()
    until(lambda: made_dialog.state() != "running")
    next(showing, None)


def opened(dialog: ExportDialog, until: Until, target: Path, *, seeds: str = "0-11") -> ExportDialog:
    """Filled in, with its preview drawn."""
    dialog.open_for()
    write(dialog.form.seeds, seeds)
    write(dialog.form.target, str(target))
    until(lambda: dialog.estimate.text() != "" and "about" in dialog.estimate.text())
    return dialog


def write(line, text: str) -> None:
    """As if typed."""
    line.setText(text)
    line.textEdited.emit(text)


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_the_newest_checkpoint_is_chosen_and_previewed(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out")
    assert dialog.form.checkpoint.currentText() == "2 · 20 kimg · newest"
    assert dialog.preview_told.text() == "The first 12 of them"
    assert not dialog.preview.picture().isNull()
    assert dialog.preview.words(3) == "seed 3"
    assert dialog.start.isEnabled()
    assert "12 samples" in dialog.estimate.text()


def test_a_checkpoint_asked_for_or_at_the_position_is_chosen(dialog, session):
    dialog.open_for(1)
    assert dialog.form.checkpoint.currentData() == 1
    session.set_position(11_000.0)
    dialog.open_for(None)
    assert dialog.form.checkpoint.currentData() == 1
    session.set_position(None)
    dialog.open_for(None)
    assert dialog.form.checkpoint.currentData() == 2


def test_images_go_into_a_folder_with_one_subfolder_a_class(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out")
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    written = files(tmp_path / "out")
    assert sum(name.endswith(".png") for name in written) == 12
    assert {name.split("/")[0] for name in written if name.endswith(".png")} <= set(CLASSES)
    assert "12 samples are in" in dialog.told.text()
    assert str(tmp_path / "out") in dialog.told.text()
    assert dialog.show_folder.isVisible()
    assert not dialog.start.isVisible()


def test_the_preview_shows_what_is_exported(dialog, until, tmp_path):
    """Seed 5's picture in the preview is, pixel for pixel, the file of seed 5."""
    opened(dialog, until, tmp_path / "out", seeds="5, 7")
    seen = dialog.preview.cell_picture(0).toImage()
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    file = next((tmp_path / "out").rglob("seed0000000005.png"))
    with Image.open(file) as picture:
        assert [seen.pixelColor(x, y).red() for y in range(8) for x in range(8)] == list(picture.tobytes())


def test_truncation_zero_makes_all_samples_of_a_class_alike(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out", seeds="0-3")
    dialog.form.class_mode.setCurrentIndex(1)
    for i in (0, 1):
        dialog.form.class_list.item(i).setCheckState(Qt.CheckState.Unchecked)
    dialog.form.psi.setValue(0.0)
    assert dialog.form.psi_slider.value() == 0
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    pictures = sorted((tmp_path / "out" / "cow").glob("*.png"))
    assert len(pictures) == 4
    assert len({p.read_bytes() for p in pictures}) == 1


def test_a_zip_is_written_whole(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out")
    dialog.form.into.setCurrentIndex(1)
    assert dialog.form.target.text().endswith("out.zip")
    dialog.form.format.setCurrentIndex(2)
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        names = archive.namelist()
        lines = archive.read("manifest.jsonl").decode().splitlines()
    assert sum(n.endswith(".webp") for n in names) == 12
    assert [json.loads(line)["seed"] for line in lines] == list(range(12))


def test_cancel_keeps_what_is_written_and_continue_makes_the_rest(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out", seeds="0-1999")
    dialog.start.click()
    assert not dialog.form.isEnabled()
    assert dialog.cancel.isVisible()
    until(lambda: dialog.bar.value() > 0)
    dialog.cancel.click()
    until(lambda: dialog.state() == "stopped")
    kept = len(list((tmp_path / "out").rglob("*.png")))
    assert 0 < kept < 2000
    assert "Cancelled" in dialog.told.text()
    assert dialog.start.text() == "Continue"
    assert not list((tmp_path / "out").glob("manifest.jsonl"))
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    assert len(list((tmp_path / "out").rglob("*.png"))) == 2000


def test_training_is_not_needed_to_stop_and_closing_works_on(dialog, until, tmp_path, notices: list[Notice]):
    opened(dialog, until, tmp_path / "out", seeds="0-499")
    dialog.start.click()
    dialog.close()
    until(lambda: dialog.state() == "done")
    assert len(list((tmp_path / "out").rglob("*.png"))) == 500
    assert notices[-1].level == "ok"
    assert notices[-1].action_label == "Show folder"


def test_bad_seeds_are_named_in_place(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out")
    write(dialog.form.seeds, "0-9, x")
    assert "“x” is no seed" in dialog.form.seeds_told.text()
    assert dialog.form.seeds_told.isVisible()
    assert not dialog.start.isEnabled()
    assert "“x”" in dialog.told.text()
    write(dialog.form.seeds, "4, 4")
    assert "Seed 4 appears 2 times" in dialog.told.text()
    assert not dialog.start.isEnabled()
    write(dialog.form.seeds, "0-9, 20")
    assert dialog.start.isEnabled()
    assert dialog.form.count.value() == 11
    assert not dialog.form.seeds_told.isVisible()


def test_the_count_sets_a_range_from_the_first_seed(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out", seeds="100-109")
    dialog.form.count.setValue(64)
    assert dialog.form.seeds.text() == "100-163"


def test_a_folder_of_other_things_is_refused_before_the_start(dialog, until, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    opened(dialog, until, tmp_path / "out")
    write(dialog.form.target, str(tmp_path / "mine"))
    assert "holds other files" in dialog.form.target_told.text()
    assert "empty folder" in dialog.form.target_told.text()
    assert not dialog.start.isEnabled()


def test_another_export_in_the_place_is_told_and_left_alone(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out")
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    write(dialog.form.seeds, "50-59")
    assert dialog.state() == "ready"
    before = files(tmp_path / "out")
    dialog.start.click()
    until(lambda: dialog.state() == "stopped")
    assert "another export" in dialog.told.text()
    assert "choose another place" in dialog.told.text()
    assert files(tmp_path / "out") == before


def test_one_press_exports_beside_what_is_there_already(dialog, until, tmp_path):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "letter.txt").write_text("dear")
    opened(dialog, until, tmp_path / "out", seeds="0-3")
    assert not dialog.elsewhere.isVisible()
    write(dialog.form.target, str(tmp_path / "made"))
    assert dialog.elsewhere.text() == "Export into made-2"
    assert not dialog.start.isVisible()
    dialog.elsewhere.click()
    until(lambda: dialog.state() == "done")
    assert sum(name.endswith(".png") for name in files(tmp_path / "made-2")) == 4
    assert files(tmp_path / "made") == {"letter.txt"}


def test_after_a_refusal_one_press_exports_into_the_next_free_place(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "made", seeds="0-3")
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    write(dialog.form.seeds, "50-54")
    dialog.start.click()
    until(lambda: dialog.state() == "stopped")
    assert dialog.elsewhere.text() == "Export into made-2"
    assert not dialog.start.isVisible()  # it would be refused again
    dialog.elsewhere.click()
    until(lambda: dialog.state() == "done")
    assert sum(name.endswith(".png") for name in files(tmp_path / "made-2")) == 5


def test_another_export_after_one_that_is_done_is_proposed_another_place(dialog, until):
    dialog.open_for()
    dialog.form.count.setValue(3)
    place = dialog.form.target.text()
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    dialog.form.count.setValue(5)
    assert dialog.form.target.text() == f"{place}-2"
    assert dialog.start.isEnabled()
    assert not dialog.elsewhere.isVisible()


def test_a_checkpoint_saved_meanwhile_leaves_a_cancelled_export_its_place(dialog, session, made, until):
    dialog.open_for()
    dialog.form.count.setValue(2000)
    place = dialog.form.target.text()
    dialog.start.click()
    until(lambda: dialog.bar.value() > 0)
    dialog.cancel.click()
    until(lambda: dialog.state() == "stopped")
    add_generator(made, 3, 30_000, classes=CLASSES)
    session.advanced.emit(session.view.poll())
    assert (dialog.state(), dialog.start.text()) == ("stopped", "Continue")
    assert dialog.form.target.text() == place


def test_the_button_says_what_it_makes_and_the_size_of_each_is_told(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out")
    assert dialog.start.text() == "Export 12 pictures"
    assert "12 samples, 8 × 8 pixels each, about" in dialog.estimate.text()
    dialog.form.count.setValue(1)
    assert dialog.start.text() == "Export 1 picture"
    write(dialog.form.seeds, "x")
    assert dialog.start.text() == "Export"


def test_pictures_are_written_enlarged(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out", seeds="0-1")
    size = dialog.form.size_of_each
    assert size.factor.currentText() == "1×  ·  8 × 8 pixels"
    assert not size.smooth.isVisible()
    size.factor.setCurrentIndex(2)
    assert size.smooth.isVisible()
    assert "32 × 32 pixels each" in dialog.estimate.text()
    dialog.start.click()
    until(lambda: dialog.state() == "done")
    pictures = [Image.open(p) for p in (tmp_path / "out").rglob("*.png")]
    assert [p.size for p in pictures] == [(32, 32)] * 2
    for picture in pictures:
        small = picture.resize((8, 8), Image.Resampling.NEAREST)
        assert small.resize((32, 32), Image.Resampling.NEAREST).tobytes() == picture.tobytes()
        picture.close()


def test_the_best_checkpoint_is_marked_in_the_list(dialog, made):
    for number, value in ((1, 0.125), (2, 0.5)):
        CheckpointStore(made.folder).measured(number, {"swd": value})
    dialog.open_for()
    assert [dialog.form.checkpoint.itemText(n) for n in range(2)] == ["2 · 20 kimg · newest", "1 · 10 kimg · best"]


def test_a_long_note_does_not_push_the_fields_out_of_the_dialog(session, made):
    def least_width() -> int:
        session.view = made.view()
        dialog = ExportDialog(session)
        dialog.open_for()
        for _ in shown(dialog, 920, 640):
            width = dialog.form.minimumSizeHint().width()
        return width

    without = least_width()
    CheckpointStore(made.folder).note(2, "before going back to checkpoint 1 (10 kimg), which had the better colours")
    assert least_width() == without


def test_a_damaged_checkpoint_is_told_in_place_of_the_preview(dialog, until, made):
    (CheckpointStore(made.folder).get(2).path / "generator_ema.safetensors").write_bytes(b"torn")
    dialog.open_for(2)
    until(lambda: dialog._pictures.currentWidget() is dialog._no_preview and "generator" in dialog._no_preview.text())


def test_checkpoints_saved_meanwhile_can_be_chosen(dialog, session, made):
    dialog.open_for(1)
    add_generator(made, 3, 30_000, classes=CLASSES)
    session.advanced.emit(session.view.poll())
    assert dialog.form.checkpoint.count() == 3
    assert dialog.form.checkpoint.currentData() == 1


def test_a_run_without_classes_or_checkpoints_asks_for_neither(session, tmp_path, until):
    with MadeRun(tmp_path / "0002-bare") as bare:
        session.view = bare.view()
        showing = shown(ExportDialog(session), 920, 640)
        dialog = next(showing)
        assert isinstance(dialog, ExportDialog)
        dialog.open_for()
        assert not dialog.form.class_mode.isVisible()
        assert not dialog.form.class_folders.isVisible()
        assert not dialog.start.isEnabled()
        assert "no checkpoint" in dialog.told.text()
        until(lambda: "Save checkpoint" in dialog._no_preview.text())
        next(showing, None)


def test_points_are_written_as_a_table(session, tmp_path, until):
    with MadeRun(tmp_path / "0003-ring", medium="points") as ring:
        add_generator(ring, 1, 1000, shape=(2,))
        session.view = ring.view()
        showing = shown(ExportDialog(session), 920, 640)
        dialog = next(showing)
        assert isinstance(dialog, ExportDialog)
        opened(dialog, until, tmp_path / "points.csv", seeds="0-4")
        assert not dialog.form.into.isVisible()
        dialog.start.click()
        until(lambda: dialog.state() == "done")
        assert (tmp_path / "points.csv").read_text().splitlines()[0] == "seed,x,y"
        assert not dialog.form.size_of_each.isVisible()
        write(dialog.form.seeds, "0-6")
        assert "exists already" in dialog.form.target_told.text()
        assert dialog.elsewhere.text() == "Export into points-2.csv"
        dialog.elsewhere.click()
        until(lambda: dialog.state() == "done")
        assert len((tmp_path / "points-2.csv").read_text().splitlines()) == 8
        assert len((tmp_path / "points.csv").read_text().splitlines()) == 6
        next(showing, None)


@pytest.mark.parametrize(
    ("text", "seeds"), [("0-3", range(4)), ("7", range(7, 8)), ("5, 9,100 - 102", (5, 9, 100, 101, 102)), ("1–3", range(1, 4)), ("2\n4", (2, 4))]
)
def test_seeds_are_read_as_people_write_them(text, seeds):
    assert parse_seeds(text) == seeds


@pytest.mark.parametrize(
    ("text", "word"), [("", "at least one"), ("a", "“a”"), ("-3", "“-3”"), ("9-3", "3-9"), ("1.5", "“1.5”"), ("99999999999999999999", "too large")]
)
def test_seeds_that_cannot_be_are_told(text, word):
    with pytest.raises(ConfigError, match=word):
        parse_seeds(text)


def test_a_free_target_is_proposed(tmp_path):
    assert free_target(tmp_path, "a", ".zip") == tmp_path / "a.zip"
    (tmp_path / "a.zip").touch()
    (tmp_path / "a-2.zip.partial").mkdir()
    assert free_target(tmp_path, "a", ".zip") == tmp_path / "a-3.zip"
    assert target_fault(tmp_path / "a.zip")
    assert not target_fault(tmp_path / "b.zip")


@pytest.mark.parametrize(("taken", "free"), [("made", "made-2"), ("made-2", "made-3"), ("made.zip", "made-2.zip"), ("at-0.5kimg", "at-0.5kimg-2")])
def test_the_next_free_name_counts_on(tmp_path, taken, free):
    (tmp_path / taken).mkdir()
    assert next_free(tmp_path / taken) == tmp_path / free


def test_nothing_is_drawn_while_nobody_looks_and_what_changed_when_it_is_seen_again(dialog, until, tmp_path):
    opened(dialog, until, tmp_path / "out")
    dialog.hide()
    write(dialog.form.seeds, "0-3")
    assert not any(timer.isActive() for timer in dialog.findChildren(QTimer))
    assert dialog.preview_told.text() == "The first 12 of them"
    dialog.show()
    until(lambda: dialog.preview_told.text() == "The first 4 of them")
