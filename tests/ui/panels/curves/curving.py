"""Ticks of a made run, and where its curves lie on the screen, for tests of the curves. No torch."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from studio.ui.panels.curves import Curves
from tests.ui.panels.made_runs import MadeRun


def ticks(run: MadeRun, i: int) -> None:
    t = i / 39
    run.tick(1000 * i, seconds=2.0 * i, loss_G=2 - t, loss_D=1 + t, d_real=(1 - t, -t, 2.0), d_fake=(t - 1, -2.0, t), grad_G=1.0)


def go_on(panel: Curves) -> None:
    view = panel.session.view
    assert view is not None
    panel.advance(view.poll())
    panel.refresh()


def place_of(panel: Curves, key: str, x: float, y: float | None = None) -> QPointF:
    """Where a place of a plot lies, in the plot widget's pixels."""
    plot = panel.plot(key)
    low, high = plot.box.viewRange()[1]
    scene = plot.box.mapViewToScene(QPointF(x, (low + high) / 2 if y is None else y))
    return QPointF(plot.plot.mapFromScene(scene))


def near(image: QImage, at: QPointF, name: str, reach: int = 3) -> bool:
    wanted = QColor(name).rgb()
    xs, ys = range(round(at.x()) - reach, round(at.x()) + reach + 1), range(round(at.y()) - reach, round(at.y()) + reach + 1)
    return any(image.pixel(x, y) == wanted for x in xs for y in ys if image.rect().contains(x, y))
