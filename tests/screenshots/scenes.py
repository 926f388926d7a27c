"""The scenes: every panel and dialog, empty, at work and broken, reached as a person reaches them, through the session and the actions.

Run as a module it opens the application and goes through all of them, or through the parts that are named.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from studio import words
from studio.errors import StudioError
from studio.messages import Progressed, SegmentStarted, SetOption
from studio.presets import preset
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.ui import language
from studio.ui import settings as ui_settings
from studio.ui.app import Studio, make_application
from studio.ui.closing import Veil
from studio.ui.export_dialog import ExportDialog
from studio.ui.notices import ErrorDialog
from studio.ui.reading import Reading
from studio.ui.session import Notice
from studio.ui.theme import Scheme
from tests.screenshots.camera import LANGUAGE, Camera, Director, Script, after, until
from tests.screenshots.comparing import comparing
from tests.screenshots.details import browsing, checking, measuring, recipes, sections
from tests.screenshots.doctor import doctor
from tests.screenshots.front import readme
from tests.screenshots.help_pages import help_pages
from tests.screenshots.kept import changed, tour
from tests.screenshots.runs import run_path
from tests.screenshots.samples import samples
from tests.screenshots.stage import Stage
from tests.screenshots.table import table
from tests.screenshots.undoing import alone
from tests.ui.marked import marked


def start(on: Stage) -> Script:
    """The first minute, with nothing there yet."""
    on.home_page(on.place / "empty")
    yield from on.take("01-welcome-empty", "The first start: templates, no run yet.")
    on.session.draft_preset(preset("digits"))
    if not on.session.torch.is_ready:
        yield from on.take("02-loading", "A template was chosen before the engine is loaded.")
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    on.session.set_draft(None)
    on.window.show_setup()
    yield from on.take("03-workspace-empty", "No draft and no run: every panel says what will appear in it.")
    on.panel("Hyperparameters")
    on.panel("Log")
    yield from on.take("04-workspace-empty-behind", "The panels that lie behind the others, empty.")


def setup(on: Stage) -> Script:
    """Choosing data and settings."""
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    dataset = on.panel("Dataset")
    for n, name in enumerate(("digits", "ring", "shapes"), 10):
        on.session.draft_preset(preset(name))
        on.panel("Dataset")
        yield until("samples of the data", lambda: dataset._looked)
        yield from on.take(f"{n}-data-{name}", f"A draft on {name}: what the networks will see.")
    on.session.draft_preset(preset("pictures"))
    yield from on.take("13-data-own-none", "Own pictures, and no folder chosen yet.")
    dataset.take(on.place / "empty")
    yield until("what is wrong with an empty folder", lambda: dataset._looked)
    yield from on.take("14-data-own-empty", "A folder without a picture.")
    dataset.take(on.place / "pictures")
    yield until("the pictures", lambda: dataset._looked)
    yield from on.take("15-data-own", "A folder of pictures, opened.")
    dataset.scan()
    yield until("the report", lambda: dataset._scanning is None)
    dataset.stack.currentWidget().ensureWidgetVisible(dataset.report, 0, 400)
    yield from on.take("16-data-own-broken", "Every file was checked: three are broken.")
    on.session.draft_preset(preset("mnist"))
    yield until("the offer to download", lambda: dataset._looked)
    yield from on.take("17-data-to-fetch", "Data that was not downloaded yet.")


def settings(on: Stage) -> Script:
    """The settings of a draft."""
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    on.session.draft_preset(preset("digits"))
    yield after(0.5)
    panel = on.panel("Hyperparameters")
    yield from on.take("20-settings-draft", "The settings of a draft.")
    panel.search_line.setText("gamma")
    yield from on.take("21-settings-search", "A search among the settings.")
    panel.search_line.clear()
    draft = preset("digits").config
    broken = {
        **draft,
        "name": "",
        "optimizer": {**draft["optimizer"], "lr": 300},
        "training": {**draft["training"], "batch": 0},
        "network": {"kind": "r3gan", "width": 7},
    }
    on.session.set_draft(broken)
    yield from on.take("22-settings-faults", "A draft that cannot train yet.")
    panel.jump()
    on.session.set_draft({**draft, "network": {"kind": "r3gan", "width": 7}})
    panel.jump()
    yield from on.take("23-settings-jump", "Gone to the first fault.")
    on.session.new_draft(preset("cifar10").settings(gpu=True))
    yield after(0.2)
    on.panel("Hyperparameters")
    panel.scroller.verticalScrollBar().setValue(panel.scroller.verticalScrollBar().maximum() // 2)
    yield from on.take("24-settings-lower", "Further down in the settings of CIFAR-10.")


def digits(on: Stage) -> Script:
    """The window at work on digits, and steering it."""
    on.session.home = on.home
    yield from on.train_on("digits")
    on.panel("Dataset")
    on.panel("Curves")
    yield after(2.5)
    yield from on.take("30-digits-training", "Digits, training.")
    on.panel("Hyperparameters")
    on.panel("Log")
    on.session.send(SetOption(path="optimizer.lr", value=0.0007))
    yield until("the new learning rate", lambda: on.run.options["optimizer"]["lr"]["start"] == 0.0007)
    yield from on.take("31-digits-steered", "A setting was changed live; settings and log in front.")
    on.session.send(SetOption(path="network.width", value=7))
    yield until("the refusal", on.window.notices.cards)
    yield from on.take("32-digits-refused", "A command that was refused.")
    on.window.notices.clear("warning")
    on.panel("Curves")
    frames = on.run.current_frames
    on.session.set_position(frames[len(frames) // 3].nimg)
    checkpoints = on.panel("Checkpoints")
    checkpoints.list.setCurrentIndex(checkpoints.model.index(0, 0))
    on.panel("Samples").grid.choose(11)
    yield from on.take("33-digits-scrubbed", "An earlier moment, a checkpoint and a sample chosen; training goes on.")
    on.session.set_position(None)
    on.panel("Samples").grid.choose(None)
    on.window.pause()
    yield until("the pause", lambda: on.session.state() == "paused")
    yield from on.take("34-digits-paused", "Paused.")
    on.window.resume()
    yield until("training again", lambda: on.session.state() == "running")
    before: Scheme = on.session.theme.scheme
    on.window.set_scheme("light" if before == "dark" else "dark")
    yield from on.take("35-scheme-changed", f"Changed from {before} while training.")
    on.window.set_scheme(before)


def over(on: Stage) -> Script:
    """What opens over a window that trains."""
    on.session.home = on.home
    if on.session.torch.training is None:
        yield from on.train_on("digits")
    on.window.show_palette()
    yield from on.take("40-palette", "The command palette.")
    on.window.palette_box.line.setText("sav")
    yield from on.take("41-palette-search", "A search in the command palette.")
    on.window.palette_box.hide()
    yield from on.question(on.window.abort, "42-question-abort", "Abort asks first.")
    yield from on.question(on.window.close, "43-question-close", "Closing the window while a run trains.")
    checkpoints = on.panel("Checkpoints")
    checkpoints.list.setCurrentIndex(checkpoints.model.index(0, 0))
    yield from on.question(checkpoints.rename, "44-question-name", "A checkpoint gets a name.")
    yield from on.question(checkpoints.edit_note, "45-question-note", "A note on a checkpoint.")
    yield from on.question(on.window.show_about, "46-about", "Version and licence.")
    on.window.show_settings()
    yield from on.take("47-settings", "The settings of the application.")
    QApplication.activeModalWidget().reject()
    menu = on.window.toolbar.template_menu
    for n, shown in enumerate((menu, on.window.menuBar().actions()[1].menu(), on.window.menuBar().actions()[2].menu()), 1):
        shown.popup(on.window.mapToGlobal(on.window.rect().center() / 2))
        yield from on.take(f"48-menu-{n}", "A menu.")
        shown.hide()
    menu = checkpoints._menu()
    menu.popup(checkpoints.mapToGlobal(checkpoints.rect().topLeft()))
    yield from on.take("48-menu-4", "What can be done with a checkpoint.")
    menu.hide()
    for level, text in {
        "info": "Nothing was changed.",
        "ok": "64 samples are in pictures/first set",
        "warning": "The data set has 12 broken files; they are left out.",
        "error": "The disk is full: the run holds until there is room. Free some space, then press Resume; nothing that was learned is lost meanwhile.",
    }.items():
        action = (lambda: None) if level in ("ok", "error") else None
        on.session.notice.emit(Notice(text, level, "Show folder" if level == "ok" else "Resume" if action else "", action))
    yield from on.take("49-notices", "A notice of each level.")
    on.window.notices.clear("info", "ok", "warning", "error")


def exports(on: Stage) -> Script:
    """The export in each of its states, while a run trains."""
    on.session.home = on.home
    if on.session.torch.training is None:
        yield from on.train_on("digits")
    on.window.export()
    dialog: ExportDialog = on.dialog(ExportDialog)
    yield until("the preview", lambda: not dialog.preview.picture().isNull())
    yield from on.take("60-export-ready", "An export, ready to start.")
    dialog.form.seeds.setText("0-9, x")
    dialog.form.seeds.textEdited.emit("0-9, x")
    yield from on.take("61-export-fault", "Seeds that cannot be read.")
    dialog.form.count.setValue(65)
    dialog.form.count.setValue(4000)
    yield until("a sound form", dialog.start.isEnabled)
    dialog.begin()
    yield until("some progress", lambda: dialog.bar.value() > 0)
    yield after(0.6)
    yield from on.take("62-export-running", "An export at work.")
    dialog.stop()
    yield until("the end", lambda: dialog.state() in ("stopped", "done"))
    yield from on.take("63-export-stopped", "An export that was cancelled.")
    refused = dialog.form.target.text()
    dialog.form.count.setValue(16)
    dialog.form.go_to(Path(refused))
    yield until("a sound form", dialog.start.isEnabled)
    dialog.begin()
    yield until("the refusal", lambda: dialog.state() == "stopped")
    yield from on.take("64-export-refused", "Another export into the same place is refused.")
    dialog.form.target.setText(str(on.home / "first set"))
    dialog.form.target.textEdited.emit(dialog.form.target.text())
    yield until("a sound form", dialog.start.isEnabled)
    dialog.begin()
    yield until("the end", lambda: dialog.state() == "done")
    yield from on.take("65-export-done", "An export that is done.")
    dialog.close()
    yield from on.stop()
    for n, name in ((66, "shapes"), (67, "ring")):
        yield from on.open(name)
        on.window.export()
        dialog = on.dialog(ExportDialog)
        yield after(1.5)
        yield from on.take(f"{n}-export-{name}", f"An export of {name}.")
        dialog.close()


def others(on: Stage) -> Script:
    """Points and labelled pictures, at work and at rest."""
    on.session.home = on.home
    yield from on.stop()
    yield from on.train_on("ring")
    on.panel("Dataset")
    on.panel("Curves")
    yield after(2.0)
    yield from on.take("36-ring-training", "The ring, training.")
    yield from on.stop()
    on.panel("Hyperparameters")
    yield from on.take("37-ring-stopped", "The ring, stopped.")
    yield from on.open("shapes")
    on.panel("Dataset")
    yield until("samples of the data", lambda: on.panel("Dataset")._looked)
    yield from on.take("38-shapes-done", "Labelled shapes, done.")


def broken(on: Stage) -> Script:
    """What goes wrong."""
    on.session.home = on.home
    yield from on.stop()
    yield from on.open("failed")
    on.panel("Log")
    yield from on.take("70-failed", "A run that failed.")
    yield from on.open("killed")
    yield from on.take("71-interrupted", "A run whose process was killed.")
    on.session.open_run(on.home / "runs" / "0006-spoiled")
    yield until("the fault", lambda: on.session.reading is None)
    yield from on.take("72-spoiled", "A run that cannot be opened.")
    on.window.notices.clear("info", "ok", "warning", "error")
    try:
        raise RuntimeError("the size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1")
    except RuntimeError as error:
        on.studio.show_fault(error)
    box = on.dialog(ErrorDialog)
    yield from on.take("73-fault", "A fault of our own.")
    next(b for b in box.findChildren(QWidget) if getattr(b, "text", lambda: "")() == words.say("Show details")).click()
    yield from on.take("74-fault-details", "The same, unfolded.")
    box.reject()
    on.studio.show_fault(StudioError("The folder /data/cats holds no picture; choose one with PNG, JPEG or WebP files."))
    yield from on.take("75-error-notice", "A fault that a person can mend.")
    on.window.notices.clear("info", "ok", "warning", "error")


def waiting(on: Stage) -> Script:
    """Long work before there is anything to see: a real folder whose worker is elsewhere."""
    yield from on.stop()
    folder = RunFolder.create(on.home / "runs" / "0007-photographs", {**preset("pictures").config, "name": "photographs"})
    lock = RunLock.acquire(folder.lock)
    with JournalWriter(folder.journal) as journal:
        journal.write(SegmentStarted(segment=0, why="start", options=folder.config(), device="cpu"))
        journal.write(Progressed(what="decoding pictures", done=13_400, total=50_000))
    on.session.open_run(folder.path)
    yield until("the run", lambda: on.session.view is not None and on.session.view.folder.name == "0007-photographs")
    yield from on.take("76-preparing", "A run that prepares its data.")
    reading = Reading(folder.path, on.window)
    on.window.reading_page.watch(reading)
    on.window.pages.setCurrentWidget(on.window.reading_page)
    reading.progressed.emit(42, 1)
    yield from on.take("77-reading", "A long journal is being read.")
    lock.release()


def small(on: Stage) -> Script:
    """The least size, and a laptop's usual one."""
    yield from on.stop()
    yield from on.open("digits")
    on.panel("Curves")
    on.window.resize(on.window.minimumSize())
    yield from on.take("80-least", "The least size of the window.")
    on.window.go_home()
    yield from on.take("81-least-welcome", "The welcome page at the least size.")
    on.window.resize(1024, 700)
    yield from on.open("ring")
    yield from on.take("82-small", "1024 × 700.")
    on.window.resize(1280, 800)
    on.window.reset_layout()


def back(on: Stage) -> Script:
    """Coming back, and leaving."""
    yield from on.stop()
    on.home_page(on.home)
    yield from on.take("90-welcome", "Runs in every state, and one that cannot be read.")
    yield from on.train_on("digits")
    on.home_page(on.home)
    yield from on.take("91-welcome-busy", "The welcome page while a run trains behind it.")
    on.session.open_run(run_path(on.home, "digits"))
    yield until("the run", lambda: on.session.view is not None)
    on.window.pause()
    yield until("the pause", lambda: on.session.state() == "paused")
    leaving = (
        ("92-saving", "Saving 0001-digits …", "The window closes when the checkpoint is complete on the disk.", "Quit without saving"),
        ("93-handing-over", "Handing over 0001-digits …", "The window closes as soon as the run trains in a process of its own.", "Stay in the window"),
    )
    for name, title, note, way_out in leaving:
        veil = Veil(on.window, title, note, way_out, way_out)
        veil.show()
        yield from on.take(name, title)
        veil.hide()
    yield from on.stop()


DRAFTS = (start, tour, setup, checking, browsing, settings, changed, sections, recipes)
RUNS = (digits, measuring, alone, comparing, over, help_pages, exports, others, broken, waiting, doctor, samples, small, back, table, readme)
PARTS: dict[str, Callable[[Stage], Script]] = {f.__name__: f for f in (*DRAFTS, *RUNS)}


def play(on: Stage, parts: list[str]) -> Script:
    """The named parts, or all but the README's."""
    for name in parts or [p for p in PARTS if p != "readme"]:
        yield from PARTS[name](on)
    yield from on.stop()


def main(place: Path, home: Path, out: Path, scheme: Scheme, parts: list[str]) -> int:
    app = make_application()
    if (code := os.environ.get(LANGUAGE, "en")) == "marked":
        words.speak(marked)
    elif code != "en":
        language.speak(app, code)
    ui_settings.open_settings().setValue(ui_settings.SCHEME, scheme)
    studio = Studio(app, home)
    studio.window.resize(1280, 800)
    studio.window.move(0, 0)
    on = Stage(studio, Camera(studio, out), place, home)
    ended: list[bool] = []

    def end(well: bool) -> None:
        ended.append(well)
        studio.window.notices.clear("info", "ok", "warning", "error")
        app.exit(0)

    directors: list[Director] = []
    studio.later(lambda: directors.append(Director(play(on, parts), end)))
    studio.show()
    app.exec()
    studio.close()
    return 0 if ended == [True] else 1


if __name__ == "__main__":
    folders = [Path(text) for text in sys.argv[1:4]]
    sys.exit(main(folders[0], folders[1], folders[2], "dark" if sys.argv[4] == "dark" else "light", sys.argv[5:]))
