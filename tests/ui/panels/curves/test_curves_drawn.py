"""What the curves make of hard numbers, of long runs and of another scheme; their marks; and what is saved of them."""

import csv
import gc
import sys
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog

from studio.messages import Applied, Failed, Probed
from studio.ui import theme as look
from tests.ui.panels.curves.curving import go_on, near, place_of


def test_numbers_that_are_none_leave_a_gap_and_harm_nothing(panel, made):
    made.tick(41_000, loss_G=float("nan"), loss_D=1.0)
    made.tick(42_000, loss_G=1.0, loss_D=float("inf"))
    made.tick(43_000, loss_G=1.0, loss_D=1.0)
    go_on(panel)
    points = panel.plot("losses").points("loss/G")
    assert np.isnan(points.mean[-3])
    assert points.mean[-1] == 1.0
    low, high = panel.plot("losses").box.viewRange()[1]
    assert np.isfinite([low, high]).all()
    assert high < 4
    panel.plot("losses").tell(41.0, "at 41 kimg")
    assert "not a number" in panel.plot("losses").told()


def test_a_single_spike_does_not_flatten_the_rest(panel, made):
    made.tick(41_000, loss_G=1e6, loss_D=1.0)
    for i in range(42, 200):
        made.tick(1000 * i, loss_G=1.0, loss_D=1.0)
    go_on(panel)
    assert panel.plot("losses").box.viewRange()[1][1] < 10


def test_the_log_axis_is_symlog_below_zero_and_tells_true_values(panel):
    panel.bar.log.click()
    losses, outputs = panel.plot("losses"), panel.plot("outputs")
    assert losses.scale().kind == "log"
    assert outputs.scale().kind == "symlog"
    low, high = outputs.box.viewRange()[1]
    labels = outputs.y_axis.tickStrings(outputs.y_axis.tickValues(low, high, 200)[0][1], 1.0, 1.0)
    assert "0" in labels
    assert any(t.startswith("−") for t in labels)
    assert any(t not in ("0",) and not t.startswith("−") for t in labels)
    y = float(outputs.scale().forward(-2.0))
    image = outputs.plot.grab().toImage()
    assert low < y < high
    assert image.pixelColor(place_of(panel, "outputs", 20.5, y + 0.02).toPoint()) != QColor(look.colours().panel)
    assert "G 1" in losses.told()  # values, not their logarithms


def test_marks_are_drawn_and_clicked(panel, made, qtbot):
    made.checkpoint(1, 20_000)
    made.write(Applied(nimg=30_000, id="a", command={"kind": "pause"}), Failed(nimg=39_000, error="x", text="it broke"))
    go_on(panel)
    plot = panel.plot("losses")
    top = place_of(panel, "losses", 20.0, plot.box.viewRange()[1][1]) + QPointF(0, 8)
    assert near(plot.plot.grab().toImage(), top, look.colours().accent)
    found = plot.marks.at(QPointF(plot.box.mapFromView(QPointF(39.0, 0)).x(), 8))
    assert found is not None
    assert "it broke" in found[1].text
    qtbot.mouseClick(plot.plot.viewport(), Qt.MouseButton.LeftButton, pos=(top + QPointF(2, 0)).toPoint())
    assert panel.session.position == 20_000.0  # on the mark, not two pixels beside it


def test_a_change_of_scheme_recolours_the_plots(panel):
    panel.bar.smoothing.setValue(0)
    panel.session.theme.choose("dark")
    QApplication.processEvents()
    image = panel.plot("losses").plot.grab().toImage()
    assert image.pixelColor(image.width() - 2, 2) == QColor(look.DARK.panel)
    assert near(image, place_of(panel, "losses", 5, 2 - 5 / 39), look.DARK.G)


def test_hundreds_of_redraws_leave_nothing_behind(panel, made):
    plot = panel.plot("losses")
    gc.collect()
    items, children, references = len(plot.plot.scene().items()), len(panel.findChildren(QObject)), sys.getrefcount(None)
    for _ in range(300):
        panel.refresh()
    assert len(plot.plot.scene().items()) == items
    assert len(panel.findChildren(QObject)) == children
    gc.collect()
    assert references - sys.getrefcount(None) < 3000  # PySide6 6.12.0 on Python 3.11 loses one at every call, until the process dies


def test_a_long_run_never_hands_more_points_than_the_screen_can_show(panel, made):
    assert panel.session.view is not None
    columns = panel.session.view.columns
    rows = [{"segment": 0, "nimg": 40_000.0 + i, "seconds": 80.0 + i, "rate": 1.0, "scalars": {"loss/G": (1.0, 0.0, 9.0)}, "values": {}} for i in range(50_000)]
    columns.extend(rows)
    made.tick(100_000, loss_G=1.0, loss_D=1.0)
    go_on(panel)
    assert len(panel.plot("losses").points("loss/G").x) < 3 * panel.plot("losses").width()


def test_the_picture_and_the_table_are_written(panel, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    entries = {entry.text(): entry for entry in panel.bar.save.menu().actions()}
    entries["Picture (PNG)…"].trigger()
    entries["Table of numbers (CSV)…"].trigger()
    assert not QImage(str(tmp_path / "out.png")).isNull()
    with (tmp_path / "out.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40
    assert float(rows[13]["kimg"]) == 13
    assert float(rows[13]["loss/G mean"]) == pytest.approx(2 - 13 / 39)
    assert float(rows[13]["d/real max"]) == 2.0
    assert "grad/G mean" not in rows[0]  # only what is shown


def test_the_doctors_menu_wakes_with_its_first_check_and_shows_its_curves(panel, made):
    menu = panel.bar.menus["Doctor"]
    assert not menu.isEnabled()
    for nimg, rke in ((41000, 0.5), (43000, 0.8)):
        made.write(Probed(nimg=nimg, segment=0, check=0, signals={"rke": rke, "auc": 0.7}))
        made.tick(nimg, loss_G=1.0)
        made.tick(nimg + 1000, loss_G=1.0)
    go_on(panel)
    assert menu.isEnabled()
    entries = {entry.text(): entry for entry in menu.menu().actions()}
    assert entries["Variety and quality"].isEnabled()
    assert not entries["Hopping"].isEnabled()
    entries["Variety and quality"].trigger()
    assert "doctor_variety" in panel.shown()
    points = panel.plot("doctor_variety").points("doctor/rke")
    assert points.mean[np.isfinite(points.mean)].tolist() == pytest.approx([0.5, 0.8])


def test_the_drawing_keeps_words_and_lines(panel, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.svg"), ""))
    panel.saving.ask("Drawing (SVG)…")
    drawn = ElementTree.parse(tmp_path / "out.svg").getroot()
    kinds = [element.tag.rpartition("}")[2] for element in drawn.iter()]
    words = " ".join("".join(element.itertext()) for element in drawn.iter() if element.tag.endswith("text"))
    assert "Losses" in words
    assert "kimg" in words
    assert kinds.count("path") + kinds.count("polyline") > 4
    colours = {element.get("stroke") for element in drawn.iter()}
    assert {look.colours().G, look.colours().D} <= colours
    assert not QPixmap(str(tmp_path / "out.svg")).isNull()


def test_a_place_that_cannot_be_written_is_said(panel, tmp_path, monkeypatch):
    heard = []
    panel.session.notice.connect(heard.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "out"), ""))
    for entry in panel.bar.save.menu().actions():
        entry.trigger()
    assert [notice.level for notice in heard] == ["error"] * 3
    assert all("could not be written" in notice.text for notice in heard)
