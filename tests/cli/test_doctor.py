"""The doctor on the command line: how a run is, for a person and for a script."""

import json
import shutil
from pathlib import Path

import pytest

from studio.messages import AlarmCleared, AlarmRaised, Event, Remedy, Severity
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from tests.cli.told import SMALL, Run


@pytest.fixture
def digits(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunFolder:
    """A finished run that may be written to."""
    monkeypatch.setenv("GAN_STUDIO_HOME", str(tmp_path))
    return RunFolder(shutil.copytree(made / "runs" / "0002-digits", tmp_path / "runs" / "0002-digits"))


def raised(severity: Severity = "high", **over: object) -> AlarmRaised:
    remedy = Remedy(title="Use another loss", text="It compares each sample with a real one.", commands=({"kind": "pause"},))
    about = {"alarm": "mode_drop", "title": "Mode dropping", "onset": 300, "text": "Some kinds are lost.", "why": "4 parts are empty.", "remedies": (remedy,)}
    return AlarmRaised(nimg=600, segment=0, severity=severity, **{**about, **over})


def write(folder: RunFolder, *events: Event) -> None:
    with JournalWriter(folder.journal) as journal:
        for event in events:
            journal.write(event)


def test_a_run_without_a_check_is_told_to_be_so(run: Run, digits: RunFolder) -> None:
    told = run("doctor", digits.path)
    assert told.code == 0
    assert told.out.splitlines()[0].strip()


@pytest.mark.parametrize(("severity", "code"), [("medium", 0), ("high", 3), ("critical", 3)])
def test_a_grave_alarm_is_told_with_its_remedies_and_ends_with_a_code_of_its_own(run: Run, digits: RunFolder, severity: Severity, code: int) -> None:
    write(digits, raised(severity))
    told = run("doctor", digits.path)
    assert told.code == code
    for words in (severity.upper(), "Mode dropping", "since 0.3 kimg", "Some kinds are lost.", "4 parts are empty.", "1. Use another loss"):
        assert words in told.out
    document = json.loads(run("doctor", digits.path, "--json").out)
    assert document["alarms"][0]["remedies"][0]["commands"] == [{"kind": "pause"}]


def test_a_cleared_alarm_is_history(run: Run, digits: RunFolder) -> None:
    write(digits, raised(), AlarmCleared(nimg=900, segment=0, alarm="mode_drop", why="5 checks in a row found it well again"))
    told = run("doctor", digits.path)
    assert told.code == 0
    assert "Mode dropping, 0.3 to 0.9 kimg: 5 checks in a row found it well again" in told.out
    (past,) = run("doctor", digits.path, "--json").json()["past"]
    assert (past["alarm"], past["cleared"]) == ("mode_drop", 900)


def test_autopilot_is_an_option_of_the_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAN_STUDIO_HOME", str(tmp_path))
    assert run("train", "--preset", "digits", "--kimg", "1", "--autopilot", *SMALL).code == 0
    assert run("show", "1", "--json").json()["options"]["doctor"]["autopilot"] is True


def test_no_such_run_is_bad_input(run: Run, tmp_path: Path) -> None:
    told = run("doctor", tmp_path / "nowhere")
    assert told.code == 2
    assert "nowhere" in told.err
