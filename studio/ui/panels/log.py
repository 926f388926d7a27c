"""The log: what happened to the run in plain words, with the moment and the kimg. Shows events; changes nothing."""

from collections.abc import Iterable
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
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
from studio.told import title_of
from studio.ui import theme
from studio.ui.health import alarm_name, alarm_title
from studio.ui.metric_words import metric_words, reference_words
from studio.ui.panels import Area, Panel
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.quantities import kimg, size
from studio.ui.window_keys import key_within
from studio.words import Said, figure, in_english, mark, say

KEPT = 5000
LEVELS = ("info", "warning", "error")
COLOURS = {"info": "text", "warning": "warning", "error": "danger"}
_BEGUN = {
    "start": mark("Training began on {device}"),
    "resume": mark("Training resumed on {device}"),
    "rollback": mark("Rolled back on {device}"),
    "branch": mark("Training began as a branch on {device}"),
}
_BEGUN_FROM = {
    "start": mark("Training began from checkpoint {id} on {device}"),
    "resume": mark("Training resumed from checkpoint {id} on {device}"),
    "rollback": mark("Rolled back from checkpoint {id} on {device}"),
    "branch": mark("Training began as a branch from checkpoint {id} on {device}"),
}
_SAVED = {
    "start": mark("Checkpoint {id} saved at the start ({size})"),
    "interval": mark("Checkpoint {id} saved on schedule ({size})"),
    "asked": mark("Checkpoint {id} saved as asked ({size})"),
    "stop": mark("Checkpoint {id} saved before stopping ({size})"),
    "end": mark("Checkpoint {id} saved at the end ({size})"),
}
_ENDED = {"done": mark("Training is done"), "stopped": mark("Training stopped; everything is saved"), "aborted": mark("Training aborted")}
_DONE = {
    "pause": mark("Paused"),
    "resume": mark("Went on"),
    "stop": mark("Stop asked"),
    "abort": mark("Abort asked"),
    "cancel_evaluation": mark("Measuring given up"),
}
_COMMANDS = {
    "pause": mark("Pause"),
    "resume": mark("Resume"),
    "stop": mark("Stop"),
    "abort": mark("Abort"),
    "save_checkpoint": mark("Save checkpoint"),
    "cancel_evaluation": mark("Stop measuring"),
    "fresh_discriminator": mark("Fresh discriminator"),
}
_GIVEN_UP = {  # why a checkpoint went: as the journal has it, and in words
    "retention": mark("older ones are thinned out, as the settings say"),
    "moved to the bin": mark("moved to the bin"),
}
_MEDIA = {"points": mark("points")}
_COLOURS = {1: mark("grey"), 3: mark("colour"), 4: mark("colour with transparency")}
Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """One line of the log."""

    time: float
    nimg: int
    level: str
    text: str


class LogModel(QAbstractTableModel):
    """Lines in order of time: moment, kimg, text."""

    HEADS = (mark("Time"), "kimg", mark("What happened"))

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
            return say(self.HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        match role, index.column():
            case Qt.ItemDataRole.DisplayRole, 0:
                return _moment(QDateTime.fromSecsSinceEpoch(int(line.time)))
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

    title: ClassVar[str] = mark("Log")
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
        self.level.addItems([say("Everything"), say("Warnings and errors"), say("Errors")])
        self.level.setAccessibleName(say("Which lines"))
        self.level.setToolTip(say("Show lines of this gravity and above"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Filter"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(say("Filter the log"))
        self.search.setToolTip(say("Show only lines that hold these words"))
        self.copy = QToolButton()
        self.copy.setIcon(theme.icon("copy"))
        self.copy.setToolTip(say("Copy the selected lines, or all that are shown"))
        self.copy.setAccessibleName(say("Copy lines"))
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
        empty = EmptyState("log", say("Nothing has happened yet"), say("Starts, saves, changed settings and faults are written here while a run trains."))
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
        table.setAccessibleName(say("Log"))
        table.setAccessibleDescription(say("What happened in the run, the newest last"))
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
        table.setColumnWidth(0, max(table.fontMetrics().horizontalAdvance(_moment(QDateTime(2026, month, 28, 20, 0, 0))) for month in range(1, 13)) + 2 * SPACE)
        table.setColumnWidth(1, 8 * SPACE)
        key_within(table, QKeySequence.StandardKey.Copy, self.copy_lines, alone=True)
        return table

    def _filter(self) -> None:
        self.shown.choose(self.level.currentIndex(), self.search.text())


def _moment(moment: QDateTime) -> str:
    return QLocale().toString(moment, say("dd MMM HH:mm:ss"))


def line_of(event: Event) -> Line | None:
    """An event in plain words; None for what the log leaves out."""
    found = _words(event)
    return Line(event.time, event.nimg, *found) if found is not None else None


def _words(event: Event) -> tuple[str, str] | None:
    match event:
        case SegmentStarted():
            return "info", _beginning(event)
        case DataOpened():
            return ("warning" if event.notes else "info"), _opened(event)
        case AutoChose():
            return "info", say("Trains with {settings}: {why}", settings=event.words(), why=event.why)
        case CheckpointSaved():
            return "info", say(_SAVED[event.why], id=event.id, size=size(event.bytes))
        case CheckpointDeleted():
            return "info", say("Checkpoint {id} deleted: {why}", id=event.id, why=say(_GIVEN_UP.get(event.why, event.why)))
        case Evaluated():
            return "info", _evaluated(event)
        case AlarmRaised():
            level = {"high": "error", "critical": "error", "medium": "warning"}.get(event.severity, "info")
            return level, f"{say('Alarm: {title}.', title=alarm_title(event))} {event.why}".strip()
        case AlarmCleared():
            return "info", f"{say('Alarm over: {alarm}.', alarm=alarm_name(event.alarm))} {event.why}".strip()
        case Applied():
            return "info", _applied(event)
        case Refused():
            reason = event.reason.removeprefix(f"{event.command.get('path', '')}: ")
            return "warning", say("{command} refused: {reason}", command=_spoken(event.command), reason=reason)
        case Ended():
            return "info", say(_ENDED[event.why])
        case Failed():
            return "error", f"{event.text} {event.remedy}".strip()
        case Logged():
            return event.level, event.text
    return None


def _beginning(event: SegmentStarted) -> str:
    if event.checkpoint is None:
        return say(_BEGUN[event.why], device=event.device)
    return say(_BEGUN_FROM[event.why], id=event.checkpoint, device=event.device)


def _opened(event: DataOpened) -> str:
    many = say("drawn without end") if event.train is None else say("{train:,} to train on, {held:,} set aside", train=event.train, held=event.held)
    ready = say("Data set ready: {data}, {many}", data=_kind_of_data(event), many=many)
    return "; ".join([ready, *(say(note) for note in event.notes)])


def _kind_of_data(event: DataOpened) -> str:
    if event.medium != "image":
        return say(_MEDIA.get(event.medium, event.medium))
    channels = event.shape[0]
    colours = say(_COLOURS[channels]) if channels in _COLOURS else say("{n} channels", n=channels)
    return say("pictures of {width}×{height}, {colours}", width=event.shape[2], height=event.shape[1], colours=colours)


def _evaluated(event: Evaluated) -> str:
    figures = ", ".join(f"{metric_words(name)} {figure(value, '.4g')}" for name, value in event.metrics.items())
    if event.checkpoint is None:
        line = say("G evaluated: {figures}", figures=figures)
    else:
        line = say("Checkpoint {id} evaluated: {figures}", id=event.checkpoint, figures=figures)
    if not event.reference:
        return line
    against = say("{count:,} samples against {reference}", count=event.count, reference=reference_words(event.reference))
    return f"{line} ({against})"


def _applied(event: Applied) -> str:
    kind = str(event.command.get("kind", ""))
    if kind == "mend":
        what = event.text or title_of(event.command)  # the text begins with the title
        return say("The autopilot mended: {what}", what=what) if event.command.get("sender") == "autopilot" else say("Mended: {what}", what=what)
    if kind == "set_option" and event.text:  # which names the option itself
        text = event.text.replace(" -> ", " → ")
        english = in_english(event.text) if isinstance(event.text, Said) else event.text
        return text if english.endswith(" already") else say("Set {setting}", setting=text)
    words = say(_DONE[kind]) if kind in _DONE else _spoken(event.command)
    return f"{words}: {event.text}" if event.text else words


def _spoken(command: dict[str, Any]) -> str:
    """A command's name."""
    match command:
        case {"kind": "set_option", "path": path}:
            return say("Set {setting}", setting=path, sense="command")
        case {"kind": "set_option"}:
            return say("Set an option")
        case {"kind": "mend"}:
            return say("Remedy “{title}”", title=title_of(command))
        case {"kind": "rollback"}:
            return say("Restore of checkpoint {id}", id=command.get("checkpoint", ""))
    kind = str(command.get("kind", "command"))
    return say(_COMMANDS[kind]) if kind in _COMMANDS else kind.capitalize().replace("_", " ")


def _history(run: Run) -> list[Line]:
    """What the fold still knows of the events before now, in order."""
    data = [run.data] if run.data is not None else []
    failure = [run.failure] if run.failure is not None else []
    chosen = [run.chosen] if run.chosen is not None else []
    alarms = [*run.alarms, *(event for end in run.past_alarms for event in (end.raised, end.cleared))]
    events: Iterable[Event] = [*run.segments, *data, *chosen, *run.checkpoints, *run.evaluations, *alarms, *run.answers, *run.log, *failure]
    return sorted((line for event in events if (line := line_of(event)) is not None), key=lambda line: line.time)
