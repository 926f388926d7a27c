"""Checkpoints are measured when a person asks: real small generators, the real torch thread, the figures in the run's folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.runs.checkpoints import CheckpointStore
from studio.runs.view import RunView
from studio.ui.panels.checkpoints import CheckpointsPanel
from studio.ui.session import Notice, Session
from tests.gan.making import config
from tests.ui.panels.checkpoints.checkpointed import choose
from tests.ui.panels.made_runs import MadeRun, add_generator, shown
from tests.ui.pressing import Until

NETWORK = {"kind": "mlp", "z_dim": 4, "width": 16, "depth": 2, "d_width": 16}


@pytest.fixture
def made(home: Path) -> Iterator[MadeRun]:
    """Two generators of the digits that nobody measured; somebody trains the run until it is closed."""
    options = config(NETWORK, evaluation={"metric": "none", "count": 200}).dump()
    with MadeRun(home / "runs" / "0001-made", shape=(1, 8, 8), options=options) as run:
        add_generator(run, 1, 10_000)
        add_generator(run, 2, 20_000)
        yield run


@pytest.fixture
def panel(session: Session, made: MadeRun, until: Until) -> Iterator[CheckpointsPanel]:
    widget = CheckpointsPanel(session)
    session.run_opened.connect(widget.show_run)
    for there in shown(widget, 275, 500):
        session.open_run(made.folder.path)
        until(lambda: session.view is not None and session.torch.is_ready)
        yield there
        session.close_run()


def test_beside_a_training_the_figure_lies_with_the_checkpoint_alone(panel: CheckpointsPanel, made: MadeRun, qtbot: QtBot, until: Until):
    before = made.folder.journal.read_bytes()
    choose(panel, 2)
    until(panel.measure_action.isEnabled)
    qtbot.mouseClick(panel.bar.measure, Qt.MouseButton.LeftButton)
    assert panel.work.isVisible()
    assert not panel.measure_action.isEnabled()
    until(lambda: not panel.work.isVisible())
    assert "swd" in CheckpointStore(made.folder).get(2).metrics
    assert CheckpointStore(made.folder).get(2).basis["swd"]["count"] == 200
    assert not CheckpointStore(made.folder).get(1).metrics
    assert panel.model.rows[0].best == "swd"
    assert made.folder.journal.read_bytes() == before  # who trains it alone writes there
    choose(panel, 2)
    assert not panel.measure_action.isEnabled()  # it is measured


def test_an_open_comparison_tells_what_was_measured(panel: CheckpointsPanel, until: Until):
    choose(panel, 1, 2)
    until(panel.measure_action.isEnabled)
    panel.compare_action.trigger()
    dialog = panel._comparing
    dialog.swap.click()
    assert [facts.text() for facts in dialog.facts] == ["Not measured yet"] * 2
    choose(panel, 2)
    panel.measure_action.trigger()
    until(lambda: not panel.work.isVisible())
    assert dialog.facts[0].text().startswith("SWD ")  # beside a training, of which the journal says nothing
    assert dialog.facts[1].text() == "Not measured yet"
    assert [c.id for c in dialog.pair()] == [2, 1]  # as they were swapped
    dialog.close()


def test_of_a_run_that_nobody_trains_the_journal_hears_of_it(panel: CheckpointsPanel, made: MadeRun, until: Until):
    made.close()
    choose(panel, 1, 2)
    until(panel.measure_action.isEnabled)
    panel.measure_action.trigger()
    until(lambda: not panel.work.isVisible())
    events = RunView(made.folder).run.evaluations
    assert {event.checkpoint for event in events} == {1, 2}
    assert {event.figure for event in events} == {"swd"}


def test_a_measurement_can_be_given_up(panel: CheckpointsPanel, made: MadeRun, session: Session, qtbot: QtBot, until: Until):
    held: list[bool] = []
    choose(panel, 1, 2)
    until(panel.measure_action.isEnabled)
    panel.measure_action.trigger()
    assert panel.leave_off.isEnabled()
    qtbot.mouseClick(panel.work.button, Qt.MouseButton.LeftButton)
    assert not panel.work.isVisible()
    assert panel.measure_action.isEnabled()
    session.torch.submit(lambda: None, done=lambda _: held.append(True))
    until(lambda: bool(held) and not session.torch._jobs)
    assert not any(c.metrics for c in CheckpointStore(made.folder).list())


def test_why_it_cannot_be_measured_is_told(panel: CheckpointsPanel, made: MadeRun, notices: list[Notice], until: Until):
    (CheckpointStore(made.folder).get(2).path / "generator_ema.safetensors").unlink()
    choose(panel, 2)
    until(panel.measure_action.isEnabled)
    panel.measure_action.trigger()
    until(lambda: bool(notices))
    assert "Checkpoint 2 was not measured" in notices[0].text
    assert not panel.work.isVisible()
