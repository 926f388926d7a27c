"""One table of everything that can be done; menus, toolbar, shortcuts and the command palette all come from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from studio.ui import settings_files, theme, tour
from studio.ui.window_keys import WindowKeys
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow
    from studio.ui.session import Session

TRAINED = ("preparing", "running", "paused")
MENUS = {"File": mark("&File"), "Run": mark("&Run"), "View": mark("&View"), "Help": mark("&Help")}
RESUMABLE = ("new", "stopped", "aborted", "failed", "crashed", "done")


@dataclass(frozen=True)
class Standing:
    """What decides which actions make sense: what the run's folder says, and what was asked and is not answered yet."""

    state: str = ""  # of the shown run; empty when none is shown
    trained: bool = False  # someone trains the shown run, here or elsewhere
    here: bool = False  # this process does
    starting: bool = False  # a run is being made here, waits for another one to be saved, or is between two processes
    draft: bool = False
    checkpoints: bool = False
    ready: bool = False  # torch is loaded
    asked: frozenset[str] = frozenset()  # kinds of commands without an answer yet
    scheme: str = "system"

    @classmethod
    def of(cls, session: "Session") -> "Standing":
        """The session's."""
        run = session.view.run if session.view is not None else None
        return cls(
            state=session.state(),
            trained=session.is_trained(),
            here=session.is_training_here(),
            starting=session.starting or session.handing is not None,
            draft=session.draft is not None,
            checkpoints=bool(run.checkpoints) if run is not None else False,
            ready=session.torch.is_ready,
            asked=frozenset(session.asked.values()),
            scheme=session.theme.scheme,
        )

    def live(self, *asked: str) -> bool:
        """Someone trains, and none of these commands waits for its answer."""
        return self.trained and not self.asked & {*asked, "stop", "abort"}

    def can_resume(self) -> bool:
        """A run is shown that nobody trains. One that trains here meanwhile is offered to be stopped first."""
        return bool(self.state) and not self.trained and not self.starting and self.ready

    def has_settings(self) -> bool:
        """Settings are on show, of a run or of a draft, and the engine can read them."""
        return self.ready and (self.draft or bool(self.state))

    def can_start(self) -> bool:
        """A draft is there. A run that trains here meanwhile is offered to be stopped first."""
        return not self.state and self.draft and not self.starting and self.ready

    def can_leave(self) -> bool:
        """A run trains here, or one could begin to."""
        return (self.here and self.live() and not self.starting) or (self.can_resume() and self.state != "done") or self.can_start()

    def can_come(self) -> bool:
        """Another process trains the shown run."""
        return not self.here and self.live() and not self.starting and self.ready


@dataclass(frozen=True)
class Deed:
    """One row of the table."""

    id: str
    text: str
    icon: str
    shortcut: str
    menu: str  # of MENUS
    tip: str
    do: Callable[["MainWindow"], None]
    enabled: Callable[[Standing], bool] = lambda _: True
    shown: Callable[[Standing], bool] = lambda _: True  # on the toolbar; menus show every row
    group: int = 0  # a separator lies between groups of one menu
    checked: Callable[[Standing], bool] | None = None  # for one of several choices: whether it is the one in force


def table() -> tuple[Deed, ...]:
    """Every deed, in the order of the menus."""
    return (*_run_deeds(), *_file_deeds(), *_view_deeds(), _notice_deed(), *_help_deeds())


def _run_deeds() -> Iterable[Deed]:
    tip = say("Train these settings as a new run")
    yield Deed("train", say("Train"), "play", "Ctrl+Return", "Run", tip, lambda w: w.train(), lambda s: s.can_start() or s.can_resume(), _train_shown)
    tip = say("Hold after the present step; nothing is lost")
    yield Deed("pause", say("Pause"), "pause", "Ctrl+P", "Run", tip, lambda w: w.pause(), lambda s: s.state == "running" and s.live("pause"), _pause_shown)
    tip = say("Train on from where the run was left")
    yield Deed("resume", say("Resume"), "play", "Ctrl+R", "Run", tip, lambda w: w.resume(), _may_resume, lambda s: _is_open(s) and not _pause_shown(s))
    tip = say("Save a checkpoint and end; Resume goes on from there")
    yield Deed("stop", say("Stop"), "stop", "Ctrl+.", "Run", tip, lambda w: w.stop(), lambda s: s.live(), _is_open)
    tip = say("Save a checkpoint now and train on")
    save = say("Save checkpoint")
    yield Deed("snapshot", save, "snapshot", "Ctrl+S", "Run", tip, lambda w: w.snapshot(), _may_save, _is_open)
    tip = say("Let this run, or a new one with these settings, train when its turn has come")
    yield Deed("queue", say("Add to queue"), "clock", "Ctrl+Shift+Return", "Run", tip, lambda w: w.queue.add_open(), _may_queue)
    tip = say("Hand the run to a process of its own, which trains on when this window closes")
    away = say("Train in the background")
    yield Deed("send_away", away, "send-away", "Ctrl+B", "Run", tip, lambda w: w.background.send_away(), Standing.can_leave, lambda _: False, group=1)
    tip = say("Take a run over that another process on this machine trains")
    yield Deed("bring_here", say("Train here"), "bring-here", "", "Run", tip, lambda w: w.background.bring_here(), Standing.can_come, lambda _: False, group=1)
    tip = say("End at once, without saving what came after the last checkpoint")
    yield Deed("abort", say("Abort…"), "abort", "", "Run", tip, lambda w: w.abort(), lambda s: s.trained and "abort" not in s.asked, group=2)
    tip = say("Write generated images to a folder or zip")
    yield Deed("export", say("Export…"), "export", "Ctrl+E", "Run", tip, lambda w: w.export(), lambda s: s.checkpoints and s.ready, _is_open, group=3)


def _file_deeds() -> Iterable[Deed]:
    yield Deed("new", say("New run…"), "plus", "Ctrl+N", "File", say("Set up a run from a template"), lambda w: w.new_run())
    yield Deed("open", say("Open run…"), "folder", "Ctrl+O", "File", say("Open a run's folder"), lambda w: w.choose_run())
    yield Deed("runs", say("Runs"), "runs", "Ctrl+Shift+R", "File", say("All runs in a table, and the queue"), lambda w: w.show_runs())
    yield Deed("home", say("Home"), "home", "Ctrl+H", "File", say("Templates and recent runs"), lambda w: w.go_home())
    yield from _settings_deeds()
    yield Deed(
        "show_folder",
        say("Show run folder"),
        "folder",
        "",
        "File",
        say("Open the run's folder in the file manager"),
        lambda w: w.show_folder(),
        lambda s: bool(s.state),
        group=2,
    )
    yield Deed(
        "settings",
        say("Settings…"),
        "settings",
        "Ctrl+,",
        "File",
        say("Where runs are kept, the language, and how the window looks"),
        lambda w: w.show_settings(),
        group=3,
    )
    yield Deed(
        "quit",
        say("Quit"),
        "close",
        "Ctrl+Q",
        "File",
        say("Close the window; a run that trains is saved, or trains on in the background"),
        lambda w: w.quit(),
        group=4,
    )


def _settings_deeds() -> Iterable[Deed]:
    """What becomes of the settings on show."""
    tip = say("Keep these settings as a template of your own")
    yield Deed(
        "save_template", say("Save as template…"), "pin", "", "File", tip, lambda w: settings_files.save_template(w.session, w), Standing.has_settings, group=1
    )
    tip = say("Set up a run with the settings of a file")
    yield Deed(
        "import_settings",
        say("Import settings…"),
        "download",
        "",
        "File",
        tip,
        lambda w: settings_files.import_settings(w.session, w),
        lambda s: s.ready,
        group=1,
    )
    tip = say("Write these settings to a file")
    yield Deed(
        "export_settings",
        say("Export settings…"),
        "export",
        "",
        "File",
        tip,
        lambda w: settings_files.export_settings(w.session, w),
        Standing.has_settings,
        group=1,
    )
    tip = say("Copy the line for a terminal that trains these settings")
    yield Deed(
        "copy_command", say("Copy as command line"), "copy", "", "File", tip, lambda w: settings_files.copy_command(w.session), Standing.has_settings, group=1
    )


def _view_deeds() -> Iterable[Deed]:
    tip = say("Find anything that can be done")
    yield Deed("palette", say("Commands…"), "search", "Ctrl+K", "View", tip, lambda w: w.show_palette())
    yield Deed(
        "scheme_system",
        say("Theme: as the system"),
        "settings",
        "",
        "View",
        say("Light or dark as the desktop is"),
        lambda w: w.set_scheme("system"),
        group=1,
        checked=lambda s: s.scheme == "system",
    )
    yield Deed(
        "scheme_light",
        say("Theme: light"),
        "sun",
        "",
        "View",
        say("Always light"),
        lambda w: w.set_scheme("light"),
        group=1,
        checked=lambda s: s.scheme == "light",
    )
    yield Deed(
        "scheme_dark", say("Theme: dark"), "moon", "", "View", say("Always dark"), lambda w: w.set_scheme("dark"), group=1, checked=lambda s: s.scheme == "dark"
    )
    tip = say("The samples as large as the window allows, without the other panels; again brings them back")
    yield Deed("alone", say("Samples alone"), "fit", "F11", "View", tip, lambda w: w.turn_alone(), lambda s: bool(s.state), group=2)
    yield Deed("reset_layout", say("Reset layout"), "layout", "", "View", say("Put every panel back where it belongs"), lambda w: w.reset_layout(), group=2)
    yield Deed(
        "newest",
        say("Follow the newest"),
        "clock",
        "Ctrl+End",
        "View",
        say("Show the present moment of the run"),
        lambda w: w.follow(),
        lambda s: bool(s.state),
        group=3,
    )


def _notice_deed() -> Deed:
    return Deed(
        "notice",
        say("Go to the newest notice"),
        "info",
        "F6",
        "View",
        say("Give the keyboard to the newest notice"),
        lambda w: w.notices.take_keyboard(),
        group=3,
    )


def _help_deeds() -> Iterable[Deed]:
    yield Deed("help", say("Help"), "help", "F1", "Help", say("What each part of the window is for"), lambda w: w.show_help())
    yield Deed("tour", say("Tour"), "eye", "", "Help", say("Six steps that point at what matters"), tour.begin)
    yield Deed("about", say("About GAN Studio"), "info", "", "Help", say("Version and licence"), lambda w: w.show_about())


def _is_open(s: Standing) -> bool:
    return bool(s.state)


def _train_shown(s: Standing) -> bool:
    return s.draft and not s.state


def _may_save(s: Standing) -> bool:
    return s.live("save_checkpoint") and s.state != "preparing"


def _pause_shown(s: Standing) -> bool:
    return s.trained and s.state != "paused"


def _may_resume(s: Standing) -> bool:
    return (s.state == "paused" and s.live("resume")) or s.can_resume()


def _may_queue(s: Standing) -> bool:
    return s.ready and (s.state not in ("", "done") or (not s.state and s.draft))


class Actions:
    """The table as QActions of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self.deeds = {deed.id: deed for deed in table()}
        self.made = {deed.id: self._make(deed, window) for deed in self.deeds.values()}
        self._keys = WindowKeys(window)

    def __getitem__(self, name: str) -> QAction:
        return self.made[name]

    def fill(self, bar: QMenuBar) -> QMenu:
        """The menus, row by row of the table; the one of the panels, which is empty yet."""
        menus: dict[str, QMenu] = {name: bar.addMenu(say(title)) for name, title in MENUS.items()}
        groups: dict[str, int] = {}
        for name, deed in self.deeds.items():
            if deed.group != groups.setdefault(deed.menu, deed.group):
                menus[deed.menu].addSeparator()
                groups[deed.menu] = deed.group
            menus[deed.menu].addAction(self.made[name])
        menus["View"].addSeparator()
        return menus["View"].addMenu(say("Panels"))

    def refresh(self, standing: Standing) -> None:
        """Enabled is what makes sense now."""
        for name, action in self.made.items():
            action.setEnabled(self.deeds[name].enabled(standing))
            if (checked := self.deeds[name].checked) is not None:
                action.setChecked(checked(standing))

    def _make(self, deed: Deed, window: "MainWindow") -> QAction:
        action = QAction(theme.icon(deed.icon), deed.text, window)
        action.setObjectName(deed.id)
        action.setCheckable(deed.checked is not None)
        if deed.shortcut:
            action.setShortcut(QKeySequence(deed.shortcut))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{deed.tip} ({keys})" if keys else deed.tip)
        action.setStatusTip(deed.tip)
        action.setMenuRole(QAction.MenuRole.QuitRole if deed.id == "quit" else QAction.MenuRole.NoRole)
        action.triggered.connect(lambda: deed.do(window))
        window.addAction(action)
        return action
