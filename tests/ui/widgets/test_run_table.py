"""The table of runs: what its cells say, how it sorts and searches, and that a choice outlives a change."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from studio.runs.lock import Holder
from studio.runs.summary import RunSummary, read_summary
from studio.ui.run_words import HEADINGS, matches, state_details, state_words, way, words
from studio.ui.theme import Theme
from studio.ui.widgets.run_table import RunTable
from tests.ui.made_home import made_run, settings
from tests.ui.panels.made_runs import shown

COLUMN = {heading.column: n for n, heading in enumerate(HEADINGS)}
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def line(number: int, **told: object) -> RunSummary:
    name = f"{number:04d}-run"
    given = {"title": f"run {number}", "state": "done", "nimg": 1000 * number, "kimg": 400.0, "updated": float(number), **told}
    return RunSummary(Path("/runs") / name, name, **given)  # type: ignore[arg-type]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Iterator[RunTable]:
    yield from shown(RunTable(), 1200, 600)


def names(table: RunTable) -> list[str]:
    return [run.name[:4] for run in table.shown()]


def test_a_row_says_what_the_runs_folder_says(home: Path):
    folder = made_run(home, 7, settings("cats", data="folder", network="r3gan"), state="failed", nimg=120_000)
    run = read_summary(folder.path)
    said = {heading.column: words(run, heading.column) for heading in HEADINGS}
    assert said["name"] == "cats  ·  0007"
    assert said["state"] == "Failed"
    assert said["length"] == "120 of 400 kimg"
    assert said["figure"] == "SWD 0.0644, last 0.0833"
    assert said["data"] == "cats (folder)"
    assert said["network"] == "R3GAN"
    assert said["way"] == "SWD: 0.153 to 0.0833"
    assert said["changed"] == "just now"
    assert state_details(run) == "The disk is full.\nDelete old runs, then press Resume."


def test_a_run_without_enough_measurements_shows_the_way_of_its_loss(home: Path):
    run = read_summary(made_run(home, 4, settings("plain")).path)
    name, points = way(run)
    assert (name, len(points)) == ("G's loss", 12)
    assert words(run, "figure") == ""


def test_a_crashed_run_says_so_and_one_that_trains_elsewhere_says_where():
    crashed = line(1, state="crashed", nimg=28_000)
    assert state_words(crashed) == ("Interrupted", "warning")
    assert "interrupted at 28.0 kimg" in state_details(crashed) or "interrupted at 28 kimg" in state_details(crashed)
    assert "Resume" in state_details(crashed)
    elsewhere = line(2, state="running", holder=Holder("tower", 4711, 0.0))
    assert state_words(elsewhere) == ("Training elsewhere", "ok")
    assert state_details(elsewhere) == "Trained by process 4711 on tower. Open it to follow it and to steer it from here."


def test_every_column_sorts_both_ways_and_what_is_missing_comes_last(table: RunTable):
    runs = [
        line(1, state="done", best=0.5, last=0.6, figure="swd", data="ring", figures=((1.0, 3.0), (2.0, 2.0), (3.0, 1.0))),
        line(2, state="running", best=0.1, last=0.2, figure="swd", data="digits", figures=((1.0, 3.0), (2.0, 2.0), (3.0, 9.0))),
        line(3, state="crashed"),
    ]
    table.show_runs(runs)
    assert names(table) == ["0003", "0002", "0001"]  # the newest first
    for column, upwards, downwards in (
        ("name", ["0001", "0002", "0003"], ["0003", "0002", "0001"]),
        ("state", ["0002", "0003", "0001"], ["0001", "0003", "0002"]),
        ("length", ["0001", "0002", "0003"], ["0003", "0002", "0001"]),
        ("figure", ["0002", "0001", "0003"], ["0001", "0002", "0003"]),
        ("data", ["0002", "0001", "0003"], ["0001", "0002", "0003"]),
        ("way", ["0001", "0002", "0003"], ["0002", "0001", "0003"]),
    ):
        table.sortByColumn(COLUMN[column], UP)
        assert names(table) == upwards, column
        table.sortByColumn(COLUMN[column], DOWN)
        assert names(table) == downwards, column


def test_the_search_wants_every_word_in_name_data_networks_or_state(table: RunTable):
    table.show_runs([line(1, data="digits", network="dcgan"), line(2, data="digits", network="r3gan", state="crashed"), line(3, data="ring")])
    for typed, found in (("digits", ["0002", "0001"]), ("DIGITS  interrupted", ["0002"]), ("r3gan", ["0002"]), ("0003", ["0003"]), ("x", []), ("", 3)):
        table.search(typed)
        assert names(table) == found or len(names(table)) == found
    assert matches(line(9, alarm="Mode drop"), "run 9 done")


def test_a_choice_outlives_changed_new_and_gone_runs(table: RunTable):
    QAbstractItemModelTester(table.model_of_runs)
    QAbstractItemModelTester(table.order)
    runs = [line(n) for n in range(1, 6)]
    table.show_runs(runs)
    table.choose([runs[1].path, runs[3].path])
    table.show_runs([line(9), *(replace(run, nimg=7, updated=50.0 - n) for n, run in enumerate(runs[1:]))])
    assert {run.path for run in table.chosen()} == {runs[1].path, runs[3].path}
    assert all(run.nimg == 7 for run in table.chosen())
    assert names(table) == ["0002", "0003", "0004", "0005", "0009"]


def test_enter_and_a_double_click_open_the_run(table: RunTable, qtbot: QtBot):
    table.show_runs([line(1), line(2)])
    opened: list[Path] = []
    table.opened.connect(opened.append)
    table.take_keyboard()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.order.index(1, 3)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [path.name for path in opened] == ["0002-run", "0001-run"]


def test_every_kind_of_row_is_drawn_at_every_width(table: RunTable, home: Path, theme: Theme):
    runs = [read_summary(made_run(home, n, settings(f"a rather long name {n}"), state=s, alarm="Mode drop").path) for n, s in enumerate(("done", "new"), 1)]
    table.show_runs([*runs, line(3, broken="it holds no run.json"), line(4, kimg=0.0)])
    for width in (40, 120, 400):
        for column in range(len(HEADINGS)):
            table.setColumnWidth(column, width)
        table.grab()
    pictures = []
    for scheme in ("light", "dark"):
        theme.choose(scheme)  # type: ignore[arg-type]
        pictures.append(table.grab().toImage())
    assert pictures[0] != pictures[1]
