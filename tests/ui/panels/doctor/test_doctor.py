"""The doctor's panel as a person sees it: the sentence, the cards, and what shows an alarm."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studio.messages import AlarmCleared, Applied, Ended, SegmentStarted
from studio.ui.health import health_of
from studio.ui.panels.doctor import DoctorPanel
from studio.ui.session import Session
from studio.ui.widgets.evidence import GONE, EvidenceDialog
from studio.words import speak
from tests.ui.panels.doctor.telling import FRESH, PICTURE, ROLL, SHARES, alarm, asked, news, probe, words
from tests.ui.panels.made_runs import MadeRun, shown

# --- the sentence --------------------------------------------------------------------------------------------------------


def test_without_a_run_it_says_what_will_appear_and_how_to_get_there(qtbot: QtBot, session: Session):
    panel = DoctorPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    assert "No run to examine" in words(panel)
    assert "press Train" in words(panel)
    session.set_draft({"name": "ring"})
    assert "Choose a template" not in words(panel)
    assert "Press Train" in words(panel)


def test_before_the_first_check_it_waits(panel: DoctorPanel):
    assert panel.head.accessibleDescription() == "Waiting: the first check comes soon"
    assert panel.head.mark.level == "waiting"
    assert "Checks begin a few hundred steps" in words(panel)


def test_the_sentence_is_large_the_rest_below_it_and_the_cost_is_told(panel: DoctorPanel, made: MadeRun):
    news(panel, made, probe("Healthy: variety 0.93 of the data's, discriminator ahead by a little", rke=0.93))
    assert (panel.head.headline.text(), panel.head.rest.text()) == ("Healthy", "Variety 0.93 of the data's, discriminator ahead by a little")
    assert panel.head.mark.level == "healthy"
    assert panel.head.headline.font().pointSizeF() >= 1.7 * panel.font().pointSizeF()
    assert panel.head.accessibleDescription() == "Healthy: variety 0.93 of the data's, discriminator ahead by a little"
    assert "Checks take 0.8 % of the time · last at 96 kimg" in words(panel)
    assert "No alarm" in words(panel)


def test_a_wider_panel_has_larger_letters(panel: DoctorPanel, made: MadeRun):
    news(panel, made, probe("Healthy: all is well"))
    before = panel.head.headline.font().pointSizeF()
    panel.resize(700, 700)
    QApplication.processEvents()
    assert panel.head.headline.font().pointSizeF() > 1.5 * before


def test_in_a_low_panel_the_head_says_less_and_nothing_of_it_is_cut_off(panel: DoctorPanel, made: MadeRun):
    news(panel, made, probe("Mode dropping: since 46.4 kimg: 5 parts of the data get no samples"))
    whole = panel.head.foot.text()
    assert whole
    panel.resize(230, 200)
    QApplication.processEvents()
    assert not panel.head.foot.isVisible()
    for label in (panel.head.headline, panel.head.rest):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    panel.resize(280, 500)
    QApplication.processEvents()
    assert panel.head.foot.text() == whole
    assert panel.head.foot.isVisible()


def test_letters_keep_their_size_when_the_scheme_changes(panel: DoctorPanel, made: MadeRun):
    news(panel, made, probe("Healthy: all is well"))

    def sizes() -> list[float]:
        return [label.font().pointSizeF() for label in panel.findChildren(QLabel) if label.isVisible()]

    before = sizes()
    for scheme in ("dark", "light"):
        panel.session.theme.choose(scheme)
        QApplication.processEvents()
        assert sizes() == before


def test_a_run_that_does_not_yet_learn_warms_up(panel: DoctorPanel, made: MadeRun):
    news(panel, made, probe("Warming up: samples do not look like data yet", armed=False))
    assert panel.head.mark.level == "warming"
    news(panel, made, Ended(nimg=96000, segment=0, why="stopped"))
    assert "Not there yet" in words(panel)


def test_a_check_that_a_rollback_left_behind_says_nothing_of_now(panel: DoctorPanel, made: MadeRun):
    news(panel, made, probe("Healthy: all is well"), SegmentStarted(nimg=80000, segment=1, parent=0, why="rollback", checkpoint=1, options={}))
    assert panel.head.mark.level == "warming"
    assert "went back" in words(panel)


def test_a_run_without_checks_says_so_and_can_be_told_to_begin(session: Session, tmp_path: Path):
    with MadeRun(tmp_path / "0002-off") as run:
        run.write(SegmentStarted(segment=0, why="start", options={"doctor": {"on": False}}))
        session.view = run.view()
        for panel in shown(DoctorPanel(session), 300, 500):
            assert panel.head.mark.level == "unknown"
            assert "the doctor is off" in panel.head.accessibleDescription()
            panel.switch.click()
            assert [(c["kind"], c["path"], c["value"]) for c in asked(run)] == [("set_option", "doctor.on", True)]


def test_the_figures_of_the_last_check_are_listed_with_their_way_so_far(panel: DoctorPanel, made: MadeRun):
    panel.figures.open()
    for nimg, rke in ((97000, 0.5), (98000, 0.9), (99000, 0.7)):
        made.write(probe("Healthy: all is well", nimg=nimg, auc=0.72, rke=rke, later_one=1.0))
        made.tick(nimg, loss_G=1.0)
    news(panel, made)
    assert panel.figures.text() == {"rke": "0.7", "auc": "0.72", "later_one": "1"}
    assert "Variety (RKE)" in words(panel)
    assert panel.figures.trend("rke").values.tolist() == pytest.approx([0.5, 0.9, 0.7])
    heights = [point.y() for point in panel.figures.trend("rke").points()]
    assert heights[1] < heights[2] < heights[0]


def test_figures_for_experts_are_folded_until_someone_wants_them_and_then_stay_open(panel: DoctorPanel, made: MadeRun):
    news(panel, made, probe("Healthy: all is well", rke=0.93))
    assert panel.figures.isVisible()
    assert not panel.figures.is_open()
    panel.figures.head.click()
    assert DoctorPanel(panel.session).figures.is_open()
    panel.figures.head.click()
    assert not DoctorPanel(panel.session).figures.is_open()


# --- alarms --------------------------------------------------------------------------------------------------------------


def test_an_alarm_is_named_with_what_happens_since_when_and_why(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm(evidence=(PICTURE,)), probe("Mode dropping since 84 kimg: 5 parts of the data get no samples; and 1 more"))
    told = words(panel)
    assert (panel.head.headline.text(), panel.head.rest.text()) == ("Mode dropping", "Since 84 kimg: 5 parts of the data get no samples; and 1 more")
    for part in ("Title of mode_drop", "High · since 84 kimg, 12 kimg ago", "Words of mode_drop.", "Figures of mode_drop.", "What has vanished"):
        assert part in told
    assert panel.head.mark.level == "high"
    assert "No alarm" not in told


def test_beside_the_figures_that_raised_it_stand_those_of_the_last_check(panel: DoctorPanel, made: MadeRun):
    found = "Details stand out 2.22 times as much as in the data (usual: about 1)."
    news(panel, made, alarm("checker", "medium", why=found), probe("Checkerboard pattern since 84 kimg: as found", nimg=92000, checker=2.22))
    assert found in words(panel)
    assert "Now" not in words(panel)
    news(panel, made, probe("Checkerboard pattern since 84 kimg: as it is now", nimg=97000, checker=3.95))
    assert f"When found: {found}" in words(panel)
    assert "Now, at 97 kimg: a pattern 3.95 times as strong as in the data." in words(panel)
    news(panel, made, probe("Checkerboard pattern since 84 kimg: as it was", nimg=98000, rke=0.9))
    assert "Now, at 97 kimg: a pattern 3.95" in words(panel), "a check that does not measure it says nothing of it"


def test_what_cannot_be_told_without_the_runs_usual_figures_is_not_told(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm("numeric_blowup", "critical"), probe("Numbers explode since 84 kimg: grown", nimg=97000, finite=1.0, gap=2.0, grad_G=30.0))
    assert "Figures of numeric_blowup." in words(panel)
    assert "Now" not in words(panel)


def test_an_alarm_shows_no_window_of_its_own_before_it_is_unfolded(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm("mode_drop", "high"), alarm("checker", "medium"), probe("Bad", nimg=97000, checker=3.95, precision=0.8, empty=5.0, chi2=9.0))
    mend = {"kind": "mend", "alarm": "checker", "title": "Hold D flatter", "commands": []}
    news(panel, made, Applied(nimg=97000, id="m", time=alarm().time + 1, command=mend))
    assert not panel.cards["checker"].is_open()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QLabel)] == []


def test_old_journals_alarms_have_their_names_in_the_windows_language(panel: DoctorPanel, made: MadeRun):
    german = {"Mode dropping": "Modenverlust", "High": "Hoch"}
    speak(lambda text, *_: german.get(text, text), point=",", group=".")
    try:
        news(panel, made, alarm(title="Mode dropping"), probe("Mode dropping since 84 kimg: 5 parts of the data get no samples"))
        assert panel.cards["mode_drop"].head.title.text() == "Modenverlust"
        assert (panel.head.headline.text(), panel.head.rest.text()) == ("Modenverlust", "Since 84 kimg: 5 parts of the data get no samples")
    finally:
        speak()


def test_the_gravest_is_first_and_unfolded_the_others_wait(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm("hopping", "medium"), alarm("total_collapse", "critical"), alarm("mode_drop", "high"))
    cards = sorted(panel.cards.values(), key=lambda card: card.y())
    assert [(card.alarm.alarm, card.is_open()) for card in cards] == [("total_collapse", True), ("mode_drop", False), ("hopping", False)]
    assert panel.head.mark.level == "critical"


def test_a_graver_alarm_unfolds_in_the_place_of_the_one_that_unfolded_by_itself(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm("d_too_weak", "high"))
    assert panel.cards["d_too_weak"].is_open()
    news(panel, made, alarm("total_collapse", "critical"))
    assert (panel.cards["total_collapse"].is_open(), panel.cards["d_too_weak"].is_open()) == (True, False)


def test_an_alarm_that_is_to_be_looked_at_is_unfolded_in_sight_and_the_others_make_room(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    news(panel, made, alarm("total_collapse", "critical"), alarm("mode_drop", "high"), alarm("hopping", "medium"))
    panel.session.alarm_wanted.emit("hopping")
    assert {kind for kind, card in panel.cards.items() if card.is_open()} == {"hopping"}
    card = panel.cards["hopping"]
    qtbot.waitUntil(lambda: 0 <= card.mapTo(panel.scroller.viewport(), card.rect().topLeft()).y() < panel.scroller.viewport().height() / 2)
    panel.session.alarm_wanted.emit("no_such_alarm")
    assert card.is_open()


def test_what_a_person_folded_stays_folded_when_the_next_check_comes(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    news(panel, made, alarm(), alarm("hopping", "medium"))
    first = panel.cards["mode_drop"]
    qtbot.keyClick(first.head, Qt.Key.Key_Return)
    qtbot.keyClick(panel.cards["hopping"].head, Qt.Key.Key_Space)
    news(panel, made, probe("Modes are dropped: as before"))
    assert panel.cards["mode_drop"] is first
    assert (first.is_open(), panel.cards["hopping"].is_open()) == (False, True)


def test_a_graver_finding_of_the_same_alarm_takes_its_place(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm(severity="medium"))
    news(panel, made, alarm(severity="critical", text="Now it is grave."))
    assert len(panel.cards) == 1
    assert "Now it is grave." in words(panel)


def test_a_cleared_alarm_goes_to_the_past_with_when_and_why(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm(), AlarmCleared(nimg=102000, segment=0, alarm="mode_drop", why="every part has samples again"))
    assert not panel.cards
    assert panel.past.head.aside == "1"
    assert not panel.past.is_open()
    panel.past.head.click()
    card = panel._past_shown()[0]
    card.head.click()
    assert "84 to 102 kimg" in words(card)
    assert "Over: every part has samples again" in words(card)
    assert not card.buttons


def test_the_sign_of_the_gravest_alarm_is_told_and_taken_back(panel: DoctorPanel, made: MadeRun):
    signs: list[Any] = []
    panel.sign_changed.connect(signs.append)
    news(panel, made, alarm())
    news(panel, made, probe("Modes are dropped: as before"))
    news(panel, made, AlarmCleared(nimg=97000, segment=0, alarm="mode_drop"), probe("Healthy: all is well", nimg=97000))
    assert [sign is not None for sign in signs] == [True, False]


def test_the_onset_can_be_gone_to(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm())
    panel.cards["mode_drop"].placed.emit(84000.0)
    assert panel.session.position == 84000


def test_help_is_asked_for_the_panel_and_for_an_alarm(panel: DoctorPanel, made: MadeRun):
    pages: list[str] = []
    panel.session.help_requested.connect(pages.append)
    news(panel, made, alarm())
    panel.head.help.click()
    panel.cards["mode_drop"].help_wanted.emit()
    assert pages == ["doctor", "mode_drop"]


# --- evidence ------------------------------------------------------------------------------------------------------------


def test_a_picture_is_seen_and_a_click_enlarges_it(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    news(panel, made, alarm(evidence=(PICTURE,)))
    frame = panel.cards["mode_drop"].evidence[0].frame
    shot = frame.grab().toImage()
    at = frame.place().center()
    assert shot.pixelColor(at).getRgb()[:3] == (200, 30, 40)
    assert frame.scale() == int(frame.scale()) > 1
    qtbot.mouseClick(frame, Qt.MouseButton.LeftButton)
    large = next(w for w in QApplication.topLevelWidgets() if isinstance(w, EvidenceDialog) and w.isVisible())
    assert large.picture().size() == frame.picture.size()
    assert "From left to right: vanished, nearest." in words(large)
    large.copy()
    assert QApplication.clipboard().pixmap().size() == frame.picture.size()
    large.close()


@pytest.mark.parametrize("file", ["doctor/not there.png", "../outside.png", ""])
def test_evidence_whose_file_is_not_in_the_folder_says_so(panel: DoctorPanel, made: MadeRun, file: str):
    Image.fromarray(np.zeros((8, 8), np.uint8)).save(made.folder.path.parent / "outside.png")
    news(panel, made, alarm(evidence=(PICTURE.model_copy(update={"file": file}),)))
    assert GONE in words(panel)


def test_a_histogram_is_drawn_in_the_colours_of_reals_and_fakes(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    news(panel, made, alarm(evidence=(SHARES,)))
    frame = panel.cards["mode_drop"].evidence[0].frame
    colours = panel.session.theme
    shot = frame.grab().toImage()
    seen = {shot.pixelColor(x, y).name() for x in range(shot.width()) for y in range(shot.height())}
    from studio.ui.theme import LIGHT

    assert colours.scheme == "light"
    assert {LIGHT.real, LIGHT.fake} <= seen
    qtbot.keyClick(frame, Qt.Key.Key_Return)
    large = next(w for w in QApplication.topLevelWidgets() if isinstance(w, EvidenceDialog) and w.isVisible())
    assert not large.picture().isNull()
    large.close()


def test_every_control_of_a_card_is_reached_by_tab_and_has_a_name(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm(evidence=(PICTURE, SHARES), remedies=(ROLL, FRESH)))
    panel.head.help.setFocus()
    reached: list[str] = []
    for _ in range(12):
        panel.focusNextChild()
        here = QApplication.focusWidget()
        assert here is not None
        reached.append(here.accessibleName() or getattr(here, "text", str)())
    wanted = ["Title of mode_drop, high", ROLL.title, "Enlarge: What has vanished", "Enlarge: Shares", FRESH.title, "Go to the onset", "About it"]
    assert [name for name in reached if name in wanted][: len(wanted)] == wanted


def test_health_of_a_run_tells_the_level_even_without_the_doctors_words(made: MadeRun):
    made.write(probe(""), alarm("mode_drop", "medium"))
    health = health_of(made.view().run)
    assert (health.level, health.sentence) == ("medium", "Title of mode_drop")


def test_checks_that_were_turned_off_tell_nothing_of_now(panel: DoctorPanel, made: MadeRun):
    off = Applied(nimg=97000, id="off", command={"kind": "set_option", "path": "doctor.on", "value": False}, options={"doctor": {"on": False}})
    news(panel, made, probe("Healthy: all is well"), off)
    assert panel.head.mark.level == "unknown"
    assert panel.head.accessibleDescription() == "Not examined: the doctor is off"
    assert panel.switch.isVisible()
