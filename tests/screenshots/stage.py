"""The application on its stage, and the ways that many scenes need: to open, to train on, to stop, to ask and refuse."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from studio.ui.app import Studio
from studio.ui.main_window import MainWindow
from studio.ui.session import Session
from tests.screenshots.camera import Camera, Script, after, until
from tests.screenshots.runs import run_path


class Stage:
    """The application, its camera, and the ways that every scene needs."""

    def __init__(self, studio: Studio, camera: Camera, place: Path, home: Path) -> None:
        self.studio, self.camera, self.place, self.home = studio, camera, place, home
        self.window: MainWindow = studio.window
        self.session: Session = studio.session
        self.take = camera.take

    def panel(self, title: str) -> Any:
        """The panel of that title, brought to the front."""
        assert self.window.workspace is not None
        if title in self.window.workspace.docks:
            self.window.workspace.docks[title].raise_()
        return next(p for p in self.window.workspace.panels if p.title == title)

    def open(self, name: str) -> Script:
        """Shows one of the trained runs."""
        self.session.open_run(run_path(self.home, name))
        yield until(f"the run {name}", lambda: self.session.view is not None and self.session.reading is None)
        yield after(0.5)

    def train_on(self, name: str) -> Script:
        """Shows one of the trained runs and resumes it."""
        yield from self.open(name)
        yield until("the engine", lambda: self.session.torch.is_ready and self.session.torch.training is None)
        self.session.resume_run()
        began = self.run.nimg
        yield until("training", lambda: self.session.state() == "running" and self.run.nimg > began)

    def stop(self) -> Script:
        """Ends what trains here."""
        if self.session.torch.training is not None:
            self.window.stop()
            yield until("the stop", lambda: self.session.torch.training is None)
            yield after(0.6)

    def home_page(self, home: Path) -> None:
        """The welcome page over the runs of that home."""
        self.session.home = home
        self.session.set_draft(None)
        self.window.go_home()
        self.window.notices.clear("info", "ok", "warning", "error")

    def question(self, ask: Callable[[], object], name: str, words: str) -> Script:
        """A modal question, pictured and refused."""
        QTimer.singleShot(0, ask)
        yield until("the question", QApplication.activeModalWidget)
        yield from self.take(name, words)
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        box.reject()
        yield until("the end of the question", lambda: QApplication.activeModalWidget() is None)

    def dialog(self, kind: type[QWidget]) -> Any:
        """The open dialog of that kind."""
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)

    @property
    def run(self) -> Any:
        """The shown run, as folded."""
        assert self.session.view is not None
        return self.session.view.run
