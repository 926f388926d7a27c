"""The help as a person reads it: a page for each alarm with a real picture, found from the alarm, from links and with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QPixmap, QTextDocument
from pytestqt.qtbot import QtBot

from studio.doctor.detectors import Detector
from studio.resources import resource
from studio.ui.actions import table
from studio.ui.help_page import ALARMS_TITLE, KEYS, HelpDialog, page_of
from studio.ui.theme import Theme

PARTS = ("## What you see", "## Why it happens", "## What to do")
LARGEST = 60_000  # bytes of a picture
WITHOUT = {"colour", "underfit"}  # alarms that no plant of tests/screenshots/plants.py has brought about yet: their pages have no picture


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> HelpDialog:
    made = HelpDialog(list(table()))
    qtbot.addWidget(made)
    made.show()
    return made


def titles(dialog: HelpDialog) -> list[str]:
    return [dialog.pages.item(n).text() for n in range(dialog.pages.count())]


def pictures(dialog: HelpDialog) -> list[str]:
    """Names of the pictures in the page on show."""
    found, block = [], dialog.text.document().begin()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            if piece.fragment().charFormat().isImageFormat():
                found.append(piece.fragment().charFormat().toImageFormat().name())
            piece += 1
        block = block.next()
    return found


@pytest.mark.parametrize("kind", sorted(Detector.kinds()))
def test_every_alarm_has_a_page_of_its_own_most_with_a_small_picture(kind: str, dialog: HelpDialog):
    page = page_of(kind)
    assert page == kind.replace("_", "-")
    text = (resource("help") / "alarms" / f"{page}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {Detector.kinds()[kind].title}\n")
    assert [part for part in PARTS if part not in text] == []
    picture = resource("help") / "pictures" / f"{page}.png"
    assert (f"](../pictures/{page}.png)" in text) == (kind not in WITHOUT)
    if kind in WITHOUT:
        return
    assert 1000 < picture.stat().st_size < LARGEST


def test_no_page_tells_of_an_alarm_that_there_is_not():
    pages = {file.stem for file in (resource("help") / "alarms").glob("*.md")}
    assert pages == {kind.replace("_", "-") for kind in Detector.kinds()}


def test_about_it_opens_the_alarms_page_and_its_picture_is_seen(qtbot: QtBot, theme: Theme):
    dialog = HelpDialog(list(table()), page=page_of("total_collapse"))
    qtbot.addWidget(dialog)
    assert dialog.pages.currentItem().text() == "Total collapse"
    assert "whatever latent" in dialog.text.toPlainText()
    (name,) = pictures(dialog)
    shown = dialog.text.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name))
    image = QImage.fromData(shown) if not isinstance(shown, QImage | QPixmap) else shown
    assert 100 < image.width() <= dialog.text.viewport().width()


def test_a_link_to_an_alarm_moves_the_list_along(dialog: HelpDialog):
    dialog.pages.setCurrentRow(titles(dialog).index("Doctor"))
    dialog.text.setSource(dialog.text.source().resolved(QUrl("alarms/hopping.md")))  # as a click on it does
    assert dialog.pages.currentItem().text() == "Mode hopping"
    assert dialog.text.toPlainText().startswith("Mode hopping")


def test_the_keyboard_goes_over_the_heading_of_the_alarms(dialog: HelpDialog, qtbot: QtBot):
    names = titles(dialog)
    dialog.pages.setCurrentRow(names.index(KEYS))
    qtbot.keyClick(dialog.pages, Qt.Key.Key_Down)
    assert dialog.pages.currentRow() == names.index(ALARMS_TITLE) + 1
    assert dialog.text.toPlainText().startswith(dialog.pages.currentItem().text())


def test_headings_have_air_over_them(dialog: HelpDialog):
    block, margins = dialog.text.document().begin(), []
    while block.isValid():
        if block.blockFormat().headingLevel() == 2:
            margins.append(block.blockFormat().topMargin())
        block = block.next()
    assert margins
    assert min(margins) >= 12


def test_every_page_is_in_the_list_once(dialog: HelpDialog):
    files = [dialog.file_of(n) for n in range(dialog.pages.count())]
    listed = [file for file in files if file is not None]
    assert sorted(listed) == sorted(Path(file) for file in resource("help").glob("**/*.md"))
    assert len(set(titles(dialog))) == len(titles(dialog))
