"""What a list of runs knows of each: figures, ways, settings, who trains it; read again only where something changed."""

import json
import time
from pathlib import Path

import pytest

from studio.errors import RunError
from studio.messages import Applied, CheckpointDeleted, Ended, Evaluated, Failed, SegmentStarted, Tick
from studio.runs.fold import Run, fold
from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock
from studio.runs.shelf import LOT, Shelf
from studio.runs.sketch import Sketch
from studio.runs.summary import RunSummary, read_losses, read_options, read_summary, write_summary
from tests.runs.making import saved, started, tick

CONFIG = {"name": "digits", "dataset": {"kind": "folder", "path": "/data/cats"}, "network": {"kind": "dcgan"}, "training": {"kimg": 40}}


def make(home: Path, name: str) -> RunFolder:
    return RunFolder.create(home / "runs" / name, CONFIG)


def measured(number: int, nimg: int, value: float, better: str = "lower") -> Evaluated:
    return Evaluated(nimg=nimg, checkpoint=number, metrics={"swd": value, "precision": 0.5}, figure="swd", better=better)


def folded(*events: object) -> Run:
    run = Run(config=CONFIG)
    for event in events:
        run = fold(run, event)
    return run


def test_a_summary_tells_the_figure_its_best_and_its_way(folder: RunFolder) -> None:
    run = folded(started(), saved(1, 100), saved(2, 200), saved(3, 300), tick(300), measured(1, 100, 0.5), measured(2, 200, 0.2), measured(3, 300, 0.3))
    write_summary(folder, run)
    line = read_summary(folder.path)
    assert (line.figure, line.better, line.best, line.last) == ("swd", "lower", 0.2, 0.3)
    assert line.figures == ((100, 0.5), (200, 0.2), (300, 0.3))


@pytest.mark.parametrize(("better", "best"), [("higher", 0.9), ("near 1", 0.9), ("lower", 0.2), ("neither", None)])
def test_the_best_is_what_the_figure_calls_better(folder: RunFolder, better: str, best: float | None) -> None:
    run = folded(started(), saved(1, 100), saved(2, 200), tick(200), measured(1, 100, 0.2, better), measured(2, 200, 0.9, better))
    write_summary(folder, run)
    assert read_summary(folder.path).best == best


def test_what_was_measured_on_an_abandoned_part_does_not_count(folder: RunFolder) -> None:
    back = SegmentStarted(nimg=100, segment=1, parent=0, why="rollback", checkpoint=1, options=CONFIG)
    run = folded(started(), saved(1, 100), saved(2, 200), tick(200), measured(1, 100, 0.5), measured(2, 200, 0.2), back)
    write_summary(folder, run)
    assert read_summary(folder.path).figures == ((100, 0.5),)
    gone = folded(started(), saved(1, 100), tick(200), measured(1, 100, 0.5), CheckpointDeleted(id=1, why="thinned"))
    write_summary(folder, gone)
    assert read_summary(folder.path).best == 0.5


def test_a_summary_tells_data_networks_and_the_options_in_force(tmp_path: Path) -> None:
    folder = make(tmp_path, "0001-a")
    assert read_options(folder.path) == CONFIG
    now = {**CONFIG, "network": {"kind": "r3gan"}}
    write_summary(folder, folded(started(), Applied(id="1", command={}, options=now)))
    line = read_summary(folder.path)
    assert (line.data, line.place, line.network) == ("folder", "/data/cats", "r3gan")
    assert read_options(folder.path) == now


def test_a_failed_run_says_why_until_it_trains_again(folder: RunFolder) -> None:
    failed = folded(started(), Failed(error="no_space", text="The disk is full.", remedy="Delete something."))
    write_summary(folder, failed)
    assert read_summary(folder.path).failure == "The disk is full.\nDelete something."
    write_summary(folder, fold(fold(failed, started(1)), Ended(why="done")))
    assert read_summary(folder.path).failure == ""


def test_a_run_that_is_held_is_trained_by_somebody(folder: RunFolder) -> None:
    write_summary(folder, folded(started(), Ended(why="stopped")))
    assert read_summary(folder.path).holder is None
    with RunLock.acquire(folder.lock):
        line = read_summary(folder.path)
        assert line.state == "preparing"
        assert line.holder is not None
        assert line.holder.pid > 0
    assert read_summary(folder.path).state == "stopped"


def test_a_summary_of_an_older_version_is_read(folder: RunFolder) -> None:
    old = {"format": 1, "state": "done", "nimg": 40_000, "kimg": 40.0, "samples": "", "updated": 5.0}
    folder.summary.write_text(json.dumps(old))
    line = read_summary(folder.path)
    assert (line.state, line.nimg, line.figure, line.best, line.figures, line.losses) == ("done", 40_000, "", None, (), ())
    folder.summary.write_text(json.dumps({**old, "figure": 3, "best": "x", "figures": {"a": 1}, "losses": [], "options": 7, "failure": None}))
    assert read_summary(folder.path).best is None


def test_the_way_of_the_loss_is_gone_on_with(folder: RunFolder) -> None:
    sketch = Sketch([(64, 1.0), (128, 0.5)])
    write_summary(folder, folded(started(), tick(128)), sketch)
    assert read_summary(folder.path).losses == ((64, 1.0), (128, 0.5))
    assert read_losses(folder).points == sketch.points


def names(found: list[RunSummary]) -> dict[str, str]:
    return {line.name: line.state for line in found}


def test_a_look_finds_new_gone_and_changed_runs(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.look() == []
    first, second = make(tmp_path, "0001-a"), make(tmp_path, "0002-b")
    assert names(shelf.look()) == {"0001-a": "new", "0002-b": "new"}
    write_summary(first, folded(started(), Ended(why="done")))
    assert names(shelf.look(thorough=False))["0001-a"] == "new"
    assert names(shelf.look())["0001-a"] == "done"
    second.path.rename(tmp_path / "away")
    assert names(shelf.look(thorough=False)) == {"0001-a": "done"}


def test_a_run_that_trains_is_read_at_every_look(tmp_path: Path) -> None:
    shelf, folder = Shelf(tmp_path), make(tmp_path, "0001-a")
    with RunLock.acquire(folder.lock):
        run = folded(started(), tick(64))
        write_summary(folder, run)
        assert names(shelf.look()) == {"0001-a": "running"}
        write_summary(folder, fold(run, Tick(segment=0, nimg=640, seconds=1.0)))
        assert shelf.look(thorough=False)[0].nimg == 640
    assert names(shelf.look(thorough=False)) == {"0001-a": "crashed"}


def test_a_resume_elsewhere_is_seen_by_a_thorough_look(tmp_path: Path) -> None:
    shelf, folder = Shelf(tmp_path), make(tmp_path, "0001-a")
    write_summary(folder, folded(started(), Ended(why="stopped")))
    assert names(shelf.look()) == {"0001-a": "stopped"}
    time.sleep(0.01)
    with RunLock.acquire(folder.lock):
        assert names(shelf.look()) == {"0001-a": "preparing"}


def test_a_first_look_reports_on_its_way_and_can_be_ended(tmp_path: Path) -> None:
    for number in range(LOT + 1):
        path = tmp_path / "runs" / f"{number:04d}-a"
        path.mkdir(parents=True)
        (path / "run.json").write_text(json.dumps({"format": 1, "config": {"name": "a"}}))
    told: list[int] = []
    assert len(Shelf(tmp_path).look(seen=lambda found: told.append(len(found)))) == LOT + 1
    assert told == [LOT]
    with pytest.raises(RunError, match="enough"):
        Shelf(tmp_path).look(check=_enough)


def _enough() -> None:
    raise RunError("enough")
