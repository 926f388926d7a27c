"""The window: toolbar, pages, status, what the actions do, dropping, closing. The panels do the rest."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from studio.presets import preset
from studio.ui import asking, settings, tab_order, tour
from studio.ui.actions import Actions, Standing
from studio.ui.background import Background
from studio.ui.dropping import take_dropped
from studio.ui.keep_awake import KeepAwake
from studio.ui.leaving import Leaving
from studio.ui.live_run import LiveRun
from studio.ui.notices import NoticeStack
from studio.ui.opening import open_place
from studio.ui.reading import Reading
from studio.ui.run_bin import RunBin
from studio.ui.run_news import RunNews
from studio.ui.run_queue import RunQueue
from studio.ui.session import Session
from studio.ui.theme import Scheme
from studio.ui.toolbar import Toolbar
from studio.ui.welcome import FIRST, LAST, WelcomePage
from studio.ui.widgets.command_palette import CommandPalette
from studio.ui.widgets.drop_area import is_pictures
from studio.ui.widgets.path_edit import dropped_path
from studio.ui.widgets.reading_page import ReadingPage
from studio.ui.widgets.status import StatusLine
from studio.ui.window_keys import pressed_by_return
from studio.words import say

if TYPE_CHECKING:
    from studio.ui.export_dialog import ExportDialog
    from studio.ui.runs_page import RunsPage
    from studio.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """One window, one session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setWindowTitle("GAN Studio")
        self.setMinimumSize(840, 540)  # what the panels need side by side
        self.setAcceptDrops(True)
        self.actions_table = Actions(self)
        self.live = LiveRun(session, self)
        self.notices = NoticeStack(self)
        self.news = RunNews(session, self.notices, self)
        self.palette_box = CommandPalette([a for name, a in self.actions_table.made.items() if name != "palette"], self)
        self.welcome = WelcomePage(session)
        self.welcome.open_requested.connect(self.choose_run)
        self.welcome.tour_requested.connect(lambda: tour.begin(self))
        self.welcome.runs_requested.connect(self.show_runs)
        self.queue, self.bin = RunQueue(session, self), RunBin(session, self)
        self.runs_page: RunsPage | None = None  # made when first asked for
        self.reading_page = ReadingPage(session)
        self.workspace: Workspace | None = None
        self._workspace_place = QWidget()
        self._workspace_layout = QVBoxLayout(self._workspace_place)
        self._workspace_layout.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget()
        for page in (self.welcome, self.reading_page, self._workspace_place):
            self.pages.addWidget(page)
        self._page_before: QWidget = self.welcome  # where a run was asked for that is being read
        self.pages.currentChanged.connect(self._page_shown)
        self.setCentralWidget(self.pages)
        self.status = StatusLine(session)
        self.welcome.watch.live.connect(self.status.tell_of)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.background = Background(session, self)
        self.leaving = Leaving(session, self.background, self)
        self.leaving.going.connect(self.queue.pause)
        self.keep_awake = KeepAwake(session, self)
        self._exporting: ExportDialog | None = None  # made when first asked for; an export goes on while it is closed
        self.toolbar = Toolbar(session, self.actions_table)
        self.addToolBar(self.toolbar)
        self._panel_menu = self.actions_table.fill(self.menuBar())
        self._listen()
        settings.restore_geometry(session.settings, self)
        self.refresh()

    def _listen(self) -> None:
        session = self.session
        session.run_opened.connect(self._show_run)
        session.reading_changed.connect(self._show_reading)
        session.setup_requested.connect(self.show_setup)
        session.notice.connect(self.notices.show_notice)
        session.notice_over.connect(self.notices.withdraw)
        session.export_requested.connect(self._open_export)
        session.help_requested.connect(self.show_help)
        self.queue.show_requested.connect(self.show_runs)
        for signal in (
            session.advanced,
            session.training_changed,
            session.asked_changed,
            session.draft_changed,
            session.torch.torch_ready,
            session.theme.changed,
        ):
            signal.connect(self.refresh)
        self._clock = QTimer(self)  # what nobody tells us: a run in another process that begins or dies
        self._clock.timeout.connect(self.refresh)
        self._clock.start(1000)

    # --- building ---------------------------------------------------------------------------------------------------------

    def build_workspace(self) -> None:
        """After the first paint: the panels and the list of runs."""
        from studio.ui.alarm_call import AlarmCall
        from studio.ui.end_call import EndCall
        from studio.ui.panels import panel_kinds
        from studio.ui.workspace import Workspace

        self.welcome.refresh()
        self.workspace = Workspace(self.session)
        self._workspace_layout.addWidget(self.workspace)
        self.workspace.resize(self.pages.size())
        self.workspace.built.connect(self._built)
        self.workspace.wanted.connect(self.show_workspace)
        self.alarm_call = AlarmCall(self.session, self.notices, self)
        self.alarm_call.wanted.connect(self.workspace.raise_panel)
        self.end_call = EndCall(self.session, self)
        self.workspace.build(panel_kinds())

    @Slot(int)
    def _page_shown(self, number: int) -> None:
        """The page has the keyboard, not the control that Qt finds next in line, which would light up."""
        page = self.pages.widget(number)
        assert page is not None
        page.setFocus()
        if page not in (self.welcome, self.runs_page):
            self.status.tell_of([])  # nobody looks at the others any more

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses a button, too, as it does in dialogs; Qt leaves it to Space alone elsewhere."""
        if not pressed_by_return(self.focusWidget(), event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the toolbar and the page as they lie before the eyes."""
        page = self.workspace.in_order() if self.workspace is not None and self.workspace.isVisible() else tab_order.inside(self.pages)
        order = [*tab_order.inside(self.toolbar), *page]
        return tab_order.go([*order, *(w for card in self.notices.cards() for w in tab_order.inside(card))], on=next)

    @Slot()
    def _built(self) -> None:
        from studio.ui.template_ways import template_ways

        assert self.workspace is not None
        said = self.session.settings.value(settings.LAYOUT)
        if isinstance(said, QByteArray):
            self.workspace.restore(said)
        self._panel_menu.clear()
        self._panel_menu.addActions(self.workspace.toggles())
        self._panel_menu.addSeparator()
        ways = self.workspace.ways()
        self._panel_menu.addActions(ways)
        self.addActions(ways)
        self.palette_box.add([*ways, *(action for panel in self.workspace.panels for action in panel.actions()), *template_ways(self.session, self)])
        self.queue.load()
        self.queue.remind()

    # --- following the session --------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Actions, toolbar, title and status as the session stands now."""
        standing = Standing.of(self.session)
        self.actions_table.refresh(standing)
        self.toolbar.refresh(standing)
        name = self.toolbar.name_run()
        self.setWindowTitle(f"{name} – GAN Studio" if name else "GAN Studio")
        self.status.refresh()

    @Slot(object)
    def _show_run(self, view: Any) -> None:
        if view is not None:
            self.session.settings.setValue(LAST, str(view.folder.path))
            self.pages.setCurrentWidget(self._workspace_place)
        self.refresh()

    @Slot(object)
    def _show_reading(self, reading: Reading | None) -> None:
        if reading is not None:
            if (page := self.pages.currentWidget()) is not None and page is not self.reading_page:
                self._page_before = page
            self.reading_page.watch(reading)
            self.pages.setCurrentWidget(self.reading_page)
        elif self.pages.currentWidget() is self.reading_page:
            self.pages.setCurrentWidget(self._page_before)

    # --- what the actions do ----------------------------------------------------------------------------------------------

    def train(self) -> None:
        """Start the draft, or go on with the shown run."""
        if self.session.view is None:
            self.session.start_draft()
        else:
            self.resume()

    def pause(self) -> None:
        """Ask the run to hold."""
        from studio.messages import Pause

        self.session.send(Pause())

    def resume(self) -> None:
        """Ask a paused run to go on; train one that nobody trains."""
        from studio.messages import Resume

        if self.session.state() == "paused":
            self.session.send(Resume())
        elif self.session.state() == "done":
            self._train_longer()
        else:
            self.session.resume_run()

    def _train_longer(self) -> None:
        """A run that reached its length goes on to another one."""
        assert self.session.view is not None
        if (kimg := asking.longer(self, self.session.view.run.nimg)) is not None:
            self.session.resume_run(changes={"training.kimg": kimg})

    def stop(self) -> None:
        """Ask the run to save and end."""
        from studio.messages import Stop

        self.session.send(Stop())

    def snapshot(self) -> None:
        """Ask for a checkpoint now."""
        from studio.messages import SaveCheckpoint

        self.session.send(SaveCheckpoint())

    def abort(self) -> None:
        """End at once, after a question."""
        if asking.is_sure_to_abort(self):
            from studio.messages import Abort

            self.session.send(Abort())

    def export(self) -> None:
        """Ask for the export of the checkpoint at the shared position."""
        self.session.export_requested.emit(None)

    @Slot(object)
    def _open_export(self, checkpoint: int | None) -> None:
        from studio.ui.export_dialog import ExportDialog

        if self._exporting is None:
            self._exporting = ExportDialog(self.session, self)
        self._exporting.open_for(checkpoint)

    def new_run(self) -> None:
        """The setup, with the draft that is there or the first template."""
        if self.session.draft is not None and self.session.view is not None:
            self.session.new_draft(self.session.draft, source=self.session.draft_source, note=self.session.draft_note)
        elif self.session.draft is None:
            self.session.draft_preset(preset(FIRST))
        else:
            self.show_setup()

    def choose_run(self) -> None:
        """Open a run from its folder."""
        from studio.runs.home import runs_folder

        chosen = QFileDialog.getExistingDirectory(self, say("Open a run's folder"), str(runs_folder(self.session.home)))
        if chosen:
            self.session.open_run(Path(chosen))

    def go_home(self) -> None:
        """The welcome page. A run that trains goes on."""
        self.session.close_run()
        self.welcome.refresh()
        self.pages.setCurrentWidget(self.welcome)
        self.refresh()

    def show_runs(self) -> None:
        """The page of all runs. A run that is shown stays open behind it."""
        if self.runs_page is None:
            from studio.ui.runs_page import RunsPage

            self.runs_page = RunsPage(self.session, self.queue, self.bin)
            self.runs_page.watch.live.connect(self.status.tell_of)
            self.runs_page.back_requested.connect(self.show_workspace)
            self.runs_page.home_requested.connect(self.go_home)
            self.runs_page.deeds.curves_wanted.connect(lambda: self.show_workspace("Curves"))
            self.pages.addWidget(self.runs_page)
        self.pages.setCurrentWidget(self.runs_page)

    def show_workspace(self, panel: str = "") -> None:
        """The panels, with one of them in front."""
        self.pages.setCurrentWidget(self._workspace_place)
        if self.workspace is not None and panel:
            self.workspace.raise_panel(panel)

    def show_folder(self) -> None:
        """The run's folder in the file manager."""
        if self.session.view is not None:
            open_place(Path(self.session.view.folder.path), self.session.notice.emit)

    def show_settings(self) -> None:
        """The settings dialog."""
        dialog = settings.SettingsDialog(self.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.welcome.refresh)
        dialog.accepted.connect(self.keep_awake.refresh)
        dialog.open()

    def show_palette(self) -> None:
        """The command palette."""
        self.palette_box.open()

    def set_scheme(self, scheme: Scheme) -> None:
        """Light, dark, or as the system."""
        self.session.settings.setValue(settings.SCHEME, scheme)
        self.session.theme.choose(scheme)

    def turn_alone(self) -> None:
        """The samples without the other panels, and back."""
        self.pages.setCurrentWidget(self._workspace_place)
        if self.workspace is not None:
            self.workspace.turn_alone()

    def reset_layout(self) -> None:
        """Every panel where it belongs."""
        if self.workspace is not None:
            self.workspace.restore_default()

    def follow(self) -> None:
        """Show the newest moment."""
        self.session.set_position(None)

    def show_setup(self) -> None:
        """The workspace with the setup in front."""
        self.pages.setCurrentWidget(self._workspace_place)
        if self.workspace is not None:
            proposed = self.session.draft_source is not None or bool(self.session.draft_note)  # its data is settled, its settings are what to look at
            self.workspace.raise_panels("left", last=proposed)
        self.refresh()

    def show_help(self, page: str = "") -> None:
        """What each part is for: the page that is named, or the one of the panel that has the keyboard."""
        from studio.ui.help_page import open_help, page_here

        open_help(self, page or page_here())

    def show_about(self) -> None:
        """Version and licence."""
        asking.tell_about(self)

    def quit(self) -> None:
        """Close the window; asks when a run trains."""
        self.close()

    # --- dropping, resizing, closing --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_pictures(dropped_path(event)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event)
        if path is not None and is_pictures(path):
            event.acceptProposedAction()
            take_dropped(self.session, path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.palette_box.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.leaving.may_go())
        if event.isAccepted():
            self._remember()

    def save_and_quit(self) -> None:
        """Save the run that trains here and close, without a question."""
        self.leaving.save_and_quit()

    def _remember(self) -> None:
        self.bin.empty()
        store = self.session.settings
        settings.save_geometry(store, self)
        if self.workspace is not None and (places := self.workspace.saved()) is not None:
            store.setValue(settings.LAYOUT, places)
        if self.session.view is not None:
            self.session.view.save_cache()
        store.sync()
