"""A run that the doctor examines, and the panel that tells of it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.ui.panels.doctor import DoctorPanel
from studio.ui.session import Notice, Session
from studio.ui.theme import Theme
from tests.ui.panels.made_runs import MadeRun, quiet_session, shown


@pytest.fixture
def session(tmp_path: Path, theme: Theme) -> Session:
    return quiet_session(tmp_path, theme)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeRun]:
    with MadeRun(tmp_path / "0001-made") as run:
        run.tick(96000, loss_G=1.0)
        run.checkpoint(1, 80000)
        (run.folder.path / "doctor").mkdir()
        Image.fromarray(np.full((8, 16, 3), (200, 30, 40), np.uint8)).save(run.folder.path / "doctor" / "gone.png")
        yield run


@pytest.fixture
def panel(session: Session, made: MadeRun) -> Iterator[DoctorPanel]:
    session.view = made.view()
    yield from shown(DoctorPanel(session), 300, 700)


@pytest.fixture
def heard(session: Session) -> list[Notice]:
    notices: list[Notice] = []
    session.notice.connect(notices.append)
    return notices
