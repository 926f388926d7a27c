import math
import os
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import Cancelled, RunError
from studio.messages import (
    Applied,
    CheckpointDeleted,
    DataOpened,
    Ended,
    Evaluated,
    Event,
    Failed,
    FramesThinned,
    Logged,
    PauseBegan,
    PauseEnded,
    Progressed,
)
from studio.runs.cache import FORMAT
from studio.runs.fold import Run, fold
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.runs.view import RunView
from tests.runs.making import frame, names, saved, started, tick, write

LIFE: list[Event] = [
    Progressed(what="data", done=1, total=3),
    DataOpened(medium="image", shape=(1, 8, 8)),
    started(lr=1),
    saved(1, 0),
    *(tick(n, loss=n) for n in range(10, 110, 10)),
    frame(100),
    PauseBegan(nimg=100),
    Applied(id="a", command={"kind": "set_option"}, options={"lr": 2}),
    PauseEnded(nimg=100),
    tick(110, loss=110, samples="samples/live-1.png"),
    tick(120, loss=120),
    started(1, 60, parent=0, why="rollback", lr=2),
    *(tick(n, 1, loss=1000 + n) for n in range(70, 110, 10)),
    Logged(text="hm"),
    Ended(why="stopped"),
]


def folded(folder: RunFolder, events: list[Event]) -> Run:
    run = Run(config=folder.config(), options=folder.config())
    for event in events:
        run = fold(run, event)
    return run


def same_columns(a: RunView, b: RunView) -> None:
    assert len(a.columns) == len(b.columns)
    assert a.columns.names == b.columns.names
    assert a.columns.starts == b.columns.starts
    assert a.columns.lineage == b.columns.lineage
    for name in a.columns.names:
        for lineage_only in (True, False):
            for pixels in (3, 1000):
                for x, y in zip(
                    a.columns.view(name, pixels=pixels, lineage_only=lineage_only), b.columns.view(name, pixels=pixels, lineage_only=lineage_only), strict=True
                ):
                    np.testing.assert_array_equal(x, y)


def test_a_view_holds_the_run_its_columns_and_nothing_new(folder: RunFolder) -> None:
    write(folder, *LIFE)
    view = RunView(folder)
    assert view.run == folded(folder, LIFE)
    assert view.run.state == "stopped"
    assert view.run.samples == "samples/live-1.png"
    assert view.columns.view("loss/G").mean.tolist() == [10, 20, 30, 40, 50, 60, 1070, 1080, 1090, 1100]
    assert view.poll() == []
    assert view.bad_lines == []


def test_polls_bring_what_is_new_in_step(folder: RunFolder) -> None:
    view = RunView(folder)
    assert view.run.state == "new"
    with JournalWriter(folder.journal) as journal:
        for number, event in enumerate(LIFE, start=1):
            journal.write(event)
            assert view.poll() == [event]
            assert view.run == folded(folder, LIFE[:number])
    same_columns(view, RunView(folder))


def test_a_poll_keeps_to_its_limit(folder: RunFolder) -> None:
    view = RunView(folder)
    write(folder, *LIFE)
    found = view.poll(600)
    assert 1 <= len(found) < len(LIFE)
    assert view.run == folded(folder, LIFE[: len(found)])
    while more := view.poll(600):
        found += more
    assert found == LIFE


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                Progressed(what="data", done=1, total=3),
                Progressed(what="save", done=3, total=3),
                started(1, 5, parent=0, why="rollback"),
                started(2, 7, parent=1, why="resume"),
                tick(10, samples="samples/a.png"),
                tick(20, 1),
                tick(30, 2, samples="samples/b.png"),
                saved(1, 10),
                saved(2, 20, 1),
                CheckpointDeleted(id=1, why="x"),
                frame(10),
                FramesThinned(files=(frame(10).file,)),
                PauseBegan(),
                PauseEnded(),
                Applied(id="a", command={}, options={"lr": 2}),
                Evaluated(checkpoint=1, metrics={"swd": math.inf}),
                Failed(error="data", text="x"),
                Ended(why="done"),
                Logged(text="x"),
            ]
        ),
        max_size=25,
    ),
    st.integers(0, 25),
)
def test_the_cache_tells_the_same_run_as_the_journal(tmp_path_factory, life: list[Event], cut: int) -> None:
    folder = RunFolder.create(tmp_path_factory.mktemp("home") / "r", {"name": "x"})
    write(folder, *life[:cut])
    first = RunView(folder)
    first.save_cache(always=True)
    write(folder, *life[cut:])
    with RunLock.acquire(folder.lock):  # else it would be shown as crashed
        again = RunView(folder)
        assert again.run == folded(folder, life)
        first.poll()
        same_columns(first, again)
        assert again.save_cache(always=True) in (True, False)
        assert RunView(folder).run == folded(folder, life)


def long_journal(folder: RunFolder, rows: int = 6000) -> None:
    lines = [started().line()] + [tick(64 * i, loss=i % 97).line() for i in range(rows)]
    folder.journal.write_text("\n".join([*lines, Ended(why="done").line(), ""]))


def test_a_cache_spares_the_journal_and_goes_on_behind_it(folder: RunFolder) -> None:
    long_journal(folder)
    first = RunView(folder)
    assert first.save_cache()
    assert not first.save_cache()
    read: list[tuple[int, int]] = []
    second = RunView(folder, progress=lambda *bytes_: read.append(bytes_))
    assert read == []
    assert second.run == first.run
    same_columns(first, second)
    write(folder, started(1, 64 * 5999, parent=0, why="resume"), *(tick(64 * i, 1, loss=i) for i in range(6000, 6050)))
    first.poll()
    second.poll()
    third = RunView(folder)
    same_columns(first, second)
    same_columns(first, third)
    assert third.columns.view("loss/G").high[-1] > 5000


def test_a_cache_is_written_again_when_enough_is_new_and_the_old_one_goes(folder: RunFolder) -> None:
    long_journal(folder)
    view = RunView(folder)
    view.save_cache()
    write(folder, *(tick(64 * i) for i in range(6000, 6100)))
    view.poll()
    assert not view.save_cache()
    assert view.save_cache(always=True)
    assert [n for n in names(folder.cache) if n != "lock"] == ["000002"]
    same_columns(view, RunView(folder))


@pytest.mark.parametrize("damage", ["sheet", "foreign", "cut", "shape", "events", "missing", "later"])
def test_a_cache_that_is_not_sound_is_built_again_without_a_word(folder: RunFolder, damage: str) -> None:
    long_journal(folder)
    RunView(folder).save_cache()
    cache = folder.cache / "000001"
    if damage == "sheet":
        (cache / "cache.json").write_text('{"format"')
    elif damage == "foreign":
        folder.journal.write_text(folder.journal.read_text().replace('"time":0.0', '"time":1.0', 1))
    elif damage == "cut":
        with (cache / "000.npy").open("r+b") as file:
            file.truncate(300)
    elif damage == "shape":
        np.save(cache / "nimg.npy", np.zeros(5))
    elif damage == "events":
        (cache / "events.jsonl").write_text("{}\n")
    elif damage == "missing":
        (cache / "001-levels.npy").unlink()
    else:
        (cache / "cache.json").write_text((cache / "cache.json").read_text().replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}', 1))
    read: list[int] = []
    view = RunView(folder, progress=lambda done, _: read.append(done))
    assert read
    assert len(view.columns) == 6000
    assert view.run.state == "done"
    assert view.save_cache()
    same_columns(view, RunView(folder))


def test_a_pickle_in_the_cache_is_never_loaded(folder: RunFolder) -> None:
    long_journal(folder)
    RunView(folder).save_cache()
    trap = folder.path / "trap"

    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(trap),)

    np.save(folder.cache / "000001" / "nimg.npy", np.array([Trap()] * 6000, dtype=object), allow_pickle=True)
    assert len(RunView(folder).columns) == 6000
    assert not trap.exists()


def test_the_cache_of_another_run_is_not_believed(folder: RunFolder, tmp_path: Path) -> None:
    long_journal(folder)
    RunView(folder).save_cache()
    other = RunFolder.create(tmp_path / "other", {})
    write(other, started(), tick(1))
    shutil.copytree(folder.cache, other.cache)
    assert len(RunView(other).columns) == 1


def test_only_one_writes_the_cache(folder: RunFolder) -> None:
    long_journal(folder)
    view = RunView(folder)
    folder.cache.mkdir()
    with RunLock.acquire(folder.cache / "lock"):
        assert not view.save_cache()
    assert view.save_cache()


def test_numbers_that_pile_up_in_memory_are_put_into_mapped_files(folder: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.runs.view._SHED_ROWS", 100)
    long_journal(folder)
    view, other = RunView(folder), RunView(folder)
    assert view.shed()
    assert not view.shed(), "nothing new has piled up"
    assert _in_memory(view) == 0
    assert _in_memory(other) == 6000
    same_columns(view, other)
    write(folder, started(1, 64 * 5999, parent=0, why="resume"), *(tick(64 * i, 1, loss=i) for i in range(6000, 6050)))
    view.poll()
    other.poll()
    assert _in_memory(view) == 50
    same_columns(view, other)


def test_where_no_cache_can_be_written_the_numbers_stay_in_memory(folder: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.runs.view._SHED_ROWS", 100)
    long_journal(folder)
    view = RunView(folder)
    folder.cache.mkdir()
    with RunLock.acquire(folder.cache / "lock"):
        assert not view.shed()
    assert _in_memory(view) == 6000
    same_columns(view, RunView(folder))


def _in_memory(view: RunView) -> int:
    return view.columns.nimg._used


def test_opening_tells_how_far_it_is_and_can_be_cancelled(folder: RunFolder) -> None:
    long_journal(folder, 12_000)
    steps: list[tuple[int, int]] = []
    RunView(folder, progress=lambda *bytes_: steps.append(bytes_))
    size = folder.journal.stat().st_size
    assert len(steps) >= 2
    assert [done for done, _ in steps] == sorted({done for done, _ in steps})
    assert steps[-1] == (size, size)
    assert all(total == size for _, total in steps)

    def cancel(done: int, total: int) -> None:
        raise Cancelled("enough")

    before = names(folder.path)
    with pytest.raises(Cancelled):
        RunView(folder, progress=cancel)
    assert names(folder.path) == before


def test_a_run_whose_trainer_died_is_shown_as_crashed(folder: RunFolder) -> None:
    with RunLock.acquire(folder.lock):
        write(folder, started(), tick(64))
        view = RunView(folder)
        assert view.run.state == "running"
    until = time.monotonic() + 60
    while view.run.state == "running" and time.monotonic() < until:
        view.poll()
        time.sleep(0.02)
    assert view.run.state == "crashed"
    assert RunView(folder).run.state == "crashed"
    with RunLock.acquire(folder.lock):
        write(folder, started(1, 64, parent=0, why="resume"), tick(128, 1))
        view.poll()
        assert view.run.state == "running"
        view.poll()
        assert view.run.state == "running"
    write(folder, Ended(why="stopped"))
    view.poll()
    assert view.run.state == "stopped"


def test_a_journal_that_begins_anew_is_read_anew(folder: RunFolder) -> None:
    write(folder, *LIFE)
    view = RunView(folder)
    folder.journal.unlink()
    write(folder, started(), tick(5, loss=5))
    assert [e.kind for e in view.poll()] == ["segment_started", "tick"]
    assert len(view.columns) == 1
    assert view.run.nimg == 5
    assert view.run.checkpoints == ()
    assert view.bad_lines


def test_damaged_lines_are_told_and_remembered_by_the_cache(folder: RunFolder) -> None:
    write(folder, started(), tick(1))
    with folder.journal.open("a") as file:
        file.write('{"kind":"tick","nim')
    write(folder, tick(2), Ended(why="done"))
    view = RunView(folder)
    assert [line.number for line in view.bad_lines] == [3]
    assert view.save_cache(always=True)
    assert RunView(folder).bad_lines == view.bad_lines
    assert len(view.columns) == 2


def test_a_chunk_of_nothing_but_damage_does_not_end_the_reading(folder: RunFolder) -> None:
    write(folder, started())
    with folder.journal.open("a") as file:
        file.write("rubbish\n" * 400_000)
    write(folder, tick(1), Ended(why="done"))
    assert RunView(folder).run.state == "done"


def test_a_folder_that_holds_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no run folder"):
        RunView(RunFolder(tmp_path))


def test_a_view_changes_nothing_in_the_folder(folder: RunFolder) -> None:
    write(folder, *LIFE)
    before = names(folder.path)
    RunView(folder).poll()
    assert names(folder.path) == before
