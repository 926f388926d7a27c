"""What the networks learn from: the choice of a source, what it holds, and a few samples as the networks will see them."""

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from studio.errors import Cancelled, StudioError
from studio.messages import DataOpened, Event, Progressed
from studio.runs.home import cache_folder
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.dropping import OWN, take_pictures
from studio.ui.form_session import SetupForm
from studio.ui.looking import Background, Look, Looking, NotFetchedError, Scanning
from studio.ui.panels import Area, Panel
from studio.ui.picture_browser import PictureBrowser
from studio.ui.session import Session
from studio.ui.sight import SightView
from studio.ui.widgets.drop_area import DropArea, is_pictures
from studio.ui.widgets.facts import Facts
from studio.ui.widgets.larger_size import LargerSize
from studio.ui.widgets.pages import padded, see_through
from studio.ui.widgets.path_edit import PathEdit, dropped_path
from studio.ui.widgets.scan_report import ScanReportView
from studio.ui.widgets.skeleton import Skeleton
from studio.ui.widgets.words import Words
from studio.ui.widgets.work_line import WorkLine
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.gan.datasets import Stored

PAUSE_MS = 500  # after the last edit, before the data is opened
EMPTY_TEXT = mark("Choose a template on the Home page, or begin with your own pictures.")

COLOURS = {1: mark("grey"), 3: mark("colour"), 4: mark("colour with transparency")}  # by channels


class DatasetPanel(Panel):
    """The data of the next run, or of the one that is shown."""

    title: ClassVar[str] = mark("Dataset")
    area: ClassVar[Area] = "left"
    order: ClassVar[int] = 10
    icon: ClassVar[str] = "dataset"
    help: ClassVar[str] = "dataset"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.form = SetupForm(session, ("dataset",), headed=False, parent=self)
        self._source: dict[str, Any] = {}  # whose samples are shown, or on their way
        self._looking: Looking | None = None
        self._scanning: Scanning | None = None
        self._found: Look | None = None  # the data of `_source`, open
        self.browser: PictureBrowser | None = None  # made when first asked for
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._later.timeout.connect(self.look)
        self._looked = False  # samples, or why there are none, are shown
        self._to_fetch = False  # the data waits for a word to download it
        self._make_parts()
        self._lay_out()
        self.setAcceptDrops(True)
        self.form.refreshed.connect(self._follow)
        session.training_changed.connect(self._follow)
        self._follow()

    def show_run(self, view: RunView | None) -> None:
        """Its data, or the draft's."""
        self._source = {}
        self._forget()
        self.form.forget()
        self.form.refresh()

    def advance(self, events: list[Event]) -> None:
        """The data is being opened, or is open."""
        self.form.advance(events)
        if any(isinstance(event, DataOpened | Progressed) for event in events):
            self._follow()

    def take(self, path: Path) -> None:
        """Sets up a run on the pictures of a folder or zip."""
        take_pictures(self.session, path)

    # --- building ---------------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.first_drop, self.drop, self.other_drop = DropArea(), DropArea(), DropArea()
        self.other_drop.words.setText(say("Or train on your own pictures: drop a folder or zip here"))
        for area in (self.first_drop, self.drop, self.other_drop):
            area.chosen.connect(self.take)
            area.setObjectName("own_pictures")  # the tour points at the one that shows
        self.fault = Words("", "danger")
        self.again = QPushButton()
        self.again.clicked.connect(lambda: self.look(fetch=self._to_fetch))
        self.work, self.scan_work = WorkLine(), WorkLine()
        self.work.cancelled.connect(self._cancel_look)
        self.scan_work.cancelled.connect(self._cancel_scan)
        self.facts = Facts()
        self.first_note, self.notes = (Words("", "muted", scale=theme.SMALL) for _ in range(2))  # what matters most stands above the pictures
        self.larger = LargerSize()
        self.larger.chosen.connect(self._enlarge)
        self.sight = SightView(self.session.torch, self._p_now)
        self.pictures, self.scatter = self.sight.pictures, self.sight.scatter
        self.browse = QPushButton(theme.icon("grid"), say("Browse pictures…"))
        self.browse.setToolTip(say("Every picture of the set, by class and by name, each as its file and as the networks see it"))
        self.browse.clicked.connect(self.open_browser)
        self.check = QPushButton(theme.icon("search"), say("Check every file"))
        self.check.setToolTip(say("Looks at every file, decodes what is new or changed, and lists what cannot be used; your files stay as they are"))
        self.check.clicked.connect(self.scan)
        self.report = ScanReportView()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        parts = (self.form, self.drop, self.fault, self.again, self.work, self.facts, self.first_note, self.larger, self.sight, self.notes)
        for part in (*parts, self.browse, self.check, self.scan_work, self.report, self.other_drop):
            column.addWidget(part)
        column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(body)
        see_through(self.scroller)
        empty = QWidget()
        rows = QVBoxLayout(empty)
        rows.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        rows.setSpacing(theme.SPACE)
        rows.addStretch(2)
        for words in (Words(say("No data yet"), bold=True), Words(say(EMPTY_TEXT), "muted")):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(words)
        rows.addWidget(self.first_drop)
        rows.addStretch(3)
        self.stack = QStackedWidget()
        for page in (padded(Skeleton(say("Loading the engine…"))), empty, self.scroller):
            self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    # --- following the session --------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        view, draft = self.session.view, self.session.draft
        self.stack.setCurrentIndex(1 if view is None and draft is None else 2 if self.form.is_built() else 0)
        if self.stack.currentIndex() != 2:
            return
        source = self.form.shown()["dataset"]
        own = source.get("kind") in OWN
        choosing = self.form.drafting() and own and not source.get("path")
        self.drop.setVisible(choosing)
        if (row := self.form.row("dataset.path")) is not None and isinstance(row.editor, PathEdit):
            row.editor.browse.setVisible(not choosing)  # the drop area's buttons do the same
        self.other_drop.setVisible(self.form.drafting() and not own)
        self.check.setVisible(own and bool(source.get("path")) and self._scanning is None)
        if source != self._source:
            self._source = source
            self._forget()
        settings = self.form.shown()
        self.sight.set_augment(settings["augment"], settings["training"].get("kimg"))
        self._allow_browsing()
        self._say_opened()
        if not self._looked and self._looking is None:
            if self._may_look():
                self._later.start()
            else:
                self._say_why_not()

    def _may_look(self) -> bool:
        """Whether the data may be opened unasked: it is sound, and it takes nothing from a run that trains."""
        if self.session.view is not None:
            return self.session.view.run.data is not None
        faulty = any(path.partition(".")[0] == "dataset" for path, _ in self.form.problems())
        return not faulty and self.session.torch.training is None

    def _say_why_not(self) -> None:
        """A draft's data is not opened beside training unless a person asks for it."""
        busy = self.session.torch.training
        sound = not any(path.partition(".")[0] == "dataset" for path, _ in self.form.problems())
        if self.session.view is None and busy is not None and sound:
            text = say("{run} is training: these data are opened when you ask for it, or when this run begins.", run=busy.name)
            self._say_fault(text, "muted")
            self.again.setText(say("Show samples"))

    def _say_opened(self) -> None:
        """What the journal says of the shown run's data."""
        run = self.session.view.run if self.session.view is not None else None
        if run is None:
            return
        if run.data is not None and self._found is None:  # a look knows more than the journal
            data = run.data
            self.facts.show_facts(data_facts(data.medium, data.shape, data.classes, data.train, data.held))
            self._say_notes(data.notes)
        if run.progress is not None and run.data is None:
            self.work.show_progress(run.progress.done, run.progress.total, run.progress.what)
            self.work.button.hide()
        elif self._looking is None:
            self.work.hide()

    # --- samples ----------------------------------------------------------------------------------------------------------

    def look(self, *, fetch: bool = False) -> None:
        """Opens the data now and shows samples of it; with `fetch` it is downloaded where it is not there yet."""
        self._later.stop()
        if self._looking is not None:
            self._looking.cancel()
        self._say_fault("")
        self._progressed((0, 0, say("Opening the data")))
        self._looking = Looking(self.session.torch, self._source, cache_folder(self.session.home), fetch=fetch, parent=self)
        self._looking.progressed.connect(self._progressed)
        self._looking.done.connect(self._show_look)
        self._looking.failed.connect(self._show_failure)

    def _progressed(self, progress: tuple[int, int, str]) -> None:
        self.work.button.show()
        self.work.show_progress(*progress)

    def _show_look(self, found: Look) -> None:
        self._end_look()
        self._found, data = found, found.dataset
        self.facts.show_facts(data_facts(data.medium, data.shape, data.classes, found.train, found.held, known=data.known))
        self._say_notes(data.notes)
        if self.form.drafting():
            self._offer_larger()
            self.session.draft_train = found.train
            self.session.know_shape(data.shape)
        self.sight.show_dataset(data)
        self._allow_browsing()
        if self.browser is not None and self.browser.isVisible():
            self.open_browser()

    def _say_notes(self, notes: Sequence[str]) -> None:
        self.first_note.say("".join(notes[:1]))
        self.notes.say("\n".join(notes[1:]))

    def _offer_larger(self) -> None:
        """A larger size to train at, where the pictures' files have one."""
        stored = self._stored()
        if stored is not None and stored.usual is not None and self._own_path() is not None:
            self.larger.offer((stored.shape[2], stored.shape[1]), stored.usual)

    def _enlarge(self, width: int, height: int) -> None:
        draft = copy.deepcopy(self.form.shown())
        self.session.set_draft({**draft, "dataset": {**draft["dataset"], "width": width, "height": height}})

    def _p_now(self) -> float | None:
        """The probability of augmentation that the shown run has come to; None for a draft."""
        view = self.session.view
        return view.columns.value("augment/p") if view is not None else None

    def _show_failure(self, error: StudioError) -> None:
        self._end_look()
        self._to_fetch = isinstance(error, NotFetchedError)
        self._say_fault("" if isinstance(error, Cancelled) else str(error), "muted" if self._to_fetch else "danger")

    def _cancel_look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._end_look()
            self._to_fetch = False
            self._say_fault(say("The data was not looked at."), "muted")

    def _end_look(self) -> None:
        self._looking, self._looked = None, True
        self.work.hide()

    def _say_fault(self, words: str, role: str = "danger") -> None:
        self.fault.say(words[:1].upper() + words[1:], role)
        self.again.setText(say("Download and show" if self._to_fetch else "Look again"))
        self.again.setVisible(bool(words))

    def _forget(self) -> None:
        """Nothing is known of the data any more."""
        self._later.stop()
        for work in (self._looking, self._scanning):
            if isinstance(work, Background):
                work.cancel()
        self._looking = self._scanning = None
        self._looked = self._to_fetch = False
        if self.form.drafting():
            self.session.draft_train = None
            self.session.know_shape(None)
        self._say_fault("")
        self.facts.show_facts(())
        self._found = None
        self.sight.forget()
        for part in (self.work, self.scan_work, self.first_note, self.larger, self.notes, self.browse, self.report):
            part.hide()

    # --- every picture ----------------------------------------------------------------------------------------------------

    def open_browser(self) -> None:
        """Shows all pictures of the set in a window of their own, which stays open beside this one."""
        if self.browser is None:
            self.browser = PictureBrowser(self.session.settings, self.window())
        self.browser.show_set(self._own_path(), cache_folder(self.session.home), self._stored())
        self.browser.show()
        self.browser.raise_()
        self.browser.activateWindow()

    def _allow_browsing(self) -> None:
        self.browse.setVisible(self._stored() is not None or self._own_path() is not None)

    def _own_path(self) -> Path | None:
        path = str(self._source.get("path") or "")
        return Path(path).expanduser() if path and self._source.get("kind") in OWN else None

    def _stored(self) -> "Stored | None":
        """The pictures as they are decoded, where the data is open and has an end."""
        from studio.gan.datasets import Stored

        data = self._found.dataset if self._found is not None else None
        return data if isinstance(data, Stored) and data.medium == "image" else None

    # --- the check of every file ------------------------------------------------------------------------------------------

    def scan(self) -> None:
        """Decodes every picture and reports."""
        self.check.hide()
        self.report.hide()
        self._scanning = Scanning(Path(str(self._source["path"])).expanduser(), cache_folder(self.session.home), self)
        self._scanning.progressed.connect(lambda progress: self.scan_work.show_progress(*progress))
        self._scanning.done.connect(self._show_report)
        self._scanning.failed.connect(self._scan_failed)

    def _show_report(self, report: Any) -> None:
        self._end_scan()
        self.report.show_report(report)
        self.report.show()
        QTimer.singleShot(0, self, self._show_end)  # once the layout has given it its place

    def _show_end(self) -> None:
        """Brings the report into view, from its head on where it is longer than the panel."""
        bar, view = self.scroller.verticalScrollBar(), self.scroller.viewport().height()
        top, bottom = self.check.y() - theme.SPACE, self.report.geometry().bottom() + theme.SPACE
        bar.setValue(min(top, max(bar.value(), bottom - view)))

    def _scan_failed(self, error: StudioError) -> None:
        self._end_scan()
        self._say_fault(str(error))

    def _cancel_scan(self) -> None:
        if self._scanning is not None:
            self._scanning.cancel()
            self._end_scan()

    def _end_scan(self) -> None:
        self._scanning = None
        self.scan_work.hide()
        self.check.show()

    # --- dropping anywhere on the panel -----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_pictures(dropped_path(event)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event)
        if path is not None and is_pictures(path):
            event.acceptProposedAction()
            self.take(path)


def data_facts(
    medium: str, shape: tuple[int, ...], classes: tuple[str, ...], train: int | None, held: int, *, known: tuple[str, ...] | None = None
) -> list[tuple[str, str]]:
    """A data set in words. known: classes that the data has whether or not the run uses them."""
    count = say("drawn anew, without end") if train is None else say("{train:,} to train on, {held:,} set aside", train=train, held=held)
    facts: list[tuple[str, str]] = [(say("Points" if medium == "points" else "Pictures"), count)]
    if medium == "image":
        colours = say(COLOURS[shape[0]]) if shape[0] in COLOURS else say("{n} channels", n=shape[0])
        facts.append((say("Size"), f"{shape[2]}×{shape[1]}, {colours}"))
    if named := classes or known or ():
        names = "" if medium == "points" else f" ({', '.join(named[:10])}{' …' if len(named) > 10 else ''})"
        told = f"{len(named)}{names}"
        facts.append((say("Classes"), told if classes else say("{classes}; the networks are not told them", classes=told)))
    return facts
