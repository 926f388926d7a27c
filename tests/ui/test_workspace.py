"""A panel that has something to look at shows it at its name, also behind a tab; and each panel knows its page of the help."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from studio import words
from studio.messages import AlarmRaised
from studio.ui.help_page import page_here, page_of
from studio.ui.panels.checkpoints import CheckpointsPanel
from studio.ui.panels.doctor import DoctorPanel
from studio.ui.session import Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread
from studio.ui.widgets.state_mark import mark_icon
from studio.ui.workspace import Workspace
from tests.ui.panels.made_runs import MadeRun, shown

ALARM = AlarmRaised(segment=0, nimg=92000, alarm="mode_drop", severity="critical", onset=84000, title="Modes are dropped", text="", why="")


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeRun]:
    with MadeRun(tmp_path / "0001-made") as run:
        run.tick(92000, loss_G=1.0)
        yield run


@pytest.fixture
def other_language() -> Iterator[None]:
    words.speak(lambda text, *_: f"«{text}»")
    yield
    words.speak()


@pytest.fixture
def workspace(tmp_path: Path, theme: Theme, made: MadeRun, qtbot: QtBot) -> Iterator[Workspace]:
    session = Session(tmp_path, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), TorchThread(), theme)
    place = Workspace(session)
    place.build([DoctorPanel, CheckpointsPanel])
    qtbot.waitUntil(place.is_built)
    session._set_view(made.view())
    for _ in shown(place, 1000, 700):
        QApplication.processEvents()
        yield place


def news(workspace: Workspace, made: MadeRun, event: AlarmRaised) -> None:
    made.write(event)
    workspace._session.took(workspace._session.view.poll())
    QApplication.processEvents()


def mark() -> QImage:
    return mark_icon("critical").pixmap(QSize(16, 16)).toImage()


def test_the_head_of_the_dock_shows_the_gravest_alarm(workspace: Workspace, made: MadeRun):
    head = workspace._heads["Doctor"][0]
    assert head._sign.pixmap().toImage() != mark()
    news(workspace, made, ALARM)
    assert head._sign.pixmap().toImage() == mark()


def test_so_does_its_tab_when_another_dock_lies_before_it(workspace: Workspace, made: MadeRun, qtbot: QtBot):
    workspace.tabifyDockWidget(workspace.docks["Doctor"], workspace.docks["Checkpoints"])
    workspace.docks["Checkpoints"].raise_()
    news(workspace, made, ALARM)

    def icons() -> dict[str, bool]:
        return {bar.tabText(n): not bar.tabIcon(n).isNull() for bar in workspace.findChildren(QTabBar) for n in range(bar.count())}

    qtbot.waitUntil(lambda: icons() == {"Doctor": True, "Checkpoints": False})
    workspace._session.close_run()
    qtbot.waitUntil(lambda: not any(icons().values()))


@pytest.mark.usefixtures("other_language")
def test_in_another_language_a_dock_is_called_otherwise_and_known_by_the_same(workspace: Workspace, made: MadeRun, qtbot: QtBot):
    assert {name: dock.windowTitle() for name, dock in workspace.docks.items()} == {"Doctor": "«Doctor»", "Checkpoints": "«Checkpoints»"}
    assert {dock.objectName() for dock in workspace.docks.values()} == {"dock_doctor", "dock_checkpoints"}
    workspace.tabifyDockWidget(workspace.docks["Doctor"], workspace.docks["Checkpoints"])
    news(workspace, made, ALARM)
    bars = workspace.findChildren(QTabBar)
    qtbot.waitUntil(lambda: [bar.tabText(n) for bar in bars for n in range(bar.count()) if not bar.tabIcon(n).isNull()] == ["«Doctor»"])
    workspace.docks["Doctor"].close()
    workspace.raise_panel("Doctor")
    qtbot.waitUntil(workspace.docks["Doctor"].isVisible)


def test_a_panel_is_brought_to_the_front_by_its_name(workspace: Workspace, qtbot: QtBot):
    workspace.docks["Doctor"].close()
    workspace.raise_panel("Doctor")
    qtbot.waitUntil(workspace.docks["Doctor"].isVisible)


def test_the_doctor_has_more_room_than_the_checkpoints_and_leaves_them_some(workspace: Workspace, qtbot: QtBot):
    qtbot.waitUntil(lambda: workspace.docks["Doctor"].height() > workspace.docks["Checkpoints"].height() > 220)


def test_help_opens_at_the_page_of_the_panel_that_has_the_keyboard(workspace: Workspace):
    doctor = next(p for p in workspace.panels if isinstance(p, DoctorPanel))
    workspace.activateWindow()
    doctor.head.help.setFocus()
    QApplication.processEvents()
    assert page_here() == "doctor"
    assert page_of(page_here()) == "doctor"


def test_an_alarm_without_a_page_of_its_own_has_the_doctors():
    assert page_of("no_such_alarm") == "doctor"
    assert page_of("") == "start"
    assert page_of("checkpoints") == "checkpoints"
    assert page_of("command_line") == "command-line"


def test_the_samples_stand_alone_and_everything_comes_back(workspace: Workspace):
    before = {title: dock.geometry() for title, dock in workspace.docks.items()}
    workspace.turn_alone()
    QApplication.processEvents()
    assert not any(dock.isVisible() for dock in workspace.docks.values())
    kept = workspace.saved()
    workspace.turn_alone()
    QApplication.processEvents()
    assert {title: dock.geometry() for title, dock in workspace.docks.items()} == before
    workspace.turn_alone()
    assert workspace.saved() == kept, "the next start would show no panel"
    workspace.raise_panel("Doctor")
    QApplication.processEvents()
    assert all(dock.isVisible() for dock in workspace.docks.values())
