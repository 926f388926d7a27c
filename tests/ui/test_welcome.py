"""The first page shows the templates that are there and the runs that were; it is painted before torch is imported."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.messages import PauseBegan
from studio.presets import presets
from studio.runs.folder import RunFolder
from studio.runs.summary import write_summary
from studio.ui.main_window import MainWindow
from studio.ui.session import Session
from studio.ui.welcome import WelcomePage
from studio.ui.widgets.quantities import duration, kimg, rate, size, when
from studio.ui.widgets.run_list import about, title
from tests.ui.panels.made_runs import MadeRun


def shown(qtbot: QtBot, session: Session, width: int = 1280) -> WelcomePage:
    page = WelcomePage(session)
    qtbot.addWidget(page)
    page.resize(width, 760)
    page.show()
    page.refresh()
    return page


def test_every_template_has_a_card_in_order(qtbot: QtBot, session: Session):
    page = shown(qtbot, session)
    assert [c.preset.name for c in page.cards] == [p.name for p in presets()]


def test_every_template_has_a_small_picture():
    sizes = {p.name: p.picture.stat().st_size if p.picture else 0 for p in presets()}
    assert {name: size for name, size in sizes.items() if not 0 < size < 40_000} == {}


def test_a_card_is_chosen_by_the_keyboard(qtbot: QtBot, session: Session):
    page = shown(qtbot, session)
    with qtbot.waitSignal(session.setup_requested):
        qtbot.keyClick(page.cards[2], Qt.Key.Key_Return)
    assert session.draft["name"] == page.cards[2].preset.config["name"]


def test_no_card_is_cut_off_at_any_width(qtbot: QtBot, session: Session):
    page = shown(qtbot, session)
    for width in (720, 1000, 1280, 1920):
        page.resize(width, 760)
        qtbot.waitUntil(lambda: all(card.height() >= card.heightForWidth(card.width()) > 0 for card in page.cards), timeout=2000)
        for card in page.cards:
            assert card.geometry().right() <= card.parentWidget().width()


def test_recent_runs_are_listed_newest_first_and_a_broken_one_says_so(qtbot: QtBot, session: Session, home: Path):
    page = shown(qtbot, session)
    assert not page.all_runs.isVisible()
    qtbot.waitUntil(lambda: page.watch.is_read)
    assert not page.runs.isVisible()
    assert page._hint.isVisible()
    RunFolder.create(home / "runs" / "0001-digits", {"name": "digits", "training": {"kimg": 400}})
    broken = home / "runs" / "0002-lost"
    broken.mkdir()
    page.refresh()
    qtbot.waitUntil(lambda: len(page.runs.runs.runs) == 2)
    assert not page._hint.isVisible()
    runs = {title(r): about(r) for r in page.runs.runs.runs}
    assert runs["digits  ·  0001"].startswith("New  ·  0 of 400 kimg")
    assert runs["0002-lost"] == "cannot be opened"
    page.runs.grab()


def test_a_run_that_another_process_trains_is_followed_in_the_list_and_named_at_the_foot(window: MainWindow, home: Path, qtbot: QtBot):
    def goes_on(run: MadeRun, nimg: int) -> None:
        run.tick(nimg)
        write_summary(run.folder, run.view().run)

    with MadeRun(home / "runs" / "0001-far") as far:
        goes_on(far, 1000)
        window.go_home()
        recent, said = window.welcome.runs, window.status._state
        qtbot.waitUntil(lambda: len(recent.runs.runs) == 1)
        recent.setCurrentIndex(recent.runs.index(0))
        goes_on(far, 2000)
        qtbot.waitUntil(lambda: recent.runs.runs[0].nimg == 2000)
        assert recent.currentIndex().row() == 0, "news take the choice away"
        assert "0001-far is training" in said.text()
        with MadeRun(home / "runs" / "0002-away") as away:
            goes_on(away, 1000)
            qtbot.waitUntil(lambda: "2 runs are training" in said.text())
            window.show_runs()
            qtbot.waitUntil(lambda: "2 runs are training" in said.text())
            window.go_home()
            assert "2 runs are training" in said.text()
    qtbot.waitUntil(lambda: "Ready" in said.text())
    assert [run.state for run in recent.runs.runs] == ["crashed", "crashed"]


def test_a_run_that_is_paused_elsewhere_is_not_said_to_train(window: MainWindow, home: Path, qtbot: QtBot):
    with MadeRun(home / "runs" / "0001-far") as far:
        far.tick(1000)
        far.write(PauseBegan(nimg=1000, segment=0))
        write_summary(far.folder, far.view().run)
        window.go_home()
        qtbot.waitUntil(lambda: "0001-far is paused" in window.status._state.text())


def test_runs_that_cannot_be_read_are_told_and_come_back(qtbot: QtBot, session: Session, home: Path):
    (home / "runs").write_text("no folder")
    page = shown(qtbot, session)
    qtbot.waitUntil(page._hint.isVisible)
    assert str(home / "runs") in page._hint.text()
    assert page.all_runs.isVisible(), "its page says what to do"
    (home / "runs").unlink()
    RunFolder.create(home / "runs" / "0001-digits", {"name": "digits", "training": {"kimg": 400}})
    qtbot.waitUntil(page.runs.isVisible, timeout=10_000)
    assert not page._hint.isVisible()


def test_nobody_looks_for_runs_while_the_page_is_out_of_sight(window: MainWindow):
    window.go_home()
    assert window.welcome.watch._timer.isActive()
    window.show_runs()
    assert not window.welcome.watch._timer.isActive()
    window.show_workspace()
    assert not window.runs_page.watch._timer.isActive()
    assert "Ready" in window.status._state.text()


def test_the_page_is_painted_before_torch_numpy_and_pyqtgraph(tmp_path: Path):
    code = """
import json, sys
from studio.ui.app import Studio, make_application
from pathlib import Path
app = make_application()
studio = Studio(app, Path(sys.argv[1]))
def painted():
    print(json.dumps(sorted({"torch", "pyqtgraph", "sklearn", "scipy", "torchvision"} & set(sys.modules))))
    app.exit(7)
studio.window.welcome.painted.disconnect()
studio.window.welcome.painted.connect(painted)
studio.show()
status = app.exec()
studio.close()
sys.exit(status)
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 7, done.stderr
    assert json.loads(done.stdout) == []


def test_quantities_read_as_a_person_says_them():
    assert [kimg(n) for n in (0, 64, 500, 1500, 120000, 1240000)] == ["0", "0.06", "0.50", "1.5", "120", "1,240"]
    assert [duration(s) for s in (0, 42, 725, 11400, 360000)] == ["0:00", "0:42", "12:05", "3:10:00", "4 d 4 h"]
    assert [size(b) for b in (12, 6400, 640000, 1900000, 1.2e9, 25e9)] == ["12 B", "6.4 kB", "640 kB", "1.9 MB", "1.2 GB", "25 GB"]
    assert [rate(r) for r in (0.5, 12.34, 2035.4)] == ["0.5", "12.3", "2,035"]
    assert when(1000.0, 1030.0) == "just now"
    assert when(1000.0, 1000.0 + 300) == "5 min ago"
