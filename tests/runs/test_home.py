import time
from pathlib import Path

import platformdirs
import pytest

from studio.errors import RunError
from studio.messages import DataOpened, Ended
from studio.runs.fold import Run, fold
from studio.runs.folder import RunFolder
from studio.runs.home import choose_home, default_home, find_run, list_runs, new_run_path, slug
from studio.runs.lock import RunLock
from studio.runs.summary import read_summary, write_summary
from tests.runs.making import saved, started, tick


def make(home: Path, name: str, *, title: str = "") -> RunFolder:
    return RunFolder.create(home / "runs" / name, {"name": title or name, "training": {"kimg": 40}})


def test_home_is_where_the_environment_or_the_person_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.setenv("GAN_STUDIO_HOME", str(tmp_path / "by-environment"))
    assert default_home() == tmp_path / "by-environment"
    monkeypatch.delenv("GAN_STUDIO_HOME")
    usual = default_home()
    assert usual == platformdirs.user_data_path("gan-studio", appauthor=False)
    choose_home(tmp_path / "chösen")
    assert default_home() == tmp_path / "chösen"
    choose_home(None)
    assert default_home() == usual


def test_new_runs_are_numbered_on_and_named_for_a_folder(tmp_path: Path) -> None:
    assert new_run_path(tmp_path, "digits") == tmp_path / "runs" / "0001-digits"
    make(tmp_path, "0006-digits")
    make(tmp_path, "my-own-name")
    assert new_run_path(tmp_path, "Große Füße/..\\x!").name == "0007-grosse-fusse-x"
    make(tmp_path, "12345-many")
    assert new_run_path(tmp_path, "digits").name == "12346-digits"
    assert not (tmp_path / "runs" / "12346-digits").exists()


@pytest.mark.parametrize(("name", "part"), [("  ", "run"), ("日本", "run"), ("../../etc", "etc"), ("a" * 90, "a" * 40), ("A  b", "a-b")])
def test_any_name_becomes_part_of_a_folder(name: str, part: str) -> None:
    assert slug(name) == part


def test_a_run_is_found_by_path_name_serial_and_title(tmp_path: Path) -> None:
    digits, ring = make(tmp_path, "0001-digits"), make(tmp_path, "0002-ring")
    elsewhere = RunFolder.create(tmp_path / "disk" / "mine", {})
    assert find_run(str(digits.path), tmp_path) == digits
    assert find_run("0002-ring", tmp_path) == ring
    assert find_run("2", tmp_path) == ring
    assert find_run("0002", tmp_path) == ring
    assert find_run("ring", tmp_path) == ring
    assert find_run("Ring", tmp_path) == ring
    assert find_run(str(elsewhere.path), tmp_path) == elsewhere


def test_a_run_that_is_not_found_names_those_that_are_near(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="holds none yet"):
        find_run("digits", tmp_path)
    make(tmp_path, "0001-digits")
    make(tmp_path, "0002-ring")
    make(tmp_path, "0003-digits")
    with pytest.raises(RunError, match=r"may mean 0001-digits, 0003-digits"):
        find_run("digits", tmp_path)
    with pytest.raises(RunError, match=r"there is no run rnig.*there are 0002-ring"):
        find_run("rnig", tmp_path)
    with pytest.raises(RunError, match=r"there are 0003-digits, 0002-ring"):
        find_run("zzzzz", tmp_path)
    with pytest.raises(RunError, match="there is no run folder"):
        find_run("some/where", tmp_path)


def test_a_summary_says_what_the_run_says(folder: RunFolder) -> None:
    run = Run(config=folder.config())
    for event in (
        DataOpened(medium="image", shape=(1, 8, 8)),
        started(training={"kimg": 80}),
        saved(1, 0),
        tick(128, samples="samples/live-1.png"),
        Ended(why="done"),
    ):
        run = fold(run, event)
    write_summary(folder, run)
    line = read_summary(folder.path)
    assert (line.name, line.title, line.state, line.nimg, line.kimg) == ("0001-digits", "digits", "done", 128, 80)
    assert (line.seconds, line.rate, line.checkpoints, line.samples, line.medium) == (1.28, 100, 1, "samples/live-1.png", "image")
    assert line.updated == 128
    assert line.created > 1e9
    assert line.broken is None


def test_a_run_that_nobody_trains_though_it_did_not_end_has_crashed(folder: RunFolder) -> None:
    write_summary(folder, fold(fold(Run(), started()), tick(1)))
    assert read_summary(folder.path).state == "crashed"
    with RunLock.acquire(folder.lock):
        assert read_summary(folder.path).state == "running"


def test_the_list_has_every_run_newest_first_and_hides_no_broken_one(tmp_path: Path) -> None:
    assert list_runs(tmp_path) == []
    first = make(tmp_path, "0001-a")
    time.sleep(0.01)
    make(tmp_path, "0002-b")
    write_summary(first, fold(Run(), Ended(why="done")))
    (tmp_path / "runs" / "0003-broken").mkdir()
    (tmp_path / "runs" / ".creating-0004-x").mkdir()
    (tmp_path / "runs" / "notes.txt").write_text("mine")
    torn = make(tmp_path, "0005-torn")
    torn.summary.write_text('{"state": "ru')
    strange = make(tmp_path, "0006-strange")
    strange.summary.write_text('{"state": "dancing", "nimg": "many", "kimg": null, "samples": 3}')
    found = list_runs(tmp_path)
    assert [line.name for line in found] == ["0006-strange", "0005-torn", "0002-b", "0001-a", "0003-broken"]
    assert [line.state for line in found] == ["new", "new", "new", "done", "new"]
    assert [line.kimg for line in found] == [40, 40, 40, 40, 0]
    assert "holds no run.json" in str(found[-1].broken)


def test_five_hundred_runs_are_listed_in_half_a_second(tmp_path: Path) -> None:
    run = fold(fold(Run(), started()), tick(1))
    first = make(tmp_path, "0001-a")
    write_summary(first, run)
    for number in range(2, 501):  # plain copies: to make them one by one flushes the disk 1,000 times
        path = tmp_path / "runs" / f"{number:04d}-a"
        path.mkdir()
        for name in ("run.json", "summary.json"):
            (path / name).write_bytes((first.path / name).read_bytes())
        (path / "lock").touch()
    best = 9.0
    for _ in range(3):
        began = time.process_time()
        found = list_runs(tmp_path)
        best = min(best, time.process_time() - began)
    assert len(found) == 500
    assert best < 0.5
