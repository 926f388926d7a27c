"""The real window over a home, with every panel built; torch is not asked for."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from studio.ui.app import make_application
from studio.ui.main_window import MainWindow
from studio.ui.session import Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread


def open_window(home: Path) -> tuple[QApplication, Session, MainWindow]:
    app = make_application()
    session = Session(home, QSettings(str(home / "window.ini"), QSettings.Format.IniFormat), TorchThread(), Theme(app, "light"))
    window = MainWindow(session)
    window.resize(1280, 800)
    window.show()
    window.build_workspace()
    assert window.workspace is not None
    while not window.workspace.is_built():
        app.processEvents()
    return app, session, window
