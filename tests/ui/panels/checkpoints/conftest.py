"""A run that was rolled back once, and the panel that lists its checkpoints."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.runs.folder import RunFolder
from studio.ui.panels.checkpoints import CheckpointsPanel
from studio.ui.session import Session
from tests.ui.panels.checkpoints.checkpointed import OPTIONS, rolled_back
from tests.ui.panels.made_runs import shown
from tests.ui.pressing import Until


@pytest.fixture
def folder(home: Path) -> RunFolder:
    """Checkpoint 3 lies on the abandoned part."""
    made = RunFolder.create(home / "runs" / "0001-digits", OPTIONS)
    rolled_back(made)
    return made


@pytest.fixture
def panel(session: Session, folder: RunFolder, until: Until) -> Iterator[CheckpointsPanel]:
    made = CheckpointsPanel(session)
    session.run_opened.connect(made.show_run)
    for widget in shown(made, 275, 500):
        session.open_run(folder.path)
        until(lambda: session.view is not None)
        yield widget
        session.close_run()
