"""Every panel in a real window, by the mouse and by the keys alone."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.window.panels import common

PANELS = ("welcome", "dataset", "hyperparameters", "samples", "points", "curves", "checkpoints", "runs", "doctor", "background", "palette")


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with short runs, trained once for all of these tests."""
    home = tmp_path_factory.mktemp("trained")
    common.train(home)
    return home


@pytest.fixture
def furnished(trained: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with those runs, and settings and a bin of its own."""
    common.take(trained, home)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home.parent / name.lower()))
    return home


@pytest.mark.xvfb
@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("hand", ["mouse", "keys"])
@pytest.mark.parametrize("panel", PANELS)
def test_each_panel_does_what_it_is_for(panel: str, hand: str, furnished: Path, session: Callable[..., None]) -> None:
    story = importlib.import_module(f"tests.window.panels.{panel}")
    if hasattr(story, "prepare"):
        story.prepare(furnished)
    session("panels", f"{panel} {hand}")
