"""What pyqtgraph leaves undone for a plot inside a window that comes and goes. Importing this imports pyqtgraph."""

import pyqtgraph as pg

from studio.words import localised


class NumberAxis(pg.AxisItem):
    """An axis whose numbers are written as the language does."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [localised(text) for text in super().tickStrings(values, scale, spacing)]


def number_axes() -> dict[str, NumberAxis]:
    """Axes for a plot at its left and its bottom."""
    return {side: NumberAxis(side) for side in ("left", "bottom")}


def adopt_menus(plot: pg.PlotWidget) -> None:
    """Lets pyqtgraph's own menus, which are never shown, go when the plot goes: they have no parent and would stay for ever."""
    item = plot.getPlotItem()
    for widget in (item.ctrlMenu, item.ctrl.averageGroup.window(), item.ctrl.transformGroup.window()):
        if widget is not None and widget.parent() is None:
            widget.setParent(plot, widget.windowFlags())


def plane(name: str) -> pg.PlotWidget:
    """A plot of the plane, its axes of one scale, without pyqtgraph's own menus and buttons. name: for those who cannot see it."""
    plot = pg.PlotWidget(enableMenu=False, axisItems=number_axes())
    adopt_menus(plot)
    plot.setAspectLocked(True)
    plot.hideButtons()
    plot.setMinimumSize(96, 96)
    plot.setAccessibleName(name)
    for side in ("left", "bottom"):
        plot.getAxis(side).enableAutoSIPrefix(False)
    return plot
