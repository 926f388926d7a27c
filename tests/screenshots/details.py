"""The scenes that need more setting up: every section of the settings unfolded, the recipes of papers, a long check of files, measuring."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from studio.messages import SetOption
from studio.presets import preset
from studio.ui.panels.hyperparameters import SECTIONS
from tests.screenshots.camera import Script, after, until
from tests.screenshots.runs import landscape
from tests.screenshots.stage import Stage

FILES = 400  # of a folder that takes a while to check


def sections(on: Stage) -> Script:
    """The whole form with everything unfolded, and each kind of the choices that have many options."""
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    draft = preset("digits").config
    on.session.new_draft(draft)
    panel = on.panel("Hyperparameters")
    yield after(0.3)
    _unfold(panel, SECTIONS)
    yield from on.take("25-sections", "Every section of the settings, unfolded.", of=panel.form)
    for section, kind in _long_choices(on):
        on.session.new_draft({**draft, section: {"kind": kind}})
        yield after(0.2)
        _unfold(panel, SECTIONS)
        yield from on.take(f"26-section-{section}-{kind}", f"The settings of {kind}.", of=panel.form.groups[section])
    on.session.new_draft({**draft, "augment": {"kind": "ada"}})
    on.panel("Hyperparameters")
    yield after(0.2)
    for group in panel.form.groups.values():
        group.fold.open(False)
    _unfold(panel, ("augment", "transfer"))
    panel.scroller.verticalScrollBar().setValue(panel.form.groups["augment"].y())
    yield from on.take("27-sections-mixed", "Some sections folded, which say what is in them, and some unfolded.")


def recipes(on: Stage) -> Script:
    """The recipes of papers below the templates."""
    menu = on.window.toolbar.template_menu
    menu.popup(on.window.mapToGlobal(on.window.rect().center() / 2))
    papers = menu.actions()[-1].menu()
    papers.popup(menu.mapToGlobal(menu.actionGeometry(menu.actions()[-1]).topRight()))
    yield from on.take("28-recipes", "Recipes of papers, in the templates' menu.")
    papers.hide()
    menu.hide()
    on.session.draft_preset(preset("r3gan-cifar10"))
    on.window.show_setup()
    on.panel("Hyperparameters")
    yield from on.take("28-recipes-draft", "The draft of a paper's recipe.")


def checking(on: Stage) -> Script:
    """A check of many files, on its way and given up."""
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    dataset = on.panel("Dataset")
    _write_many(on.home.parent / "many")
    dataset.take(on.home.parent / "many")
    yield until("the pictures", lambda: dataset._looked)
    dataset.scan()
    yield until("some of the files", lambda: dataset.scan_work.bar.value() > 0)
    dataset.stack.currentWidget().ensureWidgetVisible(dataset.scan_work, 0, 80)
    yield from on.take("18-data-checking", "The files are being checked.")
    dataset._cancel_scan()


def browsing(on: Stage) -> Script:
    """Every picture of a set, in a window of its own."""
    yield until("the engine and the forms", lambda: on.session.torch.is_ready and on.panel("Hyperparameters").form.is_built())
    dataset = on.panel("Dataset")
    dataset.take(on.place / "pictures")
    yield until("the pictures", lambda: dataset._looked and dataset.sight.isVisible())
    dataset.stack.currentWidget().ensureWidgetVisible(dataset.browse, 0, 40)
    yield from on.take("19-sight-plain", "Samples as the data has them.")
    dataset.sight.switch.setChecked(True)
    yield from on.take("19-sight", "The same samples as D sees them, mirrored and augmented.")
    dataset.open_browser()
    browser = dataset.browser
    browser.resize(1080, 640)
    browser.move(100, 80)
    yield until("the small pictures", lambda: browser.album is not None and browser._pictures.pending() == 0)
    yield from on.take("19-browser", "All pictures; none is chosen yet.")
    browser.wall.choose(7)
    yield until("the file", lambda: not browser.detail.file.picture().isNull())
    yield from on.take("19-browser-chosen", "A picture is chosen.")
    browser.filter.setCurrentIndex(browser.filter.count() - 1)
    yield from on.take("19-browser-broken", "Files that cannot be used.")
    browser.filter.setCurrentIndex(0)
    browser.search.setText("no such name")
    browser._select()
    yield from on.take("19-browser-nothing", "No name has these letters.")
    browser.search.clear()
    browser.show_set(on.place / "gone", on.home / "cache", None)
    yield until("the fault", lambda: browser._gathering is None)
    yield from on.take("19-browser-gone", "The folder is gone.")
    browser.show_set(on.place / "pictures", on.home / "cache", None)
    browser._gathering.cancel()  # as it would stand long: eighty files are listed at once
    browser._progressed((24_000, 0, "Looking for pictures"))
    yield from on.take("19-browser-busy", "Files are being listed.")
    browser.reject()


def measuring(on: Stage) -> Script:
    """Checkpoints that were measured, the best one marked, and one that is being measured."""
    on.session.home = on.home
    if on.session.torch.training is None:
        yield from on.train_on("digits")
    on.window.snapshot()
    yield until("a measured checkpoint", lambda: on.run.evaluations)
    on.session.send(SetOption(path="evaluation.count", value=200_000))
    yield until("many samples", lambda: on.run.options["evaluation"]["count"] == 200_000)
    on.window.snapshot()
    yield until("the measurement", lambda: on.run.is_measuring)
    checkpoints = on.panel("Checkpoints")
    on.panel("Curves")
    checkpoints.list.setCurrentIndex(checkpoints.model.index(1, 0))
    yield from on.take("39-measuring", "A checkpoint is being measured; another one is the best so far.")
    menu = checkpoints._menu()
    menu.popup(checkpoints.mapToGlobal(checkpoints.rect().topLeft()))
    yield from on.take("39-measuring-menu", "Measuring can be given up.")
    menu.hide()
    on.panel("Log")
    checkpoints.stop_measuring()
    yield until("its end", lambda: not on.run.is_measuring)
    yield from on.take("39-measuring-stopped", "The measurement was given up.")
    yield from on.stop()


def _long_choices(on: Stage) -> Iterator[tuple[str, str]]:
    """Section and kind of the choices whose kinds differ much."""
    assert on.session.catalogue is not None
    for section in ("augment", "network", "objective", "optimizer"):
        for kind in on.session.catalogue.groups[section].kinds:
            if kind.options:
                yield section, kind.name


def _unfold(panel: Any, names: tuple[str, ...]) -> None:
    for name in names:
        group = panel.form.groups[name]
        group.fold.open()
        if group.more is not None:
            group.more.open()


def _write_many(folder: Path) -> None:
    """Large pictures, each of which takes a while to decode."""
    folder.mkdir()
    landscape(1, (2400, 1600)).save(folder / "0000.jpg", quality=90)
    for n in range(1, FILES):
        (folder / f"{n:04d}.jpg").hardlink_to(folder / "0000.jpg")
