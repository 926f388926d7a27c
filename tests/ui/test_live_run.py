"""How often the shown run's journal is looked at."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.messages import SegmentStarted, Tick
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.view import RunView
from studio.ui import live_run
from studio.ui.live_run import LiveRun
from studio.ui.session import Session


@pytest.fixture
def journal(session: Session, home: Path) -> Iterator[JournalWriter]:
    folder = RunFolder.create(home / "runs" / "0001-shown", {"name": "shown"})
    writer = JournalWriter(folder.journal)
    writer.write(SegmentStarted(segment=0, why="start", options={}, device="cpu"))
    session.view = RunView(folder)
    session.torch.training = folder.path  # as while it trains here
    yield writer
    session.torch.training = None
    writer.close()


@pytest.fixture
def live(session: Session, journal: JournalWriter, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveRun]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    made = LiveRun(session)
    session.run_opened.emit(session.view)
    yield made
    made._timer.stop()


def news(journal: JournalWriter, live: LiveRun, count: int) -> None:
    for n in range(count):
        journal.write(Tick(segment=0, nimg=64 * (n + 1), seconds=float(n)))
        live.poll()


def work(seconds: float) -> None:
    """On the processor: a sleep costs training nothing."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_on_few_cores_cheap_news_is_looked_for_some_times_a_second(live: LiveRun, journal: JournalWriter) -> None:
    news(journal, live, 40)  # what opening the run cost has faded by then
    assert live.interval_ms() == live_run.SLOW_MS


def test_dear_redraws_come_less_often_and_never_too_seldom(live: LiveRun, journal: JournalWriter, session: Session) -> None:
    session.advanced.connect(lambda _: work(0.03))
    news(journal, live, 12)
    assert live_run.SLOW_MS < live.interval_ms() <= live_run.SLOWEST_MS


def test_an_answer_that_someone_waits_for_is_looked_for_at_once(live: LiveRun, session: Session) -> None:
    session.asked["one"] = "pause"
    session.asked_changed.emit()
    assert live.interval_ms() == live_run.FAST_MS


def test_many_cores_leave_room_to_look_often(live: LiveRun, journal: JournalWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 16)
    news(journal, live, 40)  # what opening the run cost has faded by then
    assert live.interval_ms() == live_run.FAST_MS


def test_a_run_that_nobody_trains_is_looked_at_now_and_then(live: LiveRun, session: Session) -> None:
    session.torch.training = None
    assert live.interval_ms() == live_run.IDLE_MS


def test_news_reaches_whoever_listens(live: LiveRun, journal: JournalWriter, session: Session, qtbot: QtBot) -> None:
    heard: list[object] = []
    session.advanced.connect(heard.append)
    news(journal, live, 1)
    assert [type(event) for event in heard[0]] == [Tick]  # type: ignore[attr-defined]
    live.poll()
    assert len(heard) == 1
