"""What pyqtgraph leaves undone for a plot inside a window that comes and goes. Importing this imports pyqtgraph."""

import pyqtgraph as pg


def adopt_menus(plot: pg.PlotWidget) -> None:
    """Lets pyqtgraph's own menus, which are never shown, go when the plot goes: they have no parent and would stay for ever."""
    item = plot.getPlotItem()
    for widget in (item.ctrlMenu, item.ctrl.averageGroup.window(), item.ctrl.transformGroup.window()):
        if widget is not None and widget.parent() is None:
            widget.setParent(plot, widget.windowFlags())
