from pathlib import Path

import pytest

from studio.runs.folder import RunFolder


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder.create(tmp_path / "runs" / "0001-digits", {"name": "digits", "training": {"kimg": 40.0}})
