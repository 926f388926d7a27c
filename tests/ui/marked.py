"""A language in which every text that goes through the catalogue stands in ⟦brackets⟧: what shows without them was forgotten."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QTableView, QTreeView, QWidget

WORDS = re.compile(r"[^\W\d_]{3,}")
PLAIN = re.compile(r"<[^>]*>|\([^()]*(Ctrl|Shift|Alt|Return|Del|F\d)[^()]*\)|GAN Studio")  # tags, keys, and our name
ROWS = 60  # of a list, at most: more of the same kind


def marked(text: str, sense: str, n: int) -> str:
    """For `words.speak`."""
    return f"⟦{text}⟧"


def unmarked(window: QWidget) -> Iterator[str]:
    """Texts in sight, and those that are heard or shown on asking, with words outside of brackets."""
    for top in [window, *(w for w in QApplication.topLevelWidgets() if w is not window and w.isVisible())]:
        yield from _told(top, "title", top.windowTitle())
        for widget in [top, *top.findChildren(QWidget)]:
            if widget.isVisible():
                yield from _of(widget)
        for action in top.findChildren(QAction):
            yield from _told(action, "action", action.text())
            yield from _told(action, "tip", action.toolTip())


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield from _told(widget, "text", widget.text())
    if isinstance(widget, QLineEdit):
        yield from _told(widget, "placeholder", widget.placeholderText())
    if isinstance(widget, QComboBox):
        for row in range(min(widget.count(), ROWS)):
            yield from _told(widget, "choice", widget.itemText(row))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget.parentWidget(), QComboBox):
        yield from _of_rows(widget)
    yield from _told(widget, "tip", widget.toolTip())
    heard = QAccessible.queryAccessibleInterface(widget)
    if heard is not None and widget.accessibleName():
        yield from _told(widget, "name", widget.accessibleName())
        yield from _told(widget, "description", widget.accessibleDescription())


def _of_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    root = view.rootIndex()
    columns = view.horizontalHeader().count() if isinstance(view, QTableView) else view.header().count() if isinstance(view, QTreeView) else 1
    for column in range(columns):
        yield from _told(view, "heading", str(model.headerData(column, Qt.Orientation.Horizontal) or "") if columns > 1 else "")
        for row in range(min(model.rowCount(root), ROWS)):
            yield from _told(view, "row", str(model.index(row, column, root).data() or ""))


def _told(of: object, what: str, text: str) -> Iterator[str]:
    """The parts of a text that lie outside of all brackets, where they hold a word."""
    outside, depth = "", 0
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        outside += letter if depth == 0 and letter not in "⟦⟧" else ""
    if WORDS.search(PLAIN.sub("", outside)):
        yield f"{type(of).__name__} {what}: {text!r}"
