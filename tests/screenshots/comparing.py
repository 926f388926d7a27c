"""The scenes of comparing: checkpoints sorted, as a gallery, given up, two on the same latents; other runs over the curves."""

from studio.ui.compare_dialog import CompareDialog
from tests.screenshots.camera import Script, after, until
from tests.screenshots.runs import run_path
from tests.screenshots.stage import Stage


def comparing(on: Stage) -> Script:
    """Checkpoints beside each other, and runs over each other."""
    on.session.home = on.home
    yield from on.stop()
    yield from on.open("digits")
    yield until("the engine", lambda: on.session.torch.is_ready)
    curves, checkpoints = on.panel("Curves"), on.panel("Checkpoints")
    on.session.overlay_requested.emit([run_path(on.home, "failed"), run_path(on.home, "shapes")])
    yield until("the other runs", lambda: all(overlay.is_read() for overlay in curves.overlays.list()))
    yield from on.take("83-overlay", "Two other runs over the curves.")
    curves.bar.axis.setCurrentIndex(1)
    yield from on.take("83-overlay-time", "The same, each by its own time.")
    curves.bar.axis.setCurrentIndex(0)
    menu = curves.bar.overlay.menu()
    menu.popup(on.window.mapToGlobal(on.window.rect().center()))
    yield from on.take("83-overlay-menu", "Which run to overlay.")
    menu.hide()
    curves.overlays.clear()
    checkpoints.bar.gallery.click()
    checkpoints.list.setCurrentIndex(checkpoints.model.index(1))
    yield from on.take("84-gallery", "The checkpoints as a gallery.")
    checkpoints.delete_action.trigger()
    yield from on.take("84-gallery-undo", "One was given up; it can be undone.")
    on.window.notices.cards()[-1].notice.action()
    on.window.notices.clear("info")
    checkpoints.bar.gallery.click()
    for name, shown in (("digits", "the pictures"), ("ring", "the points")):
        yield from on.open(name)
        checkpoints.list.setCurrentIndex(checkpoints.model.index(0))
        checkpoints.compare_action.trigger()
        dialog: CompareDialog = on.dialog(CompareDialog)
        yield until(shown, lambda dialog=dialog: dialog.pictures.isVisible() or (dialog.points is not None and dialog.points.isVisible()))
        yield after(0.3)
        yield from on.take(f"85-compare-{name}", f"Two checkpoints of {name} on the same latents.")
        if name == "digits":
            dialog.beside.click()
            yield from on.take("85-compare-beside", "The same, side by side.")
            dialog.over.click()
        dialog.close()
