"""A run of forty ticks, and the panel that shows its curves."""

from collections.abc import Iterator
from pathlib import Path

import pyqtgraph as pg
import pytest

from studio.ui.panels.curves import Curves
from studio.ui.session import Session
from studio.ui.theme import Theme
from tests.ui.panels.curves.curving import ticks
from tests.ui.panels.made_runs import MadeRun, quiet_session, shown


@pytest.fixture(autouse=True)
def every_move_of_the_pointer_counts() -> Iterator[None]:
    """pyqtgraph leaves out those that come within some milliseconds of another, as a test's do."""
    usual = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", -1)
    yield
    pg.setConfigOption("mouseRateLimit", usual)


@pytest.fixture
def session(tmp_path: Path, theme: Theme) -> Session:
    return quiet_session(tmp_path, theme)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeRun]:
    """Forty ticks: G's loss falls from 2 to 1, D's rises; D's outputs close in on each other."""
    with MadeRun(tmp_path / "0001-made") as run:
        for i in range(40):
            ticks(run, i)
        yield run


@pytest.fixture
def panel(session: Session, made: MadeRun) -> Iterator[Curves]:
    session.view = made.view()
    yield from shown(Curves(session), 800, 500)
