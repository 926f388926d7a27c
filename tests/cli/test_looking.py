"""What the command line says of itself, of the runs, of data and of the machine."""

import re
from pathlib import Path

import pytest

from studio.gan.datasets import Source
from studio.presets import papers, presets
from studio.runs.home import cache_folder
from studio.terminal import speed
from tests.cli.told import Run

COMMANDS = ("open", "demo", "presets", "list", "show", "doctor", "train", "resume", "send", "sample", "evaluate", "scan", "cache", "bench")


# What it says of itself


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(run: Run, command: str) -> None:
    told = run(command, "--help")
    assert (told.code, told.err) == (0, "")
    assert len(told.out.splitlines()) > 4


def test_the_help_names_every_command(run: Run) -> None:
    listed = re.findall(r"^  (\w+) ", run("--help").out.partition("Commands:")[2], re.MULTILINE)
    assert set(listed) == set(COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["presets", "--json"],
        ["list", "--json"],
        ["show", "1", "--json"],
        ["doctor", "1", "--json"],
        ["cache", "--json"],
        ["evaluate", "1", "--json", "--count", "64"],
        ["bench", "--json", "--seconds", "0.2"],
    ],
    ids=lambda a: a[0],
)
def test_help_documents_every_key_of_the_document(there: Path, run: Run, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "CASES", speed.CASES[:1])
    document = run(*arguments).json()
    promised = re.findall(r"\w+", run(arguments[0], "--help").out.partition("JSON:")[2].partition("Options:")[0])
    assert (document[0] if isinstance(document, list) else document).keys() <= set(promised)


def test_presets_are_listed_with_what_they_are(run: Run) -> None:
    every = [*presets(), *papers()]
    assert [p["name"] for p in run("presets", "--json").json()] == [p.name for p in every]
    plain = run("presets").out
    assert all(p.name in plain for p in every)


# Runs


def test_list_and_show_tell_what_is_there(there: Path, run: Run) -> None:
    listed = {r["name"]: r for r in run("list", "--json").json()}
    assert listed.keys() == {"0001-ring", "0002-digits"}
    assert (listed["0001-ring"]["state"], listed["0001-ring"]["nimg"], listed["0001-ring"]["broken"]) == ("done", 2048, None)
    plain = run("list").out
    assert "0001-ring" in plain
    assert "done" in plain
    plain = run("show", "ring").out
    assert "checkpoint 2: 2.048 kimg" in plain
    assert "loss/G" in plain


def test_list_of_an_empty_home_says_how_to_begin(home: Path, run: Run) -> None:
    assert run("list", "--json").json() == []
    assert "gan-studio demo" in run("list").out


def test_home_chooses_where_runs_lie(home: Path, made: Path, run: Run) -> None:
    assert run("list", "--json").json() == []
    assert len(run("--home", made, "list", "--json").json()) == 2


@pytest.mark.parametrize("name", ["1", "0001-ring", "ring", "path"])
def test_a_run_answers_to_its_number_name_and_folder(there: Path, run: Run, name: str) -> None:
    about = run("show", there / "runs" / "0001-ring" if name == "path" else name, "--json").json()
    assert about["name"] == "0001-ring"
    assert {"state", "nimg", "checkpoints", "options"} <= about.keys()


@pytest.mark.parametrize("command", [["show"], ["resume"], ["send"], ["sample", "--count", "1"], ["evaluate"]], ids=lambda c: c[0])
def test_a_run_that_is_not_there_is_refused_with_those_that_are(there: Path, run: Run, command: list[str]) -> None:
    run(command[0], "rnig", *(["pause"] if command == ["send"] else command[1:])).refused("rnig", "0001-ring")


def test_a_folder_that_is_no_run_is_refused(home: Path, run: Run) -> None:
    run("show", home).refused(str(home), "run.json")


def test_a_broken_run_is_listed_with_the_reason(home: Path, run: Run) -> None:
    (home / "runs" / "0001-torn").mkdir(parents=True)
    (home / "runs" / "0001-torn" / "run.json").write_text("{")
    [listed] = run("list", "--json").json()
    assert listed["name"] == "0001-torn"
    assert listed["broken"]
    run("show", "1").refused("run.json")


@pytest.mark.parametrize("command", ["open", None])
def test_a_window_without_a_display_is_refused_with_the_way_out(there: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str | None) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    run(*([command, "ring"] if command else [])).refused("no display", "gan-studio demo")


# Data and the machine


def test_decoded_data_is_counted_and_cleared_and_scans_are_incremental(home: Path, run: Run, pictures: Path) -> None:
    assert run("cache", "--json").json()["entries"] == 0
    run("scan", pictures)
    Source.read({"kind": "folder", "path": str(pictures)}).open(cache_folder(home))
    found = run("cache", "--json").json()
    assert (found["entries"], found["freed"]) == (1, 0)
    cleared = run("cache", "--clear", "--json").json()
    assert (cleared["entries"], cleared["bytes"]) == (0, 0)
    assert cleared["freed"] > found["bytes"], "what the scan kept goes too"
    assert "0.0 MB" in run("cache").out


def test_scan_counts_and_names_what_is_broken(run: Run, pictures: Path) -> None:
    (pictures / "cats" / "torn.png").write_bytes((pictures / "cats" / "02.png").read_bytes()[:60])
    found = run("scan", pictures, "--json").json()
    assert (found["images"], found["classes"]) == (40, {"cats": 20, "dogs": 20})
    assert sum(found["sizes"].values()) == sum(found["modes"].values()) == 40
    assert set(found["modes"]) == {"RGB", "L"}
    [broken] = found["broken"]
    assert broken["file"].endswith("torn.png")
    assert broken["reason"]
    promised = re.findall(r"\w+", run("scan", "--help").out.partition("JSON:")[2].partition("Arguments:")[0])
    assert found.keys() <= set(promised)
    assert "40 images" in run("scan", pictures).out
    run("scan", pictures / "nowhere", "--json").refused("nowhere")


def test_bench_measures_every_family(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {case[0]["kind"] for case in speed.CASES} == {"mlp", "dcgan", "r3gan"}
    monkeypatch.setattr(speed, "CASES", speed.CASES[:2])  # the third takes ten seconds
    found = run("bench", "--json", "--seconds", 0.2, "--device", "cpu").json()
    assert found["device"] == "cpu"
    assert {(r["network"], r["dtype"]) for r in found["results"]} == {(n, t) for n in ("mlp", "dcgan") for t in ("fp32", "bf16")}
    assert all(r["images_per_second"] > 0 for r in found["results"])
