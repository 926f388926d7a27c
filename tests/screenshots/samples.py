"""The scenes of the samples: a closer look at one, reals beside them, fewer of them, and the layers of points in the plane."""

from tests.screenshots.camera import Script, after, until
from tests.screenshots.stage import Stage


def samples(on: Stage) -> Script:
    """Digits and the ring, trained and at rest."""
    on.session.home = on.home
    yield from on.open("digits")
    yield until("the engine", lambda: on.session.torch.is_ready)
    panel = on.panel("Samples")
    strip = panel.inspector
    panel.grid.choose(11)
    panel.inspection.open(11)
    yield from on.take("90-sample-busy", "A closer look at one sample; its neighbours are on their way.")
    yield until("all of it", lambda: strip.neighbours.rows[0].isVisible() and strip.nearest.rows[0].isVisible() and strip.film.rows[0].isVisible())
    yield from on.take("90-sample", "A closer look at one sample.")
    yield from on.take("90-sample-whole", "All that is found out about it.", of=strip.scroller.widget())
    strip.scroller.verticalScrollBar().setValue(strip.scroller.verticalScrollBar().maximum())
    on.session.set_position(on.run.current_frames[len(on.run.current_frames) // 3].nimg)
    yield after(1.0)
    yield from on.take("90-sample-earlier", "The same at an earlier moment, further down.")
    on.session.set_position(None)
    panel.bar.reals.click()
    yield until("the reals", panel.beside.reals.isVisible)
    yield from on.take("91-reals-and-strip", "Reals beside the samples, and the strip.")
    strip.closed.emit()
    panel.grid.choose(None)
    yield from on.take("91-reals", "Reals beside the samples.")
    panel.bar.side.setCurrentIndex(2)
    panel.bar.side.activated.emit(2)
    yield from on.take("91-reals-fewer", "Fewer of both, larger.")
    panel.bar.side.setCurrentIndex(panel.bar.side.count() - 1)
    panel.bar.side.activated.emit(panel.bar.side.count() - 1)
    panel.bar.reals.click()
    yield from _without_checkpoints(on)
    yield from on.open("ring")
    yield until("the centres", lambda: panel._points is not None and panel._points.shown("centres"))
    yield from on.take("92-points", "Points, D's map and the true centres.")
    for part in ("heat", "density"):
        panel._points.toggle(part).click()
    yield from on.take("92-density", "How dense both lie.")
    for part in ("real", "fake", "arrows"):
        panel._points.toggle(part).click()
    yield from on.take("92-density-arrows", "Density and arrows alone.")
    for part in ("real", "fake", "arrows", "heat", "density"):
        panel._points.toggle(part).click()


def _without_checkpoints(on: Stage) -> Script:
    panel = on.panel("Samples")
    assert on.session.view is not None
    there = on.session.view.folder.checkpoints
    aside = there.rename(there.with_name("aside"))
    panel.inspection.open(11)
    section = panel.inspector.neighbours
    yield until("why there are no neighbours", lambda: section.words.isVisible() and not section.work.isVisible())
    panel.inspector.scroller.ensureWidgetVisible(section.words)
    yield from on.take("90-sample-no-checkpoint", "No checkpoint is left to draw neighbours.")
    aside.rename(there)
    panel.inspector.closed.emit()
