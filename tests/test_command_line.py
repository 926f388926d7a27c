"""The command line that is copied trains the very settings it was copied from, whatever stands in them."""

import copy
import shlex
from pathlib import Path
from typing import Any

import pytest

from studio import cli
from studio.command_line import command_line, configure, text_of
from studio.gan.config import RunConfig
from studio.gan.schedule import Schedule
from studio.presets import preset, presets
from studio.runs.folder import RunFolder
from studio.templates import save_template
from studio.terminal.typed import options_named


def read_back(line: str) -> RunConfig:
    """What the line trains: split as a shell does, read as the command does."""
    words = shlex.split(line)
    assert words[:3] == ["gan-studio", "train", "--preset"]
    pairs = [words[n + 1] for n, word in enumerate(words) if word == "--set"]
    data = words[words.index("--data") + 1] if "--data" in words else None
    assert len(words) == 4 + 2 * len(pairs) + (2 if data else 0)
    return configure(words[3], data=Path(data) if data else None, changes=options_named(pairs))


def changed(template: str, /, **changes: Any) -> RunConfig:
    data = copy.deepcopy(preset(template).config)
    for path, value in changes.items():
        section, _, key = path.partition("__")
        if key:
            data.setdefault(section, {})[key] = value
        else:
            data[section] = value
    return RunConfig.read(data)


@pytest.mark.parametrize("name", [p.name for p in presets() if p.name != "pictures"])
def test_a_template_as_it_is_needs_only_its_name(name: str) -> None:
    assert command_line(configure(name)) == f"gan-studio train --preset {name}"


def test_only_what_differs_is_written() -> None:
    line = command_line(changed("ring", training__batch=96, optimizer__lr=0.000123456789))
    assert line == "gan-studio train --preset ring --set optimizer.lr=0.000123456789 --set training.batch=96"


@pytest.mark.parametrize(
    "changes",
    [
        {"name": 'it\'s my ring; rm -rf $HOME `x` "y" #1'},
        {"name": "größer → 2 %"},
        {"optimizer__lr": {"start": 0.0012345678, "end": 1.5e-7, "shape": "cosine", "kimg": 12.25}},
        {"optimizer__lr": {"start": 0.001, "end": 0.002, "shape": "linear", "kimg": None}},
        {"optimizer__lr": {"start": 0.001, "end": 0.002, "shape": "linear", "kimg": 1e-5}},  # in words its minus could not be read
        {"objective": {"kind": "hinge", "gamma": 3.0, "penalty": "r1"}},
        {"augment": {"kind": "diffaugment", "p": 0.5}},
        {"objective": {"kind": "non_saturating"}, "augment": {"kind": "ada", "adaptive": True}},  # one of them alone is refused
        {"doctor__on": False, "precision__threads": 3, "precision__dtype": "fp32", "training__seed": 2**62 + 1},
        {"transfer__run": "0007-digits:12"},
        {"training__device": "cpu"},
        {"optimizer": {"kind": "sgd", "lr": 0.01}},
        {"dataset": {"kind": "grid"}},
    ],
    ids=str,
)
def test_a_line_read_back_is_the_same_settings(changes: dict[str, Any]) -> None:
    wanted = changed("ring", **changes)
    assert read_back(command_line(wanted)) == wanted
    assert read_back(command_line(wanted, "ring")) == wanted


@pytest.mark.parametrize("place", ["my pictures", "it's.zip", "2024"])
def test_ones_own_pictures_are_named_with_data(tmp_path: Path, place: str) -> None:
    wanted = configure("pictures", data=tmp_path / place, changes={"dataset.height": "48", "training.kimg": "7"})
    line = command_line(wanted)
    assert "--data" in line
    assert read_back(line) == wanted


def test_an_own_template_is_the_nearest_where_it_says_the_same(home: Path) -> None:
    wanted = changed("ring", training__batch=96, training__kimg=3, optimizer__lr=0.0005)
    save_template(home, "Quick ring", "", wanted.dump())
    assert command_line(wanted) == "gan-studio train --preset quick-ring"
    assert read_back("gan-studio train --preset quick-ring") == wanted


def test_the_line_run_in_earnest_makes_a_run_with_those_settings(tmp_path: Path) -> None:
    small = {"width": 8, "depth": 1, "d_width": 8, "d_depth": 1}
    network = {**preset("ring").config["network"], **small}
    wanted = changed("ring", name="it's mine", network=network, training__kimg=0.128, training__device="cpu", doctor__on=False, precision__dtype="fp32")
    words = shlex.split(command_line(wanted))
    assert cli.main([*words[1:], "--run", str(tmp_path / "run"), "--quiet"]) == 0
    assert RunConfig.read(RunFolder(tmp_path / "run").config()) == wanted


def test_a_value_is_written_to_the_last_digit() -> None:
    assert [text_of(v) for v in (0.1 + 0.2, 5, True, None, "a b")] == ["0.30000000000000004", "5", "true", "null", "a b"]
    value = Schedule(start=0.2, end=0.002, shape="cosine", kimg=50).model_dump()
    assert text_of(value) == "0.2 -> 0.002 cosine 50.0"
