"""The settings of several runs side by side: only what differs, unless all of them are asked for. Changes nothing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio.messages import Json
from studio.ui import theme
from studio.ui.comparing import Setting, as_text, compared
from studio.ui.form import Catalogue
from studio.ui.theme import SPACE
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.words import Words
from studio.ui.window_keys import key_within
from studio.words import say, say_n


class CompareSettings(QDialog):
    """A row for each setting, a column for each run. Nothing blocks the window."""

    def __init__(self, catalogue: Catalogue, runs: Sequence[tuple[str, Mapping[str, Json]]], parent: QWidget | None = None) -> None:
        """runs: the name and the options of each."""
        super().__init__(parent)
        self.setWindowTitle(say("Compare settings"))
        self.resize(min(1100, 320 + 190 * len(runs)), 520)
        self._names = [name for name, _ in runs]
        self._settings = compared(catalogue, [options for _, options in runs])
        self.shown: list[Setting] = []
        self.heading = Words(bold=True)
        self.everything = QCheckBox(say("Show what is the same too"))
        self.everything.setToolTip(say("Every setting of these runs, not only those that differ"))
        self.everything.toggled.connect(self._fill)
        self.table = QTableWidget()
        self.table.setAccessibleName(say("Settings that differ"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.setColumnCount(1 + len(runs))
        self.table.setHorizontalHeaderLabels([say("Setting"), *self._names])
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(
            EmptyState(
                "ok",
                say("The same settings"),
                say("These runs were set up alike; only chance and what they were trained on since can tell them apart."),
            )
        )
        key_within(self.table, QKeySequence.StandardKey.Copy, self.copy_chosen, alone=True)
        self._lay_out()
        self._fill()

    def copy(self) -> None:
        """All that is shown, with tabs between."""
        QGuiApplication.clipboard().setText(as_text(self._names, self.shown))

    def copy_chosen(self) -> None:
        """The selected cells; all that is shown where none are."""
        if not (found := self.table.selectedRanges()):
            self.copy()
            return
        area = found[0]
        rows = range(area.topRow(), area.bottomRow() + 1)
        columns = range(area.leftColumn(), area.rightColumn() + 1)
        QGuiApplication.clipboard().setText("\n".join("\t".join(self._text(row, column) for column in columns) for row in rows))

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text() if item is not None else ""

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(say("Copy table"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setIcon(theme.icon("copy"))
        self.copy_button.setToolTip(say("What is shown, with tabs between the columns, for a spreadsheet"))
        self.copy_button.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(SPACE)
        for widget in (self.heading, self.everything):
            body.addWidget(widget)
        body.addWidget(self.pages, 1)
        body.addWidget(buttons)

    def _fill(self) -> None:
        differing = [setting for setting in self._settings if setting.differs]
        self.shown = self._settings if self.everything.isChecked() else differing
        count = len(differing)
        told = say_n(count, "{n} setting differs between {runs} runs", "{n} settings differ between {runs} runs", runs=len(self._names))
        self.heading.say(told if count else say("No setting differs"))
        self.pages.setCurrentIndex(int(not self.shown))
        self.copy_button.setEnabled(bool(self.shown))
        self.table.setRowCount(len(self.shown))
        for row, setting in enumerate(self.shown):
            for column, text in enumerate((setting.words, *setting.values)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 0 or (self.everything.isChecked() and not setting.differs):
                    item.setForeground(QColor(theme.colours().muted))
                if column and self.everything.isChecked() and setting.differs:
                    item.setFont(theme.font(bold=True))
                self.table.setItem(row, column, item)
        head = self.table.horizontalHeader()
        head.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(self.table.columnCount()):
            self.table.setColumnWidth(column, min(300, self.table.columnWidth(column) + 2 * SPACE))
