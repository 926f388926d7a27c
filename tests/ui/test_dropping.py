"""What is dropped on the window: data to train on, a run to open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from studio.messages import Failed
from studio.presets import preset
from studio.ui.main_window import MainWindow
from studio.ui.session import Session
from tests.ui.failing import failed_run
from tests.ui.pressing import Until


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))


@pytest.mark.parametrize(("name", "kind"), [("cats", "folder"), ("cats.zip", "zip")])
def test_a_dropped_folder_or_zip_becomes_the_data_set(window: MainWindow, tmp_path: Path, name: str, kind: str):
    path = tmp_path / name
    path.touch() if kind == "zip" else path.mkdir()
    drop(window, path)
    assert window.session.draft["dataset"]["kind"] == kind
    assert window.session.draft["dataset"]["path"] == str(path)
    assert window.pages.currentWidget() is not window.welcome


def test_what_is_dropped_on_a_template_for_such_pictures_keeps_its_settings(window: MainWindow, tmp_path: Path):
    window.session.draft_preset(preset("mnist"))
    drop(window, tmp_path)
    draft = window.session.draft
    assert draft["dataset"]["kind"] == "folder"
    assert not draft["dataset"].get("mirror"), "digits are not mirrored"
    assert draft["network"] == preset("mnist").settings(gpu=window.session.torch.has_gpu)["network"]


def test_what_is_dropped_on_a_template_of_points_is_trained_as_pictures_are(window: MainWindow, tmp_path: Path):
    window.session.draft_preset(preset("ring"))
    drop(window, tmp_path)
    assert window.session.draft["network"] == preset("pictures").settings(gpu=window.session.torch.has_gpu)["network"]
    assert window.session.draft["dataset"] == {"kind": "folder", "mirror": True, "path": str(tmp_path)}


@pytest.mark.parametrize("height", [560, 800])
def test_the_data_set_is_in_front_after_a_drop(window: MainWindow, tmp_path: Path, qtbot: QtBot, height: int):
    window.resize(1280, height)
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: not window.workspace.docks["Dataset"].visibleRegion().isEmpty())
    qtbot.wait(300)
    assert not window.workspace.docks["Dataset"].visibleRegion().isEmpty()


def test_the_data_set_is_in_front_after_a_drop_before_the_panels_are_there(session: Session, tmp_path: Path, qtbot: QtBot):
    window = MainWindow(session)
    window.resize(1200, 700)
    window.show()
    drop(window, tmp_path)
    window.build_workspace()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.is_built(), timeout=20000)
    qtbot.wait(500)
    assert not window.workspace.docks["Dataset"].visibleRegion().isEmpty()
    window.close()
    window.live._timer.stop()
    window.deleteLater()


def test_a_dropped_run_is_opened(window: MainWindow, home: Path, until: Until):
    path = failed_run(home, Failed(error="data", text="The folder is gone.", remedy="Put it back."))
    drop(window, path)
    until(lambda: window.session.view is not None)
    assert window.session.view.folder.path == path
