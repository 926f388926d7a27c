"""A person's own templates: kept, found by name, renamed, thrown away; a torn or foreign file says what to do and hides no other."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from studio.cli import app
from studio.errors import ConfigError, DataError
from studio.presets import preset, presets
from studio.templates import free_name, own_templates, read_settings, retitle, save_template, template_named, templates_folder, throw_away, write_settings

CONFIG = preset("ring").config


def test_a_kept_template_is_found_by_its_name_with_its_picture(home: Path) -> None:
    path = save_template(home, "My Ring!", "Quick to look at.", CONFIG, picture=b"\x89PNG")
    assert path == home / "templates" / "my-ring.json"
    found = template_named("my-ring")
    assert (found.title, found.summary, found.config, found.file) == ("My Ring!", "Quick to look at.", CONFIG, path)
    assert found.picture == path.with_suffix(".png")
    assert found.settings(gpu=True) == found.settings(gpu=False) == CONFIG


def test_the_same_title_again_takes_another_name_and_a_shipped_one_stays_what_it_is(home: Path) -> None:
    names = [save_template(home, title, "", {**CONFIG, "name": str(n)}).stem for n, title in enumerate(("Ring", "Ring", "ring"))]
    assert names == ["ring-2", "ring-3", "ring-4"]
    assert template_named("ring") == preset("ring")
    assert template_named("ring-3").config["name"] == "1"
    assert free_name(home, "★") == "run"


def test_new_words_keep_settings_and_name(home: Path) -> None:
    save_template(home, "First", "", CONFIG)
    retitle(template_named("first"), "Second", "Better.")
    found = template_named("first")
    assert (found.title, found.summary, found.config) == ("Second", "Better.", CONFIG)


def test_one_thrown_away_is_in_the_bin_and_gone_from_the_list(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home))
    path = save_template(home, "Gone", "", CONFIG, picture=b"\x89PNG")
    throw_away(path)
    assert own_templates(home) == ([], [])
    assert not list(templates_folder(home).iterdir())


TORN = {
    "torn.json": ('{"title": "x", "config": {', "torn at line 1"),
    "list.json": ("[1, 2]", "outermost part must be an object"),
    "foreign.json": ('{"colour": "red"}', "it holds no settings"),
    "newer.json": ('{"format": 99, "config": {}}', "update GAN Studio"),
    "binary.json": ("\udcff\udcfe", "no JSON file"),
    "ring.json": (json.dumps({"config": CONFIG}), "rename the file"),
}


@pytest.mark.parametrize("name", TORN)
def test_a_file_that_is_no_template_says_why_and_hides_no_other(home: Path, name: str) -> None:
    save_template(home, "Sound", "", CONFIG)
    text, reason = TORN[name]
    (templates_folder(home) / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    sound, broken = own_templates(home)
    assert [p.name for p in sound] == ["sound"]
    assert [b.path.name for b in broken] == [name]
    assert reason in broken[0].reason
    assert name in broken[0].reason
    if name != "ring.json":
        with pytest.raises(ConfigError, match=reason):
            template_named(name.removesuffix(".json"))


def test_the_command_line_lists_own_templates_and_names_a_broken_one(home: Path) -> None:
    save_template(home, "Sound", "Mine.", CONFIG)
    (templates_folder(home) / "torn.json").write_text("{")
    done = CliRunner().invoke(app, ["presets", "--json"])
    assert done.exit_code == 0
    assert {"name": "sound", "title": "Sound", "summary": "Mine."} in json.loads(done.stdout)
    assert [p["name"] for p in json.loads(done.stdout)][: len(presets())] == [p.name for p in presets()]
    assert "torn.json is no JSON file" in done.stderr


def test_settings_written_are_read_back_from_every_kind_of_file(tmp_path: Path) -> None:
    for name, data in {"bare": CONFIG, "run": {"format": 1, "studio": "1", "config": CONFIG}}.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(data))
        assert read_settings(tmp_path / f"{name}.json") == CONFIG
    write_settings(tmp_path / "exported.json", CONFIG, title="Über")
    assert read_settings(tmp_path / "exported.json") == CONFIG


@pytest.mark.parametrize(
    ("text", "reason"), [("{", "torn at line 1"), ('{"a": 1}', "holds no settings of a run"), ('{"config": 3}', "holds no settings of a run")]
)
def test_a_file_without_settings_is_refused_by_name(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(DataError, match=reason) as told:
        read_settings(tmp_path / "x.json")
    assert "x.json" in str(told.value)
    with pytest.raises(DataError, match="cannot be read"):
        read_settings(tmp_path / "none.json")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="choose another place"):
        write_settings(tmp_path / "file" / "x.json", CONFIG)
    with pytest.raises(DataError, match="cannot be kept"):
        save_template(tmp_path / "file", "x", "", CONFIG)
