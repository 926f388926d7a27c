"""Other runs over the curves: read from their folders, lined up by kimg or time, told, listed, followed, saved and taken away."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFileDialog

from studio.ui.overlays import MOST
from studio.ui.panels.curves import Curves
from studio.ui.session import Notice, Session
from studio.ui.widgets.overlay_layer import DASHES
from studio.ui.widgets.tones import tone
from tests.ui.panels.curves.curving import place_of
from tests.ui.panels.made_runs import MadeRun, shown

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[list[MadeRun]]:
    """The shown run has 20 kimg; the second is slower and twice as long; the third began at 10 kimg and has a number of its own."""
    home = tmp_path / "runs"
    with MadeRun(home / "0001-shown") as one, MadeRun(home / "0002-long") as two, MadeRun(home / "0003-branch", begin=10_000) as three:
        for i in range(21):
            one.tick(1000 * i, seconds=2.0 * i, loss_G=2.0, loss_D=1.0)
        for i in range(41):
            two.tick(1000 * i, seconds=8.0 * i, loss_G=3 + i / 40, loss_D=0.5)
        for i in range(10, 16):
            three.tick(1000 * i, seconds=2.0 * (i - 10), loss_G=5.0, penalty_r1=0.1)
        yield [one, two, three]


@pytest.fixture
def panel(session: Session, runs: list[MadeRun]) -> Iterator[Curves]:
    session.view = runs[0].view()
    for made in shown(Curves(session), 900, 500):
        made.bar.smoothing.setValue(0)
        yield made
        made.overlays.clear()


@pytest.fixture
def heard(session: Session) -> list[Notice]:
    found: list[Notice] = []
    session.notice.connect(found.append)
    return found


def path(run: MadeRun) -> Path:
    return Path(run.folder.path)


def lay_over(panel: Curves, until: Until, *runs: MadeRun) -> None:
    panel.session.overlay_requested.emit([path(run) for run in runs])
    until(lambda: all(overlay.is_read() for overlay in panel.overlays.list()))
    panel.refresh()
    QApplication.processEvents()


def drawn(panel: Curves, key: str, run: str, name: str) -> tuple[np.ndarray, np.ndarray]:
    x, y = panel.plot(key).others.item(run, name).getData()
    return np.asarray(x), np.asarray(y)


def _distance(panel: Curves, key: str, x: float, y: float, wanted: QColor) -> int:
    """How far the colour nearest to the wanted one, about a place of the plot, is from it."""
    image, at = panel.plot(key).plot.grab().toImage(), place_of(panel, key, x, y).toPoint()
    around = (image.pixelColor(at + QPoint(0, dy)) for dy in range(-3, 4))
    return min(abs(c.red() - wanted.red()) + abs(c.green() - wanted.green()) + abs(c.blue() - wanted.blue()) for c in around)


def test_another_run_is_drawn_where_its_numbers_are_in_its_colour(panel: Curves, runs: list[MadeRun], until: Until):
    lay_over(panel, until, runs[1])
    x, y = drawn(panel, "losses", "0002-long", "loss/G")
    assert x.tolist() == list(range(41))
    assert y == pytest.approx(3 + np.arange(41) / 40)
    assert _distance(panel, "losses", 30.0, 3.75, tone(0)) < 120  # thin lines are softened at their edges
    assert _distance(panel, "losses", 30.0, 2.5, tone(0)) > 200
    pens = [panel.plot("losses").others.item("0002-long", name).opts["pen"].style() for name in ("loss/G", "loss/D")]
    assert pens == list(DASHES[:2])  # the run's colour, the series' dashes


def test_all_of_both_runs_is_in_view_and_none_of_the_values_is_cut(panel: Curves, runs: list[MadeRun], until: Until):
    assert panel.plot("losses").view_range()[1] < 21
    lay_over(panel, until, runs[1])
    (left, right), (low, high) = panel.plot("losses").box.viewRange()
    assert left < 0
    assert 40 < right < 42
    assert low < 0.5
    assert high > 4.0


def test_runs_line_up_by_kimg_or_each_by_its_own_time(panel: Curves, runs: list[MadeRun], until: Until):
    lay_over(panel, until, runs[1], runs[2])
    assert drawn(panel, "losses", "0003-branch", "loss/G")[0].tolist() == [10, 11, 12, 13, 14, 15]
    panel.bar.axis.setCurrentIndex(1)
    assert drawn(panel, "losses", "0002-long", "loss/G")[0][-1] == 320.0
    assert drawn(panel, "losses", "0003-branch", "loss/G")[0].tolist() == [0, 2, 4, 6, 8, 10]
    assert panel.plot("losses").view_range()[1] > 320


def test_the_cursor_reads_the_other_runs_at_its_place_where_they_have_been(panel: Curves, runs: list[MadeRun], until: Until, qtbot):
    lay_over(panel, until, runs[1], runs[2])
    plot = panel.plot("losses")
    assert plot.others.legend.isVisible()
    qtbot.mouseMove(plot.plot.viewport(), place_of(panel, "losses", 30.0).toPoint())
    QApplication.processEvents()
    told = plot.others.told()
    assert "0002-long" in told
    assert "G 3.75" in told
    assert "D 0.5" in told
    assert told.partition("0003-branch")[2].strip().endswith("G –")  # it has come to 15 kimg
    qtbot.mouseMove(plot.plot.viewport(), place_of(panel, "losses", 12.0).toPoint())
    QApplication.processEvents()
    assert plot.others.told().endswith("G 5")


def test_a_legend_without_room_says_how_many_runs_are_left_out(panel: Curves, runs: list[MadeRun], until: Until):
    lay_over(panel, until, runs[1], runs[2])
    layer = panel.plot("losses").others
    layer.tell(12.0, 230)
    assert layer.told().endswith("+1")
    assert "0003-branch" in layer.legend.toolTip()
    layer.tell(12.0, 900)
    assert "+1" not in layer.told()


def test_smoothing_smooths_them_too_and_the_log_axis_takes_them(panel: Curves, runs: list[MadeRun], until: Until):
    for i in range(41, 61):
        runs[1].tick(1000 * i, loss_G=float(1 + 8 * (i % 2)), loss_D=0.5)
    lay_over(panel, until, runs[1])
    raw = np.ptp(drawn(panel, "losses", "0002-long", "loss/G")[1][-10:])
    panel.bar.smoothing.setValue(20)
    assert np.ptp(drawn(panel, "losses", "0002-long", "loss/G")[1][-10:]) < raw / 2
    panel.bar.smoothing.setValue(0)
    panel.bar.log.click()
    assert drawn(panel, "losses", "0002-long", "loss/D")[1][0] == pytest.approx(np.log10(0.5))


def test_a_chip_names_each_and_takes_it_away(panel: Curves, runs: list[MadeRun], until: Until, qtbot):
    assert panel.findChildren(type(panel.overlays))  # they go with the panel
    lay_over(panel, until, runs[1], runs[2])
    chips = {chip.text(): chip for chip in _chips(panel)}
    assert list(chips) == ["0002-long  ✕", "0003-branch  ✕"]
    assert all(chip.isVisible() for chip in chips.values())
    qtbot.mouseClick(chips["0002-long  ✕"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert [overlay.name for overlay in panel.overlays.list()] == ["0003-branch"]
    assert [run.run for run in panel.plot("losses").others.runs()] == ["0003-branch"]
    panel.overlays.clear()
    assert not panel.plot("losses").others.legend.isVisible()
    assert panel.plot("losses").view_range()[1] < 21


def _chips(panel: Curves) -> list:
    from studio.ui.widgets.overlay_chips import OverlayChips

    return list(panel.findChild(OverlayChips).chips.values())


def test_the_menu_lists_the_other_runs_and_any_folder(panel: Curves, runs: list[MadeRun], until: Until, tmp_path: Path, monkeypatch):
    menu = panel.bar.overlay.menu()
    menu.aboutToShow.emit()
    entries = {entry.toolTip(): entry for entry in menu.actions() if entry.isCheckable()}
    assert set(entries) == {str(path(runs[1])), str(path(runs[2]))}  # not the shown one
    entries[str(path(runs[2]))].trigger()
    until(lambda: [o.name for o in panel.overlays.list() if o.is_read()] == ["0003-branch"])
    menu.aboutToShow.emit()
    entries = {entry.toolTip(): entry for entry in menu.actions() if entry.isCheckable()}
    assert entries[str(path(runs[2]))].isChecked()
    entries[str(path(runs[2]))].trigger()
    assert panel.overlays.list() == []
    with MadeRun(tmp_path / "elsewhere" / "0002-long") as other:
        other.tick(1000, loss_G=1.0)
        lay_over(panel, until, runs[1])
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path(other)))
        next(entry for entry in menu.actions() if entry.text() == "Other folder…").trigger()
        until(lambda: all(o.is_read() for o in panel.overlays.list()))
        assert [o.name for o in panel.overlays.list()] == ["0002-long", str(path(other))]  # told apart


def test_a_run_that_trains_elsewhere_is_followed(panel: Curves, runs: list[MadeRun], until: Until):
    lay_over(panel, until, runs[1])
    runs[1].tick(50_000, seconds=400.0, loss_G=9.0, loss_D=0.5)
    assert panel.overlays._timer.isActive()
    panel.overlays.look()
    until(lambda: len(panel.plot("losses").others.runs()[0].points["loss/G"].x) == 42)
    assert drawn(panel, "losses", "0002-long", "loss/G")[1][-1] == 9.0
    assert panel.plot("losses").view_range()[1] > 50
    panel.overlays.clear()
    assert not panel.overlays._timer.isActive()


def test_while_it_is_read_on_what_was_drawn_stays(panel: Curves, runs: list[MadeRun], until: Until):
    lay_over(panel, until, runs[1])
    before = panel.plot("losses").view_range()
    runs[1].tick(50_000, loss_G=9.0, loss_D=0.5)
    panel.overlays.look()
    assert panel.overlays.list()[0].at_rest() is None  # until the interface's thread hears of the end
    panel.refresh()
    assert len(drawn(panel, "losses", "0002-long", "loss/G")[0]) == 41
    assert panel.plot("losses").view_range() == pytest.approx(before)
    until(lambda: panel.overlays.list()[0].at_rest() is not None)


def test_a_group_that_only_another_run_has_can_be_shown(panel: Curves, runs: list[MadeRun], until: Until):
    assert not panel.bar.groups["penalties"].isEnabled()
    lay_over(panel, until, runs[2])
    assert panel.bar.groups["penalties"].isEnabled()
    panel.bar.groups["penalties"].click()
    assert drawn(panel, "penalties", "0003-branch", "penalty/r1")[1] == pytest.approx([0.1] * 6)


def test_a_folder_that_holds_no_run_is_said_and_left_out(panel: Curves, tmp_path: Path, until: Until, heard: list[Notice]):
    panel.overlays.add([tmp_path / "nothing"])
    assert panel.overlays.list()[0].percent == 0
    until(lambda: not panel.overlays.list())
    assert heard[0].level == "error"
    assert "there is no run folder" in heard[0].text


def test_the_shown_run_is_not_laid_over_itself_nor_any_twice_nor_too_many(panel: Curves, runs: list[MadeRun], tmp_path: Path, heard: list[Notice]):
    panel.overlays.add([path(runs[0]), path(runs[1]), path(runs[1])])
    assert [overlay.name for overlay in panel.overlays.list()] == ["0002-long"]
    others = [MadeRun(tmp_path / "more" / f"{n:04d}-more") for n in range(MOST)]
    panel.overlays.add([path(run) for run in others])
    assert len(panel.overlays.list()) == MOST
    assert len({tone(overlay.tone).name() for overlay in panel.overlays.list()}) == MOST
    assert "0007-more was left out" in heard[0].text
    for run in others:
        run.close()


def test_with_no_run_open_the_first_is_opened_and_the_rest_lie_over_it(session: Session, runs: list[MadeRun], until: Until):
    for made in shown(Curves(session), 900, 500):
        overlays = made.overlays
        session.overlay_requested.emit([path(runs[0]), path(runs[1])])
        until(lambda overlays=overlays: session.view is not None and all(o.is_read() for o in overlays.list()))
        assert session.view.folder.path == path(runs[0])
        assert [overlay.name for overlay in made.overlays.list()] == ["0002-long"]
        made.overlays.clear()
        session.close_run()


def test_a_run_that_is_opened_lies_over_itself_no_more(panel: Curves, runs: list[MadeRun], until: Until):
    lay_over(panel, until, runs[1], runs[2])
    panel.session.open_run(path(runs[1]))
    until(lambda: panel.session.reading is None)
    assert [overlay.name for overlay in panel.overlays.list()] == ["0003-branch"]
    panel.session.close_run()


def test_the_table_has_the_rows_of_all_runs(panel: Curves, runs: list[MadeRun], until: Until, tmp_path: Path, monkeypatch):
    lay_over(panel, until, runs[1], runs[2])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    panel.saving.ask("Table of numbers (CSV)…")
    with (tmp_path / "out.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [sum(row["run"] == name for row in rows) for name in ("0001-shown", "0002-long", "0003-branch")] == [21, 41, 6]
    last = rows[-1]
    assert (last["run"], float(last["kimg"]), float(last["loss/G mean"]), last["loss/D mean"]) == ("0003-branch", 15.0, 5.0, "")


def test_the_colours_follow_the_scheme(panel: Curves, runs: list[MadeRun], until: Until):
    lay_over(panel, until, runs[1])
    light = panel.plot("losses").others.item("0002-long", "loss/G").opts["pen"].color().name()
    panel.session.theme.choose("dark")
    QApplication.processEvents()
    dark = panel.plot("losses").others.item("0002-long", "loss/G").opts["pen"].color().name()
    assert (light, dark) == ("#7d5a10", "#cdb26b")


def test_a_click_on_the_plot_still_moves_the_shown_runs_position(panel: Curves, runs: list[MadeRun], until: Until, qtbot):
    lay_over(panel, until, runs[1])
    at: QPoint = place_of(panel, "losses", 10.0).toPoint()
    qtbot.mouseClick(panel.plot("losses").plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.session.position == pytest.approx(10_000, abs=300)
    panel.plot("losses").placed.emit(30.0)  # beyond the shown run's newest
    assert panel.session.position is None
