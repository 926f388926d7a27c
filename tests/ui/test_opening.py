"""Places are opened by the system's own program; here there is none, as on a machine without a file manager."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from studio.ui.main_window import MainWindow
from studio.ui.opening import open_place
from studio.ui.session import Notice
from tests.ui.panels.made_runs import MadeRun
from tests.ui.pressing import Until


class FileManager(QObject):
    """A program that takes folders."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show_url(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


@pytest.fixture
def file_manager() -> Iterator[FileManager]:
    made = FileManager()
    QDesktopServices.setUrlHandler("file", made, "show_url")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_a_place_is_opened_without_a_word(qapp, tmp_path: Path, file_manager: FileManager):
    told: list[Notice] = []
    open_place(tmp_path, told.append)
    assert file_manager.shown == [str(tmp_path)]
    assert not told


def test_without_a_program_the_path_is_told_and_can_be_copied(qapp, tmp_path: Path):
    told: list[Notice] = []
    open_place(tmp_path, told.append)
    (notice,) = told
    assert str(tmp_path) in notice.text
    assert notice.action_label == "Copy path"
    notice.action()
    assert QGuiApplication.clipboard().text() == str(tmp_path)


def test_a_place_that_went_is_not_opened(qapp, tmp_path: Path, file_manager: FileManager):
    told: list[Notice] = []
    open_place(tmp_path / "gone", told.append)
    assert not file_manager.shown
    assert "not there any more" in told[0].text


def test_the_runs_folder_of_the_menu_says_where_it_is(window: MainWindow, home: Path, until: Until):
    with MadeRun(home / "runs" / "0001-made") as made:
        window.session.open_run(made.folder.path)
        until(lambda: window.session.view is not None)
        window.actions_table["show_folder"].trigger()
        until(lambda: any(str(made.folder.path) in card.notice.text for card in window.notices.cards()))
