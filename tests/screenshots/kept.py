"""Scenes of settings that differ and are kept, and of the tour."""

import json
import shutil

from PySide6.QtWidgets import QScrollArea

from studio.presets import preset
from studio.ui import settings_files
from studio.ui.template_dialog import TemplateDialog
from studio.ui.tour import STEPS, Tour
from tests.screenshots.camera import Script, after, until
from tests.screenshots.stage import Stage


def changed(on: Stage) -> Script:
    """What differs from the template, and what becomes of it."""
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    on.session.draft_preset(preset("digits"))
    yield after(0.5)
    panel = on.panel("Hyperparameters")
    draft = json.loads(json.dumps(panel.form.shown()))
    draft["training"]["batch"] = 96
    draft["optimizer"]["lr"] = {"start": 0.002, "end": 0.0002, "shape": "cosine", "kimg": 200.0}
    draft["objective"] = {"kind": "hinge", "gamma": 1.0}
    draft["saving"]["keep"] = 20
    on.session.set_draft(draft)
    yield from on.take("25-settings-changed", "What differs from the template is marked and counted.")
    panel.only.setChecked(True)
    yield from on.take("26-settings-only-changed", "Only what differs.")
    panel.only.setChecked(False)
    settings_files.copy_command(on.session)
    yield until("the copied line", on.window.notices.cards)
    yield from on.take("27-copied", "A command line was copied.")
    on.window.notices.clear("info", "ok", "warning", "error")
    on.window.actions_table["save_template"].trigger()
    yield from on.take("28-save-template", "The settings become a template of one's own.")
    dialog = on.dialog(TemplateDialog)
    dialog.title.setText("Quick digits, hinge")
    dialog.summary.setText("To compare with the relativistic loss.")
    dialog.save.click()
    (on.session.home / "templates" / "torn.json").write_text("{", encoding="utf-8")
    on.window.notices.clear("info", "ok", "warning", "error")
    on.window.go_home()
    yield after(0.3)
    on.window.welcome.findChild(QScrollArea).ensureWidgetVisible(on.window.welcome.own.told)
    yield from on.take("29-own-templates", "Templates of one's own, and a file among them that is torn.")
    shutil.rmtree(on.session.home / "templates")


def tour(on: Stage) -> Script:
    """The steps of the tour."""
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    on.home_page(on.place / "empty")
    on.window.actions_table["tour"].trigger()
    walk = on.window.findChild(Tour)
    for number, step in enumerate(STEPS, 1):
        yield from on.take(f"05-tour-{number}", f"The tour: {step.title}.")
        walk.go(1)
    on.session.home = on.home
