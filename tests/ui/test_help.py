"""The help as a person reads it: a page for each alarm with a real picture, found from the alarm, from links and with the keyboard.

In another language the same pages are found, in English where it has none.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QPixmap, QTextDocument
from pytestqt.qtbot import QtBot

from studio.doctor.detectors import Detector
from studio.resources import resource
from studio.ui import language
from studio.ui.actions import table
from studio.ui.help_page import ALARMS_TITLE, KEYS, HelpDialog, page_of
from studio.ui.theme import Theme
from studio.words import say

HELP = resource("help")
GERMAN = sorted((HELP / "de").glob("**/*.md"))
PARTS = ("## What you see", "## Why it happens", "## What to do")
LARGEST = 60_000  # bytes of a picture


def keys() -> list[QAction]:
    """The table's actions that have keys, as the window has them."""
    made = []
    for deed in table():
        if deed.shortcut:
            action = QAction(deed.text)
            action.setShortcut(deed.shortcut)
            action.setStatusTip(deed.tip)
            made.append(action)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> HelpDialog:
    made = HelpDialog(keys())
    qtbot.addWidget(made)
    made.show()
    return made


def titles(dialog: HelpDialog) -> list[str]:
    return [dialog.pages.item(n).text() for n in range(dialog.pages.count())]


def files(dialog: HelpDialog) -> list[Path]:
    return [file for n in range(dialog.pages.count()) if (file := dialog.file_of(n)) is not None]


def english(page: Path) -> Path:
    """The page that this one translates."""
    return HELP / page.relative_to(HELP / "de")


def headings(page: Path) -> list[int]:
    """Their levels, one after the other."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    return [len(marks) for marks in re.findall(r"^(#+) ", text, flags=re.M)]


def drawn(page: Path) -> list[str]:
    """Names of the pictures that a file tells to show."""
    return [Path(name).name for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8"))]


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
def test_every_alarm_has_a_page_of_its_own_with_a_small_picture(kind: str, dialog: HelpDialog):
    page = page_of(kind)
    assert page == kind.replace("_", "-")
    text = (resource("help") / "alarms" / f"{page}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {Detector.kinds()[kind].title}\n")
    assert [part for part in PARTS if part not in text] == []
    picture = resource("help") / "pictures" / f"{page}.png"
    assert f"](../pictures/{page}.png)" in text
    assert 1000 < picture.stat().st_size < LARGEST


def test_no_page_tells_of_an_alarm_that_there_is_not():
    pages = {file.stem for file in (resource("help") / "alarms").glob("*.md")}
    assert pages == {kind.replace("_", "-") for kind in Detector.kinds()}


def test_about_it_opens_the_alarms_page_and_its_picture_is_seen(qtbot: QtBot, theme: Theme):
    dialog = HelpDialog(keys(), page=page_of("total_collapse"))
    qtbot.addWidget(dialog)
    assert dialog.pages.currentItem().text() == "Total collapse"
    assert "whatever latent" in dialog.text.toPlainText()
    (name,) = pictures(dialog)
    shown = dialog.text.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name))
    image = QImage.fromData(shown) if not isinstance(shown, QImage | QPixmap) else shown
    assert 100 < image.width() <= dialog.text.viewport().width()


@pytest.mark.parametrize("alarm", ["mode_drop", "d_too_weak"])
def test_a_wide_picture_is_no_wider_than_the_page(alarm: str, qtbot: QtBot, theme: Theme):
    made = HelpDialog(keys(), page=page_of(alarm))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.text.viewport().width() > 500)
    assert made.text.horizontalScrollBar().maximum() == 0
    block = made.text.document().begin()
    while block.isValid() and "\ufffc" not in block.text():
        block = block.next()
    room = made.text.document().documentLayout().blockBoundingRect(block)
    assert room.height() > 150, "its picture is small"


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


def listed(dialog: HelpDialog) -> list[str]:
    """Titles of the pages in sight."""
    return [dialog.pages.item(n).text() for n in range(dialog.pages.count()) if not dialog.pages.item(n).isHidden()]


def marked(dialog: HelpDialog) -> list[str]:
    return [mark.cursor.selectedText().lower() for mark in dialog.text.extraSelections()]


def test_a_search_lists_the_pages_that_have_all_of_the_words_and_marks_them(dialog: HelpDialog, qtbot: QtBot):
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.search, "Wasserstein")
    found = listed(dialog)
    assert 0 < len(found) < len(titles(dialog)) / 2
    texts = {file for file in files(dialog) if "wasserstein" in file.read_text(encoding="utf-8").lower()}
    assert {dialog.file_of(n) for n in range(dialog.pages.count()) if not dialog.pages.item(n).isHidden() and dialog.file_of(n)} == texts
    assert dialog.pages.currentItem().text() in found
    assert set(marked(dialog)) == {"wasserstein"}
    qtbot.keyClicks(dialog.search, " penalty")
    assert set(listed(dialog)) <= set(found)
    assert set(marked(dialog)) == {"wasserstein", "penalty"}


def test_return_goes_from_one_place_to_the_next_and_begins_again(dialog: HelpDialog, qtbot: QtBot):
    dialog.pages.setCurrentRow(titles(dialog).index("Curves"))
    qtbot.keyClicks(dialog.search, "curve")
    places = sorted(mark.cursor.selectionStart() for mark in dialog.text.extraSelections())
    assert len(places) > 2
    assert dialog.pages.currentItem().text() == "Curves", "a page that has the word stays"
    seen = [dialog.text.textCursor().position()]
    for _ in places:
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
        seen.append(dialog.text.textCursor().position())
    assert seen == [*places, places[0]]


def test_a_search_in_vain_says_so_and_escape_ends_it_before_it_closes_the_help(dialog: HelpDialog, qtbot: QtBot):
    everything = listed(dialog)
    qtbot.keyClicks(dialog.search, "zyzzyva")
    assert listed(dialog) == []
    assert dialog._nothing.isVisible()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert listed(dialog) == everything
    assert not dialog._nothing.isVisible()
    assert dialog.isVisible()
    qtbot.keyClick(dialog.pages, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_arrow_leads_from_the_search_to_what_it_found(dialog: HelpDialog, qtbot: QtBot):
    dialog.activateWindow()
    dialog.search.setFocus()
    qtbot.keyClicks(dialog.search, "queue")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.pages.hasFocus)


def test_the_table_of_shortcuts_and_the_alarms_are_found_too(dialog: HelpDialog, qtbot: QtBot):
    dialog.search.setText("Ctrl+Shift+R")
    assert say(KEYS) in listed(dialog)
    dialog.search.setText("mode hopping")
    assert {"Mode hopping", say(ALARMS_TITLE)} <= set(listed(dialog))
    dialog.search.setText("torchrun")
    assert say(ALARMS_TITLE) not in listed(dialog)


def test_headings_have_air_over_them(dialog: HelpDialog):
    block, margins = dialog.text.document().begin(), []
    while block.isValid():
        if block.blockFormat().headingLevel() == 2:
            margins.append(block.blockFormat().topMargin())
        block = block.next()
    assert margins
    assert min(margins) >= 12


def test_every_page_is_in_the_list_once(dialog: HelpDialog):
    assert sorted(files(dialog)) == sorted([*HELP.glob("*.md"), *(HELP / "alarms").glob("*.md")])
    assert len(set(titles(dialog))) == len(titles(dialog))


def test_every_title_has_room_in_the_list(dialog: HelpDialog):
    widest = max(dialog.pages.fontMetrics().horizontalAdvance(title) for title in titles(dialog))
    assert widest < dialog.pages.viewport().width() < dialog.width() / 2
    assert not dialog.pages.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("page", GERMAN, ids=lambda p: p.stem)
def test_a_german_page_has_the_headings_and_pictures_of_the_english_one(page: Path):
    assert english(page).is_file()
    assert headings(page) == headings(english(page))
    assert drawn(page) == drawn(english(page))


@pytest.mark.parametrize("page", GERMAN, ids=lambda p: p.stem)
def test_a_german_page_leads_to_german_pages_and_to_what_there_is(page: Path):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    targets = [(page.parent / link).resolve() for link in links]
    assert [target for target in targets if not target.exists()] == []
    pages = [target for target in targets if target.suffix == ".md"]
    translated = {english(own).resolve() for own in GERMAN}
    assert [target for target in pages if target in translated] == []


@pytest.mark.usefixtures("german")
def test_a_german_page_of_an_alarm_has_the_name_that_the_panel_shows():
    """An alarm without a translation is shown by its English name."""
    names = {kind.replace("_", "-"): say(detector.title) for kind, detector in Detector.kinds().items()}
    said = {page.stem: page.read_text(encoding="utf-8").partition("\n")[0] for page in GERMAN if page.parent.name == "alarms"}
    assert set(said) == set(names)
    assert {page: title for page, title in said.items() if title != f"# {names[page]}" and names[page] != Detector.kinds()[page.replace("-", "_")].title} == {}


@pytest.mark.usefixtures("german")
def test_a_german_word_is_found_and_marked(dialog: HelpDialog):
    dialog.search.setText("GRÖSSE")
    assert listed(dialog) == []
    dialog.search.setText("Größe")
    assert listed(dialog)
    assert set(marked(dialog)) == {"größe"}


@pytest.mark.usefixtures("german")
def test_a_german_window_shows_german_pages_and_english_ones_where_there_are_no_others(dialog: HelpDialog):
    listed = files(dialog)
    assert len(listed) == len(set(listed)) == len([*HELP.glob("*.md"), *(HELP / "alarms").glob("*.md")])
    assert [file for file in listed if file not in GERMAN] == [HELP / "doctor-figures.md"]
    assert dialog.text.toPlainText().startswith("Hier beginnen")
    dialog.pages.setCurrentRow(listed.index(HELP / "doctor-figures.md"))
    assert dialog.text.toPlainText().startswith("How surely the doctor finds failures")
    assert len(set(titles(dialog))) == len(titles(dialog))
    assert not dialog.pages.horizontalScrollBar().isVisible()


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("link", ["doctor.md", "alarms/hopping.md", "../doctor.md", "doctor-figures.md"])
def test_in_a_german_window_every_link_leads_to_the_page_in_the_list(link: str, dialog: HelpDialog):
    """Also one to a page of the other language, or to one that there is only in English."""
    dialog.text.setSource(dialog.text.source().resolved(QUrl(link)))
    assert dialog.file_of(dialog.pages.currentRow()) == Path(dialog.text.source().toLocalFile())
    assert (
        dialog.pages.currentItem().text()
        == {"doctor": "Doktor", "hopping": "Modenspringen", "doctor-figures": "How surely the doctor finds failures"}[Path(link).stem]
    )


@pytest.mark.usefixtures("german")
def test_a_german_page_of_an_alarm_is_opened_by_the_alarm_and_shows_its_picture(qtbot: QtBot, theme: Theme):
    dialog = HelpDialog(keys(), page=page_of("total_collapse"))
    qtbot.addWidget(dialog)
    assert dialog.pages.currentItem().text() == "Totaler Kollaps"
    (name,) = pictures(dialog)
    shown = dialog.text.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name))
    image = QImage.fromData(shown) if not isinstance(shown, QImage | QPixmap) else shown
    assert image.width() > 100


@pytest.mark.usefixtures("german")
def test_keys_are_called_as_on_a_german_keyboard(dialog: HelpDialog):
    row = next(n for n in range(dialog.pages.count()) if dialog.file_of(n) is None)
    dialog.pages.setCurrentRow(row)
    assert "Strg+P" in dialog.text.toPlainText()
    assert "Ctrl+P" not in dialog.text.toPlainText()


def test_the_language_that_was_put_back_is_english(dialog: HelpDialog):
    assert language.language() == "en"
    assert dialog.text.toPlainText().startswith("Start here")
