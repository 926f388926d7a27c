"""Runs train one after another: real trainings of moments, whose folders say how each ended. The list outlives the window."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from studio.messages import Abort, Stop
from studio.presets import preset
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock
from studio.runs.summary import read_summary
from studio.runs.view import RunView
from studio.ui.background import Background
from studio.ui.run_queue import FILE, RunQueue
from studio.ui.session import Notice, Session
from studio.ui.widgets.queue_box import QueueBox
from tests.ui.handing import end_processes, held_beside, pid_of
from tests.ui.made_home import made_run, settings

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Longer than elsewhere: the first training of a process imports for seconds, and the processors may be busy."""
    return lambda so: qtbot.waitUntil(so, timeout=90_000)


@pytest.fixture
def queue(session: Session, until: Until) -> RunQueue:
    """An empty queue; the engine is loaded."""
    until(lambda: session.torch.is_ready)
    made = RunQueue(session, session)
    made.load()
    return made


@pytest.fixture
def brief(small: dict[str, Any]) -> dict[str, Any]:
    """Settings of a run that ends after some steps, and measures nothing."""
    return {**small, "training": {**small["training"], "kimg": 0.5}, "evaluation": {"checkpoints": False}, "doctor": {"on": "off"}}


def waiting(session: Session, queue: RunQueue, until: Until, *drafts: dict[str, Any]) -> list[Path]:
    """Drafts made into runs that wait."""
    for draft in drafts:
        before = len(queue.paths)
        session.set_draft(draft)
        queue.add_draft()
        until(lambda before=before: len(queue.paths) == before + 1)
    return list(queue.paths)


def state(path: Path) -> str:
    return read_summary(path).state


def test_runs_of_the_queue_train_one_after_another(session: Session, queue: RunQueue, brief: dict[str, Any], notices: list[Notice], until: Until):
    first, second = waiting(session, queue, until, {**brief, "name": "first"}, {**brief, "name": "second"})
    assert [path.name for path in (first, second)] == ["0001-first", "0002-second"]
    assert session.torch.training is None
    assert [state(path) for path in (first, second)] == ["new", "new"]
    began: list[Path | None] = []
    session.training_changed.connect(lambda: began.append(session.torch.training))
    queue.start()
    until(lambda: not queue.is_going and session.torch.training is None)
    assert [state(path) for path in (first, second)] == ["done", "done"]
    assert [path for path in began if path is not None] == [first, second]
    one, other = (RunView(RunFolder.open(path)).run for path in (first, second))
    assert one.last_tick.time <= other.segments[0].time
    assert queue.paths == []
    assert notices[-1].text == "The queue is done."


def test_a_failed_run_is_told_and_the_queue_goes_on(session: Session, queue: RunQueue, brief: dict[str, Any], notices: list[Notice], until: Until):
    broken = {
        **brief,
        "name": "wild",
        "objective": {"kind": "least_squares"},
        "optimizer": {"kind": "sgd", "lr": 10.0},
        "training": {**brief["training"], "kimg": 500},
    }
    wild, sound = waiting(session, queue, until, broken, {**brief, "name": "sound"})
    queue.start()
    until(lambda: not queue.is_going and session.torch.training is None)
    assert [state(wild), state(sound)] == ["failed", "done"]
    told = next(notice for notice in notices if notice.text.startswith("0001-wild failed: "))
    assert told.level == "error"
    assert "The queue goes on: 1 run waits." in told.text
    assert told.action_label == "Show it"


def test_a_run_that_is_stopped_holds_the_queue_and_is_resumed_by_it(
    session: Session, queue: RunQueue, brief: dict[str, Any], small: dict[str, Any], notices: list[Notice], until: Until
):
    long, after = waiting(session, queue, until, {**small, "name": "long"}, {**brief, "name": "after"})
    queue.start()
    until(lambda: session.torch.training == long and read_summary(long).nimg > 0)
    ask(RunFolder(long), Stop())
    until(lambda: not queue.is_going)
    assert session.torch.training is None
    assert queue.paths == [long, after]
    assert notices[-1].text == "0001-long was stopped, so the queue is paused; 2 runs wait."
    assert state(after) == "new"
    nimg = read_summary(long).nimg
    notices[-1].action()
    until(lambda: session.torch.training == long and read_summary(long).nimg > nimg)
    assert [s.why for s in RunView(RunFolder.open(long)).run.segments] == ["start", "resume"]
    queue.pause()
    ask(RunFolder(long), Abort())
    until(lambda: session.torch.training is None)
    assert state(after) == "new"


def test_the_queue_waits_for_a_run_that_was_started_by_hand(session: Session, queue: RunQueue, brief: dict[str, Any], until: Until):
    (queued,) = waiting(session, queue, until, {**brief, "name": "queued"})
    session.start({**brief, "name": "by hand", "training": {**brief["training"], "kimg": 3}})
    until(lambda: session.torch.training is not None)
    by_hand = session.torch.training
    queue.start()
    assert queue.busy_with() == by_hand.name
    until(lambda: session.torch.training != by_hand)
    assert state(by_hand) == "done"
    until(lambda: not queue.is_going and session.torch.training is None)
    assert state(queued) == "done"
    session.close_run()


def test_a_run_that_another_machine_trains_meanwhile_is_passed_over(
    session: Session, queue: RunQueue, brief: dict[str, Any], notices: list[Notice], until: Until
):
    held, free = waiting(session, queue, until, {**brief, "name": "held"}, {**brief, "name": "free"})
    with RunLock.acquire(RunFolder(held).lock):
        RunFolder(held).lock.write_text(json.dumps({"host": "elsewhere", "pid": 7, "heartbeat": 0.0}))
        queue.start()
        until(lambda: not queue.is_going and session.torch.training is None)
    assert any("0001-held is being trained elsewhere, by process" in notice.text for notice in notices)
    assert [state(held), state(free)] == ["new", "done"]


@pytest.mark.skipif(os.name == "nt", reason="processes and signals of POSIX")
def test_a_run_that_is_handed_to_a_process_of_its_own_is_waited_for(
    session: Session, queue: RunQueue, brief: dict[str, Any], home: Path, notices: list[Notice], until: Until
):
    long = {**brief, "name": "long", "training": {**brief["training"], "kimg": 1e6}}
    handed, after = waiting(session, queue, until, long, {**brief, "name": "after"})
    queue.start()
    until(lambda: session.torch.training == handed and state(handed) == "running")
    try:
        background = Background(session, session)
        background.hand_over(RunFolder(handed))
        until(lambda: not background.is_busy())
        assert pid_of(handed) not in (0, os.getpid())
        until(lambda: queue.is_training(handed))
        assert queue.is_going
        assert queue.paths == [handed, after]
        assert state(after) == "new"
    finally:
        end_processes(home)
    until(lambda: not queue.is_going)  # as after a stop
    assert "0001-long was stopped" in notices[-1].text
    assert queue.paths == [handed, after]
    assert not queue.is_training(handed)


def test_the_queue_waits_for_a_run_in_the_background_unless_a_person_will_not(
    session: Session, queue: RunQueue, brief: dict[str, Any], home: Path, until: Until, qtbot: QtBot
):
    first, second = waiting(session, queue, until, {**brief, "name": "first"}, {**brief, "name": "second"})
    box = QueueBox(queue)
    qtbot.addWidget(box)
    beside = RunFolder.create(home / "runs" / "0009-beside", {"name": "beside"})
    with held_beside(Path(beside.path)):
        assert box.now.isHidden()
        queue.start()
        until(lambda: queue.busy_with() == "0009-beside")
        assert [state(first), state(second)] == ["new", "new"]
        assert box.words.text() == "Waits until 0009-beside has ended."
        assert not box.now.isHidden()
        box.now.click()
        until(lambda: state(first) == "done" and queue.busy_with() == "0009-beside")  # the second waits as the first did
        assert queue.paths == [second]
        assert state(second) == "new"
    until(lambda: not queue.is_going and session.torch.training is None)
    assert state(second) == "done"
    assert box.now.isHidden()


def test_two_windows_over_one_home_share_the_list(session: Session, queue: RunQueue, home: Path):
    one, two, three = (made_run(home, n, settings(f"run {n}"), state="stopped").path for n in (1, 2, 3))
    other = RunQueue(session, session)
    other.load()
    queue.add([one])
    other.add([two, three])
    queue.move(three, -2)
    other.remove(two)
    queue.add([])
    assert queue.paths == other.paths == [three, one]
    assert json.loads((home / FILE).read_text())["runs"] == ["0003-run-3", "0001-run-1"]


def test_the_queue_outlives_the_window_and_does_not_begin_by_itself(
    session: Session, queue: RunQueue, home: Path, notices: list[Notice], until: Until, qtbot: QtBot
):
    runs = [made_run(home, n, settings(f"run {n}"), state="stopped").path for n in (1, 2, 3)]
    elsewhere = made_run(home.parent / "disk", 9, settings("away"), state="crashed").path
    queue.add([*runs, elsewhere])
    queue.move(elsewhere, -1)
    queue.remove(runs[0])
    assert json.loads((home / FILE).read_text())["runs"] == ["0002-run-2", str(elsewhere), "0003-run-3"]
    again = RunQueue(session, session)
    again.load()
    assert again.paths == [runs[1], elsewhere, runs[2]]
    again.remind()
    assert notices[-1].text == "3 runs wait in the queue. It does not begin by itself; press Start queue on the page of runs."
    with qtbot.waitSignal(again.show_requested):
        notices[-1].action()
    assert not again.is_going
    assert session.torch.training is None


def test_a_damaged_list_is_told_and_kept(session: Session, queue: RunQueue, home: Path, notices: list[Notice]):
    for text in ("{", "[]", '{"format": 1, "runs": [3]}'):
        (home / FILE).write_text(text)
        queue.load()
        assert queue.paths == []
        assert "cannot be read" in notices[-1].text
        assert (home / "queue.damaged.json").read_text() == text
        assert not (home / FILE).exists()


def test_what_cannot_train_is_not_queued_and_says_why(session: Session, queue: RunQueue, home: Path, notices: list[Notice]):
    done = made_run(home, 1, settings("over"), state="done").path
    broken = home / "runs" / "0002-broken"
    broken.mkdir()
    queue.add([done, broken])
    assert queue.paths == []
    assert "0001-over is done already: duplicate its settings" in notices[0].text
    assert "0002-broken cannot be queued" in notices[1].text
    stopped = made_run(home, 3, settings("halted"), state="stopped").path
    queue.add([stopped, stopped])
    assert queue.paths == [stopped]


def test_a_draft_with_faults_is_told_and_makes_no_folder(session: Session, queue: RunQueue, home: Path, notices: list[Notice], until: Until):
    until(lambda: session.catalogue is not None)
    session.set_draft({**preset("ring").config, "training": {"kimg": -1}})
    queue.add_draft()
    assert notices[-1].text.startswith("These settings cannot train yet:")
    assert not (home / "runs").exists()


def test_a_list_that_cannot_be_written_is_told_and_lasts(session: Session, queue: RunQueue, home: Path, notices: list[Notice]):
    stopped = made_run(home, 1, settings("halted"), state="stopped").path
    (home / FILE).mkdir()
    queue.add([stopped])
    assert "it lasts until the window closes" in notices[-1].text
    assert queue.paths == [stopped]
