"""Starts the window: paints the welcome page first, then builds the panels and loads torch behind it."""

import importlib
import locale
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from studio import __version__
from studio.errors import StudioError
from studio.presets import preset
from studio.resources import resource
from studio.ui import language, settings
from studio.ui.main_window import MainWindow
from studio.ui.notices import ErrorDialog
from studio.ui.session import Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread
from studio.ui.welcome import FIRST

DESKTOP_ID = "org.gan_studio.GanStudio"
TRACE = "GAN_STUDIO_TRACE_START"  # a file that gets the moment of the first paint, for the bench
QUIT_AFTER_PAINT = "GAN_STUDIO_QUIT_AFTER_PAINT"


def run(run: Path | None = None, demo: bool = False, home: Path | None = None) -> int:
    """Open the window, on a run or with the demo training; returns the process's exit status when it has closed."""
    app = make_application()
    language.speak(app, language.language_of(settings.open_settings()))
    studio = Studio(app, home)
    if run is not None:
        studio.later(lambda: studio.session.open_run(run))
    elif demo:
        studio.later(lambda: studio.session.start_preset(preset(FIRST)))
    studio.show()
    status = app.exec()
    studio.close()
    return status


def make_application() -> QApplication:
    """The QApplication, with numbers as the rest of Python writes them: Qt sets LC_NUMERIC to the user's."""
    app = QApplication(sys.argv[:1])
    locale.setlocale(locale.LC_NUMERIC, "C")
    app.setApplicationName("gan-studio")
    app.setApplicationDisplayName("GAN Studio")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_ID)
    app.setWindowIcon(QIcon(str(resource("icons/gan-studio.svg"))))
    return app


class Studio(QObject):
    """Everything that lives as long as the application: session, torch thread, window, and where faults end."""

    def __init__(self, app: QApplication, home: Path | None = None) -> None:
        super().__init__()
        self._app = app
        store = settings.open_settings()
        self.theme = Theme(app, settings.scheme_of(store))
        self.torch = TorchThread()
        self.session = Session(home if home is not None else default_home(), store, self.torch, self.theme)
        self.window = MainWindow(self.session)
        self._later: list[Callable[[], None]] = []
        self._dialog: ErrorDialog | None = None
        self._restore: list[Callable[[], None]] = []
        self.torch.crashed.connect(self.show_fault)
        self.window.welcome.painted.connect(self._painted)

    def later(self, do: Callable[[], None]) -> None:
        """Do this once the panels are there."""
        self._later.append(do)

    def show(self) -> None:
        """Show the window; the rest follows its first paint."""
        self._catch_faults()
        self._catch_signals()
        self.window.show()

    def close(self) -> None:
        """After the event loop: end the torch thread, take the window down while Python still lives, and put the hooks back."""
        self.session.cancel_reading()
        self.torch.finish()
        self.window.hide()  # a window deleted while it is shown sends events to what is gone already
        shiboken6.delete(self.window)
        for undo in self._restore:
            undo()

    def show_fault(self, error: BaseException) -> None:
        """A StudioError is a notice; anything else the one dialog."""
        if isinstance(error, StudioError):
            self.session.warn(str(error), "error")
        elif self._dialog is None or not self._dialog.isVisible():
            self._dialog = ErrorDialog(error, self.window)
            self._dialog.open()

    def _painted(self) -> None:
        if trace := os.environ.get(TRACE):
            Path(trace).write_text(str(time.time()), encoding="ascii")
        if os.environ.get(QUIT_AFTER_PAINT):
            self._app.quit()
            return
        # Whole before two threads import at once: Qt's import hook looks into every module, and pydantic's half-made ones then import in a circle.
        importlib.import_module("studio.messages")
        self.torch.start()
        self.window.build_workspace()
        assert self.window.workspace is not None
        self.window.workspace.built.connect(self._do_later)

    def _do_later(self) -> None:
        while self._later:
            self._later.pop(0)()

    def _catch_faults(self) -> None:
        before, threads_before = sys.excepthook, threading.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            before(kind, error, trace)
            self.show_fault(error)

        def thread_hook(found: threading.ExceptHookArgs) -> None:
            threads_before(found)
            if found.exc_value is not None:
                self.torch.crashed.emit(found.exc_value)  # a queued signal: the dialog opens on the interface's thread

        sys.excepthook, threading.excepthook = hook, thread_hook

        def undo() -> None:
            sys.excepthook, threading.excepthook = before, threads_before

        self._restore.append(undo)

    def _catch_signals(self) -> None:
        """SIGINT and SIGTERM save and quit; Python runs its handlers only between bytecodes, so a socket wakes Qt's loop."""
        if threading.current_thread() is not threading.main_thread():
            return
        reader, writer = socket.socketpair()
        reader.setblocking(False)
        writer.setblocking(False)
        notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, self)
        handlers = {s: signal.signal(s, lambda *_: None) for s in (signal.SIGINT, signal.SIGTERM)}
        before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)

        def woken() -> None:
            numbers = reader.recv(64)
            if signal.SIGINT in numbers or signal.SIGTERM in numbers:
                self.window.save_and_quit()

        def undo() -> None:
            notifier.setEnabled(False)
            signal.set_wakeup_fd(before)
            for number, handler in handlers.items():
                signal.signal(number, handler)
            reader.close()
            writer.close()

        notifier.activated.connect(woken)
        self._restore.append(undo)


def default_home() -> Path:
    """Where runs lie unless told otherwise."""
    from studio.runs.home import default_home as of_runs

    return of_runs()
