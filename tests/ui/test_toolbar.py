"""The toolbar: every template at hand, the recipes of papers one menu further, and no button lost in a narrow window."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studio.presets import papers, presets
from studio.ui.main_window import MainWindow
from studio.ui.widgets.action_button import ActionButton
from tests.ui.pressing import press


def titles(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.menu() is None and not action.isSeparator()]


def test_templates_are_at_hand_and_the_recipes_of_papers_one_menu_further(window: MainWindow):
    menu = window.toolbar.template_menu
    assert titles(menu) == [p.title for p in presets()]
    (recipes,) = (action.menu() for action in menu.actions() if action.menu() is not None)
    assert titles(recipes) == [p.title for p in papers()]
    assert menu.toolTipsVisible()
    assert recipes.toolTipsVisible()
    assert papers()[0].summary in recipes.actions()[0].toolTip()  # what it needs
    recipes.actions()[0].trigger()
    assert window.session.draft["name"] == papers()[0].name
    assert window.session.draft["training"]["batch"] == papers()[0].config["training"]["batch"]


@pytest.mark.parametrize("width", [840, 1280])
def test_every_button_of_the_toolbar_is_seen_however_narrow_the_window(trained: MainWindow, qtbot: QtBot, width: int):
    press(trained, qtbot, "pause")
    qtbot.waitUntil(lambda: trained.session.state() == "paused", timeout=20000)
    trained.resize(width, 600)
    qtbot.waitUntil(lambda: trained.toolbar.width() == width)
    for name in ("home", "resume", "stop", "snapshot", "export", "palette"):
        button = trained.findChild(ActionButton, f"button_{name}")
        qtbot.waitUntil(lambda button=button: button.isVisible() and button.geometry().right() < width)
    assert trained.findChild(ActionButton, "button_palette").accessibleName() == "Commands"
