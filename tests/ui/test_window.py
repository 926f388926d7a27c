"""The whole window over real runs: what a person presses, and what the folder then says."""

from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.messages import SetOption
from studio.presets import preset
from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from studio.ui.main_window import MainWindow
from studio.ui.session import Notice
from studio.ui.settings import clamp
from studio.ui.widgets.action_button import ActionButton
from tests.ui.pressing import Until, answer, press

# --- the toolbar over a run that trains ----------------------------------------------------------------------------------


def test_a_run_is_paused_resumed_saved_stopped_and_resumed_by_the_toolbar(trained: MainWindow, qtbot: QtBot, until: Until):
    session = trained.session
    press(trained, qtbot, "pause")
    until(lambda: session.state() == "paused")
    nimg = session.view.run.nimg
    qtbot.wait(300)
    assert session.view.run.nimg == nimg
    press(trained, qtbot, "resume")
    until(lambda: session.state() == "running" and session.view.run.nimg > nimg)
    before = len(session.view.run.checkpoints)
    press(trained, qtbot, "snapshot")
    until(lambda: len(session.view.run.checkpoints) == before + 1)
    press(trained, qtbot, "stop")
    until(lambda: session.torch.training is None and session.state() == "stopped")
    assert session.view.run.checkpoints[-1].why == "stop"
    stopped_at = session.view.run.nimg
    press(trained, qtbot, "resume")
    until(lambda: session.state() == "running" and session.view.run.nimg > stopped_at)
    assert session.view.run.segments[-1].why == "resume"


def test_a_press_waits_for_its_answer_before_it_can_be_pressed_again(trained: MainWindow, until: Until):
    pause = trained.actions_table["pause"]
    trained.pause()
    assert not pause.isEnabled()
    assert trained.session.state() == "running"  # what was applied, not what was asked
    until(lambda: trained.session.state() == "paused")
    assert not trained.session.asked


def test_an_option_set_live_is_in_force_and_in_the_history(trained: MainWindow, until: Until):
    trained.session.send(SetOption(path="optimizer.lr", value=0.0001))
    until(lambda: trained.session.view.run.options["optimizer"]["lr"]["start"] == 0.0001)
    assert any("optimizer.lr" in m.text for m in trained.session.view.run.markers)


def test_a_refused_command_is_told_with_its_reason(trained: MainWindow, notices: list[Notice], until: Until):
    trained.session.send(SetOption(path="network.width", value=7))
    until(lambda: any(n.text.startswith("Setting network.width was refused: cannot") and "branch" in n.text for n in notices))


def test_a_button_that_comes_back_to_the_toolbar_is_alive_only_with_its_action(trained: MainWindow, qtbot: QtBot, until: Until):
    """A toolbar's own action would enable its widget whenever that is shown again."""
    press(trained, qtbot, "stop")
    until(lambda: trained.session.state() == "stopped")
    until(lambda: trained.session.torch.training is None)
    trained.actions_table["resume"].setEnabled(False)
    trained.toolbar._buttons["resume"].setVisible(False)
    trained.refresh()
    for button in trained.findChildren(ActionButton):
        assert button.isEnabled() == button.action_shown.isEnabled(), button.objectName()


def test_abort_asks_first_and_keeps_the_run_when_told_so(trained: MainWindow, qtbot: QtBot, until: Until):
    answer("Keep training")
    trained.abort()
    assert trained.session.state() == "running"
    answer("Abort")
    trained.abort()
    until(lambda: trained.session.state() == "aborted")


def test_enter_on_the_question_before_an_abort_keeps_the_run(trained: MainWindow):
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.defaultButton().text())
        box.defaultButton().click()

    QTimer.singleShot(100, look)
    trained.abort()
    assert said == ["Keep training"]
    assert trained.session.state() == "running"


def test_the_samples_get_most_of_the_middle_and_a_reset_gives_it_back(trained: MainWindow, qtbot: QtBot):
    workspace = trained.workspace
    samples = next(p for p in workspace.panels if p.title == "Samples")
    qtbot.waitUntil(lambda: samples.height() >= 0.6 * workspace.height())
    before = samples.height()
    workspace.resizeDocks([workspace.docks["Curves"]], [400], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: samples.height() < before - 50)
    trained.reset_layout()
    qtbot.waitUntil(lambda: samples.height() == before)


def test_the_status_line_says_where_the_run_is(trained: MainWindow, until: Until):
    until(lambda: trained.session.view.run.rate > 0)
    trained.refresh()
    said = trained.status._facts.text()
    assert "images/s" in said
    assert "100,000 kimg" in said
    assert "cpu" in said
    assert trained.session.view.run.chosen.words() in said
    assert "about " in said
    assert " left" in said
    assert "Training" in trained.status._state.text()


def test_a_second_run_does_not_start_beside_the_first_and_may_take_its_place(trained: MainWindow, small: dict[str, Any], notices: list[Notice], until: Until):
    session = trained.session
    first = session.view.folder.path
    session.start({**small, "name": "second"})
    assert "0001-small is training" in notices[-1].text
    assert session.torch.training == first
    assert notices[-1].action_label == "Stop it and train second"
    notices[-1].action()
    assert session.starting
    until(lambda: session.view is not None and session.view.folder.name == "0002-second" and session.state() == "running")
    assert RunView(RunFolder.open(first)).run.state == "stopped"
    assert not session.starting


def test_train_is_alive_beside_a_run_that_trains_and_offers_to_stop_it(trained: MainWindow, qtbot: QtBot, until: Until):
    session = trained.session
    checkpoint = session.view.run.checkpoints[0].id
    session.propose_branch(checkpoint)
    assert trained.actions_table["train"].isEnabled()
    until(trained.findChild(ActionButton, "button_train").isVisible)
    press(trained, qtbot, "train")
    card = trained.notices.cards()[-1]
    qtbot.keyClick(trained, Qt.Key.Key_F6) if trained.isActiveWindow() else trained.notices.take_keyboard()
    button = next(b for b in card.findChildren(QPushButton) if b.text().startswith("Stop it and train"))
    if trained.isActiveWindow():
        assert button.hasFocus()
    button.click()
    until(lambda: session.view is not None and session.view.folder.name == "0002-small-branch" and session.state() == "running")


def test_closing_while_a_run_waits_for_another_to_be_saved_begins_nothing(trained: MainWindow, small: dict[str, Any], notices: list[Notice], until: Until):
    trained.session.start({**small, "name": "second"})
    notices[-1].action()
    trained.save_and_quit()
    until(lambda: trained.session.torch.training is None)
    assert not trained.session.starting
    assert not list(trained.session.home.glob("runs/*second"))


def test_a_proposed_branch_shows_its_settings_whole_and_is_not_lost_by_a_look_at_a_run(trained: MainWindow, until: Until):
    session, workspace = trained.session, trained.workspace
    settings = next(p for p in workspace.panels if p.title == "Hyperparameters")
    settings.search_line.setText("learning rate")
    path, checkpoint = session.view.folder.path, session.view.run.checkpoints[0].id
    session.propose_branch(checkpoint)
    assert settings.search_line.text() == ""
    until(settings.isVisible)
    until(lambda: settings.state.text() == f"Continues from checkpoint {checkpoint} of {path.name}.")
    trained.status._back.click()
    until(lambda: session.view is not None)
    trained.new_run()
    assert session.view is None
    assert session.draft_source == (path, checkpoint)


def test_data_is_not_opened_beside_training_unless_asked_for(trained: MainWindow, qtbot: QtBot, until: Until):
    trained.session.draft_preset(preset("digits"))
    panel = next(p for p in trained.workspace.panels if p.title == "Dataset")
    until(lambda: panel.again.isVisible() and panel.again.text() == "Show samples")
    assert "0001-small is training" in panel.fault.text()
    qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    until(panel.pictures.isVisible)
    assert not panel.again.isVisible()


def test_home_and_back_leaves_the_run_training(trained: MainWindow, qtbot: QtBot, until: Until):
    path = trained.session.view.folder.path
    press(trained, qtbot, "home")
    assert trained.pages.currentWidget() is trained.welcome
    assert trained.session.torch.training == path
    until(lambda: [run.path for run in trained.welcome.runs.runs.runs] == [path])
    trained.session.open_run(path)
    until(lambda: trained.session.view is not None)
    assert trained.session.is_training_here()


def test_a_run_that_is_done_can_be_trained_longer(window: MainWindow, small: dict[str, Any], until: Until):
    window.session.start({**small, "training": {**small["training"], "kimg": 0.5}})
    until(lambda: window.session.state() == "done" and window.session.torch.training is None)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.setDoubleValue(1.0)
        dialog.accept()

    QTimer.singleShot(100, choose)
    window.actions_table["resume"].trigger()
    until(lambda: window.session.state() == "done" and window.session.view.run.nimg >= 1000)
    assert window.session.view.run.options["training"]["kimg"] == 1.0


# --- setting up ----------------------------------------------------------------------------------------------------------


def test_one_press_trains_digits(window: MainWindow, qtbot: QtBot, until: Until):
    qtbot.mouseClick(window.welcome.train, Qt.MouseButton.LeftButton)
    until(lambda: window.session.state() == "running" and bool(window.session.view.run.samples))
    folder = window.session.view.folder
    assert folder.name == "0001-digits"
    assert (folder.path / window.session.view.run.samples).is_file()


def test_a_template_opens_the_setup_and_train_starts_it(window: MainWindow, qtbot: QtBot, until: Until):
    ring = next(c for c in window.welcome.cards if c.preset.name == "ring")
    qtbot.mouseClick(ring, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is not window.welcome
    assert window.session.draft["dataset"]["kind"] == "ring"
    until(window.actions_table["train"].isEnabled)
    press(window, qtbot, "train")
    until(lambda: window.session.state() == "running")


# --- finding and laying out ----------------------------------------------------------------------------------------------


def test_the_palette_finds_and_does(window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier) if window.isActiveWindow() else window.show_palette()
    box = window.palette_box
    assert box.isVisible()
    qtbot.keyClicks(box.line, "theme dark")
    assert box.found.topLevelItem(0).text(0) == "Theme: dark"
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert window.session.theme.scheme == "dark"


def found(window: MainWindow, text: str) -> list[str]:
    return [action.text().replace("&", "") for action in window.palette_box.matches(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [("measure", "Measure now"), ("compare", "Compare…"), ("best", "Measure now"), ("language", "Settings…"), ("your own pict", "Set up: Your own pictures")],
)
def test_the_palette_finds_what_the_panels_and_templates_do_and_what_tips_say(window: MainWindow, text: str, name: str):
    assert found(window, text)[0] == name


def test_names_come_before_tips_and_those_before_scattered_letters(window: MainWindow):
    names = found(window, "export")
    by_name = [name for name in names if "export" in name.lower()]
    assert {"Export…", "Export images…"} <= set(by_name)  # although nothing can be exported yet
    assert names[: len(by_name)] == by_name
    assert found(window, "xprt")[: len(by_name)]
    assert not found(window, "no such thing at all")


def test_a_template_is_set_up_from_the_palette(window: MainWindow):
    window.palette_box.matches("set up: pictures")[0].trigger()
    assert window.session.draft["dataset"]["kind"] == "folder"


def test_every_control_has_a_name_a_screen_reader_can_say(window: MainWindow):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox

    window.show_setup()
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
    controls = [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisibleTo(window)]
    own = [w for w in controls if not w.objectName().startswith("qt_") and not isinstance(w.parent(), (QComboBox, QAbstractSpinBox, QLineEdit))]
    nameless = [w for w in own if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]
    assert [(type(w).__name__, type(w.parent()).__name__) for w in nameless] == []


def test_docks_are_put_back_by_reset_and_remembered_between_windows(window: MainWindow, qtbot: QtBot, until: Until):
    window.show_setup()
    until(lambda: window.workspace.saved() is not None)
    log = window.workspace.docks["Log"]
    log.close()
    window._remember()
    other = MainWindow(window.session)
    other.resize(1280, 800)
    other.show()
    other.build_workspace()
    until(other.workspace.is_built)
    other.show_setup()
    until(other.workspace.docks["Log"].isHidden)
    other.reset_layout()
    assert not other.workspace.docks["Log"].isHidden()
    other.live._timer.stop()
    other.close()
    other.deleteLater()


def test_a_window_left_on_a_screen_that_is_gone_comes_back(qtbot: QtBot):
    lost = QWidget()
    qtbot.addWidget(lost)
    lost.setGeometry(9000, -4000, 5000, 300)
    clamp(lost)
    assert lost.screen().availableGeometry().contains(lost.geometry())


def test_the_last_run_is_the_first_of_the_recent_ones(trained: MainWindow, qtbot: QtBot, until: Until):
    path = trained.session.view.folder.path
    trained.stop()
    until(lambda: trained.session.torch.training is None)
    trained.go_home()
    until(lambda: [(run.path, run.state) for run in trained.welcome.runs.runs.runs[:1]] == [(path, "stopped")])
    at = trained.welcome.runs.visualRect(trained.welcome.runs.runs.index(0)).center()
    qtbot.mouseClick(trained.welcome.runs.viewport(), Qt.MouseButton.LeftButton, pos=at)
    until(lambda: trained.session.view is not None)
    assert trained.actions_table["resume"].isEnabled()
