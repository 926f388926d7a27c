"""Remedies in the doctor's panel: what a click asks, what cannot be asked, and what was done."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.messages import Applied, CheckpointSaved, Ended, Refused, Remedy, SegmentStarted
from studio.runs.fold import Run
from studio.ui.mending import as_start
from studio.ui.panels.doctor import DoctorPanel
from studio.ui.remedies import words_of_refusal
from studio.ui.remedy_cost import amount, cost_of
from tests.ui.panels.doctor.telling import BACK, FRESH, LARGER, LOSS, ROLL, alarm, asked, dialog, news, probe, words
from tests.ui.panels.made_runs import MadeRun


def test_a_click_shows_what_will_be_done_and_cancel_does_nothing(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    news(panel, made, alarm())
    _, button = panel.cards["mode_drop"].buttons[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog().steps[0] == "Go back to checkpoint 1 (80 kimg), keeping the settings of now"
    assert dialog().steps[1].startswith("Loss: Relativistic")
    assert "set aside, not deleted" in words(dialog())
    assert "\n1.\n" in words(dialog())
    assert "What was trained since then: 16 kimg, about 20 s." in words(dialog())
    dialog().reject()
    assert asked(made) == []


def test_apply_sends_the_remedy_whole_and_it_cannot_be_asked_twice(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    news(panel, made, alarm())
    _, button = panel.cards["mode_drop"].buttons[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog().apply, Qt.MouseButton.LeftButton)
    (command,) = asked(made)
    assert (command["kind"], command["alarm"], command["title"]) == ("mend", "mode_drop", ROLL.title)
    assert command["commands"] == [BACK, LOSS]
    assert not button.isEnabled()
    news(panel, made, Applied(nimg=96000, id=command["id"], command=command))
    assert button.isEnabled()
    assert f"Done at 96 kimg: {ROLL.title}. The next checks tell whether it helps." in words(panel)


def test_a_remedy_whose_checkpoint_is_gone_cannot_be_pressed_and_says_why(panel: DoctorPanel, made: MadeRun):
    gone = ROLL.model_copy(update={"commands": ({**BACK, "checkpoint": 9}, LOSS)})
    news(panel, made, alarm(remedies=(gone, FRESH)))
    assert [button.isEnabled() for _, button in panel.cards["mode_drop"].buttons] == [False, True]
    assert "Checkpoint 9 was given up" in words(panel)


def test_a_remedy_that_needs_a_restart_fills_in_a_new_run_from_its_checkpoint(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    options = {"name": "made", "network": {"kind": "mlp", "z_dim": 1}}
    news(panel, made, SegmentStarted(nimg=96000, segment=1, parent=0, why="resume", options=options), alarm(remedies=(LARGER,)))
    session = panel.session
    qtbot.mouseClick(panel.cards["mode_drop"].buttons[0][1], Qt.MouseButton.LeftButton)
    assert "Nothing trains until you press Train" in words(dialog())
    assert "1." not in words(dialog()), "what changes is no step after another"
    assert "The new run goes on from checkpoint 1 (80 kimg): 16 kimg, about 20 s at this run's speed" in words(dialog())
    dialog().accept()
    assert session.view is None
    assert session.draft == {"name": "made mended", "network": {"kind": "mlp", "z_dim": 64}}
    assert session.draft_source == (made.folder.path, 1)
    assert asked(made) == []


def test_when_nobody_trains_what_cannot_be_resumed_with_says_so(panel: DoctorPanel, made: MadeRun):
    news(panel, made, alarm(remedies=(FRESH,)), Ended(nimg=96000, why="stopped"))
    made._lock.release()
    panel.session._held = (0.0, False)
    panel.refresh()
    assert not panel.cards["mode_drop"].buttons[0][1].isEnabled()
    assert "Nobody trains this run now" in words(panel)


def test_a_run_that_reached_its_length_is_not_resumed_only_to_end_at_once(panel: DoctorPanel, made: MadeRun):
    options = {"training": {"kimg": 96}}
    slower = Remedy(title="Slow D down", text="", commands=({"kind": "set_option", "path": "optimizer.lr_ratio", "value": 0.25},))
    begun = SegmentStarted(nimg=96000, segment=1, parent=0, why="resume", options=options)
    panel.session.torch.is_ready = True
    news(panel, made, begun, alarm(remedies=(ROLL, slower)), Ended(nimg=96000, why="done"))
    made._lock.release()
    panel.session._held = (0.0, False)
    panel.refresh()
    assert [button.isEnabled() for _, button in panel.cards["mode_drop"].buttons] == [True, False]  # the first goes back to 80 kimg
    assert "has reached its length" in words(panel)


def test_a_remedy_comes_to_a_resume_only_where_that_does_the_same():
    assert as_start(ROLL.commands) == (1, "last", {"objective": LOSS["value"]})
    assert as_start(({"kind": "pause"}, {"kind": "rollback", "checkpoint": 2})) == (2, "restore", {})
    assert as_start(FRESH.commands) is None
    assert as_start(({"kind": "pause"},)) is None
    assert as_start((LOSS, BACK)) is None  # the rollback would come last there, and first here


def test_the_autopilot_is_told_and_so_is_what_it_did(panel: DoctorPanel, made: MadeRun):
    on = Applied(nimg=91000, id="on", command={"kind": "set_option", "path": "doctor.autopilot"}, options={"doctor": {"on": True, "autopilot": True}})
    news(panel, made, on, alarm(severity="critical"), probe("Modes are dropped: 5 of 32"))
    assert "autopilot on" in words(panel)
    mend = {"kind": "mend", "alarm": "mode_drop", "title": ROLL.title, "commands": [], "sender": "autopilot"}
    news(panel, made, Applied(nimg=97000, id="m", command=mend))
    assert f"The autopilot did at 97 kimg: {ROLL.title}." in words(panel)


def test_a_remedy_that_fails_is_told_by_its_name():
    refused = Refused(id="m", command={"kind": "mend", "title": "Slow D down", "commands": []}, reason="optimizer.lr_ratio: must be above 0.")
    assert words_of_refusal(refused) == "The remedy “Slow D down” was refused, and nothing of it was done: optimizer.lr_ratio: must be above 0."


def test_a_single_step_has_no_number(panel: DoctorPanel, made: MadeRun, qtbot: QtBot):
    slower = Remedy(title="Slow D down", text="", commands=({"kind": "set_option", "path": "optimizer.lr_ratio", "value": 0.25},))
    news(panel, made, alarm(remedies=(slower,)))
    qtbot.mouseClick(panel.cards["mode_drop"].buttons[0][1], Qt.MouseButton.LeftButton)
    told = words(dialog())
    assert "1." not in told
    assert "What will be done\nOptimiser, D's rate" in told
    assert "Nothing: no training is lost" in told
    dialog().reject()


# --- what it costs -------------------------------------------------------------------------------------------------------


def costly(*commands: dict[str, Any], **more: Any) -> Remedy:
    return Remedy(title="", text="", commands=commands, **more)


def run_at(nimg: int, rate: float) -> Run:
    saved = (CheckpointSaved(nimg=at, id=n, segment=0, folder="", why="interval") for n, at in ((1, 0), (2, 80000)))
    return Run(nimg=nimg, rate=rate, checkpoints=tuple(saved), options={"training": {"kimg": 200}})


@pytest.mark.parametrize(
    ("remedy", "words"),
    [
        (costly({**BACK, "checkpoint": 2}, LOSS), "What was trained since then: 20 kimg, about 3 min."),
        (costly(BACK, LOSS), "All that was trained so far: 100 kimg, about 17 min."),
        (costly(*FRESH.commands), "The samples get worse until the new discriminator has caught up."),
        (costly({"kind": "set_option", "path": "training.kimg", "value": 1000}), "More to train: 800 kimg, about 2 h 15 min."),
        (costly({"kind": "set_option", "path": "training.kimg", "value": 100}), "Nothing: no training is lost, and the run goes on as it is."),
        (costly({"kind": "pause"}), "Nothing is lost, and nothing is trained until you press Resume."),
        (costly(restart={"network.z_dim": 64}), "The new run learns from the start: 100 kimg, about 17 min at this run's speed, until it has trained as long."),
    ],
)
def test_a_remedy_tells_what_it_costs(remedy: Remedy, words: str):
    assert cost_of(remedy, run_at(100_000, 100.0)) == words


def test_without_a_speed_no_time_is_told_and_a_long_one_in_days():
    assert amount(20_000, run_at(100_000, 0.0)) == "20 kimg"
    assert amount(20_000_000, run_at(0, 50.0)) == "20,000 kimg, about 4 d 15 h"
