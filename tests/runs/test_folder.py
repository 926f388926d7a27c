import json
import re
import time
from pathlib import Path

import pytest

import studio
from studio.errors import RunError
from studio.runs.folder import RunFolder
from tests.runs.making import names


def test_a_new_folder_holds_its_settings(tmp_path: Path) -> None:
    config = {"name": "Größe", "training": {"kimg": 4.5}, "nested": [1, None]}
    folder = RunFolder.create(tmp_path / "a" / "0001-x", config, medium="image")
    assert folder.config() == RunFolder.open(folder.path).config() == config
    info = json.loads((folder.path / "run.json").read_text(encoding="utf-8"))
    assert info["format"] == 1
    assert info["studio"] == studio.__version__
    assert info["medium"] == "image"
    assert abs(info["created"] - time.time()) < 60
    assert names(folder.path) == ["checkpoints", "commands", "run.json", "samples"]
    assert names(tmp_path / "a") == ["0001-x"]
    assert folder.name == "0001-x"


def test_what_exists_is_never_touched(folder: RunFolder, tmp_path: Path) -> None:
    before = (folder.path / "run.json").read_bytes()
    with pytest.raises(RunError, match="exists already"):
        RunFolder.create(folder.path, {"name": "other"})
    assert (folder.path / "run.json").read_bytes() == before
    (tmp_path / "file").write_text("mine")
    with pytest.raises(RunError, match="exists already"):
        RunFolder.create(tmp_path / "file", {})
    with pytest.raises(RunError, match=r"cannot be made.*choose a place"):
        RunFolder.create(tmp_path / "file" / "below", {})
    assert (tmp_path / "file").read_text() == "mine"


def test_settings_that_json_cannot_write_leave_no_folder(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        RunFolder.create(tmp_path / "0001-x", {"name": object()})
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "holds no run.json"),
        ("", "damaged"),
        ('{"format": 1, "conf', "damaged"),
        ("[1]", "holds no settings"),
        ('{"format": 1}', "holds no settings"),
        ('{"format": 2, "config": {}}', "update GAN Studio"),
        ("[" * 100_000, "damaged"),
    ],
)
def test_a_folder_without_a_sound_run_json_is_refused_by_name(tmp_path: Path, text: str | None, told: str) -> None:
    path = tmp_path / "0001-x"
    path.mkdir()
    if text is not None:
        (path / "run.json").write_text(text)
    with pytest.raises(RunError, match=told) as caught:
        RunFolder.open(path)
    assert re.search(re.escape(str(path)), str(caught.value))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="there is no run folder"):
        RunFolder.open(tmp_path / "nothing")


def test_facts_can_be_added_later(folder: RunFolder) -> None:
    config = folder.config()
    folder.amend(medium="points", relocated={"path": "/new"})
    folder.amend(medium="image")
    assert folder.info()["medium"] == "image"
    assert folder.info()["relocated"] == {"path": "/new"}
    assert folder.config() == config
    assert [n for n in names(folder.path) if "run.json" in n] == ["run.json"]
