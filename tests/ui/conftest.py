"""Real widgets offscreen, real folders, the real torch thread. A Qt warning fails a test, and so does a thread left behind."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import words
from studio.presets import preset
from studio.ui import language
from studio.ui.garbage import Collector
from studio.ui.main_window import MainWindow
from studio.ui.session import Notice, Session
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread

HARMLESS = ("propagateSizeHints", "does not support raise", "does not support grabbing", "openDocument()")  # the offscreen platform's own


@pytest.fixture(autouse=True)
def _no_qt_warning(qapp: QApplication, qtlog: Any) -> Iterator[None]:
    """There is an application from the first test on: many widgets cannot be made without one, and any test may be a process's first."""
    yield
    said = [r.message for r in qtlog.records if r.type_name in ("QtWarningMsg", "QtCriticalMsg", "QtFatalMsg")]
    assert not [m for m in said if not any(h in m for h in HARMLESS)]


@pytest.fixture(scope="session")
def _collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector()
    made.start()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _no_widget_dies_on_another_thread(_collector: Collector) -> Iterator[None]:
    """Garbage is collected here alone, as in the application."""
    yield
    _collector.look()


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    yield
    assert not [t.name for t in threading.enumerate() if t.name.startswith("open ")]
    end = time.monotonic() + 2.0  # a thread that has ended may linger in the list for a moment
    while "torch" in _native_threads():
        assert time.monotonic() < end, "a torch thread was not finished"
        time.sleep(0.005)


def _native_threads() -> list[str]:
    """Names of this process's threads: Qt gives a QThread its object's name. Empty where the system does not tell."""
    return [text.strip() for task in Path("/proc/self/task").glob("*/comm") if (text := _text(task))]


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Windows that are made from here on speak German; afterwards English and C, as before. Name it before the window."""
    before = QLocale()
    language.speak(qapp, "de")
    yield
    language.speak(qapp, "en")
    QLocale.setDefault(before)
    words.speak()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, "light")
    yield made
    made.deleteLater()


@pytest.fixture(scope="session")
def _application_thread(qapp: QApplication) -> Iterator[TorchThread]:
    """One torch thread for all windows, as in the application: torch is loaded once."""
    thread = TorchThread()
    thread.setObjectName("torch for all")
    thread.start()
    yield thread
    thread.finish()


@pytest.fixture
def torch_thread(qapp: QApplication) -> Iterator[TorchThread]:
    """A torch thread of the test's own."""
    thread = TorchThread()
    thread.start()
    yield thread
    thread.finish()
    gc.collect()  # here and now, not in the next test's torch thread


@pytest.fixture
def session(tmp_path: Path, home: Path, qtbot: QtBot, _application_thread: TorchThread, theme: Theme) -> Iterator[Session]:
    """A session with an empty home; the torch thread runs. What a test leaves on that thread is called off."""
    made = Session(home, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), _application_thread, theme)
    yield made
    made.cancel_reading()
    for job in list(_application_thread._jobs):
        job.cancel()
    idle: list[None] = []
    _application_thread.submit(lambda: None, done=idle.append)
    qtbot.waitUntil(lambda: bool(idle) and not _application_thread._jobs, timeout=90_000)
    made.deleteLater()
    left, _application_thread.training = _application_thread.training, None
    assert left is None, f"{left} was left training on the thread that the next test uses"


@pytest.fixture
def notices(session: Session) -> list[Notice]:
    """Every notice, as it comes."""
    heard: list[Notice] = []
    session.notice.connect(heard.append)
    return heard


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    """The whole window with its panels, the engine loaded."""
    made = MainWindow(session)  # not given to qtbot, which would close it, and so ask, before the run is ended below
    made.resize(1280, 800)
    made.show()
    made.build_workspace()
    qtbot.waitUntil(lambda: made.workspace is not None and made.workspace.is_built(), timeout=20000)
    qtbot.waitUntil(lambda: session.torch.is_ready, timeout=60000)
    yield made
    session.stay_idle()
    qtbot.waitUntil(lambda: not session.starting, timeout=20000)  # what is being made would begin when the test is over
    if session.torch.training is not None:
        made.save_and_quit()
        made.save_and_quit()  # the second gives up on saving
        qtbot.waitUntil(lambda: session.torch.training is None, timeout=20000)
    made.close()
    made.live._timer.stop()
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture
def small() -> dict[str, Any]:
    """Settings of a run that trains in moments and does not end by itself."""
    config = dict(preset("ring").config)
    network = {**config["network"], "width": 16, "depth": 2, "d_width": 16, "d_depth": 2}
    return {**config, "name": "small", "network": network, "training": {"kimg": 100000, "batch": 32, "device": "cpu"}}


@pytest.fixture
def trained(qtbot: QtBot, window: MainWindow, small: dict[str, Any]) -> MainWindow:
    """The window with a small run that trains."""
    window.session.start(small)
    qtbot.waitUntil(lambda: window.session.state() == "running", timeout=30000)
    return window


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait for something to be so, while the window lives."""
    return lambda so: qtbot.waitUntil(so, timeout=20000)
