"""A few facts, each with its name: what a person reads at a glance."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.words import Words


class Facts(QWidget):
    """Names in one column, muted, and what they are in another; texts can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 5)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """(name, what it is) from top to bottom."""
        self._shown = tuple(facts)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, (name, fact) in enumerate(self._shown):
            value = Words(fact)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(name)
            self._grid.addWidget(Words(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(self._shown))

    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join(f"{name}: {fact}" for name, fact in self._shown)
