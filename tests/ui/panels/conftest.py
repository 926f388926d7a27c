"""A run that someone trains, for the panels that steer it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.panels.setup import TrainedRun


@pytest.fixture
def run(tmp_path: Path) -> Iterator[TrainedRun]:
    made = TrainedRun(tmp_path / "runs" / "0001-ring")
    yield made
    made.close()
