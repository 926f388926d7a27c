"""A run that is put away is out of sight at once, comes back with Undo, and is moved only when the time for that is over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock
from studio.ui import grace
from studio.ui.run_bin import RunBin
from studio.ui.session import Notice, Session
from tests.ui.made_home import made_run, settings

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def binned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What went to the bin: the desktop's own is not ours to fill."""
    found: list[Path] = []

    def to_bin(path: str) -> None:
        found.append(Path(path))
        Path(path).rename(tmp_path / f"bin-{len(found)}")

    monkeypatch.setattr("send2trash.send2trash", to_bin)
    return found


@pytest.fixture
def runs(home: Path) -> list[Path]:
    return [made_run(home, n, settings(f"run {n}")).path for n in (1, 2, 3)]


def test_undo_brings_a_run_back_and_nothing_was_moved(session: Session, runs: list[Path], binned: list[Path], notices: list[Notice]):
    bin = RunBin(session, session)
    withdrawn: list[Notice] = []
    session.notice_over.connect(withdrawn.append)
    bin.throw(runs[:2])
    assert bin.hidden() == set(runs[:2])
    assert all(path.exists() for path in runs)
    assert (notices[-1].text, notices[-1].action_label) == ("2 runs will be moved to the bin.", "Undo")
    notices[-1].action()
    assert bin.hidden() == set()
    assert withdrawn == notices
    bin.empty()
    assert binned == []


def test_when_the_time_is_over_the_run_is_moved_and_cannot_come_back(
    session: Session, runs: list[Path], binned: list[Path], notices: list[Notice], until: Until, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(grace, "GRACE_MS", 30)
    bin = RunBin(session, session)
    bin.throw(runs[:1])
    until(lambda: binned == runs[:1] and not bin.hidden())
    assert not runs[0].exists()
    notices[-1].action()
    assert not bin.can_undo()
    bin.empty()


def test_what_was_put_away_last_comes_back_first(session: Session, runs: list[Path], binned: list[Path]):
    bin = RunBin(session, session)
    for path in runs:
        bin.throw([path])
    bin.undo()
    assert bin.hidden() == set(runs[:2])
    bin.undo()
    assert bin.hidden() == set(runs[:1])
    bin.empty()
    assert binned == runs[:1]


def test_closing_moves_what_still_waits(session: Session, runs: list[Path], binned: list[Path], qtbot: QtBot):
    bin = RunBin(session, session)
    bin.throw(runs)
    bin.empty()
    assert binned == runs


def test_a_run_that_somebody_trains_is_refused_with_who(session: Session, runs: list[Path], binned: list[Path], notices: list[Notice]):
    bin = RunBin(session, session)
    with RunLock.acquire(RunFolder(runs[0]).lock):
        bin.throw(runs[:2])
    assert "0001-run-1 is being trained, by process" in notices[0].text
    assert bin.hidden() == {runs[1]}
    bin.empty()
    assert binned == [runs[1]]


def test_a_run_that_is_resumed_before_its_time_is_over_stays(session: Session, runs: list[Path], binned: list[Path], notices: list[Notice], until: Until):
    bin = RunBin(session, session)
    bin.throw(runs[:1])
    with RunLock.acquire(RunFolder(runs[0]).lock):
        bin.empty()
        until(lambda: any("was not moved to the bin: it is being trained now" in notice.text for notice in notices))
    assert runs[0].exists()
    assert not bin.hidden()
    assert binned == []


def test_a_bin_that_refuses_is_told_and_the_run_is_in_sight_again(
    session: Session, runs: list[Path], notices: list[Notice], until: Until, monkeypatch: pytest.MonkeyPatch
):
    def refuse(path: str) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("send2trash.send2trash", refuse)
    bin = RunBin(session, session)
    bin.throw(runs[:1])
    bin.empty()
    until(lambda: "0001-run-1 was not moved to the bin: Permission denied. Nothing was deleted" in notices[-1].text)
    assert bin.hidden() == set()


def test_the_shown_run_is_closed_when_it_is_put_away(session: Session, runs: list[Path], binned: list[Path], until: Until):
    session.open_run(runs[0])
    until(lambda: session.view is not None)
    bin = RunBin(session, session)
    bin.throw(runs[:1])
    assert session.view is None
    bin.undo()
