"""Two checkpoints of the shown run on the same latents: choose them, look at them over each other or side by side. Drawing is the torch thread's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QPushButton, QSlider, QSpinBox, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from studio.errors import Cancelled, StudioError
from studio.messages import CheckpointDeleted, CheckpointSaved, Evaluated, Event
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.compare_work import Pair, PairDrawer
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.thread import Job
from studio.ui.widgets import quantities
from studio.ui.widgets.checkpoint_list import called, figure_words
from studio.ui.widgets.elided import Elided
from studio.ui.widgets.pair_view import PairView
from studio.ui.widgets.sheet import sheet
from studio.ui.widgets.words import Words
from studio.ui.widgets.work_line import WorkLine
from studio.words import mark, say, say_n

if TYPE_CHECKING:
    from studio.ui.widgets.pair_points import PairPoints

SOON_MS = 60  # after an edit, so that typing draws once
COUNTS = (16, 36, 64, 144)
POINTS = 2000  # latents of a 2-D run, whose samples are dots
LAST_SEED = 1_000_000_000
SIDES = (
    (mark("First checkpoint"), mark("The first of the two checkpoints")),
    (mark("Second checkpoint"), mark("The second of the two checkpoints")),
)
_COUNT, _BESIDE = "compare/count", "compare/beside"


class CompareDialog(QDialog):
    """Not modal: training goes on beside it. Only the answer to the last request is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(say("Compare checkpoints"))
        self.resize(900, 680)
        self._view: RunView | None = None
        self._there: list[Checkpoint] = []
        self._drawer = PairDrawer()
        self._job: Job | None = None
        self.points: PairPoints | None = None
        self._fresh = False  # nothing was drawn yet since it was opened
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._draw)
        self._build()
        session.run_opened.connect(self._leave)
        session.advanced.connect(self._advance)
        session.theme.changed.connect(self._retint)

    # --- building -----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE)
        outer.addLayout(self._build_sides())
        outer.addLayout(self._build_how())
        self.pictures = PairView()
        self.told = Words("", "muted")
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(200)
        self._pages.addWidget(self.told)
        self._pages.addWidget(self.pictures)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 1000)
        self.slider.setValue(500)
        self.slider.setAccessibleName(say("Line between the two checkpoints"))
        self.slider.setToolTip(say("How much of the picture is the first checkpoint's; the line in the picture can be dragged, too"))
        self.slider.valueChanged.connect(lambda value: self.pictures.set_wipe(value / 1000))
        self.pictures.wiped.connect(lambda share: self.slider.setValue(round(1000 * share)))
        self.work = WorkLine()
        self.work.cancelled.connect(self.cancel)
        outer.addWidget(self._pages, 1)
        outer.addWidget(self.slider)
        outer.addWidget(self.work)

    def _build_sides(self) -> QGridLayout:
        self.choices, self.facts = [QComboBox() for _ in SIDES], [Elided("", "muted", scale=theme.SMALL) for _ in SIDES]
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        for n, (name, about) in enumerate(SIDES):
            choice, facts, column = self.choices[n], self.facts[n], 2 * n
            choice.setAccessibleName(say(name))
            choice.setToolTip(say(about))
            choice.currentIndexChanged.connect(self._edited)
            facts.setWordWrap(False)
            grid.addWidget(choice, 0, column)
            grid.addWidget(facts, 1, column)
            grid.setColumnStretch(column, 1)
        self.swap = QToolButton()
        self.swap.setText("⇄")
        self.swap.setToolTip(say("Swap the two"))
        self.swap.setAccessibleName(say("Swap the two"))
        self.swap.clicked.connect(self._swap)
        grid.addWidget(self.swap, 0, 1)
        return grid

    def _build_how(self) -> QHBoxLayout:
        self.over, self.beside = QToolButton(), QToolButton()
        said = (
            (self.over, say("Wipe"), say("Over each other, with a line to drag between them")),
            (self.beside, say("Side by side"), say("Beside each other, at the same zoom")),
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        for button, text, words in said:
            button.setText(text)
            button.setToolTip(words)
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            row.addWidget(button)
        self.seed, self.count = QSpinBox(), QComboBox()
        self.seed.setRange(0, LAST_SEED)
        self.seed.setPrefix(say("seeds from "))
        self.seed.setAccessibleName(say("First seed"))
        self.seed.setToolTip(say("Each seed is one latent, the same for both checkpoints"))
        self.seed.valueChanged.connect(self._edited)
        for count in COUNTS:
            self.count.addItem(say_n(count, "{n:,} sample", "{n:,} samples"), count)
        self.count.setCurrentIndex(max(0, self.count.findData(int(str(self.session.settings.value(_COUNT, 36))))))
        self.count.setAccessibleName(say("Number of samples"))
        self.count.setToolTip(say("How many latents are drawn with either"))
        self.count.currentIndexChanged.connect(self._edited)
        row.addStretch(1)
        row.addWidget(self.seed)
        row.addWidget(self.count)
        zooms = (
            ("zoom-out", say("Smaller"), lambda: self._zoom(-1)),
            ("fit", say("Fit"), self._fit),
            ("zoom-in", say("Larger"), lambda: self._zoom(1)),
        )
        for icon, text, do in zooms:
            button = QToolButton()
            button.setIcon(theme.icon(icon))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(do)
            row.addWidget(button)
        shut = QPushButton(say("Close"))
        shut.setToolTip(say("Close the comparison"))
        shut.setAutoDefault(False)
        shut.clicked.connect(self.close)
        row.addWidget(shut)
        (self.beside if str(self.session.settings.value(_BESIDE, "false")) == "true" else self.over).setChecked(True)
        self.beside.toggled.connect(self._arrange)
        return row

    # --- what is compared ---------------------------------------------------------------------------------------------------

    def open_for(self, wanted: Sequence[int]) -> None:
        """Shows itself for two checkpoints of the shown run; with one, its elder neighbour stands beside it, with none the two newest."""
        self._view = self.session.view
        if self._view is not None:
            self.setWindowTitle(say("Compare checkpoints of {name}", name=self._view.folder.name))
            self._list(wanted)
        self._arrange()
        self.show()
        self.raise_()
        self.activateWindow()
        self._fresh = True

    def pair(self) -> tuple[Checkpoint, Checkpoint] | None:
        """The two chosen ones."""
        rows = [choice.currentIndex() for choice in self.choices]
        return (self._there[rows[0]], self._there[rows[1]]) if all(0 <= row < len(self._there) for row in rows) else None

    def _list(self, wanted: Sequence[int]) -> None:
        """The elder of two is the first, as time runs from left to right."""
        assert self._view is not None
        self._there = list(CheckpointStore(self._view.folder).list())
        ids = [c.id for c in self._there]
        sides = sorted(ids.index(number) for number in wanted if number in ids)[:2] or [len(ids) - 1]
        if len(sides) == 1:
            sides = [sides[0] - 1, sides[0]] if sides[0] > 0 else [sides[0], min(1, len(ids) - 1)]
        self._offer(sides)
        self._edited()

    def _offer(self, sides: Sequence[int]) -> None:
        names = [_words(c) for c in self._there]
        for choice, row in zip(self.choices, sides, strict=True):
            choice.blockSignals(True)
            if [choice.itemText(n) for n in range(choice.count())] != names:  # a list that someone has open stays open else
                choice.clear()
                choice.addItems(names)
            choice.setCurrentIndex(row)
            choice.blockSignals(False)

    def _advance(self, events: list[Event]) -> None:
        if any(isinstance(e, CheckpointSaved | CheckpointDeleted | Evaluated) for e in events):
            self.refresh()

    def refresh(self) -> None:
        """The checkpoints and their figures as the folder has them now; the same two stay, each on its side, unless one is gone."""
        if not self.isVisible() or self._view is None:
            return
        before, there = self.pair(), list(CheckpointStore(self._view.folder).list())
        rows = {checkpoint.id: row for row, checkpoint in enumerate(there)}
        if before is None or not all(checkpoint.id in rows for checkpoint in before):
            self._list([c.id for c in before] if before is not None else [])
            return
        self._there = there
        self._offer([rows[checkpoint.id] for checkpoint in before])
        self._show_facts()

    def _swap(self) -> None:
        first, second = (choice.currentIndex() for choice in self.choices)
        self.choices[0].setCurrentIndex(second)
        self.choices[1].setCurrentIndex(first)

    def _edited(self) -> None:
        self.session.settings.setValue(_COUNT, self.count.currentData())
        self._show_facts()
        self._soon.start()

    def _show_facts(self) -> None:
        pair = self.pair()
        if pair is not None and self._view is not None:
            for checkpoint, facts in zip(pair, self.facts, strict=True):
                metrics = {**self._view.run.metrics(checkpoint.id), **checkpoint.metrics}
                facts.setText("  ·  ".join(figure_words(name, value) for name, value in metrics.items()) or say("Not measured yet"))

    # --- drawing ------------------------------------------------------------------------------------------------------------

    def _is_points(self) -> bool:
        return bool(self._there) and len(self._there[0].about.get("shape") or ()) == 1

    def _draw(self) -> None:
        self._stop()
        pair = self.pair()
        if pair is None:
            self._say(say("There is no checkpoint to compare yet."))
            return
        count = POINTS if self._is_points() else int(self.count.currentData())
        seeds = range(self.seed.value(), self.seed.value() + count)
        if self._pages.currentWidget() is self.told:
            self._say(say("Drawing…"))
        self._job = job = self.session.torch.job(
            lambda: self._drawer.draw(pair[0], pair[1], seeds),
            progress=lambda at: self._progress(job, *at),
            done=lambda made: self._drawn(job, made),
            failed=lambda error: self._failed(job, error),
        )

    def cancel(self) -> None:
        """Draw no further."""
        self._stop()
        self.work.hide()
        self._say(say("Cancelled. Choose a checkpoint or a seed to draw again."))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self.work.show_progress(done, total, say("drawing"))

    def _failed(self, job: Job, error: StudioError) -> None:
        if job is self._job and not isinstance(error, Cancelled):
            self._job = None
            self.work.hide()
            self._say(str(error), "danger")

    def _drawn(self, job: Job, pair: Pair) -> None:
        if job is not self._job:
            return
        self._job = None
        self.work.hide()
        both = self.pair()
        tags = [_words(c) for c in both] if both is not None else ["", ""]
        if pair.first.ndim == 4:
            columns = round(len(pair.seeds) ** 0.5)
            first, cells = sheet(pair.first, columns)
            self.pictures.names = pair.seeds
            self.pictures.set_pair(first, sheet(pair.second, columns)[0], cells)
            self.pictures.set_tags(*tags)
            self._pages.setCurrentWidget(self.pictures)
        else:
            points = self._points_view()
            points.set_pair(pair.first, pair.second)
            points.set_tags(*tags)
            self._pages.setCurrentWidget(points)
        self._arrange()
        if self._fresh:  # the keys move the line, not the choice of a checkpoint
            self._fresh = False
            self.pictures.setFocus()

    def _points_view(self) -> "PairPoints":
        if self.points is None:
            from studio.ui.widgets.pair_points import PairPoints

            self.points = PairPoints()
            self._pages.addWidget(self.points)
        return self.points

    # --- looks --------------------------------------------------------------------------------------------------------------

    def _say(self, text: str, role: str = "muted") -> None:
        self.told.say(text, role)
        self._pages.setCurrentWidget(self.told)
        self._arrange()

    def _arrange(self) -> None:
        """The controls that what is shown has a use for."""
        self.session.settings.setValue(_BESIDE, "true" if self.beside.isChecked() else "false")
        self.pictures.set_beside(self.beside.isChecked())
        points = self._is_points()
        for control in (self.over, self.beside, self.count):
            control.setVisible(not points)
        self.slider.setVisible(not points and not self.beside.isChecked())
        self.slider.setEnabled(self._pages.currentWidget() is self.pictures)

    def _zoom(self, steps: int) -> None:
        if self.points is not None and self._is_points():
            self.points.zoom(steps)
        else:
            self.pictures.zoom(steps)

    def _fit(self) -> None:
        if self.points is not None and self._is_points():
            self.points.fit()
        else:
            self.pictures.fit()

    def _retint(self) -> None:
        self.pictures.update()
        if self.points is not None:
            self.points.retint()

    def _leave(self, _: object) -> None:
        self.close()

    def done(self, result: int) -> None:
        """Closed: nothing is drawn for nobody, and the generators' memory is given back."""
        self._stop()
        self._soon.stop()
        self.work.hide()
        self.session.torch.submit(self._drawer.forget)
        super().done(result)


def _words(checkpoint: Checkpoint) -> str:
    return f"{quantities.kimg(checkpoint.nimg)} kimg  ·  {called(checkpoint)}"
