"""The log: what happened to the run in plain words, with the moment and the kimg. Shows events; changes nothing."""

import time
from collections.abc import Iterable
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QHeaderView, QLineEdit, QStackedLayout, QTableView, QToolButton, QVBoxLayout, QWidget

from studio.messages import (
    AlarmCleared,
    AlarmRaised,
    Applied,
    AutoChose,
    CheckpointDeleted,
    CheckpointSaved,
    DataOpened,
    Ended,
    Evaluated,
    Event,
    Failed,
    Logged,
    Refused,
    SegmentStarted,
)
from studio.runs.fold import Run
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.metric_words import metric_words
from studio.ui.panels import Area, Panel
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.quantities import kimg, size
from studio.ui.window_keys import key_within

KEPT = 5000
LEVELS = ("info", "warning", "error")
COLOURS = {"info": "text", "warning": "warning", "error": "danger"}
Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """One line of the log."""

    time: float
    nimg: int
    level: str
    text: str


class LogModel(QAbstractTableModel):
    """Lines in order of time: moment, kimg, text."""

    HEADS = ("Time", "kimg", "What happened")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def set_lines(self, lines: list[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = lines[-KEPT:]
        self.endResetModel()

    def add(self, lines: list[Line]) -> None:
        """These came after."""
        if len(self.lines) + len(lines) > KEPT:
            self.set_lines(self.lines + lines)
            return
        first = len(self.lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self.lines += lines
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 1:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        match role, index.column():
            case Qt.ItemDataRole.DisplayRole, 0:
                return time.strftime("%d %b %H:%M:%S", time.localtime(line.time))
            case Qt.ItemDataRole.DisplayRole, 1:
                return kimg(line.nimg)
            case ((Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole), 2):
                return line.text
            case Qt.ItemDataRole.ForegroundRole, column:
                return QColor(getattr(theme.colours(), COLOURS[line.level] if column == 2 else "muted"))
            case Qt.ItemDataRole.TextAlignmentRole, 1:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.UserRole, _:
                return LEVELS.index(line.level)
        return None


class LogFilter(QSortFilterProxyModel):
    """Lines of at least a level that hold a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._text = 0, ""

    def choose(self, least: int, text: str) -> None:
        """Let these through."""
        self.beginFilterChange()
        self._least, self._text = least, text.casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        assert isinstance(model, LogModel)
        line = model.lines[row]
        return LEVELS.index(line.level) >= self._least and self._text in line.text.casefold()


class LogPanel(Panel):
    """Everything that happened, newest below."""

    title: ClassVar[str] = "Log"
    area: ClassVar[Area] = "bottom"
    order: ClassVar[int] = 20
    icon: ClassVar[str] = "log"
    help: ClassVar[str] = "runs"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = LogModel(self)
        self.shown = LogFilter(self)
        self.shown.setSourceModel(self.model)
        self.table = self._make_table()
        self.level = QComboBox()
        self.level.addItems(["Everything", "Warnings and errors", "Errors"])
        self.level.setAccessibleName("Which lines")
        self.level.setToolTip("Show lines of this gravity and above")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Filter")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Filter the log")
        self.search.setToolTip("Show only lines that hold these words")
        self.copy = QToolButton()
        self.copy.setIcon(theme.icon("copy"))
        self.copy.setToolTip("Copy the selected lines, or all that are shown")
        self.copy.setAccessibleName("Copy lines")
        self.level.currentIndexChanged.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.copy.clicked.connect(self.copy_lines)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE, SPACE // 2, SPACE, 0)
        row.addWidget(self.level)
        row.addWidget(self.search, 1)
        row.addWidget(self.copy)
        lines = QWidget()
        body = QVBoxLayout(lines)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SPACE // 2)
        body.addLayout(row)
        body.addWidget(self.table, 1)
        empty = EmptyState("log", "Nothing has happened yet", "Starts, saves, changed settings and faults are written here while a run trains.")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(lines)
        session.theme.changed.connect(self.table.viewport().update)

    def show_run(self, view: RunView | None) -> None:
        self.model.set_lines([] if view is None else _history(view.run))
        self._pages.setCurrentIndex(int(bool(self.model.lines)))
        self.table.scrollToBottom()

    def advance(self, events: list[Event]) -> None:
        lines = [line for event in events if (line := line_of(event)) is not None]
        if not lines:
            return
        bar = self.table.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        self.model.add(lines)
        self._pages.setCurrentIndex(1)
        if at_end:
            self.table.scrollToBottom()

    def copy_lines(self) -> None:
        """The selected lines, or all that are shown, as text."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()}) or range(self.shown.rowCount())
        cells = [[str(self.shown.index(row, column).data()) for column in range(3)] for row in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in cells))

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName("Log")
        table.setAccessibleDescription("What happened in the run, the newest last")
        table.setModel(self.shown)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setMinimumSectionSize(22)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        table.setColumnWidth(0, 15 * SPACE)
        table.setColumnWidth(1, 8 * SPACE)
        key_within(table, QKeySequence.StandardKey.Copy, self.copy_lines, alone=True)
        return table

    def _filter(self) -> None:
        self.shown.choose(self.level.currentIndex(), self.search.text())


def line_of(event: Event) -> Line | None:
    """An event in plain words; None for what the log leaves out."""
    found = _words(event)
    return Line(event.time, event.nimg, *found) if found is not None else None


def _words(event: Event) -> tuple[str, str] | None:
    match event:
        case SegmentStarted():
            return "info", _beginning(event)
        case DataOpened():
            many = "drawn without end" if event.train is None else f"{event.train:,} to train on, {event.held:,} set aside"
            notes = "".join(f"; {note}" for note in event.notes)
            return ("warning" if event.notes else "info"), f"Data set ready: {_kind_of_data(event)}, {many}{notes}"
        case AutoChose():
            return "info", f"Trains with {event.words()}: {event.why}"
        case CheckpointSaved():
            whys = {"start": "at the start", "interval": "on schedule", "asked": "as asked", "stop": "before stopping", "end": "at the end"}
            return "info", f"Checkpoint {event.id} saved {whys[event.why]} ({size(event.bytes)})"
        case CheckpointDeleted():
            return "info", f"Checkpoint {event.id} deleted: {event.why}"
        case Evaluated():
            what = "G" if event.checkpoint is None else f"Checkpoint {event.checkpoint}"
            against = f" ({event.count:,} samples against {event.reference})" if event.reference else ""
            return "info", f"{what} evaluated: " + ", ".join(f"{metric_words(name)} {value:.4g}" for name, value in event.metrics.items()) + against
        case AlarmRaised():
            return {"high": "error", "critical": "error", "medium": "warning"}.get(event.severity, "info"), f"Alarm: {event.title}. {event.why}".strip()
        case AlarmCleared():
            return "info", f"Alarm over: {event.alarm.replace('_', ' ')}. {event.why}".strip()
        case Applied():
            return "info", _applied(event)
        case Refused():
            return "warning", f"{_spoken(event.command)} refused: {event.reason.removeprefix(str(event.command.get('path', '')) + ': ')}"
        case Ended():
            return "info", {"done": "Training is done", "stopped": "Training stopped; everything is saved", "aborted": "Training aborted"}[event.why]
        case Failed():
            return "error", f"{event.text} {event.remedy}".strip()
        case Logged():
            return event.level, event.text
    return None


def _kind_of_data(event: DataOpened) -> str:
    if event.medium != "image":
        return event.medium
    colours = {1: "grey", 3: "colour", 4: "colour with transparency"}.get(event.shape[0], f"{event.shape[0]} channels")
    return f"pictures of {event.shape[2]}×{event.shape[1]}, {colours}"


def _beginning(event: SegmentStarted) -> str:
    begun = {"start": "Training began", "resume": "Training resumed", "rollback": "Rolled back", "branch": "Training began as a branch"}[event.why]
    source = f" from checkpoint {event.checkpoint}" if event.checkpoint is not None else ""
    return f"{begun}{source} on {event.device}"


def _applied(event: Applied) -> str:
    done = {"pause": "Paused", "resume": "Went on", "stop": "Stop asked", "abort": "Abort asked", "cancel_evaluation": "Measuring given up"}
    kind = str(event.command.get("kind", ""))
    if kind == "mend":
        who = "The autopilot mended" if event.command.get("sender") == "autopilot" else "Mended"
        return f"{who}: {event.text or event.command.get('title', '')}"  # which begins with the title
    if kind == "set_option" and event.text:  # which names the option itself
        text = event.text.replace(" -> ", " → ")
        return text if text.endswith(" already") else f"Set {text}"
    words = done.get(kind, _spoken(event.command))
    return f"{words}: {event.text}" if event.text else words


def _spoken(command: dict[str, Any]) -> str:
    kind = str(command.get("kind", "command"))
    named = {
        "set_option": f"Set {command.get('path', 'an option')}",
        "save_checkpoint": "Snapshot",
        "cancel_evaluation": "Stop measuring",
        "fresh_discriminator": "Fresh discriminator",
        "mend": f"Remedy “{command.get('title', '')}”",
        "rollback": f"Restore of checkpoint {command.get('checkpoint', '')}",
    }
    return named.get(kind, kind.capitalize().replace("_", " "))


def _history(run: Run) -> list[Line]:
    """What the fold still knows of the events before now, in order."""
    data = [run.data] if run.data is not None else []
    failure = [run.failure] if run.failure is not None else []
    chosen = [run.chosen] if run.chosen is not None else []
    alarms = [*run.alarms, *(event for end in run.past_alarms for event in (end.raised, end.cleared))]
    events: Iterable[Event] = [*run.segments, *data, *chosen, *run.checkpoints, *run.evaluations, *alarms, *run.answers, *run.log, *failure]
    return sorted((line for event in events if (line := line_of(event)) is not None), key=lambda line: line.time)
