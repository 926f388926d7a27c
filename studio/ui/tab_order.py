"""Where Tab leads in the window: on as its controls lie before the eyes, not as they happened to be made. Names and shows nothing."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def go(order: list[QWidget], *, on: bool) -> bool:
    """Gives the keyboard to the next control of the order, or to the one before, round and round; whether there is one.

    Where what has it is going out of sight, as a button that was pressed may, the one before takes it.
    """
    here = QApplication.focusWidget()
    on = on and (here is None or here.isVisible())
    while here is not None and here not in order:
        here = here.parentWidget()
    at = order.index(here) if here is not None else -1
    way = [*order[at + 1 :], *order[: max(at, 0)]]
    for widget in way if on else reversed(way):
        if takes_keyboard(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)
            _bring_to_sight(widget)
            return True
    return False


def takes_keyboard(widget: QWidget) -> bool:
    """Whether Tab stops there."""
    return widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def inside(widget: QWidget) -> Iterator[QWidget]:
    """The widget and all that shows in it, in the order in which it is read; with what has the keyboard, even if it just went out of sight."""
    here = QApplication.focusWidget()
    if widget.isVisible() or (here is not None and (widget is here or widget.isAncestorOf(here))):
        yield widget
        for child in _as_read(child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()):
            yield from inside(child)


def _as_read(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    """Row by row, each from the left. Two are in one row where the middle of either is beside the other."""
    rest = sorted(widgets, key=lambda widget: widget.geometry().center().y())
    while rest:
        first = rest[0].geometry()
        row = [w for w in rest if first.top() <= w.geometry().center().y() <= first.bottom() and w.y() <= first.center().y() <= w.geometry().bottom()]
        yield from sorted(row, key=lambda widget: widget.x())
        rest = [widget for widget in rest if widget not in row and widget is not rest[0]]


def _bring_to_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
