"""The log says what happened in plain words, keeps up with the run, and can be filtered and copied."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.messages import (
    AlarmCleared,
    AlarmRaised,
    Applied,
    AutoChose,
    CheckpointSaved,
    DataOpened,
    Ended,
    Evaluated,
    Event,
    Failed,
    Logged,
    PauseBegan,
    Refused,
    SegmentStarted,
    Tick,
)
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.view import RunView
from studio.ui.panels.log import LogPanel, line_of
from studio.ui.session import Session

EVENTS: list[Event] = [
    SegmentStarted(time=1, segment=0, why="start", options={}, device="cpu"),
    DataOpened(time=2, medium="image", shape=(1, 8, 8), train=1669, held=128),
    Tick(time=3, nimg=64, segment=0, seconds=1),
    Applied(time=4, nimg=64, id="a", command={"kind": "set_option", "path": "optimizer.lr"}, text="optimizer.lr from 0.002 to 0.001"),
    Refused(time=5, nimg=64, id="b", command={"kind": "set_option", "path": "network.width"}, reason="network.width: cannot change while a run trains"),
    CheckpointSaved(time=6, nimg=64, id=1, segment=0, folder="checkpoints/1", why="asked", bytes=1900000),
    Logged(time=7, nimg=64, level="warning", text="3 pictures are broken"),
    Failed(time=8, nimg=128, error="non_finite", text="The gradient became infinite.", remedy="Go back to checkpoint 1."),
]


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder.create(tmp_path / "runs" / "0001-digits", {"name": "digits"})


def write(folder: RunFolder, *events: Event) -> None:
    with JournalWriter(folder.journal) as journal:
        for event in events:
            journal.write(event)


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> LogPanel:
    made = LogPanel(session)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def texts(panel: LogPanel) -> list[str]:
    return [panel.shown.index(row, 2).data() for row in range(panel.shown.rowCount())]


def test_an_opened_run_tells_its_history_in_order(panel: LogPanel, folder: RunFolder):
    write(folder, *EVENTS)
    panel.show_run(RunView(folder))
    assert texts(panel) == [
        "Training began on cpu",
        "Data set ready: pictures of 8×8, grey, 1,669 to train on, 128 set aside",
        "Set optimizer.lr from 0.002 to 0.001",
        "Set network.width refused: cannot change while a run trains",
        "Checkpoint 1 saved as asked (1.9 MB)",
        "3 pictures are broken",
        "The gradient became infinite. Go back to checkpoint 1.",
    ]


def test_news_is_added_below(panel: LogPanel, folder: RunFolder):
    write(folder, EVENTS[0])
    view = RunView(folder)
    panel.show_run(view)
    write(folder, Ended(nimg=64, why="stopped"))
    panel.advance(view.poll())
    assert texts(panel) == ["Training began on cpu", "Training stopped; everything is saved"]


def test_without_a_run_the_panel_says_what_it_is_for(panel: LogPanel):
    panel.show_run(None)
    assert panel._pages.currentIndex() == 0


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Applied(id="a", command={"kind": "cancel_evaluation"}, text="checkpoint 4 not measured"), "Measuring given up: checkpoint 4 not measured"),
        (Refused(id="a", command={"kind": "cancel_evaluation"}, reason="nothing is being measured"), "Stop measuring refused: nothing is being measured"),
        (Applied(id="a", command={"kind": "set_option"}, text="lr from 1 -> 0.5 cosine to 2"), "Set lr from 1 → 0.5 cosine to 2"),
        (Applied(id="a", command={"kind": "set_option"}, text="lr is 1 -> 0.5 cosine already"), "lr is 1 → 0.5 cosine already"),
        (Evaluated(checkpoint=2, metrics={"swd": 0.25, "swd_floor": 0.125}), "Checkpoint 2 evaluated: SWD 0.25, SWD of a perfect generator 0.125"),
        (Evaluated(metrics={"phi_mmd_error": 0.5, "high_quality": 0.75}), "G evaluated: φ-MMD error 0.5, high quality 0.75"),
    ],
)
def test_commands_and_figures_are_called_by_their_names_in_words(event: Event, words: str):
    line = line_of(event)
    assert line is not None
    assert line.text == words


def test_ticks_and_pauses_alone_make_no_line():
    assert line_of(EVENTS[2]) is None
    assert line_of(PauseBegan()) is None


@pytest.mark.parametrize(("level", "count"), [(0, 7), (1, 3), (2, 1)])
def test_the_level_and_the_text_filter_lines(panel: LogPanel, folder: RunFolder, level: int, count: int):
    write(folder, *EVENTS)
    panel.show_run(RunView(folder))
    panel.level.setCurrentIndex(level)
    assert len(texts(panel)) == count
    panel.search.setText("GRADIENT")
    assert texts(panel) == ["The gradient became infinite. Go back to checkpoint 1."]


def test_what_is_shown_can_be_copied(panel: LogPanel, folder: RunFolder):
    write(folder, *EVENTS)
    panel.show_run(RunView(folder))
    panel.level.setCurrentIndex(2)
    panel.copy.click()
    assert QApplication.clipboard().text().endswith("\t0.13\tThe gradient became infinite. Go back to checkpoint 1.")


def test_what_auto_came_to_is_told_with_its_reason(panel: LogPanel, folder: RunFolder):
    write(folder, AutoChose(device="cpu", asked={}, dtype="bf16", channels_last=True, threads=2, why="1.8 times as fast here"))
    panel.show_run(RunView(folder))
    assert texts(panel) == ["Trains with bf16 · channels last · 2 threads: 1.8 times as fast here"]


def test_alarms_their_end_and_what_was_done_about_them_are_told(panel: LogPanel, folder: RunFolder):
    mend = {"kind": "mend", "alarm": "mode_drop", "title": "Slow D down", "commands": [], "sender": "autopilot"}
    raised = AlarmRaised(
        time=2, segment=0, nimg=64, alarm="mode_drop", severity="high", onset=32, title="Modes are dropped", text="", why="5 of 32 parts are empty."
    )
    write(folder, EVENTS[0], raised, Applied(time=3, id="m", command=mend, text="Slow D down: optimizer.lr_ratio from 1 to 0.25"))
    view = RunView(folder)
    panel.show_run(view)
    write(folder, AlarmCleared(time=4, segment=0, nimg=96, alarm="mode_drop", why="Every part has samples."))
    panel.advance(view.poll())
    assert texts(panel)[1:] == [
        "Alarm: Modes are dropped. 5 of 32 parts are empty.",
        "The autopilot mended: Slow D down: optimizer.lr_ratio from 1 to 0.25",
        "Alarm over: Mode dropping. Every part has samples.",
    ]
    panel.show_run(view)
    assert len(texts(panel)) == 4
    panel.level.setCurrentIndex(2)
    assert texts(panel) == ["Alarm: Modes are dropped. 5 of 32 parts are empty."]
