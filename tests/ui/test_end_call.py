"""How a run ended is told on the desktop when nobody looks at the window, in plain words; never twice, and never of what was over before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.messages import Ended, Event, Failed, SegmentStarted
from studio.ui.end_call import EndCall
from studio.ui.session import Notice, Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread
from tests.ui.panels.made_runs import MadeRun
from tests.ui.test_alarm_call import NoDesktop


class Scene:
    """A window out of sight, and a run that someone trains."""

    def __init__(self, session: Session, run: MadeRun) -> None:
        self.session, self.run = session, run
        self.window = QWidget()
        self.desktop = NoDesktop(self.window)
        self.call = EndCall(session, self.window, self.desktop)
        self.notices: list[Notice] = []
        session.notice.connect(self.notices.append)
        self.show()

    def show(self) -> None:
        self.session._set_view(self.run.view())

    def news(self, *events: Event) -> None:
        if events:
            self.run.write(*events)
        self.session.took(self.session.view.poll())


@pytest.fixture
def scene(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Scene]:
    session = Session(tmp_path, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), TorchThread(), theme)
    run = MadeRun(tmp_path / "0007-made")
    run.tick(400_000, seconds=5530.0, loss_G=1.0)
    made = Scene(session, run)
    qtbot.addWidget(made.window)
    yield made
    run.close()


FAILURE = Failed(error="no_space", text="The disk is full.", remedy="Free some space.", nimg=400_000)


@pytest.mark.parametrize(
    ("event", "title", "text", "grave"),
    [
        (Ended(why="done", nimg=400_000), "0007-made is done", "400 kimg in 1:32:10 of training.", False),
        (Ended(why="stopped", nimg=400_000), "0007-made was stopped", "400 kimg in 1:32:10 of training.", False),
        (FAILURE, "0007-made failed", "400 kimg in 1:32:10 of training. The disk is full.", True),
    ],
)
def test_an_end_that_nobody_sees_is_told_once(scene: Scene, event: Event, title: str, text: str, grave: bool):
    scene.news(event)
    scene.news()
    scene.call.look()
    assert scene.desktop.told == [(title, text, grave)]


def test_a_window_that_is_looked_at_needs_no_word(scene: Scene, qtbot: QtBot):
    scene.window.show()
    scene.window.activateWindow()
    qtbot.waitUntil(scene.call.is_looked_at)
    scene.news(Ended(why="done", nimg=400_000))
    assert scene.desktop.told == []


def test_a_minimised_window_is_not_looked_at_and_a_click_brings_it_back(scene: Scene, qtbot: QtBot):
    scene.window.showMinimized()
    scene.news(FAILURE)
    assert len(scene.desktop.told) == 1
    before = scene.desktop.hushed
    scene.desktop.clicked.emit()
    QApplication.processEvents()
    assert scene.window.isVisible()
    assert not scene.window.isMinimized()
    assert scene.desktop.hushed > before


def test_what_was_over_before_it_was_opened_is_no_news(scene: Scene):
    scene.run.write(Ended(why="done", nimg=400_000))
    scene.session._set_view(None)
    scene.show()
    scene.call.look()
    assert scene.desktop.told == []


def test_a_run_on_its_way_to_another_process_has_not_ended(scene: Scene):
    scene.session.handing = scene.run.folder.path
    scene.news(Ended(why="stopped", nimg=400_000))
    scene.news(SegmentStarted(segment=1, parent=0, why="resume", options={}, nimg=400_000))
    scene.session.handing = None
    assert scene.desktop.told == []
    scene.news(Ended(why="done", nimg=800_000))
    assert [title for title, _, _ in scene.desktop.told] == ["0007-made is done"]


def test_an_end_that_was_not_read_yet_is_no_crash(scene: Scene):
    scene.run.write(Ended(why="done", nimg=400_000))
    scene.run.close()
    scene.call.look()  # nobody holds the run, and its last words lie unread
    assert scene.desktop.told == []
    scene.news()
    assert [title for title, _, _ in scene.desktop.told] == ["0007-made is done"]
    assert scene.notices == []


def test_a_process_that_is_gone_without_a_word_is_told_with_a_way_on(scene: Scene, qtbot: QtBot):
    scene.run.close()

    def gone() -> bool:
        scene.session.view.poll()
        scene.call.look()
        return bool(scene.desktop.told)

    qtbot.waitUntil(gone, timeout=20_000)
    assert scene.desktop.told[0][0] == "0007-made was interrupted"
    assert scene.notices[-1].action_label == "Resume"


def test_the_end_of_a_run_behind_another_page_is_told_in_the_window_too(scene: Scene):
    path = scene.run.folder.path
    scene.session._set_view(None)
    scene.session.torch.training = path
    scene.session.torch.training_changed.emit(path)
    (path / "summary.json").write_text('{"state": "done", "nimg": 400000, "seconds": 5530}')
    scene.run.close()  # its lock, too: whoever trained it has let go
    scene.session.torch._trained(None)
    assert [title for title, _, _ in scene.desktop.told] == ["0007-made is done"]
    assert scene.notices[-1].text == "0007-made is done: 400 kimg in 1:32:10 of training."
    assert scene.notices[-1].action_label == "Show it"
