"""The line at the window's foot: whose bar it is, and what trains while another page is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from studio.messages import Progressed, Tick
from studio.ui.main_window import MainWindow
from studio.ui.session import Session
from studio.ui.widgets.quantities import roughly
from studio.ui.widgets.status import StatusLine
from tests.ui.panels.setup import TrainedRun
from tests.ui.pressing import press


@pytest.fixture
def run(home: Path) -> Iterator[TrainedRun]:
    made = TrainedRun(home / "runs" / "0001-ring")
    yield made
    made.close()


def share(line: StatusLine) -> float:
    bar = line.findChild(QProgressBar)
    return bar.value() / bar.maximum()


def test_measuring_takes_the_bar_only_once_the_training_is_through(session: Session, run: TrainedRun, qtbot: QtBot):
    line = StatusLine(session)
    qtbot.addWidget(line)
    run.show(session)
    total = round(1000 * run.options["training"]["kimg"])
    measuring = Progressed(what="Measuring checkpoint 1", done=1, total=10, measuring=True)
    run.news(session, Tick(nimg=total // 2, segment=0, seconds=1), measuring)
    line.refresh()
    assert share(line) == 0.5
    assert "Measuring checkpoint 1" in line._facts.text()
    run.news(session, Tick(nimg=total, segment=0, seconds=2), measuring)
    line.refresh()
    assert share(line) == 0.1


def test_a_run_that_trains_behind_the_home_page_is_named(trained: MainWindow, qtbot: QtBot):
    assert trained.session.view is not None
    name = trained.session.view.folder.name
    press(trained, qtbot, "home")
    assert f"{name} is training" in trained.status._state.text()
    back = next(b for b in trained.status.findChildren(QPushButton) if b.text() == "Show it")
    assert back.isVisible()
    back.click()
    qtbot.waitUntil(lambda: trained.session.view is not None)
    assert name not in trained.status._state.text()
    assert not back.isVisible()


def test_what_finds_no_room_is_told_by_the_pointer_and_the_progress_stays(session: Session, run: TrainedRun, qtbot: QtBot):
    qtbot.waitUntil(lambda: session.torch.is_ready, timeout=60_000)  # that it is loading would be told beside
    line = StatusLine(session)
    qtbot.addWidget(line)
    run.show(session)
    run.news(session, Tick(nimg=1000, segment=0, seconds=1, memory=123_000_000))
    line.refresh()
    line.resize(420, line.sizeHint().height())
    line.show()
    line.grab()
    assert line._facts.drawn().startswith("1 of ")
    assert line._facts.drawn().endswith("…")
    assert "123 MB" in line._facts.toolTip()
    assert "1 kimg is a thousand" in line._facts.toolTip()


def test_the_time_left_follows_the_last_minutes_and_not_a_single_tick(session: Session, run: TrainedRun, qtbot: QtBot):
    line = StatusLine(session)
    qtbot.addWidget(line)
    run.show(session)
    kimg = run.options["training"]["kimg"]
    for second in range(1, 61):
        run.news(session, Tick(nimg=1000 * second, segment=0, seconds=second, rate=10.0 if second == 60 else 1000.0))
        line.refresh()
    left = (1000 * kimg - 60_000) / 1000
    assert f"about {roughly(left)} left" in line._facts.text()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "10 s"), (48, "50 s"), (61, "1 min"), (754, "13 min"), (3600, "1 h"), (7301, "2 h"), (7900, "2 h 10 min"), (400_000, "4 d 15 h")],
)
def test_a_time_to_come_is_said_no_finer_than_it_is_known(seconds: float, words: str):
    assert roughly(seconds) == words
