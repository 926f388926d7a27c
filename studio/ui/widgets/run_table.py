"""The table of runs: a row each, to be sorted by any column and searched. Reads summaries and pictures, no journal; what can be done is the page's."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from studio.ui.run_words import HEADINGS, matches, sort_key, tip_lines, words
from studio.ui.widgets.run_cells import HIGH, RUN, RunCell
from studio.ui.widgets.words import tip
from studio.words import say

if TYPE_CHECKING:
    from studio.runs.summary import RunSummary

CHANGED = next(n for n, heading in enumerate(HEADINGS) if heading.column == "changed")
Index = QModelIndex | QPersistentModelIndex


class RunTableModel(QAbstractTableModel):
    """Runs by their folders. What did not change is left alone, so that a choice and a place in the list stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: list[RunSummary] = []

    def set_runs(self, found: "Iterable[RunSummary]") -> None:
        """Show these."""
        wanted = {run.path: run for run in found}
        for row in range(len(self.runs) - 1, -1, -1):
            if self.runs[row].path not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.runs[row]
                self.endRemoveRows()
        for row, before in enumerate(self.runs):
            now = wanted.pop(before.path)
            if now != before:
                self.runs[row] = now
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))
        if wanted:
            self.beginInsertRows(QModelIndex(), len(self.runs), len(self.runs) + len(wanted) - 1)
            self.runs += wanted.values()
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == RUN:
            return self.runs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words(self.runs[index.row()], HEADINGS[index.column()].column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(*tip_lines(self.runs[index.row()], HEADINGS[index.column()].column))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return say(HEADINGS[section].words)
            if role == Qt.ItemDataRole.ToolTipRole:
                return tip(say("{about}. Press to sort.", about=say(HEADINGS[section].about)))
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class RunOrder(QSortFilterProxyModel):
    """Those that the search leaves, in order; runs without a value for the column come last either way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self.setDynamicSortFilter(True)

    def search(self, typed: str) -> None:
        """Only runs that have all of these words."""
        self._typed = typed
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        return not self._typed or matches(self._run(row), self._typed)

    def lessThan(self, left: Index, right: Index) -> bool:
        column = HEADINGS[left.column()].column
        one, other = (sort_key(self._run(index.row()), column) for index in (left, right))
        if one is None or other is None:
            return (one is not None) if self.sortOrder() == Qt.SortOrder.AscendingOrder else (one is None and other is not None)
        return one < other  # type: ignore[operator]

    def _run(self, row: int) -> "RunSummary":
        model = self.sourceModel()
        assert isinstance(model, RunTableModel)
        return model.runs[row]


class RunTable(QTableView):
    """`opened` gives the folder of a run that was double-clicked or opened with Enter; `chosen_changed` tells of another choice."""

    opened = Signal(object)  # Path
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Runs"))
        self.setAccessibleDescription(say("A row for each run: Enter opens it, Ctrl or Shift choose several, a heading sorts"))
        self.model_of_runs = RunTableModel(self)
        self.order = RunOrder(self)
        self.order.setSourceModel(self.model_of_runs)
        self.setModel(self.order)
        self.setItemDelegate(RunCell(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HIGH)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(60)
        for n, heading in enumerate(HEADINGS):
            self.setColumnWidth(n, heading.width)
        self.sortByColumn(CHANGED, Qt.SortOrder.DescendingOrder)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.model_of_runs.dataChanged.connect(self.chosen_changed)

    def show_runs(self, found: "Iterable[RunSummary]") -> None:
        """Show these; what was chosen stays chosen."""
        self.model_of_runs.set_runs(found)

    def search(self, typed: str) -> None:
        """Only runs that have these words; those that go out of sight are no longer chosen."""
        self.order.search(typed)

    def chosen(self) -> "list[RunSummary]":
        """Those selected, in the order of the table."""
        return [index.data(RUN) for index in sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())]

    def shown(self) -> "list[RunSummary]":
        """Those in sight of the search, in order."""
        return [self.order.index(row, 0).data(RUN) for row in range(self.order.rowCount())]

    def choose(self, paths: Iterable[Path]) -> None:
        """Select these and no other."""
        wanted, flags = set(paths), QItemSelectionModel.SelectionFlag
        self.clearSelection()
        for row in range(self.order.rowCount()):
            index = self.order.index(row, 0)
            if index.data(RUN).path in wanted:
                self.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)

    def sort_or_turn(self, column: int) -> None:
        """As a press on a heading does: the order of a column, or the other way round where it is that already."""
        head = self.horizontalHeader()
        up = head.sortIndicatorSection() != column or head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sortByColumn(column, Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder)

    def take_keyboard(self) -> None:
        """The keyboard, on the first row where none is chosen."""
        if not self.selectionModel().hasSelection() and self.order.rowCount():
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        run = index.data(RUN) if index.isValid() else None
        if run is not None:
            self.opened.emit(run.path)
