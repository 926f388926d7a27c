"""Alarms are told wherever a person is: in the window, on the desktop when the window is out of sight; and taken back when they are over."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.messages import AlarmCleared, AlarmRaised, Applied, SegmentStarted
from studio.ui.alarm_call import AlarmCall, Desktop
from studio.ui.notices import NoticeStack
from studio.ui.session import Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread
from tests.ui.panels.made_runs import MadeRun


class NoDesktop(Desktop):
    """The desktop is not ours: it writes down what it was to show."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.told: list[tuple[str, str, bool]] = []
        self.hushed = 0

    def tell(self, title: str, text: str, *, grave: bool) -> None:
        self.told.append((title, text, grave))

    def hush(self) -> None:
        self.hushed += 1


class Scene:
    """A window with its notices, and a run that someone trains."""

    def __init__(self, session: Session, run: MadeRun) -> None:
        self.session, self.run = session, run
        self.window = QWidget()
        self.window.resize(900, 600)
        self.notices = NoticeStack(self.window)
        session.notice.connect(self.notices.show_notice)
        self.desktop = NoDesktop(self.window)
        self.call = AlarmCall(session, self.notices, self.window, self.desktop)
        self.wanted: list[str] = []
        self.call.wanted.connect(self.wanted.append)
        session._set_view(run.view())
        self.window.show()

    def news(self, *events: Any) -> None:
        self.run.write(*events)
        self.session.took(self.session.view.poll())
        QApplication.processEvents()

    def texts(self) -> list[tuple[str, str]]:
        return [(card.notice.level, card.notice.text) for card in self.notices.cards()]


@pytest.fixture
def scene(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Scene]:
    session = Session(tmp_path, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), TorchThread(), theme)
    with MadeRun(tmp_path / "0001-made") as run:
        run.tick(92000, loss_G=1.0)
        made = Scene(session, run)
        qtbot.addWidget(made.window)
        yield made


def alarm(kind: str = "mode_drop", severity: str = "high", title: str = "Modes are dropped") -> AlarmRaised:
    return AlarmRaised.model_validate(
        {"segment": 0, "nimg": 92000, "alarm": kind, "severity": severity, "onset": 84000, "title": title, "text": "Kinds of pictures are missing.", "why": ""}
    )


def test_an_alarm_is_told_in_the_window_with_a_way_to_its_panel(scene: Scene):
    scene.news(alarm())
    assert scene.texts() == [("error", "Modes are dropped, since 84 kimg.")]
    card = scene.notices.cards()[0]
    assert card.notice.action_label == "Look at it"
    asked: list[str] = []
    scene.session.alarm_wanted.connect(asked.append)
    card.notice.action()
    assert scene.wanted == ["Doctor"]
    assert asked == ["mode_drop"]
    assert scene.desktop.told == []


@pytest.mark.parametrize(("severity", "level"), [("info", "info"), ("medium", "warning"), ("high", "error"), ("critical", "error")])
def test_a_graver_alarm_is_a_louder_notice(scene: Scene, severity: str, level: str):
    scene.news(alarm(severity=severity))
    assert scene.texts()[0][0] == level


def test_what_is_over_is_taken_back_and_told(scene: Scene):
    scene.news(alarm())
    scene.news(AlarmCleared(nimg=99000, segment=0, alarm="mode_drop", why="every part has samples again"))
    assert scene.texts() == [("ok", "Over: Modes are dropped. Every part has samples again")]


def test_a_rollback_before_the_alarm_takes_its_notice_back(scene: Scene):
    scene.news(alarm())
    scene.news(SegmentStarted(nimg=80000, segment=1, parent=0, why="rollback", options={}))
    assert scene.texts() == []


def test_a_graver_finding_takes_the_place_of_the_notice_before(scene: Scene):
    scene.news(alarm(severity="medium", title="Fewer modes"))
    scene.news(alarm(severity="critical", title="Only one mode is left"))
    assert scene.texts() == [("error", "Only one mode is left, since 84 kimg.")]


def test_of_a_story_that_comes_at_once_only_what_holds_is_told(scene: Scene):
    scene.news(alarm(), AlarmCleared(nimg=95000, segment=0, alarm="mode_drop"), alarm("hopping", "medium", "The generator hops"))
    assert ("warning", "The generator hops, since 84 kimg.") in scene.texts()
    assert not any("Modes are dropped, since" in text for _, text in scene.texts())


def test_an_opened_runs_old_alarms_make_no_noise(scene: Scene):
    scene.run.write(alarm())
    scene.session._set_view(scene.run.view())
    scene.news()
    assert scene.texts() == []
    assert scene.desktop.told == []


@pytest.mark.parametrize("way", ["hidden", "minimised"])
def test_out_of_sight_the_desktop_tells_it_until_the_window_is_back(scene: Scene, way: str):
    scene.window.hide() if way == "hidden" else scene.window.showMinimized()
    scene.news(alarm())
    assert scene.desktop.told == [("Modes are dropped · 0001-made", "Kinds of pictures are missing.", True)]
    before = scene.desktop.hushed
    scene.desktop.clicked.emit()
    QApplication.processEvents()
    assert not scene.call.is_out_of_sight()
    assert scene.wanted == ["Doctor"]
    assert scene.desktop.hushed > before


def test_a_desktop_that_takes_no_notifications_is_left_alone(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    Desktop(window).tell("Modes are dropped", "Kinds of pictures are missing.", grave=True)


def test_what_the_autopilot_did_is_told_and_what_a_person_did_is_not(scene: Scene):
    mend = {"kind": "mend", "alarm": "mode_drop", "title": "Slow D down", "commands": []}
    scene.news(Applied(nimg=93000, id="a", command={**mend, "sender": "window"}))
    assert scene.texts() == []
    scene.window.hide()
    scene.news(Applied(nimg=94000, id="b", command={**mend, "sender": "autopilot"}))
    scene.window.show()
    assert scene.texts() == [("info", "The autopilot did at 94 kimg: Slow D down.")]
    assert scene.desktop.told == [("0001-made", "The autopilot did at 94 kimg: Slow D down.", False)]


def test_a_remedy_takes_the_notice_of_its_alarm_away(scene: Scene):
    scene.news(alarm(), alarm("hopping", "medium", "The generator hops"))
    scene.news(Applied(nimg=93000, id="a", command={"kind": "mend", "alarm": "mode_drop", "title": "Slow D down", "commands": [], "sender": "window"}))
    assert scene.texts() == [("warning", "The generator hops, since 84 kimg.")]


def test_several_alarms_are_told_by_one_notice_the_gravest_first(scene: Scene):
    scene.news(alarm("d_too_weak", "high", "The discriminator is too weak"))
    scene.news(alarm("total_collapse", "critical", "Total collapse"))
    assert scene.texts() == [("error", "Total collapse, since 84 kimg. Also: The discriminator is too weak.")]
    asked: list[str] = []
    scene.session.alarm_wanted.connect(asked.append)
    scene.notices.cards()[0]._act()
    assert asked == ["total_collapse"]
    scene.news(alarm("hopping", "medium", "Mode hopping"))
    assert scene.texts() == [("warning", "Mode hopping, since 84 kimg.")]  # the others were looked at


def test_a_notice_of_several_alarms_forgets_what_is_over(scene: Scene):
    scene.news(alarm("d_too_weak", "high", "The discriminator is too weak"), alarm("total_collapse", "critical", "Total collapse"))
    scene.news(AlarmCleared(nimg=93000, segment=0, alarm="total_collapse", why="varied again"))
    assert ("error", "The discriminator is too weak, since 84 kimg.") in scene.texts()
    assert not any(text.startswith("Total collapse") for _, text in scene.texts())
